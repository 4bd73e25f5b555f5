import type { AnalyzedBlock, AnalyzedDocument } from '../document.js';
import type { Mention } from '../mentions/mention.js';
import type { CompiledConcept } from '../terminology/compiled.js';
import type { Locale } from '../terminology/source-format.js';
import { overlaps, proseSpan } from '../text/span.js';
import { defineRule, type ReportFix, type RuleContext } from './rule.js';
import { countInSource, introductionsIn, isAbbreviation, meanTheSame, type Introduction } from './support/abbreviations.js';
import { standingOf } from './support/standing.js';
import { bareSpan, beginsSentence, capitalized, pluralOf, replacing } from './support/wording.js';

type MessageId = 'unexplained' | 'neverUsed' | 'twoMeanings' | 'undecided';

export default defineRule<MessageId>({
  id: 'unexplained-abbreviation',
  summary: 'An abbreviation before its long form or without it, one that is introduced and never used, one with two meanings.',
  rationale:
    'Readers do not know abbreviations that clinicians use every day, and many have several meanings. House styles ask for the long form at first use, and for no abbreviation at all where it is not used again.',
  category: 'style',
  severity: 'info',
  severities: ['info'],
  since: '0.1.0',
  fixable: 'review',
  healthWritingOnly: true,
  sources: ['AMA Manual of Style, 11th edition, chapter 13', 'https://service-manual.nhs.uk/content/formatting'],
  messages: {
    unexplained: '“{{abbreviation}}” is not explained: at first use write “{{expected}}”.',
    neverUsed: '“{{abbreviation}}” is introduced here and never used again: leave it out.',
    twoMeanings: '“{{abbreviation}}” is introduced as “{{longForm}}” here and as “{{otherForm}}” before: write one of them out.',
    undecided: '“{{abbreviation}}” can mean {{meanings}}, and this text names them all: write out which one is meant.',
  },
  examples: [
    { text: 'Chronic kidney disease (CKD) is common. CKD can cause itching.', reports: [] },
    { text: 'Calcinosis cutis follows chronic kidney disease (CKD) in some people.', reports: ['CKD'] },
  ],
  check(context) {
    const introductions = introductionsIn(context.document, context.terminology).filter((introduction) => isWritersOwn(context.document, introduction));
    reportIntroductions(context, introductions);
    reportUnexplained(context, introductions);
  },
});

function isWritersOwn(document: AnalyzedDocument, { block, abbreviationSpan }: Introduction): boolean {
  return standingOf(document, block, abbreviationSpan) === 'running';
}

function reportIntroductions({ document, report }: RuleContext<MessageId>, introductions: readonly Introduction[]): void {
  const first = new Map<string, Introduction>();
  for (const introduction of introductions) {
    const { block, abbreviation, abbreviationSpan, longForm } = introduction;
    const earlier = first.get(abbreviation);
    if (earlier === undefined) first.set(abbreviation, introduction);
    else if (!meanTheSame(earlier, introduction)) {
      report({
        at: { block: block.index, span: abbreviationSpan },
        message: 'twoMeanings',
        data: { abbreviation, longForm, otherForm: earlier.longForm },
        related: [{ at: { block: earlier.block.index, span: earlier.abbreviationSpan }, message: `introduced as “${earlier.longForm}”` }],
      });
      continue;
    }
    if (!isLeftUnused(document, introduction)) continue;
    report({
      at: { block: block.index, span: abbreviationSpan },
      message: 'neverUsed',
      data: { abbreviation: block.text.slice(abbreviationSpan.start, abbreviationSpan.end) },
      ...(introduction.conceptId === undefined ? {} : { conceptId: introduction.conceptId }),
      fixes: removal(introduction),
    });
  }
}

/** In running text only: headings, cells and lists of names also give an abbreviation for those who look for it. */
function isLeftUnused(document: AnalyzedDocument, { block, abbreviation, longForm, conceptId }: Introduction): boolean {
  if (block.kind !== 'paragraph' && block.kind !== 'list-item') return false;
  // Organizations and places are known by their abbreviations.
  if (conceptId === undefined && /^\p{Lu}/u.test(longForm) && /\s\p{Lu}/u.test(longForm)) return false;
  return countInSource(document, abbreviation) === 1;
}

function removal({ block, abbreviationSpan, longSpan }: Introduction): ReportFix[] {
  const closing = block.text.indexOf(')', abbreviationSpan.end);
  const brackets = proseSpan(longSpan.end, closing + 1);
  return [{ title: 'Leave the abbreviation out', grade: 'review', edits: [{ at: { block: block.index, span: brackets }, text: '' }] }];
}

/** Each abbreviation at its first use in the body, unless the text has explained it by then. */
function reportUnexplained(context: RuleContext<MessageId>, introductions: readonly Introduction[]): void {
  const { document, terminology } = context;
  const introduced = new Set(introductions.map((introduction) => introduction.abbreviation));
  /** Concepts that the text has named in full so far. */
  const named = new Set<string>();
  const seen = new Set<string>();
  for (const block of document.blocks) {
    for (const mention of block.mentions) {
      const readings = mention.readings.filter((reading) => isAbbreviation(mention, reading.conceptId, terminology));
      if (readings.length === 0) {
        for (const reading of mention.readings) named.add(reading.conceptId);
        continue;
      }
      const written = block.text.slice(mention.span.start, mention.span.end);
      const key = written.replace(/['’]s$/u, '').replace(/(\p{Lu})s$/u, '$1');
      if (readings.length < mention.readings.length || seen.has(key) || !isBody(block)) continue;
      if (introduced.has(key) || standingOf(document, block, mention.span) !== 'running' || isWellKnown(context, block, mention)) {
        seen.add(key);
        continue;
      }
      seen.add(key);
      if (isExplainedInMarkup(document, key)) continue;
      if (mention.readings.length > 1) reportUndecided(context, block, mention, key);
      else reportFirstUse(context, block, mention, named, key);
    }
  }
}

function isBody(block: AnalyzedBlock): boolean {
  return block.kind === 'paragraph' || block.kind === 'list-item' || block.kind === 'table-cell';
}

/** A house style exempts an abbreviation by a row of the terminology's wordings. */
function isWellKnown({ terminology, style }: RuleContext<MessageId>, block: AnalyzedBlock, mention: Mention): boolean {
  return block.wordings.some((match) => {
    const wording = terminology.compiled.wordings[match.index]!;
    return wording.rule === 'unexplained-abbreviation' && (wording.style === undefined || wording.style === style) && overlaps(match.span, mention.span);
  });
}

/** `<abbr title="chronic kidney disease">CKD</abbr>`. */
function isExplainedInMarkup(document: AnalyzedDocument, abbreviation: string): boolean {
  return document.text.includes(`>${abbreviation}</abbr>`);
}

function reportUndecided({ document, terminology, report }: RuleContext<MessageId>, block: AnalyzedBlock, mention: Mention, abbreviation: string): void {
  const concepts = mention.readings.map((reading) => reading.conceptId);
  if (mention.conceptId !== undefined || !concepts.every((concept) => isNamedInFull(document, terminology, concept))) return;
  const meanings = concepts.map((concept) => `“${terminology.concept(concept)!.preferred.us}”`).join(' or ');
  report({ at: { block: block.index, span: bareSpan(block, mention) }, message: 'undecided', data: { abbreviation, meanings } });
}

function isNamedInFull(document: AnalyzedDocument, terminology: RuleContext['terminology'], conceptId: string): boolean {
  return document.blocks.some((block) => block.mentions.some((mention) => mention.readings.some((reading) => reading.conceptId === conceptId) && !isAbbreviation(mention, conceptId, terminology)));
}

function reportFirstUse({ terminology, style, report }: RuleContext<MessageId>, block: AnalyzedBlock, mention: Mention, named: ReadonlySet<string>, abbreviation: string): void {
  const reading = mention.readings[0]!;
  // Two letters stand for too many things where no long form decides.
  if (mention.conceptId === undefined && abbreviation.replace(/\P{L}/gu, '').length < 3) return;
  if (named.has(reading.conceptId) || isExplainedInSentence(block, mention)) return;
  const concept = terminology.concept(reading.conceptId)!;
  const longForm = longFormOf(concept, style, abbreviation);
  if (longForm === undefined) return;
  const span = bareSpan(block, mention);
  const isPlural = reading.form === 'plural' || /\p{Lu}s$/u.test(block.text.slice(span.start, span.end));
  const long = isPlural ? pluralOf(longForm) : longForm;
  const expected = `${beginsSentence(block, mention.firstToken) ? capitalized(long) : long} (${block.text.slice(span.start, span.end)})`;
  report({
    at: { block: block.index, span },
    message: 'unexplained',
    data: { abbreviation: block.text.slice(span.start, span.end), expected },
    conceptId: concept.id,
    fixes: [{ title: `Replace with \`${expected}\``, grade: 'review', edits: replacing(block, mention, expected), conceptId: concept.id }],
  });
}

/** "CKD (chronic kidney disease)" explains as well, and so does any other full name in the same sentence. */
function isExplainedInSentence(block: AnalyzedBlock, mention: Mention): boolean {
  const concept = mention.readings[0]!.conceptId;
  const bracket = /^\s*\(\s*(?!see\b|or\b|and\b)\p{L}[\p{L}-]+\s+\p{L}/u.test(block.text.slice(mention.span.end));
  return bracket || block.mentions.some((other) => other !== mention && other.sentence === mention.sentence && other.firstToken > mention.firstToken && other.readings.some((reading) => reading.conceptId === concept && reading.variant !== mention.readings[0]!.variant));
}

/** The preferred term, or another full name where that holds the abbreviation itself ("CT scan"). */
function longFormOf(concept: CompiledConcept, style: Locale, abbreviation: string): string | undefined {
  const names = [concept.preferred[style], ...concept.variants.filter((variant) => variant.status === 'admitted' && (variant.locale === undefined || variant.locale === style)).map((variant) => variant.text)];
  return names.find((name) => !name.includes(abbreviation) && name.length > abbreviation.length);
}
