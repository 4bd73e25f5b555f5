import type { Connection } from 'vscode-languageserver';

/** A warning, in the protocol's numbers. */
const WARNING = 2;

/** Tells what is wrong in configuration files where nothing else shows it. Each thing is said once. */
export class ProblemMessages {
  readonly #connection: Connection;
  readonly #told = new Set<string>();

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  async tell(problems: readonly string[]): Promise<void> {
    for (const problem of problems) {
      if (this.#told.has(problem)) continue;
      this.#told.add(problem);
      await this.#connection.sendNotification('window/showMessage', { type: WARNING, message: `Kossa: ${problem}` });
    }
  }
}
