import type { AnalyzedBlock } from '../../document.js';
import { contains } from '../../text/span.js';
import type { Claim } from '../claim.js';

/**
 * Whether what stands above a list or a row makes its items things that do not hold: "Causes that do not belong under
 * “dystrophic”", "What speaks against each type:", a column "Not caused by". Of whom an item is said does not matter.
 */
export function isUnderDenial(block: AnalyzedBlock, blocks: readonly AnalyzedBlock[]): boolean {
  let isUnder = known.get(block);
  if (isUnder === undefined) known.set(block, (isUnder = headsOf(block, blocks).some(denies)));
  return isUnder;
}

const known = new WeakMap<AnalyzedBlock, boolean>();

function headsOf({ list, table, headings, index }: AnalyzedBlock, blocks: readonly AnalyzedBlock[]): readonly string[] {
  const textOf = (at: number | undefined): readonly string[] => (at === undefined ? [] : [blocks[at]!.text]);
  if (table !== undefined) return table.row === 0 ? [] : [...textOf(table.columnHeader), ...textOf(table.rowHeader)];
  if (list === undefined) return [];
  if (list.leadIn !== undefined || list.parentItem !== undefined) {
    return [...textOf(list.leadIn), ...textOf(list.parentItem)].map(lastSentence);
  }
  let first = index;
  while (blocks[first - 1]?.list?.list === list.list) first--;
  const heading = headings[headings.length - 1];
  return heading === first - 1 ? textOf(heading) : [];
}

function lastSentence(text: string): string {
  return text.split(/[.!?]\s+/u).pop()!;
}

function denies(text: string): boolean {
  return DENIES.test(text);
}

const DENIES =
  /^\W*not (?:an? |the |among the |true )?(?:\p{L}+ )?(?:causes?|hallmarks?|settings?|signs?|features?|triggers?|members?|types?|kinds?|reasons?|findings?|examples?|culprits?)(?!\p{L})|(?<!\p{L})(?:not (?:one|any|a single one)|none|neither|nothing) (?:of|that|here|in|on|below)(?!\p{L})|(?<!\p{L})not (?:of|from|under|due to|part of)(?!\p{L})(?! (?:only|just)(?!\p{L}))(?!.*\b(?:but|only)\b)|(?<!\p{L})(?:(?:do|does|did|will|would|should|can|could|may)(?: not|n[’']t)|cannot|never)(?! (?:only|just|merely|always|all)(?!\p{L}))(?: \p{L}+){0,2} (?:belongs?|fits?|count|go|fall|sit|speak|point|lead|come|cause|mean|lie|stand|bring|trigger|have|list|file|include|expect|find|see)(?!\p{L})(?![^:]*\b(?:but|only|until|unless|without)\b)|(?<!\p{L})(?:speaks?|argues?|tells?|points?|counts?|evidence|arguments?|signs?|reasons?|findings?) (?:\P{L}*)against(?!\p{L})|(?<!\p{L})rules? (?:it |this |that |them |each |each type )?out(?!\p{L})|(?<!\p{L})(?:excludes?|wrongly|mistakenly)(?!\p{L})|(?<!\p{L})(?:lacks?|lacked|(?:has|have|had|shows?) no (?:\p{L}+ )?(?:links?|ties?|connections?|relations?|part|role|traces?|signs?)(?: (?:to|with|of|in|for))?|nothing to do with|(?:is|are) (?:free of|unrelated to|independent of|absent|missing))\W*$/iu;

/**
 * Whether a claim takes its subject from a line that says what was thought once: "Earlier working diagnosis: dystrophic"
 * above "Cause: kidney failure".
 */
export function isOfSetAsideLine(
  {
    block,
    span,
    subject,
    object,
    relation,
  }: Pick<Claim, 'block' | 'span'> & Partial<Pick<Claim, 'subject' | 'object' | 'relation'>>,
  blocks: readonly AnalyzedBlock[],
): boolean {
  if (subject === undefined) return false;
  // "Before the drip: calcium low" is no level of what came of the drip.
  const { text: told } = blocks[object?.block ?? block]!;
  if (relation === 'level' && BEFORE.test(told.slice(told.lastIndexOf('\n', object!.span.start) + 1))) return true;
  const { sentences, text } = blocks[subject.block]!;
  const named = sentences.find((sentence) => contains(sentence.span, subject.span))?.span;
  if (named === undefined || (subject.block === block && contains(named, span))) return false;
  return SET_ASIDE.test(text.slice(named.start, subject.span.start));
}

const SET_ASIDE =
  /^\W*(?:(?:my|our|her|his|the) )?(?:earlier|previous|former|first|initial|provisional|working|referral|suspected|old)(?: \p{L}+){0,3}(?: \([^)]*\))?:/iu;
const BEFORE = /^\W*(?:before|prior to|until)(?!\p{L})[^.:]{1,40}:/iu;
