import type { AttributeTelling, PhrasePlaces } from '../../terminology/terminology.js';
import type { ClaimParty } from '../claim.js';
import { isNegator } from '../sentences/clauses.js';
import { opensWithPronoun, partyOf } from '../subjects/discourse.js';
import type { ConceptKind } from '../../terminology/source-format.js';
import type { Element } from '../sentences/elements.js';
import { CONDITIONS } from '../sentences/kinds-of-nouns.js';
import { FactSubjects } from './fact-subjects.js';
import { contains } from '../../text/span.js';
import { isWholeOfTypes, speaksOfAnotherType } from '../subjects/said-of.js';
import { endOfAny, type Range, type Tokens } from './telling-ranges.js';
import { TAKES_UP } from './meaning-words.js';
import * as lists from './telling-words.js';

/** Of what a fact is told whose words stand anywhere in a clause. */
export abstract class TellingSubjects extends FactSubjects {
  protected readonly tokens: Tokens = this.sentence.block.tokens;

  /** Of what it is told: what the clause names, or what the text around is about. */
  protected subjectOf(
    { attribute, heads, asks }: AttributeTelling,
    ranges: readonly Range[],
    first: number,
    last: number,
  ): ClaimParty | undefined {
    const { start, end } = this.clause;
    const isTold = (index: number) => {
      const { firstToken, endToken } = this.elements[index]!;
      return ranges.some(({ from, to }) => from < endToken && firstToken < to);
    };
    const isOther = (index: number) => this.#isOther(index) && !this.#isAskedFor(asks, index);
    const others: string[] = [];
    for (let index = first - 1; index >= start; index--) {
      const { mention, norm } = this.elements[index]!;
      // "… under the skin of the legs, where the artery walls are healthy"
      if (norm === ';' || (norm === 'where' && this.elements[index - 1]?.norm === ',')) return undefined;
      const id = mention?.conceptId;
      if (id === undefined || isTold(index)) continue;
      if (this.holds(id, attribute)) {
        // "Pseudogout, an arthritis that …" is about pseudogout.
        if (!others.every((other) => this.terminology.isA(id, other))) return undefined;
        const isName = index === first - 1 && this.#isOneWord(ranges);
        const isAnother = isName || this.#isSetAside(index, first) || this.#opensPair(index, first, last);
        return isAnother ? undefined : partyOf(mention!);
      }
      if (isOther(index)) others.push(id);
    }
    if (others.length > 0) return undefined;
    const opensWithIt = opensWithPronoun(this.elements.slice(start, end));
    // "It is the aorta that calcifies in calciphylaxis."
    const isCleft = opensWithIt && COPULAS.has(this.elements[start + 1]?.norm ?? '');
    if (!opensWithIt || isCleft) {
      for (let index = first; index < end; index++) {
        const { mention, norm } = this.elements[index]!;
        const next = this.elements[index + 1]?.norm ?? '';
        // "A lone plaque on one shin: that is what …"
        const isTakenUp = (norm === ':' || norm === '–' || norm === '—') && TAKES_UP_BEHIND.has(next);
        if (index > last && lists.ENDS_PART.has(norm) && !isTakenUp) break;
        if (norm === ',' && lists.GOES_ON.has(next) && !(isCleft && next === 'that')) break;
        const id = mention?.conceptId;
        if (id === undefined || isTold(index)) continue;
        if (this.holds(id, attribute)) {
          // "relies on X-rays or ultrasound": one of two, and no subject.
          const isOther = index === last + 2 && lists.JOINS.has(this.elements[last + 1]!.norm);
          // "the type of calcinosis seen in CREST syndrome", "a form that CREST syndrome brings": what it goes with.
          const between = this.elements.slice(last + 1, index);
          const goesWith = between.some(({ norm }) => lists.GOES_WITH.has(norm)) || between.at(-1)?.norm === 'that';
          if (goesWith && !isCleft) return undefined;
          const isName = (index === last + 1 && this.#isOneWord(ranges)) || this.#isListed(last, index) || isOther;
          // "People with an autoimmune disease are more prone to tuberculosis."
          const isLedTo = this.elements.slice(last + 1, index).some((element) => lists.PRONE.has(element.norm));
          return isName || isLedTo || this.#isSetAside(index, index, isTold) ? undefined : partyOf(mention!);
        }
        if (isOther(index)) return undefined;
      }
    }
    if (this.sentence.block.table !== undefined) return this.#headOfCell(attribute, heads);
    return this.#carried(attribute, heads, first);
  }

  /** "Calcinosis never develops in these children": how it is with calcinosis is what the attribute of the disease asks. */
  #isAskedFor(asks: readonly PhrasePlaces[], index: number): boolean {
    const { firstToken, endToken, mention } = this.elements[index]!;
    if (asks.length === 0 || !isWholeOfTypes(mention!.conceptId!, this.terminology)) return false;
    return endOfAny(asks, this.tokens, firstToken, endToken) >= 0;
  }

  /** Another thing than has the attribute, of which the clause may speak as well. */
  #isOther(index: number): boolean {
    const id = this.elements[index]!.mention?.conceptId;
    if (id === undefined || !this.isThing(id) || this.isAside(index)) return false;
    // "In dermatomyositis calcinosis is …" is about dermatomyositis.
    return !(isWholeOfTypes(id, this.terminology) && this.#isBehindAside(index));
  }

  /** Something may be said of it; "an inherited disease" only says what another thing is. */
  protected isThing(id: string): boolean {
    if (id === '') return false;
    const kind = this.kindOf(id);
    return lists.OTHER_KINDS.has(kind) && !(kind === 'disease' && this.terminology.concept(id)!.closed !== undefined);
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
  #isSetAside(index: number, first: number, isTold: (index: number) => boolean = () => false): boolean {
    const from = Math.max(this.clause.start, index - 5);
    // "Calcinosis does not occur in …": a denial that tells it sets nothing aside.
    const before = this.elements.slice(from, index).filter(({ norm }, at) => norm !== 'not' || !isTold(from + at));
    if (before.some(({ norm }) => lists.SETS_ASIDE.has(norm) || lists.TREATS.has(norm))) return true;
    const ofRelated = ({ norm }: Element, at: number) =>
      lists.RELATED.has(norm) && ['to', 'of'].includes(before[at + 1]?.norm ?? '');
    if (before.some(ofRelated)) return true;
    // "is tumoral calcinosis malignant" in a list of what somebody asked
    const [opener, verb] = [this.elements[index - 2], this.elements[index - 1]];
    if (lists.ASKING.has(verb?.norm ?? '') && (opener === undefined || opener.kind === 'mark')) return true;
    // "A person with gout can have any type of calcinosis"
    if (this.elements[first - 1]?.norm === 'any') return true;
    const between = this.elements.slice(index + 1, first);
    // "Changes in the gene lead to …" says what it causes.
    const isGene = this.kindOf(this.elements[index]!.mention?.conceptId) === 'gene';
    const leadsOn = !isGene && !leadsStraightTo(between) && between.some(({ norm }) => lists.LEADS_ON.has(norm));
    if (leadsOn || this.#isOfVerbBefore(index, first)) return true;
    const comma = this.elements.findIndex(({ norm }, place) => place > index && place < first && norm === ',');
    if (comma < 0 || comma + 1 >= first) return false;
    return /^[A-Z]{2,}$/u.test(this.tokens[this.elements[comma + 1]!.firstToken]!.text);
  }

  /** "Down syndrome raises the odds of milia-like calcinosis, and of …" */
  #isOfVerbBefore(index: number, first: number): boolean {
    const opens = this.elements.slice(this.clause.start, index).some(({ mention }) => mention?.conceptId !== undefined);
    return opens && this.elements.slice(index + 1, first).some(({ norm }) => norm === 'and');
  }

  /** "NT5E for CD73 deficiency, ENPP1 for …": behind the comma the next pair begins. */
  #opensPair(index: number, first: number, last: number): boolean {
    // "In idiopathic calcinosis, arterioles get plugged with calcium" is of what it opens with.
    const isFronted = index === this.clause.start + 1 && this.elements[index - 1]!.norm === 'in' && index === first - 2;
    if (isFronted) return false;
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
    // "| Gout | is caused by … |": a cell that states it needs no header that asks for it.
    const { norm } = this.elements[0]!;
    if (lists.STATES.has(norm) || lists.TAKES_ON.has(norm)) return subject;
    // What the column is about is known by its header where the attribute has words for that.
    return heads.length === 0 || this.standsIn(asking, heads) ? subject : undefined;
  }

  protected standsIn(block: number | undefined, phrases: readonly PhrasePlaces[]): boolean {
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
    if (opening.some(({ norm }) => lists.NOT_CARRIED.has(norm)) || this.namesAnotherForm(start)) return undefined;
    if (speaksOfAnotherType(this.elements, 0) || this.#opensWithAnother(start)) return undefined;
    if (this.#opensWithUnknown(start, first)) return undefined;
    if (!opensWithPronoun(this.elements.slice(start)) && this.#isToldInAnother(attribute, first)) return undefined;
    const followsName =
      this.discourse.isDefinition(block.index) ||
      this.discourse.followsTitle(block.index, sentenceIndex) ||
      this.discourse.answersQuestion(block.index, sentenceIndex) ||
      (sentenceIndex === 1 && this.#isNameAlone(this.discourse.sentences[block.index]![0]!.elements)) ||
      // "Is it …? No. Vitamin poisoning underlies it."
      (sentenceIndex > 1 &&
        this.discourse.sentences[block.index]![sentenceIndex - 1]!.elements.length <= 2 &&
        this.discourse.answersQuestion(block.index, sentenceIndex - 1));
    const isOwn = !followsName && (this.#isOwnSubject(first) || this.hasUnknownSubject(first));
    if (isOwn && !this.#opensWithTool(start)) return undefined;
    if (!this.#labelAsks(heads, first)) return undefined;
    const has = (id: string) => this.holds(id, attribute);
    const before = this.elements.slice(0, start);
    if (before.some((_, index) => this.#isOther(index) && !has(this.elements[index]!.mention!.conceptId!))) {
      return undefined;
    }
    // "…, while the test for dermatomyositis came back negative" has a subject of its own.
    const goesOn = first <= start + 2 || opensWithPronoun(this.elements.slice(start));
    // "So are the tophi of gout, although those are …": what the sentence names stands nearer than the text before it.
    if (!goesOn && before.some(({ mention }) => mention?.conceptId !== undefined && has(mention.conceptId))) {
      return undefined;
    }
    const topic =
      (goesOn ? this.namedInSentence(has) : undefined) ??
      this.discourse.topicOf(block.index, sentenceIndex, has) ??
      this.#namedShortly(has);
    const kind = this.kindOf(topic?.conceptId);
    if (isOwn && !lists.DONE_KINDS.has(kind)) return undefined;
    if (!isOwn && !followsName && lists.LOOSE_KINDS.has(kind) && !this.#takesUp(start)) return undefined;
    return topic === undefined || this.#isFar(topic) || this.#isLeft(topic, has) || this.#isOnlyLike(topic)
      ? undefined
      : topic;
  }

  /** "Graves disease is a disease of the thyroid", "Migraine is an illness of the brain": nothing that was named before. */
  #opensWithUnknown(start: number, first: number): boolean {
    const [opener, second, third] = this.elements.slice(start, start + 3);
    // "COVID-19 is caused by a virus."
    const { text } = this.sentence.block;
    if (NAME_WITH_NUMBER.test(text.slice(opener!.span.start, opener!.span.start + LONGEST_NAME))) return true;
    if (first <= start + 2 || opener!.kind !== 'word' || opener!.mention?.conceptId !== undefined) return false;
    const { norm } = opener!;
    if (lists.CARRIES.has(norm) || lists.ANY_LABEL.has(norm) || lists.DETERMINERS.has(norm)) return false;
    // "Pancreatitis, an inflammation of the pancreas, …"
    if (second!.norm === ',' && lists.ARTICLES.has(third!.norm)) return !norm.endsWith('ly');
    if (lists.SOME_DISEASE.has(second!.norm)) return COPULAS.has(third!.norm) && !TAKES_UP.has(norm);
    return COPULAS.has(second!.norm) && !TAKES_UP.has(norm) && !norm.endsWith('ly');
  }

  /** "PXE." or "Your letter says PXE." names a thing; "Gout is a disease of the joints." states something of its own. */
  #isNameAlone(elements: readonly Element[]): boolean {
    return elements.length <= LONGEST_NAMING && !elements.some(({ norm }) => COPULAS.has(norm));
  }

  /** "…; large arteries are affected in Mönckeberg sclerosis": in another condition than the text was about. */
  #isToldInAnother(attribute: string, first: number): boolean {
    return this.elements.slice(first, this.clause.end).some(({ mention }, offset) => {
      const id = mention?.conceptId;
      if (id === undefined || offset === 0 || this.elements[first + offset - 1]!.norm !== 'in') return false;
      return CONDITIONS.has(this.kindOf(id) as ConceptKind) && !this.holds(id, attribute);
    });
  }

  /** "In calcinosis cutis no bone is made": of what the clause opens with; "As in systemic sclerosis, …" only compares. */
  #opensWithAnother(start: number): boolean {
    if (this.elements[start]?.norm !== 'in') return false;
    // "In gangrene of diabetes the large arteries close."
    const opening = this.elements.slice(start + 1, start + 4);
    const named = opening.findIndex(({ mention }) => this.isThing(mention?.conceptId ?? ''));
    if (named < 0 || opening[named + 1]?.norm === ',') return false;
    return named === 0 || opening[named - 1]!.norm === 'of';
  }

  /** "This test", "The picture", "Its aim": of tests and signs a text says little in between that names neither. */
  #takesUp(start: number): boolean {
    return this.elements
      .slice(start, start + 4)
      .some(({ norm }) => TAKES_UP.has(norm) || lists.TAKES_UP_LOOSELY.has(norm) || lists.BY_WHICH.has(norm));
  }

  /** "A needle in the thumb is enough", "The doctor takes …": what is done in what was named. */
  #opensWithTool(start: number): boolean {
    return start === 0 && this.elements.slice(0, 3).some(({ norm }) => lists.BY_WHICH.has(norm));
  }

  /** "Your letter says hyperparathyroidism.": whoever says so, the text goes on about it. */
  #namedShortly(has: (id: string) => boolean): ClaimParty | undefined {
    const { block, sentenceIndex } = this.sentence;
    const first = this.discourse.sentences[block.index]![0]!.elements;
    if (sentenceIndex === 0 || first.length > LONGEST_NAMING || first.some(({ norm }) => isNegator(norm))) {
      return undefined;
    }
    return this.discourse.topicOf(block.index, sentenceIndex, has, true);
  }

  /** "NT5E belongs to a disease of adults": what is told is what its own sentence is about. */
  #isOwnSubject(first: number): boolean {
    const { start, end } = this.clause;
    const isOpening = first === start || (first === start + 1 && lists.ARTICLES.has(this.elements[start]!.norm));
    if (!isOpening) return false;
    // "It contains calcium, but no bone."
    const isAppended =
      start > 0 && end - start <= LONGEST_APPENDED && lists.APPENDS.has(this.elements[start - 1]!.norm);
    if (isAppended) return false;
    const rest = this.elements.slice(first, end);
    // "Cholesterol crystals are seen in old effusions."
    const isFound = rest.slice(1, 5).some(({ norm }, at) => lists.SEEN.has(norm) && COPULAS.has(rest[at]!.norm));
    return (
      isFound ||
      !rest.slice(0, 6).some(({ norm }) => COPULAS.has(norm) || STAYS.has(norm)) ||
      rest.some(({ norm }, at) => norm === 'a' && lists.SOME_DISEASE.has(rest[at + 1]?.norm ?? ''))
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
      endOfAny(heads, this.tokens, from, this.elements[mark]!.firstToken) >= 0
    );
  }

  /** "Tophi look like [a type of] calcinosis, but they …" goes on about tophi. */
  #isOnlyLike({ block, span }: ClaimParty): boolean {
    if (block !== this.sentence.block.index) return false;
    const at = this.elements.findIndex((element) => element.span.start === span.start);
    return at >= 0 && this.elements.slice(Math.max(0, at - 5), at).some(({ norm }) => lists.SETS_ASIDE.has(norm));
  }

  /** The title of a page is not what each of its sentences is about. */
  #isFar({ block }: ClaimParty): boolean {
    const { index, headings } = this.sentence.block;
    // Blocks are counted within a section: what is read again after an edit knows no others.
    return index - Math.max(block, headings[headings.length - 1] ?? 0) > FARTHEST;
  }

  /** A sentence between what was named and this one opens with another thing. */
  #isLeft({ block, span }: ClaimParty, has: (id: string) => boolean): boolean {
    const here = this.sentence.block.index;
    if (block === here && contains(this.sentence.sentence.span, span)) return false;
    const sentences = this.discourse.sentences[here]!;
    for (let index = this.sentence.sentenceIndex - 1; index >= 0; index--) {
      const { elements } = sentences[index]!;
      const named = elements.flatMap(({ mention }) => (mention?.conceptId === undefined ? [] : [mention.conceptId]));
      if (block === here && named.some(has)) return false;
      const opens = elements
        .slice(0, 4)
        .findIndex(({ mention }) => mention?.conceptId !== undefined && this.isThing(mention.conceptId));
      if (opens >= 0 && !lists.ASIDES.has(elements[opens - 1]?.norm ?? '')) return true;
    }
    return false;
  }
}

/** "… leads to a shortage of phosphate": nothing but the verb stands before what is told. */
function leadsStraightTo(between: readonly Element[]): boolean {
  const words = between.filter(({ norm }) => !lists.ARTICLES.has(norm)).map(({ norm }) => norm);
  return words.length === 2 && LEADS.has(words[0]!) && words[1] === 'to';
}

const LEADS = new Set(['lead', 'leads']);
/** In characters. */
const LONGEST_NAME = 40;
const NAME_WITH_NUMBER = /^\p{Lu}\p{L}*-?\d+ (?:is|are|was|were) /u;
/** In elements. */
const LONGEST_NAMING = 6;
const LONGEST_APPENDED = 4;
/** In blocks. */
const FARTHEST = 8;
const COPULAS = new Set('is was are'.split(' '));
const TAKES_UP_BEHIND = new Set('that this such it'.split(' '));
const STAYS = new Set('stay stays remain remains'.split(' '));
