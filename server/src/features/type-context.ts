import type { AnalyzedBlock, AnalyzedDocument, CompiledConcept, Engine } from '../../../engine/src/index.js';
import { conceptsOf } from './locate.js';

/**
 * What the words before a place make likely there, by the id of concepts: members after the name of their class or of
 * what is divided ("calcium channel blockers such as …"), classes after "is a". Nothing where the words promise nothing.
 *
 * @param before the prose of the block up to where the term begins, or would begin
 */
export function likelyConcepts(
  before: string,
  block: AnalyzedBlock,
  document: AnalyzedDocument,
  engine: Engine,
): ReadonlySet<string> {
  const group = namedBefore(before, LEADS_TO_MEMBERS, block) ?? groupOfList(before, block, document);
  if (group !== undefined) return membersOf(group, engine);
  const subject = namedBefore(before, LEADS_TO_CLASS, block);
  return subject === undefined ? new Set() : classesOf(subject, engine);
}

/** Words between the name of a group and its members, and the members that stand there already. */
const LEADS_TO_MEMBERS =
  /(?:(?:[,;]? such as|[,;]? like|[,;]? including|[,;]? for example,?|[,;]? for instance,?|[,;]? e\.g\.,?|[,;]? namely| are| include|:)\s+| \((?:for example,? |e\.g\.,? |such as )?)(?:[^.;:()]*(?:,|\band|\bor|\/)\s+)?(?:the |an? )?$/iu;
const LEADS_TO_CLASS = /\s+(?:is|are|was|were|belongs? to)\s+(?:the |an? |a kind of |a type of )?$/iu;

/** The concept whose name ends where a pattern begins. */
function namedBefore(before: string, pattern: RegExp, block: AnalyzedBlock): string | undefined {
  const lead = pattern.exec(before);
  return lead === null ? undefined : nameEndingAt(lead.index, block);
}

function nameEndingAt(end: number, block: AnalyzedBlock): string | undefined {
  const mention = block.mentions.find(({ span }) => span.end === end);
  return mention === undefined ? undefined : conceptsOf(mention)[0];
}

/** An item of a list that begins with its term: what leads into the list says what its items are. */
function groupOfList(before: string, block: AnalyzedBlock, document: AnalyzedDocument): string | undefined {
  if (block.list === undefined || before.trim() !== '') return undefined;
  const lead = document.blocks[block.list.leadIn ?? block.headings.at(-1) ?? -1];
  const last = lead?.mentions.at(-1);
  return last === undefined ? undefined : conceptsOf(last)[0];
}

function membersOf(group: string, engine: Engine): ReadonlySet<string> {
  const { terminology } = engine;
  const divided = terminology.classificationOf(group)?.members.flatMap(({ concepts }) => concepts) ?? [];
  const below = terminology.compiled.concepts.filter(({ id }) => id !== group && terminology.isA(id, group));
  return new Set([...divided, ...below.map(({ id }) => id)]);
}

/** Only what the concept itself is said to be: the class of its class says less. */
function classesOf(id: string, engine: Engine): ReadonlySet<string> {
  const facts: CompiledConcept['facts'] = engine.terminology.concept(id)?.facts ?? [];
  return new Set(
    facts.flatMap(({ relation, object, denied, standing }) =>
      (relation === 'class' || relation === 'is-a') && object !== undefined && denied !== true && standing === 'sourced'
        ? [object]
        : [],
    ),
  );
}
