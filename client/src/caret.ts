import { window, workspace, Disposable, type Position } from 'vscode';
import { State, type BaseLanguageClient } from 'vscode-languageclient';
import { caretNotification, type CaretParams } from '../../protocol.js';
import type { CheckedDocuments } from './checked-documents.js';

/** Milliseconds of rest before the server is told. */
const REST_MS = 60;

/** Tells the server where the cursor rests, so that it knows which word the writer is done with. */
export function tellCaret(client: BaseLanguageClient, checked: CheckedDocuments): Disposable {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tell = (): void => {
    if (client.state !== State.Running) return;
    const editor = window.activeTextEditor;
    const params: CaretParams =
      editor === undefined || !checked.has(editor.document)
        ? { uri: '' }
        : { uri: editor.document.uri.toString(), position: toPlain(editor.selection.active) };
    void client.sendNotification(caretNotification, params);
  };
  const later = (): void => {
    clearTimeout(timer);
    timer = setTimeout(tell, REST_MS);
  };
  return Disposable.from(
    window.onDidChangeTextEditorSelection(later),
    window.onDidChangeActiveTextEditor(later),
    // What a command changes elsewhere moves no cursor.
    workspace.onDidChangeTextDocument(({ contentChanges }) => {
      if (contentChanges.length > 0) later();
    }),
    new Disposable(() => clearTimeout(timer)),
  );
}

function toPlain({ line, character }: Position): NonNullable<CaretParams['position']> {
  return { line, character };
}
