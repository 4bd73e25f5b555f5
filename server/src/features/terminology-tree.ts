import * as l10n from '@vscode/l10n';
import type { CompiledConcept, Engine, Locale } from '../../../engine/src/index.js';
import type { TermTreeNode } from '../../../protocol.js';
import { byName, kindInWords, kindTitle, KINDS } from './kind-titles.js';

type Kind = CompiledConcept['kind'];

/** Kinds that are shown together, because what one of them is belongs to the other. */
const TOGETHER: Readonly<Partial<Record<Kind, { title(): string; readonly kinds: readonly Kind[] }>>> = {
  disease: { title: () => kindTitle('disease'), kinds: ['disease', 'type', 'form'] },
  drug: { title: () => l10n.t('Medicines by class'), kinds: ['drug-class', 'drug'] },
};
/** Shown as part of another group, or of a classification. */
const ELSEWHERE: ReadonlySet<Kind> = new Set(['type', 'form', 'drug-class']);

const made = new WeakMap<Engine, Map<Locale, readonly TermTreeNode[]>>();

/** All terms: first what each classification divides, then every kind by what its concepts are. Made once. */
export function terminologyTree(engine: Engine, style: Locale): readonly TermTreeNode[] {
  const byStyle = made.get(engine) ?? new Map<Locale, readonly TermTreeNode[]>();
  made.set(engine, byStyle);
  const tree = byStyle.get(style) ?? new Tree(engine, style).nodes();
  byStyle.set(style, tree);
  return tree;
}

class Tree {
  readonly #engine: Engine;
  readonly #style: Locale;
  /** Concepts directly below a concept. */
  readonly #below = new Map<string, CompiledConcept[]>();
  readonly #parents = new Map<string, readonly string[]>();

  constructor(engine: Engine, style: Locale) {
    this.#engine = engine;
    this.#style = style;
    const { concepts } = engine.terminology.compiled;
    const stated = new Map(concepts.map((concept) => [concept.id, statedParents(concept)]));
    for (const concept of concepts) {
      const parents = direct(stated.get(concept.id)!, stated);
      this.#parents.set(concept.id, parents);
      for (const parent of parents) this.#below.set(parent, [...(this.#below.get(parent) ?? []), concept]);
    }
  }

  nodes(): readonly TermTreeNode[] {
    return [...this.#classifications(), ...this.#kinds()];
  }

  #classifications(): readonly TermTreeNode[] {
    const { terminology } = this.#engine;
    return terminology.classifications.map((classification) => ({
      label: l10n.t('Types of {0}', terminology.preferredTerm(classification.of[0]!, this.#style)),
      children: classification.members.flatMap((member) => {
        const concept = terminology.concept(member.concepts[0]!);
        return concept === undefined ? [] : [this.#node(concept, undefined, new Set())];
      }),
    }));
  }

  #kinds(): readonly TermTreeNode[] {
    const { concepts } = this.#engine.terminology.compiled;
    return KINDS.filter((kind) => !ELSEWHERE.has(kind)).flatMap((kind) => {
      const { title, kinds } = TOGETHER[kind] ?? { title: () => kindTitle(kind), kinds: [kind] };
      const shown = new Set(kinds);
      const isBelow = (id: string): boolean => {
        const parent = this.#engine.terminology.concept(id);
        return parent !== undefined && shown.has(parent.kind);
      };
      const top = concepts.filter(
        (concept) => shown.has(concept.kind) && !this.#parents.get(concept.id)!.some(isBelow),
      );
      const children = this.#sorted(top.map((concept) => this.#node(concept, shown, new Set())));
      return children.length === 0 ? [] : [{ label: title(), children }];
    });
  }

  /**
   * @param shown kinds that the group shows; all where it is undefined
   * @param above ids on the way here, so that no circle of statements goes on for ever
   */
  #node(concept: CompiledConcept, shown: ReadonlySet<Kind> | undefined, above: ReadonlySet<string>): TermTreeNode {
    const way = new Set([...above, concept.id]);
    const below = (this.#below.get(concept.id) ?? []).filter(
      (child) => !way.has(child.id) && (shown === undefined || shown.has(child.kind)),
    );
    return {
      label: concept.preferred[this.#style],
      conceptId: concept.id,
      ...(shown?.size === 1 ? {} : { kind: kindInWords(concept.kind) }),
      children: this.#sorted(below.map((child) => this.#node(child, shown, way))),
    };
  }

  #sorted(nodes: readonly TermTreeNode[]): readonly TermTreeNode[] {
    return [...nodes].sort((a, b) => byName(a.label, b.label));
  }
}

/**
 * What a concept is by is-a and class. What sources differ on places nothing, and what no source was read for only
 * where nothing else does.
 */
function statedParents(concept: CompiledConcept): readonly string[] {
  const facts = concept.facts.filter(
    ({ relation, object, denied, standing }) =>
      (relation === 'is-a' || relation === 'class') &&
      object !== undefined &&
      object !== concept.id &&
      denied !== true &&
      standing !== 'disputed',
  );
  const sourced = facts.filter(({ standing }) => standing === 'sourced');
  return [...new Set((sourced.length > 0 ? sourced : facts).map(({ object }) => object!))];
}

/** Parents without those that follow from the others: what is below a class needs no place below the class of that class. */
function direct(parents: readonly string[], stated: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const implied = new Set<string>();
  for (const parent of parents) {
    const seen = new Set([parent]);
    const open = [parent];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      for (const above of stated.get(next) ?? []) {
        if (seen.has(above)) continue;
        seen.add(above);
        implied.add(above);
        open.push(above);
      }
    }
  }
  const left = parents.filter((parent) => !implied.has(parent));
  return left.length > 0 ? left : parents;
}
