import type { AnalyzedBlock } from '../../document.js';
import type { CompiledClassification, CompiledFact } from '../../terminology/compiled.js';
import type { Terminology } from '../../terminology/terminology.js';
import { proseSpan, type ProseSpan } from '../../text/span.js';
import type { DivisionStatement } from './classification-claims.js';
import { memberOf } from './division-members.js';
import { elementsOf, type Element } from '../sentences/elements.js';
import { TYPE_WORDS } from '../sentences/lexicon.js';

/** A type that a division describes and does not name, or one that is put under a description of another. */
export interface UndefinedType {
  readonly is: 'unnamed' | 'misplaced';
  readonly conceptId: string;
  readonly block: number;
  readonly span: ProseSpan;
  readonly written: string;
  readonly because?: string;
  readonly sources: readonly string[];
}

/**
 * "There are two types. One is the product of too much calcium in the blood." describes a type by what defines
 * it. Where the sentences that follow do not name it, or name one that the description does not fit, readers
 * cannot tell which type they read about.
 */
export function undefinedTypes(
  blocks: readonly AnalyzedBlock[],
  divisions: readonly DivisionStatement[],
  terminology: Terminology,
): UndefinedType[] {
  const found: UndefinedType[] = [];
  for (const division of divisions) {
    if (division.attribution !== 'writer' || division.number === undefined) continue;
    for (const block of blocks.slice(division.block, division.block + 4)) {
      if (block.kind === 'heading') break;
      block.sentences.forEach((_, index) => {
        const described = describe(block, index, division.classification, terminology);
        if (described !== undefined) {
          found.push(...judge(block, index, described, division.classification, terminology));
        }
      });
    }
  }
  return found;
}

interface Described {
  readonly member: string;
  readonly conceptId: string;
  readonly fact: CompiledFact;
  readonly phrase: Element;
  readonly first: Element;
}

/** "One family is the product of too much calcium", "The second variety follows a local abnormality". */
function describe(
  block: AnalyzedBlock,
  sentence: number,
  classification: CompiledClassification,
  terminology: Terminology,
): Described | undefined {
  const { elements, isQuestion } = elementsOf(block, sentence, [classification]);
  if (isQuestion) return undefined;
  const head = elements.findIndex((element) => TYPE_WORDS.has(element.norm));
  if (
    head < 1 ||
    head > 3 ||
    !['one', 'another', 'first', 'second', 'third', 'other', 'fourth', 'last'].includes(elements[head - 1]!.norm)
  ) {
    return undefined;
  }
  for (const phrase of elements.slice(head)) {
    if (phrase.phrase === undefined) continue;
    for (const member of classification.members) {
      for (const id of member.concepts) {
        const fact = fits(phrase, id, terminology);
        if (fact !== undefined) return { member: member.name, conceptId: id, fact, phrase, first: elements[0]! };
      }
    }
  }
  return undefined;
}

/** The fact of a type that a phrase states, where it is one that defines it. */
function fits(element: Element, concept: string, terminology: Terminology): CompiledFact | undefined {
  const phrase = element.phrase!;
  if (phrase.kind === 'tissue' && phrase.tissue === 'damaged') {
    return terminology.facts(concept, 'tissue').find((fact) => fact.value === 'damaged' && fact.standing === 'sourced');
  }
  if (phrase.kind === 'level' && phrase.level === 'high') {
    return terminology
      .facts(concept, 'level')
      .find(
        (fact) =>
          fact.value === 'high-or-abnormal' &&
          fact.standing === 'sourced' &&
          (phrase.analyte === 'both' || phrase.analyte === 'either' || fact.analyte === phrase.analyte),
      );
  }
  return undefined;
}

function judge(
  block: AnalyzedBlock,
  sentence: number,
  described: Described,
  classification: CompiledClassification,
  terminology: Terminology,
): UndefinedType[] {
  const named = new Map<string, Element>();
  for (const index of [sentence, sentence + 1, sentence + 2]) {
    if (index >= block.sentences.length) break;
    for (const element of elementsOf(block, index, [classification]).elements) {
      const member = memberOf(element, classification, terminology);
      if (member?.is === 'member' && element.mention !== undefined && !named.has(member.name)) {
        named.set(member.name, element);
      }
    }
  }
  const written = block.text.slice(described.phrase.span.start, described.phrase.span.end);
  const sources = described.fact.sources;
  if (named.size === 0) {
    return [
      {
        is: 'unnamed',
        conceptId: described.conceptId,
        block: block.index,
        span: proseSpan(described.first.span.start, described.phrase.span.end),
        written,
        sources,
      },
    ];
  }
  const misplaced: UndefinedType[] = [];
  for (const [name, element] of named) {
    if (name === described.member) continue;
    const member = classification.members.find((other) => other.name === name)!;
    const against = member.concepts
      .flatMap((id) => terminology.facts(id, described.fact.relation))
      .find(
        (fact) =>
          fact.standing === 'sourced' &&
          fact.value !== described.fact.value &&
          fact.value !== 'either' &&
          fact.value !== 'variable' &&
          fact.value !== 'usually-normal',
      );
    if (against === undefined) continue;
    misplaced.push({
      is: 'misplaced',
      conceptId: element.mention!.conceptId!,
      block: block.index,
      span: element.span,
      written,
      because:
        against.because ??
        (against.relation === 'tissue'
          ? `it forms in tissue that is ${against.value ?? ''}.`
          : `its blood levels are ${against.value ?? ''}.`),
      sources: against.sources,
    });
  }
  return misplaced;
}
