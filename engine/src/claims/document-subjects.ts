import type { AnalyzedBlock } from '../document.js';
import { oncePerContent, oncePerText } from '../rules/support/once.js';
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
  let words: ReadonlySet<string> | undefined;
  const byAdjectives = ({ members }: CompiledClassification): boolean => {
    words ??= new Set(blocks.flatMap((block) => tellingWords(block, terminology)));
    const named = members.filter((member) => words!.has(member.name)).length;
    if (named > 2 || (named > 0 && words!.has('calc'))) return true;
    // "Idiopathic deposits"; metastatic ones are known of cancer as well.
    const isOther = members.some(({ name }) => name !== 'metastatic' && words!.has(name));
    if (isOther && DEPOSITS.some((word) => words!.has(word))) return true;
    if (named > 0 && words!.has('calcium') && words!.has('phosphate')) return true;
    const minerals = [...MINERALS].some((mineral) => words!.has(mineral));
    return minerals && (named === 2 || words!.has('dystrophic'));
  };
  return {
    spokenOf: terminology.classifications.filter(
      (classification) => inFull(classification) || byAdjectives(classification),
    ),
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
const DEPOSITS = ['deposit', 'deposits'];
const TELLING = new Set([...MINERALS, ...DEPOSITS, 'calc']);

/** The words of a block that a classification may be known by, found once. */
const tellingWords = oncePerContent(({ tokens }, terminology: Terminology) => {
  const telling = namesOf(terminology);
  return tokens.flatMap(({ norm }) => (telling.has(norm) || TELLING.has(norm) ? [norm] : []));
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
