import type { Terminology } from '../../terminology/terminology.js';
import { isListedCause } from '../contradictions/causes-of-types.js';
import type { Claim } from '../claim.js';
import { contradictionOf } from '../contradictions/contradiction.js';
import type { Element, SentenceElements } from '../sentences/elements.js';

/**
 * A sentence without the type that it only names to reject it: "… is not dystrophic but idiopathic", "It is the
 * iatrogenic type, and by no means the dystrophic one, that comes from burns". What is left is what it states.
 */
export function withoutTypeSetAside(sentence: SentenceElements, terminology: Terminology): SentenceElements {
  const { elements } = sentence;
  if (!elements.some(({ norm }) => SETS_ASIDE.has(norm))) return sentence;
  const types = elements.flatMap((element, at) => (isType(element, terminology) ? [at] : []));
  const names = new Set(types.map((at) => nameOf(elements[at]!, terminology)));
  if (names.size !== 2) return sentence;
  for (const at of types) {
    const range = rangeSetAside(elements, at, terminology);
    if (range === undefined) continue;
    const rest = [...elements.slice(0, range.from), ...elements.slice(range.to)];
    const rejected = nameOf(elements[at]!, terminology);
    // A sentence that goes on about the rejected type has more to say than the other one.
    if (rest.some((element) => nameOf(element, terminology) === rejected)) return sentence;
    return { ...sentence, elements: rest };
  }
  return sentence;
}

/**
 * The claims of a block, those as doubted by nobody which do not hold of the type that is named, and do of the one that
 * the sentence sets aside: "Kidney failure leads to idiopathic, not to metastatic, deposits" turns the two round.
 */
export function withRejectedHolding(
  claims: readonly Claim[],
  sentences: readonly SentenceElements[],
  terminology: Terminology,
): readonly Claim[] {
  const rejections = sentences.flatMap((sentence) => {
    const rest = withoutTypeSetAside(sentence, terminology);
    if (rest === sentence) return [];
    const rejected = sentence.elements.find((one) => isType(one, terminology) && !rest.elements.includes(one));
    return rejected === undefined ? [] : [{ span: sentence.sentence.span, conceptId: rejected.mention!.conceptId! }];
  });
  if (rejections.length === 0) return claims;
  return claims.map((claim) => {
    const found = rejections.find(({ span }) => span.start <= claim.span.start && claim.span.end <= span.end);
    if (found === undefined || contradictionOf(claim, terminology) === undefined) return claim;
    const { conceptId } = found;
    const isOfType = terminology.memberOf(claim.subject.conceptId ?? '') !== undefined;
    const isRight = isOfType && isBorneOutOf(conceptId, claim, terminology);
    return isRight ? { ...claim, isUndoubted: true } : claim;
  });
}

function isBorneOutOf(type: string, { object, attribute, value }: Claim, terminology: Terminology): boolean {
  if (object.conceptId !== undefined) return isListedCause(type, object.conceptId, terminology);
  return terminology.holdsValue(type, attribute ?? '', value ?? '');
}

interface Range {
  readonly from: number;
  readonly to: number;
}

/** The elements that reject the type at an index, with the marks around them. */
function rangeSetAside(elements: readonly Element[], type: number, terminology: Terminology): Range | undefined {
  let before = type - 1;
  while (before >= 0 && DETERMINERS.has(elements[before]!.norm)) before--;
  const rejecting = rejectionEndingAt(elements, before);
  if (rejecting === undefined) return undefined;
  let to = type + 1;
  while (TYPE_NOUNS.has(elements[to]?.norm ?? '') || CLOSING_QUOTES.has(elements[to]?.norm ?? '')) to++;
  if (rejecting.needsOther) return behindDenied(elements, rejecting.from, to, terminology);
  let from = rejecting.from;
  // "…, unlike the dystrophic type, in which …": what goes on about the other type stays with it.
  if (rejecting.isBare && isContrast(elements, from)) {
    const isAside =
      elements[from - 1]?.norm === ',' && elements[to]?.norm === ',' && isType(elements[from - 2]!, terminology);
    return isAside && !RELATIVES.has(elements[to + 1]?.norm ?? '') ? { from: from - 1, to: to + 1 } : undefined;
  }
  while (JOINS.has(elements[from - 1]?.norm ?? '')) from--;
  const opening = elements[from - 1]?.norm ?? '';
  const closing = elements[to]?.norm ?? '';
  // "It is dystrophic, not metastatic, which comes from …": told of the one that is set aside.
  if (closing === ',' && isRelative(elements, to + 1)) return undefined;
  if (opening === '(' && closing === ')') return { from: from - 1, to: to + 1 };
  if (PARTS.has(opening)) return { from: from - 1, to: PARTS.has(closing) ? to + 1 : to };
  // "Instead of dystrophic, say metastatic": what the sentence opens with ends at its comma.
  if (from === 0) return closing === ',' ? { from, to: to + 1 } : undefined;
  return rejecting.isBare ? undefined : { from, to };
}

function isRelative(elements: readonly Element[], at: number): boolean {
  return [elements[at], elements[at + 1]].some((element) => WHICH.has(element?.norm ?? ''));
}

function isContrast(elements: readonly Element[], from: number): boolean {
  return CONTRASTS.has(elements[from]!.norm);
}

interface Rejection {
  readonly from: number;
  /** "not" by itself sets a type aside only behind a mark or "and". */
  readonly isBare: boolean;
  /** "is not dystrophic": a denial, unless the other type follows at once. */
  readonly needsOther: boolean;
}

function rejectionEndingAt(elements: readonly Element[], at: number): Rejection | undefined {
  const norm = elements[at]?.norm ?? '';
  const previous = elements[at - 1]?.norm ?? '';
  // Small words between it and the type are left out already: "instead of the", "in contrast to the".
  if (norm === 'instead') return { from: at, isBare: false, needsOther: false };
  if (norm === 'than' && previous === 'rather') return { from: at - 1, isBare: false, needsOther: false };
  if (norm === 'means' && previous === 'no' && elements[at - 2]?.norm === 'by') return rejection(elements, at - 2);
  if (norm === 'way' && previous === 'no' && elements[at - 2]?.norm === 'in') return rejection(elements, at - 2);
  // "The dystrophic type, in contrast to the metastatic one, …"
  if (norm === 'unlike') return { from: at, isBare: true, needsOther: false };
  if ((norm === 'contrast' && previous === 'in') || (norm === 'opposed' && previous === 'as')) {
    return { from: at - 1, isBare: true, needsOther: false };
  }
  if (norm === 'not' || norm === 'never' || norm === "isn't" || norm === 'isn’t') return rejection(elements, at);
  return undefined;
}

function rejection(elements: readonly Element[], from: number): Rejection {
  const opening = elements[from - 1]?.norm ?? '';
  const isApart = PARTS.has(opening) || opening === '(' || JOINS.has(opening);
  return { from, isBare: !isApart, needsOther: !isApart };
}

/** "is not dystrophic but idiopathic", "it isn't dystrophic, it is idiopathic": up to what names the type that holds. */
function behindDenied(
  elements: readonly Element[],
  from: number,
  to: number,
  terminology: Terminology,
): Range | undefined {
  let verb = -1;
  let isOther = false;
  for (let at = to; at < elements.length && at < to + LONGEST_TURN; at++) {
    const element = elements[at]!;
    if (isType(element, terminology)) {
      // "isn't" takes its verb along, so that the one behind it is kept.
      const rest = DENIES.has(elements[from]!.norm) ? at : verb;
      return isOther && rest > 0 ? { from, to: rest } : undefined;
    }
    if (STATES.has(element.norm)) verb = at;
    isOther ||= element.norm === 'but' || verb === at;
    const isSmall = PARTS.has(element.norm) || TURNS.has(element.norm) || DETERMINERS.has(element.norm);
    if (!isSmall && element.norm !== 'but' && verb !== at) return undefined;
  }
  return undefined;
}

function isType({ mention }: Element, terminology: Terminology): boolean {
  return mention?.conceptId !== undefined && terminology.memberOf(mention.conceptId) !== undefined;
}

function nameOf({ mention }: Element, terminology: Terminology): string | undefined {
  return terminology.memberOf(mention?.conceptId ?? '')?.name;
}

const WHICH = new Set('which where whose who whom'.split(' '));
const CONTRASTS = new Set(['unlike', 'in', 'as']);
const RELATIVES = new Set('in which where whose who with of that and or but'.split(' '));
const SETS_ASIDE = new Set([
  'not',
  'never',
  'unlike',
  'contrast',
  'opposed',
  'instead',
  'rather',
  'no',
  "isn't",
  'isn’t',
]);
const DETERMINERS = new Set('the a an of in to with for “ ‘ " called by * _'.split(' '));
const TYPE_NOUNS = new Set('type kind form one sort variety ones types calcinosis calcification'.split(' '));
const CLOSING_QUOTES = new Set(['”', '’', '"']);
const JOINS = new Set(['and', 'but']);
const PARTS = new Set([',', '–', '—', ';', ':', '-']);
const TURNS = new Set('it this that they these he she rather instead the'.split(' '));
const DENIES = new Set(['not', 'never']);
const STATES = new Set('is are was were'.split(' '));
const LONGEST_TURN = 6;
