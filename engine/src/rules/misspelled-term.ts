import type { AnalyzedBlock } from '../document.js';
import type { Mention } from '../mentions/mention.js';
import type { Terminology } from '../terminology/terminology.js';
import { keepCase } from '../words/checked.js';
import { glossOf } from '../words/gloss.js';
import type { Misspelling } from '../words/misspelling.js';
import { defineRule, type Report, type RuleContext } from './rule.js';
import { oncePerContent } from './support/once.js';

export default defineRule({
  id: 'misspelled-term',
  summary: 'A misspelled medical word.',
  rationale:
    'A misspelled drug or disease cannot be looked up, and may be taken for another one. A word is reported because it is near a medical word, not because it is unknown: names, new words and other languages are left alone.',
  category: 'spelling',
  severity: 'error',
  severities: ['error'],
  since: '0.1.0',
  fixable: 'safe',
  healthWritingOnly: false,
  reads: 'document',
  yieldsTo: ['eponym-form'],
  sources: [],
  messages: {
    one: '“{{written}}” is misspelled; write “{{right}}”{{gloss}}.',
    drugs:
      '“{{written}}” is misspelled, and two medicines are near: “{{right}}”{{gloss}} and “{{other}}”{{otherGloss}}.',
    split: '“{{written}}” is one word: “{{right}}”{{gloss}}.',
    glued: 'A space is missing in “{{written}}”; write “{{right}}”.',
  },
  examples: [
    { text: 'Colchine may ease the swelling.', reports: ['Colchine'] },
    { text: 'Colchicine may ease the swelling.', reports: [] },
  ],
  check(context) {
    // A longer text that names no medical concept is about something else: only the cheapest slips are ours. Many
    // different words near medical ones are a medical text that nobody has proofread.
    const { document, terminology } = context;
    const { words, mentions } = document.subject;
    const distinct = document.lists.by(nearestWords).size;
    const offTopic = words >= LONG_TEXT && mentions * LONG_TEXT < words && distinct * FULL_OF_SLIPS < words;
    for (const block of document.lists.where(hasSlip)) {
      for (const { mention, misspelling } of slipsIn(block, terminology)) {
        if (misspelling === undefined) reportKnown(block, block.mentions[mention!]!, context);
        else if (mention !== undefined || !offTopic || misspelling.kind !== 'misspelled' || isCheapSlip(misspelling)) {
          reportMisspelling(block.index, misspelling, context);
        }
      }
    }
  },
});

/** A wrong form that the terminology lists, by the index of its mention, or a word near a medical one, or both. */
interface Slip {
  readonly mention?: number;
  readonly misspelling?: Misspelling;
}

/** What this rule has to say of a block, whatever the text around it is about. */
const slipsIn = oncePerContent(({ mentions, misspellings, tokens }, terminology): readonly Slip[] => {
  const slips: Slip[] = [];
  const known = new Set<number>();
  const told = new Set<number>();
  const neverRights = new Set(
    misspellings.flatMap(({ kind, firstToken }) => (kind === 'never-right' ? [firstToken] : [])),
  );
  for (const [index, mention] of mentions.entries()) {
    const reading = mention.readings[0]!;
    const isWrong = isListedAsWrong(mention, terminology);
    // The words of a name are spelled as the terminology spells them, in its plural and in the other style as well.
    for (let at = mention.firstToken; at < mention.endToken; at++) {
      // A form that the terminology would inflect may be known to be wrong all the same.
      const neverRight = neverRights.has(at) && mention.endToken - mention.firstToken === 1;
      if (!neverRight || isWrong) known.add(at);
    }
    if (!isWrong || mention.readings.length > 1) continue;
    if (tokens[mention.endToken]?.norm === 'et' && tokens[mention.endToken + 1]?.norm === 'al') continue;
    // The speller knows the case, the possessive and the neighbours of the right word.
    for (let at = mention.firstToken; at < mention.endToken; at++) told.add(at);
    const spelled = misspellings.find((other) => other.firstToken === mention.firstToken);
    const best = spelled?.endToken === mention.endToken ? spelled.candidates[0] : undefined;
    const agrees = spelled?.kind === 'never-right' || best?.conceptId === reading.conceptId;
    slips.push(best !== undefined && agrees ? { mention: index, misspelling: spelled! } : { mention: index });
  }
  for (const misspelling of misspellings) {
    if (everyToken(misspelling, known) || anyToken(misspelling, told) || NOT_OURS.has(misspelling.kind)) continue;
    slips.push({ misspelling });
  }
  return slips;
});

/** Most blocks hold no word that is near another one, and no form that the terminology lists as wrong. */
function hasSlip(block: AnalyzedBlock, terminology: Terminology): boolean {
  if (block.misspellings.length === 0 && !block.mentions.some((one) => isListedAsWrong(one, terminology))) return false;
  return slipsIn(block, terminology).length > 0;
}

function isListedAsWrong({ readings }: Mention, terminology: Terminology): boolean {
  const { conceptId, variant } = readings[0]!;
  return terminology.concept(conceptId)!.variants[variant]!.status === 'misspelling';
}

/** The words that are nearest to those of a block. */
function nearestWords({ misspellings }: AnalyzedBlock): readonly string[] {
  return misspellings.flatMap(({ kind, candidates }) => (NOT_OURS.has(kind) ? [] : [candidates[0]!.text]));
}

/** Of a slip in a name of several words the others may be a name by themselves: "calcium pyrofosphate". */
function everyToken({ firstToken, endToken }: Misspelling, known: ReadonlySet<number>): boolean {
  for (let at = firstToken; at < endToken; at++) if (!known.has(at)) return false;
  return true;
}

function anyToken({ firstToken, endToken }: Misspelling, told: ReadonlySet<number>): boolean {
  for (let at = firstToken; at < endToken; at++) if (told.has(at)) return true;
  return false;
}

/** A doubled letter or one vowel for another, in the name of a medicine or a concept. */
function isCheapSlip(misspelling: Misspelling): boolean {
  const best = misspelling.candidates[0]!;
  return best.cost <= CHEAP_SLIP && (best.drug || best.conceptId !== undefined);
}

/** Other rules report these. */
const NOT_OURS: ReadonlySet<Misspelling['kind']> = new Set(['english', 'confused']);
/** Words of a text that would name a medical concept if it were about one. */
const LONG_TEXT = 200;
/** Words of a text for each of its different slips. */
const FULL_OF_SLIPS = 60;
/** A doubled letter, a vowel for another. */
const CHEAP_SLIP = 0.6;

type Context = RuleContext<'one' | 'drugs' | 'glued' | 'split'>;

function reportMisspelling(block: number, misspelling: Misspelling, context: Context): void {
  const written = context.document.blocks[block]!.text.slice(misspelling.span.start, misspelling.span.end);
  const [first, second] = misspelling.candidates;
  const { kind } = misspelling;
  const twoDrugs = first!.drug && second?.drug === true && second.cost - first!.cost < 1;
  const fixes: Report['fixes'] = misspelling.candidates.map((candidate, index) => ({
    title: `Replace with \`${candidate.text}\`${candidate.gloss === undefined ? '' : `: ${candidate.gloss}`}`,
    grade: index === 0 && misspelling.safe ? 'safe' : 'review',
    text: candidate.text,
    ...(candidate.conceptId === undefined ? {} : { conceptId: candidate.conceptId }),
  }));
  context.report({
    at: { block, span: misspelling.span },
    message: kind === 'glued' || kind === 'split' ? kind : twoDrugs ? 'drugs' : 'one',
    data: {
      written,
      right: first!.text,
      gloss: inBrackets(first!.gloss),
      other: second?.text ?? '',
      otherGloss: inBrackets(second?.gloss),
    },
    ...(first!.conceptId === undefined ? {} : { conceptId: first!.conceptId }),
    fixes,
  });
}

/** A wrong form that the terminology lists, in any inflection. */
function reportKnown({ index, text, tokens }: AnalyzedBlock, mention: Mention, context: Context): void {
  const reading = mention.readings[0]!;
  const { possessive } = tokens[mention.endToken - 1]!;
  const written = text.slice(mention.span.start, mention.span.end);
  const bare = possessive === '' ? written : written.slice(0, -possessive.length);
  const right = rightForm(bare, reading.conceptId, reading.form, context) + possessive;
  context.report({
    at: { block: index, span: mention.span },
    message: 'one',
    data: { written, right, gloss: inBrackets(glossOf(right, context.terminology).gloss) },
    conceptId: reading.conceptId,
    fixes: [{ title: `Replace with \`${right}\``, grade: 'safe', text: right, conceptId: reading.conceptId }],
  });
}

/** The name of the concept that is nearest to what was written, in its case and number. */
function rightForm(written: string, conceptId: string, form: string, context: Context): string {
  const concept = context.terminology.concept(conceptId)!;
  const names = concept.variants
    .filter((variant) => variant.status === 'preferred' || variant.status === 'admitted' || variant.status === 'brand')
    .map((variant) => variant.text);
  // "immunoglobin" means immunoglobulin, not the longer "immunoglobulin infusion".
  const words = (text: string): number => text.split(/\s+/u).length;
  const alike = names.filter((name) => words(name) === words(written));
  const small = written.toLowerCase();
  const shared = (name: string): number => {
    let same = 0;
    const pool = [...small];
    for (const letter of name.toLowerCase()) {
      const at = pool.indexOf(letter);
      if (at >= 0) {
        pool.splice(at, 1);
        same++;
      }
    }
    return same / Math.max(name.length, small.length);
  };
  const nearest = (alike.length > 0 ? alike : names).reduce((best, name) =>
    shared(name) > shared(best) ? name : best,
  );
  const plural = form === 'plural' && !/s$/u.test(nearest) ? `${nearest}s` : nearest;
  return keepCase(written, plural);
}

function inBrackets(gloss: string | undefined): string {
  return gloss === undefined ? '' : ` (${gloss})`;
}
