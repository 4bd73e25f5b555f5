import { isNegator } from './clauses.js';
import type { Terminology } from '../../terminology/terminology.js';
import type { Element, SentenceElements } from './elements.js';
import { NO_VERBS } from '../plain-forms/plain-form-words.js';

/**
 * What a sentence says that sets off of which thing it is said: "It is sevelamer, not warfarin, that binds phosphate"
 * is told of sevelamer alone, "It isn't an X-ray that uses sound" of nothing, "It's X that …, and Y that …" of each.
 * Of any other sentence it is all.
 */
export function partsOfCleft(sentence: SentenceElements, terminology: Terminology): readonly SentenceElements[] {
  const { elements } = sentence;
  const it = elements.findIndex(({ norm }, at) => norm === 'it' && COPULAS.has(elements[at + 1]?.norm ?? ''));
  if (it < 0 || it > LONGEST_PREFACE) return [sentence];
  const cleft = cleftAt(elements, it, terminology);
  if (cleft === undefined) return [sentence];
  const preface = prefaceOf(elements, it);
  const { things, verb } = cleft;
  const next = secondThing(elements, verb);
  const said = elements.slice(verb, next?.from ?? elements.length);
  const parts = things.length === 0 ? [] : [{ ...sentence, elements: [...preface, ...things, ...said] }];
  if (next !== undefined) {
    parts.push({
      ...sentence,
      elements: [...elements.slice(next.thing, next.thing + 1), ...elements.slice(next.verb)],
    });
  }
  return parts;
}

/** "Instead of warfarin, which some name, it is …": what is set aside says nothing of it. */
function prefaceOf(elements: readonly Element[], it: number): readonly Element[] {
  const isSetAside = SETS_ASIDE.has(elements[0]!.norm) && elements[1]?.norm === 'of' && elements[it - 1]!.norm === ',';
  return isSetAside ? [] : elements.slice(0, it);
}

interface Cleft {
  /** Of which it is said; none where all that is named is denied. */
  readonly things: readonly Element[];
  /** Index behind "that". */
  readonly verb: number;
}

function cleftAt(elements: readonly Element[], it: number, terminology: Terminology): Cleft | undefined {
  let at = it + 2;
  let isDenied = isNegator(elements[it + 1]!.norm);
  while (at < elements.length && (ADVERBS.has(elements[at]!.norm) || isNegator(elements[at]!.norm))) {
    isDenied ||= isNegator(elements[at]!.norm);
    at++;
  }
  const from = at;
  while (at < elements.length && at - from <= MOST_BEFORE_NAME && elements[at]!.mention?.conceptId === undefined) {
    if (elements[at]!.kind === 'mark' || isNegator(elements[at]!.norm)) return undefined;
    at++;
  }
  const named = elements[at];
  if (named?.mention?.conceptId === undefined) return undefined;
  const that = elements.findIndex(({ norm }, index) => index > at && THAT.has(norm));
  if (that < 0 || that - at > LONGEST_ASIDE || !isVerbLike(elements[that + 1])) return undefined;
  const between = elements.slice(at + 1, that);
  const first = elements.slice(from, at + 1);
  if (between.length === 0) {
    // "It is a bisphosphonate that …" tells of what was named before what it is.
    return isKind(named.mention.conceptId, terminology) || (!isDenied && KINDS.has(first[0]!.norm))
      ? undefined
      : { things: isDenied ? [] : first, verb: that + 1 };
  }
  const opening = between.find(({ kind, norm }) => kind !== 'mark' && !JOINS.has(norm))?.norm ?? '';
  if (isDenied) {
    const but = between.findIndex(({ norm }) => norm === 'but');
    return but < 0 ? undefined : { things: between.slice(but + 1).filter(isNoComma), verb: that + 1 };
  }
  return isNegator(opening) || INSTEAD.has(opening) ? { things: first, verb: that + 1 } : undefined;
}

/** "… and an X-ray that uses radiation": the next thing of which something is said. */
function secondThing(
  elements: readonly Element[],
  from: number,
): { readonly from: number; readonly thing: number; readonly verb: number } | undefined {
  const that = elements.findIndex(
    ({ norm }, at) => at > from && THAT.has(norm) && elements[at - 1]!.mention?.conceptId !== undefined,
  );
  if (that < 0) return undefined;
  for (let at = that - 2; at > from && at >= that - 1 - MOST_BEFORE_NAME; at--) {
    if (elements[at]!.norm === 'and') {
      return { from: elements[at - 1]!.norm === ',' ? at - 1 : at, thing: that - 1, verb: that + 1 };
    }
  }
  return undefined;
}

function isVerbLike(element: Element | undefined): boolean {
  return (
    element?.kind === 'word' &&
    element.mention === undefined &&
    !NO_VERBS.has(element.norm) &&
    !OPENS_NOUN.has(element.norm)
  );
}

function isKind(id: string, terminology: Terminology): boolean {
  const { closed, kind } = terminology.concept(id)!;
  return closed !== undefined || kind === 'drug-class';
}

function isNoComma({ norm }: Element): boolean {
  return norm !== ',';
}

const KINDS = new Set(['a', 'an']);
const OPENS_NOUN = new Set('a an the my our your his her their its this these it they he she we you i'.split(' '));
const COPULAS = new Set("is was isn't wasn't isn’t wasn’t".split(' '));
const THAT = new Set(['that', 'which', 'who']);
const ADVERBS = new Set(
  'only just precisely indeed really actually rather mainly mostly usually always in fact'.split(' '),
);
const JOINS = new Set(['and']);
const SETS_ASIDE = new Set(['instead']);
const INSTEAD = new Set(['instead', 'rather', 'unlike']);
/** In elements. */
const LONGEST_PREFACE = 12;
const MOST_BEFORE_NAME = 3;
const LONGEST_ASIDE = 9;
