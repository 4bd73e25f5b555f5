import type { Node } from 'yaml';
import type { CompiledConcept, CompiledFact, CompiledVariant } from './compiled.js';
import type { LocatedFile } from './located.js';
import { ConceptReader, readLocalized } from './read-concept.js';

/** What a project adds to a concept that is there, as read. */
export interface ReadExtension {
  readonly id: string;
  readonly preferred?: { readonly us: string; readonly uk: string };
  readonly variants: readonly CompiledVariant[];
  readonly definition?: NonNullable<CompiledConcept['definition']>;
  readonly facts: readonly CompiledFact[];
  readonly note?: string;
  readonly sources: readonly string[];
  readonly file: LocatedFile;
  readonly node: Node;
  readonly idNode: Node;
  readonly conceptLinks: readonly { readonly id: string; readonly node: Node }[];
  readonly sourceLinks: readonly { readonly id: string; readonly node: Node }[];
}

const KEYS = ['id', 'preferred', 'variants', 'definition', 'facts', 'note', 'sources'];

export function readExtension(node: Node, file: LocatedFile): ReadExtension | undefined {
  const map = file.map(node, 'extended concept', KEYS, ['id']);
  const id = file.string(map?.get('id'), 'id');
  if (map === undefined || id === undefined) return undefined;
  const reader = new ConceptReader(file);
  const preferred = readLocalized(map.get('preferred'), file, 'preferred');
  const definition = reader.definition(map.get('definition'));
  const note = file.string(map.get('note'), 'note');
  return {
    id,
    ...(preferred === undefined ? {} : { preferred }),
    variants: file.list(map.get('variants'), 'variants').flatMap((item) => reader.variant(item)),
    ...(definition === undefined ? {} : { definition }),
    facts: file.list(map.get('facts'), 'facts').flatMap((item) => reader.facts(item)),
    ...(note === undefined ? {} : { note }),
    sources: reader.sources(map.get('sources'), 'sources'),
    file,
    node,
    idNode: map.get('id')!,
    conceptLinks: reader.conceptLinks,
    sourceLinks: reader.sourceLinks,
  };
}

/** The concept with what is added: a name that it has takes the status that the project gives it. */
export function extended(concept: CompiledConcept, extension: ReadExtension): CompiledConcept {
  const { preferred, variants, definition, facts, note, sources } = extension;
  const preferredNames: CompiledVariant[] =
    preferred === undefined
      ? concept.variants.filter(({ status }) => status === 'preferred')
      : preferred.us === preferred.uk
        ? [{ text: preferred.us, status: 'preferred' }]
        : [
            { text: preferred.us, status: 'preferred', locale: 'us' },
            { text: preferred.uk, status: 'preferred', locale: 'uk' },
          ];
  const others = [
    ...variants,
    // The name that was preferred stays right.
    ...concept.variants.map((variant): CompiledVariant =>
      preferred !== undefined && variant.status === 'preferred' ? { ...variant, status: 'admitted' } : variant,
    ),
  ];
  const seen = new Set(preferredNames.map(({ text }) => text.toLowerCase()));
  const kept = others.filter(({ text }) => {
    const isNew = !seen.has(text.toLowerCase());
    seen.add(text.toLowerCase());
    return isNew;
  });
  return {
    ...concept,
    ...(preferred === undefined ? {} : { preferred }),
    variants: [...preferredNames, ...kept],
    ...(definition === undefined ? {} : { definition }),
    facts: [...concept.facts, ...facts],
    ...(note === undefined ? {} : { note }),
    sources: [...new Set([...concept.sources, ...sources])],
  };
}
