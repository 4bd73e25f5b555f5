import type { Connection } from 'vscode-languageserver';
import type { ClientAbilities } from './client-abilities.js';
import { safely, type FaultLog } from './safely.js';

/** Has the client ask again for what it shows, as far as it lets itself be told. */
export class Refreshes {
  readonly #connection: Connection;
  readonly #abilities: ClientAbilities;
  readonly #log: FaultLog;

  constructor(connection: Connection, abilities: ClientAbilities, log: FaultLog) {
    this.#connection = connection;
    this.#abilities = abilities;
    this.#log = log;
  }

  diagnostics(): void {
    if (!this.#abilities.refreshesDiagnostics) return;
    void safely(this.#log, 'refresh', undefined, () => this.#connection.languages.diagnostics.refresh());
  }

  /** Findings, the colours of terms and the names behind them: whatever a setting decides. */
  all(): void {
    this.diagnostics();
    const { semanticTokens, inlayHint } = this.#connection.languages;
    if (this.#abilities.refreshesSemanticTokens) {
      void safely(this.#log, 'refresh', undefined, () => semanticTokens.refresh());
    }
    if (this.#abilities.refreshesInlayHints) {
      void safely(this.#log, 'refresh', undefined, () => inlayHint.refresh());
    }
  }
}
