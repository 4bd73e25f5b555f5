import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { splitSentences } from '../../../engine/src/language/sentences.js';
import { tokenize } from '../../../engine/src/language/tokenize.js';
import { shippedEngine } from '../../rules/shipped-engine.js';

/** What is written for something else, as `written→meant`. */
function confused(text: string, accepted: readonly string[] = []): readonly string[] {
  const tokens = tokenize(text);
  return shippedEngine()
    .words!.check(tokens, splitSentences(tokens), text, { accepted: new Set(accepted), english: false })
    .filter(({ kind }) => kind === 'confused')
    .map(({ span, candidates }) => `${text.slice(span.start, span.end)}→${candidates[0]!.text}`);
}

describe('right words that stand for others', () => {
  const pairs: readonly (readonly [wrong: string, found: string, right: string])[] = [
    ['He has prostrate cancer.', 'prostrate→prostate', 'She lay prostrate on the floor.'],
    ['An injury of the spinal chord.', 'chord→cord', 'He struck a chord on the guitar.'],
    ['The vocal chords swell.', 'chords→cords', 'Play the chords.'],
    ['The urinary track is short.', 'track→tract', 'Keep track of urinary symptoms.'],
    ['You may loose weight.', 'loose→lose', 'Wear loose clothing.'],
    ['Redness at the injection sight.', 'sight→site', 'Her sight got worse after the injection.'],
    ['Side affects are rare.', 'affects→effects', 'It affects one side.'],
    ['It can effect the joints.', 'effect→affect', 'The effect on the joints is small.'],
    ['A sign is poor apatite.', 'apatite→appetite', 'The deposits are apatite crystals.'],
    ['Acid reflex causes pain.', 'reflex→reflux', 'The knee reflex was tested.'],
    ['The mucus membranes are dry.', 'mucus→mucous', 'The mucus is thick.'],
    ['A clinical trail is under way.', 'trail→trial', 'They walked a trail.'],
    ['The lumber spine was examined.', 'lumber→lumbar', 'The lumber was sold.'],
    ['Connective issue diseases are a cause.', 'issue→tissue', 'A sensitive issue came up.'],
    ['Her alkaline phosphate was high.', 'phosphate→phosphatase', 'Her phosphate was high.'],
    ['Wounds heel slowly in diabetes.', 'heel→heal', 'The heel hurts.'],
    ['Actinic ketosis is common.', 'ketosis→keratosis', 'The diet led to ketosis.'],
    ['Taking viral signs comes first.', 'viral→vital', 'A viral illness came first.'],
    ['She had sleep acne.', 'acne→apnea', 'Acne spoils her sleep.'],
    ['A thrombosis of the portal vain.', 'vain→vein', 'They tried in vain.'],
    ['Insulin fiber from chicory.', 'Insulin→Inulin', 'Insulin pens are stored cool.'],
    ['The stool stays in the large bowl movement.', 'bowl→bowel', 'A large bowl of soup.'],
  ];
  for (const [wrong, found, right] of pairs) {
    it(`${found} in “${wrong}”`, () => assert.deepEqual(confused(wrong), [found]));
    it(`nothing in “${right}”`, () => assert.deepEqual(confused(right), []));
  }

  for (const [wrong, found, right] of rowsOf('confusable-examples.tsv')) {
    it(`${found!} in “${wrong!}”`, () => assert.deepEqual(confused(wrong!), [found]));
    it(`nothing in “${right!}”`, () => assert.deepEqual(confused(right!), []));
  }

  it('are each found by each word before and behind them', () => {
    const silent = rowsOf('confusables.tsv').flatMap(([written, , before, after]) => {
      const texts = [
        ...cuesOf(before).map((cue) => `Now ${cue} ${written!} hurt.`),
        ...cuesOf(after).map((cue) => `Now ${written!} ${cue} hurt.`),
      ];
      return texts.filter((text) => !confused(text).some((pair) => pair.startsWith(`${written!}→`)));
    });
    assert.deepEqual(silent, []);
  });

  it('are found behind a hyphen', () => {
    assert.deepEqual(confused('A heal-stick test.'), ['heal→heel']);
  });

  it('keep their capitals', () => {
    assert.deepEqual(confused('SPINAL CHORD injuries'), ['CHORD→CORD']);
    assert.deepEqual(confused('Prostrate cancer is common.'), ['Prostrate→Prostate']);
  });

  it('are told apart where both are named', () => {
    assert.deepEqual(confused('Prostate, not prostrate, gland.'), []);
    assert.deepEqual(confused('The ilium, not the ileum, has a crest.'), []);
  });

  it('are cued by their own sentence only, and not across punctuation', () => {
    assert.deepEqual(confused('It is in the spine. Lumber, disc and nail are words.'), []);
    assert.deepEqual(confused('Medical, personal and social needs.'), []);
  });

  it('are left alone where the project accepts the word', () => {
    assert.deepEqual(confused('The spinal chord.', ['chord']), []);
  });
});

/** The rows of a table of the vocabulary, without its comments. */
function rowsOf(file: string): string[][] {
  const folder = path.resolve(import.meta.dirname, '../../../terminology/vocabulary');
  return readFileSync(path.join(folder, file), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'));
}

function cuesOf(column: string | undefined): readonly string[] {
  return column === undefined || column === '-' ? [] : column.split(',');
}
