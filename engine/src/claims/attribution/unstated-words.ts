/**
 * The English by which a sentence names what is not so, might be so or only looks so. Grammar, not medicine. Each
 * expression ends where that part of the sentence begins, or, of those that look back, where it ends; all are of small
 * letters, and so is what they are asked of.
 */

/** How far such words reach: to the next comma, through the clause, or back to its beginning. */
export type Reach = 'phrase' | 'clause' | 'back' | 'around';

/**
 * What must stand there for a statement to be none: the value, the thing that it is said of, both of them, the value
 * with the thing in another sentence, the value while the thing stands before or behind that part, or one of the two
 * and not the other.
 */
export type Holds = 'value' | 'thing' | 'both' | 'alone' | 'apart' | 'one';

export interface Unstating {
  readonly words: RegExp;
  readonly reach: Reach;
  readonly holds: Holds;
  /** Relations whose readers know these words: "nobody can say where it comes from". */
  readonly knownTo?: ReadonlySet<string>;
  readonly denies?: true;
}

const TEXTS =
  'textbooks?|books?|authors?|sources?|doctors?|dermatologists?|rheumatologists?|nephrologists?|pathologists?|physicians?|clinicians?|experts?|guidelines?|specialists?|papers?|nurses?|pharmacists?|leaflets?|atlas(?:es)?|classifications?|reviewers?|editors?|teachers?|examiners?|articles?|manuals?|texts?|formular(?:y|ies)|dictionar(?:y|ies)|pages?|lists?';
const HOLD = 'think|suppose|expect|suspect|guess|believe|assume|imagine|conclude|infer|fear|hope|swear';

/** Ways of words that deny or undo what stands behind them. */
const DENYING: readonly Unstating[] = [
  right('phrase', 'value', '(?<!not )(?<!not so )far from(?: being| having| a case of)?'),
  right('phrase', 'value', 'anything but', 'as opposed to', 'contrary to', 'by no means', 'in no way'),
  right('phrase', 'value', '(?<!nothing )(?<!none )(?<!no one )(?<!nobody )(?:instead of|rather than|other than)'),
  // "The idiopathic group was free of lupus, scleroderma and kidney disease."
  right(
    'clause',
    'value',
    '(?:is|are|was|were|be|been|being|remained|stayed) (?!not )(?:\\p{L}+ )?(?:free|clear) (?:of|from)(?! charge)',
  ),
  right('clause', 'both', '(?:no such thing as|there (?:is|are) no such)'),
  right('clause', 'value', "(?:it is|it[’']s|is|was|are) not enough (?:that|for|to|if|when)"),
  right('phrase', 'value', '(?:takes?|needs?|requires?|asks for|calls for) more than'),
  {
    ...right(
      'clause',
      'value',
      `(?:no|not one|not a single|hardly any|scarcely any) (?:\\p{L}+ ){0,2}(?:${TEXTS})(?! (?:doubts?|denies|deny|disputes?|misses|miss|forgets?|overlooks?|wants|likes)\\b)`,
      `(?:nobody|no one|none of us) (?:(?:would|should|could|will|can|has|have|had|ever) )*(?:${HOLD}|say|call|describe|name|list|file|speak|class|count|report)(?:s|ed|d)?(?! (?:why|how|where|what|whether)\\b)`,
    ),
    knownTo: new Set(['unknown-cause']),
  },
  {
    words: behind(
      "(?:do|does|did)(?: not|n[’']t) (?:really |even |simply )?exist",
      '(?:is|are) (?:unheard of|unthinkable|impossible|out of the question|a contradiction|no such thing)',
      'makes? no sense',
    ),
    reach: 'back',
    holds: 'value',
  },
  right(
    'clause',
    'value',
    '(?:fail(?:s|ed|ing)?|refus(?:e|es|ed|ing)|neglect(?:s|ed)?|unable|powerless|not able|too (?:weak|small|slow|little|few)(?: \\p{L}+)?) to',
  ),
  {
    words: behind(
      '(?:is|are|was|were|be|been) (?:off the table|ruled out|set aside|put aside|out of the question|no longer (?:likely|possible|an option))',
      '(?:can|could|may|might|must|should|to) (?:then |also |safely |thus )?be (?:excluded|dismissed|discarded)',
    ),
    reach: 'back',
    holds: 'thing',
  },
  // What stands in the way of something keeps it from being so.
  right(
    'clause',
    'value',
    '(?:closes|blocks|bars|shuts|cuts|stops|plugs|obstructs|inhibits|jams)(?: off| up)? (?:an?|the|its|one|that|every|another) (?:\\p{L}+ )?(?:way|path|pathway|door|road|route|channel|gate|entrance|transporter|pump|protein)s? (?:by|through|along|on|over|in|via|with|for)? ?(?:which|that|whose)',
  ),
];

/** What only looks so. */
const LIKENING: readonly Unstating[] = [
  right('clause', 'value', 'as (?:if|though)'),
  right(
    'phrase',
    'value',
    '(?:sounds?|sounding|seems?|appears?|acts?|behaves?|looks?|reads?|feels?) (?:\\p{L}+ )?(?:\\p{L}+ )?like(?: being)?',
    'resembl(?:es?|ing|ed)',
    '(?:pass(?:es)?|(?:mis)?taken|mistakes?) for',
    '(?:masquerad(?:es?|ing)|pos(?:es|ing)|disguised|dressed up) as',
  ),
  // "The letter R reminds us of …" says what it is short for.
  {
    ...right('phrase', 'value', 'remind(?:s|ed|ing)?(?: \\p{L}+){1,3} of'),
    knownTo: new Set(['stands-for']),
  },
];

/** What somebody might think, and what would be so if things were otherwise. */
const SUPPOSING: readonly Unstating[] = [
  right('clause', 'value', 'whether'),
  // "when doctors have looked for an injury and have found none"
  {
    ...right(
      'clause',
      'value',
      '(?:look|search|hunt|check|test|screen|ask)(?:ed|ing)? (?:\\p{L}+ )?(?:for|about)(?=[^.;]*(?<!\\p{L})(?:(?:f(?:ou|i)nds?|seen|saw|detected) (?:neither|none|nothing)|(?:neither|none|nothing) (?:is|was|were|has been|could be) (?:found|seen|detected|there))(?!\\p{L}))',
    ),
    knownTo: new Set(['unknown-cause']),
  },
  right(
    'clause',
    'alone',
    '(?:look|search|hunt|check|test|screen)(?:ed|ing) (?:\\p{L}+ )?for',
    // "We looked for lupus, for an old injury and for high calcium."
    '(?<=(?<!\\p{L})(?:look|search|hunt|check|test|screen)(?:ed|ing) (?:\\p{L}+ )?for [^.;:]*(?:,|,? and|,? or) )for',
    'in search of',
  ),
  // "Before you settle for idiopathic, rule out high calcium"
  {
    ...right(
      'clause',
      'value',
      '(?:rule|rules|ruled|ruling) out',
      'exclud(?:e|ing)',
      '(?<!to )(?:check|test|screen|search|hunt|look|watch)(?:s|ing)? (?:\\p{L}+ly )?for',
    ),
    knownTo: new Set(['unknown-cause', 'is-a', 'has']),
  },
  // "It is what lets us come off steroids" does not say what it is, and "it is what doctors call a steroid" does.
  {
    ...right(
      'clause',
      'value',
      '(?:is|are|was|were) what(?! (?:\\p{L}+ ){0,3}(?:call(?:s|ed)?|name[sd]?|term(?:s|ed)?|knows?|known|refers?|means?|labels?)(?!\\p{L}))',
    ),
    knownTo: new Set(['unknown-cause', 'level', 'has', 'tissue', 'caused-by', 'associated-with', 'stands-for']),
  },
  right(
    'clause',
    'value',
    `(?:one|you|anyone|anybody|people|some|many|(?:a|the|any|every) \\p{L}+|we|i) (?:might|may|could|would) (?:easily |well |also |at first |be forgiven for |be tempted to |be led to |be inclined to )?(?:${HOLD})(?:ing)?(?! so\\b)`,
    `(?:whoever|(?:anyone|anybody|those|people|he|readers|patients|somebody|someone) who) (?:still )?(?:${HOLD})s?(?! so\\b)`,
    '(?:might|may|could|would|can|cannot|should) (?:\\p{L}+ )?(?:mis)?take (?:it|this|that|them|him|her) for',
  ),
  {
    words: behind(
      '(?:that|this|it|which|there|we|one|you|doctors?) would (?:\\p{L}+ly |also |then |rather |no longer |still |not )*(?:be|mean|make|point|count|speak|suggest)',
    ),
    reach: 'around',
    holds: 'value',
  },
];

const JUDGES =
  'call|writ|wrote|say|said|speak|spoke|label|diagnos|settl|accept|assum|conclud|think|thought|choos|chose|us|nam|put|enter|cod|tick|decid|discuss|blam|treat|reach|turn|consider|mention|stop|file|list|record|fall back|go|went|mak|made';
/** What is asked or told somebody who has the thing, and what comes first before a name is given. */
const PUTTING_BESIDE: readonly Unstating[] = [
  // "Ask every patient with idiopathic deposits about old injuries"
  {
    ...right(
      'clause',
      'apart',
      '(?<=(?<!\\p{L})(?:ask|question|counsel|quiz|advis|inform|remind|warn|educat|teach|talk|speak|enquir|inquir|tell|told)(?:e|es|s|ed|ing)? (?:[^.;:,]* )?)about',
      '(?<=(?<!\\p{L})(?:questions?|advice|counselling|counseling|information) (?:[^.;:,]* )?)(?:about|on)',
    ),
    knownTo: new Set(['is-a', 'stands-for']),
  },
  // "Consider kidney failure before you write “dystrophic”"
  right(
    'clause',
    'thing',
    `(?<!must (?:all |both )?be (?:met|fulfilled|present|there) )(?:before|until|unless) (?:(?:you|we|one|they|anyone|anybody|i|doctors?|a doctor|the doctor|she|he) (?:(?:can|may|should|must|will|have|has|had|ever|even|finally) )*(?:${JUDGES})(?:e[sd]?|s|ed|d|l?ing)?|(?:${JUDGES})(?:l|e)?ing|settling|putting|using)`,
    'before (?:an? |the |any |it |they |one )?(?:\\p{L}+ )?(?:(?:is|are|was|were|being) (?:called|named|labell?ed|diagnosed|given|settled|written|accepted|thought)|(?:diagnosis|label|name|word|verdict))',
  ),
  // "Lupus was diagnosed after the deposits had been called idiopathic."
  right(
    'clause',
    'one',
    '(?:when|after|while|by the time|since|until) (?:an? |the |any |it |they |these |those |his |her |their )?(?:\\p{L}+ )?(?:was|were|had been|has been|have been) (?:still |first |at first |once )?(?:called|named|labell?ed|diagnosed as|thought|written|filed|taken for)',
  ),
  // "High phosphate should make you doubt the diagnosis of the dystrophic type"
  right(
    'phrase',
    'one',
    '(?<!not )(?<!never )(?<!no )(?:doubt(?! that)|question|reconsider|rethink|revise|revisit|re-?examine|re-?open|abandon|give up|take back|takes back|took back|taken back|withdraw|withdrew|think again about|think twice about|look again at|casts? doubt on|cast doubts on|(?:points?|leads?|steers?|speaks?|tells?|turns?|takes?)(?: \\p{L}+)? away from|throws? out)',
  ),
];

/** What is left out of what is said of the rest. */
const EXCEPTING: readonly Unstating[] = [
  right(
    'phrase',
    'thing',
    '(?:except|excepting|excluding|barring|apart from|save for|(?<![,;] )but for|with the exception of|outside)',
    // "in all types but the metastatic one"
    '(?:all|every|any|each|none|no) (?:of )?(?:the )?(?:\\p{L}+ ){1,3}but(?! (?:also|not|only|is|are|it|they|in|this|that)(?!\\p{L}))',
  ),
  // "All deposits except those on the scalp, which came after …, are dystrophic"
  right(
    'phrase',
    'apart',
    '(?:except|excepting|excluding|barring|apart from|save for|(?<![,;] )but for|with the exception of|outside) [^.;:,]*, (?:which|who|that|whose|where)',
  ),
];

export const UNSTATING: readonly Unstating[] = [
  ...DENYING.map((one): Unstating => ({ ...one, denies: true })),
  ...LIKENING,
  ...SUPPOSING,
  ...PUTTING_BESIDE,
  ...EXCEPTING.map((one): Unstating => ({ ...one, denies: true })),
];

/** "Without the infusion there would have been no …" tells what brought it on. */
export const TELLS_CAUSE = /^\W*(?:without|but for|if (?:it were )?not for)(?!\p{L})/u;

/** "Had the calcium been high, they would have …": what is supposed, and what would follow. */
export const COUNTERFACTUAL =
  /(?:^|[;:–—] )\W*(?:(?:but|and|so) )?(?:had|were|should) (?!not\b)[^.;]*\b(?:would|could|might)\b|\bif\b[^.;]*\b(?:were|had)\b[^.;]*\b(?:would|could|might)\b|\bwould\b[^.;]*\b(?:if|unless)\b[^.;]*\b(?:were|had|\p{L}+ed)\b|\bwould (?:\p{L}+ly |also |never )?have \p{L}+|^\W*(?:suppose|imagine|assume|picture)(?! \p{L}+ing\b)\b|^\W*for [^.;,]* to [^.;,]*, [^.;]*\bwould\b/u;
/** What is supposed opens the sentence and ends at its comma, or ends it. */
export const SUPPOSED_FIRST =
  /^\W*(?:(?:but|and|so) )?(?:had|were|should|if|for|suppose|imagine|assume|picture|unless)(?!\p{L})/u;
export const SUPPOSED_LAST = /(?<!\p{L})(?:if|unless|had|were)(?!\p{L})[^,;]*$/u;

/** "…, for a high calcium is the mark of that type": what is so, behind what is only supposed. */
export const REASON_OF_SUPPOSING = /(?<=\bwould\b[^;]*), (?:for|because|since|as) /u;

/** "If this were so" above a column. */
export const SUPPOSING_HEADER =
  /(?<!\p{L})(?:if\b.*\b(?:were|was|had|would)|suppos(?:e|ing)|imagin(?:e|ing)|would|hypothes[ei]s|what if)(?!\p{L})/u;

const NAMES =
  'call|describe|label|regard|treat|think(?: of)?|conclude|file|put|place|list|count|class|classify|name|speak|write|believe|claim|take|mistake|confuse|mix|present|refer|define';
/** "To call X a form of Y is a slip": the sentence judges what it names, and does not say it. */
export const NAMES_TO_JUDGE = new RegExp(
  `(?:^|[;:–—] |, (?:and|but|so|yet|because|since|for) )\\W*(?:(?:but|and|so|yet) )?(?:to (?:say|${NAMES})|(?:saying|labelling|classifying|filing|putting|placing|mixing|(?:${NAMES.replace('|mix', '').replaceAll('e|', '|')}e?)ing))(?! (?:it|that|this)? ?(?:simply|plainly|briefly|bluntly|shortly|differently|together|another way|mildly))(?!,)(?!\\p{L})`,
  'u',
);
/** What is said of it behind, where it is not called right. */
export const JUDGED_BEHIND =
  / (?:is|are|was|were|would be|would have been|remains|can be|may be|may|might|could|does|makes|means|misses|overlooks|ignores|invites|misleads|confuses) (?!(?:\p{L}+ly |quite |thus |therefore |only )?(?:right|correct|fair|fine|accurate|justified|safe|true|proper|sound|better|usual|standard)\b)/u;
/** "It is careless to call …" */
export const CARELESS_TO = new RegExp(
  `(?<!\\b(?:not|no) )(?:careless|sloppy|lazy|loose|unfair|unwise|tempting|easy|inaccurate|imprecise|confusing|odd|strange|wrong|false|misleading|absurd|incorrect|(?:slip|trap|fallacy|habit|shortcut|temptation|mistake|error)) (?:for \\p{L}+ )?to (?:say|read|see|view|hear|${NAMES})(?!\\p{L})(?![.,;:!?]| (?:and|because|on|in|with|under|from|by|at)(?!\\p{L}))`,
  'u',
);

/** "…, but it is not one of them": what stands before is taken back. */
export const TAKEN_BACK_NEXT =
  /^[^.;:]*[,;:–—(] ?(?:but|yet|though|although|however,?|even though|only) (?:in (?:fact|truth|reality) )?(?:it|that|this|they|these|he|she)(?: really| actually| certainly| itself)? (?:(?:is|are|was|were)(?: not|n[’']t) (?:really |actually )?(?:one(?: of (?:them|these|those))?|any|either|among (?:them|these|those)|part of (?:it|them)|a member|so|true|related)|(?:is|are) (?:neither|none)|belongs? (?:elsewhere|somewhere else|to another|with others|in another)|(?:does|do)(?: not|n[’']t) belong (?:there|to (?:it|them)|among them|with them))(?= ?(?:$|[.,;:)–—]))/u;
/** "High phosphate is not on that list" */
export const NOT_WHAT_COUNTS =
  /^(?: in (?:the|your|her|his) blood)? (?:(?:is|are|was|were)(?: not|n[’']t) (?:on|among|part of|one of|to blame|what|needed|required|involved)(?!\p{L})|plays? no(?!\p{L})|ha(?:s|ve) (?:no (?:place|part|role|bearing|say)|nothing to do)(?!\p{L}))/u;
/** "The burn on his arm left no deposit." */
export const LEFT_NONE =
  /^[^.;:]{0,40} (?:left|has left|had left|healed|caused) (?:no|without|neither|nothing)(?!\p{L})/u;
/** The same in the next sentence: "It is not.", "None of these was found." */
export const TAKEN_BACK_AFTER =
  /^\W*none of (?:these|them|that|it|this) (?:(?:(?:was|were|is|are|could be|can be|has been|have been) (?:ever )?(?:found|seen|there|present|so|true|right|detected|shown|proved|the case))|applies|fits|holds)(?!\p{L})|^\W*(?:but |yet |however, |in fact,? )?(?:it|that|this|they|these)(?: really| actually)? (?:(?:is|are|was|were|does|do|did)(?: not|n[’']t)|(?:is|are) (?:neither|none)|belongs? (?:elsewhere|somewhere else))(?: one(?: of (?:them|these))?| so| any| either)?(?= ?(?:$|[.;:!)–—]))/u;

/** "You asked whether …. That is right." */
export const CONFIRMED =
  /^\W*(?:(?:that|this|it|they|you) (?:is|are|was|were) (?:\p{L}+ )?(?:right|correct|true|so|the case)|(?:it|they|that|this|he|she) (?:is|are|does|do|was|were|can|has|have)(?=[.,;!])|yes|indeed|right|correct|true|and so it is)(?!\p{L})/u;

/** "Only one of these five is an antibiotic: …": how many of the list it says it of. */
export const SOME_OF_THEM =
  /(?<!\p{L})(?:(none|not (?:one|any|all)|neither|one|two|three|four|half|some|most) (?:of|in|from|among) (?:the (?:following|list|\p{L}+ (?:below|above|here)|two|three|four|five|six|seven)|these|those|them|this list)|(?:just|only|exactly) (one|two|three))(?!\p{L})[^.;:]*?(?<!\p{L})(?:is|are|was|were|belongs?|counts?)(?!\p{L})/u;
export const HOW_MANY = new Map([
  ['none', 0],
  ['not one', 0],
  ['not any', 0],
  ['neither', 0],
  ['one', 1],
  ['two', 2],
  ['three', 3],
  ['four', 4],
]);

/** "Check that you have not written any of these:", "Phrases to avoid:": what the items below are kept from being. */
const DENIES =
  "(?:(?<!\\p{L})(?:not|never|avoid(?:s|ed|ing)?|without|free of|none of|nothing|instead of|stop|refrain|nowhere)(?!\\p{L})|n[’']t(?!\\p{L}))(?! (?:only|just|all|miss|forget|overlook|to be missed|know|understand|familiar|need))";
const WORDING = 'phrases?|sentences?|wordings?|expressions?|statements?|lines?|combinations?|pairs?|pairings?|labels?';
export const KEPT_FROM_WRITING = new RegExp(
  `${DENIES}[^.;]*(?<!\\p{L})(?:writ(?:e|es|ing|ten)|wrote|sa(?:y|ys|id|ying)|print(?:s|ed|ing)?|call(?:s|ed|ing)?|claim(?:s|ed|ing)?|contain(?:s|ed|ing)?|(?:use[ds]?|using)|confus(?:e|ed|ing)|mix(?:ed|ing)?|${WORDING})(?!\\p{L})[^.;]*:\\W*$|(?<!\\p{L})(?:${WORDING})(?!\\p{L})[^.;]*${DENIES}[^.;]*:\\W*$`,
  'u',
);

function right(reach: Reach, holds: Holds, ...alternatives: readonly string[]): Unstating {
  return { words: behind(...alternatives), reach, holds };
}

function behind(...alternatives: readonly string[]): RegExp {
  return new RegExp(`(?<!\\p{L})(?:${alternatives.join('|')})(?!\\p{L})`, 'gu');
}

/** "Why is it not …?" asks for what speaks against it. */
export const WHY_NOT = /\b(?:why|how come)\b[^?]*(?:\bnot\b|\bnever\b|n[’']t\b)[^?]*\?/iu;

/** "Deposits in the lungs have also been reported": that they were seen there does not say where the others lie. */
export const DESCRIBED_AT_A_PLACE =
  /(?:^|[;:,] |\b(?:and|but) )(?:\p{L}+ )?(?:calcifications?|deposits?|deposition|involvement|lesions?|lumps|nodules|masses|plaques) (?:of|in|on|at|around|along|within) [^.;:]* (?:has|have) (?:\p{L}+ )?been (?:\p{L}+ly )?(?:described|reported|observed|documented|published|recorded|noted)(?! (?:as|to|that|by|for|because)(?!\p{L}))/u;
