import assert from 'node:assert/strict';
import { shippedEngine } from '../../rules/shipped-engine.js';
import { claimFindings } from './claim-findings.js';

/** The least share of swapped definitions that is found, of each family of explanations that is measured. */
const FAMILIES: Readonly<Record<string, number>> = {
  'what-a-finding-is': 0.8,
  'what-a-procedure-is': 0.9,
  'layer-of-skin': 1,
  'how-much-in-the-blood': 1,
};

/** The ways in which leaflets and word lists explain a term. */
const FORMS: readonly ((term: string, text: string) => string)[] = [
  (term, text) => `${capital(term)}: ${text}`,
  (term, text) => `${capital(term)} is ${small(text)}`,
  (term, text) => `**${capital(term)}** – ${text}`,
  (term, text) => `${capital(term)}\n: ${text}`,
  (term, text) => `## ${capital(term)}\n\nIt is ${small(text)}`,
  (term, text) => `| Term | Meaning |\n|---|---|\n| ${term} | ${text.replace(/\..*$/su, '')} |`,
];

describe('the definitions of the terminology', () => {
  const { terminology } = shippedEngine();
  for (const [family, share] of Object.entries(FAMILIES)) {
    const held = terminology.compiled.attributes!.find(({ id }) => id === family)!.holds;
    const defined = held.flatMap(({ concept, values }) => {
      const text = terminology.concept(concept)?.definition?.text;
      return text === undefined ? [] : [{ term: terminology.preferredTerm(concept, 'us'), text, values }];
    });

    it(`stand where they explain their own term, ${family}`, () => {
      const reported = defined.flatMap(({ term, text }) => FORMS.flatMap((form) => claimFindings(form(term, text))));
      assert.deepEqual(reported, []);
    });

    it(`are found under another term, ${family}`, () => {
      let found = 0;
      let swapped = 0;
      for (const [index, { term, values }] of defined.entries()) {
        for (const [other, { text, values: others }] of defined.entries()) {
          if (values.some((value) => others.includes(value))) continue;
          const form = FORMS[(index + other) % FORMS.length]!;
          swapped++;
          if (claimFindings(form(term, text)).length > 0) found++;
        }
      }
      assert.ok(found >= swapped * share, `${found} of ${swapped} swapped definitions were found`);
    });
  }
});

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** "A small prick …" in the middle of a sentence; names and abbreviations stay as they are. */
function small(text: string): string {
  return /^[A-Z][a-z]* [a-z]/u.test(text) ? text.slice(0, 1).toLowerCase() + text.slice(1) : text;
}
