import type { AnalyzedBlock } from '../../document.js';
import type { Terminology } from '../../terminology/terminology.js';
import { proseSpan } from '../../text/span.js';
import { mattersOf, type Matter } from './class-announced.js';
import { classClaim } from './class-claim.js';
import { lineOfClasses, placesIn } from './class-line.js';
import { HELD, LIST } from './class-statement-lines.js';
import type { Attribution, Claim } from '../claim.js';
import { clausesOf } from '../sentences/clauses.js';
import { partyOf, type Discourse } from '../subjects/discourse.js';
import { NUMBERS } from '../sentences/lexicon.js';
import type { SentenceElements } from '../sentences/elements.js';

/**
 * Reads a class that a sentence takes for granted on its way to something else: "The classification of apixaban among
 * the …", "sildenafil's role as a …", "…, an immunosuppressant from the group of the …,", "every bit as much an
 * antibiotic as minocycline", "What else is acetaminophen but a …?", and the name that completes a list of members.
 */
export function readClassInPassing(
  { index, table }: AnalyzedBlock,
  discourse: Discourse,
  terminology: Terminology,
): readonly Claim[] {
  if (table !== undefined) return NONE;
  const sentences = discourse.sentences[index]!;
  return sentences.flatMap((sentence, at) => {
    if (sentence.elements.length > LONGEST || !sentence.elements.some(({ mention }) => mention !== undefined)) {
      return [];
    }
    return mattersOf(terminology).flatMap((matter) => [
      ...takenForGranted(sentence, matter, terminology),
      ...completedList(sentences.slice(0, at), sentence, matter, terminology),
    ]);
  });
}

function takenForGranted(sentence: SentenceElements, matter: Matter, terminology: Terminology): readonly Claim[] {
  const { elements, isQuestion } = sentence;
  if (!elements.some(matter.isThing) || !elements.some(matter.isGroup)) return NONE;
  const line = lineOfClasses(sentence, matter, true);
  if (isQuestion) return pairsOf(RHETORICAL, line).map((pair) => claimOf(pair, sentence));
  if (HELD.test(line)) return NONE;
  // What is set against the others of a class is one of them, whatever is said of it.
  if (clausesOf(sentence).every(({ attribution }) => OWN.has(attribution))) {
    const set = AGAINST_OTHERS.flatMap((frame) => pairsOf(frame, line));
    if (set.length > 0) return set.map((pair) => claimOf(pair, sentence));
  }
  if (!isWritersOwn(sentence)) return NONE;
  const isOfDiseases = matter !== mattersOf(terminology)[0];
  const frames = isOfDiseases ? [...FRAMES, MEASURED, ...FRAMES_OF_CONDITIONS] : [...FRAMES, MEASURED];
  const pairs = frames.flatMap((frame) => pairsOf(frame, line));
  const likened = pairsOf(AS_MUCH, line).filter(({ measure, group }) => {
    const ids = [measure, group].map((at) => (at === undefined ? undefined : elements[at]!.mention?.conceptId));
    return ids[0] !== undefined && ids[1] !== undefined && terminology.isA(ids[0], ids[1]);
  });
  const judged = JUDGED_CLASSING.test(line) ? [] : NOMINAL.flatMap((frame) => pairsOf(frame, line));
  return [...pairs, ...likened, ...judged].map((pair) => claimOf(pair, sentence));
}

/**
 * "Anticoagulants come in several families. Warfarin … Apixaban … Phytonadione completes the list.": the class opens the
 * paragraph, and what was named since is all of it.
 */
function completedList(
  before: readonly SentenceElements[],
  sentence: SentenceElements,
  matter: Matter,
  terminology: Terminology,
): readonly Claim[] {
  const thing = placesIn(COMPLETES.exec(lineOfClasses(sentence, matter))?.[1], 'D')[0];
  const [opening, ...named] = before;
  if (thing === undefined || opening === undefined || ![sentence, ...before].every(isWritersOwn)) return NONE;
  const group = opening.elements.filter(matter.isGroup)[0];
  if (group === undefined || !SEVERAL.test(lineOfClasses(opening, matter))) return NONE;
  const members = named.flatMap(({ elements }) => elements.filter(matter.isThing));
  const isMember = terminology.isA.bind(terminology);
  const id = group.mention!.conceptId!;
  const areAll = members.length > 1 && members.every(({ mention }) => isMember(mention!.conceptId!, id));
  if (!areAll) return NONE;
  const { block } = sentence;
  return [
    classClaim(partyOf(sentence.elements[thing]!.mention!), partyOf(group.mention!), {
      block: block.index,
      span: sentence.elements[thing]!.span,
      form: 'completes a list',
    }),
  ];
}

function isWritersOwn(sentence: SentenceElements): boolean {
  return !sentence.isQuestion && clausesOf(sentence).every(({ attribution }) => attribution === 'writer');
}

interface Pair {
  readonly thing: number;
  readonly group: number;
  /** The member that the thing is likened to. */
  readonly measure: number | undefined;
}

function pairsOf(frame: RegExp, line: string): readonly Pair[] {
  return [...line.matchAll(frame)].flatMap(({ groups }) => {
    const group = placesIn(groups?.['group'], 'C').at(-1);
    if (group === undefined) return [];
    const measure = placesOf(groups?.['measure'])[0];
    const things = placesOf(groups?.['thing']);
    const count = groups?.['count'];
    // "two infections, cysticercosis and onchocerciasis, and calcinosis": the third is none of the two.
    if (count !== undefined && things.length !== (count === 'both' ? 2 : NUMBERS[count])) return [];
    return things.map((thing) => ({ thing, group, measure }));
  });
}

/** Of a thing or of its owner: "D3", "S3". */
function placesOf(part: string | undefined): readonly number[] {
  return placesIn(part?.replace(/\bS(?=\d)/gu, 'D'), 'D');
}

function claimOf({ thing, group }: Pair, { elements, block }: SentenceElements): Claim {
  const [subject, object] = [thing, group].map((at) => partyOf(elements[at]!.mention!));
  const spans = [subject!.span, object!.span];
  return classClaim(subject!, object!, {
    block: block.index,
    span: proseSpan(Math.min(...spans.map(({ start }) => start)), Math.max(...spans.map(({ end }) => end))),
    form: 'in passing',
  });
}

const NONE: readonly never[] = [];
/** In elements. */
const LONGEST = 80;

const OWN = new Set<Attribution>(['writer', 'contrasted']);

const THING = '(?<thing>D\\d+)';
const THINGS = `(?<thing>${LIST})`;
const ADJECTIVES = '(?:(?!not |no |non |than |or |and |like |other )[a-z-]+ ){0,2}';
const ONE = `(?:an?|another|one of (?:the|our)) ${ADJECTIVES}(?<group>C\\d+)`;
const OF_GROUP = `(?:(?:an?|the|our|one of the) )?(?:(?:group|class|family|category|ranks) of (?:the )?)?${ADJECTIVES}(?<group>C\\d+)`;
/** A class ends there, and is not the adjective of another noun. */
const END =
  '(?= [.,;:!?)–—]| (?:and|but|is|was|does|did|explains|means|has|in|for|at|which|that|tells|rests|made|makes) |$)';

const CLASSING =
  '(?:classification|categori[sz]ation|inclusion|listing|placement|grouping|membership|ranking|place|position|standing|status|role|nature|identity|labell?ing|registration)';
const NOMINAL: readonly RegExp[] = [
  // "the classification of D among the C"
  new RegExp(
    `(?:the|this) (?:[a-z-]+ )?${CLASSING} of ${THING} (?:as|among|amongst|with|under|within|in) ${OF_GROUP}${END}`,
    'gu',
  ),
  // "D's classification as a C"
  new RegExp(
    `(?<thing>S\\d+) (?:[a-z-]+ )?${CLASSING} (?:as|among|amongst|with|under|within|in|of) ${OF_GROUP}${END}`,
    'gu',
  ),
];
/** The sentence tells that a thing is classed so to judge it, or tells of other times. */
const JUDGED_CLASSING =
  /(?:^| )(?:support\w*|accept\w*|hold|holds|justif\w+|correct\w*|corrected|right|rightly|withdrawn|abandon\w*|reject\w*|disput\w+|question\w*|challeng\w+|mislead\w*|histor\w+|old|older|earlier|former|propos\w+|debat\w+|controvers\w+|contest\w+|unfounded|surpris\w+|longer|nonsense|should|tempting|arbitrary|provisional|criticis?z?ed|revis\w+|remains? open|no|never|little)(?= |$)/u;

const FRAMES: readonly RegExp[] = [
  // "D, an immunosuppressant from the group of the C, is …"
  new RegExp(
    `${THING} , (?:an?|the) (?:[a-z-]+ ){0,2}(?:C\\d+|[a-z-]+) (?:from|of|in|belonging to) (?:the|our) (?:group|class|family|category) of (?:the )?(?<group>C\\d+) ,`,
    'gu',
  ),
  // "Equally a C, though sold for the heart, is D."
  new RegExp(
    `^(?:equally|likewise|also|no less|just as much) (?:an?) ${ADJECTIVES}(?<group>C\\d+)(?: , [^DC,]{1,50} ,)? (?:is|was) ${THING}(?= [.;!]|$)`,
    'gu',
  ),
  // "Where diltiazem is not tolerated, D, a C, has been …"
  new RegExp(
    `^(?:where|when|because|since|although|while|after|before|until|for|in|on|during|with) [^,;:]{3,80} , ${THING} , (?:an?|another) ${ADJECTIVES}(?<group>C\\d+) , (?:was|is|has|had|can|will|helps|works|gave|gives)(?= )`,
    'gu',
  ),
  // "D, D and the rest of the C"
  new RegExp(
    `${THINGS}(?: ,)? (?:and|or|plus) (?:all )?the (?:rest|remainder|others) of (?:the|our|your|her|his|my) (?<group>C\\d+)(?= |$)`,
    'gu',
  ),
  // "is one C, D another"
  new RegExp(`(?:is|was) one (?<group>C\\d+) (?:, and|,|and|;) ${THING}(?: is| was)? another(?= [.,;!]|$)`, 'gu'),
  // "Next in the row of C comes D."
  new RegExp(
    `(?:next|first|last|second|third|then) (?:in|on) (?:the|our|this) (?:row|list|line|series|group|family) of (?:the )?${ADJECTIVES}(?<group>C\\d+) (?:comes|is|stands|came|was) ${THING}(?= [.,;!]|$)`,
    'gu',
  ),
  // "we add D to it, a C that …"
  new RegExp(
    `${THING} (?:to|with|for|into) (?:it|them|her|him|you|me) , (?:an?) ${ADJECTIVES}(?<group>C\\d+) (?:that|which|used|given)(?= )`,
    'gu',
  ),
];
/** "For a C, D is mild." */
const MEASURED = new RegExp(
  `^for (?:an?) (?<group>C\\d+) , ${THING} (?:is|was|has been) (?:very |rather |quite |remarkably |surprisingly |fairly )?[a-z]+(?= [.;!]|$)`,
  'gu',
);
/** What other readers know of medicines. */
const FRAMES_OF_CONDITIONS: readonly RegExp[] = [
  // "A rare C called D was found."
  new RegExp(
    `(?:an?|another|one|this|the) ${ADJECTIVES}(?<group>C\\d+) (?:called|named|known as|by the name of) ${THING}(?= |$)`,
    'gu',
  ),
  // "Two C, D and D, keep me busy."
  new RegExp(`(?<count>two|three|four|five|both) ${ADJECTIVES}(?<group>C\\d+) [,(:–—] ${THINGS}(?= [,.;)–—]|$)`, 'gu'),
  // "My second C is D", "She has a second C, D."
  new RegExp(
    `(?:my|her|his|your|our|the|an?) (?:second|third|other|only|main|latest|newest) (?<group>C\\d+) (?:is|was|,|:) ${THING}(?= [,.;!]|$)`,
    'gu',
  ),
  // "D joins D and D in the group of C"
  new RegExp(
    `${THING} joins ${LIST} (?:in|among|on) (?:the|our) (?:(?:group|class|family|list|ranks) of (?:the )?)?(?<group>C\\d+)(?= |$)`,
    'gu',
  ),
];
const OTHERS = '(?:(?:most|all|many|some|any|several|the|our) )?(?:of the )?other ';
const AGAINST_OTHERS: readonly RegExp[] = [
  // "Unlike other C, D …", "Besides D, other C …", "C other than D"
  new RegExp(
    `^(?:unlike|in contrast to|contrary to|different from) ${OTHERS}${ADJECTIVES}(?<group>C\\d+) , ${THING}(?= )`,
    'gu',
  ),
  new RegExp(
    `^(?:besides|beside|apart from|aside from|in addition to) ${THING} , ${OTHERS}${ADJECTIVES}(?<group>C\\d+)(?= )`,
    'gu',
  ),
  new RegExp(`(?<group>C\\d+) other than ${THING}(?= |$)`, 'gu'),
  new RegExp(
    `${THING} (?:differs|is different|stands apart|is set apart) from ${OTHERS}${ADJECTIVES}(?<group>C\\d+)(?= |$)`,
    'gu',
  ),
];
/** "D is every bit as much a C as D" */
const AS_MUCH = new RegExp(
  `${THING} (?:is|was) (?:every bit |just |quite |at least )?as much (?:an?) ${ADJECTIVES}(?<group>C\\d+) as (?<measure>D\\d+)`,
  'gu',
);
/** "What else is D but a C?" */
const RHETORICAL = new RegExp(
  `^(?:and |but |so )?what(?: else)? (?:is|are|was|could|can|should)(?: be)? ${THING}(?: be)? (?:but|if not|other than) ${ONE}(?= |$)`,
  'gu',
);
const COMPLETES =
  /^(?:and )?(?:last , |finally , )?(D\d+) (?:completes|closes|concludes|finishes|ends|rounds off|rounds out) (?:the|our|this) (?:list|row|round|group|family|set|series|line-up|class)(?= [.!]|$)/u;
/** "C come in several families", "There are several C" */
const SEVERAL =
  /(?:^|^the |^our )C\d+ (?:come in|are|fall into|form) |^there are (?:several|many|various|different|a few) C\d+/u;
