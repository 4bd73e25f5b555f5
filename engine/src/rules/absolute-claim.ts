import type { AnalyzedBlock } from '../document.js';
import type { Sentence } from '../language/token.js';
import type { ConceptKind } from '../terminology/source-format.js';
import type { CompiledWording } from '../terminology/compiled.js';
import type { Mention, PhraseMatch } from '../mentions/mention.js';
import type { Terminology } from '../terminology/terminology.js';
import { defineRule, type ReportFix } from './rule.js';
import { forceOf, forceOfPromise } from './support/force.js';
import { standingOf } from './support/standing.js';
import { inCaseOf, replacing } from './support/wording.js';
import { wordingsOf } from './support/wordings-of.js';

export default defineRule({
  id: 'absolute-claim',
  summary:
    'A claim without limits about a condition or its treatment: the only effective treatment, always works, amazingly.',
  rationale:
    'For calcinosis no treatment has been shown to work for everybody, and few things in medicine are always or never so. A reader who was promised a cure stops looking for help, or trusts a page that should not be trusted.',
  category: 'style',
  severity: 'warning',
  severities: ['warning'],
  since: '0.1.0',
  fixable: 'review',
  healthWritingOnly: true,
  reads: 'section',
  yieldsTo: ['mislabeled-type', 'wrong-relation'],
  sources: ['nhs-how-we-write', 'ftc-health-claims'],
  messages: { absolute: '“{{written}}” is a claim without limits. {{because}}' },
  examples: [
    {
      text: 'Surgery is the only effective treatment for tumoral calcinosis.',
      reports: ['the only effective treatment'],
    },
    { text: 'Surgery is sometimes the only effective treatment for tumoral calcinosis.', reports: [] },
    { text: 'There is no cure for calcinosis.', reports: [] },
  ],
  check(context) {
    const { document, terminology, style } = context;
    const promised = new Set<string>();
    for (const { block, match, wording } of wordingsOf('absolute-claim', context)) {
      const sentence = block.sentences[match.sentence]!;
      if (standingOf(document, block, match.span) !== 'running') continue;
      if (wording.promise === true) {
        // "Cured for good, in every patient" is one promise.
        const place = `${block.index} ${match.sentence}`;
        if (promised.has(place) || forceOfPromise(block, sentence, match.firstToken, match.endToken) !== 'flat') {
          continue;
        }
        promised.add(place);
        reportClaim(block, match, wording);
        continue;
      }
      const medical = block.mentions.filter(
        (mention) => mention.sentence === match.sentence && isMedical(mention, terminology),
      );
      if (medical.length === 0) continue;
      if (beginsWithQuantifier(block, match.firstToken) && !opens(block, sentence, match.firstToken)) continue;
      if (speaksOfTime(block, match.firstToken, match.endToken) && !hasSubject(block, medical, match.firstToken)) {
        continue;
      }
      if (forceOf(block, sentence, match.firstToken, match.endToken) === 'limited') continue;
      reportClaim(block, match, wording);
    }

    function reportClaim(block: AnalyzedBlock, match: PhraseMatch, wording: CompiledWording): void {
      context.report({
        at: { block: block.index, span: match.span },
        message: 'absolute',
        data: {
          written: block.text.slice(match.span.start, match.span.end).replace(/\s+/gu, ' '),
          because: wording.because,
        },
        ...(wording.severity === undefined ? {} : { severity: wording.severity }),
        fixes: fixesOf(block, match, wording),
        reason: { text: wording.because, sources: wording.sources },
      });
    }

    function fixesOf(block: AnalyzedBlock, match: PhraseMatch, wording: CompiledWording): ReportFix[] {
      if (wording.write === undefined) {
        return [{ title: 'Say for whom, how often, or how well it works', grade: 'manual' }];
      }
      return wording.write.map((write) => {
        const text = inCaseOf(block, match, wording.phrases[0]!, write[style]);
        return { title: `Replace with \`${text}\``, grade: 'review', edits: replacing(block, match, text) };
      });
    }
  },
});

/** Kinds of concept about which a claim can promise or frighten; "skin" or "calcium" alone is no claim's subject. */
const CLAIMED_KINDS: ReadonlySet<ConceptKind> = new Set<ConceptKind>([
  'disease',
  'type',
  'form',
  'process',
  'sign',
  'symptom',
  'lab-finding',
  'complication',
  'procedure',
  'drug',
  'drug-class',
  'lab-test',
  'imaging',
]);

function isMedical(mention: Mention, terminology: Terminology): boolean {
  return mention.conceptId !== undefined && CLAIMED_KINDS.has(terminology.concept(mention.conceptId)!.kind);
}

/** "Any type of", "all forms of": a claim about all of them only as the subject, which opens its sentence. */
function beginsWithQuantifier(block: AnalyzedBlock, firstToken: number): boolean {
  return ['any', 'every', 'all'].includes(block.tokens[firstToken]!.norm);
}

function opens(block: AnalyzedBlock, sentence: Sentence, firstToken: number): boolean {
  return block.tokens.slice(sentence.firstToken, firstToken).every((token) => token.kind === 'punctuation');
}

/** "Always" and "never" are about what is said to be so: a thyroid that was taken out always leaves its mark. */
function speaksOfTime(block: AnalyzedBlock, firstToken: number, endToken: number): boolean {
  return block.tokens.slice(firstToken, endToken).some((token) => token.norm === 'always' || token.norm === 'never');
}

/** A medical mention shortly before, which no comma or other mark cuts off. */
function hasSubject(block: AnalyzedBlock, medical: readonly Mention[], firstToken: number): boolean {
  const before = medical.findLast((mention) => mention.endToken <= firstToken);
  if (before === undefined || firstToken - before.endToken > SUBJECT_REACH) return false;
  return !block.tokens
    .slice(before.endToken, firstToken)
    .some((token) => token.kind === 'punctuation' && /[,;:.–—]/u.test(token.text));
}

/** Words that may stand between a subject and its "always": "calcinosis of the hands in adults is always". */
const SUBJECT_REACH = 6;
