import { COPULAS, TYPE_WORDS } from '../sentences/lexicon.js';
import type { Claim } from '../claim.js';
import type { Clause } from '../sentences/clauses.js';
import type { Discourse } from '../subjects/discourse.js';
import { findWords, type SentenceElements } from '../sentences/elements.js';
import type { Terminology } from '../../terminology/terminology.js';
import { TypeClauseReader } from './type-clause-reader.js';

/**
 * Reads two types that are said to be one under two names: "X and Y are two names for one type", "X is merely the Y type
 * under a different name", "X is just another word for Y", "the X form, with another word the Y form", "between X and Y
 * there is no difference".
 */
export function readEquatedTypes(
  sentence: SentenceElements,
  clause: Clause,
  discourse: Discourse,
  terminology: Terminology,
): readonly Claim[] {
  if (sentence.isQuestion || terminology.classifications.length === 0) return [];
  const reader = new EquatedReader(sentence, clause, discourse, terminology);
  reader.read();
  // Every word of such a statement is understood.
  return reader.claims.map((claim) => ({ ...claim, isUndoubted: true }));
}

class EquatedReader extends TypeClauseReader {
  read(): void {
    const { start, end } = this.clause;
    const types: number[] = [];
    for (let at = start; at < end; at++) if (this.typeAt(at) !== undefined) types.push(at);
    if (types.length < 2 || this.#norms(start, end).some((norm) => SUPPOSES.has(norm))) return;
    for (let index = 1; index < types.length; index++) this.#readPair(types[index - 1]!, types[index]!);
  }

  #readPair(first: number, second: number): void {
    const [one, other] = [this.typeAt(first)!, this.typeAt(second)!];
    if (one.name === other.name) return;
    const between = this.#norms(first + 1, second);
    if (this.#areTwoNames(between, second) || this.#hasOtherName(first, second) || this.#isApart(first, second)) {
      this.addTypes(one, other, first, second);
    } else if (between.length <= FARTHEST && this.#isRestated(between)) this.addTypes(other, one, first, second);
  }

  /** "X and Y are two names for one type", "… are other words for each other", "X and Y mean the same type" */
  #areTwoNames(between: readonly string[], second: number): boolean {
    if (!between.every((norm) => JOINS_NAMES.has(norm) || TYPE_WORDS.has(norm))) return false;
    const behind = this.#norms(second + 1, this.clause.end).filter((norm) => !QUOTES.has(norm));
    let at = 0;
    while (TYPE_WORDS.has(behind[at] ?? '') || ['calcinosis', 'calcification'].includes(behind[at] ?? '')) at++;
    if (!STANDS_FOR.has(behind[at] ?? '')) return false;
    at++;
    while (BEFORE_NAMES.has(behind[at] ?? '')) at++;
    if (NAMES.has(behind[at] ?? '')) {
      if (!['for', 'of'].includes(behind[at + 1] ?? '')) return false;
      at += 2;
      if (ONE_ANOTHER.has(`${behind[at] ?? ''} ${behind[at + 1] ?? ''}`)) return true;
    } else if (!['mean', 'means'].includes(behind[at - 1] ?? '') && behind[at - 1] !== 'for') return false;
    let isOne = false;
    while (ONE_AND_THE_SAME.has(behind[at] ?? '')) {
      if (behind[at] === 'one' || behind[at] === 'same') isOne = true;
      at++;
    }
    return isOne && (ONE_THING.has(behind[at] ?? '') || TYPE_WORDS.has(behind[at] ?? ''));
  }

  /** "X is merely the Y type under a different name", "X is just another word for Y" */
  #hasOtherName(first: number, second: number): boolean {
    const found = findWords(this.elements, first + 1, second, COPULAS);
    if (found === undefined || found.start !== first + 1) return false;
    const led = this.#norms(found.end, second);
    const named = led.findIndex((norm) => NAMES.has(norm));
    if (named > 0) {
      return (
        OTHER.has(led[named - 1]!) &&
        led.slice(0, named - 1).every((norm) => BEFORE_NAMES.has(norm)) &&
        ['for', 'of'].includes(led[named + 1] ?? '') &&
        led.slice(named + 2).every((norm) => ARTICLES.has(norm))
      );
    }
    if (!led.every((norm) => BEFORE_NAMES.has(norm) || ARTICLES.has(norm))) return false;
    const behind = this.#norms(second + 1, second + 7).filter((norm) => !TYPE_WORDS.has(norm));
    const [under, ...rest] = behind;
    const name = rest.findIndex((norm) => NAMES.has(norm));
    return (
      ['under', 'by', 'with'].includes(under ?? '') &&
      name > 0 &&
      rest.slice(0, name).every((norm) => ARTICLES.has(norm) || OTHER.has(norm)) &&
      rest.slice(0, name).some((norm) => OTHER.has(norm))
    );
  }

  /** "Between X and Y there is no difference." */
  #isApart(first: number, second: number): boolean {
    const before = this.#norms(this.clause.start, first).filter((norm) => !ARTICLES.has(norm) && !QUOTES.has(norm));
    if (before.length !== 1 || before[0] !== 'between') return false;
    if (!this.#norms(first + 1, second).every((norm) => JOINS_NAMES.has(norm) || TYPE_WORDS.has(norm))) return false;
    const behind = this.#norms(second + 1, this.clause.end).filter((norm) => !TYPE_WORDS.has(norm));
    const none = behind.findIndex((norm) => norm === 'no' || norm === 'nothing');
    const isPlain = behind.slice(none + 1, none + 4).some((norm) => norm === 'difference' || norm === 'distinction');
    return none > 0 && none <= 2 && isPlain && [undefined, '.', '!', ';'].includes(behind[none + 2]);
  }

  /** "the X form, with another word also the Y form" */
  #isRestated(between: readonly string[]): boolean {
    if (![',', '(', '–', '—'].includes(between.find((norm) => !TYPE_WORDS.has(norm)) ?? '')) return false;
    const name = between.findIndex((norm) => NAMES.has(norm));
    if (name < 2 || !OTHER.has(between[name - 1]!)) return false;
    const opens = between[name - 2]!;
    return (
      ['with', 'by', 'under', 'in'].includes(opens) &&
      between.slice(name + 1).every((norm) => ARTICLES.has(norm) || norm === 'also' || norm === ',' || norm === ':')
    );
  }

  #norms(from: number, to: number): string[] {
    return this.elements.slice(from, Math.min(to, this.clause.end)).map(({ norm }) => norm);
  }
}

/** In elements. */
const FARTHEST = 9;
const SUPPOSES = new Set('if would might could not never than neither nor once formerly wrongly seem seems'.split(' '));
const QUOTES = new Set(['"', '“', '”', '*', '‘', '’', "'"]);
const JOINS_NAMES = new Set(['and', 'the', 'calcinosis', 'calcification', ...QUOTES]);
const STANDS_FOR = new Set('are is mean means stand stands'.split(' '));
const ARTICLES = new Set('the a an'.split(' '));
const BEFORE_NAMES = new Set(
  'just merely only simply really in fact nothing but two different other both for'.split(' '),
);
const NAMES = new Set('name names word words term terms label labels'.split(' '));
const OTHER = new Set('another other different second further new old'.split(' '));
const ONE_AND_THE_SAME = new Set('the one and same very'.split(' '));
const ONE_ANOTHER = new Set(['each other', 'one another']);
const ONE_THING = new Set('thing condition disease disorder process'.split(' '));
