import type { Terminology } from '../../terminology/terminology.js';
import { proseSpan } from '../../text/span.js';
import type { Claim } from '../claim.js';
import { classClaim } from './class-claim.js';
import { isGroup } from './class-announced.js';
import { ClassPhrases } from './class-phrases.js';
import { isNegator } from '../sentences/clauses.js';
import { isDrug } from '../sentences/concept-roles.js';
import { partyOf } from '../subjects/discourse.js';
import type { SentenceElements } from '../sentences/elements.js';

/**
 * Reads what a medicine is said to be instead: "Colchicine is not an antibiotic, as one blog claims, but a statin." What
 * others hold stands between the commas; what stands behind "but" is the writer's.
 */
export function readNotBut(
  { elements, block, isQuestion }: SentenceElements,
  terminology: Terminology,
  known: readonly Claim[],
): readonly Claim[] {
  if (isQuestion || block.table !== undefined) return NONE;
  const thing = elements.findIndex((element) => isDrug(element, terminology));
  if (thing < 0 || thing > 1) return NONE;
  const first = elements.findIndex((element, at) => at > thing && isGroup(element, terminology));
  const denial = elements.slice(thing + 1, Math.max(0, first)).map(({ norm }) => norm);
  if (first < 0 || denial.length > 4 || !denial.some((norm) => IS.test(norm)) || !denial.some(isNegator)) return NONE;
  if (elements[first + 1]?.norm !== ',') return NONE;
  const close = elements.findIndex(({ norm }, at) => at > first + 1 && norm === ',');
  const inserted = elements.slice(first + 2, Math.max(0, close));
  if (close < 0 || inserted.length > LONGEST || inserted.some(({ mention }) => mention !== undefined)) return NONE;
  let from = close + 1;
  if (elements[from]?.norm === 'but') from++;
  else if (elements[from]?.norm !== 'rather') return NONE;
  while (BRIDGES.has(elements[from]?.norm ?? '')) from++;
  const isOneOf = elements[from]?.norm === 'one' && elements[from + 1]?.norm === 'of';
  if (!isOneOf && !['a', 'an'].includes(elements[from]?.norm ?? '')) return NONE;
  const clause = { start: 0, end: elements.length, attribution: 'writer' } as const;
  const group = new ClassPhrases(elements, clause, terminology).classAfter(isOneOf ? from + 2 : from + 1);
  if (group === undefined || !isGroup(elements[group.at]!, terminology)) return NONE;
  const subject = partyOf(elements[thing]!.mention!);
  const isKnown = known.some(
    ({ relation, subject: { conceptId }, object }) =>
      relation === 'is-a' && conceptId === subject.conceptId && object.span.start === group.party.span.start,
  );
  if (isKnown) return NONE;
  return [
    classClaim(subject, group.party, {
      block: block.index,
      span: proseSpan(elements[from]!.span.start, group.party.span.end),
      form: 'not that but this',
    }),
  ];
}

const NONE: readonly never[] = [];
const IS = /^(?:is|are|was|were|isn['’]t|aren['’]t)$/u;
const BRIDGES = new Set(['is', 'it', 'rather', 'really', 'in', 'fact', 'instead', 'simply']);
/** In elements: what somebody holds, between commas. */
const LONGEST = 10;
