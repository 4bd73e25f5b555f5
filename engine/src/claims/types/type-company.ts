import type { AnalyzedBlock } from '../../document.js';
import type { Terminology } from '../../terminology/terminology.js';
import { attributionOf } from '../attribution/attribution.js';
import type { Claim, ClaimParty } from '../claim.js';
import { clausesOf } from '../sentences/clauses.js';
import { claimsOfDescription, describedIn } from './descriptions.js';
import { partyOf, type Discourse } from '../subjects/discourse.js';
import type { Element, SentenceElements } from '../sentences/elements.js';
import { NEGATORS, TYPE_WORDS } from '../sentences/lexicon.js';
import { HOLDS_APART } from '../causes/origin-words.js';

/**
 * Reads what stands in the company of a type without a verb that ties the two: the answer to a question that asks
 * whom it strikes or where it comes from, the items below a lead-in or a heading that asks for its causes or
 * examples, the fragment behind its name in a list of words. All that is described there is claimed of the type.
 *
 * @param known what other readers have read; the same is not claimed twice
 */
export function readTypeCompany(
  blocks: readonly AnalyzedBlock[],
  discourse: Discourse,
  terminology: Terminology,
  known: readonly Claim[],
): Claim[] {
  const claims: Claim[] = [];
  for (const block of blocks) {
    claims.push(...statedOfItem(block, blocks, discourse, terminology));
    if (block.table !== undefined || !READ_KINDS.has(block.kind) || block.quoted) continue;
    for (const sentence of discourse.sentences[block.index]!) {
      const introduced = typeOf(sentence, blocks, discourse, terminology);
      const type = introduced ?? portrayedType(sentence, discourse, terminology);
      if (type === undefined || !isPlain(sentence, terminology)) continue;
      const { elements } = sentence;
      const said = describedIn(sentence, 0, elements.length, terminology, asksForPeople(sentence, discourse));
      const claimed = { block: block.index, span: sentence.sentence.span, form: 'company of a type' };
      for (const claim of claimsOfDescription(type, said, claimed, terminology)) {
        // What is found in a type need not be where it comes from.
        if (introduced === undefined && claim.relation !== 'level' && !isTold(claim, terminology)) continue;
        const placed = { ...claim, span: claim.object.span };
        if (![...known, ...claims].some((other) => isSame(other, placed))) claims.push(placed);
      }
    }
  }
  return claims;
}

/** "Who gets the metastatic type?" */
function asksForPeople({ block, sentenceIndex }: SentenceElements, discourse: Discourse): boolean {
  if (!discourse.answersQuestion(block.index, sentenceIndex)) return false;
  const asked =
    sentenceIndex > 0
      ? discourse.sentences[block.index]![sentenceIndex - 1]
      : discourse.sentences[block.index - 1]?.at(-1);
  return asked?.elements.some(({ norm }) => norm === 'who' || norm === 'whom') === true;
}

function isTold({ attribute }: Claim, terminology: Terminology): boolean {
  return attribute !== undefined && terminology.tellingsOf(attribute).length > 0;
}

/** "Types whose laboratory findings are normal:" above a list of types: what it states is said of each of them. */
function statedOfItem(
  block: AnalyzedBlock,
  blocks: readonly AnalyzedBlock[],
  discourse: Discourse,
  terminology: Terminology,
): Claim[] {
  if (block.kind !== 'list-item' || block.list?.parentItem !== undefined) return [];
  const [sentence, ...others] = discourse.sentences[block.index]!;
  if (sentence === undefined || others.length > 0 || sentence.elements.length > LONGEST_NAME) return [];
  const type = onlyType(sentence.elements, terminology);
  if (type === undefined) return [];
  const before = block.list!.leadIn ?? titleBefore(block, blocks);
  const lead = before === undefined ? undefined : discourse.sentences[before]!.at(-1);
  if (lead === undefined || !isPlain(lead, terminology) || !speaksOfTypes(lead)) return [];
  const claimed = { block: block.index, span: type.span, form: 'list under what it states' };
  const said = describedIn(lead, 0, lead.elements.length, terminology);
  return claimsOfDescription(type, said, claimed, terminology).filter(({ relation }) => STATES.has(relation));
}

/** The line or the heading right before the list that an item belongs to. */
function titleBefore(block: AnalyzedBlock, blocks: readonly AnalyzedBlock[]): number | undefined {
  const first = blocks.findIndex(({ list }) => list !== undefined && list.list === block.list!.list);
  const before = blocks[first - 1];
  return before !== undefined && (before.kind === 'heading' || before.kind === 'paragraph') ? before.index : undefined;
}

function speaksOfTypes({ elements }: SentenceElements): boolean {
  return elements.some(({ norm }) => TYPE_WORDS.has(norm)) && !elements.some(({ norm }) => norm === 'or');
}

function isSame(a: Claim, b: Claim): boolean {
  return a.block === b.block && a.span.start < b.span.end && b.span.start < a.span.end && a.relation === b.relation;
}

/** The one type in whose company a sentence stands. */
function typeOf(
  sentence: SentenceElements,
  blocks: readonly AnalyzedBlock[],
  discourse: Discourse,
  terminology: Terminology,
): ClaimParty | undefined {
  const { block, sentenceIndex } = sentence;
  if (discourse.answersQuestion(block.index, sentenceIndex)) {
    const asked =
      sentenceIndex > 0
        ? discourse.sentences[block.index]![sentenceIndex - 1]!
        : discourse.sentences[block.index - 1]!.at(-1)!;
    return asksFor(asked.elements) ? onlyType(asked.elements, terminology) : undefined;
  }
  if (block.kind === 'list-item' && sentenceIndex === 0) return introducedType(block, blocks, discourse, terminology);
  if (sentenceIndex === 0 ? discourse.isDefinition(block.index) : discourse.followsName(block.index, sentenceIndex)) {
    const name = sentenceIndex === 0 ? discourse.sentences[block.index - 1]! : [discourse.sentences[block.index]![0]!];
    return isFragment(sentence)
      ? onlyType(
          name.flatMap(({ elements }) => elements),
          terminology,
        )
      : undefined;
  }
  return undefined;
}

/** "What you find in metastatic calcinosis:", "Dystrophic calcinosis at a glance:": the items below portray the type. */
function portrayedType(
  { block, sentenceIndex }: SentenceElements,
  discourse: Discourse,
  terminology: Terminology,
): ClaimParty | undefined {
  if (block.kind !== 'list-item' || sentenceIndex > 0 || block.list!.parentItem !== undefined) return undefined;
  const { leadIn } = block.list!;
  const lead = leadIn === undefined ? undefined : discourse.sentences[leadIn]!.at(-1);
  if (lead === undefined || lead.elements.length > LONGEST_LEAD || attributionOf(lead) !== 'writer') return undefined;
  const portrays = lead.elements.some(({ norm }) => PORTRAYS.has(norm)) || lead.elements.length <= SHORTEST_LEAD;
  const isApart = lead.elements.some(({ norm }) => APART.has(norm) || NEGATORS.has(norm) || HOLDS_APART.has(norm));
  return portrays && !isApart ? onlyType(lead.elements, terminology) : undefined;
}

/** The lead-in of a list, or the heading above it, that names one type and asks for what brings it about. */
function introducedType(
  block: AnalyzedBlock,
  blocks: readonly AnalyzedBlock[],
  discourse: Discourse,
  terminology: Terminology,
): ClaimParty | undefined {
  const { leadIn, parentItem } = block.list!;
  if (parentItem !== undefined) return undefined;
  const heading = block.headings[block.headings.length - 1];
  const lead = leadIn === undefined ? [] : (discourse.sentences[leadIn]!.at(-1)?.elements ?? []);
  const title = heading === undefined ? [] : discourse.sentences[heading]!.flatMap(({ elements }) => elements);
  if (lead.length > 0 && blocks[leadIn!]!.sentences.length > 0 && isAsking(discourse.sentences[leadIn!]!.at(-1)!)) {
    const own = onlyType(lead, terminology);
    const named = lead.some((element) => isMember(element, terminology));
    const others = discourse.sentences[leadIn!]!.flatMap(({ elements }) => elements);
    return own ?? (named || namesMembers(others, terminology) > 1 ? undefined : onlyType(title, terminology));
  }
  if (lead.length > 0 || heading === undefined) return undefined;
  return ASKS_FOR_CAUSE.some((word) => title.some(({ norm }) => norm === word)) || asksHow(title)
    ? onlyType(title, terminology)
    : undefined;
}

/** "How it can happen in hospital", "Ways to get it", "It comes about like this" */
function asksHow(elements: readonly Element[]): boolean {
  const how = elements.findIndex(({ norm }) => HOW.has(norm));
  const happens = elements.findIndex(({ norm }) => HAPPENS.has(norm));
  const isApart = elements.some(({ norm }) => APART.has(norm) || NEGATORS.has(norm) || NOT_ITS_ORIGIN.has(norm));
  return how >= 0 && happens >= 0 && Math.abs(happens - how) <= FARTHEST_VERB && !isApart;
}

/** In elements. */
const FARTHEST_VERB = 6;
const HOW = new Set('how ways way this thus follows paths roads routes what'.split(' '));
const HAPPENS = new Set(
  'happen happens happened comes come arise arises develop develops form forms start starts begin begins occur occurs get gets behind set sets bring brings lead leads'.split(
    ' ',
  ),
);
const NOT_ITS_ORIGIN = new Set('next then after later if look looks feel feels spread spreads grow grows'.split(' '));

function isAsking(sentence: SentenceElements): boolean {
  if (sentence.elements.length > LONGEST_LEAD || attributionOf(sentence) !== 'writer') return false;
  const { elements } = sentence;
  return (
    (elements.some(({ norm }) => ASKS_FOR_CAUSE.includes(norm)) || asksHow(elements)) &&
    !elements.some(({ norm }) => APART.has(norm) || NEGATORS.has(norm))
  );
}

/** "Where does it come from?", "Who gets it?", "What lies behind it?" */
function asksFor(question: readonly Element[]): boolean {
  const opens = question.slice(0, 6).some(({ norm }) => WHO_OR_WHERE.has(norm));
  return (
    opens &&
    question.some(({ norm }) => BRINGS_ABOUT.has(norm)) &&
    !question.some(({ norm }) => APART.has(norm) || NEGATORS.has(norm))
  );
}

/** The sentence says nothing else of the two: no other type, no denial, no word that holds them apart. */
function isPlain(sentence: SentenceElements, terminology: Terminology): boolean {
  if (sentence.isQuestion || sentence.elements.length > LONGEST) return false;
  if (clausesOf(sentence).some(({ attribution }) => attribution !== 'writer')) return false;
  return !sentence.elements.some(
    (element, at) =>
      isMember(element, terminology) ||
      APART.has(element.norm) ||
      (HOLDS_APART.has(element.norm) && !HARMLESS.has(element.norm)) ||
      ((NEGATORS.has(element.norm) || /n['’]t$/u.test(element.norm)) && sentence.elements[at + 1]?.norm !== 'else'),
  );
}

/** "Deposits that come from a needle", "A side effect of care": no sentence with a subject and a verb of its own. */
function isFragment({ elements }: SentenceElements): boolean {
  const opening = elements.findIndex(({ norm }) => norm === 'that' || norm === 'which' || norm === ',');
  return !elements.slice(0, opening < 0 ? elements.length : opening).some(({ norm }) => FINITE.has(norm));
}

function onlyType(elements: readonly Element[], terminology: Terminology): ClaimParty | undefined {
  const types = elements.filter((element) => isMember(element, terminology));
  return types.length === 1 ? partyOf(types[0]!.mention!) : undefined;
}

function namesMembers(elements: readonly Element[], terminology: Terminology): number {
  return elements.filter((element) => isMember(element, terminology)).length;
}

function isMember({ mention }: Element, terminology: Terminology): boolean {
  return terminology.memberOf(mention?.conceptId ?? '') !== undefined;
}

const LONGEST_NAME = 5;
/** "Metastatic calcinosis:" */
const SHORTEST_LEAD = 3;
const PORTRAYS = new Set(
  'find finds found typical typically hallmark hallmarks feature features glance short brief facts fact points characteristic characteristics marks marked known means mean say speak summary profile picture portrait see expect common'.split(
    ' ',
  ),
);
const STATES = new Set<Claim['relation']>(['level', 'tissue', 'unknown-cause']);
const READ_KINDS = new Set(['paragraph', 'list-item']);
const LONGEST = 30;
const LONGEST_LEAD = 24;
const WHO_OR_WHERE = new Set('who whom where what which why how when whose'.split(' '));
const BRINGS_ABOUT = new Set(
  'get gets come comes cause causes caused bring brings behind lead leads develop develops arise arises source origin reason reasons trigger triggers starts start sets set sparks provokes provoke produces produce induces triggers follow follows happen happens strikes strike hit hits affected suspect setting settings background'.split(
    ' ',
  ),
);
const ASKS_FOR_CAUSE =
  'examples example cause causes trigger triggers traced follows following after behind from setting settings include includes belong belongs reasons sources origin origins background backgrounds culprits record brings conditions'.split(
    ' ',
  );
const APART = new Set(
  'not unlike differ differs exclude excluded rule ruled differential confused mistaken mimics look-alikes treat treatment treated therapy test tests check complications complication risk risks worse worsen avoid prevent instead rather but against speak speaks argue argues'.split(
    ' ',
  ),
);
/** They hold apart where a verb ties the two; in a bare item they do not. */
const HARMLESS = new Set(
  'before previously like early late hard other some first painful sore minor healed clear hidden congenital'.split(
    ' ',
  ),
);
const FINITE = new Set('is are was were has have had can may might will does do'.split(' '));
