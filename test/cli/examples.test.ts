// The sample articles that `npm start` lints show what every rule does.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { allRules } from '../../engine/src/index.js';
import { projectRoot } from '../../scripts/project-root.js';
import { shippedEngine } from '../rules/shipped-engine.js';

const folder = path.join(projectRoot, 'examples');
const articles = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.mdx?$/u.test(name));

function rulesRaised(name: string): string[] {
  const british = name.startsWith('uk');
  const { findings } = shippedEngine().lint(readFileSync(path.join(folder, name), 'utf8'), {
    configuration: british ? { style: 'uk', requireReviewDates: true, generalSpelling: true } : {},
    configured: british,
    language: name.endsWith('.mdx') ? 'mdx' : 'markdown',
    today: '2026-01-15',
  });
  return findings.map((finding) => finding.ruleId);
}

describe('the sample articles', () => {
  it('raise every rule', () => {
    const raised = new Set(articles.flatMap(rulesRaised));
    assert.deepEqual(
      allRules.map((rule) => rule.id).filter((id) => !raised.has(id)),
      [],
    );
  });

  it('hold one that gives nothing', () => assert.deepEqual(rulesRaised('a-good-article.md'), []));
});
