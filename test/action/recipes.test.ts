// What docs/ci.md tells people to copy.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import { FORMATS } from '../../cli/src/reports/formats.js';
import { projectRoot } from '../../scripts/project-root.js';
import { removeWorkplaces, Workplace } from '../cli/kossa.js';

const page = read('docs/ci.md');
const gitlab = read('examples/ci/.gitlab-ci.yml');
const megalinter = parse(read('examples/ci/kossa.megalinter-descriptor.yml')) as {
  linters: [
    {
      cli_lint_extra_args: string[];
      cli_sarif_args: string[];
      cli_lint_fix_arg_name: string;
      cli_config_arg_name: string;
    },
  ];
};
const action = parse(read('action.yml')) as { inputs: Record<string, unknown>; outputs: Record<string, unknown> };

describe('the recipes for CI', () => {
  after(removeWorkplaces);

  it('use flags that the command has', async () => {
    const { out } = await new Workplace().run(['lint', '--help']);
    const known = new Set(out.match(/--[a-z-]+/gu));
    const [linter] = megalinter.linters;
    const recipes = [
      ...[page, gitlab].flatMap((text) => text.match(/kossa lint [^\n|"]*/gu) ?? []),
      [
        ...linter.cli_lint_extra_args,
        linter.cli_lint_fix_arg_name,
        linter.cli_config_arg_name,
        linter.cli_sarif_args[0],
      ].join(' '),
    ];
    assert.ok(recipes.length > 6);
    const flags = recipes.flatMap((recipe) => recipe.match(/(?<=\s)--[a-z-]+/gu) ?? []);
    assert.deepEqual(
      flags.filter((flag) => !known.has(flag)),
      [],
    );
  });

  it('write reports in formats that there are', () => {
    const formats = [page, gitlab].flatMap((text) => [...text.matchAll(/-o ([a-z]+):/gu)].map(([, name]) => name!));
    assert.ok(formats.length > 3);
    assert.deepEqual(
      formats.filter((name) => !Object.hasOwn(FORMATS, name)),
      [],
    );
  });

  it('are valid YAML and JSON', () => {
    for (const [, language, text] of page.matchAll(/^```(yaml|json)\n([\s\S]*?)^```$/gmu)) {
      if (language === 'json') assert.ok(JSON.parse(text!));
      else for (const document of parseAllDocuments(text!)) assert.deepEqual(document.errors, []);
    }
  });

  it('have for GitLab what the example has', () => {
    const shown = /# \.gitlab-ci\.yml\n([\s\S]*?)^```$/mu.exec(page)![1]!;
    assert.deepEqual(parse(shown), parse(gitlab));
  });

  it('tell of each input and output of the Action', () => {
    for (const name of [...Object.keys(action.inputs), ...Object.keys(action.outputs)]) {
      assert.ok(page.includes(`\`${name}\``), name);
    }
  });
});

function read(name: string): string {
  return readFileSync(path.join(projectRoot, name), 'utf8');
}
