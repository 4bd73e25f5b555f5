import type { AnalyzedBlock } from '../../document.js';

/**
 * What the key of a quiz says of the item that a block is: “Key: 1 true, 2 false”, behind the list or under a heading of
 * its own. Undefined where no key speaks of it.
 */
export function verdictOfKey(block: AnalyzedBlock, blocks: readonly AnalyzedBlock[]): 'right' | 'wrong' | undefined {
  const { list } = block;
  if (list === undefined || !list.ordered) return undefined;
  let behind = block.index + 1;
  while (blocks[behind]?.list?.list === list.list) behind++;
  for (let at = behind; at < Math.min(behind + BLOCKS_BEHIND, blocks.length); at++) {
    const { text } = blocks[at]!;
    const isHeaded = at > behind && HEADING.test(blocks[at - 1]!.text);
    const isKey = KEY.test(text) || isHeaded;
    const verdict = isKey ? verdictsIn(text).get(list.item + 1) : undefined;
    if (verdict !== undefined) return verdict;
    if (isHeaded && blocks[at]!.list !== undefined) return verdictOfItem(list.item, blocks[at]!, blocks);
  }
  return undefined;
}

/** The answers are a list of their own. */
function verdictOfItem(
  item: number,
  { list: answers }: AnalyzedBlock,
  blocks: readonly AnalyzedBlock[],
): 'right' | 'wrong' | undefined {
  const answer = blocks.find(({ list }) => list?.list === answers!.list && list.item === item);
  const verdict = ITEM.exec(answer?.text ?? '')?.[1];
  return verdict === undefined ? undefined : sideOf(verdict);
}

/** "Osteo- means bone. TRUE" in lines that all end with their verdict: the words behind the statement begin with it. */
export function isRightAtEndOfLine(block: AnalyzedBlock, behind: string): boolean {
  return ENDS_WITH_VERDICT.test(block.text) && !OPENS_WITH_VERDICT.test(block.text) && VERDICT_BEHIND.test(behind);
}

function sideOf(verdict: string): 'right' | 'wrong' {
  return RIGHT.test(verdict) ? 'right' : 'wrong';
}

/** "1 true, 2 false", "1: T; 2: F", "Statements 1 and 3 are true, 2 is false." */
function verdictsIn(text: string): ReadonlyMap<number, 'right' | 'wrong'> {
  const verdicts = new Map<number, 'right' | 'wrong'>();
  for (const { groups } of text.matchAll(ENTRY)) {
    const verdict = sideOf(groups!['verdict']!);
    for (const [number] of groups!['numbers']!.matchAll(/\d+/gu)) verdicts.set(Number(number), verdict);
  }
  return verdicts;
}

/** In blocks. */
const BLOCKS_BEHIND = 3;
const KEY = /^\W*(?:the )?(?:answer |correct )?(?:key|answers?|solutions?)\b/iu;
const HEADING = /^\W*(?:the )?(?:answer |correct )?(?:key|answers?|solutions?)\W*$/iu;
const RIGHT = /^(?:t|true|right|correct|yes)$/iu;
const ENTRY =
  /(?<![\d.])(?<numbers>\d{1,2}(?:(?:, | and |, and | & )\d{1,2})*)(?: ?[.:)=–—-]| (?:is|are))*\s*(?:both |all )?(?<verdict>true|false|right|wrong|correct|incorrect|yes|no|[tf])(?!\p{L})/giu;
const ITEM = /^\W*(true|false|right|wrong|correct|incorrect|yes|no|t|f)(?![\p{L}\d])/iu;
const ENDS_WITH_VERDICT = /[.!)]\W*(?:TRUE|FALSE|True|False|RIGHT|WRONG|Right|Wrong|CORRECT|INCORRECT)\W*$/u;
const OPENS_WITH_VERDICT = /^\W*(?:TRUE|FALSE|True|False|RIGHT|WRONG|Right|Wrong|CORRECT|INCORRECT)\b(?! or\b)/u;
const VERDICT_BEHIND = /^\W*(?:TRUE|True|RIGHT|Right|CORRECT|Correct)(?=[.!)]*\s+\W?\p{Lu})/u;
