/**
 * The English in which a text tells that words are not its own, and that it does not stand by them. Grammar, not
 * medicine. The expressions are of small letters, and so is what they are asked of: to compile them for letters of both
 * sizes takes three times as long, at every start.
 */

/** What is old where words are: "an old leaflet", and not "an old scar". */
const OF_TEXTS = String.raw`(?:leaflets?|(?:text)?books?|editions?|versions?|(?:web)?(?:pages?|sites?)|handouts?|notes?|sheets?|lists?|charts?|copy|copies|cards?|guides?|guidelines?|manuals?|articles?|papers?|posters?|drafts?|texts?|wordings?|views?|ideas?|beliefs?|theor(?:y|ies)|teachings?|stor(?:y|ies)|rules?|habits?|mistakes?|errors?|myths?|entr(?:y|ies)|files?|letters?|print(?:ing)?s?|lines?|sentences?|statements?|definitions?|classifications?|schemes?|systems?|terminology|doctrine|sayings?|jokes?|chestnut|news|hat|posts?|threads?|explanations?|literature|authors?|sources?|reports?|slides?|lectures?|exams?|spelling|meanings?|teachers?|professors?|records?|brochures?|booklets?|newsletters?|magazines?|journals?|encyclop\p{L}+|dictionar\p{L}+|reviews?|generation|school|days|times|usage|advice|wisdom|opinions?|notions?|assumptions?|claims?|misconceptions?|diagnos[ei]s|impression|guess|colleagues?|doctors?|physicians?|clinicians?|consultants?)`;

/** "Levels are checked until they settle": how long something is done, and not how long it was said. */
const TILL_BETTER = String.raw` (?:it|they|you|he|she|both|(?:the|your|all|all the) \p{L}+|calcium|phosphate|levels?|values?) (?:\p{L}+ly )?(?:settles?|heals?|closes?|falls?|comes?|improves?|stops?|clears?|drops?|rises?|returns?|feels?|reach(?:es)?|(?:is|are|has|have) (?:\p{L}+ )?(?:better|gone|normal|healed|back|fallen|settled|closed|low|safe|well|dry|clean|stable))\b`;

/** Verbs after which somebody else's words stand, or the writer's own of another day. */
export const REPORTING = new RegExp(
  String.raw`\b(?:${[
    String.raw`said|(?<!\b(?:i|we)(?: would|[’']d) )says?|saying|told|tells?(?! (?:the|your|our|its) \p{L}+ to\b)|telling|wrote|writes?|writing|written|typed|typing|(?:who|he|she|it|they|you|i|one|people|users?|patients?|readers?) types?`,
    String.raw`scribbled|scrawled|jotted|noted|stat(?:es|ed|ing)|claim(?:s|ed|ing)|assert(?:s|ed|ing)?|declar(?:es?|ed)|announc(?:es?|ed)|pronounc(?:es?|ed)|proclaim(?:s|ed)?`,
    String.raw`(?:you|they|authors?|people|we|i) (?:state|claim|assert|maintain|argue|insist|contend|describe|call|list|define)|maintain(?:s|ed)|insist(?:s|ed)|argu(?:es?|ed)|(?:swears|swore)(?! by\b)|reckon(?:s|ed)?|alleg(?:es?|ed)|conten(?:ds|ded)`,
    String.raw`who (?:noticed|spotted|saw|discovered|found) that|(?:seen|saw|picked up|found) (?:it )?(?:on|in|at|somewhere|online)(?: \p{L}+){0,3} that|reads?|ran|headed|titled|captioned|describ(?:es?|ed|ing)|(?<!so-)called|dubbed|printed|posted|tweeted|translat(?:es|ed)|render(?:s|ed)`,
    String.raw`answer(?:s|ed| that)|repl(?:y|ies|ied)|suggested|volunteer(?:s|ed)|guess(?:es|ed)?|open(?:s|ed) with|beg(?:ins|an) with|end(?:s|ed) with|put(?:s)? it(?! (?:briefly|simply|plainly|bluntly|shortly|differently|another way|in a|in one|in short))`,
    String.raw`(?<!\b(?:we|i) (?:also |always |now )?)teach(?:es)?|taught|learn(?:ed|t)|believ(?:es?|ed|ing)|th(?:ought|inks?|inking)(?! of (?:in|when|where|whenever|if|by|first)\b)(?<!\b(?:be|i) think(?= of\b))|supposed|assumed?|(?<!\b(?:takes?|taking|get|gets|catch) )holds?(?! (?:on|onto|together|back|fast|up|out)\b)|held(?! (?:on|onto|together|back|fast|up|out|in place)\b)|plead(?:s|ed)?|submit(?:s|ted)|promis(?:es|ed)|testif(?:ies|ied)|in (?:my|his|her) head|under the impression|attached|attributed|ascribed|(?:claim|assertion|suggestion|theory|hypothesis|idea|belief|doctrine|story|rumou?r|proposal|allegation|notion|(?<!\bin )view|impression|dogma)\b|heard?|dream(?:t|ed)|imagined|remember(?:s|ed)|(?<=\b(?:i|we|you|they|people|who) )remember|ha(?:s|ve|d) it that`,
    String.raw`according to|in the words of|quot(?:e|es|ed|ing)|(?:we|i) (?:had |have |also |even |still )*(?:put|filed|placed|listed|gave|classed|counted|grouped|entered|moved|took(?! part\b))|(?!(?:is|are|was|were|be|been|being|often|usually|now|also)\b)\p{L}+ (?:put|filed|placed|listed|classed|grouped|counted|sorted) (?!it\b)|edited|(?:the|our|my|his|her|their|your) (?:sentence|words?|statement|entry|line|phrase|wording)|(?:one|a|this|that) (?:line|sentence|phrase|statement|thesis|remark|item|entry)|the (?:thesis|remark|item)|(?:will|would|can|might) (?:you|one|i|we) find|(?:you|one)(?: will|[’']ll| can| may| might) find|peddles?|hawks|sells|sold`,
  ].join('|')})\b`,
  'u',
);

/** "The leaflet has …", "the list gives …", "the blue one: …": what has words in it, and a verb or a colon. */
export const SOURCE_SPEAKS =
  /\b(?:shops?|stores?|pharmacy|index|register|catalogue|sticker|leaflets?|pages?|sites?|websites?|books?|textbooks?|lists?|label|box|boxes|chart|cards?|sheet|posters?|signs?|letters?|notes?|files?|records?|entry|database|wiki|wikipedia|drafts?|editions?|articles?|posts?|threads?|videos?|apps?|programs?|software|papers?|abstract|slides?|handouts?|booklets?|brochures?|guidelines?|guides?|manuals?|authors?|reviewers?|editors?|columnist|colleagues?|expert|intern|registrar|referral|report|summary|summaries|discharge|message|e-?mail|text|caption|title|line \d+|p(?:age|\.) ?\d+|receipt|till|printer|folder|(?<=\b(?:the|our|my|her|his|ring) )binder|newsletter|magazine|newspaper|paper|journal|chapter|table|figure|slide|verdict|diagnosis|comment|remark|query|quiz|one(?! of (?:these|those|the|our|your|several|many|its))|column|version \d|\d\.\d|friend|neighbou?r|aunt|uncle|cousin|mother|father|sister|brother|grandmother|grandfather|somebody|someone|nurse|doctor|gp|consultant|pharmacist|dentist|speaker|lecturer|teacher|professor|member|user|poster|moderator|journalist|reporter)\b[^.;?!]{0,45}(?:\b(?:has|have|had|gives?|gave|lists?|listed|shows?|showed|shown|puts?|calls?|names?|labels?|labell?ed|makes?|made|speaks? of|spoke of|talks? of|places?|placed|files?|filed|counts?|sorts?|sorted|divides?|divided|splits?|classes|classed|classes|groups?|under|treats?|explains?|presents?|defines?|sells?|makes|filing|down as|reckons?|refers? to)\b|:)/u;

/** Behind the words: "…, says the label", "… (leaflet, page 3)". */
export const REPORTED_BEHIND =
  /^["”’»*]*[,;]? ?(?:so |thus )?(?:said|says|wrote|writes|claims?|claimed|read|reads|ran|runs|insisted|declared|announced|whispered|shouted|typed|muttered|(?:he|she|they|somebody|someone|one|\p{L}+|(?:my|the|our|his|her|a|an) [\p{L} ]{3,25}) (?:said|says|wrote|writes|claims?|claimed|insisted|declared|announced|whispered|shouted|typed|muttered|answered|replied|asked|thought|told|ventured|offered|tried))\b|^["”’»]+ ?\(/u;

/** The same in the words of the statement itself: "is said to follow", "was listed as". */
export const REPORTED_PASSIVE =
  /\b(?:is|are|was|were|being) (?:(?:often|sometimes|still|also|usually|commonly|frequently) )?(?:said|claimed|stated|described|explained|listed|shown|given|treated|presented|labell?ed|recorded|charted|entered|filed|put down|called)\b|\bdown as\b|\b(?:figur(?:es?|ed)|appear(?:s|ed)) as\b/u;

/** Those whose words a text does not offer as true: learners before the marking, machines, the stage. */
export const UNTRUSTED =
  /\b(?:search (?:box|bar|terms?|quer(?:y|ies)|engines?|words?)|people type|(?<!\bfor (?:(?:the|our|my|all|medical|nursing|new|young) )*)students?(?! (?:summary|notes?|nurses?|doctors?|guide|handout|union))|pupils?|a \w+ of the class|half (?:of )?the class|candidates?|examinees?|trainees?|chat ?bots?|bots?|robots?|the ai|ai (?:summary|answer|tool|model|assistant)|language model|chatgpt|autocorrect|autocomplete|machine translation|translation (?:program|software|engine)|parrots?|quacks?|charlatans?|villain|conman|con man|salesman|sales rep|(?:in )?(?:a|the|his|her|my) (?:play|novel|film|sketch|farce|comedy|cartoon|dream|nightmare)(?:[’']s)?|checkers?|linters?|spell-?check(?:er)?s?|screenshot|the tool|demo (?:text|sentence)|(?:sample|test|example) (?:text|sentence|string|case)s?|assert|training data|subtitles|transcribed by|speech recognition|you (?:state|write|wrote|stated|assert|asserted)|your (?:correspondent|columnist|readers?|contributor)|adverts?|advertisements?|(?:the )?ads?|the (?:hero|heroine|narrator|character)|headlines?|tabloid|blurb|survey|beliefs of|passers-by|horoscope|vandals?|vandalised|vandalized|trolls?|dreamt|dreamed|dreamt|prank|spoof|parody|satire|hoax|search terms?|searched for|autofill|deliberate(?:ly)?|on purpose|for fun|as a joke|in jest)\b/u;

/** "For the students:", "Student tip:": those who are spoken to, who say nothing. */
export const SPOKEN_TO =
  /\b(?:for|to|helps?|help|teach|teaches|tell|tells|remind|reminds|ask|asks) (?:\p{L}+ )?(?:medical |nursing |young |new )?(?:students?|pupils?|trainees?|candidates?)\b|^\W*(?:(?:dear )?(?:students|pupils|trainees|candidates),|(?:student|pupil|trainee|exam) (?:tips?|hints?|advice|reminder|pearl|corner)\b)|\bin the past (?:\p{L}+ )?(?:days?|weeks?|months?|years?|decades?)\b|\bon (?:a|the|his|her|my) (?:plain )?films?\b/gu;

/** Anywhere near reported words: the text laughs at them, corrects them, takes them back, tells that they are old. */
export const DISOWNED = new RegExp(
  String.raw`\b(?:${[
    String.raw`no (?:source|author|textbook|paper|review|text)s? (?:\w+ ){0,3}(?:does|do|did|says?|supports?|agrees?|makes?) (?:so|this|that|it)`,
    String.raw`no (?:\w+ ){0,2}(?:source|textbook|book|paper|review|guideline|study|expert|doctor|society|author)s? (?:(?:that )?(?:we|i) (?:\w+ ){1,3}|in the \w+ )?(?:uses?|knows?|supports?|backs?|shares?|has|have|holds?|accepts?|recogni[sz]es?)`,
    String.raw`(?:(?:has|have|had|finds?|found|with|without|lacks?|for) (?:no|little|hardly any|any|scant) |lacks? )(?:support|basis|foundation|evidence|proof|backing|ground)|whoever (?:made|wrote|posted|said|printed|drew|shared|claims?)|(?:have|has|had) not (?:carried|taken|kept|copied|repeated|adopted|followed|translated|included)|left (?:it|this|that) out|laughed|laughter|exchanged|switched round|the right way round|rubbish|nonsense|not supported|unsupported|unfounded|baseless|without (?:any )?(?:basis|foundation)|nah|no,? wait|otherwise(?! (?:fine|well|healthy|normal|good|okay|ok|fit|unremarkable|sound|intact|see|seen|find|found|meet|met|know|known|common|rare|mostly|usually|follows?|occurs?)\b)|supersed(?:es|ed)|cannot both|can[’']t both|sen[dt] (?:\w+ )?(?:a new|it back|him back|her back)|new one|i phoned|i rang|(?:our|my) (?:view|comment|impression|reading|answer|verdict)|fiction|fool|intended|sure\?|circled?|underlin(?:ed|es)|question mark|for all (?:i|we) know|red cross|rang me|phoned me|face value|iron(?:y|ic)|noticed|(?<!fingers )crossed|action:|at odds|fell apart|falls apart|collapsed|dropped(?! (?:into|in|to|off|below|by|again|from)\b)|retrained|renamed|tosh|bunk|bunkum|baloney|hogwash|drivel|twaddle|garbage|balderdash|poppycock|humbug|piffle|codswallop`,
    String.raw`wrong(?:ly)?|false(?:ly)?|untrue|incorrect(?:ly)?|inaccurate(?:ly)?|mistakes?|mistaken(?:ly)?|errors?|erroneous(?:ly)?|errat(?:a|um)|corrigend(?:a|um)`,
    String.raw`slips?(?! of paper)|slipped|blunders?|blundered|howlers?|gaffes?|clangers?|typos?|misprints?|misreads?|misread|misheard|misquot(?:e|ed)|misinform(?:ed|ation)|misled|misleading|misnomer|misunderst(?:ood|anding)|misspoke|misconception`,
    String.raw`mix(?:ed|es)?[- ]up|mixing up|muddled?|confus(?:ed|es|ing|ion)|swapped|swap|reversed|transposed|back to front|backwards|upside down|the wrong way|the other way (?:a)?round|vice versa|topsy-turvy`,
    String.raw`myths?|rumou?rs?|legend|folklore|hearsay|old wives|tall tale`,
    String.raw`laugh(?:ed|s|ing|ter)?|giggl(?:ed|es)|chuckl(?:ed|es)|roar(?:s|ed)|jokes?|joking|ridiculous|absurd|silly|daft|laughable|preposterous|hilarious|comic(?:al)?`,
    String.raw`oh dear|oh no|alas|heavens|good grief|goodness|puzzled|baffled|taken aback|(?:went|goes|gone|came) (?:straight |right )?back to (?:the|its|his|her|their|our) (?:secretary|author|writer|typist|sender|printer|editor)|for shame|ouch|ahem|hm+|tut|really\?|sighed|sighs|groan(?:ed|s)?|winced|winces|shudder(?:ed|s)?|rolled|rolls|shook (?:his|her|their|my) head|shakes (?:his|her|their) head|raised an eyebrow|put down (?:his|her|the|my) pen|frown(?:ed|s)|could not read on|couldn[’']t read on|stopped reading|stop anyone|who prints|whoever (?:typed|wrote|printed)`,
    String.raw`corrects?|corrected|correcting|corrections?|amend(?:ed|s|ment)?|revis(?:e|ed|ion)|retract(?:ed|ion|s)?|revert(?:ed|s)?|withdr(?:aw|awn|ew)|rectif(?:y|ied)|emend(?:ed)?|reprint(?:ed)?|recall(?:ed)?|overruled?|overturned|superseded|updated|(?<!\bbecome )(?<!\bbecomes )fixed(?! (?:in|to|at)\b)|mended|mend`,
    String.raw`strike|struck|cross(?:ed|es)? (?:it |this |that |them |the \w+ )?(?:out|through)|crossing out|line through|red (?:pen|ink|pencil|line)|blue pencil|delet(?:e|es|ed)|remov(?:e|ed) (?:it|that|this|the)|rub(?:bed)? (?:it )?out|eras(?:e|ed)|replac(?:e|ed)|rewrite|rewrote|rewritten|reword(?:ed)?|rephras(?:e|ed)|scratch(?:ed)? (?:that|it|this)|bin|binned|pulp(?:ed)?|tear|tore|scrap(?:ped)?|tak(?:e|en|es) (?:it |that |this |them )?down|took (?:it |that |this )?down|com(?:es|ing) down|pasted|sticker|strip over|put (?:it |that |this |them |me |us |him |her |you |the record )?(?:right|straight)|set (?:it |that |this |them |me |us |you |him |her |the record )?(?:right|straight)|undo|undone|undid`,
    String.raw`apologi[sz]e[ds]?|apolog(?:y|ies)|(?:we|they|i) (?:are|am|were|was) sorry for (?:the|any|that|this) (?:worry|confusion|mistake|error|slip|mix)|regrets?|regretted|i am afraid|i[’']m afraid|embarrass(?:ed|ing|ment)|blush(?:ed)?|ashamed|to our shame|mea culpa|own up|pardon|forgive`,
    String.raw`should (?:be(?! (?:\p{L}+ly |always |also |never |first |then |only )?(?:taken|swallowed|given|prescribed|used|avoided|started|kept|watched|measured|monitored|treated|eaten|drunk|injected|cooled|worn|covered|chewed|limited|reserved|considered|managed|rotated|warmed|protected)\b)|read|say|have|rather|of course)|ought to|must be changed|has to be changed|needs (?:changing|correcting|fixing)|to be read as|read instead|for .{2,30} read\b|(?:was|is|were|you|i|he|she|they|we|author) mean[ts]?(?! (?:for|to (?!(?:be|read|say|write|have|put)\b))\b)|had meant|(?<!\b(?:given|prescribed|gave (?:me|us|him|her|them)|gets?|got|put on|started|tried)\b[^.;]{0,60})instead|rather|surely|in (?:actual )?fact|in truth|the truth|in reality|actually|as a matter of fact|for the record|properly|correctly|right(?:ly)? (?:word|name|class|answer|term|one)|(?:had|got|has|have) it right|which is right|is right[.!]|is correct`,
    String.raw`would (?:not|n[’']t) have it|in vain|put (?:this|that|it|him|her|them|me) right|set (?:this|that|it|the record) (?:right|straight)|(?:took|takes|tore|torn|pulled|taken) (?:him|her|it|this|that|them) (?:apart|to pieces)|does(?: not|n[’']t) hold(?: up| water)?|(?:have|having|had) none of it|disagree[ds]?|dispute[ds]?|reject(?:s|ed)?|refut(?:e|es|ed)|disprove[dns]?|contradict(?:s|ed|ion|ory)?|conceded?|concedes|admits?|admitted|cross-examin\w*|in the margin|object(?:s|ed)|objection|protest(?:s|ed)?|challenged?|denied|denies|differ|begs? to|pointed out|points out|set (?:him|her|them|me) right|beg to|fear(?:s)? (?:she|he|they|you|that|it|this|not)|doubt(?:s|ed|ful)?|complain(?:ed|s)?(?! of\b)|complaints? (?:about|that|from|by|came|upheld)|query|queried|queries|comment|t(?:old|ells?|elling) (?:them|him|her|the)(?! (?:two|three|difference|types|kinds|forms|apart)\b)(?! apart\b)|report(?:ed)? (?:it|this|that|to)|that i have reported|have reported|flag(?:ged)?|caught|spotted|well spotted`,
    String.raw`marks?: ?(?:0|zero|none|nil)|zero|no (?:marks?|points?|credit)|nil points|(?:earn|get|got|score)s?(?:ed)? (?:nothing|none|no \w+|nil|zero)|lost (?:a|one|two|three|four|five|the|all|many|her|his) ?(?:\w+ )?(?:marks?|points?|round)|(?:marks?|points?) (?:were|was) (?:lost|taken|deducted)|minus|(?<!\b(?:kidneys?|renal|heart|liver|organs?|glands?) (?:have |had |has |that |which )?|\b(?:if|when|where|once|should|whenever)\b[^.,;:]{0,40})fail(?:ed|s|ure)?|will sit .{0,20} again|resit|see me`,
    String.raw`(?:until|till)(?!${TILL_BETTER})|(?<!\b(?:is|are|was|were|be|been|being|get|got|gets)(?: \p{L}+ly| often| also| sometimes| then| mostly| still)? )used to|back then|in those days|at (?:the|that) time|years ago|decades ago|long ago|in the past|formerly|(?<!\bthe )former|earlier|previous(?:ly)?|old(?:er)? (?:[\p{L}-]+ ){0,2}${OF_TEXTS}|(?:an|the) earl(?:y|ier) (?:[\p{L}-]+ ){0,2}${OF_TEXTS}|(?:is|are|was|were) (?:very |rather |quite |too |so )?old(?= ?(?:$|[.,;!]))|outdated|out of date|obsolete|old-fashioned|first (?:edition|draft|version|guess|print|printing|thought|impression)|second (?:edition|look|thoughts?)|since been|(?:has|have) since(?! (?:confirmed|grown|healed|gone|cleared|improved|agreed)\b)(?<!\bhas since(?= become))|no longer|(?:not|n[’']t) any ?more|in the (?:19|20)?\d\ds|in the (?:\w+)ies|then came|put an end|changed (?:to|it|that)|(?:(?<!not )be|was|were|been) (?:changed|altered|put right)|(?:been|was|were) moved|became|turned out|turns out`,
    String.raw`(?:do not|don[’']t|never|please don[’']t|not to) (?:believe|trust|share|repeat|pass|forward|print|spread|hand|copy|walk|fall|quote|cite|use|buy|follow|say|write|spread|rely|act)|check before|beware|watch out|trap|pitfall|caution(?:ary)?|unfortunate(?:ly)?|sadly|regrettably|please (?:do not|don[’']t)(?= ?[.!])|close the (?:page|tab|book|window)|(?:a|half a|one|two|the) (?:marks?|points?) off|enough said|no wonder|so much for|who (?:says|told|wrote|prints)|whatever (?:the (?:\p{L}+ ){1,3}(?:says?|said|tells?|writes?|claims?|thinks?)|you|it|they)|despite|contrary|against|counterexample|cannot be so|can[’']t be so|cannot be (?:right|true)|can[’']t be (?:right|true)|makes no sense|no sense|no such|nothing of the (?:kind|sort)|far from|anything but|by no means|certainly not|of course not|not (?:so|quite|true|exactly|the case|correct|right|really|one|at all)|ignore|disregard|overlook(?:ed)?|unlearn|laughs|only in the mind`,
    String.raw`(?:it|they|that|this|these|those) (?:is|are|was|were|does|do|did|can|has|have)(?: not|not|n[’']t)(?= ?(?:$|[.,;:!–—]|one\b|so\b|an? |the\b|any\b|it\b|that\b|types?\b|kinds?\b|forms?\b|members?\b|true|right|correct))|(?:it|they|that|this|these|those) (?:is|are|was|were) (?:no|none|neither|nothing)|(?:books?|textbooks?|sources?|doctors?|dermatologists?|guidelines?|others|we) (?:do|does|did)(?: not|n[’']t)(?= ?(?:$|[.,;:!–—]|(?:follow|share|use) (?:it|them|this|that)))|(?:this|that|the) (?:division|split|distinction|classification|passage) (?:is|was|has)(?: not| no| never|n[’']t)|none of (?:it|this|that|these|them)(?! (?:\p{L}+ )?(?:is|are|was|were|has|have|had|comes?|can|will|does|do|did|may|would|should|needs?|makes?|helps?|hurts?|lasts?|works?|takes?)(?! (?:\p{L}+ )?(?:true|right|so|correct|accurate|the case|holds?)(?!\p{L}))(?!\p{L}))|neither (?:\p{L}+ ){0,5}(?:true|right|so|correct|accurate|the case|holds?|stands?|exists?|fits?)`,
  ].join(
    '|',
  )})(?![\p{L}])|\?\?|!!|→|(?<!\b(?:yes|and)[ ,]{1,2})\bno[!,.:;]|\bnope\b|\bnay\b|[*^]\p{L}+["”’]?\.?$|✗|❌|~~|\bsic\b|\[sic`,
  'u',
);

/** The same before the words: "until the nineties our leaflet said", "the howler of the week". */
export const DISOWNED_BEFORE = new RegExp(
  String.raw`\b(?:until|till|(?<!\b(?:is|are|was|were|be|been|being|get|got|gets)(?: \p{L}+ly| often| also| sometimes| then| mostly| still)? )used to|back then|in those days|at (?:the|that) time|years ago|decades ago|in the past|formerly|(?<!\bthe )former|earlier|previous(?:ly)?|old(?:er)? (?:[\p{L}-]+ ){0,2}${OF_TEXTS}|outdated|obsolete|old-fashioned|first (?:edition|draft|version|guess|print|printing|thought|impression|attempt)|in the (?:19|20)\d\ds|wrong(?:ly)?|false(?:ly)?|incorrect(?:ly)?|mistaken(?:ly)?|(?<!\b(?:no|avoid|avoids|avoiding|without|prevents?|against) (?:any |such |all )?)(?:mistakes?|errors?)|erroneous(?:ly)?|slips?(?! of paper)|blunders?|howlers?|gaffes?|typos?|misprints?|myths?|rumou?rs?|legend|nonsense|rubbish|disregard|ignore|beware|trap|pitfall|unfortunately|sadly|regrettably|alas|embarrass(?:ed|ing|ment)|to (?:my|our) shame|apologi[sz]e|apolog(?:y|ies)|regret|correct(?:ion|ed|s)? (?:the|this|our|my|to)|disagree with|dispute[ds]?|reject(?:s|ed)?|provisional|instead of|rather than|spotting|pointing out|noticing|catching|marks? (?:the|a) (?:paper|exam|essay|sheet|test)|marking|misquot|misread|misheard|hates?|complained|so-called|swapped|muddled|mixed up|do not (?:believe|trust)|don[’']t (?:believe|trust)|(?:nobody|no one)(?! (?:wants?|likes?|doubts?|disputes?|(?:has )?(?:ever )?(?:challenged|doubted|disputed|questioned)|(?:should|would|need) (?:doubt|miss|forget))\b)|hardly|not once|never|amended|supersed(?:es|ed)|corrected|revised|retracted|withdrawn|for (?:\w+ )?(?:years|months|weeks|decades|ages)|(?:it was|has been) (?:reported|noticed|noted|pointed out|found|discovered|observed) that|index entr(?:y|ies)|smile|objects? to|objected to|objection to|iron(?:y|ic)|jokes?|sarcas(?:m|tic)|notic(?:ed|ing)|fault(?:ed|s)|critici[sz](?:ed|es|ing)|took issue|questioned|no (?:\w+ )?(?:source|evidence|proof|basis|reference|support)|citation needed|dropped|considered and|ruled out|discarded|by accident|accidentally|inadvertently|somehow|to my surprise|oddly|strangely|curiously|originally|initially|don[’']t click|do not click|scam|fake|alert|bugs?|offset|glitch|first (?:theory|idea|answer)|(?:of|in|from|by) 1[5-9]\d\d|in my head|before i knew|fool|deleted|struck)\b`,
  'u',
);

/** What follows is supposed, denied of everybody, wished, or asked. */
export const SUPPOSING = new RegExp(
  String.raw`^\W*(?:unless (?:you|one|we|they) (?:believe|think|hold|suppose|maintain)|in (?:the|a|this|that|my|his|her) (?:film|movie|play|novel|story|dream|cartoon|series|show|game|fairy tale)|mistaking|confusing|misreading|convinced|in (?:an?|another|some|the) (?:\w+ )?(?:universe|world|reality|planet|dimension)|asked (?:why|about)|gone are|long gone|time was|past are|beware|watch out for|mistrust|distrust|shun|steer clear|be wary|show me|name me|suppos(?:e|ing)|imagine|pretend|picture|would that|if only|as (?:if|though)(?! (?:that|this|all (?:this|that)|it) (?:were|was) not (?:enough|bad enough|hard enough))|were|say|let us (?:say|suppose|imagine|pretend)|assume|assuming|granted)\b|\b(?:${[
    String.raw`(?:tempt(?:ing|ed|ation)|easy|natural|understandable|forgiven|excused|led|inclined|quick|absurd|silly|foolish|wrong|rash|unwise|odd|strange|misleading|bold|brave|dangerous|folly) (?:for \w+ )?(?:to|for|into) (?:\w+ )?(?:think|thinking|believe|believing|conclude|concluding|suppose|supposing|assume|assuming|say|saying|call|calling|imagine|imagining|infer|claim|claiming|take|taking|regard|expect|expecting|speak)`,
    String.raw`(?:one|you|readers?|people|anyone|anybody|some|somebody|we|a \w+|the \w+) (?:might|could|may|would|should not|shouldn[’']t|must not|mustn[’']t|need not|cannot|can[’']t|can hardly|could hardly|would hardly|ought not to) (?:be |well |as well |easily |also |be led to |at first |then |therefore |perhaps |almost |even |be forgiven for |still |seriously |not )*(?:think|thinking|suppose|expect|believe|conclude|assume|imagine|guess|infer|call|claim|argue|say|take(?=[^.]*\b(?:for|as|to be)\b)|regard|treat)`,
    String.raw`(?:(?:you|one|they)[’']d (?:be forgiven for |almost |easily )?(?:think|suppose|expect|believe|say)|i[’']d (?:almost |easily |have )?(?:think|thought|suppose|expect|believe))|(?:could|would|might|can) (?:sooner |rather |as soon |almost )?believe|no (?:sense|way) in which|far be it from|(?:hardly|scarcely|barely) (?:anyone|anybody|any|a|an|one)\b(?! (?:pain|itch|harm|risk|danger|trouble|symptoms?|effects?|problems?)\b)|few (?:people|of us|doctors|nurses|readers|\w+s)? ?(?:would|will|still)`,
    String.raw`i (?:do not|don[’']t|would not|wouldn[’']t|cannot|can[’']t|could not|couldn[’']t|did not|didn[’']t|never) (?:\w+ )?(?:think|thought|believe|say|said|mean|meant|claim|claimed|imagine|see (?:how|why|that))|i wish (?:i|we|it|that)|i refuse to|com(?:e|es|ing) away (?:thinking|believing)|(?:read|heard|seen|picked up) (?:it )?(?:somewhere|online|on the (?:internet|web|net|bus))|calls? (?:all|every|any|everything|everyone)|(?:common|popular|widespread|persistent|stubborn|frequent|mistaken) (?:belief|idea|notion|assumption|view|story|claim|misreading|worry|fear|rumou?r)s?\b[^.]{0,40}\b(?:that|is|was)|(?:how|too|so) often (?:\w+ ){0,4}(?:read|heard|hear|told|seen|see|asked)|(?:again and again|time and again) (?:\w+ ){0,4}(?:read|heard|hear|told|seen|see|asked)|people who (?:will |would |may |might |still )?(?:tell|say|claim|think|believe|swear|insist|hold)|(?:the|a|old|running|family) jokes?|(?:mistake|error|habit|slip|blunder|folly|sin|fault)\b[^.]{0,20}\b(?:to|of|was|is) (?:\w+ )?(?:call|calling|say|saying|take|taking|put|putting|think|thinking|write|writing)|(?:do not|don[’']t|never|stop|quit|cease|refuse to) (?:\w+ ){0,3}(?:tell|say|think|believe|write|claim|call|print|teach|copy|telling|saying|thinking|believing|writing|claiming|calling|printing|teaching|spreading|conclude|assume)|(?:have|has) yet to (?:meet|see|find|hear|read)|never (?:met|seen|saw|found)|(?:patients?|pt|he|she|they|mother|father|\w+[’']s \w+|people|many|some|everyone|everybody) (?:just |simply |firmly |still |really |truly |honestly |often |sometimes )?(?:believes?|thinks?|imagines?|fears?|suspects?|assumes?|fanc(?:y|ies))(?= (?:that|his|her|the|it|their|a|this))`,
    String.raw`(?:ask(?:s|ed|ing)?|wonder(?:s|ed|ing)?|question(?:s|ed)?|debat(?:e|es|ed)|doubt(?:s|ed|ful)?|discuss(?:es|ed)?|test(?:s|ed)?|check(?:s|ed)?|unclear|unknown|uncertain) (?:\w+ ){0,3}(?:if|whether)`,
    String.raw`if any(?:one|body)(?! asks?\b)|if some(?:one|body)(?! asks?\b)|(?:whoever|anyone who|anybody who|those who) (?:says?|thinks?|believes?|claims?|tells?|writes?|calls?|holds?|supposes?|told|said|wrote)|the day (?:when|that)|not that|it does not follow|does not follow that|it is not (?:as if|as though|that|the case|(?:\w+ )?(?:enough|sufficient) (?:that|to|for|if|when))|it (?:isn[’']t|is not) (?:true|as if|as though|that)|as (?:if|though)(?! (?:that|this|all (?:this|that)|it) (?:were|was) not (?:enough|bad enough|hard enough))`,
  ].join(
    '|',
  )})\b|\b(?:nobody|no one|none|no (?!longer )(?:\w+ ){1,3}|neither \w+ nor \w+|not (?:one|a single)(?: of)?|hardly any)\b(?!.*\b(?:without|doubts?|denies|deny|disputes?)\b)(?:(?!, (?:and )?(?:shows|suggests|holds|supports|calls)\b).){0,90}\b(?:th(?:ink(?:s|ing)?|ought)|believ(?:es?|ing|ed)|conclud(?:es?|ing)|says?|saying|holds?|claims?|claiming|suppos(?:es?|ing)|calls?|teaches|maintains|imagin(?:es?|ing)|the (?:idea|claim|notion|view|theory|belief|thesis|assertion)|impression|suggests?|shows?|shown|supports?|backs?|proves?|lists?|counts?|evidence|proof|grounds?)\b|\b(?:look(?:ed|ing)?|search(?:ed|ing)?|ask(?:ed|ing)?|wait(?:ed|ing)?) (?:in vain )?for (?:any |a |some )?(?:\w+ )?(?:proof|evidence|source|study|paper|hint|sign)s?\b`,
  'u',
);

/** A label for what is not to be copied, or is no longer so. */
export const LABELLED_BAD =
  /^\W*(?:prediction|predicted|hallucination(?: (?:no\.? ?)?\d+)?|(?:known )?bug|fix(?:\([^)]*\))?|bad|wrong|poor|worse|worst|no|don[’']ts?|avoid|before|draft|first draft|old|old wording|was|read|reads|first guess|my guess|guess|provisional(?: diagnosis)?|incorrect|false|not|instead of|fixed|bug ?fix|removed|corrected|reverted|deleted|deprecated|retracted|withdrawn|myth(?: \d+)?|fiction|fake|rumou?r|hoax|lie|gossip|hearsay|folklore|legend|(?:popular|common|old|lay) (?:belief|view|idea|opinion)|misconception|mistake|error|typo|howler|blunder|bloopers?|trap|pitfall|nonsense|rejected|struck|negative example|claim(?: \d+)?|statement(?: \d+)?|allegation|assertion|belief|assumption|superstition|prejudice|my fear|fear|(?:his|her|their|my|\w+[’']s) (?:wisdom|theory|fear|hunch|belief|guess|idea)|input|counterexample|don[’']t (?:write|say)|never write|student(?: [a-z\d])?|pupil|candidate(?: [a-z\d])?)\W*:/u;

/** Beside "expected: …" in a report of a fault. */
export const LABELLED_FOUND = /^\W*(?:found|actual|got|output|observed|shown)\b[^:]{0,30}:/u;
export const EXPECTED = /\b(?:expected|should be|wanted)\b/u;

/** "The other one goes with …", "its counterpart has …": of another thing than the one that was spoken of. */
export const ANOTHER_SUBJECT =
  /\b(?:(?<!\b(?:as|with) )(?:its|their|the|this one[’']s) (?:\w+ )?(?:counterpart|opposite|reverse|twin|sister|sibling|cousin|rival|relative|namesake|neighbou?r|companion|partner|half-sister|mirror image)|the other(?: one| two| ones| type| kind| form| sort| variety| half| side)?|another(?! (?:name|word|term|label)s?\b)(?: one| type| kind| form| sort)?|in one(?! (?:of|joint|place|spot|area|limb|part|region|finger|hand|leg|arm|sitting|go|word|sentence|piece|step)\b)|the one(?! where\b)|some other|a different (?:one|type|kind|form|sort|thing)|the \w+ (?:at hand|at issue|in question|under discussion)|elsewhere|the rest|the remaining|all others?|the others?)\b/u;

/** Sources whose words a reader takes for right, where the text lets them stand. */
export const TRUSTED =
  /\b(?:doctors?|doc|gp|nurses?|pharmacists?|pharmacy|consultants?|specialists?|\p{L}+ologists?|physicians?|surgeons?|dieti[ct]ians?|registrars?|rheumy|derm|professors?|teachers?|leaflets?|letters?|clinics?|hospitals?|handouts?|booklets?|brochures?|notes?|guidelines?|guides?|books?|textbooks?|dictionary|encyclop\p{L}+|websites?|sites?|pages?|cards?|labels?|boxe?s?|packets?|inserts?|charts?|lists?|sheets?|reports?|apps?|videos?|teams?|wards?|manuals?|articles?|papers?|posters?|glossary|definition|term|word|adjective|name|heading|title|column|expert|explain(?:s|ed)|medicine|medical)\b/u;

/** "Calling it harmless would be like calling a fire warm." */
export const JUDGED =
  /^\W*(?:calling|saying|claiming|thinking|believing|treating|regarding|to (?:call|say|claim|think|believe|treat|regard))\b.*\b(?:would be|is (?:like|to|a mistake|an error|absurd|wrong|folly)|misses|overlooks|does no)\b/u;

/** Of a former time, what something was called or meant then. */
export const HISTORICAL =
  /^\W*(?:(?:in|around|about|circa|by|before|until|up to|from)(?: the)?(?: early| late| mid)?[- ]?1[5-9]\d\d(?:s|[’']s)?|in (?:the|those|older|earlier|former) (?:\w+ )?(?:days|times|century|centuries)|(?:towards?|at|near) the (?:end|start|beginning|turn|close) of the (?:\w+ )?century|(?:nineteenth|eighteenth|seventeenth|early twentieth|mid-twentieth)[- ]century|back then|formerly|historically|originally)\b/u;

/** "Everything that the dystrophic type is not: …", "turn it round, and …", "not the … but its cousin". */
export const TURNED_ROUND =
  /(?<!^\W*(?:it|they|that|this|he|she) ?)\b(?:is|are|does|do|has|have|was|were)(?: not|n[’']t)(?: \w+)?:(?! (?:it|they) )|\b(?:turn|flip|reverse|invert|swap) (?:it|this|that|them|both|the two|everything|all)\b(?! (?:for|into|to|from)\b)|\b(?:least of all|let alone|never mind)\b|[,–—] ?(?:much|still) less\b|\b(?:of all (?:things|drugs|people|places|words)|if you please|believe it or not|would you believe)\b|(?<!\b(?:only|when|once|if|after|until|unless|where)(?: \p{L}+){1,6} )\b(?:is|was) (?:out(?! of)|off the table|excluded|dead)\b|\b(?:label|words?|name|term|diagnosis|entry|sentence|line)\b[^.]*\b(?:was|were|has been|have been) (?:removed|dropped|struck|deleted|withdrawn|abandoned|discarded|rejected|corrected|revised)\b|\b(?:everything|all that)\b.*\b(?:is|are) not\b|\b(?:do|does|did)(?: not|n[’']t) (?:go together|fit|match|square|agree|suit)\b(?! (?:with )?(?:you|me|him|her|us|them|everyone|everybody|patients|some)\b)|^\W*(?!(?:rheum|derm|doc|doctor|gp|nurse|consultant|\p{L}+ologist) )\p{L}+ says? (?:that )?it[’']?s\b|\b(?:claims?|pretends?|professes) to be\b|^\W*not the\b.*\bbut (?:its|the|their)\b|^\W*(?:to |in order to )?(?:rul(?:e|es|ing) out|exclud(?:e|es|ing)|against|speaking against|what speaks against|unlikely)\b/u;

/** Right behind a statement, of whatever form: what was just written is to be changed. */
export const TAKEN_BACK_BEHIND =
  /^\((?:f|false|wrong|no)\)|\b(?:it|this|that|they) (?:is|are|was|were) (?:anything but|nothing of the (?:kind|sort))[ ,.!]*$|^\W*(?:(?:take|leave|cross|strike|cut) (?:out|off)|strike|drop|remove|delete) the (?:first|second|third|fourth|last|other|wrong|odd|stray)(?: one| name)?\b|^\W*(?:\p{L}\w*: )?(?:(?:false|wrong|not so|nope|untrue|nonsense|rubbish)\b|only one (?:of (?:them|these|the \w+) )?(?:can be|is) (?:true|right|correct)\b|one of (?:them|these|the \w+) is (?:a fact|true|right|correct)\b|(?:would|could|can|will) (?:you|whoever|someone|somebody)\b[^.?]{0,60}\b(?:amend|correct|change|fix|strike|delete|remove)|(?:please|kindly|pls)[,]? (?:correct|strike|delete|cross|ignore|disregard|amend|change|remove|fix|replace|reword|rephrase|revise|rewrite)(?: out)? (?:this|that|it|the (?:sentence|line|word|bracket|entry|statement|phrase|above)|both|accordingly)\b|strike that|scratch that|ignore that|correction\b|i stand corrected|i (?:mean|meant)\b|sorry[,:]|oops|(?:that|this|it) (?:should|ought to|must|has to|needs to) (?:be(?! (?:\p{L}+ly |always |also |never |first |then |only )?(?:taken|swallowed|given|prescribed|used|avoided|started|stopped|stored|kept|watched|measured|monitored|treated|eaten|drunk|injected|cooled|worn|covered|chewed|limited|reserved|considered|managed|rotated|warmed|protected)\b)|read|say)\b|(?:that|this|the) (?:sentence|line|statement|claim|entry|answer|post|paragraph|wording|passage|slide|word|bracket) (?:was|is|has been|had been|should be|must be|will be|had) (?:\w+ )?(?:wrong|false|withdrawn|corrected|struck|removed|deleted|taken|replaced|swapped|changed|pulled|an error|a mistake|a slip|back)|i have (?:reverted|corrected|changed|removed|deleted|reported) (?:it|that|this)|(?:just |only )?(?:kidding|joking)\b|who (?:prints|writes|says|believes|told) (?:such|this|that|these|you)|this cannot be|that cannot be|discuss why (?:this|that) (?:cannot|can[’']t|is not|isn[’']t|is wrong|is false))/u;

/** An exercise: what it sets down is there to be judged, mended, or chosen from. */
export const EXERCISE =
  /\b(?:one|two|three|some|a) (?:of the )?(?:rows?|lines?|entr(?:y|ies)|cells?|sentences?|statements?|answers?)\b[^.]*\b(?:is|are|was|were) (?:\w+ )?(?:wrong|false|incorrect|invented|made up)\b|\b(?:(?:spot|find|mark|underline|circle|correct|mend|fix|improve|rewrite|reword|identify|name|detect|which is) (?:the|each|every|this|these|all|any|both|following)\b[^.?!:]{0,40}\b(?:errors?|mistakes?|slips?|sentences?|statements?|lines?|words?|faults?|claims?|wrong|false)|fill in|gap[- ]fill|(?<!\b(?:is|are|was) (?:the |an )?)odd (?:one|man) out|match (?:the|each|every|up)\b|multiple[- ]choice|mcq|pop quiz|(?<!\b(?:can|could|cannot|will|to|nobody|not) )(?:explain|say|discuss|state|tell us) (?:what is wrong|what[’']s wrong|why (?:this|that|it|the \w+) (?:is|are|cannot|can[’']t|must)|how you would correct)|rewrite (?:so|it|this|the)|(?<!\b(?:let me|i|we|to|she|he|they|will|was|were) (?:\p{L}+ )?)put (?:it|this|them|these) right|what(?: is|[’']s) wrong (?:with|here|in)|(?:one|two|three|some|all|which|none|only one|how many) of (?:these|the following|the) (?:\w+ )?(?:sentences?|statements?|answers?|lines?|claims?)|(?:only|just|exactly) (?:one|two|three) (?:of (?:these|them|the following) )?(?:is|are|can be) (?:true|false|right|wrong|correct)\b|which (?:word|statement|sentence|line|answer|part|claim|option|half)\b|true\W{0,3}(?:or|\/)\W{0,3}false|right\W{0,3}(?:or|\/)\W{0,3}wrong|\b[tryRTY]\b ?(?:\((?:true|right|yes|correct)\))? ?(?:or|\/) ?\b[FWNfwn]\b|(?:agree|disagree) or (?:agree|disagree)|mark each|(?<!\b(?:can|may|could|might|must|often|usually|to|doctors|we|they) )choose (?:the|one|between)|tick (?:the|all|one|what(?! (?:the patient|you|he|she|they|was|is) (?:takes?|has|have|had|took|given|used)))|select (?:the|one|all)|(?:pick|choose|spot|find|mark|name|give) the (?:false|wrong|untrue|odd|incorrect|true|right|correct) (?:one|answer|option|statement|sentence|line|choice)|deliberate mistakes?|test cases?|must (?:all )?be flagged|should (?:all )?be flagged|two truths and a lie)\b/u;

/** "[no – normal]", ": crossed." behind a statement; the same in a cell beside it. */
export const MARKED_FALSE =
  /^\W{0,2}\? ?(?:no|nope|wrong|not at all)\b|^[^.]{0,20}[[(:–—] ?(?:no|wrong|false|sic|crossed|swapped|reversed|nope|not so|incorrect|myth|nonsense)(?=[.,;:!)\]–—]|\s[–—]|\s*\(?[a-e1-5][).]\s|\s*$)/u;
export const MARK_OF_FALSE =
  /^\W*(?:f|false|no|n|wrong|w|x|0(?:\/\d+)?|not (?:true|so)|untrue|refuted|incorrect|myth|rejected|nonsense)\W*$|^\s*[✗✘❌❎👎]/u;
/** "This post has been flagged.", before what it says. */
export const FLAGGED =
  /\b(?:this|the following) (?:post|comment|message|page|text|paragraph|sentence|entry|story)\b[^.]*\b(?:flagged|removed|wrong|false|disputed|satire|not true|retracted|incorrect|invented|made up)\b/u;
/** A column of options to choose from. */
export const OPTION_HEADER = /^\W*(?:options?|choices?|distractors?)\b/u;

/** A list or a section of what is wrong. */
export const COLLECTION_OF_MISTAKES =
  /\b(?:mis(?:information|conceptions?|takes?|understandings?|prints?|nomers?)|howlers?|blunders?|bloopers?|gaffes?|clangers?|slips?(?! of paper)|errors?|errata|corrigenda|pitfalls?|traps?|fake news|hoax(?:es)?|rumou?rs?|nonsense|old wives|tall tales?|things (?:people|patients|readers) (?:say|believe|get wrong|tell)|what not to (?:write|say)|how not to|do not (?:write|say|copy)|never (?:write|say)|wrong answers?|bad examples?|negative examples?|counterexamples?|must (?:all )?be flagged|should (?:all )?be flagged|to be (?:corrected|flagged|rejected|fixed|marked down)|comments (?:under|below|section)|hallucinations?|oxymorons?|contradictions?|absurdit(?:y|ies)|bugs?|near miss(?:es)?|sayings|in breach|breach(?:es)? of|beliefs?|superstitions|prejudices|(?:stranger|odder|wilder|oddest|strangest) (?:ideas|things|claims|notions)|not (?:so|true)|\p{L}+n[’']t (?:so|true)|changelog|change log|release notes|fixed|search terms|searches|queries|deliberate)\b/u;

/** What people were found to believe. */
export const SURVEY =
  /\b(?:found (?:\w+ ){1,5}with (?:errors|mistakes|faults)|survey(?:ed)?|beliefs of|polled|we asked|were asked|was asked|passers-by|respondents)\b/u;

/** The answer to an exercise stands behind it. */
export const ANSWER_KEY =
  /^\W*(?:(?:answers?|key|solutions?|correct(?: answer)?|model answer|right answer)\b ?(?:key)?\W|it is [a-e]\b|\(it is)/u;

/** Headers of columns for what is not so, whatever stands beside them. */
export const REJECTED_HEADER =
  /\b(?:withdrawn|rejected|errors?|mistakes?|incorrect|superseded|hallucinations?|back-?translation|misconceptions?|common wrong|(?:looks?|sounds?|seems?|reads?|feels?) (?:like|as if)|(?:sounds?|seems?|looks?) to (?:be|mean)|(?:taken|mistaken|confused) (?:for|with)|not to be confused with|(?:is|does) not(?: mean)?|isn[’']t)\b|\b(?:is|are|does|do|was|were|has|have)(?: not|n[’']t)\b|\bnot\W*$/u;

/** "Draft 1" beside "Draft 2". */
export const FIRST_OF_SEVERAL = /\b(?:draft|version|edition|attempt|try|round|print|reading|proof)\W?(?:1|one|i|a)\b/u;

/** Headers of columns for what somebody supposed, and beside it stands what holds; or for the earlier of two wordings. */
export const GUESSED =
  /\b(?:back-?translation|withdrawn|rejected|errors?|mistakes?|slips?|wrong|misconceptions?|guess(?:es|ed)?|thought|supposed|assumed|believed|heard|expected|drafts?|old|earlier|previous(?:ly)?|former(?:ly)?|original(?:ly)?|bad|poor|misprint(?:ed)?|printed|typed|student|pupil|candidate|patient said|people say|wikipedia|chatbot|ai|google|machine|submitted|first version|my version|then|first attempt|suggests?|might think|(?:first|at first) (?:impression|sight|glance|look))\b|^before\b/u;
export const SETTLED =
  /\b(?:after|afterwards|answers?|second thoughts?|final|print(?:ed)? version|as printed|why|reason|new|now|means?|meaning|correct(?:ed|ion)?|right|looked|looking|book|dictionary|teacher|examiner|editor|points?|marks?|score|published|good|better|should|really|actual(?:ly)?|truth|is|revised|later|today|human|reviewer|reviser|amended|current|solution|pharmacist|doctor)\b/u;

/** "It does not say that …, that …", "what you will not find is a claim that it is …". */
export const NEVER_SAID =
  /(?:\b(?:not|never|nowhere|neither)|n[’']t) (?:\w+ )?(?:say|says|said|claim|claims|state|states|mean|imply|implies|suggest|suggests|find|read|hear)\b(?! (?:only|just))[^.;:]{0,90}\bthat\b|^\W*(?:nowhere|not once|at no (?:time|point)|in no \w+|by no (?:means|stretch)|under no circumstances|never|nor) (?:\w+ ){0,4}?(?:do|does|did|has|have|had|is|are|was|were|will|would|can|should)\b/u;

/** "Three of five drafts had it backwards and gave …". */
export const GOT_WRONG =
  /\b(?:ha[ds]|have|got|gets?|put|turned) (?:it|them|this|that|these|the two|both|everything|things) (?:all )?(?:backwards?|wrong|mixed[- ]up|the wrong way|back to front|upside down|reversed|muddled|confused|swapped)\b/u;

/** "This is the tertiary form.", behind what was told: it was told of that one. */
export const NAMED_NEXT =
  /^\W*(?:this|that|it) is (?:then )?(?:called|known as|termed|named|what \w+ call|the \w+ (?:form|type|kind|stage|phase|variety))\b/u;

/** "An exception is …", "its counterpart", "starts as …", "under X-ray guidance": not what the thing is or has, as a rule. */
export const SETS_APART =
  /\b(?:counterparts?|(?<!\bwithout )exceptions?|exceptional(?:ly)?|guidance|guided|began(?! with\b)|there were|(?:was|were) tried|urin(?:e|ary) (?:calcium|phosphate))\b/u;

/** "It starts as a red patch": what stands there is so at first. */
export const AT_FIRST = /\b(?:starts?|started|begins?) (?:out )?as\b[^,;]*$/u;

/** What care does to a level, or is to do to it. */
export const CARE_DOES =
  /\b(?:surgery|operations?|treat(?:ed|ment|ments)|therap(?:y|ies)|removal|remov(?:es?|ed|ing)|aims?|aimed|goals?|targets?)\b/u;

/** "Eat a normal amount of calcium", "Keep joints moving": advice to readers is no statement about the disease above. */
export const ADVICE =
  /^\W*(?:please |always |never |do not |don[’']t |try to |be sure to |make sure (?:to |you ))?(?:eat|drink|keep|take|avoid|ask|tell|see|go|call|use|try|limit|stop|wear|wash|rest|exercise|check|let|talk|speak|read|remember|watch|look|stay|move|cut|choose|follow|bring|put(?! (?:plainly|simply|briefly|shortly|bluntly|another|differently|in))|apply|start|continue|record|write|report|contact|phone|ring|visit|book|discuss|plan|add|reduce|lower|raise|protect|warm|cover|clean|treat)\b/u;

/** "An overactive thyroid (hyperthyroidism) is another condition.": a thing of its own, not what was spoken of. */
export const THING_OF_ITS_OWN = /^\W*(?:an? )?$/u;
export const IS_BEHIND = /^\W*(?:\([^)]*\)\W*)?(?:is|was|are|were|has|had|can|may)\b/u;

/** "Lowering the calcium is not the aim." */
/** "Food is rarely the reason": of one thing, and not of all causes. */
export const SELDOM_THE_CAUSE =
  /\b(?:is|are|was|were) (?:rarely|seldom|hardly ever|never|not|almost never|usually not) (?:the |an? |to )(?:real |main |whole |usual )?(?:reason|cause|blame|trigger|explanation)\b/u;

/** "Some people get hard lumps. This is called calcinosis": what happens is given its name. */
export const CALLED_THIS = /^(?:this|that) is (?:called|known as|termed|named|what [a-z ]{1,20}call)\b/u;

/** Between a class and what is no example of it any more. */
export const EXAMPLES_THEN =
  /^ (?:such as|like|including|for example,?|e\.g\.,?) (?:[^,;.]* or [^,;.]*|[\p{L}-]+(?: [\p{L}-]+)?), and $/u;

export const NO_AIM =
  /^\W*(?:is|was|are|were)(?: not|n[’']t) (?:the |an? |our |what )?(?:aim|goal|point|purpose|target|reason|cause|problem|culprit|explanation|trouble|issue|source|driver|answer|to blame|behind (?:it|this|them)|involved|needed|required|necessary)\b/u;

/** "One means unknown, and the other means …": which is which was told before. */
export const ONE_AND_OTHER = /\bone\b.*\bthe other\b/u;

/** "Hank's crystals are …", "the chalk of a tophus is …": of somebody's or something else's. */
export const OF_SOMEBODY =
  /^\W*(?:(?:what )?(?!it|that|what|he|she|there|here|who|let)\p{L}+['’]s |the \p{L}+ of (?:an? |the )?\p{L}+ (?:is|are|was|were)\b)/u;

/** "It may be cellulitis, but there is a condition called …": what was named first is no part of it. */
export const OTHERWISE_BUT = /\b(?:may|might|could|can) be\b.*\bbut\b/u;

/** "Low calcium may be treated with a drip. … This is iatrogenic calcinosis.": what care was for is no part of it. */
export const TREATED_FOR =
  /\b(?:treated|managed|corrected) with\b|\b(?:given|used|infused|got|gets?|gave|received?|needed|prescribed)\b[^.;,]{0,40}? (?:for|against|to (?:treat|raise|correct))\b/u;

/** "It stands beside the metastatic type, not under it", "chondrocalcinosis, which is not calcinosis": set apart. */
export const STANDS_BESIDE =
  /\b(?:beside|alongside|next to|apart from|is not|are not|was not)(?: the| a| an| its| any)?(?: (?:form|type|kind) of)? $/u;

/** "Uric acid in gout": the words right behind say of what it is told. */
export const TOLD_OF = /^ (?:(?:in|with) (?:an? )?|for (?:the |an? )?)$/u;

/** "It was the dystrophic sort that needed a scar.": which one did, not what a thing is. */
export const CLEFT = /\b(?:it|that|this) (?:is|was|were) (?:only )?the \w+ic(?: \w+)?$/u;
export const CLEFT_BEHIND = /^ ?(?:one |sort |type |kind |form )?(?:that|which|who)\b/u;

/** "The term could be met …; we would now call it …", "it is nonetheless listed as …": a name, and no description of it. */
export const NAME_ONLY =
  /\b(?:diagnoses|sounds? like|even though|despite (?:its|the|their) name|could be met|nonetheless|nevertheless|all the same|we (?:would |should )?now call)\b/u;

/** "They keep calcium in balance. When that is lost, …; this is called …": what held before is no part of it. */
export const NO_LONGER_SO = /\b(?:out of balance|(?:is|are) lost|(?:is|are) upset|(?:fails?|breaks? down))\b/u;

/** Whether one of these expressions, which are of small letters, matches a text of any letters. */
export function says(expression: RegExp, text: string): boolean {
  return expression.test(text.toLowerCase());
}

/** "Key: c. It is an NSAID.": what stands behind the key of a question speaks of the answer. */
export const KEY_BEFORE = /^\W*(?:answers?|key|solutions?|correct(?: answer)?)\b[^.]{0,12}\b[a-e1-5]\b\W*$/u;

/** "keeps phosphate", which goes on "normal", "in check", "from rising". */
export const KEEPS = /\b(?:keep|keeps|keeping|kept|hold|holds|holding|held)\b/u;
export const AT_A_LEVEL =
  /^ (?:levels? |(?:in|of) (?:the|your) blood )?(?:normal|low|lower|down|stable|steady|constant|even|level|flat|balanced|in (?:check|range|balance|bounds|line|order|normal)|within|under|below|near|at bay|at (?:a|an|the)|from (?:\p{L}+ )?\p{L}+ing|off|away|out|apart|dissolved)\b/u;

/**
 * "I would give a lot for it to be harmless", "tell yourself that …, and see how soon …"; but "I wish somebody had told
 * me" goes on with what is so.
 */
export const WISHING =
  /(?<!\p{L})(?:i wish(?! (?:some(?:body|one)|any(?:body|one)|they|people|(?:my|the) doctors?) had (?:told|said|written|explained|warned|known))|(?:would|could) have sworn|would give (?:a lot|a great deal|much|anything|everything)|(?:tell|say to) yourself|try to (?:imagine|picture|believe)|(?:imagine|suppose|pretend)(?! \p{L}+ing))(?!\p{L})/u;

/** "The committee voted down a motion to list …": what was proposed is not done. */
export const VOTED_DOWN =
  /(?<!\p{L})(?:vot(?:ed|es) (?:down|against)|turn(?:ed|s) down|reject(?:ed|s)|refus(?:ed|es)|threw out|throws out|dismiss(?:ed|es)|str(?:uck|ikes) down|declin(?:ed|es)|oppos(?:ed|es)|overrul(?:ed|es)|lost) (?:an?|the|any|every|our|his|her|their|my|all) (?:\p{L}+ ){0,2}(?:motion|proposal|suggestion|idea|request|plan|attempt|move|draft|bid|argument|notion|call)s? (?:to|that|of|for)(?!\p{L})/u;

/** "In our first draft circumscripta was explained as widespread and universalis as …" */
export const GIVEN_AS =
  /(?<!\p{L})(?:was|were|had been) (?:explained|described|given|listed|defined|shown|rendered|translated|glossed) as(?!\p{L})/u;

/** "Anyone who takes this for a harmless form …" */
export const MISTAKES_FOR = /(?<!\p{L})(?:takes?|took|taking|mistak\p{L}+) (?:this|it|them) for an?(?!\p{L})/u;

/** "Keep these off any list of the types", "do not count …" */
export const KEPT_OFF =
  /(?<!\p{L})(?:keep (?:these|them|this|it|the following) (?:off|out)|(?:do not|don[’']t|never) (?:list|count|include|put|file|add))(?!\p{L})/u;

/** "What it isn't", "Calcinosis is not": the items below are what it is not. */
export const DENYING_TITLE = /\b(?:is|are|does|do|was|were)(?: not|n[’']t)\W*$/iu;

/** "To avoid mistakes, remember:" introduces what holds. */
export const AGAINST_MISTAKES = /\b(?:avoid(?:s|ing)?|prevent(?:s|ing)?|without|free of|remember|facts)\b/iu;
