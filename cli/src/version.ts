import { readFileSync } from 'node:fs';

/** Whether that is all that a command line asks. */
export function asksForVersion(argv: readonly string[]): boolean {
  return argv.length === 1 && (argv[0] === '--version' || argv[0] === '-v');
}

/** Beside the bundle in dist/, and two folders up from the source. */
export function versionOfPackage(): string {
  for (const place of ['../package.json', '../../package.json']) {
    try {
      const { name, version } = JSON.parse(readFileSync(new URL(place, import.meta.url), 'utf8')) as {
        name?: string;
        version?: string;
      };
      if (name === 'kossa' && version !== undefined) return version;
    } catch {
      // The next place.
    }
  }
  return 'unknown';
}
