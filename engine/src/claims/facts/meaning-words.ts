/** Words around a definition, and around what a thing does: what opens it, what ends it, what says that it is none. */

/** Verbs and links behind which a term is explained. */
export const DEFINES: readonly (readonly string[])[] = [
  ...'is are was were means mean meaning denotes denote describes describe signifies becomes namely ie i.e'
    .split(' ')
    .map((word) => [word]),
  ...[
    'refers to',
    'refer to',
    'stands for',
    'consists of',
    'consist of',
    'amounts to',
    'in other words',
    'that is',
    'which is',
    'which are',
    'which means',
    'i . e',
    'in plain words',
    'in short',
    'shows as',
    'shows up as',
    'appears as',
    'tells you that',
    'tells us that',
    'says that',
    'translates as',
    'translates to',
    'translates into',
    'is another word for',
    'is the word for',
    'is a word for',
    'is the term for',
    'is a term for',
    'is the name for',
    'is the medical word for',
    'is the medical term for',
  ].map((phrase) => phrase.split(' ')),
];

/** ", a sample of tissue, …", ", or tight skin". */
export const APPOSITION_OPENERS = new Set('a an the ie i.e that which or meaning namely in too'.split(' '));
/** What stands before the mark where an answer, and no term, is labelled. */
export const ANSWER_LABELS = new Set('a answer back meaning means definition explanation description'.split(' '));

/** Words between a term and its verb that change nothing: "an EEG test records", "Raynaud phenomenon itself is". */
export const LIGHT = new Set(
  'phenomenon syndrome disease condition case illness disorder literally strictly medically scan scans test tests testing stain staining itself simply just really basically usually normally always also then here today now mainly mostly only , " “ ” \' ’ * or level levels value by definition does do works which that word term terms name therefore thus hence consequently accordingly'.split(
    ' ',
  ),
);

/** "By … doctors mean", "they say … when they mean" */
export const SAYS = new Set('by say says saying'.split(' '));
export const SPEAKERS = new Set(
  'doctors physicians dermatologists experts people we they i you one is are when , the'.split(' '),
);
export const MEANT = new Set('mean means meant'.split(' '));

/** A definition that begins so says what goes along with the thing, not what it is: "is often seen in", "is like". */
export const NO_DEFINITION = new Set(
  'common commoner seen found part linked associated related cause caused treated diagnosed like similar called known confused mistaken present rare rarer frequent typical named different thought said due worse better likely'.split(
    ' ',
  ),
);
/** The same a little later: "is an early sign of". */
export const NO_DEFINITION_NOUNS = new Set(
  'sign symptom feature result results complication complications consequence effect'.split(' '),
);

/** Words that end what is explained: what follows is said of something else. */
export const ENDS = new Set(
  'but while whereas unlike rather instead than because due caused seen found if unless though although often never whereby'.split(
    ' ',
  ),
);

/** The same words make a statement one of some cases, or none at all. */
export const HEDGES = new Set(
  'some few rarely seldom sometimes occasionally may might could can would should unless if whether seems seem looks look like cannot'.split(
    ' ',
  ),
);

/** "It", "This test", "The scan": what the sentence goes on about. */
export const CARRIES = new Set('it they this these that such their its both'.split(' '));
/** Nouns that take up a thing that was named before: "The procedure uses …". */
export const TAKES_UP = new Set(
  'test tests scan scans picture pictures procedure operation surgery treatment sign disease condition illness stain dye tablet tablets pill pills medicine medicines drug drugs gland glands hormone protein substance lumps lump deposits word term study method technique crystals machine'.split(
    ' ',
  ),
);

/** Heads of columns whose cells explain the term of the row. */
export const EXPLAINING_HEADER =
  /\b(?:mean(?:s|ing|ings)?|senses?|stands for|what|definitions?|descriptions?|explanations?|explained|plain|everyday|words?|is|does|in short|purpose|how|simple|english|lay|translation|looks|says?|tells?)\b/iu;
/** Heads of the column of terms in a list of words. */
export const TERM_HEADER =
  /\b(?:terms?|words?|names?|jargon|abbreviations?|signs?|tests?|operations?|procedures?|medical|expressions?|vocabulary)\b/iu;
/** Heads that make a cell say something else of the term than what it is. */
export const OTHER_HEADER =
  /\b(?:not|unlike|confused|mistaken|mimics?|resembles?|differs?|different|with|cause[sd]?|causes|treatments?|risks?|alternatives?|instead|who|when|where|seen|found|type|see|goes|related)\b/iu;

export const OTHER_SUBJECTS = new Set([
  'disease',
  'type',
  'form',
  'drug',
  'drug-class',
  'imaging',
  'procedure',
  'lab-test',
]);
export const APPOSITION_VERBS = new Set('which who that'.split(' '));
/** Another subject, or a sentence part that has one of its own, stands between. */
export const RELATIVES = new Set('that which who whose'.split(' '));
export const BREAKS = new Set('; : ? whether if when where while whereas because but unlike than against'.split(' '));
export const GOES_ON = new Set(['because', 'since', ':', 'as']);
export const PRONOUNS = new Set('it they'.split(' '));
export const NOT_CARRIED = new Set('when where if one another other others no not'.split(' '));
export const BEFORE_NAME = new Set('a an the " “ \' ‘ * simply also by doctors'.split(' '));
export const NAMING = new Set('called call termed named labelled labeled'.split(' '));
export const PLACES = new Set('of on in behind under above from near to'.split(' '));
export const PICTURES = new Set('scan scans picture pictures'.split(' '));
export const MEANS_OF = new Set('with of by using from'.split(' '));
export const AUXILIARIES = new Set('is are was were be been has have had do does did will shall must'.split(' '));
export const WORDS = new Set('word term name expression'.split(' '));
export const NAMED_AS = new Set('known'.split(' ').concat(['to', 'described']));
/** "The first", "the former": said of one of two that were named. */
export const ONE_OF_TWO = new Set('first second former latter one other'.split(' '));
/** Those who mean something by a word, or call something by it. */
export const MEANERS = new Set('doctors physicians we they people medics dermatologists specialists'.split(' '));
export const CALLING = new Set('call'.split(' '));
export const SPEAKING = new Set('speak talk'.split(' '));
/** Before a term they only say when or where: "after ischemia, …". */
export const SCENES = new Set('after before without despite'.split(' '));
/** Behind a name that only tells of what sort a test is. */
export const TEST_NOUNS = new Set(
  'test tests scan scans picture pictures film exam examination method technique'.split(' '),
);
