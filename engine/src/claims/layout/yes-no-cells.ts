import type { AnalyzedBlock } from '../../document.js';
import type { AttributeName, Terminology } from '../../terminology/terminology.js';
import type { ProseSpan } from '../../text/span.js';
import { matchPlaces } from '../phrases/attribute-match.js';
import { matchTokens } from '../facts/attribute-subjects.js';
import { mattersOf } from '../classes/class-announced.js';
import { classClaim } from '../classes/class-claim.js';
import type { Claim } from '../claim.js';
import { partyOf, type Discourse } from '../subjects/discourse.js';
import type { Element } from '../sentences/elements.js';
import { relationOf, statesIn } from '../states/state-claims.js';
import { isCauseOfTypes } from '../contradictions/type-causes.js';
import { mayState, unitsOf } from '../states/state-units.js';

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
    const [first] = cell.tokens;
    // A mark has no norm.
    const answer = first === undefined ? '' : first.norm === '' ? first.text : first.norm;
    if (!(YES.has(answer) || NO.has(answer)) || cell.tokens.length > LONGEST_ANSWER) continue;
    const heads = [place.columnHeader, place.rowHeader];
    for (const [asking, named] of [heads, heads.toReversed()]) {
      if (asking === undefined || named === undefined) continue;
      claims.push(...statedByAnswer(cell, asking, named, YES.has(answer), discourse, terminology));
    }
    for (const [asking, named] of [heads, heads.toReversed()]) {
      if (asking === undefined || named === undefined) continue;
      claims.push(...memberByAnswer(cell, asking, named, YES.has(answer), discourse, terminology));
    }
    if (!YES.has(answer)) continue;
    for (const [asking, named] of [heads, heads.toReversed()]) {
      if (asking === undefined || named === undefined) continue;
      claims.push(...answered(cell, blocks[asking]!, named, discourse, terminology));
      claims.push(...causeByAnswer(cell, blocks[asking]!, named, blocks, discourse, terminology));
    }
  }
  return claims;
}

/** "Was the tissue healthy before?" above "Yes" or "No": the level or the tissue that the header asks for, or its opposite. */
function statedByAnswer(
  cell: AnalyzedBlock,
  asking: number,
  named: number,
  isSo: boolean,
  discourse: Discourse,
  terminology: Terminology,
): readonly Claim[] {
  const types = discourse.sentences[named]!.flatMap(({ elements }) =>
    elements.flatMap(({ mention }) =>
      mention?.conceptId !== undefined && terminology.memberOf(mention.conceptId) !== undefined ? [mention] : [],
    ),
  );
  const [question, ...others] = discourse.sentences[asking]!;
  const [type] = types;
  if (type === undefined || types.length > 1 || question === undefined || others.length > 0) return [];
  const { elements } = question;
  if (elements.length > LONGEST_QUESTION * 2 || !mayState(elements, 0, elements.length)) return [];
  const units = unitsOf(question, 0, elements.length, terminology);
  if (units.some(({ kinds, isOther, norm }) => kinds.has('hedge') || isOther || kinds.has('not') || norm === 'or')) {
    return [];
  }
  const [state, ...more] = statesIn(units, false);
  if (state === undefined || more.length > 0 || state.value === undefined) return [];
  // "Does the skin become inflamed?" asks what the deposit does, not what it came to.
  const isBefore = units.some(({ kinds }) => kinds.has('earlier')) && !units.some(({ kinds }) => kinds.has('effect'));
  if (state.kind === 'tissue' && !isBefore) return [];
  const value = isSo ? state.value : OPPOSITE[state.kind]?.[state.value];
  if (value === undefined || state.attribute !== undefined) return [];
  const span = cell.sentences[0]?.span;
  if (span === undefined) return [];
  return [
    {
      relation: relationOf(state),
      value,
      ...(state.analyte === undefined ? {} : { analyte: state.analyte }),
      subject: partyOf(type),
      ...saidIn(cell, span),
    },
  ];
}

/** "after burns" beside "Yes" in the column of a type: a cause of it, where the header or the corner says that it is one. */
function causeByAnswer(
  cell: AnalyzedBlock,
  asking: AnalyzedBlock,
  named: number,
  blocks: readonly AnalyzedBlock[],
  discourse: Discourse,
  terminology: Terminology,
): readonly Claim[] {
  const elements = discourse.sentences[asking.index]!.flatMap((sentence) => sentence.elements);
  const isCause = ({ mention }: Element): boolean => isCauseOfTypes(mention?.conceptId ?? '', terminology);
  const causes = elements.filter(isCause);
  if (
    causes.length === 0 ||
    elements.some((one) => !isCause(one) && one.kind !== 'mark' && !ASKS_CAUSE.has(one.norm))
  ) {
    return [];
  }
  const types = discourse.sentences[named]!.flatMap((sentence) =>
    sentence.elements.filter(({ mention }) => terminology.memberOf(mention?.conceptId ?? '') !== undefined),
  );
  if (types.length !== 1) return [];
  const { table, row } = cell.table!;
  const corner = blocks.find((one) => one.table?.table === table && one.table.row === 0 && one.table.column === 0);
  const isAsked = [asking, corner].some((one) => one?.tokens.some(({ norm }) => LINKS_CAUSE.has(norm)) === true);
  if (!isAsked || row === 0) return [];
  return causes.slice(0, 1).map((cause) => ({
    ...saidIn(cell, cell.sentences[0]!.span),
    relation: 'associated-with',
    weak: true,
    subject: partyOf(types[0]!.mention!),
    object: partyOf(cause.mention!),
  }));
}

const LINKS_CAUSE = new Set(
  'after from cause causes caused due seen trigger triggers come comes follow follows origin'.split(' '),
);
const ASKS_CAUSE = new Set(
  'after from by due to of with the a an can it be caused come seen follow because is does cause trigger possible known'.split(
    ' ',
  ),
);

const OPPOSITE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  level: { normal: 'abnormal', abnormal: 'normal' },
  tissue: { normal: 'damaged', damaged: 'normal' },
};

/** "Antibiotic?" above "yes" in the row of a medicine: it is one, or is none. */
function memberByAnswer(
  cell: AnalyzedBlock,
  asking: number,
  named: number,
  isSo: boolean,
  discourse: Discourse,
  terminology: Terminology,
): readonly Claim[] {
  const [medicines] = mattersOf(terminology);
  const [question, row] = [asking, named].map((block) =>
    discourse.sentences[block]!.flatMap(({ elements }) => elements),
  );
  const groups = question!.filter(medicines!.isGroup);
  const things = row!.filter(medicines!.isThing);
  const isPlain = question!.every((element) => medicines!.isGroup(element) || ASKS_WHETHER.has(element.norm));
  if (groups.length !== 1 || things.length !== 1 || !isPlain) return [];
  const [object, subject] = [groups[0]!, things[0]!].map(({ mention }) => partyOf(mention!));
  const claimed = { block: cell.index, span: cell.sentences[0]!.span, form: 'answer in a cell' };
  const claim = classClaim(subject!, object!, claimed);
  return [isSo ? claim : { ...claim, polarity: 'denied' }];
}

const ASKS_WHETHER = new Set('? a an is it one the of'.split(' '));

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
      ...saidIn(cell, span),
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
const YES = new Set(['yes', '✓', '✔', '✅', 'y', 'true', '☑']);
const NO = new Set(['no', '✗', '✘', '❌', 'n', '–', '☒']);
const DENIES = new Set('not no never without free avoid myth true false'.split(' '));

/** What the writer says in a cell, with the words of a stretch of it. */
function saidIn(cell: AnalyzedBlock, span: ProseSpan): Omit<Claim, 'relation' | 'subject'> {
  return {
    object: { text: cell.text.slice(span.start, span.end), block: cell.index, span },
    polarity: 'asserted',
    attribution: 'writer',
    weak: false,
    block: cell.index,
    span,
    form: 'answer in a cell',
  };
}
