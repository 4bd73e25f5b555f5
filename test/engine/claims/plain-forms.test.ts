import assert from 'node:assert/strict';
import { claimFindings } from './claim-findings.js';

/** Statements that are false of what something in them stands for. */
const WRONG: readonly string[] = [
  'Last week a reader asked about apixaban.\n\nThe answer is not hard. It blocks vitamin K.',
  'The ward asked for a note on warfarin. The anticoagulant is an antibiotic, and that should be known.',
  'Instead of sevelamer we chose calcium acetate as our word of the week. It contains no calcium.',
  'If you have read about apixaban before, you know that it blocks vitamin K.',
  'Since it removes B cells, infliximab comes first in this list.',
  'There are two words to learn today: rituximab and infliximab. The second one removes B cells.',
  'There are two words to learn today: rituximab and infliximab. This last one removes B cells.',
  'On Monday we had rituximab, on Tuesday infliximab. The latter removes B cells.',
  'Infliximab (which my aunt had never heard of) removes B cells.',
  'Infliximab, unlike rituximab, removes B cells.',
  'Infliximab: page 12; removes B cells.',
  'What removes B cells is infliximab.',
  '**Infliximab.** A word that you will meet often. Removes B cells.',
  '## Infliximab\n\nIn short:\n\n- a word from the first chapter\n- removes B cells',
  'Three things to know about infliximab:\n\n- hard to spell\n- removes B cells',
  'Front: Infliximab\n\nBack: removes B cells',
  '| No. | Word | What to know |\n|---|---|---|\n| 1 | Infliximab | Removes B cells |',
  '| | Infliximab | Nurse |\n|---|---|---|\n| In short | removes B cells | wears a blue coat |',
];

/** What looks like them, and is said of another thing, of none that is known, or by nobody. */
const RIGHT: readonly string[] = [
  "Infliximab was last week's topic. This week it is rituximab. It removes B cells.",
  'Instead of infliximab we chose rituximab as our word of the week. It removes B cells.',
  'Infliximab needs no introduction. My neighbour takes something called Zorbinol. It removes B cells.',
  'Everybody who reads about denosumab should know alendronate. It is a bisphosphonate.',
  'I was on warfarin. Then my dentist prescribed a tablet. It is an antibiotic.',
  'Colchicine is studied here, and the control drug is a steroid.',
  'There are two words to learn today: infliximab and rituximab. The second one removes B cells.',
  'There are two words to learn today: infliximab and rituximab. This last one removes B cells.',
  'PS: Infliximab is on page 3, rituximab on page 4. As for the latter, it removes B cells.',
  'After MRI comes CT, which uses X-rays.',
  'It is rituximab, not infliximab, that removes B cells.',
  'We now come to infliximab. It is not true that it removes B cells.',
  'Infliximab is on the list. If it removes B cells, tell me.',
  'Infliximab is on the list. Nobody claims that it removes B cells.',
  '| Key | Entry |\n|---|---|\n| Name | Infliximab |\n| Do not confuse with | Rituximab, which removes B cells |',
  '| Medicine | Class | Watch out |\n|---|---|---|\n| Warfarin | blood thinner | an NSAID |',
  '### Idiopathic calcinosis\n\n- Cause: none known\n- What helps: an operation',
  '- Infliximab\n  - see also: Rituximab\n- Rituximab\n  - removes B cells',
  'Front: Infliximab\n\nNext card: Rituximab\n\nBack: removes B cells',
  'Warfarin: blocks vitamin K.',
  'Hypoparathyroidism: makes blood calcium too low.',
];

describe('a sentence that does not name what it speaks of', () => {
  for (const text of WRONG) it(`is read: ${text}`, () => assert.notDeepEqual(claimFindings(text), []));
  for (const text of RIGHT) it(`is left alone: ${text}`, () => assert.deepEqual(claimFindings(text), []));
});
