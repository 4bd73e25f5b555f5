import { shippedEngine } from './test/rules/shipped-engine.js';
import { readFileSync } from 'node:fs';
const e = shippedEngine() as any; const t = readFileSync('/tmp/p4/x.md', 'utf8');
for (const o of [{ configuration: {}, configured: false }, { configuration: { scope: 'always' }, configured: true }]) {
const { findings, document } = e.lint(t, { ...o, language: 'markdown', today: '2026-01-15' });
console.log(document.healthWriting, document.claims?.length, findings.map((f: any) => f.ruleId));
console.log(document.blocks.map((b: any) => [b.kind, b.list?.leadIn, b.text.slice(0, 30)].join('|')).join('\n')); }
