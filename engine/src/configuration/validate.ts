import type { Rule } from '../rules/rule.js';
import { createLineIndex, type LineIndex } from '../text/line-index.js';
import { nearestName } from '../text/nearest-name.js';
import type { Configuration } from './configuration.js';
import { readJsonSettings, readYamlSettings, type SettingNode, type SettingsText } from './read-settings.js';
import { configurationSchema, type SettingSchema } from './schema.js';

/** Something wrong in a configuration file, said so that its reader can mend it. */
export interface ConfigurationProblem {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
  /** One sentence or two: what is wrong and what to write. */
  readonly message: string;
}

export interface ReadConfiguration {
  /** What of the file is right; undefined where it says nothing about Kossa. */
  readonly configuration: Configuration | undefined;
  readonly problems: readonly ConfigurationProblem[];
  /** The text itself cannot be read in full: something of it may be missing. */
  readonly broken: boolean;
  /** What it names under `extends`, in its order, with the places. */
  readonly extends: readonly NamedPlace[];
  /** The same for `terms`. */
  readonly terms: readonly NamedPlace[];
}

/** A text of the file with its place. */
export interface NamedPlace {
  readonly name: string;
  readonly line: number;
  readonly column: number;
}

/**
 * Reads one configuration file. What is wrong is a problem and is left out; the rest holds. Never throws.
 * @param file its path: the name decides between JSON and YAML, and for package.json the key `kossa` is read
 */
export function readConfiguration(file: string, text: string, rules: readonly Rule[]): ReadConfiguration {
  const source = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const read = readSettings(file, source);
  const lines = createLineIndex(source);
  const found: Found[] = [...read.problems];
  const schema = configurationSchema(rules);
  const value = read.root === undefined ? undefined : check(read.root, schema, [], found);
  return {
    configuration: read.covers ? withoutSchemaAddress(value ?? {}) : undefined,
    problems: found.map((problem) => ({ file, ...lines.placeAt(problem.offset), message: problem.message })),
    broken: read.problems.length > 0,
    extends: namedUnder('extends', read.root, lines),
    terms: namedUnder('terms', read.root, lines),
  };
}

function namedUnder(name: string, root: SettingNode | undefined, lines: LineIndex): NamedPlace[] {
  const value = root?.kind === 'map' ? root.entries.find(({ key }) => key === name)?.value : undefined;
  const nodes = value?.kind === 'list' ? value.items : value === undefined ? [] : [value];
  return nodes.flatMap((node) =>
    node.kind === 'scalar' && typeof node.value === 'string' && node.value !== ''
      ? [{ name: node.value, ...lines.placeAt(node.offset) }]
      : [],
  );
}

/** The address is for editors and configures nothing. */
function withoutSchemaAddress(value: object): Configuration {
  const { $schema: _address, ...configuration } = value as Configuration & { readonly $schema?: string };
  return configuration;
}

interface Found {
  readonly offset: number;
  readonly message: string;
}

/** `covers`: the file is a configuration even where it is empty or broken. */
function readSettings(file: string, text: string): SettingsText & { readonly covers: boolean } {
  if (/\.ya?ml$/u.test(file)) return { ...readYamlSettings(text), covers: true };
  const json = readJsonSettings(text);
  if (!/(^|[\\/])package\.json$/u.test(file)) return { ...json, covers: true };
  // A broken package.json is for npm to report.
  const entry = json.root?.kind === 'map' ? json.root.entries.find(({ key }) => key === 'kossa') : undefined;
  return entry === undefined ? { problems: [], covers: false } : { root: entry.value, problems: [], covers: true };
}

type Path = readonly (string | number)[];

/** The value without what is wrong in it, or undefined where nothing of it is right. */
function check(node: SettingNode, schema: SettingSchema, path: Path, found: Found[]): unknown {
  if (schema.anyOf !== undefined) {
    const fitting = schema.anyOf.find((one) => fitsType(node, one));
    if (fitting !== undefined) return check(node, fitting, path, found);
    return complain(node, `${name(path)} must be ${schema.anyOf.map(describe).join(' or ')}`, found);
  }
  if (!fitsType(node, schema)) {
    return complain(node, `${name(path)} must be ${describe(schema)}, not ${describeNode(node)}`, found);
  }
  if (node.kind === 'map') return checkMap(node, schema, path, found);
  if (node.kind === 'list') return checkList(node, schema, path, found);
  return checkScalar(node, schema, path, found);
}

function checkScalar(
  node: Extract<SettingNode, { kind: 'scalar' }>,
  schema: SettingSchema,
  path: Path,
  found: Found[],
): unknown {
  const { value } = node;
  if (schema.enum !== undefined && !schema.enum.includes(value as string)) {
    const meant = nearestName(String(value).toLowerCase(), schema.enum);
    return complain(
      node,
      `${name(path)} cannot be ${quote(value)}${meant === undefined ? '.' : `; did you mean "${meant}"?`} Write one of ${schema.enum.join(', ')}`,
      found,
    );
  }
  if (typeof value === 'number' && schema.minimum !== undefined && value < schema.minimum) {
    return complain(node, `${name(path)} must be ${schema.minimum} or more, not ${value}`, found);
  }
  if (typeof value === 'number' && schema.maximum !== undefined && value > schema.maximum) {
    return complain(node, `${name(path)} must be ${schema.maximum} or less, not ${value}`, found);
  }
  if (typeof value === 'string' && value.length < (schema.minLength ?? 0)) {
    return complain(node, `${name(path)} must not be empty: write something or take the entry out`, found);
  }
  return value;
}

function checkList(
  node: Extract<SettingNode, { kind: 'list' }>,
  schema: SettingSchema,
  path: Path,
  found: Found[],
): unknown {
  const { items } = schema;
  if (node.items.length < (schema.minItems ?? 0)) {
    return complain(
      node,
      `${name(path)} needs at least ${schema.minItems} ${schema.minItems === 1 ? 'entry' : 'entries'}`,
      found,
    );
  }
  if (schema.maxItems !== undefined && node.items.length > schema.maxItems) {
    complain(
      node.items[schema.maxItems]!,
      `${name(path)} takes ${schema.maxItems} entries at most: take this one out`,
      found,
    );
  }
  const values: unknown[] = [];
  for (const [index, item] of node.items.slice(0, schema.maxItems).entries()) {
    const itemSchema = isTuple(items) ? items[index] : items;
    const value = itemSchema === undefined ? toValue(item) : check(item, itemSchema, [...path, index], found);
    // A rule's setting without its level says nothing, while a list of patterns without one of them still does.
    if (value === undefined && isTuple(items) && index === 0) return undefined;
    if (value !== undefined) values.push(value);
  }
  return values;
}

function checkMap(
  node: Extract<SettingNode, { kind: 'map' }>,
  schema: SettingSchema,
  path: Path,
  found: Found[],
): unknown {
  const known = schema.properties ?? {};
  const values: [string, unknown][] = [];
  for (const entry of node.entries) {
    const inner = Object.hasOwn(known, entry.key) ? known[entry.key] : undefined;
    if (inner === undefined) {
      if (schema.additionalProperties !== false) values.push([entry.key, toValue(entry.value)]);
      else found.push({ offset: entry.keyOffset, message: unknownKey(entry.key, Object.keys(known), path) });
      continue;
    }
    const value = check(entry.value, inner, [...path, entry.key], found);
    if (value !== undefined) values.push([entry.key, value]);
  }
  for (const key of schema.required ?? []) {
    if (node.entries.some((entry) => entry.key === key)) continue;
    return complain(node, `${name(path)} lacks \`${key}\`: add it`, found);
  }
  return Object.fromEntries(values);
}

function unknownKey(key: string, known: readonly string[], path: Path): string {
  const meant = nearestName(key, known);
  if (path.at(-1) === 'rules') {
    return `unknown rule \`${key}\`${meant === undefined ? '. `kossa rules` lists the rules' : `; did you mean \`${meant}\`?`}`;
  }
  const where = path.length === 0 ? 'setting' : `entry of ${name(path)}`;
  if (known.length === 0) return `unknown ${where} \`${key}\`: it takes none; take it out`;
  return `unknown ${where} \`${key}\`${meant === undefined ? `. Known: ${known.filter((one) => !one.startsWith('$')).join(', ')}` : `; did you mean \`${meant}\`?`}`;
}

function complain(node: SettingNode, message: string, found: Found[]): undefined {
  found.push({ offset: node.offset, message });
  return undefined;
}

function fitsType(node: SettingNode, schema: SettingSchema): boolean {
  switch (schema.type) {
    case undefined:
      return true;
    case 'array':
      return node.kind === 'list';
    case 'object':
      return node.kind === 'map';
    case 'integer':
      return node.kind === 'scalar' && Number.isInteger(node.value);
    default:
      return node.kind === 'scalar' && typeof node.value === schema.type;
  }
}

function describe(schema: SettingSchema): string {
  switch (schema.type) {
    case 'string':
      return schema.enum === undefined ? 'a text' : `one of ${schema.enum.map((value) => `"${value}"`).join(', ')}`;
    case 'boolean':
      return 'true or false';
    case 'integer':
      return 'a whole number';
    case 'number':
      return 'a number';
    case 'array':
      return isTuple(schema.items) ? 'a list of a severity and options' : 'a list [ … ]';
    default:
      return 'a group of settings { … }';
  }
}

function describeNode(node: SettingNode): string {
  if (node.kind === 'list') return 'a list';
  if (node.kind === 'map') return 'a group of settings';
  return node.value === null ? 'empty' : quote(node.value);
}

function quote(value: string | number | boolean | null): string {
  return typeof value === 'string' ? `"${value}"` : String(value);
}

/** `rules.misspelled-term`, `overrides[2].style`; entries of lists count from 1, as people do. */
function name(path: Path): string {
  if (path.length === 0) return 'the configuration';
  const words = path.map((part, index) =>
    typeof part === 'number' ? `[${part + 1}]` : `${index === 0 ? '' : '.'}${part}`,
  );
  return `\`${words.join('')}\``;
}

function isTuple(items: SettingSchema['items']): items is readonly SettingSchema[] {
  return Array.isArray(items);
}

function toValue(node: SettingNode): unknown {
  if (node.kind === 'list') return node.items.map(toValue);
  if (node.kind === 'map') return Object.fromEntries(node.entries.map((entry) => [entry.key, toValue(entry.value)]));
  return node.value;
}
