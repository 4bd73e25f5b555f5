import type { AnalyzedBlock } from '../../document.js';
import type { Terminology } from '../../terminology/terminology.js';

/**
 * What a block says by its words and mentions alone is found once, however often it is asked for, and is still known
 * in the next version of the document, where the block may have another number and another place. The function may
 * look at the block's text, tokens, sentences and mentions only, and keeps nothing of the block in what it returns.
 */
export function oncePerContent<T extends object>(
  find: (block: AnalyzedBlock, terminology: Terminology) => T,
): (block: AnalyzedBlock, terminology: Terminology) => T {
  const slot = slots++;
  return (block, terminology) => {
    const { found } = block.content;
    return (found[slot] ??= find(block, terminology)) as T;
  };
}

/** The same for what does not depend on the terminology. */
export function oncePerText<T extends object>(find: (block: AnalyzedBlock) => T): (block: AnalyzedBlock) => T {
  const slot = slots++;
  return (block) => {
    const { found } = block.content;
    return (found[slot] ??= find(block)) as T;
  };
}

let slots = 0;
