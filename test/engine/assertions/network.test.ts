import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { featuresOf } from '../../../engine/src/assertions/features.js';
import { Network, NetworkError, networkIn } from '../../../engine/src/assertions/network.js';
import type { Candidate } from '../../../engine/src/assertions/candidates.js';
import type { Passage, PassageItem } from '../../../engine/src/assertions/passage.js';
import type { Wording } from '../../../engine/src/assertions/phrases-sayable.js';

const bytes = readFileSync(path.resolve(import.meta.dirname, '../../../engine/src/assertions/network.bin'));

/** A candidate as the training writes it, with the probability that the training computed. */
interface Example {
  readonly block: number;
  readonly items: readonly (readonly [string, string, number, number, number, number])[];
  readonly candidate: {
    readonly subject: number;
    readonly said: readonly [number, number];
    readonly relation: string;
    readonly kind: string;
    readonly cued: number;
    readonly several: number;
    readonly beside: number;
    readonly holders: readonly number[];
    readonly strangers: readonly number[];
  };
  readonly probability: number;
}

const examples = readFileSync(path.join(import.meta.dirname, 'probabilities.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Example);

describe('the network', () => {
  it('computes what its training computed', () => {
    const network = new Network(bytes);
    for (const { block, items, candidate, probability } of examples) {
      const sentences = new Map<number, object>();
      const passage: Passage = {
        items: items.map(([word, conceptId, strong, at, sentence]): PassageItem => {
          if (!sentences.has(sentence)) sentences.set(sentence, {});
          return {
            word,
            conceptId: conceptId === '' ? undefined : conceptId,
            concept: 0,
            element: undefined,
            block: at,
            sentence: sentences.get(sentence)!,
            isStrong: strong === 1,
          };
        }),
        from: items.findIndex((item) => item[3] === block),
        to: items.findLastIndex((item) => item[3] === block) + 1,
        above: new Set(items.filter((item) => item[5] === 1).map((item) => item[3])),
      };
      const isAttribute = candidate.relation.startsWith('has:');
      const asked: Candidate = {
        subject: candidate.subject,
        from: candidate.said[0],
        to: candidate.said[1],
        statement: {
          relation: (isAttribute ? 'has' : candidate.relation) as Candidate['statement']['relation'],
          ...(isAttribute ? { attribute: candidate.relation.slice(4) } : {}),
        },
        wording:
          candidate.kind === ''
            ? undefined
            : {
                kind: candidate.kind as Wording['kind'],
                isCued: candidate.cued === 0 ? undefined : candidate.cued > 0,
              },
        isOneOfSeveral: candidate.several === 1,
        isBesideWhatHolds: candidate.beside === 1,
        holders: candidate.holders,
        strangers: candidate.strangers,
      };
      const computed = network.probability(featuresOf(passage, asked, network.vocabulary));
      // Weights are kept in a byte each.
      assert.ok(Math.abs(computed - probability) < 0.03, `${computed} is not ${probability}`);
    }
  });

  it('is refused where it is no network, another format or not whole', () => {
    const changed = (at: number, value: number): Uint8Array => {
      const copy = Uint8Array.from(bytes);
      copy[at] = value;
      return copy;
    };
    for (const [broken, message] of [
      [new Uint8Array(), /no network/],
      [changed(0, 0), /no network/],
      [changed(4, 99), /format is 99/],
      [bytes.subarray(0, bytes.length - 1), /cut short/],
    ] as const) {
      assert.throws(() => networkIn(broken), { name: NetworkError.name, message });
    }
  });
});
