import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { CompiledTerminology } from '../engine/src/index.js';
import { projectRoot } from '../scripts/project-root.js';

/** Deterministic health prose made of the terminology's definitions, with a fault about every thousand words. */
export function makeText(bytes: number, seed: number, accepts: (definition: string) => boolean = () => true): string {
  const definitions = readTerminology().concepts.flatMap((concept) =>
    concept.definition === undefined || !accepts(concept.definition.text)
      ? []
      : [{ term: concept.preferred.us, text: concept.definition.text }],
  );
  const random = generator(seed);
  const parts = ['# A page on calcium\n'];
  let length = parts[0]!.length;
  for (let paragraph = 0; length < bytes; paragraph++) {
    const picked = Array.from({ length: 4 }, () => definitions[Math.floor(random() * definitions.length)]!);
    const text = picked.map(({ text: sentence }) => sentence).join(' ');
    const part =
      paragraph % 9 === 4
        ? `## About ${picked[0]!.term}\n`
        : paragraph % 9 === 7
          ? `${picked.map(({ term }) => `- ${term}`).join('\n')}\n`
          : paragraph % 17 === 3
            ? `${text} Some take Colchine for it.\n`
            : `${text}\n`;
    parts.push(part);
    length += part.length + 1;
  }
  return parts.join('\n');
}

/** Writes articles of about 6 KB into a folder; the same every time. */
export function writeArticles(folder: string, count: number): number {
  mkdirSync(folder, { recursive: true });
  let bytes = 0;
  for (let index = 0; index < count; index++) {
    const text = makeText(6_000, 1_000 + index);
    bytes += Buffer.byteLength(text);
    writeFileSync(path.join(folder, `article-${String(index).padStart(5, '0')}.md`), text);
  }
  return bytes;
}

function readTerminology(): CompiledTerminology {
  return JSON.parse(readFileSync(path.join(projectRoot, 'dist/data/terminology.json'), 'utf8')) as CompiledTerminology;
}

/** Numbers from 0 to 1, the same for the same seed. */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
