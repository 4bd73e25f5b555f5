import assert from 'node:assert/strict';
import { packWords, unpackWords, WordsError } from '../../../engine/src/words/format.js';
import { buildWordGraph } from '../../../engine/src/words/graph.js';

const graph = (...words: string[]): Uint8Array => {
  const edges = buildWordGraph(words.sort());
  return new Uint8Array(edges.buffer, edges.byteOffset, edges.byteLength);
};
const packed = (): Uint8Array =>
  packWords([
    graph('calcium', 'skin'),
    graph('skin'),
    graph('curtis'),
    graph('calcium'),
    Uint8Array.of(1),
    new TextEncoder().encode('pruritis\tpruritus'),
    Uint8Array.of(2),
    Buffer.from('sjorgens\t=Sjögren', 'latin1'),
    Buffer.from('chord\tcord\tspinal\t-\t-\tmusic', 'latin1'),
  ]);

describe('compiled words', () => {
  it('are read as they were written', () => {
    const data = unpackWords(packed());
    assert.equal(data.english.has('calcium'), true);
    assert.equal(data.english.has('curtis'), false);
    assert.equal(data.common.has('skin'), true);
    assert.equal(data.names.has('curtis'), true);
    assert.equal(data.medicalFlags[data.medical.indexOf('calcium')], 1);
    assert.equal(data.neverRight.get('pruritis'), 'pruritus');
    assert.equal(data.commonTiers[data.common.indexOf('skin')], 2);
    assert.equal(data.meanings.get('sjorgens'), '=Sjögren');
    assert.deepEqual([...data.confusables.get('chord')![0]!.before.words], ['spinal']);
  });

  it('are read wherever they begin in a larger buffer', () => {
    const bytes = packed();
    const larger = new Uint8Array(bytes.length + 3);
    larger.set(bytes, 3);
    assert.equal(unpackWords(larger.subarray(3)).english.has('calcium'), true);
  });

  const changed = (at: number, value: number): Uint8Array => {
    const bytes = packed();
    bytes[at] = value;
    return bytes;
  };
  const broken: readonly (readonly [string, Uint8Array])[] = [
    ['nothing', new Uint8Array(0)],
    ['too little', packed().subarray(0, 20)],
    ['a file cut in the middle', packed().subarray(0, packed().length - 8)],
    ['something else', new TextEncoder().encode('this is no list of words, but a long enough text')],
    ['a newer version', changed(4, 99)],
    ['a section longer than the file', changed(11, 127)],
  ];
  for (const [what, bytes] of broken) {
    it(`refuse ${what}, and say what to do`, () => {
      assert.throws(
        () => unpackWords(bytes),
        (error) => error instanceof WordsError && /npm run build/u.test(error.message),
      );
    });
  }
});
