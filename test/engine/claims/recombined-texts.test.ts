// Texts that nobody wrote: sentences, items, cells and headings of the corpus put together at random must be read.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { claimFindings } from './claim-findings.js';

const WRITTEN = path.resolve(import.meta.dirname, '../../corpus/written');
const TEXTS = 200;

describe('texts put together from parts of others', () => {
  it('are read without an error', function () {
    this.timeout(120_000);
    const make = textMaker(partsOf(readdirSync(WRITTEN)), 20260115);
    for (let index = 0; index < TEXTS; index++) {
      const text = make();
      assert.doesNotThrow(() => claimFindings(text), JSON.stringify(text));
    }
  });

  it('are read where a cell, a definition or an item has nothing before it', () => {
    for (const text of [
      '| Short | In plain words |\n|---|---|\n| CUA | another name for calciphylaxis |',
      'most common\n: Cysticercosis\n\n4. yes\n\n"Calcinosis is catching!" Disorder Dystrophic calcinosis',
      '**Sodium thiosulfate:** and a calcium supplement too.\n\n- T: and an antacid is measured.',
    ]) {
      assert.doesNotThrow(() => claimFindings(text), text);
    }
  });
});

interface Parts {
  readonly sentences: readonly string[];
  readonly items: readonly string[];
  readonly cells: readonly string[];
  readonly headings: readonly string[];
}

function partsOf(files: readonly string[]): Parts {
  const parts = { sentences: [] as string[], items: [] as string[], cells: [] as string[], headings: [] as string[] };
  for (const file of files) {
    for (const line of readFileSync(path.join(WRITTEN, file), 'utf8').split('\n')) {
      if (line.trim() === '') continue;
      for (const own of (JSON.parse(line) as { markdown: string }).markdown.split('\n')) {
        if (/^\s*\|/u.test(own)) parts.cells.push(...own.split('|').map((cell) => cell.trim()));
        else if (own.startsWith('#')) parts.headings.push(own.replace(/^#+\s*/u, ''));
        else if (/^\s*(?:[-*+]|\d+[.)])\s/u.test(own)) parts.items.push(own.replace(/^\s*(?:[-*+]|\d+[.)])\s+/u, ''));
        else parts.sentences.push(...own.split(/(?<=[.?!:;])\s+/u).filter((sentence) => sentence !== ''));
      }
    }
  }
  return parts;
}

/** Blocks of all kinds out of parts, some of them cut off; the same for the same seed. */
function textMaker(parts: Parts, seed: number): () => string {
  let state = seed;
  const below = (limit: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * limit);
  };
  const pick = <T>(from: readonly T[]): T => from[below(from.length)]!;
  const part = (): string => {
    const words = pick(pick([parts.sentences, parts.sentences, parts.items, parts.cells, parts.headings])).split(' ');
    const cut = below(6);
    const kept =
      cut === 0 ? words.slice(below(words.length)) : cut === 1 ? words.slice(0, 1 + below(words.length)) : words;
    return kept.join(' ').replaceAll('|', ' ');
  };
  const many = (make: () => string, least = 1): string[] => Array.from({ length: least + below(4) }, make);
  const row = (columns: number): string =>
    `| ${Array.from({ length: columns }, () => (below(10) === 0 ? '' : pick(parts.cells))).join(' | ')} |`;
  const kinds: readonly (() => string)[] = [
    () => many(part).join(' '),
    () => `${'#'.repeat(1 + below(4))} ${part()}`,
    () => many(() => `- ${part()}`).join('\n'),
    () => many(() => `- ${part()}\n  - ${part()}`).join('\n'),
    () => many(() => `- [${pick([' ', 'x'])}] ${part()}`).join('\n'),
    () => `${part()}:\n\n${many(() => `1. ${part()}`).join('\n')}`,
    () => many(() => `**${part()}:** ${part()}`, 2).join('\n'),
    () => `${part()}\n: ${part()}`,
    () => `> ${part()}`,
    () => {
      const columns = 2 + below(3);
      return [row(columns), `|${'---|'.repeat(columns)}`, ...many(() => row(columns))].join('\n');
    },
  ];
  return () => many(() => pick(kinds)()).join('\n\n');
}
