import { isNegator } from './clauses.js';
import type { Element, SentenceElements } from './elements.js';

/**
 * The parts of a sentence of which the first denies nothing of the second: "If this is not enough, …", "Few people know
 * that …", "The rash is not bad, and …". Each is read by itself. Of any other sentence it is all.
 */
export function partsByDenial(sentence: SentenceElements): readonly SentenceElements[] {
  const { elements } = sentence;
  const denial = elements.slice(0, LONGEST_FRONT).findIndex(({ norm }) => isNegator(norm) || FEW.has(norm));
  if (denial < 0) return [sentence];
  const from = behindWhatIsNoticed(elements, denial) ?? behindFront(elements, denial) ?? behindAnd(elements, denial);
  if (from === undefined || elements.length - from < SHORTEST_STATEMENT) return [sentence];
  return [
    { ...sentence, elements: elements.slice(0, from) },
    {
      ...sentence,
      elements: [...elements.slice(0, endOfScene(elements, from)), ...elements.slice(from)],
      // "Who doesn't know that warfarin is a blood thinner?" says so.
      isQuestion: sentence.isQuestion && elements[0]!.norm !== 'who',
    },
  ];
}

/** "In the idiopathic type no injury is found, and the phosphate …": where both parts are told of. */
function endOfScene(elements: readonly Element[], from: number): number {
  if (!SCENES.has(elements[0]!.norm)) return 0;
  const named = elements.slice(1, LONGEST_SCENE).findIndex(({ mention }) => mention?.conceptId !== undefined) + 1;
  return named > 0 && named < from ? named + 1 : 0;
}

/** "It is no secret that", "do not forget that", "what few people know is that": what is not noticed is so. */
function behindWhatIsNoticed(elements: readonly Element[], denial: number): number | undefined {
  const that = elements.findIndex(({ norm }, at) => at > denial && norm === 'that');
  if (that < 0 || that > LONGEST_FRONT) return undefined;
  const front = elements.slice(0, that);
  if (front.some(({ mention, phrase }) => mention !== undefined || phrase !== undefined)) return undefined;
  const isNoticed = front.some(({ norm }, at) => {
    if (NOTICED.has(norm)) return true;
    if (norm === 'known') return WIDELY.has(front[at - 1]?.norm ?? '');
    return TELLS.has(norm) && US.has(front[at + 1]?.norm ?? '');
  });
  return isNoticed ? ofItsOwn(elements, that + 1) : undefined;
}

/** "Although the pain is not severe, warfarin …": behind the comma of what it opens with. */
function behindFront(elements: readonly Element[], denial: number): number | undefined {
  const opening = elements[0]!.norm;
  const isCondition = CONDITIONS.has(opening);
  if (!isCondition && !CONCESSIONS.has(opening)) return undefined;
  const comma = elements.findIndex(({ norm }, at) => at > denial && norm === ',');
  if (comma < 0 || comma > LONGEST_FRONT) return undefined;
  const front = elements.slice(0, comma);
  if (front.some(({ norm }) => SETTLES.has(norm))) return undefined;
  // What is so only where something else is not so is another statement.
  const names = front.some(({ mention, phrase }) => mention !== undefined || phrase !== undefined);
  return isCondition && names ? undefined : ofItsOwn(elements, comma + 1);
}

/** "The rash is not bad, and warfarin …": behind "and". */
function behindAnd(elements: readonly Element[], denial: number): number | undefined {
  const and = elements.findIndex(
    ({ norm }, at) => at > denial + 1 && JOINS.has(norm) && elements[at - 1]!.norm === ',',
  );
  return and < 0 || and > LONGEST_FRONT ? undefined : ofItsOwn(elements, and + 1);
}

/** A statement with a subject of its own: it names a thing before any pronoun and before its verb. */
function ofItsOwn(elements: readonly Element[], from: number): number | undefined {
  const rest = elements.slice(from);
  if (rest.some(({ norm }) => norm === 'would')) return undefined;
  const named = rest.findIndex(({ mention }) => mention?.conceptId !== undefined);
  if (named < 0 || named > MOST_BEFORE_NAME) return undefined;
  if (rest.slice(0, named).some(({ norm, kind }) => kind === 'mark' || NOT_BEFORE_NAME.has(norm))) return undefined;
  const next = rest[named + 1];
  return next === undefined || next.kind === 'mark' || JOINS.has(next.norm) || next.norm === 'or' ? undefined : from;
}

/** In elements. */
const LONGEST_FRONT = 14;
const LONGEST_SCENE = 4;
const SCENES = new Set(['in', 'with', 'for']);
const SHORTEST_STATEMENT = 3;
const MOST_BEFORE_NAME = 3;
const FEW = new Set('few hardly seldom rarely little'.split(' '));
const NOTICED = new Set(
  'know knew knows realise realised realises realize realized realizes notice noticed notices forget forgets forgotten surprise surprising surprised wonder secret accident coincidence aware heard hear mention mentioned mentions overlook overlooked ignore news'.split(
    ' ',
  ),
);
/** "not widely known that" is so, "not known that" is open. */
const WIDELY = new Set('widely well generally commonly little'.split(' '));
const TELLS = new Set('tell tells told'.split(' '));
const US = new Set('us me'.split(' '));
const CONDITIONS = new Set('if when unless once until'.split(' '));
const CONCESSIONS = new Set('although though while since because as'.split(' '));
/** What is not so by itself says what holds behind it: "If that is not true, …". */
const SETTLES = new Set('true so right correct wrong case were had would'.split(' '));
const JOINS = new Set(['and']);
const NOT_BEFORE_NAME = new Set(
  'it they this these those he she we you i is are was were has have do does did not no never nor neither than unlike like'.split(
    ' ',
  ),
);
