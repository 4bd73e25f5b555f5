import { opensWithContrast } from './plain-forms/types-in-scene.js';
import type { Terminology } from '../terminology/terminology.js';
import { contains } from '../text/span.js';
import type { Claim } from './claim.js';
import type { Discourse } from './subjects/discourse.js';
import type { SentenceElements } from './sentences/elements.js';
import { isOrderedName } from './plain-forms/former-latter.js';
import { anyMatch, type PhraseKind } from './phrases/phrase-matches.js';

/** Which of the claims of a sentence and of its plain forms are kept. */

/** Where no phrase and no concept stands, no form of a sentence states anything. */
export function mayHavePlainForm({ block, sentence, elements }: SentenceElements, discourse: Discourse): boolean {
  if (elements.some(({ mention, phrase }) => mention !== undefined || phrase !== undefined)) return true;
  const phrases = discourse.phrasesIn(block.index);
  const { firstToken, endToken } = sentence;
  return PHRASE_KINDS.some((kind) => anyMatch(phrases[kind], firstToken, endToken));
}

/** What is told of the thing that a plain form begins with: a class, a cause, a level, or a value that it may have. */
export function mayStateOf(
  { block, elements }: SentenceElements,
  discourse: Discourse,
  terminology: Terminology,
): boolean {
  if (elements.slice(1).some(({ mention, phrase }) => mention !== undefined || phrase !== undefined)) return true;
  const thing = elements[0]!.mention?.conceptId;
  const phrases = discourse.phrasesIn(block.index);
  const from = elements[0]!.firstToken;
  const to = elements[elements.length - 1]!.endToken;
  const isHeld = ({ at, phrase }: { readonly at: number; readonly phrase: { readonly attribute: string } }): boolean =>
    from <= at && at < to && terminology.heldAttribute(thing ?? '', phrase.attribute) !== undefined;
  if (thing === undefined || terminology.memberOf(thing) !== undefined) return true;
  return PHRASE_KINDS.some((kind) => phrases[kind].some(isHeld));
}

/** The plain form says of whom it is said in the sentence itself. */
export function isReadBetter(
  claim: Claim,
  plain: Claim,
  { block, sentence, elements }: SentenceElements,
  terminology: Terminology,
): boolean {
  // That a medicine is said to be of two classes is told by where it is named.
  if (claim.relation === 'is-a') return false;
  // "… differs from the dystrophic type: in the former, …": by itself it is told of the former, whatever stands before.
  if (elements.some(isOrderedName)) return isSaidAlready(plain, claim);
  // "Unlike the dystrophic type, in which phosphate is raised, …": what is told of it in passing is told in earnest.
  if (claim.attribution === 'contrasted' && plain.attribution === 'writer' && opensWithContrast(elements)) {
    return claim.subject.conceptId === plain.subject.conceptId && isSaidAlready(plain, claim);
  }
  if (claim.subject.block === block.index && contains(sentence.span, claim.subject.span)) return false;
  // "It is a calcium channel blocker. It lowers …": said of the medicine, not of what it was said to be.
  const [of, thing] = [claim.subject.conceptId ?? '', plain.subject.conceptId ?? ''];
  return (of === thing || terminology.isA(thing, of)) && isSaidAlready(plain, claim);
}

/** What is read of a thing by its pronoun is not claimed once more by its name, nor of another thing. */
export function isSaidAlready(claim: Claim, other: Claim): boolean {
  return (
    claim.relation === other.relation &&
    claim.attribute === other.attribute &&
    claim.object.span.start < other.object.span.end &&
    other.object.span.start < claim.object.span.end
  );
}

const PHRASE_KINDS: readonly PhraseKind[] = ['attribute', 'meaning', 'name', 'anywhere', 'scale', 'telling', 'grade'];
