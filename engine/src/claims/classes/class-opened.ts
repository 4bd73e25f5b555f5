import type { Terminology } from '../../terminology/terminology.js';
import { EFFECTS, isHeldApart, oneOf, placesOf, type Matter } from './class-announced.js';
import type { ClaimParty } from '../claim.js';
import type { Element } from '../sentences/elements.js';

/**
 * The class whose members begin at an element, because the words right before it can only open them: "infections such
 * as", "inherited diseases that can lead to calcinosis include", "parasitic infections (".
 */
export function opensMembers(
  elements: readonly Element[],
  first: number,
  matter: Matter,
  terminology: Terminology,
): ClaimParty | undefined {
  const cue = cueBefore(elements, first) ?? dashBefore(elements, first, matter);
  if (cue === undefined) return undefined;
  const opening = elements.slice(0, cue);
  const groups = placesOf(opening, matter.isGroup);
  const last = groups[groups.length - 1];
  if (last === undefined || opening.slice(last).some(matter.isThing)) return undefined;
  const isBracket = elements[cue]!.norm === '(';
  // "acne, lupus and infections (…)": the bracket holds what belongs to the last.
  const from = isBracket && last === cue - 1 ? last : 0;
  if (isJoined(elements, last) && !isBracket) return undefined;
  if (from === 0 && opening.slice(0, last).some(({ norm }) => OPENS_OUTER.has(norm))) return undefined;
  const between = opening.slice(last + 1);
  if (between.length > LONGEST || isHeldApart(between.filter(({ norm }) => !EFFECTS.has(norm)))) return undefined;
  // "Infections and lupus, including …", "infections than lupus"
  const isVerb = VERBS.has(elements[cue]!.norm);
  if (between.some(({ norm }) => BESIDE.has(norm) && !(isVerb && norm === 'with'))) return undefined;
  return from > 0 ? oneOf(elements, [last], terminology) : oneOf(elements, groups, terminology);
}

/** Where the words begin that open a list, past its articles. */
function cueBefore(elements: readonly Element[], first: number): number | undefined {
  let at = first - 1;
  while (ARTICLES.has(elements[at]?.norm ?? '') || elements[at]?.norm === ',') at--;
  if (elements[at]?.norm === '.') at--;
  const norm = elements[at]?.norm ?? '';
  if (norm === 'as' && elements[at - 1]?.norm === 'such') return at - 1;
  if (norm === 'them' && elements[at - 1]?.norm === 'among') return at - 1;
  if ((norm === 'example' || norm === 'instance') && elements[at - 1]?.norm === 'for') return at - 1;
  if (norm === 'e' && elements[at - 1]?.norm === '.' && elements[at - 2]?.norm === 'i') return at - 2;
  if (norm === 'g' || norm === 'eg') return at - (norm === 'eg' ? 0 : elements[at - 1]?.norm === '.' ? 2 : 1);
  return OPENS.has(norm) ? at : undefined;
}

/** "Infections – cysticercosis, tuberculosis or onchocerciasis – may leave calcium behind." */
function dashBefore(elements: readonly Element[], first: number, { isGroup }: Matter): number | undefined {
  const before = elements[first - 2];
  return DASHES.has(elements[first - 1]?.norm ?? '') && before !== undefined && isGroup(before) ? first - 1 : undefined;
}

/** "infections and autoimmune diseases": what follows is of one or of the other. */
function isJoined(elements: readonly Element[], group: number): boolean {
  const at = ARTICLES.has(elements[group - 1]?.norm ?? '') ? group - 2 : group - 1;
  return ['and', 'or', '/', ','].includes(elements[at]?.norm ?? '');
}

const DASHES = new Set(['–', '—']);
const LONGEST = 14;
/** Their subject is what stands before, whatever it comes with. */
const VERBS = new Set(['include', 'includes', 'are', ':', 'comprise']);
const OPENS = new Set(['include', 'includes', 'including', 'are', '(', ':', 'namely', 'like', 'comprise']);
/** The class itself is one of a list. */
const OPENS_OUTER = new Set(['include', 'includes', 'including', 'such', 'are', ':', 'as', 'like']);
const ARTICLES = new Set(['the', 'a', 'an', 'also', 'mainly', 'chiefly', 'both']);
const BESIDE = new Set('and or but besides beside alongside with without unlike than not like'.split(' '));
