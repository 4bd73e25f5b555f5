import assert from 'node:assert/strict';
import { toAmerican, toBritish } from '../../../engine/src/language/spelling-twins.js';

const TWINS: readonly (readonly [american: string, british: string])[] = [
  ['hypercalcemia', 'hypercalcaemia'],
  ['hyperphosphatemic', 'hyperphosphataemic'],
  ['hemodialysis', 'haemodialysis'],
  ['hemorrhage', 'haemorrhage'],
  ['edema', 'oedema'],
  ['esophagus', 'oesophagus'],
  ['estrogen', 'oestrogen'],
  ['fetus', 'foetus'],
  ['diarrhea', 'diarrhoea'],
  ['ischemia', 'ischaemia'],
  ['anesthetic', 'anaesthetic'],
  ['pediatric', 'paediatric'],
  ['orthopedic', 'orthopaedic'],
  ['tumor', 'tumour'],
  ['color', 'colour'],
  ['aluminum', 'aluminium'],
  ['thiosulfate', 'thiosulphate'],
  ['fiber', 'fibre'],
  ['center', 'centre'],
  ['analog', 'analogue'],
  ['mineralization', 'mineralisation'],
  ['localized', 'localised'],
  ['generalized', 'generalised'],
  ['paralyze', 'paralyse'],
  ['celiac', 'coeliac'],
  ['uremic', 'uraemic'],
  ['feces', 'faeces'],
  ['milliliter', 'millilitre'],
  ['Anemia', 'Anaemia'],
];

describe('British and American spellings', () => {
  for (const [american, british] of TWINS) {
    it(`${american} is ${british}`, () => {
      assert.equal(toBritish(american), british);
      assert.equal(toAmerican(british), american);
    });
  }
  for (const word of [
    'exercise',
    'disease',
    'size',
    'epidemic',
    'systemic',
    'academic',
    'calcinosis',
    'colorectal',
    'raised',
    'them',
    'schema',
    'chemotherapy',
    'hem',
    'prize',
  ]) {
    it(`${word} has no twin`, () => {
      assert.equal(toBritish(word), undefined);
      assert.equal(toAmerican(word), undefined);
    });
  }
});
