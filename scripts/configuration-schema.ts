import { configurationSchema as settingSchema, type SettingSchema } from '../engine/src/configuration/schema.js';
import type { Rule } from '../engine/src/rules/rule.js';

/** The JSON Schema of configuration files as it is published: what the engine holds them against, with its address. */
export function configurationSchema(rules: readonly Rule[]): object {
  const { $schema, ...schema } = settingSchema(rules);
  return {
    $schema,
    $id: 'https://github.com/kossa/kossa/blob/main/schema/kossarc.schema.json',
    $comment: 'Made by `npm run generate` from engine/src/configuration/schema.ts.',
    ...schema,
  };
}

/** The part of the setting `kossa.rules` that the rules determine. */
export function rulesSchema(rules: readonly Rule[]): Pick<SettingSchema, 'properties' | 'additionalProperties'> {
  const { properties, additionalProperties } = settingSchema(rules).properties!['rules']!;
  return { properties: properties!, additionalProperties: additionalProperties! };
}
