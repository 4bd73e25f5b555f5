import * as l10n from '@vscode/l10n';
import { CompletionItemKind, type CompletionItem, type CompletionList, type Position } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { AnalyzedBlock, AnalyzedDocument, SourceSpan } from '../../../engine/src/index.js';
import { lineBefore, toCompletionItem, type CompletionParts } from '../convert.js';
import type { Linted } from '../linter.js';
import { frontMatterItems } from './front-matter-completion.js';
import { proseAt } from './locate.js';
import { termNames, type TermName } from './term-names.js';
import { likelyConcepts } from './type-context.js';

/** Letters of the word at the cursor before anything is offered. */
const FEWEST_LETTERS = 2;
/** Words before the cursor that may belong to one term. */
const LONGEST_PHRASE = 4;
const MOST_ITEMS = 60;

const NOTHING: CompletionList = { isIncomplete: false, items: [] };

/** What can be written at a place: rules and words of a directive, keys of the front matter, terms in prose. */
export function completions(position: Position, document: TextDocument, linted: Linted, today: string): CompletionList {
  const before = lineBefore(position, document);
  const offset = document.offsetAt(position);
  const analyzed = linted.result.document;
  const frontMatter = analyzed.frontMatter?.span;
  if (frontMatter !== undefined && frontMatter.start < offset && offset < frontMatter.end) {
    const written = analyzed.text.slice(frontMatter.start, frontMatter.end);
    return listOf(frontMatterItems(before, offset, written, today), document);
  }
  // A plain text has no comments.
  const directive = analyzed.language === 'plaintext' ? undefined : openComment(before);
  if (directive !== undefined && !isInFence(document, position.line)) {
    return directiveWords(directive, offset, document, linted);
  }
  return terms(offset, document, linted);
}

const DIRECTIVES: readonly { readonly name: string; readonly detail: () => string }[] = [
  { name: 'kossa-disable', detail: () => l10n.t('Quiet rules from here on') },
  { name: 'kossa-enable', detail: () => l10n.t('Let rules speak again') },
  { name: 'kossa-disable-line', detail: () => l10n.t('Quiet rules on this line') },
  { name: 'kossa-disable-next-line', detail: () => l10n.t('Quiet rules on the next line') },
  { name: 'kossa-disable-file', detail: () => l10n.t('Quiet rules in this file') },
  { name: 'kossa-allow', detail: () => l10n.t('Let words stand in this file') },
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
      DIRECTIVES.map(({ name, detail }) => plainItem(name, detail(), CompletionItemKind.Keyword, span, name)),
      document,
    );
  }
  const [name] = words;
  if (
    name === 'kossa-allow' ||
    words.some((word) => /^(?:--|[–—])$/u.test(word)) ||
    !DIRECTIVES.some((directive) => directive.name === name)
  ) {
    return NOTHING;
  }
  const rules = linted.engine.rules.filter((rule) => !words.includes(rule.id));
  return listOf(
    rules.map((rule) => plainItem(rule.id, rule.summary, CompletionItemKind.EnumMember, span, rule.id)),
    document,
  );
}

/** The place where a term is being written: the words that may belong to it, as far as they stand there. */
interface TermPlace {
  readonly block: AnalyzedBlock;
  /** Prose offset behind what is written. */
  readonly at: number;
  /** Blanks that Markdown does not count, because nothing follows them yet. */
  readonly blanks: string;
}

function termPlace(offset: number, document: AnalyzedDocument): TermPlace | undefined {
  const place = proseAt(document, offset);
  if (place !== undefined) return { ...place, blanks: '' };
  let end = offset;
  while (document.text[end - 1] === ' ') end--;
  const before = end < offset ? proseAt(document, end) : undefined;
  return before?.at === before?.block.text.length && before !== undefined ? { ...before, blanks: ' ' } : undefined;
}

function terms(offset: number, document: TextDocument, linted: Linted): CompletionList {
  const analyzed = linted.result.document;
  const place = termPlace(offset, analyzed);
  if (place === undefined) return NOTHING;
  const { block, at, blanks } = place;
  const before = block.text.slice(0, at) + blanks;
  const phrase = PHRASE.exec(before)?.[0] ?? '';
  const likelyAt = (typed: string): ReadonlySet<string> =>
    likelyConcepts(before.slice(0, before.length - typed.length), block, analyzed, linted.engine);
  const isEnough = lastWord(phrase).length >= FEWEST_LETTERS;
  const uses = usesByConcept(analyzed);
  const names = termNames(linted.engine, linted.settings.configuration.style ?? 'us');
  const parts: CompletionParts[] = [];
  const offered = new Set<string>();
  // Where the words before promise a certain term, even nothing typed is enough.
  for (const typed of isEnough ? endingsOf(phrase) : [lastWord(phrase)]) {
    const span = typed === '' ? { start: offset, end: offset } : block.toSource({ start: at - typed.length, end: at });
    if (span === undefined || span.end !== offset || crossesLines(span, document)) continue;
    const lower = typed.toLowerCase();
    const likely = likelyAt(typed);
    for (const name of names) {
      if (!name.lower.startsWith(lower) || name.lower === lower || offered.has(name.text)) continue;
      const isLikely = likely.has(name.conceptId);
      if (!isEnough && !isLikely) continue;
      offered.add(name.text);
      const used = uses.get(name.conceptId) ?? 0;
      parts.push(termItem(name, { typed, span, isLikely, used, uri: document.uri }));
    }
  }
  parts.sort((a, b) => (a.sortText < b.sortText ? -1 : 1));
  const items = parts.slice(0, MOST_ITEMS);
  return { isIncomplete: true, items: items.map((part) => toCompletionItem(part, document)) };
}

function usesByConcept(document: AnalyzedDocument): ReadonlyMap<string | undefined, number> {
  const uses = new Map<string | undefined, number>();
  for (const { mentions } of document.blocks) {
    for (const { conceptId } of mentions) uses.set(conceptId, (uses.get(conceptId) ?? 0) + 1);
  }
  return uses;
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

interface WrittenTerm {
  readonly typed: string;
  readonly span: SourceSpan;
  /** The words before make this term likely. */
  readonly isLikely: boolean;
  /** How often the document names it. */
  readonly used: number;
  readonly uri: string;
}

const MOST_USES = 999;

/** What the words before promise first, then what belongs to more of the words, then what the document names most. */
function termItem(name: TermName, { typed, span, isLikely, used, uri }: WrittenTerm): CompletionParts {
  const capital = /^\p{Lu}/u.test(typed) && !/^\p{Lu}/u.test(name.text);
  const text = capital ? name.text.charAt(0).toUpperCase() + name.text.slice(1) : name.text;
  const rarity = String(MOST_USES - Math.min(used, MOST_USES)).padStart(3, '0');
  const rank = [isLikely ? 0 : 1, typed.includes(' ') ? 0 : 1, rarity, name.preferred ? 0 : 1].join('');
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
