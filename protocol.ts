/** What client and server say to each other beyond the language server protocol. Types and names, nothing else. */

/** What our client hands over when it starts the server; another client may leave all of it out. */
export interface InitializationOptions {
  /** Folder that holds `terminology.json`, `words.bin` and `assertions.bin`, as a URI. Without it the server looks beside itself. */
  readonly dataFolder?: string;
  /** The client answers `ReadFileRequest` and `ReadDataRequest`. */
  readonly readsFiles?: boolean;
  /** The client has the commands that code actions call. */
  readonly hasCommands?: boolean;
  /** The client sends `CaretNotification`. */
  readonly tellsCaret?: boolean;
  /** The server's strings in the language of the writer, by their English ones; those that are missing stay English. */
  readonly strings?: Readonly<Record<string, string>>;
  /** Settings for clients that answer no `workspace/configuration`, in the shape of the section `kossa`. */
  readonly settings?: unknown;
}

/** Server to client: the text of a file that the server cannot reach itself; null where there is none. */
export const readFileRequest = 'kossa/readFile';
export interface ReadFileParams {
  readonly uri: string;
}

/** Server to client: what lies in a folder that the server cannot reach itself; nothing where there is none. */
export const listFolderRequest = 'kossa/listFolder';
export interface ListFolderParams {
  readonly uri: string;
}
export type ListFolderResult = readonly { readonly name: string; readonly kind: 'file' | 'folder' }[];

/** Server to client: the URIs of the Markdown and MDX files of the workspace, without those that the editor leaves out. */
export const listFilesRequest = 'kossa/listFiles';

/** Server to client, in the browser: one file of the extension's own data. */
export const readDataRequest = 'kossa/readData';
export interface ReadDataParams {
  readonly name: 'terminology.json' | 'words.bin' | 'assertions.bin';
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

/** Client to server: where the cursor is, some time after it moved or the text changed; the word that it left is looked at. */
export const caretNotification = 'kossa/caret';
export interface CaretParams {
  readonly uri: string;
  /** Missing where no text has the cursor. */
  readonly position?: { readonly line: number; readonly character: number };
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
  /** A document of the only project that knows it; missing where all do. */
  readonly asked?: string;
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
  /** `short`: the name, the kind and the definition; all of it where this is left out. */
  readonly length?: 'short';
}
export interface CardResult {
  readonly title: string;
  readonly markdown: string;
}

/** The scheme of pages that show a term. The client makes their text with `CardRequest`. */
export const termScheme = 'kossa-term';

/** The address of a term's page. */
export function termPageUri(page: {
  readonly conceptId: string;
  readonly title: string;
  readonly asked?: string;
}): string {
  const query = JSON.stringify({
    conceptId: page.conceptId,
    ...(page.asked === undefined ? {} : { asked: page.asked }),
  });
  const title = page.title.replace(/[/\\?#]/gu, ' ');
  return `${termScheme}:/${encodeURIComponent(title)}.md?${encodeURIComponent(query)}`;
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

/** The command that asks for a reason and disables a rule. Its arguments are `DisableWithReasonArguments`, as one object. */
export const disableWithReasonCommand = 'kossa.disableWithReason';
export interface DisableWithReasonArguments {
  readonly uri: string;
  readonly ruleId: string;
  /** Narrowest first; each is one insertion, made of what stands before the reason and after it. */
  readonly places: readonly {
    readonly scope: 'line' | 'next-line' | 'file';
    readonly position: { readonly line: number; readonly character: number };
    readonly before: string;
    readonly after: string;
  }[];
  /** Of the document that the places count in. */
  readonly version: number;
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

/** Client to server: the concepts that an open document names; null where it is not open or not checked. */
export const mentionsRequest = 'kossa/mentions';
export interface MentionsParams {
  readonly uri: string;
}
export interface MentionsResult {
  /** By kind, types first; a kind that the document names nothing of is left out. */
  readonly groups: readonly MentionGroup[];
}
export interface MentionGroup {
  readonly title: string;
  readonly terms: readonly NamedTerm[];
}
export interface NamedTerm {
  readonly conceptId: string;
  readonly label: string;
  /** Kind, in words. */
  readonly kind: string;
  /** In reading order; at least one. */
  readonly uses: readonly TermUse[];
}
export interface TermUse {
  readonly range: {
    readonly start: { readonly line: number; readonly character: number };
    readonly end: { readonly line: number; readonly character: number };
  };
  /** As written, and what stands before and after them, cut short. */
  readonly words: string;
  readonly before: string;
  readonly after: string;
  /** What else the words may mean here. */
  readonly otherMeanings: readonly string[];
}

/** Client to server: all terms, by classification and by kind. */
export const terminologyTreeRequest = 'kossa/terminologyTree';
export interface TerminologyTreeParams {
  /** The document whose house style holds. */
  readonly uri?: string;
}
export interface TermTreeNode {
  readonly label: string;
  /** Missing where the node is a heading. */
  readonly conceptId?: string;
  /** Kind, in words, where the heading above does not tell it. */
  readonly kind?: string;
  /** A document of the only project that knows it; missing where all do. */
  readonly asked?: string;
  readonly children: readonly TermTreeNode[];
}

/** Server to client: a project may have other terms of its own than before. */
export const termsChangedNotification = 'kossa/termsChanged';

/** Client to server: what is active for a document and why, as Markdown. */
export const reportRequest = 'kossa/report';
export interface ReportParams {
  readonly uri: string;
  /** Of what the server does not know itself. */
  readonly versions?: readonly { readonly name: string; readonly version: string }[];
}
export interface ReportResult {
  readonly markdown: string;
}

/** Client to server: the US grade level of an open document; null where it cannot be told. */
export const gradeRequest = 'kossa/grade';
export interface GradeParams {
  readonly uri: string;
}

/** Client to server: what can be counted in an open document, as Markdown; null where it is not open or not checked. */
export const statisticsRequest = 'kossa/statistics';
export interface StatisticsParams {
  readonly uri: string;
}
export interface StatisticsResult {
  readonly markdown: string;
}
