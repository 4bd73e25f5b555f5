import type { AnalyzedBlock } from '../../document.js';
import type { ConceptKind } from '../../terminology/source-format.js';
import type { Mention } from '../../mentions/mention.js';
import type { Terminology } from '../../terminology/terminology.js';
import { proseSpan } from '../../text/span.js';
import { takenUp, wordBefore, type Meant, type Surroundings } from '../subjects/antecedents.js';
import { clausesOf, isNegator } from '../sentences/clauses.js';
import type { Element, SentenceElements } from '../sentences/elements.js';
import { entryAbove, isThing } from '../sentences/entries.js';
import { withLabelTakenUp } from './labels-taken-up.js';
import { withoutMembership } from './one-of-those.js';
import { CATEGORIES, DISEASES, NOUNS, QUOTES, SUPPOSES } from './plain-form-words.js';

/**
 * The plain forms of a sentence that takes something up within it: "calcinosis is a complication of it", "Calcinosis
 * never develops in these children" with the disease itself in its place, and "the hormone they make lowers …" with the
 * hormone that the glands make.
 */
export function innerFormsOf(sentence: SentenceElements, around: Surroundings): readonly SentenceElements[] {
  return [
    ...withCondition(sentence, around),
    ...withProduct(sentence, around),
    ...nextParts(sentence, around),
    ...withoutMembership(sentence),
    ...withLabelTakenUp(sentence, around.discourse),
  ];
}

/** "-emia puts a finding in the blood, and hyper- says …": a part with a subject of its own is a sentence. */
function nextParts(sentence: SentenceElements, { terminology }: Surroundings): readonly SentenceElements[] {
  const { elements } = sentence;
  const opens = elements.flatMap((_, at) => (opensNextPart(elements, at, terminology) ? [at] : []));
  if (opens.length === 0 || elements.some(({ norm }) => QUOTES.has(norm) || SUPPOSES.has(norm))) return NONE;
  const clauses = clausesOf(sentence);
  if (clauses.some(({ attribution }) => attribution !== 'writer')) return NONE;
  return opens.map((at, index) => ({ ...sentence, elements: elements.slice(at, opens[index + 1] ?? elements.length) }));
}

/** Behind a comma and "and", a thing that does something, and another thing before it. */
function opensNextPart(elements: readonly Element[], at: number, terminology: Terminology): boolean {
  const id = elements[at]!.mention?.conceptId;
  // Parts of words are spoken of as well: "and hyper- says …".
  if (id === undefined || (!isThing(id, terminology) && terminology.concept(id)!.kind !== 'term')) return false;
  const article = ARTICLES.has(elements[at - 1]?.norm ?? '') ? at - 1 : at;
  const [mark, and] = [elements[article - 2]?.norm, elements[article - 1]?.norm ?? ''];
  if (!PARTS.has(and) || mark !== ',') return false;
  let verb = at + 1;
  while (elements[verb]?.kind === 'mark' && elements[verb]!.norm === '-') verb++;
  // "hyper- in front of it says …"
  if (elements[verb]?.norm === 'in' && elements[verb + 1]?.norm === 'front') {
    verb += elements[verb + 2]?.norm === 'of' ? 4 : 2;
  }
  const next = elements[verb];
  if (next?.kind !== 'word' || next.mention !== undefined || !DOES.test(next.norm)) return false;
  return elements.slice(0, article).some(({ mention }) => {
    const other = mention?.conceptId;
    return other !== undefined && other !== id && terminology.concept(other)!.kind === terminology.concept(id)!.kind;
  });
}

const PLACING = new Set(
  'count counts class classes file files place places put puts list lists group groups rank ranks reckon assign'.split(
    ' ',
  ),
);
const AMONG = new Set(['among', 'amongst', 'under', 'with', 'into', 'to', 'as']);

/** A verb of one thing; nouns in the plural behind a thing are rare. */
const DOES = /^(?:is|are|was|were|has|have|does|do|can|says|means|stands)$|[^su]s$/u;
const PARTS = new Set(['and', 'but', 'while', 'whereas']);

/** "of it", "in this disease", "in these children", behind a preposition. */
function withCondition(sentence: SentenceElements, around: Surroundings): readonly SentenceElements[] {
  const { elements } = sentence;
  for (let at = 1; at < elements.length; at++) {
    const isPlaced = PLACING.has(elements[at - 1]!.norm) && elements[at]!.norm === 'it';
    if (!isPlaced && !BEFORE_IT.has(elements[at - 1]!.norm)) continue;
    // "Most authors count it among the metastatic forms."
    const isAmong = isPlaced && AMONG.has(elements[at + 1]?.norm ?? '');
    const end = isAmong ? at + 1 : endOfCondition(elements, at, around);
    if (end < 0) continue;
    // "metastatic calcinosis comes from it" may go on about kidney failure, which its own sentence names.
    const named = elements.slice(0, at).filter(({ mention }) => mention !== undefined);
    if (named.length > 1 || elements.slice(0, at).some(({ norm }) => PRONOUNS.has(norm))) return NONE;
    const thing = takenUp(sentence, 0, CONDITION, around);
    if (thing === undefined || thing === 'unknown') return NONE;
    const id = thing.mention!.conceptId!;
    if (elements.some(({ mention }) => mention?.conceptId === id)) return NONE;
    return [replaced(sentence, thing.mention!, thing.norm, { start: 0, from: at, to: end })];
  }
  return NONE;
}

/** Index behind what may stand for a disease, or -1. */
function endOfCondition(elements: readonly Element[], at: number, { terminology }: Surroundings): number {
  const { norm } = elements[at]!;
  const next = elements[at + 1];
  if (norm === 'it') return next === undefined || next.kind === 'mark' || CLOSES.has(next.norm) ? at + 1 : -1;
  if (!DEMONSTRATIVES.has(norm) || next === undefined) return -1;
  if (PEOPLE.has(next.norm) || NOUNS.get(next.norm) === DISEASES) return at + 2;
  const category = next.mention?.conceptId;
  const isSort = category !== undefined && terminology.concept(category)!.closed !== undefined;
  return isSort && CATEGORIES.has(terminology.concept(category)!.kind) ? at + 2 : -1;
}

/** "Their hormone", "the hormone that these glands make", "what they release", "make a hormone, which …". */
function withProduct(sentence: SentenceElements, around: Surroundings): readonly SentenceElements[] {
  const { elements } = sentence;
  for (let at = 0; at < elements.length - 1; at++) {
    const end = endOfProduct(elements, at);
    if (end < 0 || end >= elements.length - 1 || !isStated(sentence, at)) continue;
    const gland = glandBefore(sentence, at, end, around);
    const product = gland === undefined ? undefined : around.terminology.productOf(gland.conceptId!);
    if (product === undefined) continue;
    return [
      replaced(sentence, { ...gland!, conceptId: product }, elements[at]!.norm, { start: at, from: at, to: end }),
    ];
  }
  return NONE;
}

/** Index behind the words that stand for what a gland makes, or -1. */
function endOfProduct(elements: readonly Element[], at: number): number {
  const norm = (index: number): string => elements[index]?.norm ?? '';
  if (OWNED.has(norm(at))) return PRODUCTS.has(norm(at + 1)) ? at + 2 : -1;
  const isNamed = ARTICLES.has(norm(at)) && PRODUCTS.has(norm(at + 1));
  if (!isNamed && norm(at) !== 'what') return -1;
  let next = isNamed ? at + 2 : at + 1;
  // "make a hormone, which …", "a hormone that …"
  if (norm(at) === 'a' || norm(at) === 'an') {
    if (!MAKES.has(norm(at - 1))) return -1;
    if (norm(next) === ',') next++;
    return RELATIVES.has(norm(next)) ? next + 1 : -1;
  }
  // "the parathyroid glands' hormone", "the hormone of the parathyroid glands" name the glands themselves.
  if (isNamed && OF.has(norm(next))) {
    const gland = [next + 1, next + 2].find((index) => elements[index]?.mention !== undefined);
    return gland === undefined ? -1 : gland + 1;
  }
  if (RELATIVES.has(norm(next))) next++;
  for (let verb = next + 1; verb <= next + 4 && verb < elements.length; verb++) {
    if (MAKES.has(norm(verb))) return verb + 1;
    if (elements[verb]!.kind === 'mark') return -1;
  }
  return -1;
}

/** The writer says so, of all of it: neither "too little of their hormone" nor "if their hormone is lacking". */
function isStated(sentence: SentenceElements, at: number): boolean {
  const clause = clausesOf(sentence).find(({ start, end }) => start <= at && at < end);
  if (clause?.attribution !== 'writer') return false;
  const before = sentence.elements.slice(clause.start, at);
  if (before.some(({ norm }) => isNegator(norm) || SUPPOSES.has(norm) || QUOTES.has(norm))) return false;
  return !before.slice(-4).some(({ norm }) => TAKES_AWAY.has(norm));
}

/** The one gland that is meant: of the words themselves, of what stands before them, of the entry. */
function glandBefore(sentence: SentenceElements, at: number, end: number, around: Surroundings): Mention | undefined {
  const { elements, block, sentenceIndex } = sentence;
  const sentences = around.discourse.sentences[block.index]!.slice(
    Math.max(0, sentenceIndex - FARTHEST),
    sentenceIndex,
  );
  const texts = [
    elements.slice(at, end),
    elements.slice(0, at),
    ...sentences.map((one) => one.elements).reverse(),
    ...itemsBefore(block, around),
  ];
  for (const text of texts) {
    const glands = text.flatMap(({ mention }, index) => {
      const kind = around.terminology.concept(mention?.conceptId ?? '')?.kind;
      if (kind !== 'anatomy') return [];
      // "behind the thyroid", but "the hormone of the parathyroid glands"
      return text !== texts[0] && PLACES.has(wordBefore(text, index)) ? [] : [mention!];
    });
    const ids = new Set(glands.map(({ conceptId }) => conceptId));
    if (ids.size > 1) return undefined;
    if (ids.size === 1) return glands[0];
  }
  return entryAbove(sentence, around)?.mention;
}

/** "They sit behind the thyroid.", "Most people have four parathyroid glands.": the items above, from the nearest on. */
function itemsBefore(
  { index, list }: AnalyzedBlock,
  { blocks, discourse }: Surroundings,
): readonly (readonly Element[])[] {
  if (list === undefined) return [];
  const before: (readonly Element[])[] = [];
  for (let at = index - 1; at >= 0 && at >= index - FARTHEST && blocks[at]!.list?.list === list.list; at--) {
    before.push(discourse.sentences[at]!.flatMap(({ elements }) => elements));
  }
  return before;
}

/** The elements from one on, with a thing in the place of some. */
function replaced(
  sentence: SentenceElements,
  named: Mention,
  norm: string,
  { start, from, to }: { readonly start: number; readonly from: number; readonly to: number },
): SentenceElements {
  const { elements, block } = sentence;
  const { firstToken } = elements[from]!;
  const { endToken } = elements[to - 1]!;
  const span = proseSpan(elements[from]!.span.start, elements[to - 1]!.span.end);
  const mention: Mention = { ...named, block: block.index, firstToken, endToken, span };
  const thing: Element = { kind: 'mention', norm, firstToken, endToken, span, mention, words: 0 };
  return { ...sentence, elements: [...elements.slice(start, from), thing, ...elements.slice(to)] };
}

const NONE: readonly never[] = [];
/** In sentences. */
const FARTHEST = 3;
const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));
const CONDITION: Meant = { kinds: new Set<ConceptKind>(['disease', 'form', 'complication']), number: 'either' };
const BEFORE_IT = words('of in with from among for by');
const PRONOUNS = words('it they');
const CLOSES = words('and but or as for than more less');
const DEMONSTRATIVES = words('this these that those such');
const PEOPLE = words(
  'children patients people adults kids boys girls women men infants babies cases persons families youngsters',
);
const OWNED = words('its their whose');
const ARTICLES = words('a an the this');
const PRODUCTS = words('hormone hormones secretion product');
const RELATIVES = words('that which');
const OF = words('of from');
const MAKES = words(
  'make makes making produce produces producing release releases releasing secrete secretes secreting send out give form supply supplies pour pours',
);
const TAKES_AWAY = words(
  'little less lack lacks lacking without missing shortage block blocks blocking against stop stops low no absence loss',
);
const PLACES = words(
  'behind near beside under beneath above below around to of from in on at by against with beyond than',
);
