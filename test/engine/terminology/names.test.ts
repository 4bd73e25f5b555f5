import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Engine, Locale } from '../../../engine/src/index.js';
import { phrasesOfLines } from '../../../engine/src/terminology/phrase-lines.js';
import { shippedEngine } from '../../rules/shipped-engine.js';

const RULE_OF: Readonly<Record<string, string>> = {
  misspelling: 'misspelled-term',
  deprecated: 'avoided-term',
  impossible: 'wrong-word',
};
const NAME_RULES = new Set([...Object.values(RULE_OF), 'eponym-form']);

describe('the names of the shipped terminology', function () {
  this.timeout(30_000);
  let engine: Engine;
  before(() => {
    engine = shippedEngine();
  });

  it('are reported where their status says so: by its rule, in their exact words, once', () => {
    const wrong = variants().flatMap(({ variant }) => {
      const rule = RULE_OF[variant.status];
      if (rule === undefined) return [];
      const reported = reportsOn(variant.text, variant.locale ?? 'us');
      return reported.join() === `${rule}: ${variant.text}` ? [] : [`${variant.text} gives ${reported.join(', ')}`];
    });
    assert.deepEqual(wrong, []);
  });

  it('are not reported where they are right', () => {
    const wrong = variants().flatMap(({ concept, variant }) => {
      if (RULE_OF[variant.status] !== undefined) return [];
      return reportsOn(variant.text, variant.locale ?? 'us').map((report) => `${concept.id}: ${report}`);
    });
    assert.deepEqual(wrong, []);
  });

  function variants(): readonly { concept: Concept; variant: Concept['variants'][number] }[] {
    return engine.terminology.compiled.concepts.flatMap((concept) =>
      concept.variants.map((variant) => ({ concept, variant })),
    );
  }

  function reportsOn(name: string, style: Locale): string[] {
    const text = `The leaflet mentions ${name} twice.`;
    const { findings } = engine.lint(text, {
      configuration: { scope: 'always', style },
      configured: true,
      language: 'markdown',
      today: '2026-01-15',
    });
    return findings
      .filter((finding) => NAME_RULES.has(finding.ruleId))
      .map((finding) => `${finding.ruleId}: ${text.slice(finding.span.start, finding.span.end)}`);
  }

  it('are not reported in the plural and in the other spelling either', () => {
    const { terminology } = engine;
    // Of a state that is not counted the list says that its plural is no word.
    const list = readFileSync(
      path.resolve(import.meta.dirname, '../../../terminology/vocabulary/never-right.tsv'),
      'utf8',
    );
    const neverRight = new Set(list.split('\n').map((line) => line.split('\t')[0]));
    const wrong = phrasesOfLines(terminology.compiled.phrases).flatMap(({ key, targets }) => {
      const right = targets.every(
        (target) =>
          target.is === 'variant' &&
          RULE_OF[terminology.conceptAt(target.concept).variants[target.variant]!.status] === undefined &&
          terminology.conceptAt(target.concept).eponym === undefined,
      );
      return right && !neverRight.has(key) ? reportsOn(key, 'us').map((report) => `${key}: ${report}`) : [];
    });
    assert.deepEqual(wrong, []);
  });
});

type Concept = Engine['terminology']['compiled']['concepts'][number];
