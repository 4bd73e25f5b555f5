// Reports for programs, held against the schemas of those who read them.
import assert from 'node:assert/strict';
import { articleWithMany, hostileArticle, reportOver } from './hostile-article.js';
import { removeWorkplaces, Workplace } from './kossa.js';
import { schemaProblems } from './report-schemas.js';

const FORMATS = ['sarif', 'junit', 'checkstyle', 'gitlab', 'rdjsonl', 'rdjson'];

/** A change that makes a report wrong: what a schema does not notice, it does not hold. */
const BREAK: Readonly<Record<string, (report: string) => string>> = {
  sarif: (report) => report.replace('"ruleId"', '"ruleName"'),
  junit: (report) => report.replace('<testcase name=', '<testcase title='),
  checkstyle: (report) => report.replace('severity="error"', 'severity="bad"'),
  gitlab: (report) => report.replace('"fingerprint"', '"print"'),
  rdjsonl: (report) => report.replace('"location"', '"place"'),
  rdjson: (report) => report.replace('"location"', '"place"'),
};

describe('the schema of', () => {
  after(removeWorkplaces);

  const files = {
    'a.md': 'Fine.\n\n😀 A soft issue and a calcium blocker.\n\nA soft issue.\n',
    'sub folder/b & c.md': '---\ntitle: Downs syndrome\n---\n\nDowns syndrome and a calcium\nblocker.\n',
    'good.md': 'Fine.\n',
    'page.mdx': '<Box>{1}</Box>\n\nA soft issue.\n',
  };

  for (const format of FORMATS) {
    describe(format, () => {
      it('takes a report with findings of every kind', async () => {
        const { out } = await new Workplace(files).run(['lint', '--format', format, '--scope', 'always']);
        assert.match(out, /avoided-term/);
        assert.deepEqual(await schemaProblems(format, out), []);
      });

      it('takes a report without findings, and one of nothing', async () => {
        for (const articles of [{ 'good.md': 'Fine.\n' }, {}]) {
          const { out } = await new Workplace(articles).run(['lint', '--format', format]);
          assert.deepEqual(await schemaProblems(format, out), []);
        }
      });

      it('takes what hostile articles make of it, and many findings', async () => {
        const articles = [hostileArticle(), articleWithMany('/project/many.md', 'hint', 300)];
        assert.deepEqual(await schemaProblems(format, reportOver(format, articles)), []);
      });

      it('notices what is wrong', async () => {
        const { out } = await new Workplace(files).run(['lint', '--format', format, '--scope', 'always']);
        const broken = BREAK[format]!(out);
        assert.notEqual(broken, out);
        assert.notDeepEqual(await schemaProblems(format, broken), []);
      });
    });
  }
});
