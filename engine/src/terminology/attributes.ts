import type { Node } from 'yaml';
import { normalizePhrase } from '../language/tokenize.js';
import type { CompiledAttribute, CompiledFrame, CompiledParts, CompiledPattern } from './compiled.js';
import { isFamilyMark } from './family-marks.js';
import type { LocatedFile } from './located.js';
import { readExamples } from './read-concept.js';
import type { ReadEntry } from './read-entries.js';
import { familyMarksIn } from './word-families.js';

/** A way of being that has several values, of which a thing has one: how dangerous it is, how far it spreads. */
export function readAttribute(node: Node, file: LocatedFile): ReadEntry<CompiledAttribute> | undefined {
  const keys = ['id', 'about', 'values', 'holds', 'examples'];
  const map = file.map(node, 'attribute', [...keys, ...PHRASED], keys);
  const id = file.string(map?.get('id'), 'id');
  if (map === undefined || id === undefined) return undefined;
  const values = file.list(map.get('values'), 'values').flatMap((item): CompiledAttribute['values'][number][] => {
    const value = file.map(
      item,
      'value',
      [
        'value',
        'is',
        'kinds',
        'says',
        'means',
        'objects',
        'tells',
        'describes',
        'graded',
        'mostly',
        'names',
        'untied',
        'anywhere',
      ],
      ['value'],
    );
    const name = file.string(value?.get('value'), 'value');
    if (value === undefined || name === undefined) return [];
    const means = partsAt(value.get('means'), 'means', file);
    const objects = partsAt(value.get('objects'), 'objects', file);
    const tells = partsAt(value.get('tells'), 'tells', file);
    const describes = phrasesAt(value.get('describes'), 'describes', file);
    const mostly = phrasesAt(value.get('mostly'), 'mostly', file);
    const graded = phrasesAt(value.get('graded'), 'graded', file);
    const untied = phrasesAt(value.get('untied'), 'untied', file);
    const anywhere = anywhereAt(value.get('anywhere'), 'anywhere', file);
    const kinds = phrasesAt(value.get('kinds'), 'kinds', file);
    const called = phrasesAt(value.get('names'), 'names', file);
    return [
      {
        value: name,
        is: phrasesAt(value.get('is'), 'is', file),
        says: phrasesAt(value.get('says'), 'says', file),
        ...(means.length === 0 ? {} : { means }),
        ...(objects.length === 0 ? {} : { objects }),
        ...(tells.length === 0 ? {} : { tells }),
        ...(describes.length === 0 ? {} : { describes }),
        ...(kinds.length === 0 ? {} : { kinds }),
        ...(mostly.length === 0 ? {} : { mostly }),
        ...(graded.length === 0 ? {} : { graded }),
        ...(called.length === 0 ? {} : { names: called }),
        ...(untied.length === 0 ? {} : { untied }),
        ...(anywhere.length === 0 ? {} : { anywhere }),
      },
    ];
  });
  const verbs = phrasesAt(map.get('verbs'), 'verbs', file);
  const hasObjects = values.some(({ objects }) => objects !== undefined);
  if (hasObjects && verbs.length === 0) {
    file.complain(node, `\`${id}\` has objects: add the \`verbs\` they stand behind`);
  }
  const ties = phrasesAt(map.get('ties'), 'ties', file);
  const acts = phrasesAt(map.get('acts'), 'acts', file);
  const cues = phrasesAt(map.get('cues'), 'cues', file);
  const heads = phrasesAt(map.get('heads'), 'heads', file);
  const asks = phrasesAt(map.get('asks'), 'asks', file);
  const frames = framesAt(map.get('frames'), 'frames', file);
  if (values.some(({ names }) => names !== undefined) && ties.length + cues.length + frames.length === 0) {
    file.complain(node, `\`${id}\` has names: add the \`ties\` they stand behind, \`cues\` or \`frames\``);
  }
  const names = values.map(({ value }) => value);
  const conceptLinks: { id: string; node: Node }[] = [];
  const sourceLinks: { id: string; node: Node }[] = [];
  const links = (from: Node | undefined, what: string, into: { id: string; node: Node }[]): string[] =>
    file.list(from, what).flatMap((item) => {
      const link = file.string(item, what);
      if (link === undefined) return [];
      into.push({ id: link, node: item });
      return [link];
    });
  const scale = readScale(map.get('scale'), names, file, conceptLinks);
  const holds = file.list(map.get('holds'), 'holds').flatMap((item): CompiledAttribute['holds'][number][] => {
    const entry = file.map(
      item,
      'what holds',
      ['of', 'value', 'values', 'also', 'because', 'sources', 'severity'],
      ['of', 'because', 'sources'],
    );
    const because = file.string(entry?.get('because'), 'because');
    if (entry === undefined || because === undefined) return [];
    const held = entry.has('values')
      ? file.list(entry.get('values'), 'values').flatMap((one) => file.oneOf(one, 'value', names) ?? [])
      : [file.oneOf(entry.get('value'), 'value', names) ?? ''].filter((one) => one !== '');
    if (held.length === 0) file.complain(item, 'what holds: give the `value`, or several `values`, of the concept');
    const also = file.list(entry.get('also'), 'also').flatMap((one) => file.oneOf(one, 'also', names) ?? []);
    const severity = file.oneOf(entry.get('severity'), 'severity', ['error', 'warning'] as const) ?? 'error';
    const sources = links(entry.get('sources'), 'sources', sourceLinks);
    if (sources.length === 0) {
      file.complain(item, 'what holds: only a sourced statement can be held against a text; add `sources`');
    }
    return links(entry.get('of'), 'of', conceptLinks).map((concept) => ({
      concept,
      values: held,
      ...(also.length === 0 ? {} : { also }),
      because,
      severity,
      sources,
    }));
  });
  return {
    value: {
      id,
      ...(verbs.length === 0 ? {} : { verbs }),
      ...(ties.length === 0 ? {} : { ties }),
      ...(acts.length === 0 ? {} : { acts }),
      ...(cues.length === 0 ? {} : { cues }),
      ...(frames.length === 0 ? {} : { frames }),
      ...(heads.length === 0 ? {} : { heads }),
      ...(asks.length === 0 ? {} : { asks }),
      ...(scale === undefined ? {} : { scale }),
      values,
      holds,
    },
    examples: readExamples(map.get('examples'), file),
    file,
    node,
    conceptLinks,
    sourceLinks,
    familyLinks: [...PHRASED, 'values'].flatMap((key) => familyMarksIn(map.get(key))),
  };
}

/** What holds phrases, besides the values. */
const PHRASED = ['verbs', 'ties', 'acts', 'cues', 'frames', 'heads', 'asks', 'scale'];

function readScale(
  node: Node | undefined,
  values: readonly string[],
  file: LocatedFile,
  conceptLinks: { id: string; node: Node }[],
): CompiledAttribute['scale'] {
  if (node === undefined) return undefined;
  const map = file.map(node, 'scale', ['of', 'up', 'down', 'states', 'stand-for'], ['of', 'up', 'down']);
  const up = file.oneOf(map?.get('up'), 'up', values);
  const down = file.oneOf(map?.get('down'), 'down', values);
  if (map === undefined || up === undefined || down === undefined) return undefined;
  const standFor = file.list(map.get('stand-for'), 'stand-for').flatMap((item) => {
    const entry = file.map(item, 'stand-for', ['concept', 'says'], ['concept', 'says']);
    const concept = file.string(entry?.get('concept'), 'concept');
    if (entry === undefined || concept === undefined) return [];
    conceptLinks.push({ id: concept, node: item });
    return [{ concept, says: phrasesAt(entry.get('says'), 'says', file) }];
  });
  const states = file.oneOf(map.get('states'), 'states', ['too'] as const) !== undefined;
  return {
    of: phrasesAt(map.get('of'), 'of', file),
    up,
    down,
    ...(states ? { states } : {}),
    ...(standFor.length === 0 ? {} : { standFor }),
  };
}

function phrasesAt(node: Node | undefined, what: string, file: LocatedFile): CompiledPattern[] {
  return file.list(node, what).flatMap((item) => {
    const text = file.string(item, what);
    if (text === undefined) return [];
    const pattern = readPattern(text);
    if (pattern !== undefined) return [pattern];
    file.complain(
      item,
      `\`${text}\`: close each ( and [, put no bracket into a bracket, let a <mark> stand alone, and leave one word that cannot be left out`,
    );
    return [];
  });
}

/** "(widened|dilated) + (vessels|veins)": the parts that all stand in a definition, in any order. */
function partsAt(node: Node | undefined, what: string, file: LocatedFile): CompiledPattern[][] {
  return file.list(node, what).flatMap((item) => {
    const text = file.string(item, what);
    if (text === undefined) return [];
    const parts = text.split(' + ').map((part) => readPattern(part));
    if (parts.every((part) => part !== undefined)) return [parts];
    file.complain(
      item,
      `\`${text}\`: close each ( and [, put no bracket into a bracket, and leave one word in each part that cannot be left out`,
    );
    return [];
  });
}

/** "keeps + dissolved" in any order, "makes > fall" in this one. */
function anywhereAt(node: Node | undefined, what: string, file: LocatedFile): CompiledParts[] {
  return file.list(node, what).flatMap((item) => {
    const text = file.string(item, what);
    if (text === undefined) return [];
    const ordered = text.includes(' > ');
    const parts = text.split(ordered ? ' > ' : ' + ').map((part) => readPattern(part));
    if (parts.every((part) => part !== undefined)) return [ordered ? { parts, ordered } : { parts }];
    file.complain(
      item,
      `\`${text}\`: join parts by \` + \` or by \` > \`, close each bracket, and leave one word in each part`,
    );
    return [];
  });
}

/** "(made|produced) > (by|in) *": the star stands for a name of a value. */
function framesAt(node: Node | undefined, what: string, file: LocatedFile): CompiledFrame[] {
  return file.list(node, what).flatMap((item) => {
    const text = file.string(item, what);
    if (text === undefined) return [];
    const ordered = text.includes(' > ');
    const parts = text.split(ordered ? ' > ' : ' + ');
    const hole = parts.findIndex((part) => part.includes('*'));
    const [before = '', after = ''] = (parts[hole] ?? '').split('*').map((part) => part.trim());
    const others = parts.map((part, index) => (index === hole ? undefined : readPattern(part)));
    const [first, last] = [before, after].map((part) => (part === '' ? undefined : readPattern(part)));
    const isRead = others.every((part, index) => index === hole || part !== undefined);
    if (hole < 0 || !isRead || (before !== '' && first === undefined) || (after !== '' && last === undefined)) {
      file.complain(item, `\`${text}\`: put one * for the name of a value, and close each bracket`);
      return [];
    }
    const among = (from: number, to: number) =>
      others.slice(from, to).flatMap((part) => (part === undefined ? [] : [part]));
    return [
      {
        ...(first === undefined ? {} : { before: first }),
        ...(last === undefined ? {} : { after: last }),
        earlier: ordered ? among(0, hole) : [],
        later: ordered ? among(hole, parts.length) : [],
        beside: ordered ? [] : among(0, parts.length),
      },
    ];
  });
}

/**
 * "(made|composed) of [uric] acid" as the words that may stand in each place; undefined where a bracket is not closed.
 * Round brackets hold alternatives, square ones what may be left out, also at the end of a word: "kidney[s]". A mark,
 * "<keep>", stands for the words of a family.
 */
export function readPattern(text: string): CompiledPattern | undefined {
  const places = (text.match(/(?:\([^()[\]]*\)|\[[^()[\]]*\]|[^\s()[\]]+)+/gu) ?? []).map((chunk) =>
    alternativesOf(chunk),
  );
  if (places.some((words) => words.some((word) => word.includes('<') && !isFamilyMark(word)))) return undefined;
  if (/[()[\]|]/u.test(text.replace(/\([^()[\]]*\)|\[[^()[\]]*\]/gu, ''))) return undefined;
  return places.some((alternatives) => !alternatives.includes('')) ? places : undefined;
}

function alternativesOf(chunk: string): string[] {
  let readings = [chunk];
  const group = /[([]([^()[\]]*)[)\]]/u;
  while (readings.some((reading) => group.test(reading))) {
    readings = readings.flatMap((reading) => {
      const found = group.exec(reading);
      if (found === null) return [reading];
      const options = [...found[1]!.split('|'), ...(found[0].startsWith('[') ? [''] : [])];
      return options.map((option) => reading.replace(found[0], option));
    });
  }
  return [...new Set(readings.map((reading) => (reading.includes('<') ? reading : normalizePhrase(reading))))];
}
