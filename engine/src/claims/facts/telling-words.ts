import { OTHER_SUBJECTS } from './meaning-words.js';

/** Words around a fact that is told in no particular frame: what denies it, leaves it open, or speaks of another thing. */

/** A part of a sentence ends here; what stands before it denies nothing behind it. */
export const ENDS_PART = new Set([':', ';', '–', '—', '(', '?']);
export const ENDS_DENIAL = new Set([
  'which',
  'that',
  'who',
  'whose',
  'where',
  ':',
  ';',
  '–',
  '—',
  '(',
  ')',
  '?',
  ',',
  '.',
  '!',
  'but',
  'and',
  'so',
  'because',
]);
/** Behind a comma they open a part with a subject of its own. */
export const GOES_ON = new Set(
  'it they this that these those the and but which who so in because its their yet'.split(' '),
);
/** Behind a negator: "not only", "nothing but", "no doubt". */
export const NOT_DENYING = new Set('only just merely simply but more less other short doubt wonder matter'.split(' '));
/** The statement is of some cases, of a comparison, or of another thing. */
export const OPEN = new Set(
  'another different separate otherwise else may might could would should sometimes occasionally unless if whether instead rather unlike than versus vs formerly once mimic mimics mimicked resemble resembles resembling similar confused confuse confusing mistaken mistake except besides beyond excluding exclude excludes rule ruled differs differ misread misreads wrongly incorrectly allegedly supposedly worry worries worried fear fears feared suspect suspects suspected believe believes believed wonder wonders wondered think thinks thought reminds remind overlap overlaps overlapping negative absent commoner rarer rare hardly seldom rarely scarcely unheard spares spared sparing also too'.split(
    ' ',
  ),
);
/** "What the idiopathic cases lack is any sign that …" */
export const LACKS = new Set('lack lacks lacked'.split(' '));
export const LEAVES = new Set('leave leaves leaving left'.split(' '));
export const ALONE = new Set('alone untouched out free intact unharmed unscathed peace clear'.split(' '));
/** "looks like a cancer", "bone-like" */
export const LIKE = new Set('like look looks looked feels feel seems seem as'.split(' '));
/** "is regarded as", "is known as": what it is. */
export const COUNTS = new Set(
  'regarded seen known classed counted considered described defined listed classified'.split(' '),
);
export const LOOKS = new Set('look looks looked'.split(' '));
export const LOOKED_INTO = new Set('at into inside for'.split(' '));
export const SHOWN = new Set(
  'shows show shown showing appears appear presents present presenting starts begins seen felt noticed found described known called defined counts given'.split(
    ' ',
  ),
);
/** Persons and tools by which a procedure does what it does: "A needle in the thumb is enough." */
export const BY_WHICH = new Set(
  'needle camera machine probe tube knife beam beams waves current magnet doctor doctors surgeon nurse technician lancet computer scanner device pulses light'.split(
    ' ',
  ),
);
export const TAKES_UP_LOOSELY = new Set(
  'its this these such their here it they you sore sores value values result'.split(' '),
);
export const LOOSE_KINDS = new Set<string>(['procedure', 'imaging', 'lab-test', 'lab-finding', 'symptom']);
export const DONE_KINDS = new Set<string>(['procedure', 'imaging']);
export const JOINS = new Set(['and', 'or']);
/** Before a part without a verb. */
export const APPENDS = new Set('but and yet'.split(' '));
export const NAMED = new Set('known called named termed'.split(' '));
export const DENIES_BEHIND = new Set(
  'than instead unlike versus spared sparing spares leaves leaving avoids'.split(' '),
);
/** Before a thing, that is not what the clause is about. */
export const SETS_ASIDE = new Set(
  'some few unlike than like versus vs not from against between mistaken confused resembles mimics besides beside without excluding exclude'.split(
    ' ',
  ),
);
export const NOT_CARRIED = new Set(
  'when where if another other others whether unlike after before until while former latter last'.split(' '),
);
export const ASIDES = new Set('in with for of from by to like unlike'.split(' '));
export const LABELS = new Set([':', '–', '—', '→', '=']);
export const CARRIES = new Set('it they this that these those'.split(' '));
/** Labels of what is said of any thing. */
export const ANY_LABEL = new Set(
  'a answer definition meaning means what cause causes origin nature kind class type note remember fact key summary short who where why how remember source site place places age sex usual typical main tip first second next finally also nb reason question q'.split(
    ' ',
  ),
);
/** Headers of columns that say what a thing is not. */
export const OTHER_HEADER =
  /\b(?:not|unlike|confused|mistaken|mimics?|resembles?|differs?|different|versus|myths?|wrong|instead|false|alternatives?|related|exclude[sd]?)\b/iu;
/** Before its subject, a verb that asks. */
export const ASKING = new Set('is are was were does do did can could will'.split(' '));
export const NAMES = new Set('word words name names term terms expression label'.split(' '));
/** Behind a value they open the thing that it belongs to. */
export const PAIRS = new Set('for with goes belongs in'.split(' '));
/** Behind "are" they tell where else a thing occurs. */
export const SEEN = new Set('seen found met known common rare'.split(' '));
/** Before a word for type they take up what was named. */
export const TAKING_UP = new Set('this that these such same the of its each which what , a sort kind'.split(' '));
export const OTHER_KINDS = new Set<string>([...OTHER_SUBJECTS, 'gene']);
export const SOME_DISEASE = new Set('disease disorder condition syndrome form'.split(' '));
export const SOME = new Set(['some', 'few']);
export const SOME_PEOPLE = new Set('people patients families persons children countries'.split(' '));
/** "after some hours": a time, and no part of the cases. */
export const SOME_TIME = new Set('time while hours minutes days weeks months years seconds'.split(' '));
/** What lets another thing in, or follows, is not what the thing is. */
export const LEADS_ON = new Set(
  'let lets lead leads leading invite invites risk prone complicate complicates complicated follow follows worsen worsens raises raise odds chance'.split(
    ' ',
  ),
);
/** What makes another thing likelier is not what the thing is. */
export const PRONE = new Set('prone risk susceptible odds chance likelier'.split(' '));
export const TREATS = new Set(
  'treat treats treating treatment treated cure cures curing after removal removing correcting surgery'.split(' '),
);
export const ORDINALS = new Set('first second third former latter'.split(' '));
export const MORE = new Set('more less'.split(' '));
export const OFTEN = new Set('common often frequent frequently likely usual'.split(' '));
export const TOO = new Set('too also'.split(' '));
/** Behind "too": of a degree, and not "also". */
export const DEGREES = new Set(
  'much many little few high low fast slow hard soft early late easily often big small'.split(' '),
);
export const ARTICLES = new Set(['a', 'an', 'the']);
export const DETERMINERS = new Set('a an the these those its their his her my your our of'.split(' '));
/** Before “to” or “of” they name another thing by this one. */
export const RELATED = new Set('counterpart twin cousin sister brother equivalent opposite'.split(' '));

/** A thing behind these is where something else is found. */
export const GOES_WITH = new Set('seen found met occurring'.split(' '));
export const STATES = new Set(['is', 'are', 'was', 'were']);
export const TAKES_ON = new Set(['it', 'they', 'this', 'these']);
