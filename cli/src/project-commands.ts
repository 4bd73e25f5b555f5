import { Option, type Command } from 'commander';
import { STYLES, type Locale } from '../../engine/src/index.js';
import type { GlobalFlags } from './command-line.js';
import { choiceOf } from './flag-values.js';
import { FORMATS } from './reports/formats.js';

export interface InitFlags extends GlobalFlags {
  readonly format: 'yaml' | 'json';
  readonly style?: Locale;
}

export interface ConfigFlags extends GlobalFlags {
  readonly format: 'text' | 'json';
  readonly config?: string;
}

export interface TermsFlags extends GlobalFlags {
  readonly format: 'text' | 'json';
  readonly style: Locale;
}

export interface GlossaryFlags extends GlobalFlags {
  readonly format: 'markdown' | 'json' | 'html';
  readonly style: Locale;
}

export interface MergeFlags extends GlobalFlags {
  readonly format: string;
  readonly formatGiven: boolean;
  readonly output: readonly string[];
}

/** What the commands around a project ask for. */
export type ProjectRequest =
  | { readonly command: 'init'; readonly flags: InitFlags }
  | { readonly command: 'config'; readonly file: string; readonly flags: ConfigFlags }
  | { readonly command: 'terms'; readonly paths: readonly string[]; readonly flags: TermsFlags }
  | { readonly command: 'merge'; readonly files: readonly string[]; readonly flags: MergeFlags }
  | { readonly command: 'glossary'; readonly paths: readonly string[]; readonly flags: GlossaryFlags };

/** Adds the commands around a project: its configuration and its terms. */
export function addProjectCommands(
  program: Command,
  globals: () => GlobalFlags,
  ask: (request: ProjectRequest) => void,
): void {
  addInit(program, (flags) => ask({ command: 'init', flags: { ...flags, ...globals() } }));
  addConfig(program, (file, flags) => ask({ command: 'config', file, flags: { ...flags, ...globals() } }));
  addTerms(program, (paths, flags) => ask({ command: 'terms', paths, flags: { ...flags, ...globals() } }));
  addMerge(program, (files, flags) => ask({ command: 'merge', files, flags: { ...flags, ...globals() } }));
  addGlossary(program, (paths, flags) => ask({ command: 'glossary', paths, flags: { ...flags, ...globals() } }));
}

function addInit(program: Command, act: (flags: InitFlags) => void): void {
  program
    .command('init')
    .summary('write a configuration file')
    .description(
      'Writes a configuration file with explanations into this folder. It asks nothing, and overwrites nothing.',
    )
    .addOption(
      new Option('-f, --format <name>', 'yaml writes .kossarc.yaml, json writes .kossarc.jsonc')
        .default('yaml')
        .argParser(choiceOf('format', ['yaml', 'json'])),
    )
    .addOption(
      new Option('--style <style>', 'house style to write into it: us (AMA, ISMP) or uk (NHS)').argParser(
        choiceOf('style', STYLES),
      ),
    )
    .addHelpText('after', '\nExamples:\n  kossa init\n  kossa init --style uk --format json')
    .action(act);
}

function addConfig(program: Command, act: (file: string, flags: ConfigFlags) => void): void {
  program
    .command('config')
    .summary('say what holds for a file')
    .description('Prints the settings that hold for an article, and which file each of them comes from.')
    .argument('<file>', 'an article; it need not be there')
    .addOption(
      new Option('-f, --format <name>', 'how to print: text, json')
        .default('text')
        .argParser(choiceOf('format', ['text', 'json'])),
    )
    .option('-c, --config <file>', 'read this configuration file and no other')
    .addHelpText('after', '\nExamples:\n  kossa config content/article.md\n  kossa config article.md --format json')
    .action(act);
}

const PATHS = 'files, folders or patterns; without any, this folder';

function addTerms(program: Command, act: (paths: string[], flags: TermsFlags) => void): void {
  program
    .command('terms')
    .summary('list the terms that articles use')
    .description(
      'Lists the terms of articles with their names, how often and where first; those that are not explained there, judged by the form of the sentence; abbreviations that are never explained; and medical words that the terminology does not have.',
    )
    .argument('[paths...]', PATHS)
    .addOption(
      new Option('-f, --format <name>', 'how to print: text, json')
        .default('text')
        .argParser(choiceOf('format', ['text', 'json'])),
    )
    .addOption(styleOption())
    .addHelpText('after', '\nExamples:\n  kossa terms content/\n  kossa terms article.md --format json')
    .action(act);
}

function addGlossary(program: Command, act: (paths: string[], flags: GlossaryFlags) => void): void {
  program
    .command('glossary')
    .summary('make a glossary of the terms that articles use')
    .description('Prints the definitions of the terms that articles use, with their sources, by name.')
    .argument('[paths...]', PATHS)
    .addOption(
      new Option('-f, --format <name>', 'how to print: markdown, json, html')
        .default('markdown')
        .argParser(choiceOf('format', ['markdown', 'json', 'html'])),
    )
    .addOption(styleOption())
    .addHelpText(
      'after',
      '\nExamples:\n  kossa glossary content/ > glossary.md\n  kossa glossary article.md --format html',
    )
    .action(act);
}

function addMerge(program: Command, act: (files: string[], flags: MergeFlags) => void): void {
  addOutputFlags(
    program
      .command('merge')
      .summary('join the reports of shards')
      .description(
        'Joins the mergeable reports that `kossa lint --shard` wrote into the report and the exit code of one run.',
      )
      .argument('<reports...>', 'the reports of all shards, in any order'),
  )
    .addHelpText(
      'after',
      '\nExamples:\n  kossa lint --shard 1/2 && kossa lint --shard 2/2\n  kossa merge kossa-shard-*.jsonl -o kossa.html',
    )
    .action((files: string[], flags: MergeFlags, command: Command) =>
      act(files, { ...flags, formatGiven: command.getOptionValueSource('format') === 'cli' }),
    );
}

/** Adds the flags that say which reports are made, and where they go. */
export function addOutputFlags(command: Command): Command {
  // Other linters know --output by this name.
  command.on('option:output-file', (value: string) =>
    command.setOptionValue('output', [...(command.getOptionValue('output') as string[]), value]),
  );
  return command
    .addOption(
      new Option('-f, --format <name>', `how to print: ${Object.keys(FORMATS).join(', ')}`)
        .default('stylish')
        .argParser(choiceOf('format', Object.keys(FORMATS))),
    )
    .addOption(
      new Option('-o, --output <[format:]file>', 'write a report into a file; may be repeated, each in its own format')
        .default([], 'none')
        .argParser((value: string, before: readonly string[]) => [...before, value]),
    )
    .addOption(new Option('--output-file <[format:]file>', 'the same').hideHelp());
}

function styleOption(): Option {
  return new Option('--style <style>', 'house style of the names: us or uk')
    .default('us')
    .argParser(choiceOf('style', STYLES));
}
