/**
 * The plain words that statements about blood levels, tissue, unknown causes and care are made of, by what they are in
 * the sentence. English, not medicine: which of it holds of which type is in the terminology.
 */

export type SignKind =
  | 'calcium'
  | 'phosphate'
  | 'minerals'
  | 'report'
  | 'level-noun'
  | 'blood'
  | 'high'
  | 'low'
  | 'normal'
  | 'abnormal'
  | 'tissue'
  | 'site'
  | 'damaged'
  | 'damage'
  | 'sound'
  | 'cause'
  | 'causing'
  | 'unknown'
  | 'unprompted'
  | 'known'
  | 'care'
  | 'carer'
  | 'result'
  | 'not'
  | 'excludes'
  | 'hedge'
  | 'absolute'
  | 'apart'
  | 'eaten'
  | 'earlier'
  | 'beside'
  | 'effect'
  | 'needs'
  | 'most'
  | 'least'
  | 'common'
  | 'filler';

const WORDS: Readonly<Record<SignKind, string>> = {
  calcium: 'calcium|ca',
  phosphate: 'phosphate|phosphates|phosphorus|phosphor|po4|phos',
  minerals: 'mineral|minerals|electrolyte|electrolytes|calcium phosphate product',
  report:
    'labs|lab|laboratory|lab values|lab results|lab tests|laboratory values|laboratory results|laboratory tests|bloods|bloodwork|chemistry|chemistries|biochemistry|blood test|blood tests|blood work|blood values|blood results|blood levels|blood level|blood picture|blood count|serum levels|serum values|serum level|mineral panel|metabolic panel|blood panel|blood chemistry|mineral metabolism|mineral balance|mineral levels',
  'level-noun':
    'level|levels|amount|amounts|concentration|concentrations|value|values|quantity|quantities|content|reading|readings|figure|figures|numbers|results|tests|test|balance|metabolism|homeostasis|regulation|product|panel|handling|household|turnover|supply',
  blood: 'blood|serum|plasma|bloodstream|circulation|circulating|circulates|circulate|blood stream',
  high: 'twice the upper|twice the normal|twice the limit|twice what it should be|twice as high|double the normal|double the upper|three times the upper|three times the normal|high|higher|highest|raised|elevated|elevation|elevations|increased|increase|increases|rise|rises|rising|rose|risen|climb|climbs|climbed|climbing|soar|soars|soared|soaring|shoot up|shoots up|shot up|goes up|go up|beyond the|far beyond|went up|gone up|up|surplus|excess|excessive|excesses|overload|overloaded|overabundance|overabundant|glut|flood|floods|flooded|awash|swims in|swim in|swimming in|brims|brimming|oversupply|oversupplied|oversaturated|supersaturated|exceed|exceeds|exceeded|exceeding|above|over the|past the upper|more|too much|too many|too high|too great|too large|more than normal|more than usual|more than it should|more than they should|surges|surge|surged|spike|spikes|spiked|spiking|mounts|piles up|pile up|builds up in the blood|build up in the blood|doubled|through the roof|sky high|plenty of|abundant|abundance|an abundance|abnormally large|abnormally high|pathologically high|unusually high|will not come down|refuses to come down|stubbornly high|runs away|out of hand|↑|↑↑|↑↑↑',
  low: 'low|lower|lowered|lowest|decreased|reduced|falls|fall|fell|fallen|drops|dropped|deficient|deficiency|lack of|less|short of|runs short of|run short of|out of the blood|depleted of|too little|below|too low|↓|↓↓',
  normal:
    'normal|normally|unchanged|unremarkable|regular|fine|ok|okay|right amounts|right amount|right level|right levels|correct|proper|usual level|usual levels|usual|healthy|stable|steady|balanced|in balance|in range|in order|in perfect order|in good order|within range|within limits|within normal|within normal limits|within the normal|within the normal range|within the reference|inside the|inside the reference range|inside the normal range|wnl|nl|physiological|physiologic|unaltered|undisturbed|unaffected|untouched|intact|unimpaired|undistorted|as they should be|as it should be|what they should be|what it should be|where they ought to be|as they ought to be|where they belong|where it belongs|where they should be|where it should be|good|perfect|perfectly normal|average|ordinary|textbook normal|normality|not remarkable|negative|clean|kept|maintained|preserved|unexceptional|nothing special|spotless|flawless|held steady|spot on|reveals nothing|reveal nothing|shows nothing|show nothing|unrevealing|no trace|no mark|faultless|beyond reproach|without fault|inconspicuous|nothing out of the ordinary|without anything out of the ordinary|without any abnormality|without abnormality|nothing to remark|as normal as can be|as normal as anybody|as in anyone else|as in anybody else|as in everyone else|as in other people|as in healthy people|like anyone else|no different from anyone',
  abnormal:
    'abnormal|abnormally|abnormality|abnormalities|disturbed|disturbance|disturbances|altered|alteration|alterations|deranged|derangement|derangements|imbalance|imbalances|imbalanced|faulty|fault|disordered|unbalanced|upset|upsets|upsetting|off|deviate|deviates|deviating|deviation|deviations|out of balance|out of range|out of line|out of order|out of kilter|out of control|out of the normal|outside the|awry|haywire|wrong|unusual|changed|change|changes|affected|impaired|impairment|pathological|pathologic|anomalous|anomaly|anomalies|skewed|derailed|derailment|astray|broken|not right|dysregulated|dysregulation|irregular|irregularities|disorder|disorders|alter|alters|altering|disturb|disturbs|affect|affects|influence|influences|impair|impairs|derange|deranges|disrupts|disrupt|disrupted|disruption|unstable|worrying|bad|leave the normal|leaves the normal|stray from|strays from|strayed from|depart from the|departs from the|departs from its|depart from their|depart from its|strays from its|leaves its|leave their|leave the physiological|leaves the physiological|leave the reference|leaves the reference|amiss',
  tissue:
    'tissue|tissues|skin|fat|muscle|muscles|flesh|soft tissue|soft tissues|dermis|lungs|connective tissue|organ|organs|collagen|fibres|fibers|tendon|tendons',
  site: 'site|sites|spot|spots|area|areas|place|places|bed|structure|structures|cells|region|regions|ground|patch of skin|spots of skin|part|parts',
  damaged:
    'damaged|injured|inflamed|scarred|diseased|dying|dead|broken|wounded|harmed|hurt|unhealthy|traumatized|traumatised|burned|burnt|necrotic|degenerated|degenerating|devitalized|devitalised|sick|ill|worn|torn|bruised|destroyed|ruined|wrecked|unsound|impaired|altered|changed|abnormal|affected|wrong|lesioned|insulted|weakened|defective|battered|pathological|afflicted|compromised|ailing|decayed|decaying|disrupted|died|degenerate|lifeless|nonviable|in bad shape|in poor shape|not alive|rotten|past saving|mangled|sore|suffered|bad',
  damage:
    'damage|injury|injuries|trauma|traumas|harm|wound|wounds|scar|scars|lesion|lesions|inflammation|insult|insults|bruise|bruises|necrosis|breakdown|abnormality|abnormalities|scarring|destruction|defect|defects|burn|burns|alteration|alterations|degeneration|decay',
  sound:
    'free of injury|free of any injury|free from injury|free of damage|free of any damage|free of scars|normal|healthy|undamaged|intact|uninjured|sound|unharmed|unscarred|uninflamed|undiseased|unaffected|untouched|unhurt|fine|unscathed|perfect|unwounded|unbroken|undisturbed|pristine|well nourished|in perfect order|in good order|in order|unimpaired|unblemished|flawless|good condition|perfect condition|in good shape|in perfect shape|in top shape|in fine shape|in mint condition|virgin|unaltered|unchanged|well|faultless|blameless|ordinary|unspoiled|unspoilt|in good health|in perfect health|perfect health|viable|living|alive|good|nothing ever happened|nothing had ever happened|nothing had happened|never harmed|never hurt|never injured|never damaged|free of disease|vital|nothing has ever happened|nothing has happened',
  cause:
    'cause|causes|reason|reasons|trigger|triggers|origin|origins|explanation|explanations|source|sources|etiology|etiologies|aetiology|aetiologies|culprit|culprits|factor|factors|why|causation|causal factor|underlying disorder|underlying disease|underlying illness|underlying condition|root|background|what causes it|what makes it happen|where it comes from|where they come from|what brings it on|what sets it off|what is behind it|what lies behind it|how it comes about|how it arises|what triggers it|what goes before it|what goes before|what comes before it|what comes before|what stands behind it|what came before|what starts it|what brings it about|what set them off|what set it off|what caused them|what caused it|what brought it on|what brought them on|what triggered it|what triggered them|what causes them|what sets them off|what caused the lumps|what causes the lumps|what caused the deposits|what causes the deposits',
  causing:
    'brings on|bring on|brought on|sets off|set off|account for|accounts for|makes it happen|brings about|come about|comes about|came about|comes from|come from|happen|happens|triggered|caused|lies behind|link',
  unknown:
    'unknown|unclear|unexplained|obscure|undetermined|mystery|mysterious|hidden|unidentified|lacking|missing|elusive|in the dark|puzzle|puzzles|riddle|enigma|enigmatic|unsolved|uncertain|untraceable|inexplicable|a closed book|open question|still open|wanting|absent|unestablished|undiscovered|yet to be|remains to be|failed to|fail to|fails to|has eluded|eludes|no idea|no clue|empty handed|drew a blank|draw a blank|come up with nothing|came up with nothing|nothing turns up|nothing turned up|anyone guess|anybody guess|no answer|no explanation|no telling|no saying|no knowing|in vain|fruitless|draws a blank|to no avail|leads nowhere|at a loss|cannot tell|cannot say|baffled|nobody knows|no one knows|none can be found|none is known|none known|none found|none identified|none has been found|nothing that anyone can find|nothing that anybody can find|nothing anyone can find|nothing that can be found|nothing that doctors can find|nothing that one can find',
  unprompted:
    'nothing that anyone can find|nothing that anybody can find|nothing anyone can find|nothing anybody can find|nothing that can be found|nothing that doctors can find|spontaneously|spontaneous|cryptogenic|out of the blue|out of nowhere|for no reason|for no apparent reason|for no known reason|for no obvious reason|without reason|without a reason|without rhyme or reason|without cause|without a cause|without any cause|from nowhere|unprovoked|of their own accord|of its own accord|unexplained|inexplicably|inexplicable|of unknown cause|by chance alone|came about by itself|comes about by itself|arises by itself|appears by itself|develops by itself|just happens|just happen|simply happens|cannot be explained|defies explanation|defy explanation|for want of any known cause|for want of a cause|for want of any cause|for lack of a cause|for lack of any cause|for lack of any known cause|arises on its own|arise on their own|appears on its own|appear on their own|develops on its own|develop on their own|forms on its own|form on their own|comes about on its own|come about on their own',
  known:
    'known|found|determined|established|identified|understood|identifiable|apparent|obvious|detectable|named|explained|explain|worked out|pinned down|discovered|know|knows|find|finds|detected|recognized|recognised|traced|found out|figured out|discernible|evident|clear|recognizable|recognisable|ascertained|elucidated|clarified|demonstrated|proven|name|tell|say|discover|identify|pinpointed|single|offered|forthcoming|learn|learns|learned|learnt|find out|finds out',
  care: 'treatment|treatments|therapy|therapies|procedure|procedures|intervention|interventions|medical care|health care|healthcare|infusion|infusions|injection|injections|drip|drips|needle|needles|care|hospital|medical act|medical measure|medical measures|injected|therapeutic|iv|medical test|instruments',
  carer:
    'doctor|doctors|physician|physicians|nurse|nurses|surgeon|surgeons|medical personnel|medical staff|health workers|clinicians|medics|hospital staff|clinician',
  result:
    'result|results|consequence|complication|side effect|aftermath|aftereffect|outcome|product|caused|due to|induced|triggered|triggers|provoked|produced|produces|follows|following|related|to blame|culprit|source|brought about|bring about|brings about|made by|defines|comes from|come from|cause|causes|brought on|stems from|arises from|arises after|occurs after|develops after|appears after|attributable to|traced to|set off by|generated|=|at the hands of|handiwork|owed to|born of|resulting from|gone wrong|done by|results from|result from|caused by|triggered by|brought on by|arises from|set off by',
  not: 'not|no|never|neither|nor|cannot|without|hardly|scarcely|nothing|none|free of|free from|lacks|lack|lacking|absence of|absent|devoid of|spared|spares|escapes|nobody|instead of|rather than|contrary to|anything but|far from|minus|avoids|seldom|rarely|nowhere|no longer|ceased to|ceases to|stopped being|independent of',
  excludes:
    'excludes|exclude|doubt|doubts|doubted|excluded|queried|query|discarded|dismissed|dropped the|rules out|rule out|ruled out|speaks against|speak against|argues against|argue against|precludes|preclude|contradicts|contradict|disproves|incompatible|inconsistent|rules it out|mistake|mistaken|error|wrong|wrongly|unlikely|misconception|false|untrue|nonsense|myth',
  hedge:
    'may|might|could|can|not only|somebody|someone|anyone|even in|even if|even when|even with|even though|happens to|happen to|sometimes|occasionally|some|few|possibly|perhaps|possible|if|whether|unless|except|exception|exceptions|minority|or normal|or high|or low|once|at times|now and then|not all|not every|not always|not necessarily|seems|would|should|must be|check|checks|checked|test for|tested for|measure|measured|monitor|monitored|look for|looks for|assume|ask|asks|suspect|wonder',
  absolute:
    'only|always|just|enough|necessarily|sufficient|merely|simply|automatically|every|proof|prove|proves|guarantee|alone|by itself|often|usually|exactly|entirely|completely|fully|exact|precise|precisely|yet again|necessary|mean|means|differ|differs|different',
  apart: 'than|versus|vs|compared|comparison|like',
  eaten:
    'diet|diets|meal|meals|dietary|intake|supplement|supplements|food|foods|milk|dairy|eat|eats|eating|drink|drinking|tablet|tablets|urine|stool|stools|binder|binders|bone|bones|drug|drugs|medicine|medicines|swallow|taking|salts|salt|crystals|deposits|risk|kidney|kidneys|hormone|vitamin|salve|gluconate|chloride|carbonate|acetate|score|imaging|ct|resolution|pressure|sugar|cholesterol|count|counts|cells|doses|dose',
  earlier:
    'before|beforehand|was|were|had|already|previously|first|earlier|prior|once|been|came|old|previous|past|pre existing|preexisting|formerly|until then|preceding|initially|to begin with',
  beside:
    'removal|around|surrounding|adjacent|adjoining|neighbouring|neighboring|nearby|beside|remove|removes|removed|removing|cut|cuts|margin|margins|graft|grafts|heal|heals|healing|protect|protects|keep|keeps|treated|treatment|surgery|surgeon|surgeons|operation|healed|biopsy|dressing|ulcer|ulcers|risk|later|eventually|afterwards|infected|infection',
  effect:
    'causes|cause|causing|leads|lead|leading|leaves|leave|damages|destroys|becomes|become|turns|makes|make|produces|results|breaks|break|harms|injures|ulcerates|kills|inflames|irritates|complicated|presses|damaging|inflaming|resembles|mimics|triggers|grows|gets|ends',
  needs:
    'needs|need|requires|require|required|presupposes|presuppose|prerequisite|requirement|requirements|precedes|precede|preceded|depends on|depend on|follows|follow|following|after|because of|confined to|paves the way|forms in|form in|settle in|settles in|marks the beginning|starts with|start with|begins with|starts in|from|arises from|caused by|due to|results from|owes|condition for|precondition|premise|basis|trigger|triggered by|precipitated by|brought on by|set off by|goes back to|originates in|springs from|through|involves|with|wherever|left its mark|left their mark|left a mark|prepared the ground|prepares the ground',
  most: 'more so than any|more so than all|far ahead of the other|seen more than all other|seen the most|met the most|turns up the most|crops up the most|occurs the most|nine in ten|eight in ten|seven in ten|four in five|three in four|two in three|most common|commonest|most frequent|most frequently|most usual|most prevalent|most widespread|most often|leads the list|lead the list|tops the list|heads the list|top of the list|tops the table|the bulk|majority|lion share|lions share|number one|predominates|predominant|dominates|prevails|outnumbers|outnumber|outnumbering|more often than any|more often than all|more often than the|more common than any|more common than all|more common than the|more frequent than any|more frequent than all|as often as|as common as|as frequent as|usually see|usually meet|meet most|see most|encounter most|met most|seen most|in first place|first place|ranks first|comes first|front runner|most cases|leading type|leading form|leading kind|more cases than|the rule|most of all|most of the cases|largest share|greatest share|biggest share|most people|most patients|most sufferers|nine out of ten|eight out of ten|three quarters|two thirds|four fifths|almost all|nearly all|most likely to meet|most likely to see|most likely to encounter|typical patient|most frequent one|most common one|turns up more than any|turns up far more than any|crops up more than any|occurs more than any|occurs far more than any|seen more than any|seen far more than any|met more than any|met far more than any|encountered more than any|encountered far more than any|more cases than all|more patients than all|more patients than any',
  least:
    'hardly anybody has|hardly anyone has|next to nobody has|rarest|rare|rarer|uncommon|least common|least frequent|least often|rarely seen|seldom seen|infrequent|scarcest|a rarity|a rarity among the|last place|exceptional|less often than the other|less often than other|less often than any|less often than all|less common than the other|less common than other|less common than any|less frequent than the other|less frequent than any|less common than all|less frequent than all|rarer than all|only a handful|only a few|hardly anyone|hardly any|very few',
  common:
    'common|commonplace|everyday|frequent|widespread among|run of the mill|one in ten|ordinary occurrence|an everyday finding|everyday finding',
  filler:
    'makes up|make up|made up|making up|takes up|take up|taken up|ends up|end up|ended up|sets up|set up|follow up|grow up|grows up|grown up|look up|looks up|all|other|others|than it should be|than they should be|than it should|than they should|than it ought|than is healthy|than is good|any|either|nor|a|an|the|of|in|is|are|was|were|be|been|being|has|have|had|and|or|to|at|by|for|from|on|that|which|who|whose|it|they|them|their|its|his|her|my|your|our|this|these|those|both|also|too|very|quite|rather|often|usually|always|mostly|typically|generally|still|remain|remains|stay|stays|stayed|appear|appears|show|shows|shown|found|seen|comes|come|back|turn|turns|out|run|runs|entirely|perfectly|completely|fully|totally|wholly|absolutely|otherwise|persistently|clearly|markedly|slightly|well|far|way|much|so|as|with|within|range|limit|limits|reference|upper|end|side|total|corrected|person|people|patient|patients|those|body|whole|organism|there|here|then|where|when|while|because|since|during|through|throughout|into|mg|mmol|dl|l|affected|underlying|kind|type|form|place|leave|leaves|left|leaving|contain|contains|have|keep|itself|themselves|stand|stands|lie|lies|read|reads|measure|picture|can|will|we|you|one|do|does|did|again|though|even|about|any|local|own|ones|given|case|cases|under|between|look|looks|looked|get|got|become|became|go|goes|along|time|until|per|such|almost|nearly|some|more|most|each|common|main|typical|usual|perfectly|previous|previously|before|beforehand|earlier|prior|already|first|ever|just|only|apparently|truly|really|deep|calcium|site|level|levels|ion|ions|ionized|ionised|norm|threshold|ceiling|expected',
};

/** A sign: what the words that begin at some place are. One word may be several things; the reader knows which it needs. */
export interface Sign {
  readonly words: readonly string[];
  readonly kind: SignKind;
}

/** All signs by their first word, longer ones first. */
export const SIGNS: ReadonlyMap<string, readonly Sign[]> = signsByFirstWord();

function signsByFirstWord(): Map<string, Sign[]> {
  const byWord = new Map<string, Sign[]>();
  for (const [kind, phrases] of Object.entries(WORDS)) {
    for (const phrase of phrases.split('|')) {
      const words = phrase.split(' ');
      const known = byWord.get(words[0]!);
      const sign = { words, kind: kind as SignKind };
      if (known === undefined) byWord.set(words[0]!, [sign]);
      else known.push(sign);
    }
  }
  for (const signs of byWord.values()) signs.sort((a, b) => b.words.length - a.words.length);
  return byWord;
}

/** What a word can be in a statement about a state, one bit for each role. */
const ROLE_OF: Readonly<Partial<Record<SignKind, number>>> = {
  calcium: 1,
  phosphate: 1,
  minerals: 1,
  report: 1,
  blood: 1,
  'level-noun': 1,
  high: 2,
  low: 2,
  normal: 2,
  abnormal: 2,
  tissue: 4,
  site: 4,
  damaged: 8,
  sound: 8,
  damage: 16,
  cause: 32,
  causing: 32,
  unknown: 64,
  known: 64,
  not: 64,
  unprompted: 128,
  care: 256,
  carer: 256,
  result: 512,
  most: 1024,
  least: 1024,
  common: 1024,
};

/** The roles of a word, for every sign that it opens. */
export const ROLES: ReadonlyMap<string, number> = new Map(
  [...SIGNS].map(([word, signs]) => [word, signs.reduce((roles, { kind }) => roles | (ROLE_OF[kind] ?? 0), 0)]),
);

/** Roles that make a statement together. */
export const SUFFICIENT: readonly number[] = [1 | 2, 4 | 8, 16, 32 | 64, 128, 256 | 512, 1024];
