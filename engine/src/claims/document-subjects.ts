import type { AnalyzedBlock } from '../document.js';
import type { Token } from '../language/token.js';
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
  for (const { mentions } of blocks) {
    for (const mention of mentions) {
      if (mention.conceptId !== undefined) concepts.add(mention.conceptId);
      for (const { conceptId } of mention.readings) readings.add(conceptId);
    }
  }
  const inFull = (classification: CompiledClassification): boolean =>
    [...concepts].some(
      (id) =>
        terminology.classificationOf(id) === classification ||
        terminology.memberOf(id)?.classification === classification,
    );
  let words: ReadonlySet<string> | undefined;
  const byAdjectives = ({ members }: CompiledClassification): boolean => {
    words ??= new Set(blocks.flatMap(({ tokens }) => tellingWords(tokens, terminology)));
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

/** The minerals whose levels the facts of types speak of, as `level-phrases.ts` knows them. */
const MINERALS = new Set('calcium phosphate ca po4 labs'.split(' '));

/** The words of a block that a classification may be known by, found once. */
function tellingWords(tokens: readonly Token[], terminology: Terminology): readonly string[] {
  let found = known.get(tokens);
  if (found === undefined) {
    const telling = namesOf(terminology);
    found = [...new Set(tokens.map(({ norm }) => norm))].filter((norm) => telling.has(norm) || MINERALS.has(norm));
    known.set(tokens, found);
  }
  return found;
}

const known = new WeakMap<readonly Token[], readonly string[]>();

function namesOf(terminology: Terminology): ReadonlySet<string> {
  let names = memberNames.get(terminology);
  if (names === undefined) {
    names = new Set(terminology.classifications.flatMap(({ members }) => members.map(({ name }) => name)));
    memberNames.set(terminology, names);
  }
  return names;
}

const memberNames = new WeakMap<Terminology, ReadonlySet<string>>();
