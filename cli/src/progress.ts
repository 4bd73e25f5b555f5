import type { CommandEnvironment, OutputStream } from './environment.js';

/**
 * How far a long run is, in one line at the bottom of a terminal, and nowhere else. It is drawn when an article is done
 * and gives way to whatever is written: libraries for this draw by the clock, and know nothing of a report that goes to
 * the same terminal meanwhile.
 */
export class Progress {
  readonly #terminal: OutputStream | undefined;
  #shown = '';

  constructor({ stderr, env }: CommandEnvironment, quiet: boolean) {
    const isWanted = stderr.isTTY === true && !quiet && (env['CI'] ?? '') === '' && env['TERM'] !== 'dumb';
    this.#terminal = isWanted ? stderr : undefined;
  }

  /** The environment in which the line gives way. */
  around(environment: CommandEnvironment): CommandEnvironment {
    if (this.#terminal === undefined) return environment;
    return { ...environment, stdout: this.#givingWay(environment.stdout), stderr: this.#givingWay(environment.stderr) };
  }

  /** Draws the line where it says something new; a short run has none. */
  show(done: number, total: number): void {
    if (total < SHORT || this.#terminal === undefined) return;
    const percent = Math.floor((done / total) * 100);
    const text = `Checking articles: ${percent}% of ${total.toLocaleString('en-US')}`;
    if (text === this.#shown) return;
    this.#shown = text;
    this.#terminal.write(`${START_OF_LINE}${text}`);
  }

  hide(): void {
    if (this.#shown !== '') this.#terminal?.write(START_OF_LINE);
    this.#shown = '';
  }

  #givingWay(stream: OutputStream): OutputStream {
    const write = (text: string): boolean => {
      if (stream.isTTY === true) this.hide();
      return stream.write(text);
    };
    return new Proxy(stream, {
      get: (target, key) => {
        if (key === 'write') return write;
        const value: unknown = Reflect.get(target, key, target);
        return typeof value === 'function' ? (value.bind(target) as unknown) : value;
      },
    });
  }
}

/** Articles that are done before anybody looks. */
const SHORT = 50;
/** Back to its start, and empty. */
const START_OF_LINE = '\r\u001b[2K';
