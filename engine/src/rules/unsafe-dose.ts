import type { AnalyzedBlock } from '../document.js';
import type { CompiledDoseForm, CompiledDoseLimit, DoseShape } from '../terminology/compiled.js';
import { proseSpan, type ProseSpan } from '../text/span.js';
import { defineRule, type ReportFix, type RuleContext } from './rule.js';
import { abbreviationsOf } from './support/dose-abbreviations.js';
import { brokenLimits } from './support/dose-limits.js';
import { dosesIn, doseWordsOf, medicinesIn, type Amount, type DoseWords } from './support/doses.js';
import { standingOf } from './support/standing.js';

type MessageId = 'rewrite' | 'avoid' | 'limit';

export default defineRule<MessageId>({
  id: 'unsafe-dose',
  summary: 'A way of writing a dose that has been misread: 5.0 mg, .5 mg, 10 U, QD.',
  rationale:
    'A missed decimal point gives ten times the dose, a U is read as a zero, QD as QOD. The Joint Commission and the Institute for Safe Medication Practices list what has led to harm. Patients read doses on screens and in print, and have less training than those who made these mistakes.',
  category: 'safety',
  severity: 'error',
  severities: ['error', 'warning', 'hint'],
  since: '0.1.0',
  fixable: 'review',
  healthWritingOnly: false,
  reads: 'section',
  sources: ['joint-commission-do-not-use', 'ismp-error-prone', 'nhs-numbers'],
  messages: {
    rewrite: '“{{written}}” is easily misread: write “{{expected}}”. {{because}}',
    avoid: '“{{written}}” is easily misread. {{because}}',
    limit: '“{{written}}” cannot be the dose. {{because}}',
  },
  examples: [
    { text: 'Take 5.0 mg of warfarin once a day.', reports: ['5.0 mg'] },
    { text: 'A normal calcium level is 9.0 mg/dL.', reports: [] },
    { text: 'Take 10mg of warfarin once a day.', reports: ['10mg'] },
    { text: 'Take 10mg of warfarin once a day.', reports: [], style: 'uk' },
    { text: 'Methotrexate is taken every day.', reports: ['every day'] },
    { text: 'Methotrexate is taken once a week, never every day.', reports: [] },
  ],
  check(context) {
    const { doses } = context.terminology.compiled;
    if (doses === undefined) return;
    const words = doseWordsOf(doses);
    const forms = doses.forms.filter((form) => isAsked(form, context));
    for (const block of context.document.blocks) {
      if (!words.mayHold.test(block.text)) continue;
      reportLimits(context, block, doses.limits, words);
      const amounts = dosesIn(context.document, block, context.terminology, words);
      for (const found of [
        ...misreadAmounts(block, amounts, forms, context.style),
        ...misreadWords(block, amounts, forms, words, context),
      ]) {
        report(context, block, found);
      }
    }
  },
});

/** What only British style asks for is asked for where that style was chosen: British spelling alone chooses none. */
function isAsked({ style }: CompiledDoseForm, context: RuleContext<MessageId>): boolean {
  return style === undefined || (style === context.style && (style === 'us' || context.styleIsChosen));
}

function reportLimits(
  context: RuleContext<MessageId>,
  block: AnalyzedBlock,
  limits: readonly CompiledDoseLimit[],
  words: DoseWords,
): void {
  for (const { limit, firstToken, endToken } of brokenLimits(
    context.document,
    block,
    context.terminology,
    limits,
    words,
  )) {
    const span = spanOf(block, firstToken, endToken);
    const standing = standingOf(context.document, block, span);
    if (standing === 'mentioned' || standing === 'title') continue;
    context.report({
      at: { block: block.index, span },
      message: 'limit',
      data: { written: block.text.slice(span.start, span.end).replace(/\s+/gu, ' '), because: limit.because },
      severity: standing === 'quotation' ? 'hint' : limit.severity,
      conceptId: limit.medicine,
      fixes: [{ title: 'Check the dose against the label', grade: 'manual' }],
      reason: { text: limit.because, sources: limit.sources },
    });
  }
}

interface Found {
  readonly form: CompiledDoseForm;
  readonly span: ProseSpan;
  /** What to write in the place of the span, where the form says it. */
  readonly text?: string;
}

function report(context: RuleContext<MessageId>, block: AnalyzedBlock, { form, span, text }: Found): void {
  const standing = standingOf(context.document, block, span);
  // "Do not write QD" speaks of the letters; a title is a name.
  if (standing === 'mentioned' || standing === 'title') return;
  const fix: ReportFix =
    text === undefined || form.fix === 'manual'
      ? { title: 'Write it out in words', grade: 'manual' }
      : { title: `Replace with \`${text.trim()}\``, grade: 'review', text };
  context.report({
    at: { block: block.index, span },
    message: text === undefined ? 'avoid' : 'rewrite',
    data: {
      written: block.text.slice(span.start, span.end).replace(/\s+/gu, ' '),
      expected: text?.trim() ?? '',
      because: form.because,
    },
    severity: form.severity,
    fixes: [fix],
    reason: { text: form.because, sources: form.sources },
  });
}

/** One finding per amount, of the gravest kind; its rewriting mends all that is wrong with it. */
function* misreadAmounts(
  block: AnalyzedBlock,
  amounts: readonly Amount[],
  forms: readonly CompiledDoseForm[],
  style: 'us' | 'uk',
): Generator<Found> {
  for (const amount of amounts) {
    const wrong = forms.filter((form) => isWrong(block, amount, form));
    const gravest = AMOUNT_SHAPES.flatMap((shape) => wrong.filter((form) => form.shape === shape))[0];
    if (gravest === undefined) continue;
    const withPeriod = wrong.some((form) => form.shape === 'unit-period');
    const span = spanOf(block, amount.firstToken, withPeriod ? amount.endToken + 1 : amount.endToken);
    const byHand = wrong.some((form) => form.fix === 'manual');
    yield byHand ? { form: gravest, span } : { form: gravest, span, text: rewritten(block, amount, wrong, style) };
  }
}

const AMOUNT_SHAPES: readonly DoseShape[] = [
  'trailing-zero',
  'naked-decimal',
  'thousands',
  'unit',
  'unit-run-on',
  'no-comma',
  'unit-period',
];

function isWrong(block: AnalyzedBlock, amount: Amount, form: CompiledDoseForm): boolean {
  const { tokens } = block;
  const unit = tokens[amount.unit]!;
  switch (form.shape) {
    case 'trailing-zero':
      return /^\d[\d,]*\.0+$/u.test(tokens[amount.number]!.text);
    case 'naked-decimal':
      return amount.firstToken < amount.number;
    case 'thousands':
      return amount.thousands !== undefined;
    case 'unit':
      return form.written.includes(unit.text);
    case 'unit-run-on':
      return amount.unit === amount.number + 1 && unit.glued && unit.text.length <= 4;
    case 'no-comma':
      return /^\d{5,}$/u.test(tokens[amount.number]!.text);
    case 'unit-period':
      return unit.text.length <= 3 && periodAfter(block, amount);
    default:
      return false;
  }
}

/** A full stop that belongs to the unit: the sentence goes on behind it. */
function periodAfter(block: AnalyzedBlock, amount: Amount): boolean {
  const stop = block.tokens[amount.endToken];
  const next = block.tokens[amount.endToken + 1];
  return (
    stop?.text === '.' &&
    stop.glued &&
    next !== undefined &&
    !next.glued &&
    amount.endToken + 1 < block.sentences[amount.sentence]!.endToken &&
    /^\p{Ll}/u.test(next.text)
  );
}

/** The same amount: its value and its unit stay what they are. */
function rewritten(
  block: AnalyzedBlock,
  amount: Amount,
  wrong: readonly CompiledDoseForm[],
  style: 'us' | 'uk',
): string {
  const { tokens } = block;
  let number = tokens[amount.number]!.text;
  if (amount.firstToken < amount.number) number = `0.${number}`;
  if (wrong.some((form) => form.shape === 'trailing-zero')) number = number.replace(/\.0+$/u, '');
  if (wrong.some((form) => form.shape === 'no-comma')) number = number.replace(/\B(?=(?:\d{3})+$)/gu, ',');
  const write = wrong.find((form) => form.shape === 'unit')?.write?.[style];
  const unit = write ?? tokens[amount.unit]!.text;
  const between = block.text.slice(tokens[amount.number]!.span.end, tokens[amount.unit]!.span.start);
  const space =
    between === '' && (write !== undefined || wrong.some((form) => form.shape === 'unit-run-on')) ? ' ' : between;
  return number + space + (number === '1' || between === '-' ? singular(unit) : unit);
}

function singular(unit: string): string {
  return unit.length > 4 ? unit.replace(/s$/u, '') : unit;
}

function* misreadWords(
  block: AnalyzedBlock,
  amounts: readonly Amount[],
  forms: readonly CompiledDoseForm[],
  words: DoseWords,
  context: RuleContext<MessageId>,
): Generator<Found> {
  const medicines = medicinesIn({ block, firstToken: 0, endToken: block.tokens.length }, context.terminology);
  for (const form of forms) {
    const write = form.write?.[context.style];
    switch (form.shape) {
      case 'half':
        yield* halves(block, form, write);
        break;
      case 'name-run-on':
        yield* namesRunOn(block, form, words, context);
        break;
      case 'ratio':
        yield* ratios(block, form);
        break;
      case 'abbreviation':
        yield* abbreviations(block, form, write, amounts, medicines, words);
        break;
      case 'name-abbreviation':
        yield* nameAbbreviations(block, form, amounts);
        break;
      case 'symbol':
        yield* symbols(block, form, write, amounts, medicines, words);
        break;
      default:
    }
  }
}

/** "1/2 tablet"; after a whole number the rewriting is the writer's. */
function* halves(block: AnalyzedBlock, form: CompiledDoseForm, write: string | undefined): Generator<Found> {
  const { tokens } = block;
  for (let at = 0; at + 3 < tokens.length; at++) {
    if (
      tokens[at]!.text !== '1' ||
      tokens[at + 1]!.text !== '/' ||
      tokens[at + 2]!.text !== '2' ||
      !tokens[at + 1]!.glued ||
      !tokens[at + 2]!.glued
    ) {
      continue;
    }
    let noun = at + 3;
    while (['of', 'a', '-'].includes(tokens[noun]?.text ?? '')) noun++;
    if (!/^(?:tablet|pill|capsule)s?$/u.test(tokens[noun]?.norm ?? '')) continue;
    const whole = tokens[at - 1]?.kind === 'number' || tokens[at - 1]?.norm === 'and';
    const span = spanOf(block, at, noun + 1);
    yield whole || write === undefined
      ? { form, span }
      : { form, span, text: `${write} ${tokens[noun]!.text.replace(/s$/u, '')}` };
  }
}

/** "warfarin5 mg": the letters of a word with digits name a medicine, and a unit follows. */
function* namesRunOn(
  block: AnalyzedBlock,
  form: CompiledDoseForm,
  words: DoseWords,
  context: RuleContext<MessageId>,
): Generator<Found> {
  for (const [at, token] of block.tokens.entries()) {
    const parts = token.kind === 'word' ? /^(\p{L}{4,})(\d+)(\p{L}*)$/u.exec(token.text) : null;
    if (parts === null) continue;
    const [, name = '', number = '', unit = ''] = parts;
    const next = block.tokens[at + 1];
    if (!words.units.has(unit === '' ? (next?.text ?? '') : unit)) continue;
    const isMedicine = context.terminology.lookup(name).some((id) => context.terminology.concept(id)!.kind === 'drug');
    if (!isMedicine) continue;
    const joined = unit === '' ? '' : `${context.style === 'us' ? ' ' : ''}${unit}`;
    yield { form, span: token.span, text: `${name} ${number}${joined}` };
  }
}

/** "1:1000" right behind the name of what is diluted. */
function* ratios(block: AnalyzedBlock, form: CompiledDoseForm): Generator<Found> {
  const { tokens } = block;
  for (let at = 1; at + 2 < tokens.length; at++) {
    if (
      tokens[at]!.text !== '1' ||
      tokens[at + 1]!.text !== ':' ||
      !tokens[at + 2]!.glued ||
      tokens[at + 2]!.kind !== 'number' ||
      tokens[at + 2]!.text.length < 3
    ) {
      continue;
    }
    const near = tokens.slice(Math.max(0, at - 3), at).concat(tokens.slice(at + 3, at + 5));
    if (near.some((token) => form.written.includes(token.norm))) yield { form, span: spanOf(block, at, at + 3) };
  }
}

function* abbreviations(
  block: AnalyzedBlock,
  form: CompiledDoseForm,
  write: string | undefined,
  amounts: readonly Amount[],
  medicines: readonly { readonly firstToken: number; readonly endToken: number }[],
  words: DoseWords,
): Generator<Found> {
  if (amounts.length === 0 && medicines.length === 0 && form.beside !== 'giving') return;
  const { writtens, openings } = abbreviationsOf(form);
  for (let at = 0; at < block.tokens.length; at++) {
    if (!openings.has(block.tokens[at]!.text)) continue;
    const end = abbreviationEnd(block, at, writtens);
    if (end === 0 || isSetInCapitals(block, end) || isOrdinaryWord(block, at, end)) continue;
    const afterAmount = amounts.some((amount) => follows(block, amount.endToken, at));
    const besideMedicine =
      form.beside === 'medicine' &&
      medicines.some(
        (medicine) =>
          follows(block, medicine.endToken, at) || (medicine.firstToken >= end && medicine.firstToken - end <= 1),
      );
    const isGiven =
      form.beside === 'giving' && words.giving.has(block.tokens[at - 1]?.norm ?? '') && !goesOn(block, end);
    if (!afterAmount && !besideMedicine && !isGiven) continue;
    yield { form, span: spanOf(block, at, end), ...(write === undefined ? {} : { text: write }) };
    at = end - 1;
  }
}

/** "Given SC residents": letters before a noun are the name of something. */
function goesOn({ tokens }: AnalyzedBlock, end: number): boolean {
  const next = tokens[end];
  return next?.kind === 'word' && !GOING_ON.has(next.norm);
}

const GOING_ON = new Set(
  'in into by for at to on and or once twice every each daily weekly with after before over under'.split(' '),
);

/** Token index after an abbreviation that begins here, with or without full stops; 0 where none does. */
function abbreviationEnd(block: AnalyzedBlock, at: number, writtens: readonly (readonly string[])[]): number {
  const { tokens } = block;
  for (const written of writtens) {
    if (written.every((text, offset) => tokens[at + offset]?.text === text)) return at + written.length;
    if (written.length === 1 && spelledWithStops(block, at, written[0]!)) {
      return withLastStop(block, at + 2 * written[0]!.length - 1);
    }
  }
  return 0;
}

/** The last stop belongs to the letters where the sentence goes on behind it. */
function withLastStop(block: AnalyzedBlock, stop: number): number {
  return block.sentences.some((sentence) => stop >= sentence.firstToken && stop + 1 < sentence.endToken)
    ? stop + 1
    : stop;
}

/** "q.o.d." for "qod". */
function spelledWithStops(block: AnalyzedBlock, at: number, letters: string): boolean {
  if (letters.length < 2) return false;
  return [...letters].every((letter, offset) => {
    const token = block.tokens[at + 2 * offset];
    const stop = block.tokens[at + 2 * offset + 1];
    return token?.text === letter && stop?.text === '.' && stop.glued && (offset === 0 || token.glued);
  });
}

/** Between a dose and its abbreviation stand a few words at most, and no mark but a comma. */
function follows(block: AnalyzedBlock, end: number, at: number): boolean {
  if (at < end || at - end > 4) return false;
  return block.tokens
    .slice(end, at)
    .every((token) => token.kind === 'word' || token.text === ',' || token.text === '/');
}

/** "5 mg AS directed": letters that are also a word are an abbreviation only where nothing goes on from them. */
function isOrdinaryWord(block: AnalyzedBlock, at: number, end: number): boolean {
  return end === at + 1 && ORDINARY_WORDS.has(block.tokens[at]!.norm) && block.tokens[end]?.kind === 'word';
}

const ORDINARY_WORDS = new Set(['as', 'ad', 'in', 'os']);

/** In a line set in capitals "IN" and "AS" are words. */
function isSetInCapitals(block: AnalyzedBlock, end: number): boolean {
  const next = block.tokens[end];
  return next?.kind === 'word' && /^\p{Lu}{3,}$/u.test(next.text);
}

/** "MS 10 mg", "10 mg of MS". */
function* nameAbbreviations(
  block: AnalyzedBlock,
  form: CompiledDoseForm,
  amounts: readonly Amount[],
): Generator<Found> {
  for (const [at, token] of block.tokens.entries()) {
    if (!form.written.includes(token.text)) continue;
    const route = ROUTES.has(block.tokens[at + 1]?.text ?? '') ? 1 : 0;
    const of = block.tokens[at - 1]?.norm === 'of' ? 1 : 0;
    if (
      amounts.some(
        (amount) => isMass(block, amount) && (amount.firstToken === at + 1 + route || amount.endToken === at - of),
      )
    ) {
      yield { form, span: token.span };
    }
  }
}

const ROUTES = new Set(['IV', 'PO', 'IM', 'SC']);

function isMass(block: AnalyzedBlock, amount: Amount): boolean {
  return /^(?:mg|mcg|g|gm|µg|μg)$/u.test(block.tokens[amount.unit]!.text);
}

function* symbols(
  block: AnalyzedBlock,
  form: CompiledDoseForm,
  write: string | undefined,
  amounts: readonly Amount[],
  medicines: readonly { readonly endToken: number }[],
  words: DoseWords,
): Generator<Found> {
  for (const [at, token] of block.tokens.entries()) {
    if (token.kind !== 'punctuation' || !form.written.includes(token.text)) continue;
    const endsBefore = (place: { readonly endToken: number }): boolean => place.endToken === at;
    const startsAfter = amounts.some((amount) => amount.firstToken > at && amount.firstToken - at <= 4);
    const stands =
      token.text === '/'
        ? token.glued && amounts.some(endsBefore) && words.rate.has(block.tokens[at + 1]?.text ?? '')
        : token.text === '@'
          ? amounts.length > 0 && (amounts.some(endsBefore) || medicines.some(endsBefore))
          : token.text === '&' || token.text === '+'
            ? (amounts.some(endsBefore) || medicines.some(endsBefore)) && startsAfter
            : amounts.some((amount) => amount.firstToken === at + 1);
    if (!stands) continue;
    const text =
      write === undefined
        ? undefined
        : `${token.glued ? ' ' : ''}${write}${block.tokens[at + 1]?.glued === true ? ' ' : ''}`;
    yield { form, span: token.span, ...(text === undefined ? {} : { text }) };
  }
}

function spanOf(block: AnalyzedBlock, firstToken: number, endToken: number): ProseSpan {
  return proseSpan(block.tokens[firstToken]!.span.start, block.tokens[endToken - 1]!.span.end);
}
