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
    return named > 2 || (named === 2 && [...MINERALS].some((mineral) => words!.has(mineral)));
  };
  return {
    spokenOf: terminology.classifications.filter(
      (classification) => inFull(classification) || byAdjectives(classification),
    ),
    lettered: terminology.lettered.filter(({ id }) => readings.has(id)),
  };
}

const namedIn = oncePerText(({ mentions }) => ({
  concepts: [...new Set(mentions.flatMap(({ conceptId }) => conceptId ?? []))],
  readings: [...new Set(mentions.flatMap(({ readings }) => readings.map(({ conceptId }) => conceptId)))],
}));

/** The minerals whose levels the facts of types speak of, as `level-phrases.ts` knows them. */
const MINERALS = new Set('calcium phosphate ca po4 labs'.split(' '));

/** The words of a block that a classification may be known by, found once. */
const tellingWords = oncePerContent(({ tokens }, terminology: Terminology) => {
  const telling = namesOf(terminology);
  return tokens.flatMap(({ norm }) => (telling.has(norm) || MINERALS.has(norm) ? [norm] : []));
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
