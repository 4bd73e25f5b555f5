import {
  RULE_LEVELS,
  SCOPES,
  STYLES,
  type Configuration,
  type RuleSetting,
  type Severity,
} from '../../engine/src/index.js';
import { CARD_PARTS, type CardPart } from './card-parts.js';

export type Run = 'onType' | 'onSave' | 'off';

/** The section `kossa` of the editor's settings, as read for one document. */
export interface EditorSettings {
  readonly enable: boolean;
  readonly run: Run;
  /** Milliseconds without typing before findings are looked for. */
  readonly delay: number;
  /** The word that is being typed is left alone. */
  readonly focusMode: boolean;
  readonly hover: boolean;
  /** What a hover says of a term, in this order. */
  readonly hoverParts: readonly CardPart[];
  /** What findings of a rule are shown as, whatever a configuration says. */
  readonly severityOverrides: SeverityOverrides;
  readonly completion: boolean;
  readonly semanticTokens: boolean;
  readonly inlayHints: boolean;
  /** Articles that are not open are checked as well. */
  readonly workspaceDiagnostics: boolean;
  /** A path or URI that the writer names instead of the nearest file. */
  readonly configFile: string | undefined;
  /** What the settings say of linting, in the words of a configuration file. */
  readonly configuration: Configuration;
}

/** Severities by rule; `off` shows none of its findings. */
export type SeverityOverrides = Readonly<Record<string, Severity | 'off'>>;

/** Settings are the writer's: what cannot be used is left out, and the default stands. */
export function readSettings(section: unknown): EditorSettings {
  const settings = isRecord(section) ? section : {};
  const hover = isRecord(settings['hover']) ? settings['hover'] : {};
  const completion = isRecord(settings['completion']) ? settings['completion'] : {};
  return {
    enable: settings['enable'] !== false,
    run: oneOf(settings['run'], RUNS) ?? 'onType',
    delay: milliseconds(settings['delay']),
    focusMode: settings['focusMode'] !== false,
    hover: hover['enable'] !== false,
    hoverParts: readHoverParts(hover['show']),
    severityOverrides: readSeverityOverrides(settings['severityOverrides']),
    completion: completion['enable'] !== false,
    semanticTokens: isOn(settings['semanticHighlighting']),
    inlayHints: isOn(settings['inlayHints']),
    workspaceDiagnostics: isOn(settings['workspaceDiagnostics']),
    configFile: nonEmptyString(settings['configFile']),
    configuration: readConfiguration(settings),
  };
}

/** Off unless the writer says otherwise. */
function isOn(setting: unknown): boolean {
  return isRecord(setting) && setting['enable'] === true;
}

/** More than this is no delay but a standstill. */
const LONGEST_DELAY_MS = 10_000;

function milliseconds(value: unknown): number {
  return typeof value === 'number' && value > 0 ? Math.min(value, LONGEST_DELAY_MS) : 0;
}

const RUNS: readonly Run[] = ['onType', 'onSave', 'off'];

function readConfiguration(settings: Record<string, unknown>): Configuration {
  const style = oneOf(settings['style'], STYLES);
  const scope = oneOf(settings['scope'], SCOPES);
  const frontMatterProse = strings(settings['frontMatterProse']);
  return {
    ...(style === undefined ? {} : { style }),
    ...(scope === undefined ? {} : { scope }),
    rules: readRules(settings['rules']),
    words: [...strings(settings['words']), ...strings(settings['userWords'])],
    allow: strings(settings['allow']),
    ...(frontMatterProse.length === 0 ? {} : { frontMatterProse }),
    ...(settings['generalSpelling'] === true ? { generalSpelling: true } : {}),
    ...(settings['requireReviewDates'] === true ? { requireReviewDates: true } : {}),
  };
}

function readHoverParts(value: unknown): readonly CardPart[] {
  if (!Array.isArray(value)) return CARD_PARTS;
  return [...new Set(value.flatMap((part) => oneOf(part, CARD_PARTS) ?? []))];
}

const SHOWN_AS = ['off', 'hint', 'info', 'warning', 'error'] as const;

function readSeverityOverrides(value: unknown): SeverityOverrides {
  const overrides: Record<string, Severity | 'off'> = {};
  for (const [id, level] of Object.entries(isRecord(value) ? value : {})) {
    const known = oneOf(level, SHOWN_AS);
    if (known !== undefined) overrides[id] = known;
  }
  return overrides;
}

function readRules(value: unknown): Readonly<Record<string, RuleSetting>> {
  const rules: Record<string, RuleSetting> = {};
  if (!isRecord(value)) return rules;
  for (const [id, setting] of Object.entries(value)) {
    const [level, options] = Array.isArray(setting) ? (setting as unknown[]) : [setting, undefined];
    const known = oneOf(level, RULE_LEVELS);
    if (known === undefined) continue;
    rules[id] = isRecord(options) ? [known, options] : known;
  }
  return rules;
}

function oneOf<T extends string>(value: unknown, choices: readonly T[]): T | undefined {
  return choices.find((choice) => choice === value);
}

function strings(value: unknown): readonly string[] {
  return Array.isArray(value)
    ? value.filter((entry): entry is string => typeof entry === 'string' && entry.trim() !== '')
    : [];
}

function nonEmptyString(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
