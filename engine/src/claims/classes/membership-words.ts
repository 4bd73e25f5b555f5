import { NUMBERS } from '../sentences/lexicon.js';

/** The words that put a thing among the things of a class; grammar, not medicine. */

export const PLACING = new Set(
  'belonging listed list lists filed file files placed place places grouped group groups classed ranked rank ranks sorted sort put puts entered indexed booked shelved stored kept stands stand sits sit appears appear figures figure comes come falls fall goes go belongs belong numbered lumped counts count counted sorts subsumed reckoned included found tucked assigned allotted allocated'.split(
    ' ',
  ),
);
export const INTO = new Set('under among amongst towards toward into within in with to as beneath below'.split(' '));
export const BEFORE_GROUP = new Set(
  'the a an our their one of all same heading headings name label rubric chapter section title large small big old broad so called " “ ” ‘ ’ \' member members example examples other'.split(
    ' ',
  ),
);
export const GROUPS = new Set(
  'class classes group groups family families category categories type kind sort heading chapter section rubric stable stock camp league clan tribe drug medicine'.split(
    ' ',
  ),
);
export const COVERS = new Set(
  'covers cover includes include comprises comprise embraces embrace contains contain holds encompasses encompass counts numbers members'.split(
    ' ',
  ),
);
export const FOUND = new Set(
  'find finds list lists come comes fall falls belong belongs go goes is are stands stand appear appears figure'.split(
    ' ',
  ),
);
export const OF = new Set('of from in within'.split(' '));
export const MEDICINES = new Set(
  'drug drugs medicine medicines medication tablet tablets capsule pill agent preparation product one representative member example injection substance'.split(
    ' ',
  ),
);
export const COMES = new Set('comes come hails hail stems stem is are being'.split(' '));
export const ARE = new Set('are were belong count'.split(' '));
export const LINE_MARKS = new Set([':', '–', '—', '=']);
export const LINE_LABELS = new Set(
  'class drug group family type kind of medicine medication pharmacological therapeutic what it is this substance category sort'.split(
    ' ',
  ),
);
export const ORDINALS = new Set(
  'other others another first second third one better best newer older former latter last'.split(' '),
);
export const BESIDE_ORDINAL = new Set(
  'the a by far known used studied tried choice more most drug medicine option of these them two yet still and only'.split(
    ' ',
  ),
);
export const COUNTED = new Set([...Object.keys(NUMBERS), 'several', 'few', 'some', 'many', 'couple', '2', '3', '4']);
export const BEFORE_NO_SUBJECT = new Set(
  'of for with without than like unlike about against on to from taking after before'.split(' '),
);
export const STOPS_MEMBERS = new Set(
  '; : . ( but not except while whereas for is are was were can may which who because on of about with from against to'.split(
    ' ',
  ),
);
/** Words that set a thing beside a class and do not put it there. */
export const APART = new Set(
  'than unlike versus instead rather interact interacts interaction avoid stopped replaced replaces switch switched combined alongside compared comparison before after mix mixed confused wrongly once if whether should'.split(
    ' ',
  ),
);
