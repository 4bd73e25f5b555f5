// The package as npm packs and installs it, without a network: what the Dockerfile and a user's project do.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../../scripts/project-root.js';
import { removeWorkplaces, Workplace } from '../cli/kossa.js';

describe('the package, installed from its tarball', () => {
  let place: Workplace;

  before(function () {
    this.timeout(60_000);
    place = new Workplace({ 'package.json': '{ "type": "module" }', 'a.md': 'Downs syndrome.\n' });
    const pack = ['pack', '--ignore-scripts', '--loglevel=error', '--pack-destination', place.folder];
    execFileSync('npm', pack, { cwd: projectRoot, stdio: 'pipe' });
    const tarball = readdirSync(place.folder).find((name) => /^kossa-.*\.tgz$/u.test(name))!;
    const install = ['install', '--offline', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
    execFileSync('npm', [...install, `./${tarball}`], { cwd: place.folder, stdio: 'pipe' });
  });
  after(removeWorkplaces);

  it('brings no other package along', () => {
    const installed = readdirSync(place.path('node_modules')).filter((name) => !name.startsWith('.'));
    assert.deepEqual(installed, ['kossa']);
  });

  it('has the command', () => {
    const kossa = place.path('node_modules/.bin/kossa');
    const { status, stdout } = spawnSync(kossa, ['lint', '--format', 'compact'], {
      cwd: place.folder,
      encoding: 'utf8',
    });
    assert.equal(status, 1);
    assert.match(stdout, /a\.md: line 1, col 1, Error - .*\(eponym-form\)/);
  });

  it('has the libraries', () => {
    place.write(
      'uses.js',
      `import { createLinter } from 'kossa';
import kossa from 'kossa/remark';
import { createEngine } from 'kossa/engine';
import { createRequire } from 'node:module';
const [{ errorCount }] = await (await createLinter()).lintFiles('a.md');
const schema = createRequire(import.meta.url).resolve('kossa/schema');
console.log(errorCount, typeof kossa, typeof createEngine, schema.endsWith('kossarc.schema.json'));
`,
    );
    const { stdout, stderr } = spawnSync(process.execPath, ['uses.js'], { cwd: place.folder, encoding: 'utf8' });
    assert.deepEqual([stdout, stderr], ['1 function function true\n', '']);
  });
});

describe('the Dockerfile', () => {
  const text = readFileSync(path.join(projectRoot, 'Dockerfile'), 'utf8').replace(/\\\n\s*/gu, '');
  const instructions = text.split('\n').filter((line) => /^[A-Z]/u.test(line));

  it('copies what is there, and leaves out nothing that the build reads', () => {
    const named = instructions
      .filter((line) => line.startsWith('COPY ') && !line.includes('--from='))
      .flatMap((line) => line.split(' ').slice(1, -1));
    assert.deepEqual(
      named.filter((name) => !existsSync(path.join(projectRoot, name))),
      [],
    );
    const ignored = readFileSync(path.join(projectRoot, '.dockerignore'), 'utf8').split('\n');
    for (const needed of ['engine', 'cli', 'remark', 'server', 'client', 'preview', 'terminology', 'scripts']) {
      assert.ok(!ignored.includes(needed), needed);
    }
  });

  it('ends as a user without rights, with the command for its entry', () => {
    const last = (name: string): string | undefined => instructions.findLast((line) => line.startsWith(`${name} `));
    assert.equal(last('USER'), 'USER node');
    assert.equal(last('ENTRYPOINT'), 'ENTRYPOINT ["kossa"]');
    for (const line of instructions.filter((one) => one.startsWith('FROM '))) assert.match(line, /^FROM node:20-/);
  });
});
