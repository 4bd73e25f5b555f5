/**
 * Statements of classes as patterns over the line of a sentence (`class-line.ts`), in which "D1" is a thing and "C1" a
 * class. Grammar only: which words may stand between a thing and the class it is said to be of.
 */

const THING = 'D\\d+';
/** "and, in severe cases," */
const THROWN_IN = '(?: , (?!(?:un)?like |not |without |instead |besides? |apart |except )[a-z]+(?: [a-z]+){0,3} ,)?';
export const LIST = `${THING}(?:(?:(?: ,)? (?:and|or)${THROWN_IN}| ,) ${THING})*`;
const NO_ADJECTIVE =
  '(?:not|no|of|non|nor|former|alleged|so-called|supposed|fake|sort|kind|like|than|with|and|or|to|is|are|that)';
export const GROUP = `(?:(?:also |simply |just |now |in fact |actually |really |both |all (?:of them )?)*(?:an?|another|the|yet another|one of (?:the|our)|my|your|our|his|her) |both |all )?(?:(?!${NO_ADJECTIVE} )[a-z]+ )?C\\d+`;
const BEING = "(?:is|are|was|were|['’]s)";
/** A verb, and the preposition by which what is left out is known again. */
const INTO =
  '(?:belongs?|counts?|falls?|goes|go|ranks?|is filed|are filed|is listed|are listed|stands?|comes?)(?: all| both)? (?:to|among|amongst|under|with|as)|(?:goes|go) by the name of|(?:is|are) (?:called|known as|classed as)';
/** Where a statement begins: nothing before it but words of no thing up to a comma, or a part that is closed. */
const START =
  '(?:^(?:[a-z]+ ){0,8}, |^(?:so|and|but|yes ,|now|here|hence|thus|therefore|remember that|note that|in fact|in short) |^|(?<=[;:–—.!] )|(?<=, (?:and|but|while|whereas|so) )|(?<= (?:while|whereas) ))';
const END = '(?= [.;!:)–—]| ,| and | but | here| too| as well| while | whereas | because | since |$)';

/** Words by which a sentence is not the writer's own statement, or leaves it open. */
export const HELD =
  /(?:^| )(?:if|whether|unless|supposedly|allegedly|reportedly|would|could|might|ought|may|(?<!not go )wrong\w*|mist(?:aken?|akenly|ook)|err(?:or|s|ed|oneous|oneously)|falsely|false|untrue|myth|incorrect\w*|confus\w+|thought|believed?|believes|claims?|claimed|says?|said|told|wrote|writes?|reads?|calls?|imagine|suppose|pretend|guess|swap\w*|typo|slip|nobody|hardly|either|once (?!a |daily|weekly)|used to|formerly|previously|outdated|obsolete|not true|not the case|not so|doubt\w*|den(?:y|ies|ied)|rumou?rs?|unlikely|argu\w+|suggest\w*|assum\w+|thinks?(?! of)|["“”‘])(?= |$)/u;

/** "D is C and D C", "D belongs to the C and D, for its part, to the C": the first of them. */
export const FIRST_OF_SEVERAL = new RegExp(
  `${START}(${LIST}) (${BEING}|${INTO}) (${GROUP})(?= ,| ;| and| but| while)`,
  'gu',
);
/** What follows it; the verb is left out. */
export const NEXT_OF_SEVERAL = new RegExp(
  `(?: ,| ;)?(?: and| but| while| whereas)? (${LIST})(?: , (?:for (?:its|their) part|in turn|by contrast|on the other hand|however) ,| ,)?(?: (to|among|amongst|under|with|as))? (${GROUP})${END}(?! (?:,|and) (?:an? )?C)`,
  'yu',
);
/** "both D and D are C", "…, D, D and D, go by the name of C" */
export const TOGETHER: readonly RegExp[] = [
  new RegExp(
    `(?<!not )(?<!n['’]t )both (?:of [a-z]+ [a-z]+ , )?(${THING} and ${THING})(?: ,)? (?:${BEING}|${INTO}) (${GROUP})${END}`,
    'gu',
  ),
  new RegExp(
    `(?:^|; )(?!(?:[a-z]+ )*(?:other than|besides?|apart|unlike|except|not|without|instead|like|of|neither|than) )(?:[a-z]+ ){1,9}[,–—(] (${THING}(?: , ${THING})* and ${THING}) [,–—)] (?:${BEING}|${INTO}) (${GROUP})${END}`,
    'gu',
  ),
  new RegExp(`(?:^|; )with (${LIST})(?: ,)? you(?: are|['’]re) (?:on|taking) (?:two|three) (C\\d+)`, 'gu'),
  new RegExp(
    `(?:^|; )(?:switching|moving|changing|going) from (${THING}) to (${THING}) (?:keeps you|means staying|leaves you|means that you stay|you stay) with ?in (?:the )?(C\\d+)`,
    'gu',
  ),
];
/** "D, in contrast to D and D, is C" */
export const SET_OFF = new RegExp(
  `${START}(${THING}) , (?:in contrast (?:to|with)|as opposed to|by contrast with|contrary to|different from|unlike|other than) ${LIST} , (?:${BEING}|${INTO}) (${GROUP})${END}`,
  'gu',
);
/** "D is not C but C", "D isn't C, it's C", "we speak of D as C, never as C" */
export const INSTEAD: readonly RegExp[] = [
  new RegExp(
    `${START}(${LIST}) (?:${BEING} (?:not|never|neither)|(?:isn|aren|wasn|weren)['’]t) ${GROUP}(?: n?or ${GROUP})?(?: at all)?(?: , (?:as|like) [a-z ]+ ,| ,)? but (?:rather |in fact |instead )?(${GROUP})${END}`,
    'gu',
  ),
  new RegExp(
    `(?:^|, )(?:(?:we|i|you|doctors|specialists|physicians|rheumatologists|dermatologists|pharmacists) (?:all )?(?:speak|think)|(?:please |just )?think) of (${LIST}) as (${GROUP})(?= ,| and)`,
    'gu',
  ),
];
/** "It is D, not D, that is C" */
export const CLEFT = new RegExp(
  `(?:^|[;–—:] |, (?:and|but) )it(?:['’]s| is| was) (${THING})(?:(?: ,)?(?: and)? not ${LIST}(?: ,)?| , of course ,)? (?:that|which|who) (?:is|was|turned out to be|proved to be|counts as|belongs to) (${GROUP})(?:${END}|(?= (?:on|in|among) ))`,
  'gu',
);
/** "… are C, another C and C, respectively" */
export const IN_ORDER = new RegExp(
  `${START}(${LIST}) (?:${BEING}|belong to|count as) (?:respectively )?(${GROUP}(?:(?: , and| ,| and) ${GROUP})+)(?: ,)? respectively`,
  'u',
);
/** "Of D, D and D, the first two are C and the last is C" */
export const OF_THESE = new RegExp(`(?:^|[;:–—] |that )(?:(?:out )?of )?(${LIST}) [,:–—] (?:only )?(the .*)$`, 'u');
export const PLACE_OF_THESE = new RegExp(
  `the (first|second|third|last|first two|last two|other two|others) (?:(?:one|ones) )?(?:(?:${BEING}|belongs? to|counts? as) )?(${GROUP})${END}`,
  'gu',
);
/** "leaflets for D and D, the one about C, the other about C" */
export const ONE_AND_OTHER = new RegExp(
  `(${THING}) and (${THING})(?: [,:–—(])? the (?:one|first|former) (?:about |on |being |is )?(${GROUP}) (?:, and |, |and |; )the (?:other|second|latter) (?:about |on |being |is )?(${GROUP})${END}`,
  'u',
);
/** "He takes D and D, a C and a C." */
export const SIDE_BY_SIDE = new RegExp(
  `(${THING}) and (${THING}) [,(–—] (an? (?:[a-z]+ )?C\\d+) and (an? (?:[a-z]+ )?C\\d+)(?= [.;)–—]| , (?:are|were|have|can|may|should) |$)`,
  'u',
);
/** "Among the C, D and D are …" */
export const AMONG_THEM = new RegExp(
  `^(?:among|amongst|of) (?:all|(?:all )?(?:the|our)) (C\\d+)(?: (?:we use|in use|used here|on our list|on the list|on the market|tested|studied|listed here|named here))?(?: ,)? (${LIST}) (?:is|are|was|were|has|have) (?!not |no |never )`,
  'u',
);
/** "The former is C, the latter C: … D and D" */
export const ORDER_BEFORE = new RegExp(
  `^the (?:former|first|one) is (${GROUP}) (?:, and |, |and |; )the (?:latter|second|other) (?:is )?(${GROUP}) [:–—] (?:[a-z]+ ){0,12}(${THING}) and (${THING})(?= [.,;]|$)`,
  'u',
);
/** "D at noon (C)", "in June D, a C, was added to D" */
export const BESIDE_NAME: readonly RegExp[] = [
  new RegExp(
    `(${THING}) (?:at noon|at night|in the (?:morning|evening|afternoon)|at bedtime|at breakfast|once a day|twice a day|daily|every day|once a week|weekly) \\( (${GROUP}) \\)`,
    'gu',
  ),
  new RegExp(
    `(?:^|^(?:in|on|last|this|since|after) [a-z]+ |, (?:and|but|so) )(${THING}) , (an? (?:[a-z]+ )?C\\d+) , (?:was|is|has been|had been) [a-z]+`,
    'gu',
  ),
];
/** "The C on this ward are D, D and D" */
export const MEMBERS = new RegExp(
  `^(?:the|our|your|my|all the)(?: (?:two|three|four|five))? (C\\d+)((?: [a-z]+){0,5}) (?:are|were|include|comprise)(?: ,[a-z ]+,)? (${LIST})(?= [.;!)–—]|$)`,
  'u',
);
/** Between a class and the verb, these bring in something else. */
export const BRINGS_OTHERS =
  /(?:^| )(?:other|than|except|besides?|not|never|no|like|with|without|against|and|or|to|from|for|after|before|unlike|that|which|who|are|is|of)(?= |$)/u;

/** "Neither D nor D is C." and behind it "They are both C." */
export const NEITHER = new RegExp(
  `(?:^|[;,] )neither (${THING}) nor (${THING}) (?:is|are|was|belongs|belong|counts|count) `,
  'u',
);
export const BOTH_BEHIND = new RegExp(
  `^(?:no , |rather , |instead , |in fact , )?(?:they are|both are|they are both|both of them are|the two are|they both belong to|both belong to|they['’]re both) (${GROUP})${END}`,
  'u',
);
export const NEITHER_THEN_BOTH: readonly RegExp[] = [
  new RegExp(
    `^neither (${THING}) nor (${THING}) (?:is|are|was) (?:${GROUP}) (?:[:;–—]|, but) (?:they are|both are|they are both|both of them are) (${GROUP})${END}`,
    'u',
  ),
  new RegExp(
    `^(${THING}) (?:is not|isn['’]t) ${GROUP} any more than (${THING}) is [:;,–—] (?:what you have (?:here|there) are|they are|both are|these are)(?: two)? (${GROUP})${END}`,
    'u',
  ),
];
/** "He had been on D since March. In July the C was replaced." */
export const TAKES_ONE = new RegExp(
  `(?:had been|has been|was|is|were|are|been) (?:put |started |kept )?on (${THING})|(?:had|has|have) taken (${THING})|(?:took|takes|taking|was given|received) (${THING})`,
  'u',
);
export const THE_ONE_CHANGED =
  /^(?:[a-z0-9]+ ){0,4}(?:, )?the (C\d+) (?:was|has been|had to be|had been) (?:then |later |finally )?(?:replaced|stopped|discontinued|withdrawn|paused|exchanged|dropped|tapered|halved|doubled)(?= |$)/u;
/** "My C is called D" */
export const NAMED_SO = new RegExp(
  `(?:(?:^|[,;] |, and | and )(?:my|your|our|her|his|the) (C\\d+)|(?:my|your|our|her|his|an?) (C\\d+)(?: ,)? (?:which|that)) (?:is called|is named|goes by the name of) (${THING})(?= [.,;!]| and | while |$)`,
  'gu',
);
/** "D is C." and behind it "The second one is too." */
export const ONE_IS = new RegExp(
  `^(?:[a-z ]+, )?(?:the )?${THING} (?:is|was|belongs to|counts as) (${GROUP})(?= [.;!]|$)`,
  'u',
);
export const IS_TOO = new RegExp(
  `^(?:and |but )?(?:the )?(${THING}) (?:is|was|does)(?: one)?(?: ,)? (?:too|as well|another|another one)(?: , of course)?(?= [.;!]|$)`,
  'u',
);
/** "This group includes D and D." and behind it "D is a third member." */
export const MEMBERS_BEFORE = new RegExp(
  `^(?:this|the) (?:group|class|family) (?:includes|comprises|covers|contains|has) (${LIST})(?= [.;]|$)`,
  'u',
);
export const ONE_MORE = new RegExp(
  `^(${THING}) is (?:a|the|yet) (?:second|third|fourth|fifth|another|further)(?: (?:member|one|example|medicine))?(?: of (?:it|the group|this group|the class|this class|the family|this family))?(?= [.;!]|$)`,
  'u',
);
/** "Is D a C?" and behind it "No, it is a C." */
export const ASKED_WHETHER = new RegExp(
  `(?:^(?:so |and |but |then )?|(?:asked|wondered|wanted to know) (?:whether|if) )(?:is |was |does |are )?(${THING})(?: is| was| belongs?| counts?)? (?:to |as )?${GROUP}(?= |$)`,
  'u',
);
export const NO_BUT = new RegExp(
  `^(?:(?:and |but )?the answer (?:was|is) |she said |he said )?(?:no|nope)(?: no)?(?: [,.–—:;!])+ (?:(?:it is|it['’]s|it was|that is|that['’]s) (?:in fact )?(${GROUP})|(an? (?:[a-z]+ )?C\\d+))${END}`,
  'u',
);
export const IT_IS = new RegExp(`^(?:it is|it['’]s|that['’]s) (?:in fact )?(${GROUP})${END}`, 'u');
export const NO = /^(?:no|nope|not at all)(?: , no)*(?: [.!])?$/u;
