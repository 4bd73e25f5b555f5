import { ANNOUNCES, BESIDE_IN_BRACKETS, BESIDE_MEMBER, STOPS_LIST, USUALLY } from './class-words.js';
import type { ClassPhrases } from './class-phrases.js';
import type { Terminology } from '../../terminology/terminology.js';
import type { Claim, ClaimParty } from '../claim.js';
import type { Clause } from '../sentences/clauses.js';
import { contradictionOf } from '../contradictions/contradiction.js';
import { partyOf } from '../subjects/discourse.js';
import { matchWords, type Element } from '../sentences/elements.js';
import { SUCH_AS } from '../sentences/lexicon.js';

/** The members that a clause names behind their class: where their list begins, and what belongs to it. */
export class ClassMembers {
  readonly #elements: readonly Element[];
  readonly #clause: Clause;
  readonly #phrases: ClassPhrases;

  constructor(elements: readonly Element[], clause: Clause, phrases: ClassPhrases) {
    this.#elements = elements;
    this.#clause = clause;
    this.#phrases = phrases;
  }

  /** The things of a list that begins at `from`. */
  listFrom(from: number, inBrackets = false): { party: ClaimParty; at: number }[] {
    const members: { party: ClaimParty; at: number }[] = [];
    // "Statins, for instance, and colchicine", "NSAIDs (or colchicine)": what is joined to the class is no member.
    if (['and', 'or'].includes(this.#elements[from]?.norm ?? '')) return members;
    let gap = 0;
    for (let at = from; at < this.#clause.end; at++) {
      const element = this.#elements[at]!;
      if (this.#phrases.isSubject(element) && !this.#phrases.isClass(element)) {
        members.push({ party: partyOf(element.mention!), at });
        gap = 0;
        continue;
      }
      // "drugs like warfarin, and colchicine for pain": a comma before the second of two begins something else.
      const next = this.#elements[at + 1]?.norm;
      if (!inBrackets && element.norm === ',' && members.length === 1 && (next === 'and' || next === 'or')) {
        return members;
      }
      // "such as doxycycline and ceftriaxone, or colchicine": behind "and" the list is over.
      const joint = this.#elements[(members[members.length - 1]?.at ?? 0) - 1]?.norm;
      const isOver = members.length > 1 && ['and', 'or'].includes(joint ?? '');
      if (!inBrackets && element.norm === ',' && isOver) return members;
      // "pamidronate, and, in severe cases, lidocaine"
      const behind = members.length === 0 ? -1 : this.#behindInsertion(at);
      if (behind > 0) {
        at = behind;
        gap = 0;
        continue;
      }
      if ([',', 'and', 'or', '&', '/'].includes(element.norm)) {
        gap = 0;
        continue;
      }
      // "etidronate early on, pamidronate later"
      if (members.length > 0 && element.norm === 'early' && this.#elements[at + 1]?.norm === 'on') {
        at++;
        continue;
      }
      if (BESIDE_MEMBER.has(element.norm) || (inBrackets && BESIDE_IN_BRACKETS.has(element.norm))) continue;
      // A member outside the terminology is passed over once: "bisphosphonates such as clodronate and etidronate".
      if (
        element.kind === 'word' &&
        gap === 0 &&
        !STOPS_LIST.has(element.norm) &&
        !/(?:ed|ing|ven|ken|wn)$/u.test(element.norm) &&
        ['and', 'or', ','].includes(this.#elements[at + 1]?.norm ?? '')
      ) {
        gap++;
        continue;
      }
      const isLikeOne = this.#elements[from - 1]?.norm === 'like' && !inBrackets;
      return isLikeOne && this.#isNextSubject(members, element) ? members.slice(0, 1) : members;
    }
    return members;
  }

  /** Index of the comma that closes what is thrown in between a joint and the next thing; -1 where nothing is. */
  #behindInsertion(comma: number): number {
    const isOpened =
      this.#elements[comma]!.norm === ',' && ['and', 'or'].includes(this.#elements[comma - 1]?.norm ?? '');
    if (!isOpened) return -1;
    for (let at = comma + 1; at <= Math.min(comma + LONGEST_INSERTION, this.#clause.end - 2); at++) {
      const element = this.#elements[at]!;
      if (element.norm === ',') return this.#phrases.isSubject(this.#elements[at + 1]) ? at : -1;
      if (element.kind !== 'word' || STOPS_INSERTION.has(element.norm)) return -1;
    }
    return -1;
  }

  /** "A statin like simvastatin, colchicine at night …": two with a bare comma between them are no list. */
  #isNextSubject([first, second, third]: readonly { readonly at: number }[], { kind }: Element): boolean {
    if (first === undefined || second === undefined || third !== undefined || kind !== 'word') return false;
    return second.at === first.at + 2 && this.#elements[first.at + 1]!.norm === ',';
  }

  /** Index behind “such as”, “like”, “usually” at `at`, or -1. */
  cueAt(at: number): number {
    for (const words of SUCH_AS) {
      if (words[0] === 'is' || words[0] === 'are') continue;
      const end = matchWords(this.#elements, at, words);
      if (end < 0) continue;
      let after = end;
      while ([',', ':', '.', 'the'].includes(this.#elements[after]?.norm ?? '')) after++;
      return after;
    }
    // "a drug from the bisphosphonate class, usually rituximab"
    const isMarked = [',', '(', '–', '—'].includes(this.#elements[at - 1]?.norm ?? '');
    const usual = USUALLY.has(this.#elements[at]?.norm ?? '')
      ? at + 1
      : (MOST_OFTEN.map((words) => matchWords(this.#elements, at, words)).find((end) => end > 0) ?? -1);
    const follows = this.#elements[usual + 1]?.norm ?? '';
    // "With NSAIDs, usually colchicine is not needed."
    const isMember = usual > 0 && this.#phrases.isSubject(this.#elements[usual]) && !VERBS.has(follows);
    return isMarked && isMember ? usual : -1;
  }

  /** "Three phosphate binders were compared: calcium acetate, sevelamer and …": index behind the colon, or -1. */
  listedBehind(next: number): number {
    for (let at = next; at < Math.min(next + 5, this.#clause.end); at++) {
      if (this.#elements[at]!.norm === ':') {
        // "All of these are antibiotics: …", but not "She stopped her antibiotics: …".
        const announced = this.#elements.slice(this.#clause.start, next).some(({ norm }) => ANNOUNCES.has(norm));
        return at > next || announced ? at + 1 : -1;
      }
      if (this.#elements[at]!.kind !== 'word') return -1;
    }
    return -1;
  }
}

/** In elements, with the comma that closes it. */
const LONGEST_INSERTION = 6;
/** "and, unlike these, colchicine" */
const STOPS_INSERTION = new Set(
  'unlike not no without besides beside except instead than other apart against'.split(' '),
);
const MOST_OFTEN = ['most likely', 'most often', 'in most cases', 'as a rule', 'in the first place', 'above all'].map(
  (text) => text.split(' '),
);
const VERBS = new Set('is are was were can may must will should has have does'.split(' '));

/**
 * "We tried bisphosphonates such as pamidronate, diltiazem, and thiosulfate": where the first item of a list is an example
 * of the class and none of the others is, the others stand beside the class.
 */
export function firstAlone(claims: readonly Claim[], terminology: Terminology): readonly Claim[] {
  const [first, ...others] = claims;
  if (first === undefined || others.length < 2) return claims;
  const isWrong = (claim: Claim): boolean => contradictionOf(claim, terminology) !== undefined;
  if (isWrong(first) || !others.every(isWrong)) return claims;
  return [first, ...others.map((claim): Claim => ({ ...claim, attribution: 'contrasted' }))];
}
