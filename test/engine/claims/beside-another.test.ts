// What a sentence says of another thing, of one case, or of what is not so, beside what it says of the thing itself.
import assert from 'node:assert/strict';
import { claimFindings } from './claim-findings.js';

/** What holds and looks like a claim, and the false twin that is one. */
const PAIRS: Readonly<Record<string, readonly [right: string, wrong: string]>> = {
  'the next thing of a pair': [
    'Calcitonin comes from the thyroid, parathyroid hormone from the parathyroids.',
    'Calcitonin comes from the parathyroid glands.',
  ],
  'a part that is too short for a clause': [
    'Ultrasound uses no radiation, while CT uses X-rays.',
    'Ultrasound uses X-rays, while CT uses sound.',
  ],
  'a sentence with a subject of its own': [
    '*Hypocalcemia* is too little. *Hypercalciuria* is too much calcium in the urine.',
    '*Hypocalcemia* is too much calcium in the blood.',
  ],
  'what is kept from being so': [
    'FGF23 stops the kidneys from holding on to phosphate.',
    'FGF23 makes the kidneys hold on to phosphate.',
  ],
  'what is held down': ['FGF23 keeps phosphate in check.', 'FGF23 keeps phosphate in the body.'],
  'a poor measure': [
    '1,25-dihydroxyvitamin D is a poor guide to the stores.',
    '1,25-dihydroxyvitamin D is a good guide to the stores.',
  ],
  'the people of one place': [
    'In a kidney clinic doctors see the metastatic type most often.',
    'Doctors see the metastatic type most often.',
  ],
  'what care does': [
    'In kidney failure phosphate falls after each dialysis and climbs again.',
    'In kidney failure phosphate falls.',
  ],
  'what was given up': [
    'She stopped warfarin. Her new tablet needs no checks. It blocks factor Xa.',
    'She takes warfarin. It blocks factor Xa.',
  ],
  'many behind one': [
    'The thyroid lies in front. Behind it lie four small glands. They make parathyroid hormone.',
    'The thyroid lies in front. It makes parathyroid hormone.',
  ],
  'reports of single cases': [
    'Milia-like nodules in Turner syndrome are rare single reports.',
    'Milia-like calcinosis goes with Turner syndrome.',
  ],
  'options in a row': [
    'Which drug is a bisphosphonate?\nA. Sevelamer · B. Pamidronate · C. Cinacalcet',
    'Which drug is a bisphosphonate? Sevelamer.',
  ],
  'a column of differences': [
    '| One | Other | Difference |\n|---|---|---|\n| dermis | epidermis | thick layer (1); thin outer layer (2) |',
    '| Layer | What it is |\n|---|---|\n| dermis | thin outer layer |',
  ],
};

describe('what is said beside a thing', () => {
  for (const [name, [right, wrong]] of Object.entries(PAIRS)) {
    it(`is no claim of it: ${name}`, () => assert.deepEqual(claimFindings(right), []));
    it(`leaves its false twin to be found: ${name}`, () => assert.notDeepEqual(claimFindings(wrong), []));
  }
});
