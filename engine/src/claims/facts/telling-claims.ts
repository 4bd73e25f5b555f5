import { liesInLongerName } from '../phrases/attribute-match.js';
import type { AttributeTelling, Terminology } from '../../terminology/terminology.js';
import { proseSpan } from '../../text/span.js';
import { reverses } from './attribute-subjects.js';
import type { Claim, ClaimParty } from '../claim.js';
import { isNegator, type Clause } from '../sentences/clauses.js';
import type { Discourse } from '../subjects/discourse.js';
import type { Element, SentenceElements } from '../sentences/elements.js';
import { ADDS, mayStateFact } from './fact-subjects.js';
import { endOfParts, firstWordsOf } from '../phrases/phrase-openings.js';
import { matchesBetween } from '../phrases/phrase-matches.js';
import { endOfAny, isWithin, rangesOf, type Range } from './telling-ranges.js';
import { TellingSubjects } from './telling-subjects.js';
import * as lists from './telling-words.js';
import { endOfStatement } from '../sentences/next-statement.js';
import { isOtherwiseWell } from '../sentences/otherwise-well.js';

/**
 * Reads a fact wherever its words stand in a clause that is about the thing: no verb or frame is asked for. What makes
 * up for that is what keeps silent: a word that denies or leaves open, another thing that stands nearer, the right value
 * beside the wrong one. The words (`tells`) and what holds are data.
 */
export function readTellings(
  sentence: SentenceElements,
  clause: Clause,
  discourse: Discourse,
  terminology: Terminology,
): readonly Claim[] {
  if (!mayStateFact(sentence, clause)) return NONE;
  const { elements, block } = sentence;
  const { tokens } = block;
  const first = elements[clause.start]!.firstToken;
  const end = elements[clause.end - 1]!.endToken;
  let reader: TellingReader | undefined;
  const held = discourse.attributes.around(sentence);
  for (const { phrase, at } of matchesBetween(discourse.phrasesIn(block.index).telling, tokens, first, end, held)) {
    if (phrase.parts.length > 1 && endOfParts(phrase.parts, tokens, first, end) < 0) continue;
    const ranges = rangesOf(phrase.parts, tokens, at, first, end);
    if (ranges === undefined) continue;
    reader ??= new TellingReader(sentence, clause, discourse, terminology);
    reader.readTelling(phrase, ranges);
  }
  return reader?.claims ?? NONE;
}

const NONE: readonly never[] = [];
/** Before the items of a list. */
const LISTS = new Set('a an the and or some other'.split(' '));
const NO_ITEM = new Set('is are was were that which who'.split(' '));
/** In words. */
const LONGEST_ITEM = 2;
const MOST_ENDS = 3;
/** In words. */
const LONGEST_OPENING = 5;
/** In words. */
const LONGEST_ANSWER = 5;

class TellingReader extends TellingSubjects {
  readonly #read = new Set<string>();

  readTelling(telling: AttributeTelling, ranges: readonly Range[]): void {
    const { attribute, value } = telling;
    if (ranges.some((range) => this.#isOfLongerName(range))) return;
    const first = this.elementAt(Math.min(...ranges.map(({ from }) => from)));
    const last = this.elementAt(Math.max(...ranges.map(({ to }) => to)) - 1);
    if (first < 0 || last < 0) return;
    const subject = this.subjectOf(telling, ranges, first, last);
    if (subject === undefined) return;
    const { values, also } = this.terminology.heldAttribute(subject.conceptId!, attribute)!;
    if (also?.includes(value) || this.#isListedBeside(subject, first)) return;
    const isRight = values.includes(value);
    const key = `${attribute} ${subject.block} ${subject.span.start} ${isRight}`;
    const adds = this.addsToAnother(attribute, value) || !this.#mayHaveSeveral(attribute);
    if (this.#read.has(key) || this.#isOpen(ranges, first, last, adds) || !this.#isAsked(telling, first)) return;
    // What holds is claimed as well: it may put right what the text says before.
    if (
      !isRight &&
      (this.#tellsOneOf(attribute, values, [...ranges, ...this.#nameOf(subject)], this.#endOfPredicate(first, last)) ||
        this.#isRightOfAnother(telling, subject, ranges))
    ) {
      return;
    }
    this.#read.add(key);
    const said = proseSpan(this.elements[first]!.span.start, this.elements[last]!.span.end);
    this.state({ attribute, value, form: 'telling' }, subject, said, first);
  }

  /** "gout, a cyst, a wart, a tumor": things side by side. */
  #isListedBeside({ span }: ClaimParty, first: number): boolean {
    const named = this.elements.findIndex((element) => element.span.start === span.start);
    if (named < this.clause.start || named > first) return false;
    const items: number[] = this.#endsItem(named) ? [0, 0] : [0];
    for (const { norm } of this.elements.slice(named + 1, first)) {
      if (NO_ITEM.has(norm)) return false;
      // "scleroderma, a burn or an infection"
      if (norm === ',' || (norm === 'or' && items.length > 1)) items.push(0);
      else if (!LISTS.has(norm)) items[items.length - 1]!++;
    }
    return items.length > 2 && items[items.length - 1] === 0 && items.every((words) => words <= LONGEST_ITEM);
  }

  /** "waiting, diltiazem, carbon dioxide laser, shock waves": the name is an item that follows others itself. */
  #endsItem(named: number): boolean {
    const before = LISTS.has(this.elements[named - 1]?.norm ?? '') ? named - 2 : named - 1;
    if (this.elements[before]?.norm !== ',') return false;
    for (let at = before - 1; at >= this.clause.start; at--) {
      const { norm } = this.elements[at]!;
      if (norm === ',' || norm === ':') return true;
      if (NO_ITEM.has(norm) || norm === ';') return false;
    }
    return false;
  }

  /** Of two or three ends a thing has one, so that "as well" adds nothing to it: "his phosphate has dropped as well". */
  #mayHaveSeveral(attribute: string): boolean {
    return new Set(this.terminology.tellingsOf(attribute).map(({ value }) => value)).size > MOST_ENDS;
  }

  /** "muscle weakness", "skin cancer cells": the words belong to a longer name. */
  #isOfLongerName({ from, to }: Range): boolean {
    const { mentions } = this.sentence.block;
    return liesInLongerName(mentions, from, to, (id) => !this.#tellsKind(id));
  }

  /** "a malignant tumor", "uric acid crystals", "the skin of the leg": a name that says of what sort or where it is. */
  #tellsKind(id: string): boolean {
    const kind = this.kindOf(id);
    return kind === 'anatomy' || kind === 'substance' || (kind === 'disease' && !this.isThing(id));
  }

  /** A word of the part that it stands in denies it, reverses it or leaves it open. */
  #isOpen(ranges: readonly Range[], first: number, last: number, adds: boolean): boolean {
    const isTold = ({ firstToken, endToken }: { firstToken: number; endToken: number }) =>
      ranges.some(({ from, to }) => from < endToken && firstToken < to);
    let from = first;
    while (from > this.clause.start && !lists.ENDS_PART.has(this.elements[from - 1]!.norm)) from--;
    // "They were not: the crystals were …"
    if (from >= 2 && isNegator(this.elements[from - 2]!.norm)) return true;
    let to = last + 1;
    // "Soles and scrotum are not its haunt."
    const isFirst = first - from <= 1;
    const ends = ({ norm }: Element) => lists.ENDS_DENIAL.has(norm) && !(isFirst && norm === 'and');
    while (to < this.clause.end && to <= last + 6 && !ends(this.elements[to]!)) to++;
    if (this.sentence.block.table === undefined && !adds && this.#saysAlso(last)) return true;
    return this.elements.slice(from, to).some((element, offset) => {
      const index = from + offset;
      const { norm, mention } = element;
      if (isTold(element) || mention?.conceptId !== undefined) return false;
      const next = this.elements[index + 1]?.norm ?? '';
      if (this.#leavesAlone(index, last) || (lists.LACKS.has(norm) && index < first)) return true;
      if (adds && ADDS.has(norm)) return false;
      if (isNegator(norm)) return !this.isOfNextStatement(index, last) && this.#denies(index, next, first);
      // "another word for a stone"
      if (norm === 'too' && lists.DEGREES.has(next)) return false;
      if (norm === 'also' && lists.NAMED.has(next)) return false;
      if (isOtherwiseWell(this.elements, index)) return false;
      if (lists.OPEN.has(norm)) return norm !== 'another' || !lists.NAMES.has(next);
      // "as it runs in families", "as well"
      if (norm === 'as' && (lists.GOES_ON.has(next) || next === 'well')) return next === 'well' && !adds;
      if (lists.ORDINALS.has(norm)) return index < first && this.elements[index - 1]?.norm === 'the';
      if (lists.MORE.has(norm) && lists.OFTEN.has(next)) return true;
      if (norm === 'taken' && next === 'for') return true;
      // "a few drops of blood": an amount, and no part of the cases.
      if (norm === 'few' && this.elements[index - 1]?.norm === 'a') return false;
      if (lists.SOME.has(norm)) return !lists.SOME_PEOPLE.has(next) && !lists.SOME_TIME.has(next);
      if (norm === 'as' && lists.COUNTS.has(this.elements[index - 1]?.norm ?? '')) return false;
      if (lists.LIKE.has(norm) && !this.#isShown(index)) return index >= first - 3 && index <= last + 1;
      if (lists.LIKE.has(norm)) return false;
      if (!reverses(norm, this.elements[index - 1]?.norm ?? '')) return false;
      return index < first && index >= first - 4 && !this.#isSmall(index) && !this.#isLossOfGene(index);
    });
  }

  /** "shows as", "is known as": no likeness. */
  #isShown(index: number): boolean {
    const next = this.elements[index + 1]?.norm ?? '';
    // "looks at the blood"
    if (lists.LOOKS.has(this.elements[index]!.norm)) return lists.LOOKED_INTO.has(next);
    return this.elements[index]!.norm === 'as' && lists.SHOWN.has(this.elements[index - 1]?.norm ?? '');
  }

  /** "leaves the trunk alone", "the aorta is left untouched" */
  #leavesAlone(index: number, last: number): boolean {
    if (!lists.LEAVES.has(this.elements[index]!.norm)) return false;
    return this.elements
      .slice(index + 1, Math.min(this.clause.end, Math.max(index, last) + 7))
      .some(({ norm }) => lists.ALONE.has(norm));
  }

  /** "Loss of SAMD9 causes …": what goes wrong in a gene is how it causes anything. */
  #isLossOfGene(index: number): boolean {
    return this.elements
      .slice(index + 1, index + 6)
      .some(({ mention }) => mention !== undefined && this.kindOf(mention.conceptId) === 'gene');
  }

  /** "the little arteries": a size, not an amount. */
  #isSmall(index: number): boolean {
    return this.elements[index]!.norm === 'little' && lists.DETERMINERS.has(this.elements[index - 1]?.norm ?? '');
  }

  /** "… on the hands and feet, too" */
  #saysAlso(last: number): boolean {
    return this.elements
      .slice(last + 1, Math.min(this.clause.end, last + 8))
      .some(({ norm }, index, rest) => lists.TOO.has(norm) || (norm === 'as' && rest[index + 1]?.norm === 'well'));
  }

  /** "No, it is …", "not only", "It does not itch, and it is …" deny nothing of what follows. */
  #denies(index: number, next: string, first: number): boolean {
    const { norm } = this.elements[index]!;
    if (lists.NOT_DENYING.has(next) || (norm === 'no' && next === ',')) return false;
    if (index > first || norm === 'neither' || norm === 'nor') return true;
    const comma = this.elements.findIndex((element, at) => at > index && at < first && element.norm === ',');
    return comma < 0 || !lists.GOES_ON.has(this.elements[comma + 1]?.norm ?? '');
  }

  /** The clause, what it answers or what it stands under asks for the attribute. */
  #isAsked({ asks, heads }: AttributeTelling, first: number): boolean {
    if (asks.length === 0) return true;
    const { block, sentenceIndex } = this.sentence;
    const { start, end } = this.clause;
    const { firstToken } = this.elements[start]!;
    if (endOfAny(asks, this.tokens, firstToken, this.elements[end - 1]!.endToken) >= 0) return true;
    const { table, headings, index } = block;
    if (table !== undefined) {
      return [table.rowHeader, table.columnHeader].some(
        (header) => this.standsIn(header, asks) || this.standsIn(header, heads),
      );
    }
    const before = this.discourse.sentences[index]![sentenceIndex - 1];
    // "The big arteries of the leg go on pulsing" has its own subject, and answers nothing.
    const words = this.elements.slice(first, this.clause.end).filter(({ kind }) => kind !== 'mark');
    const isSubject = first <= this.clause.start + 1 && words.length > LONGEST_ANSWER;
    if (before !== undefined && !isSubject) {
      const { firstToken: from, endToken: to } = before.sentence;
      if (endOfAny(asks, this.tokens, from, to) >= 0) return true;
    }
    const answered =
      sentenceIndex === 0 && (this.discourse.isDefinition(index) || this.discourse.answersQuestion(index, 0));
    return (answered && this.standsIn(index - 1, asks)) || this.standsIn(headings[headings.length - 1], asks);
  }

  /** Where the right value is told as well, the other one only adds to it. */
  #tellsOneOf(attribute: string, values: readonly string[], told: readonly Range[], end: number): boolean {
    const first = this.elements[this.clause.start]!.firstToken;
    return this.terminology.tellingsOf(attribute).some(({ parts, value }) => {
      if (!values.includes(value)) return false;
      const opens = firstWordsOf(parts[0]!);
      for (let token = first; token < end; token++) {
        if (!opens.has(this.tokens[token]!.norm)) continue;
        const ranges = rangesOf(parts, this.tokens, token, first, end);
        if (ranges === undefined || ranges.every((range) => isWithin(range, told))) continue;
        if (ranges.some((range) => this.#isOfLongerName(range)) || this.#isDeniedAt(token)) continue;
        if (this.#isDeniedWithin(ranges)) continue;
        return true;
      }
      return false;
    });
  }

  /** "Gout is the same disease as pseudogout": the name of the thing itself tells nothing of it. */
  #nameOf({ block, span }: ClaimParty): readonly Range[] {
    if (block !== this.sentence.block.index) return NONE;
    return this.elements
      .filter((element) => element.mention?.span.start === span.start)
      .map(({ firstToken, endToken }) => ({ from: firstToken, to: endToken }));
  }

  /**
   * The token behind what the clause may tell of the thing beside the words. "It is a cancer of the gland, and it pours
   * out hormone" tells first what it is, and then something else.
   */
  #endOfPredicate(first: number, last: number): number {
    const { start, end } = this.clause;
    const opening = this.elements.slice(start, first).map(({ norm }) => norm);
    const isPredicate = opening.some((norm) => lists.STATES.has(norm));
    const isNamed = this.elements[start]!.mention !== undefined || opening.length <= LONGEST_OPENING;
    const behind = isPredicate && isNamed ? endOfStatement(this.elements, last + 1, end) : end;
    return this.elements[behind - 1]!.endToken;
  }

  /** ", not ABCC6", "rather than the small vessels" */
  #isDeniedAt(token: number): boolean {
    const at = this.elementAt(token);
    return this.elements
      .slice(Math.max(this.clause.start, at - 4), at)
      .some(({ norm }) => isNegator(norm) || lists.DENIES_BEHIND.has(norm));
  }

  /** "The inner organs are never affected": a word between the parts denies them. */
  #isDeniedWithin(ranges: readonly Range[]): boolean {
    const from = Math.min(...ranges.map((range) => range.to));
    const to = Math.max(...ranges.map((range) => range.from));
    return this.elements.some(({ norm, firstToken }) => firstToken >= from && firstToken < to && isNegator(norm));
  }

  /** "PXE goes with ABCC6 and the arteries of infants with ENPP1": the value is told of another thing of the clause. */
  #isRightOfAnother({ attribute, value }: AttributeTelling, subject: ClaimParty, told: readonly Range[]): boolean {
    const own = this.elements.findIndex(
      ({ span }) => subject.block === this.sentence.block.index && span.start === subject.span.start,
    );
    return this.elements.slice(Math.max(own, this.clause.start), this.clause.end).some((element) => {
      const id = element.mention?.conceptId;
      if (id === undefined || id === subject.conceptId) return false;
      // "An MRI uses a magnet and X-rays", "Morphea is another name for systemic sclerosis": what is told is no other
      // thing that it might be told of.
      if (told.some(({ from, to }) => from < element.endToken && element.firstToken < to)) return false;
      const held = this.terminology.heldAttribute(id, attribute);
      return held !== undefined && (held.values.includes(value) || held.also?.includes(value) === true);
    });
  }
}
