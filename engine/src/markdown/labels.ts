import type { Nodes, RootContent } from 'mdast';
import type { Effects, Extension, State, TokenizeContext } from 'micromark-util-types';
import { normalizeIdentifier } from 'micromark-util-normalize-identifier';

/** What links and footnotes may refer to, as the parser compares labels. */
export interface Labels {
  readonly links: readonly string[];
  readonly footnotes: readonly string[];
}

export const NO_LABELS: Labels = { links: [], footnotes: [] };

/** The definitions in the nodes of one piece. */
export function labelsIn(nodes: readonly RootContent[]): Labels {
  const links: string[] = [];
  const footnotes: string[] = [];
  for (const node of nodes) collect(node, links, footnotes);
  return links.length + footnotes.length === 0 ? NO_LABELS : { links, footnotes };
}

/** All labels of a text, each once. */
export function union(parts: readonly Labels[]): Labels {
  const named = parts.filter((labels) => labels !== NO_LABELS);
  if (named.length === 0) return NO_LABELS;
  return {
    links: [...new Set(named.flatMap(({ links }) => links))],
    footnotes: [...new Set(named.flatMap(({ footnotes }) => footnotes))],
  };
}

/** The labels that a piece may refer to; undefined where it refers to none. What it refers to decides its tree. */
export function labelsFor(piece: string, all: Labels): Labels | undefined {
  if (all === NO_LABELS || !piece.includes('[')) return undefined;
  const bare = bareLabel(piece);
  const standsIn = (label: string): boolean => bare.includes(bareLabel(label));
  const links = all.links.filter(standsIn);
  const footnotes = all.footnotes.filter(standsIn);
  return links.length + footnotes.length === 0 ? undefined : { links, footnotes };
}

export function sameLabels(a: Labels | undefined, b: Labels | undefined): boolean {
  if (a === b) return true;
  if (a === undefined || b === undefined) return false;
  return sameList(a.links, b.links) && sameList(a.footnotes, b.footnotes);
}

/**
 * Extends micromark: labels count as defined although their definitions stand in another piece. The construct
 * takes no character; it is only where the parser first asks.
 */
export function knownLabels(labels: Labels): Extension {
  function tokenize(this: TokenizeContext, _effects: Effects, _ok: State, nok: State): State {
    const parser = this.parser as typeof this.parser & { gfmFootnotes?: string[] };
    return (code) => {
      parser.defined.push(...labels.links.filter((label) => !parser.defined.includes(label)));
      const footnotes = (parser.gfmFootnotes ??= []);
      footnotes.push(...labels.footnotes.filter((label) => !footnotes.includes(label)));
      return nok(code);
    };
  }
  return { flowInitial: { null: { tokenize, partial: true } } };
}

function collect(node: Nodes, links: string[], footnotes: string[]): void {
  if (node.type === 'definition') links.push(normalizeIdentifier(node.identifier));
  if (node.type === 'footnoteDefinition') footnotes.push(normalizeIdentifier(node.identifier));
  if ('children' in node) for (const child of node.children) collect(child, links, footnotes);
}

/** Line breaks, indents and marks of quotations may stand inside a label, and letters in either case. */
function bareLabel(text: string): string {
  return text.toUpperCase().replace(/[\s>]+/gu, '');
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((label, index) => label === b[index]);
}
