import type { AnalyzedBlock } from '../document.js';
import type { PhraseMatch } from '../mentions/mention.js';
import type { CompiledWording } from '../terminology/compiled.js';
import { normalizePhrase } from '../language/tokenize.js';
import { defineRule } from './rule.js';
import { standingOf } from './support/standing.js';
import { inCaseOf, replacing } from './support/wording.js';
import { wordingsOf } from './support/wordings-of.js';

export default defineRule({
  id: 'plain-word',
  summary: 'A medical word where the house style names a plain one: renal for kidney.',
  rationale:
    'Most readers know “kidney” and many do not know “renal”. A plain word costs nothing, and readers who will meet the medical word elsewhere are helped by both: the plain word, then the medical one in brackets.',
  category: 'style',
  severity: 'hint',
  severities: ['hint'],
  since: '0.1.0',
  fixable: 'review',
  healthWritingOnly: true,
  reads: 'document',
  yieldsTo: ['misspelled-term', 'wrong-word', 'avoided-term', 'eponym-form'],
  sources: ['nhs-how-we-write', 'nhs-az', 'cdc-everyday-words'],
  messages: { plain: '“{{written}}”: a plain word is “{{expected}}”. {{because}}' },
  examples: [
    { text: 'Metastatic calcinosis is common in renal failure.', reports: ['renal failure'] },
    { text: 'Metastatic calcinosis is common in kidney (renal) failure.', reports: [] },
  ],
  check(context) {
    const { document, style } = context;
    const explained = new Set<string>();
    for (const { block, match, wording } of wordingsOf('plain-word', context)) {
      if (explained.has(wording.id)) continue;
      if (isExplained(block, match, wording)) {
        explained.add(wording.id);
        continue;
      }
      if (standingOf(document, block, match.span) !== 'running') continue;
      if (isPartOfLongerTerm(block, match) || isPartOfName(block, match) || block.table?.row === 0) continue;
      const writes = wording.write ?? [];
      const expected = writes.map((write) => inCaseOf(block, match, wording.phrases[0]!, write[style]));
      context.report({
        at: { block: block.index, span: match.span },
        message: 'plain',
        data: {
          written: block.text.slice(match.span.start, match.span.end).replace(/\s+/gu, ' '),
          expected: expected.join('” or “'),
          because: wording.because,
        },
        ...(wording.severity === undefined ? {} : { severity: wording.severity }),
        fixes: expected.map((text) => ({
          title: `Replace with \`${text}\``,
          grade: 'review',
          edits: replacing(block, match, text),
        })),
        reason: { text: wording.because, sources: wording.sources },
      });
    }
  },
});

/**
 * The reader is told what the word means: it stands in brackets, a bracket or "or" follows it, a plain word for it
 * stands in the same sentence, or "called" introduces it.
 */
function isExplained(block: AnalyzedBlock, match: PhraseMatch, wording: CompiledWording): boolean {
  const before = block.text.slice(0, match.span.start);
  const after = block.text.slice(match.span.end);
  if (/\([^)]*$/u.test(before) || /^\s*(?:\(|[–—]|,?\s(?:or|meaning|that is|which is|i\.e\.)\b)/u.test(after)) {
    return true;
  }
  if (/\b(?:called|known as|termed|named|means?|term|word)\s+(?:an?\s+|the\s+)?["“‘']?$/iu.test(before)) return true;
  const sentence = block.sentences[match.sentence]!;
  const words = normalizePhrase(block.text.slice(sentence.span.start, sentence.span.end));
  return (
    wording.write?.some(
      (write) =>
        ` ${words} `.includes(` ${normalizePhrase(write.us)} `) ||
        ` ${words} `.includes(` ${normalizePhrase(write.uk)} `),
    ) === true
  );
}

/** "Acute kidney injury" is the name of what it names: its words are not for changing. */
function isPartOfLongerTerm(block: AnalyzedBlock, match: PhraseMatch): boolean {
  return block.mentions.some(
    (mention) =>
      mention.firstToken < match.endToken &&
      match.firstToken < mention.endToken &&
      (mention.firstToken < match.firstToken || mention.endToken > match.endToken),
  );
}

/** "The National Renal Association", "Renal Unit": a capital inside a sentence makes a name. */
function isPartOfName(block: AnalyzedBlock, match: PhraseMatch): boolean {
  const capital = (index: number): boolean => /^\p{Lu}/u.test(block.tokens[index]?.text ?? '');
  const sentence = block.sentences[match.sentence]!;
  return (
    match.firstToken > sentence.firstToken &&
    capital(match.firstToken) &&
    (capital(match.endToken) || capital(match.firstToken - 1))
  );
}
