// npm run generate: writes what other files determine: of the rules the index, the derived parts of their pages, the
// schema of the setting kossa.rules, the configuration schema, the table in the README; of manifest and client the strings
// for translators.
//
//   npm run generate                  write the files that differ
//   npm run generate -- --check       write nothing, and fail where a file differs
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from './project-root.js';
import { generatedFiles, rulesWithoutPage } from './generated-files.js';

const checks = process.argv.includes('--check');
const stale = (await generatedFiles()).filter((file) => {
  const place = path.join(projectRoot, file.path);
  return !existsSync(place) || readFileSync(place, 'utf8') !== file.content;
});

for (const file of stale) {
  if (checks) {
    console.error(`${file.path} is not what its sources make: run \`npm run generate\``);
    continue;
  }
  const place = path.join(projectRoot, file.path);
  mkdirSync(path.dirname(place), { recursive: true });
  writeFileSync(place, file.content);
  console.log(`${file.path} written`);
}
for (const id of rulesWithoutPage()) console.error(`docs/rules/${id}.md is missing: write the page of the rule`);
if (stale.length === 0) console.log('every generated file is what its sources make');
if ((checks && stale.length > 0) || rulesWithoutPage().length > 0) process.exitCode = 1;
