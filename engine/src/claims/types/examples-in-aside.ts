import type { Terminology } from '../../terminology/terminology.js';
import { isListedCause } from '../contradictions/causes-of-types.js';
import type { Clause } from '../sentences/clauses.js';
import type { SentenceElements } from '../sentences/elements.js';
import { TYPE_WORDS } from '../sentences/lexicon.js';

/**
 * "Dystrophic calcinosis, e.g. in people with lupus, has no treatment …": the clause up to the comma that closes the
 * examples beside the type. What the rest of the sentence says or denies has no bearing on them.
 */
export function clauseOfExamples(
  { elements }: SentenceElements,
  clause: Clause,
  terminology: Terminology,
): Clause | undefined {
  const { start, end } = clause;
  const type = elements.findIndex(
    ({ mention }, at) => start <= at && at < end && terminology.memberOf(mention?.conceptId ?? '') !== undefined,
  );
  if (type < 0 || type > start + LONGEST_OPENING) return undefined;
  let comma = type + 1;
  while (TYPE_WORDS.has(elements[comma]?.norm ?? '')) comma++;
  if (elements[comma]?.norm !== ',' && elements[comma]?.norm !== '(') return undefined;
  const closing = elements[comma]!.norm === '(' ? ')' : ',';
  const words = elements.slice(comma + 1, comma + 6).map(({ norm }) => norm);
  const opening = OPENINGS.find((one) => one.every((word, at) => words[at] === word));
  if (opening === undefined) return undefined;
  const first = elements[comma + 1 + opening.length]?.norm === ',' ? comma + 2 + opening.length : comma + 2;
  const close = elements.findIndex(({ norm }, at) => at > first && at < end && norm === closing);
  const named = elements.slice(comma, Math.max(comma, close)).flatMap(({ mention }) => mention?.conceptId ?? []);
  // "for example in lupus patients on dialysis": the type may come from the other one.
  const isExplained = named.some((id) => isListedCause(elements[type]!.mention!.conceptId!, id, terminology));
  return close < 0 || isExplained ? undefined : { ...clause, end: close };
}

/** In elements: "The", "In the", "Unlike" would hold it apart. */
const LONGEST_OPENING = 2;
const OPENINGS: readonly (readonly string[])[] = [
  'for example',
  'for instance',
  'e . g .',
  'e . g',
  'e.g',
  'e.g.',
  'eg',
  'such as',
  'as in',
  'as after',
  'as seen in',
  'as seen after',
].map((words) => words.split(' '));
