/** Words by which a case is told and given a type: a patient, a lump, a situation, and what somebody calls it. */

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** What stands for the case: "this", "mine", "her lumps". */
export const POINTS = words(
  'this that it they these those such here mine hers theirs ours yours his her my our your their what i she he we',
);
/** What is given a type: lumps, and those who have them. */
export const LUMPS = words(
  'plate sheet stone lump lumps bump bumps nodule nodules deposit deposits plaque plaques papule papules mass masses lesion lesions calcification calcifications calcinosis calcium chalk stones pebbles case patient patients picture finding findings situation condition disease illness sheets plates swelling swellings constellation',
);
/** Verbs between what stands for the case and its type. */
export const TAKES = words(
  'is are was were be been being represents represent represented belongs belong belonged counts count counted makes make made constitutes constitute constituted illustrates illustrate exemplifies exemplify spells means meant equals ranks rank falls fall fell fits fit comes come goes go qualifies qualify amounts have has had got developed develops remains remain turned turns proved proves indicates indicate signals signal suggests',
);
/** Verbs of those who give a type. */
export const JUDGES = words(
  'consider considers considered file files filed classify classifies classified class classes classed diagnose diagnoses diagnosed diagnosing conclude concludes concluded speak speaks spoke speaking think call calls called calling record records recorded recording put puts label labels labeled labelled write writes wrote written note notes noted enter enters entered list lists listed regard regards regarded interpret interprets interpreted rate rates rated assign assigns assigned settle settled settles decide decided agree agreed name names named term terms termed place places placed sort sorts sorted count counts group groups grouped describe describes described categorize categorized categorise categorised identify identified recognize recognized say says said tick ticked ticks code coded codes read reads see sees view views viewed explain explained explains confirm confirmed confirms document documented documents',
);
/** Words that may stand between such a verb and the type. */
export const BETWEEN = words(
  'the a an one of as under to into in among with by for on from at about kind kinds type types form forms case cases example examples instance instances picture clear clearcut classic classical textbook typical typically pure plain plainly simply therefore thus then hence so clearly obviously rightly best put down filed recorded classed classified counted called named termed labeled labelled entered booked listed regarded seen described considered judged diagnosed what doctors dermatologists rheumatologists people books textbooks call name them it this that these those is are be was were us our my your her his their own definition heading category group drawer box column box be should must can all correct right exact proper full medical technical word words term terms name diagnosis label clearly quite surely certainly definitely undoubtedly evidently naturally accordingly consequently consistent well just also-called so-called known being due prime perfect good further first-rate i we you she he they have has had got mine hers theirs ours yours out both here now today finally eventually meanwhile patient report chart file files letter register and " “ ” ‘ ’ \' * _ , there',
);
/** Labels of lines that give a type. */
export const LABELS = words(
  'diagnosis dx impression imp conclusion answer type classification verdict assessment summary result solution finding category form final kind explained informed coded code told teaching letter notes note plan a answers correct correctly',
);
/** Behind a type that stands alone in a note: "Metastatic calcinosis explained to family." */
export const NOTED = words(
  'explained discussed diagnosed noted documented confirmed recorded entered coded written to with family patient parents mother father relatives in report chart file notes form register the and . type form kind on discharge letter leaflet given by doctor',
);
/** Near the type they leave it open, deny it, take it back, or make it somebody's error. */
export const UNSETTLED = words(
  'may might could can if unless whether possible possibly probable probably likely maybe perhaps suspect suspected suspects suspicion fear feared fears worry worried worries first initially once formerly originally previously earlier early wrongly mistakenly mistaken mistake wrong falsely erroneously incorrectly incorrect unlike than rather instead versus vs or nor neither not never no nothing nobody none cannot differ differs excluded exclude excludes ruled rule unlikely against misdiagnosed misdiagnosis misfiled misread misnamed believed assumed assume guess guessed expected hoped hope tempting tempted temptation risk prevent prevents treat treats treated question ask asked asks before until another other others else some sometimes somebody someone anyone similar resemble resembles resembled confuse confused confusing mimic mimics mimicked consider-ruling doubt doubtful doubts unclear besides previous old former working provisional differential exam query queried would-have nearly almost hardly seldom rarely without misleading misleadingly unfortunately error slip typo crossed corrected correction corrects struck draft drafted rejected only briefly temporarily refuse refused quarrel argue argued disagree disagreed disputed debate',
);
/** Persons beside the one of whom the case is told. */
export const KIN = words(
  'mother father mum mom dad brother sister aunt uncle cousin grandmother grandfather grandma grandpa wife husband son daughter twin niece nephew partner friend neighbor neighbour',
);
/** Another case begins, or two are told side by side. */
export const OTHER_CASES = words(
  'another other others second third latter former respectively unlike whereas elsewhere separate different differently unrelated besides controls control relatives',
);
/** What is told there is not of the case: it was looked for, is only possible, or is told of what might be. */
export const NOT_OF_CASE = words(
  'if whether ruled excluded exclude rule excluding unless suspected possible feared risk would should family unlikely differential against asked ask wondered wonder until absence absent negative unrelated prevent avoid lack like example instead rather than keep keeps balance regulate regulates control alter alters affect affects change changes',
);
/** What a treatment does for the lumps, or how there is none: nothing about where they come from. */
export const OF_TREATMENT = words(
  'help helps helped work works worked needed necessary need needs available exists known cure cures shrinks shrink shrank improved effective required planned wanted wants advised changed change changes proved so far yet reliably dissolves clears cleared heals stops removes',
);
/** What is named beside them was looked at, and need not be amiss. */
export const LOOKED_AT = words('tested measured checked determined monitored tests test levels');
/** What is told there may only happen. */
export const ONLY_POSSIBLE = words('may might could possibly perhaps');
/** They tie what was done to the place of the lumps: "where the drip leaked", "after the injections". */
export const LINKS = words(
  'leak leaked leaks leaking leakage ran run runs missed seeped spilled escaped where site sites spot after followed following follow follows vein came left caused from brought due stayed remained forgotten retained inside there around exactly electrodes electrode paste dressing',
);
/** Care as everybody has it, which by itself brings no lumps about. */
export const ORDINARY = words(
  'treatment treatments therapy therapies care medicine medicines medication medications procedure procedures doctor doctors hospital surgeon surgeons nurse nurses drug drugs by from of the a at in injection injections infusion infusions drip drips needle team physician physicians surgery operation operations transplant dialysis',
);
/** Those who notice or tell of lumps need not have them: "her mother noticed". */
export const OBSERVES = words(
  'noticed saw sees brought brings wrote writes says said asked asks found finds told tells came comes called thinks thought wants wanted reports reported',
);
/** Labels of the reasons that stand behind a type. */
export const REASONS = words(
  'reason reasons because why findings grounds evidence basis background cause causes history',
);
