import type { Rule } from '../rules/rule.js';

/**
 * The part of JSON Schema (draft 7) that describes a configuration. One description serves editors, as
 * `schema/kossarc.schema.json`, and `validate.ts`, which reads it directly: so the two cannot disagree.
 */
export interface SettingSchema {
  readonly $schema?: string;
  readonly $id?: string;
  readonly title?: string;
  readonly description?: string;
  readonly type?: 'string' | 'boolean' | 'integer' | 'number' | 'array' | 'object';
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly items?: SettingSchema | readonly SettingSchema[];
  readonly additionalItems?: false;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly properties?: Readonly<Record<string, SettingSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: false;
  /** Told apart by their JSON type. */
  readonly anyOf?: readonly SettingSchema[];
  readonly default?: unknown;
}

/** The schema of a configuration file for these rules. Plain JSON. */
export function configurationSchema(rules: readonly Rule[]): SettingSchema {
  const ruleSettings = rulesSchema(rules);
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Kossa configuration',
    description: 'What Kossa reports in the folder of this file and below. A file nearer to an article wins.',
    type: 'object',
    additionalProperties: false,
    properties: {
      $schema: { type: 'string', description: 'Address of this schema, for editors.' },
      root: {
        type: 'boolean',
        default: false,
        description: 'True: configuration files of the folders above are not read.',
      },
      extends: {
        description:
          'What this file builds on: a file ("./base.yaml", from the folder of this file) or a package; several in a list, later ones win. What stands here wins over all of them.',
        anyOf: [{ type: 'string', minLength: 1 }, TEXTS],
      },
      style: STYLE,
      scope: SCOPE,
      rules: ruleSettings,
      words: { ...TEXTS, description: 'Words that are right in this project and never reported as misspelled.' },
      allow: { ...TEXTS, description: 'Phrases and concept ids that are never reported.' },
      terms: {
        ...TEXTS,
        description:
          'Files with the project\'s own terms, as paths, folders and glob patterns from the folder of this file: "./terms/*.yaml".',
      },
      ignores: {
        ...TEXTS,
        description:
          'Glob patterns of files that are not linted, relative to this file. A pattern that begins with ! brings files back.',
      },
      plainText: {
        ...TEXTS,
        description:
          'Glob patterns of plain text files (.txt) that are checked as well, relative to this file: "notes/**". Without it, a plain text is checked only where it is named.',
      },
      overrides: {
        type: 'array',
        description: 'Files whose rules, style or scope differ. Later entries win.',
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['files'],
          properties: {
            files: { ...TEXTS, description: 'Glob patterns of the files, relative to this file: "leaflets/**".' },
            rules: ruleSettings,
            style: STYLE,
            scope: SCOPE,
          },
        },
      },
      frontMatterProse: { ...TEXTS, description: 'Front-matter keys whose text is read as prose.' },
      requireReviewDates: {
        type: 'boolean',
        default: false,
        description:
          'True: every article must say in its front matter when it was reviewed and when the next review is due.',
      },
      maxFileSize: {
        type: 'integer',
        minimum: 1,
        default: DEFAULT_MAX_FILE_SIZE,
        description: 'Bytes. Larger files are not read.',
      },
      generalSpelling: {
        type: 'boolean',
        default: false,
        description: 'True: general English spelling is checked too.',
      },
    },
  };
}

export const DEFAULT_MAX_FILE_SIZE = 10_000_000;

export const RULE_LEVELS = ['off', 'hint', 'info', 'warning', 'error', 'on'] as const;
export const SCOPES = ['auto', 'always', 'configured'] as const;
export const STYLES = ['us', 'uk'] as const;

const STYLE: SettingSchema = {
  type: 'string',
  enum: STYLES,
  description:
    'House style: us (AMA, ISMP) or uk (NHS). Without it us is assumed, and questions of style are only hints.',
};
const SCOPE: SettingSchema = {
  type: 'string',
  enum: SCOPES,
  default: 'auto',
  description:
    'Where the style rules speak: in health writing as Kossa recognises it or a configuration covers it (auto), everywhere (always), or only where a configuration covers the file (configured).',
};
const LEVEL: SettingSchema = { type: 'string', enum: RULE_LEVELS };
const TEXTS: SettingSchema = { type: 'array', items: { type: 'string', minLength: 1 } };

function rulesSchema(rules: readonly Rule[]): SettingSchema {
  return {
    type: 'object',
    additionalProperties: false,
    description:
      'What each rule reports as: off, hint, info, warning or error; on is its own severity. With options: ["warning", {…}].',
    properties: Object.fromEntries(rules.map((rule) => [rule.id, ruleSchema(rule)])),
  };
}

function ruleSchema(rule: Rule): SettingSchema {
  const options = (rule.options?.schema ?? {
    type: 'object',
    additionalProperties: false,
    properties: {},
  }) as SettingSchema;
  return {
    description: rule.summary,
    anyOf: [LEVEL, { type: 'array', minItems: 1, maxItems: 2, items: [LEVEL, options], additionalItems: false }],
  };
}
