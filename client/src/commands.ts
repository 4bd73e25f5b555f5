import {
  l10n,
  ConfigurationTarget,
  Uri,
  commands,
  window,
  workspace,
  type Disposable,
  type LogOutputChannel,
} from 'vscode';
import type { BaseLanguageClient, WorkspaceEdit } from 'vscode-languageclient';
import {
  addWordCommand,
  configurationFileRequest,
  disableWithReasonCommand,
  fixAllRequest,
  pauseNotification,
  showTermCommand,
  type ConfigurationFileParams,
  type FixAllParams,
  type PauseParams,
} from '../../protocol.js';
import { addWord } from './add-word.js';
import type { CurrentDocument } from './current-document.js';
import { disableWithReason } from './disable-with-reason.js';
import type { DocumentTermsView } from './document-terms-view.js';
import { conceptIdOf, copyTerm, projectOf } from './term-items.js';
import type { TermPages } from './term-pages.js';

const NEW_CONFIGURATION_FILE = '.kossarc.json';
const NEW_CONFIGURATION = `{
  "style": "us",
  "rules": {}
}
`;

/** What the commands work on. */
export interface CommandHost {
  readonly client: BaseLanguageClient;
  readonly pages: TermPages;
  readonly log: LogOutputChannel;
  readonly extensionUri: Uri;
  readonly current: CurrentDocument;
  readonly documentTerms: DocumentTermsView;
}

/** The commands of the palette, and those of the views' menus. */
export function registerCommands(host: CommandHost): Disposable[] {
  const { client, pages, log, extensionUri, current, documentTerms } = host;
  let paused = false;
  const register = (id: string, run: (...args: unknown[]) => unknown): Disposable => commands.registerCommand(id, run);
  return [
    register(showTermCommand, (asked, about) => pages.show(conceptIdOf(asked), projectOf(asked, about))),
    register('kossa.showUses', (asked) => documentTerms.showUses(asked)),
    register('kossa.copyTerm', (asked) => copyTerm(asked)),
    register('kossa.showStatistics', () => pages.showStatistics(current.document)),
    register(addWordCommand, (word) => addWord(word, client)),
    register(disableWithReasonCommand, (asked) => disableWithReason(asked)),
    register('kossa.explain', () => pages.explain()),
    register('kossa.fixAll', () => fixAll(client)),
    register('kossa.report', () => pages.showReport(current.document)),
    register('kossa.toggleLinting', async () => {
      paused = !paused;
      await client.sendNotification(pauseNotification, { paused } satisfies PauseParams);
      current.readAgain();
      window.setStatusBarMessage(paused ? l10n.t('Kossa is paused') : l10n.t('Kossa checks again'), 3000);
    }),
    register('kossa.restart', async () => {
      paused = false;
      if (client.isRunning()) await client.stop();
      await client.start();
    }),
    register('kossa.showOutputChannel', () => log.show()),
    register('kossa.lintWorkspace', () => checkWorkspace()),
    register('kossa.openConfigFile', () => openConfigurationFile(client)),
    register('kossa.openPracticeArticle', () => openPracticeArticle(extensionUri)),
  ];
}

/** A copy without a file: whatever is done to it, the next one is as it was, and nothing is left behind. */
async function openPracticeArticle(extensionUri: Uri): Promise<void> {
  const file = Uri.joinPath(extensionUri, 'walkthrough', 'practice.md');
  const content = new TextDecoder().decode(await workspace.fs.readFile(file));
  await window.showTextDocument(await workspace.openTextDocument({ language: 'markdown', content }));
}

async function fixAll(client: BaseLanguageClient): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (document === undefined) return;
  const params: FixAllParams = { uri: document.uri.toString() };
  const edit = await client.sendRequest<WorkspaceEdit | null>(fixAllRequest, params);
  if (edit === null) {
    window.setStatusBarMessage(l10n.t('Kossa has nothing that is safe to fix here'), 3000);
    return;
  }
  await workspace.applyEdit(await client.protocol2CodeConverter.asWorkspaceEdit(edit));
}

/** From now on all articles are checked, and the Problems panel has their findings. */
async function checkWorkspace(): Promise<void> {
  if (workspace.workspaceFolders === undefined) {
    void window.showInformationMessage(l10n.t('Open a folder first: its articles are checked.'));
    return;
  }
  const settings = workspace.getConfiguration('kossa');
  if (settings.get('workspaceDiagnostics.enable') !== true) {
    await settings.update('workspaceDiagnostics.enable', true, ConfigurationTarget.Workspace);
  }
  await commands.executeCommand('workbench.actions.view.problems');
}

/** The file that covers the document in front, or a new one at the root of its folder. */
async function openConfigurationFile(client: BaseLanguageClient): Promise<void> {
  const document = window.activeTextEditor?.document;
  const covering = document === undefined ? null : await configurationFileOf(document.uri, client);
  if (covering !== null) {
    await window.showTextDocument(Uri.parse(covering));
    return;
  }
  const folder = (document && workspace.getWorkspaceFolder(document.uri)) ?? workspace.workspaceFolders?.[0];
  if (folder === undefined) {
    void window.showInformationMessage(
      l10n.t('Open a folder first: a configuration file lies in a folder and covers what is below it.'),
    );
    return;
  }
  const file = Uri.joinPath(folder.uri, NEW_CONFIGURATION_FILE);
  if (!(await exists(file))) await workspace.fs.writeFile(file, new TextEncoder().encode(NEW_CONFIGURATION));
  await window.showTextDocument(file);
}

function configurationFileOf(uri: Uri, client: BaseLanguageClient): Promise<string | null> {
  const params: ConfigurationFileParams = { uri: uri.toString() };
  return client.sendRequest<string | null>(configurationFileRequest, params);
}

async function exists(uri: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
