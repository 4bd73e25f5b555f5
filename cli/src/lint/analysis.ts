import type { Configuration, DocumentLanguage, Engine, Finding } from '../../../engine/src/index.js';

/** All that decides, besides a text and the day, what is found in it. Plain data. */
export interface Settings {
  readonly configuration: Configuration;
  readonly configured: boolean;
  readonly language: DocumentLanguage;
}

/** What the engine says of one text. Plain data: it comes from another thread, or from a cache. */
export interface Analysis {
  /** In reading order, whatever of it is reported. */
  readonly findings: readonly Finding[];
  /** False: the style rules rest here. */
  readonly healthWriting: boolean;
  /** What is wrong with the front matter, with the UTF-16 offset. */
  readonly frontMatterProblems: readonly { readonly offset: number; readonly message: string }[];
  /** Rules that failed: faults of Kossa. */
  readonly failures: readonly { readonly ruleId: string; readonly message: string; readonly stack: string }[];
  /** Values of the front matter that the day may be compared with. */
  readonly dates: readonly string[];
}

/** @param today ISO date (YYYY-MM-DD) */
export function analyze(engine: Engine, text: string, settings: Settings, today: string): Analysis {
  const { findings, document, failures } = engine.lint(text, { ...settings, today });
  return {
    findings,
    healthWriting: document.healthWriting,
    frontMatterProblems: (document.frontMatter?.problems ?? []).map(({ span, message }) => ({
      offset: span.start,
      message,
    })),
    failures: failures.map(({ ruleId, error }) => ({
      ruleId,
      message: error instanceof Error ? error.message : String(error),
      stack: error instanceof Error ? (error.stack ?? '') : '',
    })),
    dates: (document.frontMatter?.entries ?? [])
      .map(({ value }) => (typeof value === 'string' ? value.trim() : ''))
      .filter((value) => /^\d{4}/u.test(value)),
  };
}

/**
 * Whether what was found on one day is found on another: rules compare the day with values of the front matter, and
 * name it in their messages.
 */
export function holdsOn({ dates, findings }: Analysis, made: string, day: string): boolean {
  if (made === day) return true;
  const isNamed = findings.some(({ message }) => message.includes(made));
  return !isNamed && dates.every((date) => placedAlike(date, made, day) && placedAlike(date.slice(0, 10), made, day));
}

function placedAlike(date: string, made: string, day: string): boolean {
  return date > made === date > day && date < made === date < day;
}
