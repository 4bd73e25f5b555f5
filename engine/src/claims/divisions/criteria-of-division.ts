import type { CompiledClassification } from '../../terminology/compiled.js';
import type { Terminology } from '../../terminology/terminology.js';
import { proseSpan } from '../../text/span.js';
import type { DivisionStatement } from './classification-claims.js';
import { clausesOf, isNegator } from '../sentences/clauses.js';
import type { Discourse } from '../subjects/discourse.js';
import type { Element, SentenceElements } from '../sentences/elements.js';
import { TYPE_WORDS } from '../sentences/lexicon.js';

/**
 * Reads by what something is divided, where that is not what its types are told apart by: "Doctors sort it by the age of
 * the patient", "The five types of calcinosis cutis are told apart by how far they have spread". What may be sorted by
 * extent or size beside its types is another matter: of these only what is said of the types themselves counts.
 */
export function readCriterion(
  sentence: SentenceElements,
  discourse: Discourse,
  terminology: Terminology,
): DivisionStatement | undefined {
  const { elements, block } = sentence;
  if (sentence.isQuestion || elements.length > LONGEST) return undefined;
  const found = criterionIn(elements);
  if (found === undefined) return undefined;
  const { from, at, to } = found;
  if (elements.slice(0, at).some(({ norm }) => isNegator(norm)) || elements.some(({ norm }) => LEAVES_OPEN.has(norm))) {
    return undefined;
  }
  const deniesCause = elements.some(
    ({ norm }, index) =>
      CAUSES.has(norm) && elements.slice(Math.max(to, index - 4), index).some((before) => before.norm === 'not'),
  );
  if (!deniesCause && elements.some(({ norm }) => CAUSES.has(norm))) return undefined;
  if (clausesOf(sentence).some(({ attribution }) => attribution !== 'writer')) return undefined;
  for (const classification of terminology.classifications) {
    const of = dividedIn(sentence, classification, discourse, terminology);
    if (of === undefined) continue;
    const isOfTypes = elements
      .slice(0, at)
      .some(
        ({ norm }, index) =>
          TYPES.has(norm) && (DEFINITE.has(elements[index - 1]?.norm ?? '') || elements[index - 1]?.norm === 'into'),
      );
    if (!deniesCause && !OF_PEOPLE.has(elements[to - 1]!.norm) && !isOfTypes) return undefined;
    return {
      classification,
      of,
      by: block.text.slice(elements[at]!.span.start, elements[to - 1]!.span.end),
      number: undefined,
      members: [],
      complete: false,
      block: block.index,
      span: proseSpan(elements[from]!.span.start, elements[to - 1]!.span.end),
      numberSpan: undefined,
      attribution: 'writer',
      listMembers: [],
      fromList: false,
    };
  }
  return undefined;
}

/** "sorted by the age of", "told apart by how far", "age decides the type": the words of dividing up to the criterion. */
function criterionIn(elements: readonly Element[]): { from: number; at: number; to: number } | undefined {
  const norm = (at: number): string => elements[at]?.norm ?? '';
  for (let at = 0; at < elements.length; at++) {
    if (!CRITERIA.has(norm(at))) continue;
    // "Age decides the type", "the age of the patient determines which type it is"
    const verb = elements.findIndex((element, index) => index > at && index <= at + 5 && DECIDES.has(element.norm));
    if (verb > 0 && elements.slice(verb, verb + 4).some((element) => TYPE_WORDS.has(element.norm))) {
      return { from: at, at, to: at + 1 };
    }
    let by = at - 1;
    while (by > 0 && BEFORE_CRITERION.has(norm(by))) by--;
    if (norm(by) === 'to' && norm(by - 1) === 'according') by--;
    if (norm(by) === 'of' && norm(by - 1) === 'basis') by -= 3;
    if (!BY.has(norm(by)) && norm(by) !== 'on') continue;
    const divides = elements.findLastIndex(
      (element, index) => index < by && index >= by - 7 && DIVIDES.has(element.norm),
    );
    // "We sort our patients by age": not what they have.
    const isOfOthers = elements.slice(divides + 1, by).some((element) => SORTED_TOO.has(element.norm));
    if (divides >= 0 && !isOfOthers) {
      return { from: divides, at: by + 1 < at && norm(by + 1) === 'how' ? by + 1 : at, to: at + 1 };
    }
  }
  return undefined;
}

/** What is divided: named in the sentence, or what the text is about where the sentence takes it up; no other disease. */
function dividedIn(
  { elements, block, sentenceIndex }: SentenceElements,
  { of }: CompiledClassification,
  discourse: Discourse,
  terminology: Terminology,
): string | undefined {
  const named = elements.flatMap(({ mention }) => mention?.conceptId ?? []);
  const isWhole = (id: string): boolean => of.includes(id) && terminology.concept(id)!.kind === 'disease';
  if (named.some((id) => !isWhole(id) && OTHER_KINDS.has(terminology.concept(id)!.kind))) return undefined;
  const own = named.find(isWhole);
  if (own !== undefined) return own;
  const takesUp = elements.some(({ norm }) => TAKES_UP.has(norm));
  return takesUp ? discourse.topicOf(block.index, sentenceIndex, isWhole)?.conceptId : undefined;
}

const LONGEST = 40;
const AGES = new Set('age ages old'.split(' '));
/** By what people differ, and not lumps: nothing else of calcinosis is sorted by it. */
const OF_PEOPLE = new Set([...AGES, 'sex', 'gender']);
const CRITERIA = new Set([
  ...AGES,
  ...'size big large colour color sex gender looks appearance shape extent spread far part place site location depth deep hardness weight texture number severity severe pain painful duration organ organs'.split(
    ' ',
  ),
]);
const BY = new Set('by after according'.split(' '));
const BEFORE_CRITERION = new Set(
  "the their its patient patients how patient's patients' person's a at what s".split(' '),
);
const DECIDES = new Set('decides determines defines sets'.split(' '));
const DIVIDES = new Set(
  'divide divides divided classify classifies classified sort sorts sorted group groups grouped split splits apart distinguish distinguishes distinguished separated named goes subdivided categorised categorized classification division'.split(
    ' ',
  ),
);
const CAUSES = new Set('cause causes causal origin origins why'.split(' '));
const LEAVES_OPEN = new Set(
  'also besides may might could can sometimes some instead unlike if whether further additionally within once formerly'.split(
    ' ',
  ),
);
const TYPES = new Set('types kinds subtypes forms categories varieties'.split(' '));
const DEFINITE = new Set('the these its five 5 different all'.split(' '));
const SORTED_TOO = new Set(
  'patients people children adults men women lumps deposits cases photos files samples results'.split(' '),
);
const TAKES_UP = new Set('it them they its'.split(' '));
const OTHER_KINDS = new Set(['disease', 'drug', 'drug-class', 'procedure', 'form']);
