import type { Terminology } from '../../terminology/terminology.js';
import { contains, proseSpan } from '../../text/span.js';
import { ClassPhrases } from './class-phrases.js';
import type { Claim, ClaimParty } from '../claim.js';
import { ClauseReader } from '../sentences/clause-reader.js';
import { isDenied, isHypothetical, type Clause } from '../sentences/clauses.js';
import { isDrug } from '../sentences/concept-roles.js';
import { partyOf, type Discourse } from '../subjects/discourse.js';
import { matchWords, type Element, type SentenceElements } from '../sentences/elements.js';
import { NUMBERS } from '../sentences/lexicon.js';

/**
 * Reads the class of several things at once: "the JAK inhibitors – a, b, c –", "a and b, two antibiotics,", "both of
 * these antibiotics", "a is a statin and b a diuretic", "… take a blood thinner. Examples are a, b and c."
 */
export function readClassLists(
  sentence: SentenceElements,
  clause: Clause,
  discourse: Discourse,
  terminology: Terminology,
): readonly Claim[] {
  if (sentence.isQuestion) return [];
  const reader = new ClassListReader(sentence, clause, discourse, terminology);
  reader.readBetweenDashes();
  reader.readBehindBracket();
  reader.readInBracket();
  reader.readNamedBehind();
  reader.readCountedAppositions();
  reader.readTheseTwo();
  reader.readGapped();
  reader.readSame();
  reader.readSynonyms();
  return reader.claims;
}

/** "Examples are a, b and c" after a sentence that names the one class. */
export function readExamples(
  sentence: SentenceElements,
  clause: Clause,
  discourse: Discourse,
  terminology: Terminology,
): readonly Claim[] {
  const opening = sentence.elements[clause.start]?.norm ?? '';
  if (sentence.isQuestion || !(OPENS_EXAMPLES.has(opening) || opening === 'so')) return [];
  const reader = new ClassListReader(sentence, clause, discourse, terminology);
  reader.readLikewise();
  if (OPENS_EXAMPLES.has(opening)) reader.readExamples();
  return reader.claims;
}

class ClassListReader extends ClauseReader {
  readonly #phrases = new ClassPhrases(this.elements, this.clause, this.terminology);

  readBetweenDashes(): void {
    for (let at = this.clause.start; at < this.clause.end - 3; at++) {
      // "You may know some NSAIDs: ibuprofen, say, or naproxen."
      const isExample = this.#norm(at + 1) === ':' && EXAMPLES.has(this.#norm(at + 4));
      if (!this.#isGroup(at) || !(DASHES.has(this.#norm(at + 1)) || isExample)) continue;
      const members = this.#listFrom(at + 2);
      if (members.length < 2) continue;
      const next = this.#norm(members[members.length - 1]! + 1);
      if (next !== '' && !DASHES.has(next) && next !== '.') continue;
      for (const member of members) this.#add(this.#party(member), this.#party(at), 'between dashes', member);
    }
  }

  /** "Phosphate binders (with every meal): sevelamer, lanthanum" */
  readBehindBracket(): void {
    const { start, end } = this.clause;
    const at = this.elements.findIndex((_, index) => index >= start && index <= start + 2 && this.#isGroup(index));
    if (at < 0 || this.#norm(at + 1) !== '(') return;
    const close = this.elements.findIndex(({ norm }, index) => index > at && norm === ')');
    if (close < 0 || close > at + 12 || close + 2 >= end || this.#norm(close + 1) !== ':') return;
    const bracket = this.elements.slice(at + 2, close);
    if (bracket.some(({ norm, mention }) => mention !== undefined || EXCEPTS.has(norm))) return;
    const members = this.#listFrom(close + 2);
    if (members.length < 2) return;
    for (const member of members) this.#add(this.#party(member), this.#party(at), 'behind a label', member);
  }

  /** "The tetracyclines doxycycline, minocycline and ceftriaxone bind calcium." */
  readNamedBehind(): void {
    for (let at = this.clause.start; at < this.clause.end - 3; at++) {
      const determiner = this.#norm(at - 1);
      const isPlural = this.#isGroup(at) && this.#norm(at).endsWith('s') && this.#isThing(at + 1);
      if (!isPlural || !(determiner === 'the' || COUNTS.has(determiner) || OURS.has(determiner))) continue;
      const listed = this.#listFrom(at + 1);
      // "the JAK inhibitors tofacitinib and baricitinib, as well as rituximab": what is added need be none.
      const added = listed.findIndex((member) => this.#norm(member - 1) === 'as' && this.#norm(member - 2) === 'well');
      const members = added < 0 ? listed : listed.slice(0, added);
      const group = this.#party(at);
      const isOf = (member: number) => this.terminology.isA(this.#party(member).conceptId!, group.conceptId!);
      if (members.length < 2 || !members.some(isOf)) continue;
      for (const member of members) this.#add(this.#party(member), group, 'between dashes', member);
    }
  }

  /** "tablets against gout (the uricosurics – probenecid, for example, or naproxen)" */
  readInBracket(): void {
    for (let at = this.clause.start + 1; at < this.clause.end - 3; at++) {
      const opening = this.#norm(at - 1) === 'the' ? at - 2 : at - 1;
      if (!this.#isGroup(at) || this.#norm(opening) !== '(' || !OPENS_IN_BRACKET.has(this.#norm(at + 1))) continue;
      // "(bisphosphonates, denosumab, cinacalcet)": the class is the first of them.
      if (opening === at - 1 && this.#norm(at + 1) === ',' && this.#isThing(at + 2)) continue;
      const close = this.elements.findIndex(({ norm }, index) => index > at && norm === ')');
      if (close < 0 || close >= this.clause.end) continue;
      const inside = this.elements.slice(at + 2, close);
      if (!inside.every((element) => this.#isDrug(element) || JOINTS_IN_BRACKET.has(element.norm))) continue;
      const members = inside.flatMap((element, index) => (this.#isDrug(element) ? [at + 2 + index] : []));
      for (const member of members) this.#add(this.#party(member), this.#party(at), 'between dashes', member);
    }
  }

  /** "Minocycline and doxycycline, two well-known calcium channel blockers, …" */
  readCountedAppositions(): void {
    for (let at = this.clause.start + 1; at < this.clause.end - 2; at++) {
      const counted = this.#norm(at + 1) === 'the' ? at + 2 : at + 1;
      if (this.#norm(at) !== ',' || !COUNTS.has(this.#norm(counted)) || !this.#isThing(at - 1)) continue;
      // "ten got warfarin, ten a statin"
      if (['a', 'an'].includes(this.#norm(counted + 1))) continue;
      const object = this.#phrases.classAfter(counted + 1);
      if (object === undefined) continue;
      for (const member of this.#listBefore(at - 1)) {
        this.#add(this.#party(member), object.party, 'apposition', object.at);
      }
    }
  }

  /** "First came warfarin, then apixaban. Both of these bisphosphonates …" */
  readTheseTwo(): void {
    for (let at = this.clause.start; at < Math.min(this.clause.end, this.clause.start + 12); at++) {
      if (!this.#isGroup(at)) continue;
      const before = [1, 2, 3, 4].map((step) => this.#norm(at - step));
      const points = before.includes('these') || before.includes('both') || before.includes('those');
      const two =
        before.includes('both') || before.includes('two') || (before.includes('these') && before[0] === 'these');
      if (!points || !two || before.some((norm) => BESIDE.has(norm))) continue;
      // "Both need vitamin K": between "both" and its noun stands no word that may be a verb.
      if (!before.includes('these') && !before.includes('those') && !COUNTS.has(before[0]!)) continue;
      const things = this.#thingsBefore(at);
      for (const thing of things) this.#add(thing, this.#party(at), 'these two', at);
    }
  }

  /** "Allopurinol is a xanthine oxidase inhibitor and probenecid a calcineurin inhibitor." */
  readGapped(): void {
    for (let at = this.clause.start + 3; at < this.clause.end - 1; at++) {
      if (!['and', ',', 'but'].includes(this.#norm(at - 1)) || !this.#isThing(at)) continue;
      if (!['a', 'an', 'one', 'the'].includes(this.#norm(at + 1))) continue;
      const object = this.#phrases.classAfter(at + 1);
      if (object === undefined || object.at - at > 4) continue;
      const before = this.elements.slice(this.clause.start, at - 1);
      const classBefore = before.findIndex((element) => this.#phrases.isClass(element));
      const isStated = before.slice(0, Math.max(0, classBefore)).some(({ norm }) => ['is', 'as', 'are'].includes(norm));
      if (classBefore < 0 || !isStated) continue;
      this.#add(this.#party(at), object.party, 'without its verb', object.at);
    }
  }

  /** "Calciphylaxis and metastatic calcinosis are one and the same thing." */
  readSame(): void {
    for (let at = this.clause.start + 3; at < this.clause.end - 1; at++) {
      if (!['are', 'were', 'mean', 'denote'].includes(this.#norm(at))) continue;
      const after = this.elements.slice(at + 1, at + 7).map(({ norm }) => norm);
      const same =
        after.includes('same') || after.includes('synonyms') || after.includes('interchangeable') || isTwoNames(after);
      if (!same || after.some((norm) => SAME_OTHERWISE.has(norm))) continue;
      const [first, and, second] = [at - 3, at - 2, at - 1];
      // Of three and more names, the last two are not said to be one.
      const isThird = this.#norm(first - 1) === ',' && this.#kind(first - 2) === this.#kind(first);
      if (this.#norm(and) !== 'and' || isThird) continue;
      if (this.#areConditions(first, second)) this.#addSame(first, second, at);
    }
  }

  /** "Calciphylaxis is synonymous with …", "calciphylaxis (another name for …)" */
  readSynonyms(): void {
    for (let at = this.clause.start + 1; at < this.clause.end - 1; at++) {
      const end = SYNONYMOUS.map((words) => matchWords(this.elements, at, words)).find((found) => found > 0);
      if (end === undefined) continue;
      const second = ARTICLES.has(this.#norm(end)) ? end + 1 : end;
      let first = at - 1;
      while (BEFORE_SYNONYM.has(this.#norm(first))) first--;
      if (this.#areConditions(first, second)) this.#addSame(first, second, at);
    }
  }

  #areConditions(first: number, second: number): boolean {
    return [first, second].every((index) => NAMED_TWICE.has(this.#kind(index) ?? ''));
  }

  /** What has two names is each of the two. */
  #addSame(first: number, second: number, at: number): void {
    this.#add(this.#party(first), this.#party(second), 'the same', at);
    this.#add(this.#party(second), this.#party(first), 'the same', at);
  }

  /** "Prednisone is a corticosteroid. So are …", "…; the same goes for lisinopril." */
  readLikewise(): void {
    const { start } = this.clause;
    const end = LIKEWISE.map((words) => matchWords(this.elements, start, words)).find((found) => found > 0);
    if (end === undefined) return;
    const { block, sentenceIndex } = this.sentence;
    const before =
      start > 0
        ? this.elements.slice(0, start)
        : (this.discourse.sentences[block.index]![sentenceIndex - 1]?.elements ?? []);
    const groups = before.filter((element) => this.#phrases.isClass(element) && this.#phrases.isDrugClass(element));
    if (groups.length !== 1 || isDenied(before, 0, before.length)) return;
    const at = before.indexOf(groups[0]!);
    if (!before.slice(Math.max(0, at - 5), at).some(({ norm }) => STATES.has(norm))) return;
    const group = partyOf(groups[0]!.mention!);
    for (const member of this.#listFrom(end)) this.#add(this.#party(member), group, 'likewise', member);
  }

  /** "Examples are a, b and c", in a sentence or behind a semicolon. */
  readExamples(): void {
    const { block, sentenceIndex } = this.sentence;
    const { start, end } = this.clause;
    const own = this.elements.slice(start, end);
    const verb = own.findIndex(
      ({ norm }, at) => at > 0 && at < 6 && ['are', 'include', 'includes', 'is', 'were'].includes(norm),
    );
    if (verb < 0 || own.slice(0, verb).some(({ mention }) => mention !== undefined)) return;
    const opening = own[0]!.norm;
    // Behind a semicolon the words must tell that examples follow.
    if (start > 0 && !own.slice(0, verb).some(({ norm }) => NAMES_EXAMPLES.has(norm))) return;
    if (['they', 'these'].includes(opening) && !['include', 'are'].includes(own[verb]!.norm)) return;
    const members = this.#listFrom(start + verb + 1);
    if (members.length === 0) return;
    const previous = sentenceIndex > 0 ? this.discourse.sentences[block.index]![sentenceIndex - 1] : undefined;
    if (start === 0 && (previous === undefined || previous.isQuestion)) return;
    const before = start > 0 ? this.elements.slice(0, start) : previous!.elements;
    const groups = before.filter((element) => this.#phrases.isClass(element) && this.#phrases.isDrugClass(element));
    if (groups.length !== 1 || isDenied(before, 0, before.length)) return;
    // "Some medicines raise the level of statins; examples are …" gives examples of the medicines.
    if (start > 0 && before.indexOf(groups[0]!) > LATEST_SUBJECT) return;
    const group = partyOf(groups[0]!.mention!);
    for (const member of members) this.#add(this.#party(member), group, 'examples', member);
  }

  #listFrom(from: number): number[] {
    const members: number[] = [];
    for (let at = from; at < this.clause.end; at++) {
      if (this.#isThing(at)) members.push(at);
      else if (!LIST_JOINTS.has(this.#norm(at))) break;
    }
    return members;
  }

  #listBefore(last: number): number[] {
    const members: number[] = [];
    for (let at = last; at >= this.clause.start; at--) {
      if (this.#isThing(at)) members.unshift(at);
      else if (!LIST_JOINTS.has(this.#norm(at))) break;
    }
    return members;
  }

  /** The two medicines named before in the sentence, or else in the one before it. */
  #thingsBefore(at: number): ClaimParty[] {
    const own = this.elements.slice(0, at).filter((_, index) => this.#isThing(index));
    const { block, sentenceIndex } = this.sentence;
    const previous = this.discourse.sentences[block.index]![sentenceIndex - 1];
    const things =
      own.length > 0 || previous?.isQuestion !== false
        ? own
        : previous.elements.filter((element) => this.#isDrug(element));
    const ids = new Set(things.map((element) => element.mention!.conceptId));
    return ids.size === 2 && things.length === 2 ? things.map((element) => partyOf(element.mention!)) : [];
  }

  #add(subject: ClaimParty, object: ClaimParty, form: string, at: number): void {
    if (subject.conceptId === object.conceptId) return;
    const block = this.sentence.block.index;
    const whole = this.sentence.sentence.span;
    const here = [subject, object].filter((party) => party.block === block && contains(whole, party.span));
    // Of a list only the item that is wrong is shown.
    const spans = form === 'between dashes' || form === 'examples' ? [subject.span] : here.map(({ span }) => span);
    this.claims.push({
      relation: 'is-a',
      subject,
      object,
      polarity: isDenied(this.elements, Math.max(this.clause.start, at - 6), at) ? 'denied' : 'asserted',
      attribution: isHypothetical(this.elements, this.clause, at) ? 'hypothetical' : this.clause.attribution,
      weak: false,
      block,
      span: proseSpan(Math.min(...spans.map(({ start }) => start)), Math.max(...spans.map(({ end }) => end))),
      form,
    });
  }

  #party(at: number): ClaimParty {
    return partyOf(this.elements[at]!.mention!);
  }

  #isGroup(at: number): boolean {
    const element = this.elements[at];
    return this.#phrases.isClass(element) && this.#phrases.isDrugClass(element!);
  }

  #isThing(at: number): boolean {
    const element = this.elements[at];
    return element !== undefined && this.#isDrug(element);
  }

  #isDrug(element: Element): boolean {
    return isDrug(element, this.terminology);
  }

  #kind(at: number): string | undefined {
    return this.terminology.concept(this.elements[at]?.mention?.conceptId ?? '')?.kind;
  }

  #norm(at: number): string {
    return at >= this.clause.start && at < this.clause.end ? this.elements[at]!.norm : '';
  }
}

/** "two names for one thing", "different words for the same" */
function isTwoNames(after: readonly string[]): boolean {
  const what = after.indexOf('for');
  const isOfOne = what >= 0 && !OF_SEVERAL.has(after[what + 1] ?? '');
  return isOfOne && after.some((norm) => ['names', 'words', 'terms', 'labels'].includes(norm));
}

const SYNONYMOUS = [
  ...['synonymous with', 'a synonym of', 'a synonym for', 'identical with', 'identical to', 'the same thing as'],
  ...['another', 'a different', 'an older', 'the old', 'the medical', 'the latin'].flatMap((other) =>
    ['name', 'word', 'term'].map((noun) => `${other} ${noun} for`),
  ),
].map((phrase) => phrase.split(' '));
const BEFORE_SYNONYM = new Set('( , * which is are as known simply just only really in fact'.split(' '));
const ARTICLES = new Set(['a', 'an', 'the']);
const NAMED_TWICE = new Set(['type', 'drug-class', 'process', 'disease', 'form']);
const OF_SEVERAL = new Set('two three different several distinct separate'.split(' '));
const LIKEWISE = [
  'so are',
  'so is',
  'so was',
  'the same goes for',
  'the same holds for',
  'the same is true of',
  'the same applies to',
  'the same can be said of',
].map((phrase) => phrase.split(' '));
const STATES = new Set('is are was belongs belong counts count'.split(' '));
const OPENS_IN_BRACKET = new Set(['–', '—', '-', ':', ';', ',']);
const JOINTS_IN_BRACKET = new Set(
  ', and or & the also for example instance say e . g eg such as like usually namely chiefly mainly'.split(' '),
);
const OURS = new Set(['our', 'these', 'both', 'your', 'his', 'her']);
const EXAMPLES = new Set(['say', 'for']);
const DASHES = new Set(['–', '—', '-']);
const COUNTS = new Set(['both', ...Object.keys(NUMBERS).filter((word) => word !== 'one')]);
const LIST_JOINTS = new Set(', and or & the also for example instance say plus as well'.split(' '));
const EXCEPTS = new Set('not no never except without instead unlike interact interacts avoid'.split(' '));
const BESIDE = new Set('with than like unlike against of'.split(' ').filter((word) => word !== 'of'));
const SAME_OTHERWISE = new Set(
  'cause causes origin extent spread family group class day time way reason patient people kind not in at'.split(' '),
);
/** In elements: "the newer statins" */
const LATEST_SUBJECT = 2;
const NAMES_EXAMPLES = new Set('examples example members representatives'.split(' '));
const OPENS_EXAMPLES = new Set('examples example they these among common well-known the'.split(' '));
