/**
 * The cost of writing one word for another: an edit distance in which the slips that people make with medical words
 * are cheap (doubled letters, vowels that sound alike, Greek and Latin spellings, neighbouring keys) and a wrong
 * first letter is dear.
 * @param limit what costs more costs Infinity, which is found out sooner
 */
export function spellingCost(written: string, meant: string, limit = Infinity): number {
  const width = meant.length + 1;
  const costs = new Float64Array((written.length + 1) * width).fill(Infinity);
  costs[0] = 0;
  let at = 0;
  let here = 0;
  const relax = (di: number, dj: number, cost: number): void => {
    const target = at + di * width + dj;
    if (here + cost < costs[target]!) costs[target] = here + cost;
  };
  for (let i = 0; i <= written.length; i++) {
    for (let j = 0; j <= meant.length; j++) {
      at = i * width + j;
      here = costs[at]!;
      if (here === Infinity || here > limit) continue;
      const w = written[i];
      const m = meant[j];
      const first = i === 0 && j === 0 ? 1.4 : 1;
      if (w !== undefined && m !== undefined) {
        if (w === m) relax(1, 1, 0);
        else relax(1, 1, first * substitution(w, m));
      }
      if (w !== undefined) relax(1, 0, first * insertion(written, i));
      if (m !== undefined) relax(0, 1, first * deletion(meant, j));
      if (w !== undefined && m !== undefined && written[i + 1] === m && meant[j + 1] === w && w !== m) {
        relax(2, 2, first * 0.6);
      }
      for (const reach of [2, 3]) if (isMoved(written, i, meant, j, reach)) relax(reach + 1, reach + 1, first * 0.85);
      for (const [a, b, cost] of pairsAt(w, m)) {
        if (written.startsWith(a, i) && meant.startsWith(b, j)) relax(a.length, b.length, cost);
      }
    }
  }
  const cost = costs[costs.length - 1]!;
  return cost > limit ? Infinity : cost;
}

/** How words sound, roughly: same keys are said alike. */
export function soundKey(word: string): string {
  return word
    .replace(/^(?:kn|gn|pn)/u, 'n')
    .replace(/^ps/u, 's')
    .replace(/ph/gu, 'f')
    .replace(/rh+/gu, 'r')
    .replace(/th/gu, 't')
    .replace(/(?:sch|sc(?=[eiy])|c(?=[eiy])|z|x)/gu, 's')
    .replace(/(?:ch|ck|q|c)/gu, 'k')
    .replace(/(?:ae|oe|ie|ei|ee|ea)/gu, 'e')
    .replace(/y/gu, 'i')
    .replace(/[aeiou]+/gu, 'a')
    .replace(/(.)\1+/gu, '$1')
    .replace(/h/gu, '')
    .replace(/a$/u, '');
}

/** One letter stands two or three places too early or too late: "athsma", "lieson". */
function isMoved(written: string, i: number, meant: string, j: number, reach: number): boolean {
  if (i + reach >= written.length || j + reach >= meant.length || written[i] === meant[j]) return false;
  const late = written.slice(i, i + reach) === meant.slice(j + 1, j + reach + 1) && meant[j] === written[i + reach];
  return late || (written[i] === meant[j + reach] && written.slice(i + 1, i + reach + 1) === meant.slice(j, j + reach));
}

const VOWELS = new Set('aeiouy');

function substitution(w: string, m: string): number {
  if (CHEAP.has(w + m) || CHEAP.has(m + w)) return 0.5;
  if (VOWELS.has(w) && VOWELS.has(m)) return 0.6;
  if (NEAR_KEYS.has(w + m) || NEAR_KEYS.has(m + w)) return 0.8;
  return 1;
}

/** A letter too many. */
function insertion(written: string, i: number): number {
  const letter = written[i]!;
  if (letter === written[i - 1] || letter === written[i + 1]) return 0.4;
  if (letter === 'h' || letter === 'e') return 0.7;
  if (VOWELS.has(letter)) return 0.75;
  return 0.9;
}

/** A letter left out. */
function deletion(meant: string, j: number): number {
  const letter = meant[j]!;
  if (letter === meant[j - 1] || letter === meant[j + 1]) return 0.4;
  if (letter === 'h' || letter === 'e' || (letter === 'p' && meant[j + 1] === 'h')) return 0.6;
  if (VOWELS.has(letter)) return 0.7;
  return 0.85;
}

const CHEAP = new Set('ck sz cs iy ie ea ao ou gj vf td mn kq pb gc xs eu ai'.split(' '));
const NEAR_KEYS = new Set(
  'qw we er rt ty yu ui io op as sd df fg gh hj jk kl zx xc cv vb bn nm qa ws ed rf tg yh uj ik ol az sx dc fv gb hn jm'.split(
    ' ',
  ),
);

/** Groups of letters that stand for each other. */
const PAIRS: readonly (readonly [string, string, number])[] = [
  ['f', 'ph', 0.4],
  ['r', 'rh', 0.4],
  ['r', 'rrh', 0.5],
  ['rr', 'rrh', 0.35],
  ['k', 'ch', 0.5],
  ['c', 'ch', 0.45],
  ['x', 'cc', 0.5],
  ['ks', 'x', 0.4],
  ['z', 'x', 0.6],
  ['s', 'sc', 0.45],
  ['sk', 'sch', 0.4],
  ['t', 'th', 0.5],
  ['n', 'pn', 0.6],
  ['ew', 'eu', 0.4],
  ['s', 'ps', 0.6],
  ['e', 'ae', 0.35],
  ['e', 'oe', 0.35],
  ['i', 'y', 0.35],
  ['ie', 'ei', 0.35],
  ['ei', 'i', 0.5],
  ['er', 're', 0.5],
  ['us', 'ous', 0.4],
  ['sion', 'tion', 0.4],
  ['ant', 'ent', 0.45],
  ['ence', 'ance', 0.45],
  ['ible', 'able', 0.45],
  ['shun', 'tion', 0.8],
  ['ous', 'us', 0.4],
  ['le', 'al', 0.6],
  ['ly', 'ally', 0.6],
];

type Pair = (typeof PAIRS)[number];

/** Both ways, by the first letters of the two groups: most letters begin none. */
const pairsByLetters = new Map<string, Pair[]>();
for (const [a, b, cost] of PAIRS) {
  for (const [from, to] of [
    [a, b],
    [b, a],
  ] as const) {
    const letters = from[0]! + to[0]!;
    pairsByLetters.set(letters, [...(pairsByLetters.get(letters) ?? []), [from, to, cost]]);
  }
}
const NO_PAIRS: readonly Pair[] = [];

function pairsAt(written: string | undefined, meant: string | undefined): readonly Pair[] {
  return written === undefined || meant === undefined ? NO_PAIRS : (pairsByLetters.get(written + meant) ?? NO_PAIRS);
}
