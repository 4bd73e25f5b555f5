import type { Element } from './elements.js';

/** "otherwise healthy teenagers", "an otherwise normal chest": the word says how they are, and leaves nothing open. */
export function isOtherwiseWell(elements: readonly Element[], at: number): boolean {
  const isState = elements[at]?.norm === 'otherwise' && WELL.has(elements[at + 1]?.norm ?? '');
  return isState && !elements.slice(0, at).some(({ norm }) => MAY_BE.has(norm));
}

/** "It can strike otherwise healthy people" */
const MAY_BE = new Set('can may might could even also sometimes rarely occasionally'.split(' '));
const WELL = new Set('healthy well fit normal sound young intact unremarkable perfectly completely'.split(' '));
