import type { Terminology } from '../../terminology/terminology.js';
import { proseSpan } from '../../text/span.js';
import type { Claim, ClaimParty } from '../claim.js';
import { classClaim } from './class-claim.js';
import { clausesOf } from '../sentences/clauses.js';
import { Role, isDrug, rolesOf } from '../sentences/concept-roles.js';
import { partyOf, type Discourse } from '../subjects/discourse.js';
import type { Element, SentenceElements } from '../sentences/elements.js';
import { Word } from '../sentences/word-lists.js';

/**
 * Reads the class that “another” presupposes: "Etanercept failed, so they moved me to another monoclonal antibody,
 * adalimumab" says that etanercept is one. Only where a single medicine was named before, and none of the class.
 */
export function readPresupposedClass(
  sentence: SentenceElements,
  discourse: Discourse,
  terminology: Terminology,
): readonly Claim[] {
  const { elements, block } = sentence;
  if ((sentence.words & Word.likewise) === 0 || sentence.isQuestion || block.table !== undefined) return NONE;
  for (const [at, { norm }] of elements.entries()) {
    if (!OTHERS.has(norm)) continue;
    const group = [at + 1, at + 2].find((index) => isGroup(elements[index], terminology));
    if (group === undefined || (group === at + 2 && elements[at + 1]!.kind !== 'word')) continue;
    if (!isExchanged(elements, group, terminology)) continue;
    const clause = clausesOf(sentence).find(({ start, end }) => start <= at && at < end);
    if (clause?.attribution !== 'writer') continue;
    const object = partyOf(elements[group]!.mention!);
    const subject = onlyMedicineBefore(sentence, at, object, discourse, terminology);
    if (subject === undefined) continue;
    return [
      classClaim(subject, object, {
        block: block.index,
        span: proseSpan(elements[at]!.span.start, object.span.end),
        // Another class would have to hold of the new medicine as well.
        form: 'another of its class, in a list',
      }),
    ];
  }
  return NONE;
}

/** The new medicine stands beside the class and belongs to it, or the words tell that one was exchanged. */
function isExchanged(elements: readonly Element[], group: number, terminology: Terminology): boolean {
  const named = elements.slice(group + 1, group + 5).find((element) => isDrug(element, terminology));
  if (named !== undefined) {
    return terminology.isA(named.mention!.conceptId!, elements[group]!.mention!.conceptId!);
  }
  return elements.some(({ norm }) => EXCHANGES.has(norm));
}

/** The one medicine that the paragraph names before, where nothing before it is of the class or is called so. */
function onlyMedicineBefore(
  { block, sentenceIndex, elements }: SentenceElements,
  at: number,
  { conceptId: group }: ClaimParty,
  discourse: Discourse,
  terminology: Terminology,
): ClaimParty | undefined {
  const near = [...discourse.sentences[block.index]!.slice(0, sentenceIndex).map((one) => one.elements)];
  near.push(elements.slice(0, at));
  const medicines = near.flat().filter((element) => isDrug(element, terminology));
  const ids = new Set(medicines.map(({ mention }) => mention!.conceptId));
  if (ids.size !== 1) return undefined;
  const earlier = discourse.sentences.slice(0, block.index).flat();
  const isOfGroup = ({ mention }: Element) =>
    mention?.conceptId !== undefined &&
    (terminology.isA(mention.conceptId, group!) ||
      (isGroup({ mention }, terminology) && terminology.isA(group!, mention.conceptId)));
  const isNamed = near.flat().some(isOfGroup) || earlier.some((one) => one.elements.some(isOfGroup));
  return isNamed ? undefined : partyOf(medicines[0]!.mention!);
}

function isGroup(element: Pick<Element, 'mention'> | undefined, terminology: Terminology): boolean {
  const id = element?.mention?.conceptId;
  if (id === undefined || (rolesOf(id, terminology) & Role.drugClass) === 0) return false;
  return terminology.concept(id)!.closed !== undefined;
}

const NONE: readonly never[] = [];
const OTHERS = new Set(['another', 'different']);
const EXCHANGES = new Set(
  'moved switched changed swapped switch swap change instead replaced exchanged chose put'.split(' '),
);
