import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { AnalysisCache, type LintResult } from '../../engine/src/index.js';
import { projectRoot } from '../../scripts/project-root.js';
import { shippedEngine } from '../rules/shipped-engine.js';
import { madeEdit, madeMarkdown, numbers } from './markdown/made-markdown.js';

const engine = shippedEngine();
const options = {
  configuration: { scope: 'always' },
  configured: true,
  language: 'markdown',
  today: '2026-01-15',
} as const;

describe('a document that is edited', () => {
  it('says what a fresh reading of it says, after hundreds of edits', () => {
    const texts = articles();
    for (const [index, article] of texts.entries()) {
      const random = numbers(index + 1);
      const cache = new AnalysisCache();
      let text = article;
      for (let edit = 0; edit < EDITS; edit++) {
        text = medicalEdit(text, random);
        const edited = engine.lint(text, options, cache);
        // Every other version is read by the cache alone, so that changes add up.
        if (edit % 2 === 1) assert.deepEqual(told(edited), told(engine.lint(text, options)), text);
      }
    }
  });

  it('says so of hostile Markdown as well', () => {
    for (let seed = 1; seed <= 3; seed++) {
      const random = numbers(seed);
      const cache = new AnalysisCache();
      let text = madeMarkdown(seed, 30);
      for (let edit = 0; edit < 20; edit++) {
        text = medicalEdit(text, random);
        assert.deepEqual(told(engine.lint(text, options, cache)), told(engine.lint(text, options)), text);
      }
    }
  });

  it('costs an edit the sections that it touches', () => {
    const text = Array.from(
      { length: 40 },
      (_, at) => `## Part ${at}\n\nWarfarin is a drug.\n\nIt helps.\n\nAnd so on.\n`,
    );
    const cache = new AnalysisCache();
    engine.lint(text.join('\n'), options, cache);
    text[20] = text[20]!.replace('It helps', 'It helps most');
    engine.lint(text.join('\n'), options, cache);
    assert.ok(cache.sections.kept >= 37, String(cache.sections.kept));
    assert.ok(cache.work!.parsed + cache.work!.simple <= 2, JSON.stringify(cache.work));
  });
});

/** Edits of one article. */
const EDITS = 10;

function articles(): string[] {
  const folder = path.join(projectRoot, 'test/corpus/right');
  const files = readdirSync(folder).filter((name) => name.endsWith('.md'));
  return files.map((name) => readFileSync(path.join(folder, name), 'utf8').slice(0, 2500));
}

/** A hostile edit, or words that mean something to a rule. */
function medicalEdit(text: string, random: (limit: number) => number): string {
  if (random(2) === 0) return madeEdit(text, random);
  const line = text.indexOf('\n', random(text.length)) + 1;
  return `${text.slice(0, line)}${SENTENCES[random(SENTENCES.length)]!}${text.slice(line)}`;
}

const SENTENCES = [
  'Warfarin is a calcium channel blocker. ',
  'It is an antibiotic.\n\n',
  '\n## Metastatic calcification\n\n',
  'In this type blood calcium is normal. ',
  '\nThere are three types of calcinosis:\n\n- dystrophic\n- local\n\n',
  'Causes include:\n\n- tissue damage\n- high phosphate\n\n',
  '\n| Drug | Class |\n|---|---|\n| Warfarin | Antibiotic |\n\n',
  'This is a myth.\n',
  '**Types:**\n\n',
  'Take 5.0 mg of warfarin. ',
  'SSc and CKD are not explained. Systemic sclerosis (SSc) is. ',
  'True or false: warfarin is an antibiotic.\n\nFalse.\n\n',
  'The T is for thrombosis in CREST syndrome. ',
  'Hypercalcaemia and hypercalcemia, diabetics and Downs syndrome. ',
  '\n### True or false?\n\n',
];

/** What the hosts see of a result. */
function told({ findings, document, failures }: LintResult): unknown {
  const { blocks, claims, divisions, subject, healthWriting } = document;
  return {
    findings,
    failures,
    claims,
    divisions,
    subject,
    healthWriting,
    blocks: blocks.map(({ kind, text, source, headings, list, table, mentions }) => ({
      ...{ kind, text, source, headings },
      ...{ list, table, mentions },
    })),
  };
}
