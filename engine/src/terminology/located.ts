import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Node, type Pair } from 'yaml';
import { nearestName } from '../text/nearest-name.js';
import type { TerminologyProblem } from './problems.js';

export interface TerminologyFile {
  readonly path: string;
  readonly text: string;
}

/**
 * YAML with the place of every node, read with complaints: a reader asks for what it expects and gets it, or
 * undefined and a problem at the right line.
 */
export class LocatedFile {
  readonly path: string;
  readonly root: Node | null;
  readonly problems: TerminologyProblem[];
  readonly #lines = new LineCounter();

  constructor(file: TerminologyFile, problems: TerminologyProblem[]) {
    this.path = file.path;
    this.problems = problems;
    const document = parseDocument(file.text, { lineCounter: this.#lines, prettyErrors: false });
    this.root = document.contents;
    for (const error of document.errors) {
      this.#add(error.pos[0], `${error.message.split('\n')[0]!}. Mend the YAML here`, 'error');
    }
  }

  /** 1-based. */
  lineOf(node: Node): number {
    return Math.max(1, this.#lines.linePos(node.range?.[0] ?? 0).line);
  }

  complain(node: Node | undefined | null, message: string, severity: 'error' | 'warning' = 'error'): void {
    this.#add(node?.range?.[0] ?? 0, message, severity);
  }

  /** A map's entries by key, after complaining of keys that are not allowed and of required ones that are absent. */
  map(
    node: Node | undefined | null,
    what: string,
    allowed: readonly string[],
    required: readonly string[] = [],
  ): Map<string, Node> | undefined {
    if (!isMap(node)) {
      this.complain(node, `${what}: write \`key: value\` lines here`);
      return undefined;
    }
    const entries = new Map<string, Node>();
    for (const pair of node.items as Pair<Node, Node | null>[]) {
      const key = isScalar(pair.key) ? String(pair.key.value) : '';
      if (!allowed.includes(key)) {
        const nearest = nearestName(key, allowed);
        this.complain(
          pair.key,
          `${what}: unknown key \`${key}\`${nearest === undefined ? `; known are ${allowed.join(', ')}` : `; did you mean \`${nearest}\`?`}`,
        );
        continue;
      }
      if (pair.value !== null) entries.set(key, pair.value);
    }
    for (const key of required) if (!entries.has(key)) this.complain(node, `${what}: \`${key}\` is missing; add it`);
    return entries;
  }

  /** All entries of a map whose keys are words of the language. */
  entries(node: Node, what: string): ReadonlyMap<string, Node> {
    const keys = isMap(node) ? node.items.map(({ key }) => (isScalar(key) ? String(key.value) : '')) : [];
    return this.map(node, what, keys) ?? new Map<string, Node>();
  }

  list(node: Node | undefined | null, what: string): readonly Node[] {
    if (node === undefined || node === null) return [];
    if (isSeq(node)) return node.items as Node[];
    this.complain(node, `${what}: write a list here`);
    return [];
  }

  string(node: Node | undefined | null, what: string): string | undefined {
    if (node === undefined || node === null) return undefined;
    if (isScalar(node) && typeof node.value === 'string') return node.value.trim();
    if (isScalar(node) && typeof node.value === 'number') return String(node.source ?? node.value);
    this.complain(node, `${what}: write text here, in quotes where it holds a colon or looks like a number`);
    return undefined;
  }

  strings(node: Node | undefined | null, what: string): string[] {
    return this.list(node, what).flatMap((item) => this.string(item, what) ?? []);
  }

  oneOf<T extends string>(node: Node | undefined | null, what: string, values: readonly T[]): T | undefined {
    const value = this.string(node, what);
    if (value === undefined) return undefined;
    if ((values as readonly string[]).includes(value)) return value as T;
    const nearest = nearestName(value, values);
    this.complain(
      node,
      `${what}: \`${value}\` is not known; ${nearest === undefined ? `write one of ${values.join(', ')}` : `did you mean \`${nearest}\`?`}`,
    );
    return undefined;
  }

  #add(offset: number, message: string, severity: 'error' | 'warning'): void {
    const place = this.#lines.linePos(offset);
    this.problems.push({
      path: this.path,
      line: Math.max(1, place.line),
      column: Math.max(1, place.col),
      message,
      severity,
    });
  }
}
