import type { Claim } from '../claim.js';
import type { SentenceElements } from '../sentences/elements.js';

/**
 * "Hypocalcemia does not mean too little calcium in the blood but too much of it": what is denied is an amount, and the
 * other end of the same scale is put in its place without its noun. So the denial is of the amount, and of nothing beside
 * it, and outright.
 */
export function turnedAmounts(claims: readonly Claim[], { block, sentence }: SentenceElements): readonly Claim[] {
  return claims.flatMap((claim): Claim[] => {
    const { relation, polarity, isOutright, object } = claim;
    // Which mineral it is of, and where, is not turned.
    if (!AMOUNTS.has(claim.value ?? '')) return [];
    if (relation !== 'has' || polarity !== 'denied' || isOutright === true || object.block !== block.index) return [];
    const behind = BUT.exec(block.text.slice(object.span.end, sentence.span.end))?.[1];
    if (behind === undefined) return [];
    const isTurned = LITTLE.test(object.text) ? MUCH.test(behind) : MUCH.test(object.text) && LITTLE.test(behind);
    return isTurned ? [{ ...claim, isOutright: true, attribution: 'writer', form: `turned (${claim.form})` }] : [];
  });
}

const AMOUNTS = new Set(['high', 'low', 'too-much', 'too-little']);
/** "in the blood but too much of it." */
const BUT =
  /^(?: (?:in|of) (?:the|your) \p{L}+)?,? but (?:rather |on the contrary |instead )?((?:too (?:much|little)|(?:an? )?(?:excess|surplus|overload|lack|shortage|deficiency))(?: of (?:it|this|that|them))?)(?: there| in it)?\W*$/iu;
const MUCH = /\b(?:too much|excess|surplus|overload)\b/iu;
const LITTLE = /\b(?:too little|lack|shortage|deficiency|not enough)\b/iu;
