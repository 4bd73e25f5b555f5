import type { Terminology } from '../../terminology/terminology.js';
import { contains, proseSpan } from '../../text/span.js';
import type { Claim } from '../claim.js';
import { OUTRIGHT } from '../classes/class-denied.js';
import { clausesOf, isDenied } from '../sentences/clauses.js';
import { contradictionOf } from '../contradictions/contradiction.js';
import { partyOf } from '../subjects/discourse.js';
import { matchWords, type Element, type SentenceElements } from '../sentences/elements.js';
import { Word } from '../sentences/word-lists.js';

/**
 * Carries what was said of one thing over to another: "Ibuprofen is an NSAID. Acetaminophen is one too.", "…, and so is
 * denosumab", "The same goes for calcium acetate.", "- risedronate: same family". Whatever was claimed of the first is
 * claimed of the second, in every respect.
 *
 * @param stated what was claimed so far
 */
export function readCarriedOver(
  sentence: SentenceElements,
  terminology: Terminology,
  stated: StatedBefore,
): readonly Claim[] {
  const { elements, block } = sentence;
  if ((sentence.words & Word.likewise) === 0 || sentence.isQuestion) return NONE;
  const before = stated.inBlock();
  const found: Claim[] = [];
  for (const [at, { mention }] of elements.entries()) {
    if (mention?.conceptId === undefined) continue;
    const carried = carriedAt(elements, at, before, sentence);
    if (carried === undefined || (!carried.denies && isDenied(elements, carried.from, carried.to))) continue;
    const clause = clausesOf(sentence).find(({ start, end }) => start <= at && at < end);
    if (clause?.attribution !== 'writer') continue;
    const span = proseSpan(elements[carried.from]!.span.start, elements[carried.to - 1]!.span.end);
    for (const claim of antecedents(sentence, carried, before, stated, terminology)) {
      if (!carried.reaches(claim) || isKnown(claim, mention.conceptId, before)) continue;
      const denied = claim.polarity === 'denied' ? asOutright(claim) : claim;
      found.push({ ...denied, subject: partyOf(mention), block: block.index, span, form: CARRIED });
    }
  }
  return found;
}

/** "Lidocaine is no antacid, nor is …": nothing but that is denied. */
function asOutright(claim: Claim): Claim {
  return claim.relation === 'is-a' ? { ...claim, value: OUTRIGHT } : { ...claim, isOutright: true };
}

/** What was claimed before a place in the text. */
export interface StatedBefore {
  /** In its block, and before it in its sentence. */
  readonly inBlock: () => readonly Claim[];
  /** In the block before. Who asks for it goes by more than the words of its own block. */
  readonly inBlockBefore: () => readonly Claim[];
}

interface Carried {
  /** The elements that carry it over, with the thing. */
  readonly from: number;
  readonly to: number;
  /** What may be meant: "is one too" says what it is. */
  readonly reaches: (claim: Claim) => boolean;
  /** What was denied of the one is denied of the other: "nor is calcium acetate". */
  readonly denies?: true;
}

function carriedAt(
  elements: readonly Element[],
  at: number,
  before: readonly Claim[],
  sentence: SentenceElements,
): Carried | undefined {
  const from = ARTICLES.has(elements[at - 1]?.norm ?? '') ? at - 1 : at;
  const opening = elements[from - 1]?.norm ?? '';
  for (const words of BEFORE.get(opening) ?? NO_PHRASES) {
    const start = from - words.length;
    if (start < 0 || matchWords(elements, start, words) < 0 || !CLOSES.has(elements[at + 1]?.norm ?? '')) continue;
    return DENIES.has(words[0]!)
      ? {
          from: start,
          to: at + 1,
          reaches: words.at(-1) === 'is' || words.at(-1) === 'are' ? isKind : isDeed,
          denies: true,
        }
      : { from: start, to: at + 1, reaches: isAnything };
  }
  // What stands before it would be part of the statement: "unlike warfarin, heparin too".
  if (from > 0 && !OPENS_PART.has(opening)) return undefined;
  const isMarked = MARKS.has(elements[at + 1]?.norm ?? '');
  for (const start of isMarked ? [at + 1, at + 2] : [at + 1]) {
    for (const { words, reaches, needsMark, goesOn } of BEHIND.get(elements[start]?.norm ?? '') ?? NO_ENDINGS) {
      if (needsMark && start === at + 1) continue;
      const to = matchWords(elements, start, words);
      if (to < 0 || !(goesOn ? CLOSES : CLOSES_ALL).has(elements[to]?.norm ?? '')) continue;
      return { from, to, reaches };
    }
  }
  return repeated(elements, from, at, before, sentence);
}

/** "Hypoparathyroidism likewise lifts it": the verb of the statement before, and nothing else of its own. */
function repeated(
  elements: readonly Element[],
  from: number,
  at: number,
  before: readonly Claim[],
  { block }: SentenceElements,
): Carried | undefined {
  let verb = at + 1;
  let isAdded = false;
  while (ADDS.has(elements[verb]?.norm ?? '') || elements[verb]?.norm === ',') {
    isAdded ||= elements[verb]!.norm !== ',';
    verb++;
  }
  if (!OBJECTS.has(elements[verb + 1]?.norm ?? '')) return undefined;
  let to = verb + 2;
  if (elements[to]?.norm === ',') to++;
  const added = TOO.map((words) => matchWords(elements, to, words)).find((end) => end > 0);
  if (!isAdded && added === undefined) return undefined;
  to = added ?? verb + 2;
  const { norm } = elements[verb]!;
  const isSaid = (claim: Claim) =>
    block.text.slice(claim.span.start, claim.span.end).toLowerCase().split(/\W+/u).includes(norm);
  return CLOSES.has(elements[to]?.norm ?? '') && before.some(isSaid) ? { from, to, reaches: isSaid } : undefined;
}

/** What was claimed last before it, of one thing: in the sentence, the one before, or the item before. */
function antecedents(
  { elements, block, sentence, sentenceIndex }: SentenceElements,
  { from, denies }: Carried,
  before: readonly Claim[],
  stated: StatedBefore,
  terminology: Terminology,
): readonly Claim[] {
  const { start } = elements[from]!.span;
  const own = before.filter(({ span }) => contains(sentence.span, span));
  // "… is too high. In the dystrophic type it is not; the same goes for …": what stands nearer says nothing that is read.
  const isFirst = !elements.slice(0, from).some(({ mention }) => mention !== undefined);
  const previous = isFirst ? block.sentences[sentenceIndex - 1] : undefined;
  const behind = own.filter(({ span }) => span.end <= start);
  const told =
    behind.length > 0
      ? behind
      : previous !== undefined
        ? before.filter(({ span }) => contains(previous.span, span))
        : block.list === undefined || !isFirst
          ? NONE
          : // What was carried over into the item before is carried on: "Risedronate: same family. Denosumab: same family."
            stated.inBlockBefore();
  const subjects = new Set(told.map(({ subject }) => subject.conceptId));
  if (subjects.size !== 1) return NONE;
  // "Fusion proteins, among them etanercept, are biologics. So are …" goes on with what is said of all of them.
  const isExample = ({ form }: Claim) => EXAMPLES.has(form) && told.some((other) => !EXAMPLES.has(other.form));
  // "It is a fusion protein, though it belongs to the TNF inhibitors, as do …" goes on with what the last part says.
  const turn = behind.length > 0 ? block.text.slice(sentence.span.start, start).search(LAST_TURN) : -1;
  const isBeforeTurn = ({ span }: Claim) => turn >= 0 && span.start < sentence.span.start + turn;
  const isOfLastPart = behind.some((claim) => !isBeforeTurn(claim));
  return told.filter(
    (claim) =>
      !isExample(claim) &&
      !(isOfLastPart && isBeforeTurn(claim)) &&
      claim.attribution === 'writer' &&
      (denies === true ? isBareDenial(claim, start, block.text) : claim.polarity === 'asserted') &&
      contradictionOf(claim, terminology) === undefined,
  );
}

/** "Sevelamer contains no calcium. | Neither does …": nothing stands between that narrows down what is denied. */
function isBareDenial({ object, polarity }: Claim, carried: number, text: string): boolean {
  if (object.span.end > carried) return false;
  const isDenial = polarity === 'denied' || /^no\s/iu.test(text.slice(object.span.start, object.span.end));
  return isDenial && /^[\s.,;]*(?:and |but )?$/u.test(text.slice(object.span.end, carried));
}

const LAST_TURN =
  /,? (?:though|although|but|yet|while|whereas)(?! (?:though|although|but|yet|while|whereas) )(?!.* (?:though|although|but|yet|while|whereas) )/iu;

function isKnown(claim: Claim, subject: string, before: readonly Claim[]): boolean {
  if (claim.subject.conceptId === subject) return true;
  return before.some(
    (other) =>
      other.subject.conceptId === subject &&
      other.relation === claim.relation &&
      other.attribute === claim.attribute &&
      other.object.conceptId === claim.object.conceptId,
  );
}

const EXAMPLES = new Set(['such as', 'such as, in a list', 'among members', 'examples']);

const isAnything = (): boolean => true;
/** "Ceftriaxone, a cephalosporin, binds calcium. Minocycline does too": what it does, and not what it is. */
const isDeed = ({ relation }: Claim): boolean => relation !== 'is-a';
const isKind = (claim: Claim): boolean => claim.relation === 'is-a';

const NONE: readonly Claim[] = [];
/** The words of the class stand elsewhere, so that no other one is proposed for them. */
export const CARRIED = 'carried over, in a list';

interface Ending {
  readonly words: readonly string[];
  readonly reaches: (claim: Claim) => boolean;
  /** It counts only behind a comma, a colon or a dash. */
  readonly needsMark: boolean;
  /** The sentence may go on behind it; what only adds may be followed by a statement of its own: "cysticercosis, too, is …". */
  readonly goesOn: boolean;
}

const phrases = (...texts: readonly string[]): readonly (readonly string[])[] => texts.map((text) => text.split(' '));

function endings(texts: readonly string[], rest: Omit<Ending, 'words'>): readonly Ending[] {
  return phrases(...texts).map((words) => ({ words, ...rest }));
}

function byWord<Item>(items: readonly Item[], wordOf: (item: Item) => string): ReadonlyMap<string, readonly Item[]> {
  const found = new Map<string, Item[]>();
  for (const item of items) {
    const others = found.get(wordOf(item));
    if (others === undefined) found.set(wordOf(item), [item]);
    else others.push(item);
  }
  return found;
}

const NO_PHRASES: readonly (readonly string[])[] = [];
const NO_ENDINGS: readonly Ending[] = [];

/** What stands before the thing, by its last word. */
const BEFORE = byWord(
  phrases(
    ...['is', 'are', 'was', 'does', 'do', 'did', 'has', 'can'].flatMap((verb) => [`so ${verb}`, `so too ${verb}`]),
    ...['is', 'are', 'does', 'do'].map((verb) => `as ${verb}`),
    ...['is', 'does'].flatMap((verb) =>
      ['entry', 'one', 'name', 'item'].map((noun) => `so ${verb} the next ${noun} ,`),
    ),
    ...['is', 'are', 'does', 'do'].flatMap((verb) => [`nor ${verb}`, `neither ${verb}`]),
    'the same goes for',
    'the same holds for',
    'the same holds true for',
    'the same is true of',
    'the same is true for',
    'the same applies to',
    'the same can be said of',
    'the same can be said for',
    'ditto',
    'ditto for',
  ),
  (words) => words[words.length - 1]!,
);
const DENIES = new Set(['nor', 'neither']);
const TOO = phrases('too', 'as well', 'likewise', 'also');
const FAMILY = ['family', 'class', 'group', 'drug class', 'kind', 'sort', 'type', 'category', 'clan', 'shelf'];
/** What stands behind the thing, by its first word. */
const BEHIND = byWord(
  [
    ...endings(
      [
        ...['is', 'was'].flatMap((verb) => ['too', 'as well', ', too', 'likewise'].map((too) => `${verb} one ${too}`)),
        'is also one',
        'is likewise one',
        'is another',
        'is another one',
        'is one of them too',
        'is one of them as well',
        'is one also',
        'is one more',
        ...['third', 'fourth', 'fifth'].map((place) => `is a ${place}`),
        ...['too', 'as well', 'likewise'].flatMap((too) =>
          ['is sold', 'counts', 'is used', 'works', 'acts'].map((verb) => `${verb} as one ${too}`),
        ),
        ...FAMILY.flatMap((noun) =>
          ['is from', 'is in', 'is of', 'belongs to', 'comes from'].map((verb) => `${verb} the same ${noun}`),
        ),
      ],
      { reaches: isKind, needsMark: false, goesOn: true },
    ),
    ...endings(
      [
        ...FAMILY.flatMap((noun) => ['from the', 'of the', 'the', ''].map((of) => `${of} same ${noun}`.trim())),
        'the same',
        'same',
        'same again',
        'as above',
        'same as above',
        'see above',
      ],
      { reaches: isKind, needsMark: true, goesOn: true },
    ),
    ...endings(['likewise', 'too', 'as well', 'ditto'], { reaches: isAnything, needsMark: false, goesOn: false }),
    ...endings(
      ['does', 'do', 'did'].flatMap((verb) =>
        ['too', 'as well', 'likewise', 'so too', 'so as well', 'the same'].map((too) => `${verb} ${too}`),
      ),
      { reaches: isDeed, needsMark: false, goesOn: true },
    ),
    ...endings(
      [
        'is too',
        'is as well',
        ...['works', 'acts', 'behaves'].flatMap((verb) =>
          ['the same way', 'in the same way', 'in just the same way', 'exactly the same way', 'just the same'].map(
            (way) => `${verb} ${way}`,
          ),
        ),
        'works likewise',
        'is the same',
        'is just the same',
        'is no different',
        'is no exception',
      ],
      { reaches: isAnything, needsMark: false, goesOn: true },
    ),
  ],
  ({ words }) => words[0]!,
);
const MARKS = new Set([':', ',', '–', '—', '(', '=']);
const CLOSES_ALL = new Set(['', '.', ';', ')', '!']);
const CLOSES = new Set([...CLOSES_ALL, ',', ':', '–', '—', 'and', 'but', 'though', 'although', 'while']);
const OPENS_PART = new Set([',', ';', ':', '–', '—', 'and', 'but', '(', '*', '"', '“']);
const ARTICLES = new Set(['the', 'a', 'an']);
const ADDS = new Set(['likewise', 'also', 'too']);
const OBJECTS = new Set(['it', 'them', 'that', 'this']);
