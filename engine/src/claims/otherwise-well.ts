import type { Element } from './elements.js';

/** "otherwise healthy teenagers", "an otherwise normal chest": the word says how they are, and leaves nothing open. */
export function isOtherwiseWell(elements: readonly Element[], at: number): boolean {
  return elements[at]?.norm === 'otherwise' && WELL.has(elements[at + 1]?.norm ?? '');
}

const WELL = new Set('healthy well fit normal sound young intact unremarkable perfectly completely'.split(' '));
