import type { Terminology } from '../../terminology/terminology.js';
import { isDenied } from '../sentences/clauses.js';
import type { Element } from '../sentences/elements.js';
import { isWholeOfTypes } from '../subjects/said-of.js';

/** Where and how a type is named for what was described. */
export interface NamingFrame {
  /** Index of the element that the naming begins at; what is described stands before it. */
  readonly opening: number;
  /** What is described may stand behind the name as well: "X is the term for …", "we speak of X when …". */
  readonly describesBehind: boolean;
  /** It points back to what was said: "it", "this", "then", "the correct expression". */
  readonly pointsBack: boolean;
}

/** How a type is named at an element; undefined where it is not, or is only in a guess, a contrast or a denial. */
export function namingFrameOf(
  elements: readonly Element[],
  type: number,
  terminology: Terminology,
): NamingFrame | undefined {
  const opening = namingFrom(elements, type, terminology);
  if (opening >= 0 && !isDenied(elements, Math.max(0, opening - 1), type) && !leavesOpen(elements, opening, type)) {
    // "We speak of the idiopathic type when …"
    return { opening, describesBehind: CONDITIONS.has(elements[type + 1]?.norm ?? ''), pointsBack: true };
  }
  return namingWordFrame(elements, type);
}

/** A word for naming near the type, whatever the construction: "deserves the adjective …", "… is the term for". */
function namingWordFrame(elements: readonly Element[], type: number): NamingFrame | undefined {
  const opening = namingWordBefore(elements, type);
  const end = opening < 0 ? nameBehind(elements, type) : type;
  if (opening < 0 && end < 0) return undefined;
  const from = opening < 0 ? type : opening;
  const around = elements.slice(Math.max(0, from - 3), Math.max(end, type) + 3);
  if (around.some(({ norm }) => UNSURE.has(norm)) || elements.some(({ norm }) => SETS_APART.has(norm))) {
    return undefined;
  }
  if (
    isDenied(elements, Math.max(0, from - 3), end) ||
    around.some(({ norm }, at) => isNoLonger(norm, around[at + 1]))
  ) {
    return undefined;
  }
  // "Ask about it if you have what is called …"
  if (elements.some(({ norm }, at) => norm === 'if' && at > 1 && at < type)) return undefined;
  const pointsBack = elements.some(
    ({ norm, kind }, at) =>
      kind === 'word' && (POINTS_BACK.has(norm) || (FITTING.has(norm) && NAME_NOUNS.has(elements[at + 1]?.norm ?? ''))),
  );
  return { opening: Math.min(from, type), describesBehind: true, pointsBack };
}

function isNoLonger(norm: string, next: Element | undefined): boolean {
  return norm === 'no' && next?.norm === 'longer';
}

function namingWordBefore(elements: readonly Element[], type: number): number {
  for (let at = type - 1; at >= Math.max(0, type - 9); at--) {
    const { norm, mention, phrase } = elements[at]!;
    if ([';', '?', '!'].includes(norm) || norm === 'or') return -1;
    if (NAME_NOUNS.has(norm) && type - at <= 3) return at;
    if (
      NAME_VERBS.has(norm) ||
      (SAYS.has(norm) && type - at <= 3 && (closesName(elements, type) || isUsed(elements, at, type)))
    ) {
      return at;
    }
    // "By metastatic we mean …"
    if (norm === 'by' && type - at === 1 && ['we', 'doctors', 'one'].includes(elements[type + 1]?.norm ?? '')) {
      return at;
    }
    if (mention !== undefined && type - at > 7) return -1;
    if (phrase?.kind === 'unknown-cause' && type - at === 1) return -1;
  }
  return -1;
}

/** "Say metastatic when you speak of …": the verb that opens a sentence tells which word to use. */
function isUsed(elements: readonly Element[], verb: number, type: number): boolean {
  return (verb === 0 || elements[verb - 1]!.norm === ',') && CONDITIONS.has(elements[type + 1]?.norm ?? '');
}

/** "… is the technical term for", "… is what doctors call": index of the word for a name behind the type, or -1. */
function nameBehind(elements: readonly Element[], type: number): number {
  const verb = elements.slice(type + 1, type + 3).findIndex(({ norm }) => ['is', 'was'].includes(norm));
  if (verb < 0) return -1;
  for (let at = type + verb + 2; at < Math.min(elements.length, type + verb + 8); at++) {
    const { norm, kind } = elements[at]!;
    if (kind !== 'word') return -1;
    if (NAME_NOUNS.has(norm) || CALLS.has(norm)) return at;
  }
  return -1;
}

/** "This may lead to …"; a condition that the sentence opens with and answers itself is what is named. */
function leavesOpen(elements: readonly Element[], opening: number, type: number): boolean {
  return elements.some(
    ({ norm }, at) =>
      (OPEN.has(norm) &&
        !(norm === 'if' && (at === type + 1 || (at === 0 && opening > 2))) &&
        !isNobodys(elements, at)) ||
      (at < type && OPEN_BEFORE.has(norm)),
  );
}

/** "nobody can find a cause" */
function isNobodys(elements: readonly Element[], at: number): boolean {
  const before = elements.slice(Math.max(0, at - 2), at).map(({ norm }) => norm);
  return before.includes('nobody') || before.join(' ').endsWith('no one');
}

/** Where "this is called", "doctors call it", "such cases are rightly called" begins before the type; -1 where none does. */
function namingFrom(elements: readonly Element[], type: number, terminology: Terminology): number {
  const named = namingVerbFrom(elements, type, terminology);
  return named >= 0 ? named : namingMarkFrom(elements, type);
}

/** "…: dystrophic calcinosis, in short.", "… → metastatic type", "you are looking at the metastatic type". */
function namingMarkFrom(elements: readonly Element[], type: number): number {
  for (let at = type - 1; at >= Math.max(0, type - 7); at--) {
    const { norm, mention, kind } = elements[at]!;
    if (mention !== undefined) return -1;
    if (NAMING.has(norm) || (norm === 'case' && at <= 3 && elements.length <= 9)) return at;
    if (NAMING_MARKS.has(norm)) return closesName(elements, type) ? at : -1;
    if (kind === 'mark' && !['"', '“', '‘', ','].includes(norm)) return -1;
  }
  return -1;
}

/** What is named ends there: nothing more is said of it. */
function closesName(elements: readonly Element[], type: number): boolean {
  const next = elements[type + 1];
  return next === undefined || ['.', ',', ')', '!', '”', '"'].includes(next.norm);
}

function namingVerbFrom(elements: readonly Element[], type: number, terminology: Terminology): number {
  for (let at = type - 1; at >= Math.max(0, type - 9); at--) {
    const { norm } = elements[at]!;
    // "In scleroderma the calcinosis is of the metastatic kind": what it is said to be of is in the sentence.
    if (COPULAS.has(norm) && type - at <= 3 && elements.slice(at + 1, type).every((one) => OF_THE.has(one.norm))) {
      return at;
    }
    if (CALLS.has(norm) && DEMONSTRATIVES.has(elements[at + 1]?.norm ?? '')) return at > 0 ? at - 1 : at;
    if (SPEAKS.has(norm) && elements[at + 1]?.norm === 'of' && type - at <= 4) return at > 0 ? at - 1 : at;
    // "Her calcinosis is metastatic."
    const isWhole = isWholeOfTypes(elements[at]!.mention?.conceptId ?? '', terminology);
    if (
      isWhole &&
      type - at <= 4 &&
      elements.slice(at + 1, type).every((one) => COPULAS.has(one.norm) || OF_THE.has(one.norm))
    ) {
      return at;
    }
    if (!DEMONSTRATIVES.has(norm) || elements[at]!.kind !== 'word' || CALLS.has(elements[at - 1]?.norm ?? '')) continue;
    const between = elements.slice(at + 1, type);
    const verb = between.findIndex((element) => NAMES.has(element.norm));
    // "what it showed was an old dystrophic deposit": the pronoun has another verb.
    if (verb > 0 && !NOUN_TAKERS.has(norm) && !between.slice(0, verb).every((one) => ADVERBS.has(one.norm))) return -1;
    return between.some((element) => NAMES.has(element.norm)) &&
      between.every(
        (element) => element.mention === undefined || isWholeOfTypes(element.mention.conceptId ?? '', terminology),
      )
      ? at
      : -1;
  }
  return -1;
}

const CONDITIONS = new Set('when if where once whenever'.split(' '));
const OPEN_BEFORE = new Set(
  'never ruled unlikely less exclude excludes excluded against away only before until'.split(' '),
);
const NAMING = new Set(
  'expect call calls write writes speak speaks spoke enter note noted record classification type termed called known label labelled labeled diagnosis diagnosed dx imp impression conclusion illustrates exemplifies typifies spells equals mean means looking dealing think file files filing place places put puts class group groups count classify classifies list lists points suggests indicates signals fits makes make filed earns goes textbook classic example'.split(
    ' ',
  ),
);
const NAMING_MARKS = new Set(': – — → ='.split(' '));
const COPULAS = new Set('is are was were'.split(' '));
const OF_THE = new Set('of the'.split(' '));
const DEMONSTRATIVES = new Set('this these such it they that them which'.split(' '));
const NOUN_TAKERS = new Set('this these such'.split(' '));
const ADVERBS = new Set(
  'then usually often therefore rightly thus also may can is are be was were being been would'.split(' '),
);
const CALLS = new Set(
  'call calls called name names term terms label labels regard regards consider considers classify classifies class classes see sees describe describes diagnose diagnosed view views interpret interpreted'.split(
    ' ',
  ),
);
const SPEAKS = new Set('speak speaks spoke talk talks'.split(' '));
const NAMES = new Set(
  'called known named termed labelled labeled counts count is are was were belongs belong falls fall illustrates'.split(
    ' ',
  ),
);
/** Words that leave open what is named, or say more than a name: "this may lead to dystrophic calcification". */
const OPEN = new Set(
  'if may might can could unless other another also rather than from cause causes leads lead due like unlike sometimes some treat treatment risk'.split(
    ' ',
  ),
);

/** Nouns for a name: the name stands beside them. */
const NAME_NOUNS = new Set(
  'name names term terms word words adjective expression label labels title heading category designation diagnosis'.split(
    ' ',
  ),
);
/** Verbs that give a name to what they have for an object. */
const NAME_VERBS = new Set(
  'call calls called calling name names named term terms termed label labels labelled labeled christen christens christened dub dubs dubbed designate designates designated describe describes described refer refers referred speak speaks spoken talk talks classed classes classify classifies classified file files filed list lists listed counted counts count put puts placed earn earns earned deserve deserves known style styled tick bears bear carries carry wears wear receives receive'.split(
    ' ',
  ),
);
const SAYS = new Set('say says read reads defines define means mean write spells'.split(' '));
const FITTING = new Set('correct right proper medical technical usual scientific'.split(' '));
const POINTS_BACK = new Set('it this that these them such then here hence thus so theirs they'.split(' '));
/** Near a name they leave it open, or make it somebody else's. */
const UNSURE = new Set(
  'if whether may might could would should sometimes once formerly unless other another wrongly mistakenly incorrectly misleadingly often also some avoid'.split(
    ' ',
  ),
);
const SETS_APART = new Set(
  'shortened misspelled misspelt mistyped misheard mistranslated misprinted unlike than versus vs instead rather confuse confused confuses differ differs misnomer wrong wrongly mistake mistaken misleading distinguish distinguished nor neither'.split(
    ' ',
  ),
);
