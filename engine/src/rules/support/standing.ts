import type { AnalyzedBlock, AnalyzedDocument } from '../../document.js';
import { isQuoted, quotationsOf } from '../../prose/quotations.js';
import { contains, type ProseSpan } from '../../text/span.js';
import { oncePerText } from './once.js';

/**
 * How words stand in the text. `running`: the writer's own. `quotation`: somebody else's. `title`: the name of a
 * page or paper. `mentioned`: a word talked about ("the term …"), not used.
 */
export type Standing = 'running' | 'quotation' | 'title' | 'mentioned';

/** @param span prose span in the block */
export function standingOf(document: AnalyzedDocument, block: AnalyzedBlock, span: ProseSpan): Standing {
  const quoted = quotationsOf(block);
  if (isWordItself(block, span, quoted)) return 'mentioned';
  if (block.quoted || isQuoted(span, quoted)) return 'quotation';
  if (isTitle(block, span) || isReference(document, block)) return 'title';
  return 'running';
}

/** The part of it that the words of the block decide: neither talked about nor between quotation marks. */
export function isFree(block: AnalyzedBlock, span: ProseSpan): boolean {
  const quoted = quotationsOf(block);
  return !isWordItself(block, span, quoted) && !isQuoted(span, quoted);
}

/** Whether words that are free stand in the writer's own running text. */
export function isFreeInRunningText(
  document: Pick<AnalyzedDocument, 'blocks'>,
  block: AnalyzedBlock,
  span: ProseSpan,
): boolean {
  return !block.quoted && !isTitle(block, span) && !isReference(document, block);
}

/** True where the block is an entry of a reference list. */
export function isReference({ blocks }: Pick<AnalyzedDocument, 'blocks'>, block: AnalyzedBlock): boolean {
  return textKind(block).isCitation || block.headings.some((heading) => textKind(blocks[heading]!).isOverReferences);
}

const textKind = oncePerText(({ text }) => ({
  isCitation: isCitation(text.slice(0, LONGEST_REFERENCE)),
  isOverReferences: REFERENCE_HEADING.test(text.trim()),
}));

/** Most paragraphs hold none of the signs, which is quicker to see than that the pattern fails. */
function isCitation(text: string): boolean {
  const lower = text.toLowerCase();
  return CITATION_SIGNS.some((sign) => lower.includes(sign)) && CITATION.test(text);
}

const CITATION_SIGNS = ['doi', 'pmid', 'isbn', 'et al', ';'];

/** UTF-16 units: a citation shows itself before that. */
const LONGEST_REFERENCE = 2000;

/** A quotation that holds nothing but the words, or words that "the term" introduces. */
function isWordItself(block: AnalyzedBlock, span: ProseSpan, quoted: readonly ProseSpan[]): boolean {
  if (
    quoted.some(
      (quotation) => contains(quotation, span) && quotation.end - quotation.start <= span.end - span.start + 3,
    )
  ) {
    return true;
  }
  return NAMED_AS_WORD.test(block.text.slice(Math.max(0, span.start - 40), span.start));
}

/** Link text this long is the name of what it leads to. */
function isTitle(block: AnalyzedBlock, span: ProseSpan): boolean {
  return block.links.some(
    (link) => contains(link, span) && block.text.slice(link.start, link.end).trim().split(/\s+/u).length >= TITLE_WORDS,
  );
}

const TITLE_WORDS = 5;
const REFERENCE_HEADING =
  /^(?:\d+[.)]?\s+)?(?:references?|sources?|bibliography|citations?|works cited|literature|further reading|selected references)\b/iu;
const CITATION = /\bdoi:|\bdoi\.org\/|\bPMID\b|\bISBN\b|\b(?:19|20)\d\d\s?;\s?\d+|\bet al\b.{0,160}\b(?:19|20)\d\d\b/iu;
const NAMED_AS_WORD =
  /\b(?:the|this|that|old|older|former|outdated|obsolete)\s+(?:term|word|name|phrase|expression|spelling)s?\s+["'“‘(]*$/iu;
