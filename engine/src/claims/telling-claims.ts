import type { AttributeTelling, PhrasePlaces, Terminology } from '../terminology/terminology.js';
import { proseSpan } from '../text/span.js';
import { matchPlaces } from './attribute-match.js';
import { REVERSES } from './attribute-subjects.js';
import type { Claim, ClaimParty } from './claim.js';
import { isNegator, type Clause } from './clauses.js';
import { opensWithPronoun, partyOf, type Discourse } from './discourse.js';
import type { SentenceElements } from './elements.js';
import { FactSubjects, mayStateFact } from './fact-subjects.js';
import { TYPE_WORDS } from './lexicon.js';
import { OTHER_SUBJECTS } from './meaning-words.js';
import { endOfParts, firstWordsOf, openingsBy } from './phrase-openings.js';
import { phrasePlaces } from './phrase-places.js';
import { isWholeOfTypes, speaksOfAnotherType } from './said-of.js';
import * as lists from './telling-words.js';

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
  const openings = openingsOf(terminology);
  const first = elements[clause.start]!.firstToken;
  const end = elements[clause.end - 1]!.endToken;
  let reader: TellingReader | undefined;
  for (const at of phrasePlaces(block, terminology).telling) {
    if (at < first) continue;
    if (at >= end) break;
    for (const telling of openings.at(tokens, at, end)) {
      if (!discourse.heldAttributes.has(telling.attribute)) continue;
      if (telling.parts.length > 1 && endOfParts(telling.parts, tokens, first, end) < 0) continue;
      const ranges = rangesOf(telling.parts, tokens, at, first, end);
      if (ranges === undefined) continue;
      reader ??= new TellingReader(sentence, clause, discourse, terminology);
      reader.readTelling(telling, ranges);
    }
  }
  return reader?.claims ?? NONE;
}

const NONE: readonly never[] = [];

const openingsOf = openingsBy(
  ({ tellingIndex }) => tellingIndex,
  ({ parts }) => parts[0]!,
);

type Tokens = SentenceElements['block']['tokens'];

/** Tokens from one index up to another. */
interface Range {
  readonly from: number;
  readonly to: number;
}

/** Where the parts stand: the first one at a token, each other one as near to it as it does. */
function rangesOf(
  parts: readonly PhrasePlaces[],
  tokens: Tokens,
  at: number,
  first: number,
  end: number,
): readonly Range[] | undefined {
  const to = matchPlaces(tokens, parts[0]!, at, end);
  if (to <= at) return undefined;
  const ranges: Range[] = [{ from: at, to }];
  for (const part of parts.slice(1)) {
    const opens = firstWordsOf(part);
    let best: Range | undefined;
    for (let token = first; token < end; token++) {
      if (!opens.has(tokens[token]!.norm) || ranges.some((range) => range.from <= token && token < range.to)) continue;
      const behind = matchPlaces(tokens, part, token, end);
      if (behind <= token) continue;
      if (best === undefined || Math.abs(token - at) < Math.abs(best.from - at)) best = { from: token, to: behind };
    }
    if (best === undefined) return undefined;
    ranges.push(best);
  }
  return ranges;
}

class TellingReader extends FactSubjects {
  readonly #tokens: Tokens = this.sentence.block.tokens;
  readonly #read = new Set<string>();

  readTelling(telling: AttributeTelling, ranges: readonly Range[]): void {
    const { attribute, value } = telling;
    if (ranges.some((range) => this.#isOfLongerName(range))) return;
    const first = this.#elementAt(Math.min(...ranges.map(({ from }) => from)));
    const last = this.#elementAt(Math.max(...ranges.map(({ to }) => to)) - 1);
    if (first < 0 || last < 0) return;
    const subject = this.#subjectOf(telling, ranges, first, last);
    if (subject === undefined) return;
    const { values, also } = this.terminology.heldAttribute(subject.conceptId!, attribute)!;
    if (also?.includes(value)) return;
    const isRight = values.includes(value);
    const key = `${attribute} ${subject.block} ${subject.span.start} ${isRight}`;
    if (this.#read.has(key) || this.#isOpen(ranges, first, last) || !this.#isAsked(telling)) return;
    // What holds is claimed as well: it may put right what the text says before.
    if (!isRight && (this.#tellsOneOf(attribute, values, ranges) || this.#isRightOfAnother(telling, subject))) return;
    this.#read.add(key);
    const said = proseSpan(this.elements[first]!.span.start, this.elements[last]!.span.end);
    this.state({ attribute, value, form: 'telling' }, subject, said, first);
  }

  #elementAt(token: number): number {
    return this.elements.findIndex(({ firstToken, endToken }) => firstToken <= token && token < endToken);
  }

  /** "muscle weakness", "skin cancer cells": the words belong to a longer name. */
  #isOfLongerName({ from, to }: Range): boolean {
    return this.sentence.block.mentions.some(
      ({ conceptId, firstToken, endToken }) =>
        conceptId !== undefined &&
        firstToken <= from &&
        to <= endToken &&
        endToken - firstToken > to - from &&
        this.kindOf(conceptId) !== 'anatomy',
    );
  }

  /** Of what it is told: what the clause names, or what the text around is about. */
  #subjectOf(
    { attribute, heads }: AttributeTelling,
    ranges: readonly Range[],
    first: number,
    last: number,
  ): ClaimParty | undefined {
    const { start, end } = this.clause;
    const isTold = (index: number) => {
      const { firstToken, endToken } = this.elements[index]!;
      return ranges.some(({ from, to }) => from < endToken && firstToken < to);
    };
    for (let index = first - 1; index >= start; index--) {
      const { mention, norm } = this.elements[index]!;
      if (norm === ';') return undefined;
      const id = mention?.conceptId;
      if (id === undefined || isTold(index)) continue;
      if (this.holds(id, attribute)) {
        const isName = index === first - 1 && this.#isOneWord(ranges);
        return isName || this.#isSetAside(index, first) || this.#opensPair(first, last) ? undefined : partyOf(mention!);
      }
      if (this.#isOther(index)) return undefined;
    }
    const opensWithIt = opensWithPronoun(this.elements.slice(start, end));
    // "It is the aorta that calcifies in calciphylaxis."
    const isCleft = opensWithIt && COPULAS.has(this.elements[start + 1]?.norm ?? '');
    if (!opensWithIt || isCleft) {
      for (let index = first; index < end; index++) {
        const { mention, norm } = this.elements[index]!;
        if (index > last && lists.ENDS_PART.has(norm)) break;
        const next = this.elements[index + 1]?.norm ?? '';
        if (norm === ',' && lists.GOES_ON.has(next) && !(isCleft && next === 'that')) break;
        const id = mention?.conceptId;
        if (id === undefined || isTold(index)) continue;
        if (this.holds(id, attribute)) {
          const isName = (index === last + 1 && this.#isOneWord(ranges)) || this.#isListed(last, index);
          return isName || this.#isSetAside(index, index) ? undefined : partyOf(mention!);
        }
        if (this.#isOther(index)) return undefined;
      }
    }
    if (this.sentence.block.table !== undefined) return this.#headOfCell(attribute, heads);
    return this.#carried(attribute, heads, first);
  }

  /** Another thing than has the attribute, of which the clause may speak as well. */
  #isOther(index: number): boolean {
    const id = this.elements[index]!.mention?.conceptId;
    if (id === undefined || !lists.OTHER_KINDS.has(this.kindOf(id)) || this.isAside(index)) return false;
    // "In dermatomyositis calcinosis is …" is about dermatomyositis.
    return !(isWholeOfTypes(id, this.terminology) && this.#isBehindAside(index));
  }

  /** "In dermatomyositis," stands right before it. */
  #isBehindAside(index: number): boolean {
    const before = this.elements[index - 1]?.norm === ',' ? index - 2 : index - 1;
    return this.elements[before]?.mention?.conceptId !== undefined && this.isAside(before);
  }

  /** "cancer, multiple sclerosis, rheumatoid arthritis, …" */
  #isListed(last: number, index: number): boolean {
    const next = this.elements[index + 1]?.norm;
    const isFollowed = next !== undefined && next !== ',' && next !== 'and' && next !== 'or';
    return !isFollowed && this.elements.slice(last + 1, index).some(({ norm }) => norm === ',');
  }

  /** "gout allergy", "malignant pilomatricoma": a word and a thing side by side are a name, and no statement. */
  #isOneWord(ranges: readonly Range[]): boolean {
    return ranges.length === 1 && ranges[0]!.to - ranges[0]!.from === 1;
  }

  /** "unlike PXE", "mistaken for gout", "PXE is ABCC6, XYZ is …" */
  #isSetAside(index: number, first: number): boolean {
    const before = this.elements.slice(Math.max(this.clause.start, index - 5), index);
    if (before.some(({ norm }) => lists.SETS_ASIDE.has(norm))) return true;
    // "is tumoral calcinosis malignant" in a list of what somebody asked
    const [opener, verb] = [this.elements[index - 2], this.elements[index - 1]];
    if (lists.ASKING.has(verb?.norm ?? '') && (opener === undefined || opener.kind === 'mark')) return true;
    const comma = this.elements.findIndex(({ norm }, place) => place > index && place < first && norm === ',');
    if (comma < 0 || comma + 1 >= first) return false;
    return /^[A-Z]{2,}$/u.test(this.#tokens[this.elements[comma + 1]!.firstToken]!.text);
  }

  /** "NT5E for CD73 deficiency, ENPP1 for …": behind the comma the next pair begins. */
  #opensPair(first: number, last: number): boolean {
    return this.elements[first - 1]?.norm === ',' && lists.PAIRS.has(this.elements[last + 1]?.norm ?? '');
  }

  #headOfCell(attribute: string, heads: readonly PhrasePlaces[]): ClaimParty | undefined {
    const place = this.sentence.block.table!;
    if (place.row === 0 || place.column === 0) return undefined;
    const others = [place.rowHeader, place.columnHeader].flatMap((header) =>
      header === undefined ? [] : [this.discourse.textOf(header)],
    );
    if (others.some((text) => lists.OTHER_HEADER.test(text))) return undefined;
    const subject = this.headOf((id) => this.holds(id, attribute));
    if (subject === undefined) return undefined;
    const asking = place.rowHeader === subject.block ? place.columnHeader : place.rowHeader;
    // What the column is about is known by its header where the attribute has words for that.
    return heads.length === 0 || this.#standsIn(asking, heads) ? subject : undefined;
  }

  #standsIn(block: number | undefined, phrases: readonly PhrasePlaces[]): boolean {
    return (
      block !== undefined &&
      this.discourse.sentences[block]!.some(({ block: { tokens } }) => endOfAny(phrases, tokens, 0, tokens.length) >= 0)
    );
  }

  /** "It", "The gene at fault", "Caused by": the clause names no other thing, and goes on about what was named. */
  #carried(attribute: string, heads: readonly PhrasePlaces[], first: number): ClaimParty | undefined {
    const { start } = this.clause;
    const { block, sentenceIndex } = this.sentence;
    const opening = this.elements.slice(start, Math.min(first, start + 4));
    if (opening.some(({ norm }) => lists.NOT_CARRIED.has(norm)) || this.#namesAnotherForm(start)) return undefined;
    if (speaksOfAnotherType(this.elements, 0)) return undefined;
    const followsName =
      this.discourse.isDefinition(block.index) ||
      this.discourse.followsTitle(block.index, sentenceIndex) ||
      this.discourse.answersQuestion(block.index, sentenceIndex) ||
      (sentenceIndex === 1 && this.discourse.sentences[block.index]![0]!.elements.length <= 6) ||
      // "Is it …? No. Vitamin poisoning underlies it."
      (sentenceIndex > 1 &&
        this.discourse.sentences[block.index]![sentenceIndex - 1]!.elements.length <= 2 &&
        this.discourse.answersQuestion(block.index, sentenceIndex - 1));
    // "NT5E belongs to a disease of adults": what is told is what its own sentence is about.
    if (!followsName && (first <= start || this.hasUnknownSubject(first))) return undefined;
    if (!this.#labelAsks(heads, first)) return undefined;
    const has = (id: string) => this.holds(id, attribute);
    const before = this.elements.slice(0, start);
    if (before.some((_, index) => this.#isOther(index) && !has(this.elements[index]!.mention!.conceptId!))) {
      return undefined;
    }
    const topic = this.namedInSentence(has) ?? this.discourse.topicOf(block.index, sentenceIndex, has);
    return topic === undefined || this.#isFar(topic) || this.#isLeft(topic, has) || this.#isOnlyLike(topic)
      ? undefined
      : topic;
  }

  /** "In the limited form": not the one that was named before. */
  #namesAnotherForm(start: number): boolean {
    return this.elements
      .slice(start, start + 6)
      .some(
        ({ norm, mention }, index) =>
          mention === undefined &&
          TYPE_WORDS.has(norm) &&
          !lists.TAKING_UP.has(this.elements[start + index - 1]?.norm ?? ''),
      );
  }

  /** "Gene: …" asks for the attribute, "Lipoma: …" names another thing. */
  #labelAsks(heads: readonly PhrasePlaces[], first: number): boolean {
    const { start } = this.clause;
    const mark = this.elements.findIndex(
      ({ norm }, index) => index > start && index < Math.min(first, start + 5) && lists.LABELS.has(norm),
    );
    if (mark < 0 || this.elements.slice(start, mark).some(({ norm }) => lists.CARRIES.has(norm))) return true;
    const from = this.elements[start]!.firstToken;
    return (
      this.elements.slice(start, mark).some(({ norm }) => lists.ANY_LABEL.has(norm)) ||
      endOfAny(heads, this.#tokens, from, this.elements[mark]!.firstToken) >= 0
    );
  }

  /** "Tophi look like calcinosis, but they …" goes on about tophi. */
  #isOnlyLike({ block, span }: ClaimParty): boolean {
    if (block !== this.sentence.block.index) return false;
    const at = this.elements.findIndex((element) => element.span.start === span.start);
    return at >= 0 && this.elements.slice(Math.max(0, at - 3), at).some(({ norm }) => lists.SETS_ASIDE.has(norm));
  }

  /** The title of a page is not what each of its sentences is about. */
  #isFar({ block }: ClaimParty): boolean {
    return this.sentence.block.index - block > FARTHEST;
  }

  /** A sentence between what was named and this one opens with another thing. */
  #isLeft({ block }: ClaimParty, has: (id: string) => boolean): boolean {
    const here = this.sentence.block.index;
    const sentences = this.discourse.sentences[here]!;
    for (let index = this.sentence.sentenceIndex - 1; index >= 0; index--) {
      const { elements } = sentences[index]!;
      const named = elements.flatMap(({ mention }) => (mention?.conceptId === undefined ? [] : [mention.conceptId]));
      if (block === here && named.some(has)) return false;
      const opens = elements
        .slice(0, 4)
        .findIndex(({ mention }) => OTHER_SUBJECTS.has(this.kindOf(mention?.conceptId)));
      if (opens >= 0 && !lists.ASIDES.has(elements[opens - 1]?.norm ?? '')) return true;
    }
    return false;
  }

  /** A word of the part that it stands in denies it, reverses it or leaves it open. */
  #isOpen(ranges: readonly Range[], first: number, last: number): boolean {
    const isTold = ({ firstToken, endToken }: { firstToken: number; endToken: number }) =>
      ranges.some(({ from, to }) => from < endToken && firstToken < to);
    let from = first;
    while (from > this.clause.start && !lists.ENDS_PART.has(this.elements[from - 1]!.norm)) from--;
    // "They were not: the crystals were …"
    if (from >= 2 && isNegator(this.elements[from - 2]!.norm)) return true;
    let to = last + 1;
    while (to < this.clause.end && to <= last + 6 && !lists.ENDS_DENIAL.has(this.elements[to]!.norm)) to++;
    return this.elements.slice(from, to).some((element, offset) => {
      const index = from + offset;
      const { norm, mention } = element;
      if (isTold(element) || mention?.conceptId !== undefined) return false;
      const next = this.elements[index + 1]?.norm ?? '';
      if (isNegator(norm)) return this.#denies(index, next, first);
      // "another word for a stone"
      if (lists.OPEN.has(norm)) return norm !== 'another' || !lists.NAMES.has(next);
      if (lists.LIKE.has(norm)) return index >= first - 3 && index <= last + 1;
      return REVERSES.has(norm) && index < first && index >= first - 4;
    });
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
  #isAsked({ asks, heads }: AttributeTelling): boolean {
    if (asks.length === 0) return true;
    const { block, sentenceIndex } = this.sentence;
    const { firstToken } = this.elements[0]!;
    if (endOfAny(asks, this.#tokens, firstToken, this.elements[this.elements.length - 1]!.endToken) >= 0) return true;
    const { table, headings, index } = block;
    if (table !== undefined) {
      return [table.rowHeader, table.columnHeader].some(
        (header) => this.#standsIn(header, asks) || this.#standsIn(header, heads),
      );
    }
    const before = this.discourse.sentences[index]![sentenceIndex - 1];
    if (before !== undefined) {
      const { firstToken: from, endToken: to } = before.sentence;
      if (endOfAny(asks, this.#tokens, from, to) >= 0) return true;
    }
    const answered =
      sentenceIndex === 0 && (this.discourse.isDefinition(index) || this.discourse.answersQuestion(index, 0));
    return (answered && this.#standsIn(index - 1, asks)) || this.#standsIn(headings[headings.length - 1], asks);
  }

  /** Where the right value is told as well, the other one only adds to it. */
  #tellsOneOf(attribute: string, values: readonly string[], told: readonly Range[]): boolean {
    const first = this.elements[this.clause.start]!.firstToken;
    const end = this.elements[this.clause.end - 1]!.endToken;
    return this.terminology.tellingsOf(attribute).some(({ parts, value }) => {
      if (!values.includes(value)) return false;
      const opens = firstWordsOf(parts[0]!);
      for (let token = first; token < end; token++) {
        if (!opens.has(this.#tokens[token]!.norm)) continue;
        const ranges = rangesOf(parts, this.#tokens, token, first, end);
        if (ranges === undefined || ranges.every((range) => isWithin(range, told))) continue;
        if (ranges.some((range) => this.#isOfLongerName(range)) || this.#isDeniedAt(token)) continue;
        return true;
      }
      return false;
    });
  }

  /** ", not ABCC6", "rather than the small vessels" */
  #isDeniedAt(token: number): boolean {
    const at = this.#elementAt(token);
    return this.elements
      .slice(Math.max(this.clause.start, at - 4), at)
      .some(({ norm }) => isNegator(norm) || lists.DENIES_BEHIND.has(norm));
  }

  /** "PXE goes with ABCC6 and the arteries of infants with ENPP1": the value is told of another thing of the clause. */
  #isRightOfAnother({ attribute, value }: AttributeTelling, subject: ClaimParty): boolean {
    const own = this.elements.findIndex(
      ({ span }) => subject.block === this.sentence.block.index && span.start === subject.span.start,
    );
    return this.elements.slice(Math.max(own, this.clause.start), this.clause.end).some(({ mention }) => {
      const id = mention?.conceptId;
      if (id === undefined || id === subject.conceptId) return false;
      const held = this.terminology.heldAttribute(id, attribute);
      return held !== undefined && (held.values.includes(value) || held.also?.includes(value) === true);
    });
  }
}

function isWithin(range: Range, others: readonly Range[]): boolean {
  return others.some(({ from, to }) => from <= range.from && range.to <= to);
}

function endOfAny(phrases: readonly PhrasePlaces[], tokens: Tokens, from: number, to: number): number {
  for (const phrase of phrases) {
    const found = endOfParts([phrase], tokens, from, to);
    if (found >= 0) return found;
  }
  return -1;
}

/** In blocks. */
const FARTHEST = 8;
const COPULAS = new Set('is was'.split(' '));
