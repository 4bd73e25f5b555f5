import type { AttributeName, PhrasePlaces } from '../../terminology/terminology.js';
import { matchPlaces, standsApart } from '../phrases/attribute-match.js';
import { isHyphen } from '../../language/tokenize.js';
import type { ClaimParty } from '../claim.js';
import { partyOf } from '../subjects/discourse.js';
import { FactSubjects } from './fact-subjects.js';
import { LABEL_MARKS, NEGATORS } from '../sentences/lexicon.js';
import { TAKES_UP } from './meaning-words.js';
import { firstWordsOfAll } from '../phrases/phrase-openings.js';

export interface CuedName {
  readonly subject: ClaimParty;
  /** Indexes of the elements that the statement begins and ends at. */
  readonly tie: number;
  readonly end: number;
}

/** Where a name or a cue stands, by its tokens and by the indexes of its first and its last element. */
interface Place {
  readonly from: number;
  readonly to: number;
  readonly at: number;
  readonly last: number;
  /** Other words stand between its own. */
  readonly apart: boolean;
}

/**
 * Finds of what a name is said that stands in one part of a clause with a cue, in whatever order: "B cells are depleted
 * by abatacept", "vitamin K is what they interfere with", "an antibody against CD20". The part ends where another
 * statement begins, and one thing only may be meant.
 */
export abstract class CuedSubjects extends FactSubjects {
  /** @param from first token of the name, `to` the one behind its last, `at` its first element */
  protected cuedTo(name: AttributeName, from: number, to: number, at: number): CuedName | undefined {
    if (name.cues.length === 0 || this.#isOfOtherMedicine(name.attribute, at)) return undefined;
    const place = this.#placeOf(name, from, to, at);
    const beside =
      name.ties.length > 0 ? (this.#beside(name.attribute, at) ?? this.#before(name.attribute, place)) : undefined;
    if (beside !== undefined) {
      const found = { ...beside, end: place.last };
      return this.#isOpen(beside.tie, place, place) ? undefined : found;
    }
    const cue = this.#cueNear(name, place);
    const said = cue === undefined ? undefined : this.#saidOf(name.attribute, cue, place);
    if (cue === undefined || said === undefined || this.#isOpen(said.tie, place, cue)) return undefined;
    return { ...said, end: Math.max(place.last, cue.last) };
  }

  /** "methotrexate tablets": the words stand right behind a medicine of which nothing is held. */
  #isOfOtherMedicine(attribute: string, at: number): boolean {
    const isMedicine = this.kindOf(this.elements[at - 1]?.mention?.conceptId) === 'drug';
    return isMedicine && this.holderAt(at - 1, attribute) === undefined;
  }

  /** Whether a name stands with one of its cues, in no later part of the clause than another element. */
  protected isCued(name: AttributeName, from: number, to: number, at: number, beside: number): boolean {
    if (at > beside && this.#startOfPart(at) > beside) return false;
    return this.#cueNear(name, this.#placeOf(name, from, to, at)) !== undefined;
  }

  #placeOf({ places }: AttributeName, from: number, to: number, at: number): Place {
    const apart = to - from > 2 && standsApart(this.sentence.block.tokens, places, from, to);
    return { from, to, at, last: this.#elementBefore(to, at), apart };
  }

  #elementBefore(token: number, from: number): number {
    const behind = this.elementFrom(token, from);
    return (behind < 0 ? this.clause.end : behind) - 1;
  }

  /** "heparin pills", "infliximab, a tablet,": the name stands right behind the thing. */
  #beside(attribute: string, at: number): Said | undefined {
    let index = BY.has(this.#norm(at - 1)) ? at - 2 : at - 1;
    if (ARTICLES.has(this.#norm(index)) && this.#norm(index - 1) === ',') index -= 2;
    else if (['being', 'as'].includes(this.#norm(index)) && this.#norm(index - 1) === ',') index -= 2;
    if (index < this.clause.start || this.holderAt(index, attribute) === undefined) return undefined;
    return { subject: partyOf(this.elements[index]!.mention!), tie: index };
  }

  /** "oral etanercept", "the nurse injects apixaban": an adjective or a verb right before the thing. */
  #before(attribute: string, { at, last }: Place): Said | undefined {
    const isOne = QUALIFIES.test(this.#norm(last));
    const own = last + 1;
    if (!isOne || own >= this.clause.end || this.holderAt(own, attribute) === undefined) return undefined;
    return { subject: partyOf(this.elements[own]!.mention!), tie: at };
  }

  /** The nearest cue in the same part of the clause. */
  #cueNear({ cues }: AttributeName, name: Place): Place | undefined {
    const opens = firstWordsOfAll(cues);
    const first = Math.max(this.clause.start, name.at - FARTHEST);
    for (let index = name.last; index >= first; index--) {
      // The cue may be the word itself that begins the statement: "given when calcium is low".
      const cue = this.#cueIn(index, cues, opens, name);
      if (cue !== undefined) return cue;
      if (index < name.at && (this.#parts(index) || this.#opensItem(index))) break;
    }
    for (let index = name.last + 1; index < Math.min(this.clause.end, name.last + FARTHEST); index++) {
      // "boosts antithrombin, the protein that brakes clotting": what the protein does.
      const isRelative = NOUN_RELATIVES.has(this.#norm(index)) && this.elements[index - 1]!.kind === 'word';
      // "thins the blood by boosting vitamin K": what it does by doing something else.
      const isMeans = this.#norm(index) === 'by' && this.#norm(index + 1).endsWith('ing');
      if (this.#parts(index) || isMeans || (isRelative && this.elements[index + 1]?.mention === undefined)) break;
      const cue = this.#cueIn(index, cues, opens, name);
      if (cue !== undefined) return cue;
    }
    return undefined;
  }

  /** A cue that begins in an element, which may be a phrase of several words, and is no part of the name. */
  #cueIn(index: number, cues: readonly PhrasePlaces[], opens: ReadonlySet<string>, name: Place): Place | undefined {
    const { tokens } = this.sentence.block;
    const { firstToken, endToken, mention } = this.elements[index]!;
    const end = this.elements[this.clause.end - 1]!.endToken;
    for (let token = firstToken; token < endToken; token++) {
      if (!opens.has(tokens[token]!.norm) || isCovered(name, token)) continue;
      const to = Math.max(...cues.map((cue) => matchPlaces(tokens, cue, token, end)));
      // "calcium channel blocker": a part of a longer name.
      if (to <= token || (mention?.conceptId !== undefined && (to < endToken || token > firstToken))) continue;
      return { from: token, to, at: index, last: this.#elementBefore(to, index), apart: false };
    }
    return undefined;
  }

  /** Another statement begins there. */
  #parts(index: number): boolean {
    if (PARTING.has(this.#norm(index))) return true;
    if (this.#norm(index) !== ',' || !JOINS.has(this.#norm(index + 1))) return false;
    return this.#norm(index + 2) === 'the' || this.#opensStatement(index + 2);
  }

  /** "risedronate in tablet form, pamidronate for the drip": the next of a list of medicines. */
  #opensItem(index: number): boolean {
    return this.kindOf(this.elements[index]!.mention?.conceptId) === 'drug' && this.#norm(index - 1) === ',';
  }

  /** A thing or a pronoun stands there: what follows is said of that. */
  #opensStatement(index: number): boolean {
    return this.elements[index]?.mention?.conceptId !== undefined || SUBJECT_PRONOUNS.has(this.#norm(index));
  }

  #saidOf(attribute: string, cue: Place, name: Place): Said | undefined {
    const first = Math.min(cue.at, name.at);
    const holders = this.#holders(attribute, name).filter((index) => !this.#isCompared(index));
    if (holders.length === 0) return this.#carried(attribute, first);
    const part = this.#startOfPart(first);
    const before = holders.filter((index) => index < first && !this.#isSetAside(index)).at(-1);
    const own = before ?? (this.#isOne(holders) && this.#isBehind(holders[0]!, cue, name) ? holders[0]! : undefined);
    if (own === undefined || this.#isSetAside(own) || this.#isNextItem(own, name.at)) return undefined;
    if (own < first) {
      const isJoined = JOINS.has(this.#norm(part)) && this.#isOne(holders.filter((index) => index < first));
      if (own < part && !this.#opensStatementOf(isJoined ? part + 1 : part, own)) return undefined;
      const from = Math.max(own + 1, part);
      if (this.#isOfOthers(from, first) || this.#hasRival(own, from, first)) return undefined;
      if (name.at < cue.at && this.#hasOwnNoun(from, first)) return undefined;
      // "B cells, as etanercept users know, are depleted by rituximab": its own agent follows.
      if (holders.some((index) => index > cue.at && this.#norm(index - 1) === 'by')) return undefined;
    }
    const tie = own < part ? part : Math.min(own, first);
    return { subject: partyOf(this.elements[own]!.mention!), tie };
  }

  /** "sevelamer, lanthanum, or an iron-based binder": the name is the next medicine of a list. */
  #isNextItem(own: number, at: number): boolean {
    if (this.kindOf(this.elements[at]?.mention?.conceptId) !== 'drug') return false;
    if (this.#norm(at + 1) !== ',') return false;
    return at > own + 1 && this.elements.slice(own + 1, at).every(({ norm }) => norm === ',' || JOINS.has(norm));
  }

  /** Behind "because" and the like: "it", or the words at once. */
  #opensStatementOf(part: number, own: number): boolean {
    if (this.elements.slice(own + 1, part).some((element) => element.norm === ';')) return false;
    const next = this.elements[part + 1]?.mention?.conceptId;
    const isOwn = next !== undefined && this.terminology.isA(this.elements[own]!.mention!.conceptId!, next);
    if (DEMONSTRATIVES.has(this.#norm(part)) && (isOwn || TAKES_UP.has(this.#norm(part + 1)))) return true;
    return CARRYING.has(this.#norm(part)) || (this.#norm(part - 1) === 'then' && !this.#opensStatement(part));
  }

  #startOfPart(at: number): number {
    for (let index = at - 1; index >= this.clause.start; index--) {
      // "… so that they hold back …"
      if (this.#parts(index)) {
        return this.#norm(index) === 'so' && this.#norm(index + 1) === 'that' ? index + 2 : index + 1;
      }
    }
    return this.clause.start;
  }

  /** What the text around speaks of, where nothing else is the subject: "It …", "This antacid …", an entry, a cell. */
  #carried(attribute: string, first: number): Said | undefined {
    const has = (id: string) => this.holds(id, attribute);
    const { block, sentenceIndex } = this.sentence;
    const { start } = this.clause;
    const said = (subject: ClaimParty | undefined): Said | undefined =>
      subject === undefined ? undefined : { subject, tie: first };
    if (block.table !== undefined) return this.#isOfOthers(start, first) ? undefined : said(this.headOf(has));
    const part = this.#startOfPart(first);
    if (this.#isOfOthers(part, first) || this.isConditional(first)) return undefined;
    // "Apixaban, like warfarin, works by …"
    const opening = this.elements[0]!;
    if (start > 0 && this.#norm(1) === ',' && has(opening.mention?.conceptId ?? '') && first - start <= 3) {
      const between = this.elements.slice(1, first).some(({ norm }) => norm === ';' || IS.has(norm));
      return between ? undefined : said(partyOf(opening.mention!));
    }
    const before = this.elements.slice(part, first);
    const taken = before.findIndex(
      ({ norm, mention }, index) =>
        CARRYING.has(norm) ||
        (DEMONSTRATIVES.has(this.#norm(part + index - 1)) &&
          (TAKES_UP.has(norm) || MEDICINES.has(norm) || this.kindOf(mention?.conceptId) === 'drug-class')),
    );
    const isEntry =
      this.discourse.isDefinition(block.index) ||
      this.discourse.followsTitle(block.index, sentenceIndex) ||
      (sentenceIndex === 0 && block.list !== undefined) ||
      this.#followsName();
    const opens = taken >= 0 && taken <= 7;
    // "An antibody that multiplies …", "Switches on …"
    // "Vitamin K switches it on": what opens the sentence acts itself.
    const isOwn = first === start && this.#opensStatement(first) && !isHyphen(this.#norm(first + 1));
    const elliptic = isEntry && part === start && !isOwn && this.#isElliptic(before);
    if (!opens && !elliptic) return undefined;
    const topic = this.namedInSentence(has) ?? this.discourse.topicOf(block.index, sentenceIndex, has);
    if (topic === undefined) return undefined;
    const others = before.some((_, index) => index !== taken && this.#isRivalOf(topic.conceptId!, part + index));
    if (others) return undefined;
    const noun = before[taken];
    if (noun === undefined || CARRYING.has(noun.norm)) return said(topic);
    // "This antacid …" is an antacid; "the disease" takes up no medicine.
    const group = noun.mention?.conceptId;
    const isMeant =
      group === undefined
        ? !this.kindOf(topic.conceptId).startsWith('drug') || MEDICINES.has(noun.norm)
        : this.terminology.isA(topic.conceptId!, group);
    return isMeant ? said(topic) : undefined;
  }

  /** "Warfarin (n.).", "tenapanor, noun.": the sentence before only names what is explained. */
  #followsName(): boolean {
    const { block, sentenceIndex } = this.sentence;
    const before = this.discourse.sentences[block.index]![sentenceIndex - 1];
    return before !== undefined && before.elements.length <= 5 && !before.elements.some(({ norm }) => IS.has(norm));
  }

  /** No subject of its own: nothing, or "a drug that", "an antibody that". */
  #isElliptic(before: readonly { readonly norm: string }[]): boolean {
    if (before.length === 0 || (before.length === 1 && ARTICLES.has(before[0]!.norm))) return true;
    if (before.some(({ norm }) => IS.has(norm) || POSSESSIVES.has(norm))) return false;
    return ARTICLES.has(before[0]!.norm) ? before.some(({ norm }) => RELATIVES.has(norm)) : before.length <= 1;
  }

  /** "… are depleted by abatacept", "… is what warfarin blocks", "blocking … is how apixaban works". */
  #isBehind(own: number, cue: Place, name: Place): boolean {
    const { at, last } = name;
    const words = (from: number, to: number) => this.elements.slice(from, to).map(({ norm }) => norm);
    // "vitamin K is what warfarin blocks", "it is uric acid that colchicine brings down", "the metal in sevelamer is iron"
    const [inner, outer] = at < cue.at ? [last, cue.at] : [cue.last, at];
    if (inner < own && own < outer) {
      const before = words(inner + 1, own);
      const links =
        before.some((norm) => CLEFT.has(norm)) || (before.length <= 2 && before.some((norm) => OF.has(norm)));
      return links && own - inner <= 7;
    }
    const end = Math.max(cue.last, last);
    if (own <= end) return false;
    const between = words(end + 1, own);
    // "because the diltiazem", but not "because a drip of calcium gluconate"
    if (between.some((norm) => PARTING.has(norm)) && between.length > 2) return false;
    if (between.some((norm) => PEOPLE.has(norm))) return false;
    if (between.some((norm) => BEFORE_AGENT.has(norm))) return own - end <= 8 && !this.#hasRival(own, end + 1, own);
    // "Vitamin K speeds up clotting, which warfarin slows": the thing that comes first acts itself.
    const opensWithIt =
      cue.at <= this.clause.start + 1 && cue.at < at && this.elements[cue.at]!.mention?.conceptId === undefined;
    return opensWithIt && own - end <= 6 && between.some((norm) => HOW.has(norm));
  }

  /** Indexes of what has the attribute, but for what belongs to the name. */
  #holders(attribute: string, { at, last }: Place): readonly number[] {
    const found: number[] = [];
    for (let index = this.clause.start; index < this.clause.end; index++) {
      if ((index < at || index > last) && this.holderAt(index, attribute) !== undefined) found.push(index);
    }
    return found;
  }

  /** "a calcium antagonist such as verapamil": one thing, and the class that it belongs to. */
  #isOne(holders: readonly number[]): boolean {
    const [first, ...others] = holders.map((index) => this.elements[index]!.mention!.conceptId!);
    return others.every((id) => this.terminology.isA(id, first!) || this.terminology.isA(first!, id));
  }

  /** "like warfarin", "than rituximab". */
  #isSetAside(index: number): boolean {
    return index > this.clause.start && (ASIDE.has(this.#norm(index - 1)) || this.isInserted(index));
  }

  /** "…: cold squeezes the arteries shut": a noun right behind the colon acts itself. */
  #hasOwnNoun(from: number, first: number): boolean {
    if (first - 2 < from || this.#norm(first - 2) !== ':') return false;
    const { kind, norm, mention } = this.elements[first - 1]!;
    return kind === 'word' && mention === undefined && !norm.endsWith('ly') && !NO_NOUNS.has(norm);
  }

  /** "just as ibuprofen does": another one that does it, too. */
  #isCompared(index: number): boolean {
    return this.#norm(index - 1) === 'as' && DOES.has(this.#norm(index + 1));
  }

  /** "quiets the cells that break down bone": the verb is of the cells, which are no name of what the thing is. */
  #isOfNounBefore(index: number, from: number): boolean {
    if (!NOUN_RELATIVES.has(this.#norm(index)) || index - 1 < from) return false;
    const { kind, mention, norm } = this.elements[index - 1]!;
    if (kind !== 'word' || mention !== undefined || !norm.endsWith('s') || STAND_FOR_IT.has(norm)) return false;
    const opening = this.elements.slice(Math.max(from, index - 4), index - 1);
    return (
      opening.some(({ norm: word }) => !ARTICLES.has(word)) &&
      !opening.some(({ norm: word }) => IS.has(word) || LABEL_MARKS.has(word) || word === ',')
    );
  }

  /** "Drugs that block …", "another one which …": of things that are not named. */
  #isOfOthers(from: number, to: number): boolean {
    for (let index = from; index < to; index++) {
      if (this.#isOfNounBefore(index, from)) return true;
      if (!OTHERS.has(this.#norm(index))) continue;
      const isRelative = [1, 2].some((step) => RELATIVES.has(this.#norm(index + step)));
      const opening = this.elements.slice(Math.max(this.clause.start, index - 4), index).map(({ norm }) => norm);
      const isPredicate = opening.some((norm) => IS.has(norm) || LABEL_MARKS.has(norm) || norm === ',') || index < 3;
      if (isRelative && !(isPredicate && !this.#norm(index).endsWith('s'))) return true;
    }
    return false;
  }

  /** Another medicine or treatment, which the statement may be of. */
  #hasRival(own: number, from: number, to: number): boolean {
    const id = this.elements[own]!.mention!.conceptId!;
    return this.elements.slice(from, to).some(({ mention }, offset) => {
      const other = mention?.conceptId;
      if (other === undefined || other === id || !this.#isRival(other) || this.#isSetAside(from + offset)) return false;
      // "etanercept, a monoclonal antibody against …": what it is said to be.
      const before = this.elements.slice(own + 1, from + offset).map(({ norm }) => norm);
      if ([',', '(', 'is'].includes(before[0] ?? '') && ARTICLES.has(before[1] ?? '') && before.length <= 4) {
        return false;
      }
      return !this.terminology.isA(id, other) && !this.terminology.isA(other, id);
    });
  }

  /** Another thing, but for the class that it belongs to, and for the disease in which it acts: "In gout it washes …". */
  #isRivalOf(topic: string, index: number): boolean {
    const id = this.elements[index]!.mention?.conceptId;
    if (id === undefined || !this.#isRival(id) || this.terminology.isA(topic, id)) return false;
    const isCase = SCENES.has(this.#norm(index - 1)) && CASES.has(this.kindOf(id));
    return !(isCase && this.kindOf(topic).startsWith('drug'));
  }

  #isRival(id: string): boolean {
    return RIVALS.has(this.kindOf(id));
  }

  /** A word that denies it, or leaves it to some cases, stands in the statement or right before it. */
  #isOpen(tie: number, name: Place, cue: Place): boolean {
    const end = Math.max(name.last, cue.last);
    // "given for high phosphate", "treats raised calcium": what it is used against.
    if (PURPOSES.has(this.#norm(Math.min(name.at, cue.at) - 1))) return true;
    const appended = this.isAppended(tie) || tie === this.#startOfPart(tie);
    const from = appended ? tie : Math.max(this.clause.start, tie - 4);
    for (let index = from; index < Math.min(this.clause.end, end + 3); index++) {
      const isOwn = (name.at <= index && index <= name.last) || (cue.at <= index && index <= cue.last);
      if (isOwn || this.elements[index]!.mention?.conceptId !== undefined) continue;
      const norm = this.#norm(index);
      const next = this.#norm(index + 1);
      if (NEGATORS.has(norm) || /n['’]t$/u.test(norm)) {
        if (!['only', 'doubt', 'longer'].includes(next)) return true;
      } else if (index <= end && (OPEN.has(norm) || (norm === 'once' && !TIMES.has(next)))) return true;
    }
    return false;
  }

  #norm(index: number): string {
    return this.elements[index]?.norm ?? '';
  }
}

/** "keeps phosphate from": what stands in the middle is no word of the name. */
function isCovered({ from, to, apart }: Place, token: number): boolean {
  return apart ? token === from || token === to - 1 : from <= token && token < to;
}

type Said = Omit<CuedName, 'end'>;

/** How many elements may stand between a name and its cue. */
const FARTHEST = 9;
const PARTING = new Set(
  '; because so while whereas but since although though when if unless until then whether therefore'.split(' '),
);
const JOINS = new Set('and or yet'.split(' '));
const SUBJECT_PRONOUNS = new Set('it they you we he she this that its their i'.split(' '));
const CARRYING = new Set('it they which'.split(' '));
const DEMONSTRATIVES = new Set('this these the that both'.split(' '));
const MEDICINES = new Set(
  'drug drugs medicine medicines medication medications tablet tablets pill pills capsule capsules treatment product binder antibody biologic jab shot agent remedy compound powder substance injection infusion'.split(
    ' ',
  ),
);
const POSSESSIVES = new Set('my our his her your their'.split(' '));
const ARTICLES = new Set('a an the one'.split(' '));
const BEFORE_AGENT = new Set('by of under with on in because'.split(' '));
const PEOPLE = new Set('people patients those users women men children anyone someone who'.split(' '));
const QUALIFIES = /(?:al|ous|ar|able)$|^inject(?:s|ed|ing)?$/u;
const BY = new Set('by as via'.split(' '));
const HOW = new Set('how what why , by'.split(' '));
const OF = new Set('of in'.split(' '));
const CLEFT = new Set('what which that'.split(' '));
const NO_NOUNS = new Set('it they this that which also often now then to by can will not its no and'.split(' '));
const DOES = new Set('does do did'.split(' '));
const ASIDE = new Set('unlike like than without instead against from versus vs as'.split(' '));
const OTHERS = new Set(
  'drug drugs medicine medicines medication medications agents treatments treatment one ones those others another something anything people patients tablet cream'.split(
    ' ',
  ),
);
const RELATIVES = new Set('that which who whose'.split(' '));
const STAND_FOR_IT = new Set('things ones ways means drugs medicines factors causes'.split(' '));
const NOUN_RELATIVES = new Set(['that', 'which']);
const IS = new Set('is are was were being'.split(' '));
const PURPOSES = new Set(
  'for treat treats treated treating correct corrects correcting fight fights against despite'.split(' '),
);
const TIMES = new Set('a daily weekly monthly yearly every per each in more the'.split(' '));
const SCENES = new Set('in during with'.split(' '));
const CASES = new Set(['disease', 'lab-finding', 'symptom', 'sign']);
const RIVALS = new Set(['drug', 'drug-class', 'procedure', 'substance', 'disease', 'lab-finding']);
const OPEN = new Set(
  'may might could would should unless if whether instead rather unlike than versus vs neither nor formerly except besides avoid stop stopped stopping without free lack lacks lacking replace replaces replaced replacing switch switched swap swapped myth wrongly rarely seldom sometimes occasionally different differs'.split(
    ' ',
  ),
);
