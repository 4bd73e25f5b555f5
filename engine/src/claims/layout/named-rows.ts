import type { AnalyzedBlock } from '../../document.js';
import type { Terminology } from '../../terminology/terminology.js';
import type { Claim } from '../claim.js';
import { claimsOfDescription, describedIn } from '../types/descriptions.js';
import { NAMED_IN_ROW } from '../classes/class-claim.js';
import { partyOf, type Discourse } from '../subjects/discourse.js';

/**
 * Reads tables that name a type at the end of a row that describes it: "What happens | Name". Rows that begin with the
 * type are read with the other tables.
 */
export function readNamedRows(
  blocks: readonly AnalyzedBlock[],
  discourse: Discourse,
  terminology: Terminology,
  verdicts: ReadonlySet<number>,
): Claim[] {
  const claims: Claim[] = [];
  for (const name of blocks) {
    const place = name.table;
    if (place === undefined || place.row === 0 || place.column === 0 || verdicts.has(place.table)) continue;
    const types = typesIn(name, discourse, terminology);
    if (types.length !== 1 || name.tokens.length > 4 || !headsNames(place.columnHeader, blocks)) continue;
    for (const cell of blocks) {
      if (cell.table?.table !== place.table || cell.table.row !== place.row || cell === name) continue;
      if (isApart(cell.table.columnHeader, blocks) || typesIn(cell, discourse, terminology).length > 0) continue;
      const described = discourse.sentences[cell.index]!.flatMap((sentence) =>
        describedIn(sentence, 0, sentence.elements.length, terminology),
      );
      // A cell that tells one thing in a few words tells it of the name beside it.
      const isClear = described.length === 1 && cell.sentences.length === 1 && cell.tokens.length <= LONGEST;
      const form = isClear ? NAMED_IN_ROW : 'named at the end of its row';
      const claimed = { block: name.index, span: types[0]!.span, form };
      claims.push(...claimsOfDescription(partyOf(types[0]!), described, claimed, terminology));
    }
  }
  return claims;
}

function typesIn({ index }: AnalyzedBlock, discourse: Discourse, terminology: Terminology) {
  return discourse.sentences[index]!.flatMap(({ elements }) =>
    elements.flatMap(({ mention }) =>
      mention !== undefined && terminology.memberOf(mention.conceptId ?? '') !== undefined ? [mention] : [],
    ),
  );
}

function headsNames(header: number | undefined, blocks: readonly AnalyzedBlock[]): boolean {
  const words = header === undefined ? [] : blocks[header]!.tokens.map(({ norm }) => norm);
  return words.some((word) => HEADS_NAMES.has(word)) && !words.some((word) => APART.has(word));
}

function isApart(header: number | undefined, blocks: readonly AnalyzedBlock[]): boolean {
  return header !== undefined && blocks[header]!.tokens.some(({ norm }) => APART.has(norm));
}

/** In words. */
const LONGEST = 9;
const HEADS_NAMES = new Set(
  'name names term called type label word diagnosis form kind variety classification category is it think suspect fits fit suggests suggest indicates points speaks verdict assessment'.split(
    ' ',
  ),
);
const APART = new Set(
  'not never unlike other differential treatment treatments management care test tests wrong confused mimic instead also'.split(
    ' ',
  ),
);
