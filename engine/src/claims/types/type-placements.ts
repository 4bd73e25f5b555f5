import type { AnalyzedBlock } from '../../document.js';
import type { Mention } from '../../mentions/mention.js';
import type { Terminology } from '../../terminology/terminology.js';
import type { Claim, ClaimParty } from '../claim.js';
import { isDenied, type Clause } from '../sentences/clauses.js';
import { opensWithPronoun, partyOf, type Discourse } from '../subjects/discourse.js';
import type { Element, SentenceElements } from '../sentences/elements.js';
import { TYPE_WORDS } from '../sentences/lexicon.js';
import { oncePerConcept } from '../sentences/once-per-concept.js';
import { speaksOfAnotherType } from '../subjects/said-of.js';
import { TypeClauseReader } from './type-clause-reader.js';
import { OPEN } from '../facts/telling-words.js';

const FORM = 'placed under a type';

/**
 * Reads where a form is placed among the types, whatever the construction: "The milia-like form is filed under the
 * metastatic heading", "In the dystrophic drawer you will find scrotal calcinosis". A form and a type stand in one
 * clause with a word for placing, and no word holds the two apart.
 *
 * @param known what other readers have read in the clause; the same is not claimed twice
 */
export function readPlacements(
  sentence: SentenceElements,
  clause: Clause,
  discourse: Discourse,
  terminology: Terminology,
  known: readonly Claim[],
): readonly Claim[] {
  if (sentence.isQuestion || clause.attribution !== 'writer' || sentence.block.table !== undefined) return [];
  if (clause.end - clause.start > LONGEST) return [];
  const reader = new PlacementReader(sentence, clause, discourse, terminology);
  reader.read();
  return reader.claims.filter(
    ({ subject, object }) =>
      !known.some(
        (other) =>
          other.relation === 'is-a' &&
          other.subject.conceptId === subject.conceptId &&
          other.object.conceptId === object.conceptId,
      ),
  );
}

class PlacementReader extends TypeClauseReader {
  read(): void {
    const { start, end } = this.clause;
    const own = this.elements.slice(start, end);
    const types = new Map<string, number>();
    const forms: number[] = [];
    for (let at = start; at < end; at++) {
      const type = this.terminology.memberOf(this.elements[at]!.mention?.conceptId ?? '')?.name;
      if (type !== undefined && !types.has(type)) types.set(type, at);
      if (this.#isForm(this.elements[at]!)) forms.push(at);
    }
    const [at] = types.values();
    if (at === undefined || types.size !== 1) return;
    // ", and by adulthood it has faded without treatment" denies nothing of it.
    const behind = this.elements.findIndex(({ norm }, index) => index > Math.max(at, ...forms) && norm === ',');
    const last = behind < 0 ? end : Math.min(behind, end);
    if (isDenied(this.elements, start, last)) return;
    if (own.slice(0, last - start).some(({ norm }, index) => HOLDS_APART.has(norm) && !isHarmless(own, index))) return;
    const type = partyOf(this.elements[at]!.mention!);
    const labelled = this.#isLabel(at);
    if (forms.length === 0) {
      const carried = this.#isPlacing(own) ? this.#carried() : undefined;
      if (carried !== undefined) this.push(carried, type, { from: start, end: at + 1, form: FORM });
      return;
    }
    if (labelled ? forms.some((form) => form < at) : !this.#isPlacing(own) || forms.length > 1) return;
    for (const form of forms) {
      const subject = partyOf(this.elements[form]!.mention!);
      this.push(subject, type, { from: Math.min(form, at), end: Math.max(form, at) + 1, form: FORM });
    }
  }

  #isForm({ mention }: Element): boolean {
    return mention?.conceptId !== undefined && isFormOfAType(mention.conceptId, this.terminology);
  }

  /** "Metastatic: scrotal calcinosis, …", "metastatic → vulvar calcinosis". */
  #isLabel(at: number): boolean {
    return at <= this.clause.start + 1 && LABELS.has(this.elements[at + 1]?.norm ?? '');
  }

  #isPlacing(own: readonly Element[]): boolean {
    return own.some(({ norm }, at) => {
      if (PLACES.has(norm) || DRAWERS.has(norm)) return true;
      // "Vulvar calcinosis → metastatic"
      return ARROWS.has(norm) && at > 0 && own.length <= SHORT;
    });
  }

  /** "It is filed under …", "This form sits …". */
  #carried(): ClaimParty | undefined {
    const { block, sentenceIndex } = this.sentence;
    const own = this.elements.slice(this.clause.start, this.clause.end);
    if (!opensWithPronoun(own) || speaksOfAnotherType(own, 0)) return undefined;
    const isTopic = (id: string) => isFormOfAType(id, this.terminology) || this.terminology.memberOf(id) !== undefined;
    const topic = this.discourse.topicOf(block.index, sentenceIndex, isTopic);
    return topic !== undefined && isFormOfAType(topic.conceptId!, this.terminology) ? topic : undefined;
  }
}

/** Tables that place forms: "| Metastatic | scrotal calcinosis |" below "Type | Example", or the other way round. */
export function readPlacedCells(
  blocks: readonly AnalyzedBlock[],
  discourse: Discourse,
  terminology: Terminology,
  verdicts: ReadonlySet<number>,
): Claim[] {
  const claims: Claim[] = [];
  const isForm = (id: string) => isFormOfAType(id, terminology);
  const isType = (id: string) => terminology.memberOf(id) !== undefined;
  for (const cell of blocks) {
    const place = cell.table;
    if (place === undefined || place.row === 0 || place.column === 0 || verdicts.has(place.table)) continue;
    if (place.rowHeader === undefined || !asksForPlace(place.columnHeader, blocks)) continue;
    const [mention, ...others] = namedIn(cell.index, discourse);
    const [head, ...beside] = namedIn(place.rowHeader, discourse);
    if (mention === undefined || head === undefined || others.length + beside.length > 0) continue;
    const [own, heading] = [mention.conceptId!, head.conceptId!];
    const isPair = (isForm(own) && isType(heading)) || (isType(own) && isForm(heading));
    if (!isPair || cell.tokens.some(({ norm }) => HOLDS_APART.has(norm) || norm === 'not')) continue;
    const span = cell.sentences[0]!.span;
    const [subject, object] = isForm(own) ? [mention, head] : [head, mention];
    claims.push({
      relation: 'is-a',
      subject: partyOf(subject),
      object: partyOf(object),
      polarity: 'asserted',
      attribution: 'writer',
      weak: false,
      block: cell.index,
      span,
      form: FORM,
    });
  }
  return claims;
}

/** The one concept of each cell, with no more words than a name has. */
function namedIn(block: number, discourse: Discourse): readonly Mention[] {
  const elements = discourse.sentences[block]!.flatMap((sentence) => sentence.elements);
  if (elements.length > LONGEST_CELL) return [];
  return elements.flatMap(({ mention }) => (mention?.conceptId === undefined ? [] : [mention]));
}

function asksForPlace(header: number | undefined, blocks: readonly AnalyzedBlock[]): boolean {
  const words = header === undefined ? [] : blocks[header]!.tokens.map(({ norm }) => norm);
  return words.some((word) => HEADS.has(word) || TYPE_WORDS.has(word)) && !words.some((word) => HOLDS_APART.has(word));
}

/** "like", "also" and the like hold a form and a type apart, but not in "as well as" or "some call". */
function isHarmless(own: readonly Element[], at: number): boolean {
  const { norm } = own[at]!;
  const next = own[at + 1]?.norm ?? '';
  // "you may find", "you would file it"
  return ['may', 'might', 'would', 'could', 'should'].includes(norm) && (PLACES.has(next) || FINDS.has(next));
}

/** A form that sources put under one of the types. */
const isFormOfAType = oncePerConcept((id: string, terminology: Terminology): boolean => {
  if (terminology.concept(id)?.kind !== 'form') return false;
  return [...terminology.ancestors(id)].some((ancestor) => terminology.memberOf(ancestor) !== undefined);
});

/** In elements. */
const LONGEST = 40;
const LONGEST_CELL = 5;
const SHORT = 8;
const PLACES = new Set(
  'belonging belongs belong list lists listed file files filed place places placed group groups grouped class classes classed classify classifies classified rank ranks ranked sort sorts sorted put puts shelve shelves shelved book books booked store stored keep kept stands stand sit sits figure figures count counts counted subsume subsumes subsumed reckon reckons reckoned assign assigns assigned allot allotted lump lumped goes go falls fall find finds enter enters entered tuck tucked pigeonhole pigeonholed'.split(
    ' ',
  ),
);
const DRAWERS = new Set(
  'heading headings drawer drawers chapter rubric box shelf category camp family column section pigeonhole example examples instance instances representative'.split(
    ' ',
  ),
);
const FINDS = new Set('find see meet expect file'.split(' '));
const HEADS = new Set('example examples member members belongs filed group where place heading'.split(' '));
const LABELS = new Set([':', '–', '—', '→', '=']);
const ARROWS = new Set(['→', '=']);
const HOLDS_APART = new Set(
  [...OPEN].concat(
    'some few confused apart against although though despite often old older earlier before differential like cousin history changed moved'.split(
      ' ',
    ),
  ),
);
