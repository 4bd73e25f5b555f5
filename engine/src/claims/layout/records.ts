import type { AnalyzedBlock } from '../../document.js';
import type { Terminology } from '../../terminology/terminology.js';
import { attributionOf } from '../attribution/attribution.js';
import { mattersOf } from '../classes/class-announced.js';
import { classClaim } from '../classes/class-claim.js';
import type { Claim, ClaimParty } from '../claim.js';
import { claimsOfDescription, describedIn } from '../types/descriptions.js';
import { partyOf, type Discourse } from '../subjects/discourse.js';
import type { Element, SentenceElements } from '../sentences/elements.js';

/**
 * Reads forms and cards, whose lines belong to one thing: "Type: idiopathic" and "Cause: juvenile dermatomyositis" of one
 * patient, "Drug class: antibiotic" and "Example: alendronate", the front and the back of a card.
 *
 * @param known what other readers have read; the same is not claimed twice
 */
export function readRecords(
  blocks: readonly AnalyzedBlock[],
  discourse: Discourse,
  terminology: Terminology,
  known: readonly Claim[],
): readonly Claim[] {
  const claims: Claim[] = [];
  for (const record of recordsIn(blocks, discourse)) {
    if (record.some(({ label }) => label.some((word) => SETS_APART.has(word)))) continue;
    claims.push(...ofClass(record, terminology));
    if (discourse.namesTypes) claims.push(...ofType(record, terminology));
  }
  return claims.filter((claim) => !known.some((other) => isSame(claim, other)));
}

function isSame(claim: Claim, other: Claim): boolean {
  return (
    other.relation === claim.relation &&
    other.block === claim.block &&
    other.object.span.start < claim.object.span.end &&
    claim.object.span.start < other.object.span.end
  );
}

/** A line of a record: "Underlying disease: lupus". */
interface Field {
  readonly label: readonly string[];
  readonly sentence: SentenceElements;
  /** Index of the element behind the colon. */
  readonly from: number;
}

/** Lines with a label each that stand one below the other; a label that comes again opens the next record. */
function recordsIn(blocks: readonly AnalyzedBlock[], discourse: Discourse): readonly (readonly Field[])[] {
  const records: Field[][] = [];
  let open: Field[] = [];
  let before: AnalyzedBlock | undefined;
  const close = (): void => {
    if (open.length > 1) records.push(open);
    open = [];
  };
  for (const block of blocks) {
    if (!LINES.has(block.kind) || (before !== undefined && !goesOn(before, block))) close();
    before = block;
    if (!LINES.has(block.kind)) continue;
    for (const sentence of discourse.sentences[block.index]!) {
      const field = fieldOf(sentence);
      const isNext = field !== undefined && open.some(({ label }) => label.join(' ') === field.label.join(' '));
      if (field === undefined || isNext) close();
      if (field !== undefined) open.push(field);
    }
  }
  close();
  return records;
}

function goesOn(before: AnalyzedBlock, { list, headings, quoted }: AnalyzedBlock): boolean {
  return (
    before.list?.list === list?.list &&
    before.list?.parentItem === list?.parentItem &&
    before.quoted === quoted &&
    before.headings[before.headings.length - 1] === headings[headings.length - 1]
  );
}

function fieldOf(sentence: SentenceElements): Field | undefined {
  const { elements } = sentence;
  const colon = elements.findIndex(({ norm }) => norm === ':');
  if (colon < 1 || colon > LONGEST_LABEL || colon === elements.length - 1 || elements.length > LONGEST) {
    return undefined;
  }
  const label = elements.slice(0, colon).flatMap(({ norm, kind }) => (kind === 'mark' ? [] : norm.split(' ')));
  return { label, sentence, from: colon + 1 };
}

function ofClass(record: readonly Field[], terminology: Terminology): readonly Claim[] {
  const [matter] = mattersOf(terminology);
  // "Drug class: antibiotic" names no drug.
  const others = record.filter(({ label }) => !label.some((word) => CLASSES.has(word)));
  const named = onlyField(others, NAMES, matter!.isThing);
  const group = onlyField(record, CLASSES, matter!.isGroup);
  if (named === undefined || group === undefined || named.field === group.field) return NONE;
  const last = named.field.sentence.block.index > group.field.sentence.block.index ? named : group;
  const { block } = last.field.sentence;
  return [
    classClaim(partyOf(named.element.mention!), partyOf(group.element.mention!), {
      block: block.index,
      span: last.element.span,
      form: 'record',
    }),
  ];
}

/** The one field of a sort whose value is one thing and hardly anything else. */
function onlyField(
  record: readonly Field[],
  labels: ReadonlySet<string>,
  is: (element: Element) => boolean,
): { readonly field: Field; readonly element: Element } | undefined {
  const fields = record.filter(({ label }) => label.some((word) => labels.has(word)));
  const [field, ...others] = fields;
  if (field === undefined || others.length > 0 || attributionOf(field.sentence) !== 'writer') return undefined;
  const value = field.sentence.elements.slice(field.from);
  if (value.length > LONGEST_NAME || value.some(({ norm }) => LEAVES_OPEN.has(norm))) return undefined;
  const things = value.filter(is);
  return things.length === 1 ? { field, element: things[0]! } : undefined;
}

function ofType(record: readonly Field[], terminology: Terminology): readonly Claim[] {
  const isType = ({ mention }: Element): boolean => terminology.memberOf(mention?.conceptId ?? '') !== undefined;
  const named = onlyField(record, TYPES, isType);
  if (named === undefined) return NONE;
  const type: ClaimParty = partyOf(named.element.mention!);
  return record.flatMap(({ label, sentence, from }): readonly Claim[] => {
    if (sentence === named.field.sentence || attributionOf(sentence) !== 'writer') return NONE;
    const { elements, block } = sentence;
    if (elements.some((element) => isType(element) || LEAVES_OPEN.has(element.norm))) return NONE;
    const ofCause = label.some((word) => CAUSES.has(word));
    const ofState = label.some((word) => STATES.has(word));
    if (!ofCause && !ofState) return NONE;
    const said = describedIn(sentence, ofState && !ofCause ? 0 : from, elements.length, terminology);
    const claimed = { block: block.index, span: sentence.sentence.span, form: 'record' };
    return claimsOfDescription(type, said, claimed, terminology).map((claim) => ({
      ...claim,
      // Under "Cause" stands the cause, and nothing that is only met beside it.
      ...(ofCause && claim.relation === 'associated-with' ? { relation: 'caused-by' as const, weak: false } : {}),
      span: claim.object.span,
    }));
  });
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));
const NONE: readonly never[] = [];
const LINES: ReadonlySet<string> = new Set(['paragraph', 'list-item']);
/** In elements. */
const LONGEST_LABEL = 4;
const LONGEST_NAME = 6;
const LONGEST = 30;
const NAMES = words('name drug medicine medication example generic substance product agent tablet front');
const CLASSES = words('class family group category belongs back');
const TYPES = words('type diagnosis form classification category kind front term word');
const CAUSES = words('cause background underlying trigger reason origin behind due back meaning means');
const STATES = words('tissue skin calcium phosphate labs lab blood chemistry levels bloods back meaning means');
/** What the lines of such a record say was thought, or is said of something else. */
const SETS_APART = words(
  'not no previous former old wrong first initial provisional working referral suspected guess guessed draft myth claim before instead mistake differential interactions interacts avoid stop exclude excluded unlike',
);
const LEAVES_OPEN = words(
  'or possible possibly probable probably suspected unclear unlikely maybe perhaps not no vs versus ?',
);
