import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { CONFIGURATION_FILE_NAMES } from '../../engine/src/index.js';
import { showTermCommand } from '../../protocol.js';
import { readSettings } from '../../server/src/settings.js';

const ROOT = path.resolve(import.meta.dirname, '../..');

interface Setting {
  readonly default: unknown;
  readonly scope: string;
  readonly markdownDescription?: string;
  readonly enum?: readonly string[];
  readonly markdownEnumDescriptions?: readonly string[];
}

interface Manifest {
  readonly activationEvents: readonly string[];
  readonly capabilities: {
    readonly untrustedWorkspaces: { readonly supported: boolean };
    readonly virtualWorkspaces: { readonly supported: boolean };
  };
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string; readonly category: string }[];
    readonly configuration: readonly {
      readonly title: string;
      readonly properties: Readonly<Record<string, Setting>>;
    }[];
    readonly snippets: readonly { readonly language: string; readonly path: string }[];
    readonly grammars: readonly { readonly path: string; readonly scopeName: string }[];
    readonly problemMatchers: readonly { readonly name: string; readonly pattern: { readonly regexp: string } }[];
    readonly jsonValidation: readonly { readonly fileMatch: readonly string[]; readonly url: string }[];
    readonly yamlValidation: readonly { readonly fileMatch: readonly string[]; readonly url: string }[];
  };
}

const { contributes, activationEvents, capabilities } = JSON.parse(
  readFileSync(path.join(ROOT, 'package.json'), 'utf8'),
) as Manifest;

/** Settings that are not asked for by folder. A user's words are nobody else's. */
const SCOPES: Readonly<Record<string, string>> = {
  'kossa.trace.server': 'window',
  // Which documents the server hears of is said once for all folders.
  'kossa.languages': 'window',
  'kossa.userWords': 'application',
};

describe('the extension’s manifest', () => {
  it('starts with what it may read, in untrusted and virtual workspaces as well', () => {
    assert.deepEqual(activationEvents, ['onLanguage:markdown', 'onLanguage:mdx', 'onLanguage:plaintext']);
    assert.ok(capabilities.untrustedWorkspaces.supported && capabilities.virtualWorkspaces.supported);
  });

  it('names exactly the commands that the client registers, all in the category Kossa', () => {
    const source = readFileSync(path.join(ROOT, 'client/src/commands.ts'), 'utf8');
    const registered = [...source.matchAll(/register\((?:'(kossa\.\w+)'|showTermCommand)/g)].map(
      ([, id]) => id ?? showTermCommand,
    );
    assert.deepEqual(contributes.commands.map(({ command }) => command).sort(), registered.sort());
    assert.ok(contributes.commands.every(({ category, title }) => category === 'Kossa' && !title.includes('Kossa')));
  });

  it('describes every setting, with a default that the server reads as no setting at all', () => {
    const settings = contributes.configuration.flatMap(({ properties }) => Object.entries(properties));
    const section: Record<string, unknown> = {};
    for (const [id, setting] of settings) {
      assert.ok((setting.markdownDescription ?? '').length > 10, id);
      assert.equal(setting.scope, SCOPES[id] ?? 'resource', id);
      if (setting.enum !== undefined) assert.ok(setting.enum.includes(String(setting.default)), id);
      if (setting.markdownEnumDescriptions !== undefined) {
        assert.equal(setting.markdownEnumDescriptions.length, setting.enum?.length, id);
      }
      const [, key, inner] = id.split('.');
      section[key!] = inner === undefined ? setting.default : { [inner]: setting.default };
    }
    const { scope, ...configuration } = readSettings(section).configuration;
    assert.equal(scope, 'auto');
    assert.deepEqual({ ...readSettings(section), configuration }, readSettings(undefined));
  });

  it('names files that exist and hold JSON', () => {
    for (const { path: file } of [...contributes.snippets, ...contributes.grammars]) {
      JSON.parse(readFileSync(path.join(ROOT, file), 'utf8'));
    }
    for (const { url } of [...contributes.jsonValidation, ...contributes.yamlValidation]) {
      assert.ok(existsSync(path.join(ROOT, url)), url);
    }
    const named = new Set(contributes.snippets.map(({ path: file }) => path.basename(file)));
    assert.deepEqual([...named].sort(), readdirSync(path.join(ROOT, 'snippets')).sort());
  });

  it('validates every configuration file but package.json', () => {
    const validations = [...contributes.jsonValidation, ...contributes.yamlValidation];
    const matched = validations.filter(({ url }) => url.includes('kossarc')).flatMap(({ fileMatch }) => fileMatch);
    assert.deepEqual(matched.sort(), CONFIGURATION_FILE_NAMES.filter((name) => name !== 'package.json').sort());
  });

  it('hands the schema of own terms to files that can be nothing else', () => {
    const own = contributes.yamlValidation.find(({ url }) => url === './schema/terms.schema.json');
    assert.ok(own !== undefined && existsSync(path.join(ROOT, own.url)));
    assert.ok(own.fileMatch.includes('.kossa/terms/*.yaml'));
    assert.ok(own.fileMatch.every((pattern) => pattern.includes('kossa')));
  });

  it('reads a line of the compact report', () => {
    const [matcher] = contributes.problemMatchers;
    const match = new RegExp(matcher!.pattern.regexp).exec(
      'docs/a b.md: line 3, col 12, Error - “Colchine” is no word (here): write “colchicine”. (misspelled-term)',
    );
    assert.deepEqual(match?.slice(1), [
      'docs/a b.md',
      '3',
      '12',
      'Error',
      '“Colchine” is no word (here): write “colchicine”.',
      'misspelled-term',
    ]);
  });
});
