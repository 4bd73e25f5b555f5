import type { Node } from 'yaml';
import { normalizePhrase } from '../language/tokenize.js';
import type {
  CompiledClassification,
  CompiledConfusion,
  CompiledEponym,
  CompiledSource,
  CompiledWording,
  Cue,
} from './compiled.js';
import type { LocatedFile } from './located.js';
import { readExamples, readLocalized } from './read-concept.js';
import type { SourceExample } from './source-format.js';

/** An entry that is no concept, with what later checks need. */
export interface ReadEntry<T> {
  readonly value: T;
  readonly examples: readonly SourceExample[];
  readonly file: LocatedFile;
  readonly node: Node;
  readonly conceptLinks: readonly { readonly id: string; readonly node: Node }[];
  readonly sourceLinks: readonly { readonly id: string; readonly node: Node }[];
  /** Families of words that its phrases name. */
  readonly familyLinks?: readonly { readonly id: string; readonly node: Node }[];
}

export function readSources(node: Node, file: LocatedFile): [string, CompiledSource][] {
  const entries = file.map(node, 'sources', allKeys(node));
  return [...(entries ?? [])].flatMap(([id, value]): [string, CompiledSource][] => {
    const map = file.map(value, `source \`${id}\``, ['title', 'url', 'note', 'attribution'], ['title']);
    const title = file.string(map?.get('title'), 'title');
    if (map === undefined || title === undefined) return [];
    const note = file.string(map.get('note'), 'note');
    const attribution = file.string(map.get('attribution'), 'attribution');
    return [
      [
        id,
        {
          title,
          url: file.string(map.get('url'), 'url') ?? '',
          ...(note === undefined ? {} : { note }),
          ...(attribution === undefined ? {} : { attribution }),
        },
      ],
    ];
  });
}

export function readWording(node: Node, file: LocatedFile): ReadEntry<CompiledWording> | undefined {
  const links = new Links(file);
  const map = file.map(
    node,
    'wording',
    [
      'id',
      'rule',
      'phrases',
      'write',
      'style',
      'severity',
      'because',
      'sources',
      'near',
      'unless',
      'promise',
      'examples',
    ],
    ['id', 'rule', 'phrases', 'because', 'sources', 'examples'],
  );
  const id = file.string(map?.get('id'), 'id');
  const rule = file.string(map?.get('rule'), 'rule');
  const because = file.string(map?.get('because'), 'because');
  if (map === undefined || id === undefined || rule === undefined || because === undefined) return undefined;
  const write = file.list(map.get('write'), 'write').flatMap((item) => readLocalized(item, file, 'write') ?? []);
  const style = file.oneOf(map.get('style'), 'style', ['us', 'uk'] as const);
  const severity = file.oneOf(map.get('severity'), 'severity', ['error', 'warning', 'info', 'hint'] as const);
  const near = links.cues(map.get('near'), 'near');
  const unless = links.cues(map.get('unless'), 'unless');
  const value: CompiledWording = {
    id,
    rule,
    phrases: file.strings(map.get('phrases'), 'phrases'),
    ...(write.length === 0 ? {} : { write }),
    ...(style === undefined ? {} : { style }),
    ...(severity === undefined ? {} : { severity }),
    because,
    sources: links.sources(map.get('sources')),
    ...(near.length === 0 ? {} : { near }),
    ...(unless.length === 0 ? {} : { unless }),
    ...(isTrue(map.get('promise')) ? { promise: true as const } : {}),
  };
  return { value, examples: readExamples(map.get('examples'), file), file, node, ...links.all };
}

export function readConfusion(node: Node, file: LocatedFile): ReadEntry<CompiledConfusion> | undefined {
  const links = new Links(file);
  const map = file.map(
    node,
    'confusion',
    ['id', 'written', 'meant', 'severity', 'because', 'sources', 'contexts', 'examples'],
    ['id', 'written', 'severity', 'because', 'sources', 'examples'],
  );
  const id = file.string(map?.get('id'), 'id');
  const because = file.string(map?.get('because'), 'because');
  const severity = file.oneOf(map?.get('severity'), 'severity', ['error', 'warning'] as const);
  if (map === undefined || id === undefined || because === undefined || severity === undefined) return undefined;
  const written = file.list(map.get('written'), 'written').flatMap((item) => {
    const pair = file.map(item, 'written', ['text', 'write'], ['text', 'write']);
    const text = file.string(pair?.get('text'), 'text');
    const write = file.string(pair?.get('write'), 'write');
    return text === undefined || write === undefined ? [] : [{ text, write }];
  });
  const meant = file.string(map.get('meant'), 'meant');
  if (meant !== undefined) links.concept(map.get('meant')!);
  const contexts = file.list(map.get('contexts'), 'contexts').flatMap((item) => {
    const context = file.map(item, 'context', ['sentence', 'all', 'topic', 'without']);
    if (context === undefined) return [];
    const topic = file.list(context.get('topic'), 'topic').flatMap((concept) => {
      links.concept(concept);
      return file.string(concept, 'topic') ?? [];
    });
    const sentence = links.cues(context.get('sentence'), 'sentence');
    const all = links.cues(context.get('all'), 'all');
    const without = links.cues(context.get('without'), 'without');
    return [
      {
        ...(sentence.length === 0 ? {} : { sentence }),
        ...(all.length === 0 ? {} : { all }),
        ...(topic.length === 0 ? {} : { topic }),
        ...(without.length === 0 ? {} : { without }),
      },
    ];
  });
  const value: CompiledConfusion = {
    id,
    written,
    ...(meant === undefined ? {} : { meant }),
    severity,
    because,
    sources: links.sources(map.get('sources')),
    ...(contexts.length === 0 ? {} : { contexts }),
  };
  return { value, examples: readExamples(map.get('examples'), file), file, node, ...links.all };
}

export function readEponym(node: Node, file: LocatedFile): ReadEntry<CompiledEponym> | undefined {
  const links = new Links(file);
  const map = file.map(
    node,
    'eponym',
    ['name', 'nouns', 'misspelled', 'complete', 'never-possessive', 'concept', 'sources', 'examples'],
    ['name', 'nouns', 'sources'],
  );
  const name = file.string(map?.get('name'), 'name');
  if (map === undefined || name === undefined) return undefined;
  const complete = file.string(map.get('complete'), 'complete');
  const conceptId = file.string(map.get('concept'), 'concept');
  if (conceptId !== undefined) links.concept(map.get('concept')!);
  const never = isTrue(map.get('never-possessive'));
  const value: CompiledEponym = {
    name,
    nouns: file.strings(map.get('nouns'), 'nouns'),
    ...(map.has('misspelled') ? { misspelled: file.strings(map.get('misspelled'), 'misspelled') } : {}),
    ...(complete === undefined ? {} : { complete }),
    ...(never ? { neverPossessive: true } : {}),
    ...(conceptId === undefined ? {} : { conceptId }),
    sources: links.sources(map.get('sources')),
  };
  return { value, examples: readExamples(map.get('examples'), file), file, node, ...links.all };
}

export function readClassification(node: Node, file: LocatedFile): ReadEntry<CompiledClassification> | undefined {
  const links = new Links(file);
  const map = file.map(
    node,
    'classification',
    ['id', 'of', 'members', 'company', 'masses', 'accepted', 'not-members', 'examples'],
    ['id', 'of', 'members', 'accepted', 'examples'],
  );
  const id = file.string(map?.get('id'), 'id');
  if (map === undefined || id === undefined) return undefined;
  const members = file.list(map.get('members'), 'members').flatMap((item) => {
    const keys = ['name', 'concepts', 'also-named', 'known-by', 'apart-from'];
    const member = file.map(item, 'member', keys, ['name', 'concepts']);
    const name = file.string(member?.get('name'), 'name');
    const knownBy = file.oneOf(member?.get('known-by'), 'known-by', ['name', 'type-word', 'company'] as const);
    return name === undefined
      ? []
      : [
          {
            name,
            concepts: links.concepts(member!.get('concepts')),
            alsoNamed: file.strings(member!.get('also-named'), 'also-named'),
            ...(knownBy === undefined ? {} : { knownBy }),
            apartFrom: file.strings(member!.get('apart-from'), 'apart-from'),
          },
        ];
  });
  const accepted = file.list(map.get('accepted'), 'accepted').flatMap((item) => {
    const scheme = file.map(
      item,
      'accepted',
      ['members', 'severity', 'only-for', 'because', 'sources'],
      ['members', 'sources'],
    );
    if (scheme === undefined) return [];
    const names = file.strings(scheme.get('members'), 'members');
    for (const name of names) {
      if (!members.some((member) => member.name === name)) {
        file.complain(scheme.get('members'), `accepted: \`${name}\` is no member of this classification`);
      }
    }
    const severity = file.oneOf(scheme.get('severity'), 'severity', ['hint'] as const);
    const onlyFor = links.concepts(scheme.get('only-for'));
    const because = file.string(scheme.get('because'), 'because');
    return [
      {
        members: names,
        ...(severity === undefined ? {} : { severity }),
        ...(onlyFor.length === 0 ? {} : { onlyFor }),
        ...(because === undefined ? {} : { because }),
        sources: links.sources(scheme.get('sources')),
      },
    ];
  });
  const notMembers = file.list(map.get('not-members'), 'not-members').flatMap((item) => {
    const entry = file.map(
      item,
      'not-member',
      ['names', 'concepts', 'patterns', 'because', 'write', 'sources'],
      ['because', 'sources'],
    );
    const because = file.string(entry?.get('because'), 'because');
    if (entry === undefined || because === undefined) return [];
    const write = file.string(entry.get('write'), 'write');
    return [
      {
        names: file.strings(entry.get('names'), 'names'),
        concepts: links.concepts(entry.get('concepts')),
        ...(isTrue(entry.get('patterns')) ? { patterns: true as const } : {}),
        because,
        ...(write === undefined ? {} : { write }),
        sources: links.sources(entry.get('sources')),
      },
    ];
  });
  const value: CompiledClassification = {
    id,
    of: links.concepts(map.get('of')),
    members,
    company: file.strings(map.get('company'), 'company'),
    masses: file.strings(map.get('masses'), 'masses'),
    accepted,
    notMembers,
  };
  return { value, examples: readExamples(map.get('examples'), file), file, node, ...links.all };
}

function isTrue(node: unknown): boolean {
  return (node as { value?: unknown } | undefined)?.value === true;
}

class Links {
  readonly #file: LocatedFile;
  readonly #concepts: { id: string; node: Node }[] = [];
  readonly #sources: { id: string; node: Node }[] = [];

  constructor(file: LocatedFile) {
    this.#file = file;
  }

  get all(): Pick<ReadEntry<unknown>, 'conceptLinks' | 'sourceLinks'> {
    return { conceptLinks: this.#concepts, sourceLinks: this.#sources };
  }

  concept(node: Node): void {
    const id = this.#file.string(node, 'concept id');
    if (id !== undefined) this.#concepts.push({ id, node });
  }

  concepts(node: Node | undefined): string[] {
    return this.#file.list(node, 'concept ids').flatMap((item) => {
      this.concept(item);
      return this.#file.string(item, 'concept id') ?? [];
    });
  }

  sources(node: Node | undefined): string[] {
    return this.#file.list(node, 'sources').flatMap((item) => {
      const id = this.#file.string(item, 'source id');
      if (id === undefined) return [];
      this.#sources.push({ id, node: item });
      return [id];
    });
  }

  cues(node: Node | undefined, what: string): Cue[] {
    return this.#file.list(node, what).flatMap((item): Cue[] => {
      const text = this.#file.string(item, what);
      if (text === undefined) return [];
      if (!text.startsWith('id:')) return [{ phrase: normalizePhrase(text) }];
      this.#concepts.push({ id: text.slice(3), node: item });
      return [{ concept: text.slice(3) }];
    });
  }
}

function allKeys(node: Node): string[] {
  return 'items' in node ? (node.items as { key?: { value?: unknown } }[]).map((pair) => String(pair.key?.value)) : [];
}
