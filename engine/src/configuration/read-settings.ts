import { parseTree, printParseErrorCode, type Node as JsonNode, type ParseError } from 'jsonc-parser';
import { isAlias, isMap, isScalar, isSeq, parseDocument, type Document } from 'yaml';

/** A value of a configuration file with its place, the same for JSON and YAML. Offsets are UTF-16 offsets. */
export type SettingNode =
  | { readonly kind: 'scalar'; readonly value: string | number | boolean | null; readonly offset: number }
  | { readonly kind: 'list'; readonly items: readonly SettingNode[]; readonly offset: number }
  | { readonly kind: 'map'; readonly entries: readonly SettingEntry[]; readonly offset: number };

export interface SettingEntry {
  readonly key: string;
  readonly keyOffset: number;
  readonly value: SettingNode;
}

export interface SettingsText {
  /** Absent where nothing could be read. */
  readonly root?: SettingNode;
  readonly problems: readonly { readonly offset: number; readonly message: string }[];
}

/** JSON with comments and trailing commas. Never throws; a broken text gives problems and no value. */
export function readJsonSettings(text: string): SettingsText {
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { allowTrailingComma: true });
  const first = errors[0];
  if (first !== undefined) {
    return {
      problems: [
        {
          offset: first.offset,
          message: `this is no valid JSON: ${JSON_REMEDIES[printParseErrorCode(first.error)] ?? 'look for a missing comma, quote or bracket just before this place'}`,
        },
      ],
    };
  }
  return tree === undefined ? { problems: [] } : { root: fromJson(tree), problems: [] };
}

/** YAML 1.2, where `off` and `on` are plain words. Never throws. */
export function readYamlSettings(text: string): SettingsText {
  const document = parseDocument(text, { prettyErrors: false, uniqueKeys: true });
  const first = document.errors[0];
  if (first !== undefined) {
    return { problems: [{ offset: first.pos[0], message: `this is no valid YAML: ${first.message}` }] };
  }
  const root = fromYaml(document.contents, { document, aliases: 0 }, 0);
  return root === undefined || (root.kind === 'scalar' && root.value === null)
    ? { problems: [] }
    : { root, problems: [] };
}

const JSON_REMEDIES: Readonly<Record<string, string>> = {
  ValueExpected: 'a value is missing here',
  ColonExpected: 'write a colon between the name and its value',
  CommaExpected: 'write a comma between the entries',
  CloseBraceExpected: 'a closing } is missing',
  CloseBracketExpected: 'a closing ] is missing',
  PropertyNameExpected: 'a name in double quotes is missing here',
  UnexpectedEndOfString: 'a closing double quote is missing',
  InvalidSymbol: 'put words in double quotes',
};

function fromJson(node: JsonNode): SettingNode {
  if (node.type === 'array') return { kind: 'list', items: (node.children ?? []).map(fromJson), offset: node.offset };
  if (node.type !== 'object') {
    return { kind: 'scalar', value: node.value as string | number | boolean | null, offset: node.offset };
  }
  const entries: SettingEntry[] = [];
  for (const property of node.children ?? []) {
    const [key, value] = property.children ?? [];
    if (key === undefined || value === undefined) continue;
    entries.push({ key: key.value as string, keyOffset: key.offset, value: fromJson(value) });
  }
  return { kind: 'map', entries, offset: node.offset };
}

/** What no configuration needs is read as nothing, so that aliases of aliases cost nothing. */
const DEEPEST = 8;
const MOST_ALIASES = 100;

interface YamlReading {
  readonly document: Document;
  /** Followed so far. */
  aliases: number;
}

function fromYaml(node: unknown, reading: YamlReading, depth: number): SettingNode | undefined {
  if (depth > DEEPEST) return undefined;
  if (isAlias(node)) {
    reading.aliases++;
    return reading.aliases > MOST_ALIASES ? undefined : fromYaml(node.resolve(reading.document), reading, depth + 1);
  }
  if (isSeq(node)) {
    const items = node.items.map((item) => fromYaml(item, reading, depth + 1)).filter((item) => item !== undefined);
    return { kind: 'list', items, offset: offsetOf(node) };
  }
  if (isMap(node)) {
    const entries = node.items.flatMap((pair): SettingEntry[] => {
      const value = fromYaml(pair.value, reading, depth + 1) ?? {
        kind: 'scalar',
        value: null,
        offset: offsetOf(pair.key),
      };
      return isScalar(pair.key) ? [{ key: String(pair.key.value), keyOffset: offsetOf(pair.key), value }] : [];
    });
    return { kind: 'map', entries, offset: offsetOf(node) };
  }
  if (!isScalar(node)) return undefined;
  const value = node.value;
  const plain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' || value === null;
  return { kind: 'scalar', value: plain ? value : String(value), offset: offsetOf(node) };
}

function offsetOf(node: unknown): number {
  return (node as { range?: readonly number[] | null } | null)?.range?.[0] ?? 0;
}
