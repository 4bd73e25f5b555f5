import type { AnalyzedDocument } from '../document.js';
import type { FrontMatter, FrontMatterEntry } from '../markdown/front-matter.js';
import { sourceSpan, type SourceSpan } from '../text/span.js';
import { defineRule, type Report, type ReportFix } from './rule.js';

export default defineRule({
  id: 'missing-review-date',
  summary: 'A review date in the front matter that is missing, malformed, past, or out of order.',
  rationale:
    'Readers and editors can only trust a health page whose last review is dated and whose next one is planned. A date that is past, or that no tool can read, silently ends the review cycle.',
  category: 'page',
  severity: 'warning',
  severities: ['warning'],
  since: '0.1.0',
  fixable: 'review',
  healthWritingOnly: true,
  dependsOnDay: true,
  reads: 'document',
  sources: ['nhs-content-standard', 'nhs-review-dates'],
  messages: {
    missing:
      'The front matter has no `{{names}}`: say when the page was last reviewed and when its next review is due, as in `{{example}}: {{today}}`.',
    empty: '`{{key}}` is empty: write a date, as in {{today}}.',
    malformed: '`{{key}}: {{written}}` is no date that tools can read: write year-month-day, as in {{today}}.',
    impossible: '`{{key}}: {{written}}` is a day that does not exist.',
    future: '`{{key}}` says {{written}}, which is still to come (today is {{today}}).',
    past: 'The review planned for {{written}} is overdue (today is {{today}}).',
    order: 'The next review ({{written}}) comes before the last one ({{last}}).',
    unreadable: 'The front matter cannot be read, so its review dates cannot be checked: {{problem}}',
  },
  options: {
    schema: {
      type: 'object',
      additionalProperties: false,
      properties: {
        require: { type: 'boolean', description: 'True: every article must have both dates.' },
        lastKeys: {
          type: 'array',
          minItems: 1,
          items: { type: 'string', minLength: 1 },
          description:
            'Keys of the date of the last review, the first one preferred. Case, hyphens and underscores do not count.',
        },
        nextKeys: {
          type: 'array',
          minItems: 1,
          items: { type: 'string', minLength: 1 },
          description: 'Keys of the date of the next review, the first one preferred.',
        },
        otherKeys: {
          type: 'array',
          items: { type: 'string', minLength: 1 },
          description: 'Keys that show that the page is reviewed: who did it.',
        },
      },
    },
    defaults: {
      require: false,
      lastKeys: [
        'lastReviewed',
        'lastReview',
        'lastReviewDate',
        'lastReviewedDate',
        'reviewed',
        'reviewedOn',
        'reviewedAt',
        'dateReviewed',
        'medicallyReviewedOn',
        'pageLastReviewed',
      ],
      nextKeys: [
        'nextReview',
        'nextReviewDate',
        'nextReviewDue',
        'nextReviewed',
        'reviewDue',
        'reviewDueDate',
        'dateNextReview',
        'nextReviewOn',
      ],
      otherKeys: ['reviewedBy', 'medicallyReviewedBy', 'medicalReviewer', 'clinicalReviewer'],
    },
    fromConfiguration: { require: 'requireReviewDates' },
  },
  examples: [
    {
      text: '---\nlastReviewed: 2026-13-01\nnextReview: 2999-01-01\n---\n\nCalcinosis is a buildup of calcium.\n',
      reports: ['2026-13-01'],
    },
    {
      text: '---\nlastReviewed: 2020-01-01\nnextReview: 2999-01-01\n---\n\nCalcinosis is a buildup of calcium.\n',
      reports: [],
    },
  ],
  check({ document, options, today, report }) {
    // A plain text has no front matter to write it into.
    if (document.language === 'plaintext') return;
    const keys = {
      last: keySet(options['lastKeys']),
      next: keySet(options['nextKeys']),
      other: keySet(options['otherKeys']),
    };
    const { frontMatter } = document;
    if (frontMatter !== undefined && frontMatter.problems.length > 0) {
      const key = unreadableKey(document, frontMatter, [keys.last, keys.next, keys.other]);
      if (key !== undefined) {
        report({
          at: { source: key },
          message: 'unreadable',
          data: { problem: sentenceOf(frontMatter.problems[0]!.message) },
          fixes: [{ title: 'Mend the YAML between the two --- lines', grade: 'manual' }],
        });
      }
      return;
    }
    const entries = (frontMatter?.entries ?? []).filter((entry) => !isYesOrNo(entry.value));
    const last = entries.find(
      (entry) => keys.last.has(keyOf(entry.key)) || (isEitherKey(entry) && writtenOf(entry) <= today),
    );
    const next = entries.find(
      (entry) => keys.next.has(keyOf(entry.key)) || (isEitherKey(entry) && writtenOf(entry) > today),
    );
    const shown = last ?? next ?? entries.find((entry) => keys.other.has(keyOf(entry.key)));
    const missing =
      options['require'] === true || shown !== undefined
        ? [
            ...(last === undefined ? [nameOf(options['lastKeys'])] : []),
            ...(next === undefined ? [nameOf(options['nextKeys'])] : []),
          ]
        : [];
    if (missing.length > 0) {
      const names = missing.join('` and `');
      report({
        at: { source: shown?.keySpan ?? firstLine(document) },
        message: 'missing',
        data: { names, example: missing[0]!, today },
        fixes: [{ title: `Add \`${names}\` to the front matter`, grade: 'manual' }],
      });
    }
    const lastDate = last === undefined ? undefined : readDate(last);
    const nextDate = next === undefined ? undefined : readDate(next);
    for (const date of [lastDate, nextDate]) {
      if (date !== undefined && date.iso === undefined) report(malformed(date, today));
    }
    if (lastDate?.iso !== undefined && lastDate.iso > today) report(dateReport(lastDate, 'future', { today }));
    if (nextDate?.iso === undefined) return;
    if (lastDate?.iso !== undefined && nextDate.iso < lastDate.iso) {
      report(dateReport(nextDate, 'order', { last: lastDate.iso }));
    } else if (nextDate.iso < today) report(dateReport(nextDate, 'past', { today }));
  },
});

type MessageId = 'missing' | 'empty' | 'malformed' | 'impossible' | 'future' | 'past' | 'order' | 'unreadable';

/** A date of the front matter, with its ISO form where it can be read. */
interface ReviewDate {
  readonly entry: FrontMatterEntry;
  readonly written: string;
  readonly iso: string | undefined;
}

function readDate(entry: FrontMatterEntry): ReviewDate {
  const written = writtenOf(entry);
  const iso = /^(\d{4}-\d{2}-\d{2})(?:$|[T ]\d{2}:)/u.exec(written)?.[1];
  return { entry, written, iso: iso !== undefined && isDay(iso) ? iso : undefined };
}

function writtenOf(entry: FrontMatterEntry): string {
  return typeof entry.value === 'string' ? entry.value.trim() : '';
}

function dateReport(date: ReviewDate, message: MessageId, data: Readonly<Record<string, string>>): Report<MessageId> {
  return {
    at: { source: date.entry.valueSpan },
    message,
    data: { key: date.entry.key, written: date.written, ...data },
  };
}

function malformed(date: ReviewDate, today: string): Report<MessageId> {
  const { entry, written } = date;
  if (written === '') return { at: { source: entry.keySpan }, message: 'empty', data: { key: entry.key, today } };
  if (/^\d{4}-\d{2}-\d{2}/u.test(written)) return dateReport(date, 'impossible', {});
  const iso = isoOf(written);
  const fix: ReportFix =
    iso === undefined
      ? { title: 'Write the date as year-month-day', grade: 'manual' }
      : { title: `Replace with \`${iso}\``, grade: 'review', text: iso };
  return { ...dateReport(date, 'malformed', { today }), fixes: [fix] };
}

/** "2026/3/1", "1 March 2026", "March 1, 2026"; undefined where day and month could be exchanged, or the day is missing. */
function isoOf(written: string): string | undefined {
  const numeric = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/u.exec(written);
  if (numeric !== null) return joined(numeric[1]!, Number(numeric[2]), numeric[3]!);
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)?\s+(\p{L}{3,9})\.?,?\s+(\d{4})$/u.exec(written);
  if (dayFirst !== null) return joined(dayFirst[3]!, monthOf(dayFirst[2]!), dayFirst[1]!);
  const monthFirst = /^(\p{L}{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/u.exec(written);
  if (monthFirst !== null) return joined(monthFirst[3]!, monthOf(monthFirst[1]!), monthFirst[2]!);
  return undefined;
}

function joined(year: string, month: number, day: string): string | undefined {
  const iso = `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(iso) ? iso : undefined;
}

/** 1 to 12; 0 for a word that names no month. */
function monthOf(word: string): number {
  return MONTHS.findIndex((month) => month.startsWith(word.toLowerCase())) + 1;
}

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/** A day of the calendar, as YYYY-MM-DD. */
function isDay(iso: string): boolean {
  const [year, month, day] = iso.split('-').map(Number) as [number, number, number];
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
  return days !== undefined && day >= 1 && day <= days;
}

function nameOf(option: unknown): string {
  return (option as readonly [string])[0];
}

/** What the YAML reader says, as one sentence. */
function sentenceOf(message: string): string {
  const line = message.split('\n')[0]!.trim();
  return /[.!?]$/u.test(line) ? line : `${line}.`;
}

function keySet(option: unknown): ReadonlySet<string> {
  return new Set((option as readonly string[]).map(keyOf));
}

/** Keys as compared: `last_reviewed` is `lastReviewed`. */
function keyOf(key: string): string {
  return key.toLowerCase().replace(/[-_\s]+/gu, '');
}

/** "Review date" is the last review to some and the next one to others: the date tells. */
function isEitherKey(entry: FrontMatterEntry): boolean {
  return keyOf(entry.key) === 'reviewdate';
}

/** `reviewed: true` is a mark, no date. */
function isYesOrNo(value: unknown): boolean {
  return typeof value === 'string' && /^(?:true|false|yes|no)$/iu.test(value.trim());
}

/** The place of the first review key in front matter that is no YAML. */
function unreadableKey(
  document: AnalyzedDocument,
  frontMatter: FrontMatter,
  keys: readonly ReadonlySet<string>[],
): SourceSpan | undefined {
  const text = document.text.slice(frontMatter.span.start, frontMatter.span.end);
  for (const match of text.matchAll(/^[ \t]*([\w-]+)[ \t]*:/gmu)) {
    const key = keyOf(match[1]!);
    if (key !== 'reviewdate' && !keys.some((names) => names.has(key))) continue;
    const start = frontMatter.span.start + match.index + match[0].indexOf(match[1]!);
    return sourceSpan(start, start + match[1]!.length);
  }
  return undefined;
}

function firstLine(document: AnalyzedDocument): SourceSpan {
  const length = /[\r\n]/u.exec(document.text)?.index ?? document.text.length;
  return sourceSpan(0, length);
}
