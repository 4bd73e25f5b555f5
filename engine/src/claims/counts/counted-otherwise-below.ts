import type { AnalyzedBlock } from '../../document.js';
import type { Terminology } from '../../terminology/terminology.js';
import type { AnnouncedNumber } from './announced-numbers.js';
import { isNamed } from './counted-items.js';
import { breaksOff } from './counted-below.js';
import { isOneOf } from './counted-kinds.js';
import type { Discourse } from '../subjects/discourse.js';
import type { Element, SentenceElements } from '../sentences/elements.js';
import { leadToList, withoutAside, type LeadToList } from './leads-to-lists.js';

/**
 * The items of the list right below the sentence that a number ends with or nearly so: "The four classic ones are:",
 * "Medicines that were changed this week, four in all:", "Two of them are common:".
 */
export function itemsUnderNumber(
  sentence: SentenceElements,
  number: AnnouncedNumber,
  blocks: readonly AnalyzedBlock[],
  discourse: Discourse,
  terminology: Terminology,
): string[] | undefined {
  const { block, elements, sentenceIndex } = sentence;
  if (block.table !== undefined) return cellsUnder(sentence, number, blocks, discourse, terminology);
  if (sentenceIndex !== block.sentences.length - 1 || block.kind === 'heading') return undefined;
  const first = blocks[block.index + 1];
  if (first?.list?.item !== 0 || first.kind !== 'list-item' || first.list.leadIn !== block.index) return undefined;
  if (elements.at(-1)?.norm !== ':' || elements[0]?.norm === 'of' || breaksOff(block.text)) return undefined;
  const lead = leadBelow(elements, number, terminology);
  if (lead === undefined) return undefined;
  const items = blocks.filter((other) => other.list?.list === first.list!.list && other.kind === 'list-item');
  const firsts = items.filter((item, at) => items.findIndex((other) => other.list!.item === item.list!.item) === at);
  if (firsts.length < 2 || firsts.length > MOST || firsts.some(({ text }) => NO_ITEM.test(text))) return undefined;
  // A list that goes on behind something else, or is taken up again below, is not all of it.
  const after = blocks[items.at(-1)!.index + 1];
  if (firsts.length < number.value && (after?.list !== undefined || GOES_ON.test(after?.text ?? ''))) return undefined;
  const isKnown = number.isOfList || number.isSum || number.noun === undefined;
  const isNamedItem = (item: AnalyzedBlock): boolean =>
    isNamed((discourse.sentences[item.index]![0]?.elements ?? []).slice(0, 3), terminology);
  // Of what is named itself, "two fingers:", a list below may say anything.
  const isKin = (item: AnalyzedBlock): boolean => {
    const [name] = discourse.sentences[item.index]![0]?.elements.filter(({ kind }) => kind !== 'mark') ?? [];
    return name !== undefined && isOneOf(name, lead.needsTypes === true ? TYPES : number, terminology);
  };
  if (number.needsKin || lead.needsTypes === true) {
    return firsts.every(isKin) ? firsts.map(({ text }) => shortened(text)) : undefined;
  }
  if (number.conceptId !== undefined || !(isKnown || firsts.every(isNamedItem))) return undefined;
  if (number.noun === undefined && !number.isSum && !firsts.every(isNamedItem)) return undefined;
  return firsts.map(({ text }) => shortened(text));
}

/** "| Two calcium channel blockers tried |", "| Phosphate binders (two) |": the cells below name what is counted. */
function cellsUnder(
  { block, elements }: SentenceElements,
  number: AnnouncedNumber,
  blocks: readonly AnalyzedBlock[],
  discourse: Discourse,
  terminology: Terminology,
): string[] | undefined {
  const { table, row, column } = block.table!;
  // "(3)" in a header may be the number of a footnote.
  const isFigure = number.needsKin && /^\d/u.test(elements[number.at]!.norm);
  if (isFigure || row > 0 || number.noun === undefined || number.isPart || (number.at > 1 && !number.needsKin)) {
    return undefined;
  }
  const cells = blocks.filter(
    (other) => other.table?.table === table && other.table.row > 0 && other.table.column === column,
  );
  const isKin = (cell: AnalyzedBlock): boolean => {
    const all = discourse.sentences[cell.index]!.flatMap(({ elements }) => elements);
    const names = all.filter((element) => isOneOf(element, number, terminology));
    return names.length === 1 && names[0] === all.find(({ kind }) => kind !== 'mark');
  };
  const names = [...new Set(cells.map(({ text }) => shortened(text)))];
  return cells.length > 1 && names.length === cells.length && cells.every(isKin) ? names : undefined;
}

/** The words up to the colon lead to the list of what is counted, and tell nothing else that it may be of. */
function leadBelow(
  elements: readonly Element[],
  number: AnnouncedNumber,
  terminology: Terminology,
): LeadToList | undefined {
  const lead = leadToList(elements, number, terminology);
  if (lead === undefined || lead.needsKin || lead.from !== elements.length) return undefined;
  const [preposition, determiner, last] = elements.slice(-4, -1);
  const isAtOnce = withoutAside(elements.slice(number.end, -1)).length === 0;
  const isOfPlace = IN.has(preposition?.norm ?? '') && THIS.has(determiner?.norm ?? '');
  // "two drugs that help with:", "two teams need:": the list is that of what they help with or need.
  const isOver =
    last !== undefined && (ENDS_TAIL.has(last.norm) || /(?:ed|ly)$/u.test(last.norm) || last.mention !== undefined);
  return isAtOnce || isOfPlace || isOver ? lead : undefined;
}

function shortened(text: string): string {
  const first = /^[^.:,;–—(]+/u.exec(text.trim())?.[0] ?? text;
  return first.trim().split(/\s+/u).slice(0, 4).join(' ');
}

const TYPES = { noun: 'types', conceptId: undefined };
const MOST = 15;
const IN = new Set(['in', 'on', 'of', 'for', 'at']);
const THIS = new Set(['this', 'the', 'our', 'my', 'your', 'that']);
const ENDS_TAIL = new Set(
  'are were remain follow exist matter count apply here now today too follows known given seen taught named shown found altogether week month year chapter leaflet page booklet section article room ward clinic list index text'.split(
    ' ',
  ),
);
const NO_ITEM = /^(?:and (?:more|others)|others?\b|other |etc|note\b|source|see |…|\.\.\.|(?:sub)?total|or\b)/iu;
const GOES_ON =
  /^\W*(?:(?:the )?(?:third|fourth|fifth|sixth|last|rest|other|remaining|missing)|another|also|and|plus|in addition|besides)\b/iu;
