import {
  l10n,
  EventEmitter,
  TreeItem,
  TreeItemCollapsibleState,
  window,
  workspace,
  type Disposable,
  type TreeDataProvider,
} from 'vscode';
import { State, type BaseLanguageClient } from 'vscode-languageclient';
import {
  showTermCommand,
  termsChangedNotification,
  terminologyTreeRequest,
  type TermTreeNode,
  type TerminologyTreeParams,
} from '../../protocol.js';
import type { CurrentDocument } from './current-document.js';
import { definitionOf, TERM_ITEM, termsCounted } from './term-items.js';

/** All terms: those of the team first, then the types by classification, medicines by class, the rest by kind. */
export class TerminologyView implements TreeDataProvider<TermTreeNode>, Disposable {
  readonly #client: BaseLanguageClient;
  readonly #current: CurrentDocument;
  readonly #changed = new EventEmitter<void>();
  readonly #subscriptions: Disposable[];
  #first: TermTreeNode | undefined;
  readonly onDidChangeTreeData = this.#changed.event;

  constructor(client: BaseLanguageClient, current: CurrentDocument) {
    this.#client = client;
    this.#current = current;
    this.#subscriptions = [
      this.#changed,
      window.createTreeView('kossa.terminology', { treeDataProvider: this, showCollapseAll: true }),
      client.onDidChangeState(({ newState }) => {
        if (newState === State.Running) this.#changed.fire();
      }),
      client.onNotification(termsChangedNotification, () => this.#changed.fire()),
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('kossa.style')) this.#changed.fire();
      }),
    ];
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  async getChildren(node?: TermTreeNode): Promise<TermTreeNode[]> {
    if (node !== undefined) return [...node.children];
    const uri = this.#current.document?.uri.toString();
    const params: TerminologyTreeParams = uri === undefined ? {} : { uri };
    const groups = await this.#client.sendRequest<readonly TermTreeNode[]>(terminologyTreeRequest, params);
    this.#first = groups[0];
    return [...groups];
  }

  getTreeItem(node: TermTreeNode): TreeItem {
    const { label, conceptId, asked, kind, children } = node;
    const item = new TreeItem(label, this.#collapsible(node));
    if (conceptId === undefined) {
      const count = conceptsBelow(node).size;
      item.description = String(count);
      item.tooltip = `${label}: ${termsCounted(count)}`;
      item.accessibilityInformation = { label: `${label}, ${termsCounted(count)}` };
      return item;
    }
    const below = children.length === 0 ? '' : `, ${l10n.t('{0} below it', children.length)}`;
    item.contextValue = TERM_ITEM;
    item.command = { title: l10n.t('Look Up Term'), command: showTermCommand, arguments: [conceptId, asked] };
    item.accessibilityInformation = { label: `${label}${kind === undefined ? '' : `, ${kind}`}${below}` };
    if (kind !== undefined) item.description = kind;
    return item;
  }

  async resolveTreeItem(item: TreeItem, { conceptId, asked }: TermTreeNode): Promise<TreeItem> {
    if (conceptId === undefined) return item;
    const definition = await definitionOf(conceptId, asked ?? this.#current.document?.uri.toString(), this.#client);
    if (definition !== undefined) item.tooltip = definition;
    return item;
  }

  #collapsible(node: TermTreeNode): TreeItemCollapsibleState {
    if (node.children.length === 0) return TreeItemCollapsibleState.None;
    return node === this.#first ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed;
  }
}

/** A concept that stands in several places counts once. */
function conceptsBelow({ children }: TermTreeNode, found = new Set<string>()): ReadonlySet<string> {
  for (const child of children) {
    if (child.conceptId !== undefined) found.add(child.conceptId);
    conceptsBelow(child, found);
  }
  return found;
}
