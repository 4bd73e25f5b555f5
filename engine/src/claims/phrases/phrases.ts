import type { AnalyzedBlock } from '../../document.js';
import type { Sentence, Token } from '../../language/token.js';
import { OPENS_TISSUE, tissuePhrase } from './tissue-phrases.js';
import { levelPhrase, OPENS_LEVEL, type Analyte, type LevelValue } from './level-phrases.js';

/** A run of tokens that states a blood level, the state of the tissue, or that no cause is known. */
export interface PhraseElement {
  readonly kind: 'level' | 'tissue' | 'unknown-cause';
  readonly firstToken: number;
  readonly endToken: number;
  readonly level?: LevelValue;
  readonly analyte?: Analyte;
  /** level: it has a verb of its own. */
  readonly predicate?: boolean;
  readonly tissue?: 'damaged' | 'normal';
  /** unknown-cause: it says that the cause is known. */
  readonly known?: true;
  /** "not too high": the phrase itself denies. */
  readonly denied?: boolean;
}

/** The phrases of one sentence in order; they do not overlap. */
export function findPhrases(block: AnalyzedBlock, sentence: Sentence): PhraseElement[] {
  const phrases: PhraseElement[] = [];
  const tokens = block.tokens;
  for (let at = sentence.firstToken; at < sentence.endToken; at++) {
    if (!OPENS_PHRASE.has(tokens[at]!.norm)) continue;
    const phrase =
      levelPhrase(tokens, at, sentence, tokensOfLongerMentions(block)) ??
      tissuePhrase(tokens, at, sentence) ??
      unknownCausePhrase(tokens, at, sentence);
    if (phrase === undefined) continue;
    const last = phrases[phrases.length - 1];
    if (last !== undefined && phrase.firstToken < last.endToken) continue;
    phrases.push(phrase);
    at = phrase.endToken - 1;
  }
  return phrases;
}

/** Read once a block, whose sentences all ask for it. */
const longerMentions = new WeakMap<AnalyzedBlock, ReadonlySet<number>>();

function tokensOfLongerMentions(block: AnalyzedBlock): ReadonlySet<number> {
  const known = longerMentions.get(block);
  if (known !== undefined) return known;
  const inside = new Set<number>();
  for (const mention of block.mentions) {
    if (mention.endToken - mention.firstToken < 2) continue;
    const id = mention.conceptId ?? '';
    // "serum calcium" and "blood phosphate" name the analyte itself.
    if (id === 'serum-calcium' || id === 'serum-phosphate' || id === 'calcium-phosphate-product') continue;
    for (let at = mention.firstToken; at < mention.endToken; at++) inside.add(at);
  }
  longerMentions.set(block, inside);
  return inside;
}

const CAUSE_NOUNS = new Set('cause causes reason reasons origin trigger explanation'.split(' '));
const UNKNOWN = new Set('unknown unclear unexplained obscure undetermined'.split(' '));

const GOES_ON_DENYING = new Set(['and', 'or', 'nor', ',']);

/** "no known cause", "without any known reason", "the cause is also unknown", "of unknown origin". */
function unknownCausePhrase(tokens: readonly Token[], at: number, sentence: Sentence): PhraseElement | undefined {
  const word = tokens[at]!.norm;
  if (!OPENS_UNKNOWN.has(word)) return OPENS_KNOWN.has(word) ? knownCausePhrase(tokens, at, sentence) : undefined;
  const norm = (index: number): string => (index < sentence.endToken ? (tokens[index]?.norm ?? '') : '');
  // "The exact cause is not fully known" is a careful statement about any type.
  for (let back = Math.max(sentence.firstToken, at - 4); back < at; back++) {
    if (EXACTNESS.has(norm(back))) return undefined;
  }
  const found = (endToken: number): PhraseElement => ({ kind: 'unknown-cause', firstToken: at, endToken });
  if (NOBODY.has(word) || (word === 'no' && norm(at + 1) === 'one')) {
    let next = at + 1;
    const limit = at + 8;
    while (
      next < limit &&
      ['one', 'can', 'has', 'yet', 'quite', 'really', 'could', 'ever', 'is', 'able', 'to', 'will'].includes(norm(next))
    ) {
      next++;
    }
    if (
      !['know', 'knows', 'find', 'finds', 'found', 'explain', 'say', 'tell', 'understands', 'name', 'known'].includes(
        norm(next),
      )
    ) {
      return undefined;
    }
    next++;
    const ends = next >= sentence.endToken || tokens[next]!.kind === 'punctuation';
    if (ends && ['explain', 'understands'].includes(norm(next - 1))) return found(next);
    while (next < limit && ['a', 'the', 'any', 'its', 'of', 'for'].includes(norm(next))) next++;
    return norm(next) === 'why' || norm(next) === 'where' || CAUSE_NOUNS.has(norm(next)) ? found(next + 1) : undefined;
  }
  if (word === 'no' && norm(at + 1) === 'idea') {
    const asks = ['where', 'why', 'what', 'how'].includes(norm(at + 2));
    return asks ? found(at + 3) : undefined;
  }
  if (word === 'no' || word === 'without' || UNKNOWN.has(word)) {
    let next = at + 1;
    while (
      next < at + 5 &&
      [
        'any',
        'a',
        'an',
        'known',
        'apparent',
        'obvious',
        'clear',
        'identifiable',
        'recognizable',
        'detectable',
        'underlying',
        'other',
        'evident',
        'visible',
        'single',
      ].includes(norm(next))
    ) {
      next++;
    }
    // "If no other cause is found": one is known. "No injury and no other cause": none is.
    if (norm(next - 1) === 'other' && !GOES_ON_DENYING.has(tokens[at - 1]?.norm ?? '')) return undefined;
    if (CAUSE_NOUNS.has(norm(next))) {
      return word === 'no' && norm(next) === 'reason' && norm(next + 1) === 'to' ? undefined : found(next + 1);
    }
    return undefined;
  }
  const known = knownCausePhrase(tokens, at, sentence);
  if (known !== undefined) return known;
  if (!CAUSE_NOUNS.has(word) && word !== 'why') return undefined;
  let next = at + 1;
  let isState = false;
  while (next < sentence.endToken && next < at + 14) {
    const here = norm(next);
    if (EXACTNESS.has(here)) return undefined;
    if (UNKNOWN.has(here)) return isState && !['not', 'never'].includes(norm(next - 1)) ? found(next + 1) : undefined;
    if (
      (here === 'not' || here === 'never') &&
      isState &&
      ['known', 'understood', 'found', 'clear'].some(
        (end) =>
          norm(next + 1) === end ||
          (norm(next + 1) === 'yet' && norm(next + 2) === end) ||
          (norm(next + 1) === 'been' && norm(next + 2) === end),
      )
    ) {
      return found(next + 2);
    }
    if (STAYS.has(here)) isState = true;
    if (tokens[next]!.text === '.' || tokens[next]!.text === ';' || tokens[next]!.text === ',') return undefined;
    next++;
  }
  return undefined;
}

/** "the cause is plain to see", "a known cause", "cause known:"; never of one that is not, or of one more. */
function knownCausePhrase(tokens: readonly Token[], at: number, sentence: Sentence): PhraseElement | undefined {
  const word = tokens[at]!.norm;
  const second = tokens[at + 1]?.norm ?? '';
  if (OPENS_KNOWN.has(word) && !PLAIN.has(second) && !PLAIN_DEGREES.has(second) && !CAUSE_NOUNS.has(second)) {
    return undefined;
  }
  const norm = (index: number): string => (index < sentence.endToken ? (tokens[index]?.norm ?? '') : '');
  const found = (endToken: number): PhraseElement => ({ kind: 'unknown-cause', firstToken: at, endToken, known: true });
  if (word === 'a' || word === 'an') {
    let next = at + 1;
    while (PLAIN_DEGREES.has(norm(next))) next++;
    return PLAIN.has(norm(next)) && CAUSE_NOUNS.has(norm(next + 1)) ? found(next + 2) : undefined;
  }
  if (!CAUSE_NOUNS.has(word)) return undefined;
  const opening = tokens.slice(sentence.firstToken, at).map((token) => token.norm);
  if (opening.some((before) => NOT_KNOWN.has(before)) || norm(at + 1) === 'of') return undefined;
  let next = at + 1;
  while (['that', 'which', 'is', 'are', 'was', ...PLAIN_DEGREES].includes(norm(next))) next++;
  return PLAIN.has(norm(next)) ? found(next + 1) : undefined;
}

const OPENS_KNOWN = new Set(['a', 'an']);
const PLAIN = new Set('known plain clear obvious evident established identified understood found proven'.split(' '));
const PLAIN_DEGREES = new Set('clearly well quite perfectly always usually very clear plainly'.split(' '));
const NOT_KNOWN = new Set(
  'no not never none nobody hardly once whether without if when where once until unless any neither nor before than'.split(
    ' ',
  ),
);

const STAYS = new Set('is are was were remains remain remained stays stayed has'.split(' '));
const OPENS_UNKNOWN = new Set([...CAUSE_NOUNS, ...UNKNOWN, 'no', 'without', 'why', 'nobody', 'noone']);
/** What any phrase begins with. */
export const OPENS_PHRASE = new Set([...OPENS_LEVEL, ...OPENS_TISSUE, ...OPENS_UNKNOWN, ...OPENS_KNOWN]);
const NOBODY = new Set(['nobody', 'noone']);
const EXACTNESS = new Set('exact exactly precise precisely fully completely entirely'.split(' '));
