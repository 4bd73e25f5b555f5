/** How the counts come out of the worker: a line on its console. */
export const resultsMark = 'kossa web tests: ';

export interface WebResults {
  readonly passed: number;
  readonly failed: number;
}
