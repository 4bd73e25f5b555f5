import { readFileSync } from 'node:fs';

/** The version of Kossa: its manifest lies above the bundle's folder, and three folders up from the source. */
export function versionOfPackage(): string {
  for (const place of ['../package.json', '../../../package.json']) {
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

/** Today where the program runs, as YYYY-MM-DD. */
export function today(): string {
  const date = new Date();
  const [month, day] = [date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0'));
  return `${date.getFullYear()}-${month}-${day}`;
}
