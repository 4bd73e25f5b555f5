import { LSPErrorCodes, ResponseError, type Connection } from 'vscode-languageserver';

/** Where faults of the server are told. */
export interface FaultLog {
  /** @param doing what was being done, in two or three words */
  fault(doing: string, error: unknown): void;
  note(text: string): void;
}

export function connectionLog(connection: Connection): FaultLog {
  return {
    fault: (doing, error) => connection.console.error(`${doing} failed: ${describeFault(error)}`),
    note: (text) => connection.console.info(text),
  };
}

/**
 * Runs what answers a request. A fault is logged and the request gets `fallback`, so that the next one is served;
 * an answer that the protocol knows as an error (cancelled, outdated) passes through.
 */
export async function safely<T>(log: FaultLog, doing: string, fallback: T, work: () => Promise<T> | T): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (isRefusal(error)) throw error;
    log.fault(doing, error);
    return fallback;
  }
}

/** An answer that the protocol foresees; any other error of a response is the client's, and a fault. */
export function isRefusal(error: unknown): error is ResponseError<unknown> {
  return error instanceof ResponseError && REFUSALS.has(error.code);
}

const REFUSALS: ReadonlySet<number> = new Set([
  LSPErrorCodes.RequestCancelled,
  LSPErrorCodes.ContentModified,
  LSPErrorCodes.ServerCancelled,
]);

/** The request was cancelled by the client. */
export function cancelled(): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
}

/** The document changed while its old version was being read: the answer would be about a text that is gone. */
export function outdated(): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.ContentModified, 'the document changed');
}

/**
 * What a log may hold of an error: its name and where it was thrown. Its message may quote the document, which may
 * hold patient data.
 */
export function describeFault(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /u.test(line));
  return [error.name, ...frames.slice(0, FRAMES)].join('\n');
}

const FRAMES = 8;
