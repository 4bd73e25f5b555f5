import type { Terminology } from '../../terminology/terminology.js';
import { proseSpan } from '../../text/span.js';
import type { Claim } from '../claim.js';
import { isDenied, isHypothetical, type Clause } from '../sentences/clauses.js';
import { partyOf } from '../subjects/discourse.js';
import type { SentenceElements } from '../sentences/elements.js';

const RESPECT = 'frequency';

/**
 * Reads which of two types a clause calls the more common one: "idiopathic calcinosis occurs more often than the
 * dystrophic type", "the dystrophic type is outnumbered by the metastatic one". The commonest of all can be no rarer than another, and no other more common than it.
 */
export function readComparedFrequency(
  { elements, block, isQuestion }: SentenceElements,
  clause: Clause,
  terminology: Terminology,
): readonly Claim[] {
  if (isQuestion || clause.attribution !== 'writer') return [];
  const than = elements.findIndex(
    ({ norm }, at) =>
      at > clause.start &&
      at < clause.end &&
      (norm === 'than' || (norm === 'by' && elements[at - 1]!.norm === OUTNUMBERED)),
  );
  if (than < 0) return [];
  const more = degreeBefore(elements.slice(Math.max(clause.start, than - 4), than).map(({ norm }) => norm));
  if (more === undefined) return [];
  const typesIn = (from: number, to: number) =>
    elements.slice(from, to).flatMap(({ mention }) => {
      const id = mention?.conceptId;
      return id !== undefined && terminology.memberOf(id) !== undefined ? [mention!] : [];
    });
  const [first, ...moreBefore] = typesIn(clause.start, than);
  const [second, ...moreBehind] = typesIn(than, clause.end);
  if (first === undefined || second === undefined || moreBefore.length + moreBehind.length > 0) return [];
  // "In people on dialysis the metastatic type is more common than …": among some people only.
  const isLimited = elements
    .slice(clause.start, clause.end)
    .some(
      ({ norm, mention }) => LIMITS.has(norm) || (mention !== undefined && mention !== first && mention !== second),
    );
  if (isLimited || isDenied(elements, clause.start, than) || isHypothetical(elements, clause, than)) return [];
  const leads = (id: string) => terminology.holdsValue(id, RESPECT, MOST);
  const value = more && leads(second.conceptId!) ? MOST : !more && leads(first.conceptId!) ? LEAST : undefined;
  if (value === undefined) return [];
  const span = proseSpan(first.span.start, second.span.end);
  return [
    {
      relation: 'has',
      subject: partyOf(first),
      object: { text: block.text.slice(elements[than]!.span.start, second.span.end), block: block.index, span },
      attribute: RESPECT,
      value,
      polarity: 'asserted',
      attribution: clause.attribution,
      weak: false,
      block: block.index,
      span,
      form: 'compared',
    },
  ];
}

/** "more common", "rarer", "far less often": whether it is the more or the less frequent one. */
function degreeBefore(words: readonly string[]): boolean | undefined {
  if (words.includes('commoner')) return true;
  if (words.includes('rarer') || words.includes(OUTNUMBERED)) return false;
  if (!words.some((word) => OFTEN.has(word))) return undefined;
  if (words.includes('more')) return true;
  return words.includes('less') ? false : undefined;
}

const OUTNUMBERED = 'outnumbered';
const MOST = 'most-common';
const LEAST = 'rarest';
const OFTEN = new Set('common frequent frequently often prevalent usual commonly'.split(' '));
const LIMITS = new Set('in among on with after during where who whose when if our'.split(' '));
