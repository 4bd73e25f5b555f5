import type { AnalyzedBlock } from '../document.js';
import type { Terminology } from '../terminology/terminology.js';
import { readAbbreviations } from './abbreviation-claims.js';
import { readAnswers } from './answer-claims.js';
import { withAttribution } from './attribution.js';
import { readAtLarge } from './at-large-claims.js';
import { readAttributes } from './attribute-claims.js';
import { readCauseClaims } from './cause-claims.js';
import { readCauseLines, readCausesInClause } from './cause-in-clause.js';
import type { Claim } from './claim.js';
import { readConfirmed } from './confirmed-questions.js';
import { contradictionOf } from './contradiction.js';
import { readClassClaims } from './class-claims.js';
import { readContinuedClass } from './class-continued.js';
import { readCollectiveClass } from './class-collective.js';
import { readClassContext } from './class-context.js';
import { readClassGrammar } from './class-grammar.js';
import { readClassInClause } from './class-in-clause.js';
import { readClassLists, readExamples } from './class-lists.js';
import { readMembership, readOrdinals } from './class-membership.js';
import { readClassNames } from './class-names.js';
import { readSiblingItems, readSiblings } from './class-siblings.js';
import { readDivisions, type DivisionStatement } from './classification-claims.js';
import { contentOf } from './clause-content.js';
import { clausesOf } from './clauses.js';
import { Role } from './concept-roles.js';
import { readCountedLists, type CountedList } from './counted-lists.js';
import { Discourse } from './discourse.js';
import type { DocumentSubjects } from './document-subjects.js';
import { readComparedFrequency } from './frequency-claims.js';
import { readFacts } from './fact-claims.js';
import { readGrades } from './grade-claims.js';
import { readLetterClaims } from './letter-claims.js';
import { readLevelsAtLarge } from './levels-at-large.js';
import { readListClaims } from './list-claims.js';
import { readMeanings } from './meaning-claims.js';
import { readNamedRows } from './named-rows.js';
import { readNamedTypes } from './named-types.js';
import { readOrigins } from './origin-claims.js';
import { anyPlace, phrasePlaces, type PhraseKind } from './phrase-places.js';
import {
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
import { readRelationClaims } from './relation-claims.js';
import { isStatedRight, namesWhatHolds } from './retold.js';
import { readScales } from './scale-claims.js';
import { readTellings } from './telling-claims.js';
import { readTypeBranches } from './type-branches.js';
import { readTypeCompany } from './type-company.js';
import { readTypeMembership } from './type-membership.js';
import { readPlacedCells, readPlacements } from './type-placements.js';
import { readYesNoCells } from './yes-no-cells.js';
import { readTypeOffers } from './type-offers.js';
import { readStateClaims } from './state-claims.js';
import { readStateAnswers, readStateTables } from './state-tables.js';
import { readTableClaims, statesFacts, verdictTables } from './table-claims.js';

export interface Statements {
  readonly claims: readonly Claim[];
  readonly divisions: readonly DivisionStatement[];
  readonly countedLists: readonly CountedList[];
}

/**
 * What the document states, in reading order by block. Nothing is judged here: rules compare it with the terminology.
 * @param blocks of a document, or of one section with what stands around it
 * @param subjects of the whole document
 */
export function readStatements(
  blocks: readonly AnalyzedBlock[],
  terminology: Terminology,
  subjects: DocumentSubjects,
): Statements {
  if (!blocks.some((block) => block.mentions.length > 0)) return { claims: [], divisions: [], countedLists: [] };
  const discourse = new Discourse(blocks, terminology, subjects);
  const claims: Claim[] = [];
  const verdicts = verdictTables(blocks);
  for (const block of blocks) {
    if (
      block.kind === 'alt-text' ||
      block.kind === 'front-matter' ||
      (block.kind === 'heading' && block.level !== PASTED)
    ) {
      continue;
    }
    if (block.table !== undefined && verdicts.has(block.table.table) && !statesFacts(block, blocks)) continue;
    const phrases = phrasePlaces(block, terminology);
    for (const sentence of discourse.sentences[block.index]!) {
      if (sentence.elements.length > LONGEST_SENTENCE) continue;
      const clauses = clausesOf(sentence);
      // What a thing is like may be said of what the sentence before names.
      for (const clause of clauses) {
        const before = claims.length;
        const from = sentence.elements[clause.start]?.firstToken ?? 0;
        const to = sentence.elements[clause.end - 1]?.endToken ?? 0;
        const has = (kind: PhraseKind) => anyPlace(phrases[kind], from, to);
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
      claims.push(...readStateAnswers(sentence, discourse, terminology));
      claims.push(...readAnswers(sentence, blocks, discourse, terminology));
      claims.push(...readConfirmed(sentence, discourse, terminology));
      // Without a concept and without a level, tissue or cause there is nothing else to claim.
      if (!sentence.elements.some((element) => element.mention !== undefined || element.phrase !== undefined)) {
        if (subjects.namesTypes && discourse.typeTopicOf(sentence) !== undefined) {
          for (const clause of clauses) {
            claims.push(...readStateClaims(sentence, clause, discourse, terminology, NONE));
            claims.push(...readOrigins(sentence, clause, discourse, terminology));
          }
        }
        continue;
      }
      const inSentence = contentOf(sentence, 0, sentence.elements.length, terminology);
      if (speaksOfTypes(inSentence)) claims.push(...readTypeOffers(sentence, discourse, terminology));
      const carriesType = () => (inSentence.roles & Role.type) !== 0 || discourse.typeTopicOf(sentence) !== undefined;
      if ((inSentence.roles & Role.type) !== 0) claims.push(...readNamedTypes(sentence, discourse, terminology));
      const namesGroup = namesClass(inSentence) && (inSentence.roles & (Role.drugClass | Role.type)) !== 0;
      const namesMedicine = namesDrug(inSentence);
      if (namesMedicine) claims.push(...readSiblings(sentence, discourse, terminology));
      for (const clause of clauses) {
        const before = claims.length;
        const own = clauses.length === 1 ? inSentence : contentOf(sentence, clause.start, clause.end, terminology);
        if (namesClass(own)) {
          claims.push(...readClassClaims(sentence, clause, discourse, terminology));
          claims.push(...readClassNames(sentence, clause, discourse, terminology));
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
        if (namesMedicine && namesDrug(own)) {
          claims.push(...readContinuedClass(sentence, clause, discourse, terminology));
          claims.push(...readExamples(sentence, clause, discourse, terminology));
          claims.push(...readOrdinals(sentence, clause, discourse, terminology));
        }
        if (speaksOfTypes(inSentence)) {
          claims.push(...readTypeMembership(sentence, clause, discourse, terminology));
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
    }
  }
  claims.push(...readListClaims(blocks, discourse, terminology));
  claims.push(...readSiblingItems(blocks, discourse, terminology));
  if (subjects.namesTypes) claims.push(...readTypeCompany(blocks, discourse, terminology, claims));
  claims.push(...readLetterClaims(blocks, discourse, subjects.lettered));
  const cells = readTableClaims(blocks, discourse, terminology);
  claims.push(...cells, ...readStateTables(blocks, discourse, terminology, verdicts, cells));
  claims.push(...readYesNoCells(blocks, discourse, terminology, verdicts));
  if (subjects.namesTypes) {
    claims.push(...readNamedRows(blocks, discourse, terminology, verdicts));
    claims.push(...readPlacedCells(blocks, discourse, terminology, verdicts));
  }
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
    claims: withAttribution(claims.filter(isOfOne), blocks, (claim, places) =>
      namesWhatHolds(claim, places, claims, terminology),
    ).map((claim) =>
      contradictionOf(claim, terminology) !== undefined && isStatedRight(claim, claims, blocks, terminology)
        ? { ...claim, attribution: 'others' }
        : claim,
    ),
    divisions: withAttribution(readDivisions(blocks, discourse, terminology).filter(isStated), blocks),
    countedLists: withAttribution(readCountedLists(blocks, discourse, terminology).filter(isStated), blocks),
  };
}

const NONE: readonly Claim[] = [];
const OF_TWO = /\(1\).*\(2\)/u;
const PASTED = 7;
/** Nobody states something in a sentence of this length; a run of words without a full stop is a list or a dump. */
const LONGEST_SENTENCE = 250;
