import type { CompiledClassification } from '../terminology/compiled.js';
import type { Terminology } from '../terminology/terminology.js';
import { proseSpan } from '../text/span.js';
import { attributionOf } from './attribution.js';
import type { Claim, ClaimParty } from './claim.js';
import { clausesOf } from './clauses.js';
import { opensWithPronoun, partyOf, type Discourse } from './discourse.js';
import { memberOf } from './division-members.js';
import type { Element, SentenceElements } from './elements.js';
import { NEGATORS, NUMBERS, TYPE_WORDS } from './lexicon.js';
import { notMemberEntry } from './outside-classification.js';

/**
 * Reads what is offered as one of the types without “X is a type”: “Among the types of calcinosis, X …”, “One of the
 * five types, X, …”, “The fifth goes by the name of X”, “with X as the fifth type”, “has a type …; it bears the name X”.
 */
export function readTypeOffers(
  sentence: SentenceElements,
  discourse: Discourse,
  terminology: Terminology,
): readonly Claim[] {
  const { elements } = sentence;
  if (sentence.isQuestion || elements.length > LONGEST) return NONE;
  const group = groupNamed(sentence, terminology);
  if (group === undefined) return NONE;
  const named = offered(elements, group, terminology) ?? carriedOffer(sentence, group, discourse, terminology);
  if (named === undefined) return NONE;
  if (attributionOf(sentence) !== 'writer') return NONE;
  if (clausesOf(sentence).some(({ attribution }) => attribution !== 'writer')) return NONE;
  if (elements.some(({ norm }) => HOLDS_BACK.has(norm) || NEGATORS.has(norm) || /n['’]t$/u.test(norm))) return NONE;
  const { whole, from, to } = group;
  const here = named.block === sentence.block.index && named.span.start >= elements[0]!.span.start;
  const start = elements[from]!.span.start;
  const end = elements[to - 1]!.span.end;
  return [
    {
      relation: 'is-a',
      subject: named,
      object: whole,
      ...(group.byCause ? { value: 'type-by-cause' } : {}),
      polarity: 'asserted',
      attribution: 'writer',
      weak: false,
      block: sentence.block.index,
      span: here ? proseSpan(Math.min(start, named.span.start), Math.max(end, named.span.end)) : proseSpan(start, end),
      form: group.byCause ? 'one of the types' : 'a type',
    },
  ];
}

/** "the five types of calcinosis cutis", "the fifth type": where it stands, and of what. */
interface TypeGroup {
  readonly classification: CompiledClassification;
  readonly whole: ClaimParty;
  readonly from: number;
  readonly to: number;
  /** Numbered, or sorted by cause: patterns are none of these. */
  readonly byCause: boolean;
}

function groupNamed({ elements, block }: SentenceElements, terminology: Terminology): TypeGroup | undefined {
  for (const [at, { norm }] of elements.entries()) {
    if (!TYPE_WORDS.has(norm) || elements[at + 1]?.norm !== 'of') continue;
    const next = elements.slice(at + 2, at + 4).find(({ mention }) => mention?.conceptId !== undefined);
    const id = next?.mention?.conceptId;
    const classification = id === undefined ? undefined : terminology.classificationOf(id);
    if (classification === undefined || terminology.concept(id!)!.kind !== 'disease') continue;
    const before = elements.slice(Math.max(0, at - 7), at);
    const byCause = before.some(
      (one) => CAUSAL.has(one.norm) || (NUMBERS[one.norm] ?? 0) > 2 || ORDINALS.has(one.norm),
    );
    const whole = partyOf(next!.mention!);
    return { classification, whole, from: Math.max(0, at - 1), to: elements.indexOf(next!) + 1, byCause };
  }
  return ordinalGroup(elements, block.index, terminology);
}

/** "the fifth of the five types", "as the fifth type", in a sentence that names what is divided or its types. */
function ordinalGroup(elements: readonly Element[], block: number, terminology: Terminology): TypeGroup | undefined {
  const at = elements.findIndex(({ norm }, index) => {
    if (!ORDINALS.has(norm)) return false;
    return elements.slice(index + 1, index + 8).some((next) => TYPE_WORDS.has(next.norm));
  });
  if (at < 0) return undefined;
  const type = elements.findIndex(({ norm }, index) => index > at && TYPE_WORDS.has(norm));
  for (const classification of terminology.classifications) {
    const whole = elements.find(({ mention }) => classification.of.includes(mention?.conceptId ?? ''))?.mention;
    const members = elements.filter((element) => memberOf(element, classification, terminology)?.is === 'member');
    const isCounted = elements.slice(at + 1, type).some(({ norm }) => NUMBERS[norm] === 5);
    if (whole === undefined && members.length < 2 && !isCounted) continue;
    const { norm, span } = elements[type]!;
    const party: ClaimParty =
      whole === undefined ? { conceptId: classification.of[0]!, text: norm, block, span } : partyOf(whole);
    return { classification, whole: party, from: at, to: type + 1, byCause: true };
  }
  return undefined;
}

/** What the sentence offers, in a place where it is named for itself and not as what something stands in or behind. */
function offered(
  elements: readonly Element[],
  { classification, from, to }: TypeGroup,
  terminology: Terminology,
): ClaimParty | undefined {
  const isOutside = ({ mention }: Element) =>
    mention?.conceptId !== undefined &&
    notMemberEntry(mention.conceptId, classification, true, terminology) !== undefined;
  const found = elements.flatMap((element, at) => (isOutside(element) ? [at] : []));
  if (found.length !== 1) return undefined;
  const [at] = found as [number];
  const members = elements.some(({ mention }) => terminology.memberOf(mention?.conceptId ?? '') !== undefined);
  if (at < from) {
    // "… with X as the fifth type"
    const between = elements.slice(at + 1, from).map(({ norm }) => norm);
    return between[0] === 'as' && between.length <= 2 ? partyOf(elements[at]!.mention!) : undefined;
  }
  if (members || at < to) return undefined;
  const between = elements.slice(to, at).map(({ norm }) => norm);
  const opening = elements.slice(0, from).map(({ norm }) => norm);
  // "Among the types of calcinosis, X …", "One of the five types of calcinosis, X, …"
  const isDrawn = opening.some((norm) => DRAWS.has(norm)) && between.every((norm) => norm === ',' || norm === 'the');
  const isNamed = between.slice(-6).some((norm) => NAMES.has(norm)) && !between.some((norm) => APART.has(norm));
  return (isDrawn && between[0] === ',') || isNamed ? partyOf(elements[at]!.mention!) : undefined;
}

/** "That is osteoma cutis, and it is one of the subtypes of calcinosis cutis.", "A sort of calcinosis" as an answer. */
function carriedOffer(
  sentence: SentenceElements,
  { classification, from }: TypeGroup,
  discourse: Discourse,
  terminology: Terminology,
): ClaimParty | undefined {
  const { elements, block, sentenceIndex } = sentence;
  const isOutside = (id: string) =>
    notMemberEntry(id, classification, false, terminology) !== undefined && terminology.concept(id) !== undefined;
  const own = elements.slice(0, from).filter(({ mention }) => mention?.conceptId !== undefined);
  const opening = elements.slice(Math.max(0, from - 7), from).map(({ norm }) => norm);
  const isFragment = from <= 3 && elements.slice(0, from).every(({ norm }) => OPENS_ANSWER.has(norm));
  const pronoun = opening.findLastIndex((norm) => TAKES_UP.has(norm));
  const isSaid = pronoun >= 0 && opening.slice(pronoun + 1).every((norm) => LIGHT.has(norm));
  if (isSaid && own.length > 0) {
    const [only, ...others] = own;
    return others.length === 0 && isOutside(only!.mention!.conceptId!) ? partyOf(only!.mention!) : undefined;
  }
  if (own.length > 0) return undefined;
  if (isFragment && !discourse.answersQuestion(block.index, sentenceIndex)) return undefined;
  if (!isFragment && !(isSaid && opensWithPronoun(elements))) return undefined;
  const topic = discourse.topicOf(block.index, sentenceIndex, (id) => terminology.concept(id)!.kind !== 'anatomy');
  return topic !== undefined && isOutside(topic.conceptId!) ? topic : undefined;
}

const NONE: readonly never[] = [];
const LONGEST = 60;
const ORDINALS = new Set('third fourth fifth sixth last final 3rd 4th 5th further remaining'.split(' '));
const CAUSAL = new Set('causal cause-based causes-based cause causes accepted recognised recognized'.split(' '));
const DRAWS = new Set('of among amongst one'.split(' '));
const NAMES = new Set(': namely called named name is are'.split(' '));
const APART = new Set('and but than from with in like as , ; who which that when'.split(' '));
const TAKES_UP = new Set('it this that'.split(' '));
const LIGHT = new Set(
  'is was counts as belongs to ranks among also one of the a an still really simply just 5 five'.split(' '),
);
const OPENS_ANSWER = new Set('a an one of the : answer it is simply just . *'.split(' '));
/** The sentence compares, recalls or leaves open. */
const HOLDS_BACK = new Set(
  'unlike differ differs different distinguish distinguished once formerly older sometimes some may might could if whether mistaken mistakenly wrongly confused apart beside instead rather although though but however contrast against myth exclude excluded look-alike mimic mimics'.split(
    ' ',
  ),
);
