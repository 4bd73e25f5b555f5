import { l10n, ConfigurationTarget, Range, Uri, WorkspaceEdit, window, workspace, type TextDocument } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { insertWordRequest, wordsFile, type AddWordArguments, type InsertWordParams } from '../../protocol.js';

/** Makes a word right from now on, for everyone in the project or for this user. */
export async function addWord(asked: unknown, client: BaseLanguageClient): Promise<void> {
  if (!isAsked(asked)) return;
  await (asked.to === 'user' ? addUserWord(asked.word) : addProjectWord(asked, client));
}

async function addUserWord(word: string): Promise<void> {
  const settings = workspace.getConfiguration('kossa');
  const words = settings.inspect<readonly string[]>('userWords')?.globalValue ?? [];
  if (words.some((other) => other.toLowerCase() === word.toLowerCase())) return;
  await settings.update('userWords', [...words, word], ConfigurationTarget.Global);
}

async function addProjectWord({ word, uri }: AddWordArguments, client: BaseLanguageClient): Promise<void> {
  const document = Uri.parse(uri);
  const folder = workspace.getWorkspaceFolder(document) ?? workspace.workspaceFolders?.[0];
  if (folder === undefined) {
    void window.showInformationMessage(l10n.t('Open a folder first: the words of a project lie in a folder.'));
    return;
  }
  const file = (await nearestWordsFile(document, folder.uri)) ?? Uri.joinPath(folder.uri, wordsFile);
  const open = workspace.textDocuments.find((other) => other.uri.toString() === file.toString());
  const text = open === undefined ? await readText(file) : open.getText();
  const params: InsertWordParams = { text: text ?? null, word };
  const next = await client.sendRequest<string | null>(insertWordRequest, params);
  if (next === null) return;
  if (open === undefined) await workspace.fs.writeFile(file, new TextEncoder().encode(next));
  else await replaceText(open, next);
  window.setStatusBarMessage(l10n.t('“{0}” stands in {1} now', word, workspace.asRelativePath(file)), 3000);
}

/** The file may be open with changes that are not saved: they stay. */
async function replaceText(document: TextDocument, text: string): Promise<void> {
  const edit = new WorkspaceEdit();
  const end = document.lineAt(document.lineCount - 1).range.end;
  edit.replace(document.uri, new Range(document.positionAt(0), end), text);
  await workspace.applyEdit(edit);
  await document.save();
}

/** From the document's folder up to the folder of the workspace. */
async function nearestWordsFile(document: Uri, root: Uri): Promise<Uri | undefined> {
  for (let folder = Uri.joinPath(document, '..'); folder.path.startsWith(root.path);) {
    const file = Uri.joinPath(folder, wordsFile);
    if ((await readText(file)) !== undefined) return file;
    const above = Uri.joinPath(folder, '..');
    if (above.path === folder.path) return undefined;
    folder = above;
  }
  return undefined;
}

async function readText(file: Uri): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await workspace.fs.readFile(file));
  } catch {
    return undefined;
  }
}

function isAsked(value: unknown): value is AddWordArguments {
  const asked = value as Partial<AddWordArguments> | undefined;
  return (
    typeof asked?.word === 'string' && typeof asked.uri === 'string' && (asked.to === 'project' || asked.to === 'user')
  );
}
