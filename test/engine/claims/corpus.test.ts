import assert from 'node:assert/strict';
import { makeStatements } from '../../corpus/statements.js';
import { claimFindings } from './claim-findings.js';

/** What the reader does with every statement of the corpus, by form: false ones it found, right ones it reported. */
interface FormFigures {
  wrong: number;
  found: number;
  right: number;
  reported: number;
  readonly complaints: string[];
}

function figuresByForm(): Map<string, FormFigures> {
  const forms = new Map<string, FormFigures>();
  for (const { form, text, wrong } of makeStatements()) {
    let figures = forms.get(form);
    if (figures === undefined) {
      forms.set(form, (figures = { wrong: 0, found: 0, right: 0, reported: 0, complaints: [] }));
    }
    const findings = claimFindings(text);
    if (wrong) {
      figures.wrong++;
      if (findings.length > 0) figures.found++;
      else figures.complaints.push(`missed: ${text}`);
    } else {
      figures.right++;
      if (findings.length === 0) continue;
      figures.reported++;
      figures.complaints.push(`${findings.join(', ')}: ${text}`);
    }
  }
  return forms;
}

describe('the corpus of statements', () => {
  const forms = figuresByForm();
  const sum = (count: (figures: FormFigures) => number) =>
    [...forms.values()].reduce((total, figures) => total + count(figures), 0);

  it(`has ${sum(({ wrong, right }) => wrong + right)} statements, at least half of them right`, () => {
    assert.ok(sum(({ wrong, right }) => wrong + right) >= 600);
    assert.ok(sum(({ right }) => right) >= sum(({ wrong }) => wrong));
  });

  for (const [form, { wrong, found, right, reported, complaints }] of forms) {
    it(`${form} (${found} of ${wrong} false ones found, ${reported} of ${right} right ones reported)`, () => {
      assert.deepEqual(complaints, []);
    });
  }
});
