import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { run } from '../../cli/src/run.js';
import { stubDataFolder } from '../support/stub-data.js';

/** What one run of the command said and did. */
export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export interface RunOptions {
  readonly stdin?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  readonly dataFolder?: string;
  readonly columns?: number;
  readonly today?: string;
  readonly version?: string;
  readonly cores?: number;
  /** Relative to the folder of the files. */
  readonly cwd?: string;
}

export const TODAY = '2026-06-15';

/** A folder of its own with some files, in which the command runs. */
export class Workplace {
  readonly folder: string;

  constructor(files: Readonly<Record<string, string | Uint8Array>> = {}) {
    this.folder = mkdtempSync(path.join(os.tmpdir(), 'kossa-cli-'));
    for (const [name, content] of Object.entries(files)) this.write(name, content);
    places.push(this.folder);
  }

  write(name: string, content: string | Uint8Array): void {
    mkdirSync(path.dirname(this.path(name)), { recursive: true });
    writeFileSync(this.path(name), content);
  }

  path(name: string): string {
    return path.join(this.folder, name);
  }

  read(name: string): string {
    return readFileSync(this.path(name), 'utf8');
  }

  async run(argv: readonly string[], options: RunOptions = {}): Promise<Outcome> {
    const out: string[] = [];
    const err: string[] = [];
    const code = await run(argv, {
      stdout: collect(out, options.columns),
      stderr: collect(err, options.columns),
      stdin: inParts(options.stdin ?? ''),
      cwd: path.join(this.folder, options.cwd ?? ''),
      env: options.env ?? {},
      today: options.today ?? TODAY,
      version: options.version ?? '9.9.9',
      cores: options.cores ?? 1,
      dataFolder: options.dataFolder ?? stubDataFolder(),
    });
    return { code, out: out.join(''), err: err.join('') };
  }

  /** The findings as JSON, by file name relative to the folder. */
  async lintJson(
    argv: readonly string[],
    options: RunOptions = {},
  ): Promise<Readonly<Record<string, readonly JsonMessage[]>>> {
    const { out } = await this.run(['lint', '--format', 'json', ...argv], options);
    const articles = JSON.parse(out) as readonly { filePath: string; messages: readonly JsonMessage[] }[];
    return Object.fromEntries(
      articles.map(({ filePath, messages }) => [path.relative(this.folder, filePath).replaceAll('\\', '/'), messages]),
    );
  }
}

export interface JsonMessage {
  readonly ruleId: string;
  readonly severity: string;
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly conceptId: string | null;
  readonly fix: JsonFix | null;
  readonly suggestions: readonly { readonly title: string; readonly fix: JsonFix }[];
  readonly reason: string | null;
  readonly sources: readonly { readonly id: string; readonly title: string; readonly url: string | null }[];
}

export interface JsonFix {
  readonly range: readonly [number, number];
  readonly text: string;
}

const places: string[] = [];

export function removeWorkplaces(): void {
  for (const place of places.splice(0)) rmSync(place, { recursive: true, force: true });
}

function collect(parts: string[], columns = 80): { columns: number; write(text: string): boolean } {
  return {
    columns,
    write(text) {
      parts.push(text);
      return true;
    },
  };
}

async function* inParts(content: string | Uint8Array): AsyncGenerator<Uint8Array> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  for (let at = 0; at < bytes.length; at += 3) yield bytes.subarray(at, at + 3);
}
