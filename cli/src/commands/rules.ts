import { allRules, nearestName, type Rule } from '../../../engine/src/index.js';
import type { GlobalFlags } from '../command-line.js';
import { write, type CommandEnvironment } from '../environment.js';
import { rulePage } from '../rule-page.js';
import { colorsFor, widthOf, wrap, type Colors } from '../terminal.js';
import { UsageError } from '../trouble.js';

/** Lists the rules, or explains one. @throws UsageError where there is no such rule */
export async function rules(id: string | undefined, flags: GlobalFlags, environment: CommandEnvironment): Promise<0> {
  const colors = colorsFor(environment.stdout, environment.env, flags.color);
  const width = widthOf(environment.stdout, environment.env);
  await write(environment.stdout, id === undefined ? listText(colors, width) : ruleText(ruleOf(id), colors, width));
  return 0;
}

function ruleOf(id: string): Rule {
  const found = allRules.find((rule) => rule.id === id);
  if (found !== undefined) return found;
  const meant = nearestName(
    id,
    allRules.map((rule) => rule.id),
  );
  throw new UsageError(
    `there is no rule ${id}${meant === undefined ? '' : `; did you mean ${meant}?`} \`kossa rules\` lists them.`,
  );
}

function listText(colors: Colors, width: number): string {
  const longest = Math.max(...allRules.map((rule) => rule.id.length));
  const lines = allRules.flatMap((rule) => {
    const [first = '', ...rest] = wrap(
      `${rule.summary} (${rule.severities.join(', ')})`,
      Math.max(30, width - longest - 4),
    );
    return [
      `  ${colors.bold(rule.id.padEnd(longest))}  ${first}`,
      ...rest.map((line) => `${' '.repeat(longest + 4)}${line}`),
    ];
  });
  return `${lines.join('\n')}\n\n${wrap('kossa rules NAME explains a rule. --rule NAME:off, or a .kossarc.json, changes what is reported.', width).join('\n')}\n`;
}

function ruleText(rule: Rule, colors: Colors, width: number): string {
  const indented = (text: string): string =>
    wrap(text, width - 2)
      .map((line) => `  ${line}`)
      .join('\n');
  const parts = [
    `${colors.bold(rule.id)}\n\n${indented(rule.summary)}`,
    `${colors.bold('Why')}\n\n${indented(rule.rationale)}`,
    `${colors.bold('Reports')}\n\n${indented(`${rule.severities.join(', ')}${rule.healthWritingOnly ? '; in health writing only (see --scope)' : ''}. ${FIXES[rule.fixable]}`)}`,
    ...optionsText(rule, colors),
    `${colors.bold('Change it')}\n\n  kossa lint --rule ${rule.id}:off\n  .kossarc.json: { "rules": { "${rule.id}": "off" } }\n  one line: <!-- kossa-disable-next-line ${rule.id} -->`,
    `${colors.bold('More')}\n\n  ${rulePage(rule.id)}`,
  ];
  return `${parts.join('\n\n')}\n`;
}

function optionsText(rule: Rule, colors: Colors): string[] {
  const defaults = Object.entries(rule.options?.defaults ?? {});
  if (defaults.length === 0) return [];
  return [
    `${colors.bold('Options')}\n\n${defaults.map(([name, value]) => `  ${name}: ${JSON.stringify(value)} unless set`).join('\n')}`,
  ];
}

const FIXES: Readonly<Record<Rule['fixable'], string>> = {
  safe: '--fix puts right what is certain.',
  review: 'It proposes what to write; you decide.',
  manual: 'It says what to do; there is no automatic fix.',
  none: 'There is no automatic fix.',
};
