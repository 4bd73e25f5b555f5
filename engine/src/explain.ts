import type { Claim, ClaimParty } from './claims/claim.js';
import { contradictionOf } from './claims/contradictions/contradiction.js';
import type { AnalyzedBlock, AnalyzedDocument } from './document.js';
import type { Finding } from './findings/finding.js';
import type { LintResult } from './lint.js';
import type { Locale } from './terminology/source-format.js';
import type { Terminology } from './terminology/terminology.js';
import { contains, type ProseSpan } from './text/span.js';

/** What was read in one sentence, in plain data: the terms, the claims, and why each was or was not reported. */
export interface SentenceExplanation {
  readonly sentence: string;
  readonly mentions: readonly MentionExplanation[];
  readonly claims: readonly ClaimExplanation[];
}

export interface MentionExplanation {
  readonly text: string;
  /** Preferred term; of an abbreviation that the text leaves open, of each of its meanings. */
  readonly terms: readonly string[];
}

export interface ClaimExplanation {
  readonly subject: string;
  /** In words: "is a", "is caused by". */
  readonly relation: string;
  readonly object: string;
  readonly polarity: 'asserted' | 'denied';
  /** Whose claim it is: the writer's, others', a question. */
  readonly attribution: string;
  /** How it was read: "copula", "list of causes". */
  readonly form: string;
  readonly reported: boolean;
  /** Why it was reported, or was not. */
  readonly why: string;
}

/**
 * Explains the sentences that a stretch of source touches, in reading order; none where no prose stands there.
 * @param start UTF-16 offset in the text that was linted
 * @param end the same, not before `start`
 */
export function explainPlace(
  { document, findings }: LintResult,
  start: number,
  end: number,
  terminology: Terminology,
  style: Locale,
): readonly SentenceExplanation[] {
  const explanations: SentenceExplanation[] = [];
  for (const block of document.blocks) {
    if (block.source.end < start || end < block.source.start) continue;
    for (const { span } of block.sentences) {
      const source = block.toSource(span);
      if (source === undefined || source.end < start || end < source.start) continue;
      explanations.push(explainSentence(block, span, document, findings, terminology, style));
    }
  }
  return explanations;
}

function explainSentence(
  block: AnalyzedBlock,
  span: ProseSpan,
  document: AnalyzedDocument,
  findings: readonly Finding[],
  terminology: Terminology,
  style: Locale,
): SentenceExplanation {
  const textOf = (part: ProseSpan) => block.text.slice(part.start, part.end).replace(/\s+/gu, ' ').trim();
  const term = (id: string) => terminology.preferredTerm(id, style);
  const mentions = block.mentions.filter((mention) => contains(span, mention.span));
  const claims = document.claims.filter((claim) => claim.block === block.index && touches(claim.span, span));
  return {
    sentence: textOf(span),
    mentions: mentions.map((mention) => ({
      text: textOf(mention.span),
      terms: [
        ...new Set(
          mention.conceptId === undefined ? mention.readings.map((one) => one.conceptId) : [mention.conceptId],
        ),
      ].map(term),
    })),
    claims: claims.map((claim) => explainClaim(claim, block, findings, terminology, term)),
  };
}

function explainClaim(
  claim: Claim,
  block: AnalyzedBlock,
  findings: readonly Finding[],
  terminology: Terminology,
  term: (id: string) => string,
): ClaimExplanation {
  const party = ({ conceptId, text }: ClaimParty) => (conceptId === undefined ? `“${text}”` : term(conceptId));
  const source = block.toSource(claim.span);
  const contradiction = contradictionOf(claim, terminology);
  const finding =
    contradiction === undefined || source === undefined
      ? undefined
      : findings.find(
          (one) => CLAIM_RULES.has(one.ruleId) && one.span.start <= source.end && source.start <= one.span.end,
        );
  return {
    subject: party(claim.subject),
    relation: relationInWords(claim),
    object:
      claim.value === undefined || claim.relation === 'does'
        ? party(claim.object)
        : `${party(claim.object)} (${claim.value})`,
    polarity: claim.polarity,
    attribution: ATTRIBUTIONS[claim.attribution],
    form: formInWords(claim),
    reported: finding !== undefined,
    why:
      finding !== undefined
        ? `reported by ${finding.ruleId}: ${finding.message}`
        : silence(claim, contradiction !== undefined),
  };
}

/** How it was read, and how probable the network finds it that the text says so, where it was asked. */
function formInWords({ form, probability }: Claim): string {
  return probability === undefined ? form : `${form} (said with a probability of ${probability.toFixed(2)})`;
}

/** "binds" for what a medicine does, "is said to be (danger)" for what a thing is like. */
function relationInWords({ relation, value, attribute }: Claim): string {
  if (relation === 'does' && value !== undefined) return value.replaceAll('-', ' ');
  return RELATIONS[relation] + (attribute === undefined ? '' : ` (${attribute.replaceAll('-', ' ')})`);
}

function silence(claim: Claim, contradicted: boolean): string {
  if (claim.polarity === 'denied') return 'not reported: the text denies it';
  if (claim.attribution !== 'writer' && claim.attribution !== 'quotation') {
    return `not reported: it is ${ATTRIBUTIONS[claim.attribution]}`;
  }
  return contradicted
    ? 'not reported here: it is switched off, allowed, or said by another finding'
    : 'not reported: nothing in the terminology contradicts it';
}

function touches(a: ProseSpan, b: ProseSpan): boolean {
  return a.start < b.end && b.start < a.end;
}

const CLAIM_RULES = new Set(['mislabeled-type', 'mislabeled-class', 'wrong-relation']);

const RELATIONS: Readonly<Record<Claim['relation'], string>> = {
  'is-a': 'is a',
  'caused-by': 'is caused by',
  'associated-with': 'comes with',
  level: 'has the blood level',
  tissue: 'forms in tissue that is',
  'unknown-cause': 'has a cause that is',
  treats: 'treats',
  'only-treatment': 'is treated only by',
  does: 'does something to',
  'located-in': 'is in',
  'made-by': 'is made by',
  'always-causes': 'always causes',
  has: 'is said to be',
  'stands-for': 'has a letter that stands for',
  'member-of': 'is divided into',
  'count-of': 'has so many types',
  'described-as': 'is described as',
};

const ATTRIBUTIONS: Readonly<Record<Claim['attribution'], string>> = {
  writer: 'the writer’s',
  quotation: 'a quotation that the text lets stand',
  others: 'somebody else’s, or rejected',
  question: 'a question',
  hypothetical: 'a condition',
  historical: 'an old or reported view',
  contrasted: 'said of something that is only compared',
  doubtful: 'hardly what the text says',
};
