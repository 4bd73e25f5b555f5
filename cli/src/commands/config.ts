import { stat } from 'node:fs/promises';
import path from 'node:path';
import {
  allRules,
  DEFAULT_MAX_FILE_SIZE,
  type Configuration,
  type ConfigurationKnowledge,
  type ConfigurationPart,
  type FoundConfiguration,
  type RuleSetting,
} from '../../../engine/src/index.js';
import { write, type CommandEnvironment } from '../environment.js';
import { configurationOf, shownPath } from '../files/configuration-of.js';
import { loadEngineWithoutWords } from '../load-engine.js';
import type { ConfigFlags } from '../project-commands.js';
import { colorsFor, harmless, type Colors } from '../terminal.js';
import { UsageError } from '../trouble.js';

/**
 * Prints what holds for a file and where each part of it comes from.
 * @returns 2 where something is wrong in a configuration file; the rest holds and is printed
 * @throws UsageError where a folder is named, or a configuration file cannot be read
 */
export async function config(file: string, flags: ConfigFlags, environment: CommandEnvironment): Promise<0 | 2> {
  const { cwd } = environment;
  const filePath = path.resolve(cwd, file);
  const there = await stat(filePath).catch(() => undefined);
  if (there?.isDirectory() === true) throw new UsageError(`${file} is a folder: name an article in it.`);
  if (there === undefined) {
    await write(environment.stderr, `kossa: ${harmless(file)}: not there yet; this would hold\n`);
  }
  const named = flags.config === undefined ? undefined : path.resolve(cwd, flags.config);
  const knowledge: ConfigurationKnowledge = {
    rules: allRules,
    checkTerms: async (files) => (await loadEngineWithoutWords(environment.dataFolder)).checkTerms(files),
  };
  const found = await configurationOf(filePath, knowledge, named);
  const answer = answerOf(filePath, found, cwd);
  const colors = colorsFor(environment.stdout, environment.env, flags.color);
  await write(
    environment.stdout,
    flags.format === 'json' ? `${JSON.stringify(answer, null, 2)}\n` : toText(answer, shownPath(filePath, cwd), colors),
  );
  for (const problem of answer.problems) {
    await write(environment.stderr, `kossa: ${harmless(`${problem.place}: ${problem.message}`)}\n`);
  }
  return answer.problems.length > 0 ? 2 : 0;
}

/** A value with the places that say it; the last one decides. */
interface Held<Value> {
  readonly value: Value;
  readonly from: readonly string[];
}

/** Plain data, which `--format json` prints as it is. */
interface Answer {
  readonly filePath: string;
  /** The file that leaves it out of folders and patterns; null where it is checked. */
  readonly ignoredBy: string | null;
  /** Nearest first. */
  readonly files: readonly string[];
  readonly settings: Readonly<Record<string, Held<unknown>>>;
  readonly rules: Readonly<Record<string, Held<RuleSetting>>>;
  readonly words: readonly Held<string>[];
  readonly allow: readonly Held<string>[];
  /** Files with the project's own terms. */
  readonly terms: readonly Held<string>[];
  readonly problems: readonly { readonly place: string; readonly message: string }[];
}

const DEFAULTS: Configuration = {
  style: 'us',
  scope: 'auto',
  generalSpelling: false,
  requireReviewDates: false,
  maxFileSize: DEFAULT_MAX_FILE_SIZE,
};

function answerOf(filePath: string, found: FoundConfiguration, cwd: string): Answer {
  const settings: Record<string, Held<unknown>> = {};
  const rules: Record<string, Held<RuleSetting>> = {};
  const words = new Map<string, string[]>();
  const allow = new Map<string, string[]>();
  const terms = new Map<string, string[]>();
  for (const [key, value] of Object.entries(DEFAULTS)) settings[key] = { value, from: ['default'] };
  for (const part of found.parts) {
    const from = nameOf(part, cwd);
    const {
      rules: ownRules = {},
      words: ownWords = [],
      allow: ownAllow = [],
      terms: _patterns,
      termFiles = [],
      ...values
    } = part.configuration;
    for (const [key, value] of Object.entries(values)) settings[key] = { value, from: [from] };
    for (const id of Object.keys(ownRules)) {
      const before = rules[id]?.value;
      // A level alone keeps the options that were said before.
      const keepsOptions = typeof ownRules[id] === 'string' && typeof before === 'object' && before.length > 1;
      rules[id] = keepsOptions
        ? { value: before, from: [...rules[id]!.from, from] }
        : { value: ownRules[id]!, from: [from] };
    }
    for (const word of ownWords) words.set(word, [...(words.get(word) ?? []), from]);
    for (const phrase of ownAllow) allow.set(phrase, [...(allow.get(phrase) ?? []), from]);
    for (const file of termFiles) {
      const shown = shownPath(path.normalize(file.path), cwd);
      terms.set(shown, [...(terms.get(shown) ?? []), from]);
    }
  }
  const listed = (entries: ReadonlyMap<string, readonly string[]>): Held<string>[] =>
    [...entries].map(([value, from]) => ({ value, from }));
  return {
    filePath,
    ignoredBy: found.ignored ? shownPath(path.normalize(found.ignoredBy ?? ''), cwd) : null,
    files: found.files.map((file) => shownPath(path.normalize(file), cwd)),
    settings,
    rules: Object.fromEntries(
      Object.entries(rules).map(([id, { from }]) => [id, { value: found.configuration.rules![id]!, from }]),
    ),
    words: listed(words),
    allow: listed(allow),
    terms: listed(terms),
    problems: found.problems.map(({ file, line, column, message }) => ({
      place: `${shownPath(path.normalize(file), cwd)}:${line}:${column}`,
      message,
    })),
  };
}

function nameOf({ file, extendedBy, override }: ConfigurationPart, cwd: string): string {
  const place = `${shownPath(path.normalize(file), cwd)}${override === undefined ? '' : ` overrides[${override}]`}`;
  return extendedBy === undefined ? place : `${place} (extended by ${shownPath(path.normalize(extendedBy), cwd)})`;
}

function toText(answer: Answer, shown: string, colors: Colors): string {
  const rows: (readonly [text: string, from: string])[] = [];
  const row = (text: string, from: readonly string[]): void => {
    rows.push([harmless(text), harmless(from.join(', ').replace(/^default$/u, '(default)'))]);
  };
  for (const [key, { value, from }] of Object.entries(answer.settings)) row(`${key}: ${JSON.stringify(value)}`, from);
  const rules = Object.entries(answer.rules);
  row(`rules:${rules.length === 0 ? ' {}' : ''}`, rules.length === 0 ? ['default'] : []);
  for (const [id, { value, from }] of rules) {
    row(`  ${id}: ${typeof value === 'string' ? value : JSON.stringify(value)}`, from);
  }
  for (const [name, entries] of [
    ['words', answer.words],
    ['allow', answer.allow],
    ['terms', answer.terms],
  ] as const) {
    if (entries.length > 0) row(`${name}:`, []);
    for (const { value, from } of entries) row(`  - ${value}`, from);
  }
  const width = Math.min(48, Math.max(...rows.map(([text]) => text.length)));
  const head = [
    colors.bold(harmless(shown)),
    answer.ignoredBy === null
      ? `Files: ${answer.files.length === 0 ? 'none' : answer.files.map(harmless).join(', ')}`
      : `Left out by ${harmless(answer.ignoredBy)}, unless it is named outright`,
  ];
  const lines = rows.map(([text, from]) => (from === '' ? text : `${text.padEnd(width)}  ${colors.dim(from)}`));
  return `${head.join('\n')}\n\n${lines.join('\n')}\n`;
}
