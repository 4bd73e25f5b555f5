import { CompletionItemKind, type CompletionItem, type CompletionList, type Position } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { SourceSpan } from '../../../engine/src/index.js';
import { lineBefore, toCompletionItem, type CompletionParts } from '../convert.js';
import type { Linted } from '../linter.js';
import { proseAt } from './locate.js';
import { termNames, type TermName } from './term-names.js';

/** Letters of the word at the cursor before anything is offered. */
const FEWEST_LETTERS = 2;
/** Words before the cursor that may belong to one term. */
const LONGEST_PHRASE = 4;
const MOST_ITEMS = 60;

const NOTHING: CompletionList = { isIncomplete: false, items: [] };

/** What can be written at a place: rules and words of a directive, keys of the front matter, terms in prose. */
export function completions(position: Position, document: TextDocument, linted: Linted): CompletionList {
  const before = lineBefore(position, document);
  const offset = document.offsetAt(position);
  const analyzed = linted.result.document;
  const frontMatter = analyzed.frontMatter?.span;
  if (frontMatter !== undefined && frontMatter.start < offset && offset < frontMatter.end) {
    return frontMatterKeys(before, offset, document, analyzed.text.slice(frontMatter.start, frontMatter.end));
  }
  const directive = openComment(before);
  if (directive !== undefined && !isInFence(document, position.line)) {
    return directiveWords(directive, offset, document, linted);
  }
  return terms(offset, document, linted);
}

const DIRECTIVES: readonly { readonly name: string; readonly detail: string }[] = [
  { name: 'kossa-disable', detail: 'Quiet rules from here on' },
  { name: 'kossa-enable', detail: 'Let rules speak again' },
  { name: 'kossa-disable-line', detail: 'Quiet rules on this line' },
  { name: 'kossa-disable-next-line', detail: 'Quiet rules on the next line' },
  { name: 'kossa-disable-file', detail: 'Quiet rules in this file' },
  { name: 'kossa-allow', detail: 'Let words stand in this file' },
];

/** What stands between an open comment's mark and the end of a line, where it is or may become a directive. */
function openComment(line: string): string | undefined {
  const inside = /(?:<!--|\{\/\*)\s*([^<{]*)$/u.exec(line)?.[1];
  return inside === undefined ||
    inside.includes('-->') ||
    inside.includes('*/') ||
    !'kossa'.startsWith(inside.slice(0, 5))
    ? undefined
    : inside;
}

function directiveWords(inside: string, offset: number, document: TextDocument, linted: Linted): CompletionList {
  const words = inside.split(/\s+/u);
  const written = words[words.length - 1]!;
  const span = { start: offset - written.length, end: offset };
  if (words.length === 1) {
    return listOf(
      DIRECTIVES.map(({ name, detail }) => plainItem(name, detail, CompletionItemKind.Keyword, span, name)),
      document,
    );
  }
  const [name] = words;
  if (name === 'kossa-allow' || words.includes('--') || !DIRECTIVES.some((directive) => directive.name === name)) {
    return NOTHING;
  }
  const rules = linted.engine.rules.filter((rule) => !words.includes(rule.id));
  return listOf(
    rules.map((rule) => plainItem(rule.id, rule.summary, CompletionItemKind.EnumMember, span, rule.id)),
    document,
  );
}

const FRONT_MATTER_KEYS: readonly { readonly key: string; readonly detail: string }[] = [
  { key: 'title', detail: 'Title of the page' },
  { key: 'description', detail: 'One or two sentences about the page' },
  { key: 'author', detail: 'Who wrote it' },
  { key: 'reviewedBy', detail: 'Who reviewed it, with credentials' },
  { key: 'lastReviewed', detail: 'Date of the last review, as YYYY-MM-DD' },
  { key: 'nextReview', detail: 'Date of the next review, as YYYY-MM-DD' },
  { key: 'sources', detail: 'Where the facts come from' },
  { key: 'kossa', detail: 'false: Kossa does not check this file' },
];

function frontMatterKeys(before: string, offset: number, document: TextDocument, frontMatter: string): CompletionList {
  if (!/^[\w-]*$/u.test(before)) return NOTHING;
  // A half-written key is no YAML yet, so the lines are read as they are.
  const present = new Set(Array.from(frontMatter.matchAll(/^([\w-]+)\s*:/gmu), ([, key]) => key!));
  const span = { start: offset - before.length, end: offset };
  const missing = FRONT_MATTER_KEYS.filter(({ key }) => !present.has(key));
  return listOf(
    missing.map(({ key, detail }) => plainItem(key, detail, CompletionItemKind.Property, span, `${key}: `)),
    document,
  );
}

function terms(offset: number, document: TextDocument, linted: Linted): CompletionList {
  const place = proseAt(linted.result.document, offset);
  if (place === undefined) return NOTHING;
  const { block, at } = place;
  const phrase = PHRASE.exec(block.text.slice(0, at))?.[0];
  if (phrase === undefined || lastWord(phrase).length < FEWEST_LETTERS) return NOTHING;
  const mentioned = new Set(
    linted.result.document.blocks.flatMap((other) => other.mentions.map((mention) => mention.conceptId)),
  );
  const names = termNames(linted.engine, linted.settings.configuration.style ?? 'us');
  const parts: CompletionParts[] = [];
  const offered = new Set<string>();
  for (const typed of endingsOf(phrase)) {
    const span = block.toSource({ start: at - typed.length, end: at });
    if (span === undefined || span.end !== offset || crossesLines(span, document)) continue;
    const lower = typed.toLowerCase();
    for (const name of names) {
      if (!name.lower.startsWith(lower) || name.lower === lower || offered.has(name.text)) continue;
      offered.add(name.text);
      parts.push(termItem(name, typed, span, mentioned.has(name.conceptId), document.uri));
    }
  }
  parts.sort((a, b) => (a.sortText < b.sortText ? -1 : 1));
  const items = parts.slice(0, MOST_ITEMS);
  return { isIncomplete: true, items: items.map((part) => toCompletionItem(part, document)) };
}

const PHRASE = new RegExp(
  `(?:[\\p{L}\\p{N}][\\p{L}\\p{N}’'-]*[ -]){0,${LONGEST_PHRASE - 1}}\\p{L}[\\p{L}\\p{N}’'-]*$`,
  'u',
);

function lastWord(phrase: string): string {
  return phrase.slice(phrase.lastIndexOf(' ') + 1);
}

/** "calcium channel bl", "channel bl", "bl": the longest first, since it says most. */
function endingsOf(phrase: string): readonly string[] {
  const words = phrase.split(' ');
  return words.map((_, index) => words.slice(index).join(' '));
}

/** Terms of this document first, then preferred ones, then the longer ones of several words. */
function termItem(name: TermName, typed: string, span: SourceSpan, mentioned: boolean, uri: string): CompletionParts {
  const capital = /^\p{Lu}/u.test(typed) && !/^\p{Lu}/u.test(name.text);
  const text = capital ? name.text.charAt(0).toUpperCase() + name.text.slice(1) : name.text;
  const rank = [typed.includes(' ') ? 0 : 1, mentioned ? 0 : 1, name.preferred ? 0 : 1].join('');
  return {
    label: name.text,
    detail: name.detail,
    filterText: name.matches,
    newText: text,
    sortText: `${rank} ${name.lower}`,
    kind: CompletionItemKind.Text,
    span,
    data: { conceptId: name.conceptId, uri },
  };
}

function crossesLines(span: SourceSpan, document: TextDocument): boolean {
  return document.positionAt(span.start).line !== document.positionAt(span.end).line;
}

/** Comments in fenced code are examples of comments. */
function isInFence(document: TextDocument, line: number): boolean {
  const above = document.getText({ start: { line: 0, character: 0 }, end: { line, character: 0 } });
  let open: string | undefined;
  for (const [, fence] of above.matchAll(/^ {0,3}(`{3,}|~{3,})/gmu)) {
    if (open === undefined) open = fence!;
    else if (fence!.startsWith(open)) open = undefined;
  }
  return open !== undefined;
}

function plainItem(
  label: string,
  detail: string,
  kind: CompletionItemKind,
  span: SourceSpan,
  newText: string,
): CompletionParts {
  return { label, detail, kind, span, newText, filterText: label, sortText: label };
}

function listOf(parts: readonly CompletionParts[], document: TextDocument): CompletionList {
  const items: CompletionItem[] = parts.map((part) => toCompletionItem(part, document));
  return { isIncomplete: false, items };
}
