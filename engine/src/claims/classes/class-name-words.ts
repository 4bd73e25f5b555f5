/** The words by which a thing is named with its class; grammar, not medicine. */

function words(...phrases: string[]): (readonly string[])[] {
  return phrases.map((phrase) => phrase.split(' '));
}

/** "This time a beta blocker", "this week the antibiotic": the class is not what "this" points at. */
export const NOT_OF_CLASS = new Set('time week month year day morning evening a an the is was left means'.split(' '));
export const BEFORE_OTHER = new Set('other second new of is was and or'.split(' '));
export const DEFINED = new Set([
  'drug',
  'procedure',
  'imaging',
  'disease',
  'type',
  'form',
  'sign',
  'lab-finding',
  'process',
  'complication',
]);
export const DO = new Set(['do', 'are', 'have']);
export const ARTICLES = new Set(['a', 'an']);
export const BECAUSE_OF_BEING = words(
  'owing to its being',
  'because of its being',
  'due to its being',
  'thanks to its being',
  'on account of its being',
  'by virtue of its being',
  'by virtue of being',
);
export const SINGLING = new Set(
  'a an the another one other first second newer older this that my our her his your their'.split(' '),
);
export const MEDICINE_NOUNS = new Set(
  'drug drugs medicine medicines medication tablet tablets pill pills capsule product agent injection treatment cream ointment gel syrup spray drops'.split(
    ' ',
  ),
);
export const NAMED = words(
  'known as',
  'by the name of',
  'called',
  'named',
  'that is called',
  'that goes by',
  'going by the name of',
  'sold as',
  'marketed as',
  'namely',
  'that is',
);
export const NAMING_AFTER_COMMA = new Set(['namely', 'called', 'named', 'that']);
export const CLOSING_MARKS = new Set([',', '.', ';', ')', '–', '—']);
export const OPENS_PHRASE = new Set(
  'as used before without besides until when where if after with for in on besides under among given taken'.split(' '),
);
export const CLOSES_NAME = new Set(', . ; ) – — is was has came can may helps works'.split(' '));
export const LIKE_OTHERS = words(
  'like other',
  'like all other',
  'like any other',
  'like most other',
  'as with other',
  'like the other',
  'like all',
  'like any',
  'like every',
  'like each of the',
  'similarly to other',
  'similar to other',
  'along with other',
  'together with other',
  'in common with other',
  'as with all',
  'as with any',
  'as do other',
  'as other',
  'as all',
  'as all other',
  'in line with other',
  'the same as other',
  'just as other',
  'as all the other',
  'alongside other',
  'as any other',
);
export const OPENS_LIKE = new Set(LIKE_OTHERS.map(([first]) => first!));
export const INSERTED = words(
  'you know',
  'that is',
  'i mean',
  'namely',
  'by the way',
  'of course',
  'in fact',
  'i think',
  'as you know',
  'remember',
);
export const TAKERS = new Set('my our i we he she you they your his her their that most'.split(' '));
export const DOSE_WORDS = new Set(
  'mg mcg g ml iu units unit od bd bid tds tid qid qds qd prn daily weekly day week wk mg/wk / per once twice a sr er tablet tablets po iv sc nocte mane x in the morning evening night noon with each meal meals at before after bedtime food'.split(
    ' ',
  ),
);
/** Verbs that make a sentence of what looks like a bare name. */
export const FINITE = new Set(
  'is are was were has have had can may might will would should must does do did helps helped works worked makes cleared gave took'.split(
    ' ',
  ),
);
/** Verbs by which one medicine takes the place of another. */
export const EXCHANGES = /^(?:replac|switch|swap|swop|exchang|chang)/u;
export const INTRODUCES = new Set(['by', 'to', 'with', 'for', 'new']);
