import type { AnalyzedBlock, AnalyzedDocument, Finding, Mention, SourceSpan } from '../../../engine/src/index.js';

/** A mention that stands under a place, with its exact source. */
export interface LocatedMention {
  readonly block: AnalyzedBlock;
  readonly mention: Mention;
  readonly span: SourceSpan;
}

/**
 * The mention at a source offset, also where emphasis or a link begins or ends inside it.
 * @param offset UTF-16 offset of the document
 */
export function mentionAt(document: AnalyzedDocument, offset: number): LocatedMention | undefined {
  for (const block of document.blocks) {
    if (offset < block.source.start || offset > block.source.end) continue;
    const mentions = block.mentions.flatMap((mention) => {
      const span = block.toSource(mention.span);
      return span !== undefined && span.start <= offset && offset <= span.end ? [{ block, mention, span }] : [];
    });
    // Between two words that touch, the one that begins here is meant.
    const found = mentions.find(({ span }) => offset < span.end) ?? mentions[0];
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The concepts that a mention may name: one, or several where its form is ambiguous and the text leaves it open. */
export function conceptsOf(mention: Mention): readonly string[] {
  return mention.conceptId === undefined
    ? [...new Set(mention.readings.map((reading) => reading.conceptId))]
    : [mention.conceptId];
}

/** Findings that touch a span, in reading order. */
export function findingsIn(
  findings: readonly Finding[],
  span: { readonly start: number; readonly end: number },
): Finding[] {
  return findings.filter((finding) => finding.span.start <= span.end && span.start <= finding.span.end);
}

/** The concept that a finding speaks of, or that its first fix would write. */
export function conceptMeant(finding: Finding): string | undefined {
  return finding.conceptId ?? finding.fixes.find((fix) => fix.conceptId !== undefined)?.conceptId;
}

/** The prose block in which a source offset stands, and the prose offset there. Code, addresses and HTML are none. */
export function proseAt(
  document: AnalyzedDocument,
  offset: number,
): { readonly block: AnalyzedBlock; readonly at: number } | undefined {
  for (const block of document.blocks) {
    if (offset < block.source.start || offset > block.source.end) continue;
    const segment = block.segments.find(
      (candidate) => candidate.verbatim && candidate.source.start < offset && offset <= candidate.source.end,
    );
    if (segment === undefined) continue;
    const at = segment.prose.start + (offset - segment.source.start);
    const inAddress = block.tokens.some(
      (token) => token.kind === 'placeholder' && token.span.start < at && at <= token.span.end,
    );
    return inAddress ? undefined : { block, at };
  }
  return undefined;
}
