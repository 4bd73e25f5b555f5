import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Assertions } from '../../../engine/src/assertions/assertions.js';
import { allVerdicts } from '../../../engine/src/assertions/all-verdicts.js';
import { NetworkError, networkIn } from '../../../engine/src/assertions/network.js';
import { StatementNumbers } from '../../../engine/src/assertions/statements.js';
import { verdictIn, VerdictRows } from '../../../engine/src/assertions/verdict-rows.js';
import { DOES_NOT_HOLD, HOLDS, NOT_KNOWN, Verdicts, VerdictTables } from '../../../engine/src/assertions/verdicts.js';
import { Terminology } from '../../../engine/src/terminology/terminology.js';
import { shippedEngine } from '../../rules/shipped-engine.js';

const { terminology } = shippedEngine();
const { concepts, contentHash } = terminology.compiled;
const numbers = new StatementNumbers(terminology);
const shipped = readFileSync(path.resolve(import.meta.dirname, '../../../dist/data/assertions.bin'));
const verdicts = shipped.subarray(networkIn(shipped).length);

/** The rows with every verdict turned to "holds", by which one sees where they are asked. */
function rowsThatHold(): VerdictRows {
  const bytes = Uint8Array.from(verdicts);
  const length = Math.ceil(concepts.length / 4) * new VerdictRows(verdicts).rows;
  bytes.fill(0b01010101, bytes.length - length);
  return new VerdictRows(bytes);
}

function indexOf(id: string): number {
  const index = terminology.indexOf(id);
  assert.ok(index >= 0, id);
  return index;
}

describe('the verdicts that the build made', () => {
  it('are what is computed, of every statement and every concept', function () {
    this.timeout(60_000);
    const rows = new VerdictRows(verdicts);
    assert.ok(rows.isOf(terminology, numbers.count), 'of another terminology: run `npm run build`');
    const statements = numbers.all();
    assert.equal(statements.length, numbers.count);
    const counts = [0, 0, 0];
    for (const [number, worded] of statements.entries()) {
      const row = rows.row(number);
      const computed = new Verdicts(worded, terminology);
      let isSilent = true;
      for (let concept = 0; concept < concepts.length; concept++) {
        const verdict = computed.of(concept);
        if (verdictIn(row, concept) !== verdict) {
          assert.fail(
            `${JSON.stringify(worded)} of ${concepts[concept]!.id}: ${verdictIn(row, concept)}, not ${verdict}`,
          );
        }
        counts[verdict]!++;
        if (verdict !== NOT_KNOWN) isSilent = false;
      }
      assert.equal(row.isSilent, isSilent, JSON.stringify(worded));
    }
    for (const verdict of [NOT_KNOWN, HOLDS, DOES_NOT_HOLD]) {
      assert.ok(counts[verdict]! > 1000, `${verdict}: ${counts[verdict]}`);
    }
  });

  it('are found by the number of their statement', () => {
    for (const [number, { statement, text }] of numbers.all().entries()) {
      const { relation, objectId, attribute, value } = statement;
      const found =
        objectId !== undefined
          ? numbers[relation === 'is-a' ? 'ofClass' : 'ofCause'](indexOf(objectId))
          : attribute !== undefined
            ? numbers.ofValue(attribute, value!)
            : numbers.ofWorded({ statement, text });
      assert.equal(found, number, JSON.stringify(statement));
    }
    assert.equal(numbers.ofValue('no attribute', 'none'), -1);
    assert.equal(numbers.ofValue(terminology.attributes[0]!, 'no value'), -1);
    assert.equal(numbers.ofWorded({ statement: { relation: 'tissue', value: 'golden' }, text: '' }), -1);
  });

  it('are asked where they are of the terminology that is used', () => {
    const tables = new VerdictTables(terminology, rowsThatHold());
    const attribute = terminology.compiled.attributes![0]!;
    for (const known of [
      tables.ofClass(0),
      tables.ofCause(1),
      tables.ofValue(attribute.id, attribute.values[0]!.value),
      tables.of({ relation: 'tissue', value: 'damaged' }),
      tables.of({ relation: 'unknown-cause' }),
      tables.of({ relation: 'level', value: 'high', analyte: 'both' }, 'calcium and phosphate are high'),
    ]) {
      for (const concept of [0, 5, concepts.length - 1]) assert.equal(known.of(concept), HOLDS);
    }
  });

  it('are not asked of another terminology, nor where statements are numbered in another way', () => {
    const { compiled } = terminology;
    for (const other of [
      new Terminology({ ...compiled, contentHash: '0123456789abcdef' }),
      new Terminology({ ...compiled, concepts: [...compiled.concepts, { ...concepts[0]!, id: 'own-term' }] }),
      new Terminology({ ...compiled, attributes: compiled.attributes!.slice(1) }),
    ]) {
      const tables = new VerdictTables(other, rowsThatHold());
      const [drug, group] = [indexOf('warfarin'), indexOf('anticoagulant')];
      assert.equal(tables.ofClass(group).of(drug), HOLDS);
      assert.equal(tables.ofClass(indexOf('bisphosphonate')).of(drug), DOES_NOT_HOLD);
      assert.equal(tables.ofClass(drug).of(group), NOT_KNOWN);
    }
  });

  it('are not asked of a statement that the build did not know', () => {
    const tables = new VerdictTables(terminology, rowsThatHold());
    assert.equal(tables.ofValue('no attribute', 'none').of(0), NOT_KNOWN);
  });

  it('tell a level by those of its words that count', () => {
    const tables = new VerdictTables(terminology, new VerdictRows(verdicts));
    const high = { relation: 'level', value: 'high', analyte: 'both' } as const;
    for (const text of [
      'calcium and phosphate',
      'both',
      'Ca/PO4',
      'blood levels',
      'calcium or phosphate',
      'one and, or',
    ]) {
      const computed = new Verdicts({ statement: high, text }, terminology);
      const known = tables.of(high, text);
      for (let concept = 0; concept < concepts.length; concept++) {
        assert.equal(known.of(concept), computed.of(concept), `${text}: ${concepts[concept]!.id}`);
      }
    }
  });

  it('may begin at any byte, in a Buffer or not', () => {
    for (let shift = 0; shift < 4; shift++) {
      const moved = Buffer.alloc(verdicts.length + shift);
      moved.set(verdicts, shift);
      for (const bytes of [moved.subarray(shift), Uint8Array.from(moved).subarray(shift)]) {
        const rows = new VerdictRows(bytes);
        assert.ok(rows.isOf(terminology, numbers.count));
        const row = rows.row(numbers.ofClass(indexOf('bisphosphonate')));
        assert.equal(verdictIn(row, indexOf('warfarin')), DOES_NOT_HOLD);
      }
    }
  });

  it('are made for any terminology', function () {
    this.timeout(60_000);
    const small = new Terminology({ ...terminology.compiled, concepts: concepts.slice(0, 7), attributes: [] });
    const rows = new VerdictRows(allVerdicts(small));
    assert.ok(rows.isOf(small, new StatementNumbers(small).count));
    assert.ok(!rows.isOf(terminology, numbers.count));
    assert.equal(contentHash, small.compiled.contentHash);
  });
});

describe('the file of the network and the verdicts', () => {
  it('may end behind the network, and not within the verdicts', () => {
    const network = networkIn(shipped);
    assert.doesNotThrow(() => new Assertions(network, terminology));
    assert.doesNotThrow(() => new Assertions(shipped, terminology));
    const changed = (at: number, value: number): Uint8Array => {
      const copy = Uint8Array.from(shipped);
      copy[at] = value;
      return copy;
    };
    for (const [broken, message] of [
      [shipped.subarray(0, network.length - 1), /cut short/],
      [shipped.subarray(0, network.length + 3), /cut short/],
      [shipped.subarray(0, shipped.length - 1), /cut short/],
      [Buffer.concat([shipped, Uint8Array.of(0)]), /longer than its head says/],
      [changed(network.length, 0), /something else behind its network/],
      [changed(network.length + 4, 99), /format of its verdicts is 99/],
    ] as const) {
      assert.throws(() => new Assertions(broken, terminology), { name: NetworkError.name, message });
    }
  });
});
