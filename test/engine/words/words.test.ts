import assert from 'node:assert/strict';
import type { Misspelling } from '../../../engine/src/words/misspelling.js';
import type { Words } from '../../../engine/src/words/words.js';
import { splitSentences } from '../../../engine/src/language/sentences.js';
import { tokenize } from '../../../engine/src/language/tokenize.js';
import { shippedEngine } from '../../rules/shipped-engine.js';

describe('the speller', function () {
  this.timeout(30_000);
  let words: Words;
  before(() => {
    words = shippedEngine().words!;
  });

  function check(text: string, ...accepted: string[]): readonly Misspelling[] {
    const tokens = tokenize(text);
    return words.check(tokens, splitSentences(tokens), text, { accepted: new Set(accepted), english: false });
  }

  /** "written → first proposal" of everything reported. */
  function reports(text: string, ...accepted: string[]): string[] {
    return check(text, ...accepted).map(
      ({ span, candidates }) => `${text.slice(span.start, span.end)} → ${candidates[0]!.text}`,
    );
  }

  /** Each slip beside the right word or the near miss, by kind. */
  const kinds: Readonly<Record<string, readonly (readonly [slip: string, right: string, miss: string])[]>> = {
    'a letter left out': [
      ['calcfication', 'calcification', 'calcination'],
      ['dermatomyosits', 'dermatomyositis', 'dermatomyositis'],
      ['parathroid', 'parathyroid', 'paratyphoid'],
    ],
    'a letter too many': [
      ['sclerodermma', 'scleroderma', 'scleroderma'],
      ['probennecid', 'probenecid', 'probing'],
      ['nephropathey', 'nephropathy', 'nephropathies'],
    ],
    'swapped letters': [
      ['diltaizem', 'diltiazem', 'dilation'],
      ['tehrapy', 'therapy', 'therapies'],
      ['warfrain', 'warfarin', 'warfare'],
    ],
    'a letter that moved': [
      ['athsma', 'asthma', 'asthmatic'],
      ['lieson', 'lesion', 'liaison'],
    ],
    'letters that sound alike': [
      ['osteoperosis', 'osteoporosis', 'osteopetrosis'],
      ['rumatism', 'rheumatism', 'ruminate'],
      ['calsinosis', 'calcinosis', 'calcinoses'],
      ['ibuprophen', 'ibuprofen', 'ibuprofen'],
    ],
    'a Latin ending': [
      ['erythematosis', 'erythematosus', 'erythematous'],
      ['bronchitus', 'bronchitis', 'bronchus'],
    ],
    'a form that no word has': [
      ['symptomes', 'symptoms', 'symptoms'],
      ['allergys', 'allergies', 'allergy'],
      ['viruss', 'virus', 'viruses'],
    ],
    'a prefix that looks right': [
      ['distrophy', 'dystrophy', 'distort'],
      ['periferal', 'peripheral', 'perinatal'],
    ],
    'a known wrong form': [
      ['pruritis', 'pruritus', 'pruritic'],
      ['arythmia', 'arrhythmia', 'arrhythmic'],
    ],
  };
  for (const [kind, rows] of Object.entries(kinds)) {
    for (const [slip, right, miss] of rows) {
      it(`reports ${kind}: ${slip}, and leaves ${miss} alone`, () => {
        assert.deepEqual(reports(`The note mentions ${slip} today.`), [`${slip} → ${right}`]);
        assert.deepEqual(reports(`The note mentions ${right} and ${miss} today.`), []);
      });
    }
  }

  it('keeps capitals, plural and possessive', () => {
    assert.deepEqual(reports('Dermatomyosistis is rare.'), ['Dermatomyosistis → Dermatomyositis']);
    assert.deepEqual(reports('It says DERMATOMYOSISTIS here.'), ['DERMATOMYOSISTIS → DERMATOMYOSITIS']);
    assert.deepEqual(reports('The immunogloblins fell.'), ['immunogloblins → immunoglobulins']);
    assert.deepEqual(reports('The calcinossis’s cause is open.'), ['calcinossis’s → calcinosis’s']);
  });

  it('leaves British and American spellings, derivations and compounds alone', () => {
    const right =
      'Haemodialysis, hemodialysis, hyperphosphataemic, normocalcemic, calcinoses, capillaroscopic, subepidermally, neurofibromin, osteoarthritic and hydroxyprogesterone are right.';
    assert.deepEqual(reports(right), []);
  });

  it('leaves new medicines of a known kind alone', () => {
    assert.deepEqual(reports('Both zolapumab and fexlinatinib are in trials.'), []);
  });

  it('leaves plain English slips alone', () => {
    assert.deepEqual(reports('We recieve and accomodate them definately, untill the goverment writes.'), []);
  });

  it('leaves names alone, and reports the same letters where no name stands', () => {
    assert.deepEqual(reports('The doctor is called Sindre Warferin now.'), []);
    assert.deepEqual(reports('Curtis wrote about calcinosis, and so did Kolchin.'), []);
    assert.deepEqual(reports('They stopped warferin now.'), ['warferin → warfarin']);
  });

  it('leaves authors alone', () => {
    assert.deepEqual(reports('Pruritis et al. wrote about the itch.'), []);
    assert.deepEqual(reports('Pruritis is an itch.'), ['Pruritis → Pruritus']);
  });

  it('leaves abbreviations, mixed case, digits and code alone', () => {
    assert.deepEqual(reports('MTHFRD, calcinosX, colchecin2, colchecin_dose, colchecin() and src/colchecin.md.'), []);
    assert.deepEqual(reports('He took colchecin.'), ['colchecin → colchicine']);
  });

  it('leaves other languages alone', () => {
    assert.deepEqual(reports('Die Kalzinose der Haut ist eine Ablagerung von Kalziumsalzen im Gewebe.'), []);
  });

  it('leaves words of the project alone', () => {
    assert.deepEqual(reports('The tool is called Calcinossis here.', 'calcinossis'), []);
  });

  it('leaves made-up names of everyday words alone', () => {
    assert.deepEqual(reports('We use secretlint and brainstore.'), []);
  });

  describe('in terms of several words', () => {
    it('reports one wrong word, also where it is a name', () => {
      assert.deepEqual(reports('An article on calcinosis cutsi explains it.'), ['calcinosis cutsi → calcinosis cutis']);
      assert.deepEqual(reports('It lies in soft tisue.'), ['soft tisue → soft tissue']);
      assert.deepEqual(reports('Give calcium carbonat.'), ['calcium carbonat → calcium carbonate']);
    });

    it('reports one word in two pieces', () => {
      assert.deepEqual(reports('He took calcium car bonate.'), ['calcium car bonate → calcium carbonate']);
      assert.deepEqual(reports('He saw calcium car bonate.'), ['calcium car bonate → calcium carbonate']);
      assert.deepEqual(reports('It is a sort of calcium build up.'), ['calcium build up → calcium buildup']);
    });

    it('leaves a noun and its verb alone', () => {
      assert.deepEqual(reports('Why does calcium build up here, and what lets calcium build up there?'), []);
      assert.deepEqual(reports('Macrocalcifications are coarse, and microcalcifications are fine.'), []);
    });

    it('leaves common words alone, and the right term', () => {
      assert.deepEqual(reports('Calcium glasses and soft tissues lie in para-aminosalicylic acid.'), []);
    });
  });

  describe('at spaces', () => {
    it('reports one that is missing, beside words that may stand so', () => {
      assert.deepEqual(reports('After dialysisthe patient slept.'), ['dialysisthe → dialysis the']);
      assert.deepEqual(reports('The bloodstream and the breastbone are words.'), []);
    });

    it('reports one too many, beside words that stand alone', () => {
      assert.deepEqual(reports('It is hyper parathyroidism.'), ['hyper parathyroidism → hyperparathyroidism']);
      assert.deepEqual(reports('It is hyper-parathyroidism.'), ['hyper-parathyroidism → hyperparathyroidism']);
      assert.deepEqual(reports('Use anti-inflammatory, anti-rheumatic and post-operative care; anti TNF too.'), []);
      assert.deepEqual(reports('Both hypo- and hyperparathyroidism are meant.'), []);
    });
  });

  describe('of medicines', () => {
    it('is never sure where another medicine is near', () => {
      for (const written of ['prednison', 'prednislone', 'rituxamab', 'cefotaxin', 'chlorpropamid']) {
        const [found] = check(`She was given ${written} today.`);
        if (written !== 'chlorpropamid') assert.equal(found?.safe, false, written);
        assert.equal(found?.candidates[0]?.drug, true, written);
      }
    });

    it('is sure where one leads and none is near', () => {
      for (const written of ['colchisine', 'diltiazam', 'probenacid']) {
        assert.equal(check(`She was given ${written} today.`)[0]?.safe, true, written);
      }
    });

    it('does not offer a salt and its acid as two', () => {
      const [found] = check('She was given alendronat today.');
      assert.deepEqual(
        found?.candidates.map((candidate) => candidate.text),
        ['alendronate'],
      );
    });
  });

  it('is not sure of short words, and of those with a capital in a sentence that may be names', () => {
    assert.equal(check('It was goute again.')[0]?.safe, false);
    assert.notEqual(check('It was called Bronkitis again.')[0]?.safe, true);
    assert.equal(check('It was called Calcinossis again.')[0]?.safe, true);
  });

  it('explains why, in plain data', () => {
    const verdicts = ['colchicine', 'calcifications', 'colchisine', 'pruritis', 'qwrtzp'].map(
      (word) => words.explain(word).verdict,
    );
    assert.deepEqual(verdicts, ['accepted', 'accepted', 'reported', 'reported', 'left alone']);
    const explanation = words.explain('colchisine');
    assert.deepEqual(structuredClone(explanation), explanation);
    assert.equal(explanation.candidates[0]?.text, 'colchicine');
    assert.ok(explanation.candidates[0].cost <= explanation.candidates[0].limit);
  });

  it('reports the same words in the same order twice', () => {
    const text = 'The warferin, the colchisine and the sclerodermma were noted.';
    assert.deepEqual(check(text), check(text));
    assert.equal(check(text).length, 3);
  });
});
