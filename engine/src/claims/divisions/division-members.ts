import type { AnalyzedBlock } from '../../document.js';
import type { CompiledClassification } from '../../terminology/compiled.js';
import type { Terminology } from '../../terminology/terminology.js';
import type { ProseSpan } from '../../text/span.js';
import { notMemberEntry } from '../contradictions/outside-classification.js';
import { elementsOf, type Element } from '../sentences/elements.js';
import { TYPE_WORDS } from '../sentences/lexicon.js';

export interface DivisionMember {
  /** The member of the classification, a name that is none, another condition that is none of the members, or neither. */
  readonly is: 'member' | 'not-member' | 'other-condition' | 'unknown';
  /** Name of the member, or the words; of another condition its concept id. */
  readonly name: string;
  readonly block: number;
  readonly span: ProseSpan;
}

/** Names of members, and names that are none, in a run of elements. */
export function membersIn(
  elements: readonly Element[],
  from: number,
  to: number,
  classification: CompiledClassification,
  block: number,
  terminology: Terminology,
): DivisionMember[] {
  const members: DivisionMember[] = [];
  for (let at = from; at < to; at++) {
    const element = elements[at]!;
    const member =
      memberOf(element, classification, terminology) ?? otherInList(elements, at, classification, terminology);
    if (member === undefined || members.some((other) => other.name === member.name)) continue;
    // "…, which may be mild": only an item of the list is offered as a type.
    if (member.is === 'not-member' && !isItem(elements, at)) continue;
    members.push({ ...member, block, span: element.span });
  }
  return members;
}

function isItem(elements: readonly Element[], at: number): boolean {
  let before = at - 1;
  while (ARTICLES.has(elements[before]?.norm ?? '')) before--;
  const next = elements[at + 1];
  const closes =
    next === undefined || CLOSES_ITEM.has(next.norm) || TYPE_WORDS.has(next.norm) || next.mention !== undefined;
  return closes && (before < 0 || before < at - 1 || OPENS_ITEM.has(elements[before]!.norm));
}

const ARTICLES = new Set(['a', 'an', 'the', 'either', 'both']);
const PARTS_LIST = new Set([',', 'and', 'or']);
const OPENS_ITEM = new Set(', and or : ; ( – — into between in as are namely is'.split(' '));
const CLOSES_ITEM = new Set(', and or ; . ) – — one ones'.split(' '));

/** "dystrophic, metastatic, and chondrocalcinosis": an item of the list that is another condition. */
function otherInList(
  elements: readonly Element[],
  at: number,
  classification: CompiledClassification,
  terminology: Terminology,
): Pick<DivisionMember, 'is' | 'name'> | undefined {
  // "…; chondrocalcinosis and kidney stones are other matters" opens a statement, but not in a list of semicolons.
  const bySemicolon = elements.filter(({ norm }) => norm === ';').length > 1;
  const parts = ({ norm }: Pick<Element, 'norm'>): boolean => PARTS_LIST.has(norm) || (bySemicolon && norm === ';');
  // "…, the idiopathic and the CREST type"
  let first = at - 1;
  while (ARTICLES.has(elements[first]?.norm ?? '')) first--;
  const before = elements[first];
  const noun = elements[at + 1];
  const next = (noun !== undefined && TYPE_WORDS.has(noun.norm) ? elements[at + 2] : noun) ?? { norm: '.' };
  const isItem = before !== undefined && (parts(before) || before.norm === ':') && (parts(next) || next.norm === '.');
  const open = elements.slice(0, at).filter(({ norm }) => norm === '(').length;
  const closed = elements.slice(0, at).filter(({ norm }) => norm === ')').length;
  if (!isItem || open > closed || !isOtherCondition(elements[at]!, classification, terminology)) return undefined;
  return { is: 'other-condition', name: elements[at]!.mention!.conceptId! };
}

/** A disease that is neither what is divided nor one of its types nor above them. */
function isOtherCondition(element: Element, classification: CompiledClassification, terminology: Terminology): boolean {
  const id = element.mention?.conceptId;
  if (id === undefined) return false;
  if (notMemberEntry(id, classification, true, terminology) !== undefined) return true;
  if (!['disease', 'sign'].includes(terminology.concept(id)!.kind)) return false;
  const own = [...classification.of, ...classification.members.flatMap(({ concepts }) => concepts)];
  return !own.some((other) => terminology.isA(id, other) || terminology.isA(other, id));
}

/** What an item of a list of types names first. */
export function firstMember(
  item: AnalyzedBlock,
  classification: CompiledClassification,
  terminology: Terminology,
): DivisionMember[] {
  if (item.sentences.length === 0) return [];
  const { elements } = elementsOf(item, 0, [classification]);
  const opening = elements.slice(0, 3);
  const names = opening.map((element) => memberOf(element, classification, terminology)?.is);
  for (const element of opening) {
    const member = memberOf(element, classification, terminology);
    // "Autoimmune (dystrophic): …" tells which type it is.
    if (member?.is === 'not-member' && names.includes('member')) continue;
    if (member !== undefined) return [{ ...member, block: item.index, span: element.span }];
  }
  const first = elements.find((element) => element.kind !== 'mark');
  if (first !== undefined && isOtherCondition(first, classification, terminology)) {
    return [{ is: 'other-condition', name: first.mention!.conceptId!, block: item.index, span: first.span }];
  }
  return first === undefined ? [] : [{ is: 'unknown', name: first.norm, block: item.index, span: first.span }];
}

/** The member of the classification that an element names, alone ("dystrophic") or with its noun. */
export function memberOf(
  element: Element,
  classification: CompiledClassification,
  terminology: Terminology,
): Pick<DivisionMember, 'is' | 'name'> | undefined {
  const id = element.mention?.conceptId;
  for (const member of classification.members) {
    if (id !== undefined && member.concepts.includes(id)) return { is: 'member', name: member.name };
    if (element.norm === member.name || id === member.name || member.alsoNamed.includes(element.norm)) {
      return { is: 'member', name: member.name };
    }
  }
  // A pattern goes with several members and is none.
  if (id !== undefined && notMemberEntry(id, classification, true, terminology) !== undefined) return undefined;
  // A form of a member stands for it: idiopathic scrotal calcinosis.
  for (const member of id === undefined ? [] : classification.members) {
    if (member.concepts.some((concept) => terminology.isA(id!, concept))) return { is: 'member', name: member.name };
  }
  // “Joint cartilage” names a place, “autoimmune” a name beside the types.
  if (element.kind !== 'word' && terminology.concept(id ?? '')?.kind !== 'term') return undefined;
  for (const names of classification.notMembers) {
    if (names.names.includes(element.norm)) return { is: 'not-member', name: element.norm };
  }
  return undefined;
}
