import type { AnalyzedBlock, AnalyzedDocument } from '../document.js';
import type { Mention } from '../mentions/mention.js';
import type { CompiledConcept, CompiledVariant } from '../terminology/compiled.js';
import type { Locale } from '../terminology/source-format.js';
import { defineRule, type ReportFix } from './rule.js';
import { standingOf } from './support/standing.js';
import { bareSpan, inCaseOf, pluralOf, quotable, replacing } from './support/wording.js';

export default defineRule({
  id: 'avoided-term',
  summary: 'A deprecated, loose or lay-wrong term where a right one exists.',
  rationale:
    'A loose or dated term makes readers look for the wrong thing. The preferred term is the one that they meet in letters from the clinic, in leaflets and in search results.',
  category: 'terms',
  severity: 'warning',
  severities: ['warning', 'hint'],
  since: '0.1.0',
  fixable: 'safe',
  healthWritingOnly: false,
  reads: 'section',
  yieldsTo: ['mislabeled-class', 'wrong-word'],
  sources: ['terminology'],
  messages: { avoid: '“{{written}}”: write “{{expected}}”. {{because}}' },
  examples: [
    { text: 'Diltiazem is a calcium blocker.', reports: ['calcium blocker'] },
    { text: 'Diltiazem is a calcium channel blocker.', reports: [] },
  ],
  check({ document, terminology, style, report }) {
    for (const block of document.blocks) {
      for (const mention of block.mentions) {
        if (mention.conceptId === undefined) continue;
        const reading = mention.readings.find((candidate) => candidate.conceptId === mention.conceptId)!;
        const concept = terminology.concept(mention.conceptId)!;
        const variant = concept.variants[reading.variant]!;
        if (variant.status !== 'deprecated') continue;
        const standing = standingOf(document, block, mention.span);
        if (standing === 'mentioned' || standing === 'title' || isNamedAsOther(block, mention)) continue;
        const term = variant.write ?? concept.preferred[style];
        const expected = inCaseOf(block, mention, variant.text, reading.form === 'plural' ? pluralOf(term) : term);
        const span = bareSpan(block, mention);
        const written = quotable(block, span);
        // In the house style that the text is in, the two may be one and the same.
        if (written === expected) continue;
        report({
          at: { block: block.index, span },
          message: 'avoid',
          data: { written, expected, because: variant.because ?? '' },
          severity: standing === 'quotation' ? 'hint' : (variant.severity ?? 'warning'),
          conceptId: concept.id,
          fixes: fixesFor(document, block, mention, concept, variant, expected, style),
          reason: { text: variant.because ?? '', sources: variant.sources ?? concept.sources },
        });
      }
    }
  },
});

function fixesFor(
  document: AnalyzedDocument,
  block: AnalyzedBlock,
  mention: Mention,
  concept: CompiledConcept,
  variant: CompiledVariant,
  expected: string,
  style: Locale,
): ReportFix[] {
  const written = document.blocks[block.index]!.text.slice(mention.span.start, mention.span.end);
  const isSpelling =
    squash(variant.text) === squash(variant.write ?? concept.preferred[style]) && squash(written) !== '';
  return [
    {
      title: `Replace with \`${expected}\``,
      grade: isSpelling ? 'safe' : 'review',
      edits: replacing(block, mention, expected),
      conceptId: concept.id,
    },
  ];
}

/** What a difference of hyphens, spaces and capitals leaves the same. */
function squash(term: string): string {
  return term.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

/** "Formerly called chronic renal failure", or the other name in brackets after the right one: the reader is told. */
function isNamedAsOther(block: AnalyzedBlock, mention: Mention): boolean {
  const before = block.text.slice(Math.max(0, mention.span.start - 120), mention.span.start);

  if (FORMER_NAME.test(before)) return true;
  if (!/\(\s*["“]?$/u.test(before) && !OTHER_NAME.test(before)) return false;
  return block.mentions.some(
    (other) =>
      other !== mention &&
      other.sentence === mention.sentence &&
      other.conceptId === mention.conceptId &&
      other.firstToken < mention.firstToken,
  );
}

const FORMER_NAME =
  /\b(?:formerly|previously|once|historically|traditionally|(?:used to|no longer|sometimes wrongly|wrongly|incorrectly|mistakenly) (?:be )?(?:called|known|termed)|older name|old name|former name|outdated name)\b[^.;]{0,30}$/iu;
const OTHER_NAME = /\b(?:also|or|sometimes|often|otherwise|informally|commonly)\b[^.;]{0,24}$/iu;
