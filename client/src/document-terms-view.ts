import {
  l10n,
  EventEmitter,
  Range,
  TreeItem,
  TreeItemCollapsibleState,
  commands,
  window,
  workspace,
  type Disposable,
  type TextDocument,
  type TreeDataProvider,
  type TreeView,
} from 'vscode';
import { State, type BaseLanguageClient } from 'vscode-languageclient';
import {
  mentionsRequest,
  type MentionGroup,
  type MentionsParams,
  type MentionsResult,
  type NamedTerm,
  type TermUse,
} from '../../protocol.js';
import type { CurrentDocument } from './current-document.js';
import { conceptIdOf, definitionOf, TERM_ITEM, termsCounted, USE_ITEM, type TermLike } from './term-items.js';

/** The command of an item. */
export const SHOW_USES = 'kossa.showUses';
/** What the welcome texts of the view depend on. */
const STATE = 'kossa.documentTermsState';

interface GroupNode extends TermLike {
  readonly is: 'group';
  readonly terms: readonly TermNode[];
}
interface TermNode extends TermLike {
  readonly is: 'term';
  readonly conceptId: string;
  readonly term: NamedTerm;
  readonly group: GroupNode;
  readonly uses: readonly UseNode[];
}
interface UseNode extends TermLike {
  readonly is: 'use';
  readonly use: TermUse;
  readonly term: TermNode;
}
type Node = GroupNode | TermNode | UseNode;

/** What the document in front names, by kind, with every use. */
export class DocumentTermsView implements TreeDataProvider<Node>, Disposable {
  readonly #client: BaseLanguageClient;
  readonly #current: CurrentDocument;
  readonly #changed = new EventEmitter<void>();
  readonly #view: TreeView<Node>;
  readonly #subscriptions: Disposable[];
  /** What was answered for the document as it is; undefined where it has to be asked for. */
  #groups: Promise<readonly GroupNode[]> | undefined;
  #known: { readonly uri: string; readonly groups: readonly GroupNode[] } | undefined;
  readonly onDidChangeTreeData = this.#changed.event;

  constructor(client: BaseLanguageClient, current: CurrentDocument) {
    this.#client = client;
    this.#current = current;
    this.#view = window.createTreeView('kossa.documentTerms', { treeDataProvider: this, showCollapseAll: true });
    this.#subscriptions = [
      this.#view,
      this.#changed,
      current.onDidChange(() => this.#refresh()),
      client.onDidChangeState(({ newState }) => {
        if (newState === State.Running) this.#refresh();
      }),
    ];
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  async getChildren(node?: Node): Promise<Node[]> {
    if (node === undefined) return [...(await this.#load())];
    return node.is === 'group' ? [...node.terms] : node.is === 'term' ? [...node.uses] : [];
  }

  getParent(node: Node): Node | undefined {
    return node.is === 'group' ? undefined : node.is === 'term' ? node.group : node.term;
  }

  getTreeItem(node: Node): TreeItem {
    return node.is === 'group' ? groupItem(node) : node.is === 'term' ? termItem(node) : useItem(node);
  }

  async resolveTreeItem(item: TreeItem, node: Node): Promise<TreeItem> {
    if (node.is !== 'term') return item;
    const definition = await definitionOf(node.conceptId, this.#current.document?.uri.toString(), this.#client);
    if (definition !== undefined) item.tooltip = definition;
    return item;
  }

  /**
   * Goes to a use, or to the first use of a term, in the editor.
   * @param asked an entry of one of the trees, or the id of a concept
   */
  async showUses(asked: unknown): Promise<void> {
    const { document } = this.#current;
    if (document === undefined) {
      void window.showInformationMessage(l10n.t('Open a Markdown or MDX file first.'));
      return;
    }
    const own = asked as UseNode | undefined;
    if (own?.is === 'use') {
      await reveal(own.use, document);
      return;
    }
    const conceptId = conceptIdOf(asked);
    const terms = (await this.#load()).flatMap((group) => group.terms);
    const term = terms.find((candidate) => candidate.conceptId === conceptId);
    if (term === undefined) {
      const label = (asked as Partial<TermLike> | undefined)?.label;
      void window.showInformationMessage(
        label === undefined
          ? l10n.t('This document does not name this term.')
          : l10n.t('This document does not name “{0}”.', label),
      );
      return;
    }
    if (this.#view.visible) await this.#view.reveal(term, { select: true, focus: false, expand: true });
    await reveal(term.term.uses[0]!, document);
  }

  #refresh(): void {
    this.#groups = undefined;
    this.#changed.fire();
  }

  #load(): Promise<readonly GroupNode[]> {
    this.#groups ??= this.#ask(this.#current.document);
    return this.#groups;
  }

  async #ask(document: TextDocument | undefined): Promise<readonly GroupNode[]> {
    const uri = document?.uri.toString();
    const result = uri === undefined ? null : await this.#answer(uri);
    if (document !== this.#current.document) return this.#load();
    if (result === undefined) {
      // The document changed while it was read: the change asks again, and until then what was known stays.
      this.#groups = undefined;
      return this.#known?.uri === uri ? this.#known!.groups : [];
    }
    const groups = (result?.groups ?? []).map(groupNode);
    this.#known = uri === undefined ? undefined : { uri, groups };
    this.#view.description = document === undefined ? '' : workspace.asRelativePath(document.uri).split('/').pop()!;
    const state =
      document === undefined
        ? 'noDocument'
        : result === null
          ? 'notChecked'
          : groups.length === 0
            ? 'noTerms'
            : 'shown';
    void commands.executeCommand('setContext', STATE, state);
    return groups;
  }

  async #answer(uri: string): Promise<MentionsResult | null | undefined> {
    try {
      const params: MentionsParams = { uri };
      return await this.#client.sendRequest<MentionsResult | null>(mentionsRequest, params);
    } catch {
      return undefined;
    }
  }
}

function groupNode({ title, terms }: MentionGroup): GroupNode {
  const nodes: TermNode[] = [];
  const group: GroupNode = { is: 'group', label: title, terms: nodes };
  for (const term of terms) {
    const uses: UseNode[] = [];
    const node: TermNode = { is: 'term', conceptId: term.conceptId, label: term.label, term, group, uses };
    uses.push(...term.uses.map((use): UseNode => ({ is: 'use', label: use.words, use, term: node })));
    nodes.push(node);
  }
  return group;
}

function groupItem({ label, terms }: GroupNode): TreeItem {
  const item = new TreeItem(label, TreeItemCollapsibleState.Expanded);
  item.id = label;
  item.description = String(terms.length);
  item.tooltip = `${label}: ${termsCounted(terms.length)}`;
  item.accessibilityInformation = { label: `${label}, ${termsCounted(terms.length)}` };
  return item;
}

function termItem(node: TermNode): TreeItem {
  const { label, term, uses, conceptId } = node;
  const item = new TreeItem(label, TreeItemCollapsibleState.Collapsed);
  item.id = conceptId;
  item.description = usesCounted(uses.length);
  item.contextValue = TERM_ITEM;
  item.command = { title: l10n.t('Show the First Use'), command: SHOW_USES, arguments: [node] };
  item.accessibilityInformation = { label: `${label}, ${term.kind}, ${usesCounted(uses.length)}` };
  return item;
}

function useItem(node: UseNode): TreeItem {
  const { before, words, after, range, otherMeanings } = node.use;
  const line = range.start.line + 1;
  const doubt = otherMeanings.length === 0 ? '' : l10n.t('may mean {0}', otherMeanings.join(', '));
  const text = `${before}${words}${after}`;
  // The line comes first: what follows is cut where the view is narrow.
  const start = `${line}: ${before}`;
  const item = new TreeItem({ label: `${line}: ${text}`, highlights: [[start.length, start.length + words.length]] });
  item.id = `${node.term.conceptId} ${range.start.line}:${range.start.character}`;
  item.description = doubt;
  item.tooltip = `${l10n.t('Line {0}', line)}: ${text}${doubt === '' ? '' : ` (${doubt})`}`;
  item.contextValue = USE_ITEM;
  item.command = { title: l10n.t('Show Use'), command: SHOW_USES, arguments: [node] };
  item.accessibilityInformation = { label: `${l10n.t('Line {0}', line)}: ${text}${doubt === '' ? '' : `, ${doubt}`}` };
  return item;
}

/** Where the document is shown already, not in a second editor beside a page of a term. */
async function reveal({ range }: TermUse, document: TextDocument): Promise<void> {
  const { start, end } = range;
  const column = window.visibleTextEditors.find((editor) => editor.document === document)?.viewColumn;
  await window.showTextDocument(document, {
    selection: new Range(start.line, start.character, end.line, end.character),
    ...(column === undefined ? {} : { viewColumn: column }),
  });
}

function usesCounted(count: number): string {
  return count === 1 ? l10n.t('1 use') : l10n.t('{0} uses', count);
}
