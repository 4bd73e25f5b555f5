import { l10n, MarkdownString, env, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { cardRequest, type CardParams, type CardResult } from '../../protocol.js';

/** What the commands of the views are called with: an entry of a tree. */
export interface TermLike {
  /** Missing for a heading. */
  readonly conceptId?: string;
  /** What is copied. */
  readonly label: string;
  /** A document of the only project that knows it. */
  readonly asked?: string;
}

/** What menus of items ask for. */
export const TERM_ITEM = 'kossaTerm';
export const USE_ITEM = 'kossaUse';

/** The concept that a command was called with: by its id, as a link does it, or with an entry of a tree. */
export function conceptIdOf(asked: unknown): string | undefined {
  if (typeof asked === 'string') return asked;
  const id = (asked as Partial<TermLike> | null | undefined)?.conceptId;
  return typeof id === 'string' ? id : undefined;
}

/** A document of the project that knows the concept, where not every project does: named beside it, or in the entry. */
export function projectOf(asked: unknown, about: unknown): string | undefined {
  const named = typeof about === 'string' ? about : (asked as Partial<TermLike> | null | undefined)?.asked;
  return typeof named === 'string' ? named : undefined;
}

/** Puts the words of an entry of a tree on the clipboard. */
export async function copyTerm(asked: unknown): Promise<void> {
  const label = (asked as Partial<TermLike> | null | undefined)?.label;
  if (typeof label !== 'string') return;
  await env.clipboard.writeText(label);
  window.setStatusBarMessage(l10n.t('“{0}” is copied', label), 3000);
}

export function termsCounted(count: number): string {
  return count === 1 ? l10n.t('1 term') : l10n.t('{0} terms', count);
}

/**
 * The definition of a concept, for the mouse.
 * @param uri the document whose house style holds
 */
export async function definitionOf(
  conceptId: string,
  uri: string | undefined,
  client: BaseLanguageClient,
): Promise<MarkdownString | undefined> {
  const params: CardParams = { conceptId, length: 'short', ...(uri === undefined ? {} : { uri }) };
  const card = await client.sendRequest<CardResult | null>(cardRequest, params);
  return card === null ? undefined : new MarkdownString(card.markdown);
}
