import type { AttributePhrase, Terminology } from '../../terminology/terminology.js';
import { contains, proseSpan } from '../../text/span.js';
import { matchPlaces } from '../phrases/attribute-match.js';
import type { Claim, ClaimParty } from '../claim.js';
import { ClauseReader } from '../sentences/clause-reader.js';
import { clausesOf, type Clause } from '../sentences/clauses.js';
import { definesType, isListedCause } from '../contradictions/causes-of-types.js';
import { levelFactsOf } from '../contradictions/contradiction.js';
import { opensWithPronoun, partyOf, type Discourse } from '../subjects/discourse.js';
import { spanOf, type Element, type SentenceElements } from '../sentences/elements.js';
import { NEGATORS, TYPE_WORDS } from '../sentences/lexicon.js';
import { anyMatch } from '../phrases/phrase-matches.js';
import { EFFECTS, HOLDS_APART, LABELS, ORIGIN, TIES, TURNS_BACK } from './origin-words.js';

/** Something in a sentence that a type may come from. */
export interface Origin {
  /** Index of the element that it begins at. */
  readonly at: number;
  /** Index behind its last element. */
  readonly end: number;
  readonly span: ReturnType<typeof spanOf>;
  readonly value: string;
}

/**
 * Reads what a clause says that a type comes from in plain words: an origin and a type in one clause, with any word that
 * ties them and none that holds them apart, whatever the construction.
 *
 * @param known what other readers have read in the clause; what they have found wrong is not claimed again
 */
export function readOrigins(
  sentence: SentenceElements,
  clause: Clause,
  discourse: Discourse,
  terminology: Terminology,
): readonly Claim[] {
  if (sentence.isQuestion || clause.attribution !== 'writer' || clause.end - clause.start > LONGEST) return [];
  if (!discourse.namesTypes || sentence.block.table !== undefined) return [];
  const from = sentence.elements[clause.start]?.firstToken ?? 0;
  const to = sentence.elements[clause.end - 1]?.endToken ?? 0;
  if (!anyMatch(discourse.phrasesIn(sentence.block.index).origin, from, to)) return [];
  const reader = new OriginReader(sentence, clause, discourse, terminology);
  reader.read();
  return reader.claims;
}

/** The origins that stand between two elements of a sentence. */
export function originsIn(
  { elements, block }: SentenceElements,
  start: number,
  end: number,
  terminology: Terminology,
): Origin[] {
  const origins: Origin[] = [];
  const last = elements[end - 1]?.endToken ?? 0;
  for (let at = start; at < end; at++) {
    const { firstToken } = elements[at]!;
    let best: { readonly phrase: AttributePhrase; readonly to: number } | undefined;
    for (const phrase of terminology.descriptionIndex.get(block.tokens[firstToken]!.norm) ?? []) {
      if (phrase.attribute !== ORIGIN) continue;
      const to = matchPlaces(block.tokens, phrase.places, firstToken, last);
      if (to > firstToken && to > (best?.to ?? 0)) best = { phrase, to };
    }
    // "normal parathyroid glands" bring nothing about.
    if (best === undefined || SOUND.has(elements[at - 1]?.norm ?? '')) continue;
    const { to } = best;
    const behind = elements.findIndex((element, index) => index >= at && element.firstToken >= to);
    origins.push({ at, end: behind < 0 ? end : behind, span: spanOf(block, firstToken, to), value: best.phrase.value });
    at = Math.max(at, (behind < 0 ? end : behind) - 1);
  }
  return origins;
}

const SOUND = new Set('normal healthy sound intact unaffected'.split(' '));

/**
 * The origins that a cell or a question states of a type: none where a word of it holds them apart or denies, or where
 * one of them is the type's own.
 */
export function statedOrigins(
  type: ClaimParty,
  sentence: SentenceElements,
  terminology: Terminology,
): readonly Origin[] {
  const { elements } = sentence;
  const held = terminology.heldAttribute(type.conceptId!, ORIGIN);
  const origins = originsIn(sentence, 0, elements.length, terminology);
  if (held === undefined || origins.some(({ value }) => held.values.includes(value))) return [];
  const isApart = elements.some(
    ({ norm, mention, phrase }, at) =>
      (!origins.some((origin) => origin.at <= at && at < origin.end) && HOLDS_APART.has(norm)) ||
      NEGATORS.has(norm) ||
      phrase?.kind === 'level' ||
      isListedCause(type.conceptId!, mention?.conceptId ?? '', terminology),
  );
  return isApart ? [] : origins.slice(0, 1);
}

/** A claim that a type comes from an origin. */
export function originClaim(
  subject: ClaimParty,
  origin: Origin,
  claimed: Pick<Claim, 'block' | 'span' | 'form'> & { readonly text: string },
): Claim {
  const { block, span, form, text } = claimed;
  return {
    relation: 'has',
    subject,
    object: { text, block, span: origin.span },
    attribute: ORIGIN,
    value: origin.value,
    polarity: 'asserted',
    attribution: 'writer',
    weak: false,
    block,
    span,
    form,
  };
}

class OriginReader extends ClauseReader {
  read(): void {
    const { start, end } = this.clause;
    const origins = originsIn(this.sentence, start, end, this.terminology).filter((one) => !this.#isOfType(one));
    const own = this.elements.slice(start, end);
    if (own.some(({ phrase }) => phrase?.kind === 'unknown-cause')) return;
    if (origins.length === 0) return;
    const named = this.#namedTypes();
    const types = named.filter((at) => !this.#isDeniedType(at));
    if (named.length > 0 && types.length === 0) return;
    const subjects = types.length > 0 ? this.#oneGroup(types) : this.#carried(origins);
    if (subjects.length === 0 || !this.#isTied(named, origins)) return;
    if (this.#isHeldApart(named, origins)) return;
    for (const subject of subjects) this.#claim(subject, origins, types);
  }

  #claim(subject: ClaimParty, origins: readonly Origin[], types: readonly number[]): void {
    const held = this.terminology.heldAttribute(subject.conceptId!, ORIGIN);
    if (held === undefined || this.#isExplained(subject.conceptId!)) return;
    // A type has an origin of its own in the clause: what else is named there goes with it.
    if (origins.some(({ value }) => held.values.includes(value))) return;
    const origin = origins.find(({ at }) => !this.#isEffect(types, at));
    if (origin === undefined) return;
    const { block, sentence } = this.sentence;
    const here = subject.block === block.index && contains(sentence.span, subject.span);
    const span = here
      ? proseSpan(Math.min(subject.span.start, origin.span.start), Math.max(subject.span.end, origin.span.end))
      : origin.span;
    const text = block.text.slice(origin.span.start, origin.span.end);
    this.claims.push(originClaim(subject, origin, { block: block.index, span, form: 'origin', text }));
  }

  /** "treatment of idiopathic calcinosis", "the injections for it": what is done about the type. */
  #isOfType({ end }: Origin): boolean {
    if (!DONE_TO.has(this.elements[end]?.norm ?? '')) return false;
    return this.elements
      .slice(end + 1, end + 4)
      .some(
        (element) =>
          this.#memberName(element) !== undefined || CARRIED.has(element.norm) || TYPE_WORDS.has(element.norm),
      );
  }

  #namedTypes(): number[] {
    const found: number[] = [];
    for (let at = this.clause.start; at < this.clause.end; at++) {
      if (this.#memberName(this.elements[at]!) !== undefined) found.push(at);
    }
    return found;
  }

  /** "not idiopathic", "never the dystrophic type", "rather than metastatic" */
  #isDeniedType(at: number): boolean {
    return this.elements
      .slice(Math.max(this.clause.start, at - 3), at)
      .some(({ norm }) => ['not', 'never', 'than', 'nor'].includes(norm));
  }

  /** One type, or several that share what is said: "both iatrogenic and idiopathic calcinosis". */
  #oneGroup(types: readonly number[]): ClaimParty[] {
    const parties = new Map<string, ClaimParty>();
    for (const at of types) {
      const name = this.#memberName(this.elements[at]!)!;
      if (!parties.has(name)) parties.set(name, partyOf(this.elements[at]!.mention!));
    }
    const isOne =
      parties.size === 1 ||
      types.every(
        (at, index) =>
          index === 0 ||
          this.elements.slice(types[index - 1]! + 1, at).every(({ norm }) => norm === ',' || JOINS.has(norm)),
      );
    return isOne ? [...parties.values()] : [];
  }

  /** "It comes from a treatment", "Surgery is its usual cause", "The usual trigger is uremia". */
  #carried(origins: readonly Origin[]): ClaimParty[] {
    const { start, end } = this.clause;
    const { block, sentenceIndex } = this.sentence;
    const own = this.elements.slice(start, end);
    const isMember = (id: string) => this.terminology.memberOf(id) !== undefined;
    if (own.slice(0, 6).some(({ norm }) => OTHERS.has(norm))) return [];
    const opens = opensWithPronoun(own) && origins[0]!.at > start;
    const its = own.some(
      ({ norm }, at) => norm === 'its' && own.slice(at, at + 4).some((next) => NOUNS.has(next.norm)),
    );
    const usual = own.some(
      ({ norm }, at) => NOUNS.has(norm) && own.slice(Math.max(0, at - 2), at).some((one) => USUAL.has(one.norm)),
    );
    const label = NOUNS.has(own[0]?.norm ?? '') && own[1]?.norm === ':';
    const defines =
      sentenceIndex === 0
        ? this.discourse.isDefinition(block.index)
        : this.discourse.followsName(block.index, sentenceIndex);
    if (!opens && !its && !usual && !label && !defines && !this.#isFragment()) return [];
    const topic = label
      ? this.discourse.lineTopic(block.index, sentenceIndex, isMember)
      : (this.#topicHere(isMember) ?? this.discourse.topicOf(block.index, sentenceIndex, isMember));
    return topic === undefined ? [] : [topic];
  }

  /** "**Idiopathic calcinosis** / A side effect of care.": a first sentence without a subject or a verb of its own. */
  #isFragment(): boolean {
    const { block, sentenceIndex } = this.sentence;
    if (!this.discourse.followsTitle(block.index, sentenceIndex)) return false;
    const [first, second] = this.elements;
    if (!FRAGMENT.has(first?.norm ?? '')) return false;
    return (
      !['the', 'a', 'an'].includes(first!.norm) ||
      RESULTS.has(second?.norm ?? '') ||
      RESULTS.has(this.elements[2]?.norm ?? '')
    );
  }

  /** The one type that the sentence names before the clause. */
  #topicHere(isMember: (id: string) => boolean): ClaimParty | undefined {
    const before = this.elements
      .slice(0, this.clause.start)
      .filter(({ mention }) => isMember(mention?.conceptId ?? ''));
    if (clausesOf(this.sentence).some(({ attribution }) => attribution !== 'writer')) return undefined;
    return before.length === 1 ? partyOf(before[0]!.mention!) : undefined;
  }

  /** A word ties the two, or a mark does: "Idiopathic: hospital treatment". */
  #isTied(types: readonly number[], origins: readonly Origin[]): boolean {
    const { start, end } = this.clause;
    if (this.discourse.isDefinition(this.sentence.block.index)) return true;
    // "In this form the kidneys are …"
    if (types.length === 0 && ['in', 'with'].includes(this.elements[start]!.norm)) return true;
    for (let at = start; at < end; at++) {
      const { norm } = this.elements[at]!;
      if (TIES.has(norm) && !origins.some((origin) => origin.at <= at && at < origin.end)) return true;
      if (/(?:made|induced|related|caused|inflicted)$/u.test(norm)) return true;
    }
    const [type] = types;
    return type === start && LABELS.has(this.elements[type + 1]?.norm ?? '') && origins[0]!.at <= type + 3;
  }

  /** A word of the clause says something else of the two, or denies; two denials are none. */
  #isHeldApart(types: readonly number[], origins: readonly Origin[]): boolean {
    const { start, end } = this.clause;
    const inside = (at: number) => origins.some((origin) => origin.at <= at && at < origin.end);
    let denials = 0;
    for (let at = start; at < end; at++) {
      const element = this.elements[at]!;
      if (inside(at) || types.includes(at)) continue;
      const { norm } = element;
      if (this.#isDenial(at)) {
        // "idiopathic, not iatrogenic": of a type alone.
        if (types.some((type) => type > at && type - at <= 3)) {
          if (this.elements[at - 1]?.norm === ',' || this.elements[at - 1]?.norm === ',') continue;
        }
        denials++;
      } else if (HOLDS_APART.has(norm) && !this.#isHarmless(at, origins)) return true;
    }
    return denials % 2 === 1;
  }

  #isDenial(at: number): boolean {
    const { norm } = this.elements[at]!;
    if (!NEGATORS.has(norm) && !/n['’]t$/u.test(norm)) return false;
    return !NOT_DENYING.has(this.elements[at + 1]?.norm ?? '');
  }

  /** "you may get", "and the like", "some time after": the word holds nothing apart there. */
  #isHarmless(at: number, origins: readonly Origin[]): boolean {
    const { norm } = this.elements[at]!;
    const next = this.elements[at + 1]?.norm ?? '';
    if (norm === 'may' || norm === 'might' || norm === 'could') return TIES.has(next);
    if (norm === 'back') return GOES_BACK.has(this.elements[at - 1]?.norm ?? '');
    if (norm === 'healed') return origins.some(({ end }) => end <= at && at <= end + 3);
    if (norm === 'too') return ['much', 'many'].includes(next);
    if (norm === 'if') return at === this.clause.start;
    return norm === 'early' || norm === 'late' ? next === 'in' : false;
  }

  /** "The metastatic type leads to wounds": what stands behind the verb comes of the type. */
  #isEffect(types: readonly number[], at: number): boolean {
    const type = types.findLast((one) => one < at);
    if (type === undefined) return false;
    return this.elements
      .slice(type + 1, at)
      .some(
        ({ norm }, index) =>
          EFFECTS.has(norm) &&
          !this.elements.slice(type + 1, type + 1 + index + 3).some((near) => TURNS_BACK.has(near.norm)),
      );
  }

  /** Another word of the clause accounts for the type: a cause of its own, its levels. */
  #isExplained(type: string): boolean {
    return this.elements.slice(this.clause.start, this.clause.end).some(({ phrase, mention }) => {
      if (phrase?.kind === 'level') {
        return (
          phrase.level !== 'normal' &&
          levelFactsOf(type, this.terminology).some(({ value }) => value === 'high-or-abnormal')
        );
      }
      const id = mention?.conceptId;
      return id !== undefined && definesType(type, id, this.terminology);
    });
  }

  #memberName({ mention }: Element): string | undefined {
    return mention?.conceptId === undefined ? undefined : this.terminology.memberOf(mention.conceptId)?.name;
  }
}

const LONGEST = 45;
const JOINS = new Set('and or both the as well in'.split(' '));
const FRAGMENT = new Set(
  'a an the caused brought provoked due follows comes after from results arises triggered set produced develops'.split(
    ' ',
  ),
);
const RESULTS = new Set('result consequence effect outcome product aftermath complication legacy handiwork'.split(' '));
const OTHERS = new Set('another other others one'.split(' '));
const NOUNS = new Set(
  'cause causes trigger triggers reason reasons origin source culprit culprits background root'.split(' '),
);
const USUAL = new Set('usual main common chief typical commonest frequent only known likely'.split(' '));
const NOT_DENYING = new Set('only just doubt wonder else'.split(' '));
const GOES_BACK = new Set('go goes going gone went traced dates dating leads lead'.split(' '));
const DONE_TO = new Set('of for against to on in over near with around at'.split(' '));
const CARRIED = new Set('it this that these them calcinosis deposits lumps'.split(' '));
