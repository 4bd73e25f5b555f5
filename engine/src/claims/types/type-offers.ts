import type { CompiledClassification } from '../../terminology/compiled.js';
import type { Terminology } from '../../terminology/terminology.js';
import { proseSpan } from '../../text/span.js';
import { attributionOf } from '../attribution/attribution.js';
import type { Claim, ClaimParty } from '../claim.js';
import { clausesOf } from '../sentences/clauses.js';
import { opensWithPronoun, partyOf, type Discourse } from '../subjects/discourse.js';
import { memberOf } from '../divisions/division-members.js';
import type { Element, SentenceElements } from '../sentences/elements.js';
import { NEGATORS, NUMBERS, TYPE_WORDS } from '../sentences/lexicon.js';
import { notMemberEntry } from '../contradictions/outside-classification.js';

/**
 * Reads what is offered as one of the types without “X is a type”: “Among the types of calcinosis, X …”, “One of the
 * five types, X, …”, “The fifth goes by the name of X”, “with X as the fifth type”, “has a type …; it bears the name X”.
 */
export function readTypeOffers(
  sentence: SentenceElements,
  discourse: Discourse,
  terminology: Terminology,
): readonly Claim[] {
  const { elements } = sentence;
  if (sentence.isQuestion || elements.length > LONGEST) return NONE;
  const taken = formTaken(elements, terminology);
  if (taken !== undefined) {
    if (clausesOf(sentence).some(({ attribution }) => attribution !== 'writer')) return NONE;
    if (elements.some(({ norm }) => NEGATORS.has(norm) || /n['’]t$/u.test(norm))) return NONE;
    return [
      offerOf(
        partyOf(taken.named.mention!),
        partyOf(taken.whole.mention!),
        false,
        sentence.block.index,
        proseSpan(taken.whole.span.start, taken.named.span.end),
      ),
    ];
  }
  const group = groupNamed(sentence, terminology);
  if (group === undefined) return NONE;
  const placed = placedIn(elements, group, terminology) ?? labelled(sentence, group, discourse, terminology);
  const named =
    placed ?? offered(elements, group, terminology) ?? carriedOffer(sentence, group, discourse, terminology);
  if (named === undefined) return NONE;
  if (attributionOf(sentence) !== 'writer') return NONE;
  if (clausesOf(sentence).some(({ attribution }) => attribution !== 'writer')) return NONE;
  // What the sentence goes on to say behind the group is another matter: ", and may be seen on an X-ray".
  const stated = elements.filter((_, at) => at < statedUpTo(elements, group) && (at <= group.from || at >= group.to));
  if (stated.some(({ norm }) => HOLDS_BACK.has(norm) || NEGATORS.has(norm) || /n['’]t$/u.test(norm))) return NONE;
  const { whole, from, to } = group;
  const here = named.block === sentence.block.index && named.span.start >= elements[0]!.span.start;
  const start = elements[from]!.span.start;
  const end = elements[to - 1]!.span.end;
  const span = here
    ? proseSpan(Math.min(start, named.span.start), Math.max(end, named.span.end))
    : proseSpan(start, end);
  return [offerOf(named, whole, group.byCause, sentence.block.index, span)];
}

function offerOf(subject: ClaimParty, object: ClaimParty, byCause: boolean, block: number, span: Claim['span']): Claim {
  return {
    relation: 'is-a',
    subject,
    object,
    ...(byCause ? { value: 'type-by-cause' } : {}),
    polarity: 'asserted',
    attribution: 'writer',
    weak: false,
    block,
    span,
    form: byCause ? 'one of the types' : 'a type',
  };
}

/** Index of the mark, or of the "and" or "but", that ends the statement which the group belongs to. */
function statedUpTo(elements: readonly Element[], { to }: TypeGroup): number {
  const end = elements.findIndex(({ norm }, at) => at >= to && (norm === ';' || norm === 'and'));
  return end < 0 ? elements.length : end;
}

/** "the five types of calcinosis cutis", "the fifth type": where it stands, and of what. */
interface TypeGroup {
  readonly classification: CompiledClassification;
  readonly whole: ClaimParty;
  readonly from: number;
  readonly to: number;
  /** Numbered, or sorted by cause: patterns are none of these. */
  readonly byCause: boolean;
}

function groupNamed({ elements, block }: SentenceElements, terminology: Terminology): TypeGroup | undefined {
  for (const [at, { norm }] of elements.entries()) {
    const isTaken = (TYPE_WORDS.has(norm) || SHAPES.has(norm)) && isTakenBy(elements, at + 1);
    if (!isTaken && (!TYPE_WORDS.has(norm) || elements[at + 1]?.norm !== 'of')) continue;
    const behind = elements.slice(at + 1, at + 4);
    const next = behind.find(({ mention }) => mention?.conceptId !== undefined);
    // "a group of features: calcinosis, …" is no group of what the list begins with.
    if (next !== undefined && behind.slice(0, behind.indexOf(next)).some(({ kind }) => kind === 'mark')) continue;
    const id = next?.mention?.conceptId;
    const classification = id === undefined ? undefined : terminology.classificationOf(id);
    if (classification === undefined || terminology.concept(id!)!.kind !== 'disease') continue;
    const before = elements.slice(Math.max(0, at - 7), at);
    const byCause = before.some(
      (one) => CAUSAL.has(one.norm) || (NUMBERS[one.norm] ?? 0) > 2 || ORDINALS.has(one.norm),
    );
    const whole = partyOf(next!.mention!);
    const end = elements.indexOf(next!) + 1;
    const verb = isTaken ? elements.findIndex((one, index) => index >= end && TAKES.has(one.norm)) : -1;
    const to = isTaken ? verb + (elements[verb + 1]?.norm === 'in' ? 2 : 1) : end;
    return { classification, whole, from: Math.max(0, at - 1), to, byCause };
  }
  return ordinalGroup(elements, block.index, terminology);
}

/** "the forms that calcinosis cutis can take", "the kinds calcinosis comes in" */
function isTakenBy(elements: readonly Element[], from: number): boolean {
  const at = ['that', 'which'].includes(elements[from]?.norm ?? '') ? from + 1 : from;
  if (elements[at]?.mention?.conceptId === undefined) return false;
  const verb = elements.findIndex(({ norm }, index) => index > at && TAKES.has(norm));
  return verb > at && verb - at <= 3 && elements.slice(at + 1, verb).every(({ norm }) => MAY.has(norm));
}

/** "the fifth of the five types", "as the fifth type", in a sentence that names what is divided or its types. */
function ordinalGroup(elements: readonly Element[], block: number, terminology: Terminology): TypeGroup | undefined {
  const at = elements.findIndex(({ norm }, index) => {
    if (!ORDINALS.has(norm)) return false;
    return elements.slice(index + 1, index + 8).some((next) => TYPE_WORDS.has(next.norm));
  });
  if (at < 0) return undefined;
  const type = elements.findIndex(({ norm }, index) => index > at && TYPE_WORDS.has(norm));
  for (const classification of terminology.classifications) {
    const whole = elements.find(({ mention }) => classification.of.includes(mention?.conceptId ?? ''))?.mention;
    const members = elements.filter((element) => memberOf(element, classification, terminology)?.is === 'member');
    // "the fifth of the five types", "the sixth type next to the five that are named after their causes"
    const isCounted = elements
      .slice(at + 1, type + LONGEST_ASIDE)
      .some(({ norm }, index, own) => NUMBERS[norm] === 5 && (index < type - at || own[index - 1]?.norm === 'the'));
    if (whole === undefined && members.length < 2 && !isCounted) continue;
    const { norm, span } = elements[type]!;
    const party: ClaimParty =
      whole === undefined ? { conceptId: classification.of[0]!, text: norm, block, span } : partyOf(whole);
    return { classification, whole: party, from: at, to: type + 1, byCause: true };
  }
  return undefined;
}

/**
 * The subject that a verb of being puts among the types, past what is thrown in: "Osteoma cutis, bone that forms within
 * the skin, is one of the five subtypes", "Gout, in which …, is a subtype"; and "calcinosis can take the form of gout".
 */
function placedIn(
  elements: readonly Element[],
  { classification, from, to }: TypeGroup,
  terminology: Terminology,
): ClaimParty | undefined {
  let copula = from - 1;
  while (copula >= 0 && BEFORE_GROUP.has(elements[copula]!.norm)) copula--;
  if (copula < 1 || !PLACING.has(elements[copula]!.norm)) return undefined;
  while (copula > 1 && BEFORE_COPULA.has(elements[copula - 1]!.norm)) copula--;
  let at = copula - 1;
  const closing = elements[at]!.norm;
  if (CLOSING.has(closing)) {
    at = elements.findIndex(({ norm }, index) => index < at && norm === (closing === ')' ? '(' : closing)) - 1;
  } else if (elements[at]!.mention === undefined && elements[at - 1]?.mention !== undefined) at--;
  const id = elements[at]?.mention?.conceptId;
  if (id === undefined || notMemberEntry(id, classification, true, terminology) === undefined) return undefined;
  const opening = elements.slice(0, at).map(({ norm }) => norm);
  const isSubject =
    opening.length === 0 || OPENS_SUBJECT.has(opening.at(-1)!) || opening.every((norm) => LEADS_TO.has(norm));
  // "a form that sits in the skin": the group is of what is named, and nothing else comes before it.
  return isSubject && !opening.some((norm) => SIDE_BY_SIDE.has(norm)) && to > at
    ? partyOf(elements[at]!.mention!)
    : undefined;
}

/** "Nephrocalcinosis: one of the five types of calcinosis cutis", in a line, an entry or a row of its own. */
function labelled(
  sentence: SentenceElements,
  { classification, from }: TypeGroup,
  discourse: Discourse,
  terminology: Terminology,
): ClaimParty | undefined {
  const { elements, block, sentenceIndex } = sentence;
  const isOutside = (element: Element | undefined): boolean =>
    element?.mention?.conceptId !== undefined &&
    notMemberEntry(element.mention.conceptId, classification, true, terminology) !== undefined;
  const mark = elements.findIndex(({ norm }, at) => at > 0 && at < from && LABEL_MARKS.has(norm));
  if (mark > 0 && elements.slice(mark + 1, from).every(({ norm }) => OPENS_GROUP.has(norm))) {
    const names = elements.slice(0, mark).filter(({ mention }) => mention?.conceptId !== undefined);
    return names.length === 1 && mark <= LONGEST_LABEL && isOutside(names[0]) ? partyOf(names[0]!.mention!) : undefined;
  }
  const row = block.table?.rowHeader;
  if (row === undefined || sentenceIndex > 0 || !elements.slice(0, from).every(({ norm }) => OPENS_GROUP.has(norm))) {
    return undefined;
  }
  const names = discourse.sentences[row]!.flatMap((one) => one.elements).filter(
    ({ mention }) => mention?.conceptId !== undefined,
  );
  return names.length === 1 && isOutside(names[0]) ? partyOf(names[0]!.mention!) : undefined;
}

/** What the sentence offers, in a place where it is named for itself and not as what something stands in or behind. */
function offered(
  elements: readonly Element[],
  { classification, from, to }: TypeGroup,
  terminology: Terminology,
): ClaimParty | undefined {
  const isOutside = ({ mention }: Element) =>
    mention?.conceptId !== undefined &&
    notMemberEntry(mention.conceptId, classification, true, terminology) !== undefined;
  const found = elements.flatMap((element, at) => (isOutside(element) ? [at] : []));
  if (found.length !== 1) return undefined;
  const [at] = found as [number];
  // "Beside the dystrophic group, doctors know another type": those are named before it.
  const members = elements
    .slice(from)
    .some(({ mention }) => terminology.memberOf(mention?.conceptId ?? '') !== undefined);
  if (at < from) {
    // "… with X as the fifth type"
    const between = elements.slice(at + 1, from).map(({ norm }) => norm);
    return between[0] === 'as' && between.length <= 2 ? partyOf(elements[at]!.mention!) : undefined;
  }
  if (members || at < to) return undefined;
  const between = elements.slice(to, at).map(({ norm }) => norm);
  const opening = elements.slice(0, from).map(({ norm }) => norm);
  // "Among the types of calcinosis, X …", "One of the five types of calcinosis, X, …"
  const isDrawn = opening.some((norm) => DRAWS.has(norm)) && between.every((norm) => LEADS_TO.has(norm));
  const more = opening.some((norm) => FURTHER.has(norm)) || FURTHER.has(elements[from]!.norm);
  const isTold = between.length > 0 && between.every((norm) => TELLS_NAME.has(norm));
  const ends = elements[at + 1] === undefined || ENDS_NAME.has(elements[at + 1]!.norm);
  // "A rare type of calcinosis cutis, gout, …", "types of calcinosis cutis such as gout"
  const isGiven = from <= 2 || between.length > 2 || between.some((norm) => EXAMPLES.has(norm));
  if (isTold && ends && (more || isGiven)) return partyOf(elements[at]!.mention!);
  // "As the fifth type of calcinosis cutis, textbooks list gout"
  const isAs = opening.length <= 2 && opening[0] === 'as' && between.some((norm) => LISTS.has(norm));
  if (isAs && ends && between.length <= 4) return partyOf(elements[at]!.mention!);
  const isNamed = between.slice(-6).some((norm) => NAMES.has(norm)) && !between.some((norm) => APART.has(norm));
  return (isDrawn && between.length > 0) || isNamed ? partyOf(elements[at]!.mention!) : undefined;
}

/** "That is osteoma cutis, and it is one of the subtypes of calcinosis cutis.", "A sort of calcinosis" as an answer. */
function carriedOffer(
  sentence: SentenceElements,
  { classification, from, byCause }: TypeGroup,
  discourse: Discourse,
  terminology: Terminology,
): ClaimParty | undefined {
  const { elements, block, sentenceIndex } = sentence;
  const isOutside = (id: string) =>
    notMemberEntry(id, classification, byCause, terminology) !== undefined && terminology.concept(id) !== undefined;
  const own = elements
    .slice(0, from)
    .filter(
      ({ mention }) =>
        mention?.conceptId !== undefined && terminology.concept(mention.conceptId)!.kind !== 'profession',
    );
  const opening = elements.slice(Math.max(0, from - 7), from).map(({ norm }) => norm);
  const isFragment = from <= 3 && elements.slice(0, from).every(({ norm }) => OPENS_ANSWER.has(norm));
  const pronoun = opening.findLastIndex((norm) => TAKES_UP.has(norm));
  const isSaid = pronoun >= 0 && opening.slice(pronoun + 1).every((norm) => LIGHT.has(norm));
  if (isSaid && own.length > 0 && elements[0]?.norm !== opening[pronoun]) {
    const [only, ...others] = own;
    return others.length === 0 && isOutside(only!.mention!.conceptId!) ? partyOf(only!.mention!) : undefined;
  }
  // "It means that deposits …, and it is counted as the sixth type": of the same as the sentence opens with.
  const goesOn = isSaid && pronoun >= 0 && elements[0]?.norm === opening[pronoun];
  if (own.length > 0 && !goesOn) return undefined;
  // "As one of the five types of calcinosis cutis it deserves …"
  const isAs = elements[0]?.norm === 'as' && elements.slice(from).some(({ norm }) => TAKES_UP.has(norm));
  if (isAs) {
    const before = discourse.topicOf(block.index, sentenceIndex, (id) => terminology.concept(id)!.kind !== 'anatomy');
    return before !== undefined && isOutside(before.conceptId!) ? before : undefined;
  }
  if (isFragment && !isSaid && !discourse.answersQuestion(block.index, sentenceIndex)) return undefined;
  // "Dermatologists count it among the types of calcinosis cutis."
  const isCounted = isSaid && COUNTS.has(opening[pronoun - 1] ?? '');
  if (!isFragment && !isCounted && !(isSaid && opensWithPronoun(elements))) return undefined;
  const topic = discourse.topicOf(
    block.index,
    sentenceIndex,
    (id) => !['anatomy', 'profession'].includes(terminology.concept(id)!.kind),
  );
  return topic !== undefined && isOutside(topic.conceptId!) && !isAside(topic, sentence, discourse) ? topic : undefined;
}

/** "In CREST syndrome lumps may form. It is a type of …": what stands behind a preposition is not gone on about. */
function isAside({ block, span }: ClaimParty, sentence: SentenceElements, discourse: Discourse): boolean {
  if (block !== sentence.block.index) return false;
  const own = discourse.sentences[block]!.find(
    ({ sentence: { span: all } }) => all.start <= span.start && span.end <= all.end,
  );
  const at = own?.elements.findIndex((element) => element.span.start === span.start) ?? -1;
  return at > 0 && own!.elements.slice(0, at).some(({ norm }) => SIDE_BY_SIDE.has(norm));
}

/** "Calcinosis cutis can take the form of kidney stones", "appears in the guise of gout". */
function formTaken(
  elements: readonly Element[],
  terminology: Terminology,
): { whole: Element; named: Element } | undefined {
  const at = elements.findIndex(
    ({ norm }, index) => (norm === 'form' || SHAPES.has(norm)) && elements[index + 1]?.norm === 'of',
  );
  const whole = elements.slice(0, Math.max(0, at)).find(({ mention }) => mention?.conceptId !== undefined);
  const named = elements[at + 2];
  const classification = terminology.classificationOf(whole?.mention?.conceptId ?? '');
  if (classification === undefined || named?.mention?.conceptId === undefined || at < 3) return undefined;
  const verb = elements.slice(elements.indexOf(whole!) + 1, at).map(({ norm }) => norm);
  const isVerb =
    verb.some((norm) => TAKES.has(norm) || norm === 'show') &&
    verb.every((norm) => TAKES.has(norm) || MAY.has(norm) || IN_THE.has(norm));
  const isOutside = notMemberEntry(named.mention.conceptId, classification, false, terminology) !== undefined;
  return isVerb && isOutside && whole !== undefined ? { whole, named } : undefined;
}

const IN_THE = new Set('in the as a also sometimes show'.split(' '));

const NONE: readonly never[] = [];
const LONGEST = 60;
const LONGEST_ASIDE = 6;
const ORDINALS = new Set('third fourth fifth sixth last final 3rd 4th 5th further remaining'.split(' '));
const SHAPES = new Set('shape shapes guise guises face faces'.split(' '));
const TAKES = new Set('take takes assume assumes adopt adopts have has comes come appears appear knows'.split(' '));
const MAY = new Set('can may might will could often also cutis'.split(' '));
const BEFORE_GROUP = new Set(
  'one of the a an another among amongst as to in with also still now five four three six 5 accepted known recognised recognized causal main rare rarer further numbered counted classed'.split(
    ' ',
  ),
);
const PLACING = new Set(
  'is are was remains counts count belongs belong ranks rank forms makes represents stands'.split(' '),
);
const BEFORE_COPULA = new Set('also still really simply in fact itself'.split(' '));
const CLOSING = new Set([',', ')', '–', '—']);
const OPENS_SUBJECT = new Set('the a an , : – — that'.split(' '));
const SIDE_BY_SIDE = new Set('of in with for from by to on and or than'.split(' '));
const LABEL_MARKS = new Set(': – — = → , ( . *'.split(' '));
const OPENS_GROUP = new Set(
  'one of the a an that this another any kind rare five 5 four known : – — ) n . *'.split(' '),
);
const LONGEST_LABEL = 6;
const FURTHER = new Set('another further more additional second third new rarer less-known joint'.split(' '));
const TELLS_NAME = new Set(
  ', : – — ( namely called named which that is goes by the name of known as and its bears so-called such including'.split(
    ' ',
  ),
);
const COUNTS = new Set('count counts regard class classify rank list see consider call put'.split(' '));
const EXAMPLES = new Set(['such', 'including']);
const LISTS = new Set('list lists name names add adds count counts give gives know mention'.split(' '));
const ENDS_NAME = new Set('. , ; ) ! – — found seen which that in is are'.split(' '));
const CAUSAL = new Set('causal cause-based causes-based cause causes accepted recognised recognized'.split(' '));
const DRAWS = new Set('of among amongst one'.split(' '));
const NAMES = new Set(': namely called named name is are'.split(' '));
const LEADS_TO = new Set(', the a we you one find finds is are there also belongs ranks counts'.split(' '));
const APART = new Set('and but than from with in like as , ; who which that when'.split(' '));
const TAKES_UP = new Set('it this that'.split(' '));
const LIGHT = new Set(
  'is was counts counted now regarded seen listed ranked as belongs to ranks among also one of the a an still really simply just 5 five'.split(
    ' ',
  ),
);
const OPENS_ANSWER = new Set('a an one of the : answer it is simply just . *'.split(' '));
/** The sentence compares, recalls or leaves open. */
const HOLDS_BACK = new Set(
  'unlike differ differs different distinguish distinguished once formerly older sometimes some may might could if whether mistaken mistakenly wrongly confused apart beside instead rather although though but however contrast against myth exclude excluded look-alike mimic mimics'.split(
    ' ',
  ),
);
