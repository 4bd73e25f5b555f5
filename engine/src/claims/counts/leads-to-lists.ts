import type { Terminology } from '../../terminology/terminology.js';
import { isPlural, type AnnouncedNumber } from './announced-numbers.js';
import { DASHES, isNamed } from './counted-items.js';
import { isThatIs, NAMELY, pastColon } from './counted-kin.js';
import { isTypeNoun, numberAt } from './counted-heads.js';
import { isOneOf } from './counted-kinds.js';
import { longestAt, type Element } from '../sentences/elements.js';

/** What leads from a number to a list in the same sentence. */
export interface LeadToList {
  /** Index of the first element of the list. */
  readonly from: number;
  /** A colon, "namely": behind it three items side by side are a list. */
  readonly isStrong: boolean;
  /** The list may be another one unless its items are what is counted. */
  readonly needsKin: boolean;
  /** The number has no noun, and its clause goes on: "the first two are seen: calcium, …" may be of two patients. */
  readonly needsTypes?: boolean;
}

/** The list must follow at once, or behind words that say nothing but where, when or for whom the things are. */
export function leadToList(
  elements: readonly Element[],
  number: AnnouncedNumber,
  terminology: Terminology,
): LeadToList | undefined {
  const { end } = number;
  for (let at = end; at < Math.min(elements.length, end + LONGEST_TAIL); at++) {
    const lead = leadAt(elements, at, end);
    if (lead !== undefined) {
      const tail = elements.slice(end, at);
      const isQuiet = isQuietTail(tail, elements, end, lead.isStrong);
      if (tail.length === 0 && !number.isPart && setsScene(elements, number)) return undefined;
      if (!isQuiet && (number.noun === undefined || !isPersonal(number, terminology))) return undefined;
      const needsKin = lead.needsKin || !isQuiet;
      return { ...lead, needsKin, needsTypes: number.noun === undefined && !number.isSum && tail.length > 0 };
    }
  }
  return inOneBreath(elements, number, terminology) ?? named(elements, number, terminology) ?? beside(elements, number);
}

/** A preposition before a number sets a scene: "after two operations: …", "at eight: …". */
export function setsScene(
  elements: readonly Element[],
  { at, noun }: Pick<AnnouncedNumber, 'at'> & { readonly noun: string | undefined },
): boolean {
  const before = elements[at - 1]?.norm ?? '';
  // "The older lists stop at three: …"
  if (before === 'at' && noun === undefined && STOPS.has(elements[at - 2]?.norm ?? '')) return false;
  return SETS_SCENE.has(before);
}

/** "All five types in one breath a, b, c, d.": the names follow without a mark. */
function inOneBreath(
  elements: readonly Element[],
  { end, isAll, noun, conceptId }: AnnouncedNumber,
  terminology: Terminology,
): LeadToList | undefined {
  if (!isAll || !isTypeNoun(noun)) return undefined;
  const from = elements.findIndex((element, at) => at >= end && isOneOf(element, { noun, conceptId }, terminology));
  const between = elements.slice(end, from);
  if (from < 0 || between.length > LONGEST_TAIL) return undefined;
  const isQuiet = between.every(({ norm }) => !LOUD.has(norm) && !ENDS.has(norm) && !VERBS.has(norm));
  return isQuiet ? { from, isStrong: true, needsKin: true } : undefined;
}

/** "The four blockers in this cohort were a, b and c", "Their three are a, b, c": the subject and its names. */
function named(
  elements: readonly Element[],
  number: AnnouncedNumber,
  terminology: Terminology,
): LeadToList | undefined {
  if (!isDefinite(elements, number)) return undefined;
  const verb = elements.findIndex(({ norm }, at) => at >= number.end && ARE.has(norm));
  if (verb < 0 || verb > number.end + LONGEST_TAIL) return undefined;
  if (!isQuietTail(elements.slice(number.end, verb), elements, number.end, false)) return undefined;
  const from = elements[verb + 1]?.norm === 'the' ? verb + 2 : verb + 1;
  const first = elements[from];
  return first !== undefined && isNamed([first], terminology)
    ? { from, isStrong: number.noun === undefined, needsKin: number.noun !== undefined }
    : undefined;
}

function isDefinite(elements: readonly Element[], { at, isSum }: AnnouncedNumber): boolean {
  // "The categories, six in all, are …"
  return (
    at < (isSum ? LATEST_SUM : 3) &&
    elements.slice(0, at + 1).some(({ norm }, index) => DEFINITE.has(norm) && index < 2)
  );
}

const LATEST_SUM = 6;

/** "The two conditions on my list today, a, b, and c, were all removed": between commas, beside the subject. */
function beside(elements: readonly Element[], number: AnnouncedNumber): LeadToList | undefined {
  const { end, noun, conceptId } = number;
  if (noun === undefined) return undefined;
  const comma = elements.findIndex(({ norm }, index) => index >= end && norm === ',');
  if (comma < 0 || comma > end + LONGEST_TAIL) return undefined;
  if (!isQuietTail(elements.slice(end, comma), elements, end, false)) return undefined;
  const goesOn = elements.some(
    ({ norm }, index) => index > comma && norm === ',' && BEHIND_SUBJECT.has(elements[index + 1]?.norm ?? ''),
  );
  if (goesOn && isDefinite(elements, number)) return { from: comma + 1, isStrong: false, needsKin: false };
  // "three processes, a and b", "both statins that we keep, a, b and c, act …": what is counted, and not something beside it.
  const isOfMembers = conceptId !== undefined || isTypeNoun(noun) || noun === 'processes';
  return isOfMembers ? { from: comma + 1, isStrong: false, needsKin: true } : undefined;
}

/** "three doctors saw our son: a, b, c": people who do something, and their names behind a colon. */
function isPersonal({ conceptId, noun }: AnnouncedNumber, terminology: Terminology): boolean {
  return terminology.concept(conceptId ?? '')?.kind === 'profession' || PEOPLE.has(noun ?? '');
}

function leadAt(elements: readonly Element[], at: number, end: number): LeadToList | undefined {
  const { norm } = elements[at]!;
  const strong = (from: number): LeadToList => ({ from, isStrong: true, needsKin: false });
  if (norm === ':') return strong(at + 1);
  if (NAMELY.has(norm)) return strong(pastColon(elements, at + 1));
  if (isThatIs(elements, at)) return strong(pastColon(elements, at + 2));
  const consists = longestAt(elements, at, CONSISTS);
  if (consists > 0) return { from: consists, isStrong: false, needsKin: false };
  if (norm === ',' && elements[at + 1]?.norm === 'which' && ARE.has(elements[at + 2]?.norm ?? '')) {
    return { from: at + 3, isStrong: false, needsKin: false };
  }
  if (norm === '(' && (at === end || (at === end + 2 && elements[end]!.norm === 'of'))) {
    return { from: at + 1, isStrong: false, needsKin: false };
  }
  if (DASHES.has(norm)) return { from: at + 1, isStrong: false, needsKin: false };
  return undefined;
}

/** Between the number and its list: prepositions, participles, adverbs, verbs without an object; no other thing. */
function isQuietTail(tail: readonly Element[], elements: readonly Element[], end: number, isStrong: boolean): boolean {
  const pointing = POINTING.find((phrase) => phrase.every((word, at) => tail.at(at - phrase.length)?.norm === word));
  const told = pointing === undefined ? tail : tail.slice(0, -pointing.length);
  const plain = withoutAside(told.at(-1)?.norm === ',' ? told.slice(0, -1) : told);
  const [first] = plain;
  if (first === undefined) return true;
  if (!OPENS_TAIL.has(first.norm) && !/(?:ed|en|ly)$/u.test(first.norm)) return false;
  if (plain.some(({ kind, norm }) => kind === 'mark' && !QUOTES.has(norm))) return false;
  if (plain.some(({ norm }, at) => LOUD.has(norm) || (norm === 'at' && LIMITS.has(plain[at + 1]?.norm ?? '')))) {
    return false;
  }
  if (plain.some((_, at) => numberAt(elements, end + at) !== undefined)) return false;
  // "two tests that found the cause: …", "two drugs for lupus patients with signs – …"
  if (pointing === undefined && RELATIVES.has(first.norm) && plain.some(({ norm }) => DETERMINERS.has(norm))) {
    return false;
  }
  return isStrong || !plain.some(({ norm }) => isPlural(norm));
}

/** ", says the review": who says so. */
export function withoutAside(tail: readonly Element[]): readonly Element[] {
  const comma = tail.findIndex(({ norm }) => norm === ',');
  const isAside = comma >= 0 && tail.slice(comma + 1).every(({ kind }) => kind !== 'mark') && tail.length - comma < 8;
  return isAside && SAYS.has(tail[comma + 1]?.norm ?? '') ? tail.slice(0, comma) : tail;
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));
const LONGEST_TAIL = 14;
const CONSISTS = ['consists of', 'consist of', 'comprises', 'comprise', 'are made up of', 'is made up of'].map((one) =>
  one.split(' '),
);
const POINTING = ['are these', 'were these', 'are the following', 'are as follows'].map((one) => one.split(' '));
const LIMITS = words('most least');
const ARE = words('are were');
const QUOTES = words('" “ ” ‘ ’ - *');
const SAYS = words('says say said writes wrote according depending');
const PEOPLE = words('doctors specialists physicians experts clinicians nurses');
const SETS_SCENE = words('after before since during within until despite following without against at per on');
const STOPS = words('stop stops stopped end ends ended stand stands arrive arrives stay stays');
const ENDS = words(': ; . , ( ) – —');
const VERBS = words('are is were was have has can may will');
const DEFINITE = words('the all both these those my our their his her');
const BEHIND_SUBJECT = words('are were have can may will must should need');
const RELATIVES = words('that which who whom');
const DETERMINERS = words('the a an my our your his her their its');
const OPENS_TAIL = words(
  'of for about in on at by with from within under among around that which we you i are were was is have has stand stands stood exist exists matter count counts apply remain remains follow follows stick here now today there only most often mainly known used given needed seen named put set made done kept left met told taught drawn written shown found too to altogether overall alone',
);
/** What makes the list one of something else, or none. */
const LOUD = words(
  'and or but not than if when unless whether while whereas because like such including include includes example instance it them him her me us following these those its their each every some any all more less other others another both was have has had do does did cause causes caused help helps need needs show shows mean means rather instead except without against',
);
