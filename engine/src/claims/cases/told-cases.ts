import type { AnalyzedBlock } from '../../document.js';
import type { Terminology } from '../../terminology/terminology.js';
import { proseSpan } from '../../text/span.js';
import { definesType, excludesCauses, otherMember } from '../contradictions/causes-of-types.js';
import { GIVEN, type Claim, type ClaimParty } from '../claim.js';
import { contradictionOf } from '../contradictions/contradiction.js';
import { RULED_OUT } from '../causes/cause-words.js';
import { isNegator } from '../sentences/clauses.js';
import { accountsFor, claimsOfDescription, describedIn, tissueOf, type Described } from '../types/descriptions.js';
import { partyOf, type Discourse } from '../subjects/discourse.js';
import type { SentenceElements } from '../sentences/elements.js';
import { NAMED } from '../contradictions/level-contradiction.js';
import { givenTypeIn, type GivenType } from './given-types.js';
import {
  deniedIn,
  linksCare,
  namesCare,
  tellsOfOthers,
  tellsOfOwnBesideKin,
  toldIn,
  withLevelsJoined,
  withoutOrdinaryCare,
  type Stretch,
} from './told-case-facts.js';
import { REASONS } from './told-case-words.js';
import { withoutTypeSetAside } from '../types/types-set-aside.js';

/**
 * Reads what is told of one patient, lump or situation, and the type that it is then given: "Phosphate is 8.1, and he has
 * been on dialysis for nine years. We conclude that this is idiopathic calcinosis." What is told is claimed of the type,
 * unless anything that the text tells speaks for the type as well: then other readers are wrong to link the type with
 * what is told besides, as of a child with dermatomyositis whose drip leaked.
 *
 * @param claims what other readers have read in the block
 * @returns these, with what was read of cases in the place of what they say of the same
 */
export function withToldCases(
  claims: readonly Claim[],
  block: AnalyzedBlock,
  discourse: Discourse,
  terminology: Terminology,
): readonly Claim[] {
  if (!discourse.namesTypes || block.table !== undefined) return claims;
  let found = claims;
  const sentences = discourse.sentences[block.index]!.map((one) => withoutTypeSetAside(one, terminology));
  for (const [index, sentence] of sentences.entries()) {
    if (!sentence.elements.some(({ mention }) => isTyped(mention?.conceptId, terminology))) continue;
    const given = givenTypeIn(sentence, terminology);
    if (given === undefined) continue;
    const around = caseAround(sentences, index, block, discourse, terminology);
    if (around === undefined) continue;
    const reader = new CaseReader(sentence, given, around, terminology);
    const read = reader.read();
    if (read.length > 0 || reader.isExplained) found = [...found.filter((claim) => !reader.tells(claim)), ...read];
  }
  return found;
}

function isTyped(id: string | undefined, terminology: Terminology): boolean {
  return id !== undefined && terminology.memberOf(id) !== undefined;
}

/** The sentences that a case is told in. */
interface Case {
  /** Before the one that gives the type, the nearest last. */
  readonly before: readonly SentenceElements[];
  readonly behind: readonly SentenceElements[];
}

/** What stands before and behind a sentence in its block, its list of notes or the paragraph before; undefined where several cases are told. */
function caseAround(
  sentences: readonly SentenceElements[],
  index: number,
  block: AnalyzedBlock,
  discourse: Discourse,
  terminology: Terminology,
): Case | undefined {
  const own = sentences.slice(0, index);
  const told = own.length > 0 || block.kind === 'heading' ? own : [...linesBefore(block, discourse), ...own];
  const last = told.findLastIndex(({ elements }) =>
    elements.some(({ mention }) => isTyped(mention?.conceptId, terminology)),
  );
  const before = told.slice(Math.max(last + 1, told.length - MOST));
  const behind = sentences.slice(index + 1);
  const types = new Set(
    [sentences[index]!, ...behind].flatMap(({ elements }) =>
      elements.flatMap(({ mention }) => terminology.memberOf(mention?.conceptId ?? '')?.name ?? []),
    ),
  );
  // What a later sentence sets beside it or puts in its place.
  if (types.size > 1 || [...before, sentences[index]!].some((one, at) => tellsOfOthers(one, at > 0))) return undefined;
  if (tellsOfOwnBesideKin([...before, sentences[index]!])) return undefined;
  return { before, behind };
}

/** The items of the list of notes above an item, or the paragraph above a paragraph. */
function linesBefore(block: AnalyzedBlock, discourse: Discourse): readonly SentenceElements[] {
  const found: SentenceElements[] = [];
  for (let index = block.index - 1; index >= Math.max(0, block.index - MOST); index--) {
    const sentences = discourse.sentences[index]!;
    const own = sentences[0]?.block;
    if (own === undefined || own.kind !== block.kind || own.list?.list !== block.list?.list) break;
    if (own.headings[own.headings.length - 1] !== block.headings[block.headings.length - 1]) break;
    found.unshift(...sentences);
    if (block.list === undefined) break;
  }
  return found;
}

class CaseReader {
  /** What is told speaks for the type that is given. */
  isExplained = false;
  readonly #sentence: SentenceElements;
  readonly #given: GivenType;
  readonly #case: Case;
  readonly #terminology: Terminology;
  readonly #type: string;

  constructor(sentence: SentenceElements, given: GivenType, told: Case, terminology: Terminology) {
    this.#sentence = sentence;
    this.#given = given;
    this.#case = told;
    this.#terminology = terminology;
    this.#type = sentence.elements[given.at]!.mention!.conceptId!;
  }

  /** Another reader told of the type what was told of the case. */
  tells(claim: Claim): boolean {
    const { block, sentence } = this.#sentence;
    const name = (id: string | undefined) => this.#terminology.memberOf(id ?? '')?.name;
    return (
      claim.block === block.index &&
      TOLD_OF_CASES.has(claim.relation) &&
      claim.span.start < sentence.span.end &&
      sentence.span.start < claim.span.end &&
      name(claim.subject.conceptId) === name(this.#type) &&
      (claim.form === NAMED || claim.weak) &&
      contradictionOf(claim, this.#terminology) !== undefined
    );
  }

  read(): readonly Claim[] {
    const { elements, block } = this.#sentence;
    const { from, at } = this.#given;
    const stretches = this.#stretches();
    const isLinked = stretches.some(linksCare);
    const told = stretches.flatMap((one) => toldIn(one, this.#terminology, this.#given.follows, isLinked));
    const all = [...told, ...this.#toldAtAll()];
    this.isExplained = all.some((one) => this.#speaksFor(one));
    // "The lump in the burn scar is dystrophic": what stands in the statement itself counts as well.
    const own = describedIn(this.#sentence, 0, elements.length, this.#terminology, true);
    if (this.isExplained || own.some((one) => this.#speaksFor(one))) return NONE;
    const span = proseSpan(elements[from]!.span.start, elements[at]!.span.end);
    const claimed = { block: block.index, span, form: GIVEN };
    const party = partyOf(elements[at]!.mention!);
    const claims = withLevelsJoined([
      ...claimsOfDescription(party, told, claimed, this.#terminology),
      ...stretches.flatMap((one) => deniedIn(one, this.#terminology, party, claimed)),
    ]);
    const isPossible = all.some((one) => this.#mayBeOf(one));
    return [...claims, ...this.#withNothingFound(claims, party, all)]
      .filter(
        (claim) =>
          contradictionOf(claim, this.#terminology) !== undefined &&
          this.#isBorneOut(claim, claims) &&
          !(isPossible && claim.relation === 'has'),
      )
      .slice(0, 1)
      .map((claim): Claim => ({ ...claim, isUndoubted: true }));
  }

  /**
   * Normal levels and no injury: where no care is told of either, nothing is found, and the type is none that comes of
   * care.
   */
  #withNothingFound(claims: readonly Claim[], party: ClaimParty, all: readonly Described[]): readonly Claim[] {
    if (!this.#holds('origin', 'medical-care')) return NONE;
    const levels = claims.find(
      ({ relation, value, analyte }) => relation === 'level' && value === 'normal' && analyte === 'both',
    );
    const isUnhurt = claims.some(({ relation, value }) => relation === 'tissue' && value === 'normal');
    if (levels === undefined || !isUnhurt || all.some(({ attribute }) => attribute !== undefined)) return NONE;
    const isCaredFor = [...this.#case.before, ...this.#case.behind].some((one) => namesCare(one, this.#terminology));
    if (isCaredFor) return NONE;
    const { block, span, form } = levels;
    return [
      {
        ...{ block, span, form, subject: party, object: levels.object },
        ...{ relation: 'unknown-cause', polarity: 'asserted', attribution: 'writer', weak: false },
      },
    ];
  }

  /** The sentences before, and of its own what stands before the type is given, or behind it as the reason. */
  #stretches(): readonly Stretch[] {
    const sentence = this.#sentence;
    const { elements } = sentence;
    const { from, to } = this.#given;
    const givesReason = [to, to + 1].some((at) => GIVES_REASON.has(elements[at]?.norm ?? ''));
    return [
      ...this.#case.before.map((one) => ({ sentence: one, from: 0, to: one.elements.length })),
      { sentence, from: 0, to: from },
      ...(givesReason ? [{ sentence, from: to, to: elements.length }] : []),
      // "Reasons: overactive parathyroid glands, calcium 13.1."
      ...this.#case.behind
        .slice(0, 1)
        .flatMap((next) => (opensReasons(next) ? [{ sentence: next, from: 2, to: next.elements.length }] : [])),
    ];
  }

  /** All that is told around, in whatever words: what comes later may still tell where the deposits are from. */
  #toldAtAll(): readonly Described[] {
    const { before, behind } = this.#case;
    const later = behind.filter(
      ({ elements }) => !elements.some(({ mention }) => isTyped(mention?.conceptId, this.#terminology)),
    );
    const tellsOfNone = ({ elements }: SentenceElements) =>
      elements.some(({ norm }) => isNegator(norm) || RULED_OUT.has(norm));
    return [
      ...before.flatMap((one) => describedIn(one, 0, one.elements.length, this.#terminology, true)),
      // "Kidney failure plays no part."
      ...later
        .filter((one) => !tellsOfNone(one))
        .flatMap((sentence) => {
          const stretch: Stretch = { sentence, from: 0, to: sentence.elements.length };
          const described = describedIn(sentence, 0, stretch.to, this.#terminology, true);
          return withoutOrdinaryCare(described, linksCare(stretch));
        }),
    ];
  }

  /** It is a cause of the type, or what the type alone is like. */
  #speaksFor(described: Described): boolean {
    const { element, state } = described;
    // "No cause was found": the type that has none.
    const isUnknown = state?.kind === 'unknown-cause' || element.phrase?.kind === 'unknown-cause';
    if (isUnknown && excludesCauses(this.#type, this.#terminology)) return true;
    if (state?.kind === 'care') return this.#holds(state.attribute, state.value);
    return this.#isOfItsTissue(described) || accountsFor(described, this.#type, this.#terminology);
  }

  /** "Hers come from inflamed skin": the tissue that is told is that of this type alone. */
  #isOfItsTissue(described: Described): boolean {
    const tissue = tissueOf(described);
    const isOf = (id: string) =>
      this.#terminology.inheritedFacts(id, 'tissue').some(({ value, denied }) => denied !== true && value === tissue);
    return tissue !== undefined && isOf(this.#type) && otherMember(this.#type, isOf, this.#terminology) === undefined;
  }

  /** The type is one of several that come of it. */
  #mayBeOf({ attribute }: Described): boolean {
    return attribute !== undefined && this.#holds(attribute.attribute, attribute.value);
  }

  #holds(attribute: string | undefined, value: string | undefined): boolean {
    return this.#terminology.holdsValue(this.#type, attribute ?? '', value ?? '');
  }

  /** A cause that is told is one of the case only where all else that is told fits the type that it brings about. */
  #isBorneOut(claim: Claim, claims: readonly Claim[]): boolean {
    const cause = claim.object.conceptId;
    if (cause === undefined) return true;
    const own = otherMember(this.#type, (id) => definesType(id, cause, this.#terminology), this.#terminology);
    if (own === undefined) return true;
    return claims.every((other) => {
      if (other.object.conceptId !== undefined) return true;
      const turned: Claim = { ...other, subject: { ...other.subject, conceptId: own } };
      return contradictionOf(turned, this.#terminology) === undefined;
    });
  }
}

function opensReasons({ elements }: SentenceElements): boolean {
  return REASONS.has(elements[0]?.norm ?? '') && elements[1]?.norm === ':';
}

const NONE: readonly never[] = [];
const TOLD_OF_CASES = new Set<Claim['relation']>([
  'associated-with',
  'caused-by',
  'has',
  'level',
  'tissue',
  'unknown-cause',
]);
/** Sentences, or lines of notes. */
const MOST = 6;
/** Behind the type they open the reason for which it is given. */
const GIVES_REASON = new Set('because since as after for from due caused that'.split(' '));
