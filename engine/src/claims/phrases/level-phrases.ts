import { isHyphen } from '../../language/tokenize.js';
import type { Sentence, Token } from '../../language/token.js';
import { ABNORMAL_WORDS, HIGH_WORDS, LOW_WORDS, NORMAL_WORDS } from '../sentences/lexicon.js';

export type LevelValue = 'high' | 'low' | 'normal' | 'abnormal';
export type Analyte = 'calcium' | 'phosphate' | 'both' | 'either';

/** A run of tokens that states a blood level: "too much calcium in the blood", "serum phosphate is raised", "labs normal". */
export interface LevelPhrase {
  readonly kind: 'level';
  readonly firstToken: number;
  readonly endToken: number;
  readonly level: LevelValue;
  readonly analyte: Analyte;
  /** "not too high": the phrase itself denies. */
  readonly denied?: boolean;
  /** It has a verb of its own: "calcium is high" is a sentence, "high calcium" a thing that is spoken of. */
  readonly predicate: boolean;
}

/** Analytes that facts about levels name, by the words that laboratories and writers use for them. */
const ANALYTES: Readonly<Record<string, 'calcium' | 'phosphate'>> = {
  calcium: 'calcium',
  ca: 'calcium',
  phosphate: 'phosphate',
  phosphates: 'phosphate',
  phosphorus: 'phosphate',
  po4: 'phosphate',
};

/** Words for all that a laboratory reports: "the labs are normal". */
const REPORTS = new Set('labs lab bloods chemistry chemistries bloodwork biochemistry'.split(' '));
const REPORT_NOUNS = new Set(
  'tests test results result values value work panel chemistry levels level labs figures numbers readings counts balance metabolism homeostasis'.split(
    ' ',
  ),
);
const BEFORE_REPORT = new Set('blood serum mineral lab laboratory plasma calcium-phosphate'.split(' '));
const LEVEL_NOUNS = new Set(
  'level levels amount amounts concentration concentrations value values quantity quantities content'.split(' '),
);
const BETWEEN_DEGREE_AND_ANALYTE = new Set(
  'of blood serum the a an in amount amounts level levels concentration concentrations than normal usual average serum plasma total quantities person persons body balance metabolism their his her circulating abnormally very unusually too for'.split(
    ' ',
  ),
);
const AFTER_ANALYTE = new Set(
  'in the a of blood serum bloodstream body person persons people their his her your level levels concentration concentrations metabolism balance value values circulation plasma that s product'.split(
    ' ',
  ),
);
const BE = new Set(
  'is are was were be being been become becomes became stay stays stayed remain remains remained run runs appear appears measure lie lies come comes came prove proves proved look looks'.split(
    ' ',
  ),
);
const RELATIVES = new Set(['that', 'which']);
const HAVE = new Set('has have had'.split(' '));
const ADVERBS = new Set(
  'way sky right so pretty really too very usually often abnormally always typically generally both also still quite unusually may can might will would should not mostly normally extremely consistently completely entirely perfectly all never well far back rather a bit little within the as rule'.split(
    ' ',
  ),
);
/** Verbs that say by themselves where a level goes. */
const RISES = new Set('rise rises rose risen climb climbs climbed soar soars soared rising climbing'.split(' '));
const FALLS = new Set('fall falls fell fallen drop drops dropped sink sinks sank falling dropping'.split(' '));
/** Only of the blood: calcium that builds up in the skin is the deposit. */
const GATHERS = new Set('builds build built accumulates accumulate collects gathers circulates circulate'.split(' '));
/** What follows its noun without a verb in notes: "Ca/PO4 wnl", "labs off". */
const AFTER_NOUN = new Set(
  'wnl unremarkable normal off abnormal raised high low elevated fine up down deranged disturbed'.split(' '),
);

/** What a level is set against: "above the reference range", "below the usual value". */
const RANGES = new Set('normal range reference limit limits usual'.split(' '));
const MEASURES = new Set([
  ...RANGES,
  ...'far well above below over under beneath beyond the upper lower what is value values interval'.split(' '),
]);
const BEYOND: ReadonlyMap<string, LevelValue> = new Map([
  ...'above over beyond exceeding exceeds exceed'.split(' ').map((word) => [word, 'high'] as const),
  ...'below under beneath'.split(' ').map((word) => [word, 'low'] as const),
]);
const MEASURED = new Set('far well just lying rising falling measured found'.split(' '));
const TISSUES = new Set('tissue tissues skin lungs muscle muscles fat'.split(' '));
const BEFORE_NOTED = new Set('both all usually mostly too always within often way sky very'.split(' '));

/** The level phrase that begins at a token; undefined where none does. */
export function levelPhrase(
  tokens: readonly Token[],
  at: number,
  sentence: Sentence,
  longer: ReadonlySet<number>,
): LevelPhrase | undefined {
  if (!OPENS_LEVEL.has(tokens[at]!.norm) || longer.has(at)) return undefined;
  return new LevelReader(tokens, sentence, longer).read(at);
}

/** The level that a word names; undefined for other words. */
export function degreeOf(word: string): LevelValue | undefined {
  if (word === 'much') return undefined;
  if (HIGH_WORDS.has(word)) return 'high';
  if (LOW_WORDS.has(word)) return 'low';
  if (NORMAL_WORDS.has(word)) return 'normal';
  if (ABNORMAL_WORDS.has(word)) return 'abnormal';
  return undefined;
}

const DISTURBANCES = new Set(
  'disturbance disturbances derangement derangements imbalance imbalances upset fault faults abnormality abnormalities'.split(
    ' ',
  ),
);
export const OPENS_LEVEL = new Set([
  ...HIGH_WORDS,
  ...LOW_WORDS,
  ...DISTURBANCES,
  ...['too', 'blood', 'serum', 'total', 'corrected', 'mineral', 'plasma'],
  ...NORMAL_WORDS,
  ...ABNORMAL_WORDS,
  ...Object.keys(ANALYTES),
  ...LEVEL_NOUNS,
  ...REPORTS,
  ...BEFORE_REPORT,
]);

/** "has ceased to be normal", "is far from normal" */
const DENYING_PAIRS = new Set(['ceased to', 'ceases to', 'far from', 'no longer', 'anything but']);

class LevelReader {
  readonly #tokens: readonly Token[];
  readonly #sentence: Sentence;
  readonly #longer: ReadonlySet<number>;

  constructor(tokens: readonly Token[], sentence: Sentence, longer: ReadonlySet<number>) {
    this.#tokens = tokens;
    this.#sentence = sentence;
    this.#longer = longer;
  }

  read(at: number): LevelPhrase | undefined {
    return this.#disturbance(at) ?? this.#degreeFirst(at) ?? this.#nounFirst(at);
  }

  /** "a disturbance of the mineral balance", "an imbalance of calcium or phosphate". */
  #disturbance(at: number): LevelPhrase | undefined {
    if (!DISTURBANCES.has(this.#norm(at)) || !['of', 'in'].includes(this.#norm(at + 1))) return undefined;
    let next = at + 2;
    while (['the', 'their', 'your', 'blood'].includes(this.#norm(next))) next++;
    const what = this.#analytes(next) ?? this.#report(next);
    if (what === undefined) return undefined;
    const end = this.#pastPlace(what.end);
    return this.#endsNounPhrase(end) ? this.#phrase(at, end, 'abnormal', what.analyte, false) : undefined;
  }

  /** "too much calcium in the blood", "a higher than normal level of calcium or phosphate", "normal labs". */
  #degreeFirst(at: number): LevelPhrase | undefined {
    let next = at;
    let level = degreeOf(this.#norm(next));
    if (this.#norm(next) === 'too' && ['much', 'many'].includes(this.#norm(next + 1))) {
      level = 'high';
      next++;
    } else if (this.#norm(next) === 'too' && this.#norm(next + 1) === 'little') {
      level = 'low';
      next++;
    } else if (this.#norm(next) === 'in' && this.#norm(next + 1) === 'excess') return undefined;
    if (level === undefined) return undefined;
    next++;
    const report = this.#report(next);
    if (report !== undefined && this.#endsNounPhrase(report.end)) {
      return this.#phrase(at, report.end, level, report.analyte, false);
    }
    let steps = 0;
    while (
      next < this.#sentence.endToken &&
      steps < 6 &&
      ANALYTES[this.#norm(next)] === undefined &&
      (BETWEEN_DEGREE_AND_ANALYTE.has(this.#norm(next)) || this.#text(next) === '-')
    ) {
      next++;
      steps++;
    }
    const group = this.#analytes(next);
    if (group === undefined) return undefined;
    let end = this.#pastPlace(group.end);
    // "unremarkable serum calcium and unremarkable phosphate": both of them.
    let { analyte } = group;
    if (this.#norm(end) === 'and' && degreeOf(this.#norm(end + 1)) === level) {
      const second = this.#analytes(end + 2);
      if (second !== undefined && second.analyte !== analyte) {
        analyte = 'both';
        end = this.#pastPlace(second.end);
      }
    }
    // "low blood calcium in people over 50"
    if (!this.#endsNounPhrase(end) && this.#norm(group.end) === 'in') end = group.end;
    // "high-calcium supplements", "too much calcium carbonate": the analyte must end its phrase.
    if (!this.#endsNounPhrase(end)) return undefined;
    return this.#phrase(at, end, level, analyte, false);
  }

  /** "the levels of calcium and phosphate in the body are too high", "blood calcium is normal", "labs off". */
  #nounFirst(at: number): LevelPhrase | undefined {
    const noun = this.#noun(at);
    if (noun === undefined) return undefined;
    const from = this.#pastPlace(noun.end);
    return (
      this.#withVerb(at, from, noun) ??
      this.#withoutVerb(at, from, noun) ??
      this.#beyondRange(at, from, noun) ??
      this.#withArrow(at, from, noun)
    );
  }

  /** "a phosphate level above the normal range", "calcium in the blood exceeds the upper limit": what it is set against. */
  #beyondRange(at: number, from: number, noun: { analyte: Analyte; named: boolean }): LevelPhrase | undefined {
    let next = from;
    while (BEFORE_NOTED.has(this.#norm(next)) || MEASURED.has(this.#norm(next)) || RELATIVES.has(this.#norm(next))) {
      next++;
    }
    const level = BEYOND.get(this.#norm(next));
    if (level === undefined || !noun.named) return undefined;
    const range = [1, 2, 3].some((step) => RANGES.has(this.#norm(next + step)));
    return range ? this.#phrase(at, this.#pastMeasure(next + 1), level, noun.analyte, false) : undefined;
  }

  #withVerb(at: number, from: number, noun: { analyte: Analyte; named: boolean }): LevelPhrase | undefined {
    // "a calcium level that is below the range"
    let next = RELATIVES.has(this.#norm(from)) && BE.has(this.#norm(from + 1)) ? from + 1 : from;
    let verb = false;
    let denied = false;
    let turned = false;
    while (next < this.#sentence.endToken && next < from + 8) {
      const norm = this.#norm(next);
      if (RISES.has(norm) || FALLS.has(norm)) {
        const level = RISES.has(norm) ? 'high' : 'low';
        return this.#phrase(at, this.#pastMeasure(next + 1), level, noun.analyte, true, denied);
      }
      if (GATHERS.has(norm) && noun.named) {
        const end = next + 1 + (this.#norm(next + 1) === 'up' ? 1 : 0);
        const inBlood = [1, 2].some((step) => ['blood', 'bloodstream', 'serum'].includes(this.#norm(end + step)));
        return inBlood && this.#norm(end) === 'in'
          ? this.#phrase(at, end, 'high', noun.analyte, true, denied)
          : undefined;
      }
      const isPair = DENYING_PAIRS.has(`${norm} ${this.#norm(next + 1)}`);
      if (norm === 'not' || norm === 'never') denied = true;
      if (isPair) {
        turned = true;
        next++;
      } else if (BE.has(norm) || HAVE.has(norm)) verb = true;
      else if (!ADVERBS.has(norm)) break;
      next++;
    }
    const found = verb ? this.#complement(at, next, noun, denied || turned) : undefined;
    return turned && found?.level === 'normal' ? { ...found, level: 'abnormal', denied: false } : found;
  }

  /** What follows "is": a degree, "above the normal range", "within normal limits", "out of balance", "off". */
  #complement(
    at: number,
    next: number,
    noun: { analyte: Analyte; named: boolean },
    denied: boolean,
  ): LevelPhrase | undefined {
    const norm = this.#norm(next);
    const found = (level: LevelValue, end: number) => this.#phrase(at, end, level, noun.analyte, true, denied);
    if (norm === 'above' || norm === 'over' || norm === 'below' || norm === 'under') {
      const range = [1, 2, 3].some((step) => RANGES.has(this.#norm(next + step)));
      return range ? found(norm === 'above' || norm === 'over' ? 'high' : 'low', this.#pastMeasure(next)) : undefined;
    }
    if (norm === 'out' && this.#norm(next + 1) === 'of') {
      return ['balance', 'range', 'line', 'order'].includes(this.#norm(next + 2))
        ? found('abnormal', next + 3)
        : undefined;
    }
    if (norm === 'in' && ['range', 'balance'].includes(this.#norm(next + 1))) return found('normal', next + 2);
    if (norm === 'wnl') return found('normal', next + 1);
    if (!noun.named && (norm === 'fine' || norm === 'ok' || norm === 'okay')) return found('normal', next + 1);
    if (!noun.named && norm === 'off') return found('abnormal', next + 1);
    const level = degreeOf(norm);
    return level === undefined ? undefined : found(level, next + 1);
  }

  /** Notes leave the verb out, and a mark ends them: "Ca/PO4 wnl,", "chemistry unremarkable". */
  #withoutVerb(at: number, from: number, noun: { analyte: Analyte; named: boolean }): LevelPhrase | undefined {
    let next = from;
    while (BEFORE_NOTED.has(this.#norm(next)) || /^\d|^mmol|^mg$/u.test(this.#norm(next)) || this.#isFraction(next)) {
      next++;
    }
    const norm = this.#norm(next);
    if (!AFTER_NOUN.has(norm) || (noun.named && (norm === 'off' || norm === 'fine'))) return undefined;
    if (next + 1 < this.#sentence.endToken && !this.#endsNote(next + 1)) return undefined;
    const level = norm === 'wnl' || norm === 'fine' ? 'normal' : norm === 'off' ? 'abnormal' : degreeOf(norm);
    if (level === undefined && norm !== 'up' && norm !== 'down') return undefined;
    return this.#phrase(at, next + 1, level ?? (norm === 'up' ? 'high' : 'low'), noun.analyte, true);
  }

  /** "3.0", "2.1 mmol/l": the figure may stand between what is measured and how it is. */
  #isFraction(at: number): boolean {
    return (
      ['.', '/', ','].includes(this.#text(at)) &&
      /^\d|^l$|^dl$/u.test(this.#norm(at + 1)) &&
      /^\d|^mmol|^mg/u.test(this.#norm(at - 1))
    );
  }

  /** "Serum calcium ↑". */
  #withArrow(at: number, from: number, noun: { analyte: Analyte }): LevelPhrase | undefined {
    const arrow = this.#text(from);
    if (arrow !== '↑' && arrow !== '↓') return undefined;
    return this.#phrase(at, from + 1, arrow === '↑' ? 'high' : 'low', noun.analyte, true);
  }

  /** What has a level: analytes, "the levels of" them, or a report of the laboratory. */
  #noun(at: number): { analyte: Analyte; end: number; named: boolean } | undefined {
    const group = this.#analytes(at);
    if (group !== undefined) return { ...group, named: true };
    const report = this.#report(at);
    if (
      report !== undefined &&
      (this.#norm(report.end) !== 'of' || ['the', 'blood'].includes(this.#norm(report.end + 1)))
    ) {
      return { ...report, named: false };
    }
    const levels = BEFORE_REPORT.has(this.#norm(at)) ? at + 1 : at;
    if (!LEVEL_NOUNS.has(this.#norm(levels))) return undefined;
    if (this.#norm(levels + 1) !== 'of') return { analyte: 'both', end: levels + 1, named: false };
    const of = this.#analytes(levels + 2);
    return of === undefined ? undefined : { ...of, named: true };
  }

  /** "labs", "blood tests", "serum chemistry", "mineral levels". */
  #report(at: number): { analyte: 'both'; end: number } | undefined {
    if (at >= this.#sentence.endToken || this.#longer.has(at)) return undefined;
    if (BEFORE_REPORT.has(this.#norm(at)) && REPORT_NOUNS.has(this.#norm(at + 1))) {
      return { analyte: 'both', end: at + 2 };
    }
    return REPORTS.has(this.#norm(at)) ? { analyte: 'both', end: at + 1 } : undefined;
  }

  /** "calcium", "calcium and phosphate", "calcium and/or phosphate", "calcium, phosphate, or both", "Ca/PO4". */
  #analytes(at: number): { analyte: Analyte; end: number } | undefined {
    let start = at;
    while (['blood', 'serum', 'total', 'corrected'].includes(this.#norm(start)) && start < at + 2) start++;
    const first = this.#analyteAt(start);
    if (first === undefined) return undefined;
    let next = start + 1;
    let joint: 'and' | 'or' | undefined;
    while (next < this.#sentence.endToken && next < start + 6) {
      const norm = this.#norm(next);
      const text = this.#text(next);
      if (norm === 'or') joint = 'or';
      else if (isHyphen(text)) joint ??= 'or';
      else if (norm === 'and' || text === '/' || text === '&') joint ??= 'and';
      else if (!(text === ',' || (joint !== undefined && ['the', 'serum', 'blood'].includes(norm)))) break;
      next++;
    }
    const second = joint === undefined ? undefined : this.#analyteAt(next);
    // "calcium, phosphate or both"
    if (this.#text(start + 1) === ',' && joint === undefined) {
      const other = this.#analyteAt(start + 2);
      const both = this.#norm(start + 3) === 'or' && this.#norm(start + 4) === 'both';
      if (other !== undefined && other !== first && both) return { analyte: 'either', end: start + 5 };
    }
    if (second === undefined || second === first) return { analyte: first, end: start + 1 };
    next++;
    if (this.#text(next) === ',' && this.#norm(next + 1) === 'or' && this.#norm(next + 2) === 'both') {
      return { analyte: 'either', end: next + 3 };
    }
    return { analyte: joint === 'or' ? 'either' : 'both', end: next };
  }

  #analyteAt(at: number): 'calcium' | 'phosphate' | undefined {
    if (at >= this.#sentence.endToken || this.#longer.has(at)) return undefined;
    const norm = this.#norm(at);
    // "CA" is cancer, California and a marker; the symbol of the element is written "Ca".
    if (norm === 'ca' && this.#text(at) !== 'Ca') return undefined;
    // "calcium in the lungs and skin" is the deposit.
    if (this.#norm(at + 1) === 'in' && [2, 3].some((step) => TISSUES.has(this.#norm(at + step)))) return undefined;
    return norm === 'p' && this.#text(at) === 'P' && ['/', '–'].includes(this.#text(at - 1))
      ? 'phosphate'
      : ANALYTES[norm];
  }

  /** Past "levels", "in the blood", "in a person's blood"; never onto a word that belongs to what follows. */
  #pastPlace(from: number): number {
    let next = from;
    while (next < this.#sentence.endToken && AFTER_ANALYTE.has(this.#norm(next))) next++;
    while (
      next > from &&
      ['in', 'the', 'a', 'of', 'their', 'his', 'her', 'your', 'that'].includes(this.#norm(next - 1))
    ) {
      next--;
    }
    return next;
  }

  /** Past "well above the reference range". */
  #pastMeasure(from: number): number {
    let next = from;
    while (MEASURES.has(this.#norm(next))) next++;
    return next;
  }

  #endsNounPhrase(at: number): boolean {
    const next = this.#tokens[at];
    return (
      at >= this.#sentence.endToken ||
      next === undefined ||
      next.kind === 'punctuation' ||
      FUNCTION_WORDS.has(next.norm)
    );
  }

  #endsNote(at: number): boolean {
    const next = this.#tokens[at]!;
    return (
      next.kind === 'punctuation' || ['and', 'but', 'while', 'no', 'tissue', 'skin', 'throughout'].includes(next.norm)
    );
  }

  #phrase(
    firstToken: number,
    endToken: number,
    level: LevelValue,
    analyte: Analyte,
    predicate: boolean,
    denied = false,
  ): LevelPhrase {
    const kind = 'level' as const;
    return { kind, firstToken, endToken, level, analyte, predicate, ...(denied ? { denied } : {}) };
  }

  #norm(at: number): string {
    return at < this.#sentence.endToken ? (this.#tokens[at]?.norm ?? '') : '';
  }

  #text(at: number): string {
    return at < this.#sentence.endToken ? (this.#tokens[at]?.text ?? '') : '';
  }
}

const FUNCTION_WORDS = new Set(
  'and or but is are was were in on at of for with to that which who when while because so as by from can may than the also if then this it they not usually often has have had does do without causes cause leads lead results result but whereas'.split(
    ' ',
  ),
);
