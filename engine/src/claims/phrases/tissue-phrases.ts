import type { Sentence, Token } from '../../language/token.js';
import type { PhraseElement } from './phrases.js';

/** Words for tissue before a deposit came to it. Grammar and plain words: which type forms in which tissue is data. */
const DAMAGED = new Set(
  'damaged injured inflamed scarred diseased dying dead broken wounded harmed hurt abnormal unhealthy traumatized traumatised burned burnt necrotic degenerated degenerating devitalized devitalised'.split(
    ' ',
  ),
);
const HEALTHY = new Set(
  'normal healthy undamaged intact uninjured sound unharmed unscarred uninflamed undiseased unaffected untouched unhurt'.split(
    ' ',
  ),
);
const TISSUES = new Set('tissue tissues skin'.split(' '));
const BEFORE_TISSUE = new Set('soft skin local connective body fatty surrounding'.split(' '));
const DAMAGE = new Set('damage injury injuries trauma harm'.split(' '));
const BETWEEN = new Set(
  'itself before beforehand was is were are has have been already had being that which previously first entirely perfectly completely fully still always usually often once quite in itself at the time of not the a patient'.split(
    ' ',
  ),
);
/** What makes a state one from before the deposit, and not what the deposit does to the skin. */
const EARLIER = new Set(
  'before beforehand was were had already previously first earlier prior once been came'.split(' '),
);

export const OPENS_TISSUE = new Set([...DAMAGED, ...HEALTHY, ...TISSUES, ...DAMAGE, 'local', 'localized', 'localised']);

/** "damaged tissue", "the tissue was sound", "skin that had been hurt", "injury to the skin"; undefined where none begins here. */
export function tissuePhrase(tokens: readonly Token[], at: number, sentence: Sentence): PhraseElement | undefined {
  if (!OPENS_TISSUE.has(tokens[at]!.norm)) return undefined;
  const norm = (index: number): string => (index < sentence.endToken ? (tokens[index]?.norm ?? '') : '');
  const found = (tissue: 'damaged' | 'normal', endToken: number, denied = false): PhraseElement => ({
    kind: 'tissue',
    firstToken: at,
    endToken,
    tissue,
    ...(denied ? { denied } : {}),
  });
  const word = norm(at);
  if (DAMAGED.has(word) || HEALTHY.has(word)) {
    const end = tissueAfter(at + 1, norm);
    if (end > 0) return found(DAMAGED.has(word) ? 'damaged' : 'normal', end);
  }
  if (TISSUES.has(word)) return tissueFirst(at, sentence, norm, found);
  return damageFirst(at, norm, found);
}

type Norm = (index: number) => string;
type Found = (tissue: 'damaged' | 'normal', endToken: number, denied?: boolean) => PhraseElement;

/** Index after "soft tissue", "skin"; 0 where none stands here. */
function tissueAfter(at: number, norm: Norm): number {
  let next = at;
  if (['the', 'their', 'this'].includes(norm(next))) next++;
  while (BEFORE_TISSUE.has(norm(next))) next++;
  if (TISSUES.has(norm(next))) return next + 1;
  return next > at && TISSUES.has(norm(next - 1)) ? next : 0;
}

/** "tissue damage", "the tissue was entirely healthy", "skin that has been inflamed". */
function tissueFirst(at: number, sentence: Sentence, norm: Norm, found: Found): PhraseElement | undefined {
  if (DAMAGE.has(norm(at + 1))) return found('damaged', at + 2);
  let next = at + 1;
  let denied = false;
  while (next < at + 8 && BETWEEN.has(norm(next))) {
    if (norm(next) === 'not') denied = true;
    next++;
  }
  const state = norm(next);
  if (next === at + 1 || !(DAMAGED.has(state) || HEALTHY.has(state))) return undefined;
  // "The skin is inflamed" is what the deposit does; "was inflamed before" is what it came to.
  if (norm(at) === 'skin' && !hasEarlier(at, sentence, norm)) return undefined;
  // "scarred or inflamed", "healthy and intact"
  let end = next + 1;
  if (['or', 'and'].includes(norm(end)) && (DAMAGED.has(norm(end + 1)) || HEALTHY.has(norm(end + 1)))) end += 2;
  return found(DAMAGED.has(state) ? 'damaged' : 'normal', end, denied);
}

function hasEarlier(at: number, sentence: Sentence, norm: Norm): boolean {
  for (let index = at + 1; index < sentence.endToken && index < at + 12; index++) {
    if (EARLIER.has(norm(index))) return true;
  }
  return false;
}

/** "local injury", "a local abnormality in the tissues affected", "an injury to the skin", "harm to the tissue". */
function damageFirst(at: number, norm: Norm, found: Found): PhraseElement | undefined {
  const word = norm(at);
  const isLocal = ['local', 'localized', 'localised'].includes(word);
  const noun = isLocal ? norm(at + 1) : word;
  if (isLocal ? !(DAMAGE.has(noun) || noun.startsWith('abnormalit')) : !DAMAGE.has(noun)) return undefined;
  const end = at + (isLocal ? 2 : 1);
  if (['in', 'of', 'to', 'at'].includes(norm(end))) {
    let next = end + 1;
    while (next < end + 4 && ['the', 'affected', 'soft', 'surrounding', 'local', 'a'].includes(norm(next))) next++;
    if (TISSUES.has(norm(next))) return found('damaged', next + 1);
  }
  return isLocal ? found('damaged', end) : undefined;
}
