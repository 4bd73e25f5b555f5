import type { Terminology } from '../terminology/terminology.js';
import { proseSpan } from '../text/span.js';
import { CAUSE_KINDS, PEOPLE } from './cause-words.js';
import type { Claim } from './claim.js';
import { clausesOf, isDenied } from './clauses.js';
import { partyOf, type Discourse } from './discourse.js';
import { isListedCause } from './contradiction.js';
import { isWholeOfTypes } from './said-of.js';
import { isCauseOfTypes } from './type-causes.js';
import type { Element, SentenceElements } from './elements.js';

/**
 * Reads a type that is named after it has been described: "When kidneys fail, phosphate builds up in the blood.
 * Doctors call this the dystrophic type." What the description says is claimed of the type that it ends with.
 */
export function readNamedTypes(
  sentence: SentenceElements,
  discourse: Discourse,
  terminology: Terminology,
): readonly Claim[] {
  if (sentence.isQuestion || clausesOf(sentence).some(({ attribution }) => attribution !== 'writer')) return [];
  const { elements } = sentence;
  const isMember = (element: Element) =>
    element.mention?.conceptId !== undefined && terminology.memberOf(element.mention.conceptId) !== undefined;
  const members = elements.filter(isMember);
  if (members.length !== 1) return [];
  const at = elements.indexOf(members[0]!);
  const opening = namingFrom(elements, at, terminology);
  if (opening < 0 || isDenied(elements, opening, at) || leavesOpen(elements, opening, at)) return [];
  const named = partyOf(members[0]!.mention!);
  const span = proseSpan(elements[opening]!.span.start, members[0]!.span.end);
  const described = describedBy(sentence, opening, discourse, isMember, terminology);
  // A person may have a cause of the type beside one of another: the type goes with its own.
  const isExplained = described.some(({ mention }) =>
    isListedCause(named.conceptId!, mention?.conceptId ?? '', terminology),
  );
  return described.flatMap((element): Claim[] => {
    const { phrase, mention } = element;
    const common = {
      subject: named,
      polarity: phrase?.denied === true ? ('denied' as const) : ('asserted' as const),
      attribution: 'writer' as const,
      block: sentence.block.index,
      span,
      form: 'named after its description',
    };
    if (phrase !== undefined) {
      const object = { text: element.norm, block: sentence.block.index, span: element.span };
      const value = phrase.level ?? phrase.tissue ?? (phrase.known === true ? 'known' : undefined);
      return [
        {
          ...common,
          relation: phrase.kind,
          object,
          weak: false,
          ...(value === undefined ? {} : { value }),
          ...(phrase.analyte === undefined ? {} : { analyte: phrase.analyte }),
        },
      ];
    }
    const isCause = mention?.conceptId !== undefined && CAUSE_KINDS.has(terminology.concept(mention.conceptId)!.kind);
    return isCause && !isExplained
      ? [{ ...common, relation: 'associated-with', object: partyOf(mention), weak: true }]
      : [];
  });
}

/** "This may lead to …"; a condition that the sentence opens with and answers itself is what is named. */
function leavesOpen(elements: readonly Element[], opening: number, type: number): boolean {
  return elements.some(
    ({ norm }, at) =>
      (OPEN.has(norm) && !(at === 0 && norm === 'if' && opening > 2)) || (at < type && OPEN_BEFORE.has(norm)),
  );
}

/** Where "this is called", "doctors call it", "such cases are rightly called" begins before the type; -1 where none does. */
function namingFrom(elements: readonly Element[], type: number, terminology: Terminology): number {
  const named = namingVerbFrom(elements, type, terminology);
  return named >= 0 ? named : namingMarkFrom(elements, type);
}

/** "…: dystrophic calcinosis, in short.", "… → metastatic type", "you are looking at the metastatic type". */
function namingMarkFrom(elements: readonly Element[], type: number): number {
  for (let at = type - 1; at >= Math.max(0, type - 7); at--) {
    const { norm, mention, kind } = elements[at]!;
    if (mention !== undefined) return -1;
    if (NAMING.has(norm) || (norm === 'case' && at <= 3 && elements.length <= 9)) return at;
    if (NAMING_MARKS.has(norm)) return closesName(elements, type) ? at : -1;
    if (kind === 'mark' && !['"', '“', '‘', ','].includes(norm)) return -1;
  }
  return -1;
}

/** What is named ends there: nothing more is said of it. */
function closesName(elements: readonly Element[], type: number): boolean {
  const next = elements[type + 1];
  return next === undefined || ['.', ',', ')', '!', '”', '"'].includes(next.norm);
}

function namingVerbFrom(elements: readonly Element[], type: number, terminology: Terminology): number {
  for (let at = type - 1; at >= Math.max(0, type - 9); at--) {
    const { norm } = elements[at]!;
    // "In scleroderma the calcinosis is of the metastatic kind": what it is said to be of is in the sentence.
    if (COPULAS.has(norm) && type - at <= 3 && elements.slice(at + 1, type).every((one) => OF_THE.has(one.norm))) {
      return at;
    }
    if (CALLS.has(norm) && DEMONSTRATIVES.has(elements[at + 1]?.norm ?? '')) return at > 0 ? at - 1 : at;
    if (SPEAKS.has(norm) && elements[at + 1]?.norm === 'of' && type - at <= 4) return at > 0 ? at - 1 : at;
    // "Her calcinosis is metastatic."
    const isWhole = isWholeOfTypes(elements[at]!.mention?.conceptId ?? '', terminology);
    if (
      isWhole &&
      type - at <= 4 &&
      elements.slice(at + 1, type).every((one) => COPULAS.has(one.norm) || OF_THE.has(one.norm))
    ) {
      return at;
    }
    if (!DEMONSTRATIVES.has(norm) || elements[at]!.kind !== 'word' || CALLS.has(elements[at - 1]?.norm ?? '')) continue;
    const between = elements.slice(at + 1, type);
    const verb = between.findIndex((element) => NAMES.has(element.norm));
    // "what it showed was an old dystrophic deposit": the pronoun has another verb.
    if (verb > 0 && !NOUN_TAKERS.has(norm) && !between.slice(0, verb).every((one) => ADVERBS.has(one.norm))) return -1;
    return between.some((element) => NAMES.has(element.norm)) &&
      between.every(
        (element) => element.mention === undefined || isWholeOfTypes(element.mention.conceptId ?? '', terminology),
      )
      ? at
      : -1;
  }
  return -1;
}

/** What is described before the naming: in the same sentence, or else in the sentence before it. */
function describedBy(
  sentence: SentenceElements,
  opening: number,
  discourse: Discourse,
  isMember: (element: Element) => boolean,
  terminology: Terminology,
): readonly Element[] {
  const part = sentence.elements.findLastIndex(({ norm }, at) => norm === ';' && at < opening);
  const own = sentence.elements
    .slice(part + 1, opening)
    .filter(
      (element, at) =>
        describes(element, terminology) &&
        !isOfPeople(sentence, part + 1 + at) &&
        !isDeniedNear(sentence.elements, part + 1 + at),
    );
  if (own.length > 0) return own;
  const found: Element[] = [];
  for (let index = sentence.sentenceIndex - 1; index >= Math.max(0, sentence.sentenceIndex - 3); index--) {
    const before = discourse.sentences[sentence.block.index]![index]!;
    const clauses = clausesOf(before);
    // A question, a contrast or another type between the two: it is not clear what is named.
    if (before.isQuestion || before.elements.some(isMember)) break;
    if (clauses.some(({ attribution }) => attribution !== 'writer')) break;
    const { elements } = before;
    found.push(
      ...elements.filter(
        (element, at) => describes(element, terminology) && !isOfPeople(before, at) && !isDeniedNear(elements, at),
      ),
    );
  }
  return found;
}

/** A negation right before it, in the same part of the sentence: "nothing leaked: the cause stayed unknown". */
function isDeniedNear(elements: readonly Element[], at: number): boolean {
  let from = Math.max(0, at - 6);
  for (let index = from; index < at; index++) if ([':', ';', ','].includes(elements[index]!.norm)) from = index + 1;
  return isDenied(elements, from, at);
}

/** "mainly in people with kidney failure": who has it, not what it is. */
function isOfPeople({ elements }: SentenceElements, at: number): boolean {
  return elements[at - 1]?.norm === 'with' && PEOPLE.has(elements[at - 2]?.norm ?? '');
}

function describes({ phrase, mention }: Element, terminology: Terminology): boolean {
  return phrase !== undefined || isCauseOfTypes(mention?.conceptId ?? '', terminology);
}

const OPEN_BEFORE = new Set('unlikely less exclude excludes excluded against away only before until'.split(' '));
const NAMING = new Set(
  'call calls write writes speak speaks spoke enter note noted record classification type termed called known label labelled labeled diagnosis diagnosed dx imp impression conclusion illustrates exemplifies typifies spells equals mean means looking dealing think file files filing place places put puts class group groups count classify classifies list lists points suggests indicates signals fits makes make filed earns goes textbook classic example'.split(
    ' ',
  ),
);
const NAMING_MARKS = new Set(': – — → ='.split(' '));
const COPULAS = new Set('is are was were'.split(' '));
const OF_THE = new Set('of the'.split(' '));
const DEMONSTRATIVES = new Set('this these such it they that them which'.split(' '));
const NOUN_TAKERS = new Set('this these such'.split(' '));
const ADVERBS = new Set(
  'then usually often therefore rightly thus also may can is are be was were being been would'.split(' '),
);
const CALLS = new Set('call calls called name names term terms label labels'.split(' '));
const SPEAKS = new Set('speak speaks spoke talk talks'.split(' '));
const NAMES = new Set(
  'called known named termed labelled labeled counts count is are was were belongs belong falls fall illustrates'.split(
    ' ',
  ),
);
/** Words that leave open what is named, or say more than a name: "this may lead to dystrophic calcification". */
const OPEN = new Set(
  'if may might can could unless other another also rather than from cause causes leads lead due like unlike sometimes some treat treatment risk'.split(
    ' ',
  ),
);
