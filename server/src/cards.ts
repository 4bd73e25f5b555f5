import * as l10n from '@vscode/l10n';
import type { CompiledConcept, CompiledFact, CompiledVariant, Engine, Locale } from '../../engine/src/index.js';
import { CARD_PARTS, type CardPart } from './card-parts.js';
import { codePage, escapeAddress } from './code-pages.js';
import { kindInWords } from './features/kind-titles.js';

/** `short` beside a completion, `hover` over a word, `page` on its own. */
export type CardLength = 'short' | 'hover' | 'page';

export interface CardOptions {
  /** What a hover shows, in this order; all of it without. A page shows all. */
  readonly show?: readonly CardPart[];
  /** How often the document names the concept. */
  readonly uses?: number;
}

type Code = NonNullable<CompiledConcept['codes']>[number];

/** Names in one line of a hover; a page shows all. */
const MOST_IN_HOVER = 8;
const MOST_SOURCES_IN_HOVER = 3;

/** A concept's preferred term. */
export function cardTitle(engine: Engine, conceptId: string, style: Locale): string {
  return engine.terminology.preferredTerm(conceptId, style);
}

/** A concept as a writer reads it, in Markdown. What was not read in a source is marked so. */
export function cardMarkdown(
  engine: Engine,
  conceptId: string,
  style: Locale,
  length: CardLength,
  options: CardOptions = {},
): string {
  const concept = engine.terminology.concept(conceptId);
  if (concept === undefined) return '';
  const card = new Card(engine, concept, style, length);
  return card.markdown(options);
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

/** What a part of a card says: lines of a list, and paragraphs behind them. */
interface Said {
  readonly lines?: readonly string[];
  readonly paragraphs?: readonly string[];
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

  markdown({ show, uses = 0 }: CardOptions): string {
    const parts = show === undefined || this.#length !== 'hover' ? CARD_PARTS : show;
    const name = escapeMarkdown(this.#concept.preferred[this.#style]);
    const kind = `_${escapeMarkdown(kindInWords(this.#concept.kind))}_`;
    const head = this.#length === 'page' ? [`# ${name}`, kind] : [`**${name}**`];
    if (this.#length !== 'page' && parts.includes('kind')) head[0] += ` · ${kind}`;
    if (this.#length === 'short') return [...head, ...(this.#definition().paragraphs ?? [])].join('\n\n');
    const paragraphs = [...head];
    let list: string[] = [];
    const endList = (): void => {
      if (list.length > 0) paragraphs.push(list.map((entry) => `- ${entry}`).join('\n'));
      list = [];
    };
    for (const part of parts) {
      const said = this.#say(part, uses);
      list.push(...(said.lines ?? []));
      if ((said.paragraphs ?? []).length > 0) endList();
      paragraphs.push(...(said.paragraphs ?? []));
    }
    endList();
    return paragraphs.join('\n\n');
  }

  #say(part: CardPart, uses: number): Said {
    switch (part) {
      case 'definition':
        return this.#definition();
      case 'kind':
        return { lines: [...this.#types(), ...this.#statements(['is-a'])] };
      case 'class':
        return { lines: this.#statements(['class']) };
      case 'levels':
        return { lines: [...this.#levels(), ...this.#statements(['tissue']), ...this.#ranges()] };
      case 'causes':
        return { lines: this.#statements(['caused-by', 'risk-factor']) };
      case 'relations':
        return { lines: this.#statements(OTHER_RELATIONS) };
      case 'names':
        return { lines: this.#names() };
      case 'codes':
        return { lines: this.#codes() };
      case 'sources':
        return { paragraphs: [...this.#denials(), ...this.#sources()] };
      case 'uses':
        return uses > 1 ? { paragraphs: [`_${l10n.t('Used {0} times in this document.', uses)}_`] } : {};
    }
  }

  #definition(): Said {
    const { definition } = this.#concept;
    if (definition === undefined) return {};
    const text = escapeMarkdown(definition.text);
    const warning = l10n.t('(Unverified: not read in a source. Have a clinician check it.)');
    return { paragraphs: [definition.unverified === undefined ? text : `${text} _${warning}_`] };
  }

  #types(): string[] {
    const scheme = this.#engine.terminology.classificationOf(this.#concept.id);
    if (scheme === undefined) return [];
    return [
      line(
        l10n.t('Types'),
        scheme.members.map((member) => this.#term(member.concepts[0]!)),
      ),
    ];
  }

  #statements(relations: readonly CompiledFact['relation'][]): string[] {
    return relations.flatMap((relation) => {
      const facts = this.#concept.facts.filter((fact) => fact.relation === relation && fact.denied !== true);
      return facts.length === 0
        ? []
        : [
            this.#cut(
              relationTitle(relation),
              facts.map((fact) => this.#statement(fact)),
            ),
          ];
    });
  }

  #levels(): string[] {
    const { terminology } = this.#engine;
    const { id } = this.#concept;
    const facts = terminology.inheritedFacts(id, 'level').filter((fact) => fact.denied !== true);
    const analytes = new Set(facts.flatMap((fact) => fact.analyte ?? []));
    if (analytes.size === 0) return [];
    const levels = [...analytes].map(
      (analyte) => `${ANALYTES[analyte] ?? analyte} ${terminology.levelWords(id, analyte)}`,
    );
    return [line(relationTitle('level'), levels)];
  }

  #statement(fact: CompiledFact): string {
    const object = fact.object === undefined ? '' : this.#term(fact.object);
    const words = [fact.value ?? '', object].filter((part) => part !== '').join(' ');
    if (fact.standing === 'disputed') return l10n.t('{0} (disputed)', words);
    return fact.standing === 'unverified' ? l10n.t('{0} (unverified)', words) : words;
  }

  #names(): string[] {
    const groups = NAME_GROUPS.flatMap((status) => {
      const variants = this.#concept.variants.filter((variant) => variant.status === status);
      return variants.length === 0
        ? []
        : [
            this.#cut(
              nameGroupTitle(status),
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
            l10n.t('Reference range'),
            Object.entries(range).map(([unit, value]) => `${escapeMarkdown(value)} (${unit})`),
          ),
        ];
  }

  #codes(): string[] {
    const codes = this.#concept.codes ?? [];
    if (codes.length === 0) return [];
    return [
      line(
        l10n.t('Codes'),
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
      : [`## ${l10n.t('What is often mistaken')}`, [...new Set(denials)].map((denial) => `- ${denial}`).join('\n')];
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
    if (links.length === 0) return [`_${l10n.t('No source: carried as a name only.')}_`, ...notes];
    if (this.#length === 'page') {
      return [`## ${l10n.t('Sources')}`, links.map((link) => `- ${link}`).join('\n'), ...notes];
    }
    return [this.#cut(l10n.t('Sources'), links, MOST_SOURCES_IN_HOVER), ...notes];
  }

  #cut(title: string, entries: readonly string[], most = MOST_IN_HOVER): string {
    const unique = [...new Set(entries)];
    if (this.#length === 'page' || unique.length <= most) return line(title, unique);
    return l10n.t('{0} and {1} more', line(title, unique.slice(0, most)), unique.length - most);
  }

  #term(conceptId: string): string {
    return escapeMarkdown(this.#engine.terminology.preferredTerm(conceptId, this.#style));
  }
}

function line(title: string, entries: readonly string[]): string {
  return `**${title}:** ${entries.join('; ')}`;
}

/** What a concept stands in to others, besides what it is, its levels and its causes; in this order. */
const OTHER_RELATIONS: readonly CompiledFact['relation'][] = [
  'associated-with',
  'located-in',
  'treats',
  'treated-by',
  'does',
  'produces',
  'made-by',
  'related',
];

function relationTitle(relation: CompiledFact['relation']): string {
  switch (relation) {
    case 'is-a':
      return l10n.t('Is');
    case 'class':
      return l10n.t('Class');
    case 'level':
      return l10n.t('Blood levels');
    case 'tissue':
      return l10n.t('Tissue before the deposit');
    case 'caused-by':
      return l10n.t('Causes');
    case 'risk-factor':
      return l10n.t('Risk factors');
    case 'associated-with':
      return l10n.t('Occurs with');
    case 'located-in':
      return l10n.t('Found in');
    case 'treats':
      return l10n.t('Used for');
    case 'treated-by':
      return l10n.t('Treated with');
    case 'does':
      return l10n.t('What it does');
    case 'produces':
      return l10n.t('Makes');
    case 'made-by':
      return l10n.t('Made by');
    default:
      return l10n.t('See also');
  }
}

const NAME_GROUPS = ['admitted', 'lay', 'abbreviation', 'brand', 'deprecated'] as const;

function nameGroupTitle(status: (typeof NAME_GROUPS)[number]): string {
  switch (status) {
    case 'admitted':
      return l10n.t('Also named');
    case 'lay':
      return l10n.t('In everyday words');
    case 'abbreviation':
      return l10n.t('Abbreviation');
    case 'brand':
      return l10n.t('Trade names');
    case 'deprecated':
      return l10n.t('Better not');
  }
}

/** Names of substances, which the terminology has in English. */
const ANALYTES: Readonly<Record<string, string>> = {
  product: 'calcium-phosphate product',
  pth: 'parathyroid hormone',
  'alkaline-phosphatase': 'alkaline phosphatase',
};
