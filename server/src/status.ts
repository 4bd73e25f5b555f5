import type { Severity } from '../../engine/src/index.js';
import type { StatusParams } from '../../protocol.js';
import type { DocumentSettings } from './document-settings.js';
import type { Linted } from './linter.js';

const NO_FINDINGS: StatusParams['findings'] = { error: 0, warning: 0, info: 0, hint: 0 };

/** What the status item shows of a document. */
export function statusOf(
  uri: string,
  linted: Linted | undefined,
  settings: DocumentSettings,
  paused: boolean,
  failure: string | undefined,
): StatusParams {
  const problem = failure ?? settings.problems[0];
  return {
    uri,
    state: failure !== undefined ? 'failed' : paused ? 'paused' : linted === undefined ? 'off' : 'checked',
    findings: linted === undefined ? NO_FINDINGS : countBySeverity(linted),
    styleRules: linted === undefined || linted.result.document.healthWriting ? 'speak' : whyStyleRulesRest(settings),
    scope: settings.configuration.scope ?? 'auto',
    ...(settings.file === undefined ? {} : { configurationFile: settings.file }),
    ...(problem === undefined ? {} : { problem }),
  };
}

function whyStyleRulesRest(settings: DocumentSettings): StatusParams['styleRules'] {
  return settings.configuration.scope === 'configured' ? 'rest-no-configuration' : 'rest-too-few-terms';
}

function countBySeverity(linted: Linted): StatusParams['findings'] {
  const counts: Record<Severity, number> = { ...NO_FINDINGS };
  for (const finding of linted.result.findings) counts[finding.severity]++;
  return counts;
}
