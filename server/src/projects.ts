import type { Engine } from '../../engine/src/index.js';

/** A folder of the workspace with the engine that knows its own terms. */
export interface Project {
  /** The last part of its address. */
  readonly name: string;
  /** The URI of a document that would lie at its top. */
  readonly uri: string;
  readonly engine: Engine;
}

export interface ProjectsHost {
  engineFor(uri: string | undefined): Promise<Engine | undefined>;
  rootUris(): readonly string[];
}

/** The folders of the workspace. What lies deeper and has terms of its own is known there. */
export async function projectsOf({ engineFor, rootUris }: ProjectsHost): Promise<readonly Project[]> {
  const projects: Project[] = [];
  for (const root of rootUris()) {
    const folder = root.replace(/\/$/u, '');
    const uri = `${folder}/article.md`;
    const engine = await engineFor(uri);
    if (engine !== undefined) projects.push({ name: decoded(folder.slice(folder.lastIndexOf('/') + 1)), uri, engine });
  }
  return projects;
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
