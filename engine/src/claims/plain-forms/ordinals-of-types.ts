import type { Surroundings } from '../subjects/antecedents.js';
import type { Element, SentenceElements } from '../sentences/elements.js';
import { TYPE_WORDS } from '../sentences/lexicon.js';
import { STATES } from './plain-form-words.js';
import { withThing } from './with-thing.js';

/**
 * "The third of them follows …", "the second one is …" behind a list, or a sentence, that names the types in order: the
 * sentence with the type itself. Where an item names no type, or a type comes twice, nobody can count.
 */
export function formOfOrdinal(sentence: SentenceElements, around: Surroundings): SentenceElements | undefined {
  const { elements } = sentence;
  const [article, ordinal] = elements;
  const place = article?.norm === 'the' ? PLACES.get(ordinal?.norm ?? '') : undefined;
  if (place === undefined) return undefined;
  const end = endOfOrdinal(elements);
  // "The first comes from phosphate, the second from old wounds" tells of several.
  const tellsOfOthers = elements.some(({ norm }, at) => at > 1 && PLACES.has(norm) && elements[at - 1]!.norm === 'the');
  if (end === undefined || tellsOfOthers) return undefined;
  const types = typesBefore(sentence, around);
  const type = types.at(place);
  return types.length < FEWEST || type === undefined ? undefined : withThing(sentence, type, 0, end, elements.length);
}

/** Index behind "the third", "the third of them", "the third type on this list"; what follows is the verb. */
function endOfOrdinal(elements: readonly Element[]): number | undefined {
  let at = 2;
  const norm = (index: number): string => elements[index]?.norm ?? '';
  if (TYPE_WORDS.has(norm(at)) || NOUNS.has(norm(at))) at++;
  if (BEHIND.has(norm(at)) && POINTING.has(norm(at + 1))) {
    at += 2;
    if (TYPE_WORDS.has(norm(at)) || NOUNS.has(norm(at))) at++;
  }
  const isVerb = STATES.has(norm(at)) || /^[a-z]{2,}[^su]s$/u.test(norm(at)) || norm(at) === 'has';
  return isVerb ? at : undefined;
}

/** The types in the order of the list above, or of the sentence before. */
function typesBefore(
  { block, sentenceIndex }: SentenceElements,
  { blocks, discourse, terminology }: Surroundings,
): readonly Element[] {
  const isType = ({ mention }: Element) => terminology.memberOf(mention?.conceptId ?? '') !== undefined;
  const before = discourse.sentences[block.index]![sentenceIndex - 1];
  let named: readonly Element[] = before?.elements.filter(isType) ?? [];
  const list = blocks[block.index - 1]?.list?.list;
  if (sentenceIndex === 0 && list !== undefined && block.list?.list !== list) {
    const items = blocks.filter((one) => one.list?.list === list && one.list.parentItem === undefined);
    const first = items.map(({ index }) =>
      discourse.sentences[index]!.flatMap(({ elements }) => elements).find(isType),
    );
    if (first.includes(undefined)) return [];
    named = first.map((element) => element!);
  }
  const names = new Set(named.map(({ mention }) => terminology.memberOf(mention!.conceptId!)!.name));
  return names.size === named.length ? named : [];
}

/** Of two, “the first” and “the second” are told by those who read the former and the latter. */
const FEWEST = 3;
const PLACES = new Map([
  ['first', 0],
  ['second', 1],
  ['third', 2],
  ['fourth', 3],
  ['fifth', 4],
  ['last', -1],
]);
const NOUNS = new Set(['one', 'item', 'entry', 'name', 'list', 'row']);
const BEHIND = new Set(['of', 'on', 'in', 'among']);
const POINTING = new Set('them these those this the'.split(' '));
