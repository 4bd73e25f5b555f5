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
  for (const [index, { name, article }] of articles().entries()) {
    it(`says what a fresh reading of it says: ${name}`, () => {
      const random = numbers(index + 1);
      const cache = new AnalysisCache();
      let text = article;
      for (let edit = 0; edit < EDITS; edit++) {
        text = medicalEdit(text, random);
        const edited = engine.lint(text, options, cache);
        // Every other version is read by the cache alone, so that changes add up.
        if (edit % 2 === 1) assert.deepEqual(told(edited), told(engine.lint(text, options)), text);
      }
    });
  }

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

  it('says so where edit follows edit in one place of statements without headings', () => {
    const statements = corpusTexts();
    const words = statements.flatMap((statement) => statement.split(/\s+/u)).filter((word) => word.length > 1);
    for (let seed = 1; seed <= 4; seed++) {
      const random = numbers(seed);
      const cache = new AnalysisCache();
      let text = Array.from({ length: 9 }, () => statements[random(statements.length)]!).join('\n\n');
      engine.lint(text, options, cache);
      const place = random(text.length);
      for (let edit = 0; edit < 25; edit++) {
        const at = Math.min(text.length, Math.max(0, place + random(600) - 300));
        const typed = Array.from({ length: random(4) }, () => words[random(words.length)]!).join(' ');
        text = `${text.slice(0, at)} ${typed} ${text.slice(at + (random(3) === 0 ? random(40) : 0))}`;
        assert.deepEqual(told(engine.lint(text, options, cache)), told(engine.lint(text, options)), text);
      }
    }
  });

  it('costs an edit the blocks that it bears on', () => {
    const text = Array.from({ length: 40 }, (_, at) => `Paragraph ${at} says that warfarin is an anticoagulant.\n`);
    const cache = new AnalysisCache();
    for (const word of ['good', 'old', 'common']) {
      text[20] = `Paragraph 20 says that warfarin is a ${word} anticoagulant.\n`;
      engine.lint(text.join('\n'), options, cache);
    }
    assert.ok(cache.reread >= 1 && cache.reread <= 3, String(cache.reread));
  });

  it('costs an edit the sections that it touches', () => {
    const text = Array.from(
      { length: 40 },
      (_, at) => `## Part ${at}\n\nWarfarin is a drug.\n\nIt helps.\n\nAnd so on.\n`,
    );
    const cache = new AnalysisCache();
    const whole = engine.lint(text.join('\n'), options, cache).document.lists.asked;
    // The first version was read as a whole, and is compared with what is read by section.
    engine.lint(text.join('\n'), options, cache);
    text[20] = text[20]!.replace('It helps', 'It helps most');
    const { document } = engine.lint(text.join('\n'), options, cache);
    assert.ok(cache.sections.kept >= 37, String(cache.sections.kept));
    assert.ok(cache.sections.compared <= 3, String(cache.sections.compared));
    assert.ok(cache.work!.parsed + cache.work!.simple <= 2, JSON.stringify(cache.work));
    assert.ok(cache.built <= 4, String(cache.built));
    assert.ok(document.lists.asked * 10 <= whole, `${document.lists.asked} of ${whole}`);
  });

  it('costs no more where the text is ten times as long', () => {
    const costOf = (parts: number): readonly number[] => {
      const cache = new AnalysisCache();
      const text = Array.from({ length: parts }, (_, at) => `## Part ${at}\n\nWarfarin is a drug.\n\nIt helps.\n`);
      engine.lint(text.join('\n'), options, cache);
      engine.lint(text.join('\n'), options, cache);
      text[parts / 2] = text[parts / 2]!.replace('It helps', 'It helps most');
      const { lists } = engine.lint(text.join('\n'), options, cache).document;
      return [cache.work!.simple, cache.built, cache.sections.compared, lists.asked];
    };
    assert.deepEqual(costOf(400), costOf(40));
  });

  it('costs what comes behind nothing but its numbers where blocks come and go', () => {
    const text = Array.from({ length: 40 }, (_, at) => `## Part ${at}\n\nWarfarin is a drug.\n`);
    const cache = new AnalysisCache();
    for (const added of ['', '', '\nIt helps.\n', '\nIt helps.\n\n- some\n- others\n', '']) {
      text[20] = `## Part 20\n\nWarfarin is a drug.\n${added}`;
      const edited = engine.lint(text.join('\n'), options, cache);
      assert.deepEqual(told(edited), told(engine.lint(text.join('\n'), options)));
    }
    assert.ok(cache.sections.kept >= 37, String(cache.sections.kept));
  });
});

/** Edits of one article. */
const EDITS = 10;

function articles(): { readonly name: string; readonly article: string }[] {
  const folder = path.join(projectRoot, 'test/corpus/right');
  const files = readdirSync(folder).filter((name) => name.endsWith('.md'));
  return files.map((name) => ({ name, article: readFileSync(path.join(folder, name), 'utf8').slice(0, 2500) }));
}

/** Statements of health writing, wrong ones and right ones. */
function corpusTexts(): string[] {
  const folder = path.join(projectRoot, 'test/corpus/written');
  const lines = readdirSync(folder).flatMap((name) => readFileSync(path.join(folder, name), 'utf8').split('\n'));
  return lines.flatMap((line) => (line === '' ? [] : [(JSON.parse(line) as { readonly markdown: string }).markdown]));
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
