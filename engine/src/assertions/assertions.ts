import type { Surroundings } from '../claims/subjects/antecedents.js';
import type { Claim } from '../claims/claim.js';
import { partyOf, type Discourse } from '../claims/subjects/discourse.js';
import type { AnalyzedBlock } from '../document.js';
import type { Terminology } from '../terminology/terminology.js';
import { candidatesIn, sayablesIn, type Candidate, type Sayable } from './candidates.js';
import { featuresOf } from './features.js';
import { Network, networkIn } from './network.js';
import { passageAround, type Passage, type PassageItem } from './passage.js';
import { isInReach } from './reach.js';
import { RememberedAnswers } from './remembered.js';
import { isByName, type Statement } from './statements.js';
import { VerdictRows } from './verdict-rows.js';
import { claimOf, VerdictTables, type Verdicts } from './verdicts.js';

/** Below this probability what a reader of single forms read is not believed. */
export const LEAST_BELIEVED = 0.03;
/** The same where two things are only linked, which the network was not taught: it takes it for a cause. */
export const LEAST_LINKED = 0.01;
/** From this probability on a statement is believed that no reader read: that a thing is of a class, or comes of another. */
export const READ_BY_ITSELF = 0.85;
/**
 * The same for what has a value, and for what readers know best: that one type is another, and what is found in blood and
 * tissue. "Colchicine for the lumps" holds words of dissolving, and names are surer than such words.
 */
export const READ_IN_WORDS = 0.96;

interface Sight {
  readonly block: AnalyzedBlock;
  readonly discourse: Discourse;
  readonly passage: Passage;
  readonly sayables: readonly Sayable[];
}

/**
 * What the network tells of false statements: which of those that were read the text hardly makes, and which it makes
 * in words that no reader knows. Both are asked of what the terminology contradicts only.
 */
export class Assertions {
  readonly #bytes: Uint8Array;
  #network: Network | undefined;
  readonly #terminology: Terminology;
  readonly #tables: VerdictTables;
  readonly #answers = new RememberedAnswers();
  #sight: Sight | undefined;

  /** @throws NetworkError where the bytes are not what the build made */
  constructor(bytes: Uint8Array, terminology: Terminology) {
    this.#bytes = networkIn(bytes);
    const behind = bytes.subarray(this.#bytes.length);
    this.#terminology = terminology;
    // A network as its training left it has no verdicts behind it.
    this.#tables = new VerdictTables(terminology, behind.length === 0 ? undefined : new VerdictRows(behind));
  }

  /** What a block says falsely with such a probability that it counts as read. */
  statedIn(block: AnalyzedBlock, around: Surroundings): readonly Claim[] {
    const { passage, sayables } = this.#sightOf(block, around);
    return candidatesIn(passage, sayables).flatMap((candidate) => {
      if (!isInReach(passage, candidate) || !this.network.scout.letsPass(passage, candidate)) return NONE;
      const probability = this.#probability(passage, candidate);
      return probability < this.#leastOf(passage, candidate) ||
        isAsked(passage.items[candidate.from]!, block, around.discourse)
        ? NONE
        : [this.#claim(passage, candidate, block, probability)];
    });
  }

  #leastOf({ items }: Passage, { subject, statement }: Candidate): number {
    const { relation, objectId } = statement;
    const isType = (id: string | undefined): boolean =>
      id !== undefined && this.#terminology.memberOf(id) !== undefined;
    const areTypes = relation === 'is-a' && isType(items[subject]!.conceptId) && isType(objectId);
    return isByName(statement) && !areTypes ? READ_BY_ITSELF : READ_IN_WORDS;
  }

  /** How probable it is that the text makes the claim; undefined where its two places cannot be told. */
  probabilityOf(claim: Claim, around: Surroundings): number | undefined {
    const { subject, object } = claim;
    const { passage, sayables: all } = this.#sightOf(around.blocks[object.block]!, around);
    const sayables = all.filter(
      ({ span, verdicts }) =>
        span.start < object.span.end && object.span.start < span.end && isLike(verdicts.statement, claim),
    );
    const asked = sayables.length > 0 ? sayables : this.#asRead(claim, passage);
    const probabilities = candidatesIn(passage, asked, all)
      .filter((candidate) => passage.items[candidate.subject]!.conceptId === subject.conceptId)
      .map((candidate) => this.#probability(passage, candidate));
    return probabilities.length === 0 ? undefined : Math.max(...probabilities);
  }

  /** What a block could say, and around what; several claims of one block are asked of one after the other. */
  #sightOf(block: AnalyzedBlock, { blocks, discourse }: Surroundings): Sight {
    const known = this.#sight;
    if (known?.block === block && known.discourse === discourse) return known;
    const passage = passageAround(block, blocks, discourse, this.#terminology);
    // Without a name in sight nothing is said of anything, and no words are looked up.
    const isNamed = passage.items.some(({ concept }) => concept >= 0);
    const sayables = isNamed ? sayablesIn(passage, block, discourse, this.#tables) : [];
    return (this.#sight = { block, discourse, passage, sayables });
  }

  /** What a reader understood in words that no phrase of the data says. */
  #asRead(claim: Claim, { items, from: own, to: end }: Passage): readonly Sayable[] {
    const verdicts = this.#verdictsOn(claim);
    if (verdicts === undefined) return [];
    const { span } = claim.object;
    const isThere = ({ element }: PassageItem, at: number): boolean =>
      at > own && at < end && element!.span.start < span.end && span.start < element!.span.end;
    const from = items.findIndex(isThere);
    if (from < 0) return [];
    const wording = claim.relation === 'has' ? { wording: READ } : {};
    return [{ from, to: items.findLastIndex(isThere), span, verdicts, isFalseOfSome: true, ...wording }];
  }

  #verdictsOn({ relation, attribute, value, analyte, object: { conceptId, text } }: Claim): Verdicts | undefined {
    const tables = this.#tables;
    const concept = conceptId === undefined ? -1 : this.#terminology.indexOf(conceptId);
    switch (relation) {
      case 'has':
        return attribute === undefined || value === undefined ? undefined : tables.ofValue(attribute, value);
      case 'is-a':
        return concept < 0 ? undefined : tables.ofClass(concept);
      case 'caused-by':
        return concept < 0 ? undefined : tables.ofCause(concept);
      case 'level':
      case 'tissue':
      case 'unknown-cause': {
        const said = {
          relation,
          ...(value === undefined ? {} : { value }),
          ...(analyte === undefined ? {} : { analyte }),
        };
        return tables.of(said, text);
      }
      default:
        return undefined;
    }
  }

  /** Most texts need none. */
  get network(): Network {
    return (this.#network ??= new Network(this.#bytes));
  }

  #probability(passage: Passage, candidate: Candidate): number {
    const { network } = this;
    return this.#answers.answerTo(featuresOf(passage, candidate, network.vocabulary), (features) =>
      network.probability(features),
    );
  }

  #claim(passage: Passage, candidate: Candidate, block: AnalyzedBlock, probability: number): Claim {
    const { subject, from, to, statement } = candidate;
    const thing = passage.items[subject]!;
    const first = passage.items[from]!.element!;
    const last = passage.items[to]!.element!;
    const span = { ...first.span, end: last.span.end };
    const party = { ...partyOf(thing.element!.mention!), block: thing.block };
    return { ...claimOf(party, statement, block.text.slice(span.start, span.end), block.index, span), probability };
  }
}

/** Of what a medicine does, say, the network is not asked: it would take the words for another statement. */
function isLike({ relation, attribute }: Statement, claim: Claim): boolean {
  if (relation === 'caused-by' && claim.relation === 'associated-with') return true;
  return relation === claim.relation && attribute === claim.attribute;
}

/** "Is ultrasound a kind of X-ray?" says nothing, where "Why is …?" takes it for granted. */
function isAsked({ element }: PassageItem, block: AnalyzedBlock, { sentences }: Discourse): boolean {
  const place = element?.span.start ?? -1;
  const at = block.sentences.findIndex(({ span }) => span.start <= place && place < span.end);
  const [sentence, next] = sentences[block.index]!.slice(at, at + 2);
  if (at < 0 || sentence?.isQuestion !== true || !ASKS_WHETHER.has(sentence.elements[0]!.norm)) return false;
  // "Is there a kind without a cause? Yes, that is the metastatic one."
  return next?.elements[0]?.norm !== 'yes';
}

const ASKS_WHETHER = new Set(
  "is are was were does do did has have had can could may might will would should isn't aren't doesn't don't".split(
    ' ',
  ),
);

/** As the data words what an attribute says. */
const READ = { kind: 'attribute', isCued: undefined } as const;
const NONE: readonly Claim[] = [];
