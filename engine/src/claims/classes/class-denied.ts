import type { Terminology } from '../../terminology/terminology.js';
import { proseSpan } from '../../text/span.js';
import type { Claim } from '../claim.js';
import { classClaim } from './class-claim.js';
import { FORM_NOUNS, GROUP_NOUNS } from './class-frames.js';
import type { Clause } from '../sentences/clauses.js';
import { isDrug } from '../sentences/concept-roles.js';
import { isDisease, isKindOfDiseases } from './disease-kinds.js';
import { partyOf } from '../subjects/discourse.js';
import type { Element, SentenceElements } from '../sentences/elements.js';
import { isGroup } from './class-announced.js';

/** What a denied claim holds where the text denies the class outright: "Warfarin is not an anticoagulant." */
export const OUTRIGHT = 'outright';

/**
 * Reads that a thing is said not to be of a class, where nothing but that is said: "Prednisolone does not belong to the
 * corticosteroids." Most denials say something else: "not an NSAID that we give", "not just an antibiotic", "not the
 * anticoagulant you need"; only bare ones are read.
 */
export function readDeniedClass(
  { elements, block, isQuestion }: SentenceElements,
  { start, end, attribution }: Clause,
  terminology: Terminology,
): readonly Claim[] {
  if (isQuestion || attribution !== 'writer' || block.table !== undefined) return NONE;
  if (elements.some(({ norm }) => QUOTES.has(norm))) return NONE;
  const isThing = (element: Element) => isDrug(element, terminology) || isDisease(element, terminology);
  const isClass = (element: Element) => isGroup(element, terminology) || isKindOfDiseases(element, terminology);
  const first = elements.findIndex((element, at) => at >= start && at < end && isThing(element));
  if (first < 0 || !opensStatement(elements.slice(start, first).map(({ norm }) => norm))) return NONE;
  let last = first;
  while (
    JOINS.has(elements[last + 1]?.norm ?? '') &&
    elements[last + 2] !== undefined &&
    isThing(elements[last + 2]!)
  ) {
    last += 2;
  }
  const group = elements.findIndex((element, at) => at > last && at < end && isClass(element) && !isThing(element));
  if (group < 0 || group - last > 9) return NONE;
  const between = elements.slice(last + 1, group);
  if (between.some(({ mention }) => mention !== undefined)) return NONE;
  if (!DENIES.test(between.map(({ norm }) => norm).join(' '))) return NONE;
  if (!isBare(elements, group, end)) return NONE;
  const object = partyOf(elements[group]!.mention!);
  return elements
    .slice(first, last + 1)
    .filter(isThing)
    .map((element): Claim => ({
      ...classClaim(partyOf(element.mention!), object, {
        block: block.index,
        span: proseSpan(element.span.start, object.span.end),
        form: 'denied outright',
      }),
      polarity: 'denied',
      value: OUTRIGHT,
    }));
}

/** Nothing, or words that lead up to what is said: "Contrary to what many think,", "Remember that". */
function opensStatement(opening: readonly string[]): boolean {
  if (opening.length === 0) return true;
  if (opening.length === 1) return OPENS.has(opening[0]!);
  return (opening[0] === 'contrary' && opening[opening.length - 1] === ',') || OPENINGS.has(opening.join(' '));
}

/** The class ends what is said: no relative clause, no place or time narrows it, and nothing takes its place. */
function isBare(elements: readonly Element[], group: number, end: number): boolean {
  let at = group + 1;
  if (FORM_NOUNS.has(elements[at]?.norm ?? '') || GROUP_NOUNS.has(elements[at]?.norm ?? '')) at++;
  const next = at < end ? elements[at]!.norm : '';
  const words = elements.slice(at + 1, at + 3).map(({ norm }) => norm);
  if (next === '' || next === '.' || next === ';' || next === '!') return true;
  if (next === 'and') return GOES_ON.has(words[0] ?? '');
  if (next === ',') {
    if (words[0] === 'but' || words[0] === 'and') return !INSTEAD.has(words[1] ?? '');
    return !NARROWS.has(words[0] ?? '');
  }
  return (next === 'but' && !INSTEAD.has(words[0] ?? '')) || CONCEDES.has(next);
}

const NONE: readonly never[] = [];
const QUOTES = new Set('" “ ” ‘ ’'.split(' '));
const JOINS = new Set(['and', 'or', ',']);
const KIND =
  '(?: (?:an?|one of (?:the|our|these)|part of the|a member of the|among the|a (?:kind|type|sort|form) of))?';
const SURELY = '(?: (?:in fact|simply|certainly|definitely|at all))?';
/** Between a thing and a class: "is not a", "has never been one of the", "does not belong to the". */
const DENIES = new RegExp(
  `^(?:, (?:which|who) )?(?:(?:all |both )?(?:(?:is|are|was|were)${SURELY} (?:not|never)${SURELY}${KIND}|(?:is|are|was|were) no(?: kind of| sort of)?|(?:is|are|was|were)n['’]t${KIND}|(?:has|have) never been${KIND}|(?:(?:does|do) not|(?:does|do)n['’]t) (?:belong (?:to|among|with)|count (?:as|among)|rank among|come under|fall under)(?: (?:an?|the|our))?(?: (?:class|group|family) of)?))$`,
  'u',
);
const OPENS = new Set(['so', 'and', 'but', 'yet', 'the', 'still', 'plain']);
const OPENINGS = new Set([
  'remember that',
  'note that',
  'please note that',
  'you should know that',
  'we know that',
  'bear in mind that',
]);
const GOES_ON = new Set(
  'has is are can does do may will should must it so therefore need needs you there they this that works acts helps'.split(
    ' ',
  ),
);
/** Behind "but" or "and": another class takes the place of the one that is denied. */
const INSTEAD = new Set(
  'a an one the rather only just also instead mainly primarily really in something another'.split(' '),
);
const NARROWS = new Set(
  'as strictly at in not only just if when unless except according in rather nor or though'.split(' '),
);
const CONCEDES = new Set(['so', 'although', 'though', 'because', 'since']);
