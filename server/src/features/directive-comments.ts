import type { AnalyzedBlock, AnalyzedDocument, Finding, TextEdit } from '../../../engine/src/index.js';

/** A comment that quiets a rule, and where it goes. */
export interface DirectiveEdit {
  readonly scope: 'line' | 'next-line' | 'file';
  readonly edit: TextEdit;
}

/**
 * The ways to disable a finding's rule that work where it stands, narrowest first.
 * @param reason in the comment, behind a dash
 */
export function disableEdits(finding: Finding, document: AnalyzedDocument, reason?: string): readonly DirectiveEdit[] {
  const ruleId = reason === undefined ? finding.ruleId : `${finding.ruleId} -- ${reason}`;
  // Behind text, GitHub and others take a comment with two hyphens in it for words, and show it.
  const besideText = document.language === 'mdx' ? ruleId : ruleId.replace(' -- ', ' — ');
  const file: DirectiveEdit = { scope: 'file', edit: insertAtTop(`kossa-disable-file ${ruleId}`, document) };
  if (isInFrontMatter(finding, document)) return [file];
  const block = document.blocks.find(
    (candidate) => candidate.source.start <= finding.span.start && finding.span.start <= candidate.source.end,
  );
  const line = lineAt(document.text, finding.span.start);
  const edits: DirectiveEdit[] = [
    { scope: 'line', edit: insertAtEndOfLine(`kossa-disable-line ${besideText}`, line, block, document) },
  ];
  if (beginsItsBlock(line, block, document)) {
    edits.push({ scope: 'next-line', edit: insertAbove(`kossa-disable-next-line ${ruleId}`, line, document) });
  }
  edits.push(file);
  return edits;
}

/** Lets some words stand in the whole file. */
export function allowEdit(words: string, document: AnalyzedDocument): TextEdit {
  return insertAtTop(`kossa-allow "${words}"`, document);
}

interface Line {
  readonly start: number;
  /** Before the line ending. */
  readonly end: number;
  readonly text: string;
}

function comment(directive: string, document: AnalyzedDocument): string {
  return document.language === 'mdx' ? `{/* ${directive} */}` : `<!-- ${directive} -->`;
}

function insertAtTop(directive: string, document: AnalyzedDocument): TextEdit {
  const eol = lineEnding(document.text);
  const frontMatter = document.frontMatter?.span;
  if (frontMatter === undefined) return insert(0, `${comment(directive, document)}${eol}${eol}`);
  return insert(frontMatter.end, `${eol}${eol}${comment(directive, document)}`);
}

/** Before what ends the line with a meaning: a table's last bar, the marks of a hard break, the closing marks of a heading. */
function insertAtEndOfLine(
  directive: string,
  line: Line,
  block: AnalyzedBlock | undefined,
  document: AnalyzedDocument,
): TextEdit {
  const ending =
    block?.kind === 'table-cell' ? /\s*\|?\s*$/u : block?.kind === 'heading' ? /(?:\s+#+)?\s*$/u : /\s*\\?\s*$/u;
  const at = line.start + line.text.search(ending);
  return insert(at, ` ${comment(directive, document)}`);
}

function insertAbove(directive: string, line: Line, document: AnalyzedDocument): TextEdit {
  return insert(line.start, `${leadOf(line)}${comment(directive, document)}${lineEnding(document.text)}`);
}

/** A comment line inside a paragraph, a list or a table would break it in two. */
function beginsItsBlock(line: Line, block: AnalyzedBlock | undefined, document: AnalyzedDocument): boolean {
  if (block === undefined || block.list !== undefined || block.table !== undefined) return false;
  if (line.start === 0) return true;
  return /^[\s>]*$/u.test(lineAt(document.text, line.start - 1).text);
}

/** Indentation and quotation marks: what a line above needs as well. */
function leadOf(line: Line): string {
  return /^[\s>]*/u.exec(line.text)![0];
}

function isInFrontMatter(finding: Finding, document: AnalyzedDocument): boolean {
  const span = document.frontMatter?.span;
  return span !== undefined && span.start <= finding.span.start && finding.span.start < span.end;
}

function lineAt(text: string, offset: number): Line {
  // An offset on a line's "\n" belongs to the line that it ends.
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const newline = text.indexOf('\n', offset);
  const end = newline < 0 ? text.length : newline;
  const body = text.slice(start, end).replace(/\r$/u, '');
  return { start, end: start + body.length, text: body };
}

function lineEnding(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

function insert(at: number, text: string): TextEdit {
  return { span: { start: at, end: at }, text };
}
