import { AttributeSubjects, reverses } from './attribute-subjects.js';
import type { Terminology, AttributePhrase } from '../../terminology/terminology.js';
import { contains, proseSpan } from '../../text/span.js';
import type { Claim, ClaimParty } from '../claim.js';
import { isDenied, isHypothetical, isNegator, type Clause } from '../sentences/clauses.js';
import { partyOf, type Discourse } from '../subjects/discourse.js';
import type { SentenceElements } from '../sentences/elements.js';
import { KIND_HEADER, subjectOfKind } from './kind-frames.js';
import { matchesBetween, type PhraseMatch } from '../phrases/phrase-matches.js';
import { EXPLAINING_MARKS } from '../sentences/lexicon.js';

/**
 * Reads what a text says that a thing is like: how dangerous, how far spread, made of what. The phrases and what holds
 * are data (`terminology/attributes.yaml`); whom a phrase is said of is read here.
 */
export function readAttributes(
  sentence: SentenceElements,
  clause: Clause,
  discourse: Discourse,
  terminology: Terminology,
): readonly Claim[] {
  // A term that is defined below says nothing yet.
  if (clause.start >= clause.end || sentence.block.kind === 'definition-term') return NONE;
  const last = sentence.elements[clause.end - 1]!.endToken;
  const from = sentence.elements[clause.start]!.firstToken;
  const { attribute } = discourse.phrasesIn(sentence.block.index);
  const matches = matchesBetween(attribute, sentence.block.tokens, from, last);
  if (matches.length === 0) return NONE;
  const reader = new AttributeReader(sentence, clause, discourse, terminology);
  reader.read(matches);
  return reader.claims;
}

const NONE: readonly never[] = [];

/** The longest phrase of each attribute, of those that begin at one token. */
function longestOf(matches: readonly PhraseMatch<AttributePhrase>[]): readonly PhraseMatch<AttributePhrase>[] {
  if (matches.length === 1) return matches;
  const best = new Map<string, PhraseMatch<AttributePhrase>>();
  for (const match of matches) {
    const { phrase, to } = match;
    const known = best.get(phrase.attribute);
    // Of two as long, the one that needs no verb before it.
    if (known === undefined || to > known.to || (to === known.to && !phrase.needsCopula)) {
      best.set(phrase.attribute, match);
    }
  }
  return [...best.values()];
}

class AttributeReader extends AttributeSubjects {
  /** @param matches phrases that stand in the clause, in order */
  read(matches: readonly PhraseMatch<AttributePhrase>[]): void {
    let next = 0;
    for (let index = 0; index < matches.length;) {
      const { at } = matches[index]!;
      let behind = index + 1;
      while (matches[behind]?.at === at) behind++;
      // What lies in another phrase says nothing of its own, but for a noun: "is a mineral" holds one.
      const isOpen = at >= next;
      for (const { phrase, to } of longestOf(matches.slice(index, behind))) {
        if (!isOpen && phrase.isKind === undefined) continue;
        this.#readPhrase(phrase, at, to);
        if (isOpen) next = Math.max(next, to);
      }
      index = behind;
    }
  }

  #readPhrase(phrase: AttributePhrase, token: number, endToken: number): void {
    // "crystals of calcium pyrophosphate deposition disease": the words belong to a longer name.
    const { mentions } = this.sentence.block;
    if (mentions.some((one) => token < one.firstToken && one.firstToken < endToken && endToken < one.endToken)) return;
    const name =
      phrase.isKind === true ? mentions.find((one) => one.firstToken <= token && endToken <= one.endToken) : undefined;
    // "a vitamin K antagonist", "a bone medicine": the noun is not what the name says that it is.
    if (name !== undefined && endToken < name.endToken) return;
    const at = this.elementAt(token);
    if (at < 0) return;
    if (phrase.needsMost === true && !this.#isForTheMost()) return;
    const subject =
      phrase.isKind === true ? this.#subjectOfKind(phrase, at, endToken) : this.#subjectOfPhrase(phrase, at, endToken);
    if (subject === undefined) return;
    // "…, which unlike these two is a hormone"
    if (phrase.isKind === true && this.clause.attribution === 'contrasted') return;
    // "is a water pill": that it is a pill holds, and the name says more.
    if (name !== undefined && name.firstToken < token && this.#holds(subject, phrase)) return;
    const from = this.elements.findIndex(
      ({ span }) => subject.block === this.sentence.block.index && span.start === subject.span.start,
    );
    if (phrase.needsCopula && this.#isListedComplaint(subject, from, at)) return;
    // "Your doctor may check the parathyroid glands, which sit …": what stands before the subject hedges something else.
    const relative = from >= 0 && from < at && this.isAppended(from);
    const said = relative ? from : this.clause.start;
    if (this.elements.slice(said, at).some(({ norm }) => HEDGES.has(norm))) return;
    // "In kidney failure, binders make phosphate sink."
    if (from >= 0 && from < at && this.isAside(from) && this.#isDoneByAnother(from, at)) return;
    if (!phrase.needsCopula && this.isReversed(this.clause.start, token)) return;
    if (!phrase.needsCopula && this.#isOfNoun(from, at)) return;
    const { block } = this.sentence;
    const span = proseSpan(block.tokens[token]!.span.start, block.tokens[endToken - 1]!.span.end);
    const inside = subject.block === block.index && contains(this.sentence.sentence.span, subject.span);
    this.claims.push({
      relation: 'has',
      subject,
      object: { text: block.text.slice(span.start, span.end), block: block.index, span },
      value: phrase.value,
      attribute: phrase.attribute,
      polarity: isDenied(this.elements, this.#deniedFrom(from, at), at) ? 'denied' : 'asserted',
      attribution: isHypothetical(this.elements, this.clause, at) ? 'hypothetical' : this.clause.attribution,
      weak: false,
      block: block.index,
      span: inside && from < at ? proseSpan(subject.span.start, span.end) : span,
      form: 'attribute',
    });
  }

  #holds({ conceptId }: ClaimParty, { attribute, value }: AttributePhrase): boolean {
    const held = this.terminology.heldAttribute(conceptId!, attribute);
    return held?.values.includes(value) === true || held?.also?.includes(value) === true;
  }

  /** "joint pain, muscle weakness": the comma of a list. */
  #isListedComplaint({ conceptId }: ClaimParty, from: number, at: number): boolean {
    if (from < 0 || from > at || !COMPLAINTS.has(this.terminology.concept(conceptId!)!.kind)) return false;
    return this.elements.slice(from, at).some(({ norm }) => norm === ',');
  }

  /** Where what denies the phrase may begin: behind the subject, and behind the last colon or semicolon. */
  #deniedFrom(from: number, at: number): number {
    const start = Math.max(this.clause.start, from < at ? from : at - 5);
    const mark = this.elements.findLastIndex(({ norm }, index) => index < at && PARTS.has(norm));
    // "They were not: the crystals were …"
    return this.elements[mark - 1]?.norm === 'not' ? start : Math.max(start, mark);
  }

  #subjectOfPhrase(phrase: AttributePhrase, at: number, endToken: number): ClaimParty | undefined {
    const named = phrase.needsCopula
      ? (this.#namedAfter(phrase.attribute, at, endToken) ?? this.#namedBefore(phrase.attribute, at))
      : undefined;
    if (named !== undefined) return named;
    if (phrase.needsCopula && !this.#followsCopula(at, endToken)) return undefined;
    return this.#subjectOf(phrase.attribute, at) ?? this.#objectOf(phrase, at, endToken);
  }

  /** Of what a noun says what it is: "is a vitamin", ": a kind of vitamin", ", a vitamin,". */
  #subjectOfKind({ attribute }: AttributePhrase, at: number, endToken: number): ClaimParty | undefined {
    const { block, sentenceIndex } = this.sentence;
    const header = block.table?.columnHeader;
    const isKindCell = header !== undefined && KIND_HEADER.test(this.discourse.textOf(header));
    const answers = block.table === undefined && this.discourse.answersQuestion(block.index, sentenceIndex);
    const opening = isKindCell ? 'cell' : answers ? 'answer' : 'none';
    const subject = subjectOfKind(this.elements, { start: this.clause.start, at, endToken }, opening);
    const has = (id: string) => this.holds(id, attribute);
    if (subject === 'around') {
      return isKindCell ? this.headOf(has) : this.discourse.topicOf(block.index, sentenceIndex, has);
    }
    if (subject === 'carried') {
      const carried = this.discourse.carriedSubject(block.index, sentenceIndex);
      return carried?.conceptId !== undefined && has(carried.conceptId) ? carried : undefined;
    }
    if (subject === undefined || this.holderAt(subject, attribute) === undefined) return undefined;
    // "Not every medicine that lowers phosphate is a binder" says nothing of phosphate.
    // …, but "we met the nephrologist, a nurse who …" does of the nephrologist.
    const isApposed = this.elements[subject + 1]!.norm === ',' && subject < at;
    if (subject < at && !isApposed && !this.isSubject(subject, at) && !this.isAppended(subject)) return undefined;
    return partyOf(this.elements[subject]!.mention!);
  }

  /** "Prednisone calms the defenses that fight fungi": the relative clause is of what stands right before it. */
  #isOfNoun(from: number, at: number): boolean {
    const noun = at - 2;
    if (!RELATIVES.has(this.elements[at - 1]?.norm ?? '') || noun <= Math.max(from, this.clause.start)) return false;
    const { kind, norm } = this.elements[noun]!;
    if (kind === 'mark' || this.elements.slice(Math.max(from, this.clause.start), noun).some(isCopula)) return false;
    return norm.endsWith('s');
  }

  /** Behind the comma of an aside something else makes it so. */
  #isDoneByAnother(from: number, at: number): boolean {
    const comma = this.elements.findIndex(({ norm }, index) => index > from && index < at && norm === ',');
    return comma > 0 && this.elements.slice(comma + 1, at).some(({ norm }) => MAKES_SO.has(norm));
  }

  /** "mainly", "as a rule", "only": it is said of most, not of some. */
  #isForTheMost(): boolean {
    const clause = this.elements.slice(this.clause.start, this.clause.end);
    return (
      clause.some(({ norm }) => MOSTLY.has(norm)) && !clause.some(({ norm }) => HEDGES.has(norm) || norm === 'not')
    );
  }

  /** "The most frequent form of calcinosis cutis is the metastatic one": what the phrase opens is named behind it. */
  #namedAfter(attribute: string, at: number, endToken: number): ClaimParty | undefined {
    if (at > this.clause.start + 2) return undefined;
    const verb = this.elementFrom(endToken);
    if (verb < 0 || !['is', 'are'].includes(this.elements[verb]!.norm)) return undefined;
    for (const { mention, norm, kind } of this.elements.slice(verb + 1, verb + 4)) {
      const id = mention?.conceptId;
      if (id !== undefined) {
        return this.terminology.heldAttribute(id, attribute) === undefined ? undefined : partyOf(mention!);
      }
      if (kind === 'mark' || norm === 'not') return undefined;
    }
    return undefined;
  }

  /** "is a", "means", ": ", "– a" right before, but for adverbs and adjectives; or nothing at all in a cell or an entry. */
  #followsCopula(at: number, endToken: number): boolean {
    for (let index = at - 1; index >= this.clause.start; index--) {
      const { norm, kind } = this.elements[index]!;
      // "apixaban – drugs for epilepsy"
      if (index < at - 1 && PURPOSES.has(this.elements[at]!.norm)) return false;
      if (COPULAS.has(norm)) return true;
      if (norm === 'of' && this.elements[index - 1]?.norm === 'one') continue;
      // "is known as a pill for …"
      if (norm === 'as' && KNOWN.has(this.elements[index - 1]?.norm ?? '')) return true;
      // "Before an MRI, an X-ray is taken": what opens the sentence is not explained behind the comma.
      if (norm === ',' && SCENES.has(this.elements[this.clause.start]!.norm)) return false;
      const isCounted = COUNTS.has(this.elements[index + 1]!.norm);
      if (norm === ',' && (isCounted || this.#goesOnListing(endToken))) return false;
      if (kind === 'mark') return LABEL_MARKS.has(norm) && index <= this.clause.start + 8;
      if (at - index > 5 || kind !== 'word' || STOPS.has(norm)) return false;
    }
    const { block, sentenceIndex } = this.sentence;
    if (this.clause.start > 0) return false;
    const isEntry = block.table !== undefined || this.discourse.isDefinition(block.index);
    return sentenceIndex === 0 ? isEntry : this.discourse.followsName(block.index, sentenceIndex);
  }

  /** "Warfarin, a cholesterol pill, two tablets for …", "lithium, a drug for epilepsy, and a …": the next of a list. */
  #goesOnListing(endToken: number): boolean {
    const behind = this.elementFrom(endToken);
    return this.elements[behind]?.norm === ',' && LISTS_ON.has(this.elements[behind + 1]?.norm ?? '');
  }

  /** "Too little parathyroid hormone. Blood calcium drops.": not what the hormone does. */
  #isNamedAsLacking({ block, span }: ClaimParty): boolean {
    return this.discourse.sentences[block]!.some(({ elements }) => {
      const at = elements.findIndex((element) => element.mention !== undefined && element.span.start === span.start);
      return (
        at > 0 &&
        [at - 2, at - 1].some((index) => reverses(elements[index]?.norm ?? '', elements[index - 1]?.norm ?? ''))
      );
    });
  }

  /** "You can catch calcinosis": what the phrase is said of stands right behind it. */
  #objectOf({ attribute, needsCopula }: AttributePhrase, at: number, endToken: number): ClaimParty | undefined {
    if (needsCopula || this.elements.slice(this.clause.start, at).some(({ mention }) => mention !== undefined)) {
      return undefined;
    }
    const behind = this.elementFrom(endToken);
    return behind > 0 && behind < this.clause.end && this.holderAt(behind, attribute) !== undefined
      ? partyOf(this.elements[behind]!.mention!)
      : undefined;
  }

  /** "She has taken lithium for epilepsy": what it is for stands right behind the thing. */
  #namedBefore(attribute: string, at: number): ClaimParty | undefined {
    if (!PURPOSES.has(this.elements[at]!.norm) || this.holderAt(at - 1, attribute) === undefined) return undefined;
    const before = this.elements.slice(Math.max(this.clause.start, at - 5), at - 1);
    const isOpen = before.some(({ norm }) => isNegator(norm) || HEDGES.has(norm) || KEPT_FROM.has(norm));
    return isOpen ? undefined : partyOf(this.elements[at - 1]!.mention!);
  }

  #namesUnknownBehind(index: number, at: number): boolean {
    const comma = this.elements.findIndex(({ norm }, place) => place > index && place < at && norm === ',');
    if (comma < 0 || comma + 1 >= at) return false;
    const { firstToken } = this.elements[comma + 1]!;
    return /^[A-Z]{2,}$/u.test(this.sentence.block.tokens[firstToken]!.text);
  }

  /** The nearest thing before the phrase that has the attribute, or what the text around speaks of. */
  #subjectOf(attribute: string, at: number): ClaimParty | undefined {
    const has = (id: string) => this.terminology.heldAttribute(id, attribute) !== undefined;
    for (let index = at - 1; index >= this.clause.start; index--) {
      const id = this.elements[index]!.mention?.conceptId;
      if (id === undefined) continue;
      if (has(id)) {
        if (this.isOfAppended(index, at)) return undefined;
        // "A CT is no ultrasound: it is X-rays": what it is not has nothing said of it.
        if (['no', 'not', 'unlike'].includes(this.elements[index - 1]?.norm ?? '')) return undefined;
        // "Ultrasound uses sound, CT uses X-rays": behind the comma something else is the subject.
        if (this.#namesUnknownBehind(index, at)) return undefined;
        return this.isAppended(index) || this.isSubject(index, at)
          ? partyOf(this.elements[index]!.mention!)
          : undefined;
      }
      // Another thing of a kind that has attributes is what the phrase is said of.
      if (OTHER_SUBJECTS.has(this.terminology.concept(id)!.kind) && !this.isAside(index)) return undefined;
      // "Calcification – mineral.": whatever stands before the mark is what is explained.
      if (index === this.clause.start && EXPLAINING_MARKS.has(this.elements[index + 1]!.norm)) return undefined;
    }
    const { block, sentenceIndex } = this.sentence;
    const before = this.subjectBeforeClause(has);
    if (before !== undefined) return before;
    // "So are the tophi of gout, although those are made of …": what the sentence names stands nearer than the text.
    const isNamedNearer = this.elements
      .slice(0, this.clause.start)
      .some(({ mention }) => mention?.conceptId !== undefined && has(mention.conceptId));
    if (isNamedNearer || this.isOfAppended(-1, at)) return undefined;
    if (this.sentence.block.table !== undefined) return this.headOf(has);
    // "When they are confined to one region, the term is circumscripta": it is said of what is named behind.
    if (this.isConditional(at)) return undefined;
    if (this.clause.attribution === 'contrasted' || this.hasUnknownSubject(at)) return undefined;
    // "In the diffuse form the trunk hardens as well": it is said of another form than the one before.
    if (this.elements[this.clause.start]!.norm === 'in' && this.namesAnotherForm(this.clause.start)) return undefined;
    const topic = this.discourse.topicOf(block.index, sentenceIndex, (id) => has(id));
    return topic === undefined || this.#isNamedAsLacking(topic) ? undefined : topic;
  }
}

const HEDGES = new Set(
  'some few rarely seldom sometimes occasionally may might could unless if whether seems seem looks look like'.split(
    ' ',
  ),
);
const RELATIVES = new Set(['that', 'which']);
/** "avoid diltiazem for …", "instead of warfarin for …" */
const KEPT_FROM = new Set(
  'avoid avoids stop stopped instead than from like unlike refuse refused against try tried asked ask'.split(' '),
);
const PURPOSES = new Set(['for', 'against']);
const PARTS = new Set([':', ';']);
const COUNTS = new Set('two three four some several'.split(' '));
const LISTS_ON = new Set(['and', 'or', 'a', 'an', ...COUNTS]);
const KNOWN = new Set('known used given taken sold prescribed serves serve acts act regarded described'.split(' '));
const SCENES = new Set('before after during in with on at for while when if'.split(' '));
const MAKES_SO = new Set('make makes made let lets cause causes help helps bring brings'.split(' '));
const MOSTLY = new Set(
  'mainly mostly chiefly usually typically typical rule only predominantly primarily largely generally always almost preferably'.split(
    ' ',
  ),
);
const COPULAS = new Set('is are was were be mean means meant remains becomes called considered'.split(' '));
const isCopula = ({ norm, kind }: { readonly norm: string; readonly kind: string }): boolean =>
  COPULAS.has(norm) || kind === 'mark';
const COMPLAINTS = new Set<string>(['sign', 'symptom']);
const LABEL_MARKS = new Set([':', '–', '—', '=', '→', '-', ',', '(']);
const STOPS = new Set(
  'of for in with to from by on at against about like than as and or but that which not under after before during without beside alongside because since when where although while'.split(
    ' ',
  ),
);
const OTHER_SUBJECTS = new Set(['disease', 'type', 'form', 'drug', 'drug-class', 'imaging', 'procedure']);
