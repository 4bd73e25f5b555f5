import { Scout, type ScoutWeights } from './scout.js';
import { sumUp, TOGETHER, type WeightedSums } from './weighted-sums.js';
import { ENDINGS, MARKS, PLACES, SUMS, type Features, type Vocabulary } from './features.js';

export class NetworkError extends Error {
  override readonly name = 'NetworkError';
}

/** Weights of one matrix: bytes, and for each row what one of them counts. */
interface Matrix {
  readonly columns: number;
  readonly scales: Float32Array;
  readonly bytes: Int8Array;
}

interface Layer {
  readonly scale: Float32Array;
  readonly shift: Float32Array;
  /** Of the item before, of itself, of the one behind. */
  readonly sums: WeightedSums;
}

/** What stands at the head of the file, as JSON: the words by their numbers from 2 on, the relations from 1 on. */
interface Head {
  readonly size: number;
  readonly words: readonly string[];
  readonly relations: readonly string[];
  readonly scout: ScoutWeights;
}

const FORMAT = 2;
export const REMEDY = 'Install Kossa again; in a checkout of its source run `npm run build`.';
const RELATION = 12;
const HIDDEN = 96;
const DILATIONS = [1, 2, 4];

/**
 * Tells how probable it is that a text says of a thing what stands near it. It was trained on statements whose truth is
 * known, with all names replaced by their kinds: it has learned how people say, deny and quote things, and no medicine.
 * Three convolutions over the items around, then a look at both places and at what stands before, between and behind.
 */
export class Network {
  readonly scout: Scout;
  readonly #head: Head;
  #vocabulary: Vocabulary | undefined;
  readonly #size: number;
  readonly #words: Matrix;
  readonly #endings: Matrix;
  readonly #besideSubject: Matrix;
  readonly #besideObject: Matrix;
  readonly #marks: Float32Array;
  readonly #marksBias: Float32Array;
  readonly #layers: readonly Layer[];
  readonly #relations: Matrix;
  readonly #hidden: WeightedSums;
  readonly #out: Float32Array;
  readonly #outBias: Float32Array;

  /** @throws NetworkError where the bytes are not what the build made */
  constructor(all: Uint8Array) {
    const own = networkIn(all);
    // A Buffer's `slice` does not copy.
    const bytes = new Uint8Array(own.buffer, own.byteOffset, own.byteLength);
    const headLength = new DataView(bytes.buffer, bytes.byteOffset).getUint32(12, true);
    const head = JSON.parse(asciiOf(bytes.subarray(HEAD, HEAD + headLength))) as Head;
    let at = HEAD + headLength;
    const take = (length: number): Uint8Array => {
      if (at + length > bytes.length) throw new NetworkError(`it is cut short. ${REMEDY}`);
      at += length;
      return bytes.subarray(at - length, at);
    };
    // A copy, which begins where numbers of four bytes may.
    const floats = (count: number): Float32Array => new Float32Array(take(count * 4).slice().buffer);
    const matrix = (rows: number, columns: number): Matrix => {
      const scales = floats(rows);
      const { buffer, byteOffset, length } = take(rows * columns);
      return { columns, scales, bytes: new Int8Array(buffer, byteOffset, length) };
    };
    const size = (this.#size = head.size);
    if (size % TOGETHER !== 0) throw new NetworkError(`its size is ${size}, no multiple of ${TOGETHER}. ${REMEDY}`);
    this.#words = matrix(head.words.length + 2, size);
    this.#endings = matrix(ENDINGS, size);
    this.#besideSubject = matrix(PLACES, size);
    this.#besideObject = matrix(PLACES, size);
    this.#marks = allOf(matrix(MARKS, size));
    this.#marksBias = floats(size);
    this.#layers = DILATIONS.map(() => ({
      scale: floats(size),
      shift: floats(size),
      sums: sumsOf(matrix(size, 3 * size), floats(size)),
    }));
    this.#relations = matrix(head.relations.length + 1, RELATION);
    this.#hidden = sumsOf(matrix(HIDDEN, 6 * size + SUMS + RELATION), floats(HIDDEN));
    this.#out = allOf(matrix(1, HIDDEN));
    this.#outBias = floats(1);
    if (at !== bytes.length) throw new NetworkError(`it is longer than its head says. ${REMEDY}`);
    this.#head = head;
    this.scout = new Scout(head.scout);
  }

  /** Most texts need none: the scout lets nothing pass. */
  get vocabulary(): Vocabulary {
    return (this.#vocabulary ??= {
      words: new Map(this.#head.words.map((word, index) => [word, index + 2])),
      relations: new Map(this.#head.relations.map((relation, index) => [relation, index + 1])),
    });
  }

  /** Between 0 and 1. */
  probability(features: Features): number {
    let items = this.#itemsOf(features);
    for (const [index, layer] of this.#layers.entries()) {
      items = this.#convolve(items, layer, DILATIONS[index]!);
    }
    const pooled = new Float64Array(this.#pool(items, features));
    const units = new Float64Array(HIDDEN);
    sumUp(units, this.#hidden, pooled, 0, pooled.length);
    let sum = this.#outBias[0]!;
    for (let unit = 0; unit < HIDDEN; unit++) if (units[unit]! > 0) sum += units[unit]! * this.#out[unit]!;
    return 1 / (1 + Math.exp(-sum));
  }

  #itemsOf({ length, words, endings, besideSubject, besideObject, marks }: Features): Float32Array {
    const size = this.#size;
    const items = new Float32Array(length * size);
    for (let item = 0; item < length; item++) {
      const own = items.subarray(item * size, (item + 1) * size);
      own.set(this.#marksBias);
      addRow(own, this.#words, words[item]!);
      addRow(own, this.#endings, endings[item]!);
      addRow(own, this.#besideSubject, besideSubject[item]!);
      addRow(own, this.#besideObject, besideObject[item]!);
      for (let mark = 0; mark < MARKS; mark++) {
        const weight = marks[item * MARKS + mark]!;
        if (weight === 0) continue;
        for (let column = 0; column < size; column++) own[column]! += weight * this.#marks[mark * size + column]!;
      }
    }
    return items;
  }

  /** What is around each item, added to it where it is above zero. */
  #convolve(items: Float32Array, layer: Layer, dilation: number): Float32Array {
    const size = this.#size;
    const normal = new Float64Array(items.length);
    for (let at = 0; at < items.length; at += size) {
      let mean = 0;
      for (let column = 0; column < size; column++) mean += items[at + column]!;
      mean /= size;
      let spread = 0;
      for (let column = 0; column < size; column++) spread += (items[at + column]! - mean) ** 2;
      const factor = 1 / Math.sqrt(spread / size + 1e-5);
      for (let column = 0; column < size; column++) {
        normal[at + column] = (items[at + column]! - mean) * factor * layer.scale[column]! + layer.shift[column]!;
      }
    }
    const next = items.slice();
    const apart = dilation * size;
    const around = new Float64Array(3 * size);
    const sums = new Float64Array(size);
    for (let own = 0; own < items.length; own += size) {
      const from = own < apart ? size : 0;
      const to = own + apart < items.length ? 3 * size : 2 * size;
      if (from === 0) around.set(normal.subarray(own - apart, own - apart + size));
      around.set(normal.subarray(own, own + size), size);
      if (to === 3 * size) around.set(normal.subarray(own + apart, own + apart + size), 2 * size);
      sumUp(sums, layer.sums, around, from, to);
      for (let column = 0; column < size; column++) if (sums[column]! > 0) next[own + column]! += sums[column]!;
    }
    return next;
  }

  /** Means of the thing, of what is said and of all; the greatest before the first, between and behind the last. */
  #pool(items: Float32Array, { length, marks, sums, relation }: Features): Float32Array {
    const size = this.#size;
    const pooled = new Float32Array(6 * size + SUMS + RELATION);
    pooled.fill(LEAST, 2 * size, 5 * size);
    const places = Uint8Array.from({ length }, (_, item) =>
      marks[item * MARKS] === 1 || marks[item * MARKS + 1] === 1 ? 1 : 0,
    );
    const total = places.reduce((sum, one) => sum + one, 0);
    const counts = [0, 0];
    let passed = 0;
    for (let item = 0; item < length; item++) {
      passed += places[item]!;
      const at = item * size;
      for (let mark = 0; mark < 2; mark++) {
        if (marks[item * MARKS + mark] !== 1) continue;
        counts[mark]!++;
        for (let column = 0; column < size; column++) pooled[mark * size + column]! += items[at + column]!;
      }
      // The items between count from the first place on, as those behind do from the last.
      const segment = passed === 0 ? 2 : passed < total ? 3 : places[item] === 1 ? -1 : 4;
      for (let column = 0; column < size; column++) {
        const value = items[at + column]!;
        pooled[5 * size + column]! += value;
        if (segment >= 0 && value > pooled[segment * size + column]!) pooled[segment * size + column] = value;
      }
    }
    for (let column = 0; column < size; column++) {
      for (let mark = 0; mark < 2; mark++) pooled[mark * size + column]! /= Math.max(1, counts[mark]!);
      pooled[5 * size + column]! /= length;
    }
    pooled.set(sums, 6 * size);
    addRow(pooled.subarray(6 * size + SUMS), this.#relations, relation);
    return pooled;
  }
}

/** All weights of a matrix, row by row. */
function allOf({ columns, scales, bytes }: Matrix): Float32Array {
  const all = new Float32Array(bytes.length);
  for (let row = 0; row < scales.length; row++) {
    const scale = scales[row]!;
    for (let at = row * columns; at < (row + 1) * columns; at++) all[at] = bytes[at]! * scale;
  }
  return all;
}

function sumsOf(matrix: Matrix, bias: Float32Array): WeightedSums {
  return { inputs: matrix.columns, weights: new Float64Array(allOf(matrix)), bias: new Float64Array(bias) };
}

/** Of large matrices a text needs a few rows only. */
function addRow(to: Float32Array, { columns, scales, bytes }: Matrix, row: number): void {
  const first = row * columns;
  const scale = scales[row]!;
  // As a number of four bytes, like those that are kept.
  for (let column = 0; column < columns; column++) to[column]! += Math.fround(bytes[first + column]! * scale);
}

/**
 * The network that bytes begin with; what is in it is read when it is needed.
 * @throws NetworkError where the bytes are not what the build made
 */
export function networkIn(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < HEAD || view.getUint32(0) !== MAGIC) throw new NetworkError(`it is no network. ${REMEDY}`);
  const format = view.getUint32(4, true);
  if (format !== FORMAT) throw new NetworkError(`its format is ${format}, not ${FORMAT}. ${REMEDY}`);
  const length = view.getUint32(8, true);
  if (length > bytes.length) throw new NetworkError(`it is cut short. ${REMEDY}`);
  return bytes.subarray(0, length);
}

/** In bytes: the mark, the format, the length of the file and that of the JSON behind it. */
const HEAD = 16;
/** "KSSA" */
const MAGIC = 0x4b535341;
const LEAST = -5;

/** Signs beyond ASCII stand in the head as JSON escapes. */
function asciiOf(bytes: Uint8Array): string {
  let text = '';
  // To spread the bytes into arguments takes five times as long.
  for (let at = 0; at < bytes.length; at += CHUNK) {
    text += Reflect.apply(String.fromCharCode, undefined, bytes.subarray(at, at + CHUNK));
  }
  return text;
}

/** So many arguments a call takes on every engine. */
const CHUNK = 8192;
