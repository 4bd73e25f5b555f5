import type { GradedPhrase, Terminology } from '../../terminology/terminology.js';
import { contains, proseSpan } from '../../text/span.js';
import { AttributeSubjects } from './attribute-subjects.js';
import type { Claim, ClaimParty } from '../claim.js';
import type { Clause } from '../sentences/clauses.js';
import { partyOf, type Discourse } from '../subjects/discourse.js';
import { spanOf, type SentenceElements } from '../sentences/elements.js';
import { NEGATORS } from '../sentences/lexicon.js';
import { anyMatch } from '../phrases/phrase-matches.js';

/**
 * Reads how a text grades a thing on a scale with two ends: how dangerous it is, how painful. A word of one end that is
 * denied, or called slight, states the other: "seldom serious", "the danger is negligible", "hardly ever kills".
 */
export function readGrades(
  sentence: SentenceElements,
  clause: Clause,
  discourse: Discourse,
  terminology: Terminology,
): readonly Claim[] {
  if (clause.attribution !== 'writer' || clause.end - clause.start > LONGEST) return [];
  if (sentence.isQuestion || sentence.block.kind === 'definition-term') return [];
  const from = sentence.elements[clause.start]?.firstToken ?? 0;
  const to = sentence.elements[clause.end - 1]?.endToken ?? 0;
  const isGraded = anyMatch(discourse.phrasesIn(sentence.block.index).grade, from, to);
  if (!isGraded && (clause.start > 0 || !mayAnswer(sentence))) return [];
  const reader = new GradeReader(sentence, clause, discourse, terminology);
  if (clause.start === 0) reader.readAnswer();
  if (reader.claims.length === 0 && isGraded) reader.read();
  return reader.claims;
}

/** It opens with a word that confirms or denies, but for a label. */
function mayAnswer({ elements }: SentenceElements): boolean {
  const opening = elements[ANSWER_LABELS.has(elements[0]?.norm ?? '') && elements[1]?.norm === ':' ? 2 : 0]?.norm ?? '';
  return DENYING.has(opening) || CONFIRMING.has(opening);
}

interface Grade {
  readonly phrase: GradedPhrase;
  /** Index of the first element. */
  readonly at: number;
  /** Index behind the last one. */
  readonly end: number;
}

class GradeReader extends AttributeSubjects {
  read(): void {
    const grades = this.grades();
    if (grades.length === 0) return;
    const { start, end } = this.clause;
    for (const { phrase, at, end: behind } of grades) {
      if (this.#leavesOpen(at, behind)) continue;
      const turns = this.#turns(at, behind);
      const value = turns % 2 === 0 ? phrase.value : phrase.other;
      const subject = this.#subjectOf(phrase.attribute, at);
      if (subject === undefined || start >= end || this.#isOtherwise(subject, at, behind)) continue;
      this.#claim(subject, phrase, value, at, behind);
    }
  }

  /** "One lump is not universalis", "it began in one finger". */
  #isOtherwise({ span }: ClaimParty, at: number, behind: number): boolean {
    const from = this.#startOfPredicate(this.clause.start, at);
    if (this.elements.slice(from, at).some(({ norm }) => BEGINS.has(norm))) return true;
    const own = this.elements.findIndex((element) => element.span.start === span.start);
    return own >= behind && this.elements.slice(behind, own).some(({ norm }) => NEGATORS.has(norm));
  }

  /** "Is it dangerous?" – "No.", "Can I die of it?" – "Not as a rule." */
  readAnswer(): void {
    const from = ANSWER_LABELS.has(this.elements[0]?.norm ?? '') && this.elements[1]?.norm === ':' ? 2 : 0;
    const opening = this.elements[from]?.norm ?? '';
    if (!DENYING.has(opening) && !CONFIRMING.has(opening)) return;
    // "Certainly not."
    const isDenied = DENYING.has(opening) || DENYING.has(this.elements[from + 1]?.norm ?? '');
    const { block, sentenceIndex } = this.sentence;
    const asked =
      sentenceIndex > 0
        ? this.discourse.sentences[block.index]![sentenceIndex - 1]
        : this.discourse.sentences[block.index - 1]?.at(-1);
    if (asked?.isQuestion !== true || !this.discourse.answersQuestion(block.index, sentenceIndex)) return;
    const rest = this.elements.slice(from + 1, from + 4).map(({ norm }) => norm);
    if (rest.some((norm) => ANSWERS_ELSE.has(norm))) return;
    const clause: Clause = { start: 0, end: asked.elements.length, attribution: 'writer' };
    const question = new GradeReader({ ...asked, isQuestion: false }, clause, this.discourse, this.terminology);
    const [grade, ...others] = question.grades();
    if (grade === undefined || others.length > 0) return;
    if (asked.elements.some(({ norm }) => LEAVES_QUESTION_OPEN.has(norm))) return;
    const { phrase, at, end } = grade;
    const subject = question.#subjectOf(phrase.attribute, at);
    if (subject === undefined) return;
    const turns = question.#turns(at, end) + (isDenied ? 1 : 0);
    const { span } = this.sentence.sentence;
    this.claims.push({
      relation: 'has',
      subject,
      object: { text: block.text.slice(span.start, span.end), block: block.index, span },
      attribute: phrase.attribute,
      value: turns % 2 === 0 ? phrase.value : phrase.other,
      polarity: 'asserted',
      attribution: this.clause.attribution,
      weak: false,
      block: block.index,
      span,
      form: 'answer',
    });
  }

  grades(): readonly Grade[] {
    const { block } = this.sentence;
    const grades: Grade[] = [];
    const last = this.elements[this.clause.end - 1]?.endToken ?? 0;
    for (let at = this.clause.start; at < this.clause.end; at++) {
      const { firstToken } = this.elements[at]!;
      let best: { phrase: GradedPhrase; to: number } | undefined;
      for (const phrase of this.terminology.gradeIndex.get(block.tokens[firstToken]!.norm) ?? []) {
        const to = this.matchAt(phrase.places, firstToken, last);
        if (to > firstToken && to > (best?.to ?? 0)) best = { phrase, to };
      }
      if (best === undefined) continue;
      const { to } = best;
      const behind = this.elements.findIndex(({ firstToken: first }, index) => index > at && first >= to);
      grades.push({ phrase: best.phrase, at, end: behind < 0 ? this.clause.end : behind });
      at = (behind < 0 ? this.clause.end : behind) - 1;
    }
    return grades;
  }

  /** How often what stands around the word denies it, or calls it slight. */
  #turns(at: number, end: number): number {
    const before = this.elements.slice(Math.max(this.clause.start, at - 6), at);
    const from = before.findLastIndex(
      ({ norm }, index) => ENDS.has(norm) && !(norm === 'but' && before[index - 1]?.norm === 'anything'),
    );
    const own = before.slice(from + 1);
    const isPair = before.some(({ norm }) => norm === 'neither');
    let turns = own.filter(
      ({ norm }, index) =>
        (DENIES.has(norm) || (BELITTLES.has(norm) && index >= own.length - 2)) &&
        !AFFIRMED.has(own[index + 1]?.norm ?? '') &&
        !(isPair && norm === 'nor'),
    ).length;
    turns += own.filter(({ norm }, index) => norm === 'anything' && own[index + 1]?.norm === 'but').length;
    turns += own.filter(({ norm }, index) => norm === 'far' && own[index + 1]?.norm === 'from').length;
    const after = this.elements.slice(end, Math.min(this.clause.end, end + 8));
    const verb = after.findIndex(({ norm }) => IS.has(norm) || norm === ':');
    if (verb >= 0) {
      const rest = after.slice(verb + 1, verb + 5);
      const degree = rest.find(({ norm }) => SLIGHT.has(norm) || GREAT.has(norm));
      // "Danger: low", but not "… is dangerous: small vessels close"
      const next = degree === undefined ? undefined : rest[rest.indexOf(degree) + 1];
      const isOfNoun = after[verb]!.norm === ':' && next !== undefined && next.kind !== 'mark';
      if (degree !== undefined && SLIGHT.has(degree.norm) && !isOfNoun) turns++;
      // "Pain is not a feature"
      const [denial, featured] = rest;
      if (degree === undefined && verb === 0 && denial?.norm === 'not' && FEATURED.has(featured?.norm ?? '')) turns++;
    }
    return turns;
  }

  /** "can be mild at first", "less serious than", "not always fatal", "should not be taken for harmless" */
  #leavesOpen(at: number, end: number): boolean {
    const { start: opening } = this.clause;
    // "Patients can be reassured that …" says it all the same.
    const that = this.elements.findLastIndex(({ norm }, index) => index > opening && index < at && norm === 'that');
    const start = Math.max(opening, that);
    const before = this.elements.slice(this.#startOfPredicate(start, at), at);
    const behind = this.elements.slice(end, Math.min(this.clause.end, end + 6));
    return (
      before.some(
        ({ norm }, index) =>
          OPEN_BEFORE.has(norm) &&
          !(CASES.has(norm) && this.#names()) &&
          !(norm === 'look' && LOOKED_AT.has(before[index + 1]?.norm ?? '')),
      ) ||
      // "hardly hurt at all", but "at first"
      behind.some(
        ({ norm }, index) => OPEN_BEHIND.has(norm) && !(norm === 'at' && NO_TIME.has(behind[index + 1]?.norm ?? '')),
      )
    );
  }

  /** "The lesions may start as a net-like pattern, are painless throughout": behind the comma nothing may be. */
  #startOfPredicate(start: number, at: number): number {
    const last = this.elements.findLastIndex(({ norm }, index) => index > start && index < at && PARTS.has(norm));
    return last > 0 && IS.has(this.elements[last + 1]?.norm ?? '') ? last : start;
  }

  /** "… use the term calcinosis universalis if …": the case is the one that the term is for. */
  #names(): boolean {
    return this.elements.slice(this.clause.start, this.clause.end).some(({ norm }) => NAMES.has(norm));
  }

  /** The one thing in the clause that has the attribute, or what the text around speaks of. */
  #subjectOf(attribute: string, at: number): ClaimParty | undefined {
    const { start, end } = this.clause;
    let found: ClaimParty | undefined;
    for (let index = start; index < end; index++) {
      const { mention } = this.elements[index]!;
      const id = mention?.conceptId;
      if (id === undefined) continue;
      if (this.holds(id, attribute)) {
        if (found !== undefined && found.conceptId !== id) return undefined;
        found ??= partyOf(mention!);
      } else if (OTHERS.has(this.terminology.concept(id)!.kind) && !this.#isKindOf(id)) return undefined;
    }
    if (found !== undefined) return found;
    const { block, sentenceIndex } = this.sentence;
    if (block.table !== undefined) return this.headOf((id) => this.holds(id, attribute));
    const before = this.subjectBeforeClause((id) => this.holds(id, attribute));
    if (before !== undefined) return before;
    const [first] = this.elements.slice(start, end);
    // "There is no ulcer, and the masses do not hurt" goes on about something else.
    const part = this.elements.slice(start, at).findLastIndex(({ norm }) => norm === ',') + start;
    const turns = first?.norm === 'there' && this.elements[part + 1]?.norm === 'and' && part > start;
    if (turns && this.elements[part + 2]?.norm === 'the') return undefined;
    // "The lumps of plain calcinosis are harmless" is of those.
    const isOfOther = first?.norm === 'the' && this.elements[start + 1]?.kind === 'word' && this.#isOfWhole(start, at);
    if (isOfOther) return undefined;
    const isOfSores = first?.norm === 'these' && SORES.has(this.elements[start + 1]?.norm ?? '');
    const refers = isOfSores || ['it', 'this', 'the', 'they', 'its', 'there'].includes(first?.norm ?? '');
    const isNote = end - start <= 6 && at <= start + 3;
    if (!refers && !isNote) return undefined;
    if (this.hasUnknownSubject(at)) return undefined;
    return this.discourse.topicOf(block.index, sentenceIndex, (id) => this.holds(id, attribute));
  }

  /** What opens the clause is of calcinosis as a whole. */
  #isOfWhole(start: number, at: number): boolean {
    const whole = this.elements.findIndex(
      ({ mention }, index) => index > start && index < at && this.#isKindOf(mention?.conceptId ?? ''),
    );
    const between = this.elements.slice(start + 2, whole).map(({ norm }) => norm);
    return whole > 0 && between[0] === 'of' && !between.includes('form');
  }

  /** "a form of calcinosis": what the thing is one of. */
  #isKindOf(id: string): boolean {
    return this.terminology.classificationOf(id) !== undefined;
  }

  #claim(subject: ClaimParty, phrase: GradedPhrase, value: string, at: number, end: number): void {
    const { block, sentence } = this.sentence;
    const span = spanOf(block, this.elements[at]!.firstToken, this.elements[end - 1]!.endToken);
    const here = subject.block === block.index && contains(sentence.span, subject.span);
    this.claims.push({
      relation: 'has',
      subject,
      object: { text: block.text.slice(span.start, span.end), block: block.index, span },
      attribute: phrase.attribute,
      value,
      polarity: 'asserted',
      attribution: this.clause.attribution,
      weak: false,
      block: block.index,
      span: here ? proseSpan(Math.min(subject.span.start, span.start), Math.max(subject.span.end, span.end)) : span,
      form: 'grade',
    });
  }
}

const LONGEST = 40;
const BEGINS = new Set('begin begins began start starts started'.split(' '));
const ANSWER_LABELS = new Set(['a', 'answer']);
const DENYING = new Set('no not never nope hardly'.split(' '));
const CONFIRMING = new Set('yes certainly yep absolutely definitely'.split(' '));
const ANSWERS_ELSE = new Set(
  'always necessarily but one if unless only without much doubt question wonder nobody none no'.split(' '),
);
const LEAVES_QUESTION_OPEN = new Set('or more less why how always matter'.split(' '));
const CASES = new Set(['if', 'when', 'where']);
const NAMES = new Set('term word name call called speak speaks named termed'.split(' '));
const ENDS = new Set([',', ':', 'and', 'but', '–', '—']);
const DENIES = new Set([
  ...NEGATORS,
  ..."zero free lacks lack lacking absence unlikely nobody nothing not no hardly needn't".split(' '),
]);
/** Right before a noun of the scale they deny it. */
const BELITTLES = new Set('little slight low minimal small negligible'.split(' '));
const AFFIRMED = new Set('only just merely doubt always necessarily longer'.split(' '));
const IS = new Set('is are remains lies stays seems was'.split(' '));
const SLIGHT = new Set(
  'negligible low small minimal nil zero none absent tiny slight remote little unlikely insignificant nonexistent mild'.split(
    ' ',
  ),
);
const GREAT = new Set('high great considerable real large substantial enormous'.split(' '));
const OPEN_BEFORE = new Set(
  'may might can could if whether unless some sometimes initially first early beginning look looks looked seem seems appear appears feel feels mistaken mistake mistook less more than compared unlike underestimate underestimated think thinks thought believe call called find finds hope always necessarily every immediately although though despite even once until before should however untreated treated without'.split(
    ' ',
  ),
);
const OPEN_BEHIND = new Set('than if unless when at first early initially compared treated yet until'.split(' '));
const PARTS = new Set([',', 'and']);
const LOOKED_AT = new Set('out for at after'.split(' '));
const NO_TIME = new Set('all most least any'.split(' '));
const FEATURED = new Set('a part typical expected common usual felt present'.split(' '));
const SORES = new Set('sores wounds ulcers lesions patches plaques'.split(' '));
const OTHERS = new Set(['disease', 'type', 'form', 'drug', 'drug-class', 'imaging', 'procedure']);
