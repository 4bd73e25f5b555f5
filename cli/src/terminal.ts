import pc from 'picocolors';
import type { CommandEnvironment, OutputStream } from './environment.js';

export type Colors = ReturnType<typeof pc.createColors>;

/** What the flags, the environment and the terminal say of colour; the flags win. */
export function colorsFor(stream: OutputStream, env: CommandEnvironment['env'], asked: boolean | undefined): Colors {
  return pc.createColors(asked ?? colorsByDefault(stream, env));
}

function colorsByDefault(stream: OutputStream, env: CommandEnvironment['env']): boolean {
  if ((env['NO_COLOR'] ?? '') !== '') return false;
  if ((env['FORCE_COLOR'] ?? '') !== '') return env['FORCE_COLOR'] !== '0';
  return stream.isTTY === true && env['TERM'] !== 'dumb';
}

/** Columns that a report may use. Long lines are hard to read, so a wide terminal is not filled. */
export function widthOf(stream: OutputStream, env: CommandEnvironment['env']): number {
  const asked = Number(env['COLUMNS']);
  const width = stream.columns ?? (Number.isInteger(asked) && asked > 0 ? asked : 80);
  return Math.min(Math.max(width, 40), 110);
}

/** Lines of at most so many columns, broken between words; a longer word has a line of its own. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  let lineWidth = 0;
  for (const word of text.split(/\s+/u)) {
    if (word === '') continue;
    const wordWidth = displayWidth(word);
    if (line !== '' && lineWidth + 1 + wordWidth > width) {
      lines.push(line);
      line = word;
      lineWidth = wordWidth;
    } else {
      lineWidth += line === '' ? wordWidth : 1 + wordWidth;
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return line === '' ? lines : [...lines, line];
}

/**
 * The text with what would steer a terminal or turn the reading direction made visible. UTF-16 lengths stay, so
 * that offsets still hold.
 */
export function harmless(text: string): string {
  return text
    .replace(/[\t\n\r\u2028\u2029]/gu, ' ')
    .replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, '\ufffd');
}

/** Columns that a text takes in a terminal. */
export function displayWidth(text: string): number {
  if (isNarrow(text)) return text.length;
  let width = 0;
  for (const segment of graphemesOf(text)) width += ZERO_WIDTH.test(segment) ? 0 : WIDE.test(segment) ? 2 : 1;
  return width;
}

/** Characters as people count them. */
export function graphemesOf(text: string): string[] {
  if (isNarrow(text)) return [...text];
  // Made when it is first needed: it reads the tables of every script.
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return [...segmenter.segment(text)].map(({ segment }) => segment);
}

let segmenter: Intl.Segmenter | undefined;

/** Every character of the text is one column and stands by itself. */
export function isNarrow(text: string): boolean {
  return NARROW.test(text);
}

/** Letters of Latin alphabets, and the quotation marks and dashes of English: a column each, and nothing joins them. */
const NARROW = /^[\u0020-\u007e\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e]*$/u;
const WIDE =
  /\p{Emoji_Presentation}|\ufe0f|\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|[\uff01-\uff60]/u;
const ZERO_WIDTH = /^[\p{Mark}\p{Cf}]+$/u;
