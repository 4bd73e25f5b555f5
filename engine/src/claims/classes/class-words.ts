/** Kinds and words that the readers of classes go by. */

export const CLASS_KINDS = new Set([
  'drug-class',
  'disease',
  'process',
  'cause',
  'complication',
  'sign',
  'type',
  'form',
  'organism',
  'protein',
  'lab-finding',
]);
export const SUBJECT_KINDS = new Set([
  'drug',
  'drug-class',
  'disease',
  'type',
  'form',
  'process',
  'lab-finding',
  'substance',
  'sign',
  'procedure',
  'imaging',
]);
export const CLASSIFIES = new Set(
  'class classes list lists place places rank ranks file files see sees treat treats view views describe describes label labels classify classifies regard regards consider considers call calls count counts'.split(
    ' ',
  ),
);
export const PREPOSITIONS = new Set(
  'of for in with to from by on at against about like than as under after before during'.split(' '),
);
export const LEADS_ON = new Set(
  'branch offshoot part division subdivision version case type types kind kinds form forms sort sorts class classes family group category member members example examples one some variety subtype subform subgroup subclass belong belongs considered known classed classified regarded thought said called described to as of be'.split(
    ' ',
  ),
);
export const KIND_OF = new Set('of to as be by'.split(' '));
export const STOPS_NOUN_PHRASE = new Set(
  'block blocks inhibit inhibits contain contains taking having using getting receiving whose where like of for in with to from by on at against about than as under after before during and or but that which who can may might will must should is are was were has have had not used useful given taken help helps treat treats when if because caused linked associated related common known likely due seen found more most'
    .split(' ')
    .filter((word) => !['most', 'more', 'known', 'used', 'common'].includes(word)),
);
export const STOPS_LIST = new Set(
  'can may might will must should is are was were has have had that which who help helps in for to with if when because work works have also'.split(
    ' ',
  ),
);
export const CLOSES_APPOSITION = new Set(', . ; ) – — - that which used for'.split(' '));
export const QUALIFIES = new Set(
  'like such similar related of to in by from into inside under between once twice everyone taken given made with at on against'.split(
    ' ',
  ),
);
/** Beside a member of a class in a list: "amlodipine and its newer cousin, lercanidipine". */
export const BESIDE_MEMBER = new Set(
  'the a an e g also its his newer older related cousin cousins relative relatives brother sister sibling plus even most sometimes later now lately well as more recently finally'.split(
    ' ',
  ),
);
/** Before a class and a colon: its members follow. */
export const ANNOUNCES = new Set(
  'are were these following all several include includes namely examples members representatives'.split(' '),
);
export const GIVES_OPINION = new Set('the my our we i he she they most many everyone you doctors your'.split(' '));
/** "is in truth a statin", "is at heart a vitamin". */
export const IN_TRUTH = new Set('truth fact reality essence effect heart rights course nature'.split(' '));
/** Questions about a medicine that do not ask what it is. */
export const ASKS_OTHERWISE = new Set(
  'from protects protect settles eases need needs taken given difference compare not except interact interacts avoid with instead than replace replaces replaced like before after against treat treats treated for goes'.split(
    ' ',
  ),
);
/** Behind a class, a mark and one of these, its usual member follows: "a bone medicine, usually alendronate". */
export const USUALLY = new Set('usually mostly often typically commonly chiefly mainly generally normally'.split(' '));
/** Orders and warnings that may stand behind a label: "Warfarin: check antibiotics". */
export const WARNS = new Set('check avoid stop no not ask see watch mind mention tell beware never take'.split(' '));
/** Between the members in brackets: "(pamidronate by drip, say, or verapamil by mouth)". */
export const BESIDE_IN_BRACKETS = new Set(
  'by mouth drip infusion injection tablet tablets into a the vein daily weekly once twice mg say for instance example usually mostly often in first place above all most likely perhaps as rule cases then later next'.split(
    ' ',
  ),
);
/** Before a class: there are more of it than those that were named. */
export const OTHERS = new Set('other another similar further like related comparable remaining additional'.split(' '));
export const BEFORE_OTHERS = new Set('the some any all most many various several'.split(' '));
export const SEVERAL_AT_ONCE = [
  'at once',
  'all at once',
  'at one and the same time',
  'at the same time',
  'both',
  ...['two', 'three', 'several', 'many'].flatMap((count) => [`${count} things in one :`, `${count} things at once :`]),
].map((phrase) => phrase.split(' '));
export const USED = new Set(
  'used given prescribed stocked kept available listed taken offered handed shown named mentioned'.split(' '),
);
export const LACKS = new Set('lacks lack lacked needs need needed misses wants want wanted'.split(' '));
