import type { CompiledClassification } from '../../terminology/compiled.js';
import type { Terminology } from '../../terminology/terminology.js';
import { proseSpan } from '../../text/span.js';
import { attributionOf } from '../attribution/attribution.js';
import type { DivisionStatement } from './classification-claims.js';
import { clausesOf, isDenied } from '../sentences/clauses.js';
import type { Discourse } from '../subjects/discourse.js';
import { isByOther, namesPattern } from './division-heads.js';
import { DIVIDES, PLURAL_TYPE_WORDS } from './division-words.js';
import type { Element, SentenceElements } from '../sentences/elements.js';
import { NUMBERS, TYPE_WORDS } from '../sentences/lexicon.js';

/**
 * Reads two or more names side by side that are offered as types and are none, however they are offered: "an acute type
 * and a chronic type", "local and in systemic types", "Types: benign calcinosis, malignant calcinosis", or behind "How is
 * calcinosis classified?".
 */
export function readOtherDivision(
  sentence: SentenceElements,
  discourse: Discourse,
  terminology: Terminology,
): DivisionStatement | undefined {
  const { elements, block } = sentence;
  if (sentence.isQuestion) return undefined;
  for (const classification of terminology.classifications) {
    const items: number[] = [];
    for (const [at, element] of elements.entries()) if (isOtherName(element, classification)) items.push(at);
    if (items.length < 2) continue;
    if (attributionOf(sentence) !== 'writer') return undefined;
    if (!clausesOf(sentence).every(({ attribution }) => attribution === 'writer')) return undefined;
    const run = longestRun(items, elements, classification);
    if (run.length < 2 || !isOffered(run, sentence, discourse)) continue;
    const of = dividedIn(sentence, run, classification, discourse, terminology);
    if (of === undefined || isByOther(elements) || namesPattern(elements, classification)) continue;
    if (isDenied(elements, 0, run[run.length - 1]!) || elements.some(({ norm }) => REPORTS.has(norm))) continue;
    const last = run[run.length - 1]!;
    const end = TYPE_WORDS.has(elements[last + 1]?.norm ?? '') ? last + 1 : last;
    return {
      classification,
      of,
      number: undefined,
      members: run.map((at) => ({
        is: 'not-member',
        name: elements[at]!.norm,
        block: block.index,
        span: elements[at]!.span,
      })),
      complete: false,
      block: block.index,
      span: proseSpan(elements[run[0]!]!.span.start, elements[end]!.span.end),
      numberSpan: undefined,
      attribution: 'writer',
      listMembers: [],
      fromList: false,
    };
  }
  return undefined;
}

function isOtherName(element: Element, classification: CompiledClassification): boolean {
  let names = otherNames.get(classification);
  if (names === undefined) {
    names = new Set(classification.notMembers.flatMap((entry) => entry.names));
    otherNames.set(classification, names);
  }
  return names.has(element.norm);
}

/** The names that are no members, looked up at every word of a text. */
const otherNames = new WeakMap<CompiledClassification, ReadonlySet<string>>();

/** The names that stand side by side: nothing between them but their nouns, joints and what a relative clause adds. */
function longestRun(
  items: readonly number[],
  elements: readonly Element[],
  classification: CompiledClassification,
): readonly number[] {
  let best: number[] = [];
  let run: number[] = [];
  for (const at of items) {
    const last = run[run.length - 1];
    if (last !== undefined && !isJoined(last, at, elements, classification)) run = [];
    run = [...run, at];
    if (run.length > best.length) best = run;
  }
  return best;
}

function isJoined(from: number, to: number, elements: readonly Element[], { of }: CompiledClassification): boolean {
  let joined = false;
  for (let at = from + 1; at < to; at++) {
    const { norm, mention } = elements[at]!;
    if (isOneType(elements, at)) {
      at += elements[at + 1]!.norm === 'the' ? 3 : 2;
    } else if (JOINTS.has(norm)) {
      joined = true;
      // "local calcinosis, limited to one place, and generalized calcinosis"
      const next = elements[at + 1]?.norm ?? '';
      const isRelative = ['which', 'that', 'where', 'found', 'seen'].includes(next) || /.{3}ed$/u.test(next);
      const close = isRelative ? elements.findIndex((element, index) => index > at + 1 && element.norm === ',') : -1;
      if (close > 0 && close < to) at = close;
    } else if (!(BESIDE.has(norm) || TYPE_WORDS.has(norm) || of.includes(mention?.conceptId ?? ''))) return false;
  }
  return joined;
}

/** "Systemic calcinosis is the one type, localized calcinosis the other." */
function isOneType(elements: readonly Element[], at: number): boolean {
  const one = elements[at + 1]?.norm === 'the' ? at + 2 : at + 1;
  return elements[at]!.norm === 'is' && elements[one]?.norm === 'one' && TYPE_WORDS.has(elements[one + 1]?.norm ?? '');
}

/** They are called types: by their noun, by a label, by the verb of a division, by the question that they answer. */
function isOffered(run: readonly number[], sentence: SentenceElements, discourse: Discourse): boolean {
  const { elements } = sentence;
  if (run.some((at) => TYPE_WORDS.has(elements[at + 1]?.norm ?? '') && elements[at + 1]!.norm !== 'group')) return true;
  if (elements.some((_, at) => at > run[0]! && at < run[1]! && isOneType(elements, at))) return true;
  const before = elements.slice(0, run[0]);
  if (isLabelled(before) || areTypesOfIt(before) || areItsTypes(elements.slice(run.at(-1)! + 1))) return true;
  return isAskedForTypes(sentence, discourse) && before.slice(-4).some(({ norm }) => norm === 'into' || norm === 'in');
}

/** "The two varieties of the disease are" right before. */
function areTypesOfIt(before: readonly Element[]): boolean {
  const type = before.findIndex(({ norm }) => PLURAL_TYPE_WORDS.has(norm));
  const isDefinite = type > 0 && type <= 4 && before.slice(0, type).some(({ norm }) => norm === 'the');
  const copula = before.findIndex(({ norm }, at) => at > type && (norm === 'are' || norm === 'include'));
  return isDefinite && copula > 0 && before.slice(copula + 1).every(({ norm }) => BESIDE.has(norm));
}

/** "…; these three are its types", "… are the two types" behind them. */
function areItsTypes(behind: readonly Element[]): boolean {
  const copula = behind.findIndex(({ norm }) => norm === 'are' || norm === 'form');
  const next = behind.slice(copula + 1, copula + 4).map(({ norm }) => norm);
  const type = next.findIndex((norm) => PLURAL_TYPE_WORDS.has(norm));
  const isPlain = behind
    .slice(0, Math.max(0, copula))
    .every(({ norm }) => POINTS_BACK.has(norm) || NUMBERS[norm] !== undefined);
  return copula >= 0 && isPlain && type > 0 && ['its', 'the'].includes(next[0]!);
}

const POINTS_BACK = new Set('; : , – — these those they'.split(' '));

/** "Types by cause:" right before. */
function isLabelled(before: readonly Element[]): boolean {
  const colon = before.findLastIndex(({ norm }) => norm === ':');
  return colon >= 0 && before.length - colon <= 3 && before.slice(0, colon).some(({ norm }) => TYPE_WORDS.has(norm));
}

function isAskedForTypes({ block, sentenceIndex }: SentenceElements, discourse: Discourse): boolean {
  if (!discourse.answersQuestion(block.index, sentenceIndex)) return false;
  const asked =
    discourse.sentences[block.index]![sentenceIndex - 1] ?? discourse.sentences[block.index - 1]?.slice(-1)[0];
  return asked !== undefined && asked.elements.some(({ norm }) => DIVIDES.has(norm) || TYPE_WORDS.has(norm));
}

/** What is divided: named in the sentence, asked about, or what the text is about; nothing where it is another disease. */
function dividedIn(
  sentence: SentenceElements,
  run: readonly number[],
  classification: CompiledClassification,
  discourse: Discourse,
  terminology: Terminology,
): string | undefined {
  const { elements, block, sentenceIndex } = sentence;
  const isWhole = (id: string) => classification.of.includes(id);
  const named = elements.flatMap(({ mention }) => mention?.conceptId ?? []);
  const own = named.find(isWhole);
  const others = named.some((id) => !isWhole(id) && OTHER_KINDS.has(terminology.concept(id)!.kind));
  if (others) return undefined;
  if (own !== undefined) return own;
  // "the limited and the diffuse form" alone are those of whatever the text has been about.
  const isAlone = !isLabelled(elements.slice(0, run[0])) && !isAskedForTypes(sentence, discourse);
  return isAlone ? undefined : discourse.topicOf(block.index, sentenceIndex, isWhole)?.conceptId;
}

const OTHER_KINDS = new Set(['disease', 'type', 'form', 'sign', 'symptom', 'complication', 'lab-finding']);
const JOINTS = new Set([',', 'and', 'or', ';', '/', '&']);
const BESIDE = new Set('a an the in into of one both either and or'.split(' '));
/** Whose division it is, or of what else. */
const REPORTS = new Set('once formerly older myth used wrongly historically pain course patients arthritis'.split(' '));
