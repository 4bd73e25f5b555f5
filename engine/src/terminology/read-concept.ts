import { isMap, type Node } from 'yaml';
import type { CompiledConcept, CompiledFact, CompiledVariant, Relation } from './compiled.js';
import type { LocatedFile } from './located.js';
import type { ConceptKind, Level, SourceCode, SourceExample, VariantStatus } from './source-format.js';

/** A concept as read, with the nodes that later checks complain at. */
export interface ReadConcept {
  readonly concept: CompiledConcept;
  readonly examples: readonly SourceExample[];
  readonly file: LocatedFile;
  readonly node: Node;
  /** Ids that must exist, with where they stand. */
  readonly conceptLinks: readonly { readonly id: string; readonly node: Node }[];
  readonly sourceLinks: readonly { readonly id: string; readonly node: Node }[];
  /** Something in it can raise a finding, so that examples are required. */
  readonly raises: boolean;
}

const KINDS: readonly ConceptKind[] = [
  'disease',
  'type',
  'form',
  'process',
  'sign',
  'symptom',
  'lab-finding',
  'cause',
  'complication',
  'procedure',
  'device',
  'drug',
  'drug-class',
  'substance',
  'anatomy',
  'protein',
  'gene',
  'organism',
  'lab-test',
  'imaging',
  'stain',
  'measure',
  'term',
  'profession',
];
const STATUSES: readonly VariantStatus[] = [
  'admitted',
  'lay',
  'abbreviation',
  'brand',
  'deprecated',
  'misspelling',
  'impossible',
];
const LEVELS: readonly Level[] = [
  'high',
  'low',
  'normal',
  'high-or-abnormal',
  'variable',
  'normal-or-low',
  'normal-or-high',
  'low-or-normal',
  'usually-normal',
];
const RELATIONS: readonly Relation[] = [
  'is-a',
  'class',
  'caused-by',
  'risk-factor',
  'associated-with',
  'level',
  'tissue',
  'located-in',
  'treats',
  'treated-by',
  'does',
  'produces',
  'made-by',
  'related',
];
const CONCEPT_KEYS = [
  'id',
  'preferred',
  'kind',
  'variants',
  'definition',
  'facts',
  'codes',
  'note',
  'letters',
  'range',
  'closed',
  'disjoint-with',
  'eponym',
  'sources',
  'examples',
];

export function readConcept(node: Node, file: LocatedFile): ReadConcept | undefined {
  const map = file.map(node, 'concept', CONCEPT_KEYS, ['id', 'preferred', 'kind']);
  const id = file.string(map?.get('id'), 'id');
  if (map === undefined || id === undefined) return undefined;
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/u.test(id)) {
    file.complain(
      map.get('id'),
      `id \`${id}\`: use small letters and dashes: \`${id
        .toLowerCase()
        .replace(/[^a-z0-9]+/gu, '-')
        .replace(/^-|-$/gu, '')}\``,
    );
  }
  const preferred = readLocalized(map.get('preferred'), file, 'preferred');
  const kind = file.oneOf(map.get('kind'), 'kind', KINDS);
  if (preferred === undefined || kind === undefined) return undefined;
  const reader = new ConceptReader(file);
  const sources = reader.sources(map.get('sources'), 'sources');
  const variants: CompiledVariant[] = [
    { text: preferred.us, status: 'preferred', ...(preferred.uk === preferred.us ? {} : { locale: 'us' as const }) },
  ];
  if (preferred.uk !== preferred.us) variants.push({ text: preferred.uk, status: 'preferred', locale: 'uk' });
  for (const item of file.list(map.get('variants'), 'variants')) variants.push(...reader.variant(item));
  const facts = file.list(map.get('facts'), 'facts').flatMap((item) => reader.facts(item));
  const definition = reader.definition(map.get('definition'));
  const closed = map.get('closed');
  const letters = file.list(map.get('letters'), 'letters').map((item) => reader.letter(item));
  const range = map.get('range');
  const eponym = file.string(map.get('eponym'), 'eponym');
  const note = file.string(map.get('note'), 'note');
  const disjointWith = file.strings(map.get('disjoint-with'), 'disjoint-with');
  for (const item of file.list(map.get('disjoint-with'), 'disjoint-with')) reader.link(item);
  const codes = file.list(map.get('codes'), 'codes').flatMap((item) => reader.code(item));
  const concept: CompiledConcept = {
    id,
    kind,
    preferred,
    variants,
    ...(definition === undefined ? {} : { definition }),
    facts,
    ...(codes.length === 0 ? {} : { codes }),
    ...(note === undefined ? {} : { note }),
    ...(letters.length === 0 ? {} : { letters }),
    ...(range === undefined ? {} : { range: reader.range(range) }),
    ...(closed === undefined ? {} : { closed: reader.closed(closed) }),
    ...(disjointWith.length === 0 ? {} : { disjointWith }),
    ...(eponym === undefined ? {} : { eponym }),
    sources,
  };
  const raises =
    facts.some((fact) => fact.denied && fact.severity !== 'none') ||
    variants.some((variant) => ['deprecated', 'misspelling', 'impossible'].includes(variant.status));
  return {
    concept,
    examples: readExamples(map.get('examples'), file),
    file,
    node,
    conceptLinks: reader.conceptLinks,
    sourceLinks: reader.sourceLinks,
    raises,
  };
}

export function readLocalized(
  node: Node | undefined,
  file: LocatedFile,
  what: string,
): { us: string; uk: string } | undefined {
  if (node !== undefined && isMap(node)) {
    const map = file.map(node, what, ['us', 'uk'], ['us', 'uk']);
    const us = file.string(map?.get('us'), `${what} us`);
    const uk = file.string(map?.get('uk'), `${what} uk`);
    return us === undefined || uk === undefined ? undefined : { us, uk };
  }
  const text = file.string(node, what);
  return text === undefined ? undefined : { us: text, uk: text };
}

export function readExamples(node: Node | undefined, file: LocatedFile): SourceExample[] {
  return file.list(node, 'examples').flatMap((item) => {
    const map = file.map(item, 'example', ['text', 'reports', 'style'], ['text', 'reports']);
    const text = file.string(map?.get('text'), 'text');
    if (map === undefined || text === undefined) return [];
    const style = file.oneOf(map.get('style'), 'style', ['us', 'uk'] as const);
    return [{ text, reports: file.strings(map.get('reports'), 'reports'), ...(style === undefined ? {} : { style }) }];
  });
}

export class ConceptReader {
  readonly conceptLinks: { id: string; node: Node }[] = [];
  readonly sourceLinks: { id: string; node: Node }[] = [];
  readonly #file: LocatedFile;

  constructor(file: LocatedFile) {
    this.#file = file;
  }

  sources(node: Node | undefined, what: string): string[] {
    return this.#file.list(node, what).flatMap((item) => {
      const id = this.#file.string(item, what);
      if (id === undefined) return [];
      this.sourceLinks.push({ id, node: item });
      return [id];
    });
  }

  link(node: Node): void {
    const id = this.#file.string(node, 'concept id');
    if (id !== undefined) this.conceptLinks.push({ id, node });
  }

  variant(node: Node): CompiledVariant[] {
    const file = this.#file;
    const map = file.map(
      node,
      'variant',
      ['text', 'status', 'certain', 'locale', 'because', 'sources', 'severity', 'write'],
      ['text', 'status'],
    );
    const text = file.string(map?.get('text'), 'text');
    const status = file.oneOf(map?.get('status'), 'status', STATUSES);
    if (map === undefined || text === undefined || status === undefined) return [];
    const because = file.string(map.get('because'), 'because');
    if ((status === 'deprecated' || status === 'impossible') && because === undefined) {
      file.complain(node, `variant \`${text}\`: a ${status} form needs \`because\`: one sentence that says why`);
    }
    const sources = this.sources(map.get('sources'), 'sources');
    const locale = file.oneOf(map.get('locale'), 'locale', ['us', 'uk'] as const);
    const severity = file.oneOf(map.get('severity'), 'severity', ['warning', 'hint'] as const);
    const write = file.string(map.get('write'), 'write');
    const certain = file.oneOf(map.get('certain'), 'certain', ['yes'] as const);
    return [
      {
        text,
        status,
        ...(locale === undefined ? {} : { locale }),
        ...(because === undefined ? {} : { because }),
        ...(sources.length === 0 ? {} : { sources }),
        ...(severity === undefined ? {} : { severity }),
        ...(write === undefined ? {} : { write }),
        ...(status === 'abbreviation' && /\p{Lu}/u.test(text) ? { caseSensitive: true } : {}),
        ...(certain === undefined ? {} : { certain: true }),
      },
    ];
  }

  closed(node: Node): NonNullable<CompiledConcept['closed']> {
    const map = this.#file.map(node, 'closed', ['sources', 'by-use'], ['sources']);
    const byUse = map?.get('by-use')?.toString() === 'true';
    return { sources: this.sources(map?.get('sources'), 'closed'), ...(byUse ? { byUse } : {}) };
  }

  definition(node: Node | undefined): CompiledConcept['definition'] {
    if (node === undefined) return undefined;
    const map = this.#file.map(node, 'definition', ['text', 'sources', 'unverified'], ['text']);
    const text = this.#file.string(map?.get('text'), 'text');
    if (map === undefined || text === undefined) return undefined;
    const sources = this.sources(map.get('sources'), 'sources');
    const unverified = this.#file.string(map.get('unverified'), 'unverified');
    if (sources.length === 0 && unverified === undefined) {
      this.#file.complain(node, 'definition: add `sources`, or say under `unverified` why there is none');
    }
    return { text, sources, ...(unverified === undefined ? {} : { unverified }) };
  }

  /** One statement, or several that share their source. */
  facts(node: Node): CompiledFact[] {
    const file = this.#file;
    const map = file.map(node, 'fact', [
      ...RELATIONS,
      'denies',
      'severity',
      'because',
      'sources',
      'unverified',
      'disputed',
    ]);
    if (map === undefined) return [];
    const sources = this.sources(map.get('sources'), 'sources');
    const unverified = file.string(map.get('unverified'), 'unverified');
    const disputed = file.string(map.get('disputed'), 'disputed');
    const because = file.string(map.get('because'), 'because');
    const severity = file.oneOf(map.get('severity'), 'severity', ['error', 'warning', 'hint'] as const);
    if (sources.length === 0 && unverified === undefined && disputed === undefined) {
      file.complain(node, 'fact: add `sources`, or `unverified: why`, or `disputed: who differs`');
    }
    const denies = map.get('denies');
    const standing =
      disputed !== undefined ? 'disputed' : unverified !== undefined || sources.length === 0 ? 'unverified' : 'sourced';
    const bound = standing === 'unverified' ? 'none' : standing === 'disputed' ? 'hint' : (severity ?? 'error');
    const common = { standing, severity: bound, sources, ...(because === undefined ? {} : { because }) } as const;
    if (denies !== undefined) {
      if (because === undefined) file.complain(node, 'denied fact: add `because`: one sentence to the writer');
      if (sources.length === 0) {
        file.complain(node, 'denied fact: only a sourced statement can be denied; add `sources`');
      }
      const inner = file.map(denies, 'denies', RELATIONS);
      return inner === undefined
        ? []
        : RELATIONS.flatMap((relation) =>
            this.#statements(relation, inner.get(relation)).map((fact) => ({ ...fact, ...common, denied: true })),
          );
    }
    const facts = RELATIONS.flatMap((relation) =>
      this.#statements(relation, map.get(relation)).map((fact) => ({ ...fact, ...common })),
    );
    if (facts.length === 0) file.complain(node, `fact: say what holds, by one of ${RELATIONS.join(', ')}`);
    return facts;
  }

  #statements(
    relation: Relation,
    node: Node | undefined,
  ): Pick<CompiledFact, 'relation' | 'object' | 'value' | 'analyte'>[] {
    const file = this.#file;
    if (node === undefined) return [];
    if (relation === 'level') {
      const map = file.map(node, 'level', [
        'calcium',
        'phosphate',
        'product',
        'pth',
        'calcitriol',
        'alkaline-phosphatase',
      ]);
      return [...(map ?? [])].flatMap(([analyte, value]) => {
        const level = file.oneOf(value, `level of ${analyte}`, LEVELS);
        return level === undefined ? [] : [{ relation, analyte, value: level }];
      });
    }
    if (relation === 'tissue') {
      const value = file.oneOf(node, 'tissue', ['damaged', 'normal', 'either'] as const);
      return value === undefined ? [] : [{ relation, value }];
    }
    if (relation === 'does') {
      return file.list(node, 'does').flatMap((item) => {
        const map = file.map(item, 'does', ['action', 'object'], ['action', 'object']);
        const action = file.string(map?.get('action'), 'action');
        const object = file.string(map?.get('object'), 'object');
        if (map === undefined || action === undefined || object === undefined) return [];
        this.link(map.get('object')!);
        return [{ relation, value: action, object }];
      });
    }
    return file.list(node, relation).flatMap((item) => {
      const object = file.string(item, relation);
      if (object === undefined) return [];
      // `any` denies every cause; a place may be a word of its own.
      if (object !== 'any' && object !== 'site-of-deposit') this.link(item);
      return [{ relation, object }];
    });
  }

  letter(node: Node): { letter: string; standsFor: string; uk?: string } {
    const map = this.#file.map(node, 'letter', ['letter', 'stands-for', 'uk'], ['letter', 'stands-for']);
    const uk = this.#file.string(map?.get('uk'), 'uk');
    return {
      letter: this.#file.string(map?.get('letter'), 'letter') ?? '',
      standsFor: this.#file.string(map?.get('stands-for'), 'stands-for') ?? '',
      ...(uk === undefined ? {} : { uk }),
    };
  }

  range(node: Node): Record<string, string> {
    const values: Record<string, string> = {};
    if (isMap(node)) {
      for (const pair of node.items) values[String(pair.key)] = this.#file.string(pair.value as Node, 'range') ?? '';
    } else this.#file.complain(node, 'range: write `key: value` lines here');
    return values;
  }

  code(node: Node): SourceCode[] {
    const file = this.#file;
    const map = file.map(
      node,
      'code',
      ['system', 'code', 'label', 'match', 'source'],
      ['system', 'code', 'label', 'match', 'source'],
    );
    const system = file.string(map?.get('system'), 'system');
    const code = file.string(map?.get('code'), 'code');
    const label = file.string(map?.get('label'), 'label');
    const match = file.oneOf(map?.get('match'), 'match', ['exact', 'broad', 'narrow', 'related'] as const);
    const source = file.string(map?.get('source'), 'source');
    if (
      system === undefined ||
      code === undefined ||
      label === undefined ||
      match === undefined ||
      source === undefined
    ) {
      return [];
    }
    this.sourceLinks.push({ id: source, node: map!.get('source')! });
    return [{ system, code, label, match, source }];
  }
}
