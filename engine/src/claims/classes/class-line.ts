import type { Element, SentenceElements } from '../sentences/elements.js';
import type { Matter } from './class-announced.js';
import { FORM_NOUNS, GROUP_NOUNS } from './class-frames.js';

/**
 * The words of a sentence as one line, in which a thing is "D" and a class "C", each with the index of its element:
 * "D0 is C3 and D6 belongs to the C9". Patterns over it see the order of a whole statement.
 * @param owners an owner is "S": "warfarin's role" is "S0 role"
 */
export function lineOfClasses(
  { elements, block }: SentenceElements,
  { isThing, isGroup }: Matter,
  owners = false,
): string {
  const words: string[] = [];
  for (const [at, element] of elements.entries()) {
    if (isGroup(element)) {
      // "a tetracycline antibiotic": two names side by side are one class, the last.
      const next = elements[at + 1];
      if (next !== undefined && isGroup(next)) continue;
      words.push(endsName(elements, at) ? `C${at}` : element.norm);
    } else if (isThing(element)) {
      // "warfarin's target" is no warfarin.
      const isOwner = block.tokens[element.endToken - 1]?.possessive !== '';
      words.push(!isOwner ? `D${at}` : owners ? `S${at}` : element.norm);
    } else words.push(isPartOfClass(elements, at, isGroup) ? '' : element.norm);
  }
  return words.filter((word) => word !== '').join(' ');
}

/** "steroid-sparing", "statin therapy": the name goes on. */
function endsName(elements: readonly Element[], at: number): boolean {
  const next = elements[at + 1];
  if (next === undefined || next.kind === 'mark') return next?.norm !== '-' && next?.norm !== '/';
  return next.firstToken === elements[at]!.endToken && next.mention === undefined;
}

/** "statin tablets", "the statin family": the noun behind a class adds nothing to it. */
function isPartOfClass(elements: readonly Element[], at: number, isGroup: (element: Element) => boolean): boolean {
  const { norm } = elements[at]!;
  return at > 0 && isGroup(elements[at - 1]!) && (FORM_NOUNS.has(norm) || GROUP_NOUNS.has(norm));
}

/** The indexes that stand behind a letter of the line, in their order: those of "D2 and D4" are 2 and 4. */
export function placesIn(part: string | undefined, letter: 'D' | 'C'): readonly number[] {
  if (part === undefined) return [];
  return part
    .split(' ')
    .filter((word) => word.startsWith(letter))
    .map((word) => Number(word.slice(1)));
}
