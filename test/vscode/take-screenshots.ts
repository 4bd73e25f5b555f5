// Takes the pictures of the README into images/: the built extension in a real VS Code, used by mouse and keyboard in a
// light, a dark and a high-contrast theme. Look at them before they are committed.
//
//   npm run screenshots
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import {
  openBrowser,
  projectRoot,
  removeFolder,
  startServer,
  temporaryFolder,
  workbenchAddress,
} from './vscode-web.mjs';
import { Workbench } from './workbench.js';

const WAIT_LIMIT_MS = 30_000;
/** For what fades in. */
const SETTLE_MS = 400;
const THEMES = {
  light: 'Default Light Modern',
  dark: 'Default Dark Modern',
  contrast: 'Default High Contrast',
} as const;
type Theme = keyof typeof THEMES;
const SIZE = { width: 1000, height: 620 };
const SETTINGS = {
  'editor.fontSize': 15,
  'editor.wordWrap': 'on',
  'editor.lineNumbers': 'off',
  'editor.renderLineHighlight': 'none',
  'editor.hover.delay': 200,
  'workbench.activityBar.location': 'default',
  'breadcrumbs.enabled': false,
};

const temporary = temporaryFolder('kossa-screenshots-');
const extensionsFolder = path.join(temporary, 'extensions');
const workspace = path.join(temporary, 'articles');
const images = path.join(projectRoot, 'images');
const ARTICLE = 'calcinosis.md';

/** What is shown in which theme. */
const TAKES: Readonly<Record<Theme, (workbench: Workbench, page: Page) => Promise<void>>> = {
  async light(workbench, page) {
    await workbench.hoverWords('warfarin', 'anticoagulant');
    await take(page, 'hover-finding');
    await leaveHover(page);
    await workbench.clickWords('Colchine');
    await workbench.press('Control+.');
    await page.locator('.action-widget .monaco-list-row').first().waitFor();
    await take(page, 'quick-fixes');
    await workbench.press('Escape', 'Control+End', 'Enter', 'Enter');
    await workbench.type('Some people take calcium channel blockers such as ');
    await workbench.press('Control+Space');
    await page.locator('.suggest-widget.visible .monaco-list-row').first().waitFor();
    await take(page, 'completion');
  },
  async dark(workbench, page) {
    await workbench.hoverWords('dystrophic', 'calcium');
    await take(page, 'hover-term');
    await leaveHover(page);
    await workbench.runCommand('Markdown: Open Preview to the Side');
    await workbench.waitForPreview('What helps');
    await take(page, 'preview');
    await workbench.press('Control+W');
    await workbench.runCommand('View: Show Kossa');
    await page.locator('.pane-body .monaco-list-row', { hasText: 'Types of' }).first().waitFor();
    await take(page, 'terminology');
  },
  async contrast(workbench, page) {
    await workbench.readProblems(5);
    await take(page, 'problems');
  },
};

mkdirSync(workspace);
const practice = readFileSync(path.join(projectRoot, 'walkthrough', 'practice.md'), 'utf8');
// The window wraps the lines itself.
writeFileSync(path.join(workspace, ARTICLE), practice.replace(/(?<=[^\n-])\n(?=[a-z])/gu, ' '));
installExtension();
for (const theme of Object.keys(THEMES) as Theme[]) await takeIn(theme);
removeFolder(temporary);

async function takeIn(theme: Theme): Promise<void> {
  const folder = path.join(temporary, theme);
  const server = await startServer({
    userDataFolder: folder,
    extensionsFolder,
    settings: { ...SETTINGS, 'workbench.colorTheme': THEMES[theme] },
  });
  const browser = await openBrowser();
  const { page } = browser;
  page.setDefaultTimeout(WAIT_LIMIT_MS);
  await page.setViewportSize(SIZE);
  const workbench = new Workbench(page);
  try {
    const openFile = path.join(workspace, ARTICLE);
    await page.goto(workbenchAddress(server.host, { folder: workspace, openFile }));
    await workbench.waitForEditor();
    await workbench.waitForSquiggle('error');
    await workbench.runCommand('View: Toggle Primary Side Bar Visibility');
    await TAKES[theme](workbench, page);
  } catch (error) {
    mkdirSync(path.join(projectRoot, 'shots'), { recursive: true });
    await page.screenshot({ path: path.join(projectRoot, 'shots', 'screenshots-failed.png') });
    throw error;
  } finally {
    await browser.close();
    await server.stop();
  }
}

/** A hover would lie over what comes next. */
async function leaveHover(page: Page): Promise<void> {
  await page.mouse.move(5, 5);
  await page.waitForFunction(() => document.querySelector('.monaco-hover:not(.hidden) .hover-row') === null);
}

async function take(page: Page, name: string): Promise<void> {
  await page.waitForTimeout(SETTLE_MS);
  await page.screenshot({ path: path.join(images, `${name}.png`), animations: 'disabled' });
  console.log(`images/${name}.png`);
}

function installExtension(): void {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      path.join(projectRoot, 'test', 'vscode', 'code-in-browser.mjs'),
      ...['--install-extension', path.join(projectRoot, 'kossa.vsix')],
      ...['--extensions-dir', extensionsFolder, '--user-data-dir', path.join(temporary, 'install')],
    ],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stdout + stderr);
}
