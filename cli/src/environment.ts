/** The world as the command sees it; tests hand in theirs. */
export interface CommandEnvironment {
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  readonly stdin: AsyncIterable<Uint8Array | string>;
  /** Absolute path of the folder that relative paths are read from. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Today as an ISO date (YYYY-MM-DD). */
  readonly today: string;
  readonly version: string;
  /** Processors that may be used; one by default. */
  readonly cores?: number;
  /** Asks to be told when the user, or the system, ends the run; without it that ends the process. */
  onInterrupt?(listener: () => void): void;
  /** Folder with terminology.json, words.bin and assertions.bin; beside the program by default. */
  readonly dataFolder?: string;
}

/** The part of a writable stream that the command uses. */
export interface OutputStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly destroyed?: boolean;
  write(text: string): boolean;
  on?(event: 'drain' | 'close' | 'error', listener: () => void): unknown;
  off?(event: 'drain' | 'close' | 'error', listener: () => void): unknown;
}

/** Writes and waits until the stream takes more, so that a long report is never held in memory. */
export async function write(stream: OutputStream, text: string): Promise<void> {
  if (text === '' || stream.destroyed === true) return;
  if (stream.write(text) || stream.on === undefined) return;
  await new Promise<void>((resolve) => {
    const events = ['drain', 'close', 'error'] as const;
    const goOn = (): void => {
      for (const event of events) stream.off?.(event, goOn);
      resolve();
    };
    for (const event of events) stream.on?.(event, goOn);
  });
}
