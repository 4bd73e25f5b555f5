import type { AttributePhrase, Terminology } from '../../terminology/terminology.js';
import { proseSpan, type ProseSpan } from '../../text/span.js';
import { matchPlaces } from '../phrases/attribute-match.js';
import { CAUSE_KINDS, PEOPLE } from '../causes/cause-words.js';
import type { Claim, ClaimParty } from '../claim.js';
import { isDenied, isNegator } from '../sentences/clauses.js';
import { isHeldByTypeAlone, isListedCause } from '../contradictions/causes-of-types.js';
import { levelFactsOf } from '../contradictions/contradiction.js';
import { partyOf } from '../subjects/discourse.js';
import { spanOf, type Element, type SentenceElements } from '../sentences/elements.js';
import { isMeasuredBeside } from '../phrases/level-groups.js';
import { relationOf, statesIn } from '../states/state-claims.js';
import { negationsIn, type State } from '../states/state-readings.js';
import { mayState, unitsOf } from '../states/state-units.js';
import { isCauseOfTypes } from '../contradictions/type-causes.js';
import { toldOfTypes } from './type-told.js';

/** Something that a description says of the type that it ends, or begins, with the name of. */
export interface Described {
  /** Index of the element that it begins at. */
  readonly at: number;
  readonly block: number;
  readonly span: ProseSpan;
  readonly element: Element;
  /** A phrase of an attribute; otherwise the element itself states a level, a tissue or a cause. */
  readonly attribute?: AttributePhrase;
  /** A state that is put together from plain words. */
  readonly state?: State;
}

/**
 * What the elements of a sentence describe from one index up to another: levels, tissues, causes, what care has done.
 *
 * @param asksForPeople "people with lupus" are what was asked for
 */
export function describedIn(
  sentence: SentenceElements,
  from: number,
  to: number,
  terminology: Terminology,
  asksForPeople = false,
): readonly Described[] {
  const { elements, block } = sentence;
  const found: Described[] = [];
  let readTo = 0;
  for (let at = from; at < to; at++) {
    const element = elements[at]!;
    if ((isOfPeople(sentence, at) && !asksForPeople) || isDeniedNear(elements, at)) continue;
    const isLookedFor = element.phrase === undefined && elements.slice(from, at).some(({ norm }) => LOOKS.has(norm));
    if (isLookedFor) continue;
    if (element.phrase !== undefined || isCauseOfTypes(element.mention?.conceptId ?? '', terminology)) {
      found.push({ at, block: block.index, span: element.span, element });
      continue;
    }
    if (element.firstToken < readTo) continue;
    for (const attribute of terminology.descriptionIndex.get(block.tokens[element.firstToken]!.norm) ?? []) {
      const end = matchPlaces(block.tokens, attribute.places, element.firstToken, elements[to - 1]!.endToken);
      if (end <= element.firstToken || ABOUT.has(elements[at - 1]?.norm ?? '')) continue;
      readTo = end;
      found.push({ at, block: block.index, span: spanOf(block, element.firstToken, end), element, attribute });
    }
  }
  for (const { at, end, telling } of toldOfTypes(sentence, from, to, terminology)) {
    const span = proseSpan(elements[at]!.span.start, elements[end - 1]!.span.end);
    const { attribute, value } = telling;
    const phrase = { places: telling.parts[0]!, attribute, value, needsCopula: false };
    found.push({ at, block: block.index, span, element: elements[at]!, attribute: phrase });
  }
  const told = found.filter(({ at }) => !isInDeniedRow(elements, at));
  return [...told, ...statesDescribed(sentence, from, to, found, terminology)];
}

/** Levels, tissue, unknown causes and care in plain words, where nothing else is said to be so or not so. */
function statesDescribed(
  sentence: SentenceElements,
  from: number,
  to: number,
  found: readonly Described[],
  terminology: Terminology,
): Described[] {
  if (!mayState(sentence.elements, from, to)) return [];
  const units = unitsOf(sentence, from, to, terminology);
  if (
    units.some(
      ({ kinds, isOther, type, norm }, at) =>
        kinds.has('hedge') || (isOther && !isMeasuredBeside(units, at)) || type !== undefined || norm === 'or',
    )
  ) {
    return [];
  }
  const states = statesIn(units, false);
  // "The values are normal, and there was no injury": what is denied is a state of its own.
  const isRead = (at: number) =>
    states.some(({ reach, from, to }) => (units[at]!.part === units[from]!.part ? reach <= at && at <= to : false));
  return states.flatMap((state): Described[] => {
    const isClear = units.every(
      (_, at) => negationsIn(units, at, at) === 0 || (state.reach <= at && at <= state.to) || isRead(at),
    );
    const isKnown = found.some(({ element }) => element.phrase?.kind === state.kind);
    // "but not by old scars, which belong with the dystrophic type": the scars are what belongs there.
    const isOfOther = units
      .slice(state.reach, state.to)
      .some(({ norm }, at, own) => norm === 'not' && AGENTS.has(own[at + 1]?.norm ?? ''));
    if (!isClear || isKnown || isOfOther || state.kind === 'frequency') return [];
    const first = units[state.from]!.element;
    const span = proseSpan(first.span.start, units[state.to]!.element.span.end);
    return [{ at: sentence.elements.indexOf(first), block: sentence.block.index, span, element: first, state }];
  });
}

/** What is described as claims of the type that is named. */
export function claimsOfDescription(
  named: ClaimParty,
  described: readonly Described[],
  claimed: Pick<Claim, 'block' | 'span' | 'form'>,
  terminology: Terminology,
): Claim[] {
  const id = named.conceptId!;
  // A person may have a cause of the type beside one of another: the type goes with its own.
  const isExplained = described.some((one) => accountsFor(one, id, terminology));
  const tissues = new Set(described.flatMap((one) => tissueOf(one) ?? []));
  const claims = described.flatMap((one): Claim[] => {
    const { element, attribute, state, block, span } = one;
    const { phrase, mention } = element;
    // Healthy tissue that is attacked, and the damaged spots that it leaves: neither alone came before.
    if (tissues.size > 1 && tissueOf(one) !== undefined) return [];
    const common = {
      ...claimed,
      subject: named,
      polarity: phrase?.denied === true ? ('denied' as const) : ('asserted' as const),
      attribution: 'writer' as const,
      weak: false,
    };
    const object = { text: element.norm, block, span };
    if (state !== undefined) {
      return [
        {
          ...common,
          polarity: 'asserted',
          relation: relationOf(state),
          object,
          ...(state.value === undefined ? {} : { value: state.value }),
          ...(state.analyte === undefined ? {} : { analyte: state.analyte }),
          ...(state.attribute === undefined ? {} : { attribute: state.attribute }),
        },
      ];
    }
    if (attribute !== undefined) {
      const { attribute: respect, value } = attribute;
      const holds = terminology.heldAttribute(id, respect) !== undefined && !isExplained;
      return holds ? [{ ...common, relation: 'has', object, attribute: respect, value }] : [];
    }
    if (phrase !== undefined) {
      const value = phrase.level ?? phrase.tissue ?? (phrase.known === true ? 'known' : undefined);
      return [
        {
          ...common,
          relation: phrase.kind,
          object,
          ...(value === undefined ? {} : { value }),
          ...(phrase.analyte === undefined ? {} : { analyte: phrase.analyte }),
        },
      ];
    }
    const isCause = CAUSE_KINDS.has(terminology.concept(mention?.conceptId ?? '')?.kind ?? '');
    return isCause && !isExplained
      ? [{ ...common, relation: 'associated-with', object: partyOf(mention!), weak: true }]
      : [];
  });
  return [...claims, ...bothNormal(claims)];
}

/** "calcium normal, phosphate normal": of both together, which says more than of each by itself. */
function bothNormal(claims: readonly Claim[]): Claim[] {
  const isNormal = (claim: Claim, analyte: Claim['analyte']) =>
    claim.relation === 'level' &&
    claim.value === 'normal' &&
    claim.polarity === 'asserted' &&
    claim.analyte === analyte;
  const calcium = claims.find((claim) => isNormal(claim, 'calcium'));
  // "Calcium high and phosphate normal, or phosphate high and calcium normal": each in a case of its own.
  if (claims.some(({ relation, value }) => relation === 'level' && value !== 'normal')) return [];
  return calcium !== undefined && claims.some((claim) => isNormal(claim, 'phosphate'))
    ? [{ ...calcium, analyte: 'both' }]
    : [];
}

export function tissueOf({ element: { phrase }, state }: Described): string | undefined {
  if (state === undefined) return phrase?.kind === 'tissue' ? phrase.tissue : undefined;
  return relationOf(state) === 'tissue' ? state.value : undefined;
}

/** A cause of the type itself, or what that type alone is like. */
export function accountsFor(described: Described, type: string, terminology: Terminology): boolean {
  const { attribute, state, element } = described;
  if (attribute !== undefined) return isHeldByTypeAlone(type, attribute.attribute, attribute.value, terminology);
  const { phrase, mention } = element;
  const level = state?.kind === 'level' ? state.value : phrase?.denied === true ? undefined : phrase?.level;
  if (level !== undefined) {
    return level !== 'normal' && levelFactsOf(type, terminology).some(({ value }) => value === 'high-or-abnormal');
  }
  if (state !== undefined) return false;
  return mention?.conceptId !== undefined && isListedCause(type, mention.conceptId, terminology);
}

const AGENTS = new Set('by in with from after because of'.split(' '));
/** "Ask about treatment": what is spoken of, not what came before. */
const ABOUT = new Set('about for on under during in before no without your their her his any'.split(' '));

/** Words beside which a plain word tells what is looked for, or done about it. */
const LOOKS = new Set(
  'look looks looked search searched check checks checked test tests tested exclude excluded rule ruled'.split(' '),
);

/** A negation right before it, in the same part of the sentence: "nothing leaked: the cause stayed unknown". */
function isDeniedNear(elements: readonly Element[], at: number): boolean {
  let from = Math.max(0, at - 6);
  for (let index = from; index < at; index++) if ([':', ';', ','].includes(elements[index]!.norm)) from = index + 1;
  return isDenied(elements, from, at);
}

/** "mainly in people with kidney failure": who has it, not what it is; "Patients with lupus are at risk: theirs is …" is. */
function isOfPeople({ elements }: SentenceElements, at: number): boolean {
  return elements[at - 1]?.norm === 'with' && PEOPLE.has(elements[at - 2]?.norm ?? '');
}

/** "never had an injury, an injection or an abnormal value": one word denies all that stands in a row. */
function isInDeniedRow(elements: readonly Element[], at: number): boolean {
  const negator = elements.findLastIndex(({ norm }, index) => index < at && isNegator(norm));
  if (negator < 0 || at - negator > LONGEST_ROW) return false;
  const between = elements.slice(negator + 1, at);
  const isRow = [...between, ...elements.slice(at + 1, at + 7)].some(({ norm }) => norm === 'or' || norm === 'nor');
  return isRow && between.every(({ norm }, index) => !ENDS_ROW.has(norm) || (norm === 'had' && index === 0));
}

/** In elements. */
const LONGEST_ROW = 14;
const ENDS_ROW = new Set('but and who which that is are was were has have had ; : . because since so'.split(' '));
