import { l10n } from 'vscode';
import type { StatusParams } from '../../protocol.js';

/** In a few words, for the item itself. */
export function statusText({ state, findings }: StatusParams): string {
  if (state === 'failed') return `$(error) ${l10n.t('Kossa cannot run')}`;
  if (state === 'paused') return `$(debug-pause) ${l10n.t('Kossa: paused')}`;
  if (state === 'off') return `$(circle-slash) ${l10n.t('Kossa: off here')}`;
  const count = findings.error + findings.warning + findings.info + findings.hint;
  if (count === 0) return `$(check) ${l10n.t('Kossa: no findings')}`;
  const text = count === 1 ? l10n.t('Kossa: 1 finding') : l10n.t('Kossa: {0} findings', count);
  return `$(${findings.error > 0 ? 'error' : 'info'}) ${text}`;
}

/**
 * The rest of the line: counts by severity, grade, style rules, configuration, trouble.
 * @param grade US grade level, where it is known
 */
export function statusDetail(status: StatusParams, grade?: number): string {
  if (status.problem !== undefined) return status.problem;
  if (status.state !== 'checked') return '';
  const { error, warning, info, hint } = status.findings;
  const parts = [
    error === 0 ? '' : error === 1 ? l10n.t('1 error') : l10n.t('{0} errors', error),
    warning === 0 ? '' : warning === 1 ? l10n.t('1 warning') : l10n.t('{0} warnings', warning),
    info === 0 ? '' : l10n.t('{0} info', info),
    hint === 0 ? '' : hint === 1 ? l10n.t('1 hint') : l10n.t('{0} hints', hint),
    grade === undefined ? '' : l10n.t('grade {0}', grade.toFixed(1)),
    styleRulesInWords(status.styleRules),
  ];
  return parts.filter((part) => part !== '').join(', ');
}

function styleRulesInWords(styleRules: StatusParams['styleRules']): string {
  switch (styleRules) {
    case 'speak':
      return l10n.t('style rules speak');
    case 'rest-too-few-terms':
      return l10n.t('style rules rest: the text names few medical terms (kossa.scope is auto)');
    case 'rest-no-configuration':
      return l10n.t('style rules rest: no configuration file covers this file (kossa.scope is configured)');
  }
}
