import type { Finding, FixGrade, LineIndex, Severity, SourceSpan } from '../../../engine/src/index.js';
import { countOf, type LintedArticle } from '../lint-article.js';
import { relativeFile } from './report-paths.js';
import { placeFindings } from './placed-findings.js';
import type { ReportContext } from './report.js';

/** One finding as the reports for readers need it: without the text of its article. */
export interface OverviewFinding {
  /** From 1, over the whole report. */
  readonly number: number;
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly severity: Severity;
  readonly ruleId: string;
  readonly message: string;
  /** The reported words with what stands around them in their line. */
  readonly excerpt: { readonly before: string; readonly words: string; readonly after: string };
  /** Empty where the message says it already. */
  readonly why: string;
  readonly sources: readonly { readonly title: string; readonly url: string }[];
  readonly fixes: readonly { readonly grade: FixGrade; readonly title: string }[];
  /** The preferred name of the concept, where it speaks of one. */
  readonly term?: string;
}

export interface OverviewArticle {
  readonly path: string;
  readonly findings: readonly OverviewFinding[];
  readonly counts: Readonly<Record<Severity, number>>;
}

/** Findings that have a rule or a term in common. */
export interface OverviewGroup {
  readonly name: string;
  readonly findings: readonly OverviewFinding[];
  readonly articles: number;
}

/** Gathers what the reports by article, rule and term tell. Holds findings, not texts. */
export class Overview {
  /** Articles with findings, as they were read. */
  readonly articles: OverviewArticle[] = [];
  readonly #context: ReportContext;
  #count = 0;

  constructor(context: ReportContext) {
    this.#context = context;
  }

  add(article: LintedArticle): void {
    if (article.findings.length === 0) return;
    const path = relativeFile(article.filePath, this.#context.cwd);
    const { findings, lines } = placeFindings(article);
    this.articles.push({
      path,
      findings: findings.map(({ finding, start }) => ({
        ...this.#contentOf(finding),
        number: ++this.#count,
        path,
        line: start.line,
        column: start.column,
        excerpt: excerptOf(article.text, finding.span, lines),
      })),
      counts: {
        error: countOf('error', article.findings),
        warning: countOf('warning', article.findings),
        info: countOf('info', article.findings),
        hint: countOf('hint', article.findings),
      },
    });
  }

  /** The commonest first. */
  byRule(): readonly OverviewGroup[] {
    return this.#groups(({ ruleId }) => ruleId);
  }

  /** The commonest first; findings that speak of no concept are in none. */
  byTerm(): readonly OverviewGroup[] {
    return this.#groups(({ term }) => term);
  }

  #groups(nameOf: (finding: OverviewFinding) => string | undefined): readonly OverviewGroup[] {
    const groups = new Map<string, OverviewFinding[]>();
    for (const { findings } of this.articles) {
      for (const finding of findings) {
        const name = nameOf(finding);
        if (name === undefined) continue;
        const group = groups.get(name);
        if (group === undefined) groups.set(name, [finding]);
        else group.push(finding);
      }
    }
    return [...groups]
      .map(([name, findings]) => ({ name, findings, articles: new Set(findings.map(({ path }) => path)).size }))
      .sort((a, b) => b.findings.length - a.findings.length || (a.name < b.name ? -1 : 1));
  }

  #contentOf(
    finding: Finding,
  ): Pick<OverviewFinding, 'severity' | 'ruleId' | 'message' | 'why' | 'sources' | 'fixes' | 'term'> {
    const { concept, sources } = this.#context;
    const why = finding.reason?.text ?? '';
    const term = finding.conceptId === undefined ? undefined : concept(finding.conceptId)?.preferred.us;
    return {
      severity: finding.severity,
      ruleId: finding.ruleId,
      message: finding.message,
      why: finding.message.includes(why) ? '' : why,
      sources: (finding.reason?.sources ?? [])
        .flatMap((id) => sources[id] ?? [])
        .map(({ title, url }) => ({ title, url })),
      fixes: finding.fixes.slice(0, MOST_FIXES).map(({ grade, title }) => ({ grade, title })),
      ...(term === undefined ? {} : { term }),
    };
  }
}

/** How a fix is introduced. */
export const FIX_NAMES: Readonly<Record<FixGrade, string>> = { safe: 'Fix', review: 'Perhaps', manual: 'To do' };

/** More choices than these are for the editor. */
const MOST_FIXES = 3;

/** A line of Markdown is often a whole paragraph, so it is cut around the words. */
function excerptOf(text: string, span: SourceSpan, lines: LineIndex): OverviewFinding['excerpt'] {
  const line = lines.spanOf(lines.placeAt(span.start).line);
  const end = Math.min(Math.max(span.end, span.start), line.end);
  const before = text.slice(Math.max(line.start, span.start - AROUND), span.start);
  const words = text.slice(span.start, end);
  const after = text.slice(end, Math.min(line.end, end + AROUND));
  return {
    before: span.start - AROUND > line.start ? `…${before.replace(/^\S*\s/u, '')}` : before.trimStart(),
    words: words.length > MOST_WORDS ? `${words.slice(0, MOST_WORDS)}…` : words,
    after: end + AROUND < line.end ? `${after.replace(/\s\S*$/u, '')}…` : after.trimEnd(),
  };
}

const AROUND = 70;
const MOST_WORDS = 200;
