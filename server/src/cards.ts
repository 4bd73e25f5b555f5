import type { CompiledConcept, CompiledFact, CompiledVariant, Engine, Locale } from '../../engine/src/index.js';
import { codePage, escapeAddress } from './code-pages.js';

/** `short` beside a completion, `hover` over a word, `page` on its own. */
export type CardLength = 'short' | 'hover' | 'page';

type Code = NonNullable<CompiledConcept['codes']>[number];

/** Names in one line of a hover; a page shows all. */
const MOST_IN_HOVER = 8;
const MOST_SOURCES_IN_HOVER = 3;

/** A concept's preferred term. */
export function cardTitle(engine: Engine, conceptId: string, style: Locale): string {
  return engine.terminology.preferredTerm(conceptId, style);
}

/** A concept as a writer reads it, in Markdown. What was not read in a source is marked so. */
export function cardMarkdown(engine: Engine, conceptId: string, style: Locale, length: CardLength): string {
  const concept = engine.terminology.concept(conceptId);
  if (concept === undefined) return '';
  const card = new Card(engine, concept, style, length);
  return card.markdown();
}

/** The kind of a concept, in words. */
export function kindInWords(kind: string): string {
  return kind.replace(/^lab-/u, 'laboratory ').replaceAll('-', ' ');
}

/** A source as a link, by its key. */
export function sourceLink(engine: Engine, key: string): string | undefined {
  const source = engine.terminology.compiled.sources[key];
  if (source === undefined) return undefined;
  const title = escapeMarkdown(source.title);
  return source.url === '' ? title : `[${title}](${escapeAddress(source.url)})`;
}

/** Text of ours that Markdown must not read as marks. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>#|~]/gu, '\\$&');
}

class Card {
  readonly #engine: Engine;
  readonly #concept: CompiledConcept;
  readonly #style: Locale;
  readonly #length: CardLength;

  constructor(engine: Engine, concept: CompiledConcept, style: Locale, length: CardLength) {
    this.#engine = engine;
    this.#concept = concept;
    this.#style = style;
    this.#length = length;
  }

  markdown(): string {
    const name = escapeMarkdown(this.#concept.preferred[this.#style]);
    const title = this.#length === 'page' ? `# ${name}` : `**${name}**`;
    const kind = `_${kindInWords(this.#concept.kind)}_`;
    const head = this.#length === 'page' ? [title, kind] : [`${title} · ${kind}`];
    if (this.#length === 'short') return [...head, ...this.#definition()].join('\n\n');
    const lines = [...this.#types(), ...this.#statements(), ...this.#names(), ...this.#ranges(), ...this.#codes()];
    return [
      ...head,
      ...this.#definition(),
      lines.map((line) => `- ${line}`).join('\n'),
      ...this.#denials(),
      ...this.#sources(),
    ]
      .filter((part) => part !== '')
      .join('\n\n');
  }

  #definition(): string[] {
    const { definition } = this.#concept;
    if (definition === undefined) return [];
    const text = escapeMarkdown(definition.text);
    return [
      definition.unverified === undefined
        ? text
        : `${text} _(Unverified: not read in a source. Have a clinician check it.)_`,
    ];
  }

  #types(): string[] {
    const scheme = this.#engine.terminology.classificationOf(this.#concept.id);
    if (scheme === undefined) return [];
    return [
      line(
        'Types',
        scheme.members.map((member) => this.#term(member.concepts[0]!)),
      ),
    ];
  }

  #statements(): string[] {
    return RELATION_TITLES.flatMap(([relation, title]) => {
      if (relation === 'level') return this.#levels(title);
      const facts = this.#concept.facts.filter((fact) => fact.relation === relation && fact.denied !== true);
      return facts.length === 0
        ? []
        : [
            this.#cut(
              title,
              facts.map((fact) => this.#statement(fact)),
            ),
          ];
    });
  }

  #levels(title: string): string[] {
    const { terminology } = this.#engine;
    const { id } = this.#concept;
    const facts = terminology.inheritedFacts(id, 'level').filter((fact) => fact.denied !== true);
    const analytes = new Set(facts.flatMap((fact) => fact.analyte ?? []));
    if (analytes.size === 0) return [];
    const levels = [...analytes].map(
      (analyte) => `${ANALYTES[analyte] ?? analyte} ${terminology.levelWords(id, analyte)}`,
    );
    return [line(title, levels)];
  }

  #statement(fact: CompiledFact): string {
    const object = fact.object === undefined ? '' : this.#term(fact.object);
    const words = [fact.value ?? '', object].filter((part) => part !== '').join(' ');
    const standing =
      fact.standing === 'disputed' ? ' (disputed)' : fact.standing === 'unverified' ? ' (unverified)' : '';
    return `${words}${standing}`;
  }

  #names(): string[] {
    const groups = NAME_GROUPS.flatMap(([status, title]) => {
      const variants = this.#concept.variants.filter((variant) => variant.status === status);
      return variants.length === 0
        ? []
        : [
            this.#cut(
              title,
              variants.map((variant) => this.#name(variant)),
            ),
          ];
    });
    const { us, uk } = this.#concept.preferred;
    return us === uk
      ? groups
      : [line(this.#style === 'us' ? 'UK' : 'US', [escapeMarkdown(this.#style === 'us' ? uk : us)]), ...groups];
  }

  #name(variant: CompiledVariant): string {
    const locale =
      variant.locale === undefined || variant.locale === this.#style ? '' : ` (${variant.locale.toUpperCase()})`;
    const because =
      this.#length === 'page' && variant.because !== undefined ? `: ${escapeMarkdown(variant.because)}` : '';
    return `${escapeMarkdown(variant.text)}${locale}${because}`;
  }

  #ranges(): string[] {
    const { range } = this.#concept;
    return range === undefined
      ? []
      : [
          line(
            'Reference range',
            Object.entries(range).map(([unit, value]) => `${escapeMarkdown(value)} (${unit})`),
          ),
        ];
  }

  #codes(): string[] {
    const codes = this.#concept.codes ?? [];
    if (codes.length === 0) return [];
    return [
      line(
        'Codes',
        codes.map((code) => this.#code(code)),
      ),
    ];
  }

  #code({ system, code, label, match }: Code): string {
    const shown = code.includes(':') ? code : `${system} ${code}`;
    const address = codePage(system, code);
    const isOwnName = label.toLowerCase() === this.#concept.preferred.us.toLowerCase();
    const words = [isOwnName ? '' : escapeMarkdown(label), match === 'exact' ? '' : `(${match})`];
    return [address === undefined ? shown : `[${shown}](${address})`, ...words].filter((part) => part !== '').join(' ');
  }

  #denials(): string[] {
    if (this.#length !== 'page') return [];
    const denials = this.#concept.facts
      .filter((fact) => fact.denied === true && fact.because !== undefined)
      .map((fact) => escapeMarkdown(fact.because!));
    return denials.length === 0
      ? []
      : ['## What is often mistaken', [...new Set(denials)].map((denial) => `- ${denial}`).join('\n')];
  }

  #sources(): string[] {
    const { sources } = this.#engine.terminology.compiled;
    const keys = new Set([...(this.#concept.definition?.sources ?? []), ...this.#concept.sources]);
    const codeKeys = (this.#concept.codes ?? []).map((code) => code.source);
    if (this.#length === 'page') {
      for (const key of [...codeKeys, ...this.#concept.facts.flatMap((fact) => fact.sources)]) keys.add(key);
    }
    const links = [...keys].flatMap((key) => sourceLink(this.#engine, key) ?? []);
    const attributions = new Set([...keys, ...codeKeys].flatMap((key) => sources[key]?.attribution ?? []));
    const notes = [...attributions].map((attribution) => `_${escapeMarkdown(attribution)}_`);
    if (links.length === 0) return ['_No source: carried as a name only._', ...notes];
    if (this.#length === 'page') return ['## Sources', links.map((link) => `- ${link}`).join('\n'), ...notes];
    return [this.#cut('Sources', links, MOST_SOURCES_IN_HOVER), ...notes];
  }

  #cut(title: string, entries: readonly string[], most = MOST_IN_HOVER): string {
    const unique = [...new Set(entries)];
    if (this.#length === 'page' || unique.length <= most) return line(title, unique);
    return `${line(title, unique.slice(0, most))} and ${unique.length - most} more`;
  }

  #term(conceptId: string): string {
    return escapeMarkdown(this.#engine.terminology.preferredTerm(conceptId, this.#style));
  }
}

function line(title: string, entries: readonly string[]): string {
  return `**${title}:** ${entries.join('; ')}`;
}

/** In this order. */
const RELATION_TITLES = [
  ['is-a', 'Is'],
  ['class', 'Class'],
  ['level', 'Blood levels'],
  ['tissue', 'Tissue before the deposit'],
  ['caused-by', 'Causes'],
  ['risk-factor', 'Risk factors'],
  ['associated-with', 'Occurs with'],
  ['located-in', 'Found in'],
  ['treats', 'Used for'],
  ['treated-by', 'Treated with'],
  ['does', 'What it does'],
  ['produces', 'Makes'],
  ['made-by', 'Made by'],
  ['related', 'See also'],
] as const;

const NAME_GROUPS = [
  ['admitted', 'Also named'],
  ['lay', 'In everyday words'],
  ['abbreviation', 'Abbreviation'],
  ['brand', 'Trade names'],
  ['deprecated', 'Better not'],
] as const;

const ANALYTES: Readonly<Record<string, string>> = {
  product: 'calcium-phosphate product',
  pth: 'parathyroid hormone',
  'alkaline-phosphatase': 'alkaline phosphatase',
};
