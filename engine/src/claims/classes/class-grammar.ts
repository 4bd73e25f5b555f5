import type { Terminology } from '../../terminology/terminology.js';
import { proseSpan } from '../../text/span.js';
import type { Claim, ClaimParty } from '../claim.js';
import { classClaim } from './class-claim.js';
import { CONDITION_LINES, MEDICINE_LINES, type ClassLine } from './class-lines.js';
import { APART, OTHER_THINGS } from './class-frames.js';
import { signsOf, type ClauseSigns, type SignedPart } from './class-signs.js';
import { ClauseReader } from '../sentences/clause-reader.js';
import { isKindOfDiseases } from './disease-kinds.js';
import { isDenied, isHypothetical, type Clause } from '../sentences/clauses.js';
import { partyOf, type Discourse } from '../subjects/discourse.js';
import type { Element, SentenceElements } from '../sentences/elements.js';

/**
 * Reads what kind of thing something is from the order of the words that lead from a thing to a class: the clause is
 * taken as a line of signs (`class-signs.ts`), and the lines that are statements are listed here. Other readers go by
 * single frames; this one puts determiners, adverbs, insertions, doses and lists together.
 *
 * @param known what other readers have read in the clause; a pair is not claimed twice
 */
export function readClassGrammar(
  sentence: SentenceElements,
  clause: Clause,
  discourse: Discourse,
  terminology: Terminology,
  known: readonly Claim[],
): readonly Claim[] {
  if (sentence.isQuestion || clause.attribution !== 'writer') return [];
  const reader = new GrammarReader(sentence, clause, discourse, terminology);
  reader.readMedicines(known);
  reader.readConditions(known);
  return reader.claims;
}

class GrammarReader extends ClauseReader {
  readMedicines(known: readonly Claim[]): void {
    const isThing = (element: Element) => this.#isKind(element, 'drug');
    const isGroup = (element: Element) => this.#isKind(element, 'drug-class');
    this.#readLines(MEDICINE_LINES, isThing, isGroup, () => this.#medicineMeant(), known);
  }

  readConditions(known: readonly Claim[]): void {
    const isGroup = (element: Element) => isKindOfDiseases(element, this.terminology);
    const isThing = (element: Element) => !isGroup(element) && this.#isCondition(element);
    this.#readLines(CONDITION_LINES, isThing, isGroup, () => this.#conditionMeant(isThing), known);
  }

  #readLines(
    lines: readonly ClassLine[],
    isThing: (element: Element) => boolean,
    isGroup: (element: Element) => boolean,
    whatIsMeant: () => ClaimParty | undefined,
    known: readonly Claim[],
  ): void {
    const own = this.elements.slice(this.clause.start, this.clause.end);
    if (!own.some(isGroup)) return;
    const meant = whatIsMeant();
    if (meant === undefined && !own.some(isThing)) return;
    const signs = signsOf(this.elements, this.clause.start, this.clause.end, isThing, isGroup, meant !== undefined);
    if (!signs.line.includes('D') || !signs.line.includes('C')) return;
    for (const line of lines) this.#read(line, signs, known, meant, isGroup);
  }

  /** "In calcinosis the immune system attacks the body; it is itself an autoimmune disease." */
  #conditionMeant(isThing: (element: Element) => boolean): ClaimParty | undefined {
    const { start, end } = this.clause;
    const before = this.elements.slice(0, start);
    const own = this.elements.slice(start, end);
    if (own.some(isThing) || before.some(({ norm }) => OTHER_CONDITIONS.has(norm) || APART.has(norm))) return undefined;
    const things = before.filter(isThing);
    return things.length === 1 ? partyOf(things[0]!.mention!) : undefined;
  }

  /** What "it" is: the one medicine that the sentence has named before the clause, or the sentence before. */
  #medicineMeant(): ClaimParty | undefined {
    const { block, sentenceIndex } = this.sentence;
    const { start, end } = this.clause;
    if (this.elements.slice(start, end).some((element) => this.#isKind(element, 'drug'))) return undefined;
    const before =
      start > 0 ? this.elements.slice(0, start) : this.discourse.sentences[block.index]![sentenceIndex - 1]?.elements;
    if (before === undefined) return undefined;
    const things = before.filter((element) => this.#isKind(element, 'drug'));
    // "I take warfarin. My new cream is …", "Colchicine is compared with a statin. It is …"
    const others = before.some(
      (element, at) =>
        this.#isKind(element, 'drug-class') ||
        APART.has(element.norm) ||
        (OTHER_THINGS.has(element.norm) && INTRODUCES.has(before[at - 1]?.norm ?? '')),
    );
    return things.length === 1 && !others ? partyOf(things[0]!.mention!) : undefined;
  }

  #read(
    statement: ClassLine,
    { line, parts }: ClauseSigns,
    known: readonly Claim[],
    meant: ClaimParty | undefined,
    isGroup: (element: Element) => boolean,
  ): void {
    const match = statement.line.exec(line);
    if (match === null) return;
    const own = parts.slice(match.index, match.index + match[0].length);
    const thing = own.find(({ sign }) => sign === 'D');
    const group = own.findLast(({ sign }) => sign === 'C');
    if (thing === undefined || group === undefined) return;
    if (statement.needsGroup === true && !this.#namesGroup(group)) return;
    const isSetOff =
      /[-(]C[-)]/u.test(match[0]) || (match[0].endsWith('-C') && line[match.index + match[0].length] === '-');
    const isOne = group.determiner === 'a' || (isSetOff && group.determiner === 't');
    if (statement.one === true && (!isOne || thing.named.length > 1)) return;
    if (statement.several === true && group.determiner !== 'q') return;
    if (statement.best === true && !this.#isBestOf(thing, group)) return;
    if (statement.opens === true && !this.#opensWithMembers(parts[match.index]!, group, thing)) return;
    if (statement.others === true && !this.#namesOthers(group, thing)) return;
    // "It was the antacid that made her sick": what is stressed is no class of "it".
    if (thing.named.length === 0 && group.determiner === 't' && line[parts.indexOf(group) + 1] === 'r') return;
    // "Hypercalcemia may come from cancer": where a condition comes from is its cause, and no class.
    const comesFrom =
      this.elements[group.first - 1]?.norm === 'from' && !this.#isKind(this.elements[thing.first]!, 'drug');
    if (statement.form === 'belonging' && comesFrom) return;
    const before = parts[match.index]!.first;
    if (
      isDenied(this.elements, this.clause.start, statement.denies === true ? before : Math.max(before, thing.first))
    ) {
      return;
    }
    if (statement.examples === true && !this.#isClassOfExamples(group, thing)) return;
    // "infections and autoimmune diseases, including lupus and cysticercosis": each is of the one or of the other.
    if (statement.form === 'examples' && this.#isOneOfTwo(group, isGroup)) return;
    const object = partyOf(this.elements[group.named[0]!]!.mention!);
    const things = statement.form === 'examples' ? this.#membersOf(thing) : this.#meantBy(statement, thing, group);
    const subjects = things.map((at) => partyOf(this.elements[at]!.mention!));
    // "calcinosis, lupus and other autoimmune diseases": where the last is one, those before it may stand beside it.
    const last = things[things.length - 1];
    const isCondition = last !== undefined && !this.#isKind(this.elements[last]!, 'drug');
    if (statement.form === OTHERS_OF_CLASS && isCondition && this.#isOf(last, group.named[0]!)) return;
    if (subjects.length === 0 && meant !== undefined) subjects.push(meant);
    for (const subject of subjects) {
      const isKnown = [...known, ...this.claims].some(
        (claim) => claim.subject.conceptId === subject.conceptId && claim.object.conceptId === object.conceptId,
      );
      if (!isKnown) this.#add(subject, object, statement, Math.max(thing.first, group.named[0]!));
    }
  }

  /** "methotrexate, azathioprine, cyclosporine (a calcineurin inhibitor)": one class in brackets is of the last alone. */
  #meantBy({ form }: ClassLine, { named }: SignedPart, { determiner, named: groups }: SignedPart): readonly number[] {
    const isOfOne = form === 'brackets' && (determiner === 'a' || !/s$/u.test(this.elements[groups[0]!]!.norm));
    return isOfOne ? named.slice(-1) : named;
  }

  /** "lupus and dermatomyositis, cysticercosis and burns": the members end behind "and", but not in "a or b or c". */
  #membersOf({ named }: SignedPart): readonly number[] {
    // What joins a member to the one before it: "and", or ", and".
    const joint = (index: number) =>
      this.elements
        .slice((named[index - 1] ?? 0) + 1, named[index])
        .filter(({ norm }) => [',', 'and', 'or'].includes(norm))
        .map(({ norm }) => norm)
        .join(' ');
    const last = named.findIndex(
      (_, index) =>
        index > 0 && /and|or/u.test(joint(index)) && index + 1 < named.length && joint(index + 1) !== joint(index),
    );
    return last < 0 ? named : named.slice(0, last + 1);
  }

  #isOneOfTwo({ first }: SignedPart, isGroup: (element: Element) => boolean): boolean {
    const joint = this.elements[first - 1]?.norm ?? '';
    return ['and', 'or'].includes(joint) && this.elements.slice(this.clause.start, first - 1).some(isGroup);
  }

  /** "in the antacid class", "from the family of statins" */
  #namesGroup({ first, end }: SignedPart): boolean {
    return this.elements.slice(first, end).some(({ norm }) => GROUPS.has(norm));
  }

  /** "in the class of statins" and "among statins", not "in statins"; and of one thing alone. */
  #opensWithMembers({ first }: SignedPart, group: SignedPart, thing: SignedPart): boolean {
    const opener = this.elements[first]!.norm;
    const words = this.elements.slice(group.first, group.end).map(({ norm }) => norm);
    // "In the steroid group, colchicine was allowed": a group of patients.
    const isPlaced = !NEEDS_GROUP.has(opener) || words.some((norm) => FAMILIES.has(norm));
    return opener !== 'under' && isPlaced && thing.named.length === 1 && this.#isPlainRest(thing);
  }

  /** "has the mildest side effects of the statins": of one that is among them. */
  #isBestOf(thing: SignedPart, group: SignedPart): boolean {
    const between = this.elements.slice(thing.end, group.first).map(({ norm }) => norm);
    const best = between.findIndex((norm) => /.est$/u.test(norm) || norm === 'most' || norm === 'least');
    return group.determiner !== 'a' && best > 0 && between.slice(best + 1).every((norm) => COMPARED.has(norm));
  }

  /** "as with other statins", "all statins, like …", "other statins besides …" */
  #namesOthers(group: SignedPart, thing: SignedPart): boolean {
    const words = this.elements.slice(group.first, group.end).map(({ norm }) => norm);
    const between = this.elements.slice(group.end, thing.first).map(({ norm }) => norm);
    if (between.length === 1 && between[0] !== ',') {
      if (between[0] === 'and' || between[0] === 'or') {
        return ADDED.has(words[0]!) || (BEFORE_ADDED.has(words[0]!) && ADDED.has(words[1] ?? ''));
      }
      return words[0] === 'other' && ['besides', 'beside'].includes(between[0]!);
    }
    if (this.elements.slice(group.end, thing.first).some(({ norm }) => APART.has(norm))) return false;
    return words.some((norm) => OTHERS.has(norm)) && this.#isPlainRest(thing);
  }

  /** Nothing behind the thing brings in another one, or does something to it. */
  #isPlainRest(thing: SignedPart): boolean {
    return !this.elements
      .slice(thing.end, this.clause.end)
      .some(
        (element) => APART.has(element.norm) || this.#isKind(element, 'drug') || this.#isKind(element, 'drug-class'),
      );
  }

  /** "medicines that clash with statins, such as …" are examples of the medicines. */
  #isClassOfExamples(group: SignedPart, thing: SignedPart): boolean {
    const between = this.elements.slice(group.end, thing.first).map(({ norm }) => norm);
    const next = this.elements[thing.end];
    // "With NSAIDs, usually colchicine is not needed."
    if (between.some((norm) => USUAL.has(norm)) && next?.kind === 'word') return false;
    // "Other medicines can spare steroids, such as azathioprine": examples of what the sentence begins with.
    const [opening, noun] = this.elements.slice(this.clause.start, this.clause.start + 2).map(({ norm }) => norm);
    const isOfOthers = opening === 'other' && MEDICINES.has(noun ?? '');
    if (isOfOthers && !thing.named.some((at) => this.#isOf(at, group.named[0]!))) return false;
    const before = this.elements[group.first - 1]?.norm ?? '';
    if (!BESIDE.has(before)) return true;
    return !this.elements
      .slice(this.clause.start, group.first)
      .some(
        (element) =>
          MEDICINES.has(element.norm) || this.#isKind(element, 'drug-class') || this.#isKind(element, 'drug'),
      );
  }

  #isOf(thing: number, group: number): boolean {
    const [own, other] = [thing, group].map((at) => this.elements[at]!.mention!.conceptId!);
    return this.terminology.isA(own!, other!);
  }

  #add(subject: ClaimParty, object: ClaimParty, { form }: ClassLine, at: number): void {
    if (subject.conceptId === object.conceptId) return;
    // "If you are allergic to aspirin or another NSAID": a name is taken for granted.
    if (!TAKEN_FOR_GRANTED.has(form) && isHypothetical(this.elements, this.clause, at)) return;
    const first = this.elements[this.clause.start]!.span.start;
    const isHere = subject.block === this.sentence.block.index && subject.span.start >= first;
    const start = isHere ? subject.span.start : first;
    this.claims.push(
      classClaim(subject, object, {
        block: this.sentence.block.index,
        span: proseSpan(Math.min(start, object.span.start), Math.max(isHere ? subject.span.end : 0, object.span.end)),
        form,
      }),
    );
  }

  #isCondition(element: Element): boolean {
    const id = element.mention?.conceptId;
    return id !== undefined && CONDITIONS.has(this.terminology.concept(id)?.kind ?? '');
  }

  #isKind(element: Element, kind: string): boolean {
    const id = element.mention?.conceptId;
    return id !== undefined && this.terminology.concept(id)?.kind === kind;
  }
}

const OTHERS_OF_CLASS = 'others of a class';
const CONDITIONS = new Set(['disease', 'type', 'form', 'lab-finding', 'sign', 'process', 'complication']);
const OTHER_CONDITIONS = new Set(
  'cause causes trigger reason illness disease disorder condition problem complication source culprit tumor tumour'.split(
    ' ',
  ),
);
const INTRODUCES = new Set('a an another my her his your our new second both two'.split(' '));
const TAKEN_FOR_GRANTED = new Set([
  OTHERS_OF_CLASS,
  'examples',
  'brackets',
  'apposition',
  'name behind class',
  'class before name',
  'one of which',
]);
const COMPARED = new Set('side effects effect record history price one name taste of known used'.split(' '));
const OTHERS = new Set('other all any'.split(' '));
const ADDED = new Set('other another further remaining'.split(' '));
const BEFORE_ADDED = new Set('the some any'.split(' '));
const NEEDS_GROUP = new Set('in from within into'.split(' '));
const FAMILIES = new Set('class family category'.split(' '));
const GROUPS = new Set(
  'line series range class group family category type kind chapter section list heading'.split(' '),
);
const USUAL = new Set('usually mostly often typically commonly chiefly mainly'.split(' '));
const BESIDE = new Set('from with without to against on by than after before'.split(' '));
const MEDICINES = new Set(
  'drug drugs medicine medicines medication medications tablets pills products substances agents remedies preparations those ones anything something others things supplements'.split(
    ' ',
  ),
);
