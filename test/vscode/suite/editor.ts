// What the suites share: opening documents, finding words in them, and waiting for the language server.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';

export const EXTENSION_ID = 'kossa.kossa';

const WAIT_LIMIT_MS = 20_000;
const POLL_MS = 50;

/** Opens a new Markdown document that lies in no file. */
export async function openText(text: string): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: text });
  return vscode.window.showTextDocument(document);
}

/** Opens a new document in another language that lies in no file. */
export async function openTextIn(language: string, text: string): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument({ language, content: text });
  return vscode.window.showTextDocument(document);
}

/** The titles of what the light bulb offers. */
export async function quickFixTitles(document: vscode.TextDocument, range: vscode.Range): Promise<readonly string[]> {
  return (await codeActionsAt(document, range, vscode.CodeActionKind.QuickFix)).map(({ title }) => title);
}

/** Chooses a quick fix by its title. */
export async function takeQuickFix(document: vscode.TextDocument, range: vscode.Range, title: RegExp): Promise<void> {
  const actions = await codeActionsAt(document, range, vscode.CodeActionKind.QuickFix);
  const action = actions.find((one) => title.test(one.title));
  assert.ok(action, `${String(title)} among: ${actions.map((one) => one.title).join(' | ')}`);
  await applyCodeAction(action);
}

/** What the hovers at the beginning of the words say. */
export async function hoverText(document: vscode.TextDocument, words: string): Promise<string> {
  const position = rangeOf(document, words).start.translate(0, 1);
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    position,
  );
  const contents = hovers.flatMap((hover) => hover.contents);
  return contents.map((content) => (typeof content === 'string' ? content : content.value)).join('\n');
}

/** Changes a setting of Kossa for the user until the test is done. */
export async function withSetting(name: string, value: unknown, test: () => Promise<void>): Promise<void> {
  const settings = vscode.workspace.getConfiguration('kossa');
  await settings.update(name, value, vscode.ConfigurationTarget.Global);
  try {
    await test();
  } finally {
    await settings.update(name, undefined, vscode.ConfigurationTarget.Global);
  }
}

/** Opens a file of the workspace of these tests, by its path in it. */
export async function openFile(name: string): Promise<vscode.TextEditor> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, 'the tests need their workspace');
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, name));
  return vscode.window.showTextDocument(document);
}

/** Closes all editors and forgets what was typed into them. */
export async function closeAll(): Promise<void> {
  // Reverting an editor that is not known to be dirty yet does no harm; closing one that is opens a dialog.
  while (vscode.window.activeTextEditor !== undefined) {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/** @returns the first place of the words in the document */
export function rangeOf(document: vscode.TextDocument, words: string): vscode.Range {
  const start = document.getText().indexOf(words);
  assert.notEqual(start, -1, `"${words}" stands in the document`);
  return new vscode.Range(document.positionAt(start), document.positionAt(start + words.length));
}

/** What Kossa reports in the document at this moment. */
export function kossaDiagnostics(document: vscode.TextDocument): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === 'kossa');
}

/** The rule that a diagnostic names. */
export function ruleOf(diagnostic: vscode.Diagnostic): string {
  const { code } = diagnostic;
  return String(typeof code === 'object' ? code.value : code);
}

/**
 * Waits for a diagnostic of the rule on the words.
 *
 * @throws (rejects) when none comes in time; the message lists what was reported instead
 */
export async function waitForDiagnostic(
  document: vscode.TextDocument,
  rule: string,
  words: string,
): Promise<vscode.Diagnostic> {
  const isWanted = (diagnostic: vscode.Diagnostic) =>
    ruleOf(diagnostic) === rule && document.getText(diagnostic.range).includes(words);
  return waitFor(
    () => kossaDiagnostics(document).find(isWanted),
    () => `no ${rule} on "${words}" but ${describe(document)}`,
  );
}

/**
 * Asks again and again until the answer is neither undefined nor false.
 *
 * @throws (rejects) with what `complaint` says when that takes longer than 20 seconds
 */
export async function waitFor<Value>(
  ask: () => Value | undefined | false | Promise<Value | undefined | false>,
  complaint: () => string,
): Promise<Value> {
  const end = Date.now() + WAIT_LIMIT_MS;
  for (;;) {
    const value = await ask();
    if (value !== undefined && value !== false) return value;
    if (Date.now() > end) throw new Error(complaint());
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

export function codeActionsAt(
  document: vscode.TextDocument,
  range: vscode.Range,
  kind: vscode.CodeActionKind,
): Thenable<vscode.CodeAction[]> {
  const resolveAll = 50;
  return vscode.commands.executeCommand(
    'vscode.executeCodeActionProvider',
    document.uri,
    range,
    kind.value,
    resolveAll,
  );
}

/** Does what VS Code does with a code action that was chosen. */
export async function applyCodeAction(action: vscode.CodeAction): Promise<void> {
  if (action.edit !== undefined) assert.ok(await vscode.workspace.applyEdit(action.edit), 'the edit was applied');
  const { command } = action;
  if (command !== undefined) await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
}

function describe(document: vscode.TextDocument): string {
  const all = kossaDiagnostics(document).map((one) => `${ruleOf(one)} on "${document.getText(one.range)}"`);
  return all.length === 0 ? 'no diagnostic at all' : all.join(', ');
}
