import type { AnalyzedBlock } from '../../document.js';

/**
 * What a block says by its words and mentions alone is found once, however often it is asked for, and is still known
 * in the next version of the document, where the block may have another number and another place. The function may
 * look at the block's text, tokens, sentences and mentions only, and keeps nothing of the block in what it returns.
 */
export function oncePerContent<T extends object, More extends readonly unknown[]>(
  find: (block: AnalyzedBlock, ...more: More) => T,
): (block: AnalyzedBlock, ...more: More) => T {
  const known = new WeakMap<object, T>();
  return (block, ...more) => {
    let found = known.get(block.content);
    if (found === undefined) known.set(block.content, (found = find(block, ...more)));
    return found;
  };
}
