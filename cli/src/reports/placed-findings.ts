import { createHash } from 'node:crypto';
import { createLineIndex, type Finding, type LineIndex, type LinePlace } from '../../../engine/src/index.js';
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
    const content = fingerprintOf(finding, article.text, lines);
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

/** Of rule, words and the words around them in their line: nothing that changes when lines above come or go. */
function fingerprintOf(finding: Finding, text: string, lines: LineIndex): string {
  const { start, end } = finding.span;
  const before = wordsOf(text.slice(Math.max(lines.spanOf(lines.placeAt(start).line).start, start - REACH), start));
  const after = wordsOf(text.slice(end, Math.min(lines.spanOf(lines.placeAt(end).line).end, end + REACH)));
  const parts = [
    finding.ruleId,
    wordsOf(text.slice(start, end)).join(' '),
    before.slice(-NEIGHBOURS).join(' '),
    after.slice(0, NEIGHBOURS).join(' '),
  ];
  return createHash('sha256').update(parts.join('\0')).digest('hex').slice(0, 32);
}

/** Three words tell most repetitions apart; more would make an edit nearby a new finding. */
const NEIGHBOURS = 3;

/** Far enough for three words, so that a long line is not read for each of its findings. */
const REACH = 120;

function wordsOf(text: string): readonly string[] {
  return text
    .normalize('NFC')
    .split(/\s+/u)
    .filter((word) => word !== '');
}
