// Writes the examples that scripts/train-assertions.py learns from, as JSON lines: of each text of some files its
// passages and candidates, as the engine sees them. Each line of a file is one statement with what is false in it, as in
// test/corpus/written; Markdown files count as right.
//
//   npx tsx scripts/assertion-examples.ts OUTPUT FILE…
import { createWriteStream, readFileSync } from 'node:fs';
import { candidatesIn, sayablesIn } from '../engine/src/assertions/candidates.js';
import { passageAround, type PassageItem } from '../engine/src/assertions/passage.js';
import { VerdictTables } from '../engine/src/assertions/verdicts.js';
import { Discourse } from '../engine/src/claims/subjects/discourse.js';
import { subjectsOf } from '../engine/src/claims/subjects/document-subjects.js';
import { createEngine, type CompiledTerminology } from '../engine/src/index.js';

interface Statement {
  readonly id: string;
  readonly markdown: string;
  readonly wrong: boolean;
  /** The false words. */
  readonly quote?: string;
}

/** Of an article in one example. */
const PARAGRAPHS = 6;

const [output, ...files] = process.argv.slice(2);
if (output === undefined || files.length === 0) {
  throw new Error('Usage: npx tsx scripts/assertion-examples.ts OUTPUT FILE…');
}
const data = (name: string): Buffer => readFileSync(new URL(`../dist/data/${name}`, import.meta.url));
const engine = createEngine({
  terminology: JSON.parse(data('terminology.json').toString('utf8')) as CompiledTerminology,
  words: data('words.bin'),
});
const tables = new VerdictTables(engine.terminology);
const lines = createWriteStream(output);
for (const file of files) {
  for (const statement of statementsOf(file)) lines.write(`${JSON.stringify(exampleOf(statement))}\n`);
}
lines.end();

function statementsOf(file: string): readonly Statement[] {
  const text = readFileSync(file, 'utf8');
  if (file.endsWith('.jsonl')) {
    return text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => JSON.parse(line) as Statement);
  }
  const paragraphs = text.split('\n\n');
  const parts: Statement[] = [];
  for (let at = 0; at < paragraphs.length; at += PARAGRAPHS) {
    parts.push({ id: `${file}#${at}`, markdown: paragraphs.slice(at, at + PARAGRAPHS).join('\n\n'), wrong: false });
  }
  return parts;
}

function exampleOf({ id, markdown, wrong, quote }: Statement): unknown {
  const { document } = engine.lint(markdown, {
    configuration: { scope: 'always' },
    configured: true,
    language: 'markdown',
    today: '2026-01-01',
  });
  const { blocks, lists } = document;
  const { terminology } = engine;
  const discourse = new Discourse(blocks, terminology, subjectsOf(blocks, lists, terminology));
  const from = wrong ? markdown.indexOf(quote!) : -1;
  const to = from + (quote?.length ?? 0);
  const isFalse = ({ element, block }: PassageItem): boolean => {
    const place = from < 0 || element === undefined ? undefined : blocks[block]!.toSource(element.span);
    return place !== undefined && place.start < to && from < place.end;
  };
  const passages = blocks.flatMap((block) => {
    if (block.kind === 'front-matter' || block.kind === 'alt-text') return [];
    const passage = passageAround(block, blocks, discourse, terminology);
    const candidates = candidatesIn(passage, sayablesIn(passage, block, discourse, tables));
    if (candidates.length === 0) return [];
    const sentences = new Map<object, number>();
    for (const { sentence } of passage.items) if (!sentences.has(sentence)) sentences.set(sentence, sentences.size);
    return {
      block: block.index,
      items: passage.items.map((item) => [
        item.word,
        item.conceptId ?? '',
        item.isStrong ? 1 : 0,
        item.block,
        sentences.get(item.sentence),
        passage.above.has(item.block) ? 1 : 0,
      ]),
      candidates: candidates.map(({ subject, from: first, to: last, statement, wording, ...candidate }) => ({
        subject,
        said: [first, last],
        relation: statement.relation === 'has' ? `has:${statement.attribute}` : statement.relation,
        kind: wording?.kind ?? '',
        cued: wording?.isCued === undefined ? 0 : wording.isCued ? 1 : -1,
        several: candidate.isOneOfSeveral ? 1 : 0,
        beside: candidate.isBesideWhatHolds ? 1 : 0,
        holders: candidate.holders,
        strangers: candidate.strangers,
        // 2: both places lie in the false words; 1: one of them does.
        inside: Number(passage.items.slice(first, last + 1).some(isFalse)) + Number(isFalse(passage.items[subject]!)),
      })),
    };
  });
  return { id, wrong, passages };
}
