import type { Mention } from '../../mentions/mention.js';
import type { ConceptKind } from '../../terminology/source-format.js';
import type { Terminology } from '../../terminology/terminology.js';
import { proseSpan } from '../../text/span.js';
import type { Element, SentenceElements } from '../sentences/elements.js';
import { Word } from '../sentences/word-lists.js';

/**
 * A sentence in which "the former" and "the latter" name what they stand for, so that every reader takes them for it:
 * the first or the second of the two things of one kind that stand side by side before.
 *
 * @param previous the sentences before it, the last one first
 */
export function withOrderedNames(
  sentence: SentenceElements,
  previous: readonly SentenceElements[],
  terminology: Terminology,
): SentenceElements {
  if ((sentence.words & Word.order) === 0) return sentence;
  const { elements } = sentence;
  let changed: Element[] | undefined;
  let pair: readonly [Mention, Mention] | undefined;
  for (const [at, element] of elements.entries()) {
    const place = isTheOther(elements, at) ? 'other' : placeOf(elements, at);
    if (place === undefined) {
      // "The second is the small one, the first of all …": of both or of neither.
      if (ORDERED.has(element.norm) && element.mention === undefined && elements[at - 1]?.norm === 'the') {
        return sentence;
      }
      continue;
    }
    const own = elements.slice(0, at);
    // "Creatine kinase is not creatinine; the latter …": what the sentence itself names may be meant.
    const isNamed = own.some(({ mention }) => mention !== undefined);
    const named = isNamed ? [] : (previous.find((one) => namesThings(one) && !speaksOfTwoAbove(one))?.elements ?? []);
    if (place !== 'last') {
      pair ??= pairIn(own, terminology) ?? pairIn(named, terminology);
      const isOfTwo = FORMER.has(element.norm) && !isNamed;
      pair ??= isOfTwo ? oneEach(previous, terminology) : undefined;
    }
    if (place === 'other') {
      const other = at === 1 ? otherOf(previous, terminology) : undefined;
      if (other === undefined) continue;
      changed ??= [...elements];
      changed[at] = asNamed(elements, at, other, sentence);
      continue;
    }
    const meant = place === 'last' ? (lastIn(own, terminology) ?? lastIn(named, terminology)) : pair?.[place];
    if (meant === undefined) continue;
    changed ??= [...elements];
    changed[at] = asNamed(elements, at, meant, sentence);
  }
  if (changed === undefined) return sentence;
  const isCovered = (at: number): boolean =>
    [at - 1, at - 2].some((named) => named >= 0 && changed[named]!.endToken > changed[at]!.firstToken);
  return { ...sentence, elements: changed.filter((_, at) => !isCovered(at)) };
}

/** In elements. */
function lengthOfName(elements: readonly Element[], at: number): number {
  const next = elements[at + 1]?.norm;
  if (next === 'one') return 2;
  return elements[at]!.norm === 'last' && isOfThese(elements, at + 1) ? 3 : 1;
}

function isOfThese(elements: readonly Element[], at: number): boolean {
  return elements[at]?.norm === 'of' && THESE.has(elements[at + 1]?.norm ?? '');
}

/** The element with what it stands for. */
function asNamed(elements: readonly Element[], at: number, meant: Mention, { block }: SentenceElements): Element {
  const element = elements[at]!;
  // "the second one", "the last of these"
  const { endToken, span } = elements[at + lengthOfName(elements, at) - 1]!;
  const covered = proseSpan(element.span.start, span.end);
  const mention: Mention = { ...meant, block: block.index, firstToken: element.firstToken, endToken, span: covered };
  return { ...element, kind: 'mention', mention, endToken, span: covered };
}

/** "The other is one as well." */
function isTheOther(elements: readonly Element[], at: number): boolean {
  const { norm, mention } = elements[at]!;
  if (norm !== 'other' || mention !== undefined || elements[at - 1]?.norm !== 'the') return false;
  const next = elements[elements[at + 1]?.norm === 'one' ? at + 2 : at + 1];
  return next !== undefined && isAct(next);
}

/** "… minocycline and ceftriaxone. The former is a tetracycline.": of the two, the one that was not spoken of since. */
function otherOf([last, ...above]: readonly SentenceElements[], terminology: Terminology): Mention | undefined {
  if (last === undefined || above.length === 0) return undefined;
  const pair = above.map(({ elements }) => pairIn(elements, terminology)).find((found) => found !== undefined);
  if (pair === undefined) return undefined;
  const spokenOf = pair.filter(({ conceptId }) =>
    last.elements.some((element, at) => at <= FARTHEST_OPENING && element.mention?.conceptId === conceptId),
  );
  const isAlone = spokenOf.length === 1 && !last.elements.some(({ norm }) => norm === 'other');
  return isAlone ? pair.find((one) => one !== spokenOf[0]) : undefined;
}

/**
 * What a sentence says of the former and of the latter, each by itself: in "… differs from the dystrophic type: in the
 * former phosphate is high, in the latter it is normal" what parts the two says nothing against what is told of each.
 */
export function partsOfOrdered(sentence: SentenceElements): readonly SentenceElements[] {
  const { elements } = sentence;
  const named = elements.flatMap((element, at) => (isOrderedName(element) ? [at] : []));
  const openings = named.map((at) => elements.findLastIndex(({ norm }, index) => index < at && PARTS.has(norm)) + 1);
  return openings.flatMap((from, index) => {
    const next = openings[index + 1] ?? elements.length;
    const mark = elements.findIndex(({ norm }, at) => at > named[index]! && norm === ';');
    const end = mark < 0 ? next : Math.min(mark, next);
    // The two stand in one part, or the sentence speaks of nothing else.
    if (from === 0 || end - from < SHORTEST_PART) return [];
    const isJoint = JOINS.has(elements[end - 1]!.norm) || elements[end - 1]!.norm === ',';
    return [{ ...sentence, elements: elements.slice(from, isJoint ? end - 1 : end) }];
  });
}

const OPENS_STATEMENT = new Set(
  ', it the there its calcium phosphate blood tissue skin nobody no both neither one they we you all everything nothing'.split(
    ' ',
  ),
);
const PARTS = new Set([':', ';', ',', '–', '—', '(', 'while', 'whereas', 'but']);
const SHORTEST_PART = 4;

/** "I looked them up at home." names nothing. */
function namesThings({ elements }: SentenceElements): boolean {
  return elements.some(({ mention }) => mention !== undefined);
}

/** "Both block TNF.", "The two words say …", "The former is an antibody.": the two stand farther up. */
function speaksOfTwoAbove({ elements }: SentenceElements): boolean {
  const [first, second] = elements;
  if (elements.some(isOrderedName)) return true;
  if (!TWO_ABOVE.has(first?.norm ?? '') && !(first?.norm === 'the' && second?.norm === 'two')) return false;
  return !elements.some(({ norm }, at) => JOINS.has(norm) && elements[at - 1]?.mention !== undefined);
}

const TWO_ABOVE = new Set('both they these neither either'.split(' '));

/** "the former"; "The second does not" where it opens its part and a verb follows. */
function placeOf(elements: readonly Element[], at: number): 0 | 1 | 'last' | undefined {
  const { norm, mention } = elements[at]!;
  const determiner = elements[at - 1]?.norm;
  if (mention !== undefined || (determiner !== 'the' && determiner !== 'this')) return undefined;
  const isOne = elements[at + 1]?.norm === 'one';
  const next = elements[isOne ? at + 2 : at + 1];
  const isAlone = next === undefined || next.kind === 'mark' || VERBS.test(next.norm) || STATES.has(next.norm);
  // "the former patient", but not beside "the latter"
  if (norm === 'former') return isAlone || elements.some((other) => other.norm === 'latter') ? 0 : undefined;
  if (norm === 'latter') return 1;
  // "in the first, …, in the second …"
  const isBeside = elements.some((other, index) => index !== at && ORDERED.has(other.norm) && other.norm !== norm);
  if (isBeside && elements[at - 2]?.norm === 'in' && OPENS_STATEMENT.has(next?.norm ?? '')) {
    return norm === 'first' ? 0 : norm === 'second' ? 1 : undefined;
  }
  const isOpening = at === 1 || [',', ';', 'and', 'but', 'while'].includes(elements[at - 2]?.norm ?? '');
  // "The last of these, a diuretic, makes …"
  if (norm === 'last' && isOpening && isOfThese(elements, at + 1)) {
    const behind = elements[at + 3];
    return behind !== undefined && (behind.norm === ',' || isAct(behind)) ? 'last' : undefined;
  }
  // "this last one"; "the last is …" may be the last of anything.
  if (norm === 'last') return isOne && isOpening && next !== undefined && isAct(next) ? 'last' : undefined;
  if (determiner !== 'the') return undefined;
  if (isOne && isOpening && next !== undefined && isAct(next)) {
    return norm === 'first' ? 0 : norm === 'second' ? 1 : undefined;
  }
  if (!isOpening || !STATES.has(next?.norm ?? '')) return undefined;
  return norm === 'first' ? 0 : norm === 'second' ? 1 : undefined;
}

/** A verb, as far as its form tells. */
function isAct({ norm, mention }: Element): boolean {
  return mention === undefined && (VERBS.test(norm) || STATES.has(norm));
}

/** The last of some things of one sort that stand side by side: "warfarin, heparin and apixaban". */
function lastIn(elements: readonly Element[], terminology: Terminology): Mention | undefined {
  const at = elements.findLastIndex(({ mention }) => mention !== undefined);
  const isJoined = [at - 1, at - 2].some((index) => elements[index]?.norm === 'and' || elements[index]?.norm === 'or');
  const before = elements.findLast(({ mention }, index) => index < at && mention !== undefined)?.mention;
  if (!isJoined || before === undefined) return undefined;
  return ofOneSort(before, elements[at]!.mention!, terminology)?.[1];
}

/** It is told of one of two, and the text may go on about either: no topic of what follows. */
export function isOrderedName({ norm, mention }: Element): boolean {
  return mention !== undefined && STANDING_FOR.has(norm);
}

/** The only two of one sort that stand side by side: "PTH and calcitonin". */
export function pairIn(
  elements: readonly Element[],
  terminology: Terminology,
): readonly [Mention, Mention] | undefined {
  const pairs = elements.flatMap((element, at) => {
    // "It is said that rituximab is an antibiotic and that …" joins two statements.
    if (!JOINS.has(element.norm) || elements[at + 1]?.norm === 'that') return [];
    const before = [at - 1, at - 2].find((index) => elements[index]?.mention !== undefined) ?? -1;
    const first = elements[before]?.mention;
    const second = [at + 1, at + 2].map((index) => elements[index]?.mention).find((mention) => mention !== undefined);
    const pair = first === undefined || second === undefined ? undefined : ofOneSort(first, second, terminology);
    return pair === undefined ? [] : [{ pair, first: before }];
  });
  const [only] = pairs;
  if (pairs.length === 0) return onlyTwo(elements, terminology);
  if (pairs.length !== 1) return undefined;
  // "a, b and c": of three none is the former.
  const isThird = elements[only!.first - 1]?.norm === ',' && elements[only!.first - 2]?.mention !== undefined;
  return isThird ? undefined : only!.pair;
}

/** "The dystrophic type is common. Calciphylaxis is rare. The former …": one in each of the two sentences before. */
function oneEach(
  [last, first]: readonly SentenceElements[],
  terminology: Terminology,
): readonly [Mention, Mention] | undefined {
  if (last === undefined || first === undefined) return undefined;
  const [one, other] = [first, last].map(({ elements }) => onlyCondition(elements, terminology));
  return one === undefined || other === undefined ? undefined : ofOneSort(one, other, terminology);
}

/** The thing that a sentence opens with, where it names no other. */
function onlyCondition(elements: readonly Element[], terminology: Terminology): Mention | undefined {
  const named = elements.flatMap(({ mention }, at) => (mention === undefined ? [] : [{ mention, at }]));
  const [first] = named;
  if (first === undefined || first.at > FARTHEST_OPENING) return undefined;
  const isBeside = ({ mention: { conceptId } }: (typeof named)[number]) =>
    BESIDE.has(terminology.concept(conceptId ?? '')?.kind ?? '');
  return named.slice(1).every(isBeside) ? first.mention : undefined;
}

/** "On Monday we had heparin, on Tuesday warfarin": two of one sort, and nothing else. */
function onlyTwo(elements: readonly Element[], terminology: Terminology): readonly [Mention, Mention] | undefined {
  const named = elements.flatMap(({ mention }) => (mention === undefined ? [] : [mention]));
  if (named.length === 2) return ofOneSort(named[0]!, named[1]!, terminology);
  // "One has calciphylaxis and is in pain, the other has scrotal calcinosis": pain is neither.
  const conditions = named.filter(({ conceptId }) => CONDITIONS.has(terminology.concept(conceptId ?? '')?.kind ?? ''));
  const others = named.filter((mention) => !conditions.includes(mention));
  const isBeside = ({ conceptId }: Mention) => BESIDE.has(terminology.concept(conceptId ?? '')?.kind ?? '');
  if (conditions.length !== 2 || !others.every(isBeside)) return undefined;
  return ofOneSort(conditions[0]!, conditions[1]!, terminology);
}

/** Both with the reading in which they are of one sort: an abbreviation may stand for more than one thing. */
function ofOneSort(first: Mention, second: Mention, terminology: Terminology): readonly [Mention, Mention] | undefined {
  for (const one of readingsOf(first)) {
    for (const other of readingsOf(second)) {
      const sort = SORTS.get(terminology.concept(one)!.kind);
      if (one === other || sort === undefined || sort !== SORTS.get(terminology.concept(other)!.kind)) continue;
      return [
        { ...first, conceptId: one },
        { ...second, conceptId: other },
      ];
    }
  }
  return undefined;
}

function readingsOf({ conceptId, readings }: Mention): readonly string[] {
  return conceptId === undefined ? readings.map((reading) => reading.conceptId) : [conceptId];
}

const CONDITIONS = new Set<string>(['disease', 'type', 'form', 'process', 'complication']);
const BESIDE = new Set<string>(['symptom', 'sign', 'anatomy', 'substance']);
/** In elements: "Behind it lie the parathyroids". */
const FARTHEST_OPENING = 4;
const THESE = new Set(['these', 'those', 'them']);
const FORMER = new Set(['former', 'latter']);
const ORDERED = new Set(['former', 'latter', 'first', 'second']);
const STANDING_FOR = new Set([...ORDERED, 'other']);
const JOINS = new Set(['and', 'or', '&', 'from', 'versus', 'vs']);
/** "the latter stains", but not "the former patient" */
const VERBS = /[^s]s$/u;
const STATES = new Set(
  'is are was were has have had can may will does do contains contain blocks block lowers raises uses binds comes means goes acts works belongs widens narrows makes tells needs affects attacks shows measures holds lies sits spares follows leaves calms helps stands the phosphate calcium blood levels and but then a an it deposits tissue being having tie join lie sit cover covers stay stays raise lower block in on from by of with for which that who'.split(
    ' ',
  ),
);
const SORTS: ReadonlyMap<ConceptKind, number> = new Map(
  (
    [
      ['disease', 'type', 'form', 'process', 'complication'],
      ['drug', 'drug-class', 'protein', 'substance', 'lab-test'],
      ['imaging', 'procedure', 'stain'],
      ['anatomy'],
      ['lab-finding', 'sign', 'symptom'],
      ['organism'],
    ] as const
  ).flatMap((kinds, sort) => kinds.map((kind) => [kind, sort] as const)),
);
