// The GitHub Action: the steps of action.yml, run by bash as a runner runs them, on a real repository.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { projectRoot } from '../../scripts/project-root.js';
import { removeWorkplaces, Workplace } from '../cli/kossa.js';
import { git, pullRequest, repository, type PullRequest } from './repository.js';

const BAD = 'Downs syndrome.\n';

interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>;
  readonly outputs: Readonly<Record<string, { readonly value: string }>>;
  readonly runs: {
    readonly steps: readonly {
      readonly run: string;
      readonly shell: string;
      readonly 'working-directory': string;
      readonly env: Readonly<Record<string, string>>;
    }[];
  };
}

const action = parse(readFileSync(path.join(projectRoot, 'action.yml'), 'utf8')) as Action;
const SCRIPT = readFileSync(path.join(projectRoot, 'action/run.mjs'), 'utf8');

describe('the GitHub Action', () => {
  after(removeWorkplaces);

  it('hands every input to the script, and no input into a command', () => {
    const [step] = action.runs.steps;
    const handed = [step!['working-directory'], ...Object.values(step!.env)];
    assert.deepEqual(
      handed.sort(),
      Object.keys(action.inputs)
        .map((name) => `\${{ inputs.${name} }}`)
        .sort(),
    );
    for (const name of Object.keys(step!.env)) assert.ok(SCRIPT.includes(`env.${name}`), name);
    assert.doesNotMatch(step!.run, /\$\{\{/);
  });

  it('sets every output', () => {
    const { outputs } = run({ place: repository({ 'a.md': BAD }) });
    assert.deepEqual(Object.keys(outputs).sort(), Object.keys(action.outputs).sort());
    for (const [name, { value }] of Object.entries(action.outputs)) {
      assert.equal(value, `\${{ steps.kossa.outputs.${name} }}`);
    }
  });

  it('annotates, sums up on the page of the step, and fails for errors', () => {
    const { status, stdout, outputs, summary } = run({ place: repository({ 'docs/a.md': BAD, 'b.md': 'Fine.\n' }) });
    assert.equal(status, 1);
    assert.match(stdout, /^::error file=docs\/a\.md,line=1,endLine=1,col=1,.*title=Kossa%3A eponym-form::/m);
    assert.deepEqual([outputs['errors'], outputs['exit-code']], ['1', '1']);
    assert.match(summary, /\*\*1 error, 0 warnings, 0 notices\*\* in 1 of 2 articles\./);
  });

  it('reports of a pull request what it changed, and nothing that others did meanwhile', () => {
    const change = { 'a.md': `${BAD}\nMore: ${BAD}`, 'new.md': BAD };
    const { status, stdout, outputs } = run(pullRequest({ 'a.md': BAD, 'old.md': BAD }, change));
    assert.deepEqual([status, outputs['errors']], [1, '2']);
    assert.deepEqual(
      [...stdout.matchAll(/file=([^,]+),line=(\d+)/gu)].map(([, file, line]) => `${file}:${line}`),
      ['a.md:3', 'new.md:1'],
    );
  });

  it('passes a pull request that adds nothing wrong', () => {
    const { status, outputs } = run(pullRequest({ 'a.md': BAD }, { 'b.md': 'Fine.\n' }));
    assert.deepEqual([status, outputs['errors']], [0, '0']);
  });

  it('reports changed files in whole, or everything, where that is asked for', () => {
    const change = { 'a.md': `${BAD}\nFine.\n` };
    const before = { 'a.md': BAD, 'old.md': BAD };
    const errors = (inputs: Readonly<Record<string, string>>): string | undefined =>
      run(pullRequest(before, change), inputs).outputs['errors'];
    assert.equal(errors({}), '0');
    assert.equal(errors({ 'since-mode': 'files' }), '1');
    assert.equal(errors({ since: 'off' }), '3');
    assert.equal(errors({ since: 'main' }), '0');
  });

  it('says what to do where the checkout lacks the history', () => {
    const place = repository({ 'a.md': BAD });
    const { status, stdout } = run({ place, base: 'c0ffee'.repeat(7).slice(0, 40) });
    assert.equal(status, 2);
    assert.match(stdout, /^::error title=Kossa::The base of this pull request .*fetch-depth: 0/m);
  });

  it('writes the reports that are asked for', () => {
    const place = repository({ 'a.md': BAD });
    const { outputs } = run({ place }, { formats: 'sarif, html\njunit' });
    const sarif = JSON.parse(readFileSync(outputs['sarif-file']!, 'utf8')) as { runs: [{ results: unknown[] }] };
    assert.equal(sarif.runs[0].results.length, 1);
    assert.equal(outputs['reports-directory'], place.path('kossa-reports'));
    for (const name of ['kossa.html', 'kossa-junit.xml']) assert.ok(existsSync(place.path(`kossa-reports/${name}`)));
  });

  it('fails from the severity that is asked for, or never', () => {
    const status = (inputs: Readonly<Record<string, string>>): number | null =>
      run({ place: repository({ 'a.md': BAD, '.kossarc.json': WARN }) }, inputs).status;
    assert.equal(status({}), 0);
    assert.equal(status({ 'fail-on': 'warning' }), 1);
    assert.equal(status({ 'max-warnings': '0' }), 1);
    assert.equal(run({ place: repository({ 'a.md': BAD }) }, { 'fail-on': 'never' }).status, 0);
    assert.equal(status({ 'fail-on': 'never', files: 'none.md' }), 2);
  });

  it('takes files one a line, a configuration and a baseline', () => {
    const files = { 'a b.md': BAD, 'c.md': BAD, 'd.md': BAD, 'other.json': WARN };
    const { outputs } = run({ place: repository(files) }, { files: 'a b.md\n\nc.md\n', config: 'other.json' });
    assert.deepEqual([outputs['errors'], outputs['warnings']], ['0', '2']);
    const place = repository({ 'a.md': BAD });
    run({ place }, {});
    const kossa = path.join(projectRoot, 'dist/cli.mjs');
    const write = ['lint', '--baseline', 'known.json', '--update-baseline'];
    assert.equal(spawnSync(process.execPath, [kossa, ...write], { cwd: place.folder }).status, 0);
    assert.equal(run({ place }, { baseline: 'known.json' }).outputs['errors'], '0');
  });

  it('runs in another folder', () => {
    const { outputs, stdout } = run(
      { place: repository({ 'site/a.md': BAD, 'b.md': BAD }) },
      {
        'working-directory': 'site',
      },
    );
    assert.equal(outputs['errors'], '1');
    assert.match(stdout, /file=site\/a\.md/);
  });

  it('reads no input as a command, as a flag or as another output', () => {
    const place = repository({ 'a.md': BAD });
    const attack = '$(touch hacked)`touch hacked`;touch hacked\n--fix';
    run({ place }, { files: attack, config: '; touch hacked', since: '$(touch hacked)' });
    run({ place }, { files: '--fix\na.md' });
    run({ place }, { version: '1.0.0; touch hacked' });
    run({ place }, { formats: 'sarif', 'reports-directory': 'x\nerrors=99' });
    assert.equal(existsSync(place.path('hacked')), false);
    assert.equal(place.read('a.md'), BAD);
  });

  it('says how to get Kossa where the repository has none', () => {
    const place = new Workplace({ 'a.md': BAD });
    git(place, 'init', '--quiet');
    const { status, stdout } = run({ place });
    assert.equal(status, 2);
    assert.match(stdout, /^::error title=Kossa::Kossa is not among the installed packages.*`version`/m);
  });

  it('installs a version that is asked for, with no scripts and nothing else', () => {
    const place = new Workplace({ 'a.md': BAD, 'bin/npm': FAKE_NPM });
    chmodSync(place.path('bin/npm'), 0o755);
    git(place, 'init', '--quiet');
    const { status, outputs } = run(
      { place },
      { version: '0.1.0' },
      { PATH: `${place.path('bin')}:${process.env['PATH']}` },
    );
    assert.deepEqual([status, outputs['errors']], [1, '1']);
    assert.match(place.read('asked'), /^install --prefix \. --no-save --ignore-scripts .*kossa@0\.1\.0$/m);
  });

  it('refuses a version and a format that there cannot be', () => {
    const place = repository({ 'a.md': BAD });
    assert.match(run({ place }, { version: 'a b' }).stdout, /^::error title=Kossa::version: a b is no version/m);
    assert.match(
      run({ place }, { formats: 'sariff' }).stdout,
      /^::error title=Kossa::formats: there is no report sariff/m,
    );
  });
});

const WARN = '{"rules":{"eponym-form":"warning"}}';

/** Stands for npm: notes what it is asked, and puts the built package where npm would. */
const FAKE_NPM = `#!/usr/bin/env bash
echo "$@" > "$GITHUB_WORKSPACE/asked"
mkdir -p node_modules && ln -s "${projectRoot}" node_modules/kossa
`;

interface Step {
  readonly status: number | null;
  readonly stdout: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
}

/** Runs the step of the action as a runner does: inputs in the environment, files for outputs and the summary. */
function run(
  { place, base }: { readonly place: PullRequest['place']; readonly base?: string },
  inputs: Readonly<Record<string, string>> = {},
  environment: Readonly<Record<string, string>> = {},
): Step {
  const [step] = action.runs.steps;
  const value = (expression: string): string => {
    const name = /^\$\{\{ inputs\.([\w-]+) \}\}$/u.exec(expression)![1]!;
    return inputs[name] ?? action.inputs[name]!.default;
  };
  const runner = new Workplace({ output: '', summary: '', 'event.json': '{}' });
  if (base !== undefined) runner.write('event.json', JSON.stringify({ pull_request: { base: { sha: base } } }));
  const { KOSSA_SINCE: _, ...inherited } = process.env;
  const { status, stdout } = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step!.run], {
    cwd: path.join(place.folder, value(step!['working-directory'])),
    encoding: 'utf8',
    env: {
      ...inherited,
      ...Object.fromEntries(Object.entries(step!.env).map(([name, expression]) => [name, value(expression)])),
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      GITHUB_ACTION_PATH: projectRoot,
      GITHUB_WORKSPACE: place.folder,
      GITHUB_EVENT_NAME: base === undefined ? 'push' : 'pull_request',
      GITHUB_EVENT_PATH: runner.path('event.json'),
      GITHUB_OUTPUT: runner.path('output'),
      GITHUB_STEP_SUMMARY: runner.path('summary'),
      RUNNER_TEMP: runner.folder,
      ...environment,
    },
  });
  return { status, stdout, outputs: readOutputs(runner.read('output')), summary: runner.read('summary') };
}

/** As the runner reads the file: `name<<marker`, lines, `marker`. */
function readOutputs(text: string): Record<string, string> {
  const outputs: Record<string, string> = {};
  for (const [, name, , value] of text.matchAll(/^([\w-]+)<<(\S+)\n([\s\S]*?)\n\2$/gmu)) outputs[name!] = value!;
  return outputs;
}
