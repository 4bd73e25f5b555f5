import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { claimFindings } from './claim-findings.js';

const FOLDER = path.join(import.meta.dirname, '../../corpus/written');

/** A text as writers write them: a paragraph, a list, a table, a note, a post, with one false clause or none. */
interface WrittenStatement {
  readonly id: string;
  readonly markdown: string;
  readonly wrong: boolean;
  /** wrong: the false clause, what kind it is, and what holds. */
  readonly quote?: string;
  readonly kind?: string;
  readonly right?: string;
  /** It is known not to be found. Take the mark away when it is. */
  readonly missed?: true;
  /** It is right, and known to be reported all the same. Take the mark away when it is not. */
  readonly reported?: true;
}

function statementsOf(file: string): readonly WrittenStatement[] {
  return readFileSync(path.join(FOLDER, file), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as WrittenStatement);
}

describe('the written statements', () => {
  for (const file of readdirSync(FOLDER).sort()) {
    const statements = statementsOf(file);
    const wrong = statements.filter((statement) => statement.wrong);
    const found = wrong.filter((statement) => statement.missed !== true);
    describe(`of ${file} (${found.length} of ${wrong.length} false ones found)`, () => {
      it('quotes their false clauses', () => {
        for (const { id, markdown, quote } of wrong) assert.ok(markdown.includes(quote!), id);
      });

      it('are found where they are false, but for those marked as missed', () => {
        const silent = wrong.filter(({ markdown }) => claimFindings(markdown).length === 0).map(({ id }) => id);
        assert.deepEqual(
          silent,
          wrong.filter(({ missed }) => missed).map(({ id }) => id),
        );
      });

      it('stand where they are right, but for those marked as reported', () => {
        const right = statements.filter((statement) => !statement.wrong);
        const reported = right.flatMap(({ id, markdown }) => {
          const findings = claimFindings(markdown);
          return findings.length === 0 ? [] : [`${id}: ${findings.join(', ')}`];
        });
        assert.deepEqual(
          reported.filter((one) => !right.some(({ id, reported: known }) => known && one.startsWith(`${id}:`))),
          [],
        );
        assert.equal(reported.length, right.filter((statement) => statement.reported).length);
      });
    });
  }
});
