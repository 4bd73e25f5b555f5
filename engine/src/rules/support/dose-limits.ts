import type { AnalyzedBlock, AnalyzedDocument } from '../../document.js';
import { NEGATORS } from '../../claims/sentences/lexicon.js';
import type { Token } from '../../language/token.js';
import { normalizePhrase } from '../../language/tokenize.js';
import type { Mention } from '../../mentions/mention.js';
import type { CompiledDoseLimit } from '../../terminology/compiled.js';
import type { Terminology } from '../../terminology/terminology.js';
import { dosesIn, isTaken, phraseEnd, plainAmountsIn, type Amount, type DoseWords, type PhraseSet } from './doses.js';

/** A dose that nobody can mean: tokens of a block, and the limit that it breaks. */
export interface BrokenLimit {
  readonly limit: CompiledDoseLimit;
  readonly firstToken: number;
  readonly endToken: number;
}

/** Doses of a block that break a limit of their medicine, and medicines said to be taken more often than they may. */
export function* brokenLimits(
  document: AnalyzedDocument,
  block: AnalyzedBlock,
  terminology: Terminology,
  limits: readonly CompiledDoseLimit[],
  words: DoseWords,
): Generator<BrokenLimit> {
  if (limits.length === 0) return;
  const reader: Reader = { document, block, terminology, words };
  const doses = plainAmountsIn(block, words).filter((amount) => isTaken(block, amount, terminology, words));
  const sure = new Set(dosesIn(document, block, terminology, words).map(({ firstToken }) => firstToken));
  for (const [index] of block.sentences.entries()) {
    const own = doses.filter(({ sentence }) => sentence === index);
    const daily = placesOf(block, index, words.daily);
    if (own.length === 0 && daily.length === 0) continue;
    if (isAskedOrConditional(block, index)) continue;
    for (const amount of own) {
      const isDose = sure.has(amount.firstToken) || !namesElse(block, amount, words);
      const broken = isDose ? brokenByAmount(reader, amount, limits) : undefined;
      if (broken !== undefined) yield broken;
    }
    for (const place of daily) {
      const broken = brokenByDays(reader, index, place, own, limits);
      if (broken !== undefined) yield broken;
    }
  }
}

/** A level, a size or food beside it. A dose for each kilogram of body weight is one all the same. */
function namesElse(block: AnalyzedBlock, amount: Amount, words: DoseWords): boolean {
  if (standsPerWeight(block, amount.endToken)) return false;
  return placesOf(block, amount.sentence, words.elsewhere).length > 0;
}

interface Reader {
  readonly document: AnalyzedDocument;
  readonly block: AnalyzedBlock;
  readonly terminology: Terminology;
  readonly words: DoseWords;
}

interface Place {
  readonly firstToken: number;
  readonly endToken: number;
}

/** "Not more than 4 g every 4 hours" sets a limit; "more than 4 g" alone, and "not 4 g", speak of too much. */
function brokenByAmount(reader: Reader, amount: Amount, limits: readonly CompiledDoseLimit[]): BrokenLimit | undefined {
  const { block } = reader;
  const sentence = block.sentences[amount.sentence]!;
  const before = block.tokens.slice(sentence.firstToken, amount.firstToken).map(({ norm }) => norm);
  const isLimit = before.slice(-3).some((norm) => EXCEEDING.has(norm));
  if (isLimit !== before.some((norm) => NEGATORS.has(norm))) return undefined;
  const medicine = medicineOf(reader, amount.sentence, amount);
  const limit = limits.find((candidate) => candidate.medicine === medicine && exceeds(block, amount, candidate));
  if (limit === undefined || isSilent(reader, amount.sentence, limit)) return undefined;
  return { limit, firstToken: amount.firstToken, endToken: amount.endToken };
}

const EXCEEDING = new Set(['more', 'than', 'exceed', 'exceeds', 'over', 'above']);

function exceeds(block: AnalyzedBlock, amount: Amount, { above }: CompiledDoseLimit): boolean {
  if (above === undefined) return false;
  const unit = MILLIGRAMS.get(block.tokens[amount.unit]!.norm);
  const limit = MILLIGRAMS.get(above.unit);
  if (unit === undefined || limit === undefined) return false;
  const isPerWeight = standsPerWeight(block, amount.endToken);
  if (isPerWeight !== (above.per === 'kilogram')) return false;
  const written = Number(block.tokens[amount.number]!.text.replaceAll(',', '')) * unit;
  const times = above.per === 'day' ? timesADay(block, amount.endToken) : 1;
  return written * times > above.amount * limit;
}

const MILLIGRAMS: ReadonlyMap<string, number> = new Map([
  ...['g', 'gm', 'gram', 'grams'].map((unit) => [unit, 1000] as const),
  ...['mg', 'mgs', 'milligram', 'milligrams'].map((unit) => [unit, 1] as const),
  ...['mcg', 'ug', 'µg', 'μg', 'microgram', 'micrograms'].map((unit) => [unit, 0.001] as const),
]);

/** "per kilogram", "per kg", "/kg", "for each kilogram". */
function standsPerWeight({ tokens }: AnalyzedBlock, end: number): boolean {
  const [first, second, third] = [tokens[end], tokens[end + 1], tokens[end + 2]].map((token) => token?.norm ?? '');
  if (tokens[end]?.text === '/' || first === 'per') return WEIGHT.has(second!);
  return (first === 'for' && WEIGHT.has(third!)) || (first === 'a' && WEIGHT.has(second!));
}

const WEIGHT = new Set(['kg', 'kilogram', 'kilograms', 'kilo']);

/** "every 4 hours" is six times a day. Where nothing says so it is once. */
function timesADay({ tokens }: AnalyzedBlock, end: number): number {
  for (let at = end; at < Math.min(end + 4, tokens.length); at++) {
    const token = tokens[at]!;
    if (token.kind === 'punctuation') return 1;
    const next = tokens[at + 1];
    if (token.norm === 'every' && next?.kind === 'number' && /^h(?:ours?|rs?)$/u.test(tokens[at + 2]?.norm ?? '')) {
      return Math.max(1, Math.floor(24 / Number(next.text)));
    }
    if (token.norm === 'twice') return 2;
    if (next?.norm === 'times') return TIMES.get(token.norm) ?? (token.kind === 'number' ? Number(token.text) : 1);
  }
  return 1;
}

const TIMES: ReadonlyMap<string, number> = new Map([
  ['two', 2],
  ['three', 3],
  ['four', 4],
  ['five', 5],
  ['six', 6],
]);

/** "Methotrexate is taken every day", "a daily dose of methotrexate", "10 mg by mouth every day" behind its name. */
function brokenByDays(
  reader: Reader,
  sentence: number,
  place: Place,
  amounts: readonly Amount[],
  limits: readonly CompiledDoseLimit[],
): BrokenLimit | undefined {
  const { block, words } = reader;
  const { firstToken, endToken } = block.sentences[sentence]!;
  if (block.tokens.slice(firstToken, endToken).some(({ norm }) => NEGATORS.has(norm))) return undefined;
  const named = drugsIn(reader, firstToken, endToken).find((mention) => isJoined(block, mention, place, words));
  const amount = amounts.find((candidate) => isJoined(block, candidate, place, words));
  const medicine = named?.conceptId ?? (amount === undefined ? undefined : medicineOf(reader, sentence, amount));
  const limit = limits.find((candidate) => candidate.medicine === medicine && candidate.notDaily === true);
  if (limit === undefined || isSilent(reader, sentence, limit)) return undefined;
  return { limit, ...place };
}

/** Nothing but words of taking, forms and numbers stands between the two. */
function isJoined({ tokens }: AnalyzedBlock, a: Place, b: Place, { between }: DoseWords): boolean {
  const [start, end] = a.firstToken < b.firstToken ? [a.endToken, b.firstToken] : [b.endToken, a.firstToken];
  return tokens.slice(start, end).every(({ kind, norm }) => kind === 'number' || between.has(norm));
}

/**
 * The medicine that a dose is of: the only one of its sentence or the one that stands beside it; where the sentence
 * names none, the one that the block is labelled with ("**Methotrexate.** …"), the only one of the sentence before,
 * or the one that the heading names.
 */
function medicineOf(reader: Reader, sentence: number, amount: Place): string | undefined {
  const { block, document } = reader;
  const { firstToken, endToken } = block.sentences[sentence]!;
  const own = drugsIn(reader, firstToken, endToken);
  if (own.length > 0) {
    const beside = own.find(
      (mention) => amount.firstToken - mention.endToken <= 1 && mention.endToken <= amount.firstToken,
    );
    return beside?.conceptId ?? theOnly(own);
  }
  const label = labelOf(reader);
  if (label !== undefined) return label;
  for (let before = sentence - 1; before >= Math.max(0, sentence - FARTHEST); before--) {
    const { firstToken: first, endToken: end } = block.sentences[before]!;
    const named = drugsIn(reader, first, end);
    if (named.length > 0) return subjectOf(reader, named, first) ?? theOnly(named);
  }
  const heading = block.headings[block.headings.length - 1];
  if (heading === undefined) return undefined;
  const title = document.blocks[heading]!;
  const named = drugsIn({ ...reader, block: title }, 0, title.tokens.length);
  return theOnly(named);
}

/** Sentences that a medicine is carried on. */
const FARTHEST = 3;

function theOnly(mentions: readonly Mention[]): string | undefined {
  const concepts = new Set(mentions.map(({ conceptId }) => conceptId));
  return concepts.size === 1 ? [...concepts][0] : undefined;
}

/** The medicine that opens a sentence and is called something: "Colchicine is an anti-inflammatory." */
function subjectOf({ terminology }: Reader, named: readonly Mention[], firstToken: number): string | undefined {
  const medicines = named.filter(({ conceptId }) => terminology.concept(conceptId!)!.kind === 'drug');
  return named[0]!.firstToken === firstToken ? theOnly(medicines) : undefined;
}

function labelOf(reader: Reader): string | undefined {
  const { block } = reader;
  const first = drugsIn(reader, 0, block.tokens.length)[0];
  if (first === undefined || first.firstToken > 0) return undefined;
  return /^[.:–—-]$/u.test(block.tokens[first.endToken]?.text ?? '') ? first.conceptId : undefined;
}

function drugsIn({ block, terminology }: Reader, first: number, end: number): readonly Mention[] {
  return block.mentions.filter(({ conceptId, firstToken, endToken }) => {
    if (conceptId === undefined || firstToken < first || endToken > end) return false;
    const { kind } = terminology.concept(conceptId)!;
    return kind === 'drug' || kind === 'drug-class';
  });
}

function placesOf(block: AnalyzedBlock, sentence: number, set: PhraseSet): readonly Place[] {
  const { firstToken, endToken } = block.sentences[sentence]!;
  const places: Place[] = [];
  for (let at = firstToken; at < endToken; at++) {
    const end = phraseEnd({ block, firstToken, endToken }, at, set);
    if (end === undefined) continue;
    places.push({ firstToken: at, endToken: end });
    at = end - 1;
  }
  return places;
}

function isAskedOrConditional(block: AnalyzedBlock, sentence: number): boolean {
  const { firstToken, endToken } = block.sentences[sentence]!;
  return block.tokens.slice(firstToken, endToken).some(({ text, norm }) => text === '?' || CONDITIONS.has(norm));
}

const CONDITIONS = new Set(['if', 'unless', 'whether', 'myth', 'wrong', 'wrongly', 'false']);

/** The block, or a heading over it, says that something else is spoken of: an error, an overdose, another use. */
function isSilent({ document, block }: Reader, sentence: number, limit: CompiledDoseLimit): boolean {
  const whole = [block, ...block.headings.map((heading) => document.blocks[heading]!)];
  return (
    whole.some(({ tokens }) => holdsOneOf(tokens, limit.unless)) ||
    holdsOneOf(block.tokens.slice(0, block.sentences[sentence]!.endToken), limit.unlessBefore)
  );
}

function holdsOneOf(tokens: readonly Token[], phrases: readonly string[]): boolean {
  const words = tokens.map(({ norm }) => norm).filter((norm) => norm !== '');
  const text = ` ${words.join(' ')} `;
  return phrases.some((phrase) => text.includes(` ${normalizePhrase(phrase)} `));
}
