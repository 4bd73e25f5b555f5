// What a person does in VS Code's window, for ui-check.ts: looking for words, clicking, typing, reading panels.
import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';

export interface Point {
  readonly x: number;
  readonly y: number;
}

const VIEW_LINE = '.monaco-editor .view-line';
const HOVER = '.monaco-hover:not(.hidden)';
const QUICK_FIX_ROW = '.action-widget .monaco-list-row';
const PROBLEM_ROW = '.markers-panel .monaco-list-row';
const PREVIEW_LIMIT_MS = 30_000;
const PREVIEW_POLL_MS = 100;
const LANGUAGE_STATUS = '.hover-language-status .element';
const LIGHTBULB = '.monaco-editor .lightBulbWidget, .monaco-editor [class*="codicon-gutter-lightbulb"]';
/** A corner where nothing reacts to the mouse. */
const NOWHERE: Point = { x: 5, y: 5 };

export class Workbench {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async waitForEditor(): Promise<void> {
    await this.#page.waitForSelector(`.monaco-workbench .part.editor ${VIEW_LINE}`);
  }

  async waitForSquiggle(kind: 'error' | 'warning'): Promise<void> {
    await this.#page.waitForSelector(`.monaco-editor .squiggly-${kind}`);
  }

  /** Clicks on words in the editor, which then has the keyboard. */
  async clickWords(words: string): Promise<void> {
    const { x, y } = await this.#placeOfWords(words);
    await this.#page.mouse.click(x, y);
    await this.#page.waitForSelector('.monaco-editor.focused');
  }

  async waitForText(words: string): Promise<void> {
    await this.#page.waitForFunction(
      ({ selector, wanted }) =>
        [...document.querySelectorAll(selector)].some((line) =>
          line.textContent?.replace(/\u00a0/g, ' ').includes(wanted),
        ),
      { selector: VIEW_LINE, wanted: words },
    );
  }

  /** @returns the rows of the Problems panel that this opens: message, source, rule and place */
  async readProblems(atLeast: number): Promise<string[]> {
    await this.#page.keyboard.press('Control+Shift+M');
    await this.#page.waitForFunction(({ selector, count }) => document.querySelectorAll(selector).length >= count, {
      selector: PROBLEM_ROW,
      count: atLeast + 1,
    });
    const rows = await this.#page.locator(PROBLEM_ROW).allInnerTexts();
    return rows.map(oneLine);
  }

  async closePanel(): Promise<void> {
    await this.#page.keyboard.press('Control+J');
    await this.#page.waitForSelector('.markers-panel', { state: 'hidden' });
  }

  /** Rests the mouse on words until a hover says what is expected. */
  async hoverWords(words: string, expected: string): Promise<string> {
    const { x, y } = await this.#placeOfWords(words);
    await this.#page.mouse.move(NOWHERE.x, NOWHERE.y);
    await this.#page.mouse.move(x, y, { steps: 4 });
    await this.#page.waitForFunction(
      ({ selector, wanted }) =>
        [...document.querySelectorAll(selector)].some((hover) => hover.textContent?.toLowerCase().includes(wanted)),
      { selector: HOVER, wanted: expected.toLowerCase() },
    );
    return oneLine((await this.#page.locator(HOVER).allInnerTexts()).join(' '));
  }

  /** Takes a quick fix by the mouse: the bulb beside the line, then a row of its menu. */
  async fixByLightbulb(words: string, elsewhere: string, title: RegExp): Promise<void> {
    // The bulb is computed when the cursor moves while the editor has focus, so it comes from another place.
    await this.clickWords(elsewhere);
    await this.clickWords(words);
    // An open hover would cover the bulb.
    await this.#page.mouse.move(NOWHERE.x, NOWHERE.y);
    await this.#page.waitForFunction((selector) => document.querySelector(`${selector} .hover-row`) === null, HOVER);
    await this.#page.locator(LIGHTBULB).filter({ visible: true }).first().click();
    const row = this.#page.locator(QUICK_FIX_ROW, { hasText: title }).first();
    await row.waitFor();
    const box = await row.boundingBox();
    assert.ok(box);
    // A pointer block lies over the menu until the mouse has moved.
    await this.#page.mouse.move(box.x + 20, box.y + box.height / 2, { steps: 3 });
    await this.#page.waitForFunction(() => document.querySelector('.context-view-pointerBlock') === null);
    await row.click();
  }

  /** Takes a quick fix by the keyboard alone. @returns the titles that the menu offered */
  async fixByKeyboard(words: string, title: RegExp): Promise<string[]> {
    await this.clickWords(words);
    await this.#page.keyboard.press('Control+.');
    const rows = this.#page.locator(QUICK_FIX_ROW);
    await rows.filter({ hasText: title }).first().waitFor();
    const titles = (await rows.allInnerTexts()).map(oneLine);
    // The menu begins on the first action; headings between groups take no key.
    const actions = this.#page.locator(`${QUICK_FIX_ROW}.action`);
    const actionTitles = (await actions.allInnerTexts()).map(oneLine);
    const index = actionTitles.findIndex((text) => title.test(text));
    for (let step = 0; step < index; step += 1) await this.#page.keyboard.press('ArrowDown');
    await this.#page.keyboard.press('Enter');
    return titles;
  }

  /** Runs a command from the palette by its title. */
  async runCommand(title: string): Promise<void> {
    const input = this.#page.locator('.quick-input-widget input').first();
    const row = this.#pickRow(title);
    // A view that closes just then may take the keyboard, and the palette with it.
    for (let left = 3; ; left--) {
      await this.#page.keyboard.press('F1');
      try {
        await input.waitFor({ timeout: 5000 });
        await input.fill(`>${title}`, { timeout: 5000 });
        await row.waitFor({ timeout: 5000 });
        break;
      } catch (error) {
        if (left === 0) throw error;
        await this.#page.keyboard.press('Escape');
      }
    }
    await this.#page.keyboard.press('Enter');
  }

  /** Types into the list that a command has opened, known by the words in its empty field, and takes the first row. */
  async pick(emptyField: string, text: string): Promise<void> {
    await this.#page.waitForSelector(`.quick-input-widget input[placeholder*="${emptyField}"]`);
    await this.#page.keyboard.type(text);
    await this.#pickRow(text).waitFor();
    await this.#page.keyboard.press('Enter');
  }

  async type(text: string): Promise<void> {
    await this.#page.keyboard.type(text);
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.#page.keyboard.press(key);
  }

  /** Asks for completion where the cursor stands, and takes the row with that text. */
  async complete(text: string): Promise<void> {
    await this.#page.keyboard.press('Control+Space');
    await this.#page.locator('.suggest-widget.visible .monaco-list-row', { hasText: text }).first().waitFor();
  }

  /** @returns what stands behind the braces in the status bar, once it says what is expected */
  async readLanguageStatus(expected: string): Promise<string> {
    const status = this.#page.locator(LANGUAGE_STATUS, { hasText: expected });
    await this.#page.locator('.statusbar-item[id="status.languageStatus"]').hover();
    await status.first().waitFor();
    const text = oneLine(await status.first().innerText());
    await this.#page.mouse.move(NOWHERE.x, NOWHERE.y);
    return text;
  }

  async waitForTab(title: string): Promise<void> {
    await this.#page.locator('.tabs-container .tab', { hasText: title }).first().waitFor();
  }

  /** Waits until a preview, which is a frame in a frame, shows the text. */
  async waitForPreview(text: string): Promise<void> {
    const end = Date.now() + PREVIEW_LIMIT_MS;
    for (;;) {
      for (const frame of this.#page.frames()) {
        const shown = await frame.evaluate(() => document.body?.innerText ?? '').catch(() => '');
        if (frame !== this.#page.mainFrame() && shown.includes(text)) return;
      }
      assert.ok(Date.now() < end, `no preview shows "${text}"`);
      await this.#page.waitForTimeout(PREVIEW_POLL_MS);
    }
  }

  async save(): Promise<void> {
    await this.#page.keyboard.press('Control+S');
    await this.#page.waitForFunction(() => document.querySelector('.tab.dirty') === null);
  }

  #pickRow(text: string): Locator {
    return this.#page.locator('.quick-input-list .monaco-list-row', { hasText: text }).first();
  }

  /** The middle of words on the screen; one token may span several words, so a DOM range finds them. */
  async #placeOfWords(words: string): Promise<Point> {
    await this.waitForText(words);
    const place = await this.#page.evaluate(
      ({ selector, wanted }) => {
        for (const line of document.querySelectorAll(selector)) {
          const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
          for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
            const start = (node.nodeValue ?? '').replace(/\u00a0/g, ' ').indexOf(wanted);
            if (start < 0) continue;
            const range = document.createRange();
            range.setStart(node, start);
            range.setEnd(node, start + wanted.length);
            const box = range.getBoundingClientRect();
            return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
          }
        }
        return null;
      },
      { selector: VIEW_LINE, wanted: words },
    );
    assert.ok(place, `"${words}" is on the screen, in one token`);
    return place;
  }
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
