import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import {
  RULE_LEVELS,
  SCOPES,
  STYLES,
  allRules,
  type Locale,
  type RuleLevel,
  type Scope,
} from '../../engine/src/index.js';
import type { CommandEnvironment } from './environment.js';
import { choiceOf, didYouMean, readCount } from './flag-values.js';
import { addFindingFlags, type FindingFlags } from './lint-flags.js';
import { addRunFlags, type RunFlags } from './lint/run-flags.js';
import { addOutputFlags, addProjectCommands, type ProjectRequest } from './project-commands.js';

/** Flags of every command. */
export interface GlobalFlags {
  /** Undefined where the flags do not say. */
  readonly color?: boolean;
  readonly debug?: boolean;
}

export interface LintFlags extends GlobalFlags, FindingFlags, RunFlags {
  readonly format: string;
  /** False: the format is the default. */
  readonly formatGiven: boolean;
  /** Each `FILE` or `FORMAT:FILE`. */
  readonly output: readonly string[];
  readonly style?: Locale;
  readonly scope?: Scope;
  readonly rule: Readonly<Record<string, RuleLevel>>;
  readonly config?: string;
  readonly configLookup: boolean;
  readonly quiet?: boolean;
  readonly maxWarnings?: number;
  readonly gitignore: boolean;
  /** A file with the names of articles, or `-` for the standard input. */
  readonly filesFrom?: string;
  /** False: a name or pattern of nothing is told and is no failure. */
  readonly errorOnUnmatchedPattern: boolean;
  /** Undefined where the flags do not say. */
  readonly reportUnusedDisableDirectives?: boolean;
  /** Files that are named outright are left out as well: hooks name every file. */
  readonly forceExclude?: boolean;
  readonly stdin?: boolean;
  readonly stdinFilename?: string;
}

export interface DefineFlags extends GlobalFlags {
  readonly format: string;
  readonly style: Locale;
}

export interface ExplainFlags extends GlobalFlags {
  readonly format: string;
}

export interface WordsFlags extends GlobalFlags {
  readonly format: string;
}

export interface LspFlags extends GlobalFlags {
  readonly stdio?: boolean;
}

/** What the words of a command line ask for. */
export type Request =
  | { readonly command: 'lint'; readonly paths: readonly string[]; readonly flags: LintFlags }
  | { readonly command: 'define'; readonly term: string; readonly flags: DefineFlags }
  | { readonly command: 'explain'; readonly place: string; readonly flags: ExplainFlags }
  | { readonly command: 'words'; readonly words: readonly string[]; readonly flags: WordsFlags }
  | { readonly command: 'rules'; readonly id: string | undefined; readonly flags: GlobalFlags }
  | { readonly command: 'doctor'; readonly flags: GlobalFlags }
  | { readonly command: 'lsp'; readonly flags: LspFlags }
  | ProjectRequest
  /** Answered already: help, the version, or a complaint. */
  | { readonly command: 'none'; readonly exitCode: 0 | 2 };

/** Reads the words of the command line. Help and complaints go to the streams at once. */
export async function readCommandLine(argv: readonly string[], environment: CommandEnvironment): Promise<Request> {
  let request: Request = { command: 'none', exitCode: 0 };
  const program = createProgram(environment, (asked) => {
    request = asked;
  });
  if (argv.length === 0) {
    program.outputHelp();
    return request;
  }
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return request;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return { command: 'none', exitCode: error.exitCode === 0 ? 0 : 2 };
  }
}

/** The names of the commands, for "did you mean". */
export const COMMANDS = [
  'lint',
  'define',
  'explain',
  'words',
  'rules',
  'init',
  'config',
  'terms',
  'glossary',
  'merge',
  'doctor',
  'lsp',
  'help',
] as const;

function createProgram(environment: CommandEnvironment, ask: (request: Request) => void): Command {
  const program = new Command('kossa')
    .description(
      'Finds misspelled medical words, mislabeled types and false statements in health writing.\nRuns on your machine; sends nothing.',
    )
    .version(environment.version, '-v, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .option('--color', 'colour the output, also where it goes to a file')
    .option('--no-color', 'never colour the output (NO_COLOR does the same)')
    .option('--debug', 'show details when something fails')
    .showHelpAfterError('(kossa --help, or kossa help COMMAND, shows what can be asked)')
    .configureHelp({ showGlobalOptions: true })
    .configureOutput({
      writeOut: (text) => void environment.stdout.write(text),
      writeErr: (text) => void environment.stderr.write(text),
      outputError: (text, print) => print(text.replace(/^error: /u, 'kossa: ')),
      getOutHelpWidth: () => environment.stdout.columns ?? 80,
      getErrHelpWidth: () => environment.stderr.columns ?? 80,
    })
    .exitOverride()
    .addHelpText('after', PROGRAM_EXAMPLES);
  // Not given is not the same as no: the terminal then decides.
  const globals = (): GlobalFlags => {
    const { color, debug } = program.opts<{ color: boolean; debug?: boolean }>();
    return {
      ...(program.getOptionValueSource('color') === 'cli' ? { color } : {}),
      ...(debug === undefined ? {} : { debug }),
    };
  };
  addLint(program, (paths, flags) => ask({ command: 'lint', paths, flags: { ...flags, ...globals() } }));
  addDefine(program, (term, flags) => ask({ command: 'define', term, flags: { ...flags, ...globals() } }));
  addExplain(program, (place, flags) => ask({ command: 'explain', place, flags: { ...flags, ...globals() } }));
  addWords(program, (words, flags) => ask({ command: 'words', words, flags: { ...flags, ...globals() } }));
  addRules(program, (id) => ask({ command: 'rules', id, flags: globals() }));
  addProjectCommands(program, globals, ask);
  addDoctor(program, () => ask({ command: 'doctor', flags: globals() }));
  addLsp(program, (flags) => ask({ command: 'lsp', flags: { ...flags, ...globals() } }));
  return program;
}

const PROGRAM_EXAMPLES = `
Examples:
  kossa lint                        check all articles in this folder and below
  kossa lint article.md --fix       check one article and put right what is safe to
  kossa define calciphylaxis        what a term means, and what to call it
  kossa explain article.md:12       what was read in line 12, and why it is reported or not
  kossa words explain Colchine      why a word is reported or left alone
  kossa rules mislabeled-type       what a rule reports, and why`;

function addLint(program: Command, act: (paths: string[], flags: LintFlags) => void): void {
  const lint = addOutputFlags(program.command('lint'))
    .summary('check articles')
    .description(
      'Checks Markdown articles (.md, .markdown, .mdx) and says what is wrong, why, and what to write. A plain text (.txt) is checked where you name it, or plainText of the configuration does.',
    )
    .argument('[paths...]', 'files, folders or patterns such as "docs/**/*.md"; without any, this folder')
    .option('--fix', 'put right in the files what is safe to; the rest is reported')
    .addOption(
      new Option('--style <style>', 'house style: us (AMA, ISMP) or uk (NHS)').argParser(choiceOf('style', STYLES)),
    )
    .addOption(
      new Option('--scope <scope>', 'where the style rules speak: auto, always, configured').argParser(
        choiceOf('scope', SCOPES),
      ),
    )
    .addOption(
      new Option('--rule <id:severity>', 'what a rule reports as: off, hint, info, warning, error; may be repeated')
        .default({}, 'none')
        .argParser(readRuleFlag),
    )
    .option('-c, --config <file>', 'read this configuration file and no other')
    .option('--no-config-lookup', 'read no configuration file but that of --config')
    .option('--quiet', 'report errors only')
    .addOption(new Option('--max-warnings <n>', 'fail when there are more warnings than this').argParser(readCount))
    .option('--no-gitignore', 'check files that .gitignore leaves out, too')
    .option('--files-from <file>', 'check the files that this file names, one a line; - reads the names from a pipe')
    .addOption(
      new Option('--ext <endings>', 'check files with these endings: md,mdx (default: md,markdown,mdx)').argParser(
        readEndings,
      ),
    )
    .option('--no-error-on-unmatched-pattern', 'do not fail where a name or pattern leads to no article')
    .option(
      '--report-unused-disable-directives',
      'report comments that silence nothing as errors (default: as warnings)',
    )
    .option('--no-report-unused-disable-directives', 'do not report them')
    .option('--force-exclude', 'leave out what the configuration leaves out, also where it is named')
    .option('--stdin', 'check the text that is piped in')
    .option(
      '--stdin-filename <path>',
      'the name that the piped text goes by: decides configuration, and Markdown, MDX or plain text',
    )
    .addHelpText('after', LINT_HELP)
    .action((paths: string[], flags: LintFlags, command: Command) => {
      act(paths, { ...flags, rule: rulesOf(flags), formatGiven: command.getOptionValueSource('format') === 'cli' });
    });
  addFindingFlags(lint);
  addRunFlags(lint);
}

const LINT_HELP = `
A file that you name is checked wherever it lies. In folders, node_modules, .git,
hidden folders and what .gitignore names are left out.

Exit code: 0 no errors, 1 errors found (or what --fail-on names, or too many
warnings), 2 something could not be read or understood.

Examples:
  kossa lint articles/
  kossa lint "content/**/*.mdx" --style uk
  kossa lint article.md --rule plain-word:off --rule absolute-claim:error
  kossa lint -o sarif:out/kossa.sarif -o out/kossa.html
  cat draft.md | kossa lint --stdin --stdin-filename draft.md`;

function addDefine(program: Command, act: (term: string, flags: DefineFlags) => void): void {
  program
    .command('define')
    .summary('explain a term')
    .description(
      'Prints what the terminology says of a term: definition, kind, types, causes, blood levels, other names, codes and sources.',
    )
    .argument('<term...>', 'the term, in any spelling that is known: calcinosis cutis, CPPD')
    .addOption(
      new Option('-f, --format <name>', 'how to print: text, json')
        .default('text')
        .argParser(choiceOf('format', ['text', 'json'])),
    )
    .addOption(
      new Option('--style <style>', 'house style: us or uk').default('us').argParser(choiceOf('style', STYLES)),
    )
    .addHelpText(
      'after',
      '\nExit code: 0 known, 1 unknown (the nearest terms are named).\n\nExamples:\n  kossa define calcinosis cutis\n  kossa define oesophagus --style uk',
    )
    .action((words: string[], flags: DefineFlags) => act(words.join(' '), flags));
}

function addExplain(program: Command, act: (place: string, flags: ExplainFlags) => void): void {
  program
    .command('explain')
    .summary('say what was read at a place of an article')
    .description(
      'Prints what Kossa read in the sentences of a line: the terms, and each claim with its subject, relation and object, whether the text asserts or denies it, whose it is, and why it is reported or is not.',
    )
    .argument('<file:line[:column]>', 'the place as a finding names it; without a column, the whole line')
    .addOption(
      new Option('-f, --format <name>', 'how to print: text, json')
        .default('text')
        .argParser(choiceOf('format', ['text', 'json'])),
    )
    .addHelpText('after', '\nExamples:\n  kossa explain article.md:12\n  kossa explain article.md:12:5 --format json')
    .action(act);
}

function addWords(program: Command, act: (words: string[], flags: WordsFlags) => void): void {
  const words = program
    .command('words')
    .summary('ask the speller about a word')
    .description('Says what the speller makes of words.')
    .helpCommand(false);
  words
    .command('explain')
    .summary('why a word is accepted, reported or left alone')
    .description(
      'Says of each word whether it is accepted, reported or left alone, and why, with the nearest medical words: their cost (0.5 is about a doubled letter) and the limit up to which they are proposed. The words of the project that hold in this folder count.',
    )
    .argument('<word...>', 'words as they stand in a text, with their capitals')
    .addOption(
      new Option('-f, --format <name>', 'how to print: text, json')
        .default('text')
        .argParser(choiceOf('format', ['text', 'json'])),
    )
    .addHelpText(
      'after',
      '\nExit code: 0 accepted or left alone, 1 one of them is reported.\n\nExamples:\n  kossa words explain Colchine\n  kossa words explain nephrocalcinosis Diltilazem',
    )
    .action((asked: string[], flags: WordsFlags) => act(asked, flags));
}

function addRules(program: Command, act: (id: string | undefined) => void): void {
  program
    .command('rules')
    .summary('list the rules, or explain one')
    .description('Lists what Kossa checks. With the name of a rule: what it reports, why, and how to change it.')
    .argument('[id]', 'a rule, as it stands beside a finding: misspelled-term')
    .action(act);
}

function addDoctor(program: Command, act: () => void): void {
  program
    .command('doctor')
    .summary('say whether all is well')
    .description('Says which Kossa this is, what it reads in this folder, and what of that cannot be used.')
    .addHelpText('after', '\nExit code: 0 all is well, 2 something cannot be used.')
    .action(act);
}

function addLsp(program: Command, act: (flags: LspFlags) => void): void {
  program
    .command('lsp')
    .summary('serve an editor')
    .description(
      'Runs the language server for editors that speak the Language Server Protocol, such as Neovim, Helix, Zed and Emacs. An editor starts it; nothing is printed for people.',
    )
    .option('--stdio', 'speak over the standard streams; must be given')
    // Some clients name their process, so that the server ends when they are gone.
    .addOption(new Option('--clientProcessId <id>').hideHelp())
    .addHelpText('after', '\nExample, as an editor starts it:\n  kossa lsp --stdio')
    .action(act);
}

function readRuleFlag(value: string, before: Readonly<Record<string, RuleLevel>>): Readonly<Record<string, RuleLevel>> {
  const [, id, level] = /^([^:]*):(.*)$/u.exec(value) ?? [];
  if (id === undefined || level === undefined) {
    throw new InvalidArgumentError('Write a rule, a colon and a severity: --rule plain-word:off');
  }
  const ids = allRules.map((rule) => rule.id);
  if (!ids.includes(id)) {
    throw new InvalidArgumentError(`Unknown rule ${id}${didYouMean(id, ids)} \`kossa rules\` lists the rules.`);
  }
  return { ...before, [id]: choiceOf('severity', RULE_LEVELS)(level) };
}

/** What a flag says of one rule, unless `--rule` says it. */
function rulesOf({ rule, reportUnusedDisableDirectives }: LintFlags): LintFlags['rule'] {
  if (reportUnusedDisableDirectives === undefined) return rule;
  return { 'unused-directive': reportUnusedDisableDirectives ? 'error' : 'off', ...rule };
}

function readEndings(value: string): readonly string[] {
  const endings = value.split(',').map((ending) => ending.trim().replace(/^\./u, '').toLowerCase());
  if (endings.every((ending) => /^[\p{L}\p{N}_-]+$/u.test(ending))) return endings;
  throw new InvalidArgumentError('Write endings with commas between them: md,mdx');
}
