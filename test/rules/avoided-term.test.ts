import assert from 'node:assert/strict';
import { compileTerminology, createEngine, type Finding } from '../../engine/src/index.js';

const TERMINOLOGY = `
field: a team's own terms
sources:
  guide: {title: The team's guide, url: "https://example.org/guide"}
concepts:
  - id: follow-up
    preferred: follow-up visit
    kind: procedure
    sources: [guide]
    variants:
      - {text: recheck, status: deprecated, because: Patients do not say it., sources: [guide]}
    examples:
      - {text: Come for a recheck., reports: ["avoided-term: recheck"]}
      - {text: Come for a check., reports: []}
  - id: autoimmune-disease
    preferred: autoimmune disease
    kind: disease
    sources: [guide]
    variants:
      - {text: auto-immune disease, status: deprecated, because: It is one word., sources: [guide]}
      - {text: self-attack illness, status: deprecated, write: immune disorder, because: It frightens., sources: [guide]}
    examples:
      - {text: It is an auto-immune disease., reports: ["avoided-term: auto-immune disease"]}
      - {text: It is an autoimmune disease., reports: []}
`;

describe('fixes of avoided-term', () => {
  it('a difference of hyphens is safe to mend', () =>
    checkFix('It is an auto-immune disease.', 'It is an autoimmune disease.', 'safe'));
  it('another word waits for review', () => checkFix('Come for a recheck.', 'Come for a follow-up visit.', 'review'));
  it('number and capital are those of the text', () =>
    checkFix('Rechecks are free.', 'Follow-up visits are free.', 'review'));
  it('capitals throughout stay', () => checkFix('NO RECHECK', 'NO FOLLOW-UP VISIT', 'review'));
  it('a possessive ending stays', () =>
    checkFix('The recheck’s result is good.', 'The follow-up visit’s result is good.', 'review'));
  it('the article before it follows the sound', () =>
    checkFix('It is a self-attack illness.', 'It is an immune disorder.', 'review'));
  it('in a quotation nothing is safe', () =>
    checkFix('> It is an auto-immune disease.', '> It is an autoimmune disease.', 'review'));
});

function checkFix(text: string, fixed: string, grade: string): void {
  const finding = lint(text);
  const fix = finding.fixes[0]!;
  const edits = [...fix.edits].sort((a, b) => b.span.start - a.span.start);
  const result = edits.reduce(
    (whole, edit) => whole.slice(0, edit.span.start) + edit.text + whole.slice(edit.span.end),
    text,
  );
  assert.equal(result, fixed);
  assert.equal(fix.grade, grade);
}

/** The only finding of the rule. */
function lint(text: string): Finding {
  const { terminology, problems } = compileTerminology([{ path: 'terms.yaml', text: TERMINOLOGY }]);
  assert.ok(terminology, JSON.stringify(problems));
  const { findings } = createEngine({ terminology }).lint(text, {
    configuration: {},
    configured: false,
    language: 'markdown',
    today: '2026-01-15',
  });
  const own = findings.filter((finding) => finding.ruleId === 'avoided-term');
  assert.equal(own.length, 1, text);
  return own[0]!;
}
