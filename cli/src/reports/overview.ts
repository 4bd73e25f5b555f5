import type { Finding, FixGrade, LineIndex, Severity, SourceSpan } from '../../../engine/src/index.js';
import { countOf, type LintedArticle } from '../lint-article.js';
import { counted } from './counted.js';
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
}

export interface OverviewArticle {
  readonly path: string;
  /** Those that are shown. */
  readonly findings: readonly OverviewFinding[];
  /** Of all. */
  readonly counts: Readonly<Record<Severity, number>>;
  /** Findings that are counted and not shown. */
  readonly hidden: number;
}

/** Findings that have a rule or a term in common. */
export interface OverviewGroup {
  readonly name: string;
  /** Those that are shown. */
  readonly findings: readonly OverviewFinding[];
  /** Of all. */
  readonly count: number;
  readonly articles: number;
}

/** A group while it is gathered. */
interface OpenGroup {
  readonly findings: OverviewFinding[];
  count: number;
  articles: number;
  lastArticle: string;
}

/**
 * Gathers what the reports by article, rule and term tell. Holds findings, not texts, and of each severity no more than a
 * person will ever read: a page with all findings of ten thousand articles has sixty megabytes, and opens nowhere. The
 * rest is counted.
 */
export class Overview {
  /** Articles with findings, as they were read. */
  readonly articles: OverviewArticle[] = [];
  readonly #context: ReportContext;
  readonly #rules = new Map<string, OpenGroup>();
  readonly #terms = new Map<string, OpenGroup>();
  readonly #shown: Record<Severity, number> = { error: 0, warning: 0, info: 0, hint: 0 };
  #count = 0;
  /** Findings that are counted and not shown. */
  hidden = 0;

  constructor(context: ReportContext) {
    this.#context = context;
  }

  add(article: LintedArticle): void {
    if (article.findings.length === 0) return;
    const path = relativeFile(article.filePath, this.#context.cwd);
    const { findings, lines } = placeFindings(article);
    const shown: OverviewFinding[] = [];
    for (const { finding, start } of findings) {
      const told = this.#take(finding, () => ({
        ...this.#contentOf(finding),
        number: ++this.#count,
        path,
        line: start.line,
        column: start.column,
        excerpt: excerptOf(article.text, finding.span, lines),
      }));
      if (told !== undefined) shown.push(told);
      enter(this.#rules, finding.ruleId, path, told);
      const term = this.#termOf(finding);
      if (term !== undefined) enter(this.#terms, term, path, told);
    }
    const hidden = findings.length - shown.length;
    this.hidden += hidden;
    this.articles.push({
      path,
      findings: shown,
      hidden,
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
    return groupsOf(this.#rules);
  }

  /** The commonest first; findings that speak of no concept are in none. */
  byTerm(): readonly OverviewGroup[] {
    return groupsOf(this.#terms);
  }

  /** Undefined where there are enough of its severity. */
  #take(finding: Finding, tell: () => OverviewFinding): OverviewFinding | undefined {
    if (this.#shown[finding.severity] >= MOST_SHOWN) return undefined;
    this.#shown[finding.severity]++;
    return tell();
  }

  #termOf({ conceptId }: Finding): string | undefined {
    return conceptId === undefined ? undefined : this.#context.concept(conceptId)?.preferred.us;
  }

  #contentOf(finding: Finding): Pick<OverviewFinding, 'severity' | 'ruleId' | 'message' | 'why' | 'sources' | 'fixes'> {
    const { sources } = this.#context;
    const why = finding.reason?.text ?? '';
    return {
      severity: finding.severity,
      ruleId: finding.ruleId,
      message: finding.message,
      why: finding.message.includes(why) ? '' : why,
      sources: (finding.reason?.sources ?? [])
        .flatMap((id) => sources[id] ?? [])
        .map(({ title, url }) => ({ title, url })),
      fixes: finding.fixes.slice(0, MOST_FIXES).map(({ grade, title }) => ({ grade, title })),
    };
  }
}

/** Of each severity. */
const MOST_SHOWN = 2_000;

function enter(groups: Map<string, OpenGroup>, name: string, path: string, told: OverviewFinding | undefined): void {
  const group = groups.get(name) ?? { findings: [], count: 0, articles: 0, lastArticle: '' };
  groups.set(name, group);
  group.count++;
  if (told !== undefined) group.findings.push(told);
  if (group.lastArticle === path) return;
  group.lastArticle = path;
  group.articles++;
}

function groupsOf(groups: ReadonlyMap<string, OpenGroup>): readonly OverviewGroup[] {
  return [...groups]
    .map(([name, { findings, count, articles }]) => ({ name, findings, count, articles }))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}

/** Why not all are there, and where they are. */
export function hiddenText(hidden: number): string {
  return `${counted(hidden, 'finding')} only counted: of each severity the first ${counted(MOST_SHOWN, 'finding')} are shown. A report over a part of the articles shows the others, and so do the formats for programs.`;
}

/** How many findings an article has, shown or not. */
export function totalOf({ counts }: OverviewArticle): number {
  return counts.error + counts.warning + counts.info + counts.hint;
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
