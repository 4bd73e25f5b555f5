import type { Surroundings } from '../subjects/antecedents.js';
import type { Element, SentenceElements } from '../sentences/elements.js';
import { entryAbove, isThing } from '../sentences/entries.js';
import { NUMBERS } from '../sentences/lexicon.js';
import { DRUGS, SORTS, TESTS } from './plain-form-words.js';

/** What stands for several things that were named side by side, and those things. */
export interface SeveralThings {
  /** Index behind what stands for them. */
  readonly end: number;
  readonly things: readonly Element[];
}

/**
 * The things that "both", "either one", "all three" or "they" stand for: those that the sentence before, or the title
 * of the entry, names side by side as what it is about. "Cinacalcet and etelcalcetide … They make …" says it of each.
 * @param at index of the word that stands for them
 */
export function severalThingsAt(
  sentence: SentenceElements,
  at: number,
  around: Surroundings,
): SeveralThings | undefined {
  const meant = meantAt(sentence, at);
  if (meant === undefined || sentence.elements.slice(meant.end).some(({ norm }) => TELLS_APART.has(norm))) {
    return undefined;
  }
  const things =
    listedIn(sentence.elements.slice(0, at), around) ?? namedBefore(sentence, around) ?? allBefore(sentence, around);
  if (things === undefined || (meant.count !== undefined && meant.count !== things.count)) return undefined;
  // "They" behind things that stand in no row may be any of them.
  if (!things.isRow && meant.count === undefined) return undefined;
  return { end: meant.end, things: things.known };
}

interface MeantSeveral {
  readonly end: number;
  /** Undefined where it is not told. */
  readonly count: number | undefined;
}

function meantAt({ elements, block }: SentenceElements, at: number): MeantSeveral | undefined {
  const norm = (step: number): string => elements[at + step]?.norm ?? '';
  const opening = norm(0);
  const counted = NUMBERS[norm(1)];
  let end: number;
  let count: number | undefined;
  if (opening === 'they' || opening === 'these') end = at + 1;
  else if (ONE_OF_TWO.has(opening)) [end, count] = [at + 1, 2];
  else if (opening === 'each') end = at + 1;
  else if (DETERMINERS.has(opening) && counted !== undefined) [end, count] = [at + 2, counted];
  else return undefined;
  const next = elements[end]?.norm ?? '';
  if (next === 'of' && THEM.has(elements[end + 1]?.norm ?? '')) end += 2;
  else if (NOUNS.has(next)) end++;
  const verb = elements[end];
  // "Both pamidronate and …", "these lumps": they name what they speak of.
  if (verb === undefined || verb.mention !== undefined || NO_VERBS.has(verb.norm)) return undefined;
  // "They lower blood calcium" holds the words for a low level.
  const isVerb = verb.kind === 'word' || (verb.kind === 'level' && block.text.startsWith('lower ', verb.span.start));
  return isVerb ? { end, count } : undefined;
}

interface NamedThings {
  readonly known: readonly Element[];
  /** With those that the terminology does not know. */
  readonly count: number;
  readonly isRow: boolean;
}

/** The list that the last sentence which names anything opens with, or the title of the entry. */
function namedBefore(sentence: SentenceElements, around: Surroundings): NamedThings | undefined {
  const { block, sentenceIndex } = sentence;
  if (block.table !== undefined) return undefined;
  const before = around.discourse.sentences[block.index]!.slice(0, sentenceIndex);
  for (const { elements, isQuestion } of before.slice(-FARTHEST).reverse()) {
    if (isQuestion) return undefined;
    if (elements.some(({ mention }) => mention !== undefined)) return listedIn(elements, around);
    // Whom they stand for was told before: "They are given with food. Both …"
    if (!elements.some(({ norm }) => norm === 'they' || norm === 'both')) return undefined;
  }
  if (before.length > 0 || entryAbove(sentence, around) !== undefined) return undefined;
  const title = around.discourse.sentences[block.index - 1];
  return title?.length === 1 && isTitle(title[0]!.elements) ? listedIn(title[0]!.elements, around) : undefined;
}

/** "**Cinacalcet (tablet) and etelcalcetide (into your line)**" */
function isTitle(elements: readonly Element[]): boolean {
  return elements.length <= LONGEST_TITLE && !elements.some(({ norm }) => STATES.has(norm));
}

/** Things of one sort, with nothing between them but marks, "and" and what stands in brackets; and no other behind. */
function listedIn(elements: readonly Element[], { terminology }: Surroundings): NamedThings | undefined {
  const idAt = (at: number): string | undefined => elements[at]?.mention?.conceptId;
  const first = elements.findIndex(({ mention }) => mention !== undefined);
  if (first < 0 || first > LONGEST_OPENING || elements.slice(0, first).some(({ norm }) => ASIDES.has(norm))) {
    return undefined;
  }
  const known: Element[] = [];
  let count = 0;
  let depth = 0;
  let at = first;
  let isJoined = true;
  for (; at < elements.length; at++) {
    const { norm, kind, mention } = elements[at]!;
    if (norm === '(') depth++;
    else if (norm === ')') depth--;
    else if (depth === 0 && (norm === 'and' || norm === ',')) isJoined = true;
    else if (depth === 0 && isJoined) {
      if (kind === 'mark') continue;
      if (mention === undefined && !isUnknownName(elements, at)) break;
      if (mention !== undefined && (mention.conceptId === undefined || !isThing(mention.conceptId, terminology))) break;
      if (mention !== undefined) known.push(elements[at]!);
      count++;
      isJoined = false;
    } else if (depth === 0) break;
  }
  const ids = known.map(({ mention }) => mention!.conceptId!);
  if (count < 2 || count > MOST_THINGS || known.length === 0 || new Set(ids).size < ids.length) return undefined;
  const sort = SORTS.find((one) => ids.every((id) => one.has(terminology.concept(id)!.kind)));
  if (sort === undefined) return undefined;
  for (; at < elements.length; at++) {
    const id = idAt(at);
    const isOther = id !== undefined && sort.has(terminology.concept(id)!.kind);
    if (isOther && !ids.some((own) => own === id || terminology.isA(own, id))) return undefined;
  }
  return { known, count, isRow: true };
}

/** "Warfarin is a tablet, heparin an injection. Both …": all things of one sort that the sentence before names. */
function allBefore({ block, sentenceIndex }: SentenceElements, { discourse, terminology }: Surroundings) {
  const before = discourse.sentences[block.index]![sentenceIndex - 1];
  if (before === undefined || before.isQuestion || block.table !== undefined) return undefined;
  const named = before.elements.filter(
    ({ mention }) => mention?.conceptId !== undefined && isThing(mention.conceptId, terminology),
  );
  const [first] = named;
  // Of diseases and types the one is what the other is said of.
  const sort = [DRUGS, TESTS].find((one) =>
    one.has(terminology.concept(first?.mention!.conceptId ?? '')?.kind ?? 'term'),
  );
  const own = named.filter(({ mention }) => sort?.has(terminology.concept(mention!.conceptId!)!.kind) === true);
  const ids = own.map(({ mention }) => mention!.conceptId!);
  const known = own.filter((_, at) => ids.indexOf(ids[at]!) === at);
  const isKindOfOther = ids.some((id) => ids.some((other) => other !== id && terminology.isA(other, id)));
  return known.length < 2 || isKindOfOther ? undefined : { known, count: known.length, isRow: false };
}

/** "Denosumab and romosozumab are …": behind "and" a name that is not known. */
function isUnknownName(elements: readonly Element[], at: number): boolean {
  const { norm, kind } = elements[at]!;
  return kind === 'word' && norm.length >= SHORTEST_NAME && STATES.has(elements[at + 1]?.norm ?? '');
}

/** "They say how far it reaches, the first …, the second …": not the same of each. */
const TELLS_APART = new Set(
  'or first second third former latter other others respectively differ differs different apart one another turn unlike while whereas each own'.split(
    ' ',
  ),
);
/** In sentences. */
const FARTHEST = 2;
const MOST_THINGS = 4;
/** In elements. */
const LONGEST_TITLE = 16;
const LONGEST_OPENING = 2;
/** In letters. */
const SHORTEST_NAME = 6;
const ONE_OF_TWO = new Set(['both', 'either']);
const DETERMINERS = new Set(['all', 'the', 'these']);
const THEM = new Set(['them', 'these', 'those']);
const NOUNS = new Set(
  'one drugs medicines medications tablets agents pills diseases conditions hormones tests scans'.split(' '),
);
const NO_VERBS = new Set(
  'of in on at for with by from to and or that which who than as like against because if not before after when while without under over into'.split(
    ' ',
  ),
);
const STATES = new Set('is are was were has have do does'.split(' '));
/** Before the things, they are not what the sentence is about. */
const ASIDES = new Set('in with for of unlike like besides without after before not under from between'.split(' '));
