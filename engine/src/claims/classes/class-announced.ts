import type { AnalyzedBlock } from '../../document.js';
import type { Terminology } from '../../terminology/terminology.js';
import { ACTS_ON, APART } from './class-frames.js';
import type { ClaimParty } from '../claim.js';
import { isDenied } from '../sentences/clauses.js';
import { isDrug } from '../sentences/concept-roles.js';
import { Role, rolesOf } from '../sentences/concept-roles.js';
import { isDisease, isKindOfDiseases } from './disease-kinds.js';
import { partyOf, type Discourse } from '../subjects/discourse.js';
import type { Element, SentenceElements } from '../sentences/elements.js';
import { NUMBERS } from '../sentences/lexicon.js';

/** What belongs to classes, and the classes: medicines, or diseases and their kinds. */
export interface Matter {
  readonly isThing: (element: Element) => boolean;
  readonly isGroup: (element: Element) => boolean;
}

/** Medicines and their classes, diseases and their kinds. */
export function mattersOf(terminology: Terminology): readonly Matter[] {
  let matters = known.get(terminology);
  if (matters === undefined) {
    matters = [
      { isThing: (element) => isDrug(element, terminology), isGroup: (element) => isGroup(element, terminology) },
      {
        isThing: (element) => isDisease(element, terminology),
        isGroup: (element) => isKindOfDiseases(element, terminology) && !isDisease(element, terminology),
      },
    ];
    known.set(terminology, matters);
  }
  return matters;
}

const known = new WeakMap<Terminology, readonly Matter[]>();

/** A class that a list is announced with, and whether the words right before the list name it. */
export interface Announced {
  readonly group: ClaimParty;
  /** It stands in the line itself; else it is taken up from what was said before. */
  readonly isNamed: boolean;
}

/**
 * The class that the block above a list announces: its last sentence names it, or only says that a list follows (“We
 * keep these:”), and a sentence before it or the heading does.
 */
export function announcedBy(
  head: number,
  blocks: readonly AnalyzedBlock[],
  discourse: Discourse,
  matter: Matter,
  terminology: Terminology,
): Announced | undefined {
  const sentences = discourse.sentences[head] ?? [];
  const last = sentences[sentences.length - 1];
  const own = groupIn(last, matter, terminology) ?? groupAskedFor(last, matter, terminology);
  if (own !== undefined) return { group: own, isNamed: true };
  const heading = blocks[head]!.headings[blocks[head]!.headings.length - 1];
  const above = heading === undefined || heading === head ? [] : (discourse.sentences[heading] ?? []);
  return before([...above.slice(-1), ...sentences], matter, terminology);
}

/** The class that the sentences before one announce, of which it says nothing but that a list follows. */
export function before(
  sentences: readonly SentenceElements[],
  matter: Matter,
  terminology: Terminology,
): Announced | undefined {
  const last = sentences[sentences.length - 1];
  if (last === undefined || !announces(last, matter)) return undefined;
  for (const sentence of sentences.slice(0, -1).reverse().slice(0, FARTHEST)) {
    const group = groupIn(sentence, matter, terminology) ?? groupAskedFor(sentence, matter, terminology);
    if (group !== undefined) return { group, isNamed: false };
    if (sentence.elements.some((element) => matter.isThing(element) || matter.isGroup(element))) return undefined;
  }
  return undefined;
}

/** "We keep these:", "Here they are:", "The ones we prescribe most:": it names nothing that the list could be of. */
function announces({ elements, isQuestion }: SentenceElements, matter: Matter): boolean {
  if (isQuestion || elements.length > LONGEST_ANNOUNCEMENT) return false;
  const isPlain = elements.every(
    (element) => !matter.isThing(element) && !matter.isGroup(element) && !BRINGS_OTHERS.has(element.norm),
  );
  return isPlain && !isHeldApart(elements);
}

/** The one class that a line names, where nothing in it holds the class and the list apart. */
export function groupIn(
  sentence: SentenceElements | undefined,
  matter: Matter,
  terminology: Terminology,
): ClaimParty | undefined {
  if (sentence === undefined || sentence.isQuestion) return undefined;
  // "If your calcium is high, we prefer a binder without calcium."
  const elements = mainPart(sentence.elements);
  const isSubject = sentence.elements.slice(0, 4).some(matter.isGroup);
  // "Statins lower cholesterol." says what the class does, and nothing of its members.
  const said = elements.filter(({ norm }) => !ANNOUNCING.has(norm) && !(isSubject && EFFECTS.has(norm)));
  if (isHeldApart(said) || sentence.elements.some((element) => matter.isThing(element))) return undefined;
  return oneOf(sentence.elements, placesOf(sentence.elements, matter.isGroup), terminology);
}

/** "What are TNF inhibitors?", "Which beta blockers are used?" */
export function groupAskedFor(
  sentence: SentenceElements | undefined,
  matter: Matter,
  terminology: Terminology,
): ClaimParty | undefined {
  if (sentence?.isQuestion !== true || sentence.elements.length > LONGEST_QUESTION) return undefined;
  const { elements } = sentence;
  // "NSAIDs?"
  const asks = elements.length <= 3 || elements.slice(0, 4).some(({ norm }) => norm === 'what' || norm === 'which');
  // "Which of these medicines are antibiotics?" is a riddle.
  if (!asks || isHeldApart(elements) || elements.some(({ norm }) => OFFERS.has(norm))) return undefined;
  if (elements.some((element) => matter.isThing(element))) return undefined;
  return oneOf(elements, placesOf(elements, matter.isGroup), terminology);
}

function mainPart(elements: readonly Element[]): readonly Element[] {
  if (!CONDITIONS.has(elements[0]?.norm ?? '')) return elements;
  const comma = elements.findIndex(({ norm }) => norm === ',');
  return comma > 0 ? elements.slice(comma + 1) : elements;
}

/** Of several classes only such as belong to one another: "blood thinners (anticoagulants)". */
export function oneOf(
  elements: readonly Element[],
  groups: readonly number[],
  terminology: Terminology,
): ClaimParty | undefined {
  const ids = [...new Set(groups.map((at) => elements[at]!.mention!.conceptId!))];
  const own = ids.find((id) => ids.every((other) => terminology.isA(id, other)));
  const at = groups.find((group) => elements[group]!.mention!.conceptId === own);
  return at === undefined ? undefined : partyOf(elements[at]!.mention!);
}

export function isHeldApart(elements: readonly Element[]): boolean {
  return (
    elements.some(
      ({ norm }, at) =>
        !isQuantity(norm, elements[at - 1]?.norm ?? '') &&
        (APART.has(norm) || (ACTS_ON.has(norm) && !NEUTRAL.has(norm))),
    ) || isDenied(elements, 0, elements.length)
  );
}

/** "so far", "more than" */
function isQuantity(norm: string, before: string): boolean {
  return (norm === 'far' && before === 'so') || (norm === 'than' && before === 'more');
}

export function placesOf(elements: readonly Element[], is: (element: Element) => boolean): readonly number[] {
  const found: number[] = [];
  for (const [at, element] of elements.entries()) if (is(element)) found.push(at);
  return found;
}

/** A class of medicines of which the terminology says what belongs to it. */
export function isGroup({ mention }: Element, terminology: Terminology): boolean {
  const id = mention?.conceptId;
  if (id === undefined || (rolesOf(id, terminology) & Role.drugClass) === 0) return false;
  return terminology.concept(id)!.closed !== undefined;
}

/** "verapamil, a calcium channel blocker", "omeprazole, while you take them": the item itself tells what it is. */
export function setsItselfApart(item: readonly SentenceElements[], matter: Matter, terminology: Terminology): boolean {
  const elements = item.flatMap((sentence) => sentence.elements);
  const thing = elements.find(matter.isThing)?.mention?.conceptId;
  if (thing === undefined) return false;
  return elements.some(
    (element) =>
      TAKES_UP.has(element.norm) || (matter.isGroup(element) && terminology.isA(thing, element.mention!.conceptId!)),
  );
}

/** "Only one of the following is an antibiotic:", "two of these are statins:": of the list below not all are. */
export function isOfSomeBelow(before: readonly Element[]): boolean {
  return before.some(({ norm }, at) => {
    if (norm !== 'of') return false;
    const some = before[at - 1]?.norm ?? '';
    const [first, second] = [before[at + 1]?.norm ?? '', before[at + 2]?.norm ?? ''];
    const isBelow = OFFERS.has(first) || (first === 'the' && OFFERS.has(second));
    return isBelow && (SOME.has(some) || (some === 'all' && before[at - 2]?.norm === 'not'));
  });
}

/** "several", "two", "them": words for members of what was named. */
export function countsMembers(norm: string): boolean {
  return QUANTITIES.has(norm) || (NUMBERS[norm] ?? 0) > 1;
}

/** In sentences: from the one that announces a list to the one that names its class. */
const FARTHEST = 3;
const LONGEST_ANNOUNCEMENT = 14;
const LONGEST_QUESTION = 9;
const TAKES_UP = new Set('them these those not no instead alongside beside protect protects'.split(' '));
const SOME = new Set('one none some which most few half neither any'.split(' '));
const OFFERS = new Set(['these', 'those', 'following', 'below']);
const CONDITIONS = new Set(['if', 'when', 'where', 'once', 'should']);
const NEUTRAL = new Set('choice whose need needs needed when together want besides users followed'.split(' '));
/** In a sentence that names a class: "patients should get a …", "we add a …". */
const ANNOUNCING = new Set(['should', 'add', 'adds', 'added', 'whose']);
/** What a class does to the body keeps it and its members not apart. */
export const EFFECTS: ReadonlySet<string> = new Set(
  'lower lowers lowered raise raises raised change changes changed affect affects affected trigger triggers protect protects block blocks blocked bind binds disturb disturbs disturbed problem trouble reason weaken weakens strengthen strengthens help helps need needs whose when while once'.split(
    ' ',
  ),
);
/** What is listed may be something else. */
const BRINGS_OTHERS = new Set(
  'other others else also too beside besides further pain reasons steps rules tips signs effects questions'.split(' '),
);
const QUANTITIES = new Set(
  'several some many few number couple them these those ones options option choices choice examples lots plenty'.split(
    ' ',
  ),
);
