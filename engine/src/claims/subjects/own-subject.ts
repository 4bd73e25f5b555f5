import type { AnalyzedBlock } from '../../document.js';
import type { Place } from '../claim-place.js';

/**
 * Whether a sentence that names nothing of what the text was about has a subject of its own: "A wound that does not hurt
 * is usually something else", "Another lump may hold cholesterol". What is said there is not said of what stood before.
 */
export function hasOwnSubject({ subject, own, object, claim }: Place, { text, table }: AnalyzedBlock): boolean {
  if (subject !== undefined || table !== undefined || claim.relation !== 'has') return false;
  const opening = OPENS_WITH_ONE.exec(text.slice(own.start, object.start));
  // "A gene is changed, which makes the phosphate …"
  const isFollowed = /, which (?!is\b|are\b)/iu.test(text.slice(own.start, object.end));
  return opening !== null && !isFollowed && !STANDS_FOR_IT.test(opening[1]!);
}

/** An indefinite noun with a verb or a relative clause of its own. */
const OPENS_WITH_ONE =
  /^[\s*_"“(]*(?:an?|another|any|some other|no other) (?:\p{L}+ ){0,2}?(\p{L}+) (?:that|which|who|whose|is|are|was|were|has|have|does|do|may|can|will|would)(?!\p{L})/iu;
/** "A typical lump is …", "Any treatment …": of the thing itself. */
const STANDS_FOR_IT =
  /^(?:lumps?|nodules?|deposits?|bumps?|mass|masses|patients?|persons?|child|case|cases|treatment|test|scan|dose|tablet|injection|surgeon|doctor|attack|form|type|kind)$/iu;
