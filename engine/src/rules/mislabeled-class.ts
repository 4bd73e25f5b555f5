import { contradictionOf } from '../claims/contradictions/contradiction.js';
import { placeOf, plural, reasonOf, termOf, withArticle, writtenParty } from './claim-report.js';
import { defineRule, type ReportFix } from './rule.js';

export default defineRule({
  id: 'mislabeled-class',
  summary: 'A drug or a condition put in a class that it does not belong to.',
  rationale:
    'A reader who learns that warfarin is a calcium blocker learns the wrong risks and the wrong alternatives. The finding is made only where the members of the class were checked one by one, or a source says that the thing does not belong to it.',
  category: 'claims',
  severity: 'error',
  severities: ['error', 'warning', 'hint'],
  since: '0.1.0',
  fixable: 'review',
  healthWritingOnly: false,
  reads: 'section',
  sources: ['lexi-warfarin', 'do2026'],
  messages: {
    class: '“{{written}}” says that {{subject}} is {{object}}; it is {{rather}}.',
    classOnly: '“{{written}}” says that {{subject}} is {{object}}; it does not belong to that class.',
    denied: '{{subject}} is not {{object}}.',
    member: '“{{written}}” says that {{subject}} is not {{object}}; it is.',
    notType: '{{subject}} is not a type of {{object}}.',
  },
  examples: [
    { text: 'Others use calcium channel blockers like warfarin.', reports: ['calcium channel blockers like warfarin'] },
    { text: 'Others use anticoagulants like warfarin.', reports: [] },
    { text: 'Warfarin is not a calcium channel blocker.', reports: [] },
    { text: 'Warfarin is not an anticoagulant.', reports: ['Warfarin is not an anticoagulant'] },
    { text: 'Warfarin is not an anticoagulant that we give to everyone.', reports: [] },
  ],
  check(context) {
    for (const claim of context.document.claims) {
      if (claim.relation !== 'is-a') continue;
      const contradiction = contradictionOf(claim, context.terminology);
      if (contradiction === undefined) continue;
      const subject = claim.subject.conceptId!;
      const object = claim.object.conceptId!;
      const written = context.document.blocks[claim.block]!.text.slice(claim.span.start, claim.span.end).replace(
        /\s+/gu,
        ' ',
      );
      const objectTerm = withArticle(termOf(object, context));
      const data = {
        written,
        subject: termOf(subject, context),
        object: objectTerm,
        rather: contradiction.rather === undefined ? '' : withArticle(termOf(contradiction.rather, context)),
      };
      const { kind } = contradiction;
      const isPlain = kind === 'denied' || kind === 'member';
      const message = isPlain ? kind : contradiction.rather === undefined ? 'classOnly' : 'class';
      if (context.terminology.classificationOf(object) !== undefined) {
        context.report({
          at: placeOf(claim),
          message: 'notType',
          data: { subject: capitalize(data.subject), object: termOf(object, context) },
          severity: contradiction.severity,
          conceptId: subject,
          reason: reasonOf(contradiction, `Sources place ${data.subject} elsewhere.`),
        });
        continue;
      }
      context.report({
        at: placeOf(claim),
        message,
        data: message === 'denied' ? { ...data, subject: capitalize(data.subject) } : data,
        severity: contradiction.severity,
        conceptId: subject,
        reason: reasonOf(
          contradiction,
          `${capitalize(data.subject)} belongs to: ${context.terminology.classTerms(subject, context.style).join(', ')}.`,
        ),
        fixes: isPlain ? [] : classFixes(),
      });

      function classFixes(): ReportFix[] {
        const fixes: ReportFix[] = [];
        const party = claim.object;
        const many = /s$/u.test(writtenParty(party, context.document));
        const form = (id: string): string => (many ? plural(termOf(id, context)) : termOf(id, context));
        // Where the class has other members that may be right, another class would wrong them.
        if (contradiction!.rather !== undefined && !claim.form.endsWith('in a list')) {
          const text = form(contradiction!.rather);
          fixes.push({
            title: `Replace with \`${text}\``,
            grade: 'review',
            edits: [{ at: party, text }],
            conceptId: contradiction!.rather,
          });
        }
        const member = context.terminology.exampleMember(object);
        // A different drug is a choice that the writer makes: offered last, never preferred.
        if (member !== undefined && claim.form.startsWith('such as')) {
          const right = termOf(member, context);
          fixes.push({ title: `Keep the class and name one of its members, such as \`${right}\``, grade: 'manual' });
        }
        return fixes;
      }
    }
  },
});

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
