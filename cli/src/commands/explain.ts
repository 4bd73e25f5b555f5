import path from 'node:path';
import {
  createLineIndex,
  DEFAULT_MAX_FILE_SIZE,
  explainPlace,
  languageOf,
  type SentenceExplanation,
} from '../../../engine/src/index.js';
import type { ExplainFlags } from '../command-line.js';
import { write, type CommandEnvironment } from '../environment.js';
import { configurationOf } from '../files/configuration-of.js';
import { readArticle } from '../files/read-article.js';
import { loadEngine } from '../load-engine.js';
import { colorsFor, harmless, type Colors } from '../terminal.js';
import { UsageError } from '../trouble.js';

/**
 * Says what was read at `file:line:column`.
 * @throws UsageError where the place is not one, or the file cannot be read
 */
export async function explain(place: string, flags: ExplainFlags, environment: CommandEnvironment): Promise<0> {
  const { file, line, column } = readPlace(place);
  const filePath = path.resolve(environment.cwd, file);
  const engine = await loadEngine(environment.dataFolder);
  const article = readArticle(filePath, DEFAULT_MAX_FILE_SIZE);
  if ('refusal' in article) throw new UsageError(`${file}: ${article.refusal}`);
  const { text } = article;
  const lines = createLineIndex(text);
  if (line > lines.lineCount) throw new UsageError(`${file} has ${lines.lineCount} lines; there is no line ${line}.`);
  const whole = lines.spanOf(line);
  const start = column === undefined ? whole.start : Math.min(whole.start + column - 1, whole.end);
  const end = column === undefined ? whole.end : start;
  const found = await configurationOf(filePath, engine);
  const result = engine.lint(text, {
    configuration: found.configuration,
    configured: found.file !== undefined,
    language: languageOf(filePath),
    today: environment.today,
  });
  const { terminology } = engine.under(found.configuration);
  const explanations = explainPlace(result, start, end, terminology, found.configuration.style ?? 'us');
  if (flags.format === 'json') {
    await write(environment.stdout, `${JSON.stringify(explanations, null, 2)}\n`);
    return 0;
  }
  const colors = colorsFor(environment.stdout, environment.env, flags.color);
  const none = 'No prose stands there: code, addresses, HTML and empty lines are not read.\n';
  await write(
    environment.stdout,
    explanations.length === 0 ? none : explanations.map((one) => toText(one, colors)).join('\n'),
  );
  return 0;
}

function readPlace(place: string): { file: string; line: number; column?: number } {
  const [, file, line, column] = /^(.+?):(\d+)(?::(\d+))?$/u.exec(place) ?? [];
  if (file === undefined || line === undefined || Number(line) < 1 || Number(column ?? 1) < 1) {
    throw new UsageError(`${place}: write the file, a colon and a line from 1 on: article.md:12, or article.md:12:5`);
  }
  return { file, line: Number(line), ...(column === undefined ? {} : { column: Number(column) }) };
}

function toText({ sentence, mentions, claims }: SentenceExplanation, colors: Colors): string {
  const lines = [colors.bold(harmless(sentence))];
  lines.push(mentions.length === 0 ? '  No term of the terminology.' : '  Terms');
  for (const { text, terms } of mentions) lines.push(`    ${harmless(text)} = ${terms.join(' or ')}`);
  lines.push(claims.length === 0 ? '  No claim.' : '  Claims');
  for (const { subject, relation, object, polarity, attribution, form, why } of claims) {
    lines.push(`    ${harmless(subject)} — ${relation} — ${harmless(object)}`);
    lines.push(`      ${polarity}, ${attribution}; read as: ${form}`, `      ${harmless(why)}`);
  }
  return `${lines.join('\n')}\n`;
}
