import * as l10n from '@vscode/l10n';
import { CompletionItemKind } from 'vscode-languageserver';
import type { CompletionParts } from '../convert.js';

/** What a key of the front matter is for, and which values are offered for it. */
interface Key {
  readonly key: string;
  detail(): string;
  values?(today: string): readonly { readonly value: string; readonly detail: string }[];
}

const KEYS: readonly Key[] = [
  { key: 'title', detail: () => l10n.t('Title of the page') },
  { key: 'description', detail: () => l10n.t('One or two sentences about the page') },
  { key: 'author', detail: () => l10n.t('Who wrote it') },
  { key: 'reviewedBy', detail: () => l10n.t('Who reviewed it, with credentials') },
  {
    key: 'lastReviewed',
    detail: () => l10n.t('Date of the last review, as YYYY-MM-DD'),
    values: (today) => [{ value: today, detail: l10n.t('Today') }],
  },
  {
    key: 'nextReview',
    detail: () => l10n.t('Date of the next review, as YYYY-MM-DD'),
    values: (today) => [1, 2, 3].map((years) => ({ value: laterBy(years, today), detail: inYears(years) })),
  },
  { key: 'sources', detail: () => l10n.t('Where the facts come from') },
  {
    key: 'kossa',
    detail: () => l10n.t('false: Kossa does not check this file'),
    values: () => [
      { value: 'false', detail: l10n.t('Kossa does not check this file') },
      { value: 'true', detail: l10n.t('Kossa checks this file, as it does without this key') },
    ],
  },
];

/**
 * Keys that are not there yet, and values of keys that have some to choose from.
 * @param before the line up to the cursor
 * @param frontMatter as written; a half-written key is no YAML yet, so the lines are read as they are
 */
export function frontMatterItems(
  before: string,
  offset: number,
  frontMatter: string,
  today: string,
): readonly CompletionParts[] {
  const value = /^([\w-]+)\s*:\s+([\w-]*)$/u.exec(before);
  if (value !== null) return valuesOf(value[1]!, value[2]!, offset, today);
  if (!/^[\w-]*$/u.test(before)) return [];
  const present = new Set(Array.from(frontMatter.matchAll(/^([\w-]+)\s*:/gmu), ([, key]) => key!));
  return KEYS.filter(({ key }) => !present.has(key)).map(({ key, detail }) => ({
    ...item(key, detail(), CompletionItemKind.Property, offset - before.length, offset),
    newText: `${key}: `,
  }));
}

function valuesOf(key: string, written: string, offset: number, today: string): readonly CompletionParts[] {
  const values = KEYS.find((known) => known.key === key)?.values?.(today) ?? [];
  return values.map(({ value, detail }, index) => ({
    ...item(value, detail, CompletionItemKind.Value, offset - written.length, offset),
    sortText: String(index),
  }));
}

function item(label: string, detail: string, kind: CompletionItemKind, start: number, end: number): CompletionParts {
  return { label, detail, kind, span: { start, end }, newText: label, filterText: label, sortText: label };
}

/** The same day some years later; the last of February is no day of every year. */
function laterBy(years: number, today: string): string {
  const later = `${Number(today.slice(0, 4)) + years}${today.slice(4)}`;
  return later.endsWith('-02-29') ? later.replace(/29$/u, '28') : later;
}

function inYears(years: number): string {
  return years === 1 ? l10n.t('In a year') : l10n.t('In {0} years', years);
}
