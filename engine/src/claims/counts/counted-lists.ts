import type { AnalyzedBlock } from '../../document.js';
import type { Terminology } from '../../terminology/terminology.js';
import { contains, proseSpan, type ProseSpan } from '../../text/span.js';
import { attributionOf } from '../attribution/attribution.js';
import type { Attribution } from '../claim.js';
import { isDenied } from '../sentences/clauses.js';
import { isPlural } from './announced-numbers.js';
import { countedAbove } from './counted-above.js';
import { countedBelow } from './counted-below.js';
import { countedHeads, type CountedHead } from './counted-heads.js';
import {
  isAccepted,
  isThatIs,
  kinBefore,
  kinBehind,
  kinInNext,
  NAMELY,
  pastColon,
  type SentenceReader,
} from './counted-kin.js';
import { countedOtherwise } from './counted-otherwise.js';
import { namesOfOne, runBehind } from './counted-runs.js';
import { DASHES, listedItems, listedWays, type ListedItems } from './counted-items.js';
import { isListOfNoun, isPartOfBody } from './counted-kinds.js';
import type { Discourse } from '../subjects/discourse.js';
import type { Element, SentenceElements } from '../sentences/elements.js';
import { setsScene } from './leads-to-lists.js';
import { NUMBERS } from '../sentences/lexicon.js';
import { namedBesideOthers } from './list-of-others.js';

/** A number of things, and the list that names them, which is surely all of them. */
export interface CountedList {
  readonly block: number;
  /** The number with its noun. */
  readonly span: ProseSpan;
  readonly number: number;
  /** Every number of items that a reader may count in the list. */
  readonly counts: readonly number[];
  /** The items, each in the words of the text. */
  readonly names: readonly string[];
  readonly attribution: Attribution;
}

/**
 * Reads numbers beside lists, whatever is counted: "two blood thinners: a, b, c", "a, b and c – two drugs –", "these
 * four signs", "There are three steps." above a list.
 */
export function readCountedLists(
  blocks: readonly AnalyzedBlock[],
  discourse: Discourse,
  terminology: Terminology,
): CountedList[] {
  const found: CountedList[] = [];
  for (const block of blocks) {
    if (block.kind === 'front-matter' || block.kind === 'alt-text' || block.quoted) continue;
    for (const sentence of discourse.sentences[block.index]!) {
      if (sentence.elements.length < 2 || sentence.elements.length > LONGEST) continue;
      const heads = countedHeads(sentence.elements, terminology);
      if (heads.length === 0) {
        const single =
          block.kind !== 'heading' && isWriters(sentence)
            ? ofOne({ sentence, heads, terminology, next: undefined })
            : undefined;
        if (single !== undefined) found.push(single);
        continue;
      }
      const next = discourse.sentences[block.index]![sentence.sentenceIndex + 1];
      if (asksWhich(sentence)) {
        const answered = readAnswer({
          sentence,
          heads,
          terminology,
          next: next ?? discourse.sentences[block.index + 1]?.[0],
        });
        if (answered !== undefined) found.push(answered);
        continue;
      }
      if (!isWriters(sentence)) continue;
      const reader: SentenceReader = { sentence, heads, terminology, next };
      const inline = block.kind === 'heading' ? undefined : readInline(reader);
      const below =
        inline ??
        countedBelow(sentence, heads, blocks, discourse, terminology) ??
        countedAbove(sentence, heads, blocks, discourse, terminology);
      // Of one list one number is judged: "five types" above it, "these five types" behind it.
      const isTold = found.some(({ number, names }) => number === below?.number && names.join() === below.names.join());
      if (below !== undefined && !isTold) found.push(below);
    }
    for (const sentence of discourse.sentences[block.index]!) {
      if (found.some((list) => list.block === block.index && contains(sentence.sentence.span, list.span))) continue;
      const other = countedOtherwise(sentence, blocks, discourse, terminology);
      if (other !== undefined) found.push(other);
    }
  }
  return found.filter(({ names }) => !names.some((name) => NAMES_SEVERAL.test(name)));
}

/** "Stages 1 and 2", "Steps 3–5": such an item is more than one of what is counted. */
const NAMES_SEVERAL = /^\W*(?:\p{L}+ )?\d+[a-z]?(?: ?(?:[–—/&+,-]|and|or|to|through) ?)\d+[a-z]?(?![\p{L}\d%])/iu;

/** "What are the five types?" takes the number for granted; "Are there five types?" does not. */
function asksWhich({ isQuestion, elements }: SentenceElements): boolean {
  return isQuestion && elements.slice(0, 4).some(({ norm }) => ASKS_WHICH.has(norm));
}

const ASKS_WHICH = new Set('what which name'.split(' '));

function readAnswer(reader: SentenceReader): CountedList | undefined {
  const { sentence, heads, next } = reader;
  const head = heads.at(-1)!;
  if (head.value < 2 || head.isPart || heads.length > 1 || next === undefined || !isWriters(next)) return undefined;
  const list = kinInNext(reader, head);
  return list === undefined ? undefined : counted(sentence, head, list, next);
}

function isWriters(sentence: SentenceElements): boolean {
  if (attributionOf(sentence) !== 'writer') return false;
  return !sentence.elements.some(({ norm }, at) => OLD_OR_OPEN.has(norm) && !isOfWord(sentence.elements, at));
}

/** "an older name for four features", "once a week", "older people": the list is none of former days. */
function isOfWord(elements: readonly Element[], at: number): boolean {
  const next = elements[at + 1]?.norm ?? '';
  if (elements[at]!.norm === 'older') return NOT_LISTS.has(next);
  return elements[at]!.norm === 'once' && (ONCE_IN.has(next) || elements[at - 1]?.norm === 'at');
}

const NOT_LISTS = new Set(
  'name names word words term terms label labels acronym abbreviation people adults patients men women persons person relatives than and'.split(
    ' ',
  ),
);
const ONCE_IN = new Set('a an daily weekly monthly every in you the'.split(' '));

function readInline(reader: SentenceReader): CountedList | undefined {
  const { sentence, heads } = reader;
  const { elements } = sentence;
  for (let at = heads.length - 1; at >= 0; at--) {
    const head = heads[at]!;
    if (head.value < 2 || isDenied(elements, Math.max(0, head.at - 4), head.at) || isPartOf(elements, head)) continue;
    const next = heads[at + 1]?.at ?? elements.length;
    const run = runBehind(reader, head);
    if (run !== undefined) return counted(sentence, head, run);
    if (head.isPart) {
      const some = kinBehind(reader, head, next);
      if (some !== undefined && !isAccepted(some, reader.terminology)) return counted(sentence, head, some);
      continue;
    }
    const list =
      waysBehind(reader, head, next) ??
      listBehind(reader, head, next) ??
      kinBehind(reader, head, next) ??
      listBefore(reader, head) ??
      kinBefore(reader, head);
    if (list !== undefined) return counted(sentence, head, list);
    const told = at === heads.length - 1 ? kinInNext(reader, head) : undefined;
    if (told !== undefined) return counted(sentence, head, told);
    const letters = lettersOf(reader, head);
    if (letters !== undefined) return letters;
  }
  return ofOne(reader);
}

function ofOne(reader: SentenceReader): CountedList | undefined {
  if (!reader.sentence.elements.some(({ norm }) => norm === 'one' || norm === 'single')) return undefined;
  const single = namesOfOne(reader);
  return single === undefined ? undefined : counted(reader.sentence, single.head, single.run);
}

/** "in four ways: after damage, by disturbed blood, …", "two steps, first diltiazem, then surgery" */
function waysBehind({ sentence, terminology }: SentenceReader, head: CountedHead, to: number): ListedItems | undefined {
  const { elements } = sentence;
  if (!WAYS.has(head.noun ?? '')) return undefined;
  const lead = leadBehind(elements, head, to, terminology);
  const isListed = lead?.by === ':' || elements[lead?.from ?? -1]?.norm === 'first';
  return lead !== undefined && isListed ? listedWays(elements, lead.from, elements.length) : undefined;
}

/** @param listing the sentence that the list stands in */
function counted(
  { block, elements }: SentenceElements,
  head: CountedHead,
  list: ListedItems,
  listing?: SentenceElements,
): CountedList | undefined {
  const span = proseSpan(elements[head.at]!.span.start, elements[head.end - 1]!.span.end);
  const { text } = listing?.block ?? block;
  const names = list.items.map((item) => text.slice(item[0]!.span.start, item[item.length - 1]!.span.end));
  const own = listing === undefined ? namedBesideOthers(block, span, list.items[0]![0]!.span.start) : NO_NAMES;
  if (own === undefined) return undefined;
  const counts = own.length === 0 ? list.counts : list.counts.map((count) => count + own.length);
  return { block: block.index, span, number: head.value, counts, names: [...own, ...names], attribution: 'writer' };
}

const NO_NAMES: readonly string[] = [];

/** "The four letters of CREST": a name has as many letters as it has. */
function lettersOf({ sentence, terminology }: SentenceReader, head: CountedHead): CountedList | undefined {
  const { elements, block } = sentence;
  if (head.noun !== 'letters' && head.noun !== 'initials') return undefined;
  // "Four letters of CREST are …; the fifth is T" speaks of some.
  if (head.at === 0 && elements.some(({ norm }) => norm === 'fifth' || norm === 'other' || norm === 'last')) {
    return undefined;
  }
  if (!['of', 'in'].includes(elements[head.end]?.norm ?? '')) return undefined;
  const id = elements[head.end + 1]?.mention?.conceptId ?? elements[head.end + 2]?.mention?.conceptId;
  const named = terminology.lettered.find((concept) => concept.id === id);
  if (named === undefined) return undefined;
  const names = named.letters!.map(({ letter }) => letter);
  const span = proseSpan(elements[head.at]!.span.start, elements[head.end - 1]!.span.end);
  return { block: block.index, span, number: head.value, counts: [names.length], names, attribution: 'writer' };
}

/** "one of the three", "two of these": the list names some of them. */
function isPartOf(elements: readonly Element[], head: CountedHead): boolean {
  const before = elements.slice(Math.max(0, head.at - 3), head.at).map(({ norm }) => norm);
  const isOf = before.includes('of');
  if (head.noun === undefined) return false;
  return (
    isOf && before.some((norm) => PARTS.has(norm)) && !(before.includes('one') && before[before.length - 1] === 'of')
  );
}

/** An item with a number, a day, or one of several in it is no name: "ultrasound on the one hand", "two yellow ones". */
function tellsApart(item: readonly Element[]): boolean {
  return item.some(({ norm }, at) => {
    if (norm === 'one') return at < item.length - 1;
    return norm === 'other' || Object.hasOwn(NUMBERS, norm) || DAY.test(norm);
  });
}

const DAY = /^(?:mon|tues|wednes|thurs|fri|satur|sun)days?$/u;

/** What leads to the list behind a head: a colon, a dash, a bracket, "namely", a copula, or nothing. */
function listBehind({ sentence, terminology }: SentenceReader, head: CountedHead, to: number): ListedItems | undefined {
  const { elements } = sentence;
  const lead = leadBehind(elements, head, to, terminology);
  // "At eight: …", "after two operations: …"
  if (lead?.by === ':' && lead.from === head.end + 1 && setsScene(elements, head)) return undefined;
  if (lead === undefined) {
    return head.isClass ? membersBeside(elements, head, terminology) : undefined;
  }
  const list = listedItems(elements, lead.from, elements.length, terminology);
  if (list === undefined || list.items.length < 2) return undefined;
  // "2 – processes in pathology, dystrophic and metastatic": what is counted stands behind the dash.
  const [opening] = list.items[0]!;
  if (lead.by === '–' && head.noun === undefined && opening!.mention === undefined && isPlural(opening!.norm)) {
    return undefined;
  }
  // "All four kinds are here: the white, the blue and two yellow ones", "Both tests: Monday, Tuesday and Friday"
  if (list.items.some(tellsApart)) return undefined;
  // "Two fingers: white, cold and numb"
  if (isPartOfBody(head, terminology) && !isListOfNoun(list, head, terminology)) return undefined;
  const isMore = list.counts.every((count) => count > head.value);
  if (head.value > 12 || (!isMore && !list.closed && !(lead.by === ':' && list.items.length > 2))) return undefined;
  if (lead.by === 'is' || lead.by === ',') {
    const goesToEnd = elements[list.end] === undefined || elements[list.end]!.norm === '.';
    const isApposition = lead.by === ',' && lead.from === head.end + 1 && list.closed;
    if (lead.by === ',' && !list.items.every((item) => item.slice(0, 2).some(({ mention }) => mention !== undefined))) {
      return undefined;
    }
    if (!list.named || (!goesToEnd && !isApposition) || (lead.by === ',' && !isMore)) return undefined;
    if (lead.by === 'is' && !isOpening(elements, head.at)) return undefined;
  }
  return list;
}

function leadBehind(
  elements: readonly Element[],
  head: CountedHead,
  to: number,
  terminology: Terminology,
): { by: ':' | '–' | '(' | 'namely' | 'is' | ','; from: number } | undefined {
  let copula = false;
  for (let at = head.end; at < Math.min(to, head.end + LONGEST_TAIL); at++) {
    const { norm, kind } = elements[at]!;
    // "two extensions that add support: …": a number whose noun is not known leads to a list only at once.
    if (head.noun === undefined && at > head.end) return undefined;
    if (norm === ':') return { by: ':', from: at + 1 };
    if (NAMELY.has(norm) || isThatIs(elements, at)) {
      return { by: 'namely', from: pastColon(elements, norm === 'that' ? at + 2 : at + 1) };
    }
    if (norm === ',' && (NAMELY.has(elements[at + 1]?.norm ?? '') || elements[at + 1]?.norm === 'that')) continue;
    if (DASHES.has(norm)) return { by: '–', from: at + 1 };
    if (norm === '(') {
      // "Three bisphosphonates were tried in the same woman (etidronate, …)"
      const holdsMembers = head.isClass && elements[at + 1] !== undefined && isDrug(elements[at + 1]!, terminology);
      const leads = holdsMembers || (at === head.end && head.noun !== undefined);
      return leads ? { by: '(', from: at + 1 } : undefined;
    }
    const told = norm === ',' && at === head.end ? colonBehindAside(elements, at + 1) : undefined;
    if (told !== undefined) return { by: ':', from: told };
    if (norm === ',') return copula || at === head.end ? { by: ',', from: at + 1 } : undefined;
    if (/^stands?$/u.test(norm) && elements[at + 1]?.norm === 'for') return { by: 'is', from: at + 2 };
    if (norm === 'are' || norm === 'is' || norm === 'were') {
      const next = elements[at + 1];
      if (
        next?.mention !== undefined ||
        ['the', 'called', 'named', 'as'].includes(next?.norm ?? '') ||
        !hasMark(elements, at, to)
      ) {
        return { by: 'is', from: ['called', 'named'].includes(next?.norm ?? '') ? at + 2 : at + 1 };
      }
      copula = true;
      continue;
    }
    if (kind === 'mark') return undefined;
    if (POINTS_ELSEWHERE.has(norm)) return undefined;
    if (at === head.end && head.noun !== undefined && !OPENS_TAIL.has(norm)) return undefined;
    if (/ed$/u.test(norm) && !copula && DETERMINERS.has(elements[at + 1]?.norm ?? '')) return undefined;
  }
  return undefined;
}

/** "in four ways, our professor told us: …": who says so stands between. */
function colonBehindAside(elements: readonly Element[], from: number): number | undefined {
  const rest = elements.slice(from, from + LONGEST_ASIDE);
  const colon = rest.findIndex(({ norm }) => norm === ':');
  const aside = rest.slice(0, Math.max(0, colon));
  const isAside = aside.every(({ kind, mention }) => kind === 'word' && mention?.conceptId === undefined);
  return isAside && aside.some(({ norm }) => SAYS.has(norm)) ? from + colon + 1 : undefined;
}

function hasMark(elements: readonly Element[], from: number, to: number): boolean {
  return elements.slice(from, to).some(({ norm }) => norm === ':' || norm === ',' || DASHES.has(norm));
}

/** "The three phosphate binders sevelamer and calcium acetate are taken": members right behind their class. */
function membersBeside(
  elements: readonly Element[],
  head: CountedHead,
  terminology: Terminology,
): ListedItems | undefined {
  let end = head.end;
  while (
    end < elements.length &&
    (isDrug(elements[end]!, terminology) || [',', 'and', 'or'].includes(elements[end]!.norm))
  ) {
    end++;
  }
  if (end - head.end < 3 || !isDrug(elements[end - 1]!, terminology)) return undefined;
  const list = listedItems(elements, head.end, end, terminology);
  return list?.closed === true ? list : undefined;
}

function isDrug({ mention }: Element, terminology: Terminology): boolean {
  return terminology.concept(mention?.conceptId ?? '')?.kind === 'drug';
}

/** "A, b and c are the three types", "a, b and c: these four signs", "a, b and c – two bisphosphonates – have". */
function listBefore({ sentence, terminology }: SentenceReader, head: CountedHead): ListedItems | undefined {
  const { elements } = sentence;
  if (head.noun === undefined) return undefined;
  let at = head.at - 1;
  while (at > 0 && BEFORE_NUMBER.has(elements[at]!.norm)) at--;
  // "Dystrophic, metastatic and iatrogenic: with these two words …"
  const pointing = ['these', 'those'].includes(elements[at + 1]?.norm ?? '');
  if (pointing && elements[at - 1]?.norm === ':' && WITH.has(elements[at]!.norm)) at--;
  const { norm } = elements[at] ?? { norm: '' };
  const hasArticle = at < head.at - 1;
  const leads =
    norm === ':' ||
    DASHES.has(norm) ||
    (norm === ',' && closesApposition(elements, head)) ||
    (['are', 'were', 'form', 'make'].includes(norm) && hasArticle);
  if (!leads || at < 2) return undefined;
  if (norm === ':' && !hasArticle) return undefined;
  const list = listedItems(elements, 0, at, terminology);
  // "Dystrophic, metastatic, idiopathic: these three words …"
  const isWhole = list?.closed === true || (norm === ':' && (list?.items.length ?? 0) > 2);
  if (list === undefined || !isWhole || !list.named || list.end !== at || list.items.length < 2) return undefined;
  // Something before the first item makes it longer than the others.
  return list.items[0]!.length <= 4 ? list : undefined;
}

function closesApposition(elements: readonly Element[], head: CountedHead): boolean {
  const next = elements[head.end]?.norm;
  return next === ',' || next === '.' || next === undefined;
}

/** Only words that lead to the subject stand before the number. */
function isOpening(elements: readonly Element[], at: number): boolean {
  return elements.slice(0, at).every(({ norm }) => OPENING.has(norm));
}

const LONGEST = 120;
const LONGEST_TAIL = 14;
const LONGEST_ASIDE = 8;
const SAYS = new Set(
  'say says said tell tells told write writes wrote explains explained taught learned put'.split(' '),
);
const WAYS = new Set('ways routes paths pathways steps stages phases methods'.split(' '));
const PARTS = new Set('one two three four some most many several few none half rest'.split(' '));
const BEFORE_NUMBER = new Set('the these those all our a our main'.split(' '));
const OPENING = new Set('the these those our its all a an main my and so , here'.split(' '));
const WITH = new Set('with in by under behind from of to for on'.split(' '));
const DETERMINERS = new Set('the a an his her their its our my this that any no'.split(' '));
const POINTS_ELSEWHERE = new Set('following these those such below if when unless whether not instead than'.split(' '));
/** What may follow a counted noun before its list: no verb that has an object of its own. */
const OPENS_TAIL = new Set(
  'of for in on to at by with from within under against behind among around that which who whom we you i they are is were was have has had can may might will must should exist exists stand stands come comes occur occurs matter help helps count apply remain follow here now today there only most often mainly known used given needed seen named listed tested measured involved found called as worth too altogether overall alone do play'.split(
    ' ',
  ),
);
const OLD_OR_OPEN = new Set('once formerly older historically myth wrongly'.split(' '));
