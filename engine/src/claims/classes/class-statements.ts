import type { AnalyzedBlock } from '../../document.js';
import type { Terminology } from '../../terminology/terminology.js';
import { contains, proseSpan } from '../../text/span.js';
import { mattersOf, type Matter } from './class-announced.js';
import { classClaim, WHOLE_STATEMENT } from './class-claim.js';
import { ACTS_ON, APART, OTHER_THINGS } from './class-frames.js';
import { lineOfClasses, placesIn } from './class-line.js';
import * as lines from './class-statement-lines.js';
import type { Claim, ClaimParty } from '../claim.js';
import { clausesOf } from '../sentences/clauses.js';
import { partyOf, type Discourse } from '../subjects/discourse.js';
import type { Element, SentenceElements } from '../sentences/elements.js';

/**
 * Reads statements of classes whose grammar leaves something out or sets something beside: "A is a statin, B an NSAID",
 * "A belongs to the statins and B, for its part, to the NSAIDs", "A and B are a statin and an NSAID, respectively", "A, in
 * contrast to B, is …", "it is A, not B, that is …", "the first two are …", "Neither is …. They are both …". The words
 * from the thing to the class must make up the statement, with none left over, so that nothing has to be guessed.
 */
export function readClassStatements(
  { index, table }: AnalyzedBlock,
  discourse: Discourse,
  terminology: Terminology,
): readonly Claim[] {
  if (table !== undefined) return NONE;
  return discourse.sentences[index]!.flatMap((sentence) => statementsOf(sentence, discourse, terminology));
}

function statementsOf(sentence: SentenceElements, discourse: Discourse, terminology: Terminology): readonly Claim[] {
  const { elements, isQuestion } = sentence;
  if (isQuestion || elements.length > LONGEST_SENTENCE) return NONE;
  if (!elements.some(({ mention }) => mention !== undefined)) return NONE;
  if (clausesOf(sentence).some(({ attribution }) => attribution !== 'writer' && attribution !== 'contrasted')) {
    return NONE;
  }
  const claims: Claim[] = [];
  for (const matter of mattersOf(terminology)) {
    const names = elements.some(matter.isGroup);
    if (!names && !takesUp(elements)) continue;
    const line = lineOfClasses(sentence, matter);
    for (const part of partsOf(line)) {
      const reader = new StatementReader(part, sentence, matter, discourse);
      // Nothing else is asked of a line without a thing and a class.
      if (names && part.includes('D') && part.includes('C')) {
        reader.readSeveral();
        reader.readTogether();
        reader.readOrders();
        reader.readMembers();
      }
      // Behind a semicolon it goes on about what stands before that.
      if (line.startsWith(part)) reader.readBehindOthers();
      claims.push(...reader.claims);
    }
  }
  return claims;
}

class StatementReader {
  readonly claims: Claim[] = [];
  readonly #sentence: SentenceElements;
  readonly #matter: Matter;
  readonly #discourse: Discourse;
  readonly #line: string;

  constructor(line: string, sentence: SentenceElements, matter: Matter, discourse: Discourse) {
    this.#line = line;
    this.#sentence = sentence;
    this.#matter = matter;
    this.#discourse = discourse;
  }

  /** "Bumetanide belongs to the loop diuretics and ibuprofen, for its part, to the NSAIDs." */
  readSeveral(): void {
    for (const first of this.#line.matchAll(lines.FIRST_OF_SEVERAL)) {
      const [whole, things, verb, group] = first;
      const preposition = /(to|among|amongst|under|with|as)$/u.exec(verb!)?.[1];
      let end = first.index + whole.length;
      let isFollowed = false;
      for (;;) {
        lines.NEXT_OF_SEVERAL.lastIndex = end;
        const next = lines.NEXT_OF_SEVERAL.exec(this.#line);
        if (next === null || (next[2] !== preposition && (next[2] !== undefined || !/ of$/u.test(verb!)))) break;
        // "… are statins, and sevelamer a phosphate binder": the number is that of the things.
        this.#add(next[1], next[3]);
        isFollowed = true;
        end = next.index + next[0].length;
      }
      if (isFollowed) this.#add(things, group);
    }
  }

  /** "Both A and B are …", "A, in contrast to B, is …", "A is not … but …", "It is A that is …" */
  readTogether(): void {
    for (const line of [
      ...lines.TOGETHER,
      lines.SET_OFF,
      ...lines.INSTEAD,
      lines.CLEFT,
      ...lines.BESIDE_NAME,
      lines.NAMED_SO,
    ]) {
      for (const match of this.#line.matchAll(line)) {
        const named = match.slice(1).join(' ');
        this.#add(named, named);
      }
    }
  }

  /** What is told of things in the order in which they are named. */
  readOrders(): void {
    const inOrder = lines.IN_ORDER.exec(this.#line);
    if (inOrder !== null) this.#addInOrder(placesIn(inOrder[1], 'D'), placesIn(inOrder[2], 'C'));
    const one = lines.ONE_AND_OTHER.exec(this.#line);
    if (one !== null) this.#addInOrder(placesIn(`${one[1]} ${one[2]}`, 'D'), placesIn(`${one[3]} ${one[4]}`, 'C'));
    const beside = lines.SIDE_BY_SIDE.exec(this.#line);
    if (beside !== null) {
      this.#addInOrder(placesIn(`${beside[1]} ${beside[2]}`, 'D'), placesIn(`${beside[3]} ${beside[4]}`, 'C'));
    }
    const before = lines.ORDER_BEFORE.exec(this.#line);
    if (before !== null) {
      this.#addInOrder(placesIn(`${before[3]} ${before[4]}`, 'D'), placesIn(`${before[1]} ${before[2]}`, 'C'));
    }
    const ofThese = lines.OF_THESE.exec(this.#line);
    const things = placesIn(ofThese?.[1], 'D');
    if (ofThese === null || things.length < 2) return;
    const placed = new Set<number>();
    for (const [, place, group] of ofThese[2]!.matchAll(lines.PLACE_OF_THESE)) {
      const meant = placedAt(things, place!) ?? things.filter((thing) => !placed.has(thing));
      for (const thing of meant) placed.add(thing);
      this.#addAll(meant, placesIn(group, 'C')[0]!);
    }
  }

  /** "The vitamin K antagonists on this ward are warfarin and pamidronate." */
  readMembers(): void {
    const among = lines.AMONG_THEM.exec(this.#line);
    if (among !== null && this.#isPlural(among[1])) this.#add(among[2], among[1]);
    const match = lines.MEMBERS.exec(this.#line);
    // "The anticoagulant antidotes are …"
    if (match === null || !this.#isPlural(match[1])) return;
    // "The steroids used for flares are …"
    const between = match[2]!.replace(/ (?:used|given|taken|tried|prescribed) (?:for|against) [a-z]+$/u, '').trim();
    if (lines.BRINGS_OTHERS.test(between)) return;
    if (between.split(' ').some((word) => APART.has(word) || ACTS_ON.has(word))) return;
    this.#add(match[3], match[1]);
  }

  /** What a sentence says of the things, or by the class, that the one before it names. */
  readBehindOthers(): void {
    const { block, sentenceIndex } = this.#sentence;
    const own = this.#discourse.sentences[block.index]!;
    const lineBefore = (back: number): string | undefined => {
      const other = own[sentenceIndex - back];
      return other === undefined ? undefined : lineOfClasses(other, this.#matter);
    };
    const both = lines.BOTH_BEHIND.exec(this.#line);
    for (const line of lines.NEITHER_THEN_BOTH) {
      const within = line.exec(this.#line);
      if (within !== null) this.#add(`${within[1]} ${within[2]}`, within[3]);
    }
    if (both !== null) {
      const neither = lines.NEITHER.exec(lineBefore(1) ?? '');
      if (neither !== null) {
        const things = placesIn(`${neither[1]} ${neither[2]}`, 'D').map((at) =>
          partyOf(own[sentenceIndex - 1]!.elements[at]!.mention!),
        );
        for (const thing of things) this.#addParty(thing, this.#party(placesIn(both[1], 'C')[0]!));
      }
    }
    this.#readNo(lineBefore);
    this.#readOneMore(lineBefore);
    this.#readChanged(lineBefore);
  }

  /** "He had been on alendronate since March. In July the antibiotic was replaced." */
  #readChanged(lineBefore: (back: number) => string | undefined): void {
    const group = placesIn(lines.THE_ONE_CHANGED.exec(this.#line)?.[1], 'C')[0];
    const before = group === undefined ? undefined : lineBefore(1);
    const taken = before === undefined ? null : lines.TAKES_ONE.exec(before);
    if (taken === null) return;
    const { block, sentenceIndex, elements } = this.#sentence;
    const above = this.#discourse.sentences[block.index]!.slice(0, sentenceIndex);
    const told = [...above.flatMap((one) => one.elements), ...elements.slice(0, group)];
    const isOpen = told.some((element) => this.#matter.isGroup(element) || OTHER_THINGS.has(element.norm));
    const [only, ...others] = told.filter(this.#matter.isThing);
    if (only !== undefined && others.length === 0 && !isOpen) {
      this.#addParty(partyOf(only.mention!), this.#party(group!));
    }
  }

  /** "The first one is a statin. The second one is too.", "This group includes infliximab. Alendronate is a third member." */
  #readOneMore(lineBefore: (back: number) => string | undefined): void {
    const { block, sentenceIndex } = this.#sentence;
    const own = this.#discourse.sentences[block.index]!;
    const too = placesIn(lines.IS_TOO.exec(this.#line)?.[1], 'D')[0];
    if (too !== undefined) {
      const before = lineBefore(1) ?? '';
      const group = lines.HELD.test(before) ? undefined : placesIn(lines.ONE_IS.exec(before)?.[1], 'C')[0];
      if (group === undefined) return;
      this.#addParty(this.#party(too), partyOf(own[sentenceIndex - 1]!.elements[group]!.mention!));
      return;
    }
    const more = placesIn(lines.ONE_MORE.exec(this.#line)?.[1], 'D')[0];
    if (more === undefined || !lines.MEMBERS_BEFORE.test(lineBefore(1) ?? '')) return;
    const group = this.#discourse.headingTopic(block.index);
    if (group !== undefined && this.#isGroup(group)) this.#addParty(this.#party(more), group);
  }

  /** "Is alendronate a statin? No, it is an antibiotic." */
  #readNo(lineBefore: (back: number) => string | undefined): void {
    const { block, sentenceIndex } = this.#sentence;
    const direct = lines.NO_BUT.exec(this.#line);
    const told = direct ?? lines.IT_IS.exec(this.#line);
    const isBehindNo = direct === null;
    if (told === null || (isBehindNo && !lines.NO.test(lineBefore(1) ?? ''))) return;
    const back = sentenceIndex - (isBehindNo ? 2 : 1);
    const above =
      back < -1
        ? undefined
        : back < 0
          ? this.#discourse.sentences[block.index - 1]?.at(-1)
          : this.#discourse.sentences[block.index]![back];
    if (above === undefined) return;
    const line = lineOfClasses(above, this.#matter);
    const asked = lines.ASKED_WHETHER.exec(line);
    const things = above.elements.filter(this.#matter.isThing);
    if (asked === null || things.length !== 1) return;
    if (!above.isQuestion && !/ (?:whether|if) /u.test(line)) return;
    this.#addParty(partyOf(things[0]!.mention!), this.#party(placesIn(told[1] ?? told[2], 'C')[0]!));
  }

  #add(things: string | undefined, group: string | undefined): void {
    const at = placesIn(group, 'C')[0];
    if (at !== undefined) this.#addAll(placesIn(things, 'D'), at);
  }

  #addInOrder(things: readonly number[], groups: readonly number[]): void {
    if (things.length !== groups.length) return;
    for (const [index, thing] of things.entries()) this.#addAll([thing], groups[index]!);
  }

  #addAll(things: readonly number[], group: number): void {
    for (const thing of things) this.#addParty(this.#party(thing), this.#party(group));
  }

  #addParty(subject: ClaimParty, object: ClaimParty): void {
    const { sentence, block } = this.#sentence;
    const isHere = (party: ClaimParty): boolean => party.block === block.index && contains(sentence.span, party.span);
    const here = [subject, object].filter(isHere).map(({ span }) => span);
    // "They are both statins": of what was named before, the sentence is shown from its beginning.
    const spans = isHere(subject) ? here : [this.#sentence.elements[0]!.span, ...here];
    this.claims.push(
      classClaim(subject, object, {
        block: block.index,
        span: proseSpan(Math.min(...spans.map(({ start }) => start)), Math.max(...spans.map(({ end }) => end))),
        form: WHOLE_STATEMENT,
      }),
    );
  }

  #isPlural(group: string | undefined): boolean {
    const at = placesIn(group, 'C')[0];
    return at !== undefined && this.#sentence.elements[at]!.norm.endsWith('s');
  }

  #isGroup({ block, conceptId }: ClaimParty): boolean {
    const named = this.#discourse.sentences[block]!.flatMap(({ elements }) => elements);
    return named.some((element) => element.mention?.conceptId === conceptId && this.#matter.isGroup(element));
  }

  #party(at: number): ClaimParty {
    return partyOf(this.#sentence.elements[at]!.mention!);
  }
}

/** The parts of a line that the writer states: all of it, or else those between semicolons of which nothing is left open. */
function partsOf(line: string): readonly string[] {
  return lines.HELD.test(line) ? line.split(' ; ').filter((part) => !lines.HELD.test(part)) : [line];
}

/** "The second one is too", "… is a third member": the class stands in what was said before. */
function takesUp(elements: readonly Element[]): boolean {
  return elements.length <= LONGEST_TAKING_UP && elements.some(({ norm }) => ORDINALS.has(norm));
}

const LONGEST_TAKING_UP = 14;
const ORDINALS = new Set('second third fourth fifth another further too well'.split(' '));

/** "the first two" of some things; undefined of "the others". */
function placedAt(things: readonly number[], place: string): readonly number[] | undefined {
  switch (place) {
    case 'first':
      return things.slice(0, 1);
    case 'second':
      return things.slice(1, 2);
    case 'third':
      return things.slice(2, 3);
    case 'last':
      return things.slice(-1);
    case 'first two':
      return things.slice(0, 2);
    case 'last two':
      return things.slice(-2);
    default:
      return undefined;
  }
}

const NONE: readonly never[] = [];
/** In elements: what is longer is no sentence that a reader follows. */
const LONGEST_SENTENCE = 120;
