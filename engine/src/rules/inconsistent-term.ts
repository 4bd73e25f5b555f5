import type { AnalyzedBlock } from '../document.js';
import { normalizePhrase } from '../language/tokenize.js';
import type { Mention, Reading } from '../mentions/mention.js';
import type { CompiledConcept, CompiledVariant } from '../terminology/compiled.js';
import type { ConceptKind, Locale } from '../terminology/source-format.js';
import { overlaps, proseSpan, type ProseSpan } from '../text/span.js';
import { defineRule, type RuleContext } from './rule.js';
import { inOneSpelling, spellingOf, type SpelledWord } from './support/spelling.js';
import { oncePerContent, oncePerText } from './support/once.js';
import { isFree, isFreeInRunningText, standingOf } from './support/standing.js';
import {
  bareSpan,
  beginsSentence,
  inCaseOf,
  isSetInTitleCase,
  pluralOf,
  quotable,
  replacing,
} from './support/wording.js';

type MessageId = 'names' | 'spellings' | 'againstStyle';

export default defineRule<MessageId>({
  id: 'inconsistent-term',
  summary: 'One thing under several names, or US beside UK spelling, in one document.',
  rationale:
    'A reader who meets a second name looks for a second thing. Choose one name, give the other once in brackets, and keep to one spelling.',
  category: 'style',
  severity: 'hint',
  severities: ['hint'],
  since: '0.1.0',
  fixable: 'review',
  healthWritingOnly: true,
  reads: 'document',
  yieldsTo: ['avoided-term', 'eponym-form', 'misspelled-term', 'wrong-word'],
  sources: ['https://service-manual.nhs.uk/content/how-we-write'],
  messages: {
    names:
      '“{{written}}” and “{{other}}” are one thing, and the text uses both: keep to one, and give the other once in brackets.',
    spellings:
      '“{{written}}” is {{spelling}} spelling in a text that otherwise uses {{otherSpelling}} spelling: write “{{expected}}”.',
    againstStyle:
      '“{{written}}” is {{spelling}} spelling, and the house style of this text is {{otherSpelling}}: write “{{expected}}”.',
  },
  examples: [
    { text: 'Hypercalcemia can cause calcinosis. Hypercalcaemia is treated first.', reports: ['Hypercalcaemia'] },
    { text: 'Hypercalcemia can cause calcinosis. Hypercalcemia is treated first.', reports: [] },
  ],
  check(context) {
    reportSpellings(context);
    reportNames(context);
  },
});

function reportSpellings(context: RuleContext<MessageId>): void {
  const words = spelledWordsIn(context);
  const count = (locale: Locale): number => words.filter((word) => word.spelling.locale === locale).length;
  const [us, uk] = [count('us'), count('uk')];
  if (us === 0 || uk === 0) return;
  const kept: Locale = context.styleIsChosen || us === uk ? context.style : us > uk ? 'us' : 'uk';
  const other: Locale = kept === 'us' ? 'uk' : 'us';
  const reported = new Set<string>();
  for (const { block, span, form, spelling } of words) {
    if (spelling.locale === kept || reported.has(form)) continue;
    reported.add(form);
    const expected = spelling.twin;
    const conceptId = block.mentions.find((mention) => overlaps(mention.span, span))?.conceptId;
    context.report({
      at: { block: block.index, span },
      message: context.styleIsChosen ? 'againstStyle' : 'spellings',
      data: {
        written: quotable(block, span),
        expected,
        spelling: NAME_OF_SPELLING[other],
        otherSpelling: NAME_OF_SPELLING[kept],
      },
      ...(conceptId === undefined ? {} : { conceptId }),
      fixes: [
        {
          title: `Replace with \`${expected}\``,
          grade: 'review',
          edits: words
            .filter((word) => word.form === form)
            .map((word) => ({ at: { block: word.block.index, span: word.span }, text: word.spelling.twin })),
        },
      ],
    });
  }
}

const NAME_OF_SPELLING: Readonly<Record<Locale, string>> = { us: 'US', uk: 'British' };

interface WordWithSpelling {
  readonly block: AnalyzedBlock;
  readonly span: ProseSpan;
  /** What its inflections have in common. */
  readonly form: string;
  readonly spelling: SpelledWord;
}

/** Words whose spelling tells where they come from, in the writer's own running words. */
function spelledWordsIn({ document, terminology }: RuleContext<MessageId>): WordWithSpelling[] {
  const words: WordWithSpelling[] = [];
  for (const block of document.lists.where(spells)) {
    for (const { token: index, ...word } of spelledIn(block)) {
      const { span } = block.tokens[index]!;
      if (!isInName(block, index) && standingOf(document, block, span) === 'running') words.push({ block, ...word });
    }
    for (const { mention, ...word } of hyphenatedIn(block, terminology)) {
      if (standingOf(document, block, mention) === 'running') words.push({ block, ...word });
    }
  }
  return words;
}

/** Most blocks hold no word whose spelling tells. */
function spells(block: AnalyzedBlock, terminology: RuleContext['terminology']): boolean {
  return spelledIn(block).length > 0 || hyphenatedIn(block, terminology).length > 0;
}

const spelledIn = oncePerText(({ tokens }) =>
  tokens.flatMap(({ kind, text, norm, span, possessive }, token) => {
    if (kind !== 'word') return [];
    const spelling = spellingOf(possessive === '' ? text : text.slice(0, -possessive.length));
    if (spelling === undefined) return [];
    return [
      { token, span: proseSpan(span.start, span.end - possessive.length), form: norm.replace(/s$/u, ''), spelling },
    ];
  }),
);

const hyphenatedIn = oncePerContent((block, terminology: RuleContext['terminology']) =>
  block.mentions.flatMap((mention) => {
    const concept = mention.conceptId === undefined ? undefined : terminology.concept(mention.conceptId)!;
    const spelling = concept === undefined ? undefined : spellingByHyphen(block, mention, concept);
    if (spelling === undefined) return [];
    return [{ mention: mention.span, span: bareSpan(block, mention), form: concept!.id, spelling }];
  }),
);

/** "Non-steroidal" and "nonsteroidal": the two preferred terms differ by hyphens only. */
function spellingByHyphen(block: AnalyzedBlock, mention: Mention, concept: CompiledConcept): SpelledWord | undefined {
  const reading = mention.readings.find((candidate) => candidate.conceptId === concept.id)!;
  const { us, uk } = concept.preferred;
  if (
    reading.locale === undefined ||
    us === uk ||
    concept.variants[reading.variant]!.status !== 'preferred' ||
    us.replaceAll('-', '') !== uk.replaceAll('-', '')
  ) {
    return undefined;
  }
  const [own, other] = reading.locale === 'us' ? [us, uk] : [uk, us];
  return {
    locale: reading.locale,
    twin: inCaseOf(block, mention, own, reading.form === 'plural' ? pluralOf(other) : other),
  };
}

/** A capital in mid-sentence: part of the name of an organization or a work, which keeps its spelling. */
function isInName(block: AnalyzedBlock, index: number): boolean {
  if (!/^\p{Lu}/u.test(block.tokens[index]!.text)) return false;
  return !beginsSentence(block, index) && !(block.kind === 'heading' || isSetInTitleCase(block));
}

/** A mention by an accepted name whose concept is certain. */
interface Use {
  readonly block: AnalyzedBlock;
  readonly mention: Mention;
  readonly concept: CompiledConcept;
  readonly reading: Reading;
  /** Two spellings are one name. */
  readonly name: string;
  /** Not talked about, and not between quotation marks. */
  readonly isFree: boolean;
}

/** A name of a concept, of which there is one object, and the blocks in whose running text it stands. */
interface NameInText {
  readonly conceptName: ConceptName;
  /** In reading order, as often as it stands there. */
  readonly blocks: readonly number[];
}

/** The names of the concepts that the text calls by several of them, each often enough, in the order of their first use. */
function namesOfConcepts({ document, terminology }: RuleContext<MessageId>): readonly (readonly NameInText[])[] {
  const byConcept = new Map<CompiledConcept, NameInText[]>();
  for (const [conceptName, blocks] of document.lists.byPlace(namesInRunningText)) {
    if (blocks.length < USES_OF_A_NAME) continue;
    const names = byConcept.get(conceptName.concept);
    if (names === undefined) byConcept.set(conceptName.concept, [{ conceptName, blocks }]);
    else names.push({ conceptName, blocks });
  }
  const anywhere = document.lists.by(namesOf);
  const firstUse = (name: ConceptName): readonly [block: number, place: number] => {
    const block = anywhere.get(name)![0]!;
    return [block, namesOf(document.blocks[block]!, terminology).indexOf(name)];
  };
  return [...byConcept.values()]
    .filter((names) => names.length > 1)
    .map((names) =>
      names
        .map((name) => ({ name, first: firstUse(name.conceptName) }))
        .sort((a, b) => a.first[0] - b.first[0] || a.first[1] - b.first[1])
        .map(({ name }) => name),
    );
}

/** The uses of a name in the running text of some blocks. */
function usesOf(
  { conceptName }: NameInText,
  blocks: ReadonlySet<number>,
  { document, terminology }: RuleContext<MessageId>,
): Use[] {
  return [...blocks].flatMap((index) => {
    const block = document.blocks[index]!;
    return namesIn(block, terminology)
      .filter((use) => use.conceptName === conceptName && isInRunningText(use, block, document))
      .map((use) => ({ ...use, block }));
  });
}

function namesInRunningText(
  block: AnalyzedBlock,
  terminology: RuleContext['terminology'],
  blocks: readonly AnalyzedBlock[],
): readonly ConceptName[] {
  return namesIn(block, terminology)
    .filter((use) => isInRunningText(use, block, { blocks }))
    .map(({ conceptName }) => conceptName);
}

function isInRunningText(
  { isFree, mention }: Omit<Use, 'block'>,
  block: AnalyzedBlock,
  document: Pick<RuleContext['document'], 'blocks'>,
): boolean {
  return isFree && isFreeInRunningText(document, block, mention.span);
}

/** A name of a concept, of which there is one object. */
interface ConceptName {
  readonly concept: CompiledConcept;
  readonly name: string;
}

function namesOf(block: AnalyzedBlock, terminology: RuleContext['terminology']): readonly ConceptName[] {
  return namesIn(block, terminology).map(({ conceptName }) => conceptName);
}

const conceptNames = new WeakMap<CompiledConcept, Map<string, ConceptName>>();

function conceptNameOf(concept: CompiledConcept, name: string): ConceptName {
  let names = conceptNames.get(concept);
  if (names === undefined) conceptNames.set(concept, (names = new Map()));
  let known = names.get(name);
  if (known === undefined) names.set(name, (known = { concept, name }));
  return known;
}

const namesIn = oncePerContent((block, terminology: RuleContext['terminology']) =>
  block.mentions.flatMap((mention): (Omit<Use, 'block'> & { readonly conceptName: ConceptName })[] => {
    if (mention.conceptId === undefined) return [];
    const concept = terminology.concept(mention.conceptId)!;
    const reading = mention.readings.find((candidate) => candidate.conceptId === concept.id)!;
    const variant = concept.variants[reading.variant]!;
    const isName = variant.status === 'preferred' || variant.status === 'admitted';
    if (!NAMED_KINDS.has(concept.kind) || !isName) return [];
    const name = nameOf(variant);
    const conceptName = conceptNameOf(concept, name);
    return [{ mention, concept, reading, name, conceptName, isFree: isFree(block, mention.span) }];
  }),
);

/** Kinds that have one name in a text; places in the body and everyday things have many. */
const NAMED_KINDS: ReadonlySet<ConceptKind> = new Set([
  'disease',
  'type',
  'form',
  'lab-finding',
  'complication',
  'procedure',
  'drug',
  'drug-class',
  'lab-test',
  'imaging',
]);

function reportNames(context: RuleContext<MessageId>): void {
  for (const often of namesOfConcepts(context)) {
    // The name used most stays; of two used alike, the first.
    const kept = often.reduce((best, candidate) => (candidate.blocks.length > best.blocks.length ? candidate : best));
    const other = often.find(
      (candidate) =>
        candidate !== kept &&
        !isShorterForm(candidate.conceptName.name, kept.conceptName.name) &&
        !areGivenTogether(candidate, kept, context),
    );
    if (other === undefined) continue;
    const uses = usesOf(other, new Set(other.blocks), context);
    reportName(context, kept.conceptName.concept, uses, usesOf(kept, new Set(kept.blocks.slice(0, 1)), context));
  }
}

const USES_OF_A_NAME = 2;

function reportName(
  { report }: RuleContext<MessageId>,
  concept: CompiledConcept,
  uses: readonly Use[],
  kept: readonly Use[],
): void {
  const [first, model] = [uses[0]!, kept[0]!];
  const keptText = model.concept.variants[model.reading.variant]!.text;
  const span = bareSpan(first.block, first.mention);
  report({
    at: { block: first.block.index, span },
    message: 'names',
    data: { written: quotable(first.block, span), other: keptText },
    conceptId: concept.id,
    fixes: [
      {
        title: `Write \`${keptText}\` everywhere`,
        grade: 'review',
        edits: uses.flatMap((use) => {
          const term = use.reading.form === 'plural' ? pluralOf(keptText) : keptText;
          return replacing(
            use.block,
            use.mention,
            inCaseOf(use.block, use.mention, use.concept.variants[use.reading.variant]!.text, term),
          );
        }),
        conceptId: concept.id,
      },
    ],
    related: [{ at: { block: model.block.index, span: model.mention.span }, message: `“${keptText}” here` }],
  });
}

function nameOf(variant: CompiledVariant): string {
  let name = names.get(variant);
  if (name === undefined) names.set(variant, (name = inOneSpelling(normalizePhrase(variant.text))));
  return name;
}

const names = new WeakMap<CompiledVariant, string>();

/** "Calcinosis" for "calcinosis cutis": a name cut short, or the same words in another order. */
function isShorterForm(a: string, b: string): boolean {
  const [first, second] = [a.split(' '), b.split(' ')];
  return first.every((word) => second.includes(word)) || second.every((word) => first.includes(word));
}

/** "Itching (pruritus)": the reader has been told that the two are one. */
function areGivenTogether(a: NameInText, b: NameInText, context: RuleContext<MessageId>): boolean {
  const blocksOfA = new Set(a.blocks);
  const shared = new Set(b.blocks.filter((block) => blocksOfA.has(block)));
  if (shared.size === 0) return false;
  const others = usesOf(b, shared, context);
  return usesOf(a, shared, context).some((use) =>
    others.some(
      (other) =>
        use.block === other.block &&
        use.mention.sentence === other.mention.sentence &&
        gapBetween(use, other) <= TOKENS_OF_A_GLOSS,
    ),
  );
}

function gapBetween(a: Use, b: Use): number {
  return a.mention.firstToken < b.mention.firstToken
    ? b.mention.firstToken - a.mention.endToken
    : a.mention.firstToken - b.mention.endToken;
}

const TOKENS_OF_A_GLOSS = 6;
