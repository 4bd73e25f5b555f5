import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import { parse } from 'yaml';
import { compileTerminology } from '../../../engine/src/terminology/compile.js';

const ROOT = path.resolve(import.meta.dirname, '../../../terminology');
const SCHEMAS = path.join(ROOT, 'schema');
const HEADER = /^# yaml-language-server: \$schema=(\S+)$/u;

const ajv = new Ajv({
  allErrors: true,
  strict: true,
  strictRequired: false,
  strictTypes: false,
  allowUnionTypes: true,
});
ajv.addKeyword('enumDescriptions');
for (const name of readdirSync(SCHEMAS)) {
  ajv.addSchema(JSON.parse(readFileSync(path.join(SCHEMAS, name), 'utf8')) as object, name);
}

const files = readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.ya?ml$/u.test(name))
  .sort();

const LINKS = `
sources: {list: {title: A list}}
concepts:
  - {id: calcium, preferred: calcium, kind: substance}
  - {id: disease, preferred: illness, kind: disease}
`;

/** Small files in which every key stands once. */
const RIGHT = {
  concepts: `
field: a field
about: about it
concepts:
  - id: swelling
    preferred: {us: edema of skin, uk: oedema of skin}
    kind: sign
    variants:
      - {text: puffy skin, status: deprecated, because: It is vague., severity: hint, write: swelling, sources: [list]}
      - {text: oedematous skin, status: admitted, locale: uk}
      - {text: swellling, status: misspelling}
    definition: {text: Fluid in tissue., sources: [list], unverified: the site}
    facts:
      - is-a: [disease]
        severity: warning
        sources: [list]
      - level: {calcium: normal}
        unverified: not read
      - tissue: damaged
        disputed: some differ
      - does: [{action: binds, object: calcium}]
        sources: [list]
      - denies: {caused-by: [any]}
        because: It has no cause.
        sources: [list]
    codes:
      - {system: MeSH, code: "D1", label: Swelling, match: exact, source: list}
    note: a note
    letters:
      - {letter: S, stands-for: swelling, uk: swelling}
    range: {low: "1"}
    closed: {sources: [list]}
    disjoint-with: [calcium]
    eponym: Quincke
    sources: [list]
    examples:
      - {text: Puffy skin., reports: ["avoided-term: Puffy skin"], style: us}
      - {text: Swelling., reports: []}
`,
  sources: `
sources:
  book:
    title: A book
    url: "https://example.org"
    note: a note
    attribution: by somebody
`,
  wordings: `
field: a field
about: about it
wordings:
  - id: cures
    rule: absolute-claim
    phrases: [cures]
    write: [may help, {us: eases, uk: relieves}]
    style: us
    severity: hint
    because: Nothing cures it.
    sources: [list]
    near: ["id:calcium"]
    unless: [never]
    examples:
      - {text: It cures., reports: ["absolute-claim: cures"]}
      - {text: It helps., reports: []}
`,
  confusions: `
field: a field
about: about it
confusions:
  - id: thyroid
    written: [{text: thyroid, write: parathyroid}]
    meant: calcium
    severity: error
    because: Another gland is meant.
    sources: [list]
    contexts:
      - {sentence: [hormone], all: ["id:calcium"], topic: [disease], without: [iodine]}
    examples:
      - {text: The thyroid hormone., reports: ["wrong-word: thyroid"]}
      - {text: The gland., reports: []}
`,
  eponyms: `
field: a field
about: about it
eponyms:
  - name: Paget
    nouns: [disease]
    complete: of bone
    never-possessive: true
    concept: disease
    sources: [list]
    examples:
      - {text: Pagets disease., reports: ["eponym-form: Pagets disease"]}
`,
  classifications: `
field: a field
about: about it
classifications:
  - id: by-cause
    of: [disease]
    members:
      - {name: first, concepts: [calcium], also-named: [one]}
    accepted:
      - {members: [first], severity: hint, only-for: [disease], because: It is older., sources: [list]}
    not-members:
      - {names: [local], because: It is no type., write: first, sources: [list]}
    examples:
      - {text: There are two., reports: ["nonstandard-classification: two"]}
      - {text: There is one., reports: []}
`,
  'word-families': `
field: a field
about: about it
irregular: {hold: held, break: [broke, broken]}
families:
  - {id: keep, about: Not to let go., verbs: [hold, "hold … back"], nouns: [grip], words: [in store]}
`,
  doses: `
field: a field
about: about it
dose-words:
  units: [{text: mg}, {text: g, everyday: true}]
  medicine: [tablet]
  taking: [take]
  elsewhere: [level]
  concentration: [dL]
  rate: [day]
dose-forms:
  - id: units
    shape: unit
    written: [U]
    beside: amount
    write: units
    style: us
    list: joint-commission
    severity: error
    fix: manual
    because: It looks like a zero.
    sources: [list]
    examples:
      - {text: Take 5 U., reports: ["unsafe-dose: U"]}
      - {text: Take 5 units., reports: []}
`,
} as const;

/** Kind of file, the fault, and what to put in place of what to make it. */
const FAULTS: readonly (readonly [keyof typeof RIGHT, string, string, string])[] = [
  ['concepts', 'an unknown key of a file', 'field: a', 'fields: a'],
  ['concepts', 'an unknown key of a concept', 'note: a', 'notes: a'],
  ['concepts', 'a capital in an id', 'id: swelling', 'id: Swelling'],
  ['concepts', 'an underscore in an id', 'id: swelling', 'id: skin_swelling'],
  ['concepts', 'no id', 'id: swelling\n    ', ''],
  ['concepts', 'no kind', '    kind: sign\n', ''],
  ['concepts', 'an unknown kind', 'kind: sign', 'kind: symptoms'],
  ['concepts', 'a preferred term for one style only', ', uk: oedema of skin', ''],
  ['concepts', 'a list where a preferred term is expected', '{us: edema of skin, uk: oedema of skin}', '[edema]'],
  ['concepts', 'an unknown status', 'status: admitted', 'status: allowed'],
  ['concepts', 'a name without status', ', status: admitted', ''],
  ['concepts', 'a name that is a truth value', 'text: oedematous skin', 'text: true'],
  ['concepts', 'an unknown locale', 'locale: uk', 'locale: au'],
  ['concepts', 'a deprecated name without reason', ' because: It is vague.,', ''],
  ['concepts', 'an impossible name without reason', 'status: misspelling', 'status: impossible'],
  ['concepts', 'a deprecated name as an error', 'severity: hint', 'severity: error'],
  [
    'concepts',
    'one name where a list is expected',
    'sources: [list]}\n      - {text: oed',
    'sources: list}\n      - {text: oed',
  ],
  ['concepts', 'a definition without source', ', sources: [list], unverified: the site', ''],
  [
    'concepts',
    'a definition that is text alone',
    '{text: Fluid in tissue., sources: [list], unverified: the site}',
    'Fluid in tissue.',
  ],
  ['concepts', 'a fact without source', '        unverified: not read\n', ''],
  [
    'concepts',
    'a fact whose list of sources is empty',
    'severity: warning\n        sources: [list]',
    'severity: warning\n        sources: []',
  ],
  ['concepts', 'an unknown relation', '- is-a:', '- is-an:'],
  ['concepts', 'a fact that says nothing', '- is-a: [disease]\n        severity', '- severity'],
  ['concepts', 'a relation to nothing', 'is-a: [disease]', 'is-a: []'],
  ['concepts', 'an unknown level', 'calcium: normal', 'calcium: raised'],
  ['concepts', 'an unknown analyte', '{calcium: normal}', '{sodium: normal}'],
  ['concepts', 'an unknown tissue', 'tissue: damaged', 'tissue: torn'],
  ['concepts', 'an action without object', ', object: calcium', ''],
  ['concepts', 'an unknown severity of a fact', 'severity: warning', 'severity: loud'],
  ['concepts', 'an unknown relation that is denied', '{caused-by: [any]}', '{caused: [any]}'],
  ['concepts', 'a denied fact without reason', '        because: It has no cause.\n', ''],
  [
    'concepts',
    'a denied fact without source',
    'because: It has no cause.\n        sources: [list]',
    'because: It has no cause.\n        unverified: not read',
  ],
  ['concepts', 'a code without source', ', source: list', ''],
  ['concepts', 'an unknown match of a code', 'match: exact', 'match: close'],
  ['concepts', 'a letter that stands for nothing', ', stands-for: swelling', ''],
  ['concepts', 'a range that is text', '{low: "1"}', 'from 1'],
  ['concepts', 'a closed class without sources', 'closed: {sources: [list]}', 'closed: {}'],
  ['concepts', 'no hit', 'reports: ["avoided-term: Puffy skin"]', 'reports: []'],
  ['concepts', 'no near miss', '      - {text: Swelling., reports: []}\n', ''],
  ['concepts', 'an example that does not say what it reports', ', reports: []', ''],
  ['concepts', 'an example in an unknown style', 'style: us', 'style: australian'],
  ['sources', 'a source without title', 'title: A book\n    ', ''],
  ['sources', 'an unknown key of a source', 'url:', 'link:'],
  [
    'sources',
    'a source that is text',
    'book:\n    title: A book\n    url: "https://example.org"\n    note: a note\n    attribution: by somebody',
    'book: A book',
  ],
  ['wordings', 'no rule', '    rule: absolute-claim\n', ''],
  ['wordings', 'one phrase where a list is expected', 'phrases: [cures]', 'phrases: cures'],
  ['wordings', 'no reason', '    because: Nothing cures it.\n', ''],
  ['wordings', 'no sources', '    sources: [list]\n', ''],
  ['wordings', 'a rewriting for one style only', ', uk: relieves', ''],
  ['wordings', 'an unknown severity', 'severity: hint', 'severity: soft'],
  ['wordings', 'an unknown key', 'unless:', 'except:'],
  ['wordings', 'no near miss', '      - {text: It helps., reports: []}\n', ''],
  ['confusions', 'a wrong form without its right one', ', write: parathyroid', ''],
  ['confusions', 'a hint', 'severity: error', 'severity: hint'],
  ['confusions', 'no severity', '    severity: error\n', ''],
  ['confusions', 'an unknown key of a context', 'topic:', 'topics:'],
  ['confusions', 'no hit', 'reports: ["wrong-word: thyroid"]', 'reports: []'],
  ['eponyms', 'no nouns', '    nouns: [disease]\n', ''],
  ['eponyms', 'an unknown key', 'complete:', 'completed:'],
  ['classifications', 'nothing that it divides', '    of: [disease]\n', ''],
  ['classifications', 'a member without concepts', ', concepts: [calcium]', ''],
  ['classifications', 'an accepted list as a warning', 'severity: hint', 'severity: warning'],
  ['classifications', 'a name that is no member, without reason', ' because: It is no type.,', ''],
  ['classifications', 'no near miss', '      - {text: There is one., reports: []}\n', ''],
  ['word-families', 'an unknown key', 'nouns: [grip]', 'noun: [grip]'],
  ['word-families', 'one verb where a list is expected', 'verbs: [hold, "hold … back"]', 'verbs: hold'],
  ['word-families', 'nothing that tells what a family says', ' about: Not to let go.,', ''],
  ['doses', 'an unknown shape', 'shape: unit', 'shape: units'],
  ['doses', 'no reason', '    because: It looks like a zero.\n', ''],
  ['doses', 'an automatic fix', 'fix: manual', 'fix: safe'],
  ['doses', 'words left out', '  rate: [day]\n', ''],
];

describe('the schemas of the terminology', () => {
  for (const name of files) {
    it(`accept ${name}, whose first line names its schema`, () => {
      const text = readFileSync(path.join(ROOT, name), 'utf8');
      const schema = HEADER.exec(text.slice(0, text.indexOf('\n')))?.[1];
      assert.ok(schema !== undefined, 'the first line is `# yaml-language-server: $schema=…`');
      const place = path.resolve(ROOT, path.dirname(name), schema);
      assert.ok(existsSync(place), `${schema} is there`);
      assert.equal(path.basename(place), schemaFor(name));
      assert.deepEqual(complaints(path.basename(place), text), []);
    });
  }

  it('describe every key that a person writes, so that an editor can show it', () => {
    const bare = readdirSync(SCHEMAS).flatMap((name) =>
      keysWithoutDescription(JSON.parse(readFileSync(path.join(SCHEMAS, name), 'utf8')), name),
    );
    assert.deepEqual(bare, []);
  });
});

describe('the schemas and the compiler', () => {
  for (const [kind, text] of Object.entries(RIGHT)) {
    it(`both accept a right file of ${kind}`, () => {
      assert.deepEqual(complaints(`${kind}.schema.json`, text), []);
      assert.deepEqual(problems(text), []);
    });
  }

  for (const [kind, title, from, to] of FAULTS) {
    it(`both refuse ${kind} with ${title}`, () => {
      const right = RIGHT[kind];
      assert.ok(right.includes(from), `\`${from}\` stands in the right file`);
      const text = right.replace(from, to);
      assert.notDeepEqual(complaints(`${kind}.schema.json`, text), [], 'the schema accepts it');
      assert.notDeepEqual(problems(text), [], 'the compiler accepts it');
    });
  }
});

function complaints(schema: string, text: string): unknown[] {
  const validate = ajv.getSchema(schema) as ValidateFunction;
  validate(parse(text));
  return (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message ?? ''}`);
}

/** What the compiler says of a small file whose links lead into a second one. */
function problems(text: string): readonly string[] {
  const compilation = compileTerminology([
    { path: 'file.yaml', text },
    { path: 'links.yaml', text: LINKS },
  ]);
  return compilation.problems.map((problem) => problem.message);
}

/** What a file holds is told by where it lies. */
function schemaFor(name: string): string {
  if (name.startsWith('concepts/')) return 'concepts.schema.json';
  if (name === 'word-families.yaml') return 'word-families.schema.json';
  if (name === 'wording/doses.yaml') return 'doses.schema.json';
  if (name.startsWith('wording/')) return 'wordings.schema.json';
  return `${name.replace(/-.*|\.yaml$/gu, '')}.schema.json`;
}

/** Keys under `properties`, at any depth, that neither they nor what they point to describes; the names of analytes are plain. */
function keysWithoutDescription(value: unknown, where: string): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => {
    if (key === 'if' || key === 'then' || key === 'anyOf' || key === 'contains') return [];
    if (key !== 'properties') return keysWithoutDescription(part, `${where} ${key}`);
    return Object.entries(part as Record<string, object>).flatMap(([name, property]) => [
      ...('description' in property || '$ref' in property || where.endsWith(' level') ? [] : [`${where}: ${name}`]),
      ...keysWithoutDescription(property, `${where} ${name}`),
    ]);
  });
}
