import { normalizePhrase, type CompiledConcept, type CompiledTerminology } from '../../engine/src/index.js';
import { linesOfPhrases } from '../../engine/src/terminology/phrase-lines.js';

/**
 * A tiny terminology for tests of the hosts: they test what they do with findings, and the findings of the shipped
 * terminology change with its data. What can be found with it:
 *
 * - `soft issue` for soft tissue: wrong-word, an error, safe to fix
 * - `calcium blocker` for calcium channel blocker: avoided-term, a warning, to be reviewed
 * - `Downs syndrome`: eponym-form, an error, safe to fix
 */
export const stubTerminology: CompiledTerminology = createStub();

function createStub(): CompiledTerminology {
  const sources = ['example-handbook'];
  const concepts: CompiledConcept[] = [
    {
      id: 'calcinosis-cutis',
      kind: 'disease',
      preferred: { us: 'calcinosis cutis', uk: 'calcinosis cutis' },
      variants: [
        { text: 'calcinosis cutis', status: 'preferred' },
        { text: 'cutaneous calcinosis', status: 'admitted' },
        { text: 'CC', status: 'abbreviation', caseSensitive: true },
      ],
      definition: { text: 'Calcium salts laid down in the skin.', sources },
      facts: [
        { relation: 'located-in', object: 'soft-tissue', standing: 'sourced', severity: 'error', sources },
        {
          relation: 'level',
          analyte: 'calcium',
          value: 'normal',
          standing: 'unverified',
          severity: 'none',
          sources: [],
        },
      ],
      codes: [{ system: 'Example', code: 'X1', label: 'calcinosis cutis', match: 'exact', source: 'example-handbook' }],
      sources,
    },
    {
      id: 'soft-tissue',
      kind: 'anatomy',
      preferred: { us: 'soft tissue', uk: 'soft tissue' },
      variants: [
        { text: 'soft tissue', status: 'preferred' },
        { text: 'soft issue', status: 'impossible', because: 'The body has tissues, not issues.', sources },
      ],
      facts: [],
      sources,
    },
    {
      id: 'calcium-channel-blocker',
      kind: 'drug-class',
      preferred: { us: 'calcium channel blocker', uk: 'calcium channel blocker' },
      variants: [
        { text: 'calcium channel blocker', status: 'preferred' },
        { text: 'calcium blocker', status: 'deprecated', because: 'It blocks channels, not calcium.', sources },
      ],
      facts: [],
      sources,
    },
    {
      id: 'oesophagus',
      kind: 'anatomy',
      preferred: { us: 'esophagus', uk: 'oesophagus' },
      variants: [
        { text: 'esophagus', status: 'preferred', locale: 'us' },
        { text: 'oesophagus', status: 'preferred', locale: 'uk' },
      ],
      facts: [],
      sources,
    },
  ];
  const variantPhrases = concepts.flatMap((concept, index) =>
    concept.variants.map((variant, at) => ({
      key: normalizePhrase(variant.text),
      targets: [
        {
          is: 'variant' as const,
          concept: index,
          variant: at,
          form: 'base' as const,
          ...(variant.locale === undefined ? {} : { locale: variant.locale }),
        },
      ],
    })),
  );
  return {
    format: 'kossa-terminology',
    formatVersion: 2,
    contentHash: 'stub',
    sources: { 'example-handbook': { title: 'The Example Handbook of Words', url: 'https://example.org/handbook' } },
    concepts,
    classifications: [],
    confusions: [],
    wordings: [],
    eponyms: [{ name: 'Down', nouns: ['syndrome'], sources }],
    phrases: linesOfPhrases(variantPhrases),
  };
}
