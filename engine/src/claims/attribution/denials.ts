import type { Terminology } from '../../terminology/terminology.js';
import { overlaps, proseSpan } from '../../text/span.js';
import type { Claim, ClaimParty } from '../claim.js';
import { OUTRIGHT } from '../classes/class-denied.js';
import { contradictionOf } from '../contradictions/contradiction.js';
import type { Element, SentenceElements } from '../sentences/elements.js';

/** A sentence without the words that deny what it says, or that only seem to. */
interface UndeniedForm {
  readonly form: SentenceElements;
  /** "far from being", "does not"; not so of "nothing other than", which denies nothing. */
  readonly denies: boolean;
  /** What was taken out, in offsets of the block. */
  readonly from: number;
  readonly to: number;
}

/**
 * A sentence that denies something, read as if it did not: what is held of a thing, and is denied outright, is as false
 * as what is held against it. All readers profit, whatever the words of denial are: "does not", "fails to", "is far from
 * being", "it is not the case that".
 */
function undeniedFormsOf(sentence: SentenceElements): readonly UndeniedForm[] {
  const { elements, isQuestion, block } = sentence;
  if (block.table !== undefined || block.kind === 'definition-term') return NONE;
  if (!elements.some(({ norm }) => MAY_DENY.has(norm))) return NONE;
  const forms: UndeniedForm[] = [];
  for (let at = 0; at < elements.length && forms.length < MOST; at++) {
    if (!OPENS.has(elements[at]!.norm)) continue;
    const words = elements.slice(at, at + LONGEST).map(({ norm, mention }) => (mention === undefined ? norm : '*'));
    const rest = words.join(' ');
    const [matched] = AFFIRMS.exec(rest) ?? [];
    const [denied] = matched === undefined && !isQuestion ? (DENIES.exec(rest) ?? []) : [];
    const taken = matched ?? denied;
    if (taken === undefined) continue;
    const end = at + taken.split(' ').length;
    const denies = matched === undefined;
    if (denies && isNoDenial(elements, at, end)) continue;
    if (!denies && (isQuestion || elements.some(({ norm }) => QUOTES.has(norm)))) continue;
    const second = denies && words[0] === 'neither' ? joinedBehind(elements, end) : elements.slice(end);
    const start = startOfPart(elements, at);
    forms.push({
      form: { ...sentence, elements: [...elements.slice(start, at), ...second], isQuestion: false },
      denies,
      from: elements[at]!.span.start,
      to: elements[end - 1]!.span.end,
    });
    at = end - 1;
  }
  return forms;
}

/**
 * What a sentence says falsely by denying what holds, or in words that only seem to deny it.
 * @param read what every reader finds in a sentence
 */
export function readDenials(
  sentence: SentenceElements,
  terminology: Terminology,
  read: (form: SentenceElements) => readonly Claim[],
): readonly Claim[] {
  const claims = undeniedFormsOf(sentence).flatMap((undenied) => {
    const told = read(undenied.form);
    return undenied.denies
      ? deniable(told, terminology).flatMap((claim) => asDenied(claim, undenied) ?? NOTHING)
      : told.filter((claim) => isAffirmed(claim, undenied));
  });
  return claims.filter((claim) => isFalse(claim, terminology));
}

/** Behind a colon or a semicolon, where the part that is denied names what it is of. */
function startOfPart(elements: readonly Element[], at: number): number {
  const start = elements.findLastIndex(({ norm }, index) => index < at && PARTS.has(norm)) + 1;
  return start === at || elements.slice(start, at).some(({ mention }) => mention !== undefined) ? start : 0;
}

/** "Neither A nor B can bind": the two joined. */
function joinedBehind(elements: readonly Element[], from: number): readonly Element[] {
  return elements.slice(from).map((element) => (element.norm === 'nor' ? { ...element, norm: 'and' } : element));
}

/** Something is left open, set against something else, denied twice, or told of one case. */
function isNoDenial(elements: readonly Element[], at: number, end: number): boolean {
  const start = elements.findLastIndex(({ norm }, index) => index < at && PARTS.has(norm)) + 1;
  let from = at;
  while (from > start && !CLAUSE_MARKS.has(elements[from - 1]!.norm)) from--;
  let to = end;
  while (to < elements.length && !CLAUSE_MARKS.has(elements[to]!.norm)) to++;
  return elements.some(({ norm }, index) => {
    if (index < start || (at <= index && index < end)) return false;
    if (SUPPOSES.has(norm)) return true;
    return from <= index && index < to && (LEAVES_OPEN.has(norm) || MODALS.has(norm) || /n['’]t$/u.test(norm));
  });
}

/**
 * What was read without a denial, as what the text denies; undefined where the denial is not of it alone: "does not raise
 * calcium in the urine", "is not an NSAID that we give".
 */
function asDenied(claim: Claim, { form: { block, sentence }, from, to }: UndeniedForm): Claim | undefined {
  const { subject, object, relation } = claim;
  if (claim.polarity !== 'asserted' || !DENIABLE.has(relation) || object.block !== block.index) return undefined;
  const { text } = block;
  if (object.span.start < to) return undefined;
  // "neither the calcium nor …" has no verb yet.
  const named = text.slice(object.span.start, object.span.end);
  const isNamed = claim.value !== undefined && names(object, claim.value);
  if (
    relation === 'has' &&
    !named.includes(' ') &&
    !isNamed &&
    !/(?<!\p{L})(?:is|are|means?)[^,;:]{0,30}$/u.test(text.slice(0, object.span.start))
  ) {
    return undefined;
  }
  const behind = text.slice(object.span.end, sentence.span.end).toLowerCase();
  if (relation === 'is-a' && INSTEAD.test(behind)) return undefined;
  // "It does not bind phosphate: it closes its way into the body" denies by which way.
  if (relation === 'has' && TELLS_HOW.test(behind)) return undefined;
  if (!(ENDS.test(behind) || (/,/u.test(text.slice(0, from)) && /^,/u.test(behind)))) return undefined;
  // A pronoun has the thing in its place.
  const isHere =
    subject.block === block.index && sentence.span.start <= subject.span.start && subject.span.end <= sentence.span.end;
  if (!isHere || isOwnName(text.slice(subject.span.start, subject.span.end), named)) return undefined;
  if (subject.span.end > from) {
    // "It is not the case that X is Y", "neither X nor Y can bind"
    const opening = text.slice(to, subject.span.start).toLowerCase();
    if (object.span.start < subject.span.end || !NAMES_ONLY.test(opening)) return undefined;
    if (!VERB_ONLY.test(text.slice(subject.span.end, object.span.start).toLowerCase())) return undefined;
  } else {
    // "does not interfere with vitamin K": of a frame the preposition is a part.
    if (
      !(FRAMES.has(claim.form) || isNamed ? FRAME : BARE_BEFORE).test(text.slice(to, object.span.start).toLowerCase())
    ) {
      return undefined;
    }
    if (!TIED.test(text.slice(subject.span.end, from).toLowerCase())) return undefined;
  }
  if (SPECIFIC.test(text.slice(sentence.span.start, Math.min(subject.span.start, from)).toLowerCase())) {
    return undefined;
  }
  return {
    ...claim,
    polarity: 'denied',
    isOutright: true,
    ...(relation === 'is-a' ? { value: OUTRIGHT } : {}),
    span: proseSpan(Math.min(claim.span.start, subject.span.start, from), claim.span.end),
    form: `denied (${claim.form})`,
  };
}

/**
 * What of that which was read without a denial the denial may be of: not what may stand anywhere in a clause, which is
 * denied with all that stands there, nor words that say something false as well: "does not bind phosphate".
 */
export function deniable(told: readonly Claim[], terminology: Terminology): readonly Claim[] {
  return told.filter(
    ({ form, object, polarity, value }) =>
      polarity === 'asserted' &&
      form !== 'at large' &&
      value !== 'unchanged' &&
      (form !== 'fact' ||
        DIRECTIONS.has(value!) ||
        (names(object, value!) && told.some((one) => isFramed(one, object)))) &&
      !told.some((other) => overlaps(other.object.span, object.span) && isFalse(other, terminology)),
  );
}

/** The words of a value are its name: "the thyroid", "vitamin K". */
function names({ text }: ClaimParty, value: string): boolean {
  return value.split('-').every((word) => text.toLowerCase().includes(word));
}

/** A verb or a frame ties the words to the thing: "comes from the thyroid". */
function isFramed({ form, object }: Claim, { span }: ClaimParty): boolean {
  return FRAMES.has(form) && overlaps(object.span, span);
}

/** What is said is contradicted, whoever says it. */
function isFalse(claim: Claim, terminology: Terminology): boolean {
  return contradictionOf({ ...claim, attribution: 'writer' }, terminology) !== undefined;
}

/** "Blood thinners do not thin the blood" speaks of the name. */
function isOwnName(name: string, words: string): boolean {
  const own = name.toLowerCase().split(' ');
  return words
    .toLowerCase()
    .split(' ')
    .some((word) => word.length > 3 && own.some((one) => one.startsWith(word)));
}

/** What was read where words only seem to deny: of what stands behind them. */
function isAffirmed({ object, polarity }: Claim, { form: { block }, to }: UndeniedForm): boolean {
  return polarity === 'asserted' && object.block === block.index && object.span.start >= to;
}

const NONE: readonly never[] = [];
const NOTHING: readonly Claim[] = [];
/** Values that are one of two ends; what else is told of things in facts is told by sorts. */
const DIRECTIONS = new Set('up down more less raises lowers stronger weaker binds'.split(' '));
/** In elements. */
const LONGEST = 10;
const MOST = 2;
const DENIABLE = new Set(['is-a', 'has', 'does', 'made-by', 'located-in', 'caused-by']);
/** The first words of denials; what a sentence without any of the others cannot do. */
const OPENS = new Set(
  "does do doesn't don't doesn’t don’t cannot can't can’t can never has have fails fail nothing none no neither it anything far by ceases all every each".split(
    ' ',
  ),
);
const MAY_DENY = new Set(
  "not doesn't don't doesn’t don’t cannot can't can’t never fails fail nothing none no neither nor untrue false wrong anything far ceases ceased stopped except save apart".split(
    ' ',
  ),
);
const SURELY = '(?: (?:simply|certainly|definitely|really|actually|in fact))?';
/** From a verb to what it denies. */
const DENIES = new RegExp(
  `^(?:${[
    `(?:does|do)${SURELY} not${SURELY}(?! \\*$)(?! (?:mean|make|have to|need to|want|appear|seem|only|just|always|all|necessarily|usually|often|yet))`,
    `(?:doesn|don)['’]t${SURELY}(?! (?:mean|make|have to|need to|want|appear|seem|only|just|always|all|necessarily|usually|often|yet))`,
    `(?:do|does) nothing to`,
    `fails? to`,
    `(?:cannot|can['’]t|can not|can never)(?! (?:be|only|just|always|all|yet))`,
    `never(?! (?:been|before|again|only|just|mind|again))`,
    `(?:has|have) (?:never|no power to)(?! been)`,
    `neither(?= \\*? ?.*\\bnor\\b)`,
    `it(?: ${'(?:simply|just|plainly|certainly|therefore|also)'})? (?:is|['’]s)${SURELY} (?:not|simply not) (?:the case|true|so) that`,
    `it is(?: simply| just| plainly| quite)? (?:untrue|false|wrong) that`,
    `(?:far from|anything but|by no means)(?: being)?`,
    `(?:has|have) (?:ceased|stopped) to(?: be)?`,
    `ceases? to(?: be)?`,
    `(?:all|every|each)(?: (?:of )?(?:these|them|those|the|our|your|\\p{L}+s))*? (?:except|but|save|apart from|other than)(?: for)?(?= \\*)`,
  ].join('|')})(?! ,)(?= |$)`,
  'u',
);
/** What only seems to deny. */
const AFFIRMS = new RegExp(
  `^(?:${[
    'nothing (?:other|else|more|less) than',
    'nothing (?:but|short of)',
    'none other than',
    'no (?:less|fewer)(?= (?:an?|the) )',
    "(?:never|cannot|can['’]t) (?:fails? to|but|help but)",
  ].join('|')})(?= |$)`,
  'u',
);
/** Elsewhere in the sentence: what is denied is left open, or something else is denied, too. */
const LEAVES_OPEN = new Set(
  'not never no none nothing neither nobody cannot without hardly only just merely always alone every all usually necessarily often yet simply enough rather instead than except everyone both directly exactly itself first although though while whereas unlike some most many few did was were had his her my our your says said spare spares escape escapes lack lacks miss misses avoid avoids exclude excludes prevent prevents stop stops keep keeps leave leaves lose loses deny denies refuse refuses'.split(
    ' ',
  ),
);
const SUPPOSES = new Set('if when unless until whether " “ ” ‘ ?'.split(' '));
const MODALS = new Set('would could might should may must ought'.split(' '));
const QUOTES = new Set('" “ ” ‘ ’ « »'.split(' '));
const PARTS = new Set([';', ':', '–', '—']);
const CLAUSE_MARKS = new Set([...PARTS, ',', 'that', 'but', '(', ')']);
const BARE_BEFORE =
  /^(?: (?!and\b|or\b|but\b|that\b|which\b|who\b|because\b|as\b|in\b|for\b|with\b)[\p{L}-]+){0,5} ?$/u;
const FRAMES = new Set(['explanation', 'passive', 'verb']);
const FRAME = /^(?: (?!and\b|or\b|but\b|that\b|which\b|who\b|because\b)[\p{L}-]+){0,5} ?$/u;
const VERB_ONLY = /^(?: (?:is|are|has|have|can|will|does|do|an?|the|one|of|[\p{L}-]+s?)){0,5} ?$/u;
const ENDS =
  /^(?: (?:at all|in any way|whatsoever|in the least|either|in (?:the|your) (?:blood|body)|of the blood|levels?|medicines?|drugs?|diseases?))*(?:\s*$|[.;!:)–—]|,? (?:and|but|so|nor|though|although|because|since|for|which|who|while|whereas|yet)(?!\p{L})|, (?:it|they|he|she|we|you|this|that|as)(?!\p{L}))/u;
const TELLS_HOW = /^ ?[:–—]/u;
const INSTEAD = /^[^.;]*? but (?:an?|one|the|rather|only|merely|also|instead|mainly)(?!\p{L})/u;
const TIED = /^(?:,? (?:which|who|that))?(?: (?:is|are|can|has|have|will|in fact|simply|\p{L}+ly))* ?$/u;
const NAMES_ONLY = /^ (?:(?:the|an?|and|nor|or) |[\p{L}\d-]+,? (?:and|nor|or) |[\p{L}-]+ [\p{L}-]+ (?:and|nor|or) )*$/u;
const SPECIFIC = /(?<!\p{L})(?:patients?|people|cases?|someone|somebody|once|sometimes)(?!\p{L})/u;
