import { shippedEngine } from './test/rules/shipped-engine.js';
import { readFileSync } from 'node:fs';
const e = shippedEngine() as any;
for (const t of readFileSync(process.argv[2]!, 'utf8').split('\n').filter(Boolean)) {
  const { findings } = e.lint(t, { configuration: {}, configured: false, language: 'markdown', today: '2026-01-15' });
  console.log(t.slice(0, 90), '=>', findings.map((f: any) => f.ruleId + ': ' + t.slice(f.span.start, f.span.end)).join(' | '));
}
