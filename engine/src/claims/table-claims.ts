import type { AnalyzedBlock } from '../document.js';
import type { Mention } from '../mentions/mention.js';
import type { Terminology } from '../terminology/terminology.js';
import type { Claim } from './claim.js';
import { partyOf } from './discourse.js';
import { elementsOf } from './elements.js';

/** Header words of a column that says what each row is, what causes it, or which level it has. */
const CLASS_HEADERS = new Set(
  'class drug class group family kind type of medicine medication category what it is'
    .split(' ')
    .filter((word) => !['of', 'what', 'it', 'is'].includes(word)),
);
const CAUSE_HEADERS = new Set('cause causes caused trigger triggers reason'.split(' '));
/** A table that judges statements asserts none of them. */
const VERDICT_HEADERS = new Set(
  'verdict myth fact claim statement true false truth reality right wrong answer myths facts claims correct'.split(' '),
);

/** Reads a table row by row: the first cell is the subject, the column's header says the relation. */
export function readTableClaims(blocks: readonly AnalyzedBlock[], terminology: Terminology): Claim[] {
  const claims: Claim[] = [];
  const verdicts = verdictTables(blocks);
  for (const block of blocks) {
    const place = block.table;
    if (place === undefined || place.row === 0 || verdicts.has(place.table)) continue;
    const header = place.columnHeader === undefined ? undefined : blocks[place.columnHeader];
    const row = place.rowHeader === undefined ? undefined : blocks[place.rowHeader];
    const headerWords = header?.tokens.map((token) => token.norm) ?? [];
    const subject = onlyMention(row);
    if (subject !== undefined) {
      if (headerWords.some((word) => CLASS_HEADERS.has(word))) {
        for (const mention of named(block)) claims.push(rowClaim('is-a', subject, mention, block));
      }
      if (headerWords.some((word) => CAUSE_HEADERS.has(word))) {
        for (const mention of named(block)) claims.push(rowClaim('caused-by', subject, mention, block));
      }
      claims.push(...levelCell(subject, block, header, terminology));
    }
    // A column headed by a class names its members.
    const headed = onlyMention(header);
    if (headed !== undefined && terminology.concept(headed.conceptId!)!.kind === 'drug-class') {
      for (const mention of named(block)) {
        if (terminology.concept(mention.conceptId!)!.kind === 'drug') {
          claims.push(rowClaim('is-a', mention, headed, block));
        }
      }
    }
  }
  return claims;
}

function levelCell(
  subject: Mention,
  block: AnalyzedBlock,
  header: AnalyzedBlock | undefined,
  terminology: Terminology,
): Claim[] {
  if (header === undefined || terminology.facts(subject.conceptId!, 'level').length === 0) return [];
  const analyte = header.tokens.some((token) => token.norm === 'calcium')
    ? 'calcium'
    : header.tokens.some((token) => token.norm === 'phosphate' || token.norm === 'phosphorus')
      ? 'phosphate'
      : undefined;
  if (analyte === undefined || block.sentences.length !== 1) return [];
  const words = elementsOf(block, 0, terminology)
    .elements.filter((element) => element.kind === 'word')
    .map((element) => element.norm);
  const value =
    words[0] === 'high' || words[0] === 'raised' || words[0] === 'elevated'
      ? 'high'
      : words[0] === 'low'
        ? 'low'
        : words[0] === 'normal'
          ? 'normal'
          : undefined;
  // "High or normal", "normal, sometimes low" leave it open.
  if (value === undefined || words.length !== 1) return [];
  const object = { text: block.text, block: block.index, span: block.sentences[0]!.span };
  return [
    {
      relation: 'level',
      subject: partyOf(subject),
      object,
      value,
      analyte,
      polarity: 'asserted',
      attribution: 'writer',
      weak: false,
      block: block.index,
      span: object.span,
      form: 'table cell',
    },
  ];
}

function rowClaim(relation: 'is-a' | 'caused-by', subject: Mention, object: Mention, cell: AnalyzedBlock): Claim {
  const at = object.block === cell.index ? object : subject;
  return {
    relation,
    subject: partyOf(subject),
    object: partyOf(object),
    polarity: 'asserted',
    attribution: 'writer',
    weak: false,
    block: cell.index,
    span: at.span,
    form: 'table row',
  };
}

/** Tables that judge statements (myth and fact, claim and verdict) and so assert none of them. */
export function verdictTables(blocks: readonly AnalyzedBlock[]): Set<number> {
  const tables = new Set<number>();
  for (const block of blocks) {
    if (block.table?.row !== 0) continue;
    if (block.tokens.some((token) => VERDICT_HEADERS.has(token.norm))) tables.add(block.table.table);
  }
  return tables;
}

function onlyMention(block: AnalyzedBlock | undefined): Mention | undefined {
  const mentions = block === undefined ? [] : named(block);
  return mentions.length === 1 ? mentions[0] : undefined;
}

function named(block: AnalyzedBlock): Mention[] {
  return block.mentions.filter((mention) => mention.conceptId !== undefined);
}
