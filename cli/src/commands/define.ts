import type { CompiledConcept, CompiledFact, CompiledVariant, Locale, Terminology } from '../../../engine/src/index.js';
import type { DefineFlags } from '../command-line.js';
import { write, type CommandEnvironment } from '../environment.js';
import { configurationIn } from '../files/configuration-of.js';
import { loadEngineWithoutWords } from '../load-engine.js';
import { colorsFor, harmless, widthOf, wrap, type Colors } from '../terminal.js';

/** Prints the cards of the concepts that a term names. @returns 1 where it names none; the nearest terms are told */
export async function define(term: string, flags: DefineFlags, environment: CommandEnvironment): Promise<0 | 1> {
  const engine = await loadEngineWithoutWords(environment.dataFolder);
  const { terminology } = engine.under(await configurationIn(environment.cwd, engine));
  const cards = terminology.lookup(term).map((id) => cardOf(terminology.concept(id)!, terminology, flags.style));
  const nearest = cards.length > 0 ? [] : terminology.nearest(term, MOST_NEAREST);
  if (flags.format === 'json') {
    await write(environment.stdout, `${JSON.stringify({ term, cards, nearest }, null, 2)}\n`);
  } else if (cards.length > 0) {
    const colors = colorsFor(environment.stdout, environment.env, flags.color);
    const width = widthOf(environment.stdout, environment.env);
    await write(environment.stdout, cards.map((card) => cardText(card, term, colors, width)).join('\n'));
  }
  if (cards.length > 0) return 0;
  await write(
    environment.stderr,
    unknownText(
      harmless(term),
      nearest.map((one) => one.term),
    ),
  );
  return 1;
}

const MOST_NEAREST = 5;

function unknownText(term: string, nearest: readonly string[]): string {
  if (nearest.length === 0) return `kossa: the terminology has no term ${term}, and none that is near.\n`;
  return `kossa: the terminology has no term ${term}. Nearest:\n${nearest.map((name) => `  ${name}\n`).join('')}`;
}

/** What is told of a concept: plain data, which `--format json` prints as it is. */
interface Card {
  readonly id: string;
  readonly term: string;
  readonly kind: string;
  readonly definition: {
    readonly text: string;
    readonly unverified: string | null;
    readonly sources: readonly string[];
  } | null;
  readonly names: readonly {
    readonly text: string;
    readonly status: string;
    readonly locale: Locale | null;
    readonly because: string | null;
  }[];
  readonly letters: readonly { readonly letter: string; readonly standsFor: string }[];
  readonly facts: readonly CardFacts[];
  readonly codes: readonly {
    readonly system: string;
    readonly code: string;
    readonly label: string;
    readonly match: string;
    readonly attribution: string | null;
  }[];
  readonly ranges: readonly { readonly of: string; readonly value: string }[];
  readonly note: string | null;
  readonly sources: readonly { readonly id: string; readonly title: string; readonly url: string }[];
}

/** Statements of one kind: "Causes". */
interface CardFacts {
  readonly title: string;
  readonly values: readonly {
    readonly text: string;
    readonly note: string | null;
    readonly sources: readonly string[];
  }[];
}

function cardOf(concept: CompiledConcept, terminology: Terminology, style: Locale): Card {
  const { definition } = concept;
  const facts = [...typesOf(concept, terminology, style), ...factsOf(concept, terminology, style)];
  const codes = concept.codes ?? [];
  const sourceIds = new Set([
    ...(definition?.sources ?? []),
    ...concept.sources,
    ...facts.flatMap((group) => group.values.flatMap((value) => value.sources)),
    ...codes.map((code) => code.source),
  ]);
  const { sources } = terminology.compiled;
  return {
    id: concept.id,
    term: concept.preferred[style],
    kind: concept.kind,
    definition:
      definition === undefined
        ? null
        : { text: definition.text, unverified: definition.unverified ?? null, sources: definition.sources },
    names: concept.variants.map((variant) => ({
      text: variant.text,
      status: variant.status,
      locale: variant.locale ?? null,
      because: variant.because ?? null,
    })),
    letters: (concept.letters ?? []).map(({ letter, standsFor, uk }) => ({
      letter,
      standsFor: style === 'uk' ? (uk ?? standsFor) : standsFor,
    })),
    facts,
    codes: codes.map(({ system, code, label, match, source }) => ({
      system,
      code,
      label,
      match,
      attribution: sources[source]?.attribution ?? null,
    })),
    ranges: Object.entries(concept.range ?? {}).map(([of, value]) => ({ of, value })),
    note: concept.note ?? null,
    sources: [...sourceIds].flatMap((id) =>
      Object.hasOwn(sources, id) ? [{ id, title: sources[id]!.title, url: sources[id]!.url }] : [],
    ),
  };
}

/** The members of the scheme that divides the concept, and the scheme that it is a member of. */
function typesOf(concept: CompiledConcept, terminology: Terminology, style: Locale): CardFacts[] {
  const groups: CardFacts[] = [];
  const divided = terminology.classificationOf(concept.id);
  if (divided !== undefined) {
    const sources = divided.accepted.flatMap((accepted) => accepted.sources);
    groups.push({
      title: 'Types',
      values: divided.members.map(({ name, concepts }) => ({
        text: concepts[0] === undefined ? name : terminology.preferredTerm(concepts[0], style),
        note: null,
        sources,
      })),
    });
  }
  const place = terminology.memberOf(concept.id);
  if (place !== undefined) {
    const whole = place.classification.of[0];
    const of = whole === undefined ? '' : ` of ${terminology.preferredTerm(whole, style)}`;
    groups.push({ title: 'Type', values: [{ text: `${place.name} type${of}`, note: null, sources: [] }] });
  }
  const narrower = terminology.compiled.concepts.filter((other) =>
    other.facts.some(
      (fact) => !fact.denied && (fact.relation === 'is-a' || fact.relation === 'class') && fact.object === concept.id,
    ),
  );
  if (narrower.length > 0) {
    const values = narrower.map((other) => ({ text: other.preferred[style], note: null, sources: [] }));
    groups.push({ title: concept.kind === 'drug-class' ? 'Medicines and classes within it' : 'Kinds of it', values });
  }
  return groups;
}

const FACT_TITLES: Readonly<Record<CompiledFact['relation'], string>> = {
  'is-a': 'Is a kind of',
  class: 'Drug classes',
  'caused-by': 'Causes',
  'risk-factor': 'Risk factors',
  'associated-with': 'Occurs with',
  level: 'Blood levels',
  tissue: 'Tissue before the deposit',
  'located-in': 'Located in',
  treats: 'Treats',
  'treated-by': 'Treated with',
  does: 'What it does',
  produces: 'Produces',
  'made-by': 'Made by',
  related: 'See also',
};

/** What the terminology denies, because it is often written. */
const DENIED_TITLES: Readonly<Record<CompiledFact['relation'], string>> = {
  'is-a': 'Is not a kind of',
  class: 'Is not in these drug classes',
  'caused-by': 'Is not caused by',
  'risk-factor': 'Are no risk factors',
  'associated-with': 'Does not go with',
  level: 'Not these blood levels',
  tissue: 'Not this tissue before the deposit',
  'located-in': 'Is not located in',
  treats: 'Does not treat',
  'treated-by': 'Is not treated with',
  does: 'Not true of it',
  produces: 'Does not produce',
  'made-by': 'Is not made by',
  related: 'Is not related to',
};

function factsOf(concept: CompiledConcept, terminology: Terminology, style: Locale): CardFacts[] {
  const groups = new Map<string, CardFacts['values'][number][]>();
  for (const fact of concept.facts) {
    const title = (fact.denied === true ? DENIED_TITLES : FACT_TITLES)[fact.relation];
    const value = { text: factValue(fact, terminology, style), note: factNote(fact), sources: fact.sources };
    const before = groups.get(title);
    if (before === undefined) groups.set(title, [value]);
    else if (!before.some((other) => other.text === value.text)) before.push(value);
  }
  return [...groups].map(([title, values]) => ({ title, values }));
}

function factValue(fact: CompiledFact, terminology: Terminology, style: Locale): string {
  const object =
    fact.object === undefined
      ? ''
      : fact.object === 'any'
        ? 'any cause'
        : terminology.preferredTerm(fact.object, style);
  if (fact.relation === 'level') {
    return `${(fact.analyte ?? '').replaceAll('-', ' ')}: ${(fact.value ?? '').replaceAll('-', ' ')}`;
  }
  const value = fact.value?.replaceAll('-', ' ') ?? '';
  // "binds phosphate", and "blocks absorption of calcium".
  return [value, value.includes(' ') && object !== '' ? 'of' : '', object].filter((part) => part !== '').join(' ');
}

function factNote(fact: CompiledFact): string | null {
  if (fact.standing === 'unverified') return 'not checked against a source';
  if (fact.standing === 'disputed') return 'sources differ';
  return fact.denied === true ? (fact.because ?? null) : null;
}

function cardText(card: Card, asked: string, colors: Colors, width: number): string {
  const parts = [`${colors.bold(card.term)} ${colors.dim(`(${card.kind.replaceAll('-', ' ')})`)}`];
  const name = card.names.find((one) => one.text.toLowerCase() === asked.toLowerCase());
  if (name !== undefined && WRONG_NAMES.has(name.status)) {
    parts.push(
      indented(
        `“${harmless(asked)}” is ${STATUS_WORDS[name.status as CompiledVariant['status']]}: write “${card.term}”.${name.because === null ? '' : ` ${name.because}`}`,
        width,
      ),
    );
  }
  if (card.definition !== null) {
    const standing =
      card.definition.unverified === null ? '' : ` (Not checked against a source: ${card.definition.unverified})`;
    parts.push(indented(`${card.definition.text}${standing}`, width));
  }
  if (card.letters.length > 0) {
    parts.push(
      section(
        'Letters',
        card.letters.map(({ letter, standsFor }) => `${letter}: ${standsFor}`),
        colors,
        width,
      ),
    );
  }
  for (const group of card.facts) {
    parts.push(
      section(
        group.title,
        group.values.map(({ text, note }) => (note === null ? text : `${text} (${note})`)),
        colors,
        width,
      ),
    );
  }
  for (const { of, value } of card.ranges) parts.push(section('Reference range', [`${of}: ${value}`], colors, width));
  parts.push(...namesText(card, colors, width));
  if (card.note !== null) parts.push(section('Note', [card.note], colors, width));
  if (card.codes.length > 0) parts.push(section('Codes', card.codes.map(codeText), colors, width));
  if (card.sources.length > 0) {
    parts.push(
      section(
        'Sources',
        card.sources.map(({ title, url }) => `${title} ${url}`),
        colors,
        width,
      ),
    );
  }
  const attributions = [
    ...new Set(card.codes.flatMap(({ attribution }) => (attribution === null ? [] : [attribution]))),
  ];
  if (attributions.length > 0) parts.push(indented(attributions.join(' '), width));
  return `${parts.join('\n\n')}\n`;
}

const STATUS_WORDS: Readonly<Record<CompiledVariant['status'], string>> = {
  preferred: 'preferred',
  admitted: 'also right',
  lay: 'everyday word',
  abbreviation: 'abbreviation',
  brand: 'trade name',
  deprecated: 'a name to avoid',
  misspelling: 'misspelled',
  impossible: 'not what is meant',
};

const WRONG_NAMES: ReadonlySet<string> = new Set(['deprecated', 'misspelling', 'impossible']);

function namesText(card: Card, colors: Colors, width: number): string[] {
  const right = card.names.filter((name) => !WRONG_NAMES.has(name.status) && name.text !== card.term);
  const avoided = card.names.filter((name) => name.status === 'deprecated');
  const where = (locale: Locale | null): string => (locale === null ? '' : `, ${locale.toUpperCase()}`);
  return [
    ...(right.length === 0
      ? []
      : [
          section(
            'Other names',
            right.map(
              ({ text, status, locale }) =>
                `${text} (${STATUS_WORDS[status as CompiledVariant['status']]}${where(locale)})`,
            ),
            colors,
            width,
          ),
        ]),
    ...(avoided.length === 0
      ? []
      : [
          section(
            'Names to avoid',
            avoided.map(({ text, because }) => (because === null ? text : `${text}: ${because}`)),
            colors,
            width,
          ),
        ]),
  ];
}

function codeText({ system, code, label, match }: Card['codes'][number]): string {
  const name = code.startsWith(`${system}:`) ? code : `${system} ${code}`;
  return `${name} ${label}${match === 'exact' ? '' : ` (${match})`}`;
}

function section(title: string, items: readonly string[], colors: Colors, width: number): string {
  const lines = items.flatMap((item) => {
    const [first = '', ...rest] = wrap(item, width - 4);
    return [`  - ${first}`, ...rest.map((line) => `    ${line}`)];
  });
  return `${colors.bold(title)}\n${lines.join('\n')}`;
}

function indented(text: string, width: number): string {
  return wrap(text, width - 2)
    .map((line) => `  ${line}`)
    .join('\n');
}
