import type { Candidate } from './candidates.js';
import type { Passage } from './passage.js';
import { PHRASE_KINDS } from './phrases-sayable.js';

/** What the network sees of a candidate: the items around its two places, what marks each of them, and a few sums. */
export interface Features {
  readonly length: number;
  /** Per item: indexes of its word and of its ending, and places beside the subject and beside what is said. */
  readonly words: Int32Array;
  readonly endings: Int32Array;
  readonly besideSubject: Int32Array;
  readonly besideObject: Int32Array;
  /** `MARKS` numbers per item. */
  readonly marks: Float32Array;
  readonly sums: readonly number[];
  readonly relation: number;
}

/** Per item: the thing, what is said, holders, strangers, things of its kind, strong words, places in the text. */
export const MARKS = 10;
export const SUMS = 13 + PHRASE_KINDS.length;
export const ENDINGS = 512;

/** The words and relations that a network knows, by its numbers for them. */
export interface Vocabulary {
  readonly words: ReadonlyMap<string, number>;
  readonly relations: ReadonlyMap<string, number>;
}

/** Items before the first and behind the last of the two places. */
const BEFORE = 18;
const BEHIND = 20;
const LONGEST = 110;
const BEFORE_OBJECT = 65;

export function featuresOf(
  { items, from: ownFrom, to: ownTo, above }: Passage,
  candidate: Candidate,
  { words, relations }: Vocabulary,
): Features {
  const { subject, from, to, statement, wording, holders, strangers } = candidate;
  let low = Math.max(0, Math.min(subject, from) - BEFORE);
  let high = Math.min(items.length, Math.max(subject, to) + BEHIND + 1);
  if (high - low > LONGEST) {
    low = Math.max(low, from - BEFORE_OBJECT);
    high = Math.min(high, low + LONGEST);
  }
  const length = high - low;
  const features = {
    length,
    words: new Int32Array(length),
    endings: new Int32Array(length),
    besideSubject: new Int32Array(length),
    besideObject: new Int32Array(length),
    marks: new Float32Array(length * MARKS),
  };
  const thing = items[subject]!;
  const said = items[from]!;
  for (let at = low; at < high; at++) {
    const item = items[at]!;
    const index = at - low;
    features.words[index] = words.get(item.word) ?? UNKNOWN;
    features.endings[index] = endingOf(item.word);
    features.besideSubject[index] = placeBeside(at - subject);
    features.besideObject[index] = placeBeside(at > to ? at - to : at < from ? at - from : 0);
    const marks = features.marks.subarray(index * MARKS, (index + 1) * MARKS);
    const isNamed = item.conceptId !== undefined;
    marks[0] = at === subject ? 1 : item.conceptId === thing.conceptId ? 0.5 : 0;
    marks[1] = at >= from && at <= to ? 1 : 0;
    marks[4] = isNamed && item.word === thing.word ? 1 : 0;
    marks[5] = item.isStrong ? 1 : 0;
    marks[6] = item.sentence === said.sentence ? 1 : 0;
    marks[7] = at >= ownFrom && at < ownTo ? 1 : 0;
    marks[8] = item.sentence === thing.sentence ? 1 : 0;
    marks[9] = above.has(item.block) ? 1 : 0;
  }
  for (const at of holders) if (at >= low && at < high) features.marks[(at - low) * MARKS + 2] = 1;
  for (const at of strangers) if (at >= low && at < high) features.marks[(at - low) * MARKS + 3] = 1;
  const relation = statement.relation === 'has' ? `has:${statement.attribute}` : statement.relation;
  return {
    ...features,
    sums: [
      holders.length > 0 ? 1 : 0,
      Math.min(holders.length, 3) / 3,
      Math.min(strangers.length, 4) / 4,
      subject < from ? 1 : 0,
      Math.log1p(Math.abs(subject - from)) / 4,
      holders.some((at) => items[at]!.sentence === said.sentence) ? 1 : 0,
      candidate.isOneOfSeveral ? 1 : 0,
      candidate.isBesideWhatHolds ? 1 : 0,
      thing.sentence === said.sentence ? 1 : 0,
      subject >= ownFrom && subject < ownTo ? 1 : 0,
      wording?.isCued === true ? 1 : 0,
      wording?.isCued === false ? 1 : 0,
      Math.min(to - from, 8) / 8,
      ...PHRASE_KINDS.map((kind) => (wording?.kind === kind ? 1 : 0)),
    ],
    relation: relations.get(relation) ?? 0,
  };
}

const UNKNOWN = 1;

/** Far places count as one: 0 is in the middle of fifteen. */
function placeBeside(distance: number): number {
  if (distance === 0) return MIDDLE;
  const far = Math.min(MIDDLE, Math.ceil(Math.log2(Math.abs(distance) + 1)));
  return MIDDLE + (distance > 0 ? far : -far);
}

const MIDDLE = 7;
export const PLACES = 2 * MIDDLE + 1;

/** The last three characters of a word, by a number below `ENDINGS`: words that were never seen end like others. */
function endingOf(word: string): number {
  const known = endings.get(word);
  if (known !== undefined) return known;
  let hash = 0x811c9dc5;
  for (const character of [...word].slice(-3)) hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193);
  const ending = (hash >>> 0) % ENDINGS;
  if (endings.size > MOST_REMEMBERED) endings.clear();
  endings.set(word, ending);
  return ending;
}

const endings = new Map<string, number>();
const MOST_REMEMBERED = 20_000;
