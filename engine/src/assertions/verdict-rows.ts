import type { Terminology } from '../terminology/terminology.js';
import { NetworkError, REMEDY } from './network.js';

/** The verdicts on one statement of all concepts, two bits each, from the byte `first` on. */
export interface Row {
  readonly bytes: Uint8Array;
  readonly first: number;
  /** The statement neither holds nor is false of anything. */
  readonly isSilent: boolean;
}

/** In bytes. */
export function lengthOfRow(concepts: number): number {
  return (concepts + 3) >> 2;
}

export function verdictIn({ bytes, first }: Row, concept: number): number {
  return (bytes[first + (concept >> 2)]! >> ((concept & 3) << 1)) & 3;
}

export function putVerdict({ bytes, first }: Row, concept: number, verdict: number): void {
  const at = first + (concept >> 2);
  const shift = (concept & 3) << 1;
  bytes[at] = (bytes[at]! & ~(3 << shift)) | (verdict << shift);
}

/**
 * What the build found out about all statements (`statements.ts`) of one terminology. Behind a head stand two bytes for
 * each statement with the number of its row, then the rows, of which equal ones are there once and the first is silent.
 * Read where they lie, byte by byte: the bytes need not begin where numbers of several bytes may.
 */
export class VerdictRows {
  readonly #bytes: Uint8Array;
  readonly statements: number;
  readonly #concepts: number;
  /** Different ones. */
  readonly rows: number;
  readonly #contentHash: string;

  /** @throws NetworkError where the bytes are not what the build made */
  constructor(bytes: Uint8Array) {
    // A Buffer is no plain array of bytes to V8: what reads both is slower.
    this.#bytes = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (bytes.length < HEAD) throw new NetworkError(`it is cut short. ${REMEDY}`);
    if (view.getUint32(0) !== MAGIC) throw new NetworkError(`it holds something else behind its network. ${REMEDY}`);
    const format = view.getUint32(4, true);
    if (format !== FORMAT) throw new NetworkError(`the format of its verdicts is ${format}, not ${FORMAT}. ${REMEDY}`);
    this.#concepts = view.getUint32(8, true);
    this.statements = view.getUint32(12, true);
    this.rows = view.getUint32(16, true);
    const length = HEAD + 2 * this.statements + this.rows * lengthOfRow(this.#concepts);
    if (bytes.length < length) throw new NetworkError(`it is cut short. ${REMEDY}`);
    if (bytes.length > length) throw new NetworkError(`it is longer than its head says. ${REMEDY}`);
    this.#contentHash = String.fromCharCode(...this.#bytes.subarray(HASH, HEAD));
  }

  /** Whether the verdicts are of this terminology, and its statements are numbered as they were. */
  isOf({ compiled: { contentHash, concepts } }: Terminology, statements: number): boolean {
    return contentHash === this.#contentHash && concepts.length === this.#concepts && statements === this.statements;
  }

  row(statement: number): Row {
    const at = HEAD + 2 * statement;
    const number = this.#bytes[at]! | (this.#bytes[at + 1]! << 8);
    const first = HEAD + 2 * this.statements + number * lengthOfRow(this.#concepts);
    return { bytes: this.#bytes, first, isSilent: number === SILENT };
  }
}

/**
 * @param rows of each statement, by its number
 * @param contentHash of the terminology
 * @throws RangeError where the hash or the number of different rows is none that the format has room for
 */
export function packVerdicts(rows: readonly Uint8Array[], concepts: number, contentHash: string): Uint8Array {
  const length = lengthOfRow(concepts);
  const different: Uint8Array[] = [];
  const numbers = new Map<string, number>();
  const numberOf = (row: Uint8Array): number => {
    const key = row.join();
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, different.length);
    return different.push(row) - 1;
  };
  // The silent row is the first.
  numberOf(new Uint8Array(length));
  const numbersOfRows = rows.map(numberOf);
  if (different.length > 0xffff) throw new RangeError(`${different.length} different rows are too many`);
  if (contentHash.length !== HEAD - HASH) throw new RangeError(`"${contentHash}" is no hash of a terminology`);
  const bytes = new Uint8Array(HEAD + 2 * rows.length + different.length * length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC);
  [FORMAT, concepts, rows.length, different.length].forEach((value, index) => {
    view.setUint32(4 * (index + 1), value, true);
  });
  for (let at = 0; at < contentHash.length; at++) bytes[HASH + at] = contentHash.charCodeAt(at);
  numbersOfRows.forEach((number, index) => {
    view.setUint16(HEAD + 2 * index, number, true);
  });
  different.forEach((row, index) => {
    bytes.set(row, HEAD + 2 * rows.length + index * length);
  });
  return bytes;
}

/** "KSSV" */
const MAGIC = 0x4b535356;
const FORMAT = 1;
/** In bytes: the mark, the format, the numbers of concepts, statements and rows, and the hash of the terminology. */
const HASH = 20;
const HEAD = 36;
const SILENT = 0;
