import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import {
  allRules,
  type Configuration,
  type Engine,
  type Finding,
  type FixGrade,
  type Rule,
} from '../../engine/src/index.js';
import { DEFAULT_TODAY, readAllFixtures } from './read-fixtures.js';
import { shippedEngine } from './shipped-engine.js';

const ROOT = path.resolve(import.meta.dirname, '../..');
const HEADINGS = ['What it reports', 'Why', 'Examples', 'Options', 'Fix safety', 'When to switch it off', 'Sources'];
const GRADES: readonly (FixGrade | 'none')[] = ['none', 'manual', 'review', 'safe'];

let engine: Engine;
const fixtures = readAllFixtures();

before(function () {
  this.timeout(20_000);
  engine = shippedEngine();
});

describe('rules', () => {
  it('have ids of their own', () => {
    assert.equal(new Set(allRules.map((rule) => rule.id)).size, allRules.length);
  });

  it('have fixtures, and no fixture is without its rule', () => {
    const ids = new Set(allRules.map((rule) => rule.id));
    assert.deepEqual(
      [...new Set(fixtures.map((fixture) => fixture.ruleId))].filter((id) => !ids.has(id)),
      [],
    );
  });

  for (const rule of allRules) describe(rule.id, () => checkRule(rule));
});

function checkRule(rule: Rule): void {
  const own = fixtures.filter((fixture) => fixture.ruleId === rule.id);

  it('is described: an id that is a name, a summary that is a sentence, severities that hold its own', () => {
    assert.match(rule.id, /^[a-z]+(?:-[a-z]+)+$/u);
    assert.match(rule.summary, /^[A-Z“].+\.$/u);
    assert.ok(rule.rationale.length > 60, 'the rationale says why');
    assert.ok(rule.severities.includes(rule.severity));
    assert.match(rule.since, /^\d+\.\d+\.\d+$/u);
    for (const other of rule.yieldsTo ?? []) {
      assert.ok(
        allRules.some((candidate) => candidate.id === other),
        `yields to ${other}, which is no rule`,
      );
    }
  });

  it('has its file, and a page with the fixed headings in their order', () => {
    assert.ok(existsSync(path.join(ROOT, `engine/src/rules/${rule.id}.ts`)));
    const page = readFileSync(path.join(ROOT, `docs/rules/${rule.id}.md`), 'utf8');
    assert.deepEqual(
      [...page.matchAll(/^## (.+)$/gmu)].map((match) => match[1]),
      HEADINGS,
    );
  });

  it('has a fixture that it reports and a near miss', () => {
    assert.ok(
      own.some((fixture) => fixture.marks.length > 0),
      'something it reports',
    );
    assert.ok(
      own.some((fixture) => fixture.marks.length === 0),
      'something near that it does not',
    );
  });

  it('reports in its examples what they say', () => {
    assert.ok(
      rule.examples.some((example) => example.reports.length > 0) &&
        rule.examples.some((example) => example.reports.length === 0),
      'a hit and a near miss',
    );
    for (const example of rule.examples) {
      const findings = lint(example.text, {
        ...example.configuration,
        ...(example.style === undefined ? {} : { style: example.style }),
      }).filter((finding) => finding.ruleId === rule.id);
      assert.deepEqual(
        findings.map((finding) => example.text.slice(finding.span.start, finding.span.end)),
        example.reports,
        example.text,
      );
    }
  });

  it('keeps to its severities and to its best grade of fix, and fills its messages', () => {
    for (const fixture of own) {
      const result = engine.lint(fixture.text, {
        configuration: fixture.configuration,
        configured: fixture.configured,
        language: fixture.language,
        today: fixture.today,
      });
      for (const finding of result.findings.filter((candidate) => candidate.ruleId === rule.id)) {
        checkFinding(rule, finding);
      }
    }
  });
}

function checkFinding(rule: Rule, finding: Finding): void {
  assert.ok(
    rule.severities.includes(finding.severity),
    `${rule.id} reports as ${finding.severity}, which it does not name`,
  );
  assert.doesNotMatch(finding.message, /\{\{|\}\}|undefined|“”| {2}/u);
  assert.match(finding.message, /[.?!”]$/u, finding.message);
  for (const [index, fix] of finding.fixes.entries()) {
    assert.ok(
      GRADES.indexOf(fix.grade) <= GRADES.indexOf(rule.fixable),
      `${rule.id} has a ${fix.grade} fix and says ${rule.fixable}`,
    );
    assert.equal(fix.edits.length === 0, fix.grade === 'manual', 'exactly the manual fixes have no text');
    assert.ok(fix.grade !== 'safe' || index === 0, 'a safe fix comes first');
  }
  for (const source of finding.reason?.sources ?? []) {
    assert.ok(
      source in engine.terminology.compiled.sources,
      `reason of ${rule.id} cites ${source}, which the terminology does not have`,
    );
  }
}

function lint(text: string, configuration: Configuration): readonly Finding[] {
  const { findings, failures } = engine.lint(text, {
    configuration: { scope: 'always', ...configuration },
    configured: false,
    language: 'markdown',
    today: DEFAULT_TODAY,
  });
  for (const failure of failures) throw failure.error;
  return findings;
}
