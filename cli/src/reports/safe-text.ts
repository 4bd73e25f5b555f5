import { harmless } from '../terminal.js';

/** One line that steers nothing: neither a terminal nor a reader of lines. */
export function oneLine(text: string): string {
  return wellFormed(harmless(text).replace(/\u061c/gu, REPLACEMENT));
}

/**
 * JSON in one line for any reader: what some count as line breaks, what turns the reading direction, and what GitHub
 * Actions would read as a command (`##[`) is escaped.
 */
export function jsonLine(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]|#(?=\[)/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/**
 * The text as it may stand in an attribute or an element of XML 1.0. Line breaks and tabs become references, because
 * a parser makes spaces of them in an attribute.
 */
export function xmlText(text: string): string {
  return wellFormed(text)
    .replace(XML_FORBIDS, REPLACEMENT)
    .replace(BIDIRECTIONAL, REPLACEMENT)
    .replace(/[&<>"'\t\n\r\u0085\u2028]|#(?=\[)/gu, (character) => `&#${character.charCodeAt(0)};`);
}

/** The text, as one line, in an element or an attribute of HTML. */
export function htmlText(text: string): string {
  return oneLine(text).replace(/[&<>"'`]|#(?=\[)/gu, (character) => `&#${character.charCodeAt(0)};`);
}

/** The same for a sentence of Kossa's own, in which words between backticks are code. */
export function htmlSentence(sentence: string): string {
  return partsOfSentence(sentence)
    .map(({ code, text }) => (code ? `<code>${htmlText(text)}</code>` : htmlText(text)))
    .join('');
}

/** A sentence with words between backticks, in a cell of a Markdown table. */
export function markdownSentence(sentence: string): string {
  return partsOfSentence(sentence)
    .map(({ code, text }) => (code ? `\`${oneLine(text).replaceAll('|', '\\|')}\`` : markdownText(text)))
    .join('');
}

function partsOfSentence(sentence: string): readonly { readonly code: boolean; readonly text: string }[] {
  return sentence.split(/`([^`]+)`/u).map((text, index) => ({ code: index % 2 === 1, text }));
}

/**
 * The text in a cell of a Markdown table, as it stands. GitHub makes links of addresses and of names after @ and #
 * without any markup; an empty comment between their characters keeps it from that.
 */
export function markdownText(text: string): string {
  return oneLine(text)
    .replace(/[\\`*_[\]<>|~&$]/gu, '\\$&')
    .replace(/:(?=\/\/)|[@#](?=\w)|\bwww(?=\.)/giu, '$&<!-- -->');
}

/** The text of a Markdown link's address. */
export function markdownAddress(url: string): string {
  return `<${oneLine(url).replace(/[<>\\|\s]/gu, (character) => encodeURIComponent(character))}>`;
}

const REPLACEMENT = '\ufffd';

const XML_FORBIDS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]/gu;
const BIDIRECTIONAL = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** Half a character of two units belongs to no encoding. */
function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, REPLACEMENT);
}
