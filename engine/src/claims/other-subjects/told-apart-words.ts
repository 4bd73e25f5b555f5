/**
 * The English by which a sentence tells its value apart from the thing that it was read of. Grammar, not medicine.
 */

// What is denied, excluded, or said of none.

/** "It is a different illness from overactive parathyroids": what it is not. */
export const DIFFERENT_FROM =
  /(?<!\p{L})(?:different|distinct|separate|another|other) (?:\p{L}+ ){0,3}(?:from|than|to)(?!\p{L})/iu;

/** "…, and neither is vitamin D" */
export const NEITHER_IS =
  /(?<!\p{L})(?:neither|nor) (?:is|are|was|were|do|does|did|can|has|have|will) (?:an? |the )?(?:\p{L}+ ){0,2}$/iu;

/** "Neither kidney failure nor an overdose of vitamin D accounts for it." */
export const NEITHER_NOR = /^\W*neither(?!\p{L})[^.;]*(?<!\p{L})nor(?!\p{L})/iu;
/** "It neither comes from burns nor goes with …" */
export const NEITHER_BEFORE = /(?<!\p{L})neither(?: \p{L}+){1,5} (?:nor (?:\p{L}+ ){0,5})?$/iu;
/** "It has little to do with burns", "as little as the dystrophic type has with …" */
export const LITTLE_TO_DO =
  /(?<!\p{L})(?:(?:little|nothing|less|not much|not a lot|no more) to do with (?:\p{L}+ ){0,3}|as little [^.;]* as [^.;]*)$/iu;
export const STATEMENT_BEHIND_NOR = /(?<!\p{L})nor(?!\p{L})[^.]*(?:;|, (?:and|but|yet)) /iu;

/** "Dystrophic calcinosis is anything but the rarest." */
export const NEGATED = /(?<!\p{L})(?:anything but|by no means|in no way|nowhere near|not remotely) (?:an? |the )?$/iu;

/** "…, a bacterial infection and the effects of medicines have to be excluded" */
export const EXCLUDED =
  /^(?:[^.;:,]|, (?!so |which ))*(?<!\p{L})(?:to be|must be|should be|can be|may be|could be|is|are|was|were|been) (?:first |always |both |all |safely |then )?(?:excluded|ruled out|set aside|put aside|dismissed|discarded|discounted|dropped|crossed off|struck off)(?!\p{L})/iu;

/** "They have ruled out injured tissue (dystrophic), …" */
export const RULED_OUT = /(?<!\p{L})(?:rul(?:e|es|ed|ing) out|exclud(?:e|es|ed|ing))(?!\p{L})[^.;]*$/iu;

/** "A known cause rules the word idiopathic out", "… and the word *idiopathic* is out of place" */
export const OUT_OF_PLACE =
  /^["”’*_)]*(?: type| kind| form)? (?:out(?! of the)(?!\p{L})|(?:is|are|was|would be) (?:out of place|wrong|misplaced|the wrong (?:word|name|term))|does not (?:fit|apply|belong))/iu;

/** "No overdose of vitamin D. … Calcium is normal." */
export const NONE_OF = /(?<!\p{L})(?:no|without|neither|nor) (?:\p{L}+ ){0,2}$/iu;

// What belongs to another part of the sentence, with a subject of its own.

/** "Its crystals are …, while the lumps in the skin are …" */
export const WHILE = /[,;] (?:while|whereas) (?!(?:it|its|they|their|this|these|he|she|you|your)(?!\p{L}))/iu;

/** "I have had iontophoresis twice, and next month they try shock waves" */
export const NEXT_ACTOR =
  /, (?:and|but|so|then) (?:\p{L}+ ){0,3}(?:(?:we|he|she|you|i) \p{L}+|they (?:try|tried|will|want|wanted|plan|planned|gave|give|offer|offered))(?!\p{L})/iu;

/** "its dystrophic cousin needs tissue that was damaged"; "the relatives" are people. */
export const KIN =
  /(?<!\p{L})(?:(?:its|their) (?:\p{L}+ )?(?:cousins?|siblings?|sisters?|brothers?|twins?|relatives?|namesakes?|neighbou?rs?)|the (?:\p{L}+ )?(?:cousins?|twins?|namesakes?))(?!\p{L})/iu;

/** "Unlike the dystrophic type, in which the skin was damaged": said of the one that it is set against. */
export const SET_AGAINST =
  /(?<!\p{L})(?:unlike|in contrast (?:to|with)|contrary to|as opposed to|as against|compared (?:to|with)|other than|different from) [^,;:.]*,? (?:(?:in|of|for|with|under) (?:which|whom)|which|where|whose|who) [^,;:.]*$/iu;

/** "Here it is different: …" */
export const DIFFERENT =
  /(?<!\p{L})(?:it|that|this|things?|matters|the case)(?: is| are|['’]s) (?:quite |very |rather )?(?:different|otherwise|another matter)(?!\p{L})/iu;

/** "It is the mirror image of the commonest type. There, calcium settles in …" */
export const THERE = /^\W*there, /iu;

/** ", and the finger lumps of systemic sclerosis come …" */
export const OF_OTHER = /^ \p{L}+ (?:of|in) /u;

/** Behind the comma the next thing stands; before the value a noun, and no "In" or "When". */
export const NEXT_THING = /^, (?:and |but |while |whereas )?(?:an? |the )$/u;

export const OWN_NOUN = /^\W*(?:an? |the )\p{L}{4,}(?: \p{L}+){0,3} $/iu;

export const IS_NEXT = /^(?: there| here| alone| itself)? (?:is|are) (?:an? |the )?$/u;

export const GAPPED =
  /^ (?:mainly|mostly|chiefly|usually|largely|more|rather) (?:about|from|with|by|of|in|to)(?!\p{L})/u;

/** "Scrotal, vulval and heel-stick calcinosis" */
export const IN_A_ROW = /^(?:, \p{L}+)*,? (?:and|or) $/u;

export const CALLED = /^[^,;:.]*(?<!\p{L})(?:is|are|was|were)(?: called| the| an?)* (\p{L}+)/iu;

/** "one expert called them iatrogenic, the hospital's expert idiopathic" */
export const POSSESSIVE =
  /, (?:an? |the |my |our |her |his )?(?!(?:it|that|he|she|what|there|here|who|let)['’])\p{L}+['’]s (?!(?:an?|the|also|one) )\p{L}+ $/u;

/** "…, for its place is with the metastatic type" */
export const FOR_ITS = /,? for (?:its|their|his|her)(?!\p{L})/iu;

/** "You might expect the metastatic type to be the commonest. In fact it is the dystrophic one." tells which, not what. */
export const WHICH_ONE =
  /^\W*(?:(?:in fact|actually|no|rather|instead|but|in truth|of course),? )?(?:it|that)(?: is| was|['’]s) (?:in fact |actually |really )?the \p{L}+ (?:one|type|kind|form|sort)(?!\p{L})/iu;

/** "It was the parathyroid hormone that came back high" */
export const CLEFT = /^\W*it (?:is|was) (?:an? |the )?(?:\p{L}+ )?$/iu;

export const CLEFT_BEHIND = /^(?: \p{L}+)?,? (?:that|which|who)(?!\p{L})/iu;

/** "That is how a medicine against clots can …" */
export const HOW =
  /(?<!\p{L})(?:that|this|which|it)(?: is|['’]s| was) (?:how|why|when|where|because) (?:an? |the )?$/iu;

export const SAID_OF_IT =
  /(?<!\p{L})(?:(?:is|are|was|were) (?:just |only )?|['’]s )(?:an?|another|one of (?:the|those|these)) (?:\p{L}+ )?$/iu;

// What is so in one case, or comes of something else.

/** "When calcinosis belongs to an autoimmune disease, …" */
export const IN_CASE = /(?<!\p{L})(?:when|where|if|whenever|once) (?:the |an? )?$/iu;

export const GOES_WITH = /^ (?:belongs?|goes|comes) (?:to|with|from) /iu;

/** "Metastatic is not on offer, as long as the levels are normal." */
export const DENIED_WHERE =
  /^ (?:is|are|was|were|can|could|does|do|did|will|would)(?: not|n['’]t| never)(?!\p{L})[^.;]*(?<!\p{L})(?:as long as|so long as|if|when|since|because|where|once) /iu;

export const FOLLOWS = /^,? (?:so|and so|so that|which means|and (?:then|therefore))(?!\p{L})/iu;

export const LESSENS =
  /(?<!\p{L})(?:lowers?|lowered|reduces?|blocks?|stops?|suppress(?:es)?|cuts?|less|without|decreases?|falls? in|lack of|loss of) (?:the |its |your )?(?:\p{L}+ )?$/iu;

/** "warfarin stopped in view of …" */
export const STOPPED_FOR =
  /(?<!\p{L})(?:stopped|held|paused|withheld|discontinued) (?:in view of|because of|due to|for|after|on account of|owing to)(?!\p{L})/iu;

// Words that look like a value and are none.

/** "Warfarin is the one that blocks vitamin K." */
export const ONE_THAT = /(?<!\p{L})the (?:only )?ones? (?:that|which|who) (?!(?:is|are|was|were) )\p{L}+ (?:the )?$/iu;

/** "We follow the majority": of those who write, and not of cases. */
export const WITH_MANY =
  /(?<!\p{L})(?:follow(?:s|ed|ing)?|join(?:s|ed|ing)?|(?:agree|side|go|goes|went|sided|agreed) with) (?:the )?(?:\p{L}+ )?$/iu;

/** "Calcinosis is, in many people, the mark of an autoimmune disease." */
export const MARK_OF = /(?<!\p{L})(?:mark|companion|herald|forerunner) (?:of|to)(?!\p{L})/iu;

/** "An X-ray is better than MRI for seeing calcium." */
export const BETTER_THAN =
  /^s? (?:is|are|may be|can be) (?:often |usually |much |even )?(?:better|worse|cheaper|quicker|faster|more (?:useful|precise|sensitive)|less (?:useful|precise|sensitive)) than $/iu;

/** "…, most often from a kidney team" */
export const NOT_A_RANK = /^ (?:from|by|with|at|after|because|through|given|used|as)(?!\p{L})/iu;

/** "each can lay calcium down" */
export const LAYS = /(?<!\p{L})(?:lay|lays|laid|laying) (?:the )?$/iu;

/** "The scan was last month." */
export const LAST = /\blast$/iu;

export const PERIOD =
  /^ (?:month|week|year|night|time|spring|summer|autumn|fall|winter|january|february|march|april|may|june|july|august|september|october|november|december|\p{Lu}\p{L}+day)(?!\p{L})/iu;

/** "most often" */
export const OFTEN = /often$/iu;

/** Between a value and a thing in brackets. */
export const IN_BRACKET = /\(\s*$/u;

/** "telangiectasia, sclerodactyly, the esophagus and …": a name in a row. */
export const NEXT_NAME = /^, (?:the )?$/u;
export const NAME_BEFORE = /, $/u;
export const NAME_BEHIND = /^ and /u;

/** "raised calcium speaks against the dystrophic type" */
export const AGAINST =
  /^(?: and [\p{L} ]{2,30}?)? (?:would |strongly |clearly )?(?:(?:speaks?|argues?|tells?|counts?|weighs?|points?) (?:clearly |strongly )?(?:against|away from)|rules? out|excludes?|makes? (?:\p{L}+ ){1,4}(?:unlikely|less likely))(?!\p{L})/iu;
