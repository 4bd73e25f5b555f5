import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Finding, LineIndex, Rule, Severity, SourceSpan, TextEdit } from '../../../engine/src/index.js';
import type { LintedArticle } from '../lint-article.js';
import { rulePage } from '../rule-page.js';
import { placeFindings, type PlacedFinding } from './placed-findings.js';
import { relativeFile, uriPath } from './report-paths.js';
import type { CreateReport, ReportContext } from './report.js';
import { jsonLine } from './safe-text.js';

/**
 * SARIF 2.1.0, one result a line. All rules are told before the results and the concepts after them, so that no
 * article is held in memory.
 */
export const createSarifReport: CreateReport = (context) => {
  const writer = new SarifWriter(context);
  return {
    begin: () => writer.head(),
    article: (article) => writer.results(article),
    end: () => writer.tail(),
  };
};

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
const HOME = 'https://github.com/kossa/kossa';
const BASE = '%SRCROOT%';
const TAXONOMY = 'Kossa terminology';

const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
  hint: 'note',
};

class SarifWriter {
  readonly #context: ReportContext;
  readonly #ruleIndex: ReadonlyMap<string, number>;
  /** Concepts that results speak of, in the order of the taxonomy. */
  readonly #concepts = new Map<string, number>();
  #first = true;

  constructor(context: ReportContext) {
    this.#context = context;
    this.#ruleIndex = new Map(context.rules.map((rule, index) => [rule.id, index]));
  }

  head(): string {
    const { version, rules, cwd } = this.#context;
    const driver = {
      name: 'Kossa',
      version,
      semanticVersion: version,
      informationUri: HOME,
      rules: rules.map(toDescriptor),
      supportedTaxonomies: [{ name: TAXONOMY, index: 0 }],
    };
    const folder = pathToFileURL(cwd.endsWith(path.sep) ? cwd : `${cwd}${path.sep}`).href;
    return [
      `{"$schema":${jsonLine(SCHEMA)},"version":"2.1.0","runs":[{`,
      `"tool":${jsonLine({ driver })},`,
      `"columnKind":"utf16CodeUnits","newlineSequences":["\\r\\n","\\n","\\r"],`,
      `"originalUriBaseIds":${jsonLine({ [BASE]: { uri: folder, description: { text: 'The folder that Kossa ran in.' } } })},`,
      `"results":[`,
    ].join('\n');
  }

  results(article: LintedArticle): string {
    const { lines, findings } = placeFindings(article);
    return findings
      .map((placed) => {
        const comma = this.#first ? '\n' : ',\n';
        this.#first = false;
        return `${comma}${jsonLine(this.#toResult(placed, article, lines))}`;
      })
      .join('');
  }

  tail(): string {
    const taxa = [...this.#concepts.keys()].map((id) => {
      const concept = this.#context.concept(id);
      if (concept === undefined) return { id };
      const { preferred, definition, codes = [] } = concept;
      return {
        id,
        shortDescription: { text: preferred.us },
        ...(definition === undefined || definition.unverified !== undefined
          ? {}
          : { fullDescription: { text: definition.text } }),
        ...(codes.length === 0
          ? {}
          : { properties: { codes: codes.map(({ system, code, label }) => ({ system, code, label })) } }),
      };
    });
    const taxonomy = {
      name: TAXONOMY,
      version: this.#context.terminologyVersion,
      organization: 'Kossa',
      informationUri: HOME,
      shortDescription: { text: 'The concepts that the findings speak of.' },
      isComprehensive: false,
      taxa,
    };
    return `\n],\n"taxonomies":[${jsonLine(taxonomy)}]\n}]}\n`;
  }

  #toResult({ finding, fingerprint }: PlacedFinding, article: LintedArticle, lines: LineIndex): object {
    const artifactLocation = this.#artifactLocation(article.filePath);
    const related = finding.related ?? [];
    const fixes = finding.fixes.filter((fix) => fix.edits.length > 0);
    const ruleIndex = this.#ruleIndex.get(finding.ruleId);
    return {
      ruleId: finding.ruleId,
      ...(ruleIndex === undefined ? {} : { ruleIndex }),
      level: LEVELS[finding.severity],
      message: { text: messageOf(finding) },
      locations: [{ physicalLocation: { artifactLocation, region: toRegion(finding.span, lines) } }],
      ...(related.length === 0
        ? {}
        : {
            relatedLocations: related.map(({ span, message }, index) => ({
              id: index + 1,
              physicalLocation: { artifactLocation, region: toRegion(span, lines) },
              message: { text: message },
            })),
          }),
      partialFingerprints: { 'kossaFinding/v1': fingerprint },
      ...(fixes.length === 0
        ? {}
        : {
            fixes: fixes.map((fix) => ({
              description: { text: fix.title },
              artifactChanges: [
                { artifactLocation, replacements: fix.edits.map((edit) => toReplacement(edit, lines)) },
              ],
              properties: { grade: fix.grade },
            })),
          }),
      ...(finding.conceptId === undefined ? {} : { taxa: [this.#toTaxon(finding.conceptId)] }),
      properties: { severity: finding.severity, ...this.#sourcesOf(finding) },
    };
  }

  #toTaxon(id: string): object {
    const index = this.#concepts.get(id) ?? this.#concepts.size;
    this.#concepts.set(id, index);
    return { id, index, toolComponent: { name: TAXONOMY, index: 0 } };
  }

  #sourcesOf(finding: Finding): object {
    const sources = (finding.reason?.sources ?? []).flatMap((id) => {
      const source = this.#context.sources[id];
      return source === undefined ? [] : [{ title: source.title, url: source.url }];
    });
    return sources.length === 0 ? {} : { sources };
  }

  #artifactLocation(file: string): object {
    if (!path.isAbsolute(file)) return { uri: uriPath(file) };
    const relative = relativeFile(file, this.#context.cwd);
    return path.isAbsolute(relative) ? { uri: pathToFileURL(file).href } : { uri: uriPath(relative), uriBaseId: BASE };
  }
}

function toDescriptor(rule: Rule): object {
  const page = rulePage(rule.id);
  return {
    id: rule.id,
    name: pascalCase(rule.id),
    shortDescription: { text: rule.summary },
    fullDescription: { text: rule.rationale },
    help: { text: `${rule.summary} ${rule.rationale} ${page}`, markdown: `${rule.rationale}\n\n[${rule.id}](${page})` },
    helpUri: page,
    defaultConfiguration: { level: LEVELS[rule.severity] },
    properties: { tags: [rule.category], 'problem.severity': problemSeverity(rule.severity) },
  };
}

/** GitHub's three words for what is no vulnerability. */
function problemSeverity(severity: Severity): string {
  return severity === 'error' || severity === 'warning' ? severity : 'recommendation';
}

function pascalCase(id: string): string {
  return id.replace(/(?:^|-)([a-z])/gu, (_, letter: string) => letter.toUpperCase());
}

function messageOf({ message, reason }: Finding): string {
  const text = reason === undefined || message.includes(reason.text) ? message : `${message} ${reason.text}`;
  // In the messages of SARIF braces are placeholders and brackets are links.
  return text.replace(/[[\]]/gu, '\\$&').replace(/[{}]/gu, '$&$&');
}

/** Columns count UTF-16 units from 1, the end stands after the last. */
function toRegion({ start, end }: SourceSpan, lines: LineIndex): object {
  const from = lines.placeAt(start);
  const to = lines.placeAt(end);
  return {
    startLine: from.line,
    startColumn: from.column,
    endLine: to.line,
    endColumn: to.column,
    charOffset: start,
    charLength: end - start,
  };
}

function toReplacement({ span, text }: TextEdit, lines: LineIndex): object {
  return {
    deletedRegion: toRegion(span, lines),
    ...(text === '' ? {} : { insertedContent: { text } }),
  };
}
