/** Words around a statement whose words may stand anywhere in a clause: what denies it, leaves it open, carries it on. */

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

export const IS_AWAY = words(
  'lacking missing absent deficient lacks deficiency shortage low scarce falls drops blocked antagonist antagonists blocker blockers inhibitor inhibitors analog analogue analogs analogues resistance',
);
export const EXCEPTS = words('unless without');
export const OTHER_ONES = words('other another different some separate');
export const NAMES = words('name word term hand words names');
export const WISHES = words('want wish need like wonder');
export const MODALS = words('may might could would should together along');
export const CONDITIONAL = words('when whenever if where once unless until one another others last second third');
export const BODY = words('blood calcium phosphate kidneys phosphorus');
export const BEFORE_BODY = words('the and so then your their his her my also yet but serum in at labs : , –');
export const IS = words('is are was were which that what');
export const SAME_THING = words('it they there normal usual needed before is');
export const RESULTS = words('so thus therefore hence consequently thereby');
export const SCENES = words('with without after before on in during by at for under while among');
export const JOINS = words('and or plus nor');
export const ASIDES = words('in with for of by on from');
export const FINITE = words('is are was were has have had can may might will would must should do does did');
/** They leave open what is said: it is compared, or said of some cases only. */
export const COMPARES = words(
  'together along secondary tertiary primary second third another different separate else other otherwise would should some sometimes occasionally rarely seldom few unless if whether even instead rather unlike than versus vs neither once formerly mimic mimics resemble resembles like similar confused mistaken apart except besides beyond excluding exclude supposed supposedly allegedly',
);
/** The same, and what says that it may be so. */
export const MAY_BE_SO: ReadonlySet<string> = new Set([
  ...COMPARES,
  ...'may might could begin begins began starts started initially first poor wrong unsuited unsuitable'.split(' '),
]);
/** The same, where "also" may add to what holds. */
export const LEAVES_OPEN: ReadonlySet<string> = new Set([...MAY_BE_SO, 'also']);
export const OPENS_PART = words(', and but');
export const ITS = words('it they its their them itself');
export const POINTS = words('this these that those the such said our');
export const AFFIRMED = words('only doubt longer wonder matter just surprisingly');
export const TAKES_AWAY = words(
  'counterpart akin cousin sibling sister twin before break breaks breaking destroy destroys destroying degrade degrades little lack lacks lacking without shortage deficiency deficient stopping stop stopped stops low lower less absence missing withdrawal blocking blocks block blocked loss against unlike than not besides versus like treating treatment treat treats treated cure removal removing remove resistance resistant opposing opposes antagonist antagonists inhibiting inhibits inhibitor suppresses suppressing except under too',
);
export const LEADS_TO = words(
  'under thanks on sits lies our stain because lab laboratory measures measure orders order ordered request requests need needs you your doctor we they test tests level right one ask asks do does , this result condition called that the a an hormone protein molecule vitamin called named known as of by is was are what who which from it that does role job task work function comes to come about through in small for - : – — , ( “ " *',
);
export const ACTS = words(
  'check checks checked measure measures measured test tests tested use uses used give gives given take takes taken explain explains compare compares see sees block blocks need needs contain contains act acts',
);
