import type { SentenceElements } from '../sentences/elements.js';

/**
 * "If the letter says hypophosphatemia, there is too much phosphate in your blood" supposes nothing of the thing: whether
 * a paper names it is left open, and what it then means is stated. It is read from the name on.
 */
export function toldByPaper(sentence: SentenceElements): SentenceElements | undefined {
  const { elements } = sentence;
  if (!SUPPOSES.has(elements[0]?.norm ?? '')) return undefined;
  const named = elements.findIndex(({ mention }) => mention?.conceptId !== undefined);
  if (named < 3 || named > LONGEST_OPENING) return undefined;
  const opening = elements.slice(1, named);
  if (!opening.some(({ norm }) => PAPERS.has(norm)) || !opening.some(({ norm }) => NAMES.has(norm))) return undefined;
  let comma = named + 1;
  while (QUOTES.has(elements[comma]?.norm ?? '')) comma++;
  if (elements[comma]?.norm !== ',') return undefined;
  // "…, then there is too much of it"
  const then = elements[comma + 1]?.norm === 'then' ? comma + 2 : comma + 1;
  if (!GOES_ON.has(elements[then]?.norm ?? '')) return undefined;
  return { ...sentence, elements: [elements[named]!, elements[comma]!, ...elements.slice(then)] };
}

const LONGEST_OPENING = 12;
const SUPPOSES = new Set(['if', 'when', 'where', 'whenever', 'should']);
const PAPERS = new Set(
  'letter letters report reports result results lab labs fax chart form paper papers app doctor doctors nurse note notes sheet file slip card record records'.split(
    ' ',
  ),
);
const NAMES = new Set(
  'says say said reads read mentions shows names speaks states writes wrote contains has lists'.split(' '),
);
const GOES_ON = new Set('there it this that you your his her the they'.split(' '));
const QUOTES = new Set('" “ ” ‘ ’ *'.split(' '));
