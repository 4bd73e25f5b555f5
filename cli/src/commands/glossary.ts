import { write, type CommandEnvironment } from '../environment.js';
import { loadEngineWithoutWords } from '../load-engine.js';
import type { GlossaryFlags } from '../project-commands.js';
import { readTerms, type TermsInArticles } from '../terms-in-articles.js';
import { tellTroubles } from './terms.js';

/** Prints a glossary of the terms that articles use. @returns 2 where something could not be read; the rest is printed */
export async function glossary(
  paths: readonly string[],
  flags: GlossaryFlags,
  environment: CommandEnvironment,
): Promise<0 | 2> {
  const found = await readTerms(paths, await loadEngineWithoutWords(environment.dataFolder), environment);
  const made = glossaryOf(found, flags);
  if (found.articles > 0) await write(environment.stdout, WRITERS[flags.format](made));
  return tellTroubles(found.troubles, environment);
}

interface Entry {
  readonly conceptId: string;
  readonly term: string;
  /** What the articles call it beside that. */
  readonly alsoWritten: readonly string[];
  readonly definition: string;
  /** Why no source stands behind it; null where one does. */
  readonly unverified: string | null;
  readonly sources: readonly { readonly title: string; readonly url: string }[];
}

interface Glossary {
  readonly entries: readonly Entry[];
  /** Terms that the articles use and the terminology does not define. */
  readonly undefined: readonly string[];
}

/** Only what is meant for certain: a glossary does not guess. */
function glossaryOf(found: TermsInArticles, { style }: GlossaryFlags): Glossary {
  const entries: Entry[] = [];
  const without: string[] = [];
  for (const { conceptId, terminology, certain, names } of found.concepts.values()) {
    const concept = terminology.concept(conceptId);
    if (concept === undefined || certain === 0) continue;
    const term = terminology.preferredTerm(conceptId, style);
    const { definition } = concept;
    if (definition === undefined) {
      without.push(term);
      continue;
    }
    const right = new Set(
      concept.variants
        .filter(({ status }) => status === 'preferred' || status === 'admitted' || status === 'abbreviation')
        .map(({ text }) => text.toLowerCase()),
    );
    entries.push({
      conceptId,
      term,
      alsoWritten: [...names.keys()].filter(
        (name) => name.toLowerCase() !== term.toLowerCase() && right.has(name.toLowerCase()),
      ),
      definition: definition.text,
      unverified: definition.unverified ?? null,
      sources: definition.sources.flatMap((id) => {
        const source = terminology.compiled.sources[id];
        return source === undefined ? [] : [{ title: source.title, url: source.url }];
      }),
    });
  }
  return {
    entries: entries.sort((a, b) => byName(a.term, b.term)),
    undefined: without.sort(byName),
  };
}

function byName(a: string, b: string): number {
  return a.toLowerCase() < b.toLowerCase() ? -1 : 1;
}

const WRITERS: Readonly<Record<GlossaryFlags['format'], (glossary: Glossary) => string>> = {
  markdown: toMarkdown,
  html: toHtml,
  json: (made) => `${JSON.stringify(made, null, 2)}\n`,
};

const UNVERIFIED = 'Not checked against a source.';

function toMarkdown({ entries }: Glossary): string {
  const parts = entries.map(({ term, alsoWritten, definition, unverified, sources }) =>
    [
      `## ${inMarkdown(term)}`,
      inMarkdown(definition),
      ...(unverified === null ? [] : [`*${UNVERIFIED}*`]),
      ...(alsoWritten.length === 0 ? [] : [`Also: ${alsoWritten.map(inMarkdown).join(', ')}`]),
      ...(sources.length === 0
        ? []
        : [`Sources: ${sources.map(({ title, url }) => `[${inMarkdown(title)}](<${url}>)`).join('; ')}`]),
    ].join('\n\n'),
  );
  return `${['# Glossary', ...parts].join('\n\n')}\n`;
}

function inMarkdown(text: string): string {
  return text.replace(/\s+/gu, ' ').replace(/[\\`*_[\]<>|]/gu, '\\$&');
}

function toHtml({ entries }: Glossary): string {
  const parts = entries.map(({ conceptId, term, alsoWritten, definition, unverified, sources }) => {
    const lines = [
      `    <dt id="${inHtml(conceptId)}">${inHtml(term)}</dt>`,
      `    <dd>`,
      `      <p>${inHtml(definition)}</p>`,
    ];
    if (unverified !== null) lines.push(`      <p><em>${UNVERIFIED}</em></p>`);
    if (alsoWritten.length > 0) lines.push(`      <p>Also: ${inHtml(alsoWritten.join(', '))}</p>`);
    const links = sources.map(({ title, url }) => `<a href="${inHtml(url)}">${inHtml(title)}</a>`);
    if (links.length > 0) lines.push(`      <p>Sources: ${links.join('; ')}</p>`);
    return [...lines, `    </dd>`].join('\n');
  });
  return `<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>Glossary</title>
</head>
<body>
  <h1>Glossary</h1>
  <dl>
${parts.map((part) => `${part}\n`).join('')}  </dl>
</body>
</html>
`;
}

function inHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
