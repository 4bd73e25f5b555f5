import type { Configuration, RuleSetting } from './configuration.js';

/**
 * Joins what several places say of one document; later ones win. Rules are joined one by one, and a later level
 * keeps the earlier options of its rule. Words, allowed phrases and terms add up. Of single values the last one holds.
 */
export function mergeConfigurations(configurations: readonly Configuration[]): Configuration {
  let merged: Configuration = {};
  for (const next of configurations) {
    merged = {
      ...merged,
      ...next,
      ...joined('words', merged, next),
      ...joined('allow', merged, next),
      ...joined('terms', merged, next),
      ...joinedTermFiles(merged, next),
      ...(merged.rules === undefined && next.rules === undefined
        ? {}
        : { rules: mergeRules(merged.rules ?? {}, next.rules ?? {}) }),
    };
  }
  return merged;
}

function joined(
  key: 'words' | 'allow' | 'terms',
  earlier: Configuration,
  later: Configuration,
): Partial<Configuration> {
  const values = [...(earlier[key] ?? []), ...(later[key] ?? [])];
  return values.length === 0 ? {} : { [key]: [...new Set(values)] };
}

/** Where only one of them has files, they stay the same array: whoever remembers by it is not asked again. */
function joinedTermFiles({ termFiles: earlier }: Configuration, { termFiles: later }: Configuration): Configuration {
  if (earlier === undefined || later === undefined) return later === undefined ? {} : { termFiles: later };
  const byPath = new Map([...earlier, ...later].map((file) => [file.path, file]));
  return { termFiles: [...byPath.values()] };
}

function mergeRules(
  earlier: Readonly<Record<string, RuleSetting>>,
  later: Readonly<Record<string, RuleSetting>>,
): Record<string, RuleSetting> {
  const merged: Record<string, RuleSetting> = { ...earlier };
  for (const [id, setting] of Object.entries(later)) {
    const before = merged[id];
    const options = typeof before === 'object' ? before[1] : undefined;
    merged[id] = typeof setting === 'string' && options !== undefined ? [setting, options] : setting;
  }
  return merged;
}
