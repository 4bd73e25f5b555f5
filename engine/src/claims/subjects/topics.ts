import type { AnalyzedBlock } from '../../document.js';
import type { Mention } from '../../mentions/mention.js';
import type { ConceptKind } from '../../terminology/source-format.js';
import type { Terminology } from '../../terminology/terminology.js';
import { clausesOf } from '../sentences/clauses.js';
import type { SentenceElements } from '../sentences/elements.js';
import { isOrderedName } from '../plain-forms/former-latter.js';
import { TYPE_WORDS } from '../sentences/lexicon.js';

/** What a sentence may be about. */
export const TOPIC_KINDS = new Set<ConceptKind>([
  'disease',
  'type',
  'form',
  'process',
  'lab-finding',
  'drug',
  'drug-class',
]);
/** What a sentence is about only where it begins with it: "The parathyroid glands …". */
const OPENING_KINDS = new Set<ConceptKind>([
  'complication',
  'sign',
  'procedure',
  'anatomy',
  'lab-test',
  'cause',
  'substance',
  'protein',
  'imaging',
  'symptom',
]);

/** The concepts that a sentence names and does not only set against another, each once, in order. */
export function namedIn(sentence: SentenceElements): readonly Mention[] {
  if (!sentence.elements.some(({ mention }) => mention?.conceptId !== undefined)) return [];
  const contrasted = clausesOf(sentence).filter((clause) => clause.attribution === 'contrasted');
  const named = new Map<string, Mention>();
  for (const [index, element] of sentence.elements.entries()) {
    const { mention } = element;
    if (mention?.conceptId === undefined || named.has(mention.conceptId) || isOrderedName(element)) continue;
    if (contrasted.some((clause) => clause.start <= index && index < clause.end)) continue;
    named.set(mention.conceptId, mention);
  }
  return [...named.values()];
}

/**
 * Index of the main clause behind what the sentence opens with only to set something against it: "While the metastatic
 * kind starts in the blood, the dystrophic kind …"; 0 where it opens otherwise, or where the thing is taken up by "it".
 */
export function mainClauseOf({ elements }: SentenceElements): number {
  if (!SETS_AGAINST.has(elements[0]?.norm ?? '')) return 0;
  for (let at = 1; at < elements.length - 2; at++) {
    if (elements[at]!.norm !== ',') continue;
    const next = elements[at + 1]!;
    const isPointing = POINTING.has(next.norm) && TYPE_WORDS.has(elements[at + 2]!.norm);
    const named = next.mention ?? (DETERMINERS.has(next.norm) ? elements[at + 2]!.mention : undefined);
    if (isPointing || named?.conceptId !== undefined) return at + 1;
  }
  return 0;
}

/** The two stand under the same heading. */
export function sameHeadings(a: AnalyzedBlock, b: AnalyzedBlock): boolean {
  return (
    a.headings.length === b.headings.length && a.headings[a.headings.length - 1] === b.headings[b.headings.length - 1]
  );
}

/** "What does it tell?": a question that goes on about what the one before was about. */
export function asksOfIt({ isQuestion, elements }: SentenceElements): boolean {
  const isOfIt = elements.some(({ norm }) => norm === 'it' || norm === 'they');
  return isQuestion && isOfIt && !elements.some(({ mention }) => mention?.conceptId !== undefined);
}

const SETS_AGAINST = new Set(['while', 'whereas', 'where']);
const POINTING = new Set(['this', 'the', 'that']);
const DETERMINERS = new Set(['the', 'a', 'an', 'in', 'with', 'for']);

/** What a contrast names is not what the sentence is about: "Unlike the metastatic type, levels are normal." */
export function firstTopic(sentence: SentenceElements, terminology: Terminology): Mention | undefined {
  const contrasted = clausesOf(sentence).filter((clause) => clause.attribution === 'contrasted');
  for (const [index, element] of sentence.elements.entries()) {
    const mention = element.mention;
    if (mention?.conceptId === undefined) continue;
    if (contrasted.some((clause) => clause.start <= index && index < clause.end)) continue;
    const { kind } = terminology.concept(mention.conceptId)!;
    if (TOPIC_KINDS.has(kind) || (OPENING_KINDS.has(kind) && index <= 2)) return mention;
  }
  return undefined;
}
