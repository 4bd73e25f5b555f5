import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { shippedEngine } from '../../rules/shipped-engine.js';
import { claimFindings } from './claim-findings.js';

/** Statements that the terminology contradicts, in many forms. */
const WRONG: readonly string[] = [
  'It is the aorta that calcifies in calciphylaxis.',
  'PXE. Gene: NT5E. Organs: skin, eyes, arteries.',
  '| Antibody | Disease |\n|---|---|\n| anti-NXP2 | sarcoidosis |',
  'Histology is back on the nodule. It is a pilomatricoma. This lump starts from sweat-gland cells.',
  'Onchocerciasis, a fungal infection whose nodules may harden, is common.',
  'What clogs up in calciphylaxis? The lymph channels of the skin.',
  'Pseudogout, a disease that urate crystals provoke, is painful.',
  '**CREST** – Calcinosis; Raynaud; Esophageal dysmotility; Sclerodactyly; Thrombosis.',
  '**Q. What does the first letter of CREST stand for?**\n\nA. Cirrhosis. The liver scars.',
  'Remember the last two letters of CREST as scoliosis and telangiectasia.',
  'Rheumatism gave CREST its R.',
  'The letter T at the end of CREST stands for thyroiditis.',
  'CREST, letter by letter:\n\n- **C**alcinosis\n- **R**aynaud phenomenon\n- **E**sophageal dysmotility\n- **S**pondylitis\n- **T**elangiectasia',
  'The S in CREST stands not for “systemic”, but for sarcoidosis.',
  'Hypercalciuria, too much calcium in the blood, is common.',
  'If the letter says hypophosphatemia, your blood has too much phosphate.',
  'Calcinosis cutis has several types. Nephrocalcinosis is one of them.',
  'The dystrophic type is outnumbered by the metastatic one.',
  'Nephrocalcinosis, another word for a stone lodged in the urine, comes with colic.',
  'These may lead to metastatic calcinosis:\n\n- lupus\n- burns',
  'What can bring on calcinosis of the dystrophic type:\n\n- burns\n- too much vitamin D',
  '## Calciphylaxis\n\nAs with idiopathic calcification, the cause of calcification is unknown here.',
  'Ibuprofen and other corticosteroids such as naproxen reduce swelling.',
  'Warfarin (a calcium channel blocker) is sometimes tried.',
  'Bisphosphonates like colchicine may help.',
  '## Dystrophic calcinosis\n\nThis type is caused by kidney failure.',
  '## Causes of dystrophic calcinosis\n\n- Sarcoidosis\n- Too much vitamin D',
  'Metastatic calcification results from acne and cuts.',
  'Scleroderma leads to metastatic calcification.',
  'In idiopathic calcinosis, blood calcium is high.',
  'Calcinosis is an autoimmune disease in which calcium collects in the skin.',
  'There are five types of calcinosis cutis: dystrophic, metastatic and idiopathic.',
  'NSAIDs such as prednisone ease pain.',
  'Dystrophic calcinosis has no known cause.',
  'Sevelamer, a bisphosphonate, is taken with meals.',
  'Calcinosis is divided into three groups: local, systemic and mixed.',
  'Hyperparathyroidism causes dystrophic calcinosis.',
  'The antibiotic warfarin was stopped.',
  'Metastatic calcinosis follows local tissue damage.',
  '| Type | Blood calcium |\n|---|---|\n| Dystrophic calcinosis | High |',
  'Sarcoidosis is a common trigger of dystrophic calcification.',
  'The most common type, dystrophic calcinosis, is due to high levels of phosphate in the blood.',
  'Warfarin and other calcium channel blockers relax blood vessels.',
  'Colchicine belongs to a group of medicines called bisphosphonates.',
  'Doctors classify calcinosis as an autoimmune disease.',
  'Calcinosis is classified as an autoimmune condition.',
  'The most common calcium channel blocker is warfarin.',
  'Commonly used calcium channel blockers are warfarin and colchicine.',
  'Calcium channel blockers include warfarin.',
  'In the dystrophic form, calcium in the blood is elevated.',
  'High calcium levels cause dystrophic calcification.',
  'Dystrophic calcification, which is due to hyperparathyroidism, is common.',
  'Metastatic calcinosis develops in injured tissue.',
  'Calciphylaxis is a type of idiopathic calcinosis.',
  'Dystrophic calcification is a kind of metastatic calcification.',
  'Calcinosis falls into two categories: localized and generalized.',
  'The main types of calcinosis are localized calcinosis and systemic calcinosis.',
  'Milk-alkali syndrome comes from eating too many foods high in calcium.',
  'Warfarin helps by blocking the absorption of calcium.',
  'Idiopathic calcinosis is due to an autoimmune disease.',
  'Blood calcium and phosphate are always high in dystrophic calcinosis.',
  'Metastatic calcinosis happens with normal blood calcium and phosphate.',
  'Ibuprofen is an NSAID. Acetaminophen is one too.',
  'Etanercept failed, so I was moved to another monoclonal antibody, adalimumab.',
  'Four bisphosphonates: alendronate and risedronate in tablet form, pamidronate for the drip, and denosumab as a shot.',
  'C – calcinosis; R – rosacea; E – esophageal dysmotility; S – sclerodactyly; T – telangiectasia.',
  'In lupus the defenses turn on the body. With this infection the joints ache.',
  'Calcinosis comes in two ways: after damage, through the blood, or for no known reason.',
  'CT and MRI both show calcium. The latter uses X-rays.',
  'CT uses X-rays. Ultrasound also works with X-rays.',
  'The chalk lies all over the body. We call this calcinosis circumscripta.',
];

/** Statements that look like them and are right, or are not the writer's. */
const RIGHT: readonly string[] = [
  'It is the small vessels, not the aorta, that calcify in calciphylaxis.',
  'Open sores in systemic sclerosis can let in a bacterial infection.',
  'The anticentromere antibody was positive, while the test for dermatomyositis came back negative.',
  'NT5E for CD73 deficiency, ENPP1 for the arteries of babies.',
  'Pilomatricomas can be taken for a malignant tumor, since they are so hard.',
  'Calciphylaxis is no disease of the sweat glands.',
  'Women have a counterpart to scrotal calcinosis, which lies in the vulva.',
  'After parathyroidectomy for primary hyperparathyroidism, calcium may fall for a while.',
  'CREST: the T is the last letter, and in the exam the S is easy.',
  'In the diffuse cutaneous form the chest hardens. In the limited form it does not go beyond the hands.',
  'Gout and pseudogout differ: in gout there are urate crystals.',
  'In CREST, S is stiff fingers and T is tiny vessels.',
  '- C = cirrhosis ❌ (calcinosis)\n- S = sclerodactyly ✅\n- T = telangiectasia ✅\n\nThat is CREST.',
  'In BRCA the C stands for cancer; in CREST it stands for calcinosis.',
  'After hypercalcemia was treated, her calcium was too low for a week.',
  'Hypophosphatemia comes about when the kidneys lose too much phosphate.',
  'Calcinosis has several causes. Gout is not one of them.',
  'The metastatic type is outnumbered by the dystrophic one.',
  'These may lead to metastatic calcinosis:\n\n- kidney failure\n- sarcoidosis',
  'These do not lead to metastatic calcinosis:\n\n- lupus\n- burns',
  'Warfarin, an anticoagulant, is sometimes tried.',
  'Unlike calcium channel blockers such as diltiazem, warfarin thins the blood.',
  'Avoid NSAIDs, such as ibuprofen and naproxen, with warfarin.',
  'Antibiotics, warfarin, and diltiazem can interact.',
  'Metastatic calcification occurs when calcium, phosphate, or both are too high.',
  'In dystrophic calcinosis, blood levels of calcium and phosphate are normal, while in the metastatic type they are high.',
  'Kidney failure is not a cause of dystrophic calcinosis.',
  'Dystrophic calcinosis is caused by tissue damage, not by high blood calcium.',
  'Calciphylaxis is seen in kidney failure, and its cause is not fully understood.',
  'People with systemic sclerosis who also have kidney failure may get metastatic calcification.',
  'Calcium carbonate is an antacid, a phosphate binder, and a calcium supplement.',
  'Aspirin is a blood thinner.',
  'Doctors may combine diltiazem, a calcium channel blocker, with colchicine, an anti-inflammatory.',
  'Iatrogenic calcinosis can follow a calcium gluconate infusion in a child with kidney failure.',
  'Heparin and warfarin are anticoagulants; ibuprofen is not.',
  'Calcinosis universalis and calcinosis circumscripta are two patterns of calcinosis.',
  'Two types of calcinosis, dystrophic and metastatic, are caused by known problems.',
  'There are several types of calcinosis.',
  'We saw three types of calcinosis in our clinic last year.',
  'Calcinosis can look like an infection.',
  'Hypercalcemia is high calcium in the blood. Low calcium is called hypocalcemia.',
  'If your calcium is high, your doctor will look for metastatic calcification.',
  'Treating hyperparathyroidism lowers blood calcium to normal.',
  'In secondary hyperparathyroidism caused by kidney failure, calcium is low or normal.',
  'Colchicine is an anti-inflammatory, but it is not an NSAID like ibuprofen.',
  'Is calcinosis an autoimmune disease? No.',
  '## Dystrophic calcinosis\n\nUnlike the metastatic type, calcium and phosphate levels are normal. It follows trauma, acne or lupus.',
  '## Causes of metastatic calcification\n\n- Kidney failure\n- Sarcoidosis\n- Milk-alkali syndrome',
  'Medicines such as antacids, warfarin or vitamin D can matter.',
  'Warfarin is a risk factor for calciphylaxis.',
  'Diltiazem and other calcium channel blockers relax blood vessels.',
  'Tumoral calcinosis is a type of metastatic calcinosis.',
  'Avoid grapefruit with diltiazem, warfarin and other medicines.',
  'The best studied calcium channel blocker is diltiazem.',
  'Warfarin, heparin, and other anticoagulants slow clotting.',
  'Calciphylaxis is often grouped with metastatic calcification in older texts.',
  'Metastatic calcification goes with abnormal calcium levels, and deposits form when calcium phosphate production is too fast.',
  'Low calcium makes the glands work harder; when kidney disease has lowered it, this is called secondary hyperparathyroidism.',
  'Your glands raise calcium because kidney disease has lowered it: this is known as secondary hyperparathyroidism.',
  'CREST (calcinosis, Raynaud phenomenon, esophageal dysmotility, sclerodactyly, and telangiectasia) is a form of scleroderma.',
  'Calcinosis (small lumps), telangiectasia, and scleroderma (systemic sclerosis) are seen together.',
  'The parathyroid glands, behind the thyroid gland, make parathyroid hormone.',
  'Doctors have tried diltiazem, which is a calcium channel blocker, and warfarin, which is an anticoagulant.',
  'Older texts write calcinosis metabolica or calcinosis dystrophica.',
  'Idiopathic calcinosis cutis occurs in the absence of any known tissue injury.',
  'Ibuprofen is an NSAID. Naproxen is one too.',
  'Infliximab failed, so I was moved to another monoclonal antibody, adalimumab.',
  'Four bisphosphonates: alendronate and risedronate in tablet form, pamidronate for the drip, and zoledronic acid once a year.',
  'C – contracts; R – receipts; E – examinations; S – scans; T – telephone lists.',
  'Her father had gout. She herself came with an infected finger; this infection needed surgery.',
  'Calcinosis comes in three ways: after damage, through the blood, or for no known reason.',
  'CT and MRI both show calcium. The former uses X-rays.',
  'CT uses X-rays. Ultrasound also makes pictures, with sound waves.',
  'The chalk lies all over the body. We call this calcinosis universalis.',
];

describe('statements', () => {
  for (const text of WRONG) {
    it(`is false: ${text.replace(/\n+/gu, ' ⏎ ')}`, () => assert.notDeepEqual(claimFindings(text), []));
  }
  for (const text of RIGHT) {
    it(`stands: ${text.replace(/\n+/gu, ' ⏎ ')}`, () => assert.deepEqual(claimFindings(text), []));
  }
});

const RIGHT_ARTICLES = path.join(import.meta.dirname, '../../corpus/right');

describe('a right article', () => {
  for (const name of readdirSync(RIGHT_ARTICLES).sort()) {
    it(`gives nothing loud: ${name}`, () => {
      const text = readFileSync(path.join(RIGHT_ARTICLES, name), 'utf8');
      const { findings } = shippedEngine().lint(text, {
        configuration: { scope: 'always', style: name.endsWith('-uk.md') ? 'uk' : 'us' },
        configured: true,
        language: 'markdown',
        today: '2026-06-01',
      });
      const loud = findings.filter(({ severity }) => severity === 'error' || severity === 'warning');
      assert.deepEqual(
        loud.map((finding) => `${finding.ruleId}: ${finding.message}`),
        [],
      );
    });
  }
});
