import { longestAt, type Element, type SentenceElements } from './elements.js';

/**
 * A sentence without the adverbials that stand in it between two commas: "calcium is, as a rule, normal" states what
 * "calcium is normal" does, and its commas part nothing.
 */
export function withoutAdverbials(sentence: SentenceElements): SentenceElements {
  let { elements } = sentence;
  for (let at = 1; at < elements.length - 2; at++) {
    const end = endOfAdverbial(elements, at);
    if (end > 0) elements = [...elements.slice(0, at), ...elements.slice(end)];
  }
  return elements === sentence.elements ? sentence : { ...sentence, elements };
}

/** Index behind the comma that closes what the one at an index opens, or -1. */
function endOfAdverbial(elements: readonly Element[], at: number): number {
  const { norm } = elements[at]!;
  if (norm !== ',' && norm !== '–' && norm !== '—') return -1;
  const end = longestAt(elements, at + 1, ADVERBIALS);
  return end > 0 && elements[end]?.norm === norm ? end + 1 : -1;
}

const ADVERBIALS = [
  'as a rule',
  'in general',
  'for the most part',
  'in most cases',
  'as it happens',
  'of course',
  'in fact',
  'by definition',
  'to be exact',
  'more often than not',
  'put simply',
  'in short',
  'as always',
  'as a matter of fact',
  'naturally',
  'typically',
  'usually',
  'generally',
  'characteristically',
].map((phrase) => phrase.split(' '));
