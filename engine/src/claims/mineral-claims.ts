import type { Terminology } from '../terminology/terminology.js';
import { contains, proseSpan } from '../text/span.js';
import { AttributeSubjects, REVERSES } from './attribute-subjects.js';
import type { Claim } from './claim.js';
import { isHypothetical, type Clause } from './clauses.js';
import { levelFact } from './level-contradiction.js';
import { partyOf, type Discourse } from './discourse.js';
import type { SentenceElements } from './elements.js';
import { oncePerConcept } from './once-per-concept.js';
import { levelsIn, negationsIn } from './state-readings.js';
import { mayState, unitsOf, type Unit } from './state-units.js';

type Analyte = 'calcium' | 'phosphate';

/** The respects that say which way a thing moves a mineral of the blood. */
const WAYS: Readonly<Record<Analyte, string>> = { calcium: 'way-of-calcium', phosphate: 'way-of-phosphate' };

/**
 * Reads which way a clause says that a disease, a hormone or a vitamin moves calcium or phosphate in the blood, or which
 * level it comes with: "kidney failure lowers phosphate", "people with kidney failure have too little phosphate". Types
 * are read with the other states.
 */
export function readMinerals(
  sentence: SentenceElements,
  clause: Clause,
  discourse: Discourse,
  terminology: Terminology,
): readonly Claim[] {
  if (sentence.isQuestion || clause.attribution !== 'writer' || clause.end - clause.start > LONGEST) return [];
  const { elements } = sentence;
  let known = false;
  for (let at = clause.start; at < clause.end; at++) {
    const id = elements[at]!.mention?.conceptId;
    if (id === undefined) continue;
    if (terminology.memberOf(id) !== undefined) return [];
    known ||= movesMineral(id, terminology);
  }
  if (!known || !mayMove(sentence, clause)) return [];
  const reader = new MineralReader(sentence, clause, discourse, terminology);
  reader.read();
  return reader.claims;
}

function mayMove({ elements, block }: SentenceElements, { start, end }: Clause): boolean {
  if (mayState(elements, start, end)) return true;
  const first = elements[start]?.firstToken ?? 0;
  return block.tokens.slice(first, elements[end - 1]?.endToken ?? first).some(({ norm }) => MOVES.has(norm));
}

/** It is known which way it moves a mineral. */
const movesMineral = oncePerConcept((id: string, terminology: Terminology): boolean => {
  if (terminology.concept(id)!.kind === 'lab-finding') return false;
  return (['calcium', 'phosphate'] as const).some(
    (analyte) =>
      levelFact(id, analyte, terminology) !== undefined || terminology.heldAttribute(id, WAYS[analyte]) !== undefined,
  );
});

interface Movement {
  readonly analyte: Analyte;
  readonly level: 'high' | 'low';
  /** A verb moves it, whose subject does so. */
  readonly byVerb: boolean;
  /** Indexes of units. */
  readonly from: number;
  readonly to: number;
}

class MineralReader extends AttributeSubjects {
  read(): void {
    const { start, end } = this.clause;
    const own = this.elements.slice(start, end);
    if (own.some(({ norm }) => LEAVES_OPEN.has(norm))) return;
    if (isHypothetical(this.elements, this.clause, end)) return;
    const subject = this.#subject();
    if (subject === undefined) return;
    const id = subject.mention!.conceptId!;
    const at = this.elements.indexOf(subject);
    // "too little parathyroid hormone", "without vitamin D": the opposite of what it does.
    if (this.elements.slice(Math.max(start, at - 3), at).some(({ norm }) => REVERSES.has(norm) || AGAINST.has(norm))) {
      return;
    }
    const units = unitsOf(this.sentence, start, end, this.terminology);
    const isDisease = DISEASES.has(this.terminology.concept(id)!.kind);
    for (const movement of movementsIn(units)) {
      // What a hormone comes with is often what it is released for; what it does, it does as a subject.
      const verb = this.elements.indexOf(units[movement.from]!.element);
      const between = this.elements.slice(at + 1, verb);
      // "vitamin D deficiency lowers", "hyperparathyroidism caused by low calcium": said of something else, or the other way.
      if (between.some(({ norm }) => REVERSES.has(norm) || TURNS.has(norm))) continue;
      const acts = movement.byVerb && at < verb && this.isSubject(at, verb) && !this.isAside(at);
      if (acts || (isDisease && !movement.byVerb)) this.#claim(id, subject.mention!, movement, units);
    }
  }

  /** The one thing in the clause of which it is known how it moves a mineral; none where another one could do it. */
  #subject() {
    const { start, end } = this.clause;
    let found: SentenceElements['elements'][number] | undefined;
    for (const element of this.elements.slice(start, end)) {
      const id = element.mention?.conceptId;
      if (id === undefined) continue;
      if (this.terminology.memberOf(id) !== undefined) return undefined;
      if (movesMineral(id, this.terminology)) {
        if (found !== undefined && found.mention!.conceptId !== id) return undefined;
        found ??= element;
      } else if (OTHERS.has(this.terminology.concept(id)!.kind)) return undefined;
    }
    return found;
  }

  #claim(
    id: string,
    mention: NonNullable<SentenceElements['elements'][number]['mention']>,
    movement: Movement,
    units: readonly Unit[],
  ): void {
    const { analyte, level } = movement;
    const isLevel = levelFact(id, analyte, this.terminology) !== undefined;
    if (!isLevel && this.terminology.heldAttribute(id, WAYS[analyte]) === undefined) return;
    const { block, sentence } = this.sentence;
    const subject = partyOf(mention);
    const first = units[movement.from]!.element.span;
    const last = units[movement.to]!.element.span;
    const span = proseSpan(first.start, Math.max(first.end, last.end));
    const here = contains(sentence.span, subject.span);
    this.claims.push({
      relation: isLevel ? 'level' : 'has',
      subject,
      object: { text: block.text.slice(span.start, span.end), block: block.index, span },
      value: level,
      ...(isLevel ? { analyte } : { attribute: WAYS[analyte] }),
      polarity: 'asserted',
      attribution: this.clause.attribution,
      weak: false,
      block: block.index,
      span: here ? proseSpan(Math.min(subject.span.start, span.start), Math.max(subject.span.end, span.end)) : span,
      form: 'mineral',
    });
  }
}

/** Levels that are stated, and what a verb does to a mineral behind it: "lowers calcium", "brings phosphate down". */
function movementsIn(units: readonly Unit[]): Movement[] {
  const found: Movement[] = [];
  for (const { analyte, value, from, to } of levelsIn(units)) {
    if (value !== 'high' && value !== 'low') continue;
    for (const one of ['calcium', 'phosphate'] as const) {
      if (analyte === one || analyte === 'both') found.push({ analyte: one, level: value, byVerb: false, from, to });
    }
  }
  units.forEach(({ norm }, at) => {
    const level = LOWERS.has(norm) ? 'low' : RAISES.has(norm) ? 'high' : directionBehind(units, at);
    if (level === undefined || negationsIn(units, at - 4, at) > 0) return;
    for (let to = at + 1; to <= at + 6 && to < units.length; to++) {
      const { kinds, mark, isContent, isOther } = units[to]!;
      if (mark !== undefined || isContent || isOther) return;
      const analyte = kinds.has('calcium') ? 'calcium' : kinds.has('phosphate') ? 'phosphate' : undefined;
      if (analyte === undefined) continue;
      const next = units[to + 1];
      // "lowers calcium intake", "raises calcium in the urine"
      const isElsewhere = units.slice(to + 1, to + 5).some((unit) => ELSEWHERE.has(unit.norm));
      const isDirected = next?.norm === 'down' || next?.norm === 'up';
      if ((isDirected || next?.isContent !== true) && !isElsewhere && !found.some((one) => one.analyte === analyte)) {
        found.push({ analyte, level, byVerb: true, from: at, to });
      }
      return;
    }
  });
  return found;
}

/** "brings phosphate down", "drives calcium up" */
function directionBehind(units: readonly Unit[], at: number): 'high' | 'low' | undefined {
  if (!CARRIES.test(units[at]!.norm)) return undefined;
  const behind = units.slice(at + 1, at + 8).map(({ norm }) => norm);
  if (behind.includes('down')) return 'low';
  return behind.includes('up') ? 'high' : undefined;
}

const LONGEST = 32;
const TURNS = new Set(
  'deficiency deficient insufficiency receptor receptors blocker blockers inhibitor inhibitors antagonist antagonists binder binders caused due because response triggered provoked set by from secondary lack withdrawal medicine medicines drug drugs treatments pill pills'.split(
    ' ',
  ),
);
const DISEASES = new Set(['disease', 'form', 'cause']);
const CARRIES = /^(?:bring|push|drive|pull|put|send|force)s?$|^(?:brought|pushed|drove|pulled|sent)$/u;
const LOWERS = new Set(
  'lower lowers lowered reduce reduces reduced decrease decreases decreased depress depresses deplete depletes'.split(
    ' ',
  ),
);
const RAISES = new Set('raise raises raised increase increases increased elevate elevates boosts boost'.split(' '));
const MOVES = new Set([...LOWERS, ...RAISES, ...'bring brings push pushes drive drives send sends'.split(' ')]);
const ELSEWHERE = new Set(
  'urine gut food diet intake stool bones bone cells tablets uptake absorption loss losses excretion reabsorption binders'.split(
    ' ',
  ),
);
const AGAINST = new Set(
  'against anti blocks block blocking counter counters inhibits inhibiting missing corrects low'.split(' '),
);
const OTHERS = new Set([
  'disease',
  'form',
  'drug',
  'drug-class',
  'procedure',
  'cause',
  'complication',
  'device',
  'substance',
  'protein',
]);
const LEAVES_OPEN = new Set(
  'may might could can sometimes occasionally some few rarely seldom if unless whether treatment treated therapy treat treats diet intake dose doses eventually later initially early until again aim aims target should must than also but not normal overtreatment operation surgery after once before while because tries try unlike although despite risk'.split(
    ' ',
  ),
);
