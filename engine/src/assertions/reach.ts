import { isMedicalWord } from '../claims/letters/letter-terms.js';
import type { Candidate } from './candidates.js';
import { sentencesBetween, type Passage } from './passage.js';
import { isByName } from './statements.js';

/**
 * Whether it may be of the thing at all that something is said: the thing stands near, or above, and nothing of which it
 * holds stands nearer. Sentences are counted by where they begin.
 */
export function isInReach(passage: Passage, candidate: Candidate): boolean {
  const { items, above, from: ownFrom } = passage;
  const { subject, from, strangers, holders, wording } = candidate;
  if (strangers.length > MOST_STRANGERS || dependsOnNoun(passage, candidate) || isOnlyLikened(passage, candidate)) {
    return false;
  }
  const thing = items[subject]!;
  // "… releases calcium into the blood" does not say that the blood stores it: the data asks for more words. They are
  // looked for last.
  if (above.has(thing.block)) return wording?.isCued !== false && !isBesideHead(passage, candidate);
  // Of the cells beside it only those that it stands under speak of the same thing.
  if (CELLS.has(items[ownFrom]!.word) && thing.block !== items[from]!.block) return false;
  // What stands over a heading is not what it, or what is below it, speaks of.
  const [low, high] = subject < from ? [subject, from] : [from, subject];
  for (let at = low; at <= high; at++) if (items[at]!.word === '<h>') return false;
  const behind = sentencesBetween(items, subject, from);
  // Two sentences behind another thing may have been spoken of that has no name here: "a pill. Is it an antibiotic?"
  const isNear = thing.block === items[from]!.block && isByName(candidate.statement);
  if (behind < -1 || behind > (isNear ? 1 : MOST_SENTENCES)) return false;
  if (isOfUnknownTerm(passage, candidate) || (behind !== 0 && isUnderCondition(passage, candidate))) return false;
  // "Those who know denosumab should know alendronate. It is a bisphosphonate."
  if (behind !== 0 && holders.some((at) => at > subject && at < from)) return false;
  // "… believe that cyclosporine is one, like cyclophosphamide. It is a calcineurin inhibitor."
  const isLikened = LIKENS.has(items[subject - 1]?.word ?? '');
  if (behind > 0 && isLikened && holders.some((at) => items[at]!.sentence === thing.sentence)) return false;
  return wording?.isCued !== false;
}

/** "Diseases with calcinosis" over a list: its items are such diseases, and calcinosis is none of them. */
function isBesideHead({ items }: Passage, { subject, statement }: Candidate): boolean {
  return statement.relation === 'is-a' && BESIDE_HEAD.has(items[subject - 1]?.word ?? '');
}

const BESIDE_HEAD = new Set('with of in for behind from by to and or than beside without before after'.split(' '));
const LIKENS = new Set(['like', 'unlike', 'than']);
const CELLS = new Set(['<td>', '<th>']);
const MOST_STRANGERS = 4;
/** Where it stands in another block, the mark of the block counts as one. */
const MOST_SENTENCES = 2;

/** "Like statins, it is taken at night", "as statins do": not "like other statins". */
function isOnlyLikened({ items }: Passage, { from, to, statement }: Candidate): boolean {
  if (statement.relation !== 'is-a') return false;
  const [before, behind] = [items[from - 1]?.word ?? '', items[to + 1]?.word ?? ''];
  return before === 'like' || before === 'unlike' || (before === 'as' && DO.has(behind));
}

const DO = new Set('do does did can may are is'.split(' '));

/** "A blood test of kidney function", "the amount of calcium that is passed in the urine": of another thing than the noun. */
function dependsOnNoun({ items }: Passage, { subject, from, to, statement }: Candidate): boolean {
  if (statement.relation !== 'has') return false;
  // "Inflammation of the fat", "a protein that drives inflammation"
  if (items[subject + 1]?.word === 'of' && from > subject && from <= subject + 3) return true;
  for (let at = to + 1; at < subject; at++) if (RELATIVES.has(items[at]!.word)) return true;
  for (let at = subject - 1; at >= Math.max(0, subject - LONGEST_TIE); at--) {
    const { word } = items[at]!;
    if (word === 'of' || (subject > from && TIES.has(word))) return true;
    if (!/^[a-z-]+$/u.test(word) || VERBS.has(word)) return false;
  }
  return false;
}

const RELATIVES = new Set(['that', 'which', 'who']);
/** In items: "in a healthy donor kidney". */
const LONGEST_TIE = 4;
const VERBS = new Set('is are was were means has have had does do did makes make causes cause'.split(' '));
const TIES = new Set('in on to from under with without for by at through into than like as'.split(' '));

/** "It runs well as long as the fluid stays inside the vein": how it should be, and not how the thing is. */
function isUnderCondition({ items }: Passage, { from }: Candidate): boolean {
  const words = items.slice(Math.max(0, from - LONGEST_CONDITION), from).map(({ word }) => word);
  return words.some((word, at) => word === 'as' && words[at + 1] === 'long' && words[at + 2] === 'as');
}

const LONGEST_CONDITION = 7;

/** "Sclerodactyly is tight skin, scoliosis is a curved spine": said of a term that the terminology does not know. */
function isOfUnknownTerm({ items }: Passage, { subject, from }: Candidate): boolean {
  for (let at = subject + 1; at < from - 1; at++) {
    const [term, verb] = [items[at]!, items[at + 1]!];
    if (term.concept < 0 && DEFINES.has(verb.word) && isMedicalWord(term.word)) return true;
  }
  return false;
}

const DEFINES = new Set(['is', 'are', 'means']);
