import type { Element } from './elements.js';

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
    if (COPULAS.has(norm)) return isDetermined ? subjectBefore(elements, start, index) : undefined;
    if (ARTICLES.has(norm) || norm === 'the') isDetermined = true;
    if (norm === ',') return isApposed(elements, index, endToken) ? index - 1 : undefined;
    if (kind === 'mark') {
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

/** "Collagen, a hormone, keeps …", but not "the skin, a tendon, and a muscle". */
function isApposed(elements: readonly Element[], comma: number, endToken: number): boolean {
  if (!ARTICLES.has(elements[comma + 1]!.norm) || elements[comma - 1]?.mention === undefined) return false;
  const isListed = elements.slice(0, comma).some(({ norm }) => norm === ',');
  const behind = elements.findIndex(({ firstToken }) => firstToken >= endToken);
  if (isListed || behind < 0) return !isListed;
  const rest = elements.slice(behind);
  return (
    !rest.some(({ norm }, index) => norm === ',' && LISTS.has(rest[index + 1]?.norm ?? '')) && rest[0]!.norm !== 'and'
  );
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
  return BEHIND_NOUN.has(next.norm) || /[^e]ed$/u.test(next.norm);
}

/** In words. */
const MOST_WORDS = 6;
const COPULAS = new Set('is are was were means mean remains becomes'.split(' '));
const ARTICLES = new Set('a an another one'.split(' '));
const TAKES_UP = new Set('it they this that these those'.split(' '));
/** Words between a name and its verb that change nothing. */
const LIGHT = new Set(
  'itself really simply basically usually normally always also then here now mainly only just “ ” " \' ‘ ’ * , which that term word test gland'.split(
    ' ',
  ),
);
const LABELS = new Set([':', '–', '—', '=', '→', '(']);
const LISTS = new Set(['and', 'or']);
const PLURALS = new Set(['bacteria', 'viruses', 'fungi']);
const JOINS = new Set(['-', '/', '’', "'", '&']);
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
