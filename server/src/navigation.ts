import * as l10n from '@vscode/l10n';
import {
  DocumentHighlightKind,
  ErrorCodes,
  ResponseError,
  SymbolKind,
  type CancellationToken,
  type Connection,
  type DocumentHighlight,
  type DocumentLink,
  type InlayHint,
  type Location,
  type LocationLink,
  type Position,
  type Range,
  type SemanticTokens,
  type ServerCapabilities,
  type TextDocumentEdit,
  type TextEdit,
  type WorkDoneProgressReporter,
  type WorkspaceEdit,
  type WorkspaceSymbol,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { placeOfOwnConcept, type Engine } from '../../engine/src/index.js';
import { termPageUri } from '../../protocol.js';
import { cardTitle } from './cards.js';
import type { ClientAbilities } from './client-abilities.js';
import { uriOfPath } from './configuration-files.js';
import { TOP, toRange, toSpan } from './convert.js';
import { codesIn } from './features/codes.js';
import { glosses } from './features/glosses.js';
import { kindInWords } from './features/kind-titles.js';
import { conceptsOf, mentionAt } from './features/locate.js';
import { TOKEN_LEGEND, termTokens } from './features/term-tokens.js';
import { fitted, nameUsed, usesIn, type Use } from './features/uses.js';
import type { Linted, Linter } from './linter.js';
import { cancelled, safely, type FaultLog } from './safely.js';
import type { WorkspaceFiles } from './workspace-files.js';

export interface NavigationHost {
  readonly connection: Connection;
  /** The engine that knows the own terms of the project in which a document lies. */
  engineFor(uri: string | undefined): Promise<Engine | undefined>;
  /** URIs of the folders of the workspace. */
  rootUris(): readonly string[];
  readonly files: WorkspaceFiles;
  readonly linter: Linter;
  readonly log: FaultLog;
  readonly abilities: ClientAbilities;
  /** The client shows pages of terms. */
  readonly termPages: boolean;
}

/** Ways from a term to its page, to its other uses and to another name, in the document and across the workspace. */
export class Navigation {
  readonly #host: NavigationHost;

  constructor(host: NavigationHost) {
    this.#host = host;
  }

  capabilities(): ServerCapabilities {
    return {
      definitionProvider: true,
      ...(this.#host.termPages ? { workspaceSymbolProvider: true } : {}),
      referencesProvider: { workDoneProgress: true },
      documentHighlightProvider: true,
      renameProvider: { prepareProvider: true, workDoneProgress: true },
      documentLinkProvider: {},
      semanticTokensProvider: { legend: TOKEN_LEGEND, full: true },
      inlayHintProvider: true,
    };
  }

  listen(): void {
    const { connection } = this.#host;
    connection.onDefinition((params, token) =>
      this.#answer<LocationLink[] | Location[] | null>(
        'definition',
        params.textDocument.uri,
        token,
        null,
        (linted, document) => this.#definition(params.position, linted, document),
      ),
    );
    connection.onWorkspaceSymbol(({ query }) =>
      safely<WorkspaceSymbol[]>(this.#host.log, 'terms', [], async () => this.#symbols(query)),
    );
    connection.onReferences((params, token, progress) =>
      this.#withConcept('references', params.textDocument.uri, params.position, token, [], (named) =>
        this.#references(named, token, progress),
      ),
    );
    connection.onDocumentHighlight((params, token) =>
      this.#answer<DocumentHighlight[]>('highlights', params.textDocument.uri, token, [], (linted, document) => {
        const conceptId = conceptAt(params.position, linted, document);
        if (conceptId === undefined) return [];
        return usesIn(linted.result.document, conceptId).map(({ span }) => ({
          range: toRange(span, document),
          kind: DocumentHighlightKind.Text,
        }));
      }),
    );
    connection.onPrepareRename((params, token) =>
      this.#answer<{ range: Range; placeholder: string } | null>(
        'rename',
        params.textDocument.uri,
        token,
        null,
        (linted, document) => {
          const located = mentionAt(linted.result.document, document.offsetAt(params.position));
          const conceptId = located === undefined ? undefined : conceptsOf(located.mention)[0];
          const name =
            conceptId === undefined ? undefined : nameUsed(located!.mention, conceptId, linted.engine.terminology);
          return name === undefined ? null : { range: toRange(located!.span, document), placeholder: name };
        },
      ),
    );
    connection.onRenameRequest((params, token, progress) => {
      const newName = params.newName.trim().replace(/\s+/gu, ' ');
      if (newName === '' || /[\n\r*_`[\]<>|]/u.test(newName)) {
        throw new ResponseError(ErrorCodes.InvalidParams, l10n.t('Write the new name in plain words.'));
      }
      return this.#rename(params.textDocument.uri, params.position, newName, token, progress);
    });
    connection.onDocumentLinks((params, token) =>
      this.#answer<DocumentLink[]>('links', params.textDocument.uri, token, [], ({ result }, document) =>
        codesIn(result.document).map(({ span, target, system }) => ({
          range: toRange(span, document),
          target,
          tooltip: l10n.t('{0}: open the page of this code', system),
        })),
      ),
    );
    connection.languages.semanticTokens.on((params, token) =>
      this.#answer<SemanticTokens>('tokens', params.textDocument.uri, token, { data: [] }, (linted, document) =>
        linted.settings.semanticTokens ? termTokens(linted.result.document, document, linted.engine) : { data: [] },
      ),
    );
    connection.languages.inlayHint.on((params, token) =>
      this.#answer<InlayHint[]>('inlay hints', params.textDocument.uri, token, [], (linted, document) =>
        linted.settings.inlayHints
          ? glosses(
              toSpan(params.range, document) as Parameters<typeof glosses>[0],
              document,
              linted,
              this.#host.abilities.hoverMarkup,
            )
          : [],
      ),
    );
  }

  #definition(position: Position, linted: Linted, document: TextDocument): LocationLink[] | Location[] | null {
    const located = mentionAt(linted.result.document, document.offsetAt(position));
    if (located === undefined) return null;
    const places = conceptsOf(located.mention).flatMap((id) => this.#placeOf(id, linted, document) ?? []);
    if (places.length === 0) return null;
    if (!this.#host.abilities.definitionLinks) return places;
    return places.map(({ uri, range }) => ({
      targetUri: uri,
      targetRange: range,
      targetSelectionRange: range,
      originSelectionRange: toRange(located.span, document),
    }));
  }

  /** The line of the team's own file that says what a term is, else the page of the term. */
  #placeOf(conceptId: string, linted: Linted, document: TextDocument): Location | undefined {
    const own = placeOfOwnConcept(linted.settings.configuration.termFiles ?? [], conceptId);
    const file = own === undefined ? undefined : uriOfPath(own.path, document.uri);
    if (own !== undefined && file !== undefined) {
      const start = { line: own.line, character: own.character };
      return { uri: file, range: { start, end: { ...start, character: own.character + conceptId.length } } };
    }
    if (!this.#host.termPages) return undefined;
    const title = cardTitle(linted.engine, conceptId, linted.settings.configuration.style ?? 'us');
    return { uri: termPageUri({ conceptId, title, asked: document.uri }), range: TOP };
  }

  async #symbols(query: string): Promise<WorkspaceSymbol[]> {
    const asked = query.trim().toLowerCase();
    // Every list of symbols asks with nothing typed; all terms of medicine would bury what the writer looks for.
    if (asked.length < 2) return [];
    const symbols = new Map<string, WorkspaceSymbol>();
    for (const folder of [undefined, ...this.#host.rootUris()]) {
      const about = folder === undefined ? undefined : `${folder.replace(/\/$/u, '')}/article.md`;
      const concepts = (await this.#host.engineFor(about))?.terminology.compiled.concepts ?? [];
      for (const { id, kind, preferred, variants } of concepts) {
        if (symbols.size >= MOST_SYMBOLS) break;
        if (symbols.has(id) || !variants.some(({ text }) => text.toLowerCase().includes(asked))) continue;
        const page = { conceptId: id, title: preferred.us, ...(about === undefined ? {} : { asked: about }) };
        const location = { uri: termPageUri(page) };
        symbols.set(id, { name: preferred.us, kind: SymbolKind.Key, containerName: kindInWords(kind), location });
      }
    }
    return [...symbols.values()];
  }

  async #references(
    named: NamedConcept,
    token: CancellationToken,
    progress: WorkDoneProgressReporter,
  ): Promise<Location[]> {
    const locations: Location[] = [];
    await this.#eachDocument(named, token, progress, (document, uses) => {
      for (const { span } of uses) locations.push({ uri: document.uri, range: toRange(span, document) });
    });
    return locations;
  }

  /** The name at the cursor becomes another one wherever it stands, in its plural and with its capitals; quotations stay. */
  #rename(
    uri: string,
    position: Position,
    newName: string,
    token: CancellationToken,
    progress: WorkDoneProgressReporter,
  ): Promise<WorkspaceEdit | null> {
    return this.#withConcept<WorkspaceEdit | null>('rename', uri, position, token, null, async (named) => {
      const changes: { document: TextDocument; edits: TextEdit[] }[] = [];
      const { conceptId, name, engine } = named;
      const { terminology } = engine;
      await this.#eachDocument(named, token, progress, (document, uses) => {
        const edits = uses
          .filter((use) => !use.quoted && nameUsed(use.mention, conceptId, terminology) === name)
          .map((use) => {
            const written = document.getText().slice(use.span.start, use.span.end);
            return { range: toRange(use.span, document), newText: fitted(newName, use, written, conceptId) };
          });
        if (edits.length > 0) changes.push({ document, edits });
      });
      return this.#toEdit(changes);
    });
  }

  #toEdit(changes: readonly { document: TextDocument; edits: TextEdit[] }[]): WorkspaceEdit {
    if (!this.#host.abilities.documentChanges) {
      return { changes: Object.fromEntries(changes.map(({ document, edits }) => [document.uri, edits])) };
    }
    return {
      documentChanges: changes.map(({ document, edits }): TextDocumentEdit => {
        // A file that is not open has no version.
        const version = document.version === 0 ? null : document.version;
        return { textDocument: { uri: document.uri, version }, edits };
      }),
    };
  }

  /** Calls back with every article of the workspace that names the concept, open ones first. */
  async #eachDocument(
    { conceptId, engine }: NamedConcept,
    token: CancellationToken,
    progress: WorkDoneProgressReporter,
    found: (document: TextDocument, uses: readonly Use[]) => void,
  ): Promise<void> {
    const uris = await this.#host.files.uris();
    progress.begin(l10n.t('Kossa reads the articles'), 0, undefined, true);
    try {
      const words = beginningsOf(conceptId, engine);
      for (const [index, uri] of uris.entries()) {
        if (token.isCancellationRequested) throw cancelled();
        if (index % 20 === 0) progress.report(Math.round((index / uris.length) * 100));
        const document = await this.#host.files.document(uri);
        if (document === undefined) continue;
        const lower = document.getText().toLowerCase();
        if (!words.some((word) => lower.includes(word))) continue;
        const isOpen = (await this.#host.files.open(uri)) !== undefined;
        const linted = isOpen
          ? await this.#host.linter.lint(document, token)
          : await this.#host.linter.lintClosed(document, token);
        const uses = linted === undefined ? [] : usesIn(linted.result.document, conceptId);
        if (uses.length > 0) found(document, uses);
      }
    } finally {
      progress.done();
    }
  }

  #withConcept<T>(
    doing: string,
    uri: string,
    position: Position,
    token: CancellationToken,
    fallback: T,
    answer: (named: NamedConcept) => Promise<T>,
  ): Promise<T> {
    return safely(this.#host.log, doing, fallback, async () => {
      const found = await this.#lint(uri, token);
      if (found === undefined) return fallback;
      const { linted, document } = found;
      const located = mentionAt(linted.result.document, document.offsetAt(position));
      const conceptId = located === undefined ? undefined : conceptsOf(located.mention)[0];
      if (conceptId === undefined) return fallback;
      const { engine } = linted;
      return answer({ conceptId, engine, name: nameUsed(located!.mention, conceptId, engine.terminology) });
    });
  }

  #answer<T>(
    doing: string,
    uri: string,
    token: CancellationToken,
    fallback: T,
    answer: (linted: Linted, document: TextDocument) => T,
  ): Promise<T> {
    return safely(this.#host.log, doing, fallback, async () => {
      const found = await this.#lint(uri, token);
      return found === undefined ? fallback : answer(found.linted, found.document);
    });
  }

  async #lint(uri: string, token: CancellationToken): Promise<{ linted: Linted; document: TextDocument } | undefined> {
    const document = await this.#host.files.open(uri);
    if (document === undefined) return undefined;
    const linted = await this.#host.linter.lint(document, token);
    if (token.isCancellationRequested) throw cancelled();
    return linted === undefined ? undefined : { linted, document };
  }
}

const MOST_SYMBOLS = 200;

/** What stands at a place: a concept, which of its names, and who knows it. */
interface NamedConcept {
  readonly conceptId: string;
  readonly name: string | undefined;
  readonly engine: Engine;
}

/** One beginning of a word of each name: an article without any of them does not name the concept. */
function beginningsOf(conceptId: string, engine: Engine): readonly string[] {
  const variants = engine.terminology.concept(conceptId)?.variants ?? [];
  const beginnings = variants.map(({ text }) =>
    text
      .toLowerCase()
      .split(/[^\p{L}\d]+/u)[0]!
      .slice(0, 5),
  );
  return [...new Set(beginnings)];
}

function conceptAt(position: Position, linted: Linted, document: TextDocument): string | undefined {
  const located = mentionAt(linted.result.document, document.offsetAt(position));
  return located === undefined ? undefined : conceptsOf(located.mention)[0];
}
