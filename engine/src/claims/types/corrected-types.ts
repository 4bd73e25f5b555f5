import type { AnalyzedBlock } from '../../document.js';
import type { Terminology } from '../../terminology/terminology.js';
import type { Claim } from '../claim.js';
import { isNegator } from '../sentences/clauses.js';
import {
  LABELS_OF_FACTS,
  PUTS_RIGHT,
  REPORTS,
  TAKES_BACK,
  WORDS_OF_CORRECTION,
  WORDS_OF_ORIGIN,
} from './corrected-type-words.js';
import { contradictionOf } from '../contradictions/contradiction.js';
import { claimsOfDescription, type Described } from './descriptions.js';
import { partyOf, type Discourse } from '../subjects/discourse.js';
import type { Element, SentenceElements } from '../sentences/elements.js';
import { isWholeOfTypes } from '../subjects/said-of.js';
import { isCauseOfTypes } from '../contradictions/type-causes.js';

/** What a correction says is the writer's, whatever it says of the words that it corrects. */
export const PUT_RIGHT = 'put right';

/**
 * Reads what a correction puts in the place of a type: in "I always believed that calcinosis after burns was dystrophic.
 * In fact it is iatrogenic." burns are said to lead to the iatrogenic type. Both sentences may hold nothing but the
 * types, what is told of them, and words for putting right; what was corrected must have been right.
 */
export function readCorrectedTypes(
  sentence: SentenceElements,
  blocks: readonly AnalyzedBlock[],
  discourse: Discourse,
  terminology: Terminology,
): readonly Claim[] {
  const { elements, block, isQuestion } = sentence;
  if (isQuestion || block.table !== undefined || elements.length > LONGEST_CORRECTION) return NONE;
  const previous = discourse.sentences[block.index]![sentence.sentenceIndex - 1];
  const answers = previous !== undefined && isVerdict(previous, terminology);
  if (!answers && !elements.some(({ norm }) => PUTS_RIGHT.has(norm))) return NONE;
  const mark = elements.findIndex(({ norm }, at) => norm === ';' || (norm === ',' && elements[at + 1]?.norm === 'but'));
  const isBehind = mark > 0 && typesIn(elements.slice(0, mark), terminology).length > 0;
  const from = isBehind ? mark + 1 : 0;
  const type = correctType(elements.slice(from), terminology);
  if (type === undefined || isTakenBack(sentence, discourse)) return NONE;
  const before = isBehind
    ? { ...sentence, elements: elements.slice(0, mark) }
    : correctedBy(sentence, blocks, discourse, terminology);
  if (before === undefined) return NONE;
  const own = toldOfType(before, terminology);
  if (own === undefined || nameOf(own.type, terminology) === nameOf(type, terminology)) return NONE;
  if (own.isTypeFirst && namesIt(elements.slice(from), type)) return NONE;
  const claimed = { block: block.index, span: type.span, form: PUT_RIGHT };
  const [was, is] = [own.type, type].map((one) =>
    claimsOfDescription(partyOf(one.mention!), own.told, claimed, terminology),
  );
  const wasRight = was!.every((claim) => contradictionOf(claim, terminology) === undefined);
  return wasRight ? is!.filter((claim) => contradictionOf(claim, terminology) !== undefined) : NONE;
}

/** The one type that a sentence of nothing but words of correction names. */
function correctType(elements: readonly Element[], terminology: Terminology): Element | undefined {
  const [type, ...others] = typesIn(elements, terminology);
  if (type === undefined || others.length > 0) return undefined;
  const verdict = elements.findIndex(({ kind }) => kind === 'mark');
  const isPlain = elements.every(
    (element, at) =>
      element === type ||
      element.kind === 'mark' ||
      isWholeOfTypes(element.mention?.conceptId ?? '', terminology) ||
      // "That is not so:" opens with a denial; behind it nothing is denied.
      (isNegator(element.norm) ? at < verdict && verdict < elements.indexOf(type) : isOf(element, WORDS_OF_CORRECTION)),
  );
  return isPlain ? type : undefined;
}

/** The sentence that is corrected: the one before, the question before, or the one before a bare "They are mistaken." */
function correctedBy(
  { block, sentenceIndex, elements }: SentenceElements,
  blocks: readonly AnalyzedBlock[],
  discourse: Discourse,
  terminology: Terminology,
): SentenceElements | undefined {
  const sentences = discourse.sentences[block.index]!;
  let index = sentenceIndex - 1;
  while (index >= 0 && isVerdict(sentences[index]!, terminology)) index--;
  if (index >= 0) return sentences[index];
  const above = blocks[block.index - 1];
  if (above === undefined || above.kind === 'heading' || above.table !== undefined) return undefined;
  const last = discourse.sentences[above.index]!.at(-1);
  const isPair = LABELS_OF_FACTS.has(elements[0]?.norm ?? '') || index < sentenceIndex - 1 || last?.isQuestion === true;
  return isPair ? last : undefined;
}

function isVerdict({ elements }: SentenceElements, terminology: Terminology): boolean {
  return (
    elements.length <= LONGEST_VERDICT &&
    typesIn(elements, terminology).length === 0 &&
    elements.every((one) => one.kind === 'mark' || isNegator(one.norm) || isOf(one, WORDS_OF_CORRECTION)) &&
    elements.some(({ norm }) => PUTS_RIGHT.has(norm))
  );
}

interface Told {
  readonly type: Element;
  readonly told: readonly Described[];
  /** "Dystrophic calcinosis comes from …": the cause is what is said of the type. */
  readonly isTypeFirst: boolean;
}

/** The one type of a sentence that tells nothing but where it comes from, or what the blood or the tissue is like. */
function toldOfType({ elements, block }: SentenceElements, terminology: Terminology): Told | undefined {
  const [type, ...others] = typesIn(elements, terminology);
  if (type === undefined || others.length > 0) return undefined;
  const told = elements.flatMap((element, at): readonly Described[] =>
    element.phrase !== undefined || isCauseOfTypes(element.mention?.conceptId ?? '', terminology)
      ? [{ at, block: block.index, span: element.span, element }]
      : [],
  );
  if (told.length === 0) return undefined;
  const named = elements.findIndex(({ mention, phrase }) => mention !== undefined || phrase !== undefined);
  const says = elements.slice(0, named).findLastIndex(({ norm }) => REPORTS.has(norm));
  const isPlain = elements
    .slice(says + 1)
    .every(
      (element) =>
        element === type ||
        element.kind === 'mark' ||
        element.phrase !== undefined ||
        told.some((one) => one.element === element) ||
        isWholeOfTypes(element.mention?.conceptId ?? '', terminology) ||
        isOf(element, WORDS_OF_ORIGIN),
    );
  return isPlain ? { type, told, isTypeFirst: elements.indexOf(type) < told[0]!.at } : undefined;
}

/** "It is idiopathic.": where a type was said to come of a cause, the cause may be wrong as well. */
function namesIt(elements: readonly Element[], type: Element): boolean {
  let at = elements.indexOf(type) - 1;
  while (ARTICLES.has(elements[at]?.norm ?? '')) at--;
  const isNamed = COPULAS.has(elements[at]?.norm ?? '') && PRONOUNS.has(elements[at - 1]?.norm ?? '');
  const next = elements[elements.indexOf(type) + 1];
  return isNamed && (next === undefined || next.kind === 'mark');
}

/** The sentence behind it takes the correction back. */
function isTakenBack({ block, sentenceIndex }: SentenceElements, discourse: Discourse): boolean {
  const next = discourse.sentences[block.index]![sentenceIndex + 1];
  return next !== undefined && next.elements.slice(0, LONGEST_VERDICT).some(({ norm }) => TAKES_BACK.has(norm));
}

function isOf({ norm, mention }: Element, words: ReadonlySet<string>): boolean {
  return mention?.conceptId === undefined && (norm === '' || words.has(norm));
}

function typesIn(elements: readonly Element[], terminology: Terminology): readonly Element[] {
  return elements.filter((element) => nameOf(element, terminology) !== undefined);
}

function nameOf({ mention }: Element, terminology: Terminology): string | undefined {
  return terminology.memberOf(mention?.conceptId ?? '')?.name;
}

const NONE: readonly Claim[] = [];
const LONGEST_VERDICT = 8;
const LONGEST_CORRECTION = 40;
const ARTICLES = new Set(['the', 'a', 'an']);
const COPULAS = new Set('is are was were'.split(' '));
const PRONOUNS = new Set('it this that they these'.split(' '));
