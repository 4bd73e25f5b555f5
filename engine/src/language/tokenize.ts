import { proseSpan } from '../text/span.js';
import { PLACEHOLDER, type Token, type TokenKind } from './token.js';

/**
 * Splits prose into words, numbers, punctuation marks and placeholders, in order, leaving out white space.
 * Offsets are UTF-16 offsets in `text`. Web and mail addresses, paths and snake_case names are placeholders: they
 * are not prose, whatever words they hold.
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  let glued = false;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (isSpace(code)) {
      at++;
      glued = false;
      continue;
    }
    if (!glued) {
      const end = endOfAddress(text, at);
      if (end > at) {
        tokens.push({
          kind: 'placeholder',
          text: text.slice(at, end),
          norm: '',
          span: proseSpan(at, end),
          glued,
          possessive: '',
        });
        at = end;
        glued = true;
        continue;
      }
    }
    const token = readToken(text, at, glued);
    tokens.push(token);
    at = token.span.end;
    glued = true;
  }
  return tokens;
}

/** The key by which a phrase is found: the norms of its words and numbers, joined by one space. */
export function normalizePhrase(text: string): string {
  const norms: string[] = [];
  for (const token of tokenize(text)) if (token.norm !== '') norms.push(token.norm);
  return norms.join(' ');
}

export function isHyphen(text: string): boolean {
  return text === '-' || text === '\u2010' || text === '\u2011' || text === '\u2013';
}

function readToken(text: string, start: number, glued: boolean): Token {
  const code = text.charCodeAt(start);
  if (isLetterAt(text, start, code)) return readWord(text, start, glued);
  if (isDigit(code)) return readNumber(text, start, glued);
  const end = start + (code >= 0xd800 && code < 0xdc00 && start + 1 < text.length ? 2 : 1);
  const mark = text.slice(start, end);
  return {
    kind: mark === PLACEHOLDER ? 'placeholder' : 'punctuation',
    text: mark,
    norm: '',
    span: proseSpan(start, end),
    glued,
    possessive: '',
  };
}

function readWord(text: string, start: number, glued: boolean): Token {
  let end = start + 1;
  let plain = text.charCodeAt(start) < 128;
  while (end < text.length) {
    const code = text.charCodeAt(end);
    if (isAsciiLetter(code) || isDigit(code)) {
      end++;
      continue;
    }
    if (isApostrophe(code)) {
      // Inside a word (Paget's), or the ending of a plural possessive (patients' records); never a closing quote.
      const next = text.charCodeAt(end + 1);
      if (end + 1 < text.length && isLetterAt(text, end + 1, next)) {
        plain = false;
        end += 2;
        continue;
      }
      break;
    }
    if (code < 128 || !isWordCharacterAt(text, end, code)) break;
    plain = false;
    end++;
  }
  const word = text.slice(start, end);
  if (plain) return make('word', word, word.toLowerCase(), start, end, glued, '');
  const possessive = /['’]s$/iu.exec(word)?.[0] ?? '';
  return make(
    'word',
    word,
    fold(possessive === '' ? word : word.slice(0, -possessive.length)),
    start,
    end,
    glued,
    possessive,
  );
}

function readNumber(text: string, start: number, glued: boolean): Token {
  let end = start + 1;
  while (end < text.length) {
    const code = text.charCodeAt(end);
    if (isDigit(code)) end++;
    else if ((code === 46 || code === 44) && isDigit(text.charCodeAt(end + 1))) end += 2;
    else break;
  }
  const number = text.slice(start, end);
  return make('number', number, number, start, end, glued, '');
}

function make(
  kind: TokenKind,
  text: string,
  norm: string,
  start: number,
  end: number,
  glued: boolean,
  possessive: string,
): Token {
  return { kind, text, norm, span: proseSpan(start, end), glued, possessive };
}

/** Lower case without diacritics, soft hyphens and subscripts, with straight apostrophes. */
export function fold(word: string): string {
  return word
    .normalize('NFKD')
    .replace(/[\p{M}\u00ad\u200b-\u200d]/gu, '')
    .replace(/[’ʼ]/gu, "'")
    .toLowerCase();
}

/** The end of an address, a path or a snake_case name that begins here, or `start` where none does. */
function endOfAddress(text: string, start: number): number {
  let end = start;
  let slashes = 0;
  let marks = 0;
  while (end < text.length) {
    const code = text.charCodeAt(end);
    if (isSpace(code) || code === 0xfffc || code === 60 || code === 62 || code === 34) break;
    if (code === 47 || code === 92) slashes++;
    else if (code === 64 || code === 46 || code === 95 || code === 58) marks++;
    end++;
  }
  if (slashes === 0 && marks === 0) return start;
  const chunk = text.slice(start, end);
  if (!ADDRESS.test(chunk)) return start;
  return start + chunk.replace(/[.,;:!?)\]}'’”]+$/u, '').length;
}

const ADDRESS =
  /^[([{'“‘]*(?:[a-z][a-z0-9+.-]*:\/\/|www\.|mailto:|[\w.+-]+@[\w-]+\.|[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|gov|edu|int|io|dev|nhs\.uk|ac\.uk|co\.uk|uk|de|eu)(?:[/:?#]|[.,;:!?)\]}'’”]*$)|\.{0,2}[/\\]\w|~[/\\]|[\w.-]+(?:[/\\][\w.-]+){2,}|[\w.-]*[/\\][\w-]+\.\w{2,4}\b|\w+_\w|[\w-]+\.(?:md|mdx|js|ts|json|ya?ml|html?|pdf|png|jpe?g|svg|css|txt|docx?|xlsx?|csv)\b)/iu;

function isSpace(code: number): boolean {
  return (
    code === 32 ||
    (code >= 9 && code <= 13) ||
    code === 0xa0 ||
    code === 0x202f ||
    code === 0x3000 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029
  );
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isAsciiLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

function isApostrophe(code: number): boolean {
  return code === 39 || code === 0x2019 || code === 0x2bc;
}

const LETTER = /\p{L}/u;
const WORD_CHARACTER = /[\p{L}\p{M}\p{N}\u00ad\u200b-\u200d]/u;

function isLetterAt(text: string, at: number, code: number): boolean {
  if (code < 128) return isAsciiLetter(code);
  return LETTER.test(text.charAt(at));
}

function isWordCharacterAt(text: string, at: number, code: number): boolean {
  return code >= 0xc0 || code === 0xad ? WORD_CHARACTER.test(text.charAt(at)) : false;
}
