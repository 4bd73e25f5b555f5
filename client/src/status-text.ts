import type { StatusParams } from '../../protocol.js';

/** In a few words, for the item itself. */
export function statusText({ state, findings }: StatusParams): string {
  if (state === 'failed') return '$(error) Kossa cannot run';
  if (state === 'paused') return '$(debug-pause) Kossa: paused';
  if (state === 'off') return '$(circle-slash) Kossa: off here';
  const count = findings.error + findings.warning + findings.info + findings.hint;
  if (count === 0) return '$(check) Kossa: no findings';
  return `$(${findings.error > 0 ? 'error' : 'info'}) Kossa: ${count} ${count === 1 ? 'finding' : 'findings'}`;
}

/**
 * The rest of the line: counts by severity, grade, style rules, configuration, trouble.
 * @param grade US grade level, where it is known
 */
export function statusDetail(status: StatusParams, grade?: number): string {
  if (status.problem !== undefined) return status.problem;
  if (status.state !== 'checked') return '';
  const counts = (['error', 'warning', 'info', 'hint'] as const).flatMap((severity) => {
    const count = status.findings[severity];
    return count === 0 ? [] : [`${count} ${severity}${count === 1 || severity === 'info' ? '' : 's'}`];
  });
  const graded = grade === undefined ? [] : [`grade ${grade.toFixed(1)}`];
  return [...counts, ...graded, STYLE_RULES[status.styleRules]].join(', ');
}

const STYLE_RULES: Readonly<Record<StatusParams['styleRules'], string>> = {
  speak: 'style rules speak',
  'rest-too-few-terms': 'style rules rest: the text names few medical terms (kossa.scope is auto)',
  'rest-no-configuration': 'style rules rest: no configuration file covers this file (kossa.scope is configured)',
};
