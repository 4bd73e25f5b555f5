import path from 'node:path';
import { createConfigurationLoader, type Engine, type WordExplanation } from '../../../engine/src/index.js';
import type { WordsFlags } from '../command-line.js';
import { write, type CommandEnvironment } from '../environment.js';
import { diskHost, UnreadableConfiguration } from '../files/disk-configuration.js';
import { loadEngine } from '../load-engine.js';
import { colorsFor, harmless, type Colors } from '../terminal.js';
import { UsageError } from '../trouble.js';

/** Says why words are accepted, reported or left alone. @returns 1 where one of them is reported */
export async function words(
  asked: readonly string[],
  flags: WordsFlags,
  environment: CommandEnvironment,
): Promise<0 | 1> {
  const engine = await loadEngine(environment.dataFolder);
  const own = await ownWords(engine, environment.cwd);
  const explanations = asked.map((word) => explain(word, own, engine));
  if (flags.format === 'json') {
    await write(environment.stdout, `${JSON.stringify(explanations, null, 2)}\n`);
  } else {
    const colors = colorsFor(environment.stdout, environment.env, flags.color);
    await write(environment.stdout, explanations.map((explanation) => toText(explanation, colors)).join('\n'));
  }
  return explanations.some(({ verdict }) => verdict === 'reported') ? 1 : 0;
}

function explain(word: string, own: ReadonlySet<string>, engine: Engine): WordExplanation {
  const explanation = engine.words!.explain(word);
  if (!own.has(word.toLowerCase())) return explanation;
  return { ...explanation, verdict: 'accepted', reason: 'It stands among the words of the project.' };
}

/** The words of the project that hold in a folder. */
async function ownWords(engine: Engine, cwd: string): Promise<ReadonlySet<string>> {
  try {
    const loader = createConfigurationLoader(diskHost, engine.rules);
    const { configuration } = await loader.resolve(path.join(cwd, 'article.md').split(path.sep).join('/'));
    return new Set((configuration.words ?? []).map((word) => word.toLowerCase()));
  } catch (error) {
    if (!(error instanceof UnreadableConfiguration)) throw error;
    throw new UsageError(`${error.file}: ${error.message}`, { cause: error });
  }
}

function toText({ word, verdict, reason, candidates }: WordExplanation, colors: Colors): string {
  const lines = [`${colors.bold(harmless(word))}: ${verdict}. ${reason}`];
  if (candidates.length > 0) {
    const width = Math.max('word'.length, ...candidates.map(({ text }) => text.length));
    lines.push(`  ${'word'.padEnd(width)}  cost  limit`);
    for (const { text, cost, limit, gloss } of candidates) {
      const what = gloss === undefined ? '' : `  ${gloss}`;
      lines.push(
        `  ${text.padEnd(width)}  ${cost.toFixed(2)}  ${limit.toFixed(2)}${cost <= limit ? '' : '  too far'}${what}`,
      );
    }
  }
  return `${lines.join('\n')}\n`;
}
