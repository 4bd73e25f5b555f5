import type { CompiledClassification } from '../../terminology/compiled.js';
import type { Terminology } from '../../terminology/terminology.js';
import { proseSpan } from '../../text/span.js';
import { attributionOf } from '../attribution/attribution.js';
import type { DivisionStatement } from './classification-claims.js';
import { clausesOf } from '../sentences/clauses.js';
import { BEFORE_INEXACT } from '../counts/counted-heads.js';
import type { Discourse } from '../subjects/discourse.js';
import { isByOther, namesPattern } from './division-heads.js';
import { memberOf } from './division-members.js';
import type { Element, SentenceElements } from '../sentences/elements.js';
import { NEGATORS, NUMBERS, TYPE_WORDS } from '../sentences/lexicon.js';

/**
 * Reads how many types there are, by whatever verb: a number with a word for types, or as the answer to “how many
 * types”, where what is divided is named in the sentence or is what the text is about.
 */
export function readTypeNumber(
  sentence: SentenceElements,
  discourse: Discourse,
  terminology: Terminology,
): DivisionStatement | undefined {
  const { elements } = sentence;
  if (sentence.isQuestion || elements.length > LONGEST) return undefined;
  const counted =
    titledNumber(sentence, terminology) ??
    onlyType(elements, terminology) ??
    labelledNumber(elements, terminology) ??
    countedTypes(elements) ??
    answeredNumber(sentence, discourse);
  if (counted === undefined || leavesOpen(elements, counted)) return undefined;
  if (attributionOf(sentence) !== 'writer') return undefined;
  if (clausesOf(sentence).some(({ attribution }) => attribution !== 'writer')) return undefined;
  // "Six types are told apart by cause, and the dystrophic one leads.": what else the sentence says names no list.
  const end = elements.findIndex(
    ({ norm }, at) =>
      at >= counted.end && (norm === ';' || (norm === ',' && GOES_ON.has(elements[at + 1]?.norm ?? ''))),
  );
  const own = end < 0 ? elements : elements.slice(0, end);
  for (const classification of terminology.classifications) {
    const of = dividedIn({ ...sentence, elements: own }, counted, classification, discourse, terminology);
    if (of === undefined || isByOther(elements) || namesPattern(elements, classification)) continue;
    if (namesMembers(own, classification, terminology) || membersNamed(elements, classification, terminology) > 1) {
      continue;
    }
    const span = proseSpan(elements[counted.at]!.span.start, elements[counted.end - 1]!.span.end);
    return {
      classification,
      of,
      number: counted.value,
      members: [],
      complete: true,
      block: sentence.block.index,
      span,
      numberSpan: span,
      attribution: 'writer',
      listMembers: [],
      fromList: false,
    };
  }
  return undefined;
}

interface CountedTypes {
  readonly value: number;
  readonly at: number;
  readonly end: number;
  /** The question before it asked how many there are. */
  readonly isAnswer: boolean;
  /** What is divided is named with the number: whatever else the sentence names. */
  readonly isOfWhole?: true;
}

/** "six classes", "no fewer than eight different types": where the sentence says that this is how many there are. */
function countedTypes(elements: readonly Element[]): CountedTypes | undefined {
  const askedAt = elements.findIndex(({ norm }, at) => norm === 'how' && elements[at + 1]?.norm === 'many');
  const asksTypes = askedAt >= 0 && elements.slice(askedAt + 2, askedAt + 6).some(({ norm }) => TYPE_WORDS.has(norm));
  for (let at = 0; at < elements.length; at++) {
    const value = numberAt(elements, at);
    if (value === undefined) continue;
    const before = elements[at - 1]?.norm ?? '';
    // "ask how many kinds exist and you will hear the same number: seven"
    if (asksTypes && at > askedAt && isAlone(elements, at)) return { value, at, end: at + 1, isAnswer: true };
    const isExact =
      !INEXACT.has(before) ||
      (before === 'than' && NO_LESS.has(elements[at - 2]?.norm ?? '')) ||
      (ONLY.has(before) && ARE_ONLY.has(elements[at - 2]?.norm ?? '')) ||
      (before === 'of' && SPEAKS_OF.has(elements[at - 2]?.norm ?? ''));
    if (!isExact || DEFINITE.has(before)) continue;
    const noun = typeNounBehind(elements, at);
    if (noun < 0 || !saysThereAre(elements, at, noun)) continue;
    return { value, at, end: noun + 1, isAnswer: false };
  }
  return undefined;
}

/** "The seven types of calcinosis cutis" as a heading, and no word more. */
function titledNumber({ elements, block }: SentenceElements, terminology: Terminology): CountedTypes | undefined {
  if (block.kind !== 'heading' || block.sentences.length > 1) return undefined;
  const at = elements.findIndex((_, index) => index < 2 && numberAt(elements, index) !== undefined);
  const noun = at < 0 ? -1 : typeNounBehind(elements, at);
  if (noun < 0 || elements[noun + 1]?.norm !== 'of' || (at > 0 && elements[0]!.norm !== 'the')) return undefined;
  const whole = elements[noun + 2]?.mention?.conceptId;
  const isOfAll =
    whole !== undefined && terminology.classificationOf(whole) !== undefined && noun + 3 === elements.length;
  return isOfAll ? { value: numberAt(elements, at)!, at, end: noun + 1, isAnswer: false, isOfWhole: true } : undefined;
}

/** "There is only one type of calcinosis cutis", "calcinosis cutis comes in a single form": and no word more of it. */
function onlyType(elements: readonly Element[], terminology: Terminology): CountedTypes | undefined {
  const isWhole = (at: number): boolean => {
    const id = elements[at]?.mention?.conceptId;
    return (
      id !== undefined && terminology.classificationOf(id) !== undefined && terminology.concept(id)!.kind === 'disease'
    );
  };
  const norm = (at: number): string => elements[at]?.norm ?? '.';
  const at = elements.findIndex(
    (one, index) =>
      (one.norm === 'single' && norm(index - 1) === 'a') || (one.norm === 'one' && ONLY.has(norm(index - 1))),
  );
  if (at < 1 || !SINGULAR.has(norm(at + 1))) return undefined;
  const isThere = norm(at + 2) === 'of' && isWhole(at + 3) && ['is', 'exists'].includes(norm(at - 2)) && at <= 4;
  const has = elements.findIndex((one, index) => index < at && index > 0 && isWhole(index - 1) && HAS.has(one.norm));
  const isHad = has > 0 && has <= 3 && at - has <= 3;
  const end = isThere ? at + 4 : isHad ? at + 2 : -1;
  return end > 0 && ENDS_ALL.has(norm(end))
    ? { value: 1, at: at - 1, end, isAnswer: false, isOfWhole: true }
    : undefined;
}

/** "Number of types recognized in calcinosis cutis: nine.", "Types of calcinosis cutis: 7" */
function labelledNumber(elements: readonly Element[], terminology: Terminology): CountedTypes | undefined {
  const colon = elements.findIndex(({ norm }, at) => at > 2 && LABELS.has(norm));
  const next = elements[colon + 2];
  if (colon < 0 || elements[colon + 1] === undefined || (next !== undefined && next.norm !== '.')) return undefined;
  const value = numberAt(elements, colon + 1);
  const label = elements.slice(0, colon);
  const types = label.findIndex(({ norm }) => PLURAL.has(norm));
  const isNumber =
    types === 0 ||
    (label[0]!.norm === 'number' && label[1]!.norm === 'of' && types <= 3) ||
    (label[0]!.norm === 'the' && label[1]!.norm === 'number' && types <= 4);
  const isOfWhole = label.some(({ mention }) => terminology.classificationOf(mention?.conceptId ?? '') !== undefined);
  if (value === undefined || types < 0 || !isNumber || !isOfWhole) return undefined;
  return label.slice(types + 1).every(({ norm, mention }) => mention !== undefined || BEFORE_LABEL.has(norm))
    ? { value, at: colon + 1, end: colon + 2, isAnswer: false }
    : undefined;
}

function numberAt(elements: readonly Element[], at: number): number | undefined {
  const { norm, kind } = elements[at]!;
  if (kind !== 'word') return undefined;
  if (norm === 'dozen' && elements[at - 1]?.norm !== 'half') return 12;
  const value = NUMBERS[norm] ?? LARGER[norm] ?? (/^(?:[2-9]|1\d)$/u.test(norm) ? Number(norm) : undefined);
  return value === undefined || value < 2 || norm === 'both' ? undefined : value;
}

/** Index of the word for types behind a number, past its adjectives. */
function typeNounBehind(elements: readonly Element[], at: number): number {
  for (let index = at + 1; index < Math.min(elements.length, at + 6); index++) {
    const { norm, kind, mention } = elements[index]!;
    if (PLURAL.has(norm)) return index;
    if (kind === 'mark' && norm !== '-' && norm !== ',') return -1;
    if (mention === undefined && STOPS.has(norm)) return -1;
  }
  return -1;
}

/** A verb of being, having, dividing or counting leads to the number, or follows the noun. */
function saysThereAre(elements: readonly Element[], at: number, noun: number): boolean {
  const before = elements.slice(Math.max(0, at - 9), at).map(({ norm }) => norm);
  const nearest = before.findLastIndex((norm) => COUNTS.has(norm));
  if (nearest >= 0) {
    const between = before.slice(nearest + 1);
    return !between.some((norm) => BLOCKS.has(norm));
  }
  const after = elements.slice(noun + 1, noun + 7).map(({ norm }) => norm);
  return after.some((norm) => EXISTS.has(norm)) || /^(?:in all|in total|all told|altogether)/u.test(after.join(' '));
}

function isAlone(elements: readonly Element[], at: number): boolean {
  const next = elements[at + 1]?.norm;
  return next === undefined || next === '.' || next === '!' || TYPE_WORDS.has(next);
}

/** "How many sorts are there?" – "Three sorts in all", "It is three." */
function answeredNumber(sentence: SentenceElements, discourse: Discourse): CountedTypes | undefined {
  const { elements, block, sentenceIndex } = sentence;
  const asked = askedBefore(block.index, sentenceIndex, discourse);
  if (asked === undefined) return undefined;
  const at = elements.findIndex((_, index) => index < 6 && numberAt(elements, index) !== undefined);
  if (at < 0 || !elements.slice(0, at).every(({ norm }) => BEFORE_ANSWER.has(norm))) return undefined;
  const noun = typeNounBehind(elements, at);
  const next = elements[at + 1];
  const ends = next === undefined || next.kind === 'mark' || AFTER_ANSWER.has(next.norm);
  if (noun < 0 && !ends) return undefined;
  return { value: numberAt(elements, at)!, at, end: (noun < 0 ? at : noun) + 1, isAnswer: true };
}

/** The question right before that asks how many types there are. */
function askedBefore(block: number, sentence: number, discourse: Discourse): SentenceElements | undefined {
  const own = discourse.sentences[block]!.slice(Math.max(0, sentence - 2), sentence);
  // In a table the question stands in the cell before.
  const before = own.length > 0 ? own : (discourse.sentences[block - 1] ?? []).slice(-2);
  return before.find(
    ({ isQuestion, elements }) =>
      isQuestion &&
      elements.some(
        ({ norm }, at) =>
          norm === 'how' &&
          elements[at + 1]?.norm === 'many' &&
          elements.slice(at + 2, at + 6).some((one) => TYPE_WORDS.has(one.norm)),
      ),
  );
}

/** A denial, a part of them, or another count in the sentence. */
function leavesOpen(elements: readonly Element[], { at, end }: CountedTypes): boolean {
  // "two types, one that heals and one that does not": what each is like denies nothing.
  const each = elements.findIndex(
    ({ norm }, index) =>
      index >= end &&
      norm === ',' &&
      ['one that', 'the one', 'the kind', 'the type', 'one which', 'the sort'].includes(
        elements
          .slice(index + 1, index + 3)
          .map((one) => one.norm)
          .join(' '),
      ),
  );
  return elements.some(({ norm }, index) => {
    if (index >= at && index < end) return false;
    if (each > 0 && index > each && (NEGATORS.has(norm) || norm === 'may' || norm === 'can')) return false;
    if (NEGATORS.has(norm) || /n['’]t$/u.test(norm)) {
      return !(norm === 'no' && NO_LESS.has(elements[index + 1]?.norm ?? ''));
    }
    if (OPEN.has(norm)) return true;
    return (NUMBERS[norm] !== undefined && norm !== 'one') || LARGER[norm] !== undefined;
  });
}

/** What is divided: named in the sentence or asked about, or what the text has been about; never another condition. */
function dividedIn(
  { elements, block, sentenceIndex }: SentenceElements,
  { at, end, isAnswer, isOfWhole }: CountedTypes,
  { of }: CompiledClassification,
  discourse: Discourse,
  terminology: Terminology,
): string | undefined {
  const isWhole = (id: string) => of.includes(id) && terminology.concept(id)!.kind === 'disease';
  const named = elements.flatMap(({ mention }) => mention?.conceptId ?? []);
  const own = named.find(isWhole);
  if (isOfWhole === true) return own;
  if (named.some((id) => !isWhole(id) && OTHER_KINDS.has(terminology.concept(id)!.kind))) return undefined;
  // "types of medicine": of something that is not named as divided.
  if (elements[end]?.norm === 'of') {
    const next = elements.slice(end + 1).find(({ norm }) => !BEFORE_WHOLE.has(norm));
    if (next === undefined || !(isWhole(next.mention?.conceptId ?? '') || TAKES_UP.has(next.norm))) return undefined;
  }
  if (own !== undefined) return own;
  if (isAnswer) {
    const asked = askedBefore(block.index, sentenceIndex, discourse);
    const inQuestion = asked?.elements.flatMap(({ mention }) => mention?.conceptId ?? []) ?? [];
    if (inQuestion.some((id) => !isWhole(id) && OTHER_KINDS.has(terminology.concept(id)!.kind))) return undefined;
    const found = inQuestion.find(isWhole);
    if (found !== undefined) return found;
  }
  const takesUp = isAnswer || named.length === 0 || elements.slice(0, at).some(({ norm }) => TAKES_UP.has(norm));
  return takesUp ? discourse.topicOf(block.index, sentenceIndex, isWhole)?.conceptId : undefined;
}

/** The types stand beside the number: whether the two agree is another matter. */
function namesMembers(
  elements: readonly Element[],
  { members }: CompiledClassification,
  terminology: Terminology,
): boolean {
  return elements.some(
    ({ mention, norm }) =>
      members.some(({ name, alsoNamed }) => name === norm || alsoNamed.includes(norm)) ||
      terminology.memberOf(mention?.conceptId ?? '') !== undefined,
  );
}

function membersNamed(
  elements: readonly Element[],
  classification: CompiledClassification,
  terminology: Terminology,
): number {
  const members = elements.map((element) => memberOf(element, classification, terminology));
  return new Set(members.flatMap((member) => (member?.is === 'member' ? [member.name] : []))).size;
}

const GOES_ON = new Set('and but of'.split(' '));
const LONGEST = 60;
const ONLY = new Set('only just but'.split(' '));
const ARE_ONLY = new Set(
  'are exist exists has have distinguish distinguishes recognise recognize recognises recognizes into'.split(' '),
);
const SINGULAR = new Set('type form kind variety sort category class'.split(' '));
const HAS = new Set('has knows comes'.split(' '));
const ENDS_ALL = new Set('. , ; ! ) and – —'.split(' '));
const LABELS = new Set(': = – —'.split(' '));
const BEFORE_LABEL = new Set(
  'of in by cause recognized recognised known accepted the which exist there are today'.split(' '),
);
const SPEAKS_OF = new Set(
  'speak speaks know knows talk talks tell tells hear consists number total composed'.split(' '),
);
const LARGER: Readonly<Record<string, number>> = { eleven: 11, twelve: 12, dozen: 12 };
const PLURAL = new Set(
  'types forms kinds varieties categories classes variants subtypes sorts subgroups subclasses subsets headings'.split(
    ' ',
  ),
);
const INEXACT = new Set([...BEFORE_INEXACT, 'of', 'only', 'just', 'all']);
const NO_LESS = new Set('fewer less more'.split(' '));
/** "the two types" are those of which the text speaks just then. */
const DEFINITE = new Set('the these those both my our your his her their its'.split(' '));
const STOPS = new Set(
  'of in on for with to from by at and or is are was were has have had that which who as per a an the years days weeks months hours patients people'.split(
    ' ',
  ),
);
const COUNTS = new Set(
  'reduced condensed boiled boils narrowed narrow speak talk talks read reads meet meets learn find finds see sees cover covers covered explain explains explained discuss discusses discussed present presents presented use uses used are exist exists comes come falls fall divide divides divided split splits sort sorts sorted classify classifies classified recognise recognize recognises recognizes recognised recognized distinguish distinguishes distinguished know knows known count counts counted list lists name names tell has have possesses shows describe describes described identify speak speaks number numbers total totals into arranged grouped broken separate separates separated gives give offers offer includes include comprises comprise acknowledge acknowledges accept accepts accepted agree names'.split(
    ' ',
  ),
);
const EXISTS = new Set(
  'exist exists known recognised recognized distinguished described accepted counted are'.split(' '),
);
const BLOCKS = new Set('. ; if when where because who patients people children cases treatment treatments'.split(' '));
const BEFORE_ANSWER = new Set(
  'a : . – — ( ) * answer there are is it has have the number we doctors dermatologists textbooks they count know distinguish recognise recognize exactly precisely in all usually today comes in'.split(
    ' ',
  ),
);
const AFTER_ANSWER = new Set('in all altogether according by and of depending'.split(' '));
const OPEN = new Set(
  'patterns pattern extent spread processes once formerly older earlier old historically myth some others few only might may could would should if whether instead unlike except excluding subdivided further stages'.split(
    ' ',
  ),
);
const BEFORE_WHOLE = new Set('the skin cutaneous this such'.split(' '));
const TAKES_UP = new Set('it its this they them their these'.split(' '));
const OTHER_KINDS = new Set([
  'disease',
  'type',
  'form',
  'drug',
  'drug-class',
  'procedure',
  'imaging',
  'lab-test',
  'sign',
  'symptom',
  'complication',
]);
