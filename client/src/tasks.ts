import {
  ShellExecution,
  Task,
  TaskScope,
  tasks,
  workspace,
  type Disposable,
  type TaskDefinition,
  type WorkspaceFolder,
} from 'vscode';

const TYPE = 'kossa';
const MATCHER = '$kossa';

interface LintDefinition extends TaskDefinition {
  readonly type: typeof TYPE;
  /** What to lint; the folder without it. */
  readonly paths?: readonly string[];
}

/** The command line as a task, for findings in files that are not open. */
export function registerTasks(): Disposable {
  return tasks.registerTaskProvider(TYPE, {
    provideTasks: () => (workspace.workspaceFolders ?? []).map((folder) => lintTask({ type: TYPE }, folder)),
    resolveTask: (task) => lintTask(task.definition as LintDefinition, task.scope ?? TaskScope.Workspace),
  });
}

function lintTask(definition: LintDefinition, scope: WorkspaceFolder | TaskScope): Task {
  const execution = new ShellExecution('npx', [
    '--no-install',
    'kossa',
    'lint',
    '--format',
    'compact',
    ...(definition.paths ?? ['.']),
  ]);
  return new Task(definition, scope as WorkspaceFolder, 'lint', 'kossa', execution, MATCHER);
}
