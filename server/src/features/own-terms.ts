import * as l10n from '@vscode/l10n';
import type { CompiledConcept, Engine, Locale } from '../../../engine/src/index.js';
import type { TermEntry, TermTreeNode } from '../../../protocol.js';
import type { Project } from '../projects.js';
import { byName, kindInWords } from './kind-titles.js';
import { termEntries } from './term-names.js';

/**
 * What each project says of terms in files of its own: concepts that it adds, and those of which it says more.
 * @param shared the engine that knows no project's terms
 */
export function ownTermGroups(shared: Engine, projects: readonly Project[], style: Locale): readonly TermTreeNode[] {
  const withTerms = withOwnTerms(shared, projects);
  return withTerms.map(({ project, concepts }) => ({
    label: withTerms.length === 1 ? l10n.t('Terms of this project') : l10n.t('Terms of {0}', project.name),
    children: concepts
      .map(({ id, kind, preferred }) => ({
        label: preferred[style],
        conceptId: id,
        asked: project.uri,
        kind: kindInWords(kind),
        children: [],
      }))
      .sort((a, b) => byName(a.label, b.label)),
  }));
}

/** The same, to be looked up: new concepts only, the others are known by their shared entries. */
export function ownTermEntries(shared: Engine, projects: readonly Project[], style: Locale): readonly TermEntry[] {
  return withOwnTerms(shared, projects).flatMap(({ project, concepts }) => {
    const added = new Set(concepts.map(({ id }) => id).filter((id) => shared.terminology.concept(id) === undefined));
    return termEntries(project.engine, style)
      .filter(({ conceptId }) => added.has(conceptId))
      .map((entry) => ({ ...entry, asked: project.uri }));
  });
}

interface ProjectTerms {
  readonly project: Project;
  readonly concepts: readonly CompiledConcept[];
}

function withOwnTerms(shared: Engine, projects: readonly Project[]): readonly ProjectTerms[] {
  const known = new Set(shared.terminology.compiled.concepts);
  return projects
    .filter(({ engine }) => engine !== shared)
    .map((project) => ({
      project,
      concepts: project.engine.terminology.compiled.concepts.filter((concept) => !known.has(concept)),
    }))
    .filter(({ concepts }) => concepts.length > 0);
}
