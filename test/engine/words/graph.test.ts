import assert from 'node:assert/strict';
import fc from 'fast-check';
import { buildWordGraph, WordGraph } from '../../../engine/src/words/graph.js';

/** Few letters, so that words share beginnings and endings and lie near each other. */
const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 7 });
const words = fc.uniqueArray(word, { maxLength: 60 });

function graphOf(list: readonly string[]): WordGraph {
  return new WordGraph(buildWordGraph([...list].sort()));
}

describe('the word graph', () => {
  it('has the words that it was built of, and no others', () => {
    fc.assert(
      fc.property(words, fc.array(word), (list, others) => {
        const graph = graphOf(list);
        for (const one of list) assert.equal(graph.has(one), true);
        for (const other of others) assert.equal(graph.has(other), list.includes(other));
      }),
    );
  });

  it('numbers its words in alphabetical order', () => {
    fc.assert(
      fc.property(words, (list) => {
        const graph = graphOf(list);
        assert.deepEqual(
          [...list].sort().map((one) => graph.indexOf(one)),
          list.map((_, index) => index),
        );
      }),
    );
  });

  it('finds the words within a distance, as comparing with each of them does', () => {
    fc.assert(
      fc.property(words, word, fc.integer({ min: 0, max: 3 }), (list, sought, limit) => {
        const found = graphOf(list).near(sought, limit);
        const expected = list
          .map((other) => ({ word: other, distance: distance(sought, other) }))
          .filter((other) => other.distance <= limit);
        const byWord = (a: { word: string }, b: { word: string }): number => (a.word < b.word ? -1 : 1);
        assert.deepEqual([...found].sort(byWord), expected.sort(byWord));
      }),
    );
  });

  it('is the same for the same words', () => {
    fc.assert(
      fc.property(words, (list) => {
        const sorted = [...list].sort();
        assert.deepEqual(buildWordGraph(sorted), buildWordGraph(sorted));
      }),
    );
  });

  it('holds nothing where it was built of nothing', () => {
    const graph = graphOf([]);
    assert.equal(graph.has('a'), false);
    assert.equal(graph.indexOf('a'), -1);
    assert.deepEqual(graph.near('a', 3), []);
  });

  it('shares what words have in common', () => {
    const endings = ['itis', 'osis', 'ectomy', 'opathy'];
    const stems = ['arthr', 'nephr', 'gastr', 'hepat', 'cardi', 'my'];
    const list = stems.flatMap((stem) => endings.map((ending) => stem + ending)).sort();
    const letters = list.join('').length;
    assert.ok(buildWordGraph(list).length < letters / 3);
  });

  it('refuses words that are not sorted', () => {
    assert.throws(() => buildWordGraph(['b', 'a']), /sorted/u);
  });
});

/** Insertions, deletions, substitutions and swaps of neighbours, each word part changed once. */
function distance(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = 0; i <= a.length; i++) {
    for (let j = 0; j <= b.length; j++) {
      if (i === 0 || j === 0) {
        rows[i]![j] = i + j;
        continue;
      }
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      rows[i]![j] = Math.min(
        rows[i - 1]![j]! + 1,
        rows[i]![j - 1]! + 1,
        rows[i - 1]![j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1),
        swapped ? rows[i - 2]![j - 2]! + 1 : Infinity,
      );
    }
  }
  return rows[a.length]![b.length]!;
}
