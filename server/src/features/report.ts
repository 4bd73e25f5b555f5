import * as l10n from '@vscode/l10n';
import type {
  AnalyzedDocument,
  Configuration,
  ConfigurationPart,
  DocumentLanguage,
  Engine,
  Rule,
  RuleSetting,
} from '../../../engine/src/index.js';
import type { ReportParams } from '../../../protocol.js';
import { escapeMarkdown } from '../cards.js';
import { rulePage } from '../convert.js';
import type { DocumentSettings } from '../document-settings.js';
import type { Linted } from '../linter.js';

export interface ReportInput extends ReportParams {
  readonly name: string;
  readonly settings: DocumentSettings;
  /** Undefined where nothing is checked. */
  readonly linted: Linted | undefined;
  readonly engine: Engine | undefined;
  readonly paused: boolean;
  /** Why nothing can be checked at all, in words for the writer. */
  readonly failure: string | undefined;
}

/** What is active for a document and why, as a page in Markdown. */
export function reportMarkdown(input: ReportInput): string {
  return `${[
    `# ${l10n.t('What is active in {0}', escapeMarkdown(input.name))}`,
    stateInWords(input),
    ...configurationSection(input.settings),
    ...rulesSection(input),
    ...versionsSection(input),
  ].join('\n\n')}\n`;
}

function stateInWords({ settings, linted, paused, failure }: ReportInput): string {
  if (failure !== undefined) return failure;
  if (paused) return l10n.t('Nothing is checked: Kossa is paused for this session.');
  if (settings.ignoredBy !== undefined) {
    return l10n.t('Nothing is checked: {0} leaves this file out.', code(settings.ignoredBy));
  }
  if (!settings.enabled) return l10n.t('Nothing is checked: the setting `kossa.enable` is off here.');
  if (settings.run === 'off') {
    return l10n.t('Nothing is reported: the setting `kossa.run` is `off`. Hovers and completion go on.');
  }
  if (linted === undefined) return l10n.t('The document is not open.');
  const { document, findings } = linted.result;
  if (
    document.frontMatter?.entries.some(
      ({ key, value }) => key === 'kossa' && /^(?:false|off|no)$/iu.test(String(value)),
    ) === true
  ) {
    return l10n.t('Nothing is reported: the front matter says `kossa: false`.');
  }
  const language = languageInWords(document.language);
  const count = findings.length === 1 ? l10n.t('1 finding') : l10n.t('{0} findings', findings.length);
  const checked =
    settings.run === 'onSave'
      ? l10n.t('Checked when the file is opened and saved, as {0}: {1}.', language, count)
      : l10n.t('Checked while you type, as {0}: {1}.', language, count);
  return `${checked} ${styleRulesInWords(document, settings)}`;
}

function languageInWords(language: DocumentLanguage): string {
  if (language === 'plaintext') return l10n.t('plain text');
  return language === 'mdx' ? 'MDX' : 'Markdown';
}

function styleRulesInWords({ healthWriting }: AnalyzedDocument, { configuration }: DocumentSettings): string {
  if (healthWriting) return l10n.t('Rules of style speak.');
  return configuration.scope === 'configured'
    ? l10n.t('Rules of style rest: no configuration file covers this file (`kossa.scope` is `configured`).')
    : l10n.t('Rules of style rest: the text names few medical terms (`kossa.scope` is `auto`).');
}

function configurationSection(settings: DocumentSettings): string[] {
  const lines = [`## ${l10n.t('Configuration')}`];
  if (settings.files.length === 0) {
    lines.push(l10n.t('No configuration file covers this document; the settings of the editor hold.'));
  } else {
    const title = l10n.t('Files, nearest first; they go before the settings of the editor:');
    lines.push(title, list(settings.files.map(code)));
  }
  if (settings.problems.length > 0) {
    lines.push(l10n.t('What is wrong in them:'), list(settings.problems.map(escapeMarkdown)));
  }
  const values = heldValues(settings);
  if (values.length > 0) lines.push(table([l10n.t('What'), l10n.t('Value'), l10n.t('Said by')], values));
  return lines;
}

/** What is said and who says it last; rules have a table of their own. */
function heldValues(settings: DocumentSettings): string[][] {
  const held = new Map<string, { readonly value: unknown; readonly from: string }>();
  for (const { from, configuration } of saidBy(settings)) {
    for (const [key, value] of Object.entries(configuration)) {
      if (key === 'rules' || (Array.isArray(value) && value.length === 0)) continue;
      const before = held.get(key);
      const isList = Array.isArray(value) && before !== undefined;
      held.set(key, isList ? { value, from: `${before.from}, ${from}` } : { value, from });
    }
  }
  return [...held].map(([key, { value, from }]) => {
    const joined = settings.configuration[key as keyof Configuration] ?? value;
    return [code(key), Array.isArray(joined) ? listed(joined as unknown[]) : code(JSON.stringify(joined)), from];
  });
}

const MOST_LISTED = 12;

function listed(values: readonly unknown[]): string {
  const shown = values
    .slice(0, MOST_LISTED)
    .map((value) => code(typeof value === 'string' ? value : JSON.stringify(value)));
  return values.length > MOST_LISTED
    ? l10n.t('{0} and {1} more', shown.join(', '), values.length - MOST_LISTED)
    : shown.join(', ');
}

function rulesSection({ engine, linted, settings }: ReportInput): string[] {
  if (engine === undefined) return [];
  const rests = linted !== undefined && !linted.result.document.healthWriting;
  const rows = engine.rules.map((rule) => {
    const said = saidOf(rule, settings);
    const shown = settings.severityOverrides[rule.id];
    const level = shown ?? (said === undefined ? rule.severities.join(', ') : levelOf(said.setting));
    const count = linted?.result.findings.filter((finding) => finding.ruleId === rule.id).length ?? 0;
    const why =
      shown === undefined ? (said?.from ?? l10n.t('default')) : l10n.t('settings of the editor, severityOverrides');
    return [
      `[${rule.id}](${rulePage(rule.id)})`,
      level,
      rests && rule.healthWritingOnly && level !== 'off' ? l10n.t('{0}; rests here', why) : why,
      count === 0 ? '' : String(count),
    ];
  });
  const head = [l10n.t('Rule'), l10n.t('Level'), l10n.t('Why'), l10n.t('Findings')];
  return [`## ${l10n.t('Rules')}`, table(head, rows)];
}

function saidOf(
  rule: Rule,
  settings: DocumentSettings,
): { readonly setting: RuleSetting; readonly from: string } | undefined {
  const last = saidBy(settings).findLast(({ configuration }) => configuration.rules?.[rule.id] !== undefined);
  return last === undefined ? undefined : { setting: settings.configuration.rules![rule.id]!, from: last.from };
}

function levelOf(setting: RuleSetting): string {
  return typeof setting === 'string' ? setting : setting[0];
}

/** Everything that says something of the document, the strongest last. */
function saidBy(
  settings: DocumentSettings,
): readonly { readonly from: string; readonly configuration: Configuration }[] {
  return [
    { from: l10n.t('settings of the editor'), configuration: settings.editor },
    ...settings.parts.map((part) => ({ from: nameOf(part), configuration: part.configuration })),
  ];
}

function nameOf({ file, extendedBy, override }: ConfigurationPart): string {
  const place = `${code(file)}${override === undefined ? '' : `, \`overrides\` ${override}`}`;
  return extendedBy === undefined ? place : l10n.t('{0}, extended by {1}', place, code(extendedBy));
}

function versionsSection({ versions = [], engine }: ReportInput): string[] {
  const rows = versions.map(({ name, version }) => [escapeMarkdown(name), escapeMarkdown(version)]);
  if (engine !== undefined) {
    const { compiled } = engine.terminology;
    rows.push(
      [
        l10n.t('Terminology'),
        l10n.t('{0} terms, data {1}', compiled.concepts.length, compiled.contentHash.slice(0, 12)),
      ],
      [l10n.t('Rules'), String(engine.rules.length)],
      [
        l10n.t('Word list'),
        engine.words === undefined ? l10n.t('missing: misspellings are not found') : l10n.t('there'),
      ],
    );
  }
  return rows.length === 0 ? [] : [`## ${l10n.t('Versions')}`, table(['', l10n.t('Version')], rows)];
}

function list(lines: readonly string[]): string {
  return lines.map((line) => `- ${line}`).join('\n');
}

function code(text: string): string {
  return `\`${text.replaceAll('`', 'ˋ').replaceAll('|', '\\|')}\``;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}
