import { BlockLists } from './block-lists.js';
import { analyze, type Analysis, type AnalysisCache, type Knowledge } from './analyze.js';
import type { RuleSetting } from './configuration/configuration.js';
import type { AnalyzedDocument } from './document.js';
import { SuppressedRanges } from './directives/suppressed.js';
import type { Finding, Fix, Severity } from './findings/finding.js';
import { resolveOverlaps } from './findings/overlaps.js';
import { normalizePhrase } from './language/tokenize.js';
import type { LintOptions } from './lint-options.js';
import { standsInQuotation } from './prose/quotations.js';
import { fillMessage } from './rules/message.js';
import type { EarlierRules, Place, Report, ReportFix, Rule } from './rules/rule.js';
import type { OpenReading } from './section-memory.js';
import { asDocument, movedReport, movedStatements, placeIn } from './sections.js';
import type { SourceSpan } from './text/span.js';

export interface LintResult {
  /** By place, then by rule id. */
  readonly findings: readonly Finding[];
  readonly document: AnalyzedDocument;
  /** Rules that failed, each once: a bug of ours, told to the host, which goes on. */
  readonly failures: readonly { readonly ruleId: string; readonly error: unknown }[];
}

/** Yields between the steps of the analysis and after each rule. */
export function* lintSteps(
  text: string,
  options: LintOptions,
  knowledge: Knowledge,
  rules: readonly Rule[],
  cache: AnalysisCache | undefined,
): Generator<void, LintResult> {
  const analysis = yield* analyze(text, options, knowledge, cache);
  const { document } = analysis;
  if (document.directives.off) return { findings: [], document, failures: [] };
  const run = new RuleRun(analysis, options, knowledge);
  const findings: Finding[] = [];
  const finished = new Set<string>();
  const unheard = new Set<string>();
  const failures: { ruleId: string; error: unknown }[] = [];
  for (const rule of rules) {
    const setting = settingOf(rule, options);
    if (setting.level === 'off' || (rule.healthWritingOnly && !document.healthWriting)) {
      unheard.add(rule.id);
      continue;
    }
    try {
      for (const report of run.reportsOf(rule, setting, { finished, unheard, findings })) {
        const finding = toFinding(rule, report, document, setting.level);
        if (finding !== undefined) findings.push(finding);
      }
      if (saysAll(rule, options)) finished.add(rule.id);
    } catch (error) {
      failures.push({ ruleId: rule.id, error });
      unheard.add(rule.id);
    }
    yield;
  }
  if (cache !== undefined && failures.length === 0) run.keepIn(cache);
  const suppressed = new SuppressedRanges(document.directives.suppressions);
  const allowed = allowedIn(document, options);
  const visible = resolveOverlaps(findings, rules).filter(
    (finding) => !isSuppressed(finding, suppressed) && !isAllowed(finding, document.text, allowed),
  );
  return { findings: visible.sort(inReadingOrder), document, failures };
}

/** Asks the rules about one version of a document, those that read by section about what is new only. */
class RuleRun {
  readonly #analysis: Analysis;
  readonly #options: LintOptions;
  readonly #knowledge: Knowledge;
  /** Of the rules that read by section, where the document was read as a whole. */
  readonly #reports = new Map<string, readonly Report[]>();
  /** Sections that are read anew, as documents of their own. */
  readonly #documents = new Map<OpenReading, AnalyzedDocument>();

  constructor(analysis: Analysis, options: LintOptions, knowledge: Knowledge) {
    this.#analysis = analysis;
    this.#options = options;
    this.#knowledge = knowledge;
  }

  reportsOf(rule: Rule, setting: Setting, earlier: EarlierRules): readonly Report[] {
    const { document, readings } = this.#analysis;
    if (rule.reads === 'document') return this.#ask(rule, setting, document, earlier);
    if (readings === undefined) {
      const reports = this.#ask(rule, setting, document, earlier);
      this.#reports.set(rule.id, reports);
      return reports;
    }
    const all: Report[] = [];
    for (const reading of readings) {
      let reports = reading.reports.get(rule.id);
      if (reports === undefined) {
        const isOwn = ({ at }: Report): boolean => 'block' in at && at.block >= reading.from && at.block < reading.to;
        reports = this.#ask(rule, setting, this.#documentOf(reading), earlier)
          .filter(isOwn)
          .map((report) => movedReport(report, (at) => reading.blocks[at]!));
        reading.reports.set(rule.id, reports);
      }
      for (const report of reports) all.push(report);
    }
    return all;
  }

  keepIn(cache: AnalysisCache): void {
    const { document, readings, byBlock, version, key } = this.#analysis;
    if (readings === undefined) cache.sections.keepWhole(document, byBlock, this.#reports, key);
    else cache.sections.keep(readings, document.blocks, key);
    document.lists.close();
    cache.keep(version);
  }

  #ask(rule: Rule, setting: Setting, document: AnalyzedDocument, earlier: EarlierRules): Report[] {
    const { configuration, today } = this.#options;
    const reports: Report[] = [];
    rule.check({
      document,
      terminology: this.#knowledge.terminology,
      style: configuration.style ?? document.spelling ?? 'us',
      styleIsChosen: configuration.style !== undefined,
      today,
      options: setting.options,
      ruleIds: this.#knowledge.ruleIds,
      earlier,
      report: (report) => reports.push(report),
    });
    return reports;
  }

  #documentOf(reading: OpenReading): AnalyzedDocument {
    let document = this.#documents.get(reading);
    if (document === undefined) {
      const { document: whole } = this.#analysis;
      const to = (index: number): number => placeIn(reading, index);
      const { text, language, frontMatter, directives, subject, isOnOtherMatter, healthWriting, spelling } = whole;
      const blocks = asDocument(reading, whole.blocks);
      const statements = movedStatements(reading, to);
      const lists = new BlockLists(blocks, this.#knowledge.terminology);
      const asWhole = { text, language, frontMatter, directives, subject, isOnOtherMatter, healthWriting, spelling };
      document = { ...asWhole, blocks, lists, ...statements };
      this.#documents.set(reading, document);
    }
    return document;
  }
}

interface Setting {
  readonly level: Severity | 'off' | 'on';
  readonly options: Readonly<Record<string, unknown>>;
}

function settingOf(rule: Rule, options: LintOptions): Setting {
  const setting: RuleSetting | undefined = options.configuration.rules?.[rule.id];
  const [level, own] = typeof setting === 'string' ? [setting, {}] : (setting ?? ['on' as const, {}]);
  return { level, options: { ...rule.options?.defaults, ...fromConfiguration(rule, options), ...own } };
}

function fromConfiguration(rule: Rule, { configuration }: LintOptions): Readonly<Record<string, unknown>> {
  const entries = Object.entries(rule.options?.fromConfiguration ?? {}).map(
    ([option, setting]) => [option, configuration[setting]] as const,
  );
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

function toFinding(
  rule: Rule,
  report: Report,
  document: AnalyzedDocument,
  level: Severity | 'on' | 'off',
): Finding | undefined {
  const span = toSource(report.at, document);
  if (span === undefined) return undefined;
  const severity = level === 'on' || level === 'off' ? (report.severity ?? rule.severity) : level;
  const quoted = 'block' in report.at && standsInQuotation(document.blocks[report.at.block]!, report.at.span);
  const fixes = (report.fixes ?? []).flatMap((fix) => toFix(fix, span, document, quoted));
  const related = (report.related ?? []).flatMap((place) => {
    const at = toSource(place.at, document);
    return at === undefined ? [] : [{ span: at, message: place.message }];
  });
  return {
    ruleId: rule.id,
    severity,
    message: fillMessage(rule.messages[report.message]!, report.data ?? {}),
    span,
    ...(report.conceptId === undefined ? {} : { conceptId: report.conceptId }),
    fixes,
    ...(report.reason === undefined ? {} : { reason: report.reason }),
    ...(related.length === 0 ? {} : { related }),
  };
}

/** No exact place known: no fix. A quotation is somebody's words: nothing in it is safe to change. */
function toFix(fix: ReportFix, span: SourceSpan, document: AnalyzedDocument, quoted: boolean): Fix[] {
  const concept = fix.conceptId === undefined ? {} : { conceptId: fix.conceptId };
  if (fix.text === undefined && fix.edits === undefined) {
    return [{ title: fix.title, grade: 'manual', edits: [], ...concept }];
  }
  const edits = [];
  for (const edit of fix.edits ?? [{ at: { source: span }, text: fix.text! }]) {
    const at = toSource(edit.at, document);
    if (at === undefined) return [];
    edits.push({ span: at, text: edit.text });
  }
  if (edits.some((edit) => breaksMarkup(document.text.slice(edit.span.start, edit.span.end), edit.text))) {
    return [{ title: fix.title, grade: 'manual', edits: [], ...concept }];
  }
  return [{ title: fix.title, grade: fix.grade === 'safe' && quoted ? 'review' : fix.grade, edits, ...concept }];
}

/**
 * An edit across a line break would join lines that the writer wrapped, or break a list or a quotation; one across
 * a mark of emphasis, a link or a tag would leave half of it.
 */
function breaksMarkup(source: string, text: string): boolean {
  if (text === '' && WHOLE_COMMENT.test(source)) return false;
  return /[\r\n*_~`[\]<>|\\]/u.test(source) && !/[\r\n]/u.test(text) && source !== text;
}

const WHOLE_COMMENT = /^[ \t]*(?:<!--(?:(?!-->)[^])*-->|\{\s*\/\*(?:(?!\*\/)[^])*\*\/\s*\})$/u;

function toSource(place: Place, document: AnalyzedDocument): SourceSpan | undefined {
  return 'source' in place ? place.source : document.blocks[place.block]!.toSource(place.span);
}

/** What is wrong with directives is not for a directive to hide. */
function isSuppressed({ ruleId, span }: Finding, suppressed: SuppressedRanges): boolean {
  return ruleId !== 'invalid-directive' && ruleId !== 'unused-directive' && suppressed.has(ruleId, span.start);
}

/** Whether the silence of a rule means that nothing is there. */
function saysAll({ needsSetting, dependsOnDay }: Rule, { configuration }: LintOptions): boolean {
  if (dependsOnDay === true) return false;
  return needsSetting === undefined || configuration[needsSetting] === true;
}

/** Phrases, normalised, and concept ids that are never reported. */
function allowedIn(document: AnalyzedDocument, { configuration }: LintOptions): ReadonlySet<string> {
  const entries = [...(configuration.allow ?? []), ...(configuration.words ?? []), ...document.directives.allowed];
  return new Set([...entries, ...entries.map(normalizePhrase)]);
}

function isAllowed({ conceptId, span }: Finding, text: string, allowed: ReadonlySet<string>): boolean {
  if (allowed.size === 0) return false;
  return (
    (conceptId !== undefined && allowed.has(conceptId)) ||
    allowed.has(normalizePhrase(text.slice(span.start, span.end)))
  );
}

function inReadingOrder(a: Finding, b: Finding): number {
  return (
    a.span.start - b.span.start || a.span.end - b.span.end || (a.ruleId < b.ruleId ? -1 : a.ruleId > b.ruleId ? 1 : 0)
  );
}
