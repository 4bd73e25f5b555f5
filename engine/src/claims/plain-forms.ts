import type { AnalyzedBlock } from '../document.js';
import type { Mention } from '../mentions/mention.js';
import type { Terminology } from '../terminology/terminology.js';
import { proseSpan } from '../text/span.js';
import { answeredQuestion } from './answered-what.js';
import { antecedentOf, ANYTHING, onlyThing, takenUp, type Meant, type Surroundings } from './antecedents.js';
import type { Claim } from './claim.js';
import { clausesOf, isNegator } from './clauses.js';
import { entryAbove, isThing, leadInAbout, nameIn } from './entries.js';
import type { Element, SentenceElements } from './elements.js';
import { endOfTakingUp, thingOfMyth } from './facts-beside-myths.js';
import { partsOfOrdered } from './former-latter.js';
import { formsInScene } from './type-scenes.js';
import {
  ARTICLES,
  ASKING,
  ASKS_WHAT,
  ASSERTS,
  BEHIND_PARTICIPLE,
  CATAPHORIC,
  CATEGORIES,
  CLOSING,
  CONTRASTS,
  EXPLETIVE,
  FINITE,
  NAMED_AS,
  NOTICES,
  NOT_OPENING,
  NOUNS,
  NOUN_OPENERS,
  NO_ADJECTIVES,
  NO_VERBS,
  OPENS,
  PARTICIPLES,
  QUOTES,
  RELATIVES,
  STATES,
  SUPPOSES,
  TAKES_UP,
  THROWN_IN,
  VERB,
  isAdverb,
} from './plain-form-words.js';
import { innerFormsOf } from './inner-forms.js';
import { isOfNearer, isOfOneSort } from './relative-clauses.js';
import { withoutRewording } from './remarks.js';
import { bitsOf } from './word-lists.js';

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
    return [withSubject(question, named, asks, verb, question.elements.length - 1)];
  }
  const { elements, block } = sentence;
  const parts = partsOfOrdered(sentence);
  if (parts.length > 0) return parts;
  const thing = thingOfMyth(block, around);
  const taking = thing === undefined ? undefined : endOfTakingUp(sentence);
  // What a cell of facts says is no answer to a header: it is read as the sentence that it is.
  if (taking !== undefined) {
    const [from, to] = taking;
    return [
      withSubject(
        { ...sentence, block: outsideTable(block) },
        thing!,
        from,
        to,
        endOfStatement(elements, from, thing!),
      ),
    ];
  }
  const meaning = asMeaning(sentence, around);
  if (meaning !== undefined) return [meaning];
  return formsInScene(sentence, around);
}

function openingFormsOf(sentence: SentenceElements, around: Surroundings): readonly SentenceElements[] {
  const { elements } = sentence;
  const forms: SentenceElements[] = [];
  for (const at of anaphorsOf(sentence)) {
    const anaphor = anaphorAt(elements, at, around.terminology);
    if (anaphor === undefined || !opensStatement(sentence, at)) continue;
    const thing = antecedentOf(sentence, at, anaphor.meant, around) ?? namedBehind(sentence, anaphor.end, around);
    if (thing === undefined) continue;
    forms.push(withSubject(sentence, thing, at, anaphor.end, endOfStatement(elements, at, thing)));
    if (forms.length === MOST_FORMS) return forms;
  }
  if (forms.length > 0) return forms;
  const without = withoutAside(sentence) ?? turnedRound(sentence) ?? behindSemicolon(sentence, around.terminology);
  if (without !== undefined) return [without];
  const entry = asEntry(sentence, around);
  return entry === undefined ? NONE : [entry];
}

function outsideTable(block: AnalyzedBlock): AnalyzedBlock {
  const copy: { -readonly [Key in keyof AnalyzedBlock]: AnalyzedBlock[Key] } = { ...block };
  delete copy.table;
  return copy;
}

/**
 * Whether a claim of a sentence is of another thing than the one that its pronoun stands for.
 */
export function isOfAnotherThing(
  { subject, object }: Claim,
  sentence: SentenceElements,
  around: Surroundings,
): boolean {
  const { block, elements } = sentence;
  const { span } = sentence.sentence;
  const id = subject.conceptId;
  if (id === undefined) return false;
  if (subject.block === block.index && span.start <= subject.span.start && subject.span.end <= span.end) {
    return object.block === block.index && isOfNearer(elements, subject.span, object.span, around);
  }
  // "And what uses radiation? An X-ray.": of which thing it is said was asked.
  const answered = answeredQuestion(sentence, around)?.question.sentence.span;
  if (answered !== undefined && !(answered.start <= subject.span.start && subject.span.end <= answered.end))
    {return true;}
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

/** Indexes of the elements that may take something up. */
function anaphorsOf({ elements }: SentenceElements): readonly number[] {
  const found: number[] = [];
  for (const [at, { norm }] of elements.entries()) if (TAKES_UP.has(norm)) found.push(at);
  return found;
}

interface Anaphor {
  /** Index behind it. */
  readonly end: number;
  readonly meant: Meant;
}

function anaphorAt(elements: readonly Element[], at: number, terminology: Terminology): Anaphor | undefined {
  const { norm } = elements[at]!;
  const next = elements[at + 1];
  if (next === undefined) return undefined;
  if (norm === 'it' || norm === 'they') {
    if (next.kind === 'mark' || isExpletive(elements, at)) return undefined;
    return { end: at + 1, meant: norm === 'it' ? ONE : SEVERAL };
  }
  if ((norm === 'this' || norm === 'these') && STATES.has(next.norm)) {
    return isExpletive(elements, at) ? undefined : { end: at + 1, meant: norm === 'this' ? ONE : SEVERAL };
  }
  // "the control drug" is another one; "this old drug" is not.
  for (let noun = at + 1; noun <= (norm === 'the' ? at + 1 : at + 2); noun++) {
    const element = elements[noun];
    if (element === undefined || NO_ADJECTIVES.has(element.norm)) return undefined;
    const meant = meantBy(element, norm === 'these' ? 'several' : 'either', terminology);
    if (meant !== undefined) return isVerbLike(elements[noun + 1]) ? { end: noun + 1, meant } : undefined;
    if (element.kind !== 'word' || element.mention !== undefined) return undefined;
  }
  return undefined;
}

function meantBy({ norm, mention }: Element, number: Meant['number'], terminology: Terminology): Meant | undefined {
  const category = mention?.conceptId;
  if (category !== undefined) {
    return CATEGORIES.has(terminology.concept(category)!.kind) ? { category, number } : undefined;
  }
  const kinds = NOUNS.get(norm);
  return kinds === undefined ? undefined : { kinds, number };
}

function isVerbLike(element: Element | undefined): boolean {
  return element?.kind === 'word' && element.mention === undefined && !NO_VERBS.has(element.norm);
}

/** "It is known that", "it is important to": it stands for what follows. */
function isExpletive(elements: readonly Element[], at: number): boolean {
  const words = elements.slice(at + 1, at + 6).map(({ norm }) => norm);
  if (EXPLETIVE.has(words[0] ?? '')) return true;
  // "It was hydroxyapatite", "it was the lupus" tell which thing it was that nobody knew.
  const told = elements[words[1] === 'the' ? at + 3 : at + 2]?.mention;
  if (STATES.has(words[0] ?? '') && told !== undefined) return true;
  // "It is the parathyroid tissue that secretes it", but not "it is the drug that blocks it".
  if (words[1] === 'the' && !NOUNS.has(words[2] ?? '') && words.includes('that')) return true;
  if (!STATES.has(words[0] ?? '') || ARTICLES.has(words[1] ?? '')) return false;
  return words.slice(2).some((norm) => norm === 'that' || norm === 'to' || norm === 'whether' || norm === 'who');
}

/** Where a statement of the writer may begin: at the start, behind a mark, "because", "remember that". */
function opensStatement(sentence: SentenceElements, at: number): boolean {
  const { elements } = sentence;
  const before = elements[at - 1]?.norm ?? '';
  const isOpening = elements.slice(0, at).every(({ norm, kind }) => kind === 'mark' || isAdverb(norm));
  const preface = elements.slice(0, at);
  if (preface.some(({ norm }) => QUOTES.has(norm))) return false;
  if (before === 'that') return asserts(preface);
  const clause = clausesOf(sentence).find(({ start, end }) => start <= at && at < end);
  if (clause?.attribution !== 'writer') return false;
  if (isOpening || before === ';') return true;
  if (preface.some(({ norm }) => SUPPOSES.has(norm))) return false;
  return OPENS.has(before);
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
  const opens = elements[named + 1]?.norm ?? '';
  const closes = CLOSING.get(opens);
  if (closes === undefined || (opens === ',' && !THROWN_IN.has(elements[named + 2]?.norm ?? ''))) return undefined;
  const end = elements.findIndex(({ norm }, index) => index > named + 1 && norm === closes);
  if (end < 0 || end - named > LONGEST_ASIDE || end > elements.length - 3) return undefined;
  const inside = elements.slice(named + 2, end);
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
  return withSubject(sentence, thing[0]!, 0, 1, is);
}

/** "Infliximab: page 12; removes B cells." */
function behindSemicolon(sentence: SentenceElements, terminology: Terminology): SentenceElements | undefined {
  const { elements } = sentence;
  const at = elements.findIndex(({ norm }) => norm === ';') + 1;
  const id = elements[0]!.mention?.conceptId;
  if (at === 0 || id === undefined || !isThing(id, terminology) || elements[1]?.norm !== ':') return undefined;
  if (elements.slice(2, at).some(({ mention }) => mention !== undefined)) return undefined;
  const isStated = isFragment(elements, at, terminology) && opensWithVerb(elements[at]!);
  return isStated ? withSubject(sentence, elements[0]!, at, at, elements.length) : undefined;
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
    : withSubject(sentence, thing, from, from, elements.length, !opensWithVerb(elements[from]!));
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
  return withSubject({ ...sentence, block: outsideTable(block) }, thing, 0, 0, elements.length, true);
}

/** A cell that begins with a verb states something; a name of a sort does under a header that asks for that. */
function isDescribed({ table }: AnalyzedBlock, element: Element, { blocks }: Surroundings): boolean {
  if (opensWithVerb(element)) return true;
  const header = table!.columnHeader === undefined ? '' : blocks[table!.columnHeader]!.text;
  return ASKS_WHAT.test(header);
}

function opensWithVerb({ norm, mention }: Element): boolean {
  if (mention !== undefined || NOUN_OPENERS.has(norm)) return false;
  return STATES.has(norm) || VERB.test(norm) || PARTICIPLES.has(norm);
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

/** A verb without a subject, or a name of a sort of things without a verb. */
function isFragment(elements: readonly Element[], from: number, terminology: Terminology): boolean {
  let at = from;
  while (at < elements.length && elements[at]!.kind === 'mark') at++;
  const first = elements[at];
  if (first === undefined) return false;
  const next = elements[at + 1]?.norm ?? '';
  const id = first.mention?.conceptId;
  const isSort = id !== undefined && terminology.concept(id)!.closed !== undefined;
  if (id !== undefined && !isSort) return false;
  if (isSort || NOUN_OPENERS.has(first.norm)) return !hasVerb(elements, at);
  if (STATES.has(first.norm)) return true;
  if (STATES.has(next) || NOT_OPENING.has(first.norm)) return false;
  // "Reduced calcium influx" names something; "Caused by a worm" tells what was done.
  if (PARTICIPLES.has(first.norm) || first.norm.endsWith('ed')) return BEHIND_PARTICIPLE.has(next);
  return first.norm.length > 3 && VERB.test(first.norm);
}

function hasVerb(elements: readonly Element[], at: number): boolean {
  for (let index = at; index < elements.length; index++) {
    const { norm } = elements[index]!;
    if (RELATIVES.has(norm) || norm === ',' || norm === ';') return false;
    if (STATES.has(norm) || FINITE.has(norm)) return true;
  }
  return false;
}

/** The elements with a thing in the place of those from one index to another, and what goes before left out. */
function withSubject(
  sentence: SentenceElements,
  { norm, mention: named }: Element,
  from: number,
  to: number,
  end: number,
  isLabelled = false,
): SentenceElements {
  const { elements, block } = sentence;
  const { firstToken } = elements[from]!;
  const { start } = elements[from]!.span;
  const isInPlace = to > from;
  const endToken = isInPlace ? elements[to - 1]!.endToken : firstToken;
  const span = proseSpan(start, isInPlace ? elements[to - 1]!.span.end : start);
  const mention: Mention = { ...named!, block: block.index, firstToken, endToken, span };
  const subject: Element = { kind: 'mention', norm, firstToken, endToken, span, mention, words: 0 };
  const mark: Element = { ...subject, kind: 'mark', norm: ':', mention: undefined, words: LABEL };
  const opening = isLabelled ? [subject, mark] : [subject];
  return { ...sentence, elements: [...opening, ...elements.slice(to, end)], words: sentence.words | LABEL };
}

const ASKS_MEANING =
  /^\W*(?:what (?:it|the (?:word|name|term)|this) (?:means|says|stands for)|meaning|in plain words|stands for|means)\W*$/iu;
const NONE: readonly never[] = [];
/** In a sentence. */
const MOST_FORMS = 2;
/** Sentences of an entry before the one that is read. */
const MOST_BEFORE = 4;
/** In elements. */
const LONGEST_ASIDE = 12;
const LONGEST_LABEL = 6;
const LONGEST_FRONT = 5;
const LONGEST_INSERTION = 8;
const LABEL = bitsOf(':');
const ONE: Meant = { number: 'one' };
const SEVERAL: Meant = { number: 'several' };
