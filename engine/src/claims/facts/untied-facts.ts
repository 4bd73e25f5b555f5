import type { AttributeName } from '../../terminology/terminology.js';
import type { ClaimParty } from '../claim.js';
import { opensWithPronoun, partyOf } from '../subjects/discourse.js';
import { CuedSubjects } from './cued-facts.js';
import { PARTS_OF_CASES } from './fact-subjects.js';
import { TAKES_UP } from './meaning-words.js';

/** Of what a name is said that needs no tie: of the one thing that its clause, or its part of it, speaks of. */
export abstract class UntiedSubjects extends CuedSubjects {
  /** The thing that the clause speaks of, where it speaks of no other one. */
  protected saidAnywhere({ untied, attribute }: AttributeName, at: number): ClaimParty | undefined {
    if (!untied || this.sentence.block.table !== undefined) return undefined;
    const { start, end } = this.clause;
    const found = new Map<string, ClaimParty>();
    for (let index = start; index < end; index++) {
      const { mention } = this.elements[index]!;
      const id = mention?.conceptId;
      if (id === undefined) continue;
      if (this.holds(id, attribute)) {
        if (!found.has(id)) found.set(id, partyOf(mention!));
      } else if (OTHER_CONDITIONS.has(this.kindOf(id)) && index !== at && this.#isOther(id, index, attribute)) {
        return undefined;
      }
    }
    const [only] = found.values();
    if (found.size > 0) return found.size === 1 ? only : this.#inSamePart(attribute, at);
    if (!this.#goesOn(at)) return undefined;
    const has = (id: string) => this.holds(id, attribute);
    const { block, sentenceIndex } = this.sentence;
    return this.namedInSentence(has) ?? this.discourse.topicOf(block.index, sentenceIndex, has);
  }

  /** "It was removed from his shoulder", "can be taken for cancer", "is it malignant": of one case, or only thought of. */
  protected isNotStated(at: number, behind: number, subject: ClaimParty): boolean {
    const { start, end } = this.clause;
    const around = [...this.elements.slice(start, at), ...this.elements.slice(behind, end)];
    if (around.some(({ norm }) => TELLS_OF_ONE.has(norm) || THINKS.has(norm))) return true;
    const near = [...this.elements.slice(start, at), ...this.elements.slice(behind, Math.min(end, behind + NEAR))];
    if (near.some(({ norm }) => SETS_ASIDE.has(norm))) return true;
    if (this.elements.slice(start, at).some(({ norm }) => norm === 'can')) return true;
    const own = this.elements.findIndex(
      ({ span, mention }) => mention !== undefined && span.start === subject.span.start,
    );
    return subject.block === this.sentence.block.index && ASKS.has(this.elements[own - 1]?.norm ?? '');
  }

  /** ", the metastatic one is by far the most common, and the idiopathic one …": the one between the same two commas. */
  #inSamePart(attribute: string, at: number): ClaimParty | undefined {
    const { start, end } = this.clause;
    let from = at;
    while (from > start && this.elements[from - 1]!.norm !== ',') from--;
    let to = at;
    while (to < end && this.elements[to]!.norm !== ',') to++;
    const named = this.elements
      .slice(from, to)
      .flatMap(({ mention }) =>
        mention?.conceptId !== undefined && this.holds(mention.conceptId, attribute) ? [mention] : [],
      );
    return new Set(named.map(({ conceptId }) => conceptId)).size === 1 ? partyOf(named[0]!) : undefined;
  }

  /** "It …", "These bumps …", an entry, an answer: the clause surely goes on about what the text was about. */
  #goesOn(at: number): boolean {
    const { block, sentenceIndex } = this.sentence;
    const { start } = this.clause;
    const own = this.elements.slice(start, this.clause.end);
    // "What calcifies and clots are the great vessels."
    if (own[0]?.norm === 'what' && own.slice(1, at - start).some(({ norm }) => ARE.has(norm))) return true;
    if (!this.carriesOn(at)) return false;
    return (
      opensWithPronoun(own) ||
      own.slice(0, 3).some(({ norm }, index) => TAKES_UP.has(norm) && (index === 0 || TAKES_UP_BY.has(own[0]!.norm))) ||
      (own[0]?.norm === 'the' && at > start + 1 && PARTS_OF_CASES.has(own[1]?.norm ?? '')) ||
      this.discourse.isDefinition(block.index) ||
      this.discourse.followsName(block.index, sentenceIndex) ||
      this.discourse.answersQuestion(block.index, sentenceIndex) ||
      this.discourse.followsTitle(block.index, sentenceIndex)
    );
  }

  /** Not what the thing is one of ("a form of calcinosis"), nor what it goes with ("with long-standing diabetes"). */
  #isOther(id: string, index: number, attribute: string): boolean {
    if (this.terminology.classificationOf(id) !== undefined) return false;
    const before = this.elements.slice(Math.max(this.clause.start, index - 3), index);
    if (before.some(({ norm }) => GOES_WITH.has(norm))) return false;
    return !this.elements.slice(this.clause.start, this.clause.end).some(({ mention }) => {
      const holder = mention?.conceptId;
      return holder !== undefined && this.holds(holder, attribute) && this.terminology.isA(holder, id);
    });
  }
}

/** So many elements behind the words something may be set aside that they are part of. */
const NEAR = 7;
const OTHER_CONDITIONS = new Set(['disease', 'type', 'form']);
const GOES_WITH = new Set('in with for of'.split(' '));
const ARE = new Set('is are'.split(' '));
const TELLS_OF_ONE = new Set('was were had removed developed noticed presented showed grew sat lay case'.split(' '));
const SETS_ASIDE = new Set(
  'spare spares sparing excludes rules suspect suspected ruled exclude alone absent lack lacks free away resembles simulates suggests suggest looks look'
    .split(' ')
    .concat('differential diagnosis'),
);
const THINKS = new Set(
  'took takes mistook feared frightened taken described reported read misread hear hears think thinks believe believes fear fears worry assume googled exist story exception'.split(
    ' ',
  ),
);
const ASKS = new Set('is are does do was'.split(' '));
const TAKES_UP_BY = new Set('the these those its their such this'.split(' '));
