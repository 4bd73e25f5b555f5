import type { CompiledTerminology, FolderEntry } from '../../engine/src/index.js';
import type { InitializationOptions } from '../../protocol.js';

/** What the build made, as values. */
export interface EngineData {
  readonly terminology: CompiledTerminology;
  readonly words?: Uint8Array;
  readonly assertions?: Uint8Array;
}

/** The world as the server sees it. Each main hands in its own; the tests hand in theirs. */
export interface ServerEnvironment {
  /**
   * @param begun resolves after the handshake: until then a client answers no requests
   * @throws where the data cannot be read
   */
  loadData(options: InitializationOptions, begun: Promise<void>): Promise<EngineData>;
  /** The text of a file by its URI, or undefined where there is none or it is out of reach. */
  readFile(uri: string): Promise<string | undefined>;
  /** What lies in a folder by its URI; undefined where it is out of reach. */
  listFolder(uri: string): Promise<readonly FolderEntry[] | undefined>;
  /** URIs of the Markdown and MDX files below some folders, for clients that cannot list them. */
  listFiles(rootUris: readonly string[]): Promise<readonly string[]>;
  /** Today as an ISO date (YYYY-MM-DD), in the writer's time zone. */
  today(): string;
  /** Milliseconds that only grow. */
  now(): number;
  /** Resolves after waiting messages were let in. */
  pause(): Promise<void>;
}

/** The calendar date where the writer is, as YYYY-MM-DD. */
export function isoDate(date: Date): string {
  const month = String(date.getMonth() + 1).padStart(2, '0');
  const day = String(date.getDate()).padStart(2, '0');
  return `${date.getFullYear()}-${month}-${day}`;
}
