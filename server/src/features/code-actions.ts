import * as l10n from '@vscode/l10n';
import { CodeActionKind, type CodeAction, type Diagnostic } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { WORDS_FILE, type Finding, type Fix, type TextEdit } from '../../../engine/src/index.js';
import {
  FIX_ALL_KIND,
  toAddWordCommand,
  toCodeAction,
  toDisableCommand,
  toPreferred,
  toRange,
  toShowTermCommand,
  toWorkspaceEdit,
  type DiagnosticAbilities,
} from '../convert.js';
import type { Linted } from '../linter.js';
import { allowEdit, disableEdits, type DirectiveEdit } from './directive-comments.js';
import { findingDiagnostic } from './finding-diagnostic.js';
import { fixTitle } from './fix-titles.js';
import { conceptMeant, findingsIn } from './locate.js';
import { replaceableEverywhere } from './replace-everywhere.js';
import { reviewDatesEdit } from './review-dates.js';

export interface ActionContext {
  readonly linted: Linted;
  readonly document: TextDocument;
  readonly abilities: DiagnosticAbilities;
  /** The client takes versioned edits. */
  readonly documentChanges: boolean;
  /** The client has our commands. */
  readonly commands: boolean;
  /** The client asks for edits of the workspace when they are wanted, and shows them before they are made. */
  readonly reviewsEdits: boolean;
  /** Today as YYYY-MM-DD. */
  readonly today: string;
}

/**
 * What can be done about the findings in a span, in the order of the menu: fixes, fix all, replace everywhere, look up, add
 * the word, disable, allow.
 * @param only kinds that the client asks for; undefined for the light bulb
 */
export function codeActions(
  span: { readonly start: number; readonly end: number },
  only: readonly string[] | undefined,
  context: ActionContext,
): CodeAction[] {
  const all = context.linted.result.findings;
  const isPlainText = context.linted.result.document.language === 'plaintext';
  const actions: CodeAction[] = [];
  if (wants(only, CodeActionKind.QuickFix)) {
    const findings = findingsIn(all, span);
    actions.push(...withOnePreferred(findings, context), ...reviewDateActions(findings, context));
    actions.push(
      ...fixAllActions(findings, all, context),
      ...everywhereActions(findings, context),
      ...lookUpActions(findings, context),
      ...addWordActions(findings, context),
      // A plain text has no comments to say it in.
      ...(isPlainText ? [] : [...disableActions(findings, context), ...allowActions(findings, context)]),
    );
  }
  if (only !== undefined && wants(only, FIX_ALL_KIND)) {
    const edits = safeEdits(all);
    if (edits.length > 0) {
      actions.push(action(l10n.t('Fix all safe findings of Kossa'), FIX_ALL_KIND, [], edits, context));
    }
  }
  return actions;
}

/** The safe fixes of findings; where two would touch the same words the first one is made. */
export function safeEdits(findings: readonly Finding[]): TextEdit[] {
  const edits: TextEdit[] = [];
  for (const finding of findings) {
    const fix = safeFix(finding);
    if (
      fix === undefined ||
      fix.edits.some((edit) =>
        edits.some((other) => edit.span.start < other.span.end && other.span.start < edit.span.end),
      )
    ) {
      continue;
    }
    edits.push(...fix.edits);
  }
  return edits.sort((a, b) => a.span.start - b.span.start);
}

function safeFix(finding: Finding): Fix | undefined {
  return finding.fixes.find((fix) => fix.grade === 'safe');
}

function wants(only: readonly string[] | undefined, kind: string): boolean {
  return only === undefined || only.some((wanted) => kind === wanted || kind.startsWith(`${wanted}.`));
}

function withOnePreferred(findings: readonly Finding[], context: ActionContext): CodeAction[] {
  const offered = findings.flatMap((finding) =>
    finding.fixes
      .filter((fix) => fix.edits.length > 0)
      .map((fix) => ({
        safe: fix.grade === 'safe',
        action: action(
          fixTitle(fix.title),
          CodeActionKind.QuickFix,
          [diagnosticOf(finding, context)],
          fix.edits,
          context,
        ),
      })),
  );
  const preferred = offered.findIndex((offer) => offer.safe);
  return offered.map((offer, index) => (index === preferred ? toPreferred(offer.action) : offer.action));
}

function fixAllActions(findings: readonly Finding[], all: readonly Finding[], context: ActionContext): CodeAction[] {
  const actions: CodeAction[] = [];
  const fixable = all.filter((finding) => safeFix(finding) !== undefined);
  for (const ruleId of new Set(
    findings.filter((finding) => safeFix(finding) !== undefined).map((finding) => finding.ruleId),
  )) {
    const same = fixable.filter((finding) => finding.ruleId === ruleId);
    if (same.length < 2) continue;
    const here = findings
      .filter((finding) => finding.ruleId === ruleId)
      .map((finding) => diagnosticOf(finding, context));
    const title = l10n.t('Fix all {0} in this file', ruleId);
    actions.push(action(title, CodeActionKind.QuickFix, here, safeEdits(same), context));
  }
  const rules = new Set(fixable.map((finding) => finding.ruleId));
  if (findings.length > 0 && rules.size > 1) {
    const here = findings.map((finding) => diagnosticOf(finding, context));
    const title = l10n.t('Fix all safe findings in this file');
    actions.push(action(title, CodeActionKind.QuickFix, here, safeEdits(all), context));
  }
  return actions;
}

function reviewDateActions(findings: readonly Finding[], context: ActionContext): CodeAction[] {
  return findings.flatMap((finding) => {
    const dates = reviewDatesEdit(finding, context.linted.result.document, context.today);
    if (dates === undefined) return [];
    return [action(dates.title, CodeActionKind.QuickFix, [diagnosticOf(finding, context)], [dates.edit], context)];
  });
}

/** Where the articles of the workspace have the same wrong term, all of them are looked at before they change. */
function everywhereActions(findings: readonly Finding[], context: ActionContext): CodeAction[] {
  if (!context.reviewsEdits) return [];
  const { text } = context.linted.result.document;
  const actions = new Map<string, CodeAction>();
  for (const finding of findings) {
    const data = replaceableEverywhere(finding, text);
    if (data === undefined || actions.has(data.stem)) continue;
    const title = l10n.t('Replace “{0}” in all articles…', text.slice(finding.span.start, finding.span.end));
    const diagnostics = [diagnosticOf(finding, context)];
    actions.set(data.stem, toCodeAction({ title, kind: CodeActionKind.QuickFix, diagnostics, data }));
  }
  return [...actions.values()];
}

function lookUpActions(findings: readonly Finding[], context: ActionContext): CodeAction[] {
  if (!context.commands) return [];
  const actions = new Map<string, CodeAction>();
  for (const finding of findings) {
    const conceptId = conceptMeant(finding);
    const concept = conceptId === undefined ? undefined : context.linted.engine.terminology.concept(conceptId);
    if (concept === undefined || actions.has(concept.id)) continue;
    const name = concept.preferred[context.linted.settings.configuration.style ?? 'us'];
    const title = l10n.t('Look up “{0}”', name);
    actions.set(
      concept.id,
      toCodeAction({
        title,
        kind: CodeActionKind.QuickFix,
        diagnostics: [diagnosticOf(finding, context)],
        command: toShowTermCommand(title, concept.id),
      }),
    );
  }
  return [...actions.values()];
}

/** A word that Kossa takes for misspelled may be right here: a product, a place, a coinage of the team. */
function addWordActions(findings: readonly Finding[], context: ActionContext): CodeAction[] {
  if (!context.commands) return [];
  return findings
    .filter((finding) => SPELLING_RULES.has(finding.ruleId))
    .flatMap((finding) => {
      const word = context.linted.result.document.text.slice(finding.span.start, finding.span.end);
      if (!/^[\p{L}\p{M}'’ -]+$/u.test(word)) return [];
      return (['project', 'user'] as const).map((to) => {
        const title =
          to === 'project'
            ? l10n.t('Add “{0}” to the words of the project ({1})', word, WORDS_FILE)
            : l10n.t('Add “{0}” to your words (settings)', word);
        return toCodeAction({
          title,
          kind: CodeActionKind.QuickFix,
          diagnostics: [diagnosticOf(finding, context)],
          command: toAddWordCommand(title, { word, to, uri: context.document.uri }),
        });
      });
    });
}

const SPELLING_RULES = new Set(['misspelled-term', 'misspelled-english']);

function disableTitle(ruleId: string, scope: DirectiveEdit['scope']): string {
  switch (scope) {
    case 'line':
      return l10n.t('Disable {0} for this line', ruleId);
    case 'next-line':
      return l10n.t('Disable {0} for this line, by a comment above', ruleId);
    case 'file':
      return l10n.t('Disable {0} for this file', ruleId);
  }
}

function disableActions(findings: readonly Finding[], context: ActionContext): CodeAction[] {
  const seen = new Set<string>();
  return findings.flatMap((finding) => {
    if (seen.has(finding.ruleId) || !canBeDisabled(finding, context)) return [];
    seen.add(finding.ruleId);
    const plain = disableEdits(finding, context.linted.result.document).map(({ scope, edit }) =>
      action(
        disableTitle(finding.ruleId, scope),
        CodeActionKind.QuickFix,
        [diagnosticOf(finding, context)],
        [edit],
        context,
      ),
    );
    return context.commands ? [...plain, disableWithReason(finding, context)] : plain;
  });
}

/** Stands for the reason until the writer has given it. */
const REASON = '\u0000';

function disableWithReason(finding: Finding, context: ActionContext): CodeAction {
  const { document } = context;
  const title = l10n.t('Disable {0} with a reason…', finding.ruleId);
  const places = disableEdits(finding, context.linted.result.document, REASON).map(({ scope, edit }) => {
    const [before, after] = edit.text.split(REASON);
    return { scope, position: toRange(edit.span, document).start, before: before!, after: after! };
  });
  const parts = { uri: document.uri, ruleId: finding.ruleId, places, version: document.version };
  const diagnostics = [diagnosticOf(finding, context)];
  return toCodeAction({ title, kind: CodeActionKind.QuickFix, diagnostics, command: toDisableCommand(title, parts) });
}

/** A directive that is wrong is put right, not silenced. */
function canBeDisabled(finding: Finding, context: ActionContext): boolean {
  return categoryOf(finding, context) !== 'directives';
}

/** Longer words than these are a sentence, and no term. */
const LONGEST_ALLOWED = 60;

function allowActions(findings: readonly Finding[], context: ActionContext): CodeAction[] {
  const offered = new Map<string, CodeAction>();
  for (const finding of findings) {
    const category = categoryOf(finding, context);
    if (category === 'directives' || category === 'page') continue;
    const words = context.linted.result.document.text.slice(finding.span.start, finding.span.end);
    if (
      words.length > LONGEST_ALLOWED ||
      /[\r\n"]|--|\*\//u.test(words) ||
      !/\p{L}/u.test(words) ||
      offered.has(words)
    ) {
      continue;
    }
    const edit = allowEdit(words, context.linted.result.document);
    offered.set(
      words,
      action(
        l10n.t('Allow “{0}” in this file', words),
        CodeActionKind.QuickFix,
        [diagnosticOf(finding, context)],
        [edit],
        context,
      ),
    );
  }
  return [...offered.values()];
}

function categoryOf(finding: Finding, context: ActionContext): string | undefined {
  return context.linted.engine.rules.find((rule) => rule.id === finding.ruleId)?.category;
}

function diagnosticOf(finding: Finding, context: ActionContext): Diagnostic {
  return findingDiagnostic(finding, context.document, context.linted, context.abilities);
}

function action(
  title: string,
  kind: string,
  diagnostics: readonly Diagnostic[],
  edits: readonly TextEdit[],
  context: ActionContext,
): CodeAction {
  return toCodeAction({
    title,
    kind,
    diagnostics,
    edit: toWorkspaceEdit(edits, context.document, context.documentChanges),
  });
}
