import { isHyphen } from '../../language/tokenize.js';
import type { Token } from '../../language/token.js';
import type {
  AttributeFrame,
  AttributeName,
  AttributeParts,
  PhrasePlaces,
  Terminology,
} from '../../terminology/terminology.js';
import { proseSpan } from '../../text/span.js';
import { liesInLongerName, matchPlaces } from '../phrases/attribute-match.js';
import type { Claim } from '../claim.js';
import type { Clause } from '../sentences/clauses.js';
import type { Discourse } from '../subjects/discourse.js';
import type { SentenceElements } from '../sentences/elements.js';
import { mayStateFact } from './fact-subjects.js';
import { RELATIVES } from './meaning-words.js';
import { firstWordsOf } from '../phrases/phrase-openings.js';
import { matchesBetween } from '../phrases/phrase-matches.js';
import { LEAVES_OPEN, MAY_BE_SO } from './at-large-words.js';
import { SubjectsAtLarge, type SaidWords } from './subjects-at-large.js';
import { LABEL_MARKS } from '../sentences/lexicon.js';

/**
 * Reads values whose words stand anywhere in a clause about the thing: names in a frame ("made … in the liver"), and
 * parts that say it together ("makes … clump"). Of what they are said need not stand beside them. The words are data.
 *
 * @param read what other readers found in the clause, which is not read once more
 */
export function readAtLarge(
  sentence: SentenceElements,
  clause: Clause,
  discourse: Discourse,
  terminology: Terminology,
  read: readonly Claim[],
): readonly Claim[] {
  if (!mayStateFact(sentence, clause)) return NONE;
  const { elements, block } = sentence;
  const { tokens } = block;
  const first = elements[clause.start]!.firstToken;
  const end = elements[clause.end - 1]!.endToken;
  const matches = discourse.phrasesIn(block.index);
  const held = discourse.attributes.around(sentence);
  let reader: AtLargeReader | undefined;
  const readerOf = () => (reader ??= new AtLargeReader(sentence, clause, discourse, terminology, read));
  for (const { phrase, at, to } of matchesBetween(matches.name, tokens, first, end, held)) {
    if (phrase.frames.length > 0) readerOf().readName(phrase, at, to);
  }
  for (const { phrase, at, to } of matchesBetween(matches.anywhere, tokens, first, end, held)) {
    readerOf().readParts(phrase, at, to);
  }
  return reader?.claims ?? NONE;
}

const NONE: readonly never[] = [];

/** Tokens from one index to before another. */
type Piece = readonly [from: number, to: number];

class AtLargeReader extends SubjectsAtLarge {
  readonly #tokens: readonly Token[] = this.sentence.block.tokens;
  readonly #first = this.elements[this.clause.start]!.firstToken;
  readonly #end = this.elements[this.clause.end - 1]!.endToken;
  readonly #read: readonly Claim[];

  constructor(
    sentence: SentenceElements,
    clause: Clause,
    discourse: Discourse,
    terminology: Terminology,
    read: readonly Claim[],
  ) {
    super(sentence, clause, discourse, terminology);
    this.#read = read;
  }

  /** @param from first token of the name, `to` the one behind its last */
  readName(name: AttributeName, from: number, to: number): void {
    if (this.#isOfLongerName(from, to) || GUIDES.has(this.#tokens[to]?.norm ?? '')) return;
    const asked = this.#askedBefore(name.heads, from);
    if (asked !== undefined && this.#claim(name, [asked, [from, to]])) return;
    if (this.#answers(name.heads, from, to) && this.#claim(name, [[from, to]])) return;
    for (const frame of name.frames) {
      const pieces = this.#framed(frame, from, to);
      const agent = isAgent(frame);
      if (pieces !== undefined && this.#claim(name, pieces, agent)) return;
    }
  }

  /** "Site of origin: the parathyroid glands": a label that asks for the attribute. */
  #askedBefore(heads: readonly PhrasePlaces[], from: number): Piece | undefined {
    let mark = this.elementAt(from) - 1;
    while (mark > this.clause.start && ARTICLES.has(this.elements[mark]!.norm)) mark--;
    if (mark <= this.clause.start || !LABEL_MARKS.has(this.elements[mark]!.norm)) return undefined;
    const last = this.elements[mark]!.firstToken;
    for (const head of heads) {
      const found = this.#findLast(head, Math.max(this.#first, last - 4), last);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** "Where does fetuin-A come from? The kidneys.": nothing but the name, where the question asks for the attribute. */
  #answers(heads: readonly PhrasePlaces[], from: number, to: number): boolean {
    const { block, sentenceIndex } = this.sentence;
    if (this.elements.length > LONGEST_ANSWER || !this.discourse.answersQuestion(block.index, sentenceIndex)) {
      return false;
    }
    const words = this.#tokens.slice(this.#first, this.#end).filter(({ norm }) => norm !== '' && !ANSWERS.has(norm));
    if (words.length !== this.#tokens.slice(from, to).filter(({ norm }) => norm !== '').length) return false;
    const before = this.discourse.sentences[sentenceIndex > 0 ? block.index : block.index - 1]!;
    const { tokens } = (sentenceIndex > 0 ? before[sentenceIndex - 1]! : before[before.length - 1]!).block;
    return tokens.some((_, at) => heads.some((head) => matchPlaces(tokens, head, at, tokens.length) > at));
  }

  /** @param at first token of the first part, `to` the one behind its last */
  readParts({ parts, ordered, attribute, value }: AttributeParts, at: number, to: number): void {
    const pieces: Piece[] = [[at, to]];
    for (const part of parts.slice(1)) {
      const last = pieces[pieces.length - 1]!;
      const found = ordered ? this.#findBehind(part, last) : this.#findBesideName(part, attribute);
      if (found === undefined) return;
      pieces.push(found);
    }
    this.#claim({ attribute, value }, pieces);
  }

  /** "Calcium-phosphate product: …": the words of the name say nothing of it. */
  #findBesideName(part: PhrasePlaces, attribute: string): Piece | undefined {
    for (let from = this.#first; from < this.#end;) {
      const found = this.#find(part, from, this.#end);
      if (found === undefined) return undefined;
      const element = this.elementAt(found[0]);
      if (element < 0 || this.holderAt(element, attribute) === undefined) return found;
      from = this.elements[element]!.endToken;
    }
    return undefined;
  }

  #claim(
    { attribute, value }: { readonly attribute: string; readonly value: string },
    pieces: readonly Piece[],
    opensWithAgent = false,
  ): boolean {
    const said = this.#saidBy(pieces, opensWithAgent);
    if (said === undefined || this.#isBroken(said) || this.#isReadBefore(attribute, said)) return false;
    const has = (id: string) => this.holds(id, attribute);
    const valuesOf = (id: string) => this.terminology.heldAttribute(id, attribute)?.values.join();
    const subject = this.subjectAtLarge(has, said, (one, other) => valuesOf(one) === valuesOf(other));
    if (subject === undefined) return false;
    const own = this.elements.findIndex(({ span }) => span.start === subject.span.start);
    const isHere = subject.block === this.sentence.block.index && own >= this.clause.start;
    const open = this.addsToAnother(attribute, value) ? MAY_BE_SO : LEAVES_OPEN;
    if (this.isLeftOpen(said, open, isHere ? own : -1)) return false;
    const held = this.terminology.heldAttribute(subject.conceptId!, attribute)!;
    // Where the right value stands there too, the other one only adds to it.
    if (!held.values.includes(value) && this.#givesOneOf(attribute, held.values, said)) return false;
    const { span: start } = this.elements[said.first]!;
    const span = proseSpan(start.start, this.elements[said.last]!.span.end);
    const except = this.exceptBehindDenial(said);
    const stated = isHere && own > said.last ? own : said.first;
    this.state({ attribute, value, form: 'at large' }, subject, span, except < 0 ? stated : except);
    return true;
  }

  #isReadBefore(attribute: string, { first, last }: SaidWords): boolean {
    const from = this.elements[first]!.span.start;
    const to = this.elements[last]!.span.end;
    return [...this.#read, ...this.claims].some(
      (claim) =>
        claim.attribute === attribute &&
        claim.block === this.sentence.block.index &&
        claim.span.start < to &&
        from < claim.span.end,
    );
  }

  #saidBy(pieces: readonly Piece[], opensWithAgent: boolean): SaidWords | undefined {
    const first = this.elementAt(Math.min(...pieces.map(([from]) => from)));
    const last = this.elementAt(Math.max(...pieces.map(([, to]) => to)) - 1);
    if (first < 0 || last < 0) return undefined;
    return {
      first,
      last,
      opensWithAgent,
      covers: (index) => {
        const { firstToken, endToken } = this.elements[index]!;
        return pieces.some(([from, to]) => from < endToken && firstToken < to);
      },
    };
  }

  /** Between the words something else is said. */
  #isBroken({ first, last, covers }: SaidWords): boolean {
    for (let index = first + 1; index < last; index++) {
      if (covers(index)) continue;
      const { norm } = this.elements[index]!;
      if (BREAKS.has(norm) || this.#isRelative(index)) return true;
      if (norm === 'and' && !this.#joinsNouns(index)) return true;
    }
    return false;
  }

  /** "boosts antithrombin, the protein that brakes clotting": the last words are of the protein. */
  #isRelative(index: number): boolean {
    const next = this.elements[index + 1];
    const isOpened = RELATIVES.has(this.elements[index]!.norm) && this.elements[index - 1]!.kind === 'word';
    return isOpened && next?.kind === 'word' && !SUBJECTS.has(next.norm);
  }

  /** "calcium and phosphate", "in bone and the kidney", but not "is released and acts on". */
  #joinsNouns(and: number): boolean {
    const next = this.elements[and + 1];
    return next?.mention !== undefined || next?.kind === 'level' || ARTICLES.has(next?.norm ?? '');
  }

  /** The pieces of a frame around a name, where all of it stands there. */
  #framed({ before, after, earlier, later, beside }: AttributeFrame, from: number, to: number): Piece[] | undefined {
    let start = from;
    let end = to;
    if (before !== undefined) {
      start = this.#endingNear(before, from);
      if (start < 0) return undefined;
    }
    if (after !== undefined) {
      end = this.#beginningNear(after, to);
      if (end < 0) return undefined;
    }
    const pieces: Piece[] = [[start, end]];
    let limit = start;
    for (const part of [...earlier].reverse()) {
      const found = this.#findLast(part, this.#first, limit);
      if (found === undefined) return undefined;
      pieces.push(found);
      limit = found[0];
    }
    let next = end;
    for (const part of later) {
      const found = this.#find(part, next, this.#end);
      if (found === undefined) return undefined;
      pieces.push(found);
      next = found[1];
    }
    for (const part of beside) {
      const found = this.#find(part, this.#first, this.#end);
      if (found === undefined) return undefined;
      pieces.push(found);
    }
    return pieces;
  }

  /** Where a pattern begins that ends right before a token, but for an article and adjectives; or -1. */
  #endingNear(places: PhrasePlaces, to: number): number {
    const opens = firstWordsOf(places);
    for (let at = to - 1; at >= Math.max(this.#first, to - 8); at--) {
      if (!opens.has(this.#tokens[at]!.norm)) continue;
      const end = matchPlaces(this.#tokens, places, at, to);
      if (end > at && this.#isNear(end, to)) return at;
    }
    return -1;
  }

  /** Where a pattern ends that begins right behind a token, but for a word or two; or -1. */
  #beginningNear(places: PhrasePlaces, from: number): number {
    for (let at = from; at <= Math.min(from + 2, this.#end - 1); at++) {
      const end = matchPlaces(this.#tokens, places, at, this.#end);
      if (end > at) return this.#isNear(from, at) ? end : -1;
    }
    return -1;
  }

  #isNear(from: number, to: number): boolean {
    return (
      to - from <= 4 &&
      this.#tokens
        .slice(from, to)
        .every(({ norm, text }) => (norm === '' ? isHyphen(text) || QUOTES.has(text) : !PARTS.has(norm)))
    );
  }

  /** "hold … phosphate … back": inside of words that stand apart, or behind them. */
  #findBehind(part: PhrasePlaces, [from, to]: Piece): Piece | undefined {
    return (to - from > 2 ? this.#find(part, from + 1, to - 1) : undefined) ?? this.#find(part, to, this.#end);
  }

  #find(places: PhrasePlaces, from: number, to: number): Piece | undefined {
    const opens = firstWordsOf(places);
    for (let at = from; at < to; at++) {
      if (!opens.has(this.#tokens[at]!.norm)) continue;
      const end = matchPlaces(this.#tokens, places, at, to);
      if (end > at) return [at, end];
    }
    return undefined;
  }

  #findLast(places: PhrasePlaces, from: number, to: number): Piece | undefined {
    const opens = firstWordsOf(places);
    for (let at = to - 1; at >= from; at--) {
      if (!opens.has(this.#tokens[at]!.norm)) continue;
      const end = matchPlaces(this.#tokens, places, at, to);
      if (end > at) return [at, end];
    }
    return undefined;
  }

  /** The clause names one of the values, or says it. */
  #givesOneOf(attribute: string, values: readonly string[], said: SaidWords): boolean {
    const matches = this.discourse.phrasesIn(this.sentence.block.index);
    const gives = (phrase: { readonly attribute: string; readonly value: string }, at: number): boolean => {
      if (phrase.attribute !== attribute || !values.includes(phrase.value)) return false;
      const element = this.elementAt(at);
      return element >= 0 && !said.covers(element);
    };
    const isNamed = matchesBetween(matches.name, this.#tokens, this.#first, this.#end).some(
      ({ phrase, at, to }) => gives(phrase, at) && !this.#isOfLongerName(at, to),
    );
    if (isNamed) return true;
    return matchesBetween(matches.anywhere, this.#tokens, this.#first, this.#end).some(
      ({ phrase, at }) =>
        gives(phrase, at) && phrase.parts.every((part) => this.#find(part, this.#first, this.#end) !== undefined),
    );
  }

  /** "parathyroid hormone" names no gland, "bone scan" no bone. */
  #isOfLongerName(from: number, to: number): boolean {
    const { mentions } = this.sentence.block;
    return liesInLongerName(mentions, from, to, (id) => this.kindOf(id) !== 'anatomy');
  }
}

/** In elements. */
const LONGEST_ANSWER = 8;
const ANSWERS = new Set('a the an answer from by in with it is in your our mainly from'.split(' '));
/** "* makes": who does it, and nothing else. */
function isAgent({ before, after, earlier, later, beside }: AttributeFrame): boolean {
  const isAlone = earlier.length + later.length + beside.length === 0;
  return before === undefined && isAlone && after?.[0]?.some(([word]) => word === 'is') === false;
}

const BREAKS = new Set(
  '; but while whereas because since although though unless unlike than instead rather so then if when'.split(' '),
);
const ARTICLES = new Set('the a an its their your our other even also phosphate calcium minerals fat skin'.split(' '));
/** Behind "that" they open what is said or known: "means that her kidneys …". */
const SUBJECTS = new Set('the a an it they you we he she his her its their your our my this these'.split(' '));
const PARTS = new Set(
  'behind near beside under beneath above below next around against between and or but which that who whose while whereas because than then so if when unless as not by in from of on to with is are'.split(
    ' ',
  ),
);
/** "under X-ray guidance" */
const GUIDES = new Set(['guidance', 'guided', 'control']);
const QUOTES = new Set(['“', '”', '"', '*', "'", '‘', '’']);
