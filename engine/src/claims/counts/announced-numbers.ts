import type { Terminology } from '../../terminology/terminology.js';
import { isCountableNoun, numberAt } from './counted-heads.js';
import { longestAt, type Element } from '../sentences/elements.js';
import { NUMBERS } from '../sentences/lexicon.js';

/** A number that a list may follow or stand before, with whatever noun: "the four classic ones", "two entries", "three". */
export interface AnnouncedNumber {
  readonly value: number;
  /** Element indexes: the number, and after its noun; after the number where it has none. */
  readonly at: number;
  readonly end: number;
  /** Index of the last element to be shown with the number. */
  readonly last: number;
  readonly noun: string | undefined;
  /** The concept that the noun names. */
  readonly conceptId: string | undefined;
  /** The noun is one for things that are announced and then listed, or stands for such a noun: "the four classic ones". */
  readonly isOfList: boolean;
  /** "four of them", "two of these types": so many of a group. */
  readonly isPart: boolean;
  /** "all five", "both" */
  readonly isAll: boolean;
  /** "four in all", "six in number" */
  readonly isSum: boolean;
  /** A list beside it counts only where its items are what is counted: the number may be a footnote's. */
  readonly needsKin: boolean;
}

/** The numbers of a sentence that count exactly so many things of a text; what is measured, dated or dosed is none. */
export function announcedNumbers(elements: readonly Element[], terminology: Terminology): AnnouncedNumber[] {
  const found: AnnouncedNumber[] = [];
  for (let at = 0; at < elements.length; at++) {
    const number = mayBeNumber(elements[at]!) ? announcedAt(elements, at, terminology) : undefined;
    if (number !== undefined) found.push(number);
  }
  return found;
}

function mayBeNumber({ norm, kind }: Element): boolean {
  return kind === 'word' && (Object.hasOwn(NUMBERS, norm) || OTHER_NUMBERS.test(norm));
}

const OTHER_NUMBERS = /^(?:both|pair|duo|trio|triad|quartet|quintet|eleven|twelve|[2-9]|1[0-2])$/u;

function announcedAt(elements: readonly Element[], at: number, terminology: Terminology): AnnouncedNumber | undefined {
  const { norm } = elements[at]!;
  const counted = norm === 'both' ? { value: 2, end: at + 1 } : numberAt(elements, at);
  if (counted === undefined || counted.value < 2 || counted.value > 12) return undefined;
  const before = elements[at - 1]?.norm ?? '';
  const opensClause = before === 'and' && elements[at - 2]?.norm === ',';
  if (INEXACT_BEFORE.has(before) && !opensClause && !leadsTo(elements, at)) return undefined;
  if (INEXACT_AFTER.has(elements[counted.end]?.norm ?? '') || isRange(elements, counted.end)) return undefined;
  const label = labelBefore(elements, at, counted.end, terminology);
  if (label !== undefined) {
    return {
      ...NO_MARKS,
      ...label,
      value: counted.value,
      at,
      end: counted.end + 1,
      last: counted.end - 1,
      needsKin: true,
    };
  }
  const isPart = elements[counted.end]?.norm === 'of' && norm !== 'both' && !isGroup(norm);
  if (isPart && !GROUPS.has(elements[counted.end + 1]?.norm ?? '')) return undefined;
  const named = nounFrom(elements, isPart ? counted.end + 2 : counted.end, terminology);
  if (norm === 'both' && named?.conceptId === undefined) return undefined;
  // "two of them" has no noun; "two of these Mondays" has one that counts nothing.
  if (isPart && named === undefined && elements[counted.end + 1]?.norm !== 'them') return undefined;
  if (named !== undefined && MEASURES.has(named.noun)) return undefined;
  // "what we found in the four papers", "under two": only what lists are announced with stands behind a preposition.
  const isAnnounced = named !== undefined && (isCountableNoun(named.noun) || STANDS_FOR_NOUN.has(named.noun));
  if (!isAnnounced && !isPart && isBehindPreposition(elements, at, named !== undefined)) return undefined;
  const end = named?.end ?? (isPart ? counted.end + 2 : counted.end);
  const sum = longestAt(elements, end, IN_ALL);
  return {
    value: counted.value,
    at,
    end: sum > 0 ? sum : end,
    last: (sum > 0 ? sum : end) - 1,
    noun: named?.noun,
    conceptId: named?.conceptId,
    // "They have tried a pair: …"
    isOfList: named === undefined ? isPart || (isGroup(norm) && elements[end]?.norm === ':') : isAnnounced,
    isPart,
    isAll: before === 'all' || norm === 'both',
    isSum: sum > 0,
    needsKin: false,
  };
}

const NO_MARKS = { isOfList: false, isPart: false, isAll: false, isSum: false };

/** "Phosphate binders (two): …", "Types of calcinosis (3)": a label that opens its line, and its number in brackets. */
function labelBefore(
  elements: readonly Element[],
  at: number,
  end: number,
  terminology: Terminology,
): Pick<AnnouncedNumber, 'noun' | 'conceptId'> | undefined {
  if (elements[at - 1]?.norm !== '(' || elements[end]?.norm !== ')' || at > LONGEST) return undefined;
  const label = elements.slice(0, at - 1).filter((element) => element.kind !== 'mark' || element.norm !== '"');
  const named = nounFrom(label, 0, terminology);
  return named === undefined ? undefined : { noun: named.noun, conceptId: named.conceptId };
}

/** "two-thirds", "3–5" */
function isRange(elements: readonly Element[], at: number): boolean {
  const mark = elements[at]?.norm;
  return mark === '-' || (mark === '–' && elements[at + 1] !== undefined && mayBeNumber(elements[at + 1]!));
}

function isGroup(norm: string): boolean {
  return /^(?:pair|duo|trio|triad|quartet|quintet)$/u.test(norm);
}

function isBehindPreposition(elements: readonly Element[], at: number, hasNoun: boolean): boolean {
  const before = elements[at - 1]?.norm ?? '';
  const opening = elements.slice(Math.max(0, at - 3), at).findLast(({ norm }) => !LEADS_NUMBER.has(norm))?.norm ?? '';
  // "stop at three", "comes down to four"
  const isLed = !hasNoun && ['at', 'to', 'with', 'by', 'about'].includes(before);
  return before === 'under' || (!isLed && PREPOSITIONS.has(opening));
}

/** "stop at three", "read about six types", "comes down to four"; not "about six types are known", "two to four". */
function leadsTo(elements: readonly Element[], at: number): boolean {
  const verb = elements[at - 2]?.norm ?? '';
  const before = elements[at - 1]!.norm;
  return (before === 'about' && TELLS_ABOUT.has(verb)) || (before === 'to' && LEADS_TO.has(verb));
}

interface Noun {
  readonly noun: string;
  readonly end: number;
  readonly conceptId: string | undefined;
}

/** The first plural behind a number that no other one follows: "two nondihydropyridine blockers", "three medical acts". */
function nounFrom(elements: readonly Element[], from: number, terminology: Terminology): Noun | undefined {
  for (let at = from; at < Math.min(elements.length, from + LONGEST); at++) {
    const { norm, kind, mention } = elements[at]!;
    if (kind === 'mark' && norm !== '-') return undefined;
    if (ENDS_PHRASE.has(norm)) return undefined;
    if (!isPlural(norm)) continue;
    const next = elements[at + 1];
    if (next?.norm === '-' || (next !== undefined && next.kind !== 'mark' && isPlural(next.norm))) continue;
    const id = mention?.conceptId ?? mention?.readings[0]?.conceptId;
    return { noun: norm, end: at + 1, conceptId: id !== undefined && terminology.concept(id) ? id : undefined };
  }
  return undefined;
}

export function isPlural(norm: string): boolean {
  return norm === 'criteria' || norm === 'phenomena' || (/[^siu']s$/u.test(norm) && !NO_PLURALS.has(norm));
}

const LONGEST = 6;
const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));
const INEXACT_BEFORE = words(
  'least most about around roughly approximately nearly almost over than to up every any some no not never or nor and between per by times plus minus × x % ± within after before since until till either age aged another choose pick select tick circle lose loses lost score scored',
);
const INEXACT_AFTER = words(
  'or to and % percent times / × x plus hundred thousand million thirds quarters fold year day week month years days weeks months a an',
);
const PREPOSITIONS = words('in on at for with by from under to');
const LEADS_NUMBER = words('the these those other first last next remaining all only just our my');
const TELLS_ABOUT = words('read hear heard talk talks talked learn learned know tell tells told write speak ask think');
const LEADS_TO = words('down points comes come amounts amount leads boils adds refers');
const GROUPS = words('them these those the my our your his her their');
const STANDS_FOR_NOUN = words('ones others columns rows lines entries acts cards pages');
const IN_ALL = ['in all', 'in total', 'all told', 'altogether', 'in number', 'all in all'].map((one) => one.split(' '));
/** Time, amounts and people: a list behind these seldom says which ones they are. */
const MEASURES = words(
  'days weeks months years hours minutes seconds times decades nights mornings evenings afternoons visits weekends centuries mg ml g grams cm mm units doses drops degrees dollars euros pounds cups spoons teaspoons tablespoons sips litres liters metres meters kilos points marks percents patients men women adults boys girls persons babies infants readers students friends colleagues daughters sons brothers sisters parents cousins aunts uncles neighbours neighbors cases tablets pills capsules puffs generations',
);
/** What a noun phrase ends before. */
const ENDS_PHRASE = words(
  'of in on for with to from at and or is are was were be been has have had can may will must should that which who as per a an the my your our his her their this these those than but if when so then only we you i they he she it not all each both into through during under over after before between because',
);
const NO_PLURALS = words(
  'as always perhaps besides was has does his hers ours yours its theirs this us yes plus thus towards sometimes afterwards means says needs gets gives takes makes comes goes shows helps lets uses keeps asks tells alas whereas looks seems upwards nowadays',
);
