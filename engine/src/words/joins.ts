import { isHyphen, normalizePhrase } from '../language/tokenize.js';
import type { Token } from '../language/token.js';
import type { Terminology } from '../terminology/terminology.js';
import { proseSpan } from '../text/span.js';
import { IS_DRUG, ORIGIN_MASK, ORIGIN_TERMINOLOGY, ORIGIN_VOCABULARY } from './format.js';
import { glossOf } from './gloss.js';
import type { Misspelling } from './misspelling.js';

/** What the finders of missing and superfluous spaces ask the speller. */
export interface JoinLexicon {
  readonly terminology: Terminology;
  /** Flags of a medical word, see `format.ts`. */
  flagsOf(word: string): number | undefined;
  /** Whether a small-letter word is right. */
  accepts(word: string): boolean;
  /** Whether most people know the word. */
  isCommon(word: string): boolean;
}

/** "dialysisthe": a medical word and a little one without their space. */
export function gluedWords(token: Token, at: number, lexicon: JoinLexicon): Misspelling | undefined {
  const word = token.norm;
  if (word.length !== token.text.length - token.possessive.length) return undefined;
  for (let cut = 2; cut <= word.length - 2; cut++) {
    const head = word.slice(0, cut);
    const tail = word.slice(cut);
    const medical = isGlued(head, tail, LITTLE_AFTER, lexicon)
      ? head
      : isGlued(tail, head, LITTLE_BEFORE, lexicon)
        ? tail
        : undefined;
    if (medical === undefined) continue;
    const text = `${token.text.slice(0, cut)} ${token.text.slice(cut)}`;
    return {
      span: token.span,
      firstToken: at,
      endToken: at + 1,
      kind: 'glued',
      candidates: [{ text, cost: 0.5, ...glossOf(medical, lexicon.terminology), drug: false }],
      safe: false,
    };
  }
  return undefined;
}

function isGlued(medical: string, little: string, places: ReadonlySet<string>, lexicon: JoinLexicon): boolean {
  if (medical.length < 6 || !places.has(little)) return false;
  const flags = lexicon.flagsOf(medical);
  // Rare words are not what people run together with others: "incretin" is no cretin.
  return flags !== undefined && isNamed(flags) && (isTerm(flags) || lexicon.isCommon(medical));
}

/**
 * "anti coagulant", "hyper-parathyroidism": one medical word in two pieces, the first of them no word that stands
 * by itself. With a hyphen only a word that the terminology names, and names without one, is reported: house styles
 * differ in the rest.
 * @param at the token of the first piece
 */
export function splitWord(
  tokens: readonly Token[],
  at: number,
  text: string,
  lexicon: JoinLexicon,
): Misspelling | undefined {
  const first = tokens[at]!;
  const hyphen = tokens[at + 1]?.kind === 'punctuation' && isHyphen(tokens[at + 1]!.text);
  const second = tokens[at + (hyphen ? 2 : 1)];
  // Most words stand by themselves, which is known of each word of a text after it was met once.
  if (!isPiece(first.norm, hyphen, lexicon)) return undefined;
  if (second?.kind !== 'word' || !/^[a-z]+$/u.test(second.norm + first.norm)) return undefined;
  const endToken = at + (hyphen ? 3 : 2);
  // Part of a longer chain: "anti-CD20-positive", "anti-vitamin K".
  if (hyphen ? !tokens[at + 1]!.glued || !second.glued : text.slice(first.span.end, second.span.start) !== ' ') {
    return undefined;
  }
  if (isGluedHyphen(tokens[at - 1]) || isGluedHyphen(tokens[endToken])) return undefined;
  const joined = first.norm + second.norm;
  if (joined.length < 9 || second.norm.length < 4 || !isSplit(first.norm, second.norm, joined, hyphen, lexicon)) {
    return undefined;
  }
  const flags = lexicon.flagsOf(joined)!;
  const [small] = /^\p{Lu}/u.test(first.text) ? [joined.charAt(0).toUpperCase() + joined.slice(1)] : [joined];
  return {
    span: proseSpan(first.span.start, second.span.end),
    firstToken: at,
    endToken,
    kind: 'split',
    candidates: [
      {
        text: `${small}${second.possessive}`,
        cost: 0.5,
        ...glossOf(joined, lexicon.terminology),
        drug: (flags & IS_DRUG) !== 0,
      },
    ],
    safe: false,
  };
}

function isGluedHyphen(token: Token | undefined): boolean {
  return token !== undefined && token.glued && isHyphen(token.text);
}

function isSplit(first: string, second: string, joined: string, hyphen: boolean, lexicon: JoinLexicon): boolean {
  const flags = lexicon.flagsOf(joined);
  if (flags === undefined || !isNamed(flags)) return false;
  if (lexicon.terminology.lookup(`${first} ${second}`).length > 0) return false;
  return !hyphen || lexicon.terminology.lookup(normalizePhrase(joined)).length > 0;
}

/** Whether a word may be the first piece of another one. */
function isPiece(word: string, hyphen: boolean, lexicon: JoinLexicon): boolean {
  if (hyphen) return HYPHEN_PREFIXES.has(word);
  return OPEN_PREFIXES.has(word) || (!lexicon.accepts(word) && !lexicon.isCommon(word));
}

/** Whether a medical word stands in the terminology. */
export function isTerm(flags: number): boolean {
  return (flags & ORIGIN_MASK) === ORIGIN_TERMINOLOGY;
}

function isNamed(flags: number): boolean {
  const origin = flags & ORIGIN_MASK;
  return origin === ORIGIN_TERMINOLOGY || origin === ORIGIN_VOCABULARY;
}

/** Little words that follow a medical one; -in and -or are endings. */
const LITTLE_AFTER = new Set('the and is of that with are was can for may has when which this from'.split(' '));
/** Little words that go before one; in-, is- and or- begin words. */
const LITTLE_BEFORE = new Set('the and of that with are was when which this from'.split(' '));
const HYPHEN_PREFIXES = new Set('anti hyper hypo dermato osteo haemo hemo thrombo'.split(' '));
/** Beginnings of words that no one writes as words of their own. */
const OPEN_PREFIXES = new Set(
  'anti hyper hypo peri para endo micro pseudo cardio gastro immuno osteo dermato nephro neuro haemo hemo thrombo myo arthro broncho cerebro chemo chondro cyto electro entero fibro hepato hystero laryngo lympho mammo mening musculo onco ophthalmo oto patho pharyngo phlebo pneumo procto psycho pyelo radio retino rhino sacro salpingo spondylo tracheo vaso ventriculo hydroxy methyl bis lipo litho kerato'.split(
    ' ',
  ),
);
