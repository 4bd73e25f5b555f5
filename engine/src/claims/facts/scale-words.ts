/** Words for the ways that a level moves, and those around them. */

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

export const RISES = words('rise increase surge excess surplus elevation climb');
export const DROPS = words('drop fall decrease reduction shortage lack deficit decline dip deficiency');
/** "In response to a drop in calcium", "for want of", "to prevent a rise": what it follows, or goes against. */
export const ANSWERS = words(
  'response respond responds answer answers react reacts reaction to at upon after when against prevent prevents prevented preventing correct corrects follows following sense senses detect detects from by with because if signal treat treats not no without',
);
export const RAISES = words(
  'raise raises raising raised hike hikes hiking increase increases increasing elevate elevates elevating boost boosts boosting lift lifts lifting heighten heightens heightening',
);
export const LOWERS = words(
  'lower lowers lowering drain drains draining deplete depletes depleting reduce reduces reducing decrease decreases decreasing depress depresses depressing diminish diminishes lessen lessens cut cuts cutting',
);
export const MOVES = words(
  'drag drags dragging dragged haul hauls hauling tug tugs nudge nudges knock knocks knocking tip tips whip whips shove shoves steer steers turn turns kick kicks leave leaves drive drives driving drove push pushes pushing pushed put puts putting bring brings bringing brought send sends sending pull pulls pulling pulled take takes keep keeps press presses force forces forcing move moves let lets make makes making made cause causes causing get gets',
);
export const UP = words('up upwards upward higher high');
export const DOWN = words('down downwards downward lower low');
export const CLIMBS = words(
  'spike spikes spiked surge surges surged skyrocket skyrockets skyrocketed jump jumps jumped rise rises rising rose risen climb climbs climbing climbed soar soars mount mounts increase increases accumulate accumulates builds build piles pile',
);
export const SINKS = words(
  'drain drains plunge plunges plunged tumble tumbles tumbled dip dips dipped crash crashes crashed slump slumps fall falls falling fell fallen drop drops dropping dropped sink sinks sinking sank decline declines declining decrease decreases plummet plummets dwindle dwindles shrink shrinks',
);
export const LEFT_OPEN = words('may might can could also sometimes often not never too either would should only');
export const GOES = words(
  'comes come came shoots runs run ran creeps heads goes go going went gets get moves move shoots shoot drifts drift',
);
export const HIGH = words('high higher raised elevated increased excessive abundant');
export const LOW = words('low lower lowered reduced decreased deficient short scarce');
export const BEFORE_VERBS = words('to will can may might must should would could help helps does and not');
export const COPULAS = words('is was runs');
export const FORCES = words(
  'much excess excessive giving taking adding dose doses overdose overdoses surplus by using tablet tablets',
);
export const STOPS = words(
  'and or but which that who when if while because after before until than though although unless not',
);
export const CONDITIONS = words(
  'when if once whenever because after until unless before as since while where whether case',
);
/** Behind the name of a mineral they make it part of another thing. */
export const NOT_AMOUNTS = words(
  'influx entry deposit deposits deposition intake absorption uptake excretion loss losses salt salts supplement supplements supplementation channel channels crystal crystals buildup binding binder binders entry phosphate carbonate acetate gluconate chloride citrate pyrophosphate oxalate lumps lump nodules score metabolism balance sensing receptor receptors diet rich needs',
);
export const ELSEWHERE = words(
  'urine diet food foods gut bowel intestine intestines stool tissue tissues skin vessel vessels artery arteries kidney kidneys joints bone bones cells cell milk meals lumps wall walls urinary lump deposit deposits teeth',
);
export const COMES_OF = words('so thus therefore hence consequently thereby result then and it this they its');
export const GONE = new Set('cut destroyed degraded lost gone missing lacking absent inactive blocked'.split(' '));
