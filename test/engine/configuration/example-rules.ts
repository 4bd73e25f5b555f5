import { allRules, type Rule } from '../../../engine/src/index.js';

/** Two rules that tests of the configuration can count on, one of them with options. */
export const exampleRules: readonly Rule[] = [
  { ...allRules[0]!, id: 'wrong-word', options: undefined as never },
  {
    ...allRules[0]!,
    id: 'hard-to-read',
    options: {
      schema: {
        type: 'object',
        additionalProperties: false,
        properties: {
          grade: { type: 'integer', minimum: 1, maximum: 20 },
          words: { type: 'array', items: { type: 'string' } },
        },
      },
      defaults: { grade: 8 },
    },
  },
].map(({ options, ...rule }) => (options === undefined ? rule : { ...rule, options }));
