import type { AttributeSet } from './phrases/attribute-set.js';
import type { Claim } from './claim.js';
import type { Discourse } from './subjects/discourse.js';

/** What was found in one block, and what was gone by besides its own words. */
export interface BlockReading {
  /** By the readers of single blocks. */
  readonly read: WatchedClaims;
  /** By the network, which sees more of the text around and takes less long. */
  readonly judged: WatchedClaims;
  /** What something has that is named near, or may be the topic, and in which blocks it was looked for. */
  readonly attributes: readonly AttributeSet[];
  readonly near: ReadonlySet<number>;
}

export interface WatchedClaims {
  readonly claims: readonly Claim[];
  /** Indexes of the blocks whose words were asked for, its own among them. */
  readonly looked: ReadonlySet<number>;
  /** Of those of which it was enough that they are prose. */
  readonly prose: ReadonlySet<number>;
}

/** What was read when some of the blocks had other words. */
export interface EarlierReading {
  readonly byBlock: readonly (BlockReading | undefined)[];
  /** Indexes of those blocks. */
  readonly changed: ReadonlySet<number>;
}

export const NOTHING_READ: EarlierReading = { byBlock: [], changed: new Set() };

interface Readers {
  readonly read: () => readonly Claim[];
  readonly judge: () => readonly Claim[];
}

/** What is found in a block; what nothing that changed bears on is not looked for again. */
export function readingOf(
  index: number,
  { read, judge }: Readers,
  { byBlock, changed }: EarlierReading,
  discourse: Discourse,
): BlockReading {
  const earlier = byBlock[index];
  const known = earlier !== undefined && isNearTheSame(index, earlier, changed, discourse) ? earlier : undefined;
  const stillRead = stillHolding(known?.read, changed, discourse);
  const stillJudged = stillHolding(known?.judged, changed, discourse);
  if (known !== undefined && stillRead !== undefined && stillJudged !== undefined) return known;
  return {
    read: stillRead ?? watched(read, discourse),
    judged: stillJudged ?? watched(judge, discourse),
    near: discourse.attributes.blocksAround(index),
    attributes: known?.attributes ?? attributesFor(index, discourse),
  };
}

/** The block's own words, and what something near it has. */
function isNearTheSame(
  index: number,
  { near, attributes }: BlockReading,
  changed: EarlierReading['changed'],
  discourse: Discourse,
): boolean {
  if (changed.has(index)) return false;
  for (const block of changed) {
    if (!near.has(block)) continue;
    return attributesFor(index, discourse).every((now, at) => now.isSameAs(attributes[at]!));
  }
  return true;
}

/** Unless a block that was looked at has other words now. */
function stillHolding(
  known: WatchedClaims | undefined,
  changed: EarlierReading['changed'],
  discourse: Discourse,
): WatchedClaims | undefined {
  if (known === undefined) return undefined;
  for (const block of changed) {
    if (known.looked.has(block) || (known.prose.has(block) && !discourse.isProse(block))) return undefined;
  }
  return known;
}

function watched(read: () => readonly Claim[], discourse: Discourse): WatchedClaims {
  let claims: readonly Claim[] = [];
  const { blocks: looked, prose } = discourse.lookedAt(() => (claims = read()));
  return { claims, looked, prose };
}

function attributesFor(index: number, discourse: Discourse): readonly AttributeSet[] {
  return [discourse.attributes.near(index), discourse.attributes.before(index)];
}
