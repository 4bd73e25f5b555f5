import type { Terminology } from '../terminology/terminology.js';
import type { Mention } from './mention.js';

/**
 * Decides the abbreviations of a document: one stands for the concept whose full term the same document names,
 * where exactly one of its readings is named. The others stay open.
 */
export function resolveAbbreviations(
  mentions: readonly Mention[],
  named: { has(concept: string): boolean },
): readonly Mention[] {
  return mentions.map((mention) => {
    if (mention.conceptId !== undefined) return mention;
    const candidates = mention.readings.filter((reading) => named.has(reading.conceptId));
    return candidates.length === 1 ? { ...mention, conceptId: candidates[0]!.conceptId } : mention;
  });
}

/** Concepts that the mentions name by anything but an abbreviation, each once. */
export function conceptsNamedInFull(mentions: readonly Mention[], terminology: Terminology): string[] {
  const named = new Set<string>();
  for (const mention of mentions) {
    for (const reading of mention.readings) {
      const variant = terminology.concept(reading.conceptId)!.variants[reading.variant]!;
      if (variant.status !== 'abbreviation') named.add(reading.conceptId);
    }
  }
  return [...named];
}
