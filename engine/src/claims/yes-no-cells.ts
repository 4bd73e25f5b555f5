import type { AnalyzedBlock } from '../document.js';
import type { AttributeName, Terminology } from '../terminology/terminology.js';
import { matchPlaces } from './attribute-match.js';
import { matchTokens } from './attribute-subjects.js';
import type { Claim } from './claim.js';
import { partyOf, type Discourse } from './discourse.js';

/** Reads tables whose heads ask and whose cells answer: "| | Contains calcium? |" above "| Sevelamer | Yes |". */
export function readYesNoCells(
  blocks: readonly AnalyzedBlock[],
  discourse: Discourse,
  terminology: Terminology,
  verdicts: ReadonlySet<number>,
): readonly Claim[] {
  const claims: Claim[] = [];
  for (const cell of blocks) {
    const place = cell.table;
    if (place === undefined || place.row === 0 || place.column === 0 || verdicts.has(place.table)) continue;
    if (!YES.has(cell.tokens[0]?.norm ?? '') || cell.tokens.length > LONGEST_ANSWER) continue;
    const heads = [place.columnHeader, place.rowHeader];
    for (const [asking, named] of [heads, heads.toReversed()]) {
      if (asking === undefined || named === undefined) continue;
      claims.push(...answered(cell, blocks[asking]!, named, discourse, terminology));
    }
  }
  return claims;
}

/** What a cell with "yes" says of the one thing that one header names, in the respect that the other asks for. */
function answered(
  cell: AnalyzedBlock,
  asking: AnalyzedBlock,
  named: number,
  discourse: Discourse,
  terminology: Terminology,
): readonly Claim[] {
  const mentions = discourse.sentences[named]!.flatMap(({ elements }) =>
    elements.flatMap(({ mention }) => (mention?.conceptId === undefined ? [] : [mention])),
  );
  const [subject] = mentions;
  if (subject === undefined || mentions.length !== 1) return [];
  const name = askedName(asking, subject.conceptId!, terminology);
  if (name === undefined) return [];
  const span = cell.sentences[0]!.span;
  return [
    {
      relation: 'has',
      attribute: name.attribute,
      value: name.value,
      subject: partyOf(subject),
      object: { text: cell.text.slice(span.start, span.end), block: cell.index, span },
      polarity: 'asserted',
      attribution: 'writer',
      weak: false,
      block: cell.index,
      span,
      form: 'answer in a cell',
    },
  ];
}

/** The value that a header asks for, of a respect that the thing has: a name with one of its cues or ties. */
function askedName({ tokens }: AnalyzedBlock, id: string, terminology: Terminology): AttributeName | undefined {
  if (tokens.length > LONGEST_QUESTION || tokens.some(({ norm }) => DENIES.has(norm))) return undefined;
  for (const [at, { norm }] of tokens.entries()) {
    for (const name of terminology.nameIndex.get(norm) ?? []) {
      if (terminology.heldAttribute(id, name.attribute) === undefined) continue;
      if (matchPlaces(tokens, name.places, at, tokens.length) <= at) continue;
      const isAsked = [...name.cues, ...name.ties, ...name.heads].some((places) =>
        tokens.some((_, token) => token !== at && matchTokens(tokens, places, token)),
      );
      if (isAsked) return name;
    }
  }
  return undefined;
}

/** In tokens. */
const LONGEST_ANSWER = 4;
const LONGEST_QUESTION = 8;
const YES = new Set(['yes', '✓', '✔', 'y', 'true', '☑']);
const DENIES = new Set('not no never without free avoid myth true false'.split(' '));
