import { createHash } from 'node:crypto';
import { createLineIndex, type Finding, type LineIndex, type LinePlace } from '../../../engine/src/index.js';
import { fingerprintOf } from '../baseline/fingerprint.js';
import type { LintedArticle } from '../lint-article.js';

/** A finding with what the formats for programs say of its place. */
export interface PlacedFinding {
  readonly finding: Finding;
  readonly start: LinePlace;
  /** After its last character. */
  readonly end: LinePlace;
  /** The same in the next run, though the line has moved; unlike any other of the article. */
  readonly fingerprint: string;
}

export interface PlacedArticle {
  readonly lines: LineIndex;
  readonly findings: readonly PlacedFinding[];
}

/** The findings of an article, in reading order, with their places and fingerprints. */
export function placeFindings(article: LintedArticle): PlacedArticle {
  const lines = createLineIndex(article.text);
  const seen = new Map<string, number>();
  const findings = article.findings.map((finding) => {
    const content = wordOf(finding, article.text);
    const before = seen.get(content) ?? 0;
    seen.set(content, before + 1);
    return {
      finding,
      start: lines.placeAt(finding.span.start),
      end: lines.placeAt(finding.span.end),
      fingerprint: before === 0 ? content : `${content}:${before + 1}`,
    };
  });
  return { lines, findings };
}

/** The parts that the baseline knows a finding by, as one word. */
function wordOf(finding: Finding, text: string): string {
  const parts = Object.values(fingerprintOf(finding, text));
  return createHash('sha256').update(parts.join('\0')).digest('hex').slice(0, 32);
}
