import type { BlockLists } from './block-lists.js';
import type { AnalyzedBlock } from './document.js';
import type { FrontMatter } from './markdown/front-matter.js';
import { oncePerText } from './rules/support/once.js';
import { spellingOf } from './rules/support/spelling.js';
import type { Locale } from './terminology/source-format.js';

/**
 * Whose English a text is clearly written in: what its front matter says, or else what its words say by their spelling.
 * Undefined where it says too little, or both: an American style is then as likely as any.
 */
export function spellingOfText(frontMatter: FrontMatter | undefined, lists: BlockLists): Locale | undefined {
  const said = frontMatter?.entries.find(({ key }) => LANGUAGE_KEYS.has(key.toLowerCase()))?.value;
  const named = typeof said === 'string' ? localeNamed(said) : undefined;
  if (named !== undefined) return named;
  const words = [...lists.by(tellingWords).keys()];
  const uk = words.filter((word) => word.startsWith('uk')).length;
  const us = words.length - uk;
  if (uk >= FEWEST && uk >= FAR_MORE * us) return 'uk';
  return us >= FEWEST && us >= FAR_MORE * uk ? 'us' : undefined;
}

const LANGUAGE_KEYS = new Set(['lang', 'language', 'locale']);

/** "en-GB", "en_US". "en" alone says nothing. */
function localeNamed(language: string): Locale | undefined {
  const region = /^en[-_]([a-z]{2})$/iu.exec(language.trim())?.[1]?.toUpperCase();
  if (region === undefined) return undefined;
  if (region === 'US') return 'us';
  return BRITISH_REGIONS.has(region) ? 'uk' : undefined;
}

const BRITISH_REGIONS = new Set(['GB', 'UK', 'IE', 'AU', 'NZ', 'ZA', 'IN']);

/** One word may be a name or a quotation. */
const FEWEST = 2;
const FAR_MORE = 3;

/** The different words of a text that only one side spells so, with the side before them. */
const tellingWords = oncePerText((block: AnalyzedBlock) => {
  const words = new Set<string>();
  for (const { kind, text, norm, possessive } of block.tokens) {
    if (kind !== 'word') continue;
    const everyday = EVERYDAY.get(norm);
    const locale = everyday ?? spellingOf(possessive === '' ? text : text.slice(0, -possessive.length))?.locale;
    if (locale !== undefined) words.add(`${locale} ${norm.replace(/s$/u, '')}`);
  }
  return [...words];
});

/** Everyday words of one side, inflected. Endings like -ise prove nothing by themselves: "advise", "exercise". */
const EVERYDAY: ReadonlyMap<string, Locale> = new Map([
  ...everyday(
    'uk',
    'recognise recognised recognises organise organised organisation organisations realise realised randomised specialise specialised specialises minimise minimised summarise summarised prioritise hospitalised immunised immunisation stabilise stabilised normalise analyse analysed programme programmes whilst licence licences practise practised favour favourite favourable neighbour neighbours defence ageing grey mum mums fulfil enrol enrolment judgement travelled travelling labelled cancelled counselling counsellor tyre tyres plough cheque cheques catalogue gp gps nhs',
  ),
  ...everyday(
    'us',
    'recognize recognized recognizes organize organized realize realized randomized specialize specialized specializes minimize minimized summarize prioritize hospitalized immunized stabilize stabilized normalize analyze analyzed favor favorite favorable neighbor neighbors defense gray mom moms fulfill enrollment traveled traveling labeled canceled counseling counselor',
  ),
]);

function everyday(locale: Locale, words: string): [string, Locale][] {
  return words.split(' ').map((word) => [word, locale]);
}
