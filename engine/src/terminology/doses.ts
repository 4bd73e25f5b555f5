import type { Node } from 'yaml';
import type { CompiledDoseForm, CompiledDoses, CompiledDoseUnit, DoseShape } from './compiled.js';
import type { LocatedFile } from './located.js';
import { readExamples, readLocalized } from './read-concept.js';
import type { ReadEntry } from './read-entries.js';

/** The words by which a dose of a medicine is known, as one file says them. */
export type ReadDoseWords = Omit<CompiledDoses, 'forms'>;

/** Shapes that the engine knows how to find; the data say which of them are reported, as what and why. */
export const DOSE_SHAPES: readonly DoseShape[] = [
  'trailing-zero',
  'naked-decimal',
  'unit-run-on',
  'name-run-on',
  'no-comma',
  'half',
  'unit-period',
  'ratio',
  'unit',
  'thousands',
  'abbreviation',
  'name-abbreviation',
  'symbol',
];

export function readDoseForm(node: Node, file: LocatedFile): ReadEntry<CompiledDoseForm> | undefined {
  const map = file.map(
    node,
    'dose form',
    ['id', 'shape', 'written', 'beside', 'write', 'style', 'list', 'severity', 'fix', 'because', 'sources', 'examples'],
    ['id', 'shape', 'list', 'severity', 'fix', 'because', 'sources', 'examples'],
  );
  const id = file.string(map?.get('id'), 'id');
  const shape = file.oneOf(map?.get('shape'), 'shape', DOSE_SHAPES);
  const severity = file.oneOf(map?.get('severity'), 'severity', ['error', 'warning', 'hint'] as const);
  const list = file.oneOf(map?.get('list'), 'list', ['joint-commission', 'ismp', 'symbol', 'nhs'] as const);
  const fix = file.oneOf(map?.get('fix'), 'fix', ['review', 'manual'] as const);
  const because = file.string(map?.get('because'), 'because');
  if (
    map === undefined ||
    id === undefined ||
    shape === undefined ||
    severity === undefined ||
    list === undefined ||
    fix === undefined ||
    because === undefined
  ) {
    return undefined;
  }
  const written = file.strings(map.get('written'), 'written');
  if (written.length === 0 && SHAPES_WITH_WORDS.has(shape)) {
    file.complain(node, `dose form \`${id}\`: the shape ${shape} needs \`written\`, the list of what is reported`);
  }
  const beside = file.oneOf(map.get('beside'), 'beside', ['amount', 'medicine'] as const);
  const write = map.has('write') ? readLocalized(map.get('write')!, file, 'write') : undefined;
  const style = file.oneOf(map.get('style'), 'style', ['us', 'uk'] as const);
  const sources = file.list(map.get('sources'), 'sources').flatMap((item) => {
    const source = file.string(item, 'source');
    return source === undefined ? [] : [{ id: source, node: item }];
  });
  const value: CompiledDoseForm = {
    id,
    shape,
    list,
    severity,
    fix,
    written,
    ...(beside === undefined ? {} : { beside }),
    ...(write === undefined ? {} : { write }),
    ...(style === undefined ? {} : { style }),
    because,
    sources: sources.map((source) => source.id),
  };
  return {
    value,
    examples: readExamples(map.get('examples'), file),
    file,
    node,
    conceptLinks: [],
    sourceLinks: sources,
  };
}

export function readDoseWords(node: Node, file: LocatedFile): ReadDoseWords | undefined {
  const map = file.map(
    node,
    'dose words',
    ['units', 'medicine', 'taking', 'elsewhere', 'concentration', 'rate'],
    ['units', 'medicine', 'taking', 'elsewhere', 'concentration', 'rate'],
  );
  if (map === undefined) return undefined;
  const units = file.list(map.get('units'), 'units').flatMap((item): CompiledDoseUnit[] => {
    const unit = file.map(item, 'unit', ['text', 'everyday'], ['text']);
    const text = file.string(unit?.get('text'), 'text');
    if (text === undefined) return [];
    return [unit?.has('everyday') === true ? { text, everyday: true } : { text }];
  });
  const words = (key: string): readonly string[] => file.strings(map.get(key), key);
  return {
    units,
    medicine: words('medicine'),
    taking: words('taking'),
    elsewhere: words('elsewhere'),
    concentration: words('concentration'),
    rate: words('rate'),
  };
}

const SHAPES_WITH_WORDS: ReadonlySet<DoseShape> = new Set<DoseShape>([
  'unit',
  'thousands',
  'abbreviation',
  'name-abbreviation',
  'symbol',
  'ratio',
]);
