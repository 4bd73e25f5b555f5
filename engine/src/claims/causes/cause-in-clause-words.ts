/** Words that the reader of a cause and a type in one clause goes by. Grammar, not medicine. */

export const EFFECTS = new Set(
  'cause causes causing lead leads leading result results produce produces bring brings complicated followed end ends damage damages leave leaves'.split(
    ' ',
  ),
);
/** Before a cause that is a noun: "its usual cause is …". */
export const BEFORE_NOUN = new Set(
  'its the a usual main common chief leading whose known frequent likely typical first one most of no'.split(' '),
);
export const OPENS_CONDITION = new Set(
  'when whenever if once as because since after in with where wherever'.split(' '),
);
export const CARRIED = new Set('it its them their this these'.split(' '));
export const COMES_OF = new Set(
  'after from by due to follows followed following because cause causes behind comes : → = ('.split(' '),
);
export const PARTS = new Set(': — –'.split(' '));
export const LEAKS = new Set('leaked leaks leak leaking ran run runs seeped oozed slipped'.split(' '));
export const FEELS = new Set('felt feel feels'.split(' '));
export const HAS = new Set('has have with many several'.split(' '));
export const LEADS_BACK = new Set('it them this these'.split(' '));
export const OF_PEOPLE = new Set(['disease', 'cause']);
export const STRONG = new Set(
  'explains explained blame fault responsible culprit culprits triggers triggered trigger provokes provoked stems springs sprang sprung source sources origin root roots reason reasons underlies underlie bottom behind blamed'.split(
    ' ',
  ),
);
export const OTHERS = new Set('another other others'.split(' '));
/** Words that hold a cause and a type apart, speak of care, of people with several things, or leave it open. */
export const APART = new Set(
  'removal removed remove removing contradiction left leaves leave running alone besides scan than unlike versus vs differ differs differed different distinguish distinguishes distinguished exclude excludes excluded excluding exclusion rule ruled rules mimic mimics resemble resembles confused check checked checks tested testing screen screened look looks looking looked vain sought searched also too whether sometimes rarely treat treats treated treating treatment treatments therapy surgery both away against unlikely before until prevent prevents avoid instead rather separate apart absent lack lacks lacking history drug drugs medicine medicines used tried given prescribed like similar same first initially later turned turns proved proves consider considered suspect suspected once question argue argued argues despite although though even spare spares spared except exception beyond alongside besides meanwhile contrast opposed compare compared comparison'.split(
    ' ',
  ),
);
export const BRINGS = new Set(
  'bring brings lead leads cause causes produce listed counted count counts belong placed put grouped named known behind result results make give trigger causing'.split(
    ' ',
  ),
);
/** An order that a condition goes with: "Tick “iatrogenic” if …". */
export const IMPERATIVES = new Set('tick choose call write pick code think speak say use put select enter'.split(' '));
export const LINE_LABELS = new Set(
  'cause causes trigger triggers origin background setting due to typical examples example seen in underlying disease condition usual main common brought on by behind it'.split(
    ' ',
  ),
);
export const FEEDS = new Set(
  'feed feeds cause causes explain explains trigger triggers produce produces behind underlie underlies set sets bring brings provoke provokes for to of'.split(
    ' ',
  ),
);
export const JOINS = new Set('and or & plus'.split(' '));
/** Words of cause, of setting and of frequency; with one of them a clause without a type speaks of where it comes from. */
export const LINKS = new Set(
  'driven due from after cause causes caused source origin root roots background backgrounds setting behind trigger triggers triggered reason reasons culprit culprits owe owes owed back come comes springs stems typical typically mostly mainly chiefly usually seen found strikes affects follows follow born product result results fault work thank blame explains explained brought brings produced leads led made provoked starts begins arises arise develops appears belongs belong hallmark companion accompanies grows rooted fed feed underlie underlies explain trigger produce set sets bring provoke fuelled fueled feeds traced linked tied of with in to by'.split(
    ' ',
  ),
);

/** Nouns for a cause; with no type behind them they are of the one that the text is about. */
export const CAUSE_OF_TOPIC = new Set('culprit culprits trigger triggers cause causes'.split(' '));
