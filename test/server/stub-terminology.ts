import { normalizePhrase, type CompiledConcept, type CompiledTerminology } from '../../engine/src/index.js';
import { linesOfPhrases } from '../../engine/src/terminology/phrase-lines.js';

const TRIAL = 'https://example.org/trial';

const unindexed: CompiledTerminology = {
  format: 'kossa-terminology',
  formatVersion: 2,
  contentHash: 'stub',
  sources: {
    textbook: { title: 'A textbook (of *skin*)', url: 'https://example.org/book_(2)' },
    trial: { title: 'A trial', url: TRIAL },
    ontology: { title: 'An ontology', url: 'https://example.org/ontology', attribution: 'Made by its makers.' },
  },
  concepts: [
    concept('calcinosis', 'disease', 'calcinosis', {
      definition: { text: 'Calcium salts in soft tissue.', sources: ['textbook'] },
      codes: [{ system: 'HPO', code: 'HP:0025520', label: 'Calcinosis cutis', match: 'broad', source: 'ontology' }],
      facts: [
        { relation: 'caused-by', object: 'warfarin', standing: 'disputed', severity: 'hint', sources: ['trial'] },
        {
          relation: 'level',
          analyte: 'calcium',
          value: 'normal',
          standing: 'sourced',
          severity: 'error',
          sources: ['textbook'],
        },
      ],
      sources: ['textbook'],
    }),
    concept('diltiazem', 'drug', 'diltiazem', {
      definition: { text: 'A medicine for blood pressure.', sources: [], unverified: 'not read' },
      facts: [
        {
          relation: 'class',
          object: 'calcium-channel-blocker',
          standing: 'sourced',
          severity: 'error',
          sources: ['trial'],
        },
      ],
      sources: ['trial'],
    }),
    concept('warfarin', 'drug', 'warfarin', {
      variants: [{ text: 'Coumadin', status: 'brand' }],
      facts: [
        { relation: 'class', object: 'anticoagulant', standing: 'sourced', severity: 'error', sources: ['trial'] },
      ],
      sources: ['trial'],
    }),
    concept('calcium-channel-blocker', 'drug-class', 'calcium channel blocker', {
      variants: [
        { text: 'calcium antagonist', status: 'admitted' },
        { text: 'CCB', status: 'abbreviation' },
        { text: 'calcium blocker', status: 'deprecated', because: 'No class has this name.', sources: ['textbook'] },
      ],
      sources: ['textbook'],
    }),
    concept('anticoagulant', 'drug-class', 'anticoagulant', {
      variants: [{ text: 'anti-coagulant', status: 'deprecated', because: 'It is one word.', sources: ['textbook'] }],
      sources: ['textbook'],
    }),
  ],
  classifications: [],
  confusions: [],
  wordings: [
    {
      id: 'suffering-from',
      rule: 'disrespectful-wording',
      phrases: ['suffering from'],
      because: 'It judges.',
      sources: ['textbook'],
      severity: 'warning',
    },
  ],
  eponyms: [],
  phrases: '',
};

interface ConceptParts extends Partial<Omit<CompiledConcept, 'variants'>> {
  readonly variants?: CompiledConcept['variants'];
}

function concept(id: string, kind: CompiledConcept['kind'], preferred: string, parts: ConceptParts): CompiledConcept {
  const { variants = [], ...rest } = parts;
  return {
    id,
    kind,
    preferred: { us: preferred, uk: preferred },
    facts: [],
    sources: [],
    ...rest,
    variants: [{ text: preferred, status: 'preferred' }, ...variants],
  };
}

/**
 * A few concepts, so that the protocol is tested without what the build makes. Its phrases are every name of every
 * concept, and its plural in -s.
 */
export function stubTerminology(): CompiledTerminology {
  const phrases = unindexed.concepts.flatMap((entry, concept) =>
    entry.variants.flatMap((variant, index) => [
      {
        key: normalizePhrase(variant.text),
        targets: [{ is: 'variant', concept, variant: index, form: 'base' } as const],
      },
      {
        key: normalizePhrase(`${variant.text}s`),
        targets: [{ is: 'variant', concept, variant: index, form: 'plural' } as const],
      },
    ]),
  );
  const wordings = unindexed.wordings.flatMap((wording, index) =>
    wording.phrases.map((phrase) => ({
      key: normalizePhrase(phrase),
      targets: [{ is: 'wording', wording: index } as const],
    })),
  );
  return { ...unindexed, phrases: linesOfPhrases([...phrases, ...wordings]) };
}
