import { visit, type Node, type Scalar } from 'yaml';
import { pluralForms } from '../language/inflect.js';
import { toAmerican, toBritish } from '../language/spelling-twins.js';
import { normalizePhrase } from '../language/tokenize.js';
import { verbForms } from '../language/verb-forms.js';
import type { CompiledFamilies } from './compiled.js';
import { GAP } from './family-marks.js';
import { nearestName } from '../text/nearest-name.js';
import type { LocatedFile } from './located.js';
import type { ReadEntry } from './read-entries.js';

/** Words that say the same, named in phrases by a mark such as `<keep>`. */
export interface ReadFamily {
  readonly id: string;
  /** Verbs as a dictionary has them, by themselves or with what belongs to them: "hold … back". */
  readonly verbs: readonly string[];
  readonly words: readonly string[];
  /** How the past of verbs is written where no rule tells. */
  readonly past: ReadonlyMap<string, readonly string[]>;
  readonly node: Node;
  readonly file: LocatedFile;
}

export function readFamilies(node: Node, irregular: Node | undefined, file: LocatedFile): readonly ReadFamily[] {
  const past = readPast(irregular, file);
  return file.list(node, 'families').flatMap((item): ReadFamily[] => {
    const map = file.map(item, 'family', ['id', 'about', 'verbs', 'nouns', 'words'], ['id', 'about']);
    const id = file.string(map?.get('id'), 'id');
    if (map === undefined || id === undefined) return [];
    const verbs = file.strings(map.get('verbs'), 'verbs');
    const nouns = file.strings(map.get('nouns'), 'nouns').flatMap((noun) => [noun, ...pluralForms(noun)]);
    const words = [...nouns, ...file.strings(map.get('words'), 'words')];
    if (verbs.length + words.length === 0) {
      file.complain(item, `family \`${id}\`: give it \`verbs\`, \`nouns\` or \`words\``);
    }
    return [{ id, verbs: verbs.map(normalizeParts), words: words.map(normalizeParts), past, node: item, file }];
  });
}

/** The families as they are shipped: each form of a verb stands once, whatever families it is in. */
export function compileFamilies(families: Iterable<ReadFamily>): CompiledFamilies | undefined {
  const forms: Record<string, string> = {};
  const named: Record<string, CompiledFamilies['named'][string]> = {};
  for (const { id, verbs, words, past } of families) {
    for (const verb of verbs) {
      const first = verb.split(' ')[0]!;
      forms[first] ??= bothSpellings(verbForms(first, past.get(first)))
        .filter((form) => form !== first)
        .join(' ');
    }
    named[id] = {
      verbs: [...new Set(verbs)].join('|'),
      words: bothSpellings(words).join('|'),
    };
  }
  return Object.keys(named).length === 0 ? undefined : { forms, named };
}

/** The marks of families that the phrases under a node name, each where it stands. */
export function familyMarksIn(node: Node | undefined): { readonly id: string; readonly node: Node }[] {
  const found: { readonly id: string; readonly node: Node }[] = [];
  if (node === undefined) return found;
  visit(node, {
    Scalar(_, scalar: Scalar) {
      for (const [, id] of String(scalar.value).matchAll(/<([^<>]*)>/gu)) found.push({ id: id!, node: scalar });
    },
  });
  return found;
}

/** Complains of marks that name no family; whether there were none. */
export function checkFamilyLinks(
  { file, familyLinks = [] }: Pick<ReadEntry<unknown>, 'file' | 'familyLinks'>,
  families: readonly string[],
): boolean {
  const unknown = familyLinks.filter(({ id }) => !families.includes(id));
  for (const { id, node } of unknown) {
    const nearest = nearestName(id, families);
    file.complain(
      node,
      `no family of words \`<${id}>\`${nearest === undefined ? ': add it to word-families.yaml, or write the words' : `; did you mean \`<${nearest}>\`?`}`,
    );
  }
  return unknown.length === 0;
}

function bothSpellings(forms: readonly string[]): string[] {
  return [...new Set(forms.flatMap((form) => [form, respelled(form, toBritish), respelled(form, toAmerican)]))];
}

function respelled(form: string, twin: (word: string) => string | undefined): string {
  return form.replace(/\p{L}+/gu, (word) => twin(word) ?? word);
}

function normalizeParts(phrase: string): string {
  return phrase.split(GAP).map(normalizePhrase).join(` ${GAP} `);
}

/** "keep: kept", "break: [broke, broken]" */
function readPast(node: Node | undefined, file: LocatedFile): ReadonlyMap<string, readonly string[]> {
  const past = new Map<string, readonly string[]>();
  for (const [verb, forms] of node === undefined ? [] : file.entries(node, 'irregular')) {
    past.set(
      verb,
      Array.isArray((forms as { items?: unknown }).items)
        ? file.strings(forms, verb)
        : [file.string(forms, verb) ?? verb],
    );
  }
  return past;
}
