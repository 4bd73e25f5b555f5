import type { Assertions } from '../assertions/assertions.js';
import type { AnalyzedBlock } from '../document.js';
import type { Terminology } from '../terminology/terminology.js';
import { readAbbreviations } from './letters/abbreviation-claims.js';
import { readAnsweredCells } from './layout/answered-cells.js';
import { readAnswers } from './answers/answer-claims.js';
import { withAttribution } from './attribution/attribution.js';
import { readAtLarge } from './facts/at-large-claims.js';
import { readAttributes } from './facts/attribute-claims.js';
import { isSaidBesideIt } from './other-subjects/beside-another.js';
import { readCarriedOver, type StatedBefore } from './facts/carried-claims.js';
import { readCauseClaims } from './causes/cause-claims.js';
import { isBorneOutBy } from './causes/causes-enumerated.js';
import { readCauseLines, readCausesInClause } from './causes/cause-in-clause.js';
import type { Surroundings } from './subjects/antecedents.js';
import type { Claim } from './claim.js';
import { readConfirmed } from './answers/confirmed-questions.js';
import { contradictionOf } from './contradictions/contradiction.js';
import { readCorrectedTypes } from './types/corrected-types.js';
import { readClassClaims } from './classes/class-claims.js';
import { readContinuedClass } from './classes/class-continued.js';
import { readCollectiveClass } from './classes/class-collective.js';
import { readClassContext, readDiseaseContext } from './classes/class-context.js';
import { readDeniedClass } from './classes/class-denied.js';
import { readClassGrammar } from './classes/class-grammar.js';
import { readClassInPassing } from './classes/class-in-passing.js';
import { readClassInClause } from './classes/class-in-clause.js';
import { readClassLists, readExamples } from './classes/class-lists.js';
import { readMembership, readOrdinals } from './classes/class-membership.js';
import { readTakenUp } from './classes/class-taken-up.js';
import { readClassNames } from './classes/class-names.js';
import { readNotBut } from './classes/class-not-but.js';
import { readClassStatements } from './classes/class-statements.js';
import { readEnumerated } from './classes/class-enumerations.js';
import { readPresupposedClass } from './classes/class-presupposed.js';
import { readSiblings } from './classes/class-siblings.js';
import { isOfItsTreatment, readDivisions, type DivisionStatement } from './divisions/classification-claims.js';
import { contentOf } from './sentences/clause-content.js';
import { clausesOf } from './sentences/clauses.js';
import { Role } from './sentences/concept-roles.js';
import { readCountedLists, type CountedList } from './counts/counted-lists.js';
import { readDenials } from './attribution/denials.js';
import { Discourse } from './subjects/discourse.js';
import type { SentenceElements } from './sentences/elements.js';
import type { DocumentSubjects } from './subjects/document-subjects.js';
import { readComparedFrequency } from './types/frequency-claims.js';
import { readAskedEffects } from './answers/effect-answers.js';
import { readFifthOfTypes } from './divisions/fifth-of-types.js';
import { isOfFaultyThing, isReasonForIt } from './other-subjects/faulty-things.js';
import { readFacts } from './facts/fact-claims.js';
import { readGrades } from './facts/grade-claims.js';
import { withEachType } from './types/joint-types.js';
import { isReadBetter, isSaidAlready, mayHavePlainForm, mayStateOf } from './kept-claims.js';
import { isPlainlyTold, withDoubt, withJudged } from './judged-claims.js';
import { NOTHING_READ, readingOf, type BlockReading, type EarlierReading } from './block-readings.js';
import { readLetterClaims } from './letters/letter-claims.js';
import { readLevelsAtLarge } from './facts/levels-at-large.js';
import { readListClaims } from './layout/list-claims.js';
import { isOfAnotherNear } from './other-subjects/nearer-subject.js';
import { readListings } from './layout/listings.js';
import { partsOf } from './sentences/sentence-parts.js';
import { readMeanings } from './facts/meaning-claims.js';
import { readNamedBehind } from './types/named-behind.js';
import { readNamedRows } from './layout/named-rows.js';
import { readNamedTypes } from './types/named-types.js';
import { readOrigins } from './causes/origin-claims.js';
import { isOfAnotherThing, plainFormsOf } from './plain-forms/plain-forms.js';
import { anyMatch, type PhraseKind } from './phrases/phrase-matches.js';
import {
  belongsWithDiseases,
  labelsCause,
  mayNameLevel,
  namesCause,
  namesClass,
  namesDrug,
  namesDrugClass,
  namesDrugOrClass,
  pairsCauseAndType,
  relates,
  speaksOfTypes,
  statesOfType,
} from './reader-needs.js';
import { readRelationClaims } from './facts/relation-claims.js';
import { readRejectedTruths } from './attribution/rejected-truths.js';
import { isStatedRight, namesWhatHolds } from './attribution/retold.js';
import { isOfRival } from './other-subjects/rival-holders.js';
import { readScales } from './facts/scale-claims.js';
import { readTellings } from './facts/telling-claims.js';
import { withoutToldOfOther } from './other-subjects/told-of-other.js';
import { withToldCases } from './cases/told-cases.js';
import { readTypeBranches } from './types/type-branches.js';
import { readTypeCompany } from './types/type-company.js';
import { readTypeMembership } from './types/type-membership.js';
import { readPatternsByCause } from './divisions/patterns-by-cause.js';
import { readPlacedCells, readPlacements } from './types/type-placements.js';
import { turnedAmounts } from './facts/turned-amounts.js';
import { readEquatedTypes } from './types/types-equated.js';
import { isInContrast } from './plain-forms/types-in-scene.js';
import { withoutTypeSetAside, withRejectedHolding } from './types/types-set-aside.js';
import { Word } from './sentences/word-lists.js';
import { readYesNoCells } from './layout/yes-no-cells.js';
import { readOneOfThem } from './types/one-of-them.js';
import { readTypeOffers } from './types/type-offers.js';
import { readStateClaims } from './states/state-claims.js';
import { isOfShortName } from './other-subjects/short-names.js';
import { isOfSuspected } from './other-subjects/suspected-before.js';
import { readStateAnswers, readStateTables } from './states/state-tables.js';
import { readTableClaims, statesFacts, verdictTables } from './layout/table-claims.js';

export interface Statements {
  readonly claims: readonly Claim[];
  readonly divisions: readonly DivisionStatement[];
  readonly countedLists: readonly CountedList[];
}

export interface ReadStatements extends Statements {
  /** What a cell or a heading says is not kept by itself. */
  readonly byBlock: readonly (BlockReading | undefined)[];
}

/**
 * What the document states, in reading order by block. Nothing is judged here: rules compare it with the terminology.
 * @param blocks of a document, or of one section with what stands around it
 * @param subjects of the whole document
 * @param assertions tells what is said in words that no reader knows, and what hardly is
 * @param earlier of the same blocks; what nothing that changed bears on is not read again. Without it nothing is kept
 */
export function readStatements(
  blocks: readonly AnalyzedBlock[],
  terminology: Terminology,
  subjects: DocumentSubjects,
  assertions?: Assertions,
  earlier?: EarlierReading,
): ReadStatements {
  if (!subjects.leavesDepositsUnnamed && !blocks.some((block) => block.mentions.length > 0)) {
    return { claims: [], divisions: [], countedLists: [], byBlock: [] };
  }
  const discourse = new Discourse(blocks, terminology, subjects);
  const around: Surroundings = { blocks, discourse, terminology };
  const claims: Claim[] = [];
  const verdicts = verdictTables(blocks);
  const readings: (BlockReading | undefined)[] = [];
  const { byBlock } = earlier ?? NOTHING_READ;
  const changed = earlier === undefined ? NOTHING_READ.changed : discourse.changedWith(earlier.changed);
  for (const block of blocks) {
    if (
      block.kind === 'alt-text' ||
      block.kind === 'front-matter' ||
      (block.kind === 'heading' && block.level !== PASTED)
    ) {
      continue;
    }
    const { index, table } = block;
    let hasAskedBefore = false;
    const inBlockBefore = (): readonly Claim[] => {
      hasAskedBefore = true;
      return claims.filter((claim) => claim.block === index - 1);
    };
    const read = () => readBlock(block, blocks, discourse, terminology, subjects, inBlockBefore);
    const judge = () => assertions?.statedIn(block, around) ?? NONE;
    if (table !== undefined) {
      if (!verdicts.has(table.table) || statesFacts(block, blocks)) claims.push(...withJudged(read(), judge(), around));
      continue;
    }
    if (earlier === undefined) {
      claims.push(...withJudged(read(), judge(), around));
      continue;
    }
    const reading = readingOf(index, { read, judge }, { byBlock, changed }, discourse);
    // What is carried over from the claims of the block before is read with them each time.
    if (!hasAskedBefore) readings[index] = reading;
    claims.push(...withJudged(reading.read.claims, reading.judged.claims, around));
  }
  claims.push(...readListClaims(blocks, discourse, terminology));
  if (subjects.namesTypes) claims.push(...readTypeCompany(blocks, discourse, terminology, claims));
  claims.push(...readLetterClaims(blocks, discourse, subjects.lettered));
  const cells = readTableClaims(blocks, discourse, terminology);
  claims.push(...cells, ...readStateTables(blocks, discourse, terminology, verdicts, cells));
  claims.push(...readYesNoCells(blocks, discourse, terminology, verdicts));
  claims.push(...readAnsweredCells(blocks, discourse, terminology));
  if (subjects.namesTypes) {
    claims.push(...readNamedRows(blocks, discourse, terminology, verdicts));
    claims.push(...readPlacedCells(blocks, discourse, terminology, verdicts));
  }
  const listed = readListings(blocks, discourse, terminology, claims);
  claims.push(...listed);
  claims.sort((a, b) => a.block - b.block);
  // "damaged tissue (1); healthy tissue (2)" is of both things that its row names.
  const isOfOne = ({ block, object }: Claim) =>
    ![block, object.block].some((at) => blocks[at]!.table !== undefined && OF_TWO.test(blocks[at]!.text));
  // What a table judges it does not state.
  const isStated = ({ block }: { readonly block: number }) => {
    const { table } = blocks[block]!;
    return table === undefined || !verdicts.has(table.table) || statesFacts(blocks[block]!, blocks);
  };
  return {
    claims: withAttribution(
      claims.filter((claim) => isOfOne(claim) && (claim.isUndoubted === true || !isBorneOutBy(claim, listed))),
      blocks,
      (claim, places) => namesWhatHolds(claim, places, claims, terminology),
      (claim) =>
        claim.isOutright !== true &&
        claim.isUndoubted !== true &&
        isSaidBesideIt(claim, blocks, terminology) &&
        !isPlainlyTold(claim, around, assertions),
    )
      .map((claim): Claim =>
        contradictionOf(claim, terminology) !== undefined &&
        (isOfRival(claim, around) ||
          [isOfFaultyThing, isReasonForIt, isOfShortName, isOfSuspected].some((isOther) =>
            isOther(claim, blocks, terminology),
          ) ||
          [isStatedRight, isOfAnotherNear].some((isOther) => isOther(claim, claims, blocks, terminology)))
          ? { ...claim, attribution: 'others' }
          : claim,
      )
      .map((claim) => withDoubt(claim, around, assertions))
      .concat(readRejectedTruths(claims, blocks, terminology)),
    divisions: withAttribution(
      readDivisions(blocks, discourse, terminology).filter(
        (division) => isStated(division) && !isOfItsTreatment(division, blocks),
      ),
      blocks,
    ),
    countedLists: withAttribution(readCountedLists(blocks, discourse, terminology).filter(isStated), blocks),
    byBlock: readings,
  };
}

/**
 * What is said in one block; of another block it goes by what that one is about.
 * @param inBlockBefore what the block before claims, from which a sentence may carry something over
 */
function readBlock(
  block: AnalyzedBlock,
  blocks: readonly AnalyzedBlock[],
  discourse: Discourse,
  terminology: Terminology,
  subjects: DocumentSubjects,
  inBlockBefore: () => readonly Claim[],
): readonly Claim[] {
  const claims: Claim[] = [];
  const around: Surroundings = { blocks, discourse, terminology };
  const before: StatedBefore = { inBlock: () => claims, inBlockBefore };
  const read = (form: SentenceElements) => readSentence(form, discourse, terminology, subjects, before);
  const readOne = (form: SentenceElements) => withoutToldOfOther(read(form), form, around);
  const stated = discourse.sentences[block.index]!.map((sentence) =>
    subjects.namesTypes ? withoutTypeSetAside(sentence, terminology) : sentence,
  );
  for (const sentence of stated.flatMap((whole) => partsOf(whole, terminology))) {
    if (sentence.elements.length > LONGEST_SENTENCE) continue;
    const own = [
      ...readStateAnswers(sentence, discourse, terminology),
      ...readAnswers(sentence, blocks, discourse, terminology),
      ...readConfirmed(sentence, discourse, terminology, readOne),
      ...read(sentence),
    ];
    const kept = withoutToldOfOther(own, sentence, around, isOfAnotherThing);
    const inPlain = mayHavePlainForm(sentence, discourse)
      ? plainFormsOf(sentence, around).flatMap((form) =>
          mayStateOf(form, discourse, terminology) ? readOne(form) : NONE,
        )
      : NONE;
    const isSure = inPlain.length > 0 && isInContrast(sentence, around);
    const plain = isSure ? inPlain.map((claim): Claim => ({ ...claim, isUndoubted: true })) : inPlain;
    // "Alizarin red and von Kossa both make it black": what is right of the one is claimed of the other as well.
    const isOfEach = sentence.elements.some(({ norm }) => norm === 'both');
    const said = [
      ...kept.filter((claim) => !plain.some((other) => isReadBetter(claim, other, sentence, terminology))),
      ...plain.filter(
        (claim) =>
          !kept.some(
            (other) =>
              isSaidAlready(claim, other) &&
              !isReadBetter(other, claim, sentence, terminology) &&
              !(isOfEach && other.subject.conceptId !== claim.subject.conceptId),
          ),
      ),
    ];
    claims.push(...(subjects.namesTypes ? withEachType(said, sentence, discourse, terminology, read) : said));
    if (subjects.namesTypes) claims.push(...readCorrectedTypes(sentence, blocks, discourse, terminology));
    claims.push(...turnedAmounts(said, sentence), ...readAskedEffects(sentence, around, readOne));
    const denied = readDenials(sentence, terminology, (undenied) =>
      mayHavePlainForm(undenied, discourse) ? [undenied, ...plainFormsOf(undenied, around)].flatMap(readOne) : NONE,
    );
    const isReported = (other: Claim): boolean => contradictionOf(other, terminology) !== undefined;
    claims.push(...denied.filter((claim) => !claims.some((other) => isSaidAlready(claim, other) && isReported(other))));
  }
  claims.push(...readClassStatements(block, discourse, terminology));
  claims.push(...readClassInPassing(block, discourse, terminology));
  if (!subjects.namesTypes) return claims;
  const told = withRejectedHolding(claims, discourse.sentences[block.index]!, terminology);
  return withToldCases(told, block, discourse, terminology);
}

/** What is said in one sentence, or in a plain form of it. */
function readSentence(
  sentence: SentenceElements,
  discourse: Discourse,
  terminology: Terminology,
  subjects: DocumentSubjects,
  stated: StatedBefore,
): readonly Claim[] {
  const claims: Claim[] = [];
  const phrases = discourse.phrasesIn(sentence.block.index);
  const clauses = clausesOf(sentence);
  // What a thing is like may be said of what the sentence before names.
  for (const clause of clauses) {
    const before = claims.length;
    const from = sentence.elements[clause.start]?.firstToken ?? 0;
    const to = sentence.elements[clause.end - 1]?.endToken ?? 0;
    const has = (kind: PhraseKind) => anyMatch(phrases[kind], from, to);
    if (has('attribute')) claims.push(...readAttributes(sentence, clause, discourse, terminology));
    if (has('meaning')) claims.push(...readMeanings(sentence, clause, discourse, terminology));
    claims.push(...readGrades(sentence, clause, discourse, terminology));
    if (has('name')) claims.push(...readFacts(sentence, clause, discourse, terminology));
    if (has('scale')) claims.push(...readScales(sentence, clause, discourse, terminology));
    if (has('name') || has('anywhere')) {
      claims.push(...readAtLarge(sentence, clause, discourse, terminology, claims.slice(before)));
    }
    if (has('telling')) claims.push(...readTellings(sentence, clause, discourse, terminology));
    claims.push(...readAbbreviations(sentence, clause, terminology));
  }
  // Without a concept and without a level, tissue or cause there is nothing else to claim.
  if (!sentence.elements.some((element) => element.mention !== undefined || element.phrase !== undefined)) {
    // "It is counted as the sixth type."
    if ((sentence.words & Word.division) !== 0) claims.push(...readTypeOffers(sentence, discourse, terminology));
    if (subjects.namesTypes && discourse.typeTopicOf(sentence) !== undefined) {
      for (const clause of clauses) {
        claims.push(...readStateClaims(sentence, clause, discourse, terminology, NONE));
        claims.push(...readOrigins(sentence, clause, discourse, terminology));
      }
    }
    return claims;
  }
  const inSentence = contentOf(sentence, 0, sentence.elements.length, terminology);
  if (speaksOfTypes(inSentence)) claims.push(...readTypeOffers(sentence, discourse, terminology));
  claims.push(...readOneOfThem(sentence, discourse, terminology));
  claims.push(...readFifthOfTypes(sentence, discourse, terminology));
  claims.push(...readPatternsByCause(sentence, terminology));
  const carriesType = () => (inSentence.roles & Role.type) !== 0 || discourse.typeTopicOf(sentence) !== undefined;
  if ((inSentence.roles & Role.type) !== 0) claims.push(...readNamedTypes(sentence, discourse, terminology));
  const namesGroup = namesClass(inSentence) && (inSentence.roles & (Role.drugClass | Role.type)) !== 0;
  const namesMedicine = namesDrug(inSentence);
  if (namesMedicine || namesClass(inSentence)) claims.push(...readSiblings(sentence, discourse, terminology));
  for (const clause of clauses) {
    const before = claims.length;
    const own = clauses.length === 1 ? inSentence : contentOf(sentence, clause.start, clause.end, terminology);
    if (namesClass(own)) {
      claims.push(...readClassClaims(sentence, clause, discourse, terminology));
      claims.push(...readClassNames(sentence, clause, discourse, terminology));
      claims.push(...readDeniedClass(sentence, clause, terminology));
      if (namesGroup) {
        claims.push(...readMembership(sentence, clause, discourse, terminology));
        claims.push(...readClassLists(sentence, clause, discourse, terminology));
      }
    }
    if (namesGroup && namesDrugClass(own)) {
      claims.push(...readClassInClause(sentence, clause, discourse, terminology, claims.slice(before)));
      claims.push(...readCollectiveClass(sentence, clause, discourse, terminology, claims.slice(before)));
    }
    if (namesClass(own)) {
      claims.push(...readClassGrammar(sentence, clause, discourse, terminology, claims.slice(before)));
    }
    if ((namesMedicine || namesGroup) && namesDrugOrClass(own)) {
      claims.push(...readClassContext(sentence, clause, discourse, terminology));
    }
    if (belongsWithDiseases(own)) claims.push(...readDiseaseContext(sentence, clause, discourse, terminology));
    if (namesMedicine && namesDrug(own)) {
      claims.push(...readContinuedClass(sentence, clause, discourse, terminology));
      claims.push(...readExamples(sentence, clause, discourse, terminology));
      claims.push(...readOrdinals(sentence, clause, discourse, terminology));
    }
    if (speaksOfTypes(inSentence)) {
      claims.push(...readTypeMembership(sentence, clause, discourse, terminology));
      claims.push(...readEquatedTypes(sentence, clause, discourse, terminology));
      claims.push(...readTypeBranches(sentence, clause, discourse, terminology));
      if ((own.roles & Role.type) !== 0) {
        claims.push(...readPlacements(sentence, clause, discourse, terminology, claims.slice(before)));
      }
    }
    const causes = namesCause(own) ? readCauseClaims(sentence, clause, discourse, terminology) : NONE;
    claims.push(...causes);
    if (subjects.namesTypes) {
      if (pairsCauseAndType(own, inSentence, carriesType)) {
        claims.push(...readCausesInClause(sentence, clause, discourse, terminology, causes));
      }
      if (labelsCause(own)) claims.push(...readCauseLines(sentence, clause, discourse, terminology));
      if (statesOfType(own, carriesType)) {
        claims.push(...readStateClaims(sentence, clause, discourse, terminology, causes));
      }
    }
    if (subjects.namesTypes) claims.push(...readOrigins(sentence, clause, discourse, terminology));
    if ((own.roles & Role.type) !== 0) claims.push(...readComparedFrequency(sentence, clause, terminology));
    if (relates(own, inSentence)) claims.push(...readRelationClaims(sentence, clause, discourse, terminology));
    if (mayNameLevel(own)) {
      claims.push(...readLevelsAtLarge(sentence, clause, discourse, terminology, claims.slice(before)));
    }
  }
  if (namesMedicine && namesGroup) {
    claims.push(...readEnumerated(sentence, terminology, claims));
    claims.push(...readNotBut(sentence, terminology, claims));
  }
  if (namesClass(inSentence)) claims.push(...readTakenUp(sentence, discourse, terminology, claims));
  claims.push(...readNamedBehind(sentence, discourse, terminology));
  claims.push(...readPresupposedClass(sentence, discourse, terminology));
  const inBlock = (): readonly Claim[] => [...stated.inBlock(), ...claims];
  claims.push(...readCarriedOver(sentence, terminology, { ...stated, inBlock }));
  return claims;
}

const NONE: readonly Claim[] = [];
const OF_TWO = /\(1\).*\(2\)/u;
const PASTED = 7;
/** Nobody states something in a sentence of this length; a run of words without a full stop is a list or a dump. */
const LONGEST_SENTENCE = 250;
