import type { BlockLists } from '../../block-lists.js';
import type { AnalyzedBlock } from '../../document.js';
import type { Token } from '../../language/token.js';
import { matchPlaces } from '../phrases/attribute-match.js';
import { oncePerContent, oncePerText } from '../../rules/support/once.js';
import { headsLetters } from '../letters/letter-tables.js';
import { explainedLetters, explainsLetters, wordsBesideLetters } from '../letters/letter-terms.js';
import { EXPLAINING_MARKS, TYPE_WORDS } from '../sentences/lexicon.js';
import { isCauseOfTypes } from '../contradictions/type-causes.js';
import { CHALK, leavesDepositsUnnamed } from './unnamed-deposits.js';
import type { CompiledClassification, CompiledConcept } from '../../terminology/compiled.js';
import type { Terminology } from '../../terminology/terminology.js';

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
  /** It names no condition, and its lumps are of calcium. */
  readonly leavesDepositsUnnamed: boolean;
}

/** What a text is about; of a text that was edited only the new blocks are asked. */
export function subjectsOf(
  blocks: readonly AnalyzedBlock[],
  lists: BlockLists,
  terminology: Terminology,
): DocumentSubjects {
  const concepts = lists.by(namedConcepts);
  const readings = lists.by(namedReadings);
  const inFull = (classification: CompiledClassification): boolean =>
    [...concepts.keys()].some(
      (id) =>
        terminology.classificationOf(id) === classification ||
        terminology.memberOf(id)?.classification === classification ||
        isFormOf(id, classification, terminology),
    );
  const words = lists.by(tellingWords);
  const has = (word: string): boolean => words.has(word);
  const byAdjectives = ({ members, company, masses }: CompiledClassification): boolean => {
    const named = members.filter((member) => has(member.name));
    if (named.length === 0) return false;
    if (named.length > 2 || has('calc')) return true;
    // "Idiopathic deposits"; an adjective that is known by its company is as common elsewhere.
    const isOwn = named.some(({ knownBy }) => knownBy !== 'company');
    const namesMass = masses.some(has);
    if (isOwn && namesMass) return true;
    const byName = named.filter(({ knownBy }) => knownBy === 'name');
    if (byName.some(({ apartFrom }) => !apartFrom.some(has))) return true;
    if (named.some(({ knownBy }) => knownBy === 'type-word') && [...TYPE_WORDS].some(has)) return true;
    // "Metastatic: Ca normal" is not of a cancer.
    const isApart = members.some(({ knownBy, apartFrom }) => knownBy === 'company' && apartFrom.some(has));
    if (company.some(has) && !isApart) return true;
    if ([...MINERALS].some(has) && (named.length === 2 || byName.length > 0)) return true;
    const speaksOfCalcium = [...words.keys()].some((word) => isOfCalcium(word));
    if (isOwn && speaksOfCalcium) return true;
    const isOfThese = (name: string): boolean => members.some((member) => member.name === name);
    if ([...lists.by(labelledTypes).keys()].some(isOfThese)) return true;
    if (isOwn && [...lists.by(definedTypes).keys()].some(isOfThese)) return true;
    return (
      [...lists.by(givenTypes).keys()].some(isOfThese) &&
      (speaksOfCalcium || namesMass || [...concepts.keys()].some((id) => isCauseOfTypes(id, terminology)))
    );
  };
  const explained = [...lists.by(explainedLetters).keys()];
  const besideLetters = [...lists.by(wordsBesideLetters).keys()];
  // A table whose first column holds the letters has cells of one letter.
  const spelled = lists.where(isLetter).length > 0;
  return {
    spokenOf: terminology.classifications.filter(
      (classification) => inFull(classification) || byAdjectives(classification),
    ),
    namesTypes:
      [...concepts.keys()].some((id) => terminology.memberOf(id) !== undefined) ||
      [...namesOf(terminology)].some((name) => words.has(name)),
    leavesDepositsUnnamed: leavesDepositsUnnamed(concepts.keys(), has, terminology),
    lettered: terminology.lettered.filter(
      (concept) =>
        readings.has(concept.id) ||
        explainsLetters(concept, explained, besideLetters) ||
        (spelled && isTabled(blocks, concept.letters!.map(({ letter }) => letter).join(''))),
    ),
  };
}

/** "scrotal calcinosis" is a form of what is divided. */
function isFormOf(id: string, { of }: CompiledClassification, terminology: Terminology): boolean {
  return terminology.concept(id)?.kind === 'form' && of.some((whole) => terminology.isA(id, whole));
}

function isTabled(blocks: readonly AnalyzedBlock[], word: string): boolean {
  return spellsLetters(blocks, word) || headsLetters(blocks, word);
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

const namedConcepts = oncePerText(({ mentions }) => [...new Set(mentions.flatMap(({ conceptId }) => conceptId ?? []))]);
const namedReadings = oncePerText(({ mentions }) => [
  ...new Set(mentions.flatMap(({ readings }) => readings.map(({ conceptId }) => conceptId))),
]);

function isLetter({ text }: AnalyzedBlock): boolean {
  return text.length < 4 && text.trim().length === 1;
}

/** The minerals whose levels the facts of types speak of, as `level-phrases.ts` knows them. */
const MINERALS = new Set('calcium phosphate ca po4 labs blood'.split(' '));
/** The adjectives of types that a block puts before causes, and those that it gives as names. */
const typesTold = oncePerContent(({ tokens, mentions }, terminology: Terminology) => {
  const names = namesOf(terminology);
  const places = tokens.flatMap(({ norm }, at) => (names.has(norm) ? [at] : []));
  const labelled: string[] = [];
  const given: string[] = [];
  const defined: string[] = [];
  const first = places.length === 0 ? -1 : tokens.findIndex(({ kind }) => kind === 'word');
  for (const at of places) {
    const { norm } = tokens[at]!;
    // "the term “dystrophic”", "my doctor calls them metastatic".
    const isQuoted = QUOTES.has(tokens[at - 1]?.text ?? '') && QUOTES.has(tokens[at + 1]?.text ?? '');
    if (isQuoted || tokens.slice(Math.max(0, at - 4), at).some((before) => GIVES_NAME.has(before.norm))) {
      given.push(norm);
    }
    // "Metastatic: scleroderma, acne".
    const mark =
      at === first && at <= 2 ? tokens.slice(at + 1, at + 4).findIndex(({ text }) => EXPLAINING_MARKS.has(text)) : -1;
    const behind = at + 2 + mark;
    // "Iatrogenic means that …" defines the word, whatever it is said of.
    const verb = ADVERBS.has(tokens[at + 1]?.norm ?? '') ? at + 2 : at + 1;
    if (at === first && DEFINES.has(tokens[verb]?.norm ?? '')) defined.push(norm);
    const isBefore = mentions.some(
      ({ firstToken, conceptId }) =>
        behind <= firstToken && firstToken < behind + 4 && isCauseOfTypes(conceptId ?? '', terminology),
    );
    const isOrigin = () =>
      tokens.slice(behind, behind + 6).some((_, index) => opensDescription(tokens, behind + index, terminology));
    if (mark >= 0 && (isBefore || isOrigin())) labelled.push(norm);
  }
  return { labelled, given, defined };
});

const labelledTypes = (block: AnalyzedBlock, terminology: Terminology): readonly string[] =>
  typesTold(block, terminology).labelled;
const givenTypes = (block: AnalyzedBlock, terminology: Terminology): readonly string[] =>
  typesTold(block, terminology).given;
const definedTypes = (block: AnalyzedBlock, terminology: Terminology): readonly string[] =>
  typesTold(block, terminology).defined;

/** "Idiopathic: caused by the doctor's treatment": plain words for where a type comes from. */
function opensDescription(tokens: readonly Token[], at: number, terminology: Terminology): boolean {
  return (terminology.descriptionIndex.get(tokens[at]!.norm) ?? []).some(
    ({ places }) => matchPlaces(tokens, places, at, Math.min(tokens.length, at + 8)) > at,
  );
}

const ADVERBS = new Set('just simply only merely really literally always'.split(' '));
const DEFINES = new Set(['means', 'signifies', 'denotes']);

/** "calcium", "calcified", "calcinosis" */
function isOfCalcium(norm: string): boolean {
  return norm.startsWith('calci') && /^calci(?:um|fi|no)/u.test(norm);
}

/** "Why “metastatic”?": the word itself is spoken of. */
const QUOTES = new Set(['"', '“', '”', '„', '‘', '’', "'", '«', '»']);
const GIVES_NAME = new Set(
  'term word name adjective label expression title call calls called termed named labelled labeled labels christened dubbed tick by as'.split(
    ' ',
  ),
);

/** The words of a block that a classification may be known by, found once. */
const tellingWords = oncePerContent(({ tokens }, terminology: Terminology) => {
  const { telling } = wordsOf(terminology);
  return tokens.flatMap(({ norm }) => (telling.has(norm) || isOfCalcium(norm) ? [norm] : []));
});

function namesOf(terminology: Terminology): ReadonlySet<string> {
  return wordsOf(terminology).names;
}

interface ClassificationWords {
  readonly names: ReadonlySet<string>;
  readonly telling: ReadonlySet<string>;
}

function wordsOf(terminology: Terminology): ClassificationWords {
  let words = known.get(terminology);
  if (words === undefined) {
    const { classifications } = terminology;
    const members = classifications.flatMap((one) => one.members);
    const names = new Set(members.map(({ name }) => name));
    const around = classifications.flatMap(({ company, masses }) => [...company, ...masses]);
    const apart = members.flatMap(({ apartFrom }) => apartFrom);
    words = { names, telling: new Set([...names, ...around, ...apart, ...MINERALS, ...TYPE_WORDS, ...CHALK, 'calc']) };
    known.set(terminology, words);
  }
  return words;
}

const known = new WeakMap<Terminology, ClassificationWords>();
