import path from 'node:path';
import { createLineIndex, type Finding, type Severity } from '../../engine/src/index.js';
import { Baseline } from './baseline/baseline.js';
import { changedSince, type ChangedFiles, type ChangedLines } from './git/changed-lines.js';
import { UsageError } from './trouble.js';

/** Flags that say which findings count. */
export interface SelectionFlags {
  readonly baseline?: string;
  readonly updateBaseline?: boolean;
  readonly pruneBaseline?: boolean;
  readonly since?: string;
  readonly sinceMode?: 'lines' | 'files';
  /** Endings of articles, without their dots. */
  readonly ext?: readonly string[];
}

/** Which findings of a run count: neither those of a baseline nor those on unchanged lines are reported, or fail. */
export class Selection {
  readonly #flags: SelectionFlags;
  readonly #baseline: Baseline | undefined;
  readonly #changed: ChangedFiles | undefined;
  readonly #left = new Map<string, { readonly known: number; readonly unchanged: number }>();

  private constructor(flags: SelectionFlags, baseline: Baseline | undefined, changed: ChangedFiles | undefined) {
    this.#flags = flags;
    this.#baseline = baseline;
    this.#changed = changed;
  }

  /** @throws UsageError where the flags contradict each other, or what they name cannot be read */
  static async create(flags: SelectionFlags, cwd: string): Promise<Selection> {
    refuseContradictions(flags);
    const baseline =
      flags.baseline === undefined
        ? undefined
        : await Baseline.read(path.resolve(cwd, flags.baseline), flags.updateBaseline === true ? 'begin' : 'refuse');
    const changed = flags.since === undefined ? undefined : await changedSince(flags.since, cwd, flags.ext);
    return new Selection(flags, baseline, changed);
  }

  /** What of a file is looked at; undefined where nothing is, so that it need not be read. */
  async placesOf(file: string): Promise<ChangedLines | undefined> {
    if (this.#changed === undefined) return 'all';
    const lines = await this.#changed.linesOf(file);
    return lines !== undefined && this.#flags.sinceMode === 'files' ? 'all' : lines;
  }

  /** May be asked again for a later version of the text; the last answer counts. */
  select(file: string, text: string, findings: readonly Finding[], places: ChangedLines): readonly Finding[] {
    const unknown = this.#baseline?.unknown(file, text, findings) ?? findings;
    const reported = this.#flags.updateBaseline === true ? [] : unknown;
    const selected = places === 'all' ? reported : onLines(reported, text, places);
    this.#left.set(file, {
      known: findings.length - unknown.length,
      unchanged: reported.length - selected.length,
    });
    return selected;
  }

  /** Writes what is to be written, and says in sentences what was left out. */
  async end(): Promise<readonly string[]> {
    const counts = [...this.#left.values()];
    const known = counts.reduce((sum, one) => sum + one.known, 0);
    const unchanged = counts.reduce((sum, one) => sum + one.unchanged, 0);
    const sentences: string[] = [];
    if (unchanged > 0) sentences.push(`${counted(unchanged, 'finding')} on unchanged lines not reported`);
    if (this.#baseline === undefined) return sentences;
    const name = this.#flags.baseline!;
    if (this.#flags.updateBaseline === true) {
      const written = await this.#baseline.update();
      return [...sentences, `${name}: ${counted(written, 'finding')} written; they are not reported from now on`];
    }
    sentences.push(`${counted(known, 'finding')} of the baseline ${name} not reported`);
    if (this.#flags.pruneBaseline === true) {
      const pruned = await this.#baseline.prune();
      return [...sentences, `${name}: ${counted(pruned, 'stale entry', 'stale entries')} taken out`];
    }
    const stale = this.#baseline.stale();
    if (stale > 0) {
      const entries = `${counted(stale, 'entry is', 'entries are')} stale: the findings are gone`;
      sentences.push(`${name}: ${entries}. --prune-baseline takes them out`);
    }
    return sentences;
  }
}

function refuseContradictions(flags: SelectionFlags): void {
  if (flags.baseline === undefined && (flags.updateBaseline === true || flags.pruneBaseline === true)) {
    const flag = flags.updateBaseline === true ? '--update-baseline' : '--prune-baseline';
    throw new UsageError(`${flag} writes a baseline: add --baseline FILE.`);
  }
  if (flags.updateBaseline === true && flags.pruneBaseline === true) {
    throw new UsageError(
      '--update-baseline writes the baseline anew, so it prunes it too: leave --prune-baseline out.',
    );
  }
  if (flags.updateBaseline === true && flags.since !== undefined) {
    throw new UsageError('--update-baseline takes up all findings: leave --since out.');
  }
  if (flags.sinceMode !== undefined && flags.since === undefined) {
    throw new UsageError('--since-mode says how --since is meant: add --since REF.');
  }
}

function onLines(findings: readonly Finding[], text: string, ranges: Exclude<ChangedLines, 'all'>): Finding[] {
  const lines = createLineIndex(text);
  return findings.filter(({ span }) => {
    const first = lines.placeAt(span.start).line;
    const last = lines.placeAt(Math.max(span.start, span.end - 1)).line;
    return ranges.some(([from, to]) => first <= to && last >= from);
  });
}

const ORDER: readonly Severity[] = ['hint', 'info', 'warning', 'error'];

/** How many findings are as severe as this, or more. */
export function countFrom(severity: Severity, findings: readonly Finding[]): number {
  const lowest = ORDER.indexOf(severity);
  return findings.filter((finding) => ORDER.indexOf(finding.severity) >= lowest).length;
}

/** A number with its noun. */
export function counted(count: number, name: string, plural = `${name}s`): string {
  return `${count} ${count === 1 ? name : plural}`;
}
