import type { AnalyzedBlock } from '../document.js';
import type { Misspelling } from '../words/misspelling.js';
import type { Mention, PhraseMatch } from '../mentions/mention.js';
import type { CompiledConfusion } from '../terminology/compiled.js';
import { standsInQuotation } from '../prose/quotations.js';
import { defineRule, type RuleContext } from './rule.js';
import { readTogether, topicsAt, standsIn, type Stretch } from './support/context.js';
import { standingOf } from './support/standing.js';
import { bareSpan, inCaseOf, pluralOf, quotable, replacing } from './support/wording.js';

type MessageId = 'impossible' | 'confused' | 'mistaken';

export default defineRule<MessageId>({
  id: 'wrong-word',
  summary: 'A real word that cannot be meant where it stands.',
  rationale:
    'A spelling checker accepts every real word. A mistyped or mistranslated one says something else, and a reader who does not know the right one is led to the wrong organ or the wrong illness.',
  category: 'spelling',
  severity: 'error',
  severities: ['error', 'warning'],
  since: '0.1.0',
  fixable: 'safe',
  healthWritingOnly: false,
  reads: 'section',
  sources: [],
  messages: {
    impossible: '“{{written}}”: write “{{expected}}”. {{because}}',
    mistaken: '“{{written}}” is another word: is “{{expected}}” meant?',
    confused: '“{{written}}”: is “{{expected}}” meant? {{because}}',
  },
  examples: [
    { text: 'Calcinosis cutis is a buildup of calcium in the soft issue below the skin.', reports: ['soft issue'] },
    { text: 'Calcinosis cutis is a buildup of calcium in the soft tissue below the skin.', reports: [] },
  ],
  check(context) {
    for (const block of context.document.blocks) {
      for (const mention of block.mentions) reportImpossible(context, block, mention);
      for (const match of block.confusions) reportConfused(context, block, match);
      for (const misspelling of block.misspellings) reportMistaken(context, block, misspelling);
    }
  },
});

function reportImpossible(context: RuleContext<MessageId>, block: AnalyzedBlock, mention: Mention): void {
  if (mention.conceptId === undefined) return;
  const reading = mention.readings.find((candidate) => candidate.conceptId === mention.conceptId)!;
  const concept = context.terminology.concept(mention.conceptId)!;
  const variant = concept.variants[reading.variant]!;
  if (variant.status !== 'impossible' || !isMedicalContext(context, block, mention)) return;
  if (standingOf(context.document, block, mention.span) === 'mentioned') return;
  const term = variant.write ?? concept.preferred[context.style];
  const expected = inCaseOf(block, mention, variant.text, reading.form === 'plural' ? pluralOf(term) : term);
  const span = bareSpan(block, mention);
  context.report({
    at: { block: block.index, span },
    message: 'impossible',
    data: { written: quotable(block, span), expected, because: variant.because ?? '' },
    severity: 'error',
    conceptId: concept.id,
    fixes: [
      {
        title: `Replace with \`${expected}\``,
        grade: 'safe',
        edits: replacing(block, mention, expected),
        conceptId: concept.id,
      },
    ],
    reason: { text: variant.because ?? '', sources: variant.sources ?? concept.sources },
  });
}

/** The same words can be meant where nobody speaks of medicine: a soft issue in a negotiation. */
function isMedicalContext(
  { document, terminology }: RuleContext<MessageId>,
  block: AnalyzedBlock,
  mention: Mention,
): boolean {
  if (document.healthWriting) return true;
  return block.mentions.some((other) => {
    if (other === mention || other.conceptId === undefined) return false;
    const reading = other.readings.find((candidate) => candidate.conceptId === other.conceptId)!;
    return terminology.concept(other.conceptId)!.variants[reading.variant]!.status !== 'impossible';
  });
}

function reportConfused(context: RuleContext<MessageId>, block: AnalyzedBlock, match: PhraseMatch): void {
  const confusion = context.terminology.compiled.confusions[match.index]!;
  if (!isConfused(context, block, match, confusion)) return;
  // What somebody else is quoted with stands as it was said.
  if (standsInQuotation(block, match.span)) return;
  if (standingOf(context.document, block, match.span) === 'mentioned') return;
  const entry = confusion.written[match.part ?? 0]!;
  const expected = inCaseOf(block, match, entry.text, entry.write);
  const span = bareSpan(block, match);
  context.report({
    at: { block: block.index, span },
    message: 'confused',
    data: { written: quotable(block, span), expected, because: confusion.because },
    severity: confusion.severity,
    ...(confusion.meant === undefined ? {} : { conceptId: confusion.meant }),
    fixes: [
      {
        title: `Replace with \`${expected}\``,
        grade: 'review',
        edits: replacing(block, match, expected),
        ...(confusion.meant === undefined ? {} : { conceptId: confusion.meant }),
      },
    ],
    reason: { text: confusion.because, sources: confusion.sources },
  });
}

/** A right word in the company of another that is written nearly like it: "spinal chord". */
function reportMistaken(context: RuleContext<MessageId>, block: AnalyzedBlock, misspelling: Misspelling): void {
  if (misspelling.kind !== 'confused') return;
  const { span, firstToken } = misspelling;
  // Inside a longer term the terminology knows better, right or wrong.
  const inTerm = block.mentions.some(
    (mention) =>
      mention.firstToken <= firstToken && firstToken < mention.endToken && mention.endToken - mention.firstToken > 1,
  );
  if (inTerm || standingOf(context.document, block, span) !== 'running') return;
  const expected = misspelling.candidates[0]!.text;
  context.report({
    at: { block: block.index, span },
    message: 'mistaken',
    data: { written: block.text.slice(span.start, span.end), expected },
    severity: 'warning',
    fixes: [{ title: `Replace with \`${expected}\``, grade: 'review', text: expected }],
  });
}

/** "Neither is a thyroid problem", "a thyroid test is not part of it": whoever tells two things apart mistakes neither. */
function isDenied({ tokens }: AnalyzedBlock, { firstToken, endToken }: PhraseMatch): boolean {
  const before = tokens.slice(Math.max(0, firstToken - REACH_OF_DENIAL), firstToken);
  const behind = tokens.slice(endToken, endToken + REACH_OF_DENIAL);
  return (
    before.some(({ norm }) => DENIES.has(norm)) ||
    behind.some(({ norm }, at) => norm === 'not' && COPULAS.has(behind[at - 1]?.norm ?? ''))
  );
}

/** In tokens. */
const REACH_OF_DENIAL = 4;
const DENIES = new Set('neither nor not no never unlike'.split(' '));
const COPULAS = new Set('is are was were'.split(' '));

/** Any of the contexts suffices; without contexts the words are wrong anywhere. */
function isConfused(
  { document, terminology }: RuleContext<MessageId>,
  block: AnalyzedBlock,
  match: PhraseMatch,
  confusion: CompiledConfusion,
): boolean {
  if (confusion.contexts === undefined || confusion.contexts.length === 0) return true;
  if (isDenied(block, match)) return false;
  const stretches = readTogether(document, block, match.sentence);
  const itself: Stretch = { block, firstToken: match.firstToken, endToken: match.endToken };
  return confusion.contexts.some((context) => {
    if (context.without?.some((cue) => standsIn(stretches, cue, itself))) return false;
    if (context.all?.some((cue) => !standsIn(stretches, cue, itself))) return false;
    if (context.sentence !== undefined && !context.sentence.some((cue) => standsIn(stretches, cue, itself))) {
      return false;
    }
    if (context.topic === undefined) return true;
    const topics = [...topicsAt(document, block, match.sentence)];
    return context.topic.some((wanted) => topics.some((topic) => terminology.isA(topic, wanted)));
  });
}
