import js from '@eslint/js';
import { readFileSync } from 'node:fs';
import tseslint from 'typescript-eslint';

const IMPORT_RULE = 'Import rule of docs/architecture.md:';
const enginePackages = readEnginePackages();

/** The rooms of the house and what each of them may not import. */
const rooms = [
  {
    room: 'engine',
    patterns: [
      {
        regex: `^(?!\\.|(?:${enginePackages.join('|')})(?:/|$))`,
        message: `${IMPORT_RULE} the engine imports itself, unified, remark, mdast and micromark packages, and those that engine/dependencies.json names.`,
      },
      roomPattern(
        ['client', 'server', 'cli', 'preview', 'remark', 'scripts', 'test', 'protocol'],
        'the engine knows none of its hosts.',
      ),
    ],
  },
  {
    room: 'server',
    patterns: [
      roomPattern(
        ['client', 'cli', 'preview', 'remark', 'scripts', 'test'],
        'the server imports the engine, protocol.ts and no other room.',
      ),
      engineDoor(),
    ],
  },
  {
    room: 'cli',
    patterns: [
      roomPattern(
        ['client', 'server', 'preview', 'remark', 'scripts', 'test', 'protocol'],
        'the command imports the engine and no other room.',
      ),
      engineDoor(),
    ],
  },
  {
    room: 'remark',
    patterns: [
      roomPattern(
        ['client', 'server', 'cli', 'preview', 'scripts', 'test', 'protocol'],
        'the plugin imports the engine and no other room.',
      ),
      engineDoor(),
    ],
  },
  {
    room: 'start',
    patterns: [
      roomPattern(
        ['client', 'server', 'engine', 'preview', 'remark', 'scripts', 'test', 'protocol'],
        'what starts a bundle knows its name, and the version that the command tells.',
      ),
      {
        regex: '/cli/src/(?!version\\.js$)',
        message: `${IMPORT_RULE} what starts a bundle takes nothing from the command but the version.`,
      },
    ],
  },
  {
    room: 'client',
    patterns: [
      roomPattern(
        ['engine', 'server', 'cli', 'remark', 'scripts', 'test'],
        'the client speaks to the server by LSP and imports no other room but preview.',
      ),
    ],
  },
  {
    room: 'preview',
    patterns: [
      roomPattern(
        ['engine', 'server', 'client', 'cli', 'remark', 'scripts', 'test', 'protocol'],
        'the preview knows markdown-it’s tokens and its own data, and imports no other room.',
      ),
    ],
  },
];

const nodePattern = {
  regex: '^node:',
  message: `${IMPORT_RULE} only src/node knows Node; the rest of this room runs in a browser as well.`,
};

export default tseslint.config(
  { ignores: ['dist/**', 'out/**', 'node_modules/**', '.vscode-web/**', 'coverage/**'] },
  js.configs.recommended,
  ...tseslint.configs.strict,
  {
    languageOptions: { globals: nodeGlobals() },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: 'error',
      'no-control-regex': 'off',
      curly: ['error', 'multi-line'],
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'exit', message: 'Set process.exitCode, so that output drains.' },
      ],
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'], location: 'anywhere' }],
      'max-lines': ['error', { max: 450 }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'none' },
      ],
      // With noUncheckedIndexedAccess a loop over an array within its bounds needs it.
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  ...rooms.map(({ room, patterns }) => ({
    files: [`${room}/**/*.ts`],
    rules: { 'no-restricted-imports': ['error', { patterns }] },
  })),
  ...rooms
    .filter(({ room }) => room === 'server' || room === 'client' || room === 'preview')
    .map(({ room, patterns }) => ({
      files: [`${room}/src/**/*.ts`],
      ignores: [`${room}/src/node/**`],
      rules: { 'no-restricted-imports': ['error', { patterns: [...patterns, nodePattern] }] },
    })),
  {
    files: ['engine/**/*.ts'],
    rules: {
      'no-restricted-globals': ['error', 'console', 'process', 'setTimeout', 'setInterval', 'performance', 'fetch'],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'The engine has no clock: today is an input of lint.' },
        { object: 'Math', property: 'random', message: 'The engine gives the same findings for the same text.' },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
          message: 'The engine has no clock: today is an input of lint.',
        },
      ],
    },
  },
  {
    // A stand-in for an executable has to end while a server that hangs still runs.
    files: ['test/vscode/code-in-browser.mjs'],
    rules: { 'no-restricted-properties': 'off' },
  },
  {
    files: ['**/*.cjs'],
    languageOptions: { sourceType: 'commonjs' },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  {
    files: ['**/*.ts'],
    // The compiler knows every name.
    rules: { 'no-undef': 'off' },
  },
);

function roomPattern(names, reason) {
  return { regex: `^(?:\\.\\./)+(?:${names.join('|')})(?:/|\\.js$)`, message: `${IMPORT_RULE} ${reason}` };
}

function engineDoor() {
  return {
    regex: '/engine/(?!src/index\\.js$)',
    message: `${IMPORT_RULE} hosts import engine/src/index.js and nothing behind it.`,
  };
}

function readEnginePackages() {
  const families = ['unified', 'unist-[a-z-]+', 'remark-[a-z-]+', 'mdast', 'mdast-util-[a-z-]+', 'micromark[a-z-]*'];
  const file = new URL('engine/dependencies.json', import.meta.url);
  const names = Object.keys(JSON.parse(readFileSync(file, 'utf8')));
  return [...families, ...names];
}

function nodeGlobals() {
  const names = [
    'process',
    'console',
    'URL',
    'URLSearchParams',
    'Buffer',
    'setTimeout',
    'clearTimeout',
    '__dirname',
    'performance',
  ];
  return Object.fromEntries(names.map((name) => [name, 'readonly']));
}
