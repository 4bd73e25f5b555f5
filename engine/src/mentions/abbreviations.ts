import type { Terminology } from '../terminology/terminology.js';
import type { Mention } from './mention.js';

/**
 * Decides the abbreviations of a document: one stands for the concept whose full term the same document names,
 * where exactly one of its readings is named. The others stay open.
 */
export function resolveAbbreviations(mentions: readonly Mention[], named: ReadonlySet<string>): readonly Mention[] {
  if (mentions.every((mention) => mention.conceptId !== undefined)) return mentions;
  const resolved = mentions.map((mention) => {
    if (mention.conceptId !== undefined) return mention;
    const candidates = mention.readings.filter((reading) => named.has(reading.conceptId));
    return candidates.length === 1 ? { ...mention, conceptId: candidates[0]!.conceptId } : mention;
  });
  const before = lastResolved.get(mentions);
  if (before?.every(({ conceptId }, index) => conceptId === resolved[index]!.conceptId) === true) return before;
  lastResolved.set(mentions, resolved);
  return resolved;
}

/** What a text decided before is mostly what it decides again; who asks can see that nothing changed. */
const lastResolved = new WeakMap<readonly Mention[], readonly Mention[]>();

/** Concepts that the mentions name by anything but an abbreviation. */
export function conceptsNamedInFull(mentions: readonly Mention[], terminology: Terminology, named: Set<string>): void {
  if (mentions.length === 0) return;
  let own = namedByMentions.get(mentions);
  if (own === undefined) {
    const concepts = new Set<string>();
    for (const mention of mentions) {
      for (const reading of mention.readings) {
        const variant = terminology.concept(reading.conceptId)!.variants[reading.variant]!;
        if (variant.status !== 'abbreviation') concepts.add(reading.conceptId);
      }
    }
    namedByMentions.set(mentions, (own = [...concepts]));
  }
  for (const concept of own) named.add(concept);
}

const namedByMentions = new WeakMap<readonly Mention[], readonly string[]>();
