import { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextDocuments } from 'vscode-languageserver';
import { languageOf } from '../../engine/src/index.js';

/** How the articles of the workspace are reached, whoever reaches them: the server itself, or its client. */
export interface FileAccess {
  /** URIs of the Markdown and MDX files of the workspace. */
  list(): Promise<readonly string[]>;
  /** Undefined where there is no such file. */
  read(uri: string): Promise<string | undefined>;
}

/** More files than this are no workspace that a writer searches; the rest is left out. */
const MOST_FILES = 10_000;

/** The articles of the workspace: open ones as they stand in the editor, the others as they are stored. */
export class WorkspaceFiles {
  readonly #open: TextDocuments<TextDocument>;
  readonly #access: FileAccess;

  constructor(open: TextDocuments<TextDocument>, access: FileAccess) {
    this.#open = open;
    this.#access = access;
  }

  /** Open articles first, then the others by name; each one once. */
  async uris(): Promise<readonly string[]> {
    const listed = await this.#access.list().catch(() => []);
    return [...new Set([...this.#open.keys(), ...[...listed].sort()])].slice(0, MOST_FILES);
  }

  /** The article as it stands in the editor; undefined where it is not open. */
  async open(uri: string): Promise<TextDocument | undefined> {
    return Promise.resolve(this.#open.get(uri));
  }

  async document(uri: string): Promise<TextDocument | undefined> {
    const open = this.#open.get(uri);
    if (open !== undefined) return open;
    const text = await this.#access.read(uri).catch(() => undefined);
    if (text === undefined) return undefined;
    return TextDocument.create(uri, languageOf(uri), 0, text.replace(/^\uFEFF/u, ''));
  }
}
