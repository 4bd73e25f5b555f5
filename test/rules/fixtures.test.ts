import assert from 'node:assert/strict';
import type { Engine, Finding } from '../../engine/src/index.js';
import { applyFixes, safeFixesOf } from './apply-fixes.js';
import { readAllFixtures, type Fixture } from './read-fixtures.js';
import { shippedEngine } from './shipped-engine.js';

let engine: Engine;

before(function () {
  this.timeout(20_000);
  engine = shippedEngine();
});

const fixtures = readAllFixtures();
for (const ruleId of new Set(fixtures.map((fixture) => fixture.ruleId))) {
  describe(`rule ${ruleId}`, () => {
    for (const fixture of fixtures.filter((candidate) => candidate.ruleId === ruleId)) {
      it(fixture.title, () => checkFixture(fixture));
    }
  });
}

/** The rule's findings are the marks, exactly; and what holds for every finding of every rule. */
function checkFixture(fixture: Fixture): void {
  const findings = lint(fixture, fixture.text);
  const own = findings.filter((finding) => finding.ruleId === fixture.ruleId);
  assert.deepEqual(
    own.map((finding) => describeFinding(finding, fixture.text)),
    fixture.marks.map((mark) => describeMark(mark, fixture)),
    `line ${fixture.line} of test/rules/${fixture.ruleId}.md`,
  );
  for (const [index, mark] of fixture.marks.entries()) {
    if (mark.severity !== undefined) {
      assert.equal(own[index]!.severity, mark.severity, `severity of “${textOf(own[index]!, fixture.text)}”`);
    }
  }
  checkSpans(findings, fixture.text);
  checkLineEndings(fixture, findings);
  checkSafeFixes(fixture, findings);
  assert.deepEqual(JSON.parse(JSON.stringify(findings)), findings, 'findings survive JSON');
}

function lint(fixture: Fixture, text: string): readonly Finding[] {
  const { findings, failures } = engine.lint(text, {
    configuration: fixture.configuration,
    configured: fixture.configured,
    language: fixture.language,
    today: fixture.today,
  });
  for (const failure of failures) throw failure.error;
  return findings;
}

function checkSpans(findings: readonly Finding[], text: string): void {
  for (const finding of findings) {
    assert.ok(
      finding.span.start >= 0 && finding.span.end <= text.length && finding.span.start <= finding.span.end,
      `span of ${finding.ruleId}`,
    );
    const words = textOf(finding, text);
    assert.equal(words, words.trim(), `${finding.ruleId} reports words, not the white space around them`);
    for (const edit of finding.fixes.flatMap((fix) => fix.edits)) {
      assert.ok(edit.span.start <= edit.span.end && edit.span.end <= text.length, `edit of ${finding.ruleId}`);
    }
  }
}

function checkLineEndings(fixture: Fixture, findings: readonly Finding[]): void {
  const crlf = fixture.text.replaceAll('\n', '\r\n');
  const whole = (finding: Finding, text: string): string =>
    `${finding.ruleId} ${finding.severity} ${placeOf(finding.span.start, text)} ${textOf(finding, text).replaceAll('\r\n', '\n')} ${finding.message.replaceAll('\r\n', '\n')}`;
  assert.deepEqual(
    lint(fixture, crlf).map((finding) => whole(finding, crlf)),
    findings.map((finding) => whole(finding, fixture.text)),
    'CRLF changes nothing',
  );
}

function checkSafeFixes(fixture: Fixture, findings: readonly Finding[]): void {
  if (safeFixesOf(findings).length === 0) return;
  const once = applyFixes(fixture.text, safeFixesOf(findings));
  const left = safeFixesOf(lint(fixture, once));
  assert.equal(applyFixes(once, left), once, 'fixing twice is fixing once');
  assert.deepEqual(left, [], `no safe fix is left in: ${once}`);
}

function describeFinding(finding: Finding, text: string): string {
  const words = textOf(finding, text).split('\n')[0]!;
  return `${placeOf(finding.span.start, text)} ${words}`;
}

function describeMark(mark: Fixture['marks'][number], fixture: Fixture): string {
  return `${mark.line}:${mark.start + 1} ${fixture.text.split('\n')[mark.line - 1]!.slice(mark.start, mark.end)}`;
}

function textOf(finding: Finding, text: string): string {
  return text.slice(finding.span.start, finding.span.end);
}

/** Line and column, from 1. */
function placeOf(offset: number, text: string): string {
  const before = text.slice(0, offset).split('\n');
  return `${before.length}:${before[before.length - 1]!.length + 1}`;
}
