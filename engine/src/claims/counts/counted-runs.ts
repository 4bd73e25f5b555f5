import type { Terminology } from '../../terminology/terminology.js';
import type { CountedHead } from './counted-heads.js';
import { DASHES, JOINTS, type ListedItems } from './counted-items.js';
import { isAccepted, isThatIs, NAMELY, pastColon, type SentenceReader } from './counted-kin.js';
import { isOneOf } from './counted-kinds.js';
import { longestAt, type Element } from '../sentences/elements.js';
import { TYPE_WORDS } from '../sentences/lexicon.js';

/**
 * The names of what is counted that stand in one run behind a number, wherever the sentence goes on: "two of the five
 * subtypes, namely the dystrophic, the idiopathic and as a rule the iatrogenic one, leave the blood alone". Only what
 * stands between names of a list stands between these, so that nothing but the number or the run can be wrong.
 */
export function runBehind(reader: SentenceReader, counted: CountedHead): ListedItems | undefined {
  const { sentence, terminology } = reader;
  const { elements } = sentence;
  const head = counted.noun === undefined ? (ofGroup(reader, counted) ?? counted) : counted;
  if (head.noun === undefined || head.value < 2 || head.value > 12) return undefined;
  const from = leadBehind(elements, pastWhole(elements, head, terminology));
  if (from === undefined) return undefined;
  const run = runFrom(elements, from, head, terminology);
  if (run === undefined || run.items.length < 2 || !ENDS_RUN.has(elements[run.end]?.norm ?? '.')) return undefined;
  // Behind the group itself ("two of the types, …") its members may be named, and not the two.
  return head.isPart && isAccepted(run, terminology) ? undefined : run;
}

/**
 * "Just one calcium salt, calcium gluconate and calcium chloride, …", "one type, namely the dystrophic and the metastatic":
 * a single thing, and two names of what it is. A choice ("a or b") names one.
 */
export function namesOfOne({ sentence, terminology }: SentenceReader): SingleRun | undefined {
  const { elements } = sentence;
  for (let at = 0; at < elements.length - 4; at++) {
    const before = elements[at - 1]?.norm ?? '';
    const isOne = elements[at]!.norm === 'one' || (elements[at]!.norm === 'single' && before === 'a');
    const noun = elements[at + 1]!;
    const id = noun.mention?.conceptId;
    const isClass = id !== undefined && terminology.concept(id)!.kind === 'drug-class';
    if (
      !isOne ||
      NOT_ONE.has(before) ||
      !(isClass ? ONLY.has(before) : TYPE_WORDS.has(noun.norm)) ||
      /[^s]s$/u.test(noun.norm)
    ) {
      continue;
    }
    const head = { ...SINGLE, at, end: at + 2, noun: noun.norm, isClass, conceptId: isClass ? id : undefined };
    const from = leadBehind(elements, head.end);
    const run = from === undefined ? undefined : runFrom(elements, from, head, terminology);
    if (run === undefined || run.items.length < 2 || !ENDS_SINGLE.has(elements[run.end]?.norm ?? '.')) continue;
    if (elements.slice(from, run.end).some(({ norm }) => norm === 'or' || norm === 'then')) continue;
    return { head, run };
  }
  return undefined;
}

interface SingleRun {
  readonly head: CountedHead;
  readonly run: ListedItems;
}

const SINGLE = { value: 1, isPart: false };
const NOT_ONE = new Set('than not any every least no never each another which'.split(' '));
const ONLY = new Set('only just exactly but'.split(' '));
const ENDS_SINGLE = new Set('. , ; : ) – — !'.split(' '));

/** "both types of calcinosis cutis, …": what the types are types of. */
function pastWhole(elements: readonly Element[], { noun, end }: CountedHead, terminology: Terminology): number {
  if (!TYPE_WORDS.has(noun ?? '') || elements[end]?.norm !== 'of') return end;
  const id = elements[end + 1]?.mention?.conceptId;
  return id !== undefined && terminology.classificationOf(id) !== undefined ? end + 2 : end;
}

/** "Of the five types, two (dystrophic and idiopathic) leave …": two of what the sentence opens with. */
function ofGroup({ heads, sentence: { elements } }: SentenceReader, head: CountedHead): CountedHead | undefined {
  const [group] = heads;
  if (group === undefined || group.noun === undefined || group.at > 2 || elements[0]?.norm !== 'of') return undefined;
  if (elements[group.end]?.norm !== ',' || head.at < group.end) return undefined;
  return { ...head, noun: group.noun, conceptId: group.conceptId, isClass: group.isClass, isPart: true };
}

/** Index of the first name behind ",", ":", "(", "–", "namely", right behind what is counted. */
function leadBehind(elements: readonly Element[], end: number): number | undefined {
  let at = end;
  const { norm } = elements[at] ?? { norm: '' };
  if (norm !== ',' && norm !== ':' && norm !== '(' && !DASHES.has(norm) && !NAMELY.has(norm)) return undefined;
  if (!NAMELY.has(norm)) at++;
  if (NAMELY.has(elements[at]?.norm ?? '')) at = pastColon(elements, at + 1);
  else if (elements[at] !== undefined && isThatIs(elements, at)) at = pastColon(elements, at + 2);
  return at;
}

function runFrom(
  elements: readonly Element[],
  from: number,
  head: CountedHead,
  terminology: Terminology,
): ListedItems | undefined {
  const items: Element[][] = [];
  let closedAt = -1;
  let at = from;
  let isOpen = true;
  let end = from;
  const counts = new Set<number>();
  const opensWithArticle = isArticle(elements[from]);
  while (at < elements.length) {
    const element = elements[at]!;
    if (isOpen) {
      const adverbial = longestAt(elements, at, ADVERBIALS);
      if (adverbial > 0) at = adverbial;
      // "lupus, an autoimmune disease, and scleroderma": what it is, and no other one.
      else if (isArticle(element) && closedAt < 0 && items.length > 0 && !opensWithArticle) return undefined;
      else if (BEFORE_NAME.has(element.norm)) at++;
      else if (isNamed(element, head, terminology)) {
        items.push([element]);
        isOpen = false;
        end = ++at;
      } else break;
      continue;
    }
    if (element.norm === '(') {
      const close = elements.findIndex(({ norm }, index) => index > at && norm === ')');
      if (close < 0) return undefined;
      end = at = close + 1;
      continue;
    }
    if (AFTER_NAME.has(element.norm)) {
      end = ++at;
      continue;
    }
    const also = longestAt(elements, at, AS_WELL);
    const isJoint = JOINTS.has(element.norm) || also > 0;
    const isComma = element.norm === ',';
    if (!isJoint && !isComma) break;
    const joint = isComma ? at + 1 : at;
    const behind = longestAt(elements, joint, AS_WELL);
    const isAnd = JOINTS.has(elements[joint]?.norm ?? '') || behind > 0;
    // "a, b and c, as well as d": whether d is one of them is not said.
    if (isComma && isAnd && closedAt >= 0) counts.add(items.length);
    // "a and b, calcium and phosphate": behind "and" the run is over.
    if (isComma && !isAnd && closedAt >= 0) break;
    if (isAnd) closedAt = items.length;
    at = behind > 0 ? behind : isAnd ? joint + 1 : joint;
    isOpen = true;
  }
  // The "and" behind the last name leads on to something else.
  if (closedAt === items.length) {
    if (!counts.has(items.length)) return undefined;
  } else if (closedAt < 0 || closedAt !== items.length - 1) return undefined;
  const different = new Set(items.map(([name]) => name!.mention?.conceptId ?? name!.norm));
  if (different.size !== items.length) return undefined;
  return { counts: [...counts, items.length], items, closed: true, named: true, end };
}

function isArticle(element: Element | undefined): boolean {
  return element?.norm === 'a' || element?.norm === 'an';
}

/** One of what is counted; a pattern or a form may be any kind of what is divided. */
function isNamed(element: Element, head: CountedHead, terminology: Terminology): boolean {
  if (isOneOf(element, head, terminology)) return true;
  const id = element.mention?.conceptId;
  if (id === undefined || !TYPE_WORDS.has(head.noun ?? '')) return false;
  return terminology.classifications.some(
    ({ of }) => !of.includes(id) && of.some((whole) => terminology.isA(id, whole)),
  );
}

const phrases = (text: string): readonly (readonly string[])[] => text.split(', ').map((one) => one.split(' '));
const ADVERBIALS = phrases('as a rule, in most cases, for the most part, in part, more rarely, most often, in general');
const AS_WELL = phrases('as well as, together with, along with, and also, and finally, and lastly, and last');
const BEFORE_NAME = new Set(
  'the a an usually mostly often generally rarely sometimes also so-called “ " ‘ then finally lastly'.split(' '),
);
const AFTER_NAME = new Set('” " ’ type types form forms one kind group subtype variety pattern'.split(' '));
/** A list may stop before these; before a noun or "of" its last name was only a part of one. */
const ENDS_RUN = new Set('. , ; : ) – — ! ? ( are is were was have has'.split(' '));
