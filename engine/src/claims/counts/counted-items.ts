import type { Terminology } from '../../terminology/terminology.js';
import type { Element } from '../sentences/elements.js';

/** A list as it stands in a sentence: how many items it may be read as, and their words. */
export interface ListedItems {
  /** Every number of items that a reader may count; more than one where an item holds an "and". */
  readonly counts: readonly number[];
  /** First and last element of each item, as it is best read. */
  readonly items: readonly (readonly Element[])[];
  /** It is closed by "and" or "or". */
  readonly closed: boolean;
  /** Each item names a concept or a type. */
  readonly named: boolean;
  /** Index after the last element of the list. */
  readonly end: number;
}

/** The list that begins at `from` and goes to a mark that ends it; undefined where it cannot be counted surely. */
export function listedItems(
  elements: readonly Element[],
  from: number,
  to: number,
  terminology: Terminology,
): ListedItems | undefined {
  const end = endOfList(elements, from, to);
  const region = plainRegion(elements.slice(from, end));
  if (region === undefined || region.some(({ norm }) => LEAVES_OPEN.has(norm))) return undefined;
  const bySemicolon = region.some(({ norm }) => norm === ';');
  const chunks = split(
    region,
    SEPARATORS.find((mark) => region.some(({ norm }) => norm === mark)),
  );
  const kept = untilStop(chunks);
  if (kept === undefined || kept.length === 0) return undefined;
  const last = kept[kept.length - 1]!;
  const oxford = JOINTS.has(last[0]!.norm);
  const inner = kept.map((chunk) => jointsIn(chunk));
  const innerOfOthers = inner.slice(0, -1).reduce((sum, count) => sum + count, 0);
  const ownOfLast = inner[inner.length - 1]!;
  const closed = oxford || ownOfLast > 0;
  // A list that was cut short by a clause before its "and" is not all of it.
  if (kept.length < chunks.length && !closed) return undefined;
  const items = (oxford || bySemicolon || ownOfLast !== 1 ? kept : [...kept.slice(0, -1), ...splitAtJoint(last)]).map(
    (chunk) => chunk.filter(({ norm }, index) => index > 0 || !JOINTS.has(norm)),
  );
  if (items.some((item) => item.length === 0 || !isItem(item))) return undefined;
  const most = kept.length + innerOfOthers + ownOfLast;
  // The first "and" may close the list, and what follows goes on with the sentence.
  const closing = inner.findIndex((count, at) => count > 0 || (at > 0 && JOINTS.has(kept[at]![0]!.norm)));
  const early = closing >= 0 && closing < kept.length - 1 ? closing + 1 + inner[closing]! : kept.length + 1;
  const least =
    Math.min(early, leastCount(kept, oxford || bySemicolon, innerOfOthers, ownOfLast)) - explained(items, terminology);
  const counts: number[] = [];
  for (let count = Math.max(1, least); count <= most; count++) counts.push(count);
  // "five drugs: the bisphosphonates a, b and c; the anticoagulants d and e"
  if (bySemicolon && innerOfOthers + ownOfLast > 0) {
    counts.push(kept.length + region.filter(({ norm }) => norm === ',').length + innerOfOthers + ownOfLast);
  }
  return { counts, items, closed, named: items.every((item) => isNamed(item, terminology)), end };
}

/** The region without brackets and numbering, with "as well as" and "and, finally," as the "and" that they stand for. */
function plainRegion(elements: readonly Element[]): Element[] | undefined {
  const region = withoutBrackets(withoutNumbering(elements));
  if (region === undefined) return undefined;
  const plain: Element[] = [];
  for (let at = 0; at < region.length; at++) {
    const words = region.slice(at, at + 3).map(({ norm }) => norm);
    const joint = AND_ALSO.find((phrase) => phrase.every((word, index) => words[index] === word));
    if (joint !== undefined) {
      plain.push({ ...region[at]!, norm: 'and' });
      at += joint.length - 1;
    } else if (CLOSING.has(words[0]!)) {
      if (words[1] === ',') at++;
      // "b, finally, c"
      if (plain.at(-1)?.norm === ',' && JOINTS.has(plain.at(-2)?.norm ?? '')) plain.pop();
    } else plain.push(region[at]!);
  }
  return plain;
}

const AND_ALSO = ['as well as', 'together with', 'along with', 'followed by', 'and also'].map((phrase) =>
  phrase.split(' '),
);
const CLOSING = new Set('finally lastly last'.split(' '));

/** "a) dystrophic, b) metastatic", "(1) a, (2) b": the items without what numbers them. */
function withoutNumbering(elements: readonly Element[]): Element[] {
  return elements.filter(({ norm }, at) => {
    const next = elements[at + 1]?.norm;
    if (/^(?:[a-h]|\d|i{1,3}|iv|v)$/u.test(norm) && next === ')') return false;
    if (norm === '(' && /^(?:[a-h]|\d|i{1,3}|iv|v)$/u.test(next ?? '') && elements[at + 2]?.norm === ')') return false;
    return !(norm === ')' && /^(?:[a-h]|\d|i{1,3}|iv|v)$/u.test(elements[at - 1]?.norm ?? ''));
  });
}

/**
 * Items that all begin with a word for how or when: "after damage (dystrophic), by disturbed blood, through the doctor's
 * hand, for reasons nobody finds"; behind "first", those that go on with "then".
 */
export function listedWays(elements: readonly Element[], from: number, to: number): ListedItems | undefined {
  const end = endOfList(elements, from, to);
  const region = withoutBrackets(elements.slice(from, end));
  if (region === undefined) return undefined;
  const chunks = split(
    region,
    SEPARATORS.find((mark) => region.some(({ norm }) => norm === mark)),
  ).flatMap((chunk) => splitBefore(chunk, WAYS));
  const items = chunks.map((chunk) => (JOINTS.has(chunk[0]!.norm) ? chunk.slice(1) : chunk));
  const isInOrder = items[0]?.[0]?.norm === 'first';
  const isItemOf = (item: readonly Element[], at: number): boolean =>
    isInOrder
      ? at === 0 || ORDER.has(item[0]?.norm ?? '')
      : WAYS.has(item[0]?.norm ?? '') || OTHER_WAYS.has(item[0]?.norm ?? '');
  if (items.length < 2 || !items.every(isItemOf) || items.some((item) => item.length > 9)) return undefined;
  return { counts: [items.length], items, closed: true, named: false, end };
}

/** "for no reason and by way of clogged vessels" */
export function splitBefore(chunk: readonly Element[], opens: ReadonlySet<string>): Element[][] {
  const joint = chunk.findIndex(
    ({ norm }, at) => at > 0 && JOINTS.has(norm) && opens.has(chunk[at + 1]?.norm ?? '') && norm !== '/',
  );
  return joint < 0 ? [[...chunk]] : [chunk.slice(0, joint), ...splitBefore(chunk.slice(joint), opens)];
}

/** "a, b and c" is three; "hands and feet, elbows and knees" two to four. */
function leastCount(kept: readonly (readonly Element[])[], plain: boolean, others: number, last: number): number {
  if (plain || last !== 1 || others > 0) return kept.length;
  return kept.length + 1;
}

/** Items that may only explain the one before, or describe the one after: "an anticoagulant", "hard, white lumps". */
function explained(items: readonly (readonly Element[])[], terminology: Terminology): number {
  const articles = items.filter(([first]) => ARTICLES.has(first!.norm)).length;
  const appositions =
    articles < items.length ? items.filter(([first], at) => at > 0 && ARTICLES.has(first!.norm)).length : 0;
  const adjectives = items.filter((item, at) => {
    const next = items[at + 1];
    return (
      item.length === 1 &&
      next !== undefined &&
      next.length > 1 &&
      !isNamed(item, terminology) &&
      !NOUN.test(item[0]!.norm)
    );
  }).length;
  return appositions + adjectives;
}

export function isNamed(item: readonly Element[], terminology: Terminology): boolean {
  return item.some(
    ({ mention, norm }) =>
      mention?.conceptId !== undefined ||
      terminology.classifications.some(({ members }) =>
        members.some(({ name, alsoNamed }) => name === norm || alsoNamed.includes(norm)),
      ),
  );
}

/** Short, without a verb of its own and without what begins a clause. */
function isItem(item: readonly Element[]): boolean {
  return (
    item.length <= 7 &&
    !item.some(
      ({ norm, kind }) => VERBS.has(norm) || kind === 'unknown-cause' || (kind === 'mark' && !INSIDE.has(norm)),
    ) &&
    !STOPPERS.has(item[0]!.norm)
  );
}

export function endOfList(elements: readonly Element[], from: number, to: number): number {
  let depth = 0;
  for (let at = from; at < to; at++) {
    const { norm } = elements[at]!;
    // "a) dystrophic, b) metastatic"
    const isNumbering = norm === ')' && depth === 0 && /^(?:[a-h]|\d|i{1,3}|iv|v)$/u.test(elements[at - 1]?.norm ?? '');
    if (isNumbering) continue;
    if (norm === '(' || norm === '[') depth++;
    else if (norm === ')' || norm === ']') {
      if (depth === 0) return at;
      depth--;
    } else if (depth === 0 && (norm === '.' || norm === '!' || norm === '?')) return at;
    else if (depth === 0 && DASHES.has(norm)) return at;
  }
  return to;
}

/** The elements outside brackets; undefined where a bracket does not close. */
function withoutBrackets(region: readonly Element[]): Element[] | undefined {
  const kept: Element[] = [];
  let depth = 0;
  for (const element of region) {
    if (element.norm === '(' || element.norm === '[') depth++;
    else if (element.norm === ')' || element.norm === ']') depth--;
    else if (depth === 0) kept.push(element);
  }
  return depth === 0 ? kept : undefined;
}

/** Cut at the strongest mark that stands in it; a weaker one joins what one item says. */
export function split(region: readonly Element[], separator: string | undefined): Element[][] {
  const chunks: Element[][] = [[]];
  for (const element of region) {
    if (element.norm === separator) chunks.push([]);
    else chunks[chunks.length - 1]!.push(element);
  }
  return chunks.filter((chunk) => chunk.length > 0);
}

/** The chunks up to the first one that begins a clause; undefined where that is the first of all. */
function untilStop(chunks: readonly Element[][]): Element[][] | undefined {
  const stop = chunks.findIndex((chunk, at) => {
    const first = chunk[0]!.norm;
    if (at > 0 && JOINTS.has(first)) return STOPPERS.has(chunk[1]?.norm ?? '');
    return STOPPERS.has(first) || (at > 0 && VERBS.has(first));
  });
  return stop === 0 ? undefined : stop < 0 ? [...chunks] : chunks.slice(0, stop);
}

function jointsIn(chunk: readonly Element[]): number {
  return chunk.filter(({ norm }, at) => at > 0 && (JOINTS.has(norm) || norm === '/')).length;
}

function splitAtJoint(chunk: readonly Element[]): Element[][] {
  const joint = chunk.findIndex(({ norm }, at) => at > 0 && JOINTS.has(norm));
  return joint < 0 ? [[...chunk]] : [chunk.slice(0, joint), chunk.slice(joint + 1)];
}

const WAYS = new Set('after by through for from via with without because out'.split(' '));
/** They stand inside items too, so that nothing is cut before them. */
const OTHER_WAYS = new Set('into onto as on in under over'.split(' '));
const ORDER = new Set('then next finally lastly last afterwards second third fourth'.split(' '));
export const DASHES = new Set(['–', '—']);
export const JOINTS = new Set(['and', 'or', '&', 'plus', '+']);
const SEPARATORS = [';', ',', '/'];
const ARTICLES = new Set(['a', 'an']);
const INSIDE = new Set(['"', '“', '”', '‘', '’', "'", '-', '*', '/', ',']);
/** Words after which a list is not all there is. */
export const LEAVES_OPEN = new Set(
  'etc … ... add adds adding including include includes example instance e.g eg among others more like such mainly mostly especially particularly notably not nor neither either both'.split(
    ' ',
  ),
);
const STOPPERS = new Set(
  'which who whose where when while whereas but although though however so then because since if as after before unless until each all both these they it we you i he she there this that those depending respectively mainly mostly usually sometimes often in at on with by for to from without of first firstly second secondly one another not no yet only then than also too however please see ask next'.split(
    ' ',
  ),
);
const VERBS = new Set(
  'is are was were has have had can may might will would should must does do did be been being cause causes helps help means mean stand stands stood'.split(
    ' ',
  ),
);
/** Endings of nouns: such an item is no adjective of the next one. */
const NOUN = /(?:ness|ment|tion|sion|ity|ism|osis|itis|emia|aemia|algia|ema|oma|ing|ure|ogy|apy|phy|[^su]s)$/u;
