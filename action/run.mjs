// What the GitHub Action does: finds or installs Kossa, runs `kossa lint` as the inputs say, and sets the outputs.
// Plain Node, because no package is there before it. docs/ci.md tells of the inputs.
import { execFileSync, spawnSync } from 'node:child_process';
import { appendFileSync, createReadStream, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';

/** Names of report files that the places which read them expect. */
const REPORT_FILES = {
  sarif: 'kossa.sarif',
  html: 'kossa.html',
  markdown: 'kossa.md',
  json: 'kossa.json',
  jsonl: 'kossa.jsonl',
  junit: 'kossa-junit.xml',
  checkstyle: 'kossa-checkstyle.xml',
  gitlab: 'gl-code-quality-report.json',
  rdjsonl: 'kossa.rdjsonl',
};

/** Something that the workflow's author can put right. */
class InputError extends Error {}

try {
  process.exitCode = await main(process.env);
} catch (error) {
  if (!(error instanceof InputError)) throw error;
  const text = error.message.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  console.log(`::error title=Kossa::${text}`);
  process.exitCode = 2;
}

/** @param {NodeJS.ProcessEnv} env @returns {Promise<number>} the exit code of the step */
async function main(env) {
  const temporary = mkdtempSync(path.join(env.RUNNER_TEMP ?? os.tmpdir(), 'kossa-'));
  try {
    const formats = readFormats(env.KOSSA_FORMATS);
    const reports = path.resolve(env.KOSSA_REPORTS_DIRECTORY || 'kossa-reports');
    const counted = path.join(temporary, 'findings.jsonl');
    const command = env.KOSSA_VERSION ? install(env.KOSSA_VERSION, temporary) : findInRepository();
    const args = [
      ...['lint', '--format', 'github', '--output', `jsonl:${counted}`],
      ...formats.flatMap((format) => ['--output', `${format}:${path.join(reports, REPORT_FILES[format])}`]),
      ...flags(env),
      '--',
      ...lines(env.KOSSA_FILES, '.'),
    ];
    if (formats.length > 0) mkdirSync(reports, { recursive: true });
    const { status, error } = spawnSync(process.execPath, [command, ...args], { stdio: 'inherit' });
    if (error) throw error;
    const code = status ?? 2;
    setOutputs(env.GITHUB_OUTPUT, {
      ...(await countFindings(counted)),
      'exit-code': code,
      'sarif-file': formats.includes('sarif') ? path.join(reports, REPORT_FILES.sarif) : '',
      'reports-directory': formats.length > 0 ? reports : '',
    });
    return code === 1 && env.KOSSA_FAIL_ON === 'never' ? 0 : code;
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

/** @param {NodeJS.ProcessEnv} env @returns {string[]} */
function flags(env) {
  const since = baseOf(env);
  const failOn = env.KOSSA_FAIL_ON === 'never' ? '' : env.KOSSA_FAIL_ON;
  return [
    ...(env.KOSSA_CONFIG ? ['--config', env.KOSSA_CONFIG] : []),
    ...(since ? ['--since', since] : []),
    ...(since && env.KOSSA_SINCE_MODE ? ['--since-mode', env.KOSSA_SINCE_MODE] : []),
    ...(env.KOSSA_BASELINE ? ['--baseline', env.KOSSA_BASELINE] : []),
    ...(failOn ? ['--fail-on', failOn] : []),
    ...(env.KOSSA_MAX_WARNINGS ? ['--max-warnings', env.KOSSA_MAX_WARNINGS] : []),
  ];
}

/**
 * The commit that the findings are compared with; undefined where all are reported.
 * @param {NodeJS.ProcessEnv} env
 */
function baseOf(env) {
  const asked = env.KOSSA_SINCE || 'auto';
  if (asked === 'off') return undefined;
  if (asked !== 'auto') return asked;
  const event = readEvent(env.GITHUB_EVENT_PATH);
  const commit = event.pull_request?.base?.sha ?? event.merge_group?.base_sha;
  if (typeof commit !== 'string') return undefined;
  if (isCommit(commit)) return commit;
  throw new InputError(
    `The base of this pull request (${commit}) is not in the checkout, so it cannot be told what changed. Give actions/checkout \`fetch-depth: 0\`, or set \`since: off\`.`,
  );
}

/** @param {string | undefined} file @returns {any} */
function readEvent(file) {
  return file && existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}

/** @param {string} commit */
function isCommit(commit) {
  if (!/^[0-9a-f]{7,64}$/iu.test(commit)) return false;
  try {
    execFileSync('git', ['cat-file', '-e', `${commit}^{commit}`], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** @param {string | undefined} text @returns {(keyof typeof REPORT_FILES)[]} */
function readFormats(text) {
  const known = Object.keys(REPORT_FILES);
  return (text ?? '').split(/[\s,]+/u).flatMap((name) => {
    if (name === '') return [];
    if (known.includes(name)) return [/** @type {keyof typeof REPORT_FILES} */ (name)];
    throw new InputError(`formats: there is no report ${name}. Known: ${known.join(', ')}.`);
  });
}

/** The first file of the package that the repository depends on. */
function findInRepository() {
  try {
    const manifest = createRequire(path.resolve('package.json')).resolve('kossa/package.json');
    return commandOf(path.dirname(manifest));
  } catch {
    throw new InputError(
      'Kossa is not among the installed packages of this repository. Add it to package.json and run `npm ci` in a step before, or name a `version` to install.',
    );
  }
}

/**
 * Installs the package into a folder of its own. It has no dependencies, and no script of it is run.
 * @param {string} version @param {string} folder
 */
function install(version, folder) {
  // It becomes a word of a command line, which on Windows a shell reads.
  if (!/^[\w.+-]+$/u.test(version)) {
    throw new InputError(`version: ${version} is no version. Write one such as 0.1.0, or a tag such as latest.`);
  }
  const args = ['install', '--prefix', '.', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund'];
  const { status } = spawnSync('npm', [...args, `kossa@${version}`], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new InputError(`npm could not install kossa@${version}.`);
  return commandOf(path.join(folder, 'node_modules', 'kossa'));
}

/** @param {string} folder of the package */
function commandOf(folder) {
  const { bin } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  return path.join(folder, bin.kossa);
}

/** @param {string | undefined} text @param {string} otherwise */
function lines(text, otherwise) {
  const named = (text ?? '')
    .split(/\r?\n/u)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return named.length > 0 ? named : [otherwise];
}

/** @param {string} file with a finding a line; absent where the run broke */
async function countFindings(file) {
  const counts = { errors: 0, warnings: 0, notices: 0 };
  if (!existsSync(file)) return counts;
  for await (const line of createInterface({ input: createReadStream(file, 'utf8') })) {
    const { severity } = JSON.parse(line);
    if (severity === 'error') counts.errors++;
    else if (severity === 'warning') counts.warnings++;
    else counts.notices++;
  }
  return counts;
}

/**
 * Values go between markers that stand in none of them: a line break in a path would begin another output.
 * @param {string | undefined} file @param {Record<string, string | number>} outputs
 */
function setOutputs(file, outputs) {
  if (!file) return;
  const marker = `kossa-${process.pid}-${Date.now()}`;
  for (const [name, value] of Object.entries(outputs)) {
    appendFileSync(file, `${name}<<${marker}\n${String(value).replaceAll('\n', ' ')}\n${marker}\n`);
  }
}
