import type { AnalyzedBlock } from '../../document.js';
import type { ConceptKind } from '../../terminology/source-format.js';
import type { Terminology } from '../../terminology/terminology.js';
import { clausesOf } from '../sentences/clauses.js';
import type { Discourse } from './discourse.js';
import type { Element, SentenceElements } from '../sentences/elements.js';
import { entryAbove, isThing } from '../sentences/entries.js';
import { TYPE_WORDS } from '../sentences/lexicon.js';
import { isCalled, mayBeCalled } from '../plain-forms/nouns-of-things.js';
import { isUnreal } from '../attribution/unreal.js';

/** Which things a pronoun or a noun with "this" may stand for. */
export interface Meant {
  /** Kinds of concepts; any for a pronoun. */
  readonly kinds?: ReadonlySet<ConceptKind> | undefined;
  /** The class that the noun names: "this anticoagulant" is one. */
  readonly category?: string | undefined;
  readonly number: 'one' | 'several' | 'either';
  /** The noun itself: "the hormone" stands for nothing that is none. */
  readonly noun?: string;
}

export interface Surroundings {
  readonly blocks: readonly AnalyzedBlock[];
  readonly discourse: Discourse;
  readonly terminology: Terminology;
}

/** Something is taken up that the terminology does not know, or one of several things. */
export type NotTold = 'unknown' | undefined;

type Found = Element | 'several' | 'unknown' | 'none';

/** What `takenUp` finds, where it is known. */
export function antecedentOf(
  sentence: SentenceElements,
  at: number,
  meant: Meant,
  around: Surroundings,
): Element | undefined {
  const found = takenUp(sentence, at, meant, around);
  return found === 'unknown' ? undefined : found;
}

/**
 * The one thing that what stands at an element takes up: of its own sentence, of those before it, of the entry that it
 * stands under. Where two might be meant, or a thing that is not known, there is none.
 */
export function takenUp(sentence: SentenceElements, at: number, meant: Meant, around: Surroundings): Element | NotTold {
  const { discourse, blocks } = around;
  const { block, sentenceIndex } = sentence;
  // "It is taken against osteoporosis, but it is …": both stand for one thing.
  const earlier = sentence.elements.findIndex(({ norm }) => norm === sentence.elements[at]!.norm && PRONOUNS.has(norm));
  if (earlier >= 0 && earlier < at) return takenUp(sentence, earlier, meant, around);
  const actor = actorOfScene(sentence, at, meant, around);
  if (actor !== undefined) return actor;
  const own = onlyThing(sentence.elements.slice(0, at), meant, around);
  if (own !== 'none') return own === 'several' ? undefined : own;
  const barred = new Set(sentence.elements.slice(0, at).flatMap(({ mention }) => mention?.conceptId ?? []));
  const found = lastOf(discourse.sentences[block.index]!.slice(0, sentenceIndex), meant, around);
  const told =
    found !== 'none' ? found : (entryAbove(sentence, around) ?? paragraphAbove(block, blocks, meant, around));
  if (told === 'several' || told === undefined || told === 'none') return undefined;
  if (told === 'unknown') return told;
  const id = told.mention!.conceptId!;
  return barred.has(id) || !isOfKind(id, meant, around.terminology) ? undefined : told;
}

/**
 * "Colchicine is … In people with calcinosis it dissolves …": the medicine or the procedure of the sentences before,
 * where what its own sentence names ahead is a disease in which it acts.
 */
export function actorOfScene(
  { elements, block, sentenceIndex }: SentenceElements,
  at: number,
  meant: Meant,
  around: Surroundings,
): Element | undefined {
  const { discourse, terminology } = around;
  if (at < 2 || !SCENES.has(elements[0]!.norm)) return undefined;
  const kindOf = ({ mention }: Element): ConceptKind | undefined => terminology.concept(mention?.conceptId ?? '')?.kind;
  const isScene = elements
    .slice(1, at)
    .every((one) => STAGES.has(kindOf(one) ?? 'term') || one.kind === 'mark' || IN_SCENES.has(one.norm));
  if (!isScene || !elements.slice(1, at).some(({ mention }) => mention !== undefined)) return undefined;
  const before = discourse.sentences[block.index]!.slice(0, sentenceIndex);
  const found = lastOf(before, { ...meant, kinds: meant.kinds ?? ACTORS }, around);
  if (typeof found === 'string' || !ACTORS.has(kindOf(found) ?? 'term')) return undefined;
  // "Lupus is treated with warfarin. In dermatomyositis it attacks …": what the sentence began with may be meant.
  const own = before.find((one) => one.elements.includes(found));
  return own?.elements.find(({ mention }) => mention?.conceptId !== undefined) === found ? found : undefined;
}

/** The last sentences of the paragraph before, under the same heading. */
function paragraphAbove(
  { index, kind, list, headings }: AnalyzedBlock,
  blocks: readonly AnalyzedBlock[],
  meant: Meant,
  around: Surroundings,
): Found {
  const before = blocks[index - 1];
  const isParagraph = kind === 'paragraph' && before?.kind === 'paragraph' && list === undefined;
  if (!isParagraph || before.list !== undefined || before.headings.at(-1) !== headings.at(-1)) return 'none';
  return lastOf(around.discourse.sentences[index - 1]!, meant, around);
}

/** What the last of some sentences that names a thing names, not far off. */
function lastOf(sentences: readonly SentenceElements[], meant: Meant, around: Surroundings): Found {
  for (let index = sentences.length - 1; index >= Math.max(0, sentences.length - FARTHEST); index--) {
    const sentence = sentences[index]!;
    // "In calcinosis it is given to calm the redness. It …": both stand for what was named before.
    const pronoun = sentence.elements.findIndex(({ norm }) => norm === 'it');
    const actor = actorOfScene(sentence, pronoun, meant, around);
    if (actor !== undefined) return actor;
    const found = onlyThing(sentence.elements, meant, around);
    if (found === 'none') {
      if (namesUnknown(sentence)) return 'unknown';
      continue;
    }
    if (found === 'unknown') return found;
    // "Who takes warfarin should know apixaban. It …": of two like things either may be meant.
    if (found === 'several' && meant.number === 'one' && namesRivals(sentence, around)) return 'unknown';
    if (isOthers(sentence) || goesOnBefore(found, sentence) || isOfUnrealCase(found, sentence, around)) {
      return 'several';
    }
    return found;
  }
  return 'none';
}

/** Two things of one kind, and no pronoun that goes on about something else. */
function namesRivals(sentence: SentenceElements, { terminology }: Surroundings): boolean {
  if (goesOnBefore('several', sentence)) return false;
  const ids = new Set(sentence.elements.flatMap(({ mention }) => mention?.conceptId ?? []));
  const kinds = [...ids].map((id) => terminology.concept(id)!.kind).filter((kind) => RIVALS.has(kind));
  return new Set(kinds).size < kinds.length;
}

/** "something called Zorbinol": what is named there may be meant, and is not known. */
function namesUnknown(sentence: SentenceElements): boolean {
  const { elements } = sentence;
  if (asksOfUnknown(sentence)) return true;
  return elements.some(
    ({ norm }, at) =>
      (NAMING.has(norm) && elements[at + 1]?.kind === 'word' && elements[at + 1]!.mention === undefined) ||
      isSomeMedicine(elements, at),
  );
}

/** "Is calcinosis contagious? No. Is impetigo? Yes, it …" */
function asksOfUnknown({ elements, isQuestion }: SentenceElements): boolean {
  if (!isQuestion || elements.length < 3 || elements.length > LONGEST_ELLIPSIS) return false;
  const [verb, ...rest] = elements.slice(0, -1);
  return COPULAS.has(verb!.norm) && rest.every(({ norm, mention }) => mention === undefined && !NOT_A_NAME.has(norm));
}

/** "prescribed a tablet": one that is not named; "is a tablet" says what another thing is. */
function isSomeMedicine(elements: readonly Element[], at: number): boolean {
  if (!MEDICINES.has(elements[at]!.norm)) return false;
  const from = [at - 1, at - 2].find((before) => INDEFINITE.has(elements[before]?.norm ?? ''));
  return from !== undefined && !COPULAS.has(elements[from - 1]?.norm ?? '');
}

/** "Nephrologists see it most, since most have kidney disease": "it" may still be what the text goes on about. */
function goesOnBefore(found: Element | 'several' | 'none', { elements }: SentenceElements): boolean {
  const named = typeof found === 'string' ? elements.length : elements.indexOf(found);
  // "This is the type that we see in lupus"
  const [first, second, ...rest] = elements.map(({ norm }) => norm);
  const type = rest.findIndex((norm) => TYPE_WORDS.has(norm));
  if (first === 'this' && COPULAS.has(second ?? '') && 0 < type && type <= 3 && rest[type - 1] === 'the') return true;
  // "This week it is heparin" only names it.
  return elements
    .slice(0, named)
    .some(({ norm }, at) => PRONOUNS.has(norm) && !(at === named - 2 && COPULAS.has(elements[at + 1]!.norm)));
}

/** What somebody was wrong about is nothing to go on with. */
function isOthers(sentence: SentenceElements): boolean {
  if (
    sentence.elements.some(({ norm }, at) => norm === 'with' && CONFUSED.has(sentence.elements[at - 1]?.norm ?? ''))
  ) {
    return false;
  }
  return clausesOf(sentence).some(({ attribution }) => attribution === 'others' || attribution === 'historical');
}

/** A type that was only supposed: "As it was, …" goes on about no case of it. */
function isOfUnrealCase(
  found: Element | 'several',
  sentence: SentenceElements,
  { terminology }: Surroundings,
): boolean {
  if (typeof found === 'string' || !isUnreal(sentence)) return false;
  return terminology.memberOf(found.mention!.conceptId!) !== undefined;
}

/** The one thing that some words are about. */
export function onlyThing(elements: readonly Element[], meant: Meant, around: Surroundings): Found {
  const { terminology } = around;
  const things: number[] = [];
  let unknown = false;
  for (const [at, { mention }] of elements.entries()) {
    if (mention === undefined) continue;
    // An abbreviation of more than one meaning may be the thing.
    if (mention.conceptId === undefined) {
      if (meant.kinds === undefined && meant.category === undefined && mention.readings.length > 0) unknown = true;
      continue;
    }
    if (isPredicate(elements, at, terminology)) continue;
    if (isThing(mention.conceptId, terminology) && isOfKind(mention.conceptId, meant, terminology)) things.push(at);
  }
  if (things.length === 0) return unknown ? 'unknown' : 'none';
  if (unknown) return 'several';
  if (meant.category === undefined && elements.some((_, at) => isSomeMedicine(elements, at))) return 'several';
  const own = things.filter((at) => !isSetAside(elements, at));
  if (own.length === 0) return 'none';
  const distinct = mostSpecific(own, elements, terminology);
  // "Warfarin was replaced by apixaban": either may be meant from there on.
  if (things.length > 1 && elements.some(({ norm }) => CHANGES.has(norm))) return 'several';
  // "She stopped warfarin. Her new tablet needs no checks. It …"
  if (elements.some(({ norm }) => STOPS.has(norm))) return 'several';
  if (distinct.length === 1) return agreeing(elements[distinct[0]!]!, meant, around);
  const central = distinct.filter((at) => !BEFORE_ASIDE.has(wordBefore(elements, at)));
  if (central.length === 1) return agreeing(elements[central[0]!]!, meant, around);
  const [first, second] = distinct;
  const opens = elements.slice(0, first).every(({ norm, kind }) => kind === 'mark' || OPENERS.has(norm));
  const isJoined = elements.slice(first! + 1, second).every(({ norm, kind }) => kind === 'mark' || JOINS.has(norm));
  // "Alendronate slows them, and so does denosumab, though it is …"
  const isAdded = ADDED.has(elements[second! - 2]?.norm ?? '') && AUXILIARIES.has(elements[second! - 1]!.norm);
  if (!opens || isJoined || isAdded) return 'several';
  return agreeing(elements[first!]!, meant, around);
}

/** "as a monoclonal antibody", "make it an anticoagulant": what a thing is, and no thing. */
function isPredicate(elements: readonly Element[], at: number, terminology: Terminology): boolean {
  const { kind } = terminology.concept(elements[at]!.mention!.conceptId!)!;
  return kind === 'drug-class' && INDEFINITE.has(elements[at - 1]?.norm ?? '');
}

/** "it" stands for one thing, "they" for several. */
function agreeing(thing: Element, { number }: Meant, { discourse }: Surroundings): Element | 'several' {
  if (number === 'either') return thing;
  const { block, span } = thing.mention!;
  return isPlural(discourse.textOf(block).slice(span.start, span.end).toLowerCase()) === (number === 'several')
    ? thing
    : 'several';
}

function isPlural(norm: string): boolean {
  return norm.endsWith('s') && !SINGULAR.test(norm);
}

function isOfKind(id: string, { kinds, category, noun }: Meant, terminology: Terminology): boolean {
  if (category !== undefined) return terminology.isA(id, category) && id !== category;
  const { kind } = terminology.concept(id)!;
  // A hormone or an enzyme is known by the name of its test as well.
  if (kind === 'lab-test' && noun !== undefined) return isCalled(id, noun, terminology);
  if (kinds !== undefined && !kinds.has(kind)) return false;
  return noun === undefined || mayBeCalled(id, noun, terminology);
}

/** Each thing once, and of a thing and its class the thing: "rituximab, an antibody". */
function mostSpecific(
  things: readonly number[],
  elements: readonly Element[],
  terminology: Terminology,
): readonly number[] {
  const idAt = (at: number): string => elements[at]!.mention!.conceptId!;
  return things.filter(
    (at, index) =>
      things.findIndex((other) => idAt(other) === idAt(at)) === index &&
      !things.some((other) => idAt(other) !== idAt(at) && terminology.isA(idAt(other), idAt(at))),
  );
}

/** "instead of warfarin", "confused with gout", "after heparin": not what the sentence goes on about. */
function isSetAside(elements: readonly Element[], at: number): boolean {
  const before = wordBefore(elements, at);
  if (SETS_ASIDE.has(before)) return true;
  const from = elements[at - 1]?.norm === before ? at - 2 : at - 3;
  return BEFORE_OTHER.has(before) && SETS_ASIDE.has(elements[from]?.norm ?? '');
}

/** The word before a name and its article. */
export function wordBefore(elements: readonly Element[], at: number): string {
  let before = at - 1;
  // "for calcium oxalate or calcium pyrophosphate"
  while (
    before > 0 &&
    (ARTICLES.has(elements[before]!.norm) ||
      (JOINING.has(elements[before]!.norm) && elements[before - 1]?.mention !== undefined) ||
      (elements[before]!.mention !== undefined && JOINING.has(elements[before + 1]!.norm)))
  ) {
    before--;
  }
  return elements[before]?.norm ?? '';
}

export const ANYTHING: Meant = { number: 'either' };
const RIVALS = new Set<ConceptKind>(['drug', 'disease', 'type', 'imaging', 'lab-test', 'stain']);
/** In sentences. */
const FARTHEST = 3;
/** In elements, with the question mark. */
const LONGEST_ELLIPSIS = 4;
const NOT_A_NAME = new Set('it they this that these those there he she so always common dangerous harmless'.split(' '));
const SCENES = new Set('in with for during'.split(' '));
const IN_SCENES = new Set(
  'a an the people patients those adults children someone somebody with who have has'.split(' '),
);
const STAGES = new Set<ConceptKind>(['disease', 'type', 'form', 'sign', 'symptom', 'anatomy']);
const ACTORS = new Set<ConceptKind>(['drug', 'drug-class', 'procedure', 'imaging', 'lab-test', 'stain']);
const NAMING = new Set('called named'.split(' '));
const CONFUSED = new Set('confused mixed muddled'.split(' '));
const SINGULAR = /(?:ss|us|is|ous|itus|ics|ens)$/u;
const ARTICLES = new Set('a an the my our your his her its their “ " \' ‘ * ( old new'.split(' '));
const PRONOUNS = new Set(['it', 'they']);
const INDEFINITE = new Set(['a', 'an', 'another', 'some']);
const COPULAS = new Set('is are was were as be'.split(' '));
const MEDICINES = new Set('tablet pill drug medicine cream ointment injection capsule medication jab'.split(' '));
const JOINING = new Set(['and', 'or']);
const SETS_ASIDE = new Set(
  'as being instead rather unlike like than besides after before from replaced replaces confused mistaken similar not versus vs despite without confuse mix'.split(
    ' ',
  ),
);
const BEFORE_OTHER = new Set('of with for to than by'.split(' '));
const BEFORE_ASIDE = new Set('in for with against by of on at from to during despite under'.split(' '));
const OPENERS = new Set('a an the this that these those so and but now here my our your'.split(' '));
const ADDED = new Set(['so', 'nor', 'neither']);
const AUXILIARIES = new Set('is are was were do does did can has have'.split(' '));
const JOINS = new Set('and or nor a an the both as well'.split(' '));
const STOPS = new Set('stopped stop quit'.split(' '));
/** Afterwards another thing may be spoken of. */
const CHANGES = new Set(
  'replace replaces replaced swap swaps swapped switch switched change changed followed follows gave gives way give becomes became stopped stop'.split(
    ' ',
  ),
);
