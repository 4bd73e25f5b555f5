import type { AnalyzedBlock } from '../document.js';
import type { CompiledWording } from '../terminology/compiled.js';
import { defineRule, type ReportFix } from './rule.js';
import { standingOf } from './support/standing.js';
import { inCaseOf, replacing, type Words } from './support/wording.js';
import { wordingsOf } from './support/wordings-of.js';

export default defineRule({
  id: 'disrespectful-wording',
  summary: 'A label that puts the illness before the person, or a word that makes a victim of them.',
  rationale:
    'Words such as “sufferers”, “victims” and “diabetics” make an illness the whole of a person. Readers who have it feel judged or pitied, and trust the page less. Both house styles ask for the person first.',
  category: 'style',
  severity: 'warning',
  severities: ['warning'],
  since: '0.1.0',
  fixable: 'review',
  healthWritingOnly: true,
  reads: 'section',
  sources: ['ama-person-first', 'nhs-disabilities'],
  messages: {
    rewrite: '“{{written}}”: write “{{expected}}”. {{because}}',
    avoid: '“{{written}}”: {{because}}',
  },
  examples: [
    { text: 'People suffering from calcinosis may need surgery.', reports: ['suffering from'] },
    { text: 'The heart muscle suffers from a lack of oxygen.', reports: [] },
    { text: 'Calciphylaxis is more common in diabetics.', reports: ['diabetics'] },
  ],
  check(context) {
    for (const { block, match, wording } of wordingsOf('disrespectful-wording', context)) {
      if (standingOf(context.document, block, match.span) !== 'running') continue;
      if (
        isVerbOfSuffering(wording) &&
        !hasPersonBefore(block, match.firstToken, block.sentences[match.sentence]!.firstToken)
      ) {
        continue;
      }
      if (isAdjectiveOfNoun(block, match) || isName(block, match)) continue;
      const written = block.text.slice(match.span.start, match.span.end).replace(/\s+/gu, ' ');
      const rewrite = rewriteOf(block, match, wording, context.style);
      context.report({
        at: { block: block.index, span: match.span },
        message: rewrite === undefined ? 'avoid' : 'rewrite',
        data: { written, because: wording.because, expected: rewrite?.text ?? '' },
        ...(wording.severity === undefined ? {} : { severity: wording.severity }),
        fixes: [
          rewrite === undefined
            ? { title: 'Name the person first, then what they have', grade: 'manual' }
            : fixOf(block, rewrite),
        ],
        reason: { text: wording.because, sources: wording.sources },
      });
    }
  },
});

/** Words to put in the place of other words. */
interface Rewrite {
  readonly words: Words;
  readonly text: string;
}

function fixOf(block: AnalyzedBlock, rewrite: Rewrite): ReportFix {
  return {
    title: `Replace with \`${rewrite.text}\``,
    grade: 'review',
    edits: replacing(block, rewrite.words, rewrite.text),
  };
}

function rewriteOf(
  block: AnalyzedBlock,
  match: Words,
  wording: CompiledWording,
  style: 'us' | 'uk',
): Rewrite | undefined {
  const before = block.tokens[match.firstToken - 1];
  const written = block.tokens[match.endToken - 1]!;
  // The possessive would land on the illness.
  if (written.possessive !== '' || /^['’]$/u.test(block.tokens[match.endToken]?.text ?? '')) return undefined;
  if (PEOPLE_WITH[written.norm] !== undefined && wording.write === undefined) {
    return personFirst(block, match, PEOPLE_WITH[written.norm]!);
  }
  const text = wording.write?.[0]?.[style];
  // "Non-diabetics" are people without it.
  if (text === undefined || (before?.text === '-' && block.tokens[match.firstToken]!.glued)) return undefined;
  const having = before === undefined || text !== 'with' ? undefined : HAVING[before.norm];
  if (having !== undefined) {
    return { words: { firstToken: match.firstToken - 1, endToken: match.endToken }, text: having };
  }
  const article = block.tokens[match.firstToken]!.norm === 'a' ? 'a ' : '';
  return { words: match, text: inCaseOf(block, match, wording.phrases[0]!, article + text) };
}

/** "Scleroderma sufferers" are people with scleroderma, where a mention just before names the illness. */
function personFirst(block: AnalyzedBlock, match: Words, people: string): Rewrite | undefined {
  const noun = match.endToken - 1;
  const illness = block.mentions.find((mention) => mention.endToken === noun);
  const after = block.tokens[match.endToken]?.norm;
  if (illness === undefined || after === 'from' || after === 'of') return undefined;
  const words = { firstToken: illness.firstToken, endToken: match.endToken };
  const name = block.text.slice(illness.span.start, illness.span.end).replace(/\s+/gu, ' ');
  const opensSentence = block.sentences.some((sentence) => sentence.firstToken === illness.firstToken);
  const inside =
    opensSentence && /^\p{Lu}\p{Ll}/u.test(name) && !isEponymous(block, illness.firstToken)
      ? name.charAt(0).toLowerCase() + name.slice(1)
      : name;
  return { words, text: inCaseOf(block, words, people, `${people} ${inside}`) };
}

/** A name that keeps its capital inside a sentence. */
function isEponymous(block: AnalyzedBlock, token: number): boolean {
  return block.tokens[token]!.possessive !== '' || block.eponyms.some((eponym) => eponym.firstToken === token);
}

const PEOPLE_WITH: Readonly<Record<string, string>> = {
  sufferers: 'people with',
  sufferer: 'person with',
  victims: 'people with',
  victim: 'person with',
};

/** "Is suffering from" becomes "has". */
const HAVING: Readonly<Record<string, string>> = {
  is: 'has',
  are: 'have',
  am: 'have',
  was: 'had',
  were: 'had',
  be: 'have',
  been: 'had',
  being: 'having',
};

/** Wordings that say of somebody that they have something: their rewrite is a form of "have", or "with". */
function isVerbOfSuffering(wording: CompiledWording): boolean {
  return wording.write?.some((write) => ['has', 'have', 'had', 'with'].includes(write.us)) === true;
}

/**
 * A person shortly before the verb: the heart muscle that suffers from a lack of oxygen is none. In "the kidneys of
 * patients suffer from" the person is not the subject.
 */
function hasPersonBefore(block: AnalyzedBlock, verb: number, sentenceStart: number): boolean {
  const participle = /(?:ing|ed|en)$/u.test(block.tokens[verb]!.norm);
  for (let at = verb - 1; at >= Math.max(sentenceStart, verb - PERSON_REACH); at--) {
    const token = block.tokens[at]!;
    if (token.kind === 'punctuation' && /[;:.]/u.test(token.text)) return false;
    if (THINGS.has(token.norm)) return false;
    if (!PERSONS.has(token.norm)) continue;
    const governed = ['of', 'in', 'for', 'from', 'by'].includes(block.tokens[at - 1]?.norm ?? '');
    return participle || token.norm === 'who' || !governed;
  }
  return false;
}

const PERSON_REACH = 7;
const PERSONS = new Set(
  'people person persons patient patients child children adult adults man men woman women baby babies infant infants girl girls boy boys teenager teenagers individual individuals those who anyone anybody someone somebody everyone everybody i you we he she friend friends family mother father parent parents brother sister relative relatives user users reader readers veteran veterans worker workers athlete athletes human humans'.split(
    ' ',
  ),
);
const THINGS = new Set(
  'it which that tissue tissues muscle muscles organ organs skin cell cells kidney kidneys bone bones joint joints heart brain lungs'.split(
    ' ',
  ),
);

/** "The disabled child": the words describe the noun after them, which names the person. */
function isAdjectiveOfNoun(block: AnalyzedBlock, match: Words): boolean {
  if (block.tokens[match.firstToken]!.norm !== 'the') return false;
  const next = block.tokens[match.endToken];
  return next !== undefined && next.kind === 'word' && !AFTER_NOUN.has(next.norm);
}

/** "Diabetics Weekly": capitals in running text make a name. */
function isName(block: AnalyzedBlock, match: Words): boolean {
  const capital = (token: number): boolean => /^\p{Lu}\p{Ll}/u.test(block.tokens[token]?.text ?? '');
  return (
    block.kind !== 'heading' && capital(match.firstToken) && capital(match.endToken - 1) && capital(match.endToken)
  );
}

const AFTER_NOUN = new Set(
  'and or but who whose with in on at to of for from by is are was were be have has had can could may might will would should must do does did often usually also need needs get gets live lives as than when if because while that such'.split(
    ' ',
  ),
);
