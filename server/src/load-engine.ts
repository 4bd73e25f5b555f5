import * as l10n from '@vscode/l10n';
import { createEngine, type Engine } from '../../engine/src/index.js';
import type { InitializationOptions } from '../../protocol.js';
import type { ServerEnvironment } from './environment.js';

export type LoadedEngine =
  | { readonly engine: Engine }
  /** `failure` is for the writer, `details` for the log. */
  | { readonly failure: string; readonly details: string };

/** Reads the data and makes the engine. Data that is missing or corrupt is a value, not an exception. */
export async function loadEngine(
  environment: ServerEnvironment,
  options: InitializationOptions,
  begun: Promise<void>,
): Promise<LoadedEngine> {
  try {
    return { engine: createEngine(await environment.loadData(options, begun)) };
  } catch (error) {
    return {
      failure: l10n.t(
        'Kossa cannot read its terminology, so nothing is checked. Install the extension again, then restart it.',
      ),
      details: detailsOf(error),
    };
  }
}

/** The data is ours, so its errors may be quoted in full. */
function detailsOf(error: unknown): string {
  return `The data cannot be read: ${error instanceof Error ? error.message : typeof error}`;
}
