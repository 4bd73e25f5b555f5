import type { Rule } from '../engine/src/rules/rule.js';

/** The part of the setting `kossa.rules` that the rules determine. */
export function rulesSchema(rules: readonly Rule[]): Record<string, object | boolean> {
  return {
    properties: Object.fromEntries(rules.map((rule) => [rule.id, ruleSetting(rule)])),
    additionalProperties: false,
  };
}

/** The JSON Schema of configuration files: what editors check and complete, and what people read. */
export function configurationSchema(rules: readonly Rule[]): object {
  const rulesObject = { type: 'object', ...rulesSchema(rules) };
  const style = { enum: ['us', 'uk'], description: 'House style: us (AMA, ISMP) or uk (NHS).' };
  const scope = {
    enum: ['auto', 'always', 'configured'],
    description:
      'Where the style rules speak: in health writing as the text shows it (auto), everywhere, or only in files that a configuration covers.',
  };
  const strings = (description: string): object => ({
    type: 'array',
    items: { type: 'string' },
    uniqueItems: true,
    description,
  });
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: 'https://github.com/kossa/kossa/blob/main/schema/kossarc.schema.json',
    $comment: 'Made by `npm run generate` from engine/src/rules.',
    title: 'Kossa configuration',
    type: 'object',
    properties: {
      $schema: { type: 'string' },
      extends: {
        description:
          'What this file builds on: a file ("./base.yaml", from the folder of this file) or a package; later ones win, and this file over all.',
        anyOf: [
          { type: 'string', minLength: 1 },
          { type: 'array', items: { type: 'string', minLength: 1 } },
        ],
      },
      root: { type: 'boolean', description: 'The search for configuration files stops here.' },
      style,
      scope,
      rules: { ...rulesObject, description: 'Rules that report otherwise than by default.' },
      words: strings('Words that are right in this project.'),
      allow: strings('Phrases and concept ids that are never reported.'),
      frontMatterProse: strings('Front-matter keys whose text is prose.'),
      requireReviewDates: { type: 'boolean', description: 'Every article must have review dates in its front matter.' },
      generalSpelling: { type: 'boolean', description: 'Check the spelling of general English words too.' },
      maxFileSize: { type: 'integer', minimum: 1, description: 'Bytes; larger files are not read.' },
      ignores: strings('Glob patterns of files that are not linted.'),
      overrides: {
        type: 'array',
        description: 'Files whose rules differ.',
        items: {
          type: 'object',
          properties: { files: strings('Glob patterns of the files.'), rules: rulesObject, style, scope },
          required: ['files'],
          additionalProperties: false,
        },
      },
    },
    additionalProperties: false,
  };
}

const LEVELS = ['off', 'on', 'hint', 'info', 'warning', 'error'];

/** A level, or a level with the rule's options. */
function ruleSetting(rule: Rule): object {
  const level = { enum: LEVELS };
  const options = rule.options === undefined ? { type: 'object', maxProperties: 0 } : rule.options.schema;
  return {
    description: rule.summary,
    anyOf: [level, { type: 'array', items: [level, options], additionalItems: false, minItems: 1 }],
  };
}
