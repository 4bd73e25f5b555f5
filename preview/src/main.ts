import data from 'kossa-definitions';
import type { Definitions } from './definitions.js';
import type { Token } from './markdown-it.js';
import { definitionsIn } from './with-definitions.js';

let explain: ((tokens: Token[]) => Token[]) | undefined;

/** The tokens of a page with the definitions of its terms. The data is read when the first page asks. */
export function withDefinitions(tokens: Token[]): Token[] {
  explain ??= definitionsIn(JSON.parse(data) as Definitions);
  return explain(tokens);
}
