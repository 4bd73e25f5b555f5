/**
 * The English by which a sentence says something of another thing, of one case, or of what is not so, although it names
 * the thing and the value. Grammar, not medicine. Each group holds alternatives of a regular expression, in small
 * letters; what they are asked of is in small letters, too.
 */

/** The statement is kept from being so: "keeps the kidneys from holding on to it". */
const KEEPS = 'keeps?|keeping|stops?|stopping|prevents?|preventing|hinders?|blocks?|holds?';
export const KEPT_FROM = within(`(?:${KEEPS}) [^.;:]{0,60}?\\bfrom (?:\\p{L}+ ){0,1}?\\p{L}+ing`);
/** "keeps … in check", behind a word that keeps. */
export const KEEPING = within('keep|keeps|keeping|kept|hold|holds|holding');
export const HELD_DOWN =
  /^ [^.;:,]{0,25}\b(?:in check|at bay|under control|in balance|in range|within [\p{L} ]{0,12}(?:range|limits|bounds)|down|low|away)\b/u;

export const HELD_IN = within('in check', 'in balance', 'in range', 'within bounds');
/** Between a thing and a value: the value is what it is not, not for, or not any longer. */
export const NO_MEASURE = within(
  '(?:wrong|poor|bad|useless|unsuitable|unreliable|misleading) (?:test|guide|measure|marker|sign|clue|index|gauge|mirror|tool|choice|way|picture|window)s? (?:for|of|to|on|as)',
);
export const TELLS_LITTLE = within(
  '(?:tells?|says?|shows?|reveals?|reflects?) (?:very |rather |only )?(?:little|nothing|not much|less)',
);
export const IN_PLACE_OF = closing(
  'in (?:place|lieu|the place) of',
  'in addition to',
  'on top of',
  'together with',
  'combined with',
  'side by side with',
  // "consists to a large part of calcium"
  '(?<!(?:large|larger|great|greater|good|most|main|big|bigger|better|considerable) )part of',
  'see',
);
export const AFTER_A_TIME = closing(
  '(?:after|following) (?:\\p{L}+ )?(?:years|months|weeks|decades|a time|a phase|a spell) of',
);
/** "problems of the teeth": a complaint there, not the thing. */
export const COMPLAINT_OF = closing('(?:problems?|pains?|trouble|loss|complaints?) (?:of|with|in|from)');
export const OF_OTHER_PART = closing('other|another|remaining|neighbou?ring|nearby');
/** "another name for gout": a name of the thing, and no other part. */
export const NAME_FOR = opening('(?:name|word|term|label)s? (?:for|of)');
export const SUCH_A_PERSON = closing(
  'in (?:an?|the|one) (?:\\p{L}+ )?(?:child|woman|man|boy|girl|patient|baby|newborn|person|infant)(?: \\p{L}+)? with',
);

/** Of a like thing elsewhere, or only known to happen. */
export const LIKE_IT = within(
  '(?:looks?|feels?|seems?|sounds?) (?:just |exactly |much |a lot |rather |very )*like',
  '(?:an?|the) (?:like|similar|related|comparable|parallel|corresponding) (?:disease|condition|form|lump|nodule|disorder|growth|change)',
  '(?:does|do|did) (?:occur|happen|exist|appear|develop|arise)',
);
export const REPORTED_CASES = within(
  '(?:cases?|reports?|instances?)\\b.*\\b(?:described|reported|published|on record)',
  '(?:single|rare|isolated|few|case) (?:reports?|cases|instances)',
  '(?:described|reported|published|seen) (?:once|twice|now and then)',
);
/** "… can be on the scrotum, the leg or the arm as well" */
export const CAN = within('can|may|might');
export const AS_WELL = opening('[^.;]{0,60}\\b(?:as well|too)\\W*$');
/** Behind the value: "in very few", "is known as …", "less well". */
export const BEHIND_VALUE = opening(
  '(?:only )?in (?:a |very |only a )?few',
  '(?:is|are) (?:known|called|termed|named|referred)',
  '(?:far |much |a little )?less (?:well|easily|readily|often|effectively|strongly)',
  '(?:far |much |a little )?(?:less|more slowly|more weakly|later)(?= *(?:$|[.,;:)|]))',
);
/** "eases pain, does little against inflammation" */
export const DOES_LITTLE = within(
  '(?<=, (?:and |but |yet |it )?)(?:do|does|did|has|have|had) (?:\\p{L}+ )?(?:little|nothing|not much|hardly anything)',
);
/** "with normal levels, the SAMD9 kind with …": the next of two, named by what is its own. */
export const OWN_KIND = opening('(?:kinds?|types?|forms?|variety|varieties|sorts?|variants?|ones?)');
export const NEXT_NAMED = /[,;] (?:and |but |while |whereas )?(?:the|an?) $/u;
/** "scrotal ones stay", but not "the most common type": another kind, with a verb of its own. */
export const KIND_DOES =
  /^ (?:ones?|kinds?|types?|forms?|sorts?) (?!(?:of|in|and|or|that|which|with|for|is seen)(?!\p{L}))\p{L}/u;
export const RANKED = /(?<!\p{L})(?:most|least|more|less|\p{L}+est|\p{L}+er|rare|common)(?!\p{L})/iu;
/** "the word idiopathic is out of place" */
export const WORD_REJECTED = new RegExp(
  `^["”’*_]*\\s(?:(?:is|are|was|would be|would have been|seems|sounds) (?:\\p{L}+ly |just |quite |thus |then |therefore )?(?:out of place|wrong|misplaced|inapt|inappropriate|false|mistaken|the wrong|not the (?:right|correct)|a misnomer|a mistake|an error)|(?:(?:does|did|do|would|will|can)(?: not|n['’]t)|cannot|no longer) (?:\\p{L}+ly )?(?:appl(?:y|ies)|fits?|belongs?|holds?|suits?|be (?:used|right|correct)))(?!\\p{L})`,
  'u',
);
export const A_WORD = closing(
  'word',
  'term',
  'label',
  'name',
  'adjective',
  'heading',
  'title',
  'tag',
  'epithet',
  'diagnosis',
);
/** "Warfarin's target is vitamin K": not the medicine itself, unless it is its class. */
export const SOMETHING_OF_IT =
  /^['’]s? (?!(?:\p{L}+ )?(?:class|classes|group|family|families|category|kind|type|sort|form|nature|identity|classification|status|label|tribe|bracket|home|place)(?!\p{L}))(?:[\p{L}-]+ ){0,4}(?:is|are|was|were) /u;
/** "…, in fibrodysplasia there is bone", behind "In calcinosis there is mineral": the next place. */
export const NEXT_PLACE =
  /^[^;]*, (?:and |but |while )?(in|with|under|for|by|at) (?!(?:fact|short|turn|general|particular|contrast|most|many|some|all|this|that|it)(?!\p{L}))[^,;]{3,40} (?:there (?:is|are)|it is|comes?|lies?|is|are|one (?:finds|sees)|we (?:find|see)|you (?:find|see)) /u;
/** "the nodule and, mostly with Down syndrome, the milia-like form": thrown in before the next of two. */
export const OPENS_NEXT = /(?:^| )(?:and|or|but|while), [^,;.]*$/u;
export const NEXT_OF_TWO = /^, (?:the|an?|his|her) /u;
/** Where something lies, or what it is near: no topic of the next sentence. */
export const BESIDE_IT = closing(
  '(?:behind|near|beside|under|below|above|around|next to|close to|beneath|in front of|on the back of|against|not far from)',
);
/** "The following lead to the dystrophic type:": the list below does, and nothing above. */
export const THE_FOLLOWING =
  /^\W*(?:but |and |while )?(?:all |none |each |most |some )?(?:of )?(?:the following|those below|these below|the next)(?!\p{L})/u;
/** "It's called a calcium channel blocker, so it must lower calcium": a guess at what the name means. */
export const GUESSED_BY_NAME = within(
  '(?:called|named|(?:name|word|label) says)[^.;]* so (?:it|they|that|this) (?:must|should|has to|surely|will)',
);
/** "…, calcium pyrophosphate that of gout": the next of some pairs. */
export const NEXT_GAP = /[,;] (?:and |but |while )?(?:the |an? )?$/u;
export const THAT_OF = opening('(?:that|those|the ones?) (?:of|in|from|for|behind)');
/** "No, your blood is fine" behind "Are my lumps metastatic?" */
export const REFUSES = /^[^\p{L}]*(?:[Nn]o|[Nn]ot at all|[Nn]ope|[Ll]uckily not|[Ff]ortunately not)[,.;:!–—]/u;
export const OF_ONES_OWN = within('my|mine|this|it|these|your|yours|his|her|hers|that|they|our');
/** "A is one thing, B quite another" */
export const ONE_THING = within(
  '(?:is|was|are) one (?:thing|matter|story|question),? .* (?:another|a different (?:thing|matter|one|story))[^:;]{0,12}$',
);
/** "the surgeon about excision, the dermatologist about the laser": the next pair. */
export const NEXT_WITH =
  /^,? (?:and )?(?:the |an? |your )?(?:[\p{L}-]+ ){1,3}?(about|at|by|for|from|in|of|on|to|under|with) [^,;]*$/u;
export const PAIRED_BY = /(?<!\p{L})(about|at|by|for|from|in|of|on|to|under|with) (?:the |an? )?$/u;
/** "My nephrologist looks after …": somebody, and no longer the thing. */
export const OWN_PERSON =
  /^\W*(?:my|our|his|her|their|your) (?:\p{L}+ )?(?:\p{L}+ologists?|doctors?|gp|nurses?|team|surgeons?|mother|father|mum|dad|wife|husband|partner|sister|brother|aunt|uncle|son|daughter|child|cousin|niece|nephew|grandmother|grandfather|grandson|granddaughter|colleague|classmate|neighbou?r|friends?|family|pharmacist|dentist|ward|clinic|group)(?!\p{L})(?!.*(?::|says|said|told|tells|explain))/u;
export const CARE_FOR = closing(
  '(?:surgery|treatments?|operations?|drugs|medicines|care|tests?|research|studies|articles?|books?|pages?|leaflets?) (?:for|of|on|against|about)',
);
/** "In oncology it means …": of the word there, and not here. */
export const ELSEWHERE =
  /^\W*(?:(?:in|for|to|among|with) (?:an? |the )?(?:oncolog(?:y|ists?)|cancer (?:care|medicine|wards?)|other (?:fields|contexts|branches|parts|uses)|everyday (?:language|speech|english|life)|ordinary (?:language|speech|english)|(?:most|the rest) of medicine|psychology|dogs|cats|animals|horses|geology|engineering|plants)|elsewhere)(?!\p{L})/u;
/** "An oncologist says metastatic and means …", "Said of a tumor, …": what the word stands for where it is not of calcium. */
export const OF_CANCER =
  /^\W*(?:(?:an|the|your|most|some|to an?|for an?) (?:oncologists?|cancer (?:doctor|specialist|surgeon|patient)s?)|(?:said|used|spoken|speaking|told) of (?:an? |the )?(?:tumou?rs?|cancers?|melanomas?))(?!\p{L})(?!.*calci)/iu;
/** "said *hypo-* where *hyper-* was meant": what was written is not what it is about. */
export const WRITTEN_FOR =
  /(?:^|\W)(?:where|when|instead of|in place of)\b.*\b(?:was|were|is|are) (?:meant|intended|right|correct)(?!\p{L})|\bshould have (?:said|read|been)(?!\p{L})/u;
/** "Gout has urate; this has calcium phosphate" */
export const NEXT_THIS =
  /[;,] (?:and |but |while |whereas )?(?:this|these|here|mine|ours)(?: one| ones)? (?:has|have|is|are|it is|contains?|holds?|consists? of|comes? (?:from|with)|goes with) /u;
/** "parents of heel-stick nodules, men with …": the next of some people and what they have. */
export const PEOPLE = /(?:^|\W)(?:patients|people|men|women|children|parents|babies|those)(?!\p{L})/u;
export const NEXT_PEOPLE =
  /^, (?:and )?(?:\p{L}+ )?(?:patients|people|men|women|children|parents|babies|those)(?!\p{L})/u;
/** "The commonest type is the dystrophic, the gravest calciphylaxis": the next of some that are ranked. */
export const NEXT_RANKED =
  /^["”’*_]*, (?:and |but )?the (?:(?:most|least) \p{L}+|\p{L}+est|rarer|commoner) (?:(?:is|was) )?(?:the |an? )?["“‘*_]*$/u;
export const TAKES_UP = /^[\s*_"“]*(?:they|it|these|their|its)(?!\p{L})/u;
/** "Had the calcium been high, we would have thought of …": only supposed, and no topic of what follows. */
export const SUPPOSED =
  /\b(?:sounds?|looks?|seems?|reads?) (?:as if|as though)\b|(?:^\W*(?:had|were|should|suppose|supposing|imagine|assume|assuming)(?!\p{L})|(?:^|[\s,(])if) [^.]*\b(?:would|might|could)(?: have)?\b|\b(?:would|might|could)(?: have)?\b[^.]*\b(?:if|had)\b/u;
/** "the first two are heparins, the last is a vitamin K antagonist" */
export const NEXT_ORDINAL =
  /[,;] (?:and |but |while |whereas )?the (?:first|second|third|last|latter|former|other|next|rest)(?: one| two| three| ones)? (?:is|are|was|were) (?:an? |the )?$/u;
/** "without bone pain" */
export const ACHES = /^ pains?\b/u;
/** Before the thing: not of it, or of the time without it. */
export const WITHOUT_IT = closing('before', 'without', 'until', 'stopping', 'skipping');
/** "Low calcium under cinacalcet": not what comes behind. */
export const UNDER_IT = closing('under');
export const NOT_WHAT = within('not what');
/** "can come with", "may become …, and then", "goes along with": company, and not what the thing is. */
export const IN_COMPANY = within(
  '(?:can|may|might) (?:also |sometimes |often )?(?:come|go|occur|be seen|be found|be part|become|end|be joined|be followed)',
  '(?:goes|going|go) (?:along|together|hand in hand) with',
  'part of',
);
/** "have the dystrophic type of": what people have beside what they were named by. */
export const ALSO_HAVE = within(
  '(?:have|has|had|develops?|gets?|got)(?:, [a-z ]{3,30},)?(?: the| a| an| this| that)?(?: [a-z]+)? (?:types?|forms?|kinds?|variants?|variety|sorts?) of',
);
/** "can, after decades, turn into": what may come of it. */
export const MAY_TURN_INTO = closing(
  'turn(?:s|ed|ing)? (?:in)?to',
  '(?:develops?|changes?|grows?) into',
  'gives? rise to',
);
/** ", which others count as iatrogenic" */
export const OTHERS_COUNT = within(
  '(?:others|some|many|several) (?:\\p{L}+ )?(?:count|call|class|file|list|put|regard|see|treat|place|group|name|label|prefer)',
);
/** "stop some other medicines from working. These include": it is the others that are named. */
export const OTHER_ONES = within(
  '(?:some|other|certain|many|several|various|different|common) (?:other |common )?(?:medicines|drugs|tablets|pills|medications|remedies|products|treatments|preparations|supplements)',
  'the (?:others|other (?:one|two|three|ones)|rest|remaining (?:one|two|three|ones)) (?:is|are|was|were)',
);
/** "The name does not come from it": where a word comes from. */
export const OF_A_WORD = within('(?:the|its|this|that) (?:name|word|term|label) (?:does|did|has|comes)');
/** "It is not a type of calcinosis cutis, in which the calcium lies in skin" */
export const NOT_A_KIND_WHICH =
  /\b(?:not|no) (?:an? )?(?:type|kind|form|sort|variant|variety) of [^,;]+, (?:\p{L}+ )?(?:which|where|whose)\b/u;
/** "Those of calcinosis cutis are …", behind a sentence on other crystals. */
export const NEXT_THOSE = /[;,] (?:and |but |while |whereas )?(?:those|that|the ones?) (?:of|in|from) (?!course\b)/iu;
export const THOSE_OF = /^(?:those|that|the ones|others) (?:of|in|from)\b/iu;
/** "Calcium within the kidney is nephrocalcinosis." */
export const IS_NAMED = /^ (?:is|are|is called|are called) \p{L}+[.;]/u;
/** "Erythema nodosum": of another thing, whose name goes on in Latin. */
export const LATIN_BEHIND = /^ (?:\p{Ll}+(?:osum|osa|iforme|iformis)|migrans|nigricans|vulgaris)\b/u;
/** "With too much work of the thyroid gland the heart beats": the second one is what the verb is of. */
export const TWO_NOUNS = /^ (?:the|your|his|her|their) $/u;
/** "pumps blood to the lungs": where it goes. */
export const GOES_TO = closing('to', 'into', 'through', 'toward', 'towards');
/** "and leaves inflammation as it is" */
export const LEFT_AS_IT_IS = within('(?:leav(?:e|es|ing)|left) (?:\\p{L}+ ){1,4}as (?:it|they) (?:is|are|was|were)');
/** "A. Metastatic (wrong: her blood levels are normal)" */
export const WRONG_BECAUSE = /\((?:wrong|no|false|incorrect|not (?:so|right|true)) ?[:,;–—]/u;
/** "made by glands behind the thyroid": a place. */
export const NEAR_PLACE = closing('behind', 'near', 'beside', 'under', 'below', 'next to', 'close to', 'above');
const ADVERBS =
  '(?:\\p{L}+ly|not|also|even|or|then|often|sometimes|seldom|never|less|more|most|usually|above all|and|but|it|they)';
/** "found in cartilage, urate in gout": the next pair, without its verb. */
export const GAPPED = new RegExp(
  `\\b(in|from|by|with|for|to|on) (?!(?:the way|example|instance|short|fact|general)\\b)[^,;]+, (?:and )?(?!${ADVERBS} )(?:\\p{L}+[ -]){1,3}\\1 (?:the |an? )?$`,
  'u',
);
/** ", and the masses do not hurt": what stands there has a subject of its own. */
export const OWN_SUBJECT =
  /[,;] (?:and |but |while |yet )?(?:the|his|her|my|our|their) \p{L}+ (?:do|does|did|is|are|was|were|can|may|will)(?: not|n['’]t)?(?: \p{L}+){0,2} $/u;
/** "kidney failure stands with metastatic calcinosis, scars with dystrophic": the next pair. */
export const NEXT_OF_PAIRS = /^ (?:with|for|in|by|to|from|under) (?!particular|general|itself|example|instance|all)/u;
/** "There is also a dermatomyositis without a rash": one sort of it. */
export const THERE_IS = /\bthere (?:is|are|exists?) (?:also |even |indeed )?(?:an?|some) $/u;
/** "nine will say a drug that …" */
export const WOULD_SAY = within('(?:will|would|might) (?:say|answer|tell|think|guess|reply)');
/** "blood chemistry" is no blood. */
export const COMPOUND = within('blood (?:chemistry|tests?|counts?|values?|results?|pressure|supply|flow|work)');
/** "She stopped warfarin. …": what comes then is not told of it. */
export const GIVEN_UP = closing(
  'stopped',
  'replaced',
  'quit',
  'gave up',
  'came off',
  'went off',
  '(?:switched|changed|swapped|moved) from',
  'instead of',
);
/** "The scan was read as …": what follows may say that it was something else. */
export const TAKEN_FOR = closing(
  '(?:was|were|been|is|are) (?:first |at first |once )?(?:read as|taken for|taken to be|mistaken for|thought to be|suspected|suspected to be|labell?ed(?: as)?|reported as|diagnosed as)',
);
/** "In your case": of one person, and not of the type that was explained. */
export const IN_ONE_CASE =
  /^\W*(?:but |and |yet |so )?(?:in (?:your|my|his|her|their|our) (?:own )?case|(?:both|two|three|all three|the two|his|her|my|our|your|their) (?:\p{L}+ )?(?:sisters?|brothers?|boys?|girls?|twins?|sons?|daughters?|cousins?|aunts?|uncles?|mother|father|neighbou?rs?|friends?|colleagues?))\b(?!['’])/u;
/** "normal, so the inherited condition is likelier": a conclusion, and no explanation. */
export const CONCLUDES = /^[^,;:]*, (?:so|therefore|hence|thus)\b/u;
/** "turns both into calcitriol": what comes of it. */
export const TURNS_INTO = / (?:into|to)$/u;
/** "Calcitriol falls. Calcium drops": of the time without it. */
export const LACKING = opening(
  '(?:levels? )?(?:falls?|drops?|sinks?|fell|dropped|(?:is|are|was|were|runs?) (?:low|missing|lacking|absent))',
  "(?:does|do|did)(?: not|n[’']t) (?:describe|fit|apply|suit|cover)",
  '(?:no longer|never) (?:describes?|fits?|applies|apply|suits?|covers?)',
);
/** The verb of a sentence whose subject stands right before. */
export const STATES_OF_IT = opening('(?:is|are|was|were|has|have|can|may)');
/** A sentence that goes on about what was named. */
export const GOES_ON = /^\W*(?:\p{L}+,? ){0,4}(?:it|its|they|their|this|these|that|those|here|such)(?!\p{L})|^\W*the /u;
/** "Far from lowering calcium, …" */
export const FAR_FROM = closing('far from', 'rather than', 'instead of', 'other than');
/** "Calcium high: primary": the name stands behind the colon. */
export const NAMED_BEHIND = /^[^.:]{0,30}:\s*\p{L}/u;
/** "They", behind one gland, are others. */
export const MANY_BEHIND = /[.!?]\s+they\b/u;
/** Between a value and the thing that follows it. */
export const RULES_OUT = within(
  'rules? out',
  'ruled out',
  'excludes?',
  '(?:speaks?|argues?|tells?) against',
  'in which',
  'who (?:later|then)',
);
export const NEXT_STATEMENT = /, (?:and|but|so|though|although|which) (?:it|we|they|is|are|one|you)(?!\p{L})/iu;
/** A statement on how common something is, of some people or some place. */
export const AMONG_SOME = within(
  '(?:among|in|for) (?!(?:the )?(?:great |vast |large )?(?:majority|most|all))(?:\\p{L}+[ -]){0,4}(?:patients|people|children|newborns|babies|adults|women|men)',
  '(?:in|at|on) (?:an?|our|this|my|one) (?:\\p{L}+[ -]){0,4}(?:wards?|clinics?|units?|departments?|practices?|hospitals?|cent(?:re|er)s?|offices?|series)',
  'on (?:our|this|my) ward',
);
/** "mine started in …": the thing of somebody, set against what was named. */
export const ONES_OWN = within('(?<=[,;:–—.] (?:and |but |while |whereas )?)(?:mine|hers|ours|theirs|yours)');
/** "…, while CT uses X-rays": too short for a clause of its own, and of a thing whose name is only letters. */
export const WHILE_ANOTHER = /(?:while|whereas) (?:the )?\p{Lu}[\p{Lu}\d]+(?!\p{L})/u;
/** "hidden behind the antacids, calcium acetate": where it is, and not what. */
export const HIDDEN_BEHIND = closing(
  'behind(?: most| all| much| many| some)?',
  'beside',
  'next to',
  'near',
  'in front of',
);
/** "PTH goes up as calcium goes down": the one goes with the other, or answers it. */
export const GOES_WITH = closing('while', 'whereas', 'as', 'when', 'whenever', 'once', 'if');
/** A gerund that acts: "eating less lowers the level". */
export const DOING = within('(?<=[:,;–—] )(?:eating|drinking|taking|cutting|avoiding|limiting|swallowing|restricting)');
/** "after each dialysis" */
export const BY_CARE = closing('(?:after|during|(?<!along )with|under|on|by|through)(?: (?:each|every|such))?');
/** ", which is …": said of what stands before. */
export const RELATIVE = opening('(?:which|who)');
export const IN_SOME = within('in (?:a few|some|others|a minority|rare cases|the rest)');
/** "the one limited, the other spread", of two that were named. */
export const ONE_OTHER = within('(?:the|in) one\\b.*\\bthe other', 'the former\\b.*\\bthe latter');
/** "the one is a calcium channel blocker, the other works against vitamin K" */
export const THE_OTHER = within('(?<=[,;] (?:and |but |while )?)the other(?: one)?(?= \\p{L}+)');
/** "… in the cartilage, and it is not counted among the kinds of calcinosis cutis" */
export const NOT_AMONG = within(
  '(?:not|never)(?: \\p{L}+)? (?:among|one of|a (?:kind|type|form|sort) of)',
  'no (?:kind|type|form|sort) of',
  '(?:find|see|list|count|put) (?:neither|none)(?: of them)? (?:among|under|in|on)',
);
/** "…: a plain X-ray comes first": what stands there has a verb of its own. */
export const PART_ENDS = /[:;.] (?:\p{L}+, )?(?:an?|the|one) (?:\p{L}+ )?$/u;
export const COMES = opening(
  'comes',
  'came',
  'goes',
  'remains',
  'stays',
  'costs',
  'is (?:usually|often|enough|better|cheaper|quicker|first)',
);
/** "four neighbors of the thyroid that make …": several do, and not the one that stands nearest. */
export const OF_SEVERAL =
  /^,? (?:that|which|who) (?:(?:\p{L}+ly|all|both|also|often|together|then|never|always) )?(?:are|were|have|do|make|produce|release|secrete|pour|cause|lower|raise|bind|block|kill|dissolve|contain|hold|carry|sit|lie|form|grow|come|go|lead|belong|occur|appear|affect|attack|act|work|look|show|keep|stop|prevent|hurt|give|take|turn|help|regulate|control|govern|steer|watch|run|store|use|mean)(?!\p{L})/u;
export const STANDS_FOR_SEVERAL = /^(?:the )?(?:former|latter|first|second|two|three|they|these|those|both|all)\b/u;
/** A column that tells of two things how they differ. */
export const DIFFERENCE_HEADER = within('differences?', 'distinctions?', 'how to tell', 'contrast', 'told apart');

function within(...alternatives: readonly string[]): RegExp {
  return new RegExp(`(?<!\\p{L})(?:${alternatives.join('|')})(?!\\p{L})`, 'u');
}

/** At the end of what stands before. */
function closing(...alternatives: readonly string[]): RegExp {
  return new RegExp(`(?<!\\p{L})(?:${alternatives.join('|')})(?: (?:the|an?|her|his|my|your|their))? $`, 'u');
}

/** At the beginning of what stands behind. */
function opening(...alternatives: readonly string[]): RegExp {
  return new RegExp(`^[,)]? ?(?:${alternatives.join('|')})(?!\\p{L})`, 'u');
}
