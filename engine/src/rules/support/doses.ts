import type { AnalyzedBlock, AnalyzedDocument } from '../../document.js';
import { normalizePhrase } from '../../language/tokenize.js';
import type { Token } from '../../language/token.js';
import type { CompiledDoses } from '../../terminology/compiled.js';
import type { Terminology } from '../../terminology/terminology.js';
import { readTogether, type Stretch } from './context.js';

/** A number with a unit behind it, by token index. */
export interface Amount {
  /** The point of a naked decimal, or the number. */
  readonly firstToken: number;
  readonly number: number;
  /** The letter between number and unit that stands for thousands, where there is one. */
  readonly thousands?: number;
  readonly unit: number;
  readonly endToken: number;
  readonly sentence: number;
}

/** Words that tell a dose of a medicine from other amounts, ready to be asked for. */
export interface DoseWords {
  readonly units: ReadonlyMap<string, { readonly everyday: boolean }>;
  readonly medicine: PhraseSet;
  readonly taking: PhraseSet;
  readonly elsewhere: PhraseSet;
  readonly concentration: ReadonlySet<string>;
  readonly rate: ReadonlySet<string>;
  readonly thousands: ReadonlySet<string>;
  readonly giving: ReadonlySet<string>;
  readonly daily: PhraseSet;
  readonly between: ReadonlySet<string>;
  /** Matches where a block has a digit, or letters that a form reports. */
  readonly mayHold: RegExp;
}

/** Phrases as norms, by the first of them. */
export type PhraseSet = ReadonlyMap<string, readonly (readonly string[])[]>;

export function doseWordsOf(doses: CompiledDoses): DoseWords {
  let words = wordsOfDoses.get(doses);
  if (words === undefined) wordsOfDoses.set(doses, (words = readWords(doses)));
  return words;
}

const wordsOfDoses = new WeakMap<CompiledDoses, DoseWords>();

function readWords(doses: CompiledDoses): DoseWords {
  return {
    units: new Map(doses.units.map((unit) => [unit.text, { everyday: unit.everyday === true }])),
    medicine: phraseSet(doses.medicine),
    taking: phraseSet(doses.taking),
    elsewhere: phraseSet(doses.elsewhere),
    concentration: new Set(doses.concentration),
    rate: new Set(doses.rate),
    thousands: new Set(doses.forms.filter((form) => form.shape === 'thousands').flatMap((form) => form.written)),
    giving: new Set(doses.giving),
    daily: phraseSet(doses.daily),
    between: new Set(doses.between),
    mayHold: placesWith(doses),
  };
}

/** Most blocks have neither a digit nor any of the letters. Full stops may stand between them. */
function placesWith(doses: CompiledDoses): RegExp {
  const letters = doses.forms
    .filter(({ shape }) => shape === 'abbreviation')
    .flatMap(({ written }) => written)
    .filter((written) => /^\p{L}+$/u.test(written))
    .map((written) => [...written].join('\\.?'));
  const daily = doses.limits.some(({ notDaily }) => notDaily === true) ? doses.daily : [];
  const wanted = [...letters, ...daily.map((phrase) => phrase.replaceAll(' ', '\\s+'))];
  return new RegExp(['[\\d/]', ...(wanted.length === 0 ? [] : [`\\b(?:${wanted.join('|')})\\b`])].join('|'), 'u');
}

function phraseSet(phrases: readonly string[]): PhraseSet {
  const set = new Map<string, (readonly string[])[]>();
  for (const phrase of phrases) {
    const norms = normalizePhrase(phrase).split(' ');
    set.set(norms[0]!, [...(set.get(norms[0]!) ?? []), norms]);
  }
  return set;
}

/**
 * The amounts of a block that are doses of a medicine: a medicine or a word of taking one stands in the sentence,
 * the item with its lead-in, or the row, and nothing nearer says that something else is measured. Concentrations
 * and ranges are none.
 */
export function dosesIn(
  document: AnalyzedDocument,
  block: AnalyzedBlock,
  terminology: Terminology,
  words: DoseWords,
): readonly Amount[] {
  return plainAmountsIn(block, words).filter((amount) => isDose(document, block, terminology, words, amount));
}

/** The amounts of a block that are neither concentrations nor ranges, doses or not. */
export function plainAmountsIn(block: AnalyzedBlock, words: DoseWords): readonly Amount[] {
  return amountsIn(block, words).filter((amount) => !isConcentration(block, amount, words) && !isRange(block, amount));
}

/** Whether the sentence of an amount speaks of taking something, or of a dose. */
export function isTaken(block: AnalyzedBlock, amount: Amount, terminology: Terminology, words: DoseWords): boolean {
  const { firstToken, endToken } = block.sentences[amount.sentence]!;
  const cues = cuesIn({ block, firstToken, endToken }, terminology, words);
  return cues.medicine.length > 0 || cues.taking.length > 0;
}

function amountsIn(block: AnalyzedBlock, words: DoseWords): Amount[] {
  const amounts: Amount[] = [];
  const { tokens } = block;
  for (let at = 0; at < tokens.length - 1; at++) {
    if (tokens[at]!.kind !== 'number') continue;
    let unit = at + 1;
    if (tokens[unit]!.text === '-' && tokens[unit]!.glued) unit++;
    const thousands =
      words.thousands.has(tokens[unit]?.text ?? '') && COUNTED.has(tokens[unit + 1]?.text ?? '') ? unit++ : undefined;
    if (tokens[unit]?.kind !== 'word' || !words.units.has(tokens[unit]!.text)) continue;
    const point = tokens[at - 1];
    // "v2.4 U" is a version and a letter.
    if (tokens[at]!.glued && point?.text === '.' && point.glued && tokens[at - 2]?.kind === 'word') continue;
    const naked =
      tokens[at]!.glued && point?.text === '.' && (!point.glued || /^[([]$/u.test(tokens[at - 2]?.text ?? ''));
    const sentence = block.sentences.findIndex((candidate) => at < candidate.endToken);
    amounts.push({
      firstToken: naked ? at - 1 : at,
      number: at,
      ...(thousands === undefined ? {} : { thousands }),
      unit,
      endToken: unit + 1,
      sentence,
    });
    at = unit;
  }
  return amounts;
}

/** Units that are counted in thousands. */
const COUNTED = new Set(['unit', 'units', 'U', 'IU']);

/** "mg/dL", "mg per liter", "U/L". */
function isConcentration(block: AnalyzedBlock, amount: Amount, words: DoseWords): boolean {
  const next = block.tokens[amount.endToken];
  const under = block.tokens[amount.endToken + 1];
  if (next === undefined || under === undefined) return next?.kind === 'placeholder' && next.glued;
  if (next.text === '/' && next.glued) return words.concentration.has(under.text);
  if (next.kind === 'placeholder') return next.glued;
  return next.norm === 'per' && words.concentration.has(under.text);
}

/** "1.0 to 5.0 mg", "between 1.0 and 5.0 mg", "8.5–10.0 mg". */
function isRange(block: AnalyzedBlock, amount: Amount): boolean {
  const { tokens } = block;
  const before = tokens[amount.firstToken - 1];
  const number = (token: Token | undefined, ahead: Token | undefined): boolean =>
    token?.kind === 'number' || ahead?.kind === 'number';
  if (
    before !== undefined &&
    (before.norm === 'to' || before.norm === 'and' || before.norm === 'or' || /^[-–—−±~]$/u.test(before.text))
  ) {
    if (
      number(
        tokens[amount.firstToken - 2],
        before.norm === 'and' || before.norm === 'to' ? tokens[amount.firstToken - 3] : undefined,
      )
    ) {
      return true;
    }
  }
  const after = tokens[amount.endToken];
  return (
    (after?.norm === 'to' || /^[-–—−]$/u.test(after?.text ?? '')) && tokens[amount.endToken + 1]?.kind === 'number'
  );
}

function isDose(
  document: AnalyzedDocument,
  block: AnalyzedBlock,
  terminology: Terminology,
  words: DoseWords,
  amount: Amount,
): boolean {
  const sentence = block.sentences[amount.sentence]!;
  const own: Stretch = { block, firstToken: sentence.firstToken, endToken: sentence.endToken };
  const here = cuesIn(own, terminology, words);
  const around = besides(document, block, amount.sentence).map((stretch) => cuesIn(stretch, terminology, words));
  const medicine = here.medicine.length > 0 || around.some((cues) => cues.medicine.length > 0);
  const taking = here.taking.length > 0 || around.some((cues) => cues.taking.length > 0);
  const everyday = words.units.get(block.tokens[amount.unit]!.text)!.everyday;
  if (!medicine && (everyday || !taking)) return false;
  const elsewhere = nearest(here.elsewhere, amount);
  const dosing = nearest([...here.medicine, ...here.taking], amount);
  if (elsewhere !== undefined) return dosing !== undefined && dosing < elsewhere;
  return dosing !== undefined || !around.some((cues) => cues.elsewhere.length > 0);
}

/** What is read together with the sentence: an item's lead-in, a cell's headers and the other cells of its row. */
function besides(document: AnalyzedDocument, block: AnalyzedBlock, sentence: number): readonly Stretch[] {
  const stretches = readTogether(document, block, sentence).slice(1);
  const { table } = block;
  if (table === undefined) return stretches;
  const isInTable = (index: number): boolean => {
    const other = document.blocks[index];
    return other?.table?.table === table.table || other?.kind === 'alt-text';
  };
  let [first, last] = [block.index, block.index];
  while (isInTable(first - 1)) first--;
  while (isInTable(last + 1)) last++;
  const row = document.blocks
    .slice(first, last + 1)
    .filter((other) => other !== block && other.table?.table === table.table && other.table.row === table.row);
  return [...stretches, ...row.map((cell) => ({ block: cell, firstToken: 0, endToken: cell.tokens.length }))];
}

interface Cues {
  readonly medicine: readonly number[];
  readonly taking: readonly number[];
  readonly elsewhere: readonly number[];
}

function cuesIn(stretch: Stretch, terminology: Terminology, words: DoseWords): Cues {
  const mentions = medicinesIn(stretch, terminology);
  const medicine = mentions.map((mention) => mention.firstToken);
  const taking: number[] = [];
  const elsewhere: number[] = [];
  for (let at = stretch.firstToken; at < stretch.endToken; at++) {
    if (stands(stretch, at, words.medicine)) medicine.push(at);
    if (stands(stretch, at, words.taking)) taking.push(at);
    // The sodium of sodium thiosulfate is no food.
    if (
      stands(stretch, at, words.elsewhere) &&
      !mentions.some((mention) => mention.firstToken <= at && at < mention.endToken)
    ) {
      elsewhere.push(at);
    }
  }
  return { medicine, taking, elsewhere };
}

/** Mentions of medicines in a stretch, in order. */
export function medicinesIn(
  stretch: Stretch,
  terminology: Terminology,
): readonly { readonly firstToken: number; readonly endToken: number }[] {
  return stretch.block.mentions.filter((mention) => {
    if (
      mention.conceptId === undefined ||
      mention.firstToken < stretch.firstToken ||
      mention.endToken > stretch.endToken
    ) {
      return false;
    }
    const { kind } = terminology.concept(mention.conceptId)!;
    return kind === 'drug' || kind === 'drug-class';
  });
}

function stands(stretch: Stretch, at: number, set: PhraseSet): boolean {
  return phraseEnd(stretch, at, set) !== undefined;
}

/** The token behind a phrase of the set that begins here. */
export function phraseEnd({ block, endToken }: Stretch, at: number, set: PhraseSet): number | undefined {
  const found = set
    .get(block.tokens[at]!.norm)
    ?.find((norms) =>
      norms.every((norm, offset) => at + offset < endToken && block.tokens[at + offset]!.norm === norm),
    );
  return found === undefined ? undefined : at + found.length;
}

function nearest(places: readonly number[], amount: Amount): number | undefined {
  if (places.length === 0) return undefined;
  return Math.min(
    ...places.map((place) =>
      place < amount.firstToken ? amount.firstToken - place : Math.max(0, place - amount.unit),
    ),
  );
}
