import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Configuration, Severity } from '../../engine/src/index.js';

/**
 * A fixture: prose with marks under the lines. One file per rule, `test/rules/<rule id>.md`:
 *
 *     ## is reported also inside emphasis
 *
 *     style: uk
 *
 *     ```md
 *     She has **Downs syndrome**.
 *               ^^^^^^^^^^^^^^ eponym-form error
 *     ```
 *
 * The severity after the rule id may be left out. A finding that goes on after its line is marked to the line's end.
 */
export interface Fixture {
  readonly ruleId: string;
  readonly title: string;
  /** Line of the title in the fixture file, from 1. */
  readonly line: number;
  /** The prose without the marks. */
  readonly text: string;
  readonly marks: readonly Mark[];
  readonly configuration: Configuration;
  readonly configured: boolean;
  readonly language: 'markdown' | 'mdx';
  readonly today: string;
}

export interface Mark {
  /** Line of the prose, from 1. */
  readonly line: number;
  /** UTF-16 units of the line. */
  readonly start: number;
  readonly end: number;
  readonly ruleId: string;
  readonly severity: Severity | undefined;
}

const DIRECTORY = path.resolve(import.meta.dirname);
export const DEFAULT_TODAY = '2026-01-15';

export function readAllFixtures(): Fixture[] {
  return readdirSync(DIRECTORY)
    .filter((name) => name.endsWith('.md'))
    .sort()
    .flatMap((name) => readFixtures(readFileSync(path.join(DIRECTORY, name), 'utf8'), name.slice(0, -'.md'.length)));
}

/** @throws Error that names the line where a fixture cannot be read */
export function readFixtures(source: string, ruleId: string): Fixture[] {
  const lines = source.split('\n');
  const fixtures: Fixture[] = [];
  let title: { text: string; line: number } | undefined;
  let settings: Record<string, string> = {};
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]!;
    const heading = /^## (.+)$/u.exec(line);
    if (heading) {
      title = { text: heading[1]!.trim(), line: index + 1 };
      settings = {};
      continue;
    }
    const setting = /^(style|today|config|file|configured): (.+)$/u.exec(line);
    if (setting) {
      settings[setting[1]!] = setting[2]!.trim();
      continue;
    }
    const fence = /^(`{3,})(md|mdx)$/u.exec(line);
    if (!fence) continue;
    if (title === undefined) throw new Error(`${ruleId}.md:${index + 1}: a block without a title`);
    const close = lines.indexOf(fence[1]!, index + 1);
    if (close < 0) throw new Error(`${ruleId}.md:${index + 1}: the block is never closed`);
    fixtures.push(readFixture(ruleId, title, settings, fence[2]!, lines.slice(index + 1, close)));
    title = undefined;
    index = close;
  }
  return fixtures;
}

function readFixture(
  ruleId: string,
  title: { text: string; line: number },
  settings: Readonly<Record<string, string>>,
  fence: string,
  block: readonly string[],
): Fixture {
  const prose: string[] = [];
  const marks: Mark[] = [];
  for (const line of block) {
    const mark = /^(\s*)(\^+) ([a-z][a-z-]+)(?: (error|warning|info|hint))?$/u.exec(line);
    if (mark === null) {
      prose.push(line);
      continue;
    }
    if (mark[3] !== ruleId) {
      throw new Error(
        `${ruleId}.md:${title.line}: “${title.text}” marks ${mark[3]!}: a fixture file checks its own rule`,
      );
    }
    marks.push({
      line: prose.length,
      start: mark[1]!.length,
      end: mark[1]!.length + mark[2]!.length,
      ruleId: mark[3],
      severity: mark[4] as Severity | undefined,
    });
  }
  const style = settings['style'];
  return {
    ruleId,
    title: title.text,
    line: title.line,
    text: prose.join('\n'),
    marks,
    configuration: {
      scope: 'always',
      ...(style === undefined ? {} : { style: style as 'us' | 'uk' }),
      ...(JSON.parse(settings['config'] ?? '{}') as Configuration),
    },
    configured: settings['configured'] === 'true',
    language: fence === 'mdx' || settings['file']?.endsWith('.mdx') === true ? 'mdx' : 'markdown',
    today: settings['today'] ?? DEFAULT_TODAY,
  };
}
