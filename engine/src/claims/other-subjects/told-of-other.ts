import type { AnalyzedBlock } from '../../document.js';
import type { Surroundings } from '../subjects/antecedents.js';
import type { Terminology } from '../../terminology/terminology.js';
import { contains } from '../../text/span.js';
import type { Claim } from '../claim.js';
import { contradictionOf } from '../contradictions/contradiction.js';
import { isOfNearer } from '../sentences/relative-clauses.js';
import type { Element, SentenceElements } from '../sentences/elements.js';
import { FINITE, STATES, VERB } from '../plain-forms/plain-form-words.js';

/**
 * The claims of a sentence without those that the build of it tells of another thing. Hardly any claim is false, and of
 * the others it is not asked.
 * @param isOfOther what else tells of another thing
 */
export function withoutToldOfOther(
  claims: readonly Claim[],
  sentence: SentenceElements,
  around: Surroundings,
  isOfOther: typeof isToldOfOther = () => false,
): readonly Claim[] {
  return claims.filter(
    (claim) =>
      contradictionOf(claim, around.terminology) === undefined ||
      !(isToldOfOther(claim, sentence, around) || isOfOther(claim, sentence, around)),
  );
}

function isToldOfOther(claim: Claim, sentence: SentenceElements, around: Surroundings): boolean {
  const { blocks, terminology } = around;
  const { subject, object } = claim;
  const isHere = [subject, object].every(({ block }) => block === sentence.block.index);
  return (
    (isHere && isOfNearer(sentence.elements, subject.span, object.span, around)) ||
    isOnlyNamed(claim, sentence, terminology) ||
    isExampleOfFirst(claim, sentence, terminology) ||
    isOfOwnEntry(claim, sentence, terminology) ||
    isNameOfFirst(claim, sentence, blocks) ||
    isTurnedByPreface(claim, sentence)
  );
}

/**
 * Whether what was read as a value is the name of another thing that has this value, of which the sentence goes on to
 * tell, or which it only brings up: "Calcitonin lowers it – parathyroid hormone raises it", "there is calcitonin, and
 * there is parathyroid hormone". "Calcitonin is a parathyroid hormone" says it of the first.
 */
function isOnlyNamed(claim: Claim, { elements, block }: SentenceElements, terminology: Terminology): boolean {
  const { relation, attribute, value, subject, object } = claim;
  if (relation !== 'has' || attribute === undefined || object.block !== block.index) return false;
  const at = elements.findIndex(({ mention, span }) => {
    const id = mention?.conceptId;
    if (id === undefined || id === subject.conceptId) return false;
    if (!contains(object.span, span) && !contains(span, object.span)) return false;
    return terminology.heldAttribute(id, attribute)?.values.includes(value ?? '') === true;
  });
  if (at < 0) return false;
  return (tellsOfIt(elements, at) && !isScene(elements, at, subject.conceptId)) || isBroughtUp(elements, at);
}

/** Its own verb follows: "and an X-ray uses radiation". */
function tellsOfIt(elements: readonly Element[], at: number): boolean {
  const opens = elements[atArticle(elements, at) - 1];
  const next = elements[at + 1];
  if (next?.kind !== 'word' || next.mention !== undefined || !OPENS.has(opens?.norm ?? '')) return false;
  return STATES.has(next.norm) || FINITE.has(next.norm) || (VERB.test(next.norm) && next.norm.length > 3);
}

/** "In ultrasound, X-rays are sent …" says it of ultrasound. */
function isScene(elements: readonly Element[], at: number, subject: string | undefined): boolean {
  const comma = atArticle(elements, at) - 1;
  return elements[comma]?.norm === ',' && elements[comma - 1]?.mention?.conceptId === subject;
}

function isBroughtUp(elements: readonly Element[], at: number): boolean {
  const from = atArticle(elements, at);
  const before = elements[from - 1]?.norm ?? '';
  return BRINGS_UP.has(before) || (STATES.has(before) && elements[from - 2]?.norm === 'there');
}

/**
 * "An anticoagulant that works by blocking vitamin K, for example warfarin": the example is one of what the sentence
 * names first, not of what that acts on.
 */
function isExampleOfFirst(
  { relation, form, subject, object }: Claim,
  { elements, block }: SentenceElements,
  terminology: Terminology,
): boolean {
  if (relation !== 'is-a' || !form.startsWith('such as') || object.block !== block.index) return false;
  const at = elements.findIndex(({ span }) => span.start === object.span.start);
  if (at < 2 || !elements[atArticle(elements, at) - 1]!.norm.endsWith('ing')) return false;
  return elements
    .slice(0, at)
    .some(({ mention }) => terminology.isA(subject.conceptId ?? '', mention?.conceptId ?? ''));
}

/** "**Thyroid gland** – makes …": an entry is told of what it opens with. */
function isOfOwnEntry(
  { relation, subject, block }: Claim,
  { elements, sentence }: SentenceElements,
  terminology: Terminology,
): boolean {
  if (relation !== 'has' || (subject.block === block && contains(sentence.span, subject.span))) return false;
  const named = ARTICLES.has(elements[0]!.norm) ? 1 : 0;
  const id = elements[named]?.mention?.conceptId;
  if (id === undefined || id === subject.conceptId || !LABELS.has(elements[named + 1]?.norm ?? '')) return false;
  // "Blood phosphate: high" is told of the disease above it.
  return terminology.concept(id)!.kind === 'anatomy';
}

/** "Also called morphea.": another name of what the sentence before begins with, not of what it names last. */
function isNameOfFirst(
  { relation, subject }: Claim,
  { elements, block, sentence }: SentenceElements,
  blocks: readonly AnalyzedBlock[],
): boolean {
  if (relation !== 'has' || elements[0]?.norm !== 'also' || !NAMED.has(elements[1]?.norm ?? '')) return false;
  if (subject.block !== block.index || contains(sentence.span, subject.span)) return false;
  const { sentences, text } = blocks[block.index]!;
  const before = sentences.find(({ span }) => contains(span, subject.span));
  return before !== undefined && /[\p{L}\p{N}].*?\s.*?\s.*?\s/u.test(text.slice(before.span.start, subject.span.start));
}

/** "It is no secret that the phosphate is normal": what is not a secret, not known or not believed is not denied. */
function isTurnedByPreface({ object, form }: Claim, { block, sentence }: SentenceElements): boolean {
  if (!TURNED.has(form) || object.block !== block.index) return false;
  return DENIES_BEFORE_THAT.test(block.text.slice(sentence.span.start, object.span.start));
}

/** Forms whose value is turned round by a denial. */
const TURNED = new Set(['grade', 'state', 'answer', 'scale']);
const DENIES_BEFORE_THAT =
  /(?:(?<!\p{L})(?:no|not|never|nobody|none|nothing|cannot|without|hardly|few|rarely|seldom)|n[’']t)(?!\p{L})[^.;:]*(?<!\p{L})that(?!\p{L})(?!.*(?<!\p{L})(?:no|not|never|cannot|neither|nor)(?!\p{L})|.*n[’']t)/isu;

const LABELS = new Set([':', '–', '—']);
const NAMED = new Set(['called', 'known', 'named', 'termed']);

function atArticle(elements: readonly Element[], at: number): number {
  return ARTICLES.has(elements[at - 1]?.norm ?? '') ? at - 1 : at;
}

const ARTICLES = new Set('a an the'.split(' '));
/** What a clause of its own may stand behind. */
const OPENS = new Set(['and', 'but', 'while', 'whereas', 'or', ',', ';', '–', '—', '-']);
const BRINGS_UP = new Set('leaving meant mean describe describing unlike besides beside'.split(' '));
