import type { Terminology } from '../../terminology/terminology.js';
import type { Claim } from '../claim.js';
import { isDenied } from '../sentences/clauses.js';
import { contradictionOf } from '../contradictions/contradiction.js';
import type { Discourse } from '../subjects/discourse.js';
import type { Element, SentenceElements } from '../sentences/elements.js';
import { proseSpan } from '../../text/span.js';
import { formsOfTypePairs } from '../plain-forms/type-pairs.js';
import { isCauseOfTypes } from '../contradictions/type-causes.js';

/** The grammar of the sentence was weighed when it was parted. */
export const TOLD_OF_EACH = 'told of each type';

/**
 * What a sentence says of two types at once, of each by itself: "Both the dystrophic and the metastatic type can be
 * caused by lupus", "…, and either of them can be set off by burns". Only where one thing is told, so that it is not
 * parted between the two.
 *
 * @param known what was read in it without that
 * @param read what a sentence states; what it states falsely takes the place of what is known
 */
export function withEachType(
  known: readonly Claim[],
  sentence: SentenceElements,
  discourse: Discourse,
  terminology: Terminology,
  read: (form: SentenceElements) => readonly Claim[],
): readonly Claim[] {
  const forms = [...formsOfJointTypes(sentence, discourse, terminology), ...formsOfTypePairs(sentence, terminology)];
  if (forms.length === 0) return known;
  const told = forms
    .flatMap(read)
    .filter((claim) => contradictionOf(claim, terminology) !== undefined)
    .map((claim) => ({ ...claim, form: TOLD_OF_EACH }));
  const isSame = (one: Claim, other: Claim): boolean =>
    one.block === other.block &&
    one.subject.conceptId === other.subject.conceptId &&
    one.span.start < other.span.end &&
    other.span.start < one.span.end;
  return [...known.filter((claim) => !told.some((other) => isSame(claim, other))), ...told];
}

function formsOfJointTypes(
  sentence: SentenceElements,
  discourse: Discourse,
  terminology: Terminology,
): readonly SentenceElements[] {
  const { elements, isQuestion } = sentence;
  if (isQuestion || !elements.some(({ norm }) => JOINING.has(norm))) return NONE;
  const joined = elements.findIndex(
    (element, at) => isType(element, terminology) && endOfRow(elements, at, terminology) > at,
  );
  if (joined >= 0) {
    const to = endOfRow(elements, joined, terminology);
    const [start, end] = partAround(elements, joined, to);
    if (!tellsOneThing(elements, start, end, joined, to, terminology)) {
      return takenUp(sentence, to + 1, discourse, terminology);
    }
    return typesIn(elements.slice(joined, to + 1), terminology).map((type) => ({
      ...sentence,
      elements: [...elements.slice(start, joined), type, ...elements.slice(to + 1, end)],
    }));
  }
  return takenUp(sentence, 0, discourse, terminology);
}

/** "either of them", "both types": the two that the sentence, or the one before it, names. */
function takenUp(
  sentence: SentenceElements,
  from: number,
  discourse: Discourse,
  terminology: Terminology,
): readonly SentenceElements[] {
  const { elements, block, sentenceIndex } = sentence;
  const at = elements.findIndex(({ norm }, index) => index >= from && TAKES_UP.has(norm));
  if (at < 0) return NONE;
  const to = endOfTakingUp(elements, at);
  if (to < 0) return NONE;
  const own = typesIn(elements.slice(0, at), terminology);
  const before = discourse.sentences[block.index]![sentenceIndex - 1];
  const types = own.length > 0 || before === undefined ? own : typesIn(before.elements, terminology);
  if (types.length !== 2 || typesIn(elements.slice(to), terminology).length > 0) return NONE;
  const [start, end] = partAround(elements, at, to - 1);
  if (!tellsOneThing(elements, start, end, at, to - 1, terminology)) return NONE;
  return types.map((type) => ({
    ...sentence,
    elements: [...elements.slice(start, at), standingAt(type, elements, at, to), ...elements.slice(to, end)],
  }));
}

/** The type in the place of the words that stand for it. */
function standingAt(type: Element, elements: readonly Element[], at: number, to: number): Element {
  const { firstToken, span: first } = elements[at]!;
  const { endToken, span: last } = elements[to - 1]!;
  const span = proseSpan(first.start, last.end);
  return { ...type, firstToken, endToken, span, mention: { ...type.mention!, firstToken, endToken, span } };
}

/** Behind "either", "both of them", "each of the two types"; -1 where another noun follows: "both hands". */
function endOfTakingUp(elements: readonly Element[], at: number): number {
  let to = at + 1;
  while (OF_THEM.has(elements[to]?.norm ?? '')) to++;
  const next = elements[to];
  const isWhole = next === undefined || next.kind === 'mark' || VERBS.has(next.norm);
  return isWhole ? to : -1;
}

/** The last type of a row that begins at one: "dystrophic and in the metastatic type"; the same index where it is alone. */
function endOfRow(elements: readonly Element[], from: number, terminology: Terminology): number {
  let last = from;
  for (let at = from + 1; at < elements.length && at <= last + LONGEST_JOIN; at++) {
    const element = elements[at]!;
    if (isType(element, terminology)) {
      const between = elements.slice(last + 1, at);
      if (!between.some(({ norm }) => norm === 'and' || norm === 'or' || norm === ',' || norm === 'as')) return last;
      last = at;
    } else if (!BETWEEN.has(element.norm)) break;
  }
  return last;
}

/** From the mark before to the one behind, with the comma of a relative clause left in. */
function partAround(elements: readonly Element[], from: number, to: number): readonly [number, number] {
  let start = from;
  while (start > 0 && !MARKS.has(elements[start - 1]!.norm)) start--;
  const end = elements.findIndex(({ norm }, at) => at > to && ENDS.has(norm));
  return [start, end < 0 ? elements.length : end];
}

/** One cause, level or tissue, in words that do not set the types apart. */
function tellsOneThing(
  elements: readonly Element[],
  start: number,
  end: number,
  from: number,
  to: number,
  terminology: Terminology,
): boolean {
  const rest = [...elements.slice(start, from), ...elements.slice(to + 1, end)];
  if (rest.some(({ norm }) => SETS_APART.has(norm)) || isDenied(rest, 0, rest.length)) return false;
  if (rest.some((element) => isType(element, terminology))) return false;
  // "After an injury, the lumps of both types may drain" ties nothing to them.
  if (!rest.some(({ norm, phrase }) => phrase !== undefined || TIES.has(norm))) return false;
  let told = 0;
  let last = -1;
  for (const [at, { phrase, mention }] of rest.entries()) {
    if (phrase === undefined && !isCauseOfTypes(mention?.conceptId ?? '', terminology)) continue;
    // "extravasation of calcium gluconate" is one thing.
    const between = last < 0 ? undefined : rest.slice(last + 1, at);
    if (between === undefined || between.length !== 1 || !WITHIN.has(between[0]!.norm)) told++;
    last = at;
  }
  return told === 1;
}

/** The types that are named, each once. */
function typesIn(elements: readonly Element[], terminology: Terminology): readonly Element[] {
  const found = new Map<string, Element>();
  for (const element of elements) {
    const name = terminology.memberOf(element.mention?.conceptId ?? '')?.name;
    if (name !== undefined && !found.has(name)) found.set(name, element);
  }
  return [...found.values()];
}

function isType({ mention }: Element, terminology: Terminology): boolean {
  return mention?.conceptId !== undefined && terminology.memberOf(mention.conceptId) !== undefined;
}

const NONE: readonly SentenceElements[] = [];
const JOINING = new Set('both either each alike and well'.split(' '));
const TAKES_UP = new Set(['both', 'either', 'each']);
const OF_THEM = new Set('of them these those the two types kinds forms type kind form'.split(' '));
const VERBS = new Set(
  'can may could is are was were comes come goes go follows follow results result arises arise forms form develops develop starts start begins begin has have stems stem occurs occur'.split(
    ' ',
  ),
);
const BETWEEN = new Set('and or , the a in as well both also of with from'.split(' '));
const MARKS = new Set([',', ';', ':', '–', '—', '(', 'while', 'whereas', 'but']);
const ENDS = new Set([';', '–', '—', 'while', 'whereas', 'but', ')']);
const SETS_APART = new Set(
  'respectively former latter first second one other another differ differs different difference between distinguish distinguished confuse confused versus vs than unlike whereas while or nor neither order turn former types division kinds'.split(
    ' ',
  ),
);
const TIES = new Set(
  'cause causes caused causing lead leads led come comes came due follow follows followed result results arise arises start starts starting begin begins trace traced blame blamed because trigger triggers triggered set sets bring brings brought go goes back seen found develop develops form forms occur occurs appear appears stem stems origin explain explains explained produce produces'.split(
    ' ',
  ),
);
const WITHIN = new Set('of with from'.split(' '));
const LONGEST_JOIN = 5;
