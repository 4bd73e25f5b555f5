import type { BlockLists } from './block-lists.js';
import type { AnalyzedBlock, AnalyzedDocument } from './document.js';
import type { LintOptions } from './lint-options.js';
import { oncePerContent } from './rules/support/once.js';
import type { Terminology } from './terminology/terminology.js';

/**
 * Whether the style rules speak: a README of a software project is Markdown as well. A file that a configuration
 * covers is health writing, and one whose text names enough medical concepts, distinct ones and densely.
 */
export function judgeScope(subject: AnalyzedDocument['subject'], options: LintOptions): boolean {
  const scope = options.configuration.scope ?? 'auto';
  if (scope === 'always') return true;
  if (options.configured) return true;
  if (scope === 'configured') return false;
  const { words, mentions, concepts } = subject;
  return DENSITIES.some((enough) => concepts >= enough.concepts && mentions * enough.wordsPerMention >= words);
}

/**
 * Measured over health pages and over the READMEs of hundreds of software packages, none of which names more than one
 * concept: see docs/scope.md. A short page needs two concepts and a dense mention, a long one three.
 */
const DENSITIES = [
  { concepts: 2, wordsPerMention: 60 },
  { concepts: 3, wordsPerMention: 200 },
];

/** Kinds whose names are medical wherever they stand; "skin", "joint" or "lesion" also stand in other writing. */
const MEDICAL_KINDS = new Set([
  'disease',
  'type',
  'form',
  'process',
  'lab-finding',
  'drug',
  'drug-class',
  'complication',
  'procedure',
  'lab-test',
  'imaging',
  'symptom',
  'sign',
]);

export function countMedical(lists: BlockLists): AnalyzedDocument['subject'] {
  const concepts = lists.by(medicalConcepts);
  let mentions = 0;
  for (const blocks of concepts.values()) mentions += blocks.length;
  return { words: lists.counted(countWords).get(0) ?? 0, mentions, concepts: concepts.size };
}

function countWords({ tokens }: AnalyzedBlock, _blocks: unknown, add: (what: number, times: number) => void): void {
  add(
    0,
    tokens.reduce((words, { kind }) => (kind === 'word' ? words + 1 : words), 0),
  );
}

const medicalConcepts = oncePerContent(({ mentions }, terminology: Terminology) =>
  mentions.flatMap(({ conceptId }) =>
    conceptId !== undefined && MEDICAL_KINDS.has(terminology.concept(conceptId)!.kind) ? [conceptId] : [],
  ),
);
