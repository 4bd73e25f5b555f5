import type { DivisionStatement } from '../claims/divisions/classification-claims.js';
import { termOf } from './claim-report.js';
import { defineRule } from './rule.js';
import { areNamedLater } from './support/named-later.js';

export default defineRule({
  id: 'nonstandard-classification',
  summary: 'A classification with members missing, merged, or of another scheme.',
  rationale:
    'Calcinosis cutis is divided by cause into five types. A page that names two, or calls them localized and systemic, hides the types that a reader will hear of from a doctor.',
  category: 'claims',
  severity: 'error',
  severities: ['error', 'warning', 'hint'],
  since: '0.1.0',
  fixable: 'manual',
  healthWritingOnly: false,
  reads: 'section',
  yieldsTo: ['count-mismatch'],
  sources: ['reiter2011', 'actas2015', 'statpearls'],
  messages: {
    members: 'These are not the types of {{of}}. They are {{names}}.',
    number: 'Sources count {{numbers}} types of {{of}}: {{names}}.',
    criterion: 'The types of {{of}} are told apart by their cause, not by {{by}}.',
    older: 'An older list of types: {{because}}',
    missing: 'Not all types of {{of}} are named: {{missing}} missing.',
  },
  examples: [
    {
      text: 'There are two main types of calcinosis, localized and systemic.',
      reports: ['two main types of calcinosis, localized and systemic'],
    },
    {
      text: 'There are five types of calcinosis cutis: dystrophic, metastatic, idiopathic, iatrogenic, and calciphylaxis.',
      reports: [],
    },
  ],
  check(context) {
    for (const division of context.document.divisions) {
      const isQuoted = division.attribution === 'quotation';
      if (division.attribution !== 'writer' && !isQuoted) continue;
      const { classification } = division;
      const full = classification.accepted[0]!;
      const names = listWords(full.members);
      const of = termOf(division.of, context);
      const base = {
        at: { block: division.block, span: division.span },
        conceptId: division.of,
        reason: { text: `Most sources divide it by cause: ${names}.`, sources: full.sources },
      };
      if (division.by !== undefined) {
        if (!isQuoted) context.report({ ...base, message: 'criterion', data: { of, by: division.by } });
        continue;
      }
      if (isToldByItem(division)) continue;
      if (division.members.some((member) => member.is === 'not-member')) {
        // A passing phrase ("in local and systemic ways") misleads less than a list that says it is complete.
        context.report({
          ...base,
          message: 'members',
          data: { of, names },
          severity: division.complete && !isQuoted ? 'error' : 'warning',
        });
        continue;
      }
      if (isQuoted) continue;
      const named = division.members.filter((member) => member.is === 'member').map((member) => member.name);
      if (named.length > 1 && division.complete) {
        const scheme = acceptedScheme(division, named);
        if (scheme?.severity === 'hint') {
          context.report({
            ...base,
            message: 'older',
            data: { because: scheme.because ?? names },
            severity: 'hint',
            reason: { text: scheme.because ?? names, sources: scheme.sources },
          });
        } else if (
          scheme === undefined &&
          !division.members.some((member) => member.is === 'unknown') &&
          division.number !== undefined
        ) {
          const missing = full.members.filter((name) => !named.includes(name));
          const at = { block: division.block, span: division.numberSpan ?? division.span };
          if (missing.length > 0 && !areNamedLater(at, named.length, context.document)) {
            context.report({
              ...base,
              message: 'missing',
              data: { of, missing: `${listWords(missing)} ${missing.length === 1 ? 'is' : 'are'}` },
              severity: named.length < 3 ? 'error' : 'warning',
            });
          }
        }
        continue;
      }
      const numbers = [
        ...new Set(
          classification.accepted
            .filter((scheme) => (scheme.onlyFor ?? []).length === 0)
            .map((scheme) => scheme.members.length),
        ),
      ];
      // "Six types are known, and the dystrophic one leads": one that is named beside the number lists nothing.
      const isListless = named.length === 0 || (named.length === 1 && division.number! > Math.max(...numbers));
      if (division.number !== undefined && isListless && !numbers.includes(division.number)) {
        if (
          classification.accepted.some(
            (scheme) => scheme.members.length === division.number && (scheme.onlyFor ?? []).includes(division.of),
          )
        ) {
          continue;
        }
        context.report({
          ...base,
          message: 'number',
          data: { of, numbers: numberWords(numbers), names },
        });
      }
    }
  },
});

/** In a list below that is right but for one item, that item is what a writer must find: mislabeled-type reports it. */
function isToldByItem({ members, listMembers }: DivisionStatement): boolean {
  const strangers = members.filter(({ is }) => is === 'not-member');
  const known = members.filter(({ is }) => is === 'member');
  return strangers.length === 1 && known.length > 1 && listMembers.includes(strangers[0]!);
}

/** "five (four in older lists)". */
function numberWords(numbers: readonly number[]): string {
  const [now, ...older] = [...numbers].sort((a, b) => b - a).map((number) => WORDS[number] ?? String(number));
  return older.length === 0 ? now! : `${now!} (${older.join(' or ')} in older lists)`;
}

const WORDS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

function acceptedScheme(
  division: DivisionStatement,
  named: readonly string[],
): DivisionStatement['classification']['accepted'][number] | undefined {
  return division.classification.accepted.find(
    (scheme) =>
      scheme.members.length === named.length &&
      scheme.members.every((member) => named.includes(member)) &&
      ((scheme.onlyFor ?? []).length === 0 || scheme.onlyFor!.includes(division.of)),
  );
}

function listWords(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names[names.length - 1]!}`;
}
