import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { describeFileError, UsageError } from '../trouble.js';
import { MERGEABLE_VERSION, type MergeableArticle, type MergeableHead, type MergeableTail } from './mergeable.js';

/** A mergeable report that was read through once. */
export interface MergeableReport {
  /** As it was named. */
  readonly place: string;
  readonly head: MergeableHead;
  readonly tail: MergeableTail;
  /** Read again from the file, one at a time. */
  articles(): AsyncGenerator<MergeableArticle>;
}

/**
 * Reads a report through and checks every line of it: it may come from another machine.
 * @param file absolute
 * @param place as it was named
 * @throws UsageError where it cannot be read, is something else, or is of a run that did not end
 */
export async function readMergeable(file: string, place: string): Promise<MergeableReport> {
  let head: MergeableHead | undefined;
  let tail: MergeableTail | undefined;
  let last = -1;
  for await (const { value, number } of linesOf(file, place)) {
    const wrong = (): UsageError =>
      new UsageError(`${place}:${number}: this line is none of a mergeable report. ${REMEDY}`);
    if (head === undefined) {
      if (!isHead(value)) throw new UsageError(`${place} is no mergeable report. ${REMEDY}`);
      head = value;
    } else if (tail !== undefined) throw wrong();
    else if (isTail(value)) tail = value;
    else if (isArticle(value) && value.position > last) last = value.position;
    else throw wrong();
  }
  if (head === undefined || tail === undefined) {
    throw new UsageError(`${place} breaks off: its run did not end, so run it again.`);
  }
  return {
    place,
    head,
    tail,
    async *articles() {
      for await (const { value } of linesOf(file, place)) if (isArticle(value)) yield value;
    },
  };
}

const REMEDY = '`kossa lint --shard` writes them.';

async function* linesOf(
  file: string,
  place: string,
): AsyncGenerator<{ readonly value: unknown; readonly number: number }> {
  const stream = createReadStream(file, { encoding: 'utf8' });
  let number = 0;
  try {
    for await (const line of createInterface({ input: stream, crlfDelay: Infinity })) {
      number++;
      yield { value: parse(line), number };
    }
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${place}: ${describeFileError(error)}`, { cause: error });
  } finally {
    stream.destroy();
  }
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function isHead(value: unknown): value is MergeableHead {
  const head = value as Partial<MergeableHead> | undefined | null;
  return (
    head?.kossaReport === MERGEABLE_VERSION &&
    typeof head.version === 'string' &&
    typeof head.terminology === 'string' &&
    isCount(head.shard?.index) &&
    isCount(head.shard.total) &&
    (head.maxWarnings === null || isCount(head.maxWarnings))
  );
}

function isTail(value: unknown): value is MergeableTail {
  const tail = value as Partial<MergeableTail> | undefined | null;
  return (
    tail?.end === true &&
    typeof tail.failed === 'boolean' &&
    isListOf(tail.notes, (note) => typeof note === 'string') &&
    isCount(tail.leftOut) &&
    isCount(tail.found?.count) &&
    typeof tail.found.names === 'string'
  );
}

function isArticle(value: unknown): value is MergeableArticle {
  const article = value as Partial<MergeableArticle> | undefined | null;
  return (
    isCount(article?.position) &&
    typeof article?.file === 'string' &&
    typeof article.text === 'string' &&
    typeof article.healthWriting === 'boolean' &&
    [article.warnings, article.failing, article.fixed].every(isCount) &&
    isListOf(article.frontMatterProblems, isRecord) &&
    isListOf(article.failures, isRecord) &&
    isListOf(article.findings, (finding) => isFinding(finding, article.text!.length))
  );
}

function isFinding(value: unknown, length: number): boolean {
  if (!isRecord(value)) return false;
  const { ruleId, severity, message, span, fixes, related = [], conceptId = '', reason } = value;
  return (
    [ruleId, message, conceptId].every((text) => typeof text === 'string') &&
    ['error', 'warning', 'info', 'hint'].includes(severity as string) &&
    isSpan(span, length) &&
    isListOf(fixes, (fix) => isFix(fix, length)) &&
    isListOf(
      related,
      (place) => isRecord(place) && typeof place['message'] === 'string' && isSpan(place['span'], length),
    ) &&
    (reason === undefined ||
      (isRecord(reason) &&
        typeof reason['text'] === 'string' &&
        isListOf(reason['sources'], (source) => typeof source === 'string')))
  );
}

function isFix(value: unknown, length: number): boolean {
  return (
    isRecord(value) &&
    typeof value['title'] === 'string' &&
    ['safe', 'review', 'manual'].includes(value['grade'] as string) &&
    isListOf(
      value['edits'],
      (edit) => isRecord(edit) && typeof edit['text'] === 'string' && isSpan(edit['span'], length),
    )
  );
}

function isSpan(value: unknown, length: number): boolean {
  if (!isRecord(value)) return false;
  const { start, end } = value;
  return isCount(start) && isCount(end) && start <= end && end <= length;
}

function isListOf(value: unknown, fits: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(fits);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
