import type { AnalyzedBlock } from '../../document.js';
import type { Terminology } from '../../terminology/terminology.js';
import type { Claim, ClaimParty } from '../claim.js';
import { partyOf, type Discourse } from '../subjects/discourse.js';
import type { Element, SentenceElements } from '../sentences/elements.js';
import type { Mention } from '../../mentions/mention.js';
import { levelFact } from '../contradictions/level-contradiction.js';
import { originClaim, statedOrigins } from '../causes/origin-claims.js';
import { relationOf, statesIn } from './state-claims.js';
import { negationsIn } from './state-readings.js';
import { joined, mayState, unitsOf, type Unit } from './state-units.js';
import type { SignKind } from './state-words.js';

/**
 * Reads the cells of tables whose row or column names a type: what the other header asks and the cell answers.
 *
 * @param known what the reader of tables has read; the same is not claimed twice
 */
export function readStateTables(
  blocks: readonly AnalyzedBlock[],
  discourse: Discourse,
  terminology: Terminology,
  verdicts: ReadonlySet<number>,
  known: readonly Claim[],
): readonly Claim[] {
  const claims: Claim[] = [];
  for (const cell of blocks) {
    const place = cell.table;
    if (place === undefined || place.row === 0 || place.column === 0 || verdicts.has(place.table)) continue;
    if (cell.sentences.length !== 1) continue;
    for (const [named, asked] of [
      [place.rowHeader, place.columnHeader],
      [place.columnHeader, place.rowHeader],
    ]) {
      const subject =
        named === undefined || !discourse.namesTypes ? undefined : onlyType(named, discourse, terminology);
      if (subject === undefined) {
        const condition = named === undefined ? undefined : onlyLevelled(named, discourse, terminology);
        if (condition === undefined) continue;
        const read = claimsOf(cell, condition, asked, discourse, terminology, known);
        claims.push(...read.filter(({ relation }) => relation === 'level'));
        continue;
      }
      claims.push(...claimsOf(cell, subject, asked, discourse, terminology, known));
      claims.push(...originsOf(cell, subject, asked, discourse, terminology));
    }
  }
  return [...claims, ...bothNormal([...known, ...claims], blocks)];
}

function claimsOf(
  cell: AnalyzedBlock,
  subject: Mention,
  asked: number | undefined,
  discourse: Discourse,
  terminology: Terminology,
  known: readonly Claim[],
): Claim[] {
  const sentence = discourse.sentences[cell.index]![0]!;
  const header = asked === undefined ? undefined : discourse.sentences[asked]?.[0];
  const elements = [...(header?.elements ?? []), ...sentence.elements];
  if (!mayState(elements, 0, elements.length)) return [];
  const head = header === undefined ? [] : unitsOf(header, 0, header.elements.length, terminology);
  if (head.some(({ norm, kinds }) => APART.has(norm) || kinds.has('beside'))) return [];
  const body = unitsOf(sentence, 0, sentence.elements.length, terminology);
  return claimsFrom(partyOf(subject), head, body, sentence, 'state in a table').filter(
    ({ relation }) => !known.some((claim) => claim.block === cell.index && claim.relation === relation),
  );
}

/** What the units of an answer, or of a cell, state with those of what was asked before them. */
function claimsFrom(
  subject: ClaimParty,
  head: readonly Unit[],
  body: readonly Unit[],
  { block, sentence: { span } }: SentenceElements,
  form: string,
): Claim[] {
  if (
    body.some(({ kinds, isOther, type }) => kinds.has('hedge') || isOther || type !== undefined) ||
    (body.some(({ norm }) => norm === 'or') && !isOneEitherWay(body))
  ) {
    return [];
  }
  const units: readonly Unit[] = joined(head, body);
  // "Link with cancer" asks about one thing, not for the cause.
  const asksCause =
    head.some(({ kinds }) => kinds.has('cause') || kinds.has('causing')) && !head.some(({ norm }) => norm === 'with');
  return statesIn(units, asksCause).flatMap((state): Claim[] => {
    if (state.to < head.length) return [];
    const isClear = units.every((_, at) => negationsIn(units, at, at) === 0 || (state.reach <= at && at <= state.to));
    const relation = relationOf(state);
    if (!isClear) return [];
    return [
      {
        relation,
        subject,
        object: { text: block.text.slice(span.start, span.end), block: block.index, span },
        ...(state.value === undefined ? {} : { value: state.value }),
        ...(state.analyte === undefined ? {} : { analyte: state.analyte }),
        ...(state.attribute === undefined ? {} : { attribute: state.attribute }),
        polarity: 'asserted',
        attribution: 'writer',
        weak: false,
        block: block.index,
        span,
        form,
      },
    ];
  });
}

/** "scarred or inflamed": whichever it is, the tissue is damaged. */
function isOneEitherWay(body: readonly Unit[]): boolean {
  return body.every(({ norm }, at) => {
    if (norm !== 'or') return true;
    const [before, after] = [body[at - 1], body[at + 1]];
    // "One or both abnormal", "one or the other"
    if (before?.norm === 'one' && ANY_OF_TWO.has(after?.norm ?? '')) return true;
    return ALIKE.some((alike) => [before, after].every((unit) => alike.some((kind) => unit?.kinds.has(kind))));
  });
}

const ANY_OF_TWO = new Set('both the two more'.split(' '));
/** Words that say one thing where "or" stands between them: "scarred or inflamed", "raised or disturbed". */
const ALIKE = [
  ['damaged', 'damage'],
  ['sound'],
  ['high', 'abnormal'],
  ['calcium', 'phosphate'],
] as const satisfies readonly (readonly SignKind[])[];

/**
 * Reads a short answer with its question as a cell with its header: "How was the tissue before, in the dystrophic type?
 * It was healthy."
 */
export function readStateAnswers(
  sentence: SentenceElements,
  discourse: Discourse,
  terminology: Terminology,
): readonly Claim[] {
  const { block, sentenceIndex, elements } = sentence;
  if (sentence.isQuestion || elements.length > LONGEST_ANSWER || block.table !== undefined) return [];
  if (!discourse.namesTypes || !discourse.answersQuestion(block.index, sentenceIndex)) return [];
  const question =
    sentenceIndex > 0
      ? discourse.sentences[block.index]![sentenceIndex - 1]!
      : discourse.sentences[block.index - 1]!.at(-1)!;
  const isType = ({ mention }: Element) => terminology.memberOf(mention?.conceptId ?? '') !== undefined;
  const types = question.elements.filter(isType);
  if (types.length !== 1 || elements.some(isType) || !question.elements.some(({ norm }) => ASKS.has(norm))) return [];
  if (question.elements.some(({ norm }) => APART.has(norm))) return [];
  const head = unitsOf(question, 0, question.elements.length, terminology).filter(({ mark }) => mark === undefined);
  const body = unitsOf(sentence, 0, elements.length, terminology);
  return claimsFrom(partyOf(types[0]!.mention!), head, body, sentence, 'answer');
}

const LONGEST_ANSWER = 12;
const ASKS = new Set('how what why where which'.split(' '));

/** "Where it comes from | medical procedures": the origins of a cell that answers how a type comes about. */
function originsOf(
  cell: AnalyzedBlock,
  subject: Mention,
  asked: number | undefined,
  discourse: Discourse,
  terminology: Terminology,
): Claim[] {
  const header = asked === undefined ? [] : discourse.sentences[asked]!.flatMap(({ elements }) => elements);
  if (!header.some(({ norm }) => ASKS_ORIGIN.has(norm)) || header.some(({ norm }) => APART.has(norm))) return [];
  const sentence = discourse.sentences[cell.index]![0]!;
  const { span } = sentence.sentence;
  const claimed = { block: cell.index, span, form: 'origin in a table', text: cell.text.slice(span.start, span.end) };
  return statedOrigins(partyOf(subject), sentence, terminology).map((origin) =>
    originClaim(partyOf(subject), origin, claimed),
  );
}

const ASKS_ORIGIN = new Set(
  'cause causes caused trigger triggers triggered reason reasons origin origins source why from starts begins due background brought behind happens follows after arises comes develops setting example examples instance typical'.split(
    ' ',
  ),
);

function onlyType(block: number, discourse: Discourse, terminology: Terminology): Mention | undefined {
  const named = discourse.sentences[block]!.flatMap(({ elements }) =>
    elements.flatMap(({ mention }) =>
      mention?.conceptId !== undefined && terminology.memberOf(mention.conceptId) !== undefined ? [mention] : [],
    ),
  );
  return named.length === 1 ? named[0] : undefined;
}

/** Headers of what is beside a type: how it is treated, told apart, avoided. */
const APART = new Set(
  'treatment treatments therapy management care differential mimics not unlike other complication complications risk risks avoid versus difference differs prevention test tests check checks told tell apart distinguish distinguished exclude excluded except against'.split(
    ' ',
  ),
);

/** A condition that is no type and has levels of its own: "NFTC". */
function onlyLevelled(block: number, discourse: Discourse, terminology: Terminology): Mention | undefined {
  const named = discourse.sentences[block]!.flatMap(({ elements }) =>
    elements.flatMap(({ mention }) => (mention?.conceptId === undefined ? [] : [mention])),
  );
  const [only, ...others] = named;
  if (only === undefined || others.length > 0 || terminology.concept(only.conceptId!)!.kind === 'lab-finding') {
    return undefined;
  }
  return ['calcium', 'phosphate'].some((analyte) => levelFact(only.conceptId!, analyte, terminology) !== undefined)
    ? only
    : undefined;
}

/** "Calcium | normal" beside "Phosphate | normal" of one type: both are, which neither cell says alone. */
function bothNormal(claims: readonly Claim[], blocks: readonly AnalyzedBlock[]): Claim[] {
  const normal = claims.filter(
    ({ relation, value, block, polarity }) =>
      relation === 'level' && value === 'normal' && polarity === 'asserted' && blocks[block]!.table !== undefined,
  );
  return normal.flatMap((claim): Claim[] => {
    if (claim.analyte !== 'phosphate') return [];
    const { table } = blocks[claim.block]!.table!;
    const hasCalcium = normal.some(
      (other) =>
        other.analyte === 'calcium' &&
        other.subject.conceptId === claim.subject.conceptId &&
        blocks[other.block]!.table!.table === table,
    );
    return hasCalcium ? [{ ...claim, analyte: 'both' }] : [];
  });
}
