import type { AnalyzedBlock } from '../../document.js';
import type { Terminology } from '../../terminology/terminology.js';
import { proseSpan } from '../../text/span.js';
import { openCauseOf } from '../causes/cause-claims.js';
import { CAUSE_KINDS, type OpenCause } from '../causes/cause-words.js';
import { mattersOf, setsItselfApart } from '../classes/class-announced.js';
import { ACTS_ON, APART } from '../classes/class-frames.js';
import type { Claim, ClaimParty } from '../claim.js';
import { clausesOf, isDenied, type Clause } from '../sentences/clauses.js';
import { partyOf, type Discourse } from '../subjects/discourse.js';
import { findWords, type Element, type SentenceElements } from '../sentences/elements.js';
import { NUMBERS } from '../sentences/lexicon.js';
import { ACTIONS } from '../facts/relation-words.js';
import { asksForCause } from '../answers/answer-claims.js';

/**
 * Reads lists by what introduces them: "Dystrophic calcification can be set off by:", "Anticoagulants:", a heading
 * "Causes of metastatic calcification", "drugs … to inhibit the absorption of calcium", "complications at the site of".
 */
export function readListClaims(
  blocks: readonly AnalyzedBlock[],
  discourse: Discourse,
  terminology: Terminology,
): Claim[] {
  const claims: Claim[] = [];
  const items = itemsByIntroduction(blocks);
  for (const [introduction, list] of items) {
    const block = blocks[introduction]!;
    const sentence = discourse.sentences[introduction]?.[block.sentences.length - 1];
    if (sentence === undefined) continue;
    if (sentence.isQuestion) {
      claims.push(...answeringItems(sentence, list, discourse, terminology));
      continue;
    }
    const clauses = clausesOf(sentence);
    const clause = clauses[clauses.length - 1];
    if (clause === undefined || clause.attribution !== 'writer') continue;
    const open =
      openCauseOf(sentence, clause, discourse, terminology) ?? previousOpenCause(discourse, block, clause, terminology);
    if (open !== undefined) claims.push(...causeItems(open, list, discourse, terminology));
    else claims.push(...classItems(sentence, clause, list, discourse, terminology));
    claims.push(...purposeItems(sentence, list, discourse, terminology));
    claims.push(...placeItems(block, list, discourse));
  }
  return claims;
}

/** Lists by the block that introduces them: their lead-in, or the heading that they follow. */
function itemsByIntroduction(blocks: readonly AnalyzedBlock[]): Map<number, AnalyzedBlock[]> {
  const lists = new Map<number, AnalyzedBlock[]>();
  for (const block of blocks) {
    if (block.list === undefined || block.kind !== 'list-item') continue;
    const heading = block.headings[block.headings.length - 1];
    const introduction =
      block.list.leadIn ??
      (heading !== undefined && block.list.parentItem === undefined ? heading : block.list.parentItem);
    if (introduction === undefined) continue;
    const list = lists.get(introduction);
    if (list === undefined) lists.set(introduction, [block]);
    else list.push(block);
  }
  return lists;
}

/** "This disorder has several causes. They include:" */
function previousOpenCause(
  discourse: Discourse,
  block: AnalyzedBlock,
  clause: Clause,
  terminology: Terminology,
): OpenCause | undefined {
  const last = discourse.sentences[block.index]![block.sentences.length - 1]!;
  if (last.elements.length > 4 || block.sentences.length < 2) return undefined;
  return openCauseOf(discourse.sentences[block.index]![block.sentences.length - 2]!, clause, discourse, terminology);
}

function causeItems(
  open: OpenCause,
  items: readonly AnalyzedBlock[],
  discourse: Discourse,
  terminology: Terminology,
): Claim[] {
  const claims: Claim[] = [];
  for (const item of items) {
    const sentence = discourse.sentences[item.index]?.[0];
    if (sentence === undefined) continue;
    for (const element of outsideBrackets(sentence.elements)) {
      const id = element.mention?.conceptId;
      if (id === undefined || id === open.subject.conceptId || !CAUSE_KINDS.has(terminology.concept(id)!.kind)) {
        continue;
      }
      claims.push(
        itemClaim(
          open.cue.weak ? 'associated-with' : 'caused-by',
          open.subject,
          element,
          item,
          open.denied,
          open.cue.weak,
          'list of causes',
        ),
      );
      // An item names its cause first; what follows explains it.
      break;
    }
    if (!claims.some((claim) => claim.block === item.index)) claims.push(...phraseItem(open, item, sentence));
  }
  return claims;
}

/** "What can be behind the metastatic form?" above a list: its items are what it asks for. */
function answeringItems(
  question: SentenceElements,
  items: readonly AnalyzedBlock[],
  discourse: Discourse,
  terminology: Terminology,
): Claim[] {
  const { elements } = question;
  const types = elements.filter(({ mention }) => terminology.memberOf(mention?.conceptId ?? '') !== undefined);
  if (types.length !== 1 || !asksForCause(elements) || elements.some(({ norm }) => ASKS_APART.has(norm))) return [];
  if (!elements.some(({ norm }) => norm === 'what' || norm === 'which')) return [];
  const subject = partyOf(types[0]!.mention!);
  const cue = { words: ['causes'], relation: 'caused-by' as const, weak: true };
  return causeItems({ subject, cue, denied: false }, items, discourse, terminology);
}

const ASKS_APART = new Set('not never rule exclude confused like differs resemble tell apart'.split(' '));

/** "- tissue damage", "- high phosphate in the blood": an item that names no concept. */
function phraseItem(open: OpenCause, item: AnalyzedBlock, sentence: SentenceElements): Claim[] {
  const [first] = sentence.elements.filter((element) => element.kind !== 'mark' && !ARTICLES.has(element.norm));
  const { phrase } = first ?? {};
  if (phrase === undefined || phrase.kind === 'unknown-cause' || first === undefined) return [];
  const object = { text: item.text.slice(first.span.start, first.span.end), block: item.index, span: first.span };
  return [
    {
      relation: phrase.kind,
      subject: open.subject,
      object,
      value: phrase.level ?? phrase.tissue!,
      ...(phrase.analyte === undefined ? {} : { analyte: phrase.analyte }),
      polarity: open.denied ? 'denied' : 'asserted',
      attribution: 'writer',
      weak: open.cue.weak,
      block: item.index,
      span: first.span,
      form: 'list of causes',
    },
  ];
}

const ARTICLES = new Set('a an the any some'.split(' '));
/** Behind a class that opens a heading, when the list is still of its members. */
const AFTER_TITLE = new Set('we used for in on tried given at you that which often commonly available'.split(' '));

/** "The following bisphosphonates have been tried:" and the heading "Calcium channel blockers". */
function classItems(
  sentence: SentenceElements,
  clause: Clause,
  items: readonly AnalyzedBlock[],
  discourse: Discourse,
  terminology: Terminology,
): Claim[] {
  const isMedicine = ({ mention }: Element) =>
    ['drug', 'drug-class', 'procedure'].includes(terminology.concept(mention!.conceptId ?? '')?.kind ?? '');
  const classes = sentence.elements.filter(
    (element) =>
      element.mention?.conceptId !== undefined && terminology.concept(element.mention.conceptId)!.kind === 'drug-class',
  );
  const named = classes[0];
  // "Blood thinners (anticoagulants)" are one class.
  if (named === undefined || (classes.length > 1 && !isGlossed(sentence.elements, classes))) return [];
  const index = sentence.elements.indexOf(named);
  // "Phosphate binders used on our dialysis ward:" names another thing behind it, "warfarin and antibiotics:" before.
  const behind = sentence.elements[index + 1]?.norm ?? '';
  const qualified = ['used', 'for', 'in', 'on', 'tried', 'given', 'at', 'that', 'we'].includes(behind);
  const others = sentence.elements.filter((element) => element.mention !== undefined && !classes.includes(element));
  // "## Antibiotics we use"; in "## Antibiotics: what they clash with" the list is of something else.
  const isTitle = isBareTitle(sentence.elements) && sentence.sentenceIndex === 0;
  const isHeading =
    isTitle ||
    (sentence.block.kind === 'heading' && (sentence.elements.length <= 3 || (index === 0 && AFTER_TITLE.has(behind))));
  const opensList = sentence.elements[sentence.elements.length - 1]?.norm === ':';
  // "Three antibiotics come up again and again:" and three items
  const counted = [index - 1, index - 2].some((at) => NUMBERS[sentence.elements[at]?.norm ?? ''] === items.length);
  const isCounted = counted && opensList && index <= 3;
  if (
    others.some(
      (element) => !(qualified || (isCounted && !isMedicine(element))) || sentence.elements.indexOf(element) < index,
    )
  ) {
    return [];
  }
  // The class must be what the list is a list of: "the following X", "X include", "X:" or the heading itself.
  const announced =
    ['following', 'these', 'common', 'some', 'several', 'other', 'include'].includes(
      sentence.elements[index - 1]?.norm ?? '',
    ) ||
    ['include', 'includes', 'are', 'used', 'tried'].includes(behind) ||
    (behind === ':' && index + 2 === sentence.elements.length);
  if (sentence.elements.some(({ norm }) => ACTS_ON.has(norm) || APART.has(norm))) return [];
  if (!isHeading && !announced && !isCounted) return [];
  if (isDenied(sentence.elements, clause.start, clause.end)) return [];
  const claims: Claim[] = [];
  for (const item of items) {
    if (setsItselfApart(discourse.sentences[item.index]!, mattersOf(terminology)[0]!, terminology)) continue;
    for (const element of medicinesOf(discourse.sentences[item.index]?.[0]?.elements ?? [], terminology)) {
      claims.push({
        ...itemClaim('is-a', partyOf(element.mention!), element, item, false, false, 'list of members'),
        object: partyOf(named.mention!),
      });
    }
  }
  return claims;
}

/** The medicine that an item begins with, or all of an item that is nothing but names: "warfarin, apixaban". */
function medicinesOf(elements: readonly Element[], terminology: Terminology): readonly Element[] {
  const isMedicine = ({ mention }: Element) => terminology.concept(mention?.conceptId ?? '')?.kind === 'drug';
  const named = elements.filter(isMedicine);
  if (elements.every((element) => isMedicine(element) || JOINS_NAMES.has(element.norm))) return named;
  const first = elements.find((element) => element.kind !== 'mark');
  return first !== undefined && isMedicine(first) ? [first] : [];
}

const JOINS_NAMES = new Set([',', 'and', 'or', ';', '.']);

/** "blood thinners (anticoagulants)" */
function isGlossed(elements: readonly Element[], classes: readonly Element[]): boolean {
  const [first, second] = classes.map((element) => elements.indexOf(element));
  return classes.length === 2 && elements[first! + 1]?.norm === '(' && second === first! + 2;
}

/** Nothing but the class, with its gloss and a colon. */
function isBareTitle(elements: readonly Element[]): boolean {
  return (
    elements.length <= 7 && elements.every((element) => element.mention !== undefined || TITLE_MARKS.has(element.norm))
  );
}

const TITLE_MARKS = new Set('( ) : the our drugs medicines'.split(' '));

/** "The doctor will prescribe these drugs to inhibit the absorption of calcium:" says it of each item. */
function purposeItems(
  sentence: SentenceElements,
  items: readonly AnalyzedBlock[],
  discourse: Discourse,
  terminology: Terminology,
): Claim[] {
  const claims: Claim[] = [];
  for (const [action, verbs] of Object.entries(ACTIONS)) {
    const verb = findWords(sentence.elements, 0, sentence.elements.length, verbs);
    if (verb === undefined || sentence.elements[verb.start - 1]?.norm !== 'to') continue;
    const object = sentence.elements
      .slice(verb.end, verb.end + 4)
      .find((element) => element.mention?.conceptId !== undefined);
    if (object === undefined) continue;
    for (const item of items) {
      for (const element of discourse.sentences[item.index]?.[0]?.elements ?? []) {
        const id = element.mention?.conceptId;
        if (id === undefined || !['drug', 'drug-class', 'procedure'].includes(terminology.concept(id)!.kind)) continue;
        claims.push({
          ...itemClaim(
            'does',
            partyOf(element.mention!),
            element,
            item,
            isDenied(sentence.elements, verb.start - 4, verb.start),
            false,
            'purpose of a list',
          ),
          object: partyOf(object.mention!),
          value: action,
          block: sentence.block.index,
          span: proseSpan(sentence.elements[verb.start - 1]!.span.start, object.span.end),
        });
      }
    }
  }
  return claims;
}

/** "Complications at the site of the lump include:" says of each item where it is. */
function placeItems(block: AnalyzedBlock, items: readonly AnalyzedBlock[], discourse: Discourse): Claim[] {
  const claims: Claim[] = [];
  for (const sentence of discourse.sentences[block.index]!.slice(-2)) {
    const place = findWords(sentence.elements, 0, sentence.elements.length, AT_THE_SITE);
    if (place === undefined) continue;
    const site = sentence.elements
      .slice(place.end, place.end + 4)
      .find((element) => element.kind === 'mention' || SITE_WORDS.has(element.norm));
    if (site === undefined) continue;
    const noun = sentence.elements[place.start - 1];
    for (const item of items) {
      for (const element of outsideBrackets(discourse.sentences[item.index]?.[0]?.elements ?? [])) {
        if (element.mention?.conceptId === undefined) continue;
        const object: ClaimParty = {
          ...(site.mention?.conceptId === undefined ? {} : { conceptId: site.mention.conceptId }),
          text: site.norm,
          block: block.index,
          span: site.span,
        };
        claims.push({
          ...itemClaim(
            'located-in',
            partyOf(element.mention),
            element,
            item,
            isDenied(sentence.elements, place.start - 4, place.start),
            false,
            'place of a list',
          ),
          object,
          value: 'site-of-deposit',
          block: block.index,
          span: proseSpan((noun ?? sentence.elements[place.start]!).span.start, site.span.end),
        });
      }
    }
  }
  return claims;
}

const AT_THE_SITE = [
  'at the site of',
  'at the place of',
  'around the site of',
  'where the',
  'in the area of',
  'at the location of',
].map((phrase) => phrase.split(' '));
const SITE_WORDS = new Set('lump lumps deposit deposits nodule nodules'.split(' '));

function itemClaim(
  relation: Claim['relation'],
  subject: ClaimParty,
  element: Element,
  item: AnalyzedBlock,
  denied: boolean,
  weak: boolean,
  form: string,
): Claim {
  return {
    relation,
    subject,
    object: partyOf(element.mention!),
    polarity: denied ? 'denied' : 'asserted',
    attribution: 'writer',
    weak,
    block: item.index,
    span: element.span,
    form,
  };
}

function outsideBrackets(elements: readonly Element[]): Element[] {
  let depth = 0;
  return elements.filter((element) => {
    if (element.norm === '(') depth++;
    if (element.norm === ')') depth--;
    return depth === 0;
  });
}
