import assert from 'node:assert/strict';
import { splitSentences } from '../../../engine/src/language/sentences.js';
import { tokenize } from '../../../engine/src/language/tokenize.js';
import type { Words } from '../../../engine/src/words/words.js';
import { shippedEngine } from '../../rules/shipped-engine.js';

/** What real clinical text holds: display names, narratives, code beside prose, other languages. */
describe('the speller on real text', function () {
  this.timeout(30_000);
  let words: Words;
  before(() => {
    words = shippedEngine().words!;
  });

  /** "written → first proposal" of everything reported. */
  function reports(text: string): string[] {
    const tokens = tokenize(text);
    return words
      .check(tokens, splitSentences(tokens), text, { accepted: new Set(), english: false })
      .map(({ span, candidates }) => `${text.slice(span.start, span.end)} → ${candidates[0]!.text}`);
  }

  const right: Readonly<Record<string, string>> = {
    'Latin of two-word names':
      'Status epilepticus, post partum, otitis externa, herpes labialis, corpus spongiosum, vermis cerebelli, arteria carotis interna, anulus fibrosus, corpora amylacea and corpora quadrigemina are named.',
    'Latin adjectives of English ones':
      'The ramus pericardiacus, facies hemorrhagica, sulcus subpapillaris, nervus mediastinalis and vena haemorrhoidalis appear.',
    'adjectives of cells and tumours':
      'An endometrioid, a promyelocytic, a spermatocytic, an oncocytic, a mesoblastic and a hemangioblastic tumour were seen.',
    'places in the body':
      'The supraglottis, the subglottis, the interstitium, an epididymal cyst, an extraoral view, a chordee and a capitellar fracture are described.',
    organisms: 'An enterococcal and a mycotic infection by Raoultella and by Streptococcus dysgalactiae were treated.',
    substances:
      'The phosphodiester, phosphite, lactosylceramide, an acyltransferase, a fucosyltransferase, a beta-lactamase, incretin, pteridine and dipotassium salts were measured.',
    'medicines by their international names':
      'Dantron, floxacillin, benzimidazole, mesilate, metilsulfate, tiotixene, ecothiopate, dopexamine, temafloxacin and nonoxinol are listed.',
    'medicines that are new':
      'Both vorasidenib and tarlatamab, orforglipron and retatrutide, suzetrigine and sotatercept were in the news.',
    'operations and examinations':
      'Echography, serialography, hepaticotomy, bronchoprovocation and a cystolitholapaxy followed.',
    'words of genetics': 'The proband was hemizygous, with indels, haploinsufficiency and homoplasmy in the exome.',
    'families of a known word':
      'Emmetropic, claustrophobe, hemangioblastoma, pneumococcal, osteosarcomatous, spermatocytic and cholangioscope are words.',
    'two words that are right as two':
      'Methyl methacrylate, radio frequency and beta lactamase, and sodium calcium edetate.',
    'names written small': 'Gum arabic was fed to a dorset sheep.',
    'names of programs': 'The values of target.params are in careteam.html and query.vread of the server.',
    'a label in Dutch': 'geen vaccin toegediend',
    'a line of Dutch': 'Het vaccin voor difterie is niet gegeven.',
    'a line of French': 'Il contient une prostacycline pour la vasculaire.',
    'a word of another language': 'Pathologie, Radiologie, vaginaal, Elektroencephalographie.',
    'an animal by its Latin name': 'A canary, Serinus canaria, and a turkey, Meleagris gallopavo.',
  };
  for (const [kind, text] of Object.entries(right)) {
    it(`leaves ${kind} alone`, () => {
      assert.deepEqual(reports(text), []);
    });
  }

  const slips: readonly (readonly [slip: string, right: string])[] = [
    ['Lisnopril', 'Lisinopril'],
    ['Alemtuzamab', 'Alemtuzumab'],
    ['Erythocytes', 'Erythrocytes'],
    ['Opthalmic', 'Ophthalmic'],
    ['Chalamydia', 'Chlamydia'],
    ['Endotrachial', 'Endotracheal'],
    ['histocompatibilty', 'histocompatibility'],
    ['anesthesiologiest', 'anesthesiologist'],
    ['Bronhial', 'Bronchial'],
    ['reticuloendoethelial', 'reticuloendothelial'],
    ['supraspinatous', 'supraspinatus'],
    ['medictation', 'medication'],
    ['fatique', 'fatigue'],
    // Words of clinics that plain English has as well.
    ['Abulatory', 'Ambulatory'],
    ['ventragluteal', 'ventrogluteal'],
    ['nitrosurea', 'nitrosourea'],
    ['currettings', 'curettings'],
    ['adminstration', 'administration'],
    // The last part of a compound that no list has.
    ['nasotrachial', 'nasotracheal'],
    ['osteocartilagenous', 'osteocartilaginous'],
  ];
  for (const [slip, meant] of slips) {
    it(`reports ${slip}, and leaves ${meant} alone`, () => {
      assert.deepEqual(reports(`It says ${slip.toLowerCase()} here.`), [
        `${slip.toLowerCase()} → ${meant.toLowerCase()}`,
      ]);
      assert.deepEqual(reports(`It says ${meant.toLowerCase()} here.`), []);
    });
  }

  it('splits no word in two that no one has run together', () => {
    assert.deepEqual(reports('Incretin and thecode and isostent are words.'), []);
    assert.deepEqual(reports('After dialysisthe patient slept.'), ['dialysisthe → dialysis the']);
  });

  it('reports a slip beside one stranger in an English sentence', () => {
    assert.deepEqual(reports('He was given Zyphora capsules with colchecin and the rest.'), ['colchecin → colchicine']);
  });
});
