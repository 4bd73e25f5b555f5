/**
 * The English that statements are made of: verbs of cause, copulas, negation, hedges, words for "type". Grammar,
 * not medicine: what is true of which concept stands in the terminology. Phrases are normalised tokens.
 */

/** A phrase that says how what stands before it relates to what stands after it. */
export interface Cue {
  readonly words: readonly string[];
  readonly relation: 'caused-by' | 'causes';
  /** Says that two things go together, not that one makes the other. */
  readonly weak: boolean;
}

export const CAUSE_CUES: readonly Cue[] = [
  ...cues('caused-by', false, [
    'caused by',
    'caused mainly by',
    'caused mostly by',
    'due to',
    'results from',
    'result from',
    'resulting from',
    'resulted from',
    'the result of',
    'a result of',
    'the product of',
    'a consequence of',
    'because of',
    'follows',
    'follow',
    'following',
    'arises from',
    'arise from',
    'arises in',
    'arise in',
    'arises after',
    'arise after',
    'arises when',
    'arise when',
    'comes from',
    'come from',
    'stems from',
    'stem from',
    'develops after',
    'develop after',
    'occurs after',
    'occur after',
    'happens after',
    'happen after',
    'appears after',
    'appear after',
    'forms after',
    'form after',
    'starts after',
    'develops when',
    'develop when',
    'occurs when',
    'occur when',
    'happens when',
    'happen when',
    'forms when',
    'appears when',
    'develops from',
    'develop from',
    'develops because of',
    'occurs because of',
    'occurs because',
    'happens because',
    'brought on by',
    'set off by',
    'triggered by',
    'produced by',
    'provoked by',
    'begins after',
    'can follow',
    'may follow',
    'secondary to',
    'attributed to',
    'caused when',
    'caused in',
    'are to blame',
    'springs from',
    'owes to',
    'owed to',
    'occurs as a result of',
    'traced to',
    'traced back to',
    'traceable to',
    'driven by',
    'owed to',
    'on the ground of',
    'on the grounds of',
    'on the basis of',
    'sparked by',
    'settle after',
    'settles after',
    'laid down after',
    'collects after',
    'brought about by',
    'a complication of',
    'needs',
    'requires',
    'depends on',
    'grows out of',
    'is down to',
    'are down to',
    'provoked through',
  ]),
  ...cues('caused-by', true, [
    'associated with',
    'linked to',
    'linked with',
    'related to',
    'connected with',
    'connected to',
    'tied to',
    'seen in',
    'found in',
    'occurs in',
    'occur in',
    'develops in',
    'develop in',
    'happens in',
    'affects people with',
    'common in',
    'goes with',
    'accompanies',
    'seen with',
    'occurs with',
    'because',
    'since',
    'typical of',
    'typical for',
    'a sign of',
    'signs of',
    'a feature of',
    'a mark of',
    'a hallmark of',
    'by patients with',
    'in patients with',
    'in people with',
    'in children with',
    'comes with',
    'come with',
    'strikes people with',
    'met in',
  ]),
  ...cues('causes', false, [
    'causes',
    'cause',
    'caused',
    'leads to',
    'lead to',
    'led to',
    'results in',
    'result in',
    'produces',
    'produce',
    'triggers',
    'trigger',
    'brings on',
    'bring on',
    'gives rise to',
    'give rise to',
    'sets off',
    'set off',
    'creates',
    'create',
    'is responsible for',
    'are responsible for',
    'brings about',
    'bring about',
    'is the cause of',
    'are the causes of',
    'are the cause of',
    'is behind',
    'are behind',
    'cause of',
    'causes of',
    'trigger of',
    'triggers of',
    'trigger for',
    'triggers for',
    'reason for',
  ]),
];

function cues(relation: Cue['relation'], weak: boolean, phrases: readonly string[]): Cue[] {
  return phrases.map((phrase) => ({ words: phrase.split(' '), relation, weak }));
}

/** "is a", "belongs to the", "counts as": what follows is a class of what stands before. */
export const COPULAS: readonly (readonly string[])[] = [
  'is',
  'are',
  'was',
  'were',
  'be',
  'been',
  'being',
  'belongs to',
  'belong to',
  'counts as',
  'count as',
  'counts among',
  'ranks among',
  'acts as',
  'act as',
  'works as',
  'work as',
  'serves as',
  'used as',
  'classed as',
  'classified as',
  'considered',
  'regarded as',
  'described as',
  'known as',
  'called',
  'remains',
  'remain',
  'represents',
  'represent',
  'functions as',
  'qualifies as',
  'falls under',
  'falls into',
  'fall under',
  'falls in',
  'from the group of',
  'from the class of',
  'from the family of',
  'placed under',
  'grouped under',
  'grouped with',
  'filed under',
  'listed under',
  'classed under',
  'comes under',
  'come under',
  'counted among',
  'numbered among',
  'subsumed under',
  'defined as',
  'labelled',
  'labeled',
  'termed',
  'named',
].map((phrase) => phrase.split(' '));

/** Between a copula and the class that it leads to: determiners, kinds, degree and belief. Any adjective may stand there too. */
export const BEFORE_CLASS = new Set(
  'a an the one of another some any kind kinds type types sort sorts form forms class group family member members category among as also often usually generally commonly typically actually really simply basically mainly in fact believed thought considered said known held to be so called all both each widely regarded older old newer new modern common potent strong mild powerful well first second line type classic typical kind-of'.split(
    ' ',
  ),
);

/** After the last word of a class: it is the head of its phrase when one of these, or a mark, follows. */
export const AFTER_HEAD = new Set(
  'that which who whose used given for in of and or but with to when while by from as so because it is are was were can may might must has have had this these those like such including also too not at on after before if since although though drug drugs medicine medicines medication medications agent agents tablet tablets pill pills family class group disorder disease condition itself rather than only taken made sold prescribed based known called since where whereas everyone you we i they people too'.split(
    ' ',
  ),
);

/** Words that open the members of a class: "such as", "like". */
export const SUCH_AS: readonly (readonly string[])[] = [
  'such as',
  'like',
  'including',
  'for example',
  'for instance',
  'e g',
  'e . g',
  'i . e',
  'eg',
  'among them',
  'especially',
  'particularly',
  'namely',
  'notably',
  'i e',
  'ie',
  'as with',
  'include',
  'includes',
  'are',
  'is',
].map((phrase) => phrase.split(' '));

export const NEGATORS = new Set(
  "not no never neither nor cannot without can't won't don't doesn't didn't isn't aren't wasn't weren't hasn't haven't shouldn't wouldn't couldn't rarely seldom hardly scarcely nothing none nobody".split(
    ' ',
  ),
);

/** After these the clause speaks of something else: "unlike the dystrophic type, …". */
export const CONTRAST_OPENERS: readonly (readonly string[])[] = [
  'in contrast to',
  'in contrast with',
  'by contrast with',
  'contrary to',
  'unlike',
  'as opposed to',
  'opposed to',
  'compared with',
  'compared to',
  'in comparison with',
  'rather than',
  'instead of',
  'different from',
  'other than',
  'apart from',
  'except for',
  'not to be confused with',
  'distinct from',
  'differs from',
  'differ from',
  'as distinct from',
].map((phrase) => phrase.split(' '));

/** Between clauses that each have a subject of their own. */
export const CLAUSE_BREAKS = new Set('while whereas but although though however yet'.split(' '));

export const HYPOTHETICAL = new Set('if whether unless suppose supposing imagine were'.split(' '));

/** Nouns for the members of a classification. */
export const TYPE_WORDS = new Set(
  'type types form forms kind kinds variety varieties category categories class classes group groups variant variants subtype subtypes subgroup subgroups family families sort sorts classification classifications pattern patterns'.split(
    ' ',
  ),
);

export const NUMBERS: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  both: 2,
};

/** Words for the subject of the sentence before. */
export const PRONOUNS = new Set('it they this these he she'.split(' '));

export const HIGH_WORDS = new Set(
  'high higher raised elevated excess excessive increased too-much much rise rises rising surplus abundant overload hyper elevation'.split(
    ' ',
  ),
);
export const LOW_WORDS = new Set('low lower decreased reduced deficient lack lowered'.split(' '));
export const NORMAL_WORDS = new Set('normal unchanged unremarkable regular'.split(' '));
export const ABNORMAL_WORDS = new Set(
  'abnormal disturbed altered deranged imbalanced faulty disordered unbalanced upset'.split(' '),
);
