import type { AnalyzedBlock } from '../document.js';
import type { Terminology } from '../terminology/terminology.js';
import { readCauseClaims } from './cause-claims.js';
import type { Claim } from './claim.js';
import { readClassClaims } from './class-claims.js';
import { readDivisions, type DivisionStatement } from './classification-claims.js';
import { clausesOf } from './clauses.js';
import { Discourse } from './discourse.js';
import { readListClaims } from './list-claims.js';
import { readRelationClaims } from './relation-claims.js';
import { readTableClaims, verdictTables } from './table-claims.js';

export interface Statements {
  readonly claims: readonly Claim[];
  readonly divisions: readonly DivisionStatement[];
}

/** What the document states, in reading order by block. Nothing is judged here: rules compare it with the terminology. */
export function readStatements(blocks: readonly AnalyzedBlock[], terminology: Terminology): Statements {
  if (!blocks.some((block) => block.mentions.length > 0)) return { claims: [], divisions: [] };
  const discourse = new Discourse(blocks, terminology);
  const claims: Claim[] = [];
  const verdicts = verdictTables(blocks);
  for (const block of blocks) {
    if (
      block.kind === 'alt-text' ||
      block.kind === 'front-matter' ||
      (block.kind === 'heading' && block.level !== PASTED)
    ) {
      continue;
    }
    if (block.table !== undefined && verdicts.has(block.table.table)) continue;
    for (const sentence of discourse.sentences[block.index]!) {
      if (sentence.elements.length > LONGEST_SENTENCE) continue;
      // Without a concept and without a level, tissue or cause there is nothing to claim.
      if (!sentence.elements.some((element) => element.mention !== undefined || element.phrase !== undefined)) continue;
      for (const clause of clausesOf(sentence)) {
        claims.push(...readClassClaims(sentence, clause, discourse, terminology));
        claims.push(...readCauseClaims(sentence, clause, discourse, terminology));
        claims.push(...readRelationClaims(sentence, clause, discourse, terminology));
      }
    }
  }
  claims.push(...readListClaims(blocks, discourse, terminology));
  claims.push(...readTableClaims(blocks, discourse, terminology));
  return { claims: rejectedByNextSentence(claims, blocks), divisions: readDivisions(blocks, discourse, terminology) };
}

const PASTED = 7;
/** Nobody states something in a sentence of this length; a run of words without a full stop is a list or a dump. */
const LONGEST_SENTENCE = 250;

/** "Many readers believe that diltiazem is an antibiotic. That is not so." */
function rejectedByNextSentence(claims: readonly Claim[], blocks: readonly AnalyzedBlock[]): Claim[] {
  return claims.map((claim) => {
    if (claim.attribution !== 'writer') return claim;
    const block = blocks[claim.block]!;
    const index = block.sentences.findIndex(
      (sentence) => sentence.span.start <= claim.span.start && claim.span.start < sentence.span.end,
    );
    const next = block.sentences[index + 1];
    if (next === undefined) return claim;
    return REJECTED.test(block.text.slice(next.span.start, next.span.end))
      ? { ...claim, attribution: 'others' as const }
      : claim;
  });
}

const REJECTED =
  /^(?:that|this|it|both|neither|wrong|not so|no[,.:]|false)\b[^.]{0,40}\b(?:wrong|false|untrue|not so|not true|not the case|myth|mistake|mistaken|incorrect)\b|^(?:wrong|false|not so|not true|untrue)\b/iu;
