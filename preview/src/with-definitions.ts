import { PhraseFinder, type Definitions, type Found } from './definitions.js';
import type { Token } from './markdown-it.js';

/** How often a page explains one term. Its reader knows it then, and a page full of marks is hard to read. */
const MOST_MENTIONS = 3;

/** The class that preview.css styles. */
const TERM_CLASS = 'kossa-term';

const TERM_OPEN = 'kossa_term_open';
const TERM_CLOSE = 'kossa_term_close';

/** Text in these HTML elements is no prose, or is explained or linked already. */
const HTML_WITHOUT_TERMS =
  /^<(\/?)(?:a|abbr|button|code|dfn|h[1-6]|kbd|label|pre|samp|script|style|summary|var)\b[^>]*>$/iu;

/** Makes the function that gives the terms of a page their definitions. The tokens that it is given stay as they are. */
export function definitionsIn({ definitions, phrases }: Definitions): (tokens: Token[]) => Token[] {
  const finder = new PhraseFinder(phrases);
  return (tokens) => {
    const page = new Page(definitions, namedInFull(tokens, finder));
    let inHeading = false;
    return tokens.map((token) => {
      if (token.type === 'heading_open') inHeading = true;
      if (token.type === 'heading_close') inHeading = false;
      if (token.type !== 'inline' || token.children === null || inHeading) return token;
      const children = explainInline(token.children, finder, page);
      return children === undefined ? token : copyOf(token, { children });
    });
  };
}

/** The definitions of what a page names in full: they decide what its short abbreviations stand for. */
function namedInFull(tokens: readonly Token[], finder: PhraseFinder): ReadonlySet<number> {
  const named = new Set<number>();
  for (const token of tokens) {
    for (const run of runsOf(token.children ?? [], false)) {
      for (const { reading } of finder.find(run.text)) {
        for (const [definition, , isName] of reading) if (isName === 1) named.add(definition);
      }
    }
  }
  return named;
}

/** What a page has explained so far. */
class Page {
  readonly #definitions: readonly string[];
  readonly #named: ReadonlySet<number>;
  readonly #mentions = new Map<number, number>();

  constructor(definitions: readonly string[], named: ReadonlySet<number>) {
    this.#definitions = definitions;
    this.#named = named;
  }

  /** The definition to show here; undefined where the text may mean something else, or where it was shown enough. */
  definitionOf({ reading }: Found): string | undefined {
    const meant = reading.filter(([definition, , , certain]) => certain === 1 || this.#named.has(definition));
    if (meant.length !== 1) return undefined;
    const [definition] = meant[0]!;
    const mentions = this.#mentions.get(definition) ?? 0;
    if (mentions >= MOST_MENTIONS) return undefined;
    this.#mentions.set(definition, mentions + 1);
    return this.#definitions[definition];
  }
}

/** Text without a mark between, over line breaks of the source: a term may stand across them. */
interface Run {
  /** Indexes of the tokens. */
  readonly first: number;
  end: number;
  text: string;
}

/** @param prose leave out what is in links, and in HTML that takes no terms */
function runsOf(children: readonly Token[], prose: boolean): Run[] {
  const runs: Run[] = [];
  let closedTo = 0;
  let run: Run | undefined;
  children.forEach((token, index) => {
    closedTo = Math.max(closedTo + (prose ? depthChange(token) : 0), 0);
    if (closedTo > 0 || (token.type !== 'text' && token.type !== 'softbreak')) {
      run = undefined;
      return;
    }
    if (run === undefined) runs.push((run = { first: index, end: index, text: '' }));
    run.end = index + 1;
    run.text += textOf(token);
  });
  return runs;
}

function depthChange({ type, content }: Token): number {
  if (type === 'link_open' || type === TERM_OPEN) return 1;
  if (type === 'link_close' || type === TERM_CLOSE) return -1;
  const tag = type === 'html_inline' ? HTML_WITHOUT_TERMS.exec(content) : null;
  if (tag === null) return 0;
  return tag[1] === '/' ? -1 : 1;
}

function textOf(token: Token): string {
  return token.type === 'softbreak' ? '\n' : token.content;
}

/** The children with terms wrapped; undefined where there are none to wrap. */
function explainInline(children: Token[], finder: PhraseFinder, page: Page): Token[] | undefined {
  const result: Token[] = [];
  let copied = 0;
  for (const run of runsOf(children, true)) {
    const terms = finder.find(run.text).flatMap(({ start, end, reading }) => {
      const definition = page.definitionOf({ start, end, reading });
      return definition === undefined ? [] : [{ start, end, definition }];
    });
    if (terms.length === 0) continue;
    result.push(
      ...children.slice(copied, run.first),
      ...wrapTerms(children.slice(run.first, run.end), run.text, terms),
    );
    copied = run.end;
  }
  return copied === 0 ? undefined : [...result, ...children.slice(copied)];
}

interface Term {
  readonly start: number;
  readonly end: number;
  readonly definition: string;
}

function wrapTerms(tokens: readonly Token[], text: string, terms: readonly Term[]): Token[] {
  const result: Token[] = [];
  let at = 0;
  for (const { start, end, definition } of terms) {
    const like = tokens[0]!;
    result.push(...cut(tokens, at, start), openingTag(like, text.slice(start, end), definition));
    result.push(...cut(tokens, start, end), copyOf(like, { ...EMPTY, type: TERM_CLOSE, tag: 'abbr', nesting: -1 }));
    at = end;
  }
  return [...result, ...cut(tokens, at, text.length)];
}

/** The part of some text tokens between two offsets. */
function cut(tokens: readonly Token[], from: number, to: number): Token[] {
  const parts: Token[] = [];
  let start = 0;
  for (const token of tokens) {
    const text = textOf(token);
    const part = text.slice(Math.max(from - start, 0), Math.max(to - start, 0));
    if (part !== '') parts.push(part === text ? token : copyOf(token, { content: part }));
    start += text.length;
  }
  return parts;
}

const EMPTY = { attrs: null, children: null, content: '', markup: '', info: '', meta: null } as const;

/**
 * A mouse shows the title; the keyboard reaches the term, and preview.css then shows it. The role lets the term have a
 * label, which screen readers say in its place.
 */
function openingTag(like: Token, written: string, definition: string): Token {
  const attrs: [string, string][] = [
    ['class', TERM_CLASS],
    ['title', definition],
    ['tabindex', '0'],
    ['role', 'note'],
    ['aria-label', `${written.replace(/\s+/gu, ' ')}: ${definition}`],
  ];
  return copyOf(like, { ...EMPTY, type: TERM_OPEN, tag: 'abbr', nesting: 1, attrs });
}

/** A token of the same class, so that it has the methods that renderers call. */
function copyOf(token: Token, changes: Partial<Token> & Readonly<Record<string, unknown>>): Token {
  return Object.assign(Object.create(Object.getPrototypeOf(token) as object) as Token, token, changes);
}
