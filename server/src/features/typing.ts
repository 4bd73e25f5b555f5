import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding } from '../../../engine/src/index.js';

export interface TypingHost {
  /** Milliseconds that only grow. */
  now(): number;
  /** What was left alone can be shown later: the client is told, or asks again when it is asked to. */
  readonly canShowLater: boolean;
  /** The client tells where the cursor is. */
  readonly tellsCaret: boolean;
  /** What was left alone is to be shown now. */
  released(uri: string): void;
}

/** Milliseconds of rest after which a word counts as left, where the client does not tell of the cursor. */
const REST_MS = 1500;

interface Typed {
  /** Behind the last letter that was typed. */
  readonly caret: number;
  readonly version: number;
  readonly at: number;
  timer: ReturnType<typeof setTimeout> | undefined;
  /** Findings were left alone. */
  held: boolean;
}

/** Knows the word that is being typed in each document, which is left alone until the writer leaves it. */
export class Typing {
  readonly #host: TypingHost;
  readonly #typed = new Map<string, Typed>();

  constructor(host: TypingHost) {
    this.#host = host;
  }

  /** @param document after the changes */
  changed(document: TextDocument, changes: readonly TextDocumentContentChangeEvent[]): void {
    this.forget(document.uri);
    const last = changes.at(-1);
    if (last === undefined || !('range' in last)) return;
    const caret = document.offsetAt(last.range.start) + last.text.length;
    const typed: Typed = { caret, version: document.version, at: this.#host.now(), timer: undefined, held: false };
    this.#typed.set(document.uri, typed);
  }

  /** The cursor stands somewhere now, or in another document, or nowhere: what it left is shown. */
  moved(uri: string, document: TextDocument | undefined, caret: number | undefined): void {
    for (const [other, typed] of this.#typed) {
      if (other !== uri) this.#release(other, typed);
    }
    const typed = this.#typed.get(uri);
    if (typed === undefined || document === undefined || document.version !== typed.version) return;
    const word = wordAt(document.getText(), typed.caret);
    if (caret === undefined || caret < word.start || word.end < caret) this.#release(uri, typed);
  }

  /** A saved text is finished for the moment. */
  saved(uri: string): void {
    const typed = this.#typed.get(uri);
    if (typed !== undefined) this.#release(uri, typed);
  }

  forget(uri: string): void {
    clearTimeout(this.#typed.get(uri)?.timer);
    this.#typed.delete(uri);
  }

  /** Milliseconds that are missing until nothing was typed for so long. */
  restOf(uri: string, delay: number): number {
    const typed = this.#typed.get(uri);
    return typed === undefined ? 0 : Math.max(0, typed.at + delay - this.#host.now());
  }

  /** Those findings that begin or end in the word that is being typed. */
  held(document: TextDocument, findings: readonly Finding[]): ReadonlySet<Finding> {
    const typed = this.#typed.get(document.uri);
    if (!this.#host.canShowLater || typed?.version !== document.version) return NONE;
    const word = wordAt(document.getText(), typed.caret);
    // Before a word there was something else to type.
    if (word.start === typed.caret) return NONE;
    const held = new Set(findings.filter(({ span }) => isIn(span.start, word) || isIn(span.end - 1, word)));
    if (held.size === 0) return NONE;
    typed.held = true;
    if (!this.#host.tellsCaret) {
      typed.timer ??= setTimeout(() => this.#release(document.uri, typed), REST_MS);
    }
    return held;
  }

  #release(uri: string, typed: Typed): void {
    if (this.#typed.get(uri) !== typed) return;
    this.forget(uri);
    if (typed.held) this.#host.released(uri);
  }
}

const NONE: ReadonlySet<Finding> = new Set();
const IN_WORD = /[\p{L}\p{M}\p{N}'’-]/u;

function isIn(offset: number, word: { readonly start: number; readonly end: number }): boolean {
  return word.start <= offset && offset < word.end;
}

/** The letters, digits, hyphens and apostrophes around a place. */
function wordAt(text: string, offset: number): { readonly start: number; readonly end: number } {
  let start = offset;
  while (start > 0 && IN_WORD.test(text[start - 1]!)) start--;
  let end = offset;
  while (end < text.length && IN_WORD.test(text[end]!)) end++;
  return { start, end };
}
