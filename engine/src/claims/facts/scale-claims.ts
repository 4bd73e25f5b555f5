import type { AttributeScale, Terminology } from '../../terminology/terminology.js';
import { proseSpan } from '../../text/span.js';
import { matchPlaces } from '../phrases/attribute-match.js';
import type { Claim, ClaimParty } from '../claim.js';
import type { Clause } from '../sentences/clauses.js';
import type { Discourse } from '../subjects/discourse.js';
import { lastTokenOf, type SentenceElements } from '../sentences/elements.js';
import { mayStateFact } from './fact-subjects.js';
import { matchesBetween } from '../phrases/phrase-matches.js';
import { isDoneByCare } from '../subjects/said-of.js';
import {
  RISES,
  DROPS,
  ANSWERS,
  RAISES,
  LOWERS,
  MOVES,
  UP,
  DOWN,
  CLIMBS,
  SINKS,
  LEFT_OPEN,
  GOES,
  HIGH,
  LOW,
  BEFORE_VERBS,
  COPULAS,
  FORCES,
  STOPS,
  CONDITIONS,
  NOT_AMOUNTS,
  ELSEWHERE,
  COMES_OF,
  GONE,
} from './scale-words.js';
import { COMPARES, RESULTS } from './at-large-words.js';
import { SubjectsAtLarge } from './subjects-at-large.js';

/**
 * Reads which way a thing moves a quantity: "drives the calcium in the blood down", "so that phosphate builds up". The
 * quantities and what holds are data (`scale` of an attribute); which words go up and which go down is read here.
 */
export function readScales(
  sentence: SentenceElements,
  clause: Clause,
  discourse: Discourse,
  terminology: Terminology,
): readonly Claim[] {
  if (!mayStateFact(sentence, clause)) return NONE;
  const { elements, block } = sentence;
  const near = discourse.attributes.near(block.index);
  const end = elements[clause.end - 1]!.endToken;
  let reader: ScaleReader | undefined;
  const first = elements[clause.start]!.firstToken;
  for (const { phrase, at, to } of matchesBetween(discourse.phrasesIn(block.index).scale, block.tokens, first, end)) {
    if (phrase.standFor.length === 0 && !near.has(phrase.attribute)) continue;
    reader ??= new ScaleReader(sentence, clause, discourse, terminology);
    reader.readQuantity(phrase, at, to);
  }
  return reader?.claims ?? NONE;
}

const NONE: readonly never[] = [];

type Direction = 'up' | 'down';

interface Movement {
  readonly direction: Direction;
  /** Index of the first element, and behind the last one. */
  readonly first: number;
  readonly last: number;
}

class ScaleReader extends SubjectsAtLarge {
  readonly #read = new Set<string>();

  /** @param from first token of the quantity, `to` the one behind its last */
  readQuantity(scale: AttributeScale, from: number, to: number): void {
    const at = this.elementAt(from);
    const behind = this.elementFrom(to, at);
    const end = behind < 0 ? this.clause.end : behind;
    // "the dose of the calcium channel blocker": the words belong to a longer name.
    const { mentions } = this.sentence.block;
    if (mentions.some((one) => one.firstToken <= from && to < one.endToken)) return;
    if (at < 0 || NOT_AMOUNTS.has(this.elements[end]?.norm ?? '') || this.#isElsewhere(end)) return;
    // "lowers the excretion of calcium": not the calcium itself.
    if (this.elements[at - 1]?.norm === 'of' && NOT_AMOUNTS.has(this.elements[at - 2]?.norm ?? '')) return;
    const moves = this.#movesLevel(at, end) ?? this.#moves(at, end) ?? this.#bringsAbout(at, end);
    const moved =
      moves ?? this.#levelReached(scale, at, end) ?? this.#becomes(scale, at, end) ?? this.#becomesAfter(end);
    if (moved === undefined) return;
    const { direction, first } = moved;
    const near = this.#mover(scale, first, at);
    const isNear =
      near !== undefined && !(moves !== undefined && this.#isScene(near)) && !this.leavesOpen(at, first, at, false);
    const isMoved = moves !== undefined || scale.states;
    const subject = isNear ? near : isMoved ? this.#moverAtLarge(scale, moved, at, end) : undefined;
    if (subject === undefined || (!isNear && moves !== undefined && this.#isScene(subject))) return;
    if (this.kindOf(subject.conceptId) === 'disease' && this.#isCared(at)) return;
    if (this.#isGone(subject) || (moves === undefined && !scale.states && this.#happensAlone(subject, at))) return;
    const value = direction === 'up' ? scale.up : scale.down;
    const key = `${scale.attribute} ${subject.block} ${subject.span.start}`;
    if (this.#read.has(key)) return;
    this.#read.add(key);
    const start = Math.min(this.elements[first]!.span.start, this.elements[at]!.span.start);
    const span = proseSpan(start, this.elements[Math.max(end, moved.last) - 1]!.span.end);
    this.state({ attribute: scale.attribute, value, form: 'scale' }, subject, span, first);
  }

  /** "raises the calcium", "drives the calcium in the blood down": a verb before the quantity. */
  #moves(at: number, end: number): Movement | undefined {
    for (let index = at - 1; index >= Math.max(this.clause.start, at - 6); index--) {
      const { norm, mention, kind } = this.elements[index]!;
      if (RAISES.has(norm)) return { direction: 'up', first: index, last: end };
      if (LOWERS.has(norm)) return { direction: 'down', first: index, last: end };
      if (MOVES.has(norm)) {
        const particle = this.#directionBehind(end) ?? this.#directionBetween(index + 1, at);
        return particle === undefined
          ? undefined
          : { direction: particle.direction, first: index, last: particle.at + 1 };
      }
      if (kind === 'mark' || STOPS.has(norm) || mention?.conceptId !== undefined) return undefined;
    }
    return undefined;
  }

  /** "FGF23 is cut up and phosphate rises": what comes of its loss is not what it does. */
  #isGone({ block, span }: ClaimParty): boolean {
    if (block !== this.sentence.block.index) return false;
    const own = this.elements.findIndex((element) => element.span.start === span.start);
    return own >= 0 && this.elements.slice(own + 1, own + 4).some(({ norm }) => GONE.has(norm));
  }

  /** "Calcium drops; the hormone then …": what goes before the hormone's work, where nothing says that it comes of it. */
  #happensAlone({ block, span }: ClaimParty, at: number): boolean {
    const { sentence } = this.sentence;
    const isHere = block === this.sentence.block.index && sentence.span.start <= span.start;
    return !isHere && this.elements.slice(0, at).every(({ norm }) => !COMES_OF.has(norm));
  }

  /** In a disease, what care does to the quantity is not what the disease does. */
  #isCared(at: number): boolean {
    return isDoneByCare(this.elements.slice(this.clause.start, at), this.terminology);
  }

  /** Whatever stands between: the thing that the clause names beside the quantity, or goes on about. */
  #moverAtLarge(
    { attribute }: AttributeScale,
    { first, last }: Movement,
    at: number,
    end: number,
  ): ClaimParty | undefined {
    const from = Math.min(first, at);
    const to = Math.max(last, end) - 1;
    const said = { first: from, last: to, covers: (index: number) => index >= from && index <= to };
    return this.isLeftOpen(said, COMPARES) ? undefined : this.subjectAtLarge((id) => this.holds(id, attribute), said);
  }

  /** "a rise in calcium", "a shortage of phosphate": a noun before the quantity, which is no answer to one. */
  #bringsAbout(at: number, end: number): Movement | undefined {
    const { norm: link } = this.elements[at - 1] ?? { norm: '' };
    for (let index = at - 1; index >= Math.max(this.clause.start, at - 5); index--) {
      const { norm, mention } = this.elements[index]!;
      const direction = RISES.has(norm) ? 'up' : DROPS.has(norm) ? 'down' : undefined;
      if (direction !== undefined) {
        const before = this.elements.slice(Math.max(this.clause.start, index - 4), index);
        return ['in', 'of', 'the', 'blood', 'serum'].includes(link) && !before.some((one) => ANSWERS.has(one.norm))
          ? { direction, first: index, last: end }
          : undefined;
      }
      if (mention !== undefined || STOPS.has(norm)) return undefined;
    }
    return undefined;
  }

  /** "brings the level of calcium in the blood down": what is read as a level as a whole. */
  #movesLevel(at: number, end: number): Movement | undefined {
    const direction = this.#directionOf(at);
    if (direction === undefined) return undefined;
    // "to lower calcium": the degree is the verb.
    const { norm } = this.sentence.block.tokens[this.elements[at]!.firstToken]!;
    const before = this.elements[at - 1]?.norm ?? '';
    if ((RAISES.has(norm) || LOWERS.has(norm)) && BEFORE_VERBS.has(before)) return { direction, first: at, last: end };
    for (let index = at - 1; index >= Math.max(this.clause.start, at - 3); index--) {
      const { norm, kind } = this.elements[index]!;
      if (MOVES.has(norm)) return { direction, first: index, last: end };
      if (kind === 'mark' || STOPS.has(norm)) return undefined;
    }
    return undefined;
  }

  /** "the level of phosphate sinks", read as a whole. */
  #levelReached(scale: AttributeScale, at: number, end: number): Movement | undefined {
    const direction = this.#directionOf(at);
    if (direction === undefined || this.#isCondition(at)) return undefined;
    const last = lastTokenOf(this.sentence.block, this.elements[at]!)?.norm ?? '';
    return scale.states || CLIMBS.has(last) || SINKS.has(last) ? { direction, first: at, last: end } : undefined;
  }

  #directionOf(at: number): Direction | undefined {
    const phrase = this.elements[at]!.phrase;
    if (phrase?.kind !== 'level' || phrase.denied === true) return undefined;
    const { tokens } = this.sentence.block;
    const { firstToken, endToken } = this.elements[at]!;
    if (tokens.slice(firstToken, endToken).some(({ norm }) => LEFT_OPEN.has(norm))) return undefined;
    return phrase.level === 'high' ? 'up' : phrase.level === 'low' ? 'down' : undefined;
  }

  /** "… up", "… down", "… to rise", "… fall" behind the quantity. */
  #directionBehind(end: number): { direction: Direction; at: number } | undefined {
    for (let index = end; index < Math.min(end + 6, this.clause.end); index++) {
      const { norm, kind } = this.elements[index]!;
      if (UP.has(norm) || CLIMBS.has(norm)) return { direction: 'up', at: index };
      if (DOWN.has(norm) || SINKS.has(norm)) return { direction: 'down', at: index };
      if (kind === 'mark' || STOPS.has(norm)) return undefined;
    }
    return undefined;
  }

  #directionBetween(from: number, to: number): { direction: Direction; at: number } | undefined {
    for (let index = from; index < to; index++) {
      const { norm } = this.elements[index]!;
      if (UP.has(norm)) return { direction: 'up', at: index };
      if (DOWN.has(norm)) return { direction: 'down', at: index };
    }
    return undefined;
  }

  /** "the calcium falls", "so the level climbs": the quantity moves, which follows from the thing. */
  #becomes(scale: AttributeScale, at: number, end: number): Movement | undefined {
    if (this.#isCondition(at)) return undefined;
    for (let index = end; index < Math.min(end + 5, this.clause.end); index++) {
      const { norm, kind } = this.elements[index]!;
      const particle = GOES.has(norm) ? (this.elements[index + 1]?.norm ?? '') : '';
      if (UP.has(particle) || DOWN.has(particle)) {
        return { direction: UP.has(particle) ? 'up' : 'down', first: at, last: index + 2 };
      }
      if (CLIMBS.has(norm) || SINKS.has(norm)) {
        return { direction: CLIMBS.has(norm) ? 'up' : 'down', first: at, last: index + 1 };
      }
      if (scale.states && index > end && (HIGH.has(norm) || LOW.has(norm) || UP.has(norm) || DOWN.has(norm))) {
        return { direction: HIGH.has(norm) || UP.has(norm) ? 'up' : 'down', first: at, last: index + 1 };
      }
      const isRelative = scale.states && norm === 'that' && COPULAS.has(this.elements[index + 1]?.norm ?? '');
      if (!isRelative && (kind === 'mark' || STOPS.has(norm))) return undefined;
    }
    return undefined;
  }

  /** "They cannot pass phosphate, so it drops": by the pronoun that stands for the quantity. */
  #becomesAfter(end: number): Movement | undefined {
    for (let index = end + 1; index < this.clause.end - 1; index++) {
      const { norm, mention } = this.elements[index]!;
      if (mention !== undefined || norm === ';') return undefined;
      if (norm !== 'it' || !RESULTS.has(this.elements[index - 1]!.norm)) continue;
      const verb = this.elements[index + 1]!.norm;
      if (!CLIMBS.has(verb) && !SINKS.has(verb)) return undefined;
      return { direction: CLIMBS.has(verb) ? 'up' : 'down', first: index, last: index + 2 };
    }
    return undefined;
  }

  /** "… is released when calcium falls": what sets the thing off, not what comes of it. */
  #isCondition(at: number): boolean {
    for (let index = at - 1; index >= Math.max(this.clause.start, at - 7); index--) {
      const { norm } = this.elements[index]!;
      if (CONDITIONS.has(norm)) return true;
      if (norm === ',' || norm === ';') return false;
    }
    return false;
  }

  /** "calcium in the urine", "phosphate from food": not what the blood holds. */
  #isElsewhere(end: number): boolean {
    const norm = this.elements[end]?.norm ?? '';
    // "the amount of calcium that enters cells"
    if (norm === 'that' || norm === 'which') return !COPULAS.has(this.elements[end + 1]?.norm ?? '');
    if (!['in', 'from', 'into', 'of', 'out'].includes(norm)) return false;
    return this.elements.slice(end + 1, end + 4).some((element) => ELSEWHERE.has(element.norm));
  }

  #mover(scale: AttributeScale, first: number, at: number): ClaimParty | undefined {
    const stoodFor = this.#stoodFor(scale, at);
    if (stoodFor !== undefined) return stoodFor;
    const subject = this.subjectBefore(scale.attribute, first, at);
    if (subject?.block !== this.sentence.block.index) return subject;
    const own = this.elements.findIndex(({ span }) => span.start === subject.span.start);
    // "A medicine against parathyroid hormone lowers calcium" says it of the medicine.
    // "The hormone falls and calcium drops": the thing itself moves.
    const moves = this.elements.slice(own + 1, at).some(({ norm }) => CLIMBS.has(norm) || SINKS.has(norm));
    if (own >= 0 && own < at && moves && first >= at) return undefined;
    const isIt = own < this.clause.start || this.isAppended(own) || this.isSubject(own, first) || this.#isForceOf(own);
    return isIt ? subject : undefined;
  }

  /** "In kidney failure, binders bring phosphate down": where it happens, not what does it. */
  #isScene({ block, span }: ClaimParty): boolean {
    if (block !== this.sentence.block.index) return false;
    const own = this.elements.findIndex((element) => element.span.start === span.start);
    return own > 0 && ['in', 'during', 'with', 'for'].includes(this.elements[own - 1]!.norm);
  }

  /** "Too much vitamin D", "an excess of parathyroid hormone", "giving calcitriol": the thing at work. */
  #isForceOf(own: number): boolean {
    return this.elements.slice(Math.max(this.clause.start, own - 4), own).some(({ norm }) => FORCES.has(norm));
  }

  /** "When the kidneys fail, phosphate …": words that stand for the one thing that has the attribute. */
  #stoodFor(scale: AttributeScale, at: number): ClaimParty | undefined {
    const { block } = this.sentence;
    for (const { places, concept } of scale.standFor) {
      for (let token = this.elements[0]!.firstToken; token < this.elements[at]!.firstToken; token++) {
        const end = matchPlaces(block.tokens, places, token, this.elements[at]!.firstToken);
        if (end <= token) continue;
        const span = proseSpan(block.tokens[token]!.span.start, block.tokens[end - 1]!.span.end);
        return { conceptId: concept, text: block.text.slice(span.start, span.end), block: block.index, span };
      }
    }
    return undefined;
  }
}
