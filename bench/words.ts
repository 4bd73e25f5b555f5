// Measures the speller beside other checkers: what they find of misspelled medical words, what they propose, and what
// they say of right text. The others are installed for the run and never shipped.
//
//   npm run bench:words [-- --pairs FILE.tsv] [-- --clean FILE.md …] [-- --write]
//
// Without files: our own misspellings (bench/misspellings.tsv) and our own right text (the definitions of the
// terminology, the corpus of right sentences, the good article). `--write` puts the table into docs/spelling.md.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { createEngine, type CompiledTerminology, type Engine } from '../engine/src/index.js';
import { projectRoot } from '../scripts/project-root.js';

const peers = path.join(projectRoot, 'bench/peers');
const peerRequire = createRequire(path.join(peers, 'package.json'));

/** Words that a checker takes for misspelled, with its proposals, best first. */
interface Flagged {
  readonly word: string;
  readonly proposals: readonly string[];
}

interface Checker {
  readonly name: string;
  /** @param propose whether the proposals are wanted, which are what costs most */
  check(text: string, propose: boolean): Promise<readonly Flagged[]> | readonly Flagged[];
}

interface Pair {
  readonly wrong: string;
  readonly rights: readonly string[];
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      pairs: { type: 'string' },
      clean: { type: 'string', multiple: true },
      write: { type: 'boolean', default: false },
    },
  });
  if (!existsSync(path.join(peers, 'node_modules'))) {
    execFileSync('npm', ['install', '--no-audit', '--no-fund', '--no-package-lock'], { cwd: peers, stdio: 'ignore' });
  }
  const { engine, report } = loadKossa();
  console.log(report);
  const pairs = readPairs(values.pairs ?? path.join(projectRoot, 'bench/misspellings.tsv'));
  const clean = values.clean?.map((file) => readFileSync(file, 'utf8')) ?? ownText(engine);
  const words = clean.reduce((sum, text) => sum + (text.match(/\p{L}+/gu) ?? []).length, 0);
  const rows: string[] = [];
  for (const checker of [kossa(engine), await cspell(), nspell(), await harper()]) {
    const row = await measure(checker, pairs, clean, words);
    console.log(row);
    rows.push(row);
  }
  const table = [
    `${pairs.length} misspelled words, ${words} words of right text. Node ${process.version}, ${os.cpus()[0]?.model ?? 'unknown'}.`,
    '',
    '| checker | finds | right word first | right in first three | flags per 1,000 words of right text | ms for each misspelled word |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
  console.log(`\n${table}`);
  if (values.write) writeTable(`${report}\n\n${table}`);
}

async function measure(
  checker: Checker,
  pairs: readonly Pair[],
  clean: readonly string[],
  words: number,
): Promise<string> {
  await checker.check('The note mentions nothing today.', true);
  let found = 0;
  let first = 0;
  let three = 0;
  const start = performance.now();
  for (const { wrong, rights } of pairs) {
    const flagged = await checker.check(`The note mentions ${wrong} today.`, true);
    const [hit] = flagged.filter(
      ({ word }) => wrong.toLowerCase().includes(word.toLowerCase()) || word.includes(wrong),
    );
    if (hit === undefined) continue;
    found++;
    const proposals = hit.proposals.map((proposal) => proposal.toLowerCase());
    if (rights.includes(proposals[0] ?? '')) first++;
    if (proposals.slice(0, 3).some((proposal) => rights.includes(proposal))) three++;
  }
  const each = (performance.now() - start) / pairs.length;
  let flags = 0;
  for (const text of clean) flags += (await checker.check(text, false)).length;
  const share = (part: number): string => `${((100 * part) / pairs.length).toFixed(1)} %`;
  return `| ${checker.name} | ${share(found)} | ${share(first)} | ${share(three)} | ${((1000 * flags) / words).toFixed(2)} | ${each.toFixed(1)} |`;
}

/** Our own engine, and what its data cost. */
function loadKossa(): { readonly engine: Engine; readonly report: string } {
  const terminology = JSON.parse(
    readFileSync(path.join(projectRoot, 'dist/data/terminology.json'), 'utf8'),
  ) as CompiledTerminology;
  const words = new Uint8Array(readFileSync(path.join(projectRoot, 'dist/data/words.bin')));
  const withoutWords = median(() => void createEngine({ terminology }));
  const withWords = median(() => void createEngine({ terminology, words }));
  const engine = createEngine({ terminology, words });
  const known = terminology.concepts.flatMap(({ variants }) => variants.map(({ text }) => text.toLowerCase()));
  const looked = 1_000_000;
  const start = performance.now();
  for (let index = 0; index < looked; index++) engine.words!.accepts(known[index % known.length]!);
  const perSecond = looked / ((performance.now() - start) / 1000) / 1e6;
  const report = `The compiled words are ${(words.length / 1e6).toFixed(2)} MB, which is also what they take in memory: nothing is unpacked. They load in ${Math.max(0, withWords - withoutWords).toFixed(1)} ms; ${perSecond.toFixed(0)} million look-ups a second for words seen before.`;
  return { engine, report };
}

function median(run: () => void): number {
  const times = Array.from({ length: 9 }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[4]!;
}

const SPELLING = new Set(['misspelled-term', 'wrong-word', 'eponym-form', 'avoided-term']);

function kossa(engine: Engine): Checker {
  return {
    name: 'Kossa',
    check: (text) =>
      engine
        .lint(text, { configuration: {}, configured: false, language: 'markdown', today: '2026-01-15' })
        .findings.filter(
          ({ ruleId, severity }) => SPELLING.has(ruleId) && (severity === 'error' || severity === 'warning'),
        )
        .map(({ span, fixes }) => ({
          word: text.slice(span.start, span.end),
          proposals: fixes.map((fix) => fix.edits[0]?.text ?? ''),
        })),
  };
}

async function cspell(): Promise<Checker> {
  const library = (await importPeers()).cspell as {
    spellCheckDocument(
      document: { uri: string; text: string; languageId: string },
      options: { generateSuggestions: boolean; noConfigSearch: boolean },
      settings: object,
    ): Promise<{ issues: { text: string; suggestions?: readonly string[] }[] }>;
  };
  const settings = {
    import: [peerRequire.resolve('@cspell/dict-medicalterms/cspell-ext.json')],
    language: 'en',
    dictionaries: ['medicalterms', 'en_us', 'en-gb'],
    maxNumberOfProblems: 100_000,
    maxDuplicateProblems: 100_000,
    numSuggestions: 8,
  };
  return {
    name: `cspell ${versionOf('cspell-lib')} with its medical dictionary`,
    async check(text, propose) {
      const { issues } = await library.spellCheckDocument(
        { uri: 'file:///text.md', text, languageId: 'markdown' },
        { generateSuggestions: propose, noConfigSearch: true },
        settings,
      );
      return issues.map((issue) => ({ word: issue.text, proposals: issue.suggestions ?? [] }));
    },
  };
}

/** nspell with its English dictionary and the same medical words that cspell has. */
function nspell(): Checker {
  const make = peerRequire('nspell') as (dictionary: { aff: Buffer; dic: Buffer }) => {
    correct(word: string): boolean;
    suggest(word: string): string[];
    personal(words: string): void;
  };
  const folder = path.dirname(peerRequire.resolve('dictionary-en'));
  const speller = make({
    aff: readFileSync(path.join(folder, 'index.aff')),
    dic: readFileSync(path.join(folder, 'index.dic')),
  });
  const medical = path.join(peers, 'node_modules/@cspell/dict-medicalterms/dict/medicalterms-en.txt.gz');
  speller.personal(gunzipSync(readFileSync(medical)).toString('utf8'));
  return {
    name: `nspell ${versionOf('nspell')} with dictionary-en and the medical words of cspell`,
    check: (text, propose) =>
      (text.match(/[\p{L}][\p{L}'’-]*/gu) ?? [])
        .filter((word) => !speller.correct(word))
        .map((word) => ({ word, proposals: propose ? speller.suggest(word) : [] })),
  };
}

async function harper(): Promise<Checker> {
  const { harper: library, binaryInlined } = await importPeers();
  const { LocalLinter } = library as {
    LocalLinter: new (options: { binary: unknown }) => {
      lint(
        text: string,
        options: { language: 'markdown' },
      ): Promise<
        {
          lint_kind(): string;
          get_problem_text(): string;
          suggestions(): { get_replacement_text(): string }[];
        }[]
      >;
    };
  };
  const linter = new LocalLinter({ binary: binaryInlined });
  return {
    name: `Harper ${versionOf('harper.js')}`,
    async check(text) {
      const lints = await linter.lint(text, { language: 'markdown' });
      return lints
        .filter((lint) => lint.lint_kind() === 'Spelling')
        .map((lint) => ({
          word: lint.get_problem_text(),
          proposals: lint.suggestions().map((suggestion) => suggestion.get_replacement_text()),
        }));
    },
  };
}

async function importPeers(): Promise<{ cspell: unknown; harper: unknown; binaryInlined: unknown }> {
  return (await import(pathToFileURL(path.join(peers, 'peers.js')).href)) as Awaited<ReturnType<typeof importPeers>>;
}

function versionOf(name: string): string {
  const file = path.join(peers, 'node_modules', name, 'package.json');
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}

function readPairs(file: string): Pair[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.includes('\t') && !line.startsWith('#') && !line.startsWith('wrong\t'))
    .map((line) => {
      const [wrong = '', right = ''] = line.split('\t');
      return {
        wrong,
        rights: right
          .toLowerCase()
          .split(/[,/;]/u)
          .map((word) => word.trim()),
      };
    });
}

function ownText(engine: Engine): string[] {
  const definitions = engine.terminology.compiled.concepts.flatMap(({ definition }) =>
    definition === undefined ? [] : [definition.text],
  );
  const files = ['test/corpus/right/overview.md', 'examples/a-good-article.md'].map((file) =>
    readFileSync(path.join(projectRoot, file), 'utf8'),
  );
  return [definitions.join('\n\n'), ...files];
}

function writeTable(table: string): void {
  const page = path.join(projectRoot, 'docs/spelling.md');
  const begin = '<!-- measured -->';
  const end = '<!-- /measured -->';
  const before = readFileSync(page, 'utf8');
  const from = before.indexOf(begin) + begin.length;
  writeFileSync(page, `${before.slice(0, from)}\n\n${table}\n\n${before.slice(before.indexOf(end))}`);
}

await main();
