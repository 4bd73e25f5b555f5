import type { CompiledClassification } from '../../terminology/compiled.js';
import type { Terminology } from '../../terminology/terminology.js';
import { proseSpan, type ProseSpan } from '../../text/span.js';
import { BEFORE_INEXACT } from '../counts/counted-heads.js';
import type { Discourse } from '../subjects/discourse.js';
import { membersIn } from './division-members.js';
import type { Element, SentenceElements } from '../sentences/elements.js';
import { DIVIDES, PLURAL_TYPE_WORDS } from './division-words.js';
import { NUMBERS, TYPE_WORDS } from '../sentences/lexicon.js';

/** What announces a division, and where: the number, the word for types, and where the names begin. */
export interface DivisionHead {
  readonly classification: CompiledClassification;
  readonly of: string;
  readonly number: number | undefined;
  readonly numberSpan: ProseSpan | undefined;
  readonly at: number;
  readonly end: number;
  readonly membersFrom: number;
}

/** "two main types of calcinosis", "calcinosis is divided into", "Four main forms exist", "calcinosis has five types". */
export function findHead(
  sentence: SentenceElements,
  discourse: Discourse,
  terminology: Terminology,
): DivisionHead | undefined {
  const { elements } = sentence;
  for (let at = 0; at < elements.length; at++) {
    if (!PLURAL_TYPE_WORDS.has(elements[at]!.norm)) continue;
    const number = numberBefore(elements, at);
    const of =
      dividedConcept(elements, at, discourse, sentence, terminology) ??
      dividedByMembers(sentence, at, discourse, terminology);
    if (of === undefined) continue;
    const classification = terminology.classificationOf(of.id);
    if (classification === undefined) continue;
    // "divided into local and systemic types": the names stand before the word for types.
    if (number === undefined && elements.slice(0, at).some(({ norm }) => norm === 'into' || norm === 'between')) {
      continue;
    }
    if (
      number === undefined &&
      !elements.some((element) => DIVIDES.has(element.norm)) &&
      !followsCopula(elements, of.end)
    ) {
      continue;
    }
    if (number !== undefined && !statesExistence(elements, number.at, of.end)) continue;
    // "the types and the diseases: …": a list of both.
    const isOfMore = elements[of.end]?.norm === 'and' && ALSO_LISTED.has(elements[of.end + 1]?.norm ?? '');
    if (number === undefined && isOfMore) continue;
    if (isOfOnePlace(elements, of.end) || isOfSomeOnly(elements, of.end) || isOfThoseMet(elements, of.end)) continue;
    if (countsSome(elements, of.end) || (number !== undefined && isDrawnFrom(elements, number.at, of.end))) continue;
    if (number !== undefined && (isInexact(elements, number.at, at) || countsTwice(elements, number.at))) continue;
    const first = number?.at ?? at;
    return {
      classification,
      of: of.id,
      number: number?.value,
      numberSpan: number?.span,
      at: Math.min(first, at),
      end: of.end,
      membersFrom: Math.max(at + 1, of.end),
    };
  }
  // "Doctors divide calcinosis into a localized and a generalized type.", "They sort it as follows:"
  const verb = elements.findIndex((element) => DIVIDES.has(element.norm));
  const follows = elements.findIndex(({ norm }, index) => norm === 'follows' && elements[index - 1]?.norm === 'as');
  const to =
    verb < 0 ? -1 : elements.findIndex(({ norm }, index) => index > verb && (norm === 'into' || norm === 'between'));
  const into = to < 0 && verb >= 0 ? follows : to;
  if (into > 0) {
    const isNoun = ['division', 'classification', 'distinction'].includes(elements[verb]!.norm);
    const mention = elements.find(
      (element, index) =>
        (index < into || isNoun) &&
        element.mention?.conceptId !== undefined &&
        terminology.classificationOf(element.mention.conceptId) !== undefined,
    );
    const id = mention?.mention?.conceptId;
    const classification = id === undefined ? undefined : terminology.classificationOf(id);
    const typed =
      into === follows ||
      elements.some(
        ({ norm, mention: named }, index) =>
          (index > into &&
            (TYPE_WORDS.has(norm) ||
              (named?.conceptId !== undefined && classification?.of.includes(named.conceptId) === true))) ||
          (norm === 'cause' && elements[index - 1]?.norm === 'by'),
      ) ||
      namesThreeTypes(elements, into, terminology);
    if (id !== undefined && classification !== undefined && typed) {
      return {
        classification,
        of: id,
        number: numberAfter(elements, into)?.value,
        numberSpan: numberAfter(elements, into)?.span,
        at: into + 1,
        end: into + 1,
        membersFrom: into + 1,
      };
    }
  }
  return undefined;
}

/** "falls into dystrophic, metastatic, idiopathic and …" */
function namesThreeTypes(elements: readonly Element[], from: number, terminology: Terminology): boolean {
  return terminology.classifications.some(
    ({ members }) =>
      elements
        .slice(from)
        .filter(({ norm, mention }) =>
          members.some(({ name, concepts }) => name === norm || concepts.includes(mention?.conceptId ?? '')),
        ).length > 2,
  );
}

function numberBefore(
  elements: readonly Element[],
  at: number,
): { value: number; at: number; span: ProseSpan } | undefined {
  for (let index = at - 1; index >= Math.max(0, at - 4); index--) {
    const element = elements[index]!;
    const value = NUMBERS[element.norm] ?? (/^\d{1,2}$/u.test(element.norm) ? Number(element.norm) : undefined);
    if (value !== undefined && value > 0) {
      return { value, at: index, span: proseSpan(element.span.start, elements[at]!.span.end) };
    }
    if (element.kind !== 'word') return undefined;
    if (OTHER_ONES.has(element.norm)) return undefined;
  }
  return undefined;
}

/** "of these types", "three more types": not the number of them all. */
const OTHER_ONES = new Set('of these the one some all other more further additional extra another'.split(' '));

function numberAfter(elements: readonly Element[], at: number): { value: number; span: ProseSpan } | undefined {
  for (let index = at + 1; index < Math.min(elements.length, at + 4); index++) {
    const value =
      NUMBERS[elements[index]!.norm] ??
      (/^\d{1,2}$/u.test(elements[index]!.norm) ? Number(elements[index]!.norm) : undefined);
    if (value !== undefined && elements.slice(index, index + 4).some((element) => TYPE_WORDS.has(element.norm))) {
      return { value, span: elements[index]!.span };
    }
  }
  return undefined;
}

/** The condition that is divided: after "of", before "has" or "is divided", or carried from the sentence before. */
function dividedConcept(
  elements: readonly Element[],
  at: number,
  discourse: Discourse,
  sentence: SentenceElements,
  terminology: Terminology,
): { id: string; end: number } | undefined {
  const of = elements[at + 1]?.norm === 'of';
  for (let index = at + (of ? 2 : 1); index < Math.min(elements.length, at + 6) && of; index++) {
    const id = elements[index]!.mention?.conceptId;
    if (id !== undefined) return terminology.classificationOf(id) === undefined ? undefined : { id, end: index + 1 };
    if (!['the', 'this', 'cutaneous', 'skin', 'abnormal'].includes(elements[index]!.norm)) return undefined;
  }
  if (of) return undefined;
  for (let index = at - 1; index >= 0; index--) {
    const id = elements[index]!.mention?.conceptId;
    if (id === undefined) continue;
    return terminology.classificationOf(id) === undefined ? undefined : { id, end: at + 1 };
  }
  // "Four main forms exist.": of what the text has been about.
  const carried = discourse.carriedSubject(sentence.block.index, sentence.sentenceIndex);
  if (carried?.conceptId !== undefined && terminology.classificationOf(carried.conceptId) !== undefined && at <= 6) {
    return { id: carried.conceptId, end: at + 1 };
  }
  return undefined;
}

/** "There are three main categories, namely dystrophic and metastatic …": what is divided shows in its members. */
function dividedByMembers(
  { block, sentenceIndex, elements: own }: SentenceElements,
  at: number,
  discourse: Discourse,
  terminology: Terminology,
): { id: string; end: number } | undefined {
  if (own[at + 1]?.norm === 'of') return undefined;
  // "There are five types. They are called dystrophic, …"
  const next = discourse.sentences[block.index]![sentenceIndex + 1]?.elements ?? [];
  const elements = ['they', 'these'].includes(next[0]?.norm ?? '') ? [...own, ...next] : own;
  for (const classification of terminology.classifications) {
    const members = membersIn(elements, at + 1, elements.length, classification, 0, terminology);
    const known = members.filter(({ is }) => is === 'member');
    const inFull = elements.some(({ mention }) => terminology.memberOf(mention?.conceptId ?? '') !== undefined);
    const named = elements.some(({ mention }) => classification.of.includes(mention?.conceptId ?? ''));
    // "Systemic sclerosis has two main forms, …, and calcinosis occurs in both": of whatever is named before.
    const isOfOther = own
      .slice(0, at)
      .some(
        ({ mention }) =>
          mention?.conceptId !== undefined &&
          !classification.of.includes(mention.conceptId) &&
          OTHER_WHOLES.has(terminology.concept(mention.conceptId)!.kind),
      );
    if (known.length === 0 && members.length > 1 && named && !isOfOther) {
      return { id: classification.of[0]!, end: at + 1 };
    }
    if (known.length > 1 && (inFull || known.length > 2)) {
      return { id: wholeOf(classification, elements, terminology), end: at + 1 };
    }
  }
  return undefined;
}

/** The whole that the types are named as types of: processes are processes of calcification. */
function wholeOf(
  { of, members }: CompiledClassification,
  elements: readonly Element[],
  terminology: Terminology,
): string {
  const isProcess = (id: string) => terminology.concept(id)?.kind === 'process';
  const named = elements.some(
    ({ mention, norm }) =>
      norm === 'processes' ||
      (isProcess(mention?.conceptId ?? '') && members.some(({ concepts }) => concepts.includes(mention!.conceptId!))),
  );
  return (named ? of.find(isProcess) : undefined) ?? of[0]!;
}

const ALSO_LISTED = new Set('the their its other related some similar our diseases conditions causes signs'.split(' '));
const THERE_ARE = new Set('exist are doctors dermatologists textbooks sources there'.split(' '));
const KNOWS = new Set(
  'know distinguish recognize recognise list name count tell describe teach knows distinguishes recognizes recognises lists names counts describes teaches'.split(
    ' ',
  ),
);
const OTHER_WHOLES = new Set(['disease', 'form', 'type', 'sign']);
const TELLS_APART = new Set('different apart alike similar differ unlike distinct'.split(' '));

/** The number counts what there is: "there are", "exist", "has", "comes in"; not "in three forms of it I treated". */
function statesExistence(elements: readonly Element[], at: number, end: number): boolean {
  const before = elements.slice(Math.max(0, at - 6), at).map((element) => element.norm);
  const after = elements.slice(end, end + 4).map((element) => element.norm);
  // "What makes the two types different is their history": of two that the text has named.
  if (TELLS_APART.has(after[0] ?? '') && before.includes('the')) return false;
  if (
    [
      'are',
      'is',
      'has',
      'have',
      'into',
      'recognize',
      'recognise',
      'distinguish',
      'comes',
      'come',
      'know',
      'knows',
      'count',
      'counts',
      'describe',
      'list',
      'name',
      'identify',
      'in',
      'the',
    ].some((word) => before.includes(word))
  ) {
    return !before.includes('not');
  }
  return after
    .slice(0, at <= 1 ? 2 : 4)
    .some((word) => ['exist', 'are', 'is', 'include', 'includes', ':', 'occur'].includes(word));
}

/** "Three patients, three types: …": as many types as there are examples. */
function countsTwice(elements: readonly Element[], at: number): boolean {
  return elements.slice(0, at).some(({ norm }) => norm === elements[at]!.norm);
}

/** "Of the five types, two – dystrophic and idiopathic – …": what follows are some of them. */
function countsSome(elements: readonly Element[], end: number): boolean {
  const next = elements[end]?.norm === ',' ? elements[end + 1] : elements[end];
  // "Of the five types I have covered four: …"
  const colon = elements.findIndex(({ norm }, at) => at > end && norm === ':');
  if (colon > 0 && NUMBERS[elements[colon - 1]!.norm] !== undefined) return true;
  // "There are four kinds – … – and with calciphylaxis there are five."
  if (
    elements.some(({ norm }, at) => at > end && NUMBERS[norm] !== undefined && RECOUNTS.has(elements[at - 1]!.norm))
  ) {
    return true;
  }
  return NUMBERS[next?.norm ?? ''] !== undefined || next?.norm === 'only' || next?.norm === 'some';
}

/** "We see three types of calcinosis in our clinic": of those who are there. */
function isOfOnePlace(elements: readonly Element[], end: number): boolean {
  return elements
    .slice(end, end + 3)
    .some(({ norm }, at, own) => norm === 'in' && OWN.has(own[at + 1]?.norm ?? '') && own.length > at + 1);
}

/** "The two types that children get most": not all of them. */
function isOfSomeOnly(elements: readonly Element[], end: number): boolean {
  const [that, next, ...rest] = elements.slice(end, end + 10).map(({ norm }) => norm);
  if (that !== 'that' && that !== 'which') return false;
  return !THERE_ARE.has(next ?? '') && !rest.some((norm) => KNOWS.has(norm));
}

/** "The two types most doctors meet are …", "the three that we treat are …": of those that somebody has to do with. */
function isOfThoseMet(elements: readonly Element[], end: number): boolean {
  const verb = elements.findIndex(({ norm }, at) => at >= end && (norm === 'are' || norm === 'were' || norm === ':'));
  const between = elements.slice(end, verb < 0 ? end : verb).map(({ norm }) => norm);
  if (between.length > LONGEST_RELATIVE || between.includes(';')) return false;
  const met = between.findIndex((norm, at) => MEETS.has(norm) || (norm === 'know' && between[at - 1] === 'should'));
  if (met > 0) return true;
  return between.some((norm) => HANDLED.has(norm)) && between.some((norm) => OWN.has(norm) || HERE.has(norm));
}

/** In elements. */
const LONGEST_RELATIVE = 9;
const MEETS = new Set(
  'meet meets met see sees saw encounter encounters treat treats treated handle handles want wants need needs care concern concerns matter matters'.split(
    ' ',
  ),
);
const HANDLED = new Set(
  'seen met shown treated covered discussed pictured studied compared described included'.split(' '),
);
const HERE = new Set('here us me we below above ward clinic hospital practice book chapter paper'.split(' '));

/** "Of the five types, this leaflet covers only two": another number says how many of them follow. */
function isDrawnFrom(elements: readonly Element[], number: number, end: number): boolean {
  const isOf = elements.slice(Math.max(0, number - 3), number).some(({ norm }) => norm === 'of' || norm === 'among');
  return isOf && elements.slice(end).some(({ norm }) => NUMBERS[norm] !== undefined);
}

/** "the first two types", "two of the four types", "four types plus calciphylaxis": not the number of all of them. */
function isInexact(elements: readonly Element[], number: number, noun: number): boolean {
  const before = [1, 2, 3].map((step) => elements[number - step]?.norm ?? '');
  if (BEFORE_INEXACT.has(before[0]!) || elements[noun + 1]?.norm === 'plus') return true;
  return before.indexOf('of') >= 0 && before.some((norm) => NUMBERS[norm] !== undefined && norm !== 'one');
}

function followsCopula(elements: readonly Element[], end: number): boolean {
  // "Types of calcinosis at a glance: …", "The types by cause are …"
  for (const { norm, kind } of elements.slice(end, end + 6)) {
    if (norm === 'are' || norm === ':' || norm === 'include') return true;
    if (kind !== 'word') return false;
  }
  return false;
}

/** "Circumscripta and universalis are two patterns of calcinosis": a division by something else. */
export function namesPattern(elements: readonly Element[], { notMembers, members }: CompiledClassification): boolean {
  // "…: dystrophic, metastatic, idiopathic, iatrogenic, universalis" puts it among the types.
  const types = elements.filter(({ norm, mention }) =>
    members.some(({ name, concepts }) => name === norm || concepts.includes(mention?.conceptId ?? '')),
  );
  if (types.length > 2 && !elements.some(({ norm }) => SPEAKS_OF_PATTERN.has(norm))) return false;
  return elements.some(({ mention }) =>
    notMembers.some(({ patterns, concepts }) => patterns === true && concepts.includes(mention?.conceptId ?? '')),
  );
}

/** "sorted by extent into …": another division of the same thing, which has names of its own. */
export function isByOther(elements: readonly Element[]): boolean {
  return elements.some(
    ({ norm }, at) =>
      OTHER_DIVISIONS.has(norm) &&
      elements.slice(Math.max(0, at - 3), at).some((before) => ['by', 'according', 'on'].includes(before.norm)),
  );
}

const OWN = new Set('our my this these your her his'.split(' '));
const SPEAKS_OF_PATTERN = new Set(
  'pattern patterns extent spread describe describes not never besides also may apart either with combined combine'.split(
    ' ',
  ),
);
const OTHER_DIVISIONS = new Set(
  'extent spread distribution size place site location shape depth appearance severity'.split(' '),
);

const RECOUNTS = new Set('are becomes become makes make totals'.split(' '));
