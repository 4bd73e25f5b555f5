import type { AnalyzedDocument, Finding, TextEdit } from '../../../engine/src/index.js';
import { fixTitle } from './fix-titles.js';

export interface ReviewDatesEdit {
  readonly title: string;
  readonly edit: TextEdit;
}

/**
 * Writes the review dates that a finding misses: today as the last one, a year later as the next one. Only a person can
 * know that the page was reviewed today, so that this is an action to choose, and no fix of the rule.
 * @param today as YYYY-MM-DD
 */
export function reviewDatesEdit(
  finding: Finding,
  document: AnalyzedDocument,
  today: string,
): ReviewDatesEdit | undefined {
  const keys = missingKeys(finding);
  if (keys.length === 0) return undefined;
  const lines = keys.map((key) => `${key}: ${isNext(key) ? nextYear(today) : today}`);
  return {
    title: fixTitle(`Insert ${lines.map((line) => `\`${line}\``).join(' and ')}`),
    edit: insertion(lines, document),
  };
}

/** The keys stand in the title of the rule's fix, which has no text of its own. */
function missingKeys({ ruleId, fixes }: Finding): readonly string[] {
  const title = ruleId === 'missing-review-date' ? fixes.find((fix) => fix.grade === 'manual')?.title : undefined;
  if (title?.startsWith('Add ') !== true) return [];
  return Array.from(title.matchAll(/`([\w-]+)`/gu), ([, key]) => key!);
}

function isNext(key: string): boolean {
  return /next|due/iu.test(key);
}

function insertion(lines: readonly string[], { text, frontMatter }: AnalyzedDocument): TextEdit {
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const body = lines.map((line) => `${line}${eol}`).join('');
  if (frontMatter === undefined) return { span: { start: 0, end: 0 }, text: `---${eol}${body}---${eol}${eol}` };
  // Before the closing fence, which is the last line.
  const closing = text.lastIndexOf('\n', frontMatter.span.end - 1) + 1;
  return { span: { start: closing, end: closing }, text: body };
}

/** The same day a year later; the last of February is no day of every year. */
function nextYear(today: string): string {
  const year = Number(today.slice(0, 4)) + 1;
  return `${year}${today.slice(4)}`.replace(/-02-29$/u, '-02-28');
}
