import * as l10n from '@vscode/l10n';
import {
  CodeActionKind,
  DiagnosticSeverity,
  MarkupKind,
  type CodeAction,
  type Command,
  type CompletionItem,
  type CompletionItemKind,
  type Diagnostic,
  type DiagnosticRelatedInformation,
  type Hover,
  type MarkupContent,
  type Position,
  type Range,
  type TextEdit as ProtocolEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding, Fix, Severity, SourceSpan, TextEdit } from '../../engine/src/index.js';
import {
  addWordCommand,
  disableWithReasonCommand,
  showTermCommand,
  termPageUri,
  type AddWordArguments,
  type DisableWithReasonArguments,
} from '../../protocol.js';
import type { ReplaceEverywhere } from './features/replace-everywhere.js';

/** The only file that builds the protocol's types from the engine's data. */

/** `kossa` is the source of each diagnostic. */
export const DIAGNOSTIC_SOURCE = 'kossa';

const RULE_PAGES = 'https://github.com/kossa/kossa/blob/main/docs/rules/';

/** The kind that `editor.codeActionsOnSave` names. */
export const FIX_ALL_KIND = `${CodeActionKind.SourceFixAll}.kossa`;

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** What a client may keep of a finding and hand back. */
export interface DiagnosticData {
  readonly conceptId?: string;
  readonly fixes: readonly { readonly title: string; readonly grade: Fix['grade'] }[];
}

/** What the client said it can take. */
export interface DiagnosticAbilities {
  readonly relatedInformation: boolean;
  readonly codeDescription: boolean;
  readonly data: boolean;
  /** Shows pages of terms. */
  readonly termPages: boolean;
}

/** The page of a rule. */
export function rulePage(ruleId: string): string {
  return `${RULE_PAGES}${ruleId}.md`;
}

/** @param term that the finding is about, and what it is called */
export function toDiagnostic(
  finding: Finding,
  document: TextDocument,
  abilities: DiagnosticAbilities,
  term: { readonly conceptId: string; readonly title: string } | undefined,
): Diagnostic {
  const related: DiagnosticRelatedInformation[] = (finding.related ?? []).map((place) => ({
    location: { uri: document.uri, range: toRange(place.span, document) },
    message: place.message,
  }));
  // Each one is a line of the Problems panel: a place in the text says more than a page.
  if (abilities.termPages && term !== undefined && related.length === 0) {
    related.push({
      location: { uri: termPageUri({ ...term, asked: document.uri }), range: TOP },
      message: l10n.t('What “{0}” means', term.title),
    });
  }
  const data: DiagnosticData = {
    ...(finding.conceptId === undefined ? {} : { conceptId: finding.conceptId }),
    fixes: finding.fixes.map(({ title, grade }) => ({ title, grade })),
  };
  return {
    range: toRange(finding.span, document),
    severity: SEVERITIES[finding.severity],
    source: DIAGNOSTIC_SOURCE,
    code: finding.ruleId,
    message: finding.message,
    ...(abilities.codeDescription ? { codeDescription: { href: rulePage(finding.ruleId) } } : {}),
    ...(abilities.relatedInformation && related.length > 0 ? { relatedInformation: related } : {}),
    ...(abilities.data ? { data } : {}),
  };
}

/** Where a page begins. */
export const TOP: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

export function toRange(span: SourceSpan, document: TextDocument): Range {
  return { start: document.positionAt(span.start), end: document.positionAt(span.end) };
}

export function toSpan(range: Range, document: TextDocument): { readonly start: number; readonly end: number } {
  return { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
}

/** One change of one version of one document. */
export function toWorkspaceEdit(
  edits: readonly TextEdit[],
  document: TextDocument,
  documentChanges: boolean,
): WorkspaceEdit {
  const changes: ProtocolEdit[] = edits.map((edit) => ({ range: toRange(edit.span, document), newText: edit.text }));
  if (!documentChanges) return { changes: { [document.uri]: changes } };
  return { documentChanges: [{ textDocument: { uri: document.uri, version: document.version }, edits: changes }] };
}

export interface DocumentEdits {
  readonly document: TextDocument;
  readonly edits: readonly TextEdit[];
  /** A file that is not open has no version. */
  readonly isOpen: boolean;
}

/** Changes of several documents, which the client shows before it makes them. */
export function toEditForReview(changes: readonly DocumentEdits[], label: string): WorkspaceEdit {
  const annotationId = 'kossa';
  return {
    changeAnnotations: { [annotationId]: { label, needsConfirmation: true } },
    documentChanges: changes.map(({ document, edits, isOpen }) => ({
      textDocument: { uri: document.uri, version: isOpen ? document.version : null },
      edits: edits.map(({ span, text }) => ({ range: toRange(span, document), newText: text, annotationId })),
    })),
  };
}

export interface ActionParts {
  readonly title: string;
  readonly kind: string;
  readonly diagnostics: readonly Diagnostic[];
  readonly edit?: WorkspaceEdit;
  readonly command?: Command;
  /** What `codeAction/resolve` is handed back. */
  readonly data?: ReplaceEverywhere;
}

export function toCodeAction(parts: ActionParts): CodeAction {
  return {
    title: parts.title,
    kind: parts.kind,
    ...(parts.diagnostics.length === 0 ? {} : { diagnostics: [...parts.diagnostics] }),
    ...(parts.edit === undefined ? {} : { edit: parts.edit }),
    ...(parts.command === undefined ? {} : { command: parts.command }),
    ...(parts.data === undefined ? {} : { data: parts.data }),
  };
}

export function toPreferred(action: CodeAction): CodeAction {
  return { ...action, isPreferred: true };
}

export function toShowTermCommand(title: string, conceptId: string): Command {
  return { title, command: showTermCommand, arguments: [conceptId] };
}

export function toAddWordCommand(title: string, parts: AddWordArguments): Command {
  return { title, command: addWordCommand, arguments: [parts] };
}

export function toDisableCommand(title: string, parts: DisableWithReasonArguments): Command {
  return { title, command: disableWithReasonCommand, arguments: [parts] };
}

export function toHover(markdown: string, span: SourceSpan, document: TextDocument, markup: MarkupKind): Hover {
  return { contents: toMarkup(markdown, markup), range: toRange(span, document) };
}

export function toMarkup(markdown: string, markup: MarkupKind): MarkupContent {
  return markup === MarkupKind.Markdown
    ? { kind: markup, value: markdown }
    : { kind: markup, value: plainFrom(markdown) };
}

export interface CompletionParts {
  readonly label: string;
  /** What the written words are compared with. */
  readonly filterText: string;
  readonly detail: string;
  readonly newText: string;
  readonly sortText: string;
  readonly kind: CompletionItemKind;
  readonly span: SourceSpan;
  readonly data?: CompletionData;
}

/** What `completionItem/resolve` needs to find the documentation. */
export interface CompletionData {
  readonly conceptId: string;
  readonly uri: string;
}

export function toCompletionItem(parts: CompletionParts, document: TextDocument): CompletionItem {
  return {
    label: parts.label,
    kind: parts.kind,
    detail: parts.detail,
    filterText: parts.filterText,
    sortText: parts.sortText,
    textEdit: { range: toRange(parts.span, document), newText: parts.newText },
    ...(parts.data === undefined ? {} : { data: parts.data }),
  };
}

/** The line of a position, without its ending, up to the position. */
export function lineBefore(position: Position, document: TextDocument): string {
  return document.getText({ start: { line: position.line, character: 0 }, end: position });
}

/** For clients that show no Markdown: the words without their marks. */
function plainFrom(markdown: string): string {
  return markdown
    .replace(/\[([^\]]*)\]\((\S+?)\)/gu, '$1 ($2)')
    .replace(/\*\*|^#+ |(?<=\W|^)_(?=\S)|(?<=\S)_(?=\W|$)/gmu, '')
    .replace(/\\([^A-Za-z0-9\s])/gu, '$1');
}
