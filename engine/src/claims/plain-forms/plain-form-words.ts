import type { ConceptKind } from '../../terminology/source-format.js';

/** Words by which a sentence takes up what was named, and those around them. Grammar, not medicine. */

/** Words of labels that say what an entry is, or nothing of their own. */
export const ASKING = new Set(
  'what it is they are does do in short brief meaning means definition description back answer note notes remark remarks summary action effect effects how works kind class type nature below above beneath stands this that tells say says plain words english to know'.split(
    ' ',
  ),
);
export const TAKES_UP = new Set('it they this these that the every each'.split(' '));
/** "Every tablet", "each dose": of the medicine that was named. */
export const EACH = new Set(['every', 'each']);
export const ARTICLES = new Set(['a', 'an', 'the']);
export const STATES = new Set('is are was were has have'.split(' '));
export const FINITE = new Set('can may does do did will had must should'.split(' '));
export const ASKS_WHAT =
  /^\W*(?:notes?|what\b(?! (?:to (?:do|watch|try|ask|eat|take|avoid|use|tell)|you (?:can|could|may|do|take)|we (?:do|did|use|give|gave|try|tried|offer)|helps?|helped|(?:is|was) (?:done|used|tried|given|seen)|(?:comes )?next|now|else)\b).*|descriptions?|meanings?|remarks?|comments?|explanations?|definitions?|in (?:short|brief|plain words)|about|class|kind|type)\W*$/iu;
export const RELATIVES = new Set('that which who whose where'.split(' '));
export const EXPLETIVE = new Set('seems takes follows turns depends matters helps rains'.split(' '));
export const NO_ADJECTIVES = new Set(
  'other others first second third former latter next same two three four both many few most only not is are was were of and or'.split(
    ' ',
  ),
);
export const NO_VERBS = new Set(
  'of in on at for with by from to and or that which who than as like against because if when'.split(' '),
);
export const QUOTES = new Set(['“', '"', '‘', '«', '„']);
export const SUPPOSES = new Set(
  'if unless whether suppose supposing imagine had should were when until before after'.split(' '),
);
export const OPENS = new Set([
  ...[',', ':', '–', '—', '-', '('],
  ...'because since as though although and but so while whereas yet for'.split(' '),
]);
export const ASSERTS = new Set(
  'told explained learned learnt taught remember forget doubt note notes notices notice know knows mind sure certain fact clear important mean means is recall remind given read'.split(
    ' ',
  ),
);
export const NOTICES = new Set('notices notice forget knows know doubt'.split(' '));
export const CATAPHORIC = new Set('since because as although though while given'.split(' '));
export const CLOSING: ReadonlyMap<string, string> = new Map([
  ['(', ')'],
  [',', ','],
  ['–', '–'],
  ['—', '—'],
]);
export const CONTRASTS = new Set(['unlike', 'like']);
export const THROWN_IN = new Set(
  'as a an which who whose so according by in unlike like also or known formerly once sometimes often better called named termed abbreviated short'.split(
    ' ',
  ),
);
/** In what is thrown in, they only give another name. */
export const NAMED_AS = new Set('called known named termed dubbed abbreviated'.split(' '));
export const NOUN_OPENERS = new Set('a an one how whether'.split(' '));
export const NOT_OPENING = new Set(
  'this its hers his ours yours always sometimes perhaps this thus besides patients people doctors symptoms does was has is'.split(
    ' ',
  ),
);
export const PARTICIPLES = new Set('made brought given taken found seen built set due'.split(' '));
export const VERB = /[^su]s$|ed$/u;
export const BEHIND_PARTICIPLE = new Set('by from in on with to at as through up out of for'.split(' '));
export const CATEGORIES = new Set<ConceptKind>(['drug-class', 'disease']);

export function isAdverb(norm: string): boolean {
  return norm.endsWith('ly') || ADVERBS.has(norm);
}

const ADVERBS = new Set('so and but yet now then here also today again yes well still indeed thus'.split(' '));
export const DRUGS: ReadonlySet<ConceptKind> = new Set<ConceptKind>(['drug', 'drug-class']);
export const DISEASES: ReadonlySet<ConceptKind> = new Set<ConceptKind>([
  'disease',
  'type',
  'form',
  'process',
  'complication',
  'lab-finding',
  'sign',
]);
export const TESTS: ReadonlySet<ConceptKind> = new Set<ConceptKind>([
  'lab-test',
  'imaging',
  'procedure',
  'stain',
  'substance',
]);
export const SUBSTANCES: ReadonlySet<ConceptKind> = new Set<ConceptKind>(['substance', 'protein', 'drug']);
/** Of things of one sort, a pronoun that stands for the one does not stand for the other. */
export const SORTS = [DRUGS, DISEASES, TESTS];
export const NOUNS: ReadonlyMap<string, ReadonlySet<ConceptKind>> = new Map([
  ...nounsOf(
    'drug drugs medicine medicines medication medications agent agents antibody antibodies binder binders tablet tablets pill pills remedy remedies preparation product compound',
    DRUGS,
  ),
  ...nounsOf('disease diseases disorder disorders condition conditions illness complaint syndrome ailment', DISEASES),
  ...nounsOf('type types form forms kind variety variant', new Set<ConceptKind>(['type', 'form', 'disease'])),
  ...nounsOf('test tests measurement method technique scan machine procedure stain dye', TESTS),
  ...nounsOf('hormone hormones protein proteins vitamin substance enzyme mineral', SUBSTANCES),
  ...nounsOf('gland glands organ cells', new Set<ConceptKind>(['anatomy'])),
  ...nounsOf('germ worm parasite bacterium fungus', new Set<ConceptKind>(['organism'])),
]);

function nounsOf(
  words: string,
  kinds: ReadonlySet<ConceptKind>,
): readonly (readonly [string, ReadonlySet<ConceptKind>])[] {
  return words.split(' ').map((word) => [word, kinds] as const);
}
