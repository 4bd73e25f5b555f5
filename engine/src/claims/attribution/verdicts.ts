import { says } from './disowning-words.js';

/**
 * What a text thinks of what it has just told as somebody's words, as far as grammar shows it and not the single word:
 * whether it takes their side, or finds nothing that bears them out.
 */

const ENDORSED =
  /(?<!\p{L})(?:(?:is|was|are|were|be|been|had|has|that[’']s|he[’']s|she[’']s) (?:\p{L}+ )?(?:right|correct|true)(?!\p{L})(?! (?:type|kind|name|word|term|answer|class|one|version))|agrees?|(?:it|that|this) (?:holds(?! no)|stands|checks out)|confirm(?:s|ed)|indeed|rightly|good (?:advice|rule|point|summary))(?!\p{L})/u;
const RELIED_ON =
  /(?<!\p{L})(?:which (?:it|they) (?:is|are|does|do)[.!]|(?:he|she|they) (?:should|ought to|must) know|trust (?:him|her|them)|ha(?:s|ve) yet to (?:catch|find|hear|see)|(?:is|was|are|were|has|have|had) never (?:been )?wrong|worth (?:learning|reading|remembering|knowing|keeping|noting)|(?:his|her|their) word for|wrote (?:it|this|that) down|put (?:it|this|that|them) on my list|learn (?:it|this|that) by heart|by heart before|as sound|made (?:it|that|this|things) clear|had it (?:exactly|quite|perfectly|entirely|absolutely) right)(?!\p{L})/u;
const DENYING =
  /(?<!\p{L})(?:not|nor|neither|wrong|mistaken|mistake|nobody|none|no|whether|if|only|but|changed|corrected|other|second)(?!\p{L})|n[’']t(?!\p{L})|\?|:/u;

/** "Our pharmacist agrees.", "She was right." */
export function isEndorsed(closing: string, after: readonly string[]): boolean {
  return [closing, ...after.slice(0, 2)].some((text) => says(ENDORSED, text) && !says(DENYING, text));
}

/** "… and she should know", "which it is", "I wrote it down at once.": whoever said it, the text goes by it. */
export function isReliedOn(closing: string, after: readonly string[]): boolean {
  return [closing, ...after.slice(0, 2)].some((text) => says(RELIED_ON, text) && !/n[’']t\b|\bnot\b/iu.test(text));
}

/**
 * "In fact …", "Fact: …", "Write instead: …", "She put him right: it is …": the writer's own words, which what stands
 * before does not disown.
 *
 * @param start of the sentence, up to the statement
 */
export function opensWithCorrection(start: string): boolean {
  return says(CORRECTING, start) || says(PUTS_RIGHT, start);
}

const CORRECTING =
  /^\W*(?:(?:the )?(?:facts?|truth|reality)\W*[:–—]|in (?:actual )?fact\b|in truth\b|in reality\b|(?:write|say|read|put) instead\b|instead(?: of (?:that|this|it))?,? (?:write|say|put)\b|write that\b|the truth is\b|(?:it|that|this) should (?:have |of course have )?(?:said|read|been|say|be|read)\b)/u;
const PUTS_RIGHT =
  /(?<!\p{L})(?:(?:put|puts|set|sets) (?:me|us|him|her|it|this|that|them|the record) (?:right|straight)|corrected (?:me|us|him|her|it|this|that|them))(?: at once| then| there)?: \W*(?:it (?:is|was|[’']s) )?(?:an? |the )?$/u;

/** "The manufacturer denies that …", "she disputes the claim that …" */
export function isRefused(start: string): boolean {
  if (says(FALSEHOOD, start) || says(TO_BE_TOLD, start)) return true;
  return says(REFUSING, start) && !says(REFUSED_BY_NOBODY, start);
}

const REFUSING =
  /(?<!\p{L})(?:den(?:y|ies|ied)|doubts?|doubted|disput(?:es|ed)|reject(?:s|ed)?|refut(?:es|ed)|contest(?:s|ed)|disbeliev(?:es|ed)|question(?:s|ed))(?: (?:the|any|this) (?:\p{L}+ )?(?:claim|idea|notion|statement|suggestion|view|rumou?r|story|belief))? that [^.;:]{0,60}$/u;
/** "A long-lived error in exams is that …", "do not let anybody persuade you that …" */
const FALSEHOOD =
  /(?<!\p{L})(?:errors?|mistakes?|myths?|misconceptions?|fallac(?:y|ies)|slips?|fictions?|fables?|superstitions?|misunderstandings?|blunders?|traps?|lies?|legends?|rumou?rs?|old wives[’'] tales?|nonsense)(?!\p{L})[^.;:]{0,60}(?<!\p{L})(?:is|was|remains|says|holds|has it|goes|tells us|would have (?:it|us believe))(?: that|:| to (?:think|say|believe|write|call|claim|suppose)) ?[^.;:]{0,50}$|(?:(?<!\p{L})(?:not|never|nobody|no one|hardly)|n[’']t)(?: \p{L}+){0,4} (?:persuade|convince|tell|fool|talk|mislead|scare|lead|trick) (?:yourself|you|anyone|anybody|me|us|him|her|them|people|patients|readers)(?: into \p{L}+ing| to (?:think|believe))? (?:that )?[^.;:]{0,30}$/u;
/** "Ask the forum, and you will be told it is …", "you may hear that …" */
const TO_BE_TOLD =
  /(?<!\p{L})(?:(?:you|one|we|they|people|patients)(?: will|[’']ll| may| might| can| could| would)(?: (?:often|also|sometimes|still|even|then|well|soon))?|to) (?:be (?:told|informed|assured|warned)|come across|meet people who|find people who|hear|hear it said|be led to think)(?: \p{L}+){0,3}(?: that| it (?:is|was)|,? ["“‘])[^.;:]{0,30}$/u;
const REFUSED_BY_NOBODY =
  /(?<!\p{L})(?:nobody|no one|not|never|hardly|cannot|can|could|would) (?:\p{L}+ ){0,2}(?:den|doubt|disput|reject|refut|contest|disbeliev|question)/u;

/** "Check that you have not written any of these:", "Please strike the following from the draft:" above a list. */
export function refusesItems(leadIn: string): boolean {
  return /:\W*$/u.test(leadIn) && says(REFUSED_ITEMS, leadIn);
}

const REFUSED_ITEMS =
  /^(?!.*(?<!\p{L})(?:only|instead|without|remember|rather|don[’']t forget)(?!\p{L})).*(?:(?<!\p{L})(?:strike|strikes|struck|delete|deletes|deleted|remove|removes|removed|leave out|leaves out|left out|cut|drop|dropped|cross out|crossed out|reject|rejects|rejected|ban|banned|bans|scrap|scrapped|weed out|throw out|threw out|sent back|send back|returned|refuse|refused|refuses|marked down|took out|take out)(?!\p{L})[^:]{0,70}(?<!\p{L})(?:these|the following|following|any|anything|all|lines?|sentences?|statements?|claims?|phrases?|answers?|wordings?|drafts?|text|manuscripts?|below)(?!\p{L})[^:]{0,80}|(?:(?<!\p{L})(?:not|never|cannot|nothing|none|nowhere|no longer|nobody|no one)|n[’']t)(?!\p{L})[^:]{0,40}(?<!\p{L})(?:write|written|wrote|say|says|said|claim|claims|claimed|stated?|states|print|printed|publish|published|call|called|copy|copied|repeat|repeated|believe|accept|accepted|hear|let pass|quote|quoted)(?!\p{L})[^:]{0,60}):\W*$/u;

/** "To call X a form of Y is a common slip.": whatever is said of the saying, it is not what is said, but for praise. */
export function isWeighed(sentence: string): boolean {
  return says(SET_ASIDE, sentence) || (says(WEIGHED, sentence) && !says(PRAISED, sentence));
}

/** "That they speed it up can be dismissed." */
const SET_ASIDE =
  /^\W*(?:but |and |yet )?that (?!is |was |does |did |has |means ).*(?:(?:can|may|could|must|should|might) (?:\p{L}+ )?be|(?:is|was|has been)) (?:\p{L}+ )?(?:dismissed|ruled out|excluded|discounted|disregarded|discarded|rejected|refuted|disproved|unlikely|out of the question)(?!\p{L})/u;

const WEIGHED =
  /^\W*(?:but |and |so |yet )?(?:calling|saying|claiming|describing|labell?ing|to (?:call|say|claim|describe|label|speak of|write)|whoever (?:calls|says|claims|describes|labels|writes)|anyone who (?:calls|says|claims|describes|labels|writes))(?!\p{L}).* (?:is|was|has|would be|may be|remains|shows|puts|misses|does|gets|needs|will|must) (?:an?|the|to|one|its|his|her|their|no|not|over|very|quite|simply|just|like|wrong|mis\p{L}+|been)(?!\p{L})/u;
const PRAISED =
  /(?<!\p{L})(?:is|was|would be|remains) (?:\p{L}+ )?(?:right|correct|fair|accurate|true|proper|apt|exact|usual|standard|customary|no (?:mistake|exaggeration|error)|not (?:wrong|a mistake|an error|far off|far wrong|inaccurate)|the (?:best|right|correct|usual))(?!\p{L})/u;

/** Words for what would bear a statement out, or for its being so. */
const SUPPORT = String.raw`(?:find|found|trace[ds]?|supports?|supported|back(?:s|ed)?|bears?|bore|confirm(?:s|ed)?|verif\p{L}+|sources?|evidence|stud(?:y|ies)|textbooks?|books?|papers?|authors?|references?|dermatolog\p{L}+|dictionar\p{L}+|believ\p{L}+|trust(?:ed|s)?|true|truth|right|correct|agrees?|holds?|stands?|exists?|happens?|divid\p{L}+|classif\p{L}+|recogni[sz]\p{L}+|accept\p{L}*|sense|play(?:s)? along|let (?:that|this|it) stand|repeat(?:ed)?|sign(?:ed)? (?:that|it|this)|survive[ds]?|stick|stuck)`;
const NO = String.raw`(?:not|no|never|nothing|nobody|none|neither|nowhere|hardly|scarcely|cannot|fail(?:s|ed)? to|unable to|\p{L}+n[’']t|only)`;

const UNSUPPORTED = new RegExp(
  String.raw`(?<!\p{L})${NO} (?:[^.;:]{0,45}? )?${SUPPORT}(?!\p{L})|(?<!\p{L})(?:find|found|appears?|stands?|occurs?|see|saw|has|have|had|bears?) (?:\p{L}+ )?(?:no|nothing|none|nowhere|in no|on no)(?!\p{L})|(?<!\b(?:while|whereas) [^.;]{0,60})nothing to do with|(?:i|we|if only|one) wish(?:es)? (?:it|that|this|they|i|he|she|we)(?!\p{L})|if only|the (?:exact |very |precise |plain )?(?:opposite|reverse|contrary)|wishful|(?:faults?|flaws?|weakness(?:es)?)(?!\p{L})|given up|stopped (?:arguing|discussing|listening|reading|using|talking)|can you believe|guess (?:what|how|who)|bless (?:him|her|them)|so (?:he|she|they|it) (?:says|said|thinks|claims)|(?:fell|fall|nearly fell) (?:off|silent|about)|went (?:quiet|pale|silent|red)|choked|spluttered|spam|(?:has|have|had) to go(?!\p{L})|to be replaced|out of print|throw (?:it|them|this|that) (?:away|out)|threw (?:it|them|this|that) (?:away|out)|re-?(?:wr(?:ite|ote|itten)|do(?:ne)?|phras\p{L}+|word\p{L}+|check\p{L}*|print\p{L}*|issu\p{L}+)(?!\p{L})|tak(?:e|en) (?:the|that|this) \p{L}+ down|says? who|lie(?:s|d)? (?:to|about)|quietly (?:removed|moved|dropped)|moved (?:it|them|that) long`,
  'u',
);

/** "We could not find one paper that divides it so", "I wish it were", "The books do not bear him out." */
export function isUnsupported(text: string): boolean {
  return says(UNSUPPORTED, text);
}
