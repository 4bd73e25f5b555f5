import type { Node } from 'yaml';
import type { CompiledDoseForm, CompiledDoseLimit, CompiledDoses, CompiledDoseUnit, DoseShape } from './compiled.js';
import type { LocatedFile } from './located.js';
import { readExamples, readLocalized } from './read-concept.js';
import type { ReadEntry } from './read-entries.js';

/** The words by which a dose of a medicine is known, as one file says them. */
export type ReadDoseWords = Omit<CompiledDoses, 'forms' | 'limits'>;

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
  const beside = file.oneOf(map.get('beside'), 'beside', ['amount', 'giving', 'medicine'] as const);
  const write = map.has('write') ? readLocalized(map.get('write')!, file, 'write') : undefined;
  const style = file.oneOf(map.get('style'), 'style', ['us', 'uk'] as const);
  const sources = sourcesOf(map.get('sources'), file);
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

export function readDoseLimit(node: Node, file: LocatedFile): ReadEntry<CompiledDoseLimit> | undefined {
  const map = file.map(
    node,
    'dose limit',
    ['id', 'medicine', 'not-daily', 'above', 'unless', 'unless-before', 'severity', 'because', 'sources', 'examples'],
    ['id', 'medicine', 'severity', 'because', 'sources', 'examples'],
  );
  const id = file.string(map?.get('id'), 'id');
  const medicine = file.string(map?.get('medicine'), 'medicine');
  const severity = file.oneOf(map?.get('severity'), 'severity', ['error', 'warning', 'hint'] as const);
  const because = file.string(map?.get('because'), 'because');
  if (map === undefined || id === undefined || medicine === undefined) return undefined;
  if (severity === undefined || because === undefined) return undefined;
  if (map.has('not-daily') === map.has('above')) {
    file.complain(node, `dose limit \`${id}\`: one of \`not-daily\` and \`above\` says what cannot be meant`);
  }
  const above = readAbove(map.get('above'), file);
  const sources = sourcesOf(map.get('sources'), file);
  const value: CompiledDoseLimit = {
    id,
    medicine,
    ...(map.has('not-daily') ? { notDaily: true as const } : {}),
    ...(above === undefined ? {} : { above }),
    unless: file.strings(map.get('unless'), 'unless'),
    unlessBefore: file.strings(map.get('unless-before'), 'unless-before'),
    severity,
    because,
    sources: sources.map((source) => source.id),
  };
  return {
    value,
    examples: readExamples(map.get('examples'), file),
    file,
    node,
    conceptLinks: [{ id: medicine, node: map.get('medicine')! }],
    sourceLinks: sources,
  };
}

function readAbove(node: Node | undefined, file: LocatedFile): CompiledDoseLimit['above'] {
  if (node === undefined) return undefined;
  const map = file.map(node, 'above', ['amount', 'unit', 'per'], ['amount', 'unit', 'per']);
  const amount = Number(file.string(map?.get('amount'), 'amount'));
  const unit = file.oneOf(map?.get('unit'), 'unit', ['g', 'mg', 'mcg'] as const);
  const per = file.oneOf(map?.get('per'), 'per', ['dose', 'day', 'kilogram'] as const);
  if (unit === undefined || per === undefined) return undefined;
  if (!(amount > 0)) {
    file.complain(node, '`amount` is a number above 0');
    return undefined;
  }
  return { amount, unit, per };
}

function sourcesOf(node: Node | undefined, file: LocatedFile): { readonly id: string; readonly node: Node }[] {
  return file.list(node, 'sources').flatMap((item) => {
    const source = file.string(item, 'source');
    return source === undefined ? [] : [{ id: source, node: item }];
  });
}

export function readDoseWords(node: Node, file: LocatedFile): ReadDoseWords | undefined {
  const map = file.map(
    node,
    'dose words',
    ['units', 'medicine', 'taking', 'elsewhere', 'concentration', 'rate', 'giving', 'daily', 'between'],
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
    giving: words('giving'),
    daily: words('daily'),
    between: words('between'),
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
