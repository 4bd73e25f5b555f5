import type { Surroundings } from '../claims/antecedents.js';
import type { Claim } from '../claims/claim.js';
import { partyOf } from '../claims/discourse.js';
import type { AnalyzedBlock } from '../document.js';
import type { Terminology } from '../terminology/terminology.js';
import { candidatesIn, sayablesIn, type Candidate } from './candidates.js';
import { featuresOf } from './features.js';
import { Network, networkIn } from './network.js';
import { passageAround, type Passage } from './passage.js';
import { isInReach } from './reach.js';
import type { Statement } from './statements.js';
import { VerdictRows } from './verdict-rows.js';
import { claimOf, VerdictTables } from './verdicts.js';

/** Below this probability what a reader of single forms read is not believed. */
export const LEAST_BELIEVED = 0.003;
/** From this probability on a statement is believed that no reader read. */
export const READ_BY_ITSELF = 0.9;

/**
 * What the network tells of false statements: which of those that were read the text hardly makes, and which it makes
 * in words that no reader knows. Both are asked of what the terminology contradicts only.
 */
export class Assertions {
  readonly #bytes: Uint8Array;
  #network: Network | undefined;
  readonly #terminology: Terminology;
  readonly #tables: VerdictTables;

  /** @throws NetworkError where the bytes are not what the build made */
  constructor(bytes: Uint8Array, terminology: Terminology) {
    this.#bytes = networkIn(bytes);
    const behind = bytes.subarray(this.#bytes.length);
    this.#terminology = terminology;
    // A network as its training left it has no verdicts behind it.
    this.#tables = new VerdictTables(terminology, behind.length === 0 ? undefined : new VerdictRows(behind));
  }

  /** What a block says falsely with such a probability that it counts as read. */
  statedIn(block: AnalyzedBlock, { blocks, discourse }: Surroundings): readonly Claim[] {
    if (block.mentions.length === 0 && block.headings.length === 0) return NONE;
    const passage = passageAround(block, blocks, discourse, this.#terminology);
    // Without a name in sight nothing is said of anything, and no words are looked up.
    if (!passage.items.some(({ concept }) => concept >= 0)) return NONE;
    const sayables = sayablesIn(passage, block, discourse, this.#tables);
    return candidatesIn(passage, sayables).flatMap((candidate) => {
      if (!isInReach(passage, candidate) || !this.network.scout.letsPass(passage, candidate)) return NONE;
      const probability = this.#probability(passage, candidate);
      return probability < READ_BY_ITSELF ? NONE : [this.#claim(passage, candidate, block, probability)];
    });
  }

  /** How probable it is that the text makes the claim; undefined where its two places cannot be told. */
  probabilityOf(claim: Claim, { blocks, discourse }: Surroundings): number | undefined {
    const { subject, object } = claim;
    const block = blocks[object.block]!;
    const passage = passageAround(block, blocks, discourse, this.#terminology);
    const sayables = sayablesIn(passage, block, discourse, this.#tables).filter(
      ({ span, verdicts }) =>
        span.start < object.span.end && object.span.start < span.end && isLike(verdicts.statement, claim),
    );
    const probabilities = candidatesIn(passage, sayables)
      .filter((candidate) => passage.items[candidate.subject]!.conceptId === subject.conceptId)
      .map((candidate) => this.#probabilityAnywhere(passage, candidate));
    return probabilities.length === 0 ? undefined : Math.max(...probabilities);
  }

  /** Most texts need none. */
  get network(): Network {
    return (this.#network ??= new Network(this.#bytes));
  }

  #probability(passage: Passage, candidate: Candidate): number {
    return this.network.probability(featuresOf(passage, candidate, this.network.vocabulary));
  }

  /** Where the sentences that name the two say so beyond doubt, what stands around them does not make it less so. */
  #probabilityAnywhere(passage: Passage, candidate: Candidate): number {
    const probability = this.#probability(passage, candidate);
    const alone = this.#probability(...withoutSurroundings(passage, candidate));
    return alone < READ_BY_ITSELF ? probability : Math.max(probability, alone);
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

function withoutSurroundings({ items, above, ...own }: Passage, candidate: Candidate): [Passage, Candidate] {
  const { subject, from, to } = candidate;
  const low = items.findIndex(({ sentence }) => sentence === items[Math.min(subject, from)]!.sentence);
  const high = items.findLastIndex(({ sentence }) => sentence === items[Math.max(subject, to)]!.sentence) + 1;
  const moved = (places: readonly number[]) => places.filter((at) => at >= low && at < high).map((at) => at - low);
  const passage = { items: items.slice(low, high), above, from: own.from - low, to: own.to - low };
  const [holders, strangers] = [moved(candidate.holders), moved(candidate.strangers)];
  return [passage, { ...candidate, subject: subject - low, from: from - low, to: to - low, holders, strangers }];
}

/** Of what a medicine does, say, the network is not asked: it would take the words for another statement. */
function isLike({ relation, attribute }: Statement, claim: Claim): boolean {
  if (relation === 'caused-by' && claim.relation === 'associated-with') return true;
  return relation === claim.relation && attribute === claim.attribute;
}

const NONE: readonly Claim[] = [];
