import { REJECTIONS, REPORTED } from '../../claims/attribution/attribution-lexicon.js';
import { NEGATORS } from '../../claims/sentences/lexicon.js';
import type { AnalyzedBlock } from '../../document.js';
import type { Sentence, Token } from '../../language/token.js';

/**
 * With what force a sentence says what it says. `flat`: it is so, without any limit. Everything else limits it: a
 * denial, a hedge, a condition, advice to the reader, a question, an aim, or somebody else's opinion.
 */
export type Force = 'flat' | 'limited';

/**
 * The force of the words between two tokens of a sentence. The words themselves do not count: "never fails" is
 * not a denial of itself. When in doubt the answer is `limited`.
 */
export function forceOf(block: AnalyzedBlock, sentence: Sentence, firstToken: number, endToken: number): Force {
  const words = block.tokens.slice(sentence.firstToken, sentence.endToken);
  const first = firstToken - sentence.firstToken;
  const end = endToken - sentence.firstToken;
  if (isQuestion(block, words)) return 'limited';
  const around = [...words.slice(0, first), ...words.slice(end)].filter((token) => token.norm !== '');
  if (around.some((token) => LIMITS.has(token.norm) || isContractedDenial(token.norm))) return 'limited';
  if (words.slice(0, first).some((token) => NEGATORS.has(token.norm))) return 'limited';
  if (words.slice(end, end + 3).some((token) => NEGATORS.has(token.norm))) return 'limited';
  const norms = around.map((token) => token.norm);
  if ([...REJECTIONS, ...REPORTED, ...LIMITING_PHRASES].some((phrase) => holds(norms, phrase))) return 'limited';
  const opening = norms[0] ?? '';
  return first > 0 && IMPERATIVES.has(opening) ? 'limited' : 'flat';
}

/**
 * The force of a promise, which needs less around it to be one: a condition before it is part of the promise ("If you
 * do, you will never get gout again"), and what follows it in another clause limits something else.
 */
export function forceOfPromise(block: AnalyzedBlock, sentence: Sentence, firstToken: number, endToken: number): Force {
  const words = block.tokens.slice(sentence.firstToken, sentence.endToken);
  if (isQuestion(block, words)) return 'limited';
  const around = [...words.slice(0, firstToken - sentence.firstToken), ...words.slice(endToken - sentence.firstToken)];
  const norms = around.map((token) => token.norm).filter((norm) => norm !== '');
  if (norms.some((norm) => OPINIONS.has(norm))) return 'limited';
  if ([...REJECTIONS, ...REPORTED].some((phrase) => holds(norms, phrase))) return 'limited';
  const own = clauseAround(block, sentence, firstToken, endToken);
  const isOver = (index: number): boolean => index < firstToken || index >= endToken;
  for (let index = sentence.firstToken; index < own.end; index++) {
    if (!isOver(index)) continue;
    const { norm } = block.tokens[index]!;
    const isOwn = index >= own.start;
    if (isOwn ? LIMITS.has(norm) : HEDGES.has(norm) && !own.isConditional) return 'limited';
    if (isContractedDenial(norm) && isOwn) return 'limited';
    if (NEGATORS.has(norm) && isOwn && index < firstToken) return 'limited';
  }
  const ownNorms = block.tokens
    .slice(own.start, own.end)
    .map((token) => token.norm)
    .filter((norm) => norm !== '');
  if (LIMITING_PHRASES.some((phrase) => holds(ownNorms, phrase))) return 'limited';
  // "Take this and it will never come back" goes on to a promise.
  const leadsOn = block.tokens.slice(own.start, firstToken).some(({ norm }) => GOES_ON.has(norm));
  return IMPERATIVES.has(ownNorms[0] ?? '') && own.start < firstToken && !leadsOn ? 'limited' : 'flat';
}

interface Clause {
  readonly start: number;
  readonly end: number;
  /** The clause before it says when it holds. */
  readonly isConditional: boolean;
}

/** From the comma or the conjunction before to the one behind. "X and Y cure it" is one clause: only a comma counts there. */
function clauseAround({ tokens }: AnalyzedBlock, sentence: Sentence, firstToken: number, endToken: number): Clause {
  let start = firstToken;
  while (start > sentence.firstToken && !ENDS_CLAUSE.has(tokens[start - 1]!.text)) start--;
  let end = endToken;
  while (end < sentence.endToken && !ENDS_CLAUSE.has(tokens[end]!.text) && !GOES_ON.has(tokens[end]!.norm)) end++;
  const opening = tokens.slice(sentence.firstToken, start).find((token) => token.norm !== '')?.norm ?? '';
  return { start, end, isConditional: CONDITIONS.has(opening) };
}

const ENDS_CLAUSE = new Set([',', ';', ':', '–', '—']);
const GOES_ON = new Set(['and', 'but', 'so', 'because', 'while', 'although', 'though', 'since']);

function isQuestion(block: AnalyzedBlock, words: readonly Token[]): boolean {
  const last = words.findLast((token) => token.kind === 'punctuation' && '.?!…'.includes(token.text));
  if (last?.text === '?') return true;
  const opening = words.find((token) => token.norm !== '')?.norm ?? '';
  return block.kind === 'heading' && QUESTION_WORDS.has(opening);
}

function isContractedDenial(norm: string): boolean {
  return norm.endsWith("n't");
}

function holds(norms: readonly string[], phrase: readonly string[]): boolean {
  for (let start = 0; start + phrase.length <= norms.length; start++) {
    if (phrase.every((norm, offset) => norms[start + offset] === norm)) return true;
  }
  return false;
}

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}

const QUESTION_WORDS = setOf(
  'what why how when where who which can could does do did is are was will would should may must',
);

/** How often, how many, how sure. */
const HEDGES = setOf(
  'not may might can could would sometimes often usually generally typically commonly normally mostly mainly largely almost nearly virtually practically rarely seldom hardly scarcely occasionally perhaps possibly probably likely unlikely potentially apparently about approximately roughly partly partially some many most several few certain majority minority suggests suggest suggested appears appear seems seem',
);

/** On what condition; advice; aims, trials and opinions. */
const OTHER_LIMITS = setOf(
  'if unless whether until provided ' +
    'should must need needs ought shall ' +
    'aim aims aimed goal goals hope hopes hoped hoping try tries trying attempt attempts designed study studies trial trials tested researchers scientists believe believes believed think thinks thought consider considered claim claims claimed advertise advertised promise promises promised beware myth',
);

/** Words that limit the whole sentence, wherever they stand in it. */
const LIMITS: ReadonlySet<string> = new Set([...HEDGES, ...OTHER_LIMITS]);

/** Words of somebody else's promise, and of one that is warned of. */
const OPINIONS = setOf(
  'believe believes believed think thinks thought claim claims claimed claiming advertise advertised advertises advert adverts advertisement advertisements promise promises promised promising beware wary suspicious doubt doubts myth myths false fake scam scams hoax rumor rumors rumour rumours says say said saying told tell tells wish hope hopes hoped dream dreams wrong untrue guarantee',
);

const CONDITIONS = setOf('if once when after as with without by');

const LIMITING_PHRASES: readonly (readonly string[])[] = [
  'in order to',
  'according to',
  'so far',
  'for now',
  'at present',
  'up to',
  'at least',
  'less than',
  'more than',
  'fewer than',
  'no longer',
  'rare cases',
  'in rare',
].map((phrase) => phrase.split(' '));

/** Verbs that open advice to the reader. */
const IMPERATIVES = setOf(
  'ask tell take talk see call keep use do make remember check stop start get try avoid contact let read follow give consult speak visit seek discuss limit eat drink wear protect report bring show write note',
);
