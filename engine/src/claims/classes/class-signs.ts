import { ACTS_ON, APART } from './class-frames.js';
import { STOPS_NOUN_PHRASE } from './class-words.js';
import { matchWords, type Element } from '../sentences/elements.js';
import { NEGATORS, NUMBERS } from '../sentences/lexicon.js';

/**
 * A clause as a line of signs, one for each part: what may belong to a class, the class, and the words that can lead
 * from one to the other, each by what it does. Grammar is then a matter of which lines are statements.
 *
 * `D` a thing or a list of them, `C` a class with everything that belongs to its phrase, `M` another term, `b` being
 * with its auxiliaries, `u` participles that class a thing, `U` those that do so with "as" alone, `v` verbs of
 * belonging, `s` "as", `o` "of", `i` prepositions of belonging, `p` other prepositions, `e` words for examples, `l`
 * "like", `T` "to", `m` "with", `k` "called", `t` "the", `a` "a", `q` numbers and quantities, `g` nouns for groups, `f` nouns for
 * medicines, `n` words that deny, `B` "but", `c` "and", `r` relatives, `P` pronouns, `d` doses, `w` other words, `x`
 * words that do something to another thing, and the marks `, ( ) : - =`, `.` for the others.
 */
export interface ClauseSigns {
  readonly line: string;
  readonly parts: readonly SignedPart[];
}

export interface SignedPart {
  readonly sign: string;
  /** Elements from `first` up to and without `end`. */
  readonly first: number;
  readonly end: number;
  /** C, D: the elements that name the class, the things. */
  readonly named: readonly number[];
  /** C: how it is introduced: `a` one, `t` the one, `q` several, or not at all. */
  readonly determiner: string;
}

/**
 * @param isThing what may belong to a class
 * @param isGroup what is a class
 * @param meant whether "it" stands for a thing that was named before
 */
export function signsOf(
  elements: readonly Element[],
  start: number,
  end: number,
  isThing: (element: Element) => boolean,
  isGroup: (element: Element) => boolean,
  meant = false,
): ClauseSigns {
  const parts: SignedPart[] = [];
  const named = new Set<string>();
  for (let at = start; at < end;) {
    const part = signAt(elements, at, end, isThing, isGroup);
    at = part?.end ?? at + 1;
    if (part === undefined) continue;
    const id = elements[part.first]!.mention?.conceptId ?? '';
    // "acetaminophen, better known as Tylenol": the same thing once more.
    if (part.sign === 'D' && named.has(id)) parts.push({ ...part, sign: 'w', named: [] });
    else if (meant && part.first <= start + 4 && takesUp(elements, part.first)) {
      parts.push({ ...part, sign: 'D' });
    } else parts.push(part);
    if (part.sign === 'D') named.add(id);
  }
  return lineOf(joinedThings(withClasses(withoutInsertions(parts), elements)));
}

/** "it", and "that is" */
function takesUp(elements: readonly Element[], at: number): boolean {
  const { norm } = elements[at]!;
  return TAKES_UP.has(norm) || (POINTS.has(norm) && IS.has(elements[at + 1]?.norm ?? ''));
}

function signAt(
  elements: readonly Element[],
  at: number,
  limit: number,
  isThing: (element: Element) => boolean,
  isGroup: (element: Element) => boolean,
): SignedPart | undefined {
  const element = elements[at]!;
  const part = (sign: string, end = at + 1, named: readonly number[] = []): SignedPart => ({
    sign,
    first: at,
    end,
    named,
    determiner: '',
  });
  if (element.mention?.conceptId !== undefined) {
    if (isThing(element)) return part('D', at + 1, [at]);
    return isGroup(element) ? part('C', at + 1, [at]) : part('M');
  }
  if (element.kind === 'mark') {
    if (QUOTES.has(element.norm)) return undefined;
    // "->"
    const isArrow = element.norm === '-' && elements[at + 1]?.norm === '>';
    return part(isArrow ? '=' : (MARKS[element.norm] ?? '.'), isArrow ? at + 2 : at + 1);
  }
  if (element.kind !== 'word') return part('M');
  // "your PPI (that is, the losartan)"
  if (element.norm === 'that' && elements[at + 1]?.norm === 'is' && elements[at + 2]?.norm === ',') {
    return part('e', at + 3);
  }
  for (const [sign, phrases] of PHRASES) {
    const longest = Math.max(...(phrases.get(element.norm) ?? []).map((words) => matchWords(elements, at, words)));
    if (longest > at && longest <= limit) return sign === 'z' ? part('z', longest) : part(sign, longest);
  }
  return part(signOf(element.norm));
}

function signOf(norm: string): string {
  const known = SIGNS.get(norm);
  if (known !== undefined) return known;
  if (WITH_BEING.test(norm)) return 'b';
  if (NEGATORS.has(norm) || /n['’]t$/u.test(norm)) return 'n';
  if (norm in NUMBERS) return 'q';
  if (/^\d/u.test(norm)) return 'd';
  if (ACTS_ON.has(norm) || APART.has(norm)) return 'x';
  if (/ly$/u.test(norm)) return 'z';
  return STOPS_NOUN_PHRASE.has(norm) || isPlural(norm) ? 'y' : 'w';
}

/** A noun in the plural, or a verb, does not stand before the noun of its own phrase. */
function isPlural(norm: string): boolean {
  return /[^siu]s$/u.test(norm) && !norm.endsWith('less');
}

/** Adverbs, with the commas and brackets that set them off, are left out. */
function withoutInsertions(parts: readonly SignedPart[]): SignedPart[] {
  const kept: SignedPart[] = [];
  for (let at = 0; at < parts.length; at++) {
    const here = parts[at]!;
    if (here.sign !== 'z') {
      kept.push(here);
      continue;
    }
    let next = at + 1;
    while (parts[next]?.sign === 'z') next++;
    const last = kept[kept.length - 1]?.sign;
    const isSetOff = last === ',' && [',', undefined].includes(parts[next]?.sign);
    if (isSetOff) {
      kept.pop();
      next++;
    } else if ((last === undefined || OPENING.has(last)) && parts[next]?.sign === ',') next++;
    at = next - 1;
  }
  return kept;
}

/** A class takes in its determiner, its adjectives, "a group of medicines called", and "family" behind it. */
function withClasses(parts: readonly SignedPart[], elements: readonly Element[]): SignedPart[] {
  const joined: SignedPart[] = [];
  const line = parts.map(({ sign }) => sign).join('');
  let from = 0;
  for (const match of line.matchAll(CLASS)) {
    joined.push(...parts.slice(from, match.index));
    const own = parts.slice(match.index, match.index + match[0].length);
    const heads = own.filter(({ sign }) => sign === 'C');
    const opening = own.find(({ sign }) => 'atq'.includes(sign));
    joined.push({
      sign: 'C',
      first: own[0]!.first,
      end: own[own.length - 1]!.end,
      named: heads[heads.length - 1]!.named,
      determiner: opening?.sign ?? (/s$/u.test(elements[heads[heads.length - 1]!.first]!.norm) ? 'q' : ''),
    });
    from = match.index + match[0].length;
  }
  joined.push(...parts.slice(from));
  return joined;
}

/**
 * "one of the older statins", "a member of the family of statins", "a group of medicines called statins", "the class of
 * statins", "statin family". Two classes side by side are one: "a tetracycline antibiotic".
 */
const CLASS =
  /(?:[aq]o)?(?:(?:[atq]+w{0,4}(?:wcw)?|w{0,2})f?[gfq]f?(?:[oik]|ok))*(?:[atq]+(?:w{1,2}cw{1,2}|w{0,4}))?CC?(?:f?g|f(?!C))?/gu;

/** "warfarin tablets", "the drug warfarin", "warfarin, diltiazem and sevelamer". */
function joinedThings(parts: readonly SignedPart[]): SignedPart[] {
  const joined: SignedPart[] = [];
  let from = 0;
  const line = parts.map(({ sign }) => sign).join('');
  for (const match of line.matchAll(/(?:t?f?k?)D(?:f(?!o))?d*(?:(?:,|,?c)t?D(?:f(?!o))?d*)*/gu)) {
    joined.push(...parts.slice(from, match.index));
    const own = parts.slice(match.index, match.index + match[0].length);
    joined.push({
      sign: 'D',
      first: own[0]!.first,
      end: own[own.length - 1]!.end,
      named: own.flatMap(({ named }) => named),
      determiner: '',
    });
    from = match.index + match[0].length;
  }
  joined.push(...parts.slice(from));
  return joined;
}

function lineOf(parts: readonly SignedPart[]): ClauseSigns {
  return { line: parts.map(({ sign }) => sign).join(''), parts };
}

/** "I'm on", "she's on" */
const WITH_BEING = /^(?:i['’]m|(?:you|we|they)['’]re)$/u;
const TAKES_UP = new Set(['it', 'they']);
const POINTS = new Set(['that', 'this', 'these']);
const IS = new Set(['is', 'are', 'was', 'were']);
const OPENING = new Set(['(', '-', ':']);
const QUOTES = new Set('" “ ” ‘ ’ *'.split(' '));
const MARKS: Readonly<Record<string, string>> = {
  ',': ',',
  '(': '(',
  '[': '(',
  ')': ')',
  ']': ')',
  ':': ':',
  '–': '-',
  '—': '-',
  '-': '-',
  '=': '=',
  '→': '=',
  '/': '/',
};

const SIGNS = new Map<string, string>(
  Object.entries({
    a: 'a an another one',
    t: 'the my our your his her their its these those',
    q: 'some most all many several various both other further remaining few certain different two three any',
    b: 'is are was were be been being remain remains remained become becomes became represent represents constitute constitutes means denotes',
    X: 'can may might will would could must should has have had',
    T: 'to',
    u: 'classed classes listed lists counted counts count ranked ranks rank grouped file filed files put puts place placed places sorted reckon reckoned categorised categorized classified classify subsumed assigned find',
    U: 'considered regarded known described seen viewed treated sold marketed licensed prescribed developed introduced labelled labeled referred understood understands understand thought said consider regard describe call calls treat used given taken approved registered works acts serves meant',
    v: 'belongs belong falls fall comes come goes go stands stand sits hails stems',
    s: 'as',
    o: 'of',
    i: 'among amongst in under within from into',
    m: 'with',
    p: 'for about after before during over between through on at by against than beside besides',
    l: 'like',
    k: 'called named termed',
    g: 'class group groups family families type types kind kinds sort category categories list range line series number chapter section heading shelf member members example examples representative representatives rest name names',
    f: 'drug drugs medicine medicines medication medications tablet tablets pill pills capsule capsules agent agents preparation product products injection infusion',
    B: 'but',
    c: 'and or &',
    r: 'that which who whose what where when if because since while so then',
    P: 'it this they he she we i you doctors there here',
    d: 'mg mcg ml iu units od bd bid tds tid qid qds daily once twice po iv sc nocte mane prn',
    z: 'also therefore thus really actually simply just only even still now today too itself however yes nowadays again always often generally pharmacologically first',
  }).flatMap(([sign, words]) => words.split(' ').map((word): [string, string] => [word, sign])),
);

function phrases(texts: string): ReadonlyMap<string, readonly (readonly string[])[]> {
  const index = new Map<string, (readonly string[])[]>();
  for (const text of texts.split(',')) {
    const words = text.trim().split(' ');
    index.set(words[0]!, [...(index.get(words[0]!) ?? []), words]);
  }
  return index;
}

const PHRASES: readonly (readonly [string, ReadonlyMap<string, readonly (readonly string[])[]>])[] = [
  [
    'e',
    phrases(
      'such as,including,for example,for instance,e . g .,e . g,e g,eg,namely,notably,most notably,especially,particularly,in particular,above all,chiefly,mainly,mostly,usually,typically,most often,most commonly,as a rule,i e,i . e,among them,to name one,for one,say,first and foremost',
    ),
  ],
  [
    'z',
    phrases(
      'none other than,nothing other than,nothing but,nothing more than,no more than,little more than,nothing less than,of course,in fact,as you know,you know,in short,on the other hand,strictly speaking,by class,by nature,at heart,in truth,in essence,in reality,in pharmacological terms,pharmacologically speaking,so to speak,by the way,after all,as it happens,i think,in other words,at the same time,for its part,to be exact,to be precise,as well',
    ),
  ],
  ['O', phrases('when it comes to,as for,in the case of,if it comes to,as far as,speaking of')],
  ['k', phrases('known as,by the name of,known collectively as,going by the name of,that goes by the name of,i . e')],
];
