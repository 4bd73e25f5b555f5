import type { Terminology } from '../../terminology/terminology.js';
import type { Claim } from '../claim.js';
import { isDenied, isNegator } from '../sentences/clauses.js';
import { isDrug } from '../sentences/concept-roles.js';
import { isGroup, isHeldApart } from './class-announced.js';
import { membersOf } from './class-siblings.js';
import { partyOf } from '../subjects/discourse.js';
import type { Element, SentenceElements } from '../sentences/elements.js';
import { NUMBERS } from '../sentences/lexicon.js';

/**
 * Reads lists whose items tell more than a name: "four bisphosphonates: alendronate and risedronate in tablet form,
 * pamidronate for the drip, and denosumab as a shot". Each item begins with a medicine; what most of them are, all are
 * said to be.
 *
 * @param known what other readers have found in the sentence
 */
export function readEnumerated(
  sentence: SentenceElements,
  terminology: Terminology,
  known: readonly Claim[],
): readonly Claim[] {
  const { elements, block } = sentence;
  if (sentence.isQuestion || block.table !== undefined) return NONE;
  const told = examplesOf(sentence, terminology);
  if (told.length > 0) return told;
  const first = elements.findIndex((element) => isDrug(element, terminology));
  if (first < 2) return NONE;
  const opener = ARTICLES.has(elements[first - 1]!.norm) ? first - 2 : first - 1;
  const mark = elements[opener]?.norm ?? '';
  if (!OPENS_LIST.has(mark)) return NONE;
  const group = groupBefore(elements, opener, terminology);
  if (group === undefined || isDenied(elements, 0, opener)) return NONE;
  const items = itemsFrom(elements, first, mark, terminology);
  if (items === undefined) return NONE;
  const object = partyOf(elements[group]!.mention!);
  const count = numberBefore(elements, group);
  // "The trial compared three JAK inhibitors: …" names all three.
  const isAllOfThem = count === items.length && mark === ':' && opener === group + 1;
  if (!isAllOfThem && isHeldApart(elements.slice(0, opener))) return NONE;
  const right = items.filter((at) => terminology.isA(elements[at]!.mention!.conceptId!, object.conceptId!)).length;
  // "Two steroids, prednisone and prednisolone, and colchicine": the other one is none of the two.
  if (count === right || (mark !== ':' && count !== items.length)) return NONE;
  const least = count === items.length ? 1 : 2;
  const listed = items.map((at) => ({ element: elements[at]!, block }));
  return membersOf(listed, object, least, terminology).filter(
    ({ subject }) =>
      !known.some(
        (claim) =>
          claim.block === block.index && claim.relation === 'is-a' && claim.subject.span.start === subject.span.start,
      ),
  );
}

/** "The dihydropyridines act on the vessels; nifedipine, verapamil and amlodipine are examples." */
function examplesOf({ elements, block }: SentenceElements, terminology: Terminology): readonly Claim[] {
  const noun = elements.findIndex(({ norm }, at) => EXAMPLES.has(norm) && at > 3);
  if (noun < 0 || !CLOSES.has(elements[noun + 1]?.norm ?? '')) return NONE;
  const verb = [noun - 1, noun - 2, noun - 3].find((at) => ARE.has(elements[at]?.norm ?? ''));
  if (verb === undefined) return NONE;
  const items: number[] = [];
  let at = verb - 1;
  for (; at >= 0; at--) {
    if (isDrug(elements[at]!, terminology)) items.unshift(at);
    else if (!LIST_JOINTS.has(elements[at]!.norm)) break;
  }
  const groups = elements.slice(0, at + 1).filter((element) => isGroup(element, terminology));
  const ends = elements[at]?.kind === 'mark' && !isDenied(elements, 0, noun);
  if (items.length < 2 || groups.length !== 1 || !ends || isHeldApart(elements.slice(0, at))) return NONE;
  const listed = items.map((index) => ({ element: elements[index]!, block }));
  return membersOf(listed, partyOf(groups[0]!.mention!), 2, terminology);
}

/** The class that the words before the list end with, but for what tells which ones: "… ready", "… are in use". */
function groupBefore(elements: readonly Element[], opener: number, terminology: Terminology): number | undefined {
  for (let at = opener - 1; at >= Math.max(0, opener - LONGEST_HEAD); at--) {
    const element = elements[at]!;
    if (isGroup(element, terminology)) return /s$/u.test(element.norm) ? at : undefined;
    if (element.kind === 'mark' || element.norm === 'and' || element.norm === 'or') return undefined;
  }
  return undefined;
}

/** The medicines that open the items; undefined where one stands elsewhere, or something else is stated. */
function itemsFrom(
  elements: readonly Element[],
  first: number,
  mark: string,
  terminology: Terminology,
): readonly number[] | undefined {
  const items: number[] = [];
  let isOpen = true;
  for (let at = first; at < elements.length; at++) {
    const element = elements[at]!;
    const { norm } = element;
    if (norm === ';' || norm === CLOSING[mark] || norm === '.') break;
    if (isNegator(norm) || BREAKS.has(norm) || isGroup(element, terminology)) return undefined;
    if (isDrug(element, terminology)) {
      if (!isOpen) return undefined;
      items.push(at);
      isOpen = false;
    } else if (norm === ',' || norm === 'and' || norm === 'or') isOpen = true;
    else if (!FILLERS.has(norm)) isOpen = false;
  }
  // "…, and colchicine was added": a statement of its own.
  const stating = items.filter((at) => FINITE.has(elements[at + 1]?.norm ?? '')).length;
  return items.length > 1 && (stating === 0 || stating === items.length) ? items : undefined;
}

function numberBefore(elements: readonly Element[], group: number): number | undefined {
  for (let at = group - 1; at >= Math.max(0, group - 3); at--) {
    const { norm } = elements[at]!;
    const count = norm === 'both' ? 2 : NUMBERS[norm];
    if (count !== undefined) return count;
  }
  return undefined;
}

const NONE: readonly never[] = [];
const EXAMPLES = new Set(['examples', 'members', 'representatives', 'instances']);
const CLOSES = new Set(['', '.', ',', ';', ')']);
const ARE = new Set(['are', 'were']);
const LIST_JOINTS = new Set([',', 'and', 'or']);
const LONGEST_HEAD = 9;
const OPENS_LIST = new Set([':', ',', '–', '—', '(', 'are', 'were', 'include', 'includes']);
const CLOSING: Readonly<Record<string, string>> = { '(': ')', '–': '–', '—': '—' };
const ARTICLES = new Set(['the', 'a', 'an', '*']);
const FILLERS = new Set('the a an also finally lastly plus then first , and *'.split(' '));
const BREAKS = new Set(
  'but while whereas instead besides beside except unlike than plus because although though nor versus'.split(' '),
);
const FINITE = new Set(
  'is are was were has have had can may should must will would does do did helps works made makes gave took'.split(' '),
);
