import type { AnalyzedBlock } from '../../document.js';
import type { Terminology } from '../../terminology/terminology.js';
import { anaphorAt, anaphorsOf, isVerbLike } from '../subjects/anaphors.js';
import { answeredQuestion } from '../answers/answered-what.js';
import {
  actorOfScene,
  antecedentOf,
  ANYTHING,
  onlyThing,
  takenUp,
  type Surroundings,
} from '../subjects/antecedents.js';
import { formsOfBoth } from './both-forms.js';
import type { Claim } from '../claim.js';
import { clausesOf, isNegator } from '../sentences/clauses.js';
import { entryAbove, isThing, leadInAbout, nameIn } from '../sentences/entries.js';
import type { Element, SentenceElements } from '../sentences/elements.js';
import { endOfTakingUp, thingOfMyth } from './facts-beside-myths.js';
import { partsOfOrdered } from './former-latter.js';
import { formsInScene } from './type-scenes.js';
import {
  ARTICLES,
  ASKING,
  ASKS_WHAT,
  ASSERTS,
  CATAPHORIC,
  CLOSING,
  CONTRASTS,
  NAMED_AS,
  NOTICES,
  OPENS,
  QUOTES,
  RELATIVES,
  STATES,
  SUPPOSES,
  THROWN_IN,
  isAdverb,
} from './plain-form-words.js';
import { isFragment, opensWithVerb } from '../sentences/fragments.js';
import { innerFormsOf } from './inner-forms.js';
import { formOfOrdinal } from './ordinals-of-types.js';
import { isOfOneSort } from '../sentences/relative-clauses.js';
import { withoutRewording } from './remarks.js';
import { severalThingsAt } from './several-things.js';
import { toldByPaper } from './told-by-papers.js';
import { formOfTypeInScene } from './types-in-scene.js';
import { withThing } from './with-thing.js';

/**
 * What a sentence says in its plain form: with the thing itself in the place of what stands for it ("it", "this drug",
 * an entry's title), at its beginning, and without what is thrown in. Every reader takes these for sentences, so that
 * what is found when it is stated plainly is found in whatever form the text gives it.
 */
export function plainFormsOf(sentence: SentenceElements, around: Surroundings): readonly SentenceElements[] {
  const { elements, isQuestion, block } = sentence;
  if (isQuestion || elements.length < 2 || block.kind === 'definition-term') return NONE;
  const told = formsToldBefore(sentence, around);
  if (told.length > 0) return told;
  return [...openingFormsOf(sentence, around), ...innerFormsOf(sentence, around), ...withoutRewording(sentence)];
}

/** What the text before, a scene or the name of the type tells of whom a sentence speaks. */
function formsToldBefore(sentence: SentenceElements, around: Surroundings): readonly SentenceElements[] {
  const answered = answeredQuestion(sentence, around);
  if (answered !== undefined) {
    const { question, thing: named, from: asks, to: verb } = answered;
    return [withThing(question, named, asks, verb, question.elements.length - 1)];
  }
  const { elements, block } = sentence;
  const ordinal = formOfOrdinal(sentence, around);
  if (ordinal !== undefined) return [ordinal];
  const scene = formOfTypeInScene(sentence, around);
  if (scene !== undefined) return [scene];
  const parts = partsOfOrdered(sentence);
  if (parts.length > 0) return parts;
  const both = formsOfBoth(sentence, around);
  if (both.length > 0) return both;
  const thing = thingOfMyth(block, around);
  const taking = thing === undefined ? undefined : endOfTakingUp(sentence);
  // What a cell of facts says is no answer to a header: it is read as the sentence that it is.
  if (taking !== undefined) {
    const [from, to] = taking;
    return [
      withThing({ ...sentence, block: outsideTable(block) }, thing!, from, to, endOfStatement(elements, from, thing!)),
    ];
  }
  const meaning = asMeaning(sentence, around);
  if (meaning !== undefined) return [meaning];
  return formsInScene(sentence, around);
}

function openingFormsOf(sentence: SentenceElements, around: Surroundings): readonly SentenceElements[] {
  const { elements } = sentence;
  const forms: SentenceElements[] = [];
  const answer = asAnswerToName(sentence, around) ?? toldByPaper(sentence);
  if (answer !== undefined) return [answer];
  const several = formsOfSeveral(sentence, around);
  if (several.length > 0) return several;
  for (const at of anaphorsOf(sentence)) {
    const anaphor = anaphorAt(elements, at, around.terminology);
    if (anaphor === undefined) continue;
    const isInScene = actorOfScene(sentence, at, anaphor.meant, around) !== undefined;
    if (!isInScene && !opensStatement(sentence, at)) continue;
    const thing = antecedentOf(sentence, at, anaphor.meant, around) ?? namedBehind(sentence, anaphor.end, around);
    if (thing === undefined) continue;
    forms.push(withThing(sentence, thing, at, anaphor.end, endOfStatement(elements, at, thing)));
    if (forms.length === MOST_FORMS) return forms;
  }
  if (forms.length > 0) return forms;
  const without = withoutAside(sentence) ?? turnedRound(sentence) ?? behindSemicolon(sentence, around.terminology);
  if (without !== undefined) return [without];
  const entry = asConfirmedLabel(sentence, around) ?? asEntry(sentence, around);
  return entry === undefined ? NONE : [entry];
}

/** "Pseudogout? That is calcium oxalate.": the question only names what is spoken of. */
function asAnswerToName(sentence: SentenceElements, { discourse, terminology }: Surroundings) {
  const { elements, block, sentenceIndex } = sentence;
  const asked = discourse.sentences[block.index]![sentenceIndex - 1];
  if (asked?.isQuestion !== true || asked.elements.length > LONGEST_NAME) return undefined;
  if (!NAMED_IN_ANSWER.has(elements[0]!.norm) || !STATES.has(elements[1]?.norm ?? '')) return undefined;
  const thing = asked.elements.filter(({ mention }) => mention?.conceptId !== undefined);
  const isOne = thing.length === 1 && isThing(thing[0]!.mention!.conceptId!, terminology);
  return isOne ? withThing(sentence, thing[0]!, 0, 1, endOfStatement(elements, 0, thing[0]!)) : undefined;
}

/** "Both are …", "They make …", behind two things that were named side by side: once with each of them. */
function formsOfSeveral(sentence: SentenceElements, around: Surroundings): readonly SentenceElements[] {
  const { elements } = sentence;
  for (const [at, { norm }] of elements.entries()) {
    if (!STANDS_FOR_SEVERAL.has(norm) || elements[at - 1]?.norm === 'for' || !opensStatement(sentence, at)) continue;
    const found = severalThingsAt(sentence, at, around);
    if (found === undefined) continue;
    return found.things.map((thing) => withThing(sentence, thing, at, found.end, endOfStatement(elements, at, thing)));
  }
  return NONE;
}

function outsideTable(block: AnalyzedBlock): AnalyzedBlock {
  const copy: { -readonly [Key in keyof AnalyzedBlock]: AnalyzedBlock[Key] } = { ...block };
  delete copy.table;
  return copy;
}

/**
 * Whether a claim of a sentence is of another thing than the one that its pronoun stands for.
 */
export function isOfAnotherThing({ subject }: Claim, sentence: SentenceElements, around: Surroundings): boolean {
  const { block, elements } = sentence;
  const { span } = sentence.sentence;
  const id = subject.conceptId;
  if (id === undefined) return false;
  // Of what the sentence itself names, its build tells: `withoutToldOfOther`.
  if (subject.block === block.index && span.start <= subject.span.start && subject.span.end <= span.end) return false;
  // "And what uses radiation? An X-ray.": of which thing it is said was asked.
  const answered = answeredQuestion(sentence, around)?.question.sentence.span;
  if (answered !== undefined && !(answered.start <= subject.span.start && subject.span.end <= answered.end)) {
    return true;
  }
  const at = anaphorsOf(sentence)[0];
  if (at === undefined || elements[at]!.mention !== undefined) return false;
  const anaphor = anaphorAt(elements, at, around.terminology);
  if (anaphor === undefined || anaphor.meant.category !== undefined || !opensStatement(sentence, at)) return false;
  const found = takenUp(sentence, at, anaphor.meant, around);
  if (found === 'unknown') return true;
  const thing = found?.mention?.conceptId;
  if (thing === undefined) return false;
  return isOfOneSort(thing, id, around.terminology);
}

/** Where a statement of the writer may begin: at the start, behind a mark, "because", "remember that". */
function opensStatement(sentence: SentenceElements, at: number): boolean {
  const { elements } = sentence;
  const from = beforeAdverbial(elements, at);
  const before = elements[from - 1]?.norm ?? '';
  const preface = elements.slice(0, from);
  const isOpening = preface.every(({ norm, kind }) => kind === 'mark' || isAdverb(norm)) || isFronted(preface);
  if (preface.some(({ norm }) => QUOTES.has(norm))) return false;
  if (before === 'that') return asserts(preface);
  const clause = clausesOf(sentence).find(({ start, end }) => start <= at && at < end);
  if (clause?.attribution !== 'writer') return false;
  if (isOpening || before === ';') return true;
  // "… is worth a trial when a deposit is hot: it …"
  if (before === ':' && !SUPPOSES.has(preface[0]!.norm)) return true;
  if (preface.some(({ norm }) => SUPPOSES.has(norm))) return false;
  return OPENS.has(before);
}

/** "In the names of blood findings it means …": only where or when, and nothing that "it" could be. */
function isFronted(preface: readonly Element[]): boolean {
  if (preface.length < 2 || preface.length > LONGEST_FRONTED || !FRONTS.has(preface[0]!.norm)) return false;
  return preface.every(({ norm, kind, mention }) => (kind === 'word' || norm === ',') && mention === undefined);
}

/** "…: over a few weeks it dissolves …": index of the first word that only tells when, or of the pronoun. */
function beforeAdverbial(elements: readonly Element[], at: number): number {
  for (let from = at - 1; from >= Math.max(0, at - LONGEST_ADVERBIAL); from--) {
    const { norm, kind, mention } = elements[from]!;
    if (kind !== 'word' || mention !== undefined) return at;
    if (TIMES.has(norm)) return TIME_NOUNS.has(elements[at - 1]!.norm) ? from : at;
  }
  return at;
}

/** "Remember that", "what hardly anybody notices is that", "you know that"; "nobody says that" asserts nothing. */
function asserts(preface: readonly Element[]): boolean {
  const before = preface[preface.length - 2]?.norm ?? '';
  // "Explained correctly that", "you can read, among other things, that"
  const isInserted = before === ',' || isAdverb(before);
  const asserting = isInserted ? preface.slice(-LONGEST_INSERTION) : preface.slice(-2);
  if (!asserting.some(({ norm }) => ASSERTS.has(norm))) return false;
  const denied = preface.some(({ norm }) => isNegator(norm));
  return !denied || preface.some(({ norm }) => NOTICES.has(norm));
}

/** Up to a semicolon, or to what a pronoun before its noun stands for. */
function endOfStatement(elements: readonly Element[], at: number, thing: Element): number {
  for (let index = at; index < elements.length; index++) {
    if (elements[index]!.norm === ';') return index;
    if (elements[index] === thing) return index - 1;
  }
  return elements.length;
}

/** "Since it removes B cells, infliximab comes first": the one thing behind the comma; "It lowers …: calcitonin." */
function namedBehind(sentence: SentenceElements, from: number, around: Surroundings): Element | undefined {
  const { elements } = sentence;
  const mark = elements.findIndex(({ norm }, index) => index > from && (norm === ',' || norm === ':' || norm === '–'));
  if (mark < 0) return undefined;
  const behind = elements.slice(mark + 1);
  const opening = ARTICLES.has(behind[0]?.norm ?? '') ? behind[1] : behind[0];
  const id = opening?.mention?.conceptId;
  if (id === undefined || !isThing(id, around.terminology)) return undefined;
  const isFronted = CATAPHORIC.has(elements[0]!.norm) && elements[mark]!.norm === ',';
  const isLast = elements[mark]!.norm !== ',' && behind.length <= 3;
  if (!isFronted && !isLast) return undefined;
  const thing = onlyThing(behind, ANYTHING, around);
  return typeof thing === 'string' ? undefined : thing;
}

/** "X (which my aunt had never heard of) is …", "X, as my aunt says, is …": the sentence without what is thrown in. */
function withoutAside(sentence: SentenceElements): SentenceElements | undefined {
  const { elements } = sentence;
  const named = elements.findIndex(({ mention }) => mention?.conceptId !== undefined);
  if (named < 0 || (named > 2 && !isFront(elements.slice(0, named)))) return undefined;
  // "hyper- (Greek for over)"
  const opening = elements[named + 1]?.norm === '-' ? named + 2 : named + 1;
  const opens = elements[opening]?.norm ?? '';
  const closes = CLOSING.get(opens);
  if (closes === undefined || (opens === ',' && !THROWN_IN.has(elements[opening + 1]?.norm ?? ''))) return undefined;
  const end = elements.findIndex(({ norm }, index) => index > opening && norm === closes);
  if (end < opening + 2 || end - opening > LONGEST_ASIDE || end > elements.length - 3) return undefined;
  const inside = elements.slice(opening + 1, end);
  const isContrast = opens === ',' && CONTRASTS.has(inside[0]!.norm);
  if (!isContrast && !saysOnlyOfIt(inside, elements[named]!.mention!.conceptId!) && inside.some(speaksOfMore(opens))) {
    return undefined;
  }
  if (!isVerbLike(elements[end + 1]) && elements[end + 1]!.norm !== ':') return undefined;
  return { ...sentence, elements: [...elements.slice(0, named + 1), ...elements.slice(end + 1)] };
}

/** "In fact,", "Note:", "Remember that": nothing of its own. */
function isFront(front: readonly Element[]): boolean {
  const last = front.at(-1)!.norm;
  return front.length <= LONGEST_FRONT && (last === ',' || last === ':' || (last === 'that' && asserts(front)));
}

/** ", also called Burnett syndrome,", ", which mostly strikes people on dialysis,", "(CUA)": nothing that the rest depends on. */
function saysOnlyOfIt(inside: readonly Element[], id: string): boolean {
  if (inside.some(({ norm }) => NAMED_AS.has(norm)) && inside.every(({ norm }) => !isNegator(norm))) return true;
  return RELATIVES.has(inside[0]!.norm) || inside.every(({ mention }) => mention?.conceptId === id);
}

/** Another thing or a denial, which the rest of the sentence may be about. */
function speaksOfMore(opens: string): (element: Element) => boolean {
  return ({ mention, norm }) => mention !== undefined || (isNegator(norm) && opens === ',');
}

/** "What removes B cells is infliximab." */
function turnedRound(sentence: SentenceElements): SentenceElements | undefined {
  const { elements } = sentence;
  if (elements[0]!.norm !== 'what') return undefined;
  const is = elements.findLastIndex(({ norm }) => STATES.has(norm));
  const thing = elements.slice(is + 1).filter(({ kind, norm }) => kind !== 'mark' && !ARTICLES.has(norm));
  if (is < 3 || thing.length !== 1 || thing[0]!.mention?.conceptId === undefined) return undefined;
  return withThing(sentence, thing[0]!, 0, 1, is);
}

/** "Infliximab: page 12; removes B cells." */
function behindSemicolon(sentence: SentenceElements, terminology: Terminology): SentenceElements | undefined {
  const { elements } = sentence;
  const at = elements.findIndex(({ norm }) => norm === ';') + 1;
  const id = elements[0]!.mention?.conceptId;
  if (at === 0 || id === undefined || !isThing(id, terminology) || elements[1]?.norm !== ':') return undefined;
  if (elements.slice(2, at).some(({ mention }) => mention !== undefined)) return undefined;
  const isStated = isFragment(elements, at, terminology) && opensWithVerb(elements[at]!);
  return isStated ? withThing(sentence, elements[0]!, at, at, elements.length) : undefined;
}

/** "A monoclonal antibody against TNF.", "- blocks vitamin K": what an entry says of what it is the entry of. */
function asEntry(sentence: SentenceElements, around: Surroundings): SentenceElements | undefined {
  const { elements, block, sentenceIndex } = sentence;
  const from = behindLabel(elements);
  // "Calcium in the skin that follows burns", below its term.
  const isDefinition = sentenceIndex === 0 && around.discourse.isDefinition(block.index) && elements.some(isRelative);
  if (!isDefinition && !isFragment(elements, from, around.terminology)) return undefined;
  const before = around.discourse.sentences[block.index]!.slice(0, sentenceIndex);
  if (block.table !== undefined && !isDescribed(block, elements[from]!, around)) return undefined;
  const thing =
    before.length === 0
      ? (entryAbove(sentence, around) ?? (opensWithVerb(elements[from]!) ? leadInAbout(block, around) : undefined))
      : before.length <= MOST_BEFORE
        ? nameOfEntry(before, sentence, around)
        : undefined;
  return thing === undefined
    ? undefined
    : withThing(sentence, thing, from, from, elements.length, !opensWithVerb(elements[from]!));
}

/** "Contagious: yes", below a name or what announces facts on it: the thing is what the label says. */
function asConfirmedLabel(sentence: SentenceElements, around: Surroundings): SentenceElements | undefined {
  const { elements, block, sentenceIndex } = sentence;
  const mark = elements.findIndex(({ norm }) => norm === ':');
  if (mark < 1 || mark > LONGEST_LABEL || elements[mark + 1]?.norm !== 'yes') return undefined;
  if (sentenceIndex > 0 || block.table !== undefined || !tellsHow(elements.slice(mark + 2))) return undefined;
  if (elements.slice(0, mark).some(({ norm, kind }) => kind !== 'word' || isNegator(norm))) return undefined;
  const thing = entryAbove(sentence, around) ?? leadInAbout(block, around);
  if (thing === undefined) return undefined;
  const form = withThing(sentence, thing, 0, 0, mark);
  const is: Element = { ...form.elements[0]!, kind: 'word', norm: 'is', mention: undefined };
  return { ...form, elements: [form.elements[0]!, is, ...form.elements.slice(1)] };
}

/** "yes", "yes, by droplets", "yes (very)", and not "yes, say some". */
function tellsHow([mark, next, ...rest]: readonly Element[]): boolean {
  if (mark === undefined || (mark.kind === 'mark' && next === undefined)) return true;
  return mark.kind === 'mark' && HOW.has(next!.norm) && !rest.some(({ norm }) => norm === 'but' || isNegator(norm));
}

function isRelative({ norm }: Element): boolean {
  return norm === 'that' || norm === 'which';
}

/** "Metastatic | A cancer has spread" under "What the name means": whatever stands there is what it means. */
function asMeaning(sentence: SentenceElements, around: Surroundings): SentenceElements | undefined {
  const { block, elements, sentenceIndex } = sentence;
  const header = block.table?.columnHeader;
  if (header === undefined || sentenceIndex > 0 || !ASKS_MEANING.test(around.blocks[header]!.text)) return undefined;
  const thing = entryAbove(sentence, around);
  if (thing === undefined || around.terminology.memberOf(thing.mention?.conceptId ?? '') === undefined) {
    return undefined;
  }
  return withThing({ ...sentence, block: outsideTable(block) }, thing, 0, 0, elements.length, true);
}

/** A cell that begins with a verb states something; a name of a sort does under a header that asks for that. */
function isDescribed({ table }: AnalyzedBlock, element: Element, { blocks }: Surroundings): boolean {
  if (opensWithVerb(element)) return true;
  const header = table!.columnHeader === undefined ? '' : blocks[table!.columnHeader]!.text;
  return ASKS_WHAT.test(header);
}

/** "**Rituximab.** A word that you will meet. …": the first sentence is the name, the others name no other thing. */
function nameOfEntry(
  before: readonly SentenceElements[],
  sentence: SentenceElements,
  around: Surroundings,
): Element | undefined {
  const named = before.findIndex(({ elements }) => elements.some(({ mention }) => mention !== undefined));
  if (named < 0) return entryAbove(sentence, around);
  const others = before.slice(named + 1);
  if (others.some(({ elements }) => elements.some(({ mention }) => mention !== undefined))) return undefined;
  return nameIn([before[named]!], around.terminology);
}

/** Index behind "What it is:". */
function behindLabel(elements: readonly Element[]): number {
  for (let at = 0; at < Math.min(LONGEST_LABEL, elements.length - 1); at++) {
    const { norm, kind } = elements[at]!;
    if (norm === ':') return at + 1;
    if (kind !== 'mark' && !ASKING.has(norm)) return 0;
  }
  return 0;
}

/** In elements. */
const LONGEST_NAME = 3;
const LONGEST_ADVERBIAL = 5;
const LONGEST_FRONTED = 7;
const FRONTS = new Set(['in', 'at', 'on', 'within', 'during']);
const TIMES = new Set(['over', 'within', 'after', 'during', 'in', 'for']);
const TIME_NOUNS = new Set('days weeks months years hours minutes decades time while end run'.split(' '));
const NAMED_IN_ANSWER = new Set(['that', 'those', 'this']);
const STANDS_FOR_SEVERAL = new Set('both either each they these all the'.split(' '));
const ASKS_MEANING =
  /^\W*(?:what (?:it|the (?:word|name|term)|this) (?:means|says|stands for)|meaning|in plain words|stands for|means)\W*$/iu;
const NONE: readonly never[] = [];
const HOW = new Set('by through via very highly always usually often from with'.split(' '));
/** In a sentence. */
const MOST_FORMS = 2;
/** Sentences of an entry before the one that is read. */
const MOST_BEFORE = 4;
/** In elements. */
const LONGEST_ASIDE = 12;
const LONGEST_LABEL = 6;
const LONGEST_FRONT = 5;
const LONGEST_INSERTION = 8;
