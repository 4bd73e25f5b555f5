import type { Surroundings } from './antecedents.js';
import type { Element, SentenceElements } from './elements.js';
import { pairIn } from './former-latter.js';
import { withThing } from './with-thing.js';

/**
 * What a sentence says of two things, as two sentences on one of them each: "Both work against vitamin K" behind
 * "Warfarin and apixaban prevent clots", "Alizarin red and von Kossa both make calcium black". What is said of both is
 * said of each, so that every reader finds which of the two it does not hold of.
 */
export function formsOfBoth(sentence: SentenceElements, around: Surroundings): readonly SentenceElements[] {
  const { elements } = sentence;
  const at = elements.slice(0, FARTHEST).findIndex(({ norm }) => norm === 'both');
  if (at < 0 || !isVerb(elements[at + 1])) return NONE;
  const { terminology } = around;
  const opening = elements.slice(0, at);
  const isTakenUp = opening.every(({ norm }) => TAKES_UP.has(norm));
  const isNamed = opening.length > 2 && opening.every(({ norm, mention }) => mention !== undefined || JOINS.has(norm));
  if (!isTakenUp && !isNamed) return NONE;
  const named = isNamed ? opening : (sentenceBefore(sentence, around)?.elements ?? []);
  const pair = pairIn(named, terminology);
  if (pair === undefined) return NONE;
  return pair.map((mention) => {
    const { norm } = named.find((element) => element.mention?.span.start === mention.span.start)!;
    return withThing(sentence, { norm, mention }, 0, at + 1, elements.length);
  });
}

function sentenceBefore({ block, sentenceIndex }: SentenceElements, { discourse }: Surroundings) {
  const before = discourse.sentences[block.index]![sentenceIndex - 1];
  return before?.isQuestion === true ? undefined : before;
}

function isVerb(element: Element | undefined): boolean {
  return element?.kind === 'word' && element.mention === undefined && !NO_VERBS.has(element.norm);
}

/** In elements. */
const FARTHEST = 8;
const NONE: readonly SentenceElements[] = [];
const TAKES_UP = new Set(['they', 'the', 'two', 'these', 'and', 'so']);
const JOINS = new Set(['and', 'the']);
const NO_VERBS = new Set(
  'of the these those in with for have can may might a an and or kinds types forms medicines drugs cases conditions diseases words groups names are were sides ways'.split(
    ' ',
  ),
);
