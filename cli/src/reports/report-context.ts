import type { CompiledTerminology, Rule } from '../../../engine/src/index.js';
import type { CommandEnvironment } from '../environment.js';
import { colorsFor, widthOf } from '../terminal.js';
import type { ReportContext } from './report.js';

/** A file has no width of its own and no colours. */
export const PAPER: CommandEnvironment['stdout'] = { columns: 100, write: () => true };

/** What of the world the reports are written with. */
export type ReportEnvironment = Pick<CommandEnvironment, 'stdout' | 'cwd' | 'env' | 'version'>;

/** What reports tell of besides the run. */
export interface ReportKnowledge {
  readonly terminology: CompiledTerminology;
  readonly rules: readonly Rule[];
}

export function contextOf(
  { terminology, rules }: ReportKnowledge,
  environment: ReportEnvironment,
  color: boolean | undefined,
): ReportContext {
  const { sources, concepts, contentHash } = terminology;
  const byId = new Map(concepts.map((concept) => [concept.id, concept]));
  return {
    cwd: environment.cwd,
    width: widthOf(environment.stdout, environment.env),
    colors: colorsFor(environment.stdout, environment.env, color),
    sources,
    version: environment.version,
    env: environment.env,
    rules,
    terminologyVersion: contentHash,
    concept: (id) => byId.get(id),
  };
}
