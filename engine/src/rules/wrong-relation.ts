import type { Claim } from '../claims/claim.js';
import type { ConceptKind } from '../terminology/source-format.js';
import type { Terminology } from '../terminology/terminology.js';
import { contradictionOf } from '../claims/contradictions/contradiction.js';
import { placeOf, reasonOf, termOf, writtenParty } from './claim-report.js';
import { defineRule } from './rule.js';

export default defineRule({
  id: 'wrong-relation',
  summary: 'A false statement of what something does, treats, comes from or where it is.',
  rationale:
    'A wrong mechanism sounds as sure as a right one: an antacid that removes calcium, a diet that brings on a syndrome. It is reported only where a source denies it.',
  category: 'claims',
  severity: 'error',
  severities: ['error', 'warning', 'hint'],
  since: '0.1.0',
  fixable: 'manual',
  healthWritingOnly: false,
  reads: 'section',
  sources: ['medscape-tx', 'mas-utd'],
  messages: {
    denied: '“{{written}}” is not so: {{because}}',
    notAlways: 'Not always: in {{rather}}, blood {{analyte}} is normal.',
    level: 'In {{subject}}, “{{written}}” is not what is found: it is {{fact}}.',
    treatments: 'For {{subject}}, this is not the only treatment.',
  },
  examples: [
    { text: 'Aluminum hydroxide removes calcium from the gut.', reports: ['Aluminum hydroxide removes calcium'] },
    { text: 'Aluminum hydroxide binds phosphate in the gut.', reports: [] },
  ],
  check(context) {
    const seen = new Set<string>();
    const told: Claim[] = [];
    // Of several subjects that share their words, the first in the text stands for all.
    const claims = [...context.document.claims].sort((a, b) => a.block - b.block || a.span.start - b.span.start);
    for (const claim of claims) {
      if (claim.relation === 'is-a') continue;
      const subject = claim.subject.conceptId;
      if (subject !== undefined && context.terminology.memberOf(subject) !== undefined) continue;
      if (context.document.isOnOtherMatter && isOfBody(subject, context.terminology)) continue;
      const contradiction = contradictionOf(claim, context.terminology);
      if (contradiction === undefined) continue;
      // Several items of one list, or several drugs of one sentence, share the words that are wrong of them.
      const key = `${claim.block} ${claim.span.end} ${claim.relation} ${claim.value ?? ''}`;
      if (seen.has(key)) continue;
      seen.add(key);
      // What is wrong of a thing in two respects is told once.
      if (claim.relation === 'has') {
        if (told.some((other) => isSameWrong(other, claim))) continue;
        told.push(claim);
      }
      const base = {
        at: placeOf(claim),
        severity: contradiction.severity,
        reason: reasonOf(contradiction, 'The sources say otherwise.'),
        ...(subject === undefined ? {} : { conceptId: subject }),
      };
      const written = context.document.blocks[claim.block]!.text.slice(claim.span.start, claim.span.end).replace(
        /\s+/gu,
        ' ',
      );
      if (contradiction.kind === 'not-always') {
        context.report({
          ...base,
          message: 'notAlways',
          data: {
            rather: termOf(contradiction.rather, context),
            analyte: claim.analyte === 'phosphate' ? 'phosphate' : 'calcium',
          },
        });
      } else if (contradiction.kind === 'level') {
        const analyte = claim.analyte === 'phosphate' ? 'phosphate' : 'calcium';
        context.report({
          ...base,
          message: 'level',
          data: {
            subject: termOf(subject, context),
            written: writtenParty(claim.object, context.document),
            fact: context.terminology.levelWords(subject!, analyte),
          },
        });
      } else if (contradiction.kind === 'other-treatments') {
        context.report({ ...base, message: 'treatments', data: { subject: termOf(subject, context) } });
      } else {
        context.report({
          ...base,
          message: 'denied',
          data: { written, because: contradiction.because ?? 'the sources deny it.' },
        });
      }
    }
  },
});

/** A part of the body or a complaint, of which a text on another matter says what the terminology does not know. */
function isOfBody(subject: string | undefined, terminology: Terminology): boolean {
  return subject !== undefined && OF_BODY.has(terminology.concept(subject)!.kind);
}

const OF_BODY: ReadonlySet<ConceptKind> = new Set<ConceptKind>(['anatomy', 'sign', 'symptom']);

/** The same words, or words among them, of the same thing. */
function isSameWrong(a: Claim, b: Claim): boolean {
  return (
    a.block === b.block &&
    a.subject.conceptId === b.subject.conceptId &&
    a.object.span.start < b.object.span.end &&
    b.object.span.start < a.object.span.end
  );
}
