import assert from 'node:assert/strict';
import { claimFindings } from './claim-findings.js';

/** What is said of medicines in unusual orders of words, each with what is reported and beside a twin that is right. */
const STATEMENTS: readonly { readonly wrong: string; readonly finding: string; readonly right: string }[] = [
  {
    wrong: 'B cells are depleted by abatacept within a few weeks.',
    finding: 'wrong-relation: B cells are depleted by abatacept',
    right: 'B cells are depleted by rituximab, and not by abatacept.',
  },
  {
    wrong: 'Apixaban, like warfarin, works by blocking vitamin K.',
    finding: 'wrong-relation: Apixaban, like warfarin, works by blocking vitamin K',
    right: 'Apixaban, unlike warfarin, works without blocking vitamin K.',
  },
  {
    wrong: 'It is uric acid that colchicine brings down.',
    finding: 'wrong-relation: uric acid that colchicine brings down',
    right: 'It is not uric acid that colchicine brings down.',
  },
  {
    wrong: 'We tried anakinra. On the downside, this drug makes the body turn out more interleukin-1.',
    finding: 'wrong-relation: this drug makes the body turn out more interleukin-1',
    right: 'We tried anakinra. The disease itself makes the body turn out more interleukin-1.',
  },
  {
    wrong: 'Hydrochlorothiazide: take it, because this water pill flushes calcium out of the body.',
    finding: 'wrong-relation: Hydrochlorothiazide: take it, because this water pill flushes calcium out',
    right: 'Hydrochlorothiazide: take it, because this water pill flushes salt out of the body.',
  },
  {
    wrong: '| | Contains calcium? |\n|---|---|\n| Calcium acetate | Yes |\n| Sevelamer | Yes |',
    finding: 'wrong-relation: Yes',
    right: '| | Contains calcium? |\n|---|---|\n| Calcium acetate | Yes |\n| Sevelamer | No |',
  },
  {
    wrong:
      'Among the bisphosphonates you can pick a tablet (alendronate), a drip (pamidronate), or a shot (denosumab).',
    finding: 'mislabeled-class: denosumab',
    right:
      'Instead of the bisphosphonates you can pick a tablet (tofacitinib), a drip (infliximab), or a shot (denosumab).',
  },
  {
    wrong: '**JAK inhibitors stocked on the unit**\n\n- ruxolitinib\n- tofacitinib\n- anakinra',
    finding: 'mislabeled-class: anakinra',
    right: '**JAK inhibitors interact with these drugs on the unit**\n\n- ruxolitinib\n- tofacitinib\n- anakinra',
  },
  {
    wrong: 'Minocycline is swallowed; ceftriaxone needs a needle. They are sisters from the tetracycline family.',
    finding: 'mislabeled-class: They are sisters from the tetracycline',
    right: 'Minocycline is swallowed; so is doxycycline. They are sisters from the tetracycline family.',
  },
  {
    wrong: 'The two tetracyclines that have been tried, minocycline and ceftriaxone, bind calcium.',
    finding: 'mislabeled-class: tetracyclines that have been tried, minocycline and ceftriaxone',
    right: 'After two tetracyclines that have been tried, ceftriaxone and warfarin were stopped.',
  },
  {
    wrong: 'Card 31: hydroxychloroquine, for lupus; a calcineurin inhibitor; eyes need checking.',
    finding: 'mislabeled-class: hydroxychloroquine, for lupus; a calcineurin inhibitor',
    right: 'Card 31: tacrolimus, for transplants and for lupus; a calcineurin inhibitor; kidneys need checking.',
  },
  {
    wrong: 'Calcium carbonate wears several hats: it is an antacid, a supplement, and a diuretic.',
    finding: 'mislabeled-class: Calcium carbonate wears several hats: it is an antacid, a supplement, and a diuretic',
    right: 'Calcium carbonate is an antacid, a supplement, and a diuretic may be taken with it.',
  },
];

describe('statements about medicines', () => {
  for (const { wrong, finding, right } of STATEMENTS) {
    it(`finds “${wrong}”`, () => assert.ok(claimFindings(wrong).includes(finding), claimFindings(wrong).join(' | ')));

    it(`leaves “${right}”`, () => assert.deepEqual(claimFindings(right), []));
  }
});
