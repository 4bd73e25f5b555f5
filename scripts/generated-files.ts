import { readFileSync, existsSync } from 'node:fs';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { applyEdits, findNodeAtLocation, modify, parseTree, type JSONPath, type Node } from 'jsonc-parser';
import { allRules } from '../engine/src/rules/index.js';
import type { Rule } from '../engine/src/rules/rule.js';
import { configurationSchema, rulesSchema } from './configuration-schema.js';
import { projectRoot } from './project-root.js';
import { termsSchema } from './terms-schema.js';
import { shownStrings, translatableManifest } from './translations.js';

/** A file that the rules determine, whole or in part. */
export interface GeneratedFile {
  /** Relative to the project, with slashes. */
  readonly path: string;
  readonly content: string;
}

/**
 * Every file with derived content as it must be, from the rules and what people wrote around the derived parts. A
 * page that nobody has written yet is not made: `rulesWithoutPage` names its rule.
 * @throws Error where the manifest has no place for the rules
 */
export async function generatedFiles(): Promise<GeneratedFile[]> {
  const manifest = withRuleSettings(readProjectFile('package.json'));
  const { strings } = translatableManifest(JSON.parse(manifest) as object);
  return [
    { path: 'docs/rules/README.md', content: ruleIndex() },
    ...allRules
      .filter((rule) => hasPage(rule))
      .map((rule) => ({ path: pageOf(rule), content: rulePage(rule, readProjectFile(pageOf(rule))) })),
    { path: 'package.json', content: manifest },
    { path: 'package.nls.json', content: await formatted('package.nls.json', JSON.stringify(strings)) },
    {
      path: 'l10n/bundle.l10n.json',
      content: await formatted('l10n/bundle.l10n.json', JSON.stringify(await shownStrings())),
    },
    {
      path: 'schema/kossarc.schema.json',
      content: await formatted('schema/kossarc.schema.json', JSON.stringify(configurationSchema(allRules))),
    },
    {
      path: 'schema/terms.schema.json',
      content: await formatted('schema/terms.schema.json', JSON.stringify(termsSchema())),
    },
    ...readmeWithRules(),
  ];
}

export function rulesWithoutPage(): string[] {
  return allRules.filter((rule) => !hasPage(rule)).map((rule) => rule.id);
}

function pageOf(rule: Rule): string {
  return `docs/rules/${rule.id}.md`;
}

function hasPage(rule: Rule): boolean {
  return existsSync(path.join(projectRoot, pageOf(rule)));
}

function readProjectFile(name: string): string {
  return readFileSync(path.join(projectRoot, name), 'utf8');
}

/** In the style that `npm run lint` asks for. */
async function formatted(name: string, content: string): Promise<string> {
  const filepath = path.join(projectRoot, name);
  return format(content, { ...(await resolveConfig(filepath)), filepath });
}

function ruleIndex(): string {
  return [
    '<!-- Made by `npm run generate` from engine/src/rules. -->',
    '',
    '# Rules',
    '',
    'What Kossa reports, by id. Each id can be switched off or set to another level in the configuration',
    '(`"rules": { "eponym-form": "off" }`), in the editor’s settings (`kossa.rules`) and in a comment',
    '(`<!-- kossa-disable-next-line eponym-form -->`).',
    '',
    ruleTable(''),
    '',
    '**Fix** is the best grade that the rule’s fixes reach: *safe* fixes are applied by `kossa lint --fix` and by',
    '“fix all” in the editor, *review* fixes are offered one by one, *manual* ones say what to do.',
    'Rules marked † speak in health writing only: in a file that a configuration covers, or one whose text names',
    'enough medical concepts (`kossa.scope`).',
    '',
  ].join('\n');
}

function ruleTable(linkPrefix: string): string {
  const rows = allRules.map(
    (rule) =>
      `| [${rule.id}](${linkPrefix}${rule.id}.md)${rule.healthWritingOnly ? ' †' : ''} | ${rule.summary} | ${rule.severities.join(', ')} | ${rule.fixable} |`,
  );
  return ['| Rule | Reports | Severity | Fix |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

/** A rule page: its derived parts replaced, everything else as a person wrote it. */
export function rulePage(rule: Rule, page: string): string {
  let content = replacePart(page, 'head', ruleHead(rule)) ?? insertHead(rule, page);
  content = replacePart(content, 'examples', ruleExamples(rule)) ?? content;
  content = replacePart(content, 'options', ruleOptions(rule)) ?? content;
  return replacePart(content, 'sources', ruleSources(rule)) ?? content;
}

function insertHead(rule: Rule, page: string): string {
  const body = page.replace(/^# .*\n+/u, '');
  return `# ${rule.id}\n\n${part('head', ruleHead(rule))}\n\n${body}`;
}

export function ruleHead(rule: Rule): string {
  const reportedAs =
    rule.severities.length === 1
      ? rule.severity
      : `${rule.severity} (also ${rule.severities.filter((severity) => severity !== rule.severity).join(', ')})`;
  return [
    rule.summary,
    '',
    '| Reported as | Fix | Speaks in | Since |',
    '| --- | --- | --- | --- |',
    `| ${reportedAs} | ${rule.fixable} | ${rule.healthWritingOnly ? 'health writing' : 'every file'} | ${rule.since} |`,
  ].join('\n');
}

function ruleExamples(rule: Rule): string {
  const block = (heading: string, examples: Rule['examples']): string[] =>
    examples.length === 0
      ? []
      : [heading, '', '```md', examples.map((example) => example.text).join('\n\n'), '```', ''];
  const style = (wanted: string | undefined): Rule['examples'] =>
    rule.examples.filter((example) => example.style === wanted);
  const reported = (examples: Rule['examples']): Rule['examples'] =>
    examples.filter((example) => example.reports.length > 0);
  const silent = (examples: Rule['examples']): Rule['examples'] =>
    examples.filter((example) => example.reports.length === 0);
  return [
    ...block('Reported:', reported(style(undefined))),
    ...block('Not reported:', silent(style(undefined))),
    ...block('Reported in US style:', reported(style('us'))),
    ...block('Not reported in US style:', silent(style('us'))),
    ...block('Reported in UK style:', reported(style('uk'))),
    ...block('Not reported in UK style:', silent(style('uk'))),
  ]
    .join('\n')
    .trimEnd();
}

function ruleOptions(rule: Rule): string {
  const properties =
    (rule.options?.schema as { properties?: Record<string, { type?: string; description?: string }> } | undefined)
      ?.properties ?? {};
  const names = Object.keys(properties);
  if (names.length === 0) return 'None.';
  const rows = names.map(
    (name) =>
      `| \`${name}\` | ${properties[name]!.description ?? ''} | \`${JSON.stringify(rule.options!.defaults[name])}\` |`,
  );
  return ['| Option | What it does | Default |', '| --- | --- | --- |', ...rows].join('\n');
}

function ruleSources(rule: Rule): string {
  return rule.sources.map((source) => `- ${/^https?:/u.test(source) ? `<${source}>` : source}`).join('\n');
}

/** The table in the README, where it has a place for it. */
function readmeWithRules(): GeneratedFile[] {
  if (!existsSync(path.join(projectRoot, 'README.md'))) return [];
  const content = replacePart(readProjectFile('README.md'), 'rules', ruleTable('docs/rules/'));
  return content === undefined ? [] : [{ path: 'README.md', content }];
}

/** The text with a derived part replaced; undefined where it has no place for it. */
function replacePart(text: string, name: string, content: string): string | undefined {
  const start = text.indexOf(`<!-- generated: ${name} -->`);
  if (start < 0) return undefined;
  const end = text.indexOf(END_OF_PART, start);
  if (end < 0) throw new Error(`“<!-- generated: ${name} -->” is never followed by “${END_OF_PART}”`);
  return text.slice(0, start) + part(name, content) + text.slice(end + END_OF_PART.length);
}

const END_OF_PART = '<!-- /generated -->';

function part(name: string, content: string): string {
  return content === ''
    ? `<!-- generated: ${name} -->\n${END_OF_PART}`
    : `<!-- generated: ${name} -->\n\n${content}\n\n${END_OF_PART}`;
}

/** The manifest with the schema of `kossa.rules`; every other character stays. */
export function withRuleSettings(manifest: string): string {
  const withRules = withSchema(manifest, pathOfSetting('kossa.rules', manifest), rulesSchema(allRules));
  return withSchema(withRules, pathOfSetting('kossa.severityOverrides', withRules), {
    properties: Object.fromEntries(
      allRules.map(({ id, summary }) => [id, { description: summary, type: 'string', enum: SHOWN_AS }]),
    ),
    additionalProperties: false,
  });
}

const SHOWN_AS = ['off', 'hint', 'info', 'warning', 'error'];

function withSchema(manifest: string, place: JSONPath, schema: object): string {
  return Object.entries(schema).reduce((text, [key, value]: [string, unknown]) => {
    const edits = modify(text, [...place, key], value, {
      formattingOptions: { insertSpaces: true, tabSize: 2, eol: '\n' },
    });
    return applyEdits(text, edits);
  }, manifest);
}

function pathOfSetting(id: string, manifest: string): JSONPath {
  const sections = findNodeAtLocation(parseTree(manifest)!, ['contributes', 'configuration'])?.children ?? [];
  const index = sections.findIndex((section: Node) => findNodeAtLocation(section, ['properties', id]) !== undefined);
  if (index < 0) throw new Error(`package.json has no setting ${id} in contributes.configuration`);
  return ['contributes', 'configuration', index, 'properties', id];
}
