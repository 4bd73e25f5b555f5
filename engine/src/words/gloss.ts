import type { Terminology } from '../terminology/terminology.js';

/** What a word is, in a few words: the class of a drug, the kind of anything else. */
export function glossOf(word: string, terminology: Terminology): { conceptId?: string; gloss?: string } {
  const [conceptId, ...others] = terminology.lookup(word.toLowerCase());
  if (conceptId === undefined || others.length > 0) return {};
  const concept = terminology.concept(conceptId)!;
  if (concept.kind === 'drug') {
    const [first] = terminology.classTerms(conceptId, 'us');
    return { conceptId, gloss: first ?? 'medicine' };
  }
  const kind = KIND_WORDS[concept.kind];
  return kind === undefined ? { conceptId } : { conceptId, gloss: kind };
}

const KIND_WORDS: Readonly<Record<string, string>> = {
  disease: 'a condition',
  type: 'a type of calcinosis',
  form: 'a form of calcinosis',
  process: 'a process in tissue',
  'lab-finding': 'a laboratory finding',
  'drug-class': 'a class of medicines',
  procedure: 'a procedure',
  'lab-test': 'a laboratory test',
  imaging: 'an imaging test',
  anatomy: 'a part of the body',
  sign: 'a sign',
  symptom: 'a symptom',
  complication: 'a complication',
  protein: 'a protein',
  substance: 'a substance',
};
