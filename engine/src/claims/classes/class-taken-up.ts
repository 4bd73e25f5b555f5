import type { Terminology } from '../../terminology/terminology.js';
import { proseSpan } from '../../text/span.js';
import type { Claim, ClaimParty } from '../claim.js';
import { classClaim } from './class-claim.js';
import { clausesOf, isDenied } from '../sentences/clauses.js';
import { partyOf, type Discourse } from '../subjects/discourse.js';
import type { Element, SentenceElements } from '../sentences/elements.js';
import { Word } from '../sentences/word-lists.js';

/**
 * Reads the kind that a text takes a thing up by, wherever it does: "… meet pseudoxanthoma elasticum. In this autoimmune
 * disease …", "who knows this infection", "Such cancers are …", "Like every antibiotic …". Only where the sentence
 * before names that thing alone and tells nothing beside it that might be meant.
 */
export function readTakenUp(
  sentence: SentenceElements,
  discourse: Discourse,
  terminology: Terminology,
  known: readonly Claim[],
): readonly Claim[] {
  const { elements, block } = sentence;
  if ((sentence.words & Word.takesUp) === 0 || sentence.isQuestion || block.table !== undefined) return NONE;
  for (const [at, { norm }] of elements.entries()) {
    const from = TAKES_UP.has(norm) ? at : -1;
    const place = from < 0 ? undefined : kindBehind(elements, from, terminology);
    if (place === undefined) continue;
    const clause = clausesOf(sentence).find(({ start, end }) => start <= at && at < end);
    if (clause?.attribution !== 'writer' || isDenied(elements, Math.max(0, at - 4), at)) return NONE;
    const object = partyOf(elements[place]!.mention!);
    const subject = onlyBefore(sentence, at, object.conceptId!, discourse, terminology);
    if (subject === undefined) return NONE;
    const isKnown = known.some(
      (claim) =>
        claim.block === block.index &&
        claim.object.block === block.index &&
        claim.object.span.start === object.span.start,
    );
    if (isKnown) return NONE;
    return [
      classClaim(subject, object, {
        block: block.index,
        span: proseSpan(elements[at]!.span.start, object.span.end),
        form: 'taken up as a kind',
      }),
    ];
  }
  return NONE;
}

/** "this rare infection", "such a cancer", "like every other antibiotic": the kind that the words lead to. */
function kindBehind(elements: readonly Element[], at: number, terminology: Terminology): number | undefined {
  const isLike = elements[at]!.norm === 'like';
  if (isLike && !EVERY.has(elements[at + 1]?.norm ?? '')) return undefined;
  for (let index = at + 1; index <= at + 4; index++) {
    const element = elements[index];
    if (element === undefined) return undefined;
    const id = element.mention?.conceptId;
    if (id !== undefined) {
      if (!isCategory(id, terminology) || namesKindBefore(elements, at, element.norm)) return undefined;
      return !isLike || goesOnAboutIt(elements, index + 1) ? index : undefined;
    }
    if (element.kind !== 'word' || STOPS.has(element.norm)) return undefined;
  }
  return undefined;
}

/** "Like every infection, it needs …", but not "Like every infection, a cold …". */
function goesOnAboutIt(elements: readonly Element[], at: number): boolean {
  return CARRIES.has(elements[elements[at]?.norm === ',' ? at + 1 : at]?.norm ?? '');
}

/** "… came with an infected finger; this infection …": the sentence itself tells which one is meant. */
function namesKindBefore(elements: readonly Element[], at: number, kind: string): boolean {
  const stem = kind.slice(0, STEM);
  return elements
    .slice(0, at)
    .some(
      ({ norm }) =>
        norm === ';' || norm === ':' || norm === ',' || norm.split(' ').some((word) => word.startsWith(stem)),
    );
}

function isCategory(id: string, terminology: Terminology): boolean {
  const concept = terminology.concept(id)!;
  return concept.closed !== undefined && (concept.kind === 'disease' || concept.kind === 'drug-class');
}

/** The one thing that the sentence before names, or the heading of a first sentence. */
function onlyBefore(
  { block, sentenceIndex, elements }: SentenceElements,
  at: number,
  category: string,
  discourse: Discourse,
  terminology: Terminology,
): ClaimParty | undefined {
  const kind = terminology.concept(category)!.kind === 'disease' ? 'disease' : 'drug';
  const heading = block.headings[block.headings.length - 1];
  const [before] =
    sentenceIndex > 0
      ? [discourse.sentences[block.index]![sentenceIndex - 1]!]
      : heading === block.index - 1
        ? discourse.sentences[heading]!
        : [];
  if (before === undefined || before.isQuestion || before.elements.length > LONGEST) return undefined;
  if (clausesOf(before).some(({ attribution }) => attribution !== 'writer')) return undefined;
  if (
    before.elements.some(({ norm }) => TELLS_MORE.has(norm)) ||
    isDenied(before.elements, 0, before.elements.length)
  ) {
    return undefined;
  }
  // "This infection of the skin" beside "cellulitis": something of the sentence itself may be meant.
  const own = elements.slice(0, at).some(({ mention }) => isThing(mention?.conceptId, terminology));
  const things = before.elements.filter(({ mention }) => isThing(mention?.conceptId, terminology));
  const [only] = things;
  if (own || things.length !== 1 || terminology.concept(only!.mention!.conceptId!)!.kind !== kind) return undefined;
  return isCategory(only!.mention!.conceptId!, terminology) ? undefined : partyOf(only!.mention!);
}

function isThing(id: string | undefined, terminology: Terminology): boolean {
  return id !== undefined && THINGS.has(terminology.concept(id)!.kind);
}

const NONE: readonly never[] = [];
const LONGEST = 22;
/** In letters: "infected" and "infection". */
const STEM = 5;
const CARRIES = new Set(['it', 'they', 'this', 'these']);
const TAKES_UP = new Set(['this', 'such', 'these', 'like']);
const EVERY = new Set(['every', 'any', 'all', 'other', 'most']);
const STOPS = new Set('of in on for with to and or is are was were has have than not no'.split(' '));
/** Beside the thing something else happens, which may be what is taken up. */
const TELLS_MORE = new Set('and or but also with after before caught then ; because while when if'.split(' '));
const THINGS = new Set([
  'disease',
  'type',
  'form',
  'drug',
  'drug-class',
  'complication',
  'organism',
  'process',
  'sign',
  'cause',
]);
