import type { AnalyzedBlock } from '../../document.js';
import type { Terminology } from '../../terminology/terminology.js';
import { proseSpan } from '../../text/span.js';
import { CAUSE_KINDS } from '../causes/cause-words.js';
import { ACTS_ON } from '../classes/class-frames.js';
import { ASKS_OTHERWISE, CLASS_KINDS } from '../classes/class-words.js';
import type { Claim, ClaimParty } from '../claim.js';
import { classClaim } from '../classes/class-claim.js';
import { isDenied } from '../sentences/clauses.js';
import { WORDS_OF_ORIGIN } from '../types/corrected-type-words.js';
import { claimsOfDescription, describedIn } from '../types/descriptions.js';
import { originClaim, statedOrigins } from '../causes/origin-claims.js';
import { partyOf, type Discourse } from '../subjects/discourse.js';
import type { Element, SentenceElements } from '../sentences/elements.js';
import { TYPE_WORDS } from '../sentences/lexicon.js';
import { readCausesInClause } from '../causes/cause-in-clause.js';
import { unitsOf } from '../states/state-units.js';

/**
 * Reads what an answer says of its question: “Which type is it when phosphate is high? The dystrophic one.”, “Is
 * sevelamer an antibiotic? Yes.”, “What kind of medicine is warfarin? A statin.”, and the two sides of a flash card.
 */
export function readAnswers(
  sentence: SentenceElements,
  blocks: readonly AnalyzedBlock[],
  discourse: Discourse,
  terminology: Terminology,
): readonly Claim[] {
  if (sentence.isQuestion || !startsAnswer(sentence, discourse)) return [];
  const from = pastLabel(sentence.elements);
  const opening = sentence.elements[from]?.norm;
  if (opening === undefined) return [];
  const asked = questionBefore(sentence, from > 0, blocks, discourse);
  if (asked === undefined) return [];
  const answer: Answer = { sentence, core: coreOf(sentence.elements, from), asked, discourse, terminology };
  // "It is.", "That is right."
  const isVerdict =
    ['it', 'that', 'so'].includes(opening) && sentence.elements.slice(from).every(({ norm }) => SAYS_YES.has(norm));
  if (isVerdict || (CONFIRMS.has(opening) && isPlainYes(sentence.elements, from))) {
    return sentence.elements.some(({ norm }) => TAKES_BACK.has(norm)) ? [] : confirmed(answer);
  }
  return DENIES.has(opening)
    ? []
    : [...namedType(answer), ...namedCause(answer), ...namedClass(answer), ...namedMember(answer)];
}

/** "Yes", "Correct.", "Right, it is"; "exactly the other way round" and "right now nobody …" say something else. */
function isPlainYes(elements: readonly Element[], at: number): boolean {
  const next = elements[at + 1];
  return elements[at]!.norm === 'yes' || next === undefined || next.kind === 'mark' || BEHIND_YES.has(next.norm);
}

const BEHIND_YES = new Set(
  'it they that this these those so right indeed of because since as he she you enough'.split(' '),
);

interface Answer {
  readonly sentence: SentenceElements;
  /** The first words of the answer, up to a mark. */
  readonly core: readonly Element[];
  /** The question, with the sentences of its own block that set the scene for it. */
  readonly asked: readonly SentenceElements[];
  readonly discourse: Discourse;
  readonly terminology: Terminology;
}

/** Nothing but a label of the answer stands before it in its block. */
function startsAnswer({ block, sentenceIndex }: SentenceElements, discourse: Discourse): boolean {
  if (sentenceIndex === 0) return true;
  const before = discourse.sentences[block.index]![sentenceIndex - 1]!;
  return (
    before.isQuestion ||
    asksToName(before.elements) ||
    asksIndirectly(before) ||
    (sentenceIndex === 1 && isLabelOnly(before.elements))
  );
}

/** "Name a calcimimetic.", "Give one example of a calcimimetic." */
function asksToName(elements: readonly Element[]): boolean {
  const [first] = elements;
  return (
    first?.norm === 'name' ||
    (ASKS_TO_GIVE.has(first?.norm ?? '') &&
      elements.slice(1, 5).some(({ norm }) => norm === 'example' || norm === 'name'))
  );
}

const ASKS_TO_GIVE = new Set(['give', 'list', 'state']);

/** "You may wonder what sort of drug it is." */
function asksIndirectly({ elements }: SentenceElements): boolean {
  return (
    asksWhether(elements) >= 0 ||
    elements.some(({ norm }, at) => norm === 'what' && TYPE_WORDS.has(elements[at + 1]?.norm ?? ''))
  );
}

/** "You asked whether azathioprine is an antibiotic": the index behind “whether”, or -1. */
function asksWhether(elements: readonly Element[]): number {
  const at = elements.findIndex(({ norm }, index) => index > 0 && index < 6 && (norm === 'whether' || norm === 'if'));
  return at > 0 && elements.slice(0, at).some(({ norm }) => ASKS.has(norm)) ? at + 1 : -1;
}

function isLabelOnly(elements: readonly Element[]): boolean {
  return elements.length <= 2 && ANSWER_LABELS.has(elements[0]?.norm ?? '');
}

/** Past "A:", "Answer –", "Back:". */
function pastLabel(elements: readonly Element[]): number {
  const at = BEFORE_LABEL.has(elements[0]?.norm ?? '') ? 1 : 0;
  // "— Lanthanum carbonate."
  if (['–', '—', '-'].includes(elements[at]?.norm ?? '') && at === 0) return 1;
  const isLabel = ANSWER_LABELS.has(elements[at]?.norm ?? '') && elements[at + 1]?.kind === 'mark';
  return isLabel ? at + 2 : 0;
}

function coreOf(elements: readonly Element[], from: number): readonly Element[] {
  const rest = elements.slice(from);
  const mark = rest.findIndex((element, index) => index > 0 && element.kind === 'mark' && !QUOTES.has(element.norm));
  return (mark < 0 ? rest : rest.slice(0, mark)).filter(({ kind }) => kind !== 'mark');
}

function questionBefore(
  { block, sentenceIndex }: SentenceElements,
  isLabelled: boolean,
  blocks: readonly AnalyzedBlock[],
  discourse: Discourse,
): readonly SentenceElements[] | undefined {
  const own = discourse.sentences[block.index]!.slice(0, sentenceIndex);
  const last = own[own.length - 1];
  if (
    last !== undefined &&
    (last.isQuestion ||
      asksToName(last.elements) ||
      asksWhether(last.elements) > 0 ||
      (isLabelled && asksIndirectly(last)))
  ) {
    return own.filter(({ elements }) => !isLabelOnly(elements));
  }
  if (own.length > 0 && !isLabelOnly(last!.elements)) return undefined;
  const before = blocks[block.index - 1];
  if (before === undefined || before.kind === 'front-matter' || before.kind === 'alt-text') return undefined;
  const mayBeCard = isLabelled || own.length > 0;
  if (!mayBeCard && discourse.isProse(before.index)) return undefined;
  const sentences = discourse.sentences[before.index]!;
  const isAsked = sentences[sentences.length - 1]?.isQuestion === true;
  const isCard = mayBeCard && QUESTION_LABELS.has(sentences[0]?.elements[0]?.norm ?? '');
  return isAsked || isCard ? sentences : undefined;
}

/** "Which of the two is due to kidney failure, dystrophic or metastatic calcinosis?": it asks of nothing else. */
function isChoiceOfTypes(
  question: readonly Element[],
  isMember: (element: Element) => boolean,
  terminology: Terminology,
): boolean {
  const options = new Set(question.filter(isMember).map(({ mention }) => mention!.conceptId));
  if (options.size < 2 || !question.some(({ norm }) => norm === 'or') || isDenied(question, 0, question.length)) {
    return false;
  }
  return question.every(
    ({ kind, norm, mention, phrase }) =>
      kind === 'mark' ||
      phrase !== undefined ||
      CHOICE.has(norm) ||
      WORDS_OF_ORIGIN.has(norm) ||
      options.has(mention?.conceptId) ||
      CAUSE_KINDS.has(terminology.concept(mention?.conceptId ?? '')?.kind ?? ''),
  );
}

const CHOICE = new Set('which what or two one types quiz question is'.split(' '));

/** “Calcium high, tissue sound: which type?” – “Dystrophic.” */
function namedType({ sentence, core, asked, terminology }: Answer): Claim[] {
  const isMember = (element: Element) => terminology.memberOf(element.mention?.conceptId ?? '') !== undefined;
  const types = core.filter(isMember);
  const [type] = types;
  if (type === undefined || types.length > 1 || core.length > 6) return [];
  const question = asked.flatMap(({ elements }) => elements);
  if (!isChoiceOfTypes(question, isMember, terminology)) {
    if (![...question, ...core].some(({ norm }) => ASKS_TYPE.has(norm) || TYPE_WORDS.has(norm))) return [];
    if (question.some((element) => isMember(element) || LEAVES_OPEN.has(element.norm))) return [];
  }
  if (isDenied(core, 0, core.length)) return [];
  const common = {
    subject: partyOf(type.mention!),
    attribution: 'writer' as const,
    block: sentence.block.index,
    span: type.span,
    form: 'answer',
  };
  const origins = asked.flatMap((question) => statedOrigins(common.subject, question, terminology));
  const named = origins.map((origin) =>
    originClaim(common.subject, origin, { block: common.block, span: type.span, form: 'answer', text: '' }),
  );
  const stated = asked.flatMap(({ elements, block }) =>
    elements.flatMap((element, at): Claim[] => {
      const polarity =
        element.phrase?.denied === true || isDenied(elements, at - 5, at) ? ('denied' as const) : ('asserted' as const);
      const { phrase, mention } = element;
      if (phrase !== undefined) {
        const object = { text: element.norm, block: block.index, span: element.span };
        const value = phrase.level ?? phrase.tissue ?? (phrase.known === true ? 'known' : undefined);
        return [
          {
            ...common,
            relation: phrase.kind,
            object,
            polarity,
            weak: false,
            ...(value === undefined ? {} : { value }),
            ...(phrase.analyte === undefined ? {} : { analyte: phrase.analyte }),
          },
        ];
      }
      const isCause = mention?.conceptId !== undefined && CAUSE_KINDS.has(terminology.concept(mention.conceptId)!.kind);
      return isCause
        ? [{ ...common, relation: 'associated-with', object: partyOf(mention), polarity, weak: true }]
        : [];
    }),
  );
  return [...stated, ...named, ...namedRank(asked[asked.length - 1]!, common, terminology)];
}

/** “Which of the types is the most common?” – “Calciphylaxis.” */
function namedRank(
  question: SentenceElements,
  common: Pick<Claim, 'subject' | 'attribution' | 'block' | 'span' | 'form'>,
  terminology: Terminology,
): Claim[] {
  const asks = question.elements.slice(0, 6).some(({ norm }) => norm === 'which' || norm === 'what');
  const units = unitsOf(question, 0, question.elements.length, terminology);
  const first = units.find(({ kinds }) => kinds.has('most') || kinds.has('least'));
  if (!asks || first === undefined || units.some(({ isOther, norm }) => isOther || LIMITS.has(norm))) return [];
  const object = { text: '', block: question.block.index, span: first.element.span };
  const value = first.kinds.has('most') ? 'most-common' : 'rarest';
  return [{ ...common, relation: 'has', object, attribute: 'frequency', value, polarity: 'asserted', weak: false }];
}

/** “What causes the metastatic type?” – “Burns, most of the time.” */
function namedCause({ sentence, asked, terminology }: Answer): Claim[] {
  const question = asked[asked.length - 1]!.elements;
  const isMember = ({ mention }: Element) => terminology.memberOf(mention?.conceptId ?? '') !== undefined;
  const types = question.filter(isMember);
  if (types.length !== 1 || !asksForCause(question)) return [];
  if (question.some(({ norm }) => LEAVES_OPEN.has(norm) || norm === 'treat' || norm === 'treatment')) return [];
  const { elements, block } = sentence;
  if (elements.some((element) => isMember(element))) return [];
  const end = elements.findIndex(({ norm }, at) => ENDS_ANSWER.has(norm) || isDenied(elements, at, at + 1));
  const described = describedIn(sentence, 0, end < 0 ? elements.length : end, terminology);
  // The words of the answer are said of the type, whether or not the type stands in them.
  return described.flatMap((one) =>
    claimsOfDescription(
      partyOf(types[0]!.mention!),
      [one],
      { block: block.index, span: one.span, form: 'answer' },
      terminology,
    ),
  );
}

/** "What causes it", "why does it form"; but not "why do patients have tests". */
export function asksForCause(question: readonly Element[]): boolean {
  return question.some(
    ({ norm }) =>
      ASKS_CAUSE.has(norm) ||
      (GIVES.has(norm) && question.some((element) => CONDITIONS.has(element.norm))) ||
      ((norm === 'why' || norm === 'where') && question.some((element) => COMES_ABOUT.has(element.norm))),
  );
}

/** “What is warfarin?” – “A statin.” */
function namedClass(answer: Answer): Claim[] {
  const { core, asked, terminology } = answer;
  const question = asked[asked.length - 1]!.elements;
  const things = question.filter((element) => isThing(element, terminology));
  const groups = core.filter((element) => isDrugClass(element, terminology));
  if (things.length !== 1 || groups.length !== 1 || question.some((element) => isDrugClass(element, terminology))) {
    return [];
  }
  const named = core.indexOf(groups[0]!);
  if (core.some((element) => isThing(element, terminology)) || isDenied(core, 0, named)) return [];
  if (named > 5 || core.slice(0, named).some(({ norm }) => !BEFORE_NAME.has(norm))) return [];
  // "Vitamin D medicines have a place in kidney disease" tells of the class what was not asked.
  if (core.slice(named + 1).some(({ norm }) => TELLS_ON.has(norm))) return [];
  const isCard = asked[asked.length - 1]!.isQuestion === false;
  // "Colchicine? Simply an antacid."
  const asks =
    isCard ||
    question.length <= 3 ||
    question.some(({ norm }) => ASKS_TYPE.has(norm) || TYPE_WORDS.has(norm) || norm === 'what');
  if (!asks || question.some(({ norm }) => ASKS_OTHERWISE.has(norm) || ACTS_ON.has(norm))) return [];
  // "What protects the stomach from prednisone?"
  if (BESIDE_ASKED.has(question[question.indexOf(things[0]!) - 1]?.norm ?? '')) return [];
  return [isA(partyOf(things[0]!.mention!), partyOf(groups[0]!.mention!), groups[0]!, answer)];
}

/** “Which of these is a bisphosphonate?” – “Colchicine.” */
function namedMember(answer: Answer): Claim[] {
  const { core, asked, terminology } = answer;
  const question = asked[asked.length - 1]!.elements;
  const groups = question.filter((element) => isDrugClass(element, terminology));
  const things = core.filter((element) => isThing(element, terminology));
  if (groups.length !== 1 || things.length !== 1 || isDenied(core, 0, core.length)) return [];
  const at = core.indexOf(things[0]!);
  // "Warfarin.", "Most doctors choose warfarin."
  const isNamed = core.length <= 3 || (at === core.length - 1 && core.length <= 6 && CHOOSES.has(core[at - 1]!.norm));
  if (!isNamed || isDenied(question, 0, question.length)) return [];
  const place = question.indexOf(groups[0]!);
  const asksDirectly = place <= 3 && question.slice(0, place).every(({ norm }) => ASKS_WHICH.has(norm));
  const isMemberAsked =
    (question[0]!.norm === 'which' || asksToName(question)) &&
    question.slice(Math.max(0, place - 4), place).some(({ norm }) => ASKS_MEMBER.has(norm));
  if (!(asksDirectly && place > 0) && !isMemberAsked) return [];
  if (question.some(({ norm }) => ASKS_OTHERWISE.has(norm) || (ACTS_ON.has(norm) && norm !== 'choice'))) return [];
  return [isA(partyOf(things[0]!.mention!), partyOf(groups[0]!.mention!), things[0]!, answer)];
}

const CHOOSES = new Set(
  'use uses choose chooses prefer prefers pick picks prescribe prescribes give gives take takes recommend recommends'.split(
    ' ',
  ),
);
const ASKS_WHICH = new Set('which what other new oral common'.split(' '));

/** “Is sevelamer an antibiotic?” – “Yes.” */
function confirmed(answer: Answer): Claim[] {
  const { asked, sentence, discourse, terminology } = answer;
  const question = asked[asked.length - 1]!;
  const whether = asksWhether(question.elements);
  const elements = whether > 0 ? turned(question.elements.slice(whether)) : question.elements;
  const opening = elements.findIndex(({ norm }) => ASKING_VERBS.has(norm) || (whether > 0 && COUNTS.has(norm)));
  if (opening < 0 || opening > 2 || elements.some(({ norm }) => norm === 'or')) return [];
  const subject = elements.slice(opening + 1, opening + 4).find(({ mention }) => mention?.conceptId !== undefined);
  const object = elements.find(
    (element) =>
      element !== subject &&
      CLASS_KINDS.has(terminology.concept(element.mention?.conceptId ?? '')?.kind ?? '') &&
      elements.indexOf(element) > elements.indexOf(subject ?? element),
  );
  const claims: Claim[] = [];
  if (subject !== undefined && object !== undefined && CLASSES.has(elements[opening]!.norm)) {
    const between = elements.slice(elements.indexOf(subject) + 1, elements.indexOf(object));
    if (between.every(({ norm, mention }) => mention === undefined && BEFORE_NAME.has(norm))) {
      claims.push(isA(partyOf(subject.mention!), partyOf(object.mention!), answer.sentence.elements[0]!, answer));
    }
  }
  const clause = { start: 0, end: elements.length, attribution: 'writer' as const };
  if (whether > 0) return claims;
  const causes = readCausesInClause({ ...question, isQuestion: false }, clause, discourse, terminology, []);
  const block = sentence.block.index;
  for (const claim of causes) claims.push({ ...claim, block, span: sentence.sentence.span, form: 'confirmed' });
  return claims;
}

/** "azathioprine is an antibiotic", asked about, in the order of a question. */
function turned(elements: readonly Element[]): readonly Element[] {
  const verb = elements.findIndex(({ norm }) => ASKING_VERBS.has(norm) || COUNTS.has(norm));
  return verb < 1 || verb > 3 ? [] : [elements[verb]!, ...elements.slice(0, verb), ...elements.slice(verb + 1)];
}

function isA(subject: ClaimParty, object: ClaimParty, at: Element, { sentence, core }: Answer): Claim {
  const last = core[core.length - 1] ?? at;
  return classClaim(subject, object, {
    block: sentence.block.index,
    span: proseSpan((core[0] ?? at).span.start, Math.max(at.span.end, last.span.end)),
    form: 'answer',
  });
}

function isThing(element: Element, terminology: Terminology): boolean {
  const kind = terminology.concept(element.mention?.conceptId ?? '')?.kind;
  return kind === 'drug' || kind === 'procedure';
}

function isDrugClass(element: Element, terminology: Terminology): boolean {
  return terminology.concept(element.mention?.conceptId ?? '')?.kind === 'drug-class';
}

const GIVES = new Set('give gives'.split(' '));
const CONDITIONS = new Set('condition conditions disease diseases illness illnesses disorder disorders'.split(' '));
const COMES_ABOUT = new Set(
  'form forms develop develops arise arises occur occurs happen happens appear appears come comes get'.split(' '),
);
const ASKS_CAUSE = new Set(
  'cause causes caused reason reasons trigger triggers triggered source origin behind underlies underlie brings leads culprit responsible blame due lead bring sets set off provokes provoke starts sparks produces induces'.split(
    ' ',
  ),
);
const ENDS_ANSWER = new Set('; but while whereas although though unlike rather instead than'.split(' '));
const ANSWER_LABELS = new Set('a answer back ans reverse solution key reply'.split(' '));
/** "The answer:", "Model answer:" */
const BEFORE_LABEL = new Set('the model correct right sample our my short expected'.split(' '));
const QUESTION_LABELS = new Set('q question front prompt card'.split(' '));
const CONFIRMS = new Set('yes correct right true exactly indeed certainly yep absolutely'.split(' '));
const TAKES_BACK = new Set(
  'but if when wrong some say says think claim claims once unless although however not no never'.split(' '),
);
const DENIES = new Set('no not never wrong false neither nope hardly'.split(' '));
const QUOTES = new Set('" “ ” ‘ ’ * \''.split(' '));
const LIMITS = new Set('among in on after with second next people patients children women men cause'.split(' '));
const ASKS_TYPE = new Set('diagnosis name diagnose word term called label process'.split(' '));
/** Questions that do not ask for what fits them. */
const LEAVES_OPEN = new Set('not never except least unlike rule exclude excludes unlikely or against'.split(' '));

const ASKS_MEMBER = new Set('is are a an name the belongs counts following'.split(' '));
const ASKING_VERBS = new Set('is are was were does do can did'.split(' '));
const COUNTS = new Set('counts belongs'.split(' '));
const BESIDE_ASKED = new Set('from against with for beside without after before'.split(' '));
const CLASSES = new Set('is are does do counts belongs'.split(' '));
const ASKS = new Set('ask asked asks wonder wondered wonders wondering question'.split(' '));
const SAYS_YES = new Set(
  'it that so is are does do right true correct indeed . ! , yes the case quite exactly'.split(' '),
);
/** Verbs that make a sentence of the class: what it does was not asked. */
const TELLS_ON = new Set(
  'have has had do does can may might help helps need needs raise lower cause causes work works'.split(' '),
);
const BEFORE_NAME = new Set(
  'it is a an the one of this they are that its to belongs belong counts count as among also really actually in fact kind type sort form family group class also considered called still simply to be'.split(
    ' ',
  ),
);
