import { Scout, type ScoutWeights } from './scout.js';
import { ENDINGS, MARKS, PLACES, SUMS, type Features, type Vocabulary } from './features.js';

export class NetworkError extends Error {
  override readonly name = 'NetworkError';
}

/** Weights of one matrix: bytes, and for each row what one of them counts. */
interface Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly values: Float32Array;
}

interface Layer {
  readonly scale: Float32Array;
  readonly shift: Float32Array;
  /** For each output, three times the inputs: of the item before, of itself, of the one behind. */
  readonly weights: Float64Array;
  readonly bias: Float32Array;
}

/** What stands at the head of the file, as JSON: the words by their numbers from 2 on, the relations from 1 on. */
interface Head {
  readonly size: number;
  readonly words: readonly string[];
  readonly relations: readonly string[];
  readonly scout: ScoutWeights;
}

const FORMAT = 2;
const REMEDY = 'Install Kossa again; in a checkout of its source run `npm run build`.';
const RELATION = 12;
const HIDDEN = 96;
const DILATIONS = [1, 2, 4];

/**
 * Tells how probable it is that a text says of a thing what stands near it. It was trained on statements whose truth is
 * known, with all names replaced by their kinds: it has learned how people say, deny and quote things, and no medicine.
 * Three convolutions over the items around, then a look at both places and at what stands before, between and behind.
 */
export class Network {
  readonly vocabulary: Vocabulary;
  readonly scout: Scout;
  readonly #size: number;
  readonly #words: Matrix;
  readonly #endings: Matrix;
  readonly #besideSubject: Matrix;
  readonly #besideObject: Matrix;
  readonly #marks: Matrix;
  readonly #marksBias: Float32Array;
  readonly #layers: readonly Layer[];
  readonly #relations: Matrix;
  readonly #hidden: Matrix;
  readonly #hiddenBias: Float32Array;
  readonly #out: Matrix;
  readonly #outBias: Float32Array;

  /** @throws NetworkError where the bytes are not what the build made */
  constructor(bytes: Uint8Array) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    checkNetwork(bytes);
    const headLength = view.getUint32(12, true);
    const head = JSON.parse(asciiOf(bytes.subarray(HEAD, HEAD + headLength))) as Head;
    let at = HEAD + headLength;
    const floats = (count: number): Float32Array => {
      if (at + count * 4 > bytes.length) throw new NetworkError(`it is cut short. ${REMEDY}`);
      const read = new Float32Array(count);
      for (let index = 0; index < count; index++) read[index] = view.getFloat32(at + index * 4, true);
      at += count * 4;
      return read;
    };
    const matrix = (rows: number, columns: number): Matrix => {
      const scales = floats(rows);
      if (at + rows * columns > bytes.length) throw new NetworkError(`it is cut short. ${REMEDY}`);
      const values = new Float32Array(rows * columns);
      for (let row = 0, index = 0; row < rows; row++) {
        const scale = scales[row]!;
        for (let column = 0; column < columns; column++, index++) values[index] = view.getInt8(at + index) * scale;
      }
      at += rows * columns;
      return { rows, columns, values };
    };
    const size = (this.#size = head.size);
    this.#words = matrix(head.words.length + 2, size);
    this.#endings = matrix(ENDINGS, size);
    this.#besideSubject = matrix(PLACES, size);
    this.#besideObject = matrix(PLACES, size);
    this.#marks = matrix(MARKS, size);
    this.#marksBias = floats(size);
    this.#layers = DILATIONS.map(() => ({
      scale: floats(size),
      shift: floats(size),
      weights: Float64Array.from(matrix(size, 3 * size).values),
      bias: floats(size),
    }));
    this.#relations = matrix(head.relations.length + 1, RELATION);
    this.#hidden = matrix(HIDDEN, 6 * size + SUMS + RELATION);
    this.#hiddenBias = floats(HIDDEN);
    this.#out = matrix(1, HIDDEN);
    this.#outBias = floats(1);
    if (at !== bytes.length) throw new NetworkError(`it is longer than its head says. ${REMEDY}`);
    this.scout = new Scout(head.scout);
    this.vocabulary = {
      words: new Map(head.words.map((word, index) => [word, index + 2])),
      relations: new Map(head.relations.map((relation, index) => [relation, index + 1])),
    };
  }

  /** Between 0 and 1. */
  probability(features: Features): number {
    const { length } = features;
    let items = this.#itemsOf(features);
    for (const [index, layer] of this.#layers.entries()) {
      items = this.#convolve(items, length, layer, DILATIONS[index]!);
    }
    const pooled = this.#pool(items, features);
    const { columns, values } = this.#hidden;
    let sum = this.#outBias[0]!;
    for (let row = 0; row < HIDDEN; row++) {
      let unit = this.#hiddenBias[row]!;
      const offset = row * columns;
      for (let column = 0; column < columns; column++) unit += values[offset + column]! * pooled[column]!;
      if (unit > 0) sum += unit * this.#out.values[row]!;
    }
    return 1 / (1 + Math.exp(-sum));
  }

  #itemsOf({ length, words, endings, besideSubject, besideObject, marks }: Features): Float32Array {
    const size = this.#size;
    const items = new Float32Array(length * size);
    for (let item = 0; item < length; item++) {
      const to = item * size;
      const rows: readonly (readonly [Matrix, number])[] = [
        [this.#words, words[item]!],
        [this.#endings, endings[item]!],
        [this.#besideSubject, besideSubject[item]!],
        [this.#besideObject, besideObject[item]!],
      ];
      for (let column = 0; column < size; column++) items[to + column] = this.#marksBias[column]!;
      for (const [{ values }, row] of rows) {
        for (let column = 0; column < size; column++) items[to + column]! += values[row * size + column]!;
      }
      for (let mark = 0; mark < MARKS; mark++) {
        const weight = marks[item * MARKS + mark]!;
        if (weight === 0) continue;
        for (let column = 0; column < size; column++) {
          items[to + column]! += weight * this.#marks.values[mark * size + column]!;
        }
      }
    }
    return items;
  }

  /** What is around each item, added to it where it is above zero. */
  #convolve(items: Float32Array, length: number, layer: Layer, dilation: number): Float32Array {
    const size = this.#size;
    const normal = new Float64Array(length * size);
    for (let item = 0; item < length; item++) {
      const at = item * size;
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
    const { weights, bias } = layer;
    const columns = 3 * size;
    const next = items.slice();
    for (let item = 0; item < length; item++) {
      const own = item * size;
      const first = item < dilation ? size : 0;
      const end = item + dilation < length ? columns : 2 * size;
      // What is beside lies as far apart in the items as the dilation tells; the weights of the three lie together.
      const apart = (dilation - 1) * size;
      for (let row = 0; row < size; row++) {
        let sum = bias[row]!;
        const weight = row * columns;
        let from = own - size - apart;
        for (let column = first; column < size; column++) sum += weights[weight + column]! * normal[from + column]!;
        from = own - size;
        for (let column = size; column < 2 * size; column++) sum += weights[weight + column]! * normal[from + column]!;
        from = own - size + apart;
        for (let column = 2 * size; column < end; column++) sum += weights[weight + column]! * normal[from + column]!;
        if (sum > 0) next[own + row]! += sum;
      }
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
    pooled.set(this.#relations.values.subarray(relation * RELATION, (relation + 1) * RELATION), 6 * size + SUMS);
    return pooled;
  }
}

/** @throws NetworkError where the bytes are not what the build made; what is in them is read when it is needed */
export function checkNetwork(bytes: Uint8Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < HEAD || view.getUint32(0) !== MAGIC) throw new NetworkError(`it is no network. ${REMEDY}`);
  const format = view.getUint32(4, true);
  if (format !== FORMAT) throw new NetworkError(`its format is ${format}, not ${FORMAT}. ${REMEDY}`);
  if (view.getUint32(8, true) !== bytes.length) throw new NetworkError(`it is cut short. ${REMEDY}`);
}

/** In bytes: the mark, the format, the length of the file and that of the JSON behind it. */
const HEAD = 16;
/** "KSSA" */
const MAGIC = 0x4b535341;
const LEAST = -5;

/** Signs beyond ASCII stand in the head as JSON escapes. */
function asciiOf(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += CHUNK) text += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return text;
}

/** So many arguments a call takes on every engine. */
const CHUNK = 8192;
