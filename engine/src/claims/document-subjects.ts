import type { AnalyzedBlock } from '../document.js';
import { oncePerContent, oncePerText } from '../rules/support/once.js';
import { TYPE_WORDS } from './lexicon.js';
import { isCauseOfTypes } from './type-causes.js';
import type { CompiledClassification, CompiledConcept } from '../terminology/compiled.js';
import type { Terminology } from '../terminology/terminology.js';

/** What a whole text is about, as far as it decides how each of its sentences is read. */
export interface DocumentSubjects {
  /**
   * The classifications that the text is about: it names what they divide, or one of the types in full, or so many of
   * the types by their adjectives that it can be about nothing else.
   */
  readonly spokenOf: readonly CompiledClassification[];
  /** The concepts with letters that it names. */
  readonly lettered: readonly CompiledConcept[];
  /** It names a type of something, in full or by an adjective. */
  readonly namesTypes: boolean;
}

export function subjectsOf(blocks: readonly AnalyzedBlock[], terminology: Terminology): DocumentSubjects {
  const concepts = new Set<string>();
  const readings = new Set<string>();
  for (const block of blocks) {
    const named = namedIn(block);
    for (const concept of named.concepts) concepts.add(concept);
    for (const concept of named.readings) readings.add(concept);
  }
  const inFull = (classification: CompiledClassification): boolean =>
    [...concepts].some(
      (id) =>
        terminology.classificationOf(id) === classification ||
        terminology.memberOf(id)?.classification === classification,
    );
  const words = new Set(blocks.flatMap((block) => tellingWords(block, terminology)));
  const byAdjectives = ({ members }: CompiledClassification): boolean => {
    const named = members.filter((member) => words.has(member.name)).length;
    if (named > 2 || (named > 0 && words.has('calc'))) return true;
    // "Idiopathic deposits"; metastatic ones are known of cancer as well.
    const isOther = members.some(({ name }) => name !== 'metastatic' && words.has(name));
    if (isOther && DEPOSITS.some((word) => words.has(word))) return true;
    if (words.has('dystrophic') && !OTHER_DYSTROPHIES.some((word) => words.has(word))) return true;
    if (words.has('iatrogenic') && [...TYPE_WORDS].some((word) => words.has(word))) return true;
    const minerals = [...MINERALS].some((mineral) => words.has(mineral));
    // "Metastatic: Ca normal" is not of a cancer.
    const ofCalcium = named > 0 && CALCIUM.some((word) => words.has(word)) && !CANCER.some((word) => words.has(word));
    if (ofCalcium || (minerals && (named === 2 || words.has('dystrophic')))) return true;
    if (named === 0) return false;
    const speaksOfCalcium = [...words].some((word) => OF_CALCIUM.test(word));
    if (isOther && speaksOfCalcium) return true;
    const isOfThese = (name: string): boolean => members.some((member) => member.name === name);
    if (blocks.some((block) => typesTold(block, terminology).labelled.some(isOfThese))) return true;
    return (
      blocks.some((block) => typesTold(block, terminology).given.some(isOfThese)) &&
      (speaksOfCalcium ||
        DEPOSITS.some((word) => words.has(word)) ||
        [...concepts].some((id) => isCauseOfTypes(id, terminology)))
    );
  };
  return {
    spokenOf: terminology.classifications.filter(
      (classification) => inFull(classification) || byAdjectives(classification),
    ),
    namesTypes:
      [...concepts].some((id) => terminology.memberOf(id) !== undefined) ||
      [...namesOf(terminology)].some((name) => words.has(name)),
    lettered: terminology.lettered.filter(
      ({ id, letters }) => readings.has(id) || spellsLetters(blocks, letters!.map(({ letter }) => letter).join('')),
    ),
  };
}

/** A table whose first column, from top to bottom, holds the letters needs no name. */
function spellsLetters(blocks: readonly AnalyzedBlock[], word: string): boolean {
  const columns = new Map<number, string>();
  for (const { table, text } of blocks) {
    if (table === undefined || table.column !== 0 || table.row === 0) continue;
    columns.set(table.table, (columns.get(table.table) ?? '') + text.trim());
  }
  return [...columns.values()].includes(word);
}

const namedIn = oncePerText(({ mentions }) => ({
  concepts: [...new Set(mentions.flatMap(({ conceptId }) => conceptId ?? []))],
  readings: [...new Set(mentions.flatMap(({ readings }) => readings.map(({ conceptId }) => conceptId)))],
}));

/** The minerals whose levels the facts of types speak of, as `level-phrases.ts` knows them. */
const MINERALS = new Set('calcium phosphate ca po4 labs blood'.split(' '));
const DEPOSITS = 'deposit deposits lump lumps nodule nodules'.split(' ');
const OTHER_DYSTROPHIES =
  'muscular muscle epidermolysis nail nails duchenne gene genes cornea corneal retina gait'.split(' ');
const CALCIUM =
  'deposit deposits calcium phosphate phosphorus ca po4 minerals mineral hypercalcemia hyperphosphatemia hypercalcaemia hyperphosphataemia calcify calcifies calcified'.split(
    ' ',
  );
const CANCER = 'cancer cancers tumor tumors tumour tumours carcinoma melanoma metastasis metastases chemotherapy'.split(
  ' ',
);
const TELLING = new Set([...MINERALS, ...DEPOSITS, ...OTHER_DYSTROPHIES, ...CALCIUM, ...CANCER, ...TYPE_WORDS, 'calc']);

/** The adjectives of types that a block puts before causes, and those that it gives as names. */
const typesTold = oncePerContent(({ tokens, mentions }, terminology: Terminology) => {
  const names = namesOf(terminology);
  const places = tokens.flatMap(({ norm }, at) => (names.has(norm) ? [at] : []));
  const labelled: string[] = [];
  const given: string[] = [];
  const first = places.length === 0 ? -1 : tokens.findIndex(({ kind }) => kind === 'word');
  for (const at of places) {
    const { norm } = tokens[at]!;
    // "the term “dystrophic”", "my doctor calls them metastatic".
    if (tokens.slice(Math.max(0, at - 4), at).some((before) => GIVES_NAME.has(before.norm))) given.push(norm);
    // "Metastatic: scleroderma, acne".
    const mark =
      at === first && at <= 2 ? tokens.slice(at + 1, at + 4).findIndex(({ text }) => LABEL_MARKS.has(text)) : -1;
    const behind = at + 2 + mark;
    const isBefore = mentions.some(
      ({ firstToken, conceptId }) =>
        behind <= firstToken && firstToken < behind + 4 && isCauseOfTypes(conceptId ?? '', terminology),
    );
    if (mark >= 0 && isBefore) labelled.push(norm);
  }
  return { labelled, given };
});

const LABEL_MARKS = new Set([':', '–', '—', '=', '→']);
const OF_CALCIUM = /^calci(?:um|fi|no)/u;
const GIVES_NAME = new Set(
  'term word name adjective label expression title call calls called termed named labelled labeled labels christened dubbed tick by as'.split(
    ' ',
  ),
);

/** The words of a block that a classification may be known by, found once. */
const tellingWords = oncePerContent(({ tokens }, terminology: Terminology) => {
  const telling = namesOf(terminology);
  return tokens.flatMap(({ norm }) => (telling.has(norm) || TELLING.has(norm) || OF_CALCIUM.test(norm) ? [norm] : []));
});

function namesOf(terminology: Terminology): ReadonlySet<string> {
  let names = memberNames.get(terminology);
  if (names === undefined) {
    names = new Set(terminology.classifications.flatMap(({ members }) => members.map(({ name }) => name)));
    memberNames.set(terminology, names);
  }
  return names;
}

const memberNames = new WeakMap<Terminology, ReadonlySet<string>>();
