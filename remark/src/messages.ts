import type { Engine, Finding, Fix, LineIndex, Severity } from '../../engine/src/index.js';

/** A place as unist counts it: lines and columns from 1, offsets from 0, in UTF-16 units. */
export interface Point {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/** The fields of a vfile message that the plugin fills in. */
export interface ToldMessage {
  fatal?: boolean | null | undefined;
  actual?: string | undefined;
  expected?: string[] | undefined;
  url?: string | undefined;
  note?: string | undefined;
}

/** The part of a virtual file that takes messages. */
export interface MessageSink {
  message(
    reason: string,
    options: {
      readonly place?: { readonly start: Point; readonly end: Point };
      readonly ruleId: string;
      readonly source: string;
    },
  ): ToldMessage;
}

const SOURCE = 'kossa';

/** Where a finding comes from. */
export interface Source {
  /** Of the file, with its byte-order mark. */
  readonly value: string;
  /** Of the value. */
  readonly lines: LineIndex;
  /** UTF-16 units of the value before the text that the findings speak of. */
  readonly shift: number;
  readonly engine: Engine;
}

export function tellFinding(file: MessageSink, finding: Finding, { value, lines, shift, engine }: Source): void {
  const start = pointAt(finding.span.start + shift, lines);
  const end = pointAt(finding.span.end + shift, lines);
  const told = file.message(finding.message, { place: { start, end }, ruleId: finding.ruleId, source: SOURCE });
  told.fatal = FATAL[finding.severity];
  told.url = pageOf(finding.ruleId);
  const actual = value.slice(start.offset, end.offset);
  told.actual = actual;
  const expected = finding.fixes.flatMap((fix) => insteadOf(actual, finding, fix) ?? []);
  if (expected.length > 0) told.expected = [...new Set(expected)];
  const note = noteOf(finding, engine);
  if (note !== '') told.note = note;
}

/** Something that is wrong and is no finding in the text. */
export function tellTrouble(file: MessageSink, reason: string): void {
  file.message(reason, { ruleId: 'kossa', source: SOURCE }).fatal = true;
}

/** True ends a run with a failure, false warns, null informs. */
const FATAL: Readonly<Record<Severity, boolean | null>> = { error: true, warning: false, info: null, hint: null };

function pageOf(ruleId: string): string {
  return `https://github.com/kossa/kossa/blob/main/docs/rules/${ruleId}.md`;
}

function pointAt(offset: number, lines: LineIndex): Point {
  const { line, column } = lines.placeAt(offset);
  return { line, column, offset };
}

/** The reported words as a fix would have them; undefined where it writes elsewhere, or leaves it to a person. */
function insteadOf(actual: string, { span }: Finding, { edits }: Fix): string | undefined {
  const within = edits.every((edit) => edit.span.start >= span.start && edit.span.end <= span.end);
  if (edits.length === 0 || !within) return undefined;
  let written = actual;
  for (const { span: part, text } of [...edits].sort((a, b) => b.span.start - a.span.start)) {
    written = written.slice(0, part.start - span.start) + text + written.slice(part.end - span.start);
  }
  return written;
}

/** Why it holds, what to do where no text can say it, and where it was read. */
function noteOf({ message, reason, fixes }: Finding, engine: Engine): string {
  const why = reason === undefined || message.includes(reason.text) ? [] : [reason.text];
  const advice = fixes.filter(({ grade }) => grade === 'manual').map(({ title }) => title);
  const sources = (reason?.sources ?? []).map((id) => {
    const source = engine.terminology.compiled.sources[id];
    return source === undefined ? `Source: ${id}` : `Source: ${[source.title, source.url].filter(Boolean).join(' ')}`;
  });
  return [...why, ...advice, ...sources].filter((line) => line !== '').join('\n');
}
