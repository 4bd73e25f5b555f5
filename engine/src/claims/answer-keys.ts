import type { AnalyzedBlock } from '../document.js';

/**
 * What a text says of the items of its quiz once it gives the key: "Key: 1 true, 2 false", a list of answers under
 * "Answers", or a verdict behind each line. Until it does, an item is there to be judged.
 */

/** The key behind the list calls the item that stands there right. */
export function isRightByKey(block: AnalyzedBlock, blocks: readonly AnalyzedBlock[]): boolean {
  const { list } = block;
  if (list === undefined) return false;
  const items = blocks.filter((other) => other.list?.list === list.list);
  const behind = items.at(-1)!.index + 1;
  const key = verdictsBehind(blocks, behind);
  return key.length === items.at(-1)!.list!.item + 1 && key.length >= LEAST && key[list.item] === true;
}

/** The verdicts of the key that begins at a block, in order: in one line, or as the items of a list. */
function verdictsBehind(blocks: readonly AnalyzedBlock[], from: number): readonly (boolean | undefined)[] {
  const opening = blocks[from];
  if (opening === undefined || !OPENS_KEY.test(opening.text)) return NONE;
  const inLine = [...opening.text.matchAll(VERDICT)];
  if (inLine.length > 0) {
    return inLine.map(([, number, verdict], at) => (Number(number) === at + 1 ? isRight(verdict!) : undefined));
  }
  const first = blocks[from + 1];
  if (first === undefined) return NONE;
  if (first.list === undefined) {
    return [...first.text.matchAll(VERDICT)].map(([, number, verdict], at) =>
      Number(number) === at + 1 ? isRight(verdict!) : undefined,
    );
  }
  return blocks
    .filter(({ list }) => list?.list === first.list!.list)
    .map(({ text }) => {
      const verdict = ITEM.exec(text)?.[1];
      return verdict === undefined ? undefined : isRight(verdict);
    });
}

/** "Osteo- means bone. TRUE" in lines that all end with their verdict: the words behind the statement begin with it. */
export function isRightAtEndOfLine(block: AnalyzedBlock, behind: string): boolean {
  return ENDS_WITH_VERDICT.test(block.text) && !OPENS_WITH_VERDICT.test(block.text) && VERDICT_BEHIND.test(behind);
}

function isRight(verdict: string): boolean {
  return RIGHT.test(verdict);
}

const NONE: readonly never[] = [];
const LEAST = 2;
const OPENS_KEY = /^\W*(?:answers?|(?:answer )?key|solutions?|results?)(?: key)?\b[^.?!]{0,12}(?:[:–—]|$)/iu;
const VERDICT =
  /(?<![\d.,])(\d{1,2})\s?[.):=–—-]?\s?(true|false|right|wrong|correct|incorrect|yes|no|t|f|r)(?![\p{L}\d])/giu;
const ITEM = /^\W*(true|false|right|wrong|correct|incorrect|yes|no|t|f)(?![\p{L}\d])/iu;
const RIGHT = /^(?:true|right|correct|yes|t|r)$/iu;
const ENDS_WITH_VERDICT = /[.!)]\W*(?:TRUE|FALSE|True|False|RIGHT|WRONG|Right|Wrong|CORRECT|INCORRECT)\W*$/u;
const OPENS_WITH_VERDICT = /^\W*(?:TRUE|FALSE|True|False|RIGHT|WRONG|Right|Wrong|CORRECT|INCORRECT)\b(?! or\b)/u;
const VERDICT_BEHIND = /^\W*(?:TRUE|True|RIGHT|Right|CORRECT|Correct)(?=[.!)]*\s+\W?\p{Lu})/u;
