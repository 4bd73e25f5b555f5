import type { Engine, WordExplanation } from '../../../engine/src/index.js';
import type { WordsFlags } from '../command-line.js';
import { write, type CommandEnvironment } from '../environment.js';
import { configurationIn } from '../files/configuration-of.js';
import { loadEngine } from '../load-engine.js';
import { colorsFor, harmless, type Colors } from '../terminal.js';

/** Says why words are accepted, reported or left alone. @returns 1 where one of them is reported */
export async function words(
  asked: readonly string[],
  flags: WordsFlags,
  environment: CommandEnvironment,
): Promise<0 | 1> {
  const engine = await loadEngine(environment.dataFolder);
  const configuration = await configurationIn(environment.cwd, engine);
  const own = new Set((configuration.words ?? []).map((word) => word.toLowerCase()));
  const explanations = asked.map((word) => explain(word, own, engine.under(configuration)));
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
