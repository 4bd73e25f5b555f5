// Measures the speller on lists given as arguments: misspellings with their right words, and text that is right.
//
//   npx tsx scripts/score-words.ts --pairs FILE.tsv --probe WRONG.txt --right WORDS.txt --text FILE.md … [--details]
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { createEngine, type CompiledTerminology } from '../engine/src/index.js';
import { projectRoot } from './project-root.js';

const { values } = parseArgs({
  options: {
    pairs: { type: 'string', multiple: true },
    probe: { type: 'string', multiple: true },
    right: { type: 'string', multiple: true },
    text: { type: 'string', multiple: true },
    details: { type: 'boolean' },
  },
});
const data = (name: string): Buffer => readFileSync(path.join(projectRoot, 'dist/data', name));
const engine = createEngine({
  terminology: JSON.parse(data('terminology.json').toString('utf8')) as CompiledTerminology,
  words: new Uint8Array(data('words.bin')),
});

interface Found {
  readonly words: string;
  readonly proposals: readonly string[];
}

function findings(text: string): Found[] {
  const result = engine.lint(text, { configuration: {}, configured: false, language: 'markdown', today: '2026-01-15' });
  return result.findings
    .filter(
      (finding) =>
        ['misspelled-term', 'wrong-word', 'eponym-form', 'avoided-term'].includes(finding.ruleId) &&
        (finding.severity === 'error' || finding.severity === 'warning'),
    )
    .map((finding) => ({
      words: text.slice(finding.span.start, finding.span.end),
      proposals: finding.fixes.map((fix) => fix.edits[0]?.text.toLowerCase() ?? ''),
    }));
}

const lines = (file: string): string[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');

for (const file of values.pairs ?? []) {
  const counts = new Map<string, { n: number; found: number; first: number; three: number }>();
  for (const line of lines(file).slice(1)) {
    const [wrong = '', right = '', kind = ''] = line.split('\t');
    const part = kind === 'general-medical' ? 'general' : 'other';
    const count = counts.get(part) ?? { n: 0, found: 0, first: 0, three: 0 };
    counts.set(part, count);
    count.n++;
    const [found] = findings(`The note mentions ${wrong} today.`);
    if (found === undefined) {
      if (values.details) {
        console.log(
          `missed  ${wrong} → ${right}   ${JSON.stringify(engine.words?.explain(wrong).candidates.slice(0, 2))}`,
        );
      }
      continue;
    }
    count.found++;
    const rights = right
      .toLowerCase()
      .split(/[,/;]/u)
      .map((word) => word.trim());
    if (rights.includes(found.proposals[0] ?? '')) count.first++;
    else if (values.details) console.log(`ranked  ${wrong} → ${right}, got ${found.proposals.slice(0, 3).join(', ')}`);
    if (found.proposals.slice(0, 3).some((word) => rights.includes(word))) count.three++;
  }
  for (const [part, { n, found, first, three }] of counts) {
    console.log(
      `${path.basename(file)} ${part}: ${n} pairs, found ${percent(found, n)}, right first ${percent(first, n)}, in three ${percent(three, n)}`,
    );
  }
}
for (const file of values.probe ?? []) {
  const words = lines(file).join(' ').split(/\s+/u);
  const missed = words.filter((word) => findings(`The note mentions ${word} today.`).length === 0);
  console.log(
    `${path.basename(file)}: ${words.length - missed.length} of ${words.length} reported; missed: ${missed.join(' ')}`,
  );
}
for (const file of values.right ?? []) {
  const words = lines(file).join(' ').split(/\s+/u);
  const reported = words.flatMap((word) =>
    findings(`The note mentions ${word} today.`).map((found) => `${word}→${found.proposals[0] ?? ''}`),
  );
  console.log(
    `${path.basename(file)}: ${reported.length} of ${words.length} right words reported: ${reported.join(' ')}`,
  );
}
for (const file of values.text ?? []) {
  const found = findings(readFileSync(file, 'utf8'));
  if (found.length > 0) {
    console.log(`${path.basename(file)}: ${found.map((one) => `${one.words}→${one.proposals[0] ?? ''}`).join('; ')}`);
  }
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(1)} %`;
}
