// Lints the files of a folder with Harper, as its own command would: one process, one file after the other.
import { readdirSync, readFileSync } from 'node:fs';
import { LocalLinter } from 'harper.js';
import { binaryInlined } from 'harper.js/binaryInlined';

const linter = new LocalLinter({ binary: binaryInlined });
let findings = 0;
for (const name of readdirSync(process.argv[2]).filter((file) => file.endsWith('.md'))) {
  findings += (await linter.lint(readFileSync(`${process.argv[2]}/${name}`, 'utf8'), { language: 'markdown' })).length;
}
console.log(findings);
