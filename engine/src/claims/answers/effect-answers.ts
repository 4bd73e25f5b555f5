import { anaphorAt } from '../subjects/anaphors.js';
import { antecedentOf, onlyThing, type Surroundings } from '../subjects/antecedents.js';
import type { Claim } from '../claim.js';
import { isNegator } from '../sentences/clauses.js';
import type { Element, SentenceElements } from '../sentences/elements.js';
import { isThing } from '../sentences/entries.js';
import { ARTICLES, isAdverb } from '../plain-forms/plain-form-words.js';

/**
 * “What does parathyroid hormone do to blood calcium? It lowers it.”, “What happens to phosphate in kidney failure? It
 * falls.”: what is asked about and what is answered together are a statement, which is read as one.
 *
 * @param read what every reader finds in a sentence
 */
export function readAskedEffects(
  sentence: SentenceElements,
  around: Surroundings,
  read: (statement: SentenceElements) => readonly Claim[],
): readonly Claim[] {
  const question = questionBefore(sentence, around);
  if (question === undefined) return NONE;
  const answer = answerIn(sentence.elements);
  if (answer === undefined) return NONE;
  const statement = askedEffect(question, answer, around) ?? askedChange(question, answer);
  if (statement === undefined) return NONE;
  const place = { block: sentence.block.index, span: sentence.sentence.span };
  // The network sees a question, and no statement in it.
  return read({ ...question, isQuestion: false, elements: statement })
    .filter(({ relation }) => relation !== 'is-a' && relation !== 'caused-by')
    .map((claim) => ({ ...claim, ...place, form: 'answered effect', isUndoubted: true }));
}

function questionBefore(
  { block, sentenceIndex, isQuestion }: SentenceElements,
  { discourse }: Surroundings,
): SentenceElements | undefined {
  if (isQuestion) return undefined;
  const { index, table } = block;
  const own = discourse.sentences[index]!;
  // "Answer." or "A:" may stand by itself.
  const at = sentenceIndex > 1 && isLabel(own[sentenceIndex - 1]!.elements) ? sentenceIndex - 1 : sentenceIndex;
  if (at > 0) return own[at - 1]!.isQuestion ? own[at - 1] : undefined;
  if (table !== undefined) {
    const asked = table.rowHeader === undefined ? undefined : discourse.sentences[table.rowHeader]!.at(-1);
    const isBeside = table.column === 1 && !JUDGES.test(textOf(table.columnHeader, discourse));
    return isBeside && asked?.isQuestion === true ? asked : undefined;
  }
  return discourse.answersQuestion(index, 0) ? discourse.sentences[index - 1]!.at(-1) : undefined;
}

function textOf(block: number | undefined, discourse: Surroundings['discourse']): string {
  return block === undefined ? '' : discourse.textOf(block);
}

function isLabel(elements: readonly Element[]): boolean {
  return elements.length <= 2 && ANSWER_LABELS.has(elements[0]?.norm ?? '');
}

interface Answer {
  /** "lowers", "brings … down", "falls": before what it is done to, and behind it. */
  readonly verbs: readonly Element[];
  readonly behind: readonly Element[];
}

/** "It lowers it", "Answer: the hormone raises the level.", "Lowers it", "It goes up", "Down." */
function answerIn(elements: readonly Element[]): Answer | undefined {
  let at = ANSWER_LABELS.has(elements[0]?.norm ?? '') && elements[1]?.kind === 'mark' ? 2 : 0;
  const end = elements.findIndex(({ kind, norm }, index) => index >= at && kind === 'mark' && !QUOTES.has(norm));
  const core = elements.slice(at, end < 0 ? elements.length : end).filter(({ kind }) => kind !== 'mark');
  if (core.length > LONGEST || core.some(({ norm }) => isNegator(norm) || LEAVES_OPEN.has(norm))) return undefined;
  // "It lowers calcium and raises phosphate" tells of each by its name.
  if (core.some(({ mention, phrase }) => mention !== undefined || phrase !== undefined)) return undefined;
  at = 0;
  if (SUBJECTS.has(core[0]?.norm ?? '')) at = 1;
  else if (ARTICLES.has(core[0]?.norm ?? '') || DEMONSTRATIVES.has(core[0]?.norm ?? '')) at = 2;
  while (isAdverb(core[at]?.norm ?? '')) at++;
  const said = core.slice(at);
  if (said.length === 0 || said.some(({ norm }) => norm === 'and' || norm === 'but')) return undefined;
  const object = said.findIndex(({ norm }) => OBJECTS.has(norm));
  if (object < 0) return { verbs: said, behind: [] };
  let behind = object + 1;
  if (ARTICLES.has(said[object]!.norm) || DEMONSTRATIVES.has(said[object]!.norm)) {
    while (QUANTITIES.has(said[behind]?.norm ?? '')) behind++;
  }
  return { verbs: said.slice(0, object), behind: said.slice(behind) };
}

/** "What does X do to Y?", "How does X change Y?", "What effect does X have on Y?", "Does X raise or lower Y?" */
function askedEffect(
  question: SentenceElements,
  { verbs, behind }: Answer,
  around: Surroundings,
): readonly Element[] | undefined {
  const { elements } = question;
  const auxiliary = elements.findIndex(({ norm }) => AUXILIARIES.has(norm));
  const of = elements.findIndex(({ norm }, at) => norm === 'of' && EFFECTS.has(elements[at - 1]?.norm ?? ''));
  const isNoun = of > 0 && auxiliary >= 0 && auxiliary < of;
  const start = isNoun ? of + 1 : auxiliary + 1;
  if (auxiliary < 0 || (auxiliary > 0 && !isAsking(elements.slice(0, auxiliary)))) return undefined;
  const verb = elements.findIndex(({ norm }, at) => at > start && (isNoun ? norm === 'on' : ASKED_VERBS.has(norm)));
  if (verb < 0) return undefined;
  const thing = thingIn(question, start, verb, around);
  if (thing === undefined) return undefined;
  let from = verb + 1;
  while (BEFORE_OBJECT.has(elements[from]?.norm ?? '') || ASKED_VERBS.has(elements[from]?.norm ?? '')) from++;
  const object = elements.slice(from).filter(({ norm }) => norm !== '?');
  if (object.length === 0 || object.length > LONGEST) return undefined;
  if (
    object.some(
      ({ norm }, at) => (OPENS_CASE.has(norm) && !BLOOD.has(object[at + 2]?.norm ?? '')) || OPEN_QUESTIONS.has(norm),
    )
  ) {
    return undefined;
  }
  // "Which way does it push calcium? Up."
  const said = isDirection(verbs) ? [elements[verb]!] : verbs;
  const last = isDirection(verbs) ? verbs : behind;
  return [
    asElement(thing, elements[start]!, question.block.index),
    ...placedAt(said, elements[verb]!, 'from'),
    ...object,
    ...placedAt(last, object.at(-1)!, 'to'),
  ];
}

/** "What happens to phosphate in kidney failure?", "What becomes of blood calcium in …?" */
function askedChange({ elements }: SentenceElements, { verbs, behind }: Answer): readonly Element[] | undefined {
  const happens = elements.findIndex(({ norm }) => norm === 'happens' || norm === 'becomes');
  if (happens < 1 || elements[happens - 1]!.norm !== 'what' || behind.length > 0) return undefined;
  const scene = elements.findIndex(({ norm }, at) => at > happens + 2 && OPENS_CASE.has(norm));
  if (scene < 0 || isDirection(verbs)) return undefined;
  const object = elements.slice(happens + 2, scene);
  const rest = elements.slice(scene).filter(({ norm }) => norm !== '?');
  if (rest.some(({ norm }) => OPEN_QUESTIONS.has(norm))) return undefined;
  return [...object, ...placedAt(verbs, object.at(-1)!, 'to'), ...rest];
}

/** "What", "And what", "How", "Which way", "What effect" */
function isAsking(opening: readonly Element[]): boolean {
  const words = opening.filter(({ kind, norm }) => kind !== 'mark' && !OPENERS.has(norm));
  return words.length <= 2 && (words.length === 0 || ASKS.has(words[0]!.norm));
}

/** The one thing between the auxiliary and the verb, by its name or as "that hormone". */
function thingIn(question: SentenceElements, start: number, end: number, around: Surroundings): Element | undefined {
  const { elements, block } = question;
  const between = elements.slice(start, end);
  const named = between.filter(({ mention }) => mention !== undefined);
  if (named.length > 0) {
    const id = named[0]!.mention!.conceptId;
    const rest = between.filter((element) => element !== named[0] && !ARTICLES.has(element.norm));
    return named.length === 1 && id !== undefined && rest.length <= 1 && isThing(id, around.terminology)
      ? named[0]
      : undefined;
  }
  const anaphor = anaphorAt(elements, start, around.terminology);
  if (anaphor === undefined || anaphor.end !== end) return undefined;
  const before = antecedentOf(question, start, anaphor.meant, around);
  if (before !== undefined) return before;
  // The questions of a quiz go on about one thing.
  const above = around.blocks[block.index - 1];
  if (block.list === undefined || above?.list === undefined) return undefined;
  const told = onlyThing(
    around.discourse.sentences[above.index]!.flatMap((one) => one.elements),
    anaphor.meant,
    around,
  );
  return typeof told === 'string' ? undefined : told;
}

/** The thing in the place of the word that stands for it. */
function asElement({ norm, mention: named }: Element, place: Element, block: number): Element {
  const { firstToken, endToken, span } = place;
  const mention = { ...named!, block, firstToken, endToken, span };
  return { kind: 'mention', norm, firstToken, endToken, span, mention, words: 0 };
}

/** Words of the answer take a place in the question, so that all of the statement stands in one block. */
function placedAt(words: readonly Element[], { firstToken, endToken, span }: Element, edge: 'from' | 'to') {
  const token = edge === 'from' ? firstToken : endToken;
  const at = edge === 'from' ? span.start : span.end;
  return words.map((word) => ({ ...word, firstToken: token, endToken: token, span: { ...span, start: at, end: at } }));
}

function isDirection(words: readonly Element[]): boolean {
  return words.length === 1 && DIRECTIONS.has(words[0]!.norm);
}

const NONE: readonly never[] = [];
/** In elements. */
const LONGEST = 9;
const ANSWER_LABELS = new Set('a answer ans key solution reply'.split(' '));
const QUOTES = new Set(['“', '”', '"', '*', '_', '(', ')']);
const SUBJECTS = new Set('it they this that'.split(' '));
const DEMONSTRATIVES = new Set('this that these those'.split(' '));
const OBJECTS = new Set('it them this that these those the both'.split(' '));
const QUANTITIES = new Set('level levels value values amount concentration number in blood serum'.split(' '));
const AUXILIARIES = new Set('does do did is are will would can'.split(' '));
const ASKS = new Set('what how which'.split(' '));
const OPENERS = new Set('and so but now then a the question q'.split(' '));
const EFFECTS = new Set('effect influence action work job task impact'.split(' '));
const ASKED_VERBS = new Set(
  'do affect change influence alter have act work raise increase lower decrease reduce lift push move drive shift send take make or and'.split(
    ' ',
  ),
);
const BEFORE_OBJECT = new Set('to with on upon an any effect influence or'.split(' '));
const OPENS_CASE = new Set('in when if under during with after once as'.split(' '));
/** "the calcium in the blood" */
const BLOOD = new Set(['blood', 'serum', 'bloodstream']);
const OPEN_QUESTIONS = new Set('without not besides other else too much many'.split(' '));
const DIRECTIONS = new Set('up down upward upwards downward downwards'.split(' '));
const LEAVES_OPEN = new Set(
  'may might could sometimes rarely seldom or if depends perhaps other opposite reverse first later unless'.split(' '),
);
/** Headers of columns whose cells are no answers of the text. */
const JUDGES = /\b(?:wrong|false|myths?|frequent|popular|given|students?|guess|options?)\b/iu;
