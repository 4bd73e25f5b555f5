import type { Place } from '../claim-place.js';

/**
 * Whether the value stands in a relative clause of something that the thing acts on: "Denosumab catches the signal that
 * wakes the cells that eat bone", "It blocks an enzyme that makes blood clot". That one does it, and the thing hinders it.
 * "It is a drug that …", "…, an antibody that …" and "works in a way that …" say it of the thing.
 */
export function isOfObjectActedOn({ claim, between, isSubjectBehind }: Place): boolean {
  if (isSubjectBehind || (claim.relation !== 'has' && claim.relation !== 'does')) return false;
  const part = between.replace(BRACKET, '').split(NEXT_PART).at(-1)!;
  const relative = LAST_RELATIVE.exec(part);
  if (relative === null || NO_OBJECTS.test(relative[1]!)) return false;
  const before = part.slice(0, relative.index);
  // "… and a blood calcium that is low": a level, which nothing acts on.
  if (LEVEL.test(relative[1]!) && /(?<!\p{L})an? (?:\p{L}+ ){0,2}$/iu.test(before)) return false;
  // "…, but all it denotes is a condition in which …": what the thing is.
  if (DEFINES.test(before)) return false;
  const said = before.replace(NOUN_OPENING, '');
  // "parathyroid hormone, the messenger that …", "cells that …": a noun without a verb before it is the subject itself.
  if (said === before && !relative[1]!.endsWith('s')) return false;
  if (!WORD.test(said.replace(OPENING, ''))) return false;
  return !PREDICATE.test(before);
}

const DEFINES =
  /(?<!\p{L})(?:is|means|denotes|describes) (?:\p{L}+ )?an? (?:\p{L}+ )?(?:condition|disease|disorder|illness|process|state) $/iu;
/** "… deserves a word: it is an antibody that" */
const NEXT_PART = /[;:–—]|,(?= (?:and |but |so |because |since |as )?(?:it|they|this|these)(?!\p{L}))/iu;
const BRACKET = /^[^(]*\)|\([^)]*\)/gu;
const LEVEL = /^(?:calcium|phosphate|level)$/iu;
/** "… signal that", with the verb that may follow it, and no subject of its own. */
const LAST_RELATIVE =
  /(?<!\p{L})([\p{L}-]+) (?:that|which|who) (?:(?!(?:you|we|they|he|she|it|i|the|a|an|your|our|their|her|his|my|its|this|these|doctors|people|patients|is given|are given)(?!\p{L}))\p{L}+ ){0,3}$/iu;
/** "the small", "an": before the noun. */
const NOUN_OPENING =
  /(?<!\p{L})(?:the|an?|its|their|his|her|your|our|those|these|this|some|certain|any|all|many|every) (?:[\p{L}-]+ ){0,2}$/iu;
/** What the sentence opens with where it does not name the thing. */
const OPENING =
  /^\W*(?:(?:so|and|but|thus|then|also|\p{L}+ly),? )?(?:it|they|this|these|both|each|that)?(?: (?:\p{L}+ly|also|then))* /iu;
const WORD = /\p{L}{2,}/u;
/** "is a drug", ", an antibody", ": a protein": what the thing is. */
const PREDICATE =
  /^\W*(?:(?:it|they|this|these|that|both)(?:[’']s| )|(?:the|this|that|these|each|your|my|our) (?:[\p{L}-]+ ){1,2})?(?:(?:is|are|was|were|remains?|means?|[’']s|counts? as|belongs? to|acts? as|works? as|serves? as|(?:is |are )?known as|ranks? among|contains?|has|have|uses?|consists? of|there is)(?!\p{L})(?:(?! to | by |ing )[^,;:])*$|[,:–—-][^,;:]*$|\s*$)/iu;
const NO_OBJECTS =
  /^(?:us|me|him|them|everyone|everybody|readers|is|was|says|tells|shows|thinks|finds|knows|sure|clear|true|likely|way|ways|manner|fashion|one|ones|means|so|all|things?|idea|effect|effects|dose|doses|drugs?|medicines?|family|class|group|people|those|patients|tablets?|it|lumps?|deposits?|bumps?|nodules?|mass|masses|growths?|sores?|patch|patches|plaques?|ulcers?|lesions?|crystals?|attacks?|pain|lines?|dots?|spots?)$/iu;
