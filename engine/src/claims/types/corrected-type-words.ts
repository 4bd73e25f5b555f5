/** Words that the reader of corrections goes by. Grammar, not medicine. */

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/u));

/** One of them tells that something is put right. */
export const PUTS_RIGHT = words(
  'no nope but typo misprint wrong false untrue mistaken mistake error fact actually truth reality apologize apologise apologies apology sorry correction correct corrected change changed replace should instead rather really meant means matter',
);
/** All that a correction may say besides the type. */
export const WORDS_OF_CORRECTION = words(
  `no nope so wrong false untrue fact actually rather really in truth reality right correct corrected correction
  error errors mistake mistaken they are he she i we you is was were it its that this these those which who the a an
  type kind form one sort variety word term name label adjective diagnosis be been being have has had should can may
  follow follows come comes result results from after does do did named called read say says said meant means mean mentioned written
  please change changed replace to into by with for here there apologize apologise apologies apology sorry
  our my their your his her of but instead only known as properly rightly correctly now holds true goes applies
  matter case deposits lumps belongs belong under speak speaks then therefore hence and as it's that's again much
  too simply must let us put call calls lead leads led leading bring brings cause causes type types typo misprint misprinted there wherever stands printed page line issue slip mix up mix-up mixed got`,
);
/** Behind them stands what somebody said. */
export const REPORTS = words(
  `say says said told tell tells believe believed believes think thinks thought claim claims claimed state states stated write
  writes wrote written read reads heard hear hold holds held blame blamed blames list lists listed speak speaks spoke call
  calls called insist insists insisted learned learnt assume assumed assumes taught suggests suggested mentions mentioned argued
  argues maintains reported reports myth put that`,
);
/** All that the corrected sentence may say besides the type and what is told of it. */
export const WORDS_OF_ORIGIN = words(
  `the a an of in is are was were be been being can may could might should do does did to from after by with as for at on
  it its that this these those which you your one people patient patients get gets got give gives given call called calls
  named termed word term name known due because cause causes caused causing lead leads led leading bring brings brought about
  result results resulting arise arises arising arisen follow follows followed following come comes came coming go goes back
  trace traced blame blamed blames behind seen found find develop develops developed form forms formed start starts started
  set off trigger triggers triggered produce produces produced make makes made linked tied count counts counted belong belongs
  under classed filed listed attributed put down stem stems origin source reason reasons lies lie stands stand type kind
  sort variety deposits deposit lumps lump calcium skin cutis blood shows show has have had when where if nothing it's
  consequence happen happens true false also usually typically often explain explains explained account accounts labelled labeled
  nothing some every matter i we they he she hear hears heard think thinks`,
);
/** A fact that stands beside a myth. */
export const LABELS_OF_FACTS = words('fact truth true reality right correct no false wrong untrue');
/** In the next sentence they take back what was put right. */
export const TAKES_BACK = words('wrong mistaken false untrue no not nonsense joke kidding joking');
