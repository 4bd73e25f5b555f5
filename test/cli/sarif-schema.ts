const text = { type: 'string', minLength: 1 };
const index = { type: 'integer', minimum: 0 };
const fromOne = { type: 'integer', minimum: 1 };
const message = closed({ text }, ['text']);
const uri = { type: 'string', format: 'uri-reference' };
const level = { enum: ['none', 'note', 'warning', 'error'] };
const properties = { type: 'object' };
const artifactLocation = closed({ uri, uriBaseId: text }, ['uri']);

const region = closed(
  {
    startLine: fromOne,
    startColumn: fromOne,
    endLine: fromOne,
    endColumn: fromOne,
    charOffset: index,
    charLength: index,
  },
  ['startLine', 'startColumn', 'endLine', 'endColumn', 'charOffset', 'charLength'],
);

const location = closed(
  { id: index, physicalLocation: closed({ artifactLocation, region }, ['artifactLocation', 'region']), message },
  ['physicalLocation'],
);

const replacement = closed({ deletedRegion: region, insertedContent: closed({ text: { type: 'string' } }, ['text']) }, [
  'deletedRegion',
]);

const fix = closed(
  {
    description: message,
    artifactChanges: listOf(
      closed({ artifactLocation, replacements: listOf(replacement, 1) }, ['artifactLocation', 'replacements']),
      1,
    ),
    properties,
  },
  ['artifactChanges'],
);

const result = closed(
  {
    ruleId: text,
    ruleIndex: index,
    level,
    message,
    locations: listOf(location, 1),
    relatedLocations: listOf(location),
    partialFingerprints: { type: 'object', additionalProperties: text, minProperties: 1 },
    fixes: listOf(fix),
    taxa: listOf(closed({ id: text, index, toolComponent: closed({ name: text, index }, ['name', 'index']) }, ['id'])),
    properties,
  },
  ['ruleId', 'ruleIndex', 'level', 'message', 'locations', 'partialFingerprints'],
);

const descriptor = closed(
  {
    id: text,
    name: text,
    shortDescription: message,
    fullDescription: message,
    help: closed({ text, markdown: text }, ['text']),
    helpUri: { type: 'string', format: 'uri' },
    defaultConfiguration: closed({ level }, ['level']),
    properties,
  },
  ['id'],
);

const component = closed(
  {
    name: text,
    version: text,
    semanticVersion: text,
    organization: text,
    informationUri: { type: 'string', format: 'uri' },
    shortDescription: message,
    isComprehensive: { type: 'boolean' },
    rules: listOf(descriptor),
    taxa: listOf(descriptor),
    supportedTaxonomies: listOf(closed({ name: text, index }, ['name'])),
  },
  ['name'],
);

const run = closed(
  {
    tool: closed({ driver: component }, ['driver']),
    columnKind: { const: 'utf16CodeUnits' },
    newlineSequences: listOf(text, 1),
    originalUriBaseIds: {
      type: 'object',
      // A base is a folder: its URI is absolute and ends with a slash.
      additionalProperties: closed({ uri: { type: 'string', pattern: '^file:///.*/$' }, description: message }, [
        'uri',
      ]),
    },
    results: listOf(result),
    taxonomies: listOf(component),
  },
  ['tool', 'results', 'columnKind', 'originalUriBaseIds', 'taxonomies'],
);

/**
 * The part of the schema of SARIF 2.1.0 that Kossa's reports use, written by hand after the standard. It is closed: a
 * property that stands here under no name is refused, so whatever is added has to be looked up in the standard.
 */
export const sarifSchema = closed(
  { $schema: { type: 'string', format: 'uri' }, version: { const: '2.1.0' }, runs: listOf(run, 1) },
  ['version', 'runs'],
);

function closed(properties: Readonly<Record<string, object>>, required: readonly string[]): object {
  return { type: 'object', properties, required, additionalProperties: false };
}

function listOf(items: object, minItems = 0): object {
  return { type: 'array', items, minItems };
}
