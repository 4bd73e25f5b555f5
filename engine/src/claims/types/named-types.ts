import type { Terminology } from '../../terminology/terminology.js';
import { proseSpan } from '../../text/span.js';
import type { Claim } from '../claim.js';
import { PEOPLE, RULED_OUT } from '../causes/cause-words.js';
import { clausesOf, isDenied } from '../sentences/clauses.js';
import { claimsOfDescription, describedIn, type Described } from './descriptions.js';
import { partyOf, type Discourse } from '../subjects/discourse.js';
import type { Element, SentenceElements } from '../sentences/elements.js';
import { NAMED } from '../contradictions/level-contradiction.js';
import { namesKin, tellsOfOwnBesideKin } from '../cases/told-case-facts.js';
import { namingFrameOf, type NamingFrame } from './naming-frames.js';

/**
 * Reads a type that is named after, or before, it has been described: "When kidneys fail, phosphate builds up in the
 * blood. Doctors call this the dystrophic type." What the description says is claimed of the type that is named.
 */
export function readNamedTypes(
  sentence: SentenceElements,
  discourse: Discourse,
  terminology: Terminology,
): readonly Claim[] {
  if (sentence.isQuestion || clausesOf(sentence).some(({ attribution }) => attribution !== 'writer')) return [];
  const { elements } = sentence;
  const isMember = (element: Element) =>
    element.mention?.conceptId !== undefined && terminology.memberOf(element.mention.conceptId) !== undefined;
  // "… bears the label dystrophic, never iatrogenic"
  const members = elements.filter((element, at) => isMember(element) && !isSetAside(elements, at));
  if (members.length === 2) return namedRespectively(sentence, members, discourse, terminology);
  if (members.length !== 1) return [];
  const at = elements.indexOf(members[0]!);
  // "Neither of them is found in dystrophic calcinosis."
  if (DENYING_SUBJECTS.has(elements[0]!.norm)) return [];
  // "… is ruled out before anyone speaks of idiopathic calcinosis", "such is never the picture that defines …"
  if (elements.slice(0, at).some(({ norm }) => norm === 'never' || RULED_OUT.has(norm))) return [];
  const isDefinition =
    discourse.isDefinition(sentence.block.index) && sentence.sentenceIndex === 0 && elements.length <= 3;
  if (isDefinition) return namedInDefinition(sentence, members[0]!, discourse, isMember, terminology);
  const frame = namingFrameOf(elements, at, terminology) ?? answeringFrame(sentence, at, discourse);
  if (frame === undefined) return [];
  const described = describedBy(sentence, at, frame, discourse, isMember, terminology);
  const span = proseSpan(elements[frame.opening]!.span.start, members[0]!.span.end);
  const claimed = { block: sentence.block.index, span, form: NAMED };
  return claimsOfDescription(partyOf(members[0]!.mention!), described, claimed, terminology);
}

/** ", never iatrogenic", ", not the idiopathic form" */
function isSetAside(elements: readonly Element[], at: number): boolean {
  return elements.slice(Math.max(0, at - 3), at).some(({ norm }, index, before) => {
    return (
      (norm === 'never' || norm === 'not') &&
      [',', 'and', 'but', '–', '('].includes(elements[at - before.length + index - 1]?.norm ?? '')
    );
  });
}

/** A list of definitions whose terms are descriptions: "Deposits of unknown origin" – "idiopathic calcinosis". */
function namedInDefinition(
  { block, elements }: SentenceElements,
  member: Element,
  discourse: Discourse,
  isMember: (element: Element) => boolean,
  terminology: Terminology,
): readonly Claim[] {
  const terms = discourse.sentences[block.index - 1]!;
  if (elements[0] !== member || terms.some((term) => term.elements.some(isMember))) return [];
  const described = terms.flatMap((term) => describedIn(term, 0, term.elements.length, terminology));
  return claimsOfDescription(
    partyOf(member.mention!),
    described,
    { block: block.index, span: member.span, form: NAMED },
    terminology,
  );
}

/** "Are the levels off? Then we have metastatic calcinosis before us." */
function answeringFrame(
  { elements, block, sentenceIndex }: SentenceElements,
  type: number,
  discourse: Discourse,
): NamingFrame | undefined {
  const asked = discourse.sentences[block.index]![sentenceIndex - 1]?.isQuestion === true;
  // "If it settles in the skin, we have a metastatic calcinosis."
  const having = elements.slice(Math.max(0, type - 3), type).map(({ norm }) => norm);
  if (IF.has(elements[0]?.norm ?? '') && having[0] === 'we' && having[1] === 'have' && sentenceIndex > 0) {
    return { opening: type - 3, describesBehind: false, pointsBack: true };
  }
  const opens = (ANSWERS.has(elements[0]?.norm ?? '') && type <= 5) || isBareAnswer(elements, type);
  return asked && opens && !isDenied(elements, 0, elements.length)
    ? { opening: 0, describesBehind: false, pointsBack: true }
    : undefined;
}

/** "Right: the metastatic one." */
function isBareAnswer(elements: readonly Element[], type: number): boolean {
  const mark = elements.findIndex(({ norm }) => norm === ':' || norm === ',');
  return (
    RIGHTLY.has(elements[0]?.norm ?? '') && mark > 0 && mark <= 2 && type <= mark + 2 && elements.length <= type + 3
  );
}

/** What is described: in the same sentence, in the question that it answers, or else in the sentences before it. */
function describedBy(
  sentence: SentenceElements,
  type: number,
  { opening, describesBehind, pointsBack }: NamingFrame,
  discourse: Discourse,
  isMember: (element: Element) => boolean,
  terminology: Terminology,
): readonly Described[] {
  const { elements } = sentence;
  const part = elements.findLastIndex(({ norm }, at) => norm === ';' && at < opening);
  // "Doctors label calcinosis from burns “metastatic”": what is named stands between the verb and the name.
  const own = [...describedIn(sentence, part + 1, describesBehind ? type : opening, terminology)];
  if (own.length === 0 && part > 0 && describesBehind) own.push(...describedIn(sentence, 0, part, terminology));
  const end = endOfPart(elements, type + 1);
  if (describesBehind && !findsNone(elements.slice(type + 1, end))) {
    own.push(...describedIn(sentence, type + 1, end, terminology));
  }
  // "The form in which nothing is found is known as …" describes it by itself, in whatever words.
  const isDescribed = elements
    .slice(0, type)
    .some(
      ({ norm, mention }) =>
        norm === 'which' ||
        norm === 'whose' ||
        (mention?.conceptId !== undefined &&
          terminology.classificationOf(mention.conceptId) === undefined &&
          OWN_CASE.has(terminology.concept(mention.conceptId)!.kind)),
    );
  // "When calcium settles in the skin of these patients, …": who they are was told before.
  const isOfThose = elements.some(({ norm }, at) => SUCH.has(norm) && PEOPLE.has(elements[at + 1]?.norm ?? ''));
  if ((own.length > 0 && !isOfThose) || !pointsBack || isDescribed || takesUpOwnTwo(elements, opening)) return own;
  const sentences = discourse.sentences[sentence.block.index]!;
  const asked = sentences[sentence.sentenceIndex - 1];
  if (asked?.isQuestion === true) {
    const answers =
      (elements.some(({ norm }) => ANSWERS.has(norm)) || asksForName(asked)) &&
      !asked.elements.some(isMember) &&
      !leavesOpen(asked);
    return answers ? describedIn(asked, 0, asked.elements.length, terminology) : [];
  }
  const found: Described[] = [...own];
  for (let index = sentence.sentenceIndex - 1; index >= Math.max(0, sentence.sentenceIndex - 3); index--) {
    const before = sentences[index]!;
    // A question, a contrast or another type between the two: it is not clear what is named.
    if (before.isQuestion || before.elements.some(isMember)) break;
    if ([before, sentence].some((one) => namesKin(one) || namesOther(one)) || tellsOfOwnBesideKin([before, sentence])) {
      break;
    }
    if (clausesOf(before).some(({ attribution }) => attribution !== 'writer')) break;
    found.push(...describedIn(before, 0, before.elements.length, terminology));
  }
  return found;
}

/** "One has dermatomyositis; the other is healthy." */
function namesOther({ elements }: SentenceElements): boolean {
  return elements.some(
    ({ norm }, at) => norm === 'other' && elements[at - 1]?.norm === 'the' && STATES.has(elements[at + 1]?.norm ?? ''),
  );
}

/** "Men have the scrotal form, women the vulvar one, and both count as idiopathic": both of this sentence. */
function takesUpOwnTwo(elements: readonly Element[], opening: number): boolean {
  const both = elements.findIndex(({ norm }) => norm === 'both');
  return both > FEW && Math.abs(both - opening) <= 2 && JOINS.has(elements[both - 1]!.norm);
}

/** Up to where another statement begins. */
function endOfPart(elements: readonly Element[], from: number): number {
  const end = elements.findIndex(({ norm }, at) => at >= from && ENDS_PART.has(norm));
  return end < 0 ? elements.length : end;
}

/** "… when tests for lupus find nothing", "once injury was ruled out": what is named there is not there. */
function findsNone(elements: readonly Element[]): boolean {
  return (
    isDenied(elements, 0, elements.length) || elements.some(({ norm }) => RULED_OUT.has(norm) || norm === 'negative')
  );
}

/** "What do we call …?", "What is … called?" */
function asksForName({ elements }: SentenceElements): boolean {
  return elements[0]?.norm === 'what' && elements.some(({ norm }) => ASKS_NAME.has(norm));
}

/** "Is it not …?" does not say what is so. */
function leavesOpen({ elements }: SentenceElements): boolean {
  return elements.some(({ norm }) => norm === 'or' || norm === 'not' || norm === 'no');
}

/** "The first kind comes from damage, the second from minerals. They are called metastatic and dystrophic, respectively." */
function namedRespectively(
  sentence: SentenceElements,
  members: readonly Element[],
  discourse: Discourse,
  terminology: Terminology,
): Claim[] {
  const { elements, block, sentenceIndex } = sentence;
  if (!elements.some(({ norm }) => IN_ORDER.has(norm))) return [];
  const before = discourse.sentences[block.index]![sentenceIndex - 1];
  if (before === undefined || before.isQuestion) return [];
  if (before.elements.some(({ mention }) => terminology.memberOf(mention?.conceptId ?? '') !== undefined)) return [];
  const second = before.elements.findIndex(({ norm }) => SECOND.has(norm));
  if (second < 1 || !before.elements.slice(0, second).some(({ norm }) => FIRST.has(norm))) return [];
  const parts = [
    describedIn(before, 0, second, terminology),
    describedIn(before, second, before.elements.length, terminology),
  ];
  if (parts.some(({ length }) => length === 0)) return [];
  return members.flatMap((member, index) =>
    claimsOfDescription(
      partyOf(member.mention!),
      parts[index]!,
      { block: block.index, span: member.span, form: NAMED },
      terminology,
    ),
  );
}

/** "Leo has dermatomyositis; his lumps are …": what the sentence itself names is behind it. */
const OWN_CASE = new Set(['disease', 'form', 'cause', 'drug']);
/** In words; so few name no two things. */
const FEW = 4;
const JOINS = new Set(['and', ',', ';', '–', '—', 'but']);
const IF = new Set(['if', 'when', 'where', 'then', 'so']);
const SUCH = new Set(['these', 'such']);
const ASKS_NAME = new Set('call calls called name term label'.split(' '));
const ANSWERS = new Set('then so expect think'.split(' '));
const RIGHTLY = new Set('right correct correctly answer solution exactly bingo yes quite'.split(' '));
const ENDS_PART = new Set('; but while whereas although though however yet'.split(' '));
const STATES = new Set(['is', 'has', 'was', 'had']);
const IN_ORDER = new Set('respectively order'.split(' '));
const FIRST = new Set('first one former'.split(' '));
const SECOND = new Set('second other latter'.split(' '));
const DENYING_SUBJECTS = new Set(['neither', 'none', 'nothing', 'no']);
