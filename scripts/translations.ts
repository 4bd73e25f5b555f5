import { getL10nJson } from '@vscode/l10n-dev';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from './project-root.js';

/** Strings by their key, as VS Code reads them from `package.nls.json` and its translations. */
export type Strings = Readonly<Record<string, string>>;

/** Properties of the manifest whose texts people read. */
const SHOWN = new Set([
  ...['displayName', 'title', 'shortTitle', 'description', 'markdownDescription', 'enumDescriptions'],
  ...['markdownEnumDescriptions', 'contents', 'contextualTitle', 'label', 'errorMessage'],
]);
/** What tells one entry of a list from the others. */
const LONGEST_NAME = 80;
const NAMES = ['id', 'command', 'view', 'language', 'type', 'when', 'title'];

/**
 * The manifest with keys in place of its texts, and the texts by their keys. People read and change package.json in plain
 * words; what is shipped can be translated.
 */
export function translatableManifest(manifest: object): { readonly manifest: object; readonly strings: Strings } {
  const strings: Record<string, string> = {};
  const keyed = (text: string, key: string): string => {
    if (strings[key] !== undefined && strings[key] !== text) {
      throw new Error(`two texts of package.json have the key ${key}`);
    }
    strings[key] = text;
    return `%${key}%`;
  };
  const walk = (value: unknown, key: string, isShown: boolean): unknown => {
    if (typeof value === 'string') return isShown ? keyed(value, key) : value;
    if (Array.isArray(value)) {
      return value.map((entry, index) => walk(entry, `${key}.${nameOf(entry, index)}`, isShown));
    }
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => {
        const isShown = SHOWN.has(name) || (name === 'name' && key.startsWith('contributes.views.'));
        return [name, walk(inner, `${key}.${name}`, isShown)];
      }),
    );
  };
  const { displayName, description, contributes, ...rest } = manifest as Readonly<Record<string, unknown>>;
  return {
    manifest: {
      ...rest,
      displayName: keyed(String(displayName), 'displayName'),
      description: keyed(String(description), 'description'),
      contributes: walk(contributes, 'contributes', false),
    },
    strings,
  };
}

/** A word for an entry of a list that stays the same when others come before it. */
function nameOf(entry: unknown, index: number): string {
  if (typeof entry !== 'object' || entry === null) return String(index);
  const named = entry as Readonly<Record<string, unknown>>;
  const names = NAMES.map((key) => named[key]).filter((value) => typeof value === 'string');
  // One view has several texts of welcome.
  const name = named['contents'] === undefined ? names[0] : names.join(' ');
  return name === undefined ? String(index) : name.replace(/[^\w.]+/gu, '-').slice(0, LONGEST_NAME);
}

/** Every string that client and server hand to `l10n.t`, in the form of `l10n/bundle.l10n.json`. */
export async function shownStrings(): Promise<Strings> {
  const contents = ['client', 'server'].flatMap((room) => {
    const folder = path.join(projectRoot, room, 'src');
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
    return files.sort().map((name) => readFileSync(path.join(folder, name), 'utf8'));
  });
  const found = await getL10nJson(contents.map((text) => ({ extension: '.ts', contents: text })));
  const strings = Object.entries(found).map(([key, value]) => [key, typeof value === 'string' ? value : value.message]);
  return Object.fromEntries(strings.sort(([a], [b]) => (a! < b! ? -1 : 1))) as Strings;
}
