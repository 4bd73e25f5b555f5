/**
 * A set of words as a minimal automaton in one typed array. An edge is one number: 7 bits for the letter, one that
 * it is the last of its node, one that a word ends with it, 23 for the node that it leads to (0: none).
 */
export class WordGraph {
  readonly #edges: Uint32Array;
  readonly #root: number;
  /** Words in the subtree of each node, for the index of a word: each counted when first asked for, 0 before. */
  #counts: Uint32Array | undefined;

  constructor(edges: Uint32Array) {
    this.#edges = edges;
    this.#root = edges.length > 1 ? edges[0]! : 0;
  }

  has(word: string): boolean {
    let node = this.#root;
    let final = false;
    for (let at = 0; at < word.length; at++) {
      const letter = word.charCodeAt(at);
      if (node === 0) return false;
      let edge = node;
      for (;;) {
        const value = this.#edges[edge]!;
        if ((value & LETTER) === letter) {
          final = (value & FINAL) !== 0;
          node = value >>> CHILD;
          break;
        }
        if ((value & LAST) !== 0) return false;
        edge++;
      }
    }
    return final;
  }

  /** Position of a word in the alphabetical order of all, or -1. */
  indexOf(word: string): number {
    // What is no word needs no counting.
    if (!this.has(word)) return -1;
    let node = this.#root;
    let index = 0;
    let final = false;
    for (let at = 0; at < word.length; at++) {
      const letter = word.charCodeAt(at);
      if (node === 0) return -1;
      if (final) index++;
      let edge = node;
      for (;;) {
        const value = this.#edges[edge]!;
        if ((value & LETTER) === letter) {
          final = (value & FINAL) !== 0;
          node = value >>> CHILD;
          break;
        }
        if ((value & LAST) !== 0) return -1;
        index += ((value & FINAL) !== 0 ? 1 : 0) + this.#countBelow(value >>> CHILD);
        edge++;
      }
    }
    return final ? index : -1;
  }

  /** Words within `limit` insertions, deletions, substitutions and swaps of neighbours, with their distance. */
  near(word: string, limit: number): { readonly word: string; readonly distance: number }[] {
    const found: { word: string; distance: number }[] = [];
    const length = word.length;
    if (length > LONGEST) return found;
    const codes = Array.from(word, (letter) => letter.charCodeAt(0));
    const rows: Uint8Array[] = [Uint8Array.from({ length: length + 1 }, (_, index) => index)];
    // Away from the diagonal every distance is beyond the limit: those cells are not worked out.
    const beyond = limit + 1;
    const letters: number[] = [];
    const walk = (node: number): void => {
      const depth = letters.length;
      let edge = node;
      for (;;) {
        const value = this.#edges[edge]!;
        const letter = value & LETTER;
        const row = (rows[depth + 1] ??= new Uint8Array(length + 1));
        const above = rows[depth]!;
        const start = Math.max(1, depth + 1 - limit);
        const end = Math.min(length, depth + 1 + limit);
        let least = (row[start - 1] = start === 1 ? Math.min(depth + 1, beyond) : beyond);
        for (let at = start; at <= end; at++) {
          let cost = Math.min(above[at]! + 1, row[at - 1]! + 1, above[at - 1]! + (codes[at - 1] === letter ? 0 : 1));
          if (depth > 0 && at > 1 && codes[at - 1] === letters[depth - 1] && codes[at - 2] === letter) {
            cost = Math.min(cost, rows[depth - 1]![at - 2]! + 1);
          }
          row[at] = cost;
          if (cost < least) least = cost;
        }
        if (end < length) row[end + 1] = beyond;
        if (least <= limit) {
          letters.push(letter);
          if ((value & FINAL) !== 0 && end === length && row[length]! <= limit) {
            found.push({ word: String.fromCharCode(...letters), distance: row[length]! });
          }
          const child = value >>> CHILD;
          if (child !== 0) walk(child);
          letters.pop();
        }
        if ((value & LAST) !== 0) return;
        edge++;
      }
    };
    if (this.#root !== 0) walk(this.#root);
    return found;
  }

  #countBelow(node: number): number {
    if (node === 0) return 0;
    const counts = (this.#counts ??= new Uint32Array(this.#edges.length));
    if (counts[node] !== 0) return counts[node]!;
    let count = 0;
    let edge = node;
    for (;;) {
      const value = this.#edges[edge]!;
      count += ((value & FINAL) !== 0 ? 1 : 0) + this.#countBelow(value >>> CHILD);
      if ((value & LAST) !== 0) break;
      edge++;
    }
    counts[node] = count;
    return count;
  }
}

const LETTER = 0x7f;
const LAST = 0x80;
const FINAL = 0x100;
const CHILD = 9;

/** The graph of sorted words of ASCII letters, digits and apostrophes. Slot 0 holds the root. */
export function buildWordGraph(sorted: readonly string[]): Uint32Array {
  const root = newNode();
  /** Nodes by what they hold: equal subtrees are one. */
  const register = new Map<string, BuildNode>();
  let path: { readonly node: BuildNode; readonly letter: string }[] = [];
  let previous = '';
  for (const word of sorted) {
    if (word === previous || word === '') continue;
    if (word < previous) throw new Error(`words must be sorted: ${word} stands after ${previous}`);
    let common = 0;
    while (common < word.length && common < previous.length && word[common] === previous[common]) common++;
    minimize(path, common, register);
    path = path.slice(0, common);
    let node = common === 0 ? root : path[common - 1]!.node.edges.get(path[common - 1]!.letter)!.node;
    for (let at = common; at < word.length; at++) {
      const next = newNode();
      node.edges.set(word[at]!, { node: next, final: at === word.length - 1 });
      path.push({ node, letter: word[at]! });
      node = next;
    }
    previous = word;
  }
  minimize(path, 0, register);
  return pack(root);
}

interface BuildNode {
  readonly edges: Map<string, { node: BuildNode; final: boolean }>;
  id: number;
}

let nextId = 0;
function newNode(): BuildNode {
  return { edges: new Map(), id: nextId++ };
}

function minimize(
  path: readonly { readonly node: BuildNode; readonly letter: string }[],
  from: number,
  register: Map<string, BuildNode>,
): void {
  for (let at = path.length - 1; at >= from; at--) {
    const edge = path[at]!.node.edges.get(path[at]!.letter)!;
    const key = [...edge.node.edges]
      .map(([letter, { node, final }]) => `${letter}${final ? '!' : ''}${node.id}`)
      .join(',');
    const same = register.get(key);
    if (same === undefined) register.set(key, edge.node);
    else edge.node = same;
  }
}

function pack(root: BuildNode): Uint32Array {
  const offsets = new Map<BuildNode, number>();
  const order: BuildNode[] = [];
  let offset = 1;
  const open = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (offsets.has(node) || node.edges.size === 0) continue;
    offsets.set(node, offset);
    order.push(node);
    offset += node.edges.size;
    for (const { node: child } of node.edges.values()) open.push(child);
  }
  const edges = new Uint32Array(offset);
  edges[0] = offsets.get(root) ?? 0;
  for (const node of order) {
    let at = offsets.get(node)!;
    const letters = [...node.edges.keys()].sort();
    for (const [index, letter] of letters.entries()) {
      const { node: child, final } = node.edges.get(letter)!;
      edges[at++] =
        letter.charCodeAt(0) |
        (index === letters.length - 1 ? LAST : 0) |
        (final ? FINAL : 0) |
        ((offsets.get(child) ?? 0) << CHILD);
    }
  }
  return edges;
}

/** No word is nearly as long, and a distance is kept in one byte. */
const LONGEST = 200;
