import type { Mention } from '../mentions/mention.js';
import type { ConceptKind } from '../terminology/source-format.js';
import type { Terminology } from '../terminology/terminology.js';
import { clausesOf } from './clauses.js';
import type { SentenceElements } from './elements.js';
import { isOrderedName } from './former-latter.js';

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
