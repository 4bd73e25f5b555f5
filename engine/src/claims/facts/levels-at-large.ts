import type { Terminology } from '../../terminology/terminology.js';
import { proseSpan } from '../../text/span.js';
import type { Claim, ClaimParty } from '../claim.js';
import type { Clause } from '../sentences/clauses.js';
import type { Discourse } from '../subjects/discourse.js';
import type { Element, SentenceElements } from '../sentences/elements.js';
import { mayStateFact } from './fact-subjects.js';
import { levelFact } from '../contradictions/level-contradiction.js';
import { isDoneByCare, isOfAnotherForm } from '../subjects/said-of.js';
import { LEAVES_OPEN } from './at-large-words.js';
import { SubjectsAtLarge, type SaidWords } from './subjects-at-large.js';

/**
 * Reads the blood levels of diseases wherever a clause states them: "hypocalcemia from a gland that overworks". What is
 * told apart by its levels, the types of calcinosis, has readers of its own.
 *
 * @param read what other readers found in the clause, which is not read once more
 */
export function readLevelsAtLarge(
  sentence: SentenceElements,
  clause: Clause,
  discourse: Discourse,
  terminology: Terminology,
  read: readonly Claim[],
): readonly Claim[] {
  if (!mayStateFact(sentence, clause)) return NONE;
  let reader: LevelReader | undefined;
  for (let at = clause.start; at < clause.end; at++) {
    const level = levelAt(sentence.elements[at]!, terminology);
    if (level === undefined) continue;
    reader ??= new LevelReader(sentence, clause, discourse, terminology);
    reader.readLevel(at, level, read);
  }
  return reader?.claims ?? NONE;
}

const NONE: readonly never[] = [];

interface Level {
  readonly value: string;
  readonly analyte: NonNullable<Claim['analyte']>;
}

/** What a phrase states, or what a finding is by its name: hypocalcemia is low calcium. */
function levelAt({ phrase, mention }: Element, terminology: Terminology): Level | undefined {
  if (phrase?.level !== undefined && phrase.analyte !== undefined) {
    return phrase.denied === true ? undefined : { value: phrase.level, analyte: phrase.analyte };
  }
  const id = mention?.conceptId;
  if (id === undefined || terminology.concept(id)!.kind !== 'lab-finding') return undefined;
  for (const analyte of ['calcium', 'phosphate'] as const) {
    const fact = terminology.facts(id, 'level').find((one) => one.analyte === analyte && !one.denied);
    const value = fact?.value;
    if (value === 'high' || value === 'low') return { value, analyte };
  }
  return undefined;
}

class LevelReader extends SubjectsAtLarge {
  readLevel(at: number, level: Level, read: readonly Claim[]): void {
    const { block } = this.sentence;
    const { span } = this.elements[at]!;
    const isRead = read.some(
      (one) =>
        one.relation === 'level' &&
        one.block === block.index &&
        one.object.span.start < span.end &&
        span.start < one.object.span.end,
    );
    if (isRead || this.#isCause(at) || isOfAnotherForm(this.elements, this.clause.start, at)) return;
    const said: SaidWords = { first: at, last: at, covers: (index) => index === at };
    const has = (id: string) => this.#hasLevel(id, level);
    const subject = this.subjectAtLarge(has, said);
    if (subject === undefined || this.isLeftOpen(said, LEAVES_OPEN)) return;
    if (isDoneByCare(this.elements.slice(this.clause.start, this.clause.end), this.terminology)) return;
    this.#push(subject, level, at);
  }

  /** "follows low calcium", "is treated because calcium is high": where it comes from, not how it shows. */
  #isCause(at: number): boolean {
    const from = Math.max(this.clause.start, at - 6);
    return this.elements
      .slice(from, at)
      .some(
        ({ norm }, index) =>
          (LEADS_UP.has(norm) && !(norm === 'by' && SHOWN.has(this.elements[from + index - 1]?.norm ?? ''))) ||
          (norm === 'from' && !SUFFERS.has(this.elements[from + index - 1]?.norm ?? '')),
      );
  }

  #hasLevel(id: string, { analyte }: Level): boolean {
    const kind = this.kindOf(id);
    if (kind !== 'disease' || this.terminology.memberOf(id) !== undefined) return false;
    if (analyte === 'calcium' || analyte === 'phosphate') return levelFact(id, analyte, this.terminology) !== undefined;
    return ['calcium', 'phosphate'].some((one) => levelFact(id, one, this.terminology) !== undefined);
  }

  #push(subject: ClaimParty, level: Level, at: number): void {
    const { block, sentence } = this.sentence;
    const { span } = this.elements[at]!;
    const here =
      subject.block === block.index && subject.span.start >= sentence.span.start && block.table === undefined;
    const start = here ? Math.min(subject.span.start, span.start) : span.start;
    const end = here ? Math.max(subject.span.end, span.end) : span.end;
    this.claims.push({
      relation: 'level',
      subject,
      object: { text: block.text.slice(span.start, span.end), block: block.index, span },
      ...level,
      polarity: 'asserted',
      attribution: this.clause.attribution,
      weak: false,
      block: block.index,
      span: proseSpan(start, end),
      form: 'level at large',
    });
  }
}

const LEADS_UP = new Set(
  'follows follow after response respond responds answer answers reaction because since against correct corrects when if until treat treats treated treating brought by prevent prevents secondary'.split(
    ' ',
  ),
);
/** "shows itself by low calcium", "is recognized by a high level": by what it is known. */
const SHOWN = new Set(
  'itself marked characterized characterised recognized recognised told betrayed accompanied known revealed diagnosed followed defined'.split(
    ' ',
  ),
);
const SUFFERS = new Set(['suffer', 'suffers', 'suffering']);
