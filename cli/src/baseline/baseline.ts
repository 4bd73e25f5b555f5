import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import type { Finding } from '../../../engine/src/index.js';
import { describeFileError, UsageError } from '../trouble.js';
import { fingerprintOf, type Fingerprint } from './fingerprint.js';

interface Entry extends Fingerprint {
  /** From the folder of the baseline, with forward slashes. */
  readonly file: string;
}

/** Findings that were there before: they are not reported and do not fail, until they are gone. */
export class Baseline {
  readonly #path: string;
  readonly #byFile = new Map<string, Entry[]>();
  /** Entries of files that are gone: a renamed article may claim them. */
  readonly #homeless: Entry[] = [];
  readonly #claimed = new Map<string, ReadonlySet<Entry>>();
  /** What each linted article has now. */
  readonly #current = new Map<string, readonly Entry[]>();

  private constructor(file: string, entries: readonly Entry[]) {
    this.#path = file;
    for (const entry of entries) this.#byFile.set(entry.file, [...(this.#byFile.get(entry.file) ?? []), entry]);
    for (const [name, own] of this.#byFile) if (!this.#isThere(name)) this.#homeless.push(...own);
  }

  /**
   * @param file absolute
   * @param missing what to do where there is no such file
   * @throws UsageError where it cannot be read or is no baseline
   */
  static async read(file: string, missing: 'begin' | 'refuse'): Promise<Baseline> {
    let text: string;
    try {
      text = await readFile(file, 'utf8');
    } catch (error) {
      if (missing === 'begin' && (error as NodeJS.ErrnoException).code === 'ENOENT') return new Baseline(file, []);
      const remedy = missing === 'refuse' ? '. --update-baseline writes a new one' : '';
      throw new UsageError(`${file}: ${describeFileError(error)}${remedy}`, { cause: error });
    }
    return new Baseline(file, entriesOf(text, file));
  }

  /** The findings that the baseline does not have. May be asked again for another version of the text. */
  unknown(articlePath: string, text: string, findings: readonly Finding[]): Finding[] {
    const name = this.#nameOf(articlePath);
    const mine: Entry[] = findings.map((finding) => ({ file: name, ...fingerprintOf(finding, text) }));
    const takenByOthers =
      this.#homeless.length === 0
        ? new Set<Entry>()
        : new Set([...this.#claimed].flatMap(([other, entries]) => (other === name ? [] : [...entries])));
    const own = this.#byFile.get(name) ?? [];
    const free = [...own, ...this.#homeless.filter((entry) => !takenByOthers.has(entry) && entry.file !== name)];
    const claimed = new Set<Entry>();
    const known = new Set<number>();
    for (const fits of [isSame, isBesideSame]) {
      for (const [index, entry] of mine.entries()) {
        if (known.has(index)) continue;
        const match = free.find((candidate) => !claimed.has(candidate) && fits(candidate, entry));
        if (match === undefined) continue;
        claimed.add(match);
        known.add(index);
      }
    }
    this.#claimed.set(name, claimed);
    this.#current.set(name, mine);
    return findings.filter((_finding, index) => !known.has(index));
  }

  /** Entries whose finding is gone. Of articles that were not linted nothing is known. */
  stale(): number {
    return this.#staleEntries().size;
  }

  /** Writes the findings of the linted articles in place of what the baseline had of them. @returns how many it has */
  async update(): Promise<number> {
    const kept = [...this.#byFile].flatMap(([name, entries]) =>
      this.#current.has(name) || !this.#isThere(name) ? [] : entries,
    );
    return this.#write([...kept, ...[...this.#current.values()].flat()]);
  }

  /** Takes the stale entries out, and lets a renamed article keep what it claimed. @returns how many were taken out */
  async prune(): Promise<number> {
    const stale = this.#staleEntries();
    if (stale.size === 0) return 0;
    const claimants = new Map(
      [...this.#claimed].flatMap(([name, entries]) => [...entries].map((entry) => [entry, name])),
    );
    const kept = [...this.#byFile.values()]
      .flat()
      .filter((entry) => !stale.has(entry))
      .map((entry) => ({ ...entry, file: claimants.get(entry) ?? entry.file }));
    await this.#write(kept);
    return stale.size;
  }

  #staleEntries(): ReadonlySet<Entry> {
    const claimed = new Set([...this.#claimed.values()].flatMap((entries) => [...entries]));
    const candidates = [...this.#byFile].flatMap(([name, entries]) =>
      this.#current.has(name) || !this.#isThere(name) ? entries : [],
    );
    return new Set(candidates.filter((entry) => !claimed.has(entry)));
  }

  async #write(entries: readonly Entry[]): Promise<number> {
    const lines = [...new Set(entries)]
      .map(({ file, rule, text, before, after }) => JSON.stringify({ file, rule, text, before, after }))
      .sort();
    const text = `{\n  "kossaBaseline": ${VERSION},\n  "findings": [${lines.length === 0 ? '' : `\n    ${lines.join(',\n    ')}\n  `}]\n}\n`;
    try {
      await writeFileAtomic(this.#path, text);
    } catch (error) {
      throw new UsageError(`${this.#path}: the baseline cannot be written: ${describeFileError(error)}`, {
        cause: error,
      });
    }
    return lines.length;
  }

  #nameOf(articlePath: string): string {
    return path.relative(path.dirname(this.#path), articlePath).replaceAll('\\', '/');
  }

  #isThere(name: string): boolean {
    return existsSync(path.resolve(path.dirname(this.#path), name));
  }
}

const VERSION = 1;

function isSame(a: Entry, b: Entry): boolean {
  return a.rule === b.rule && a.text === b.text && a.before === b.before && a.after === b.after;
}

/** What stands on one side was changed, by a fix next to it for example. */
function isBesideSame(a: Entry, b: Entry): boolean {
  if (a.rule !== b.rule || a.text !== b.text) return false;
  return (a.before !== '' && a.before === b.before) || (a.after !== '' && a.after === b.after);
}

function entriesOf(text: string, file: string): Entry[] {
  let read: { readonly kossaBaseline?: unknown; readonly findings?: unknown } | null;
  try {
    read = JSON.parse(text.replace(/^\uFEFF/u, '')) as typeof read;
  } catch (error) {
    throw new UsageError(`${file} is no valid JSON, so it is no baseline: --update-baseline needs another name.`, {
      cause: error,
    });
  }
  if (read?.kossaBaseline !== VERSION || !Array.isArray(read.findings) || !read.findings.every(isEntry)) {
    throw new UsageError(`${file} is no baseline that this version of Kossa reads: name another file.`);
  }
  return read.findings;
}

function isEntry(value: unknown): value is Entry {
  const entry = value as Partial<Record<keyof Entry, unknown>> | null;
  return (
    typeof entry === 'object' &&
    entry !== null &&
    (['file', 'rule', 'text', 'before', 'after'] as const).every((key) => typeof entry[key] === 'string')
  );
}
