import type { Surroundings } from '../subjects/antecedents.js';
import type { Element, SentenceElements } from '../sentences/elements.js';
import { pairIn } from './former-latter.js';
import { withThing } from './with-thing.js';

/**
 * What a sentence says of two things, as two sentences on one of them each: "Alizarin red and von Kossa both make calcium
 * black". "Both" that takes up what was named before is `severalThingsAt`.
 */
export function formsOfBoth(sentence: SentenceElements, { terminology }: Surroundings): readonly SentenceElements[] {
  const { elements } = sentence;
  const at = elements.slice(0, FARTHEST).findIndex(({ norm }) => norm === 'both');
  if (at < 3 || !isVerb(elements[at + 1])) return NONE;
  const named = elements.slice(0, at);
  if (!named.every(({ norm, mention }) => mention !== undefined || JOINS.has(norm))) return NONE;
  const pair = pairIn(named, terminology);
  if (pair === undefined) return NONE;
  return pair.map((mention) => {
    const { norm } = named.find((element) => element.mention?.span.start === mention.span.start)!;
    return withThing(sentence, { norm, mention }, 0, at + 1, elements.length);
  });
}

function isVerb(element: Element | undefined): boolean {
  return element?.kind === 'word' && element.mention === undefined && !NO_VERBS.has(element.norm);
}

/** In elements. */
const FARTHEST = 8;
const NONE: readonly SentenceElements[] = [];
const JOINS = new Set(['and', 'the']);
const NO_VERBS = new Set(
  'of the these those in with for have can may might a an and or kinds types forms medicines drugs cases conditions diseases words groups names are were sides ways'.split(
    ' ',
  ),
);
