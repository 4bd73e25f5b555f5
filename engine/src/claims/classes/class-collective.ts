import type { Terminology } from '../../terminology/terminology.js';
import { contains, proseSpan } from '../../text/span.js';
import { ACTS_ON, APART } from './class-frames.js';
import { ClassPhrases } from './class-phrases.js';
import type { Claim, ClaimParty } from '../claim.js';
import { ClauseReader } from '../sentences/clause-reader.js';
import { isDenied, isHypothetical, type Clause } from '../sentences/clauses.js';
import { isDrug } from '../sentences/concept-roles.js';
import { partyOf, type Discourse } from '../subjects/discourse.js';
import { matchWords, type Element, type SentenceElements } from '../sentences/elements.js';
import { NUMBERS } from '../sentences/lexicon.js';

/**
 * Reads the class of medicines that are meant together, or that a clause names without a verb: "They are sisters from
 * the … family", "the two … that have been tried, a and b,", "a and b: the pair of …", "…; a calcineurin inhibitor;",
 * "A painkiller of the NSAID family, minocycline …", "owes its place among the …".
 *
 * @param known what other readers have read in the clause; a pair is not claimed twice
 */
export function readCollectiveClass(
  sentence: SentenceElements,
  clause: Clause,
  discourse: Discourse,
  terminology: Terminology,
  known: readonly Claim[],
): readonly Claim[] {
  if (sentence.isQuestion || clause.attribution !== 'writer' || sentence.block.table !== undefined) return NONE;
  const reader = new CollectiveReader(sentence, clause, discourse, terminology);
  reader.readTakenTogether();
  reader.readCounted();
  reader.readFragment();
  reader.readFronted();
  reader.readAmong();
  return reader.claims.filter(
    ({ subject, object }) =>
      !known.some(
        (other) => other.subject.conceptId === subject.conceptId && other.object.conceptId === object.conceptId,
      ),
  );
}

class CollectiveReader extends ClauseReader {
  readonly #phrases = new ClassPhrases(this.elements, this.clause, this.terminology);

  /** "They are sisters from the tetracycline family", "she says the two are both TNF blockers". */
  readTakenTogether(): void {
    const { start, end } = this.clause;
    const colon = this.elements.findIndex(({ norm }, index) => index > start && index < end && norm === ':');
    // "… share one thing: they are biologics", "no a, no b and no c, as all three are antibiotics"
    const reason = this.#indexes(start + 1, end, (at) => this.#norm(at - 1) === ',' && REASONS.has(this.#norm(at)))[0];
    const from = colon > 0 ? colon + 1 : start;
    for (const first of reason === undefined ? [from] : [from, reason + 1]) {
      if (this.#readTogetherFrom(first, first === from ? 6 : 1)) return;
    }
  }

  /** Whether words that mean several medicines stand there. */
  #readTogetherFrom(first: number, within: number): boolean {
    const { end } = this.clause;
    for (let at = first; at < Math.min(end, first + within); at++) {
      const meant = this.#meantAt(at);
      if (meant === undefined) continue;
      const verb = [1, 2, 3].map((step) => meant.last + step).find((index) => BELONGS.has(this.#norm(index)));
      if (verb === undefined || this.#names(meant.last + 1, verb)) return true;
      const group = this.#groupBehind(verb + 1);
      if (group === undefined || this.#things(at, end).length > 0) return true;
      const things = this.#namedBefore(meant.count, at);
      const isSure = meant.count !== undefined || things.some((thing) => this.#isMember(thing, group));
      if (isSure && things.length > 1) {
        for (const thing of things) this.#add(thing, group, at, TOGETHER, within === 1 ? first : this.clause.start);
      }
      return true;
    }
    return false;
  }

  /** "they", "both", "the two", "all three of them": how many are meant, where it is told. */
  #meantAt(at: number): { last: number; count: number | undefined } | undefined {
    const norm = this.#norm(at);
    if (norm === 'they') return { last: at, count: undefined };
    if (norm === 'all' && (BELONGS.has(this.#norm(at + 1)) || this.#norm(at + 1) === 'of')) {
      return { last: this.#norm(at + 1) === 'of' ? at + 2 : at, count: undefined };
    }
    if (norm === 'both') return { last: this.#norm(at + 1) === 'of' ? at + 2 : at, count: 2 };
    if (!['the', 'these', 'all', 'those'].includes(norm)) return undefined;
    const next = this.#norm(at + 1);
    const count = next === 'pair' || next === 'duo' ? 2 : next === 'trio' ? 3 : NUMBERS[next];
    if (count === undefined || count < 2) return undefined;
    const noun = this.#norm(at + 2);
    return { last: MEDICINES.has(noun) ? at + 2 : noun === 'of' ? at + 3 : at + 1, count };
  }

  /** The class that a phrase of plain words leads to: "both …", "sisters from the … family", "members of the …". */
  #groupBehind(from: number): number | undefined {
    for (let at = from; at < Math.min(from + 9, this.clause.end); at++) {
      if (this.#isGroup(at)) {
        const ends = this.#phrases.endsPhrase(at) || FAMILIES.has(this.#norm(at + 1));
        return ends ? at : undefined;
      }
      if (!LEADS.has(this.#norm(at))) return undefined;
    }
    return undefined;
  }

  /** "The two tetracyclines that have been tried, minocycline and ceftriaxone,", "a and b: the pair of …". */
  readCounted(): void {
    const { start, end } = this.clause;
    for (let at = start + 1; at < end; at++) {
      if (!this.#isGroup(at)) continue;
      const counted = [1, 2, 3]
        .map((step) => ({ step, count: NUMBERS[this.#norm(at - step)] ?? PAIRS[this.#norm(at - step)] }))
        .find(({ count }) => count !== undefined && count > 1);
      if (counted === undefined) continue;
      const things = this.#listBehind(at) ?? this.#listBefore(at - counted.step);
      if (things === undefined || things.length !== counted.count) continue;
      for (const thing of things) this.#add(partyOf(this.elements[thing]!.mention!), at, thing, 'so many of a class');
    }
  }

  /** The list of medicines behind a mark that follows the class, past what tells which ones are meant. */
  #listBehind(group: number): readonly number[] | undefined {
    const first = this.#things(group + 1, this.clause.end)[0];
    if (first === undefined || first - group > 9 || !OPENS_LIST.has(this.#norm(first - 1))) return undefined;
    const between = this.elements.slice(group + 1, first - 1);
    if (between.length > 0 && !RELATIVES.has(between[0]!.norm)) return undefined;
    if (between.some(({ norm, kind }) => kind === 'mark' || ACTS_ON.has(norm))) return undefined;
    const list = this.#listFrom(first);
    // "After two antibiotics, colchicine and warfarin were stopped."
    const behind = this.#norm(list[list.length - 1]! + 1);
    return behind === '' || CLOSES.has(behind) ? list : undefined;
  }

  /** "Azathioprine and cyclophosphamide: the pair of …" */
  #listBefore(counted: number): readonly number[] | undefined {
    const { start } = this.clause;
    const article = DETERMINERS.has(this.#norm(counted - 1)) ? counted - 1 : counted;
    if (![':', '–', '—', ',', 'are', 'were', '='].includes(this.#norm(article - 1))) return undefined;
    const things = this.#things(start, article);
    const first = things[0];
    if (first === undefined || first > start + 1) return undefined;
    const list = this.#listFrom(first);
    return list[list.length - 1] === article - 2 ? list : undefined;
  }

  /** "hydroxychloroquine, once for malaria, now for lupus; a calcineurin inhibitor; …", "Answer: an NSAID." */
  readFragment(): void {
    const { start, end } = this.clause;
    let from = start;
    if (ANSWERS.has(this.#norm(from)) && this.#norm(from + 1) === ':') from += 2;
    if (from > start && this.#norm(from) === 'is') from++;
    const isNote = start > 0 ? this.#isNoteOf(start) : this.#named() !== undefined;
    if (!isNote && !['a', 'an', 'one'].includes(this.#norm(from))) return;
    const group = this.#phrases.classAfter(from);
    if (group === undefined || !this.#isGroup(group.at) || this.#things(start, end).length > 0) return;
    const behind = FAMILIES.has(this.#norm(group.at + 1)) ? group.at + 2 : group.at + 1;
    const rest = this.elements.slice(behind, end);
    // "Local anaesthetic that can be put …": what is said in a relative clause is of the class.
    const isRelative = ['that', 'which', 'used', 'given', 'for'].includes(rest[0]?.norm ?? '') && start === 0;
    const goesOn = rest.some(({ norm }) => VERBS.has(norm)) || (rest.length > 0 && rest[0]!.kind !== 'mark');
    if (goesOn && !isRelative) return;
    const subject = start > 0 ? this.#opensSentence() : from > start ? this.#asked() : this.#named();
    if (subject !== undefined) this.#add(subject, group.at, from, 'fragment');
  }

  /** "simvastatin; antibiotic; at night": a medicine alone, and the class alone. */
  #isNoteOf(start: number): boolean {
    const before = this.elements.slice(0, start - 1);
    const mark = before.findLastIndex(({ norm }) => norm === ':' || norm === ';');
    return before.length - mark === 2 && this.#isThing(start - 2) && this.clause.end - start <= 3;
  }

  /** The one medicine that a sentence of fragments begins with, behind a label at most. */
  #opensSentence(): ClaimParty | undefined {
    const things = this.#things(0, this.clause.start);
    const ids = new Set(things.map((at) => this.elements[at]!.mention!.conceptId));
    const [first] = things;
    if (first === undefined || ids.size !== 1) return undefined;
    const opening = this.elements.slice(0, first);
    const isLabel = opening.length <= 6 && (opening.length === 0 || opening[opening.length - 1]!.norm === ':');
    const own = this.elements.slice(first, this.clause.start);
    return isLabel && !own.some(({ norm }) => VERBS.has(norm)) ? partyOf(this.elements[first]!.mention!) : undefined;
  }

  /** "Triamcinolone. Local anaesthetic …": the sentence before is nothing but the name. */
  #named(): ClaimParty | undefined {
    const { block, sentenceIndex } = this.sentence;
    const before = this.discourse.sentences[block.index]![sentenceIndex - 1];
    const things = before?.elements.filter((element) => isDrug(element, this.terminology)) ?? [];
    const words = before?.elements.filter(({ kind }) => kind !== 'mark') ?? [];
    return things.length === 1 && words.length <= 2 && !before!.isQuestion ? partyOf(things[0]!.mention!) : undefined;
  }

  #asked(): ClaimParty | undefined {
    const { block, sentenceIndex } = this.sentence;
    return this.discourse.topicOf(block.index, sentenceIndex, (id) => this.terminology.concept(id)!.kind === 'drug');
  }

  /** "A painkiller of the NSAID family, minocycline cut the number of flares." */
  readFronted(): void {
    const { start, end } = this.clause;
    if (start > 0 || !['a', 'an', 'one'].includes(this.#norm(0))) return;
    const comma = this.elements.findIndex(({ norm }) => norm === ',');
    const thing = [1, 2].map((step) => comma + step).find((at) => this.#isThing(at));
    if (comma < 2 || comma > 9 || thing === undefined) return;
    if (this.#things(0, end).find((at) => this.#norm(at - 1) !== 'like') !== thing) return;
    const behind = this.#norm(thing + 1);
    if (behind === '' || NOT_FRONTED.has(behind) || CLOSES.has(behind)) return;
    // "A statin if ever there was one, …", "An antibiotic like minocycline, …"
    const tail = this.elements.findIndex(
      ({ norm }, at) => at < comma && (norm === 'like' || matchWords(this.elements, at, IF_EVER) > 0),
    );
    const head = tail > 0 ? tail : comma;
    const groups = this.#indexes(0, head, (at) => this.#isGroup(at));
    const others = this.elements.slice(1, head).some(({ norm }) => VERBS.has(norm) || NOT_FRONTED.has(norm));
    if (others) return;
    for (const group of groups) {
      if (this.#phrases.endsPhrase(group) || group + 1 === tail || FAMILIES.has(this.#norm(group + 1))) {
        this.#add(partyOf(this.elements[thing]!.mention!), group, 0, 'before its name', tail > 0 ? comma : 0);
      }
    }
  }

  /** "Coumadin owes its place among the antibiotics to a small trial." */
  readAmong(): void {
    const { start, end } = this.clause;
    for (let at = start + 2; at < end - 1; at++) {
      if (!['among', 'amongst'].includes(this.#norm(at)) || !['the', 'all', 'our'].includes(this.#norm(at + 1))) {
        continue;
      }
      const group = this.#groupBehind(at + 1);
      const things = this.#things(start, at);
      if (group === undefined || things.length !== 1 || things[0]! > start + 1) return;
      if (!/s$/u.test(this.elements[group]!.norm) && !FAMILIES.has(this.#norm(group + 1))) return;
      if (['and', ',', 'or'].includes(this.#norm(group + 1))) return;
      if (this.elements.slice(things[0]! + 1, at).some(({ norm }) => ACTS_ON.has(norm) || MEASURES.has(norm))) return;
      this.#add(partyOf(this.elements[things[0]!]!.mention!), group, things[0]!, 'among them');
    }
  }

  /** The medicines that the text names last, as many as are meant. */
  #namedBefore(count: number | undefined, before: number): readonly ClaimParty[] {
    const { block, sentenceIndex } = this.sentence;
    const found = new Map<string, ClaimParty>();
    for (let index = sentenceIndex; index >= Math.max(0, sentenceIndex - 3); index--) {
      const other = this.discourse.sentences[block.index]![index]!;
      const upTo = index === sentenceIndex ? before : other.elements.length;
      if (index !== sentenceIndex && other.isQuestion) break;
      for (const element of other.elements.slice(0, upTo)) {
        const id = element.mention?.conceptId;
        if (id !== undefined && isDrug(element, this.terminology) && !found.has(id)) {
          found.set(id, partyOf(element.mention!));
        }
      }
      if (found.size >= (count ?? 2)) break;
    }
    return found.size === count || (count === undefined && found.size <= 4) ? [...found.values()] : NONE;
  }

  #isMember(thing: ClaimParty, group: number): boolean {
    return this.terminology.isA(thing.conceptId!, this.elements[group]!.mention!.conceptId!);
  }

  #listFrom(first: number): readonly number[] {
    const list: number[] = [];
    for (let at = first; at < this.clause.end; at++) {
      if (this.#isThing(at)) list.push(at);
      else if (!JOINTS.has(this.#norm(at)) || (this.#norm(at) === ',' && !this.#goesOn(at))) break;
    }
    return list;
  }

  #goesOn(comma: number): boolean {
    return [1, 2].some((step) => this.#isThing(comma + step));
  }

  #things(from: number, to: number): readonly number[] {
    return this.#indexes(from, to, (at) => this.#isThing(at));
  }

  #indexes(from: number, to: number, is: (at: number) => boolean): readonly number[] {
    const found: number[] = [];
    for (let at = from; at < to; at++) if (is(at)) found.push(at);
    return found;
  }

  #names(from: number, to: number): boolean {
    return this.elements.slice(from, to).some(({ mention }) => mention !== undefined);
  }

  #isThing(at: number): boolean {
    const element = this.elements[at];
    return element !== undefined && isDrug(element, this.terminology);
  }

  #isGroup(at: number): boolean {
    const element: Element | undefined = this.elements[at];
    return element?.mention?.conceptId !== undefined && this.#phrases.isDrugClass(element);
  }

  /** A word of the statement denies it, or keeps a medicine and the class apart. */
  #isHeldApart(first: number, last: number): boolean {
    const said = this.elements.slice(first, Math.min(last + 3, this.clause.end));
    return said.some(({ norm }) => APART.has(norm)) || isDenied(this.elements, first, last + 1);
  }

  /** @param first where the words begin that may hold the thing and the class apart */
  #add(subject: ClaimParty, group: number, from: number, form: string, first = this.clause.start): void {
    const object = partyOf(this.elements[group]!.mention!);
    if (subject.conceptId === object.conceptId || this.#isHeldApart(first, Math.max(group, from))) return;
    const whole = this.sentence.sentence.span;
    const { sentences, index: block } = this.sentence.block;
    const previous = sentences[this.sentence.sentenceIndex - 1];
    // "… and teriparatide. All are bisphosphonates.": which of them it is not true of is shown as well.
    const isToldOf =
      form === TOGETHER &&
      this.#norm(from) === 'all' &&
      previous !== undefined &&
      contains(previous.span, subject.span);
    const isHere = subject.block === block && (contains(whole, subject.span) || isToldOf);
    const spans = [isHere ? subject.span : this.elements[from]!.span, object.span];
    this.claims.push({
      relation: 'is-a',
      subject,
      object,
      polarity: 'asserted',
      attribution: isHypothetical(this.elements, this.clause, group) ? 'hypothetical' : this.clause.attribution,
      weak: false,
      block: this.sentence.block.index,
      span: proseSpan(Math.min(...spans.map(({ start }) => start)), Math.max(...spans.map(({ end }) => end))),
      form,
    });
  }

  #norm(at: number): string {
    return this.elements[at]?.norm ?? '';
  }
}

const NONE: readonly never[] = [];
const TOGETHER = 'taken together';
const REASONS = new Set(['as', 'because', 'since', 'for']);
const PAIRS: Readonly<Record<string, number>> = { pair: 2, duo: 2, trio: 3, both: 2 };
const BELONGS = new Set('are were belong count come hail fall rank make form stem'.split(' '));
const LEADS = new Set(
  'both all two three of from in to the a an same one sisters brothers cousins siblings twins kin relatives members representatives examples family class group classic typical true pure plain known old older new well simply just drugs medicines under among as into part pair so-called'.split(
    ' ',
  ),
);
const FAMILIES = new Set('family class group category drug drugs medicine medicines type kind clan agents'.split(' '));
const MEDICINES = new Set('drugs medicines medications agents tablets pills shots of antibiotics'.split(' '));
const OPENS_LIST = new Set([',', '(', ':', '–', '—']);
const RELATIVES = new Set('that which we on in used tried given named at here'.split(' '));
const CLOSES = new Set([',', '.', ')', ';', '–', '—', '!', ':']);
const DETERMINERS = new Set(['the', 'a', 'these', 'those', 'all']);
const JOINTS = new Set(', and & /'.split(' '));
const ANSWERS = new Set('answer a reply back solution'.split(' '));
const VERBS = new Set(
  'is are was were has have had can may will would should must does do did helps works helped stopped takes took cut treats needs'.split(
    ' ',
  ),
);
/** In front of a comma they make it another thing: "a week after the statin, colchicine …". */
const NOT_FRONTED = new Set(
  'at on by every daily twice once also after before with without for week month day year later on in and or dose patient course change if when like unlike than to from'.split(
    ' ',
  ),
);
const IF_EVER = 'if ever there was one'.split(' ');
const MEASURES = new Set('and or users patients people less more with against to'.split(' '));
