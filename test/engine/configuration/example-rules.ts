import { allRules, type ConfigurationHost, type ConfigurationKnowledge, type Rule } from '../../../engine/src/index.js';

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

/** What configurations are held against: no terms of a project's own are wrong. */
export const exampleKnowledge: ConfigurationKnowledge = { rules: exampleRules, checkTerms: () => [] };

/** Files by their absolute paths, as a host of configurations has them. */
export function hostOf(files: Readonly<Record<string, string>>): ConfigurationHost {
  return {
    read: (path) => Promise.resolve(files[path]),
    list(folder) {
      const below = Object.keys(files).filter((path) => path.startsWith(`${folder}/`));
      const parts = below.map((path) => path.slice(folder.length + 1).split('/'));
      const kinds = new Map(parts.map(([name, ...rest]) => [name!, rest.length > 0 ? 'folder' : 'file'] as const));
      return Promise.resolve([...kinds].map(([name, kind]) => ({ name, kind })));
    },
  };
}
