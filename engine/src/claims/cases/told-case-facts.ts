import type { Terminology } from '../../terminology/terminology.js';
import { proseSpan } from '../../text/span.js';
import type { Claim, ClaimParty } from '../claim.js';
import { clausesOf } from '../sentences/clauses.js';
import { describedIn, type Described } from '../types/descriptions.js';
import type { SentenceElements } from '../sentences/elements.js';
import { negationsIn } from '../states/state-readings.js';
import { unitsOf, type Unit } from '../states/state-units.js';
import {
  KIN,
  LINKS,
  LOOKED_AT,
  NOT_OF_CASE,
  OBSERVES,
  OF_TREATMENT,
  ONLY_POSSIBLE,
  ORDINARY,
  OTHER_CASES,
} from './told-case-words.js';

/** A stretch of a sentence that tells of a case. */
export interface Stretch {
  readonly sentence: SentenceElements;
  readonly from: number;
  readonly to: number;
}

/**
 * What a stretch tells of where the deposits of a case come from; nothing where it is somebody else's, looked for or
 * asked.
 *
 * @param follows the type is given to what "follows from this", so that it is enough that it may happen
 * @param isLinked what was done is tied to the place of the lumps
 */
export function toldIn(
  { sentence, from, to }: Stretch,
  terminology: Terminology,
  follows: boolean,
  isLinked: boolean,
): readonly Described[] {
  if (!isToldOfCase(sentence, from, to, follows)) return [];
  const described = withoutOrdinaryCare(describedIn(sentence, from, to, terminology, true), isLinked);
  // "Vitamin D was tested" does not tell of too much of it.
  const isLookedAt = sentence.elements.slice(from, to).some(({ norm }) => LOOKED_AT.has(norm));
  return isLookedAt ? described.filter(({ attribute }) => attribute === undefined) : described;
}

/** "She is under treatment": that she is cared for brought nothing on. */
export function withoutOrdinaryCare(described: readonly Described[], isLinked: boolean): readonly Described[] {
  return described.filter(
    ({ attribute, element }) => attribute === undefined || isLinked || !ORDINARY.has(element.norm),
  );
}

function isToldOfCase(sentence: SentenceElements, from: number, to: number, follows: boolean): boolean {
  if (to <= from || sentence.isQuestion) return false;
  const own = sentence.elements.slice(from, to);
  if (own.some(({ norm }) => NOT_OF_CASE.has(norm) || (!follows && ONLY_POSSIBLE.has(norm)))) return false;
  return clausesOf(sentence).every(({ attribution }) => attribution === 'writer');
}

/**
 * "His brother has lumps too", "The second one …": somebody else is told of beside the one whose case it is. That one may
 * be "my mother", where nobody was told of before.
 */
export function tellsOfOthers(sentence: SentenceElements, isLater = false): boolean {
  return sentence.elements.some(({ norm }) => OTHER_CASES.has(norm)) || namesKin(sentence, isLater);
}

/** Relatives of the one whose case it is, and not only those who noticed or told something. */
export function namesKin({ elements }: SentenceElements, isLater = false): boolean {
  return elements.some(
    ({ norm }, at) =>
      KIN.has(norm) &&
      !OBSERVES.has(elements[at + 1]?.norm ?? '') &&
      (isLater || THEIRS.has(elements[at - 1]?.norm ?? '')),
  );
}

const THEIRS = new Set(['his', 'her', 'their', 'whose', 'another']);

/** "My aunt has lupus, and I have lumps, too": one's own case beside that of a relative. */
export function tellsOfOwnBesideKin(sentences: readonly SentenceElements[]): boolean {
  const all = sentences.flatMap(({ elements }) => elements.map(({ norm }) => norm));
  const kin = all.findIndex((norm) => KIN.has(norm));
  return kin >= 0 && all.slice(kin + 1).some((norm, at, rest) => OWN.has(norm) && !KIN.has(rest[at + 1] ?? ''));
}

const OWN = new Set(['i', 'my', 'mine', 'me', 'we', 'ours']);

/** "The vein burst, and the fluid ran into the tissue": it tells where something went that was given. */
export function linksCare({ sentence, from, to }: Stretch): boolean {
  return sentence.elements.slice(from, to).some(({ norm }) => LINKS.has(norm));
}

/** What a stretch says did not come before: "no injury", "nor any treatment", "never injured", as claims of a type. */
export function deniedIn(
  { sentence, from, to }: Stretch,
  terminology: Terminology,
  subject: ClaimParty,
  claimed: Pick<Claim, 'block' | 'span' | 'form'>,
): readonly Claim[] {
  if (sentence.isQuestion || clausesOf(sentence).some(({ attribution }) => attribution !== 'writer')) return [];
  const units = unitsOf(sentence, from, to, terminology);
  const object = ({ element }: Unit): ClaimParty => ({
    text: element.norm,
    block: sentence.block.index,
    span: proseSpan(element.span.start, element.span.end),
  });
  const common = { ...claimed, subject, attribution: 'writer' as const, weak: false };
  return units.flatMap((unit, at): Claim[] => {
    const isCare = unit.kinds.has('care') || isMedicine(unit, terminology);
    const isValue =
      unit.kinds.has('abnormal') && MEASURES.some((kind) => [1, 2].some((step) => units[at + step]?.kinds.has(kind)));
    const isInjury = unit.kinds.has('damage') || (unit.kinds.has('damaged') && units[at - 1]?.norm !== 'an');
    if ((!isCare && !isInjury && !isValue) || !isDeniedThere(units, at)) return [];
    if (isValue) {
      return [
        { ...common, relation: 'level', analyte: 'both', value: 'normal', polarity: 'asserted', object: object(unit) },
      ];
    }
    if (isInjury) {
      return [{ ...common, relation: 'tissue', value: 'normal', polarity: 'asserted', object: object(unit) }];
    }
    if (units.slice(at + 1, at + 5).some(({ norm }) => OF_TREATMENT.has(norm))) return [];
    return [
      {
        ...common,
        relation: 'has',
        attribute: 'origin',
        value: 'medical-care',
        polarity: 'denied',
        isOutright: true,
        object: object(unit),
      },
    ];
  });
}

/** A treatment, a test or a medicine is named that is not denied. */
export function namesCare(sentence: SentenceElements, terminology: Terminology): boolean {
  const units = unitsOf(sentence, 0, sentence.elements.length, terminology);
  return units.some(
    (unit, at) => (unit.kinds.has('care') || isMedicine(unit, terminology)) && !isDeniedThere(units, at),
  );
}

function isMedicine({ norm, element }: Unit, terminology: Terminology): boolean {
  if (MEDICINES.has(norm)) return true;
  const kind = terminology.concept(element.mention?.conceptId ?? '')?.kind;
  return kind === 'drug' || kind === 'drug-class' || kind === 'procedure';
}

/** One word that denies it before, with nothing but small words and what else is denied between: "no injury, drip or drug". */
function isDeniedThere(units: readonly Unit[], at: number): boolean {
  const last = units.findLastIndex(({ kinds }, index) => index < at && kinds.has('not'));
  if (last < 0 || at - last > FARTHEST || negationsIn(units, last, at - 1) !== 1) return false;
  // "not by old scars": they are only no cause.
  if (units[last]!.norm === 'not') return false;
  const between = units.slice(last + 1, at);
  const isRow =
    between.some(({ norm }) => norm === 'or' || norm === 'nor') ||
    units.slice(at, at + 6).some(({ norm }) => norm === 'or');
  return between.every(({ isOther, mark, kinds, isContent }) =>
    mark === undefined ? !isOther && (!isContent || kinds.has('damage') || kinds.has('care')) : mark === ',' && isRow,
  );
}

/** In words. */
const FARTHEST = 8;

const MEASURES = ['blood', 'level-noun', 'report'] as const;
const MEDICINES = new Set(
  'medicine medicines drug drugs medication medications surgery operation operations'.split(' '),
);

/** "Calcium normal, phosphate normal": one statement about both. */
export function withLevelsJoined(claims: readonly Claim[]): readonly Claim[] {
  const isNormal = (one: Claim, analyte: Claim['analyte']) =>
    one.relation === 'level' && one.value === 'normal' && one.polarity === 'asserted' && one.analyte === analyte;
  const calcium = claims.find((one) => isNormal(one, 'calcium'));
  const phosphate = claims.find((one) => isNormal(one, 'phosphate'));
  if (calcium === undefined || phosphate === undefined) return claims;
  return [...claims, { ...calcium, analyte: 'both', object: { ...calcium.object, text: 'calcium and phosphate' } }];
}
