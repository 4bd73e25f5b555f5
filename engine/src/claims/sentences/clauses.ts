import { attributionOf } from '../attribution/attribution.js';
import type { Attribution } from '../claim.js';
import { matchWords, type Element, type SentenceElements } from './elements.js';
import { Word } from './word-lists.js';
import { CLAUSE_BREAKS, CONTRAST_OPENERS, HYPOTHETICAL, NEGATORS } from './lexicon.js';

/** A part of a sentence with a subject of its own, by element indexes. */
export interface Clause {
  readonly start: number;
  readonly end: number;
  readonly attribution: Attribution;
}

/**
 * Cuts a sentence where its subject changes: at semicolons, "while" and "whereas", and around what a contrast
 * opens ("unlike the dystrophic type, in which blood levels are normal, …").
 */
export function clausesOf(sentence: SentenceElements): readonly Clause[] {
  let clauses = known.get(sentence);
  if (clauses === undefined) known.set(sentence, (clauses = cut(sentence)));
  return clauses;
}

/** Every reader asks for the clauses of every sentence. */
const known = new WeakMap<SentenceElements, readonly Clause[]>();

function cut(sentence: SentenceElements): Clause[] {
  const { elements } = sentence;
  const clauses: Clause[] = [];
  // "As it is an antibiotic, may I drink milk with it?": what is asked takes the reason for granted.
  const reason = sentence.isQuestion ? reasonPart(elements) : 0;
  if (reason > 0) {
    const told = { ...sentence, elements: elements.slice(0, reason), isQuestion: false };
    return [
      { start: 0, end: reason, attribution: attributionOf(told) },
      { start: reason, end: elements.length, attribution: 'question' },
    ];
  }
  const why = reasonOfSupposing(sentence);
  if (why > 0) {
    return [
      ...cut({ ...sentence, elements: elements.slice(0, why) }),
      { start: why, end: elements.length, attribution: attributionOf({ ...sentence, elements: elements.slice(why) }) },
    ];
  }
  if (elements.length > 0 && (sentence.words & Word.parting) === 0) {
    return [{ start: 0, end: elements.length, attribution: attributionOf(sentence) }];
  }
  // "Although people call it a water pill, it is …": what others say stands in the first part alone.
  const opening = openingPart(elements);
  const told = Math.max(opening, contraryPart(elements));
  const attributionIn = (from: number, to = elements.length) =>
    attributionOf({ ...sentence, elements: elements.slice(from, to) });
  let base = told === 0 ? attributionOf(sentence) : attributionIn(told);
  if (base !== 'writer') {
    // "It holds on to it; for this reason they used it in the past": of another time is the second part alone.
    const parted = elements.findIndex(({ norm }, at) => norm === ';' && LEADS_ON.has(elements[at + 1]?.norm ?? ''));
    if (parted > told) base = attributionIn(told, parted);
  }
  if (opening > 0) {
    clauses.push({
      start: 0,
      end: opening,
      attribution: attributionOf({ ...sentence, elements: elements.slice(0, opening) }),
    });
  }
  // "Against metastatic: normal calcium": what speaks against it.
  if (elements[0]?.norm === 'against') return [{ start: 0, end: elements.length, attribution: 'contrasted' }];
  let start = opening;
  for (let at = opening; at < elements.length; at++) {
    const element = elements[at]!;
    const opener = NOT_THAN.has(elements[at - 1]?.norm ?? '') ? -1 : contrastAt(elements, at);
    if (opener > 0) {
      if (at > start) clauses.push({ start, end: at, attribution: base });
      const end = endOfContrast(elements, opener, at === start);
      clauses.push({ start: opener, end, attribution: 'contrasted' });
      start = end;
      at = end - 1;
      continue;
    }
    const breaks =
      element.norm === ';' ||
      (CLAUSE_BREAKS.has(element.norm) &&
        at > start &&
        elements[at - 1]!.norm !== 'nothing' &&
        hasVerbAfter(elements, at) &&
        !isStillOpen(elements, at) &&
        !isYetAnother(elements, at) &&
        !isInserted(elements, at) &&
        !isNotBut(elements, at));
    if (!breaks) continue;
    if (at > start) clauses.push({ start, end: at, attribution: base });
    start = at + 1;
    // "It was long mistaken for an antibody; today we know that it is …": what stands before says nothing of the rest.
    if (element.norm === ';' && !GOES_ON_WITH.has(elements[start]?.norm ?? '')) base = attributionIn(start);
  }
  if (start < elements.length) clauses.push({ start, end: elements.length, attribution: base });
  return base === 'historical' ? beforeHistory(clauses, sentence) : clauses;
}

/** "It binds phosphate; for this reason it was used in the past": what stands before the semicolon is no history. */
function beforeHistory(clauses: readonly Clause[], sentence: SentenceElements): Clause[] {
  const { elements } = sentence;
  const last = elements.findLastIndex(({ norm }) => norm === ';');
  if (last < 0 || attributionOf({ ...sentence, elements: elements.slice(0, last) }) !== 'writer') return [...clauses];
  return clauses.map((clause) =>
    clause.end <= last && clause.attribution === 'historical' ? { ...clause, attribution: 'writer' } : clause,
  );
}

/** "Had it been high, we would have …, for a high calcium is …": index of what is so; 0 where there is none. */
function reasonOfSupposing({ elements, words }: SentenceElements): number {
  if ((words & Word.would) === 0 || (words & Word.supposing) === 0) return 0;
  const would = elements.findIndex(({ norm }) => norm === 'would');
  const reason = elements.findIndex(
    ({ norm }, at) => at > would && REASONS.has(norm) && elements[at - 1]!.norm === ',',
  );
  return would < 0 || reason < 0 || elements.length - reason < SHORTEST_REASON ? 0 : reason + 1;
}

const LEADS_ON = new Set('for hence therefore thus today nowadays'.split(' '));
/** Behind a semicolon: what was reported or asked before it may go on. */
const GOES_ON_WITH = new Set(
  'that nor neither or and others another some it they he she this these who which'.split(' '),
);
const REASONS = new Set(['for', 'because', 'since']);
const SHORTEST_REASON = 4;

/** Index behind the comma that closes the reason with which a question opens; 0 where it opens otherwise. */
function reasonPart(elements: readonly Element[]): number {
  if (!GIVES_REASON.has(elements[0]?.norm ?? '') || ASKS.has(elements[1]?.norm ?? '')) return 0;
  return elements.findIndex(({ norm }) => norm === ',') + 1;
}

const GIVES_REASON = new Set(['since', 'as', 'because', 'being']);
const ASKS = new Set(['when', 'far', 'to', 'for', 'long', 'well', 'soon']);

/** Index behind the comma that closes what "although" opens and somebody says; 0 where the sentence opens otherwise. */
function openingPart(elements: readonly Element[]): number {
  if (!CONCEDES.has(elements[0]?.norm ?? '')) return 0;
  const comma = elements.findIndex(({ norm }) => norm === ',');
  const says = elements.slice(1, Math.max(0, comma)).some(({ norm }) => SAYS.has(norm));
  return comma > 3 && says && elements.length - comma > 4 ? comma + 1 : 0;
}

/** Index behind the comma of "Contrary to what you may have read,": what follows is set against it; 0 elsewhere. */
function contraryPart(elements: readonly Element[]): number {
  if (elements[0]?.norm !== 'contrary' || elements[1]?.norm !== 'to') return 0;
  return elements.findIndex(({ norm }) => norm === ',') + 1;
}

const CONCEDES = new Set(['although', 'though', 'while', 'whereas']);
const SAYS = new Set(
  'call calls called think thinks believe believes say says name names speak know read hear heard told expect expects'.split(
    ' ',
  ),
);

function contrastAt(elements: readonly Element[], at: number): number {
  for (const words of OPENERS_BY_FIRST_WORD.get(elements[at]!.norm) ?? []) {
    const end = matchWords(elements, at, words);
    if (end > 0) return end;
  }
  return -1;
}

/** An opening contrast ends at the comma before the main clause, which may be the second one; a closing one at the end. */
function endOfContrast(elements: readonly Element[], from: number, opening: boolean): number {
  const commas: number[] = [];
  for (let at = from; at < elements.length; at++) {
    if (elements[at]!.norm === ',') commas.push(at);
    // "Alendronate differs from colchicine in that it is …" goes on about the first.
    if (commas.length === 0 && elements[at]!.norm === 'in' && elements[at + 1]?.norm === 'that') return at + 2;
  }
  if (commas.length === 0) return elements.length;
  const relative = elements
    .slice(commas[0]! + 1, commas[0]! + 3)
    .some(
      (element) =>
        element.norm === 'which' || element.norm === 'where' || element.norm === 'who' || element.norm === 'whose',
    );
  if (opening && relative && commas.length > 1) return commas[1]! + 1;
  const listed = opening ? endOfList(elements, commas) : -1;
  if (listed > 0) return listed + 1;
  // "That is different from the metastatic type, where levels are too high": the relative clause is of the other.
  if (!opening && relative) return commas.length > 1 ? commas[1]! + 1 : elements.length;
  return commas[0]! + 1;
}

/** "Unlike burns, acne and lupus, kidney failure leads to …": the comma that closes the list; -1 where there is none. */
function endOfList(elements: readonly Element[], commas: readonly number[]): number {
  for (let index = 1; index < commas.length; index++) {
    const item = elements.slice(commas[index - 1]! + 1, commas[index]);
    if (item.length > LONGEST_ITEM || item.some(({ kind }) => kind === 'mark')) return -1;
    if (item.some(({ norm }) => norm === 'and' || norm === 'or')) {
      return item.some(({ mention }) => mention !== undefined) ? commas[index]! : -1;
    }
  }
  return -1;
}

/** In elements. */
const LONGEST_ITEM = 6;

/** "has yet to be established" */
function isStillOpen(elements: readonly Element[], at: number): boolean {
  return elements[at]!.norm === 'yet' && ['to', 'been', 'known'].includes(elements[at + 1]?.norm ?? '');
}

/** "prednisone, yet another antacid," */
function isYetAnother(elements: readonly Element[], at: number): boolean {
  return elements[at]!.norm === 'yet' && elements[at + 1]?.norm === 'another';
}

/** "warfarin, however, is" */
function isInserted(elements: readonly Element[], at: number): boolean {
  return elements[at]!.norm === 'however' && elements[at - 1]?.norm === ',' && elements[at + 1]?.norm === ',';
}

/** "is not a painkiller but an antacid": one statement, up to its end. */
function isNotBut(elements: readonly Element[], at: number): boolean {
  if (elements[at]!.norm !== 'but') return false;
  const denial = elements.findLastIndex(({ norm }, index) => index < at && isNegator(norm));
  if (denial < 0 || at - denial > 5) return false;
  const rest = elements.slice(at + 1, at + 5).map(({ norm }) => norm);
  const article = rest.findIndex((norm) => ['a', 'an', 'one', 'the'].includes(norm));
  return article >= 0 && article <= 1 && !elements.slice(at + 1).some(({ norm }) => FINITE.has(norm));
}

const FINITE = new Set('is are was were has have had can may might will would must should does do did'.split(' '));

function hasVerbAfter(elements: readonly Element[], at: number): boolean {
  return elements.length - at > 3;
}

const OPENERS_BY_FIRST_WORD = new Map<string, (readonly string[])[]>();
for (const words of CONTRAST_OPENERS) {
  const others = OPENERS_BY_FIRST_WORD.get(words[0]!);
  if (others === undefined) OPENERS_BY_FIRST_WORD.set(words[0]!, [words]);
  else others.push(words);
}

/** "nothing other than", "none other than" */
const NOT_THAN = new Set(['nothing', 'none']);
const NOT_DENYING = new Set('only just surprisingly forget doubt deny merely'.split(' '));
const RARE = new Set(['seldom', 'rarely']);
const MORE = new Set(['more', 'less']);
const AFFIRMING = new Set('but more less other short'.split(' '));
const DOUBTS = new Set('doubt doubts deny denies dispute disputes forget'.split(' '));

export function isNegator(norm: string): boolean {
  return NEGATORS.has(norm) || norm.endsWith("n't") || norm.endsWith('n’t');
}

/** Whether the words between two elements, or right before the first, deny what follows. */
export function isDenied(elements: readonly Element[], from: number, to: number): boolean {
  for (let at = Math.max(0, from); at < to; at++) {
    const norm = elements[at]!.norm;
    if (!isNegator(norm)) continue;
    // "not only warfarin", "not always", "no doubt" deny nothing.
    const next = elements[at + 1]?.norm ?? '';
    if (['not', 'never'].includes(norm) && NOT_DENYING.has(next)) continue;
    // "more often than not"
    if (norm === 'not' && elements[at - 1]?.norm === 'than') continue;
    // "nothing but an infection", "nothing more than a cancer" affirm.
    if ((norm === 'nothing' || norm === 'none') && AFFIRMING.has(next)) continue;
    // "or, more seldom, lupus" names one more.
    if (RARE.has(norm) && MORE.has(elements[at - 1]?.norm ?? '')) continue;
    if (norm === 'no' && ['doubt', 'longer', 'matter', 'wonder', 'question'].includes(next)) continue;
    // "No one should doubt that …", "nobody denies that …"
    if (elements.slice(at + 1, at + 5).some((element) => DOUBTS.has(element.norm))) continue;
    return true;
  }
  return false;
}

/** A condition is no statement: "if phosphate is high". */
export function isHypothetical(elements: readonly Element[], clause: Clause, at: number): boolean {
  // "Had sevelamer been an antacid, …"
  if (['had', 'were', 'should'].includes(elements[clause.start]?.norm ?? '')) return true;
  for (let index = at - 1; index >= clause.start; index--) {
    const norm = elements[index]!.norm;
    if (norm === ',') return false;
    if (HYPOTHETICAL.has(norm) && norm !== 'were') return true;
    // "endothelin, which would otherwise squeeze the vessels"
    if (norm === 'otherwise' && [index - 1, index + 1].some((at) => MODAL.has(elements[at]?.norm ?? ''))) return true;
  }
  return false;
}

const MODAL = new Set('would might could'.split(' '));
