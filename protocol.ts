/** What client and server say to each other beyond the language server protocol. Types and names, nothing else. */

/** What our client hands over when it starts the server; another client may leave all of it out. */
export interface InitializationOptions {
  /** Folder that holds `terminology.json` and `words.bin`, as a URI. Without it the server looks beside itself. */
  readonly dataFolder?: string;
  /** The client answers `ReadFileRequest` and `ReadDataRequest`. */
  readonly readsFiles?: boolean;
  /** The client has the commands that code actions call. */
  readonly hasCommands?: boolean;
  /** Settings for clients that answer no `workspace/configuration`, in the shape of the section `kossa`. */
  readonly settings?: unknown;
}

/** Server to client: the text of a file that the server cannot reach itself; null where there is none. */
export const readFileRequest = 'kossa/readFile';
export interface ReadFileParams {
  readonly uri: string;
}

/** Server to client, in the browser: one file of the extension's own data. */
export const readDataRequest = 'kossa/readData';
export interface ReadDataParams {
  readonly name: 'terminology.json' | 'words.bin';
}
export interface ReadDataResult {
  readonly bytes: Uint8Array;
}

/** Server to client: what the status item shows for one document. */
export const statusNotification = 'kossa/status';
export interface StatusParams {
  readonly uri: string;
  readonly state: 'checked' | 'off' | 'paused' | 'failed';
  readonly findings: { readonly error: number; readonly warning: number; readonly info: number; readonly hint: number };
  /** Whether the style rules speak, and where they rest, why. */
  readonly styleRules: 'speak' | 'rest-too-few-terms' | 'rest-no-configuration';
  readonly scope: 'auto' | 'always' | 'configured';
  /** The configuration file that covers the document, as a path or URI. */
  readonly configurationFile?: string;
  /** What went wrong, in words for the writer. */
  readonly problem?: string;
}

/** Client to server: pause or go on, for this session. */
export const pauseNotification = 'kossa/pause';
export interface PauseParams {
  readonly paused: boolean;
}

/** Client to server: every term that can be looked up. */
export const termsRequest = 'kossa/terms';
export interface TermEntry {
  readonly conceptId: string;
  readonly label: string;
  /** Kind, in words. */
  readonly kind: string;
  /** Other names, for the search. */
  readonly otherNames: readonly string[];
}

/** Client to server: the concept named at a place, or the one that a finding there means; null where there is none. */
export const termAtRequest = 'kossa/termAt';
export interface TermAtParams {
  readonly uri: string;
  readonly position: { readonly line: number; readonly character: number };
}
export interface TermAtResult {
  readonly conceptId: string;
}

/** Client to server: a concept's card as Markdown; null where there is no such concept. */
export const cardRequest = 'kossa/card';
export interface CardParams {
  readonly conceptId: string;
  /** The document whose house style holds. */
  readonly uri?: string;
}
export interface CardResult {
  readonly title: string;
  readonly markdown: string;
}

/** Client to server: the edit that applies all safe fixes, as a WorkspaceEdit; null where there is nothing to fix. */
export const fixAllRequest = 'kossa/fixAll';
export interface FixAllParams {
  readonly uri: string;
}

/** Client to server: the configuration file that covers a document; null where none does. */
export const configurationFileRequest = 'kossa/configurationFile';
export interface ConfigurationFileParams {
  readonly uri: string;
}

/** The command that shows a term's card. Its argument is a concept id. */
export const showTermCommand = 'kossa.showTerm';

/** The command that makes a word right from now on. Its arguments are `AddWordArguments`, as one object. */
export const addWordCommand = 'kossa.addWord';
export interface AddWordArguments {
  readonly word: string;
  /** `project`: the nearest `.kossa/words.txt`; `user`: the setting `kossa.userWords`. */
  readonly to: 'project' | 'user';
  /** The document that it was found in. */
  readonly uri: string;
}

/** Where the words of a project lie, from a folder of the workspace. */
export const wordsFile = '.kossa/words.txt';

/** Client to server: a words file with one word more, in its place; null where it has the word. */
export const insertWordRequest = 'kossa/insertWord';
export interface InsertWordParams {
  /** Null where there is no such file yet. */
  readonly text: string | null;
  readonly word: string;
}

/** Client to server: what was read at a place and why it is reported or not, as Markdown; null where no prose stands. */
export const explainRequest = 'kossa/explain';
export interface ExplainParams {
  readonly uri: string;
  readonly position: { readonly line: number; readonly character: number };
}
export interface ExplainResult {
  readonly markdown: string;
}
