import type { AnalyzedBlock } from '../document.js';
import type { Sentence, Token } from '../language/token.js';
import { ABNORMAL_WORDS, HIGH_WORDS, LOW_WORDS, NORMAL_WORDS } from './lexicon.js';

export type LevelValue = 'high' | 'low' | 'normal' | 'abnormal';

/** A run of tokens that states a blood level, the state of the tissue, or that no cause is known. */
export interface PhraseElement {
  readonly kind: 'level' | 'tissue' | 'unknown-cause';
  readonly firstToken: number;
  readonly endToken: number;
  readonly level?: LevelValue;
  readonly analyte?: 'calcium' | 'phosphate' | 'both' | 'either';
  readonly tissue?: 'damaged' | 'normal';
  /** "not too high": the phrase itself denies. */
  readonly denied?: boolean;
}

/** The phrases of one sentence in order; they do not overlap. */
export function findPhrases(block: AnalyzedBlock, sentence: Sentence): PhraseElement[] {
  const phrases: PhraseElement[] = [];
  const tokens = block.tokens;
  const longer = tokensOfLongerMentions(block);
  for (let at = sentence.firstToken; at < sentence.endToken; at++) {
    const phrase =
      levelPhrase(tokens, at, sentence, longer) ??
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

/** Analytes that facts about levels name, by the words that laboratories and writers use for them. */
const ANALYTES: Readonly<Record<string, 'calcium' | 'phosphate'>> = {
  calcium: 'calcium',
  phosphate: 'phosphate',
  phosphates: 'phosphate',
  phosphorus: 'phosphate',
};

const LEVEL_NOUNS = new Set(
  'level levels amount amounts concentration concentrations value values quantity quantities content'.split(' '),
);
const BETWEEN_DEGREE_AND_ANALYTE = new Set(
  'of blood serum the a an in amount amounts level levels concentration concentrations than normal usual average serum plasma total quantities person persons body their his her circulating abnormally very unusually too'.split(
    ' ',
  ),
);
const AFTER_ANALYTE = new Set(
  'in the a of blood serum bloodstream body person persons people their his her your level levels concentration concentrations metabolism balance value values circulation plasma that s'.split(
    ' ',
  ),
);
const BE = new Set(
  'is are was were be being been become becomes became stay stays stayed remain remains remained rise rises rose run runs appear appears measure'.split(
    ' ',
  ),
);
const ADVERBS = new Set(
  'too very usually often abnormally always typically generally both also still quite unusually may can might will would should not mostly normally extremely consistently completely entirely perfectly all'.split(
    ' ',
  ),
);

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
    if (id === 'serum-calcium' || id === 'serum-phosphate') continue;
    for (let at = mention.firstToken; at < mention.endToken; at++) inside.add(at);
  }
  longerMentions.set(block, inside);
  return inside;
}

function levelPhrase(
  tokens: readonly Token[],
  at: number,
  sentence: Sentence,
  longer: ReadonlySet<number>,
): PhraseElement | undefined {
  if (longer.has(at)) return undefined;
  return degreeFirst(tokens, at, sentence, longer) ?? analyteFirst(tokens, at, sentence, longer);
}

/** "too much calcium in the blood", "a higher than normal level of calcium or phosphate". */
function degreeFirst(
  tokens: readonly Token[],
  at: number,
  sentence: Sentence,
  longer: ReadonlySet<number>,
): PhraseElement | undefined {
  let next = at;
  let level = degreeOf(tokens[next]!.norm);
  if (tokens[next]!.norm === 'too' && (tokens[next + 1]?.norm === 'much' || tokens[next + 1]?.norm === 'many')) {
    level = 'high';
    next++;
  } else if (tokens[next]!.norm === 'too' && tokens[next + 1]?.norm === 'little') {
    level = 'low';
    next++;
  } else if (tokens[next]!.norm === 'much') return undefined;
  if (level === undefined) return undefined;
  next++;
  let steps = 0;
  while (
    next < sentence.endToken &&
    steps < 6 &&
    ANALYTES[tokens[next]!.norm] === undefined &&
    (BETWEEN_DEGREE_AND_ANALYTE.has(tokens[next]!.norm) || tokens[next]!.text === '-')
  ) {
    next++;
    steps++;
  }
  const group = analyteGroup(tokens, next, sentence, longer);
  if (group === undefined) return undefined;
  const end = pastPlace(tokens, group.end, sentence);
  // "high-calcium supplements", "too much calcium carbonate": the analyte must end its phrase.
  if (!endsNounPhrase(tokens, end, sentence)) return undefined;
  return { kind: 'level', firstToken: at, endToken: end, level, analyte: group.analyte };
}

/** "the levels of calcium and phosphate in the body are too high", "blood calcium is normal". */
function analyteFirst(
  tokens: readonly Token[],
  at: number,
  sentence: Sentence,
  longer: ReadonlySet<number>,
): PhraseElement | undefined {
  let group = analyteGroup(tokens, at, sentence, longer);
  let next: number;
  if (group === undefined) {
    // "blood levels are normal", "the levels are too high", "levels of calcium and phosphate".
    let noun = at;
    if (tokens[noun]!.norm === 'blood' || tokens[noun]!.norm === 'serum' || tokens[noun]!.norm === 'mineral') noun++;
    const generic =
      noun < sentence.endToken &&
      (LEVEL_NOUNS.has(tokens[noun]!.norm) ||
        (noun > at && (tokens[noun]!.norm === 'tests' || tokens[noun]!.norm === 'chemistry')));
    if (!generic) return undefined;
    next = noun + 1;
    if (tokens[next]?.norm === 'of') {
      group = analyteGroup(tokens, next + 1, sentence, longer);
      if (group === undefined) return undefined;
      next = group.end;
    } else group = { analyte: 'both', end: next };
  } else next = group.end;
  next = pastPlace(tokens, next, sentence);
  if (!BE.has(tokens[next]?.norm ?? '') && !ADVERBS.has(tokens[next]?.norm ?? '')) return undefined;
  let denied = false;
  let verb = false;
  while (
    next < sentence.endToken &&
    (BE.has(tokens[next]!.norm) || ADVERBS.has(tokens[next]!.norm) || tokens[next]!.norm === 'within')
  ) {
    if (tokens[next]!.norm === 'not') denied = true;
    if (BE.has(tokens[next]!.norm)) verb = true;
    next++;
  }
  const level = next < sentence.endToken ? degreeOf(tokens[next]!.norm) : undefined;
  if (level === undefined || !verb) return undefined;
  return {
    kind: 'level',
    firstToken: at,
    endToken: next + 1,
    level,
    analyte: group.analyte,
    ...(denied ? { denied } : {}),
  };
}

function degreeOf(word: string): LevelValue | undefined {
  if (word === 'much') return undefined;
  if (HIGH_WORDS.has(word)) return 'high';
  if (LOW_WORDS.has(word)) return 'low';
  if (NORMAL_WORDS.has(word)) return 'normal';
  if (ABNORMAL_WORDS.has(word)) return 'abnormal';
  return undefined;
}

/** "calcium", "calcium and phosphate", "calcium and/or phosphate", "calcium, phosphate, or both". */
function analyteGroup(
  tokens: readonly Token[],
  at: number,
  sentence: Sentence,
  longer: ReadonlySet<number>,
): { analyte: PhraseElement['analyte'] & string; end: number } | undefined {
  let start = at;
  if ((tokens[start]?.norm === 'blood' || tokens[start]?.norm === 'serum') && start + 1 < sentence.endToken) start++;
  const first = start < sentence.endToken && !longer.has(start) ? ANALYTES[tokens[start]!.norm] : undefined;
  if (first === undefined) return undefined;
  let next = start + 1;
  let joint: 'and' | 'or' | undefined;
  while (
    next < sentence.endToken &&
    next < start + 5 &&
    (tokens[next]!.norm === 'and' ||
      tokens[next]!.norm === 'or' ||
      tokens[next]!.text === '/' ||
      tokens[next]!.text === ',')
  ) {
    if (tokens[next]!.norm === 'or') joint = 'or';
    else if (tokens[next]!.norm === 'and') joint ??= 'and';
    next++;
  }
  const second = joint !== undefined && next < sentence.endToken ? ANALYTES[tokens[next]!.norm] : undefined;
  if (second === undefined || second === first) return { analyte: first, end: start + 1 };
  next++;
  if (tokens[next]?.text === ',' && tokens[next + 1]?.norm === 'or' && tokens[next + 2]?.norm === 'both') {
    return { analyte: 'either', end: next + 3 };
  }
  return { analyte: joint === 'or' ? 'either' : 'both', end: next };
}

/** Past "levels", "in the blood", "in a person's blood". */
function pastPlace(tokens: readonly Token[], from: number, sentence: Sentence): number {
  let next = from;
  while (next < sentence.endToken && AFTER_ANALYTE.has(tokens[next]!.norm)) next++;
  // Never end on a preposition or a determiner that belongs to what follows.
  while (
    next > from &&
    ['in', 'the', 'a', 'of', 'their', 'his', 'her', 'your', 'that'].includes(tokens[next - 1]!.norm)
  ) {
    next--;
  }
  return next;
}

const FUNCTION_WORDS = new Set(
  'and or but is are was were in on at of for with to that which who when while because so as by from can may than the also if then this it they not usually often has have had does do without causes cause leads lead results result'.split(
    ' ',
  ),
);

function endsNounPhrase(tokens: readonly Token[], at: number, sentence: Sentence): boolean {
  const next = tokens[at];
  return at >= sentence.endToken || next === undefined || next.kind === 'punctuation' || FUNCTION_WORDS.has(next.norm);
}

const DAMAGED = new Set(
  'damaged injured inflamed scarred diseased dying dead broken wounded harmed abnormal'.split(' '),
);
const HEALTHY = new Set('normal healthy undamaged intact uninjured'.split(' '));
const TISSUES = new Set('tissue tissues skin'.split(' '));
const DAMAGE = new Set('damage injury injuries trauma'.split(' '));

function tissuePhrase(tokens: readonly Token[], at: number, sentence: Sentence): PhraseElement | undefined {
  const word = tokens[at]!.norm;
  const inSentence = (index: number): string => (index < sentence.endToken ? (tokens[index]?.norm ?? '') : '');
  const found = (tissue: 'damaged' | 'normal', endToken: number): PhraseElement => ({
    kind: 'tissue',
    firstToken: at,
    endToken,
    tissue,
  });
  for (const words of [DAMAGED, HEALTHY]) {
    if (!words.has(word)) continue;
    let next = at + 1;
    if (inSentence(next) === 'soft' || inSentence(next) === 'skin' || inSentence(next) === 'local') next++;
    const end = TISSUES.has(inSentence(next)) ? next + 1 : TISSUES.has(inSentence(next - 1)) ? next : 0;
    if (end > at + 1) return found(words === DAMAGED ? 'damaged' : 'normal', end);
  }
  if (TISSUES.has(word)) {
    if (DAMAGE.has(inSentence(at + 1))) return found('damaged', at + 2);
    let next = at + 1;
    while (
      ['itself', 'before', 'was', 'is', 'were', 'are', 'has', 'have', 'been', 'already', 'had', 'being'].includes(
        inSentence(next),
      )
    ) {
      next++;
    }
    if (next > at + 1 && DAMAGED.has(inSentence(next))) return found('damaged', next + 1);
    if (next > at + 1 && HEALTHY.has(inSentence(next))) return found('normal', next + 1);
  }
  // "some type of local abnormality in the tissues affected", "local injury".
  if (
    (word === 'local' || word === 'localized' || word === 'localised') &&
    (DAMAGE.has(inSentence(at + 1)) || inSentence(at + 1) === 'abnormality' || inSentence(at + 1) === 'abnormalities')
  ) {
    let end = at + 2;
    if (inSentence(end) === 'in' || inSentence(end) === 'of' || inSentence(end) === 'to') {
      let next = end + 1;
      while (next < end + 4 && ['the', 'affected', 'soft', 'surrounding'].includes(inSentence(next))) next++;
      if (TISSUES.has(inSentence(next))) end = next + 1;
    }
    return found('damaged', end);
  }
  return undefined;
}

const CAUSE_NOUNS = new Set('cause causes reason reasons origin trigger explanation'.split(' '));
const UNKNOWN = new Set('unknown unclear unexplained obscure undetermined'.split(' '));

/** "no known cause", "without any known reason", "the cause is also unknown", "of unknown origin". */
function unknownCausePhrase(tokens: readonly Token[], at: number, sentence: Sentence): PhraseElement | undefined {
  const word = tokens[at]!.norm;
  const norm = (index: number): string => (index < sentence.endToken ? (tokens[index]?.norm ?? '') : '');
  // "The exact cause is not fully known" is a careful statement about any type.
  for (let back = Math.max(sentence.firstToken, at - 4); back < at; back++) {
    if (EXACTNESS.has(norm(back))) return undefined;
  }
  const found = (endToken: number): PhraseElement => ({ kind: 'unknown-cause', firstToken: at, endToken });
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
    if (CAUSE_NOUNS.has(norm(next))) {
      return word === 'no' && norm(next) === 'reason' && norm(next + 1) === 'to' ? undefined : found(next + 1);
    }
    return undefined;
  }
  if (!CAUSE_NOUNS.has(word) && word !== 'why') return undefined;
  let next = at + 1;
  let known = false;
  while (next < sentence.endToken && next < at + 14) {
    const here = norm(next);
    if (EXACTNESS.has(here)) return undefined;
    if (UNKNOWN.has(here)) return known ? found(next + 1) : undefined;
    if (
      (here === 'not' || here === 'never') &&
      known &&
      ['known', 'understood', 'found', 'clear'].some(
        (end) =>
          norm(next + 1) === end ||
          (norm(next + 1) === 'yet' && norm(next + 2) === end) ||
          (norm(next + 1) === 'been' && norm(next + 2) === end),
      )
    ) {
      return found(next + 2);
    }
    if (['is', 'are', 'remains', 'remain', 'stays', 'has'].includes(here)) known = true;
    if (tokens[next]!.text === '.' || tokens[next]!.text === ';' || tokens[next]!.text === ',') return undefined;
    next++;
  }
  return undefined;
}

const EXACTNESS = new Set('exact exactly precise precisely fully completely entirely'.split(' '));
