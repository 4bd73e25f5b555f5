import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { projectRoot } from '../../scripts/project-root.js';
import { Workplace } from '../cli/kossa.js';

/** A git repository that has Kossa among its packages, with a pull request that is checked out as GitHub does it. */
export interface PullRequest {
  readonly place: Workplace;
  /** The commit that the pull request is compared with. */
  readonly base: string;
}

/**
 * @param before files of the branch main
 * @param change what the pull request changes
 */
export function pullRequest(
  before: Readonly<Record<string, string>>,
  change: Readonly<Record<string, string>>,
): PullRequest {
  const place = repository(before);
  git(place, 'checkout', '--quiet', '-b', 'change');
  for (const [name, content] of Object.entries(change)) place.write(name, content);
  commit(place);
  git(place, 'checkout', '--quiet', 'main');
  place.write('meanwhile.md', 'Downs syndrome, by somebody else.\n');
  commit(place);
  const base = git(place, 'rev-parse', 'HEAD').trim();
  // actions/checkout takes the merge of the two, without a branch.
  git(place, 'checkout', '--quiet', '--detach');
  git(place, 'merge', '--quiet', '--no-ff', '--no-edit', 'change');
  return { place, base };
}

export function repository(files: Readonly<Record<string, string>>): Workplace {
  const place = new Workplace({ ...files, 'package.json': '{}', '.gitignore': 'node_modules\n' });
  git(place, 'init', '--quiet', '--initial-branch=main');
  commit(place);
  mkdirSync(place.path('node_modules'));
  symlinkSync(projectRoot, place.path('node_modules/kossa'));
  return place;
}

export function git(place: Workplace, ...args: string[]): string {
  const identity = ['-c', 'user.name=A', '-c', 'user.email=a@example.org', '-c', 'commit.gpgsign=false'];
  return execFileSync('git', [...identity, ...args], { cwd: place.folder, stdio: 'pipe', encoding: 'utf8' });
}

export function commit(place: Workplace): void {
  git(place, 'add', '--all');
  git(place, 'commit', '--quiet', '--message', 'x');
}
