// npm run new:rule -- <id>: the three files of a rule, to be filled in. Then `npm run generate`.
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from './project-root.js';

const id = process.argv[2] ?? '';
const files = filesOfRule(id);
const taken = Object.keys(files).filter((file) => existsSync(path.join(projectRoot, file)));
if (!/^[a-z]+(?:-[a-z]+)+$/u.test(id)) {
  console.error(
    'usage: npm run new:rule -- <id>\nThe id names what the rule reports, in small letters with dashes: ambiguous-dose-unit',
  );
  process.exitCode = 2;
} else if (taken.length > 0) {
  console.error(`${taken.join(', ')}: there already`);
  process.exitCode = 2;
} else {
  for (const [file, content] of Object.entries(files)) {
    writeFileSync(path.join(projectRoot, file), content);
    console.log(`${file} written`);
  }
  console.log(`Fill them in, add the rule to engine/src/rules/index.ts, then run \`npm run generate\`.`);
}

function filesOfRule(ruleId: string): Record<string, string> {
  return {
    [`engine/src/rules/${ruleId}.ts`]: ruleSource(ruleId),
    [`test/rules/${ruleId}.md`]: ruleFixtures(ruleId),
    [`docs/rules/${ruleId}.md`]: rulePage(ruleId),
  };
}

function ruleSource(ruleId: string): string {
  return `import { defineRule } from './rule.js';

export default defineRule({
  id: '${ruleId}',
  summary: 'One sentence: what it reports.',
  rationale: 'Why it matters to a reader, in two or three sentences.',
  category: 'terms',
  severity: 'warning',
  severities: ['warning'],
  since: '0.1.0',
  fixable: 'none',
  healthWritingOnly: false,
  reads: 'document',
  sources: [],
  messages: { found: '“{{written}}”: what holds, and why.' },
  examples: [
    { text: 'A sentence that it reports.', reports: ['words'] },
    { text: 'A sentence close to it that it does not.', reports: [] },
  ],
  check({ document, report }) {
    for (const block of document.blocks) {
      for (const mention of block.mentions) {
        report({ at: { block: block.index, span: mention.span }, message: 'found', data: { written: block.text.slice(mention.span.start, mention.span.end) } });
      }
    }
  },
});
`;
}

function ruleFixtures(ruleId: string): string {
  return `# ${ruleId}

## is reported where it stands in a sentence

\`\`\`md
A sentence with the words.
                    ^^^^^ ${ruleId}
\`\`\`

## the near miss is silent

\`\`\`md
A sentence without them.
\`\`\`
`;
}

function rulePage(ruleId: string): string {
  return `# ${ruleId}

## What it reports

## Why

## Examples

<!-- generated: examples -->
<!-- /generated -->

## Options

<!-- generated: options -->
<!-- /generated -->

## Fix safety

## When to switch it off

## Sources

<!-- generated: sources -->
<!-- /generated -->
`;
}
