import { readConfusables, type Confusable } from './confusables.js';
import { WordGraph } from './graph.js';

/** The compiled words are not what the build made; the message says what to do. */
export class WordsError extends Error {
  override readonly name = 'WordsError';
}

/** Where a medical word comes from, best first, and whether it is a drug: one byte a word. */
export const ORIGIN_TERMINOLOGY = 1;
export const ORIGIN_VOCABULARY = 2;
export const ORIGIN_WORDNET = 3;
export const ORIGIN_FORM = 4;
export const ORIGIN_MASK = 7;
export const IS_DRUG = 8;
export const IS_FREQUENT = 16;
/** A brand that the vocabulary names; the terminology's own brands are terms like any other. */
export const IS_BRAND = 32;
/** An inflected form that no list has; it is made for a candidate and never stored. */
export const IS_MADE = 64;
/** Another drug has nearly the same name, so that a slip of one may be meant to be the other. */
export const IS_LIKE_OTHER_DRUG = 128;

/** Stands before the generic name of a brand; a class stands without it. */
export const GENERIC_MARK = '=';

export interface WordsData {
  /** Every word of English that is accepted, small letters. */
  readonly english: WordGraph;
  /** The English words that most people know. */
  readonly common: WordGraph;
  /** Names, accepted with a capital. */
  readonly names: WordGraph;
  /** What a misspelled word may be meant to be. */
  readonly medical: WordGraph;
  /** One byte for each medical word, in alphabetical order. */
  readonly medicalFlags: Uint8Array;
  /** Wrong forms that pass for words, with the right one. */
  readonly neverRight: ReadonlyMap<string, string>;
  /** How well known each common word is, in alphabetical order: 0 everyone knows it, 1 nearly all do, 2 most do. */
  readonly commonTiers: Uint8Array;
  /** What words of the vocabulary are: the generic name of a brand, marked, or the concept id of a drug's class. */
  readonly meanings: ReadonlyMap<string, string>;
  /** Right words that stand for others, see `confusables.ts`. */
  readonly confusables: ReadonlyMap<string, readonly Confusable[]>;
}

const MAGIC = 0x4b4f5357; // "KOSW"
const VERSION = 3;
const SECTIONS = 9;

/** `[magic, version, length of each section in bytes…]`, then the sections, each padded to four bytes. */
export function packWords(sections: readonly Uint8Array[]): Uint8Array {
  const padded = sections.map((section) => Math.ceil(section.length / 4) * 4);
  const header = 4 * (2 + SECTIONS);
  const bytes = new Uint8Array(header + padded.reduce((sum, length) => sum + length, 0));
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, VERSION, true);
  let at = header;
  sections.forEach((section, index) => {
    view.setUint32(8 + 4 * index, section.length, true);
    bytes.set(section, at);
    at += padded[index]!;
  });
  return bytes;
}

/** @throws WordsError where the bytes are not compiled words of this version */
export function unpackWords(bytes: Uint8Array): WordsData {
  const remedy = 'build them again with `npm run build`, or install Kossa again';
  if (bytes.length < 4 * (2 + SECTIONS)) throw new WordsError(`the compiled words are cut short: ${remedy}`);
  // A copy where the bytes do not begin on a multiple of four, which typed arrays need.
  const own = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const view = new DataView(own.buffer, own.byteOffset, own.byteLength);
  if (view.getUint32(0, true) !== MAGIC) throw new WordsError(`the compiled words are something else: ${remedy}`);
  if (view.getUint32(4, true) !== VERSION) {
    throw new WordsError(
      `the compiled words have format version ${view.getUint32(4, true)}, this Kossa reads version ${VERSION}: ${remedy}`,
    );
  }
  const sections: Uint8Array[] = [];
  let at = 4 * (2 + SECTIONS);
  for (let index = 0; index < SECTIONS; index++) {
    const length = view.getUint32(8 + 4 * index, true);
    if (at + length > own.length) throw new WordsError(`the compiled words are cut short: ${remedy}`);
    sections.push(own.subarray(at, at + length));
    at += Math.ceil(length / 4) * 4;
  }
  const graph = (section: Uint8Array): WordGraph =>
    new WordGraph(new Uint32Array(section.buffer, section.byteOffset, section.length / 4));
  return {
    english: graph(sections[0]!),
    common: graph(sections[1]!),
    names: graph(sections[2]!),
    medical: graph(sections[3]!),
    medicalFlags: sections[4]!,
    neverRight: readPairs(sections[5]!),
    commonTiers: sections[6]!,
    meanings: readPairs(sections[7]!),
    confusables: readConfusables(readText(sections[8]!)),
  };
}

/** Text in Latin-1: the build checks it. */
function readText(section: Uint8Array): string {
  let text = '';
  for (let at = 0; at < section.length; at += CHUNK) text += String.fromCharCode(...section.subarray(at, at + CHUNK));
  return text;
}

/** So many arguments a call takes everywhere. */
const CHUNK = 8192;

/** Lines of two columns. */
function readPairs(section: Uint8Array): Map<string, string> {
  const lines = readText(section)
    .split('\n')
    .filter((line) => line.includes('\t'));
  return new Map(lines.map((line) => line.split('\t') as [string, string]));
}
