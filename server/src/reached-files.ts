import type { Connection } from 'vscode-languageserver';
import type { FolderEntry } from '../../engine/src/index.js';
import {
  listFilesRequest,
  listFolderRequest,
  readFileRequest,
  type InitializationOptions,
  type ListFolderParams,
  type ListFolderResult,
  type ReadFileParams,
} from '../../protocol.js';
import type { ServerEnvironment } from './environment.js';

export interface ReachedFilesHost {
  readonly connection: Connection;
  readonly environment: ServerEnvironment;
  readonly options: InitializationOptions;
  rootUris(): readonly string[];
}

/** Files and folders: of the disk where the environment reaches it, else by the client, where it offers that. */
export class ReachedFiles {
  readonly #host: ReachedFilesHost;

  constructor(host: ReachedFilesHost) {
    this.#host = host;
  }

  /** URIs of the Markdown and MDX files of the workspace. */
  async list(): Promise<readonly string[]> {
    const { connection, environment, options, rootUris } = this.#host;
    if (options.readsFiles === true) return connection.sendRequest(listFilesRequest);
    return environment.listFiles(rootUris());
  }

  /** The text of a file by its URI; undefined where there is none. */
  async read(uri: string): Promise<string | undefined> {
    const { connection, environment, options } = this.#host;
    const text = await environment.readFile(uri);
    if (text !== undefined || options.readsFiles !== true) return text;
    const params: ReadFileParams = { uri };
    return ((await connection.sendRequest(readFileRequest, params)) as string | null) ?? undefined;
  }

  /** What lies in a folder by its URI; nothing where there is none. */
  async listFolder(uri: string): Promise<readonly FolderEntry[]> {
    const { connection, environment, options } = this.#host;
    const entries = await environment.listFolder(uri);
    if (entries !== undefined) return entries;
    if (options.readsFiles !== true) return [];
    const params: ListFolderParams = { uri };
    return (await connection.sendRequest(listFolderRequest, params)) as ListFolderResult;
  }
}
