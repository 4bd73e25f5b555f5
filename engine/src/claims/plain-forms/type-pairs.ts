import type { Terminology } from '../../terminology/terminology.js';
import { clausesOf, isDenied } from '../sentences/clauses.js';
import type { Element, SentenceElements } from '../sentences/elements.js';
import { isCauseOfTypes } from '../contradictions/type-causes.js';

/**
 * What a sentence says of each of its types in a part of its own, read by itself: the parts between semicolons, "the
 * dystrophic type (from burns) and the metastatic type (also from burns)", pairs behind a colon, ", which comes from
 * burns," behind a type, and what it says to be the same of the second one.
 */
export function formsOfTypePairs(sentence: SentenceElements, terminology: Terminology): readonly SentenceElements[] {
  const { elements, isQuestion } = sentence;
  if (isQuestion) return NONE;
  const types = elements.flatMap((element, at) => (nameOf(element, terminology) === undefined ? [] : [at]));
  if (types.length === 0 || clausesOf(sentence).some(({ attribution }) => attribution !== 'writer')) return NONE;
  const forms = types.flatMap((at) => [
    ...inBrackets(elements, at, terminology),
    ...inRelativeClause(elements, at, terminology),
  ]);
  if (types.length === 2) {
    forms.push(...betweenSemicolons(elements, terminology), ...inPairs(elements, terminology));
    forms.push(...theSameOf(elements, types[0]!, types[1]!, terminology));
  }
  return forms.map((form) => ({ ...sentence, elements: form }));
}

type Form = readonly Element[];

/** "keep “dystrophic” for deposits after burns; keep “metastatic” for …" */
function betweenSemicolons(elements: readonly Element[], terminology: Terminology): readonly Form[] {
  const mark = elements.findIndex(({ norm }) => norm === ';');
  if (mark < 0) return NO_FORMS;
  const parts = [elements.slice(0, mark), elements.slice(mark + 1)];
  const isParted = parts.every((part) => typesIn(part, terminology) === 1 && told(part, terminology) > 0);
  return isParted ? parts : NO_FORMS;
}

/** "metastatic (also from an infusion)": what stands in brackets behind a type is told of it. */
function inBrackets(elements: readonly Element[], type: number, terminology: Terminology): readonly Form[] {
  if (elements[type + 1]?.norm !== '(') return NO_FORMS;
  const end = elements.findIndex(({ norm }, at) => at > type && norm === ')');
  const inside = elements.slice(type + 2, end).filter(({ norm }) => !ADDS.has(norm));
  if (end < 0 || !FROM.has(inside[0]?.norm ?? '') || told(inside, terminology) !== 1) return NO_FORMS;
  const isPlain = inside.every((one) => isTold(one, terminology) || SMALL.has(one.norm));
  return isPlain ? [[elements[type]!, elements[type + 1]!, ...inside]] : NO_FORMS;
}

/** "nor is the dystrophic type, which forms because of lupus": what the clause behind the comma tells is so. */
function inRelativeClause(elements: readonly Element[], type: number, terminology: Terminology): readonly Form[] {
  if (elements[type + 1]?.norm !== ',' || elements[type + 2]?.norm !== 'which') return NO_FORMS;
  if (!DENIES.has(elements[type - 1]?.norm ?? '') && !DENIES.has(elements[type - 2]?.norm ?? '')) return NO_FORMS;
  const mark = elements.findIndex(({ kind }, at) => at > type + 2 && kind === 'mark');
  const clause = elements.slice(type + 3, mark < 0 ? elements.length : mark);
  const isClear = told(clause, terminology) === 1 && !isDenied(clause, 0, clause.length);
  return isClear ? [[elements[type]!, ...clause]] : NO_FORMS;
}

/** "Pairs to learn by heart: burns and the dystrophic type, lupus and the metastatic type" */
function inPairs(elements: readonly Element[], terminology: Terminology): readonly Form[] {
  const colon = elements.findIndex(({ norm }) => norm === ':');
  if (colon < 0 || !elements.slice(0, colon).some(({ norm }) => PAIRS.has(norm))) return NO_FORMS;
  if (isDenied(elements, 0, colon) || elements.slice(0, colon).some(({ norm }) => WRONG.has(norm))) return NO_FORMS;
  const forms: Form[] = [];
  for (let from = colon + 1; from < elements.length;) {
    const mark = elements.findIndex(({ norm }, at) => at >= from && PARTS.has(norm));
    const end = mark < 0 ? elements.length : mark;
    const pair = elements.slice(from, end);
    const type = pair.find((element) => nameOf(element, terminology) !== undefined);
    const values = pair.filter((element) => isTold(element, terminology));
    const isPair = pair.every((one) => one === type || values.includes(one) || SMALL.has(one.norm));
    if (type === undefined || typesIn(pair, terminology) > 1 || !isPair) return NO_FORMS;
    forms.push([type, elements[colon]!, ...values.slice(0, 1)]);
    from = end + 1;
  }
  return forms;
}

/** "In the metastatic type phosphate is high, and in the idiopathic type the lab finds the same": with the second type. */
function theSameOf(
  elements: readonly Element[],
  first: number,
  second: number,
  terminology: Terminology,
): readonly Form[] {
  const same = elements.findIndex(({ norm }, at) => at > second && norm === 'same');
  if (same < 0 || elements[same - 1]?.norm !== 'the') return NO_FORMS;
  const next = elements[same + 1];
  if (next !== undefined && next.kind !== 'mark' && !SAME_THINGS.has(next.norm)) return NO_FORMS;
  const mark = elements.findIndex(({ norm }, at) => at > first && at < second && PARTS.has(norm));
  const start = elements[0]!.norm === 'just' && elements[1]?.norm === 'as' ? 2 : 0;
  if (mark < 0 || told(elements.slice(second), terminology) > 0) return NO_FORMS;
  const part = elements.slice(start, mark);
  if (told(part, terminology) !== 1 || isDenied(elements, 0, elements.length)) return NO_FORMS;
  if (nameOf(elements[first]!, terminology) === nameOf(elements[second]!, terminology)) return NO_FORMS;
  return [part.map((element) => (element === elements[first] ? elements[second]! : element))];
}

/** How many causes, levels and tissues stand there; "extravasation of calcium gluconate" is one. */
function told(elements: readonly Element[], terminology: Terminology): number {
  let found = 0;
  for (const [at, element] of elements.entries()) {
    if (!isTold(element, terminology)) continue;
    const isWithin = WITHIN.has(elements[at - 1]?.norm ?? '') && at > 1 && isTold(elements[at - 2]!, terminology);
    if (!isWithin) found++;
  }
  return found;
}

function isTold({ phrase, mention }: Element, terminology: Terminology): boolean {
  return phrase !== undefined || isCauseOfTypes(mention?.conceptId ?? '', terminology);
}

function typesIn(elements: readonly Element[], terminology: Terminology): number {
  return elements.filter((element) => nameOf(element, terminology) !== undefined).length;
}

function nameOf({ mention }: Element, terminology: Terminology): string | undefined {
  return terminology.memberOf(mention?.conceptId ?? '')?.name;
}

const NONE: readonly SentenceElements[] = [];
const NO_FORMS: readonly Form[] = [];
const ADDS = new Set('also likewise again too'.split(' '));
const FROM = new Set('from after due caused because following with by as in the a an'.split(' '));
const SMALL = new Set(
  'from after due to caused by because of following with a an the and or as in say example . – — - ( ) →'.split(' '),
);
const DENIES = new Set(['nor', 'neither', 'is']);
const PAIRS = new Set('pair pairs match matches matching couples combination combinations together'.split(' '));
const WRONG = new Set('wrong false mixed swapped never match?'.split(' '));
const PARTS = new Set([',', ';']);
const WITHIN = new Set(['of', 'with', 'from']);
const SAME_THINGS = new Set('cause causes thing things origin way trigger too as'.split(' '));
