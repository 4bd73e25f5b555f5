import { write, type CommandEnvironment } from '../environment.js';
import { loadEngine } from '../load-engine.js';
import type { TermsFlags } from '../project-commands.js';
import { colorsFor, harmless, type Colors } from '../terminal.js';
import { readTerms, type Place, type TermsInArticles } from '../terms-in-articles.js';
import type { Trouble } from '../trouble.js';

/** Prints the terms of articles, most used first. @returns 2 where something could not be read; the rest is printed */
export async function terms(
  paths: readonly string[],
  flags: TermsFlags,
  environment: CommandEnvironment,
): Promise<0 | 2> {
  const found = await readTerms(paths, await loadEngine(environment.dataFolder), environment);
  const answer = answerOf(found, flags);
  const colors = colorsFor(environment.stdout, environment.env, flags.color);
  if (flags.format === 'json') await write(environment.stdout, `${JSON.stringify(answer, null, 2)}\n`);
  else if (found.articles > 0) await write(environment.stdout, toText(answer, colors));
  return tellTroubles(found.troubles, environment);
}

/** Writes what could not be done. @returns the exit code */
export async function tellTroubles(troubles: readonly Trouble[], { stderr }: CommandEnvironment): Promise<0 | 2> {
  for (const { place, message } of troubles) await write(stderr, `kossa: ${harmless(`${place}: ${message}`)}\n`);
  return troubles.length > 0 ? 2 : 0;
}

/** Plain data, which `--format json` prints as it is. */
interface Answer {
  readonly articles: number;
  readonly terms: readonly {
    readonly conceptId: string;
    readonly term: string;
    readonly kind: string;
    readonly count: number;
    readonly names: readonly { readonly text: string; readonly count: number }[];
    readonly first: Place;
    readonly unexplained: readonly Place[];
  }[];
  readonly unexplainedAbbreviations: readonly {
    readonly abbreviation: string;
    readonly count: number;
    readonly files: readonly string[];
  }[];
  readonly candidates: readonly { readonly word: string; readonly count: number; readonly first: Place }[];
}

function answerOf(found: TermsInArticles, { style }: TermsFlags): Answer {
  return {
    articles: found.articles,
    terms: [...found.concepts.values()]
      .map(({ conceptId, terminology, count, names, first, unexplained }) => ({
        conceptId,
        term: terminology.preferredTerm(conceptId, style),
        kind: terminology.concept(conceptId)?.kind ?? '',
        count,
        names: [...names].map(([text, uses]) => ({ text, count: uses })).sort(byCount('text')),
        first,
        unexplained,
      }))
      .sort(byCount('term')),
    unexplainedAbbreviations: [...found.abbreviations]
      .map(([abbreviation, use]) => ({ abbreviation, ...use }))
      .sort(byCount('abbreviation')),
    candidates: [...found.candidates].map(([word, use]) => ({ word, ...use })).sort(byCount('word')),
  };
}

/** Most used first, then by name, the same on every machine. */
function byCount<Key extends string>(
  key: Key,
): (a: { readonly count: number } & Readonly<Record<Key, string>>, b: typeof a) => number {
  return (a, b) => b.count - a.count || (a[key] < b[key] ? -1 : 1);
}

function toText({ articles, terms: used, unexplainedAbbreviations, candidates }: Answer, colors: Colors): string {
  const parts = [
    section(
      `${used.length} terms in ${articles} ${articles === 1 ? 'article' : 'articles'}`,
      used.map(({ count, term, kind, names, first, unexplained }) => [
        `${String(count).padStart(5)}  ${term}`,
        kind,
        placeText(first),
        [
          names.length === 1 && [term, `${term}s`].includes(names[0]!.text.toLowerCase())
            ? ''
            : `as ${names.map((name) => `${name.text} ${name.count}`).join(', ')}`,
          unexplained.length === 0 ? '' : 'not explained where it is first used',
        ]
          .filter((note) => note !== '')
          .join('; '),
      ]),
      colors,
    ),
    section(
      'Abbreviations that are never explained',
      unexplainedAbbreviations.map(({ abbreviation, count, files }) => [
        `${String(count).padStart(5)}  ${abbreviation}`,
        files.join(', '),
      ]),
      colors,
    ),
    section(
      'Medical words that the terminology does not have',
      candidates.map(({ word, count, first }) => [`${String(count).padStart(5)}  ${word}`, placeText(first)]),
      colors,
    ),
  ];
  return parts.filter((part) => part !== '').join('\n');
}

function section(title: string, rows: readonly (readonly string[])[], colors: Colors): string {
  if (rows.length === 0 && !/^\d/u.test(title)) return '';
  const widths = (rows[0] ?? []).map((_cell, at) => Math.min(40, Math.max(...rows.map((row) => row[at]!.length))));
  const lines = rows.map((row) =>
    row
      .map((cell, at) => harmless(cell).padEnd(at === row.length - 1 ? 0 : widths[at]!))
      .join('  ')
      .trimEnd(),
  );
  return `${colors.bold(title)}\n\n${lines.map((line) => `${line}\n`).join('')}`;
}

function placeText({ file, line, column }: Place): string {
  return `${file}:${line}:${column}`;
}
