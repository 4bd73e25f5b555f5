import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { LspFlags } from '../command-line.js';
import { UsageError } from '../trouble.js';

/**
 * Starts the language server over the standard streams. The server reads its own flags from the command line and ends
 * the process itself, with the exit code of the protocol, so this resolves while it is still serving.
 * @throws UsageError where the flags do not say how to speak, or where the server is not there
 */
export function lsp(flags: LspFlags): 0 {
  if (flags.stdio !== true) {
    throw new UsageError(
      'kossa lsp speaks with an editor over its standard streams, and is started as `kossa lsp --stdio`. docs/editors.md says how editors are set up.',
    );
  }
  const server = PLACES.map((place) => fileURLToPath(new URL(place, import.meta.url))).find((file) => existsSync(file));
  if (server === undefined) {
    throw new UsageError(
      'The language server (server.cjs) cannot be found. Install Kossa again; in a checkout of its source run `npm run build`.',
    );
  }
  // The address is not known to the bundler, so the server and the libraries of its protocol stay a file of their own,
  // and no other command loads them.
  createRequire(import.meta.url)(server);
  return 0;
}

/** Beside the bundle in dist/, and for the source in cli/src/commands/. */
const PLACES = ['./server.cjs', '../../../dist/server.cjs'];
