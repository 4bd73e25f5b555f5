import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { allRules, CONFIGURATION_FILE_NAMES, readConfiguration, type Locale } from '../../../engine/src/index.js';
import { write, type CommandEnvironment } from '../environment.js';
import type { InitFlags } from '../project-commands.js';
import { describeFileError, UsageError } from '../trouble.js';

/** Writes a configuration file with explanations. @throws UsageError where there is one already */
export async function init(flags: InitFlags, { cwd, stdout }: CommandEnvironment): Promise<0> {
  for (const name of CONFIGURATION_FILE_NAMES) {
    if (!(await configures(path.join(cwd, name)))) continue;
    throw new UsageError(`${name} configures this folder already and is left as it is: change it by hand.`);
  }
  const name = flags.format === 'json' ? '.kossarc.jsonc' : '.kossarc.yaml';
  const schema = schemaAddress(cwd);
  const text = flags.format === 'json' ? jsonTemplate(flags.style, schema) : yamlTemplate(flags.style, schema);
  try {
    await writeFile(path.join(cwd, name), text, { flag: 'wx' });
  } catch (error) {
    throw new UsageError(`${name}: ${describeFileError(error)}`, { cause: error });
  }
  await write(stdout, `Wrote ${name}. \`kossa config article.md\` says what holds for an article.\n`);
  return 0;
}

async function configures(file: string): Promise<boolean> {
  try {
    return readConfiguration(file, await readFile(file, 'utf8'), allRules).configuration !== undefined;
  } catch (error) {
    // What is there and cannot be read is not to be joined by a second one.
    return (error as NodeJS.ErrnoException).code !== 'ENOENT';
  }
}

/** Where editors find what may stand in it: beside the package where it is among the packages of this folder. */
function schemaAddress(cwd: string): string {
  const local = 'node_modules/kossa/schema/kossarc.schema.json';
  return existsSync(path.join(cwd, local)) ? `./${local}` : PUBLISHED_SCHEMA;
}

const PUBLISHED_SCHEMA = 'https://raw.githubusercontent.com/kossa/kossa/main/schema/kossarc.schema.json';

/** Settings that do not hold yet stand behind a # without a space. */
function yamlTemplate(style: Locale | undefined, schema: string): string {
  return `# yaml-language-server: $schema=${schema}
# What Kossa reports in this folder and below.

# Configuration files of the folders above are not read.
root: true

# House style: us follows AMA and ISMP, uk follows the NHS. Without it, us is assumed and its questions are hints.
${style === undefined ? '#style: us' : `style: ${style}`}

# A file or a package to build on; what stands here wins.
#extends: ./shared/house.yaml

# Where the style rules speak: auto (health writing), always, configured (files that this file covers).
#scope: auto

# off, hint, info, warning or error; \`kossa rules\` lists the rules.
#rules:
#  plain-word: off
#  absolute-claim: error

# Words that are right here; one a line in .kossa/words.txt does the same.
#words: [Examplimab]

# Phrases that are never reported.
#allow: [calcium blocker]

# Terms of your own: docs/own-terms.md of Kossa says how they are written.
#terms: [.kossa/terms/*.yaml]

# Plain English is spell-checked too.
#generalSpelling: true

# Every article says in its front matter when it was reviewed and when it will be.
#requireReviewDates: true

# Files that are left out; .kossaignore does the same, as .gitignore does.
#ignores: [drafts]

# Plain text files that are checked as well.
#plainText: [notes/**]

# Files for which something else holds.
#overrides:
#  - files: [uk/**]
#    style: uk
`;
}

function jsonTemplate(style: Locale | undefined, schema: string): string {
  return `{
  "$schema": "${schema}",

  // What Kossa reports in this folder and below.

  // Configuration files of the folders above are not read.
  "root": true,

  // House style: us follows AMA and ISMP, uk follows the NHS. Without it, us is assumed and its questions are hints.
  ${style === undefined ? '//"style": "us",' : `"style": "${style}",`}

  // A file or a package to build on; what stands here wins.
  //"extends": "./shared/house.jsonc",

  // Where the style rules speak: auto (health writing), always, configured (files that this file covers).
  //"scope": "auto",

  // off, hint, info, warning or error; \`kossa rules\` lists the rules.
  //"rules": { "plain-word": "off", "absolute-claim": "error" },

  // Words that are right here; one a line in .kossa/words.txt does the same.
  //"words": ["Examplimab"],

  // Phrases that are never reported.
  //"allow": ["calcium blocker"],

  // Terms of your own: docs/own-terms.md of Kossa says how they are written.
  //"terms": [".kossa/terms/*.yaml"],

  // Plain English is spell-checked too.
  //"generalSpelling": true,

  // Every article says in its front matter when it was reviewed and when it will be.
  //"requireReviewDates": true,

  // Files that are left out; .kossaignore does the same, as .gitignore does.
  //"ignores": ["drafts"],

  // Plain text files that are checked as well.
  //"plainText": ["notes/**"],

  // Files for which something else holds.
  //"overrides": [{ "files": ["uk/**"], "style": "uk" }],
}
`;
}
