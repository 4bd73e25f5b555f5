import { isWholeOfTypes } from '../subjects/said-of.js';
import { isListedCause } from '../contradictions/causes-of-types.js';
import type { Surroundings } from '../subjects/antecedents.js';
import type { Discourse } from '../subjects/discourse.js';
import type { Element, SentenceElements } from '../sentences/elements.js';
import { TYPE_WORDS } from '../sentences/lexicon.js';
import { bitsOf } from '../sentences/word-lists.js';

/**
 * What a sentence says in the scene of the type that the text is about, with the type itself in the place of the words
 * that set the scene: "Here", "in this group", "most cases", "these patients", "it is the commonest type". So every
 * reader takes it for a sentence on that type.
 */
export function formsInScene(sentence: SentenceElements, around: Surroundings): readonly SentenceElements[] {
  const { discourse, terminology } = around;
  if (!discourse.namesTypes) return NONE;
  const isType = ({ mention }: Element) => terminology.memberOf(mention?.conceptId ?? '') !== undefined;
  // "Idiopathic calcinosis puzzles us; lupus lies behind most cases."
  const part = sentence.elements.findLastIndex(({ norm }) => norm === ';') + 1;
  const types = sentence.elements.slice(0, part).filter(isType);
  const own = new Set(types.map(({ mention }) => mention!.conceptId)).size === 1 ? types[0]!.mention : undefined;
  const elements = own === undefined ? sentence.elements : sentence.elements.slice(part);
  const scene = sceneOf(elements);
  if (scene === undefined) return NONE;
  if (elements.some(isType)) return NONE;
  const isMember = (id: string) => terminology.memberOf(id) !== undefined;
  // A word that nobody likes is still the word that is spoken of.
  const topic =
    own ??
    (scene.isName
      ? discourse.topicOf(sentence.block.index, sentence.sentenceIndex, isMember, true)
      : discourse.typeTopicOf(sentence));
  if (topic?.conceptId === undefined) return NONE;
  if (own === undefined && wentOn(sentence, topic.conceptId, topic.block, around)) return NONE;
  // "These patients often have kidney trouble too": what some of them have besides.
  if (scene.isOfPeople && elements.some(({ norm }) => BESIDES.has(norm))) return NONE;
  if (own === undefined && scene.isOfPeople && isOfSomePeople(sentence, discourse)) return NONE;
  const first = elements[scene.from]!;
  const last = elements[scene.to - 1]!;
  const place = {
    firstToken: first.firstToken,
    endToken: last.endToken,
    span: { ...first.span, end: last.span.end },
  };
  const mention = {
    ...place,
    block: sentence.block.index,
    sentence: sentence.sentenceIndex,
    conceptId: topic.conceptId,
    readings: [],
  };
  const type: Element = { kind: 'mention', norm: scene.norm, ...place, mention, words: 0 };
  const front = scene.isKept ? [...elements.slice(0, scene.to), ofBefore(type)] : elements.slice(0, scene.from);
  return [{ ...sentence, elements: [...front, type, ...elements.slice(scene.to)] }];
}

function ofBefore({ firstToken, endToken, span }: Element): Element {
  return { kind: 'word', norm: 'of', firstToken, endToken, span, words: bitsOf('of') };
}

interface Scene {
  readonly from: number;
  /** Index behind it. */
  readonly to: number;
  readonly norm: string;
  /** Who they are may have been told in the sentence before. */
  readonly isOfPeople: boolean;
  readonly isName: boolean;
  /** The words stay, with the type behind them: "the leading example" of it. */
  readonly isKept: boolean;
}

function sceneOf(elements: readonly Element[]): Scene | undefined {
  const norm = (at: number): string => elements[at]?.norm ?? '';
  const found = (from: number, to: number, more: Partial<Scene> = {}): Scene => ({
    ...{ from, to, norm: norm(from), isOfPeople: false, isName: false, isKept: false },
    ...more,
  });
  let start = 0;
  while (elements[start]?.kind === 'mark' || ADVERBS.has(norm(start))) start++;
  // "Here the kidneys were failing as well": of one patient.
  const isOfOne = elements.some(({ norm: word }) => PAST.has(word));
  if (norm(start) === 'here' && isOfOne) return undefined;
  if (norm(start) === 'here') return found(start, norm(start + 1) === ',' ? start + 2 : start + 1);
  if (PLACING.has(norm(start)) && POINTING.has(norm(start + 1)) && TYPE_WORDS.has(norm(start + 2))) {
    return found(start + 1, start + 3);
  }
  // "That is the one in which calcium …"
  const isOne = norm(start + 3) === 'one' || TYPE_WORDS.has(norm(start + 3));
  if (STANDING.has(norm(start)) && norm(start + 1) === 'is' && norm(start + 2) === 'the' && isOne) {
    if (RELATIVES.has(norm(start + 4))) return found(start, start + 4);
  }
  if (norm(start) === 'to' && norm(start + 1) === 'it' && BELONGS.has(norm(start + 2))) {
    return found(start + 1, start + 2);
  }
  for (let at = 0; at < elements.length; at++) {
    // "In most cases" says how often, and of what the text may be open about.
    const share = norm(at - 1) === 'in' ? -1 : shareAt(elements, at);
    if (share > at) return found(at, share);
    const people = peopleAt(elements, at);
    if (people > at) return found(at, people, { isOfPeople: true });
    // "Why “metastatic”? Doctors chose this word because …"
    if (NAMING.has(norm(at)) && NAMES.has(norm(at + 1)) && MEANS.has(norm(at + 2))) {
      return found(at, at + 2, { isName: true });
    }
    // "Scleroderma is the leading example."
    if (CHIEF.has(norm(at)) && SOURCES.has(norm(at + 1)) && !FOR.has(norm(at + 2))) {
      return found(at + 1, at + 2, { isKept: true });
    }
    // "it is the most common one of all types", "it is the commonest form"
    if (norm(at) === 'it' && ['is', 'was'].includes(norm(at + 1)) && isRankOfType(elements, at)) {
      return found(at, at + 1);
    }
  }
  return undefined;
}

/** "most cases", "the majority of patients", "nearly all of these cases": index behind it, or -1. */
function shareAt(elements: readonly Element[], at: number): number {
  const norm = (index: number): string => elements[index]?.norm ?? '';
  let next = at;
  if (norm(next) === 'the') next++;
  while (DEGREES.has(norm(next))) next++;
  if (!SHARES.has(norm(next))) return -1;
  next++;
  if (norm(next) === 'of') next++;
  while (POINTING.has(norm(next)) || norm(next) === 'its') next++;
  if (!CASES.has(norm(next))) return -1;
  return SPECIFIES.has(norm(next + 1)) ? -1 : next + 1;
}

/** "all these patients", "such people", "those affected": index behind it, or -1. */
function peopleAt(elements: readonly Element[], at: number): number {
  const norm = (index: number): string => elements[index]?.norm ?? '';
  let next = at;
  if (norm(next) === 'all') next++;
  if (norm(next) === 'of') next++;
  if (norm(next) === 'those' && norm(next + 1) === 'affected') return next + 2;
  if (!PEOPLE_POINTED.has(norm(next))) return -1;
  next++;
  if (!PEOPLE.has(norm(next))) return -1;
  next++;
  if (norm(next) === 'and' && PEOPLE.has(norm(next + 1))) next += 2;
  return SPECIFIES_PEOPLE.has(norm(next)) ? -1 : next;
}

/** "the most common one", "the rarest of all": a rank that only a type among types can have. */
function isRankOfType(elements: readonly Element[], it: number): boolean {
  const behind = elements.slice(it + 2, it + 9).map(({ norm }) => norm);
  if (elements.some(({ norm }) => ELSEWHERE.has(norm))) return false;
  const isRanked = behind.some((norm) => RANKS.has(norm));
  const norms = elements.map(({ norm }) => norm);
  const isOfTypes = norms.some((norm, at) => TYPE_WORDS.has(norm) && AMONG.has(norms[at - 1] ?? ''));
  return isRanked && (isOfTypes || behind.some((norm) => TYPE_WORDS.has(norm)));
}

/** Between the type and the sentence the text went on to another condition. */
function wentOn(
  { block, sentenceIndex }: SentenceElements,
  type: string,
  from: number,
  { discourse, terminology }: Surroundings,
): boolean {
  const before = discourse.sentences[block.index]!.slice(0, sentenceIndex);
  const last = from === block.index ? before.findLastIndex((one) => names(one, type)) : -1;
  return before.slice(last + 1).some(({ elements }) => {
    const opening = elements.slice(0, OPENING).flatMap(({ mention }) => mention?.conceptId ?? []);
    return opening.some((id) => {
      const { kind } = terminology.concept(id)!;
      const isCondition = kind === 'disease' || kind === 'form' || kind === 'process';
      return isCondition && !isWholeOfTypes(id, terminology) && !isListedCause(type, id, terminology);
    });
  });
}

function names({ elements }: SentenceElements, id: string): boolean {
  return elements.some(({ mention }) => mention?.conceptId === id);
}

/** The sentence opens with people of whom the one before told something that not all who have the type share. */
export function opensWithSomePeople(sentence: SentenceElements, discourse: Discourse): boolean {
  const opens = [0, 1].some((at) => peopleAt(sentence.elements, at) > at);
  return opens && (isOfSomePeople(sentence, discourse) || sentence.elements.some(({ norm }) => BESIDES.has(norm)));
}

/** "Some of them also have failing kidneys. In these people …" */
function isOfSomePeople({ block, sentenceIndex }: SentenceElements, discourse: Discourse): boolean {
  const before = discourse.sentences[block.index]![sentenceIndex - 1]?.elements ?? [];
  return before.some(({ norm }) => SOME.has(norm));
}

const NONE: readonly never[] = [];
/** In elements. */
const OPENING = 4;
const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));
const ADVERBS = words('and so then thus usually typically mostly');
const PAST = words('was were had');
const STANDING = words('that this it');
const RELATIVES = words('in where which that with whose');
const PLACING = words('in to under into with among for within');
const POINTING = words('this that these those such the');
const BELONGS = words('belong belongs we count');
const DEGREES = words('great vast large overwhelming nearly almost practically');
const SHARES = words('most majority all bulk many');
const CASES = words('cases patients sufferers');
/** They tell of which ones. */
const SPECIFIES = words('of with in who whose on from that which at among for seen have');
const SPECIFIES_PEOPLE = words('of with who whose on from that which');
const PEOPLE_POINTED = words('these such');
const PEOPLE = words('patients people men women children babies persons sufferers adults girls boys');
const NAMING = words('the this that');
const NAMES = words('word term name adjective expression');
const FOR = words('for of');
const MEANS = words(
  'means mean says tells stands was is comes refers points describes suggests denotes signifies implies because itself',
);
const CHIEF = words('leading main usual classic classical typical chief commonest known best prime textbook');
const SOURCES = words(
  'example examples cause causes trigger triggers setting background origin source culprit story case picture history',
);
const RANKS = words('most commonest rarest frequent common least rare');
const ELSEWHERE = words('there here elsewhere ours locally');
const AMONG = words('all the of four other five our');
const BESIDES = words('too also besides may might could additionally');
const SOME = words('some few other others also certain several one another sometimes however but those who many');
