import type { Terminology } from '../../terminology/terminology.js';
import { clausesOf, isNegator } from '../sentences/clauses.js';
import type { Element, SentenceElements } from '../sentences/elements.js';
import { BETWEEN, JUDGES, LABELS, LUMPS, NOTED, POINTS, TAKES, UNSETTLED } from './told-case-words.js';
import { EXPLAINING_MARKS } from '../sentences/lexicon.js';

/** Where a sentence gives a case its type. */
export interface GivenType {
  /** Index of the element that names the type. */
  readonly at: number;
  /** Index of the element that the giving begins at, and of the one behind it. */
  readonly from: number;
  readonly to: number;
  /** It points to the case by "this", "mine", "her lumps"; a label or a note points to what stands before it. */
  readonly points: boolean;
  /** It is what follows from what was told: "deposits that follow from this". */
  readonly follows: boolean;
}

/**
 * Where a sentence gives what was told before a type: "My kind of calcinosis is therefore the iatrogenic one", "I would
 * file these nodules under the idiopathic type", "Diagnosis: dystrophic calcinosis", "Metastatic calcinosis explained to
 * family." The words from what stands for the case, from the verb of whoever judges it, or from the label to the type
 * must all be ones that such a statement is made of; undefined where one is not, and where it is denied or left open.
 */
export function givenTypeIn(sentence: SentenceElements, terminology: Terminology): GivenType | undefined {
  const { elements, isQuestion } = sentence;
  if (isQuestion || elements.length > LONGEST) return undefined;
  const types = elements.flatMap((element, at) => (isType(element, terminology) ? [at] : []));
  const [at] = types;
  if (at === undefined || new Set(types.map((type) => memberOf(elements[type]!, terminology))).size > 1) {
    return undefined;
  }
  if (clausesOf(sentence).some(({ attribution }) => attribution !== 'writer')) return undefined;
  const from = startOf(elements, at);
  const to = endOf(elements, at);
  const part = elements.slice(from, to);
  // "(not scleroderma; that goes under dystrophic)"
  const opened = elements.slice(0, at).filter(({ norm }) => norm === '(').length;
  if (opened > elements.slice(0, at).filter(({ norm }) => norm === ')').length) return undefined;
  if (part.some(({ norm }) => UNSETTLED.has(norm) || isNegator(norm))) return undefined;
  const given =
    pointedFrom(sentence, from, at, terminology) ??
    judgedFrom(elements, from, at, terminology) ??
    labeledFrom(elements, from, at) ??
    notedAt(elements, from, at, to);
  // "Such papules are …", of what may come of something, is a statement on all of them.
  const follows = part.some(({ norm }) => FOLLOWS.has(norm) || norm === 'such');
  return given === undefined ? undefined : { at, to, follows, ...given };
}

type Opening = Pick<GivenType, 'from' | 'points'>;

/** "My kind of calcinosis is therefore …", "What she describes is …", "That made it …", "I have …" */
function pointedFrom(
  sentence: SentenceElements,
  from: number,
  at: number,
  terminology: Terminology,
): Opening | undefined {
  const { elements } = sentence;
  const verb = lastVerbBefore(elements, from, at, TAKES, terminology);
  if (verb < 0) return undefined;
  const subject = elements.slice(from, verb);
  // "…, which makes hers an idiopathic calcinosis"
  const isMade = MAKES.has(elements[verb]!.norm) && elements.slice(verb, at).some(({ norm }) => POINTS.has(norm));
  if (isMade && subject.length === 1 && subject[0]!.norm === 'which') return { from, points: true };
  const opens = subject.findLastIndex(({ norm }) => POINTS.has(norm) || LUMPS.has(norm));
  if (opens < 0 || subject.slice(opens).some((element) => isOfItsOwn(element, terminology))) return undefined;
  const pointer = [subject[opens]!, subject[opens - 1], subject[opens - 2]];
  // "such papules", "the plate", "Emil's plaques"
  const points = pointer.some(
    (one) => one !== undefined && (POINTS.has(one.norm) || one.norm === 'the' || isOwner(one, sentence)),
  );
  // "Deposits are dystrophic in …": of deposits at large, unless they follow from what was told.
  const follows = elements.slice(from, at).some((element) => FOLLOWS.has(element.norm));
  return points || follows ? { from: from + opens, points: true } : undefined;
}

function isOwner({ firstToken }: Element, { block }: SentenceElements): boolean {
  return block.tokens[firstToken]!.possessive !== '';
}

/** "I would file these nodules under …", "We conclude that this is …", "The team diagnosed …" */
function judgedFrom(
  elements: readonly Element[],
  from: number,
  at: number,
  terminology: Terminology,
): Opening | undefined {
  const verb = lastVerbBefore(elements, from, at, JUDGES, terminology);
  if (verb < 0) return undefined;
  if (elements.slice(from, verb).some((element) => isOfItsOwn(element, terminology))) return undefined;
  const points = elements.slice(from, at).some(({ norm }) => POINTS.has(norm));
  return { from: Math.max(from, verb - 1), points };
}

/** "Impression: …", "…: the textbook picture of …" */
function labeledFrom(elements: readonly Element[], from: number, at: number): Opening | undefined {
  const mark = from - 1;
  if (!EXPLAINING_MARKS.has(elements[mark]?.norm ?? '')) return undefined;
  if (!elements.slice(from, at).every(({ norm }) => BETWEEN.has(norm))) return undefined;
  const label = elements.slice(0, mark);
  // A long description before the colon; a label of a few words must be one for a type.
  const isLabel = label.length <= LONGEST_LABEL && label.some(({ norm }) => LABELS.has(norm));
  const isDescription = label.length > LONGEST_LABEL;
  return isLabel || isDescription ? { from, points: false } : undefined;
}

/** "Metastatic calcinosis explained to family." */
function notedAt(elements: readonly Element[], from: number, at: number, to: number): Opening | undefined {
  if (from !== 0 || !elements.slice(0, at).every(({ norm }) => BETWEEN.has(norm))) return undefined;
  const rest = elements.slice(at + 1);
  // "Metastatic." alone is a label of what follows.
  const isNote =
    rest.some(({ kind }) => kind === 'word') && rest.every(({ norm }) => NOTED.has(norm)) && to === elements.length;
  return isNote ? { from, points: false } : undefined;
}

/** The last such verb from which only words that say nothing of their own lead to the type; -1 where there is none. */
function lastVerbBefore(
  elements: readonly Element[],
  from: number,
  at: number,
  verbs: ReadonlySet<string>,
  terminology: Terminology,
): number {
  for (let verb = at - 1; verb >= from; verb--) {
    const element = elements[verb]!;
    if (element.kind === 'word' && verbs.has(element.norm)) {
      const opening = elements.slice(from, verb).map(({ norm }) => norm);
      // "they should be recorded as": the pointer stands before all of the verbs.
      const isLed = opening.some((norm) => POINTS.has(norm) || LUMPS.has(norm) || norm === 'which');
      if (verbs !== TAKES || isLed) return verb;
    }
    if (!leadsOn(element, terminology) && !isDoneWith(elements, verb)) return -1;
  }
  return -1;
}

/** "were signed out as", "was entered under" */
function isDoneWith(elements: readonly Element[], at: number): boolean {
  return (
    PARTICIPLE.test(elements[at]!.norm) &&
    elements.slice(at + 1, at + 3).some(({ norm }) => ['as', 'under'].includes(norm))
  );
}

/** It says nothing of its own between a verb and the type. */
function leadsOn({ norm, mention, phrase }: Element, terminology: Terminology): boolean {
  if (phrase !== undefined) return false;
  if (BETWEEN.has(norm) || LUMPS.has(norm) || TAKES.has(norm) || JUDGES.has(norm) || ADVERB.test(norm)) return true;
  const id = mention?.conceptId;
  return (
    id !== undefined && (terminology.classificationOf(id) !== undefined || PARTS.has(terminology.concept(id)!.kind))
  );
}

/** Another condition, a medicine or the like: the verb may be of that. */
function isOfItsOwn({ mention }: Element, terminology: Terminology): boolean {
  const id = mention?.conceptId;
  if (id === undefined || terminology.classificationOf(id) !== undefined) return false;
  return OWN_KINDS.has(terminology.concept(id)!.kind);
}

/** Index at which the part of the sentence that names the type begins. */
function startOf(elements: readonly Element[], at: number): number {
  for (let index = at - 1; index >= 0; index--) {
    const { norm } = elements[index]!;
    if (PARTING.has(norm)) return index + 1;
    if (norm !== ',') continue;
    if (RELATIVES.has(elements[index + 1]?.norm ?? '')) return index + 1;
    // "is, therefore, the …", "so hers is, by definition, …": what is thrown in parts nothing.
    const next = elements.slice(index + 1, at);
    const isWhole = next.some(({ norm: word }) => TAKES.has(word) || JUDGES.has(word)) || next.length === 0;
    if (isWhole && next.some(({ norm: word }) => POINTS.has(word) || LUMPS.has(word) || JUDGES.has(word))) {
      return index + 1;
    }
  }
  return 0;
}

function endOf(elements: readonly Element[], at: number): number {
  const end = elements.findIndex(
    ({ norm }, index) => index > at && (PARTING.has(norm) || norm === ',' || norm === '.'),
  );
  return end < 0 || elements[end]!.norm === '.' ? elements.length : end;
}

function memberOf({ mention }: Element, terminology: Terminology): string | undefined {
  return terminology.memberOf(mention?.conceptId ?? '')?.name;
}

function isType(element: Element, terminology: Terminology): boolean {
  return memberOf(element, terminology) !== undefined;
}

/** In elements. */
const LONGEST = 60;
const LONGEST_LABEL = 5;
const PARTING = new Set([
  ...[';', ':', '–', '—', '(', ')', '→', '='],
  ...'but although though while whereas because since however yet'.split(' '),
]);
const FOLLOWS = new Set(
  'follow follows followed following therefore thus hence consequently accordingly then'.split(' '),
);
const RELATIVES = new Set(['which', 'who', 'whose', 'where']);
const MAKES = new Set(['makes', 'made', 'make', 'renders', 'rendered']);
const PARTICIPLE = /.ed$/u;
const ADVERB = /.ly$/u;
const PARTS = new Set(['anatomy', 'sign', 'profession']);
const OWN_KINDS = new Set(['disease', 'form', 'drug', 'drug-class', 'device', 'complication', 'procedure']);
