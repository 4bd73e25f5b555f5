import type { Terminology } from '../../terminology/terminology.js';
import { proseSpan } from '../../text/span.js';
import { APART } from './class-frames.js';
import type { Claim, ClaimParty } from '../claim.js';
import { classClaim } from './class-claim.js';
import { ClauseReader } from '../sentences/clause-reader.js';
import { clausesOf, isDenied, type Clause } from '../sentences/clauses.js';
import { partyOf, type Discourse } from '../subjects/discourse.js';
import type { Element, SentenceElements } from '../sentences/elements.js';

/**
 * Reads a member of the class that was named just before: "Statins lower cholesterol. One of them is warfarin.",
 * "There are statins; warfarin is one.", "If a statin is needed, we use warfarin.", and under a heading that names the
 * class and nothing else, "Warfarin is the one used most."
 */
export function readContinuedClass(
  sentence: SentenceElements,
  clause: Clause,
  discourse: Discourse,
  terminology: Terminology,
): readonly Claim[] {
  if (sentence.isQuestion || clause.attribution !== 'writer') return [];
  const reader = new ContinuedReader(sentence, clause, discourse, terminology);
  reader.readMember();
  reader.readAnother();
  reader.readChosen();
  reader.readUnderHeading();
  return reader.claims;
}

class ContinuedReader extends ClauseReader {
  /** "One of them is warfarin", "an example is warfarin", "warfarin is the commonest", "For example, warfarin may be given". */
  readMember(): void {
    const at = this.#onlyThing();
    if (at === undefined || this.#hasGroup()) return;
    const { start, end } = this.clause;
    const before = this.elements
      .slice(start, at)
      .filter(({ kind }) => kind === 'word')
      .map(({ norm }) => norm);
    const rest = this.elements.slice(at + 1, end);
    const mark = rest.findIndex((element) => element.kind === 'mark');
    const behind = (mark < 0 ? rest : rest.slice(0, mark)).map(({ norm }) => norm);
    const named =
      MEMBER_OPENS.has(before[0] ?? '') &&
      isMemberPhrase(before.slice(0, -1)) &&
      IS.has(before[before.length - 1] ?? '');
    // "One of them, warfarin, thins the blood."
    const apposed =
      before[0] === 'one' &&
      before.some((norm) => ALL_OF_THEM.has(norm)) &&
      isMemberPhrase(before) &&
      this.elements[at - 1]?.norm === ',' &&
      this.elements[at + 1]?.norm === ',';
    const stated =
      before.every((norm) => norm === 'the' || norm === 'and') &&
      IS.has(behind[0] ?? '') &&
      isMemberPhrase(behind.slice(1));
    const example =
      ['for example', 'for instance', 'e g', 'eg'].includes(before.join(' ')) &&
      (behind.length === 0 || (MODAL.has(behind[0]!) && behind.some((norm) => USED.has(norm))));
    if (!(named && behind.length === 0) && !stated && !apposed && !example) return;
    if (isDenied(this.elements, start, end)) return;
    const group = this.#groupBefore();
    if (group !== undefined) this.#add(at, group, 'one of those named before');
  }

  /** "from one statin, simvastatin, to another one, warfarin" */
  readAnother(): void {
    for (let at = this.clause.start + 1; at < this.clause.end - 3; at++) {
      const words = [0, 1, 2].map((step) => this.elements[at + step]!.norm);
      const thing = this.elements[at + 3]!;
      if (words.join(' ') !== 'another one ,' || !this.#isKind(thing, 'drug')) continue;
      const [group, ...others] = this.#groups(this.elements.slice(0, at));
      const isOne = group !== undefined && others.length === 0;
      const from = isOne ? this.elements.indexOf(group) : -1;
      if (!isOne || this.elements[from - 1]?.norm !== 'one' || isDenied(this.elements, this.clause.start, at)) continue;
      this.#add(at + 3, partyOf(group.mention!), 'another of those named before');
    }
  }

  /** "If a statin is needed, warfarin is used", "patients who need a statin usually get warfarin". */
  readChosen(): void {
    const at = this.#onlyThing();
    const { start, end } = this.clause;
    const groups = this.#groups(this.elements.slice(start, end));
    if (at === undefined || groups.length !== 1) return;
    const place = this.elements.indexOf(groups[0]!);
    if (place > at) return;
    const before = this.elements.slice(start, place).map(({ norm }) => norm);
    const between = this.elements.slice(place + 1, at).map(({ norm }) => norm);
    const behind = this.elements
      .slice(at + 1, end)
      .filter(({ kind }) => kind === 'word')
      .map(({ norm }) => norm);
    const comma = between.indexOf(',');
    const needed = comma < 0 ? [] : between.slice(0, comma);
    const isNeeded =
      (['if', 'when', 'where', 'whenever'].includes(before[0] ?? '') &&
        before.slice(1).every((norm) => ARTICLES.has(norm)) &&
        needed.some((norm) => NEEDED.has(norm)) &&
        needed.every((norm) => NEEDED.has(norm) || AROUND_NEEDED.has(norm))) ||
      (before[0] === 'for' && before.slice(1).every((norm) => ARTICLES.has(norm)) && before.length > 1 && comma === 0);
    const isWanted =
      before.some((norm) => WANTS.has(norm)) &&
      before.some((norm) => norm === 'who') &&
      ARTICLES.has(before[before.length - 1] ?? '');
    const chosen = between.slice(comma + 1);
    const isChosen =
      behind.length === 0 &&
      CHOOSES.has(chosen[chosen.length - (chosen[chosen.length - 1] === 'for' ? 2 : 1)] ?? '') &&
      chosen.length <= 5;
    const isStated =
      chosen.length === 0 &&
      IS.has(behind[0] ?? '') &&
      behind.slice(1).some((norm) => USED.has(norm)) &&
      behind.slice(1).every((norm) => USED.has(norm) || MEMBER_WORDS.has(norm));
    const states = (isNeeded && (isChosen || isStated)) || (isWanted && comma < 0 && isChosen);
    if (!states || isDenied(this.elements, start, end) || this.#holdsApart(start, end)) return;
    this.#add(at, partyOf(groups[0]!.mention!), 'chosen of a class');
  }

  /** "## Statins", and below: "Warfarin is the one used most often", "Doctors may try warfarin for small deposits." */
  readUnderHeading(): void {
    const at = this.#onlyThing();
    const { block, sentenceIndex } = this.sentence;
    if (at === undefined || sentenceIndex > 0 || block.kind !== 'paragraph' || this.#hasGroup()) return;
    const group = this.discourse.headingTopic(block.index);
    if (group?.conceptId === undefined || !this.#isOnlyTopic(group)) return;
    const { start, end } = this.clause;
    const before = this.elements.slice(start, at).map(({ norm }) => norm);
    const behind = this.elements.slice(at + 1, end).map(({ norm }) => norm);
    const all = [...before, ...behind];
    if (all.some((norm) => APART.has(norm) || POINTS_BACK.has(norm)) || isDenied(this.elements, start, end)) return;
    const stated =
      before.length === 0 &&
      (IS.has(behind[0] ?? '') || MODAL.has(behind[0] ?? '')) &&
      behind.slice(1, 5).some((norm) => USED.has(norm) || norm === 'one');
    const chosen =
      before.length <= 4 &&
      CHOOSES.has(before[before.length - 1] ?? '') &&
      ['', '.', 'for', 'in', 'to', 'first', ','].includes(behind[0] ?? '');
    if (stated || chosen) this.#add(at, group, 'under the heading of a class');
  }

  #isOnlyTopic(group: ClaimParty): boolean {
    const sentences = this.discourse.sentences[group.block]!;
    const words = sentences.flatMap(({ elements }) => elements);
    return (
      this.terminology.concept(group.conceptId!)!.kind === 'drug-class' &&
      words.every(
        (element) =>
          element.mention !== undefined ||
          element.kind === 'mark' ||
          ARTICLES.has(element.norm) ||
          element.norm === 'drugs' ||
          /^\d+$/u.test(element.norm),
      )
    );
  }

  #holdsApart(start: number, end: number): boolean {
    return this.elements.slice(start + 1, end).some(({ norm }) => APART.has(norm));
  }

  /** The one class of the part of the sentence before, or of the sentence before. */
  #groupBefore(): ClaimParty | undefined {
    const { block, sentenceIndex } = this.sentence;
    const sentence = this.clause.start > 0 ? this.sentence : this.discourse.sentences[block.index]![sentenceIndex - 1];
    if (sentence === undefined || sentence.isQuestion) return undefined;
    if (clausesOf(sentence).some(({ attribution }) => attribution !== 'writer')) return undefined;
    const elements = this.clause.start > 0 ? sentence.elements.slice(0, this.clause.start) : sentence.elements;
    const groups = this.#groups(elements);
    if (groups.length !== 1 || elements.some((element) => this.#isKind(element, 'drug'))) return undefined;
    const at = elements.indexOf(groups[0]!);
    if (isDenied(elements, 0, elements.length)) return undefined;
    if (elements.slice(Math.max(0, at - 3), at).some(({ norm }) => HELD.has(norm))) return undefined;
    return partyOf(groups[0]!.mention!);
  }

  #onlyThing(): number | undefined {
    let found: number | undefined;
    for (let at = this.clause.start; at < this.clause.end; at++) {
      if (!this.#isKind(this.elements[at]!, 'drug')) continue;
      if (found !== undefined) return undefined;
      found = at;
    }
    return found;
  }

  #hasGroup(): boolean {
    return this.#groups(this.elements.slice(this.clause.start, this.clause.end)).length > 0;
  }

  #groups(elements: readonly Element[]): Element[] {
    return elements.filter((element) => this.#isKind(element, 'drug-class'));
  }

  #isKind(element: Element, kind: string): boolean {
    return this.terminology.concept(element.mention?.conceptId ?? '')?.kind === kind;
  }

  #add(at: number, object: ClaimParty, form: string): void {
    const subject = partyOf(this.elements[at]!.mention!);
    if (subject.conceptId === object.conceptId) return;
    const first = this.elements[this.clause.start]!.span.start;
    const inside = object.block === this.sentence.block.index && object.span.start >= first;
    this.claims.push(
      classClaim(subject, object, {
        block: this.sentence.block.index,
        span: inside
          ? proseSpan(Math.min(subject.span.start, object.span.start), Math.max(subject.span.end, object.span.end))
          : subject.span,
        form,
      }),
    );
  }
}

/** "one of them", "an example", "the best known", "the commonest": nothing that names another thing. */
function isMemberPhrase(words: readonly string[]): boolean {
  return (
    words.length > 0 &&
    words.length <= 7 &&
    words.every((norm) => MEMBER_WORDS.has(norm) || isSuperlative(norm)) &&
    words.some((norm) => MEMBER_HEADS.has(norm) || isSuperlative(norm))
  );
}

function isSuperlative(norm: string): boolean {
  return /.est$/u.test(norm) && !['test', 'rest', 'chest', 'interest', 'request'].includes(norm);
}

const ALL_OF_THEM = new Set(['them', 'these', 'those']);
const IS = new Set(['is', 'are', 'was', 'were', 'being']);
const MODAL = new Set('is may can could has might are was'.split(' '));
const MEMBER_OPENS = new Set('one an a the and here among mine hers his'.split(' '));
const MEMBER_HEADS = new Set('one example member representative instance best-known mine hers his them'.split(' '));
const MEMBER_WORDS = new Set(
  'one of them these those such an a the example good typical classic prime member representative instance here among best known well most used common often commonly usual usually here which and mine hers his by far oldest newest first choice only frequently prescribed also studied tried widely'.split(
    ' ',
  ),
);
const USED = new Set(
  'used given tried chosen prescribed taken preferred choice usual first recommended offered'.split(' '),
);
const CHOOSES = new Set(
  'use uses choose chooses prefer prefers pick picks prescribe prescribes give gives try get gets receive receives offer recommend reach turn try'.split(
    ' ',
  ),
);
const NEEDED = new Set('needed required wanted called indicated prescribed necessary chosen due'.split(' '));
const AROUND_NEEDED = new Set('is are was for really still also be must ever'.split(' '));
const WANTS = new Set('need needs want require requires'.split(' '));
const ARTICLES = new Set('a an the our some any'.split(' '));
const POINTS_BACK = new Set('them these those they their it with each'.split(' '));
/** Before a class that somebody does without, or takes beside another thing. */
const HELD = new Set(
  'without instead of than unlike besides against avoid stop stopped no'.split(' ').filter((word) => word !== 'of'),
);
