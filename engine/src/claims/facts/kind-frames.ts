import type { AnalyzedBlock } from '../../document.js';
import type { Sentence } from '../../language/token.js';
import type { Element } from '../sentences/elements.js';

/** Where a noun stands in a clause: from an element on, up to a token. */
interface NounPlace {
  readonly start: number;
  readonly at: number;
  readonly endToken: number;
}

/** Whether a noun that opens the clause says what the thing is: in a cell that is for it, or in an answer. */
type KindOpening = 'cell' | 'answer' | 'none';

/** Of what a noun says what it is: the element at an index, what the text went on about, or what the clause answers. */
type KindSubject = number | 'carried' | 'around' | undefined;

/**
 * Of what a noun says what it is: "is a small gland", ": a gland that", ", a gland,", "is a type of gland". It may be no
 * part of another noun ("a gland disease"), and what stands in a list beside the thing says nothing of it.
 */
export function subjectOfKind(elements: readonly Element[], place: NounPlace, opening: KindOpening): KindSubject {
  const { start, at, endToken } = place;
  const named = namedByKind(elements, place);
  if (named !== undefined || !endsNoun(elements, endToken)) return named;
  let isDetermined = isPlural(elements, at, endToken);
  for (let index = at - 1; index >= start; index--) {
    const { norm, kind } = elements[index]!;
    // "infliximab that means infections": a cell below words of its own.
    if (norm === 'means' && elements[index - 1]?.norm === 'that') return undefined;
    if (COPULAS.has(norm)) return isDetermined ? subjectBefore(elements, start, index) : undefined;
    if (ARTICLES.has(norm) || norm === 'the') isDetermined = true;
    // "Like every other blood test, it needs …"
    if (norm === 'like' && index === start && EVERY.has(elements[index + 1]!.norm)) {
      return goesOnAbout(elements, endToken);
    }
    if (norm === 'as' && isDetermined) {
      if (COUNTS.has(elements[index - 1]?.norm ?? '')) return subjectBefore(elements, start, index - 1);
      return index === start ? goesOnAbout(elements, endToken) : undefined;
    }
    const opened = norm === ',' ? insertionBehindVerb(elements, start, index) : -1;
    if (opened > 0) {
      index = opened;
      continue;
    }
    // "After dialysis, an operation was planned."
    if (norm === ',' && setsScene(elements, start, index - 1)) return undefined;
    if (norm === ',') return isApposed(elements, index, endToken) ? index - 1 : undefined;
    if (kind === 'mark') {
      // "Cellulitis: an antibiotic at once", "Methotrexate: a blood test every month"
      const next = elements.find(({ firstToken }) => firstToken >= endToken);
      if (next !== undefined && AT_ONCE.has(next.norm)) return undefined;
      return LABELS.has(norm) && ARTICLES.has(elements[index + 1]!.norm) ? nameBefore(elements, index) : undefined;
    }
    const isOfKind = norm === 'of' && KIND_WORDS.has(elements[index - 1]?.norm ?? '');
    if (isOfKind) isDetermined = true;
    if (at - index > MOST_WORDS || kind !== 'word' || (STOPS.has(norm) && !isOfKind)) return undefined;
  }
  if (start > 0 || opening === 'none') return undefined;
  return opening === 'cell' || ARTICLES.has(elements[0]!.norm) ? 'around' : undefined;
}

/** The element that a noun gives a name to: "the mineral known as collagen", "a virus called measles". */
function namedByKind(elements: readonly Element[], { start, at, endToken }: NounPlace): number | undefined {
  const noun = elements.findIndex(({ firstToken }) => firstToken >= endToken);
  if (noun < 0 || !CALLS.has(elements[noun]!.norm)) return undefined;
  let before = at - 1;
  while (before > start && !ARTICLES.has(elements[before]!.norm) && elements[before]!.norm !== 'the') {
    // "a hormone from bone called …": the hormone is called so.
    if (STOPS.has(elements[before]!.norm) || at - before > MOST_WORDS) return undefined;
    before--;
  }
  let next = noun;
  while (next < elements.length && NAMING.has(elements[next]!.norm)) next++;
  return elements[next]?.mention === undefined ? undefined : next;
}

/** What stands right before the verb, or what the clause goes on about: "It is", "This hormone is". */
function subjectBefore(elements: readonly Element[], start: number, verb: number): KindSubject {
  const named = nameBefore(elements, verb);
  if (named !== undefined) return named;
  // "By arterioles doctors mean …"
  if (elements[verb]!.norm === 'mean') return nameBefore(elements, verb - 1);
  const own = elements.slice(start, verb).filter(({ norm }) => !LIGHT.has(norm));
  return own.length > 0 && own.length <= 2 && TAKES_UP.has(own[0]!.norm) ? 'carried' : undefined;
}

/** Index of the name right before an element, but for light words and what a bracket adds to it. */
function nameBefore(elements: readonly Element[], index: number): number | undefined {
  let before = index - 1;
  if (elements[before]?.norm === ')') while (before > 0 && elements[before]!.norm !== '(') before--;
  if (elements[before]?.norm === '(') before--;
  while (before > 0 && LIGHT.has(elements[before]!.norm)) before--;
  return elements[before]?.mention === undefined ? undefined : before;
}

/** Heads of columns whose cells say what the thing of the row is. */
export const KIND_HEADER =
  /\b(?:what (?:it|they) (?:is|are)|what is it|kinds?|class|type|sort|nature|category|is an?)\b/iu;

/** "As a disorder of the kidneys it …", "As a disease of the kidneys, gout …": what the sentence goes on about. */
function goesOnAbout(elements: readonly Element[], endToken: number): KindSubject {
  const next = elements.findIndex(({ firstToken }) => firstToken >= endToken);
  const subject = elements[next]?.norm === ',' ? next + 1 : next;
  if (next < 0 || elements[subject] === undefined) return undefined;
  if (elements[subject].norm === 'it' || elements[subject].norm === 'they') return 'carried';
  return subject > next && elements[subject].mention !== undefined ? subject : undefined;
}

/** Index of the comma that opens ", however," right behind the verb; -1 where nothing is thrown in there. */
function insertionBehindVerb(elements: readonly Element[], start: number, comma: number): number {
  for (let at = comma - 1; at > Math.max(start, comma - 5); at--) {
    if (elements[at]!.norm === ',') return COPULAS.has(elements[at - 1]!.norm) ? at : -1;
    if (elements[at]!.kind !== 'word' || elements[at]!.norm === 'unlike') return -1;
  }
  return -1;
}

/** A preposition opens the clause, and the name is all that it leads to. */
function setsScene(elements: readonly Element[], start: number, name: number): boolean {
  const opening = elements.slice(start, name).map(({ norm }) => norm);
  return SCENES.has(opening[0] ?? '') && opening.slice(1).every((norm) => ARTICLES.has(norm) || norm === 'the');
}

/** "Collagen, a hormone, keeps …", but not "the skin, a tendon, and a muscle". */
function isApposed(elements: readonly Element[], comma: number, endToken: number): boolean {
  if (!ARTICLES.has(elements[comma + 1]!.norm) || elements[comma - 1]?.mention === undefined) return false;
  const isListed = elements.slice(0, comma).some(({ norm }) => norm === ',');
  const behind = elements.findIndex(({ firstToken }) => firstToken >= endToken);
  if (isListed || behind < 0) return !isListed;
  const rest = elements.slice(behind);
  // "in the skin, a tendon, a muscle or a joint"
  if (rest[0]!.norm === ',' && ARTICLES.has(rest[1]?.norm ?? '')) return false;
  return (
    !rest.some(({ norm }, index) => norm === ',' && LISTS.has(rest[index + 1]?.norm ?? '')) && rest[0]!.norm !== 'and'
  );
}

/**
 * Whether a noun can say of anything what it is: "a hormone" behind a verb, a mark or "as", and with nothing behind it that
 * makes it part of another noun. "Grows from cells", "fingers the rash", "a vitamin K antagonist" say nothing of the kind.
 */
export function maySayKind({ tokens, mentions }: AnalyzedBlock, sentence: Sentence, at: number, end: number): boolean {
  if (mentions.some((one) => one.firstToken <= at && end < one.endToken)) return false;
  const next = end < sentence.endToken ? tokens[end]! : undefined;
  if (next !== undefined && (/\p{L}/u.test(next.norm) ? !goesOn(next.norm) : JOINS.has(next.norm))) return false;
  for (let index = at - 1; index >= sentence.firstToken; index--) {
    const { norm } = tokens[index]!;
    // "It is the dead worm that calcifies."
    if (norm === 'the' && tokens[index - 2]?.norm === 'it' && RELATIVES.has(next?.norm ?? '')) return false;
    if (COPULAS.has(norm) || OPENS_KIND.has(norm) || !/[\p{L}\p{N}]/u.test(norm)) return true;
    const isOfKind = norm === 'of' && KIND_WORDS.has(tokens[index - 1]?.norm ?? '');
    if (at - index > MOST_WORDS || (STOPS.has(norm) && !isOfKind)) return false;
    if (mentions.some((one) => one.firstToken <= index && index < one.endToken && one.endToken <= at)) return false;
  }
  return true;
}

function isPlural(elements: readonly Element[], at: number, endToken: number): boolean {
  const last = elements.findLast(({ firstToken }, index) => index >= at && firstToken < endToken);
  return last !== undefined && (last.norm.endsWith('s') || PLURALS.has(last.norm));
}

/** What follows goes on about the noun, or begins something else: "that", "of the immune system", "made by". */
function endsNoun(elements: readonly Element[], endToken: number): boolean {
  const next = elements.find(({ firstToken }) => firstToken >= endToken);
  if (next === undefined) return true;
  if (next.kind === 'mark') return !JOINS.has(next.norm);
  return goesOn(next.norm);
}

function goesOn(norm: string): boolean {
  return BEHIND_NOUN.has(norm) || /[^e]ed$/u.test(norm);
}

/** In words. */
const MOST_WORDS = 6;
const COPULAS = new Set('is are was were means mean remains becomes'.split(' '));
/** "counts as a hormone", "known as", "any other hormone" */
const OPENS_KIND = new Set(
  'be being every all any as called named considered belongs belong among other like'.split(' '),
);
const COUNTS = new Set('count counts counted regarded considered known classed classified described'.split(' '));
const EVERY = new Set('every any all other most'.split(' '));
const ARTICLES = new Set('a an another one'.split(' '));
const TAKES_UP = new Set('it they this that these those'.split(' '));
/** Words between a name and its verb that change nothing. */
const LIGHT = new Set(
  'itself really simply basically usually normally always also then here now mainly only just “ ” " \' ‘ ’ * , which that term word test gland treatment therapy procedure operation scan stain'.split(
    ' ',
  ),
);
const SCENES = new Set(
  'after before during with without in at on besides beside for despite following upon under instead unlike until since besides'.split(
    ' ',
  ),
);
const AT_ONCE = new Set('at for on with before after and or by so to when if because but while'.split(' '));
const LABELS = new Set([':', '–', '—', '=', '→', '(']);
const LISTS = new Set(['and', 'or']);
const PLURALS = new Set(['bacteria', 'viruses', 'fungi']);
const JOINS = new Set(['-', '/', '’', "'", '&']);
const RELATIVES = new Set(['that', 'which', 'who']);
const KIND_WORDS = new Set('kind type sort form member one example piece bit'.split(' '));
/** A word between the verb and the noun that makes it the noun of something else. */
const STOPS = new Set(
  'of for in with to from by on at against about like than as and or but that which what where who how not no under after before during without beside alongside near behind around between inside within into under over above below through across outside onto there'.split(
    ' ',
  ),
);
const CALLS = new Set('called known named termed'.split(' '));
const NAMING = new Set('called known named termed as by the name of “ " *'.split(' '));
const BEHIND_NOUN = new Set(
  'that which who whose where when of in on at from for with within under behind between around near inside above below along across beneath beside throughout and or but because so while whereas made found built known held kept taken given sent through by like your our the a he she it they we'.split(
    ' ',
  ),
);
