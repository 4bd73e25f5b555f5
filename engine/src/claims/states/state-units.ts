import type { Mention } from '../../mentions/mention.js';
import type { Terminology } from '../../terminology/terminology.js';
import type { Element, SentenceElements } from '../sentences/elements.js';
import { TYPE_WORDS } from '../sentences/lexicon.js';
import { ROLES, SIGNS, SUFFICIENT, type SignKind } from './state-words.js';

/** One word, mark or named concept of a sentence, with all that its word may be in a statement about a state. */
export interface Unit {
  readonly norm: string;
  readonly element: Element;
  readonly kinds: ReadonlySet<SignKind>;
  /** The mark itself, for punctuation. */
  readonly mark: string | undefined;
  /** The part of the sentence between two marks that it stands in. */
  readonly part: number;
  /** Name of the member of a classification that it names; "other" for "another type". */
  readonly type: string | undefined;
  /** It names a concept that is neither a type nor a word of the states. */
  readonly isOther: boolean;
  /** A plain word that says something which is not read here. */
  readonly isContent: boolean;
  /** It names what is divided into types: calcinosis. */
  readonly isWhole: boolean;
  /** It is one of the later words of a sign. */
  readonly isCovered: boolean;
  /** A finding that is a level by itself: "hypercalcemia". */
  readonly finding?: { readonly level: 'high' | 'low' | 'normal'; readonly analyte: 'calcium' | 'phosphate' };
}

interface Word {
  readonly norm: string;
  readonly text: string;
  readonly element: Element;
}

/** Whether a state can be stated there, by the words alone; asked of every clause before anything else is made of it. */
export function mayState(elements: readonly Element[], start: number, end: number): boolean {
  let roles = 0;
  for (let at = start; at < end; at++) {
    const { norm, phrase, mention } = elements[at]!;
    if (phrase !== undefined || (mention !== undefined && norm.includes('emia'))) return true;
    if (norm.length > 9 && findingIn(norm) !== undefined) return true;
    // A mark, or a name of several words.
    roles |= ROLES.get(norm) ?? rolesOfName(norm);
  }
  return SUFFICIENT.some((needed) => (roles & needed) === needed);
}

function rolesOfName(norm: string): number {
  return norm.includes(' ') ? norm.split(' ').reduce((roles, word) => roles | (ROLES.get(word) ?? 0), 0) : 0;
}

/** The units of the elements between two indexes. */
export function unitsOf(
  { elements, block }: SentenceElements,
  start: number,
  end: number,
  terminology: Terminology,
): readonly Unit[] {
  const words: Word[] = [];
  for (const element of elements.slice(start, end)) {
    if (element.kind === 'mark') words.push({ norm: '', text: element.norm, element });
    else if (element.kind === 'word') {
      words.push({ norm: element.norm, text: block.tokens[element.firstToken]!.text, element });
    } else if (isNamed(element, terminology)) words.push({ norm: '', text: '', element });
    else words.push(...wordsOf(element, block, terminology));
  }
  return withSigns(words, terminology);
}

/** A phrase, and the name of a mineral, is read by its words, and by what else is named inside. */
function wordsOf(element: Element, block: SentenceElements['block'], terminology: Terminology): Word[] {
  const words: Word[] = [];
  const inside = element.phrase === undefined ? [] : mentionsIn(element, block);
  for (let at = element.firstToken; at < element.endToken; at++) {
    const mention = inside.find(({ firstToken }) => firstToken === at);
    if (mention !== undefined) {
      const { firstToken, endToken, span } = mention;
      const named: Element = {
        kind: 'mention',
        norm: block.tokens[at]!.norm,
        firstToken,
        endToken,
        span,
        mention,
        words: 0,
      };
      if (isNamed(named, terminology)) {
        words.push({ norm: '', text: '', element: named });
        at = endToken - 1;
        continue;
      }
    }
    const { norm, text, kind, glued } = block.tokens[at]!;
    if (kind !== 'punctuation') words.push({ norm, text, element });
    else if (!glued || text === '/' || text === ',') words.push({ norm: '', text, element });
  }
  return words;
}

function mentionsIn({ firstToken, endToken }: Element, { mentions }: SentenceElements['block']): readonly Mention[] {
  return mentions.filter((mention) => firstToken <= mention.firstToken && mention.endToken <= endToken);
}

/** What a header asks, and what its cell answers. */
export function joined(header: readonly Unit[], cell: readonly Unit[]): readonly Unit[] {
  const [first] = cell;
  if (header.length === 0 || first === undefined) return cell;
  const part = header[header.length - 1]!.part + 1;
  const colon = { ...unit(first.element, part), mark: ':' };
  return [...header, colon, ...cell.map((one) => ({ ...one, part: one.part + part }))];
}

function isNamed({ mention, norm }: Element, terminology: Terminology): boolean {
  if (mention?.conceptId === undefined) return false;
  if (terminology.memberOf(mention.conceptId) !== undefined) return true;
  if (findingOf(mention.conceptId, terminology) !== undefined) return true;
  const { kind } = terminology.concept(mention.conceptId)!;
  return ACTORS.has(kind) ? !SIGNS.has(norm) : !norm.split(' ').every((word) => SIGNS.has(word));
}

function findingOf(id: string, terminology: Terminology): Unit['finding'] {
  if (terminology.concept(id)?.kind !== 'lab-finding') return undefined;
  for (const { analyte, value, denied } of terminology.facts(id, 'level')) {
    if (denied === true || (analyte !== 'calcium' && analyte !== 'phosphate')) continue;
    if (value === 'high') return { level: 'high', analyte };
    if (value === 'low') return { level: 'low', analyte };
  }
  return undefined;
}

/** "normocalcemia", "hyperphosphataemic": what the parts of such a word say. */
function findingIn(norm: string): Unit['finding'] {
  const found = /^(normo|hyper|hypo)(calc|phosphat)(?:a?emi(?:a|c)|uri.)?$/u.exec(norm);
  if (found === null) return undefined;
  const level = found[1] === 'normo' ? 'normal' : found[1] === 'hyper' ? 'high' : 'low';
  return { level, analyte: found[2] === 'calc' ? 'calcium' : 'phosphate' };
}

function withSigns(words: readonly Word[], terminology: Terminology): Unit[] {
  const units: Unit[] = [];
  let part = 0;
  for (let at = 0; at < words.length;) {
    const { norm, text, element } = words[at]!;
    const id = norm === '' ? element.mention?.conceptId : undefined;
    if (norm === '' && id === undefined) {
      if (parts(words, at)) part++;
      units.push({ ...unit(element, part), kinds: MARKED[text] ?? NONE, mark: text });
      at++;
      continue;
    }
    if (id !== undefined) {
      const finding = findingOf(id, terminology);
      const type = terminology.memberOf(id)?.name;
      const isWhole = terminology.classificationOf(id) !== undefined;
      const isDeposit = isOfAdjective(units) && terminology.concept(id)!.kind === 'substance';
      units.push({
        ...unit(element, part),
        ...(type === undefined ? {} : { type }),
        ...(finding === undefined ? {} : { finding }),
        isWhole,
        isOther:
          !isDeposit &&
          type === undefined &&
          finding === undefined &&
          !isWhole &&
          OTHER_KINDS.has(terminology.concept(id)!.kind),
      });
      at++;
      continue;
    }
    const signs = isOfAdjective(units) && MINERAL_WORDS.has(norm) ? [] : signsAt(words, at);
    const length = signs[0]?.words.length ?? 1;
    const finding = signs.length === 0 ? findingIn(norm) : undefined;
    units.push({
      ...unit(element, part),
      norm,
      kinds: new Set(signs.map(({ kind }) => kind)),
      ...(finding === undefined ? {} : { finding }),
      ...(isOtherType(words, at) ? { type: 'other' } : {}),
      isContent:
        signs.length === 0 &&
        finding === undefined &&
        !/^\d/u.test(norm) &&
        !TYPE_WORDS.has(norm) &&
        !PLAIN.has(norm) &&
        !isAdverb(norm),
    });
    for (let next = at + 1; next < at + length; next++) {
      units.push({ ...unit(words[next]!.element, part), norm: words[next]!.norm, kinds: COVERED, isCovered: true });
    }
    at += length;
  }
  return units;
}

/** "characteristically", "surprisingly": it says how, and nothing of its own. */
function isAdverb(norm: string): boolean {
  return norm.length > 6 && norm.endsWith('ally');
}

/** "metastatic calcium", "dystrophic calcium salts": what follows an adjective for a type is the deposit. */
function isOfAdjective(units: readonly Unit[]): boolean {
  const last = units[units.length - 1];
  if (last?.type === undefined || last.element.mention === undefined) return false;
  const { firstToken, endToken } = last.element;
  return endToken - firstToken === 1 && last.element.norm.endsWith('ic');
}

function unit(element: Element, part: number): Unit {
  return {
    norm: '',
    element,
    kinds: NONE,
    mark: undefined,
    part,
    type: undefined,
    isOther: false,
    isContent: false,
    isWhole: false,
    isCovered: false,
  };
}

/** The longest signs that begin at a word. */
function signsAt(words: readonly Word[], at: number): { readonly words: readonly string[]; readonly kind: SignKind }[] {
  const { norm, text } = words[at]!;
  // "CA" is cancer; "P" stands for phosphate beside "Ca" alone.
  if (norm === 'ca' && text !== 'Ca') return [];
  if (norm === 'p' && text === 'P') return ['/', '–'].includes(words[at - 1]?.text ?? '') ? [PHOSPHATE_SYMBOL] : [];
  if (norm === 'n' && text === 'N') return [NORMAL_SYMBOL];
  const found = (SIGNS.get(norm) ?? []).filter((sign) =>
    sign.words.every((word, index) => words[at + index]?.norm === word),
  );
  return found.filter((sign) => sign.words.length === found[0]!.words.length);
}

/** A mark parts what stands on its two sides, but not the members of a pair of minerals. */
function parts(words: readonly Word[], at: number): boolean {
  const { text } = words[at]!;
  if (!PARTING.has(text)) return false;
  if (text !== ',') return true;
  return !(PAIRED.has(words[at - 1]?.norm ?? '') && PAIRED.has(words[at + 1]?.norm ?? ''));
}

/** "another type", "the other forms" */
function isOtherType(words: readonly Word[], at: number): boolean {
  if (!OTHERS.has(words[at]!.norm)) return false;
  return [1, 2].some((step) => TYPE_WORDS.has(words[at + step]?.norm ?? '')) || words[at]!.norm === 'others';
}

const MINERAL_WORDS = new Set(['calcium', 'phosphate']);
const NONE: ReadonlySet<SignKind> = new Set();
const COVERED: ReadonlySet<SignKind> = new Set(['filler']);
const MARKED: Readonly<Record<string, ReadonlySet<SignKind>>> = {
  '↑': new Set(['high']),
  '↓': new Set(['low']),
  '=': new Set(['result']),
};
const PHOSPHATE_SYMBOL = { words: ['p'], kind: 'phosphate' } as const;
const NORMAL_SYMBOL = { words: ['n'], kind: 'normal' } as const;
const PARTING = new Set([',', ';', ':', '—', '–', '-', '(', ')', '.', '=', '→', '"', '“', '”', '?', '!']);
const PAIRED = new Set('calcium ca phosphate phosphorus po4 mineral minerals'.split(' '));
const OTHERS = new Set('another other others'.split(' '));
const PLAIN = new Set('calcium phosphate calcinosis calcification deposits deposit lumps nodules'.split(' '));
/** Kinds of concepts that are something else beside the type, whatever words their names are made of. */
const OTHER_KINDS = new Set(
  'disease type form process drug drug-class device complication procedure cause substance protein'.split(' '),
);
const ACTORS = new Set(['disease', 'form', 'drug', 'drug-class', 'device', 'complication']);
