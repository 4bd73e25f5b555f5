import type { Terminology } from '../../terminology/terminology.js';
import type { ProseSpan } from '../../text/span.js';
import type { Surroundings } from '../subjects/antecedents.js';
import type { Element } from './elements.js';
import { ARTICLES, RELATIVES, SORTS, STATES } from '../plain-forms/plain-form-words.js';

/** "After warfarin comes heparin, which …" is told of heparin, "It is warfarin, not heparin, that …" of warfarin. */
export function isOfNearer(
  elements: readonly Element[],
  subject: ProseSpan,
  said: ProseSpan,
  { terminology }: Surroundings,
): boolean {
  const named = elements.findIndex(({ span }) => span.start === subject.start);
  const id = elements[named]?.mention?.conceptId;
  if (id === undefined || subject.end > said.start) return false;
  const isRelative = ({ norm, span }: Element, at: number) =>
    at > named && RELATIVES.has(norm) && span.start < said.end;
  const behind = elements.findIndex(isRelative);
  const last = elements.findLastIndex(isRelative);
  if (behind < 0) return false;
  if (elements[named - 1]?.norm === 'not' && behind === named + 2) return true;
  if (behind === named + 1 && standsBeside(elements, named)) return true;
  const nearest = elements[last - 1]!.norm === ',' ? elements[last - 2] : undefined;
  const other = nearest?.mention?.conceptId;
  // An abbreviation of more than one meaning, such as CT, is another thing.
  if (nearest?.mention !== undefined && other === undefined) return true;
  return other !== undefined && other !== id && isOfOneSort(other, id, terminology);
}

/** "A gland behind the stomach that makes insulin": what is told is told of the gland. */
function standsBeside(elements: readonly Element[], named: number): boolean {
  const preposition = ARTICLES.has(elements[named - 1]?.norm ?? '') ? named - 2 : named - 1;
  if (!BESIDE.has(elements[preposition]?.norm ?? '')) return false;
  const noun = elements.slice(Math.max(0, preposition - LONGEST_NOUN), preposition);
  const article = noun.findLastIndex(({ norm }) => ARTICLES.has(norm));
  return article >= 0 && noun.slice(article).every(({ kind, norm }) => kind !== 'mark' && !STATES.has(norm));
}

const BESIDE = new Set('behind beside near above below beneath under around inside within between on in'.split(' '));
const LONGEST_NOUN = 3;

/** Both are medicines, both diseases, …, and neither is a kind of the other. */
export function isOfOneSort(one: string, other: string, terminology: Terminology): boolean {
  if (terminology.isA(one, other) || terminology.isA(other, one)) return false;
  return SORTS.some((sort) => [one, other].every((id) => sort.has(terminology.concept(id)!.kind)));
}
