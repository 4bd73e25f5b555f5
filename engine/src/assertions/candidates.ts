import type { Discourse } from '../claims/subjects/discourse.js';
import type { AnalyzedBlock } from '../document.js';
import { proseSpan, type ProseSpan } from '../text/span.js';
import { conceptsIn, type Passage } from './passage.js';
import { phrasesSayable, type Wording } from './phrases-sayable.js';
import type { Statement } from './statements.js';
import { DOES_NOT_HOLD, HOLDS, NOT_KNOWN, type Verdicts, type VerdictTables } from './verdicts.js';

/** A thing and something that does not hold of it, both in one passage: false if the text says it of the thing. */
export interface Candidate {
  /** Index of the thing's item. */
  readonly subject: number;
  /** Indexes of the first and the last item of what would be said of it. */
  readonly from: number;
  readonly to: number;
  readonly statement: Statement;
  readonly wording: Wording | undefined;
  /** More than one statement rests on the same two places. */
  readonly isOneOfSeveral: boolean;
  /** Words there or right beside say something that does hold of the thing. */
  readonly isBesideWhatHolds: boolean;
  /** Indexes of the items of which it is known to hold, and of those of which it does not. */
  readonly holders: readonly number[];
  readonly strangers: readonly number[];
}

/** What the words of a block could say: where it stands, and of what it is false. */
export interface Sayable {
  readonly from: number;
  readonly to: number;
  readonly span: ProseSpan;
  readonly verdicts: Verdicts;
  /** Of something that is named in the passage. */
  readonly isFalseOfSome: boolean;
  /** How the data words it, where a phrase of the data says it. */
  readonly wording?: Wording;
}

/** All that the words of the passage's block could say, truly or falsely, of something that is named in the passage. */
export function sayablesIn(
  passage: Passage,
  block: AnalyzedBlock,
  discourse: Discourse,
  tables: VerdictTables,
): readonly Sayable[] {
  const sayables: Sayable[] = [];
  const concepts = conceptsIn(passage);
  for (let at = passage.from + 1; at < passage.to; at++) {
    const { element, concept } = passage.items[at]!;
    const phrase = element!.phrase;
    if (phrase === undefined && concept < 0) continue;
    const say = (verdicts: Verdicts): void => {
      const found = verdicts.ofSome(concepts);
      if (found === NOT_KNOWN) return;
      const isFalseOfSome = (found & DOES_NOT_HOLD) !== 0;
      sayables.push({ from: at, to: at, span: element!.span, verdicts, isFalseOfSome });
    };
    const { span } = element!;
    if (phrase?.kind === 'level') {
      const text = block.text.slice(span.start, span.end);
      say(tables.of({ relation: 'level', value: phrase.level!, analyte: phrase.analyte! }, text));
    }
    if (phrase?.kind === 'tissue') say(tables.of({ relation: 'tissue', value: phrase.tissue! }));
    if (phrase?.kind === 'unknown-cause') {
      say(tables.of({ relation: 'unknown-cause', ...(phrase.known === true ? { value: 'known' } : {}) }));
    }
    if (concept < 0) continue;
    say(tables.ofClass(concept));
    say(tables.ofCause(concept));
  }
  const counts = (attribute: string, value: string): boolean =>
    tables.ofValue(attribute, value).ofSome(concepts) !== NOT_KNOWN;
  for (const { wording, phrase, from, to } of phrasesSayable(block, discourse, counts)) {
    const verdicts = tables.ofValue(phrase.attribute, phrase.value);
    const first = itemAt(passage, from);
    if (first < 0) continue;
    const last = itemAt(passage, to - 1);
    sayables.push({
      from: first,
      to: last < first ? first : last,
      span: proseSpan(block.tokens[from]!.span.start, block.tokens[to - 1]!.span.end),
      verdicts,
      isFalseOfSome: (verdicts.ofSome(concepts) & DOES_NOT_HOLD) !== 0,
      wording,
    });
  }
  return sayables;
}

function itemAt({ items, from, to }: Passage, token: number): number {
  for (let at = from + 1; at < to; at++) {
    const element = items[at]!.element!;
    if (element.firstToken <= token && token < element.endToken) return at;
  }
  return -1;
}

/**
 * Of each thing named in the passage what the block could falsely say of it; the nearest mention stands for the thing.
 * @param sayables what is asked of
 * @param beside all that the block could say, where not all of it is asked of
 */
export function candidatesIn(
  { items }: Passage,
  sayables: readonly Sayable[],
  beside: readonly Sayable[] = sayables,
): readonly Candidate[] {
  if (!sayables.some(({ isFalseOfSome }) => isFalseOfSome)) return NONE;
  const named: number[] = [];
  for (let at = 0; at < items.length; at++) if (items[at]!.concept >= 0) named.push(at);
  const candidates = new Map<number, Candidate>();
  for (const sayable of sayables) {
    const { from, to, verdicts, isFalseOfSome, wording } = sayable;
    if (!isFalseOfSome) continue;
    const holders: number[] = [];
    const strangers: number[] = [];
    let nearest: Map<number, number> | undefined;
    const distance = (at: number): number => Math.min(Math.abs(at - from), Math.abs(at - to));
    for (const at of named) {
      const { concept } = items[at]!;
      const verdict = at >= from && at <= to ? NOT_KNOWN : verdicts.of(concept);
      if (verdict === HOLDS) holders.push(at);
      if (verdict !== DOES_NOT_HOLD) continue;
      strangers.push(at);
      if (distance(at) > FARTHEST) continue;
      nearest ??= new Map();
      const known = nearest.get(concept);
      if (known === undefined || distance(at) < distance(known)) nearest.set(concept, at);
    }
    if (nearest === undefined) continue;
    for (const subject of nearest.values()) {
      const { concept } = items[subject]!;
      if (isPartOfWhatHolds(sayable, sayables, concept)) continue;
      const key = (subject * PLACES + from) * PLACES + to;
      const known = candidates.get(key);
      const { statement } = verdicts;
      candidates.set(
        key,
        known !== undefined
          ? { ...known, isOneOfSeveral: true }
          : {
              subject,
              from,
              to,
              statement,
              wording,
              isOneOfSeveral: false,
              isBesideWhatHolds: isBesideWhatHolds(beside, from, to, concept),
              holders,
              strangers,
            },
      );
    }
  }
  return [...candidates.values()];
}

/** "Weak blood thinner" of "blood thinner": the longer words say what holds, in the same relation. */
function isPartOfWhatHolds(sayable: Sayable, sayables: readonly Sayable[], concept: number): boolean {
  const { relation } = sayable.verdicts.statement;
  return sayables.some(
    ({ from, to, verdicts }) =>
      from <= sayable.from &&
      sayable.to <= to &&
      verdicts.statement.relation === relation &&
      verdicts.of(concept) === HOLDS,
  );
}

/** "Infliximab belongs to the TNF inhibitors": it blocks TNF. */
function isBesideWhatHolds(sayables: readonly Sayable[], from: number, to: number, concept: number): boolean {
  return sayables.some(
    (other) => other.from <= to + BESIDE && from - BESIDE <= other.to && other.verdicts.of(concept) === HOLDS,
  );
}

/** In items. */
const BESIDE = 2;
const NONE: readonly Candidate[] = [];
/** In items. */
const FARTHEST = 90;
/** More items than a passage has. */
const PLACES = 100_000;
