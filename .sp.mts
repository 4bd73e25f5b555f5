import { shippedEngine } from './test/rules/shipped-engine.js';
import { readFileSync } from 'node:fs';
const e = shippedEngine() as any;
const frames = ['The note mentions %s today.', 'She asked her doctor about %s last week.', 'There was a record of %s in the chart.', 'People often look up %s online.'];
let n = 0, found = 0, top1 = 0, top3 = 0;
for (const [i, l] of readFileSync(process.argv[2]!, 'utf8').split('\n').filter(Boolean).entries()) {
  const [w, r] = l.split('\t') as [string, string]; n++;
  const t = frames[i % 4]!.replace('%s', w);
  const { findings } = e.lint(t, { configuration: {}, configured: false, language: 'markdown', today: '2026-01-15' });
  const f = findings.filter((x: any) => x.ruleId === 'misspelled-term' || x.ruleId === 'wrong-word' || x.ruleId === 'avoided-term');
  if (!f.length) { console.log('MISS', i, w, r); continue; }
  found++;
  const fixes = [...f[0].message.matchAll(/“([^”]*)”/gu)].slice(1).map((m: any) => m[1].toLowerCase());
  if (fixes[0] === r.toLowerCase()) top1++; else console.log('RANK', i, w, r, '->', fixes.slice(0, 3).join(',') || JSON.stringify(f[0].message));
  if (fixes.slice(0, 3).includes(r.toLowerCase())) top3++;
}
console.log({ n, found, top1, top3 });
