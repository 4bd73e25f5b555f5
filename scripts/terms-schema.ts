import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from './project-root.js';

/** The groups of entries that a team's file may have, by the schema of Kossa's own file of them. */
const GROUPS = ['concepts', 'wordings', 'confusions', 'eponyms', 'classifications', 'attributes', 'sources'] as const;

/** What may be said of a concept that Kossa has: the parts of a concept that `readExtension` reads. */
const PARTS_OF_EXTENSION = ['id', 'preferred', 'variants', 'definition', 'facts', 'note', 'sources'] as const;

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
type JsonObject = { readonly [key: string]: Json };

interface SchemaFile {
  readonly properties?: JsonObject;
  readonly definitions?: Readonly<Record<string, JsonObject>>;
}

/**
 * The JSON Schema of a team's own terms as it is published, in one file: the schemas of `terminology/schema/`, with what
 * only a team's file has (`extend`, `exclude`) and without what only Kossa's own need (examples of both kinds).
 */
export function termsSchema(): object {
  const definitions: Record<string, Json> = definitionsOf('common');
  const properties: Record<string, Json> = {
    field: { $ref: '#/definitions/common-field' },
    about: { $ref: '#/definitions/common-about' },
  };
  for (const group of GROUPS) {
    Object.assign(definitions, definitionsOf(group));
    properties[group] = inOneFile(group, schemaOf(group).properties![group]!);
  }
  // Nobody runs a team's examples: a concept needs none, and elsewhere one kind of them will do.
  const { if: _raises, then: _needsExamples, ...concept } = definitions['concepts-concept'] as JsonObject;
  definitions['concepts-concept'] = concept;
  definitions['common-hit-and-near-miss'] = { $ref: '#/definitions/common-examples' };
  definitions['extension'] = extensionOf(concept);
  properties['extend'] = {
    description: 'What is added to concepts that Kossa has.',
    type: 'array',
    items: { $ref: '#/definitions/extension' },
  };
  properties['exclude'] = {
    description: 'Ids of concepts that are not wanted: their names mean nothing any more, and are never reported.',
    type: 'array',
    items: { $ref: '#/definitions/common-text' },
  };
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: 'https://github.com/kossa/kossa/blob/main/schema/terms.schema.json',
    $comment: 'Made by `npm run generate` from terminology/schema/.',
    title: 'Terms of a team',
    description:
      "A team's own concepts, wordings and sources, which `terms` of its configuration names: docs/own-terms.md.",
    type: 'object',
    additionalProperties: false,
    properties,
    definitions,
  };
}

function extensionOf(concept: JsonObject): Json {
  const properties = concept['properties'] as JsonObject;
  return {
    type: 'object',
    additionalProperties: false,
    required: ['id'],
    properties: Object.fromEntries(PARTS_OF_EXTENSION.map((name) => [name, properties[name]!])),
  };
}

function schemaOf(name: string): SchemaFile {
  const file = path.join(projectRoot, 'terminology/schema', `${name}.schema.json`);
  return JSON.parse(readFileSync(file, 'utf8')) as SchemaFile;
}

function definitionsOf(name: string): Record<string, Json> {
  const definitions = Object.entries(schemaOf(name).definitions ?? {});
  return Object.fromEntries(definitions.map(([key, value]) => [`${name}-${key}`, inOneFile(name, value)]));
}

/** References to other files, and to the definitions of this one, as the one file has them. */
function inOneFile(name: string, value: Json): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).map((item) => inOneFile(name, item));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      if (key !== '$ref' || typeof inner !== 'string') return [key, inOneFile(name, inner)];
      const [file = '', definition] = inner.split('#/definitions/');
      return [key, `#/definitions/${file === '' ? name : file.replace('.schema.json', '')}-${definition}`];
    }),
  );
}
