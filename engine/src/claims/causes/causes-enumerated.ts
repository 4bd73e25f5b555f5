import type { Terminology } from '../../terminology/terminology.js';
import { definingFact, isListedCause, otherMember } from '../contradictions/causes-of-types.js';
import { classClaim } from '../classes/class-claim.js';
import type { Claim, ClaimParty } from '../claim.js';
import { clausesOf, isDenied } from '../sentences/clauses.js';
import { partyOf, type Discourse } from '../subjects/discourse.js';
import type { Element, SentenceElements } from '../sentences/elements.js';
import { NEGATORS } from '../sentences/lexicon.js';
import { isWholeOfTypes } from '../subjects/said-of.js';
import { isCauseOfTypes } from '../contradictions/type-causes.js';

/**
 * Reads a list in running text by what it holds: where all but one of the things that a sentence on a type lists are
 * causes of that type, and the one is a cause of another, it is listed among them, by whatever words: "This form meets
 * people with weak kidneys, with sarcoidosis, or with lupus". Cells of a row of a type are read likewise.
 */
export function strangerAmongCauses(
  sentence: SentenceElements,
  discourse: Discourse,
  terminology: Terminology,
): readonly Claim[] {
  const { elements, block } = sentence;
  if (sentence.isQuestion || elements.length > LONGEST_SENTENCE) return NONE;
  const places = elements.flatMap((element, at) => (isCause(element, terminology) ? [at] : []));
  if (places.length < FEWEST) return NONE;
  for (const run of runsOf(elements, places)) {
    if (run.length < FEWEST) continue;
    const type = typeOf(sentence, run, discourse, terminology);
    const id = type?.conceptId;
    if (type === undefined || id === undefined) continue;
    const causeAt = (at: number): string => elements[at]!.mention!.conceptId!;
    const fitting = run.filter((at) => isListedCause(id, causeAt(at), terminology));
    const [stranger, ...more] = run.filter((at) => !fitting.includes(at));
    if (stranger === undefined || more.length > 0) continue;
    if (new Set(fitting.map(causeAt)).size < FEWEST - 1) continue;
    const isOfOther = (other: string): boolean => definingFact(other, causeAt(stranger), terminology) !== undefined;
    if (otherMember(id, isOfOther, terminology) === undefined) continue;
    const { mention, span } = elements[stranger]!;
    const claimed = { block: block.index, span, form: 'among causes in a sentence' };
    return [{ ...classClaim(type, partyOf(mention!), claimed), relation: 'caused-by', isUndoubted: true }];
  }
  return NONE;
}

/** Whether a claim that a reader of single words made is one that the list bears out. */
export function isBorneOutBy(claim: Claim, listed: readonly Claim[]): boolean {
  if (claim.relation !== 'caused-by' && claim.relation !== 'associated-with') return false;
  return listed.some(
    ({ isUndoubted, subject, object, block }) =>
      isUndoubted === true &&
      block === claim.object.block &&
      subject.conceptId === claim.subject.conceptId &&
      object.span.start === claim.object.span.start,
  );
}

function isCause({ mention }: Element, terminology: Terminology): boolean {
  const id = mention?.conceptId;
  return id !== undefined && !isWholeOfTypes(id, terminology) && isCauseOfTypes(id, terminology);
}

/** The causes that are items of one list. */
function runsOf(elements: readonly Element[], places: readonly number[]): readonly (readonly number[])[] {
  const runs: number[][] = [];
  for (const at of places) {
    const run = runs[runs.length - 1];
    const last = run?.[run.length - 1];
    if (last !== undefined && isNextItem(elements, run![0]!, last, at)) run!.push(at);
    else runs.push([at]);
  }
  return runs;
}

/** ", ", " and the ", ", a strong …, or": only what leads from one item to the next stands between two names. */
function isNextItem(elements: readonly Element[], first: number, from: number, to: number): boolean {
  const gap = withoutBrackets(elements.slice(from + 1, to));
  const last = gap.findLastIndex(({ norm }) => SEPARATORS.has(norm));
  if (last < 0 || gap.length > LONGEST_GAP) return false;
  const own = elements[first - 1]?.norm ?? '';
  return gap.every(
    ({ norm, kind }, at) =>
      SEPARATORS.has(norm) ||
      // "with weak kidneys, with lupus or with gout": each item has the word that leads to the first.
      (norm === own && SEPARATORS.has(gap[at - 1]?.norm ?? '')) ||
      (kind !== 'mark' && !ENDS_ITEM.has(norm) && !(at > last && LEADS_ON.has(norm)) && !NEGATORS.has(norm)),
  );
}

function withoutBrackets(elements: readonly Element[]): readonly Element[] {
  const opens = elements.findIndex(({ norm }) => norm === '(');
  const closes = elements.findIndex(({ norm }) => norm === ')');
  return opens < 0 || closes < opens ? elements : [...elements.slice(0, opens), ...elements.slice(closes + 1)];
}

/** The one type that the sentence names, that its row names, or that it goes on about. */
function typeOf(
  sentence: SentenceElements,
  run: readonly number[],
  discourse: Discourse,
  terminology: Terminology,
): ClaimParty | undefined {
  const { elements, block } = sentence;
  const [first, last] = [run[0]!, run[run.length - 1]!];
  const clauses = clausesOf(sentence).filter(({ start, end }) => start <= last && first < end);
  if (clauses.length === 0 || clauses.some(({ attribution }) => attribution !== 'writer')) return undefined;
  const [from, to] = [clauses[0]!.start, Math.min(clauses[clauses.length - 1]!.end, last + BEHIND_LIST)];
  if (elements.slice(from, to).some(isApart) || isDenied(elements, from, to)) return undefined;
  const named = elements.filter(({ mention }) => terminology.memberOf(mention?.conceptId ?? '') !== undefined);
  const outside = elements.filter((_, at) => at < first || at > last);
  if (named.length > 0) {
    const isOne = new Set(named.map(({ mention }) => terminology.memberOf(mention!.conceptId!)!.name)).size === 1;
    return isOne && outside.includes(named[0]!) ? partyOf(named[0]!.mention!) : undefined;
  }
  if (block.table !== undefined) return typeOfRow(sentence, discourse, terminology);
  if (elements.some(({ mention }) => isWholeOfTypes(mention?.conceptId ?? '', terminology))) return undefined;
  const isTold = outside.length <= LONGEST_FRAME && outside.some(({ norm }) => TELLS_CAUSE.has(norm));
  return isTold ? (askedFor(sentence, discourse, terminology) ?? discourse.typeTopicOf(sentence)) : undefined;
}

/** "… he turns to the causes of the metastatic type. These comprise …": of two types the one whose causes are named. */
function askedFor(
  { block, sentenceIndex, elements }: SentenceElements,
  discourse: Discourse,
  terminology: Terminology,
): ClaimParty | undefined {
  if (!TAKES_UP.has(elements[0]?.norm ?? '')) return undefined;
  const before = discourse.sentences[block.index]![sentenceIndex - 1]?.elements ?? NONE;
  const causes = before.findLastIndex(
    ({ norm }, at) => CAUSE_WORDS.has(norm) && OF.has(before[at + 1]?.norm ?? '') && !before.slice(at).some(isApart),
  );
  if (causes < 0) return undefined;
  const named = before
    .slice(causes + 2, causes + 5)
    .find(({ mention }) => terminology.memberOf(mention?.conceptId ?? '') !== undefined);
  return named === undefined ? undefined : partyOf(named.mention!);
}

function isApart({ norm }: Element): boolean {
  return SETS_APART.has(norm) || NEGATORS.has(norm);
}

/** "Dystrophic | damaged tissue | burns, vitamin D poisoning, acne": the row of a type, under a header that lists. */
function typeOfRow(
  { block }: SentenceElements,
  discourse: Discourse,
  terminology: Terminology,
): ClaimParty | undefined {
  const { rowHeader, columnHeader } = block.table!;
  if (rowHeader === undefined || block.table!.row === 0) return undefined;
  const header = columnHeader === undefined ? [] : discourse.sentences[columnHeader]!;
  const isOfOther = header.some(({ elements }) => elements.some(isApart));
  const named = discourse.sentences[rowHeader]!.flatMap(({ elements }) => elements).filter(
    ({ mention }) => terminology.memberOf(mention?.conceptId ?? '') !== undefined,
  );
  return isOfOther || named.length !== 1 ? undefined : partyOf(named[0]!.mention!);
}

const NONE: readonly never[] = [];
/** In items: with two that fit, the third is what does not. */
const FEWEST = 3;
/** In elements. */
const LONGEST_SENTENCE = 70;
const LONGEST_GAP = 9;
const LONGEST_FRAME = 22;
const BEHIND_LIST = 6;
const SEPARATORS = new Set([',', '/', '•', '&', 'and', 'or', 'plus', '→']);
/** Another statement begins, or what follows is no item. */
const ENDS_ITEM = new Set(
  'is are was were has have had can may might will while but since because who whose where when if not no without than like rather instead except including'.split(
    ' ',
  ),
);
/** Before a name they make it another thing than an item: "lupus in kidney failure". */
const LEADS_ON = new Set('with in to on during among from after'.split(' '));
/** Words by which the list is of something else, or one of its items is. */
const SETS_APART = new Set(
  'except unlike wrong false wrongly mistake mistakes mistaken mistakenly odd incorrect incorrectly error errors stray instead confused differential mimic mimics mimicking resemble resembles look-alike look-alikes versus vs against exclude excluded excludes excluding rule ruled rules strike cross crossed struck delete deleted move moved misplaced spot stranger intruder impostor trap quiz myth myths apart beside besides interact interacts interaction interactions avoid treat treats treated treating treatment treatments therapy surgery drug drugs medicine medicines test tests risk risks complication complications complicates prevent prevents worsen worsens worse also too other another others both either neither whether screen screening check checked checks'.split(
    ' ',
  ),
);
const TAKES_UP = new Set('these they those among'.split(' '));
const CAUSE_WORDS = new Set('cause causes trigger triggers origins culprits'.split(' '));
const OF = new Set('of behind for'.split(' '));
/** A sentence that names no type tells by these that it goes on about where one comes from. */
const TELLS_CAUSE = new Set(
  'these its it they them this such then follow follows followed cause causes trigger triggers example examples answers behind include includes comprise comprises origin origins reasons settings candidates candidate look think antecedent antecedents culprits comes come arises arise seen found background backgrounds'.split(
    ' ',
  ),
);
