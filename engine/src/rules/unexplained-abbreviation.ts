import type { AnalyzedBlock, AnalyzedDocument } from '../document.js';
import type { Mention, Reading } from '../mentions/mention.js';
import type { CompiledConcept } from '../terminology/compiled.js';
import type { Locale } from '../terminology/source-format.js';
import { overlaps, proseSpan, type ProseSpan } from '../text/span.js';
import { defineRule, type ReportFix, type RuleContext } from './rule.js';
import {
  countInSource,
  introductionsIn,
  isAbbreviation,
  meanTheSame,
  spells,
  wordsOfAbbreviation,
  type Introduction,
} from './support/abbreviations.js';
import { oncePerContent } from './support/once.js';
import { standingOf } from './support/standing.js';
import { bareSpan, beginsSentence, capitalized, pluralOf, replacing } from './support/wording.js';

type MessageId = 'unexplained' | 'early' | 'neverUsed' | 'twoMeanings' | 'undecided';

export default defineRule<MessageId>({
  id: 'unexplained-abbreviation',
  summary:
    'An abbreviation before its long form or without it, one that is introduced and never used, one with two meanings.',
  rationale:
    'Readers do not know abbreviations that clinicians use every day, and many have several meanings. House styles ask for the long form at first use, and for no abbreviation at all where it is not used again.',
  category: 'style',
  severity: 'info',
  severities: ['info'],
  since: '0.1.0',
  fixable: 'review',
  healthWritingOnly: true,
  reads: 'document',
  sources: ['AMA Manual of Style, 11th edition, chapter 13', 'https://service-manual.nhs.uk/content/formatting'],
  messages: {
    unexplained: '“{{abbreviation}}” is not explained: at first use write “{{expected}}”.',
    early: '“{{abbreviation}}” stands here before it is explained: at first use write “{{expected}}”.',
    neverUsed: '“{{abbreviation}}” is introduced here and never used again: leave it out.',
    twoMeanings:
      '“{{abbreviation}}” is introduced as “{{longForm}}” here and as “{{otherForm}}” before: write one of them out.',
    undecided: '“{{abbreviation}}” can mean {{meanings}}, and this text names them all: write out which one is meant.',
  },
  examples: [
    { text: 'Chronic kidney disease (CKD) is common. CKD can cause itching.', reports: [] },
    { text: 'Calcinosis cutis follows chronic kidney disease (CKD) in some people.', reports: ['CKD'] },
  ],
  check(context) {
    const introductions = introductionsIn(context.document, context.terminology).filter((introduction) =>
      isWritersOwn(context.document, introduction),
    );
    reportIntroductions(context, introductions);
    reportUnexplained(context, introductions);
  },
});

function isWritersOwn(document: AnalyzedDocument, { block, abbreviationSpan }: Introduction): boolean {
  return standingOf(document, block, abbreviationSpan) === 'running';
}

function reportIntroductions(
  { document, report }: RuleContext<MessageId>,
  introductions: readonly Introduction[],
): void {
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
        related: [
          {
            at: { block: earlier.block.index, span: earlier.abbreviationSpan },
            message: `introduced as “${earlier.longForm}”`,
          },
        ],
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
  return [
    {
      title: 'Leave the abbreviation out',
      grade: 'review',
      edits: [{ at: { block: block.index, span: brackets }, text: '' }],
    },
  ];
}

/** Each abbreviation at its first use in the body, unless the text has explained it by then. */
function reportUnexplained(context: RuleContext<MessageId>, introductions: readonly Introduction[]): void {
  const { document, terminology } = context;
  const introduced = new Map(
    [...introductions].reverse().map((introduction) => [introduction.abbreviation, introduction]),
  );
  const namedIn = document.lists.by(namedInFull);
  const seen = new Set<string>();
  for (const block of document.lists.where(abbreviates)) {
    const namedHere = new Set<string>();
    /** The text has named the concept in full so far. */
    const isNamed = (concept: string): boolean =>
      namedHere.has(concept) || (namedIn.get(concept)?.[0] ?? block.index) < block.index;
    for (const mention of block.mentions) {
      const readings = mention.readings.filter((reading) => isAbbreviation(mention, reading.conceptId, terminology));
      if (readings.length === 0) {
        for (const concept of namedBy(block, mention, terminology)) namedHere.add(concept);
        continue;
      }
      const key = block.text.slice(...offsetsOf(abbreviationIn(context, block, mention))).replace(/(\p{Lu})s$/u, '$1');
      if (readings.length < mention.readings.length || seen.has(key) || !isBody(block)) continue;
      const introduction = introduced.get(key);
      if (
        (introduction !== undefined && !standsBefore(block, mention, introduction)) ||
        standingOf(document, block, mention.span) !== 'running' ||
        isWellKnown(context, block, mention)
      ) {
        seen.add(key);
        continue;
      }
      seen.add(key);
      if (isExplainedInMarkup(document, key)) continue;
      if (introduction === undefined && mention.readings.length > 1) reportUndecided(context, block, mention, key);
      else reportFirstUse(context, block, mention, isNamed, key, introduction);
    }
  }
}

/** Most blocks hold no abbreviation at all. */
function abbreviates({ mentions }: AnalyzedBlock, terminology: RuleContext['terminology']): boolean {
  return mentions.some((mention) => mayAbbreviate(mention, terminology));
}

function mayAbbreviate(mention: Mention, terminology: RuleContext['terminology']): boolean {
  return mention.readings.some(({ conceptId }) => isAbbreviation(mention, conceptId, terminology));
}

const namedInFull = oncePerContent((block, terminology: RuleContext['terminology']) => [
  ...new Set(
    block.mentions
      .filter((mention) => !mayAbbreviate(mention, terminology))
      .flatMap((mention) => namedBy(block, mention, terminology)),
  ),
]);

/**
 * The concepts that a full name explains the abbreviations of: who reads "calciphylaxis" cannot tell what CUA stands
 * for. Where no name of the concept spells its abbreviation, any will do.
 */
function namedBy(
  block: Pick<AnalyzedBlock, 'text'>,
  { readings, span }: Mention,
  terminology: RuleContext['terminology'],
): string[] {
  const written = block.text.slice(span.start, span.end);
  return readings
    .map(({ conceptId }) => conceptId)
    .filter((id) => {
      const { variants } = terminology.concept(id)!;
      const short = variants.filter(({ status }) => status === 'abbreviation');
      if (short.length === 0 || short.some(({ text }) => spells(written, text))) return true;
      return !variants.some(
        (name) => name.status !== 'abbreviation' && short.some(({ text }) => spells(name.text, text)),
      );
    });
}

/** The words of a mention that are the abbreviation: "CT" of "CT scan". */
function abbreviationIn({ terminology }: RuleContext<MessageId>, block: AnalyzedBlock, mention: Mention): ProseSpan {
  const concept = mention.readings.find((reading) =>
    isAbbreviation(mention, reading.conceptId, terminology),
  )!.conceptId;
  return bareSpan(block, {
    firstToken: mention.firstToken,
    endToken: mention.firstToken + wordsOfAbbreviation(mention, concept, terminology),
  });
}

function offsetsOf(span: ProseSpan): [start: number, end: number] {
  return [span.start, span.end];
}

function standsBefore(block: AnalyzedBlock, mention: Mention, introduction: Introduction): boolean {
  return (
    block.index < introduction.block.index ||
    (block === introduction.block && mention.span.end <= introduction.longSpan.start)
  );
}

function isBody(block: AnalyzedBlock): boolean {
  return block.kind === 'paragraph' || block.kind === 'list-item' || block.kind === 'table-cell';
}

/** A house style exempts an abbreviation by a row of the terminology's wordings. */
function isWellKnown({ terminology, style }: RuleContext<MessageId>, block: AnalyzedBlock, mention: Mention): boolean {
  return block.wordings.some((match) => {
    const wording = terminology.compiled.wordings[match.index]!;
    return (
      wording.rule === 'unexplained-abbreviation' &&
      (wording.style === undefined || wording.style === style) &&
      overlaps(match.span, mention.span)
    );
  });
}

/** `<abbr title="chronic kidney disease">CKD</abbr>`. */
function isExplainedInMarkup(document: AnalyzedDocument, abbreviation: string): boolean {
  return document.text.includes(`>${abbreviation}</abbr>`);
}

function reportUndecided(
  { document, terminology, report }: RuleContext<MessageId>,
  block: AnalyzedBlock,
  mention: Mention,
  abbreviation: string,
): void {
  const concepts = mention.readings.map((reading) => reading.conceptId);
  if (mention.conceptId !== undefined || !concepts.every((concept) => isNamedInFull(document, terminology, concept))) {
    return;
  }
  const meanings = concepts.map((concept) => `“${terminology.concept(concept)!.preferred.us}”`).join(' or ');
  report({
    at: { block: block.index, span: bareSpan(block, mention) },
    message: 'undecided',
    data: { abbreviation, meanings },
  });
}

function isNamedInFull(
  document: AnalyzedDocument,
  terminology: RuleContext['terminology'],
  conceptId: string,
): boolean {
  return document.blocks.some((block) =>
    block.mentions.some(
      (mention) =>
        mention.readings.some((reading) => reading.conceptId === conceptId) &&
        !isAbbreviation(mention, conceptId, terminology),
    ),
  );
}

function reportFirstUse(
  context: RuleContext<MessageId>,
  block: AnalyzedBlock,
  mention: Mention,
  isNamed: (conceptId: string) => boolean,
  abbreviation: string,
  introduction: Introduction | undefined,
): void {
  const { terminology, style, report } = context;
  const reading =
    mention.readings.find((candidate) => candidate.conceptId === (introduction?.conceptId ?? mention.conceptId)) ??
    mention.readings[0]!;
  if (introduction === undefined && !isSurelyMeant(context, mention, reading, abbreviation)) return;
  if (isNamed(reading.conceptId) || isExplainedInSentence(block, mention, reading)) return;
  if (isExplainedInNextCell(context, block, reading.conceptId)) return;
  const concept = terminology.concept(reading.conceptId)!;
  const longForm = longFormOf(concept, style, abbreviation);
  if (longForm === undefined) return;
  const span = abbreviationIn(context, block, mention);
  const written = block.text.slice(span.start, span.end);
  const isPlural =
    /\p{Lu}s$/u.test(written) ||
    (reading.form === 'plural' && concept.variants[reading.variant]!.status === 'abbreviation');
  // "JAK inhibitors": the abbreviation stands for the name without the word that follows it.
  const tail = block.text.slice(span.end, mention.span.end).trim().replace(/s$/u, '');
  const bare = tail !== '' && longForm.endsWith(` ${tail}`) ? longForm.slice(0, -tail.length - 1) : undefined;
  const long = bare ?? (isPlural ? pluralOf(longForm) : longForm);
  const expected = `${beginsSentence(block, mention.firstToken) ? capitalized(long) : long} (${written})`;
  const words = {
    firstToken: mention.firstToken,
    endToken: mention.firstToken + Math.max(1, wordsOfAbbreviation(mention, reading.conceptId, terminology)),
  };
  report({
    at: { block: block.index, span },
    message: introduction === undefined ? 'unexplained' : 'early',
    data: { abbreviation: written, expected },
    conceptId: concept.id,
    fixes: [
      {
        title: `Replace with \`${expected}\``,
        grade: 'review',
        edits: replacing(block, words, expected),
        conceptId: concept.id,
      },
    ],
  });
}

/**
 * Two letters stand for too many things, and three can be another abbreviation: without their long form they are
 * known by the company of a concept that the terminology connects with theirs, or of a broader one.
 */
function isSurelyMeant(
  { document, terminology }: RuleContext<MessageId>,
  mention: Mention,
  reading: Reading,
  abbreviation: string,
): boolean {
  const concept = terminology.concept(reading.conceptId)!;
  if (concept.variants[reading.variant]!.status !== 'abbreviation') return true;
  if (abbreviation.replace(/\P{L}/gu, '').length < 3 && !isHadOrLookedFor(document, mention, concept)) return false;
  if (mention.conceptId !== undefined && abbreviation.length > 2) return true;
  const connected = terminology.compiled.concepts.filter(
    (other) => other.id !== concept.id && (factsName(other, concept.id) || factsName(concept, other.id)),
  );
  return [...conceptsOf(document)].some(
    (conceptId) => conceptId !== concept.id && connected.some((other) => terminology.isA(other.id, conceptId)),
  );
}

/** "People with RA", "tests for RA": two letters that are a disease by the word before them. */
function isHadOrLookedFor({ blocks }: AnalyzedDocument, mention: Mention, { kind }: CompiledConcept): boolean {
  if (kind !== 'disease' || mention.readings.length > 1) return false;
  return DISEASE_FOLLOWS.has(blocks[mention.block]!.tokens[mention.firstToken - 1]?.norm ?? '');
}

const DISEASE_FOLLOWS = new Set(['with', 'for', 'have', 'has', 'had', 'having', 'called', 'developing', 'develop']);

/** The concepts that a text surely names. */
function conceptsOf(document: AnalyzedDocument): ReadonlySet<string> {
  let concepts = conceptsOfDocuments.get(document);
  if (concepts === undefined) {
    concepts = new Set(document.blocks.flatMap(({ mentions }) => mentions.flatMap(({ conceptId }) => conceptId ?? [])));
    conceptsOfDocuments.set(document, concepts);
  }
  return concepts;
}

const conceptsOfDocuments = new WeakMap<AnalyzedDocument, ReadonlySet<string>>();

function factsName(concept: CompiledConcept, conceptId: string): boolean {
  return concept.facts.some((fact) => fact.object === conceptId);
}

/** "CKD (chronic kidney disease)" explains as well, and so does any other full name in the same sentence. */
function isExplainedInSentence(block: AnalyzedBlock, mention: Mention, { conceptId, variant }: Reading): boolean {
  const bracket = /^\s*\(\s*(?!see\b|or\b|and\b)\p{L}[\p{L}-]+\s+\p{L}/u.test(block.text.slice(mention.span.end));
  return (
    bracket ||
    block.mentions.some(
      (other) =>
        other !== mention &&
        other.sentence === mention.sentence &&
        other.firstToken > mention.firstToken &&
        other.readings.some((reading) => reading.conceptId === conceptId && reading.variant !== variant),
    )
  );
}

/** "| PTH | parathyroid hormone |": a table of abbreviations, or of genes, tells in the next cell what they stand for. */
function isExplainedInNextCell(
  { document, terminology }: RuleContext<MessageId>,
  { table, index }: AnalyzedBlock,
  conceptId: string,
): boolean {
  const next = document.blocks[index + 1];
  if (table === undefined || next?.table?.table !== table.table || next.table.row !== table.row) return false;
  return next.mentions.some(
    (mention) =>
      mention.readings.some((reading) => reading.conceptId === conceptId) &&
      !isAbbreviation(mention, conceptId, terminology),
  );
}

/** The preferred term, or another name without an abbreviation in it where that has one ("CT scan"). An acronym
 * that stands for a list of words has no long form of its own. */
function longFormOf(concept: CompiledConcept, style: Locale, abbreviation: string): string | undefined {
  if (concept.letters !== undefined) return undefined;
  const names = [
    concept.preferred[style],
    ...concept.variants
      .filter((variant) => variant.status === 'admitted' && (variant.locale === undefined || variant.locale === style))
      .map((variant) => variant.text),
  ];
  const full = names.filter((name) => !/\p{Lu}{2}/u.test(name) && name.length > abbreviation.length);
  return full.find((name) => spells(name, abbreviation)) ?? full[0];
}
