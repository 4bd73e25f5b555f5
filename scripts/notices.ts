import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { bundles, makeBundle } from './bundles.js';
import { projectRoot } from './project-root.js';

/** The file with what `makeNotices` gives; `npm run notices` writes it. */
export const noticesFile = path.join(projectRoot, 'THIRD-PARTY-NOTICES.txt');

interface PackageManifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  /** How old packages name their licence. */
  readonly licenses?: readonly { readonly type: string }[];
  readonly author?: string | { readonly name: string };
}

interface WordListLicence {
  readonly name: string;
  readonly licence: string;
  /** The licence's own words, with the copyright line. */
  readonly text: string;
}

const WORD_LIST_LICENCES = path.join(projectRoot, 'scripts', 'word-list-licences.json');
const RULER = '-'.repeat(80);
const HEADING = `Kossa holds code and data of others, under the licences below.
This file is generated: npm run notices.
`;

/**
 * The notices of everything that is not ours in dist/: the packages whose code esbuild really took into a bundle, and
 * the word lists.
 *
 * @throws (rejects) when a bundle cannot be made, or a package names no licence
 */
export async function makeNotices(): Promise<string> {
  const folders = new Set<string>();
  for (const bundle of bundles) {
    const { metafile } = await makeBundle(bundle, { readable: false, write: false });
    for (const output of Object.values(metafile.outputs)) {
      for (const [input, { bytesInOutput }] of Object.entries(output.inputs)) {
        const folder = packageFolder(input);
        if (bytesInOutput > 0 && folder !== undefined) folders.add(folder);
      }
    }
  }
  const packages = [...folders].map(readPackage).sort((a, b) => compare(a.title, b.title));
  const sections = [...packages.map(formatPackage), ...readWordLists()];
  return [HEADING, ...sections].map((section) => `${section.trimEnd()}\n`).join(`\n${RULER}\n\n`);
}

/** The folder of the package that a bundled file belongs to; undefined for our own files. */
function packageFolder(input: string): string | undefined {
  const match = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input);
  return match?.[1];
}

function readPackage(folder: string): { readonly title: string; readonly licence: string; readonly text: string } {
  const absolute = path.join(projectRoot, folder);
  const manifest = JSON.parse(readFileSync(path.join(absolute, 'package.json'), 'utf8')) as PackageManifest;
  const licence = manifest.license ?? manifest.licenses?.map(({ type }) => type).join(' or ');
  if (licence === undefined) throw new Error(`${folder}/package.json names no licence`);
  const file = readdirSync(absolute).find((name) => /^licen[cs]e(\.|$)/i.test(name));
  const author = typeof manifest.author === 'object' ? manifest.author.name : manifest.author;
  const text =
    file === undefined ? `Author: ${author ?? 'not named'}` : readFileSync(path.join(absolute, file), 'utf8');
  return { title: `${manifest.name} ${manifest.version}`, licence, text };
}

function formatPackage({ title, licence, text }: ReturnType<typeof readPackage>): string {
  return `${title}\nLicence: ${licence}\n\n${text.replaceAll('\r\n', '\n').trim()}`;
}

/** The file is an array of `{ name, licence, text }`, one for each list of words in dist/data/words.bin. */
function readWordLists(): string[] {
  if (!existsSync(WORD_LIST_LICENCES)) return [];
  const lists = JSON.parse(readFileSync(WORD_LIST_LICENCES, 'utf8')) as readonly WordListLicence[];
  return lists.map(({ name, licence, text }) => {
    if (!name || !licence || !text) {
      throw new Error(`scripts/word-list-licences.json: every list has a name, a licence and a text`);
    }
    return formatPackage({ title: name, licence, text });
  });
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
