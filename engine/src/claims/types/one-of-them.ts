import type { Terminology } from '../../terminology/terminology.js';
import { proseSpan, type ProseSpan } from '../../text/span.js';
import type { Claim } from '../claim.js';
import { clausesOf, isDenied } from '../sentences/clauses.js';
import { partyOf, type Discourse } from '../subjects/discourse.js';
import { memberOf } from '../divisions/division-members.js';
import type { Element, SentenceElements } from '../sentences/elements.js';
import { NEGATORS } from '../sentences/lexicon.js';
import { PLURAL_TYPE_WORDS } from '../divisions/division-words.js';
import { notMemberEntry } from '../contradictions/outside-classification.js';

/**
 * Reads what is put among types that were spoken of just before: "Calcinosis cutis has several types. Chondrocalcinosis is
 * one of them.", "There are five types of calcinosis; pseudogout is among them." What "them" stands for must be clear: no
 * other things in the plural stand between.
 */
export function readOneOfThem(
  sentence: SentenceElements,
  discourse: Discourse,
  terminology: Terminology,
): readonly Claim[] {
  const { elements, block, sentenceIndex, isQuestion } = sentence;
  const others = isQuestion ? NONE : namedWithOthers(sentence, terminology);
  if (others.length > 0) return others;
  const them = elements.findIndex(
    ({ norm }, at) => THEM.has(norm) || (norm === 'its' && PLURAL_TYPE_WORDS.has(elements[at + 1]?.norm ?? '')),
  );
  if (isQuestion || them < 2 || !AMONG.has(elements[them - 1]!.norm)) return NONE;
  let verb = them - 1;
  while (verb > 0 && BEFORE_THEM.has(elements[verb]!.norm)) verb--;
  const named = elements[verb];
  const id = named?.mention?.conceptId;
  if (id === undefined || them - verb < 2) return NONE;
  let from = verb;
  while (from > 0 && OPENS.has(elements[from - 1]!.norm)) from--;
  if (from > 0 && elements[from - 1]!.norm !== ';') return NONE;
  const isOfIt = elements[them]!.norm === 'its';
  const isNamed = PLURAL_TYPE_WORDS.has(elements[them + 1]?.norm ?? '');
  if (!ENDS.has(elements[isNamed ? them + 2 : them + 1]?.norm ?? '.')) return NONE;
  const before = from > 0 ? elements.slice(0, from - 1) : discourse.sentences[block.index]![sentenceIndex - 1];
  if (before === undefined || ('isQuestion' in before && before.isQuestion)) return NONE;
  const told = 'elements' in before ? before.elements : before;
  if (clausesOf(sentence).some(({ attribution }) => attribution !== 'writer')) return NONE;
  if ('elements' in before && clausesOf(before).some(({ attribution }) => attribution !== 'writer')) return NONE;
  // "CREST is one of these types, next to the metastatic and the iatrogenic one"
  const isBesideTypes = isNamed && typesBeside(elements, terminology) > 1;
  const whole = isOfIt || isBesideTypes ? onlyWhole(discourse, sentence, terminology) : typesOf(told, terminology);
  const classification = terminology.classificationOf(whole?.mention?.conceptId ?? '');
  if (classification === undefined || notMemberEntry(id, classification, false, terminology) === undefined) return NONE;
  const span = proseSpan(named!.span.start, elements[them]!.span.end);
  return [typeClaim(named!, whole!, block.index, span)];
}

function typesBeside(elements: readonly Element[], terminology: Terminology): number {
  const [classification] = terminology.classifications;
  if (classification === undefined) return 0;
  const members = elements.map((element) => memberOf(element, classification, terminology));
  return new Set(members.flatMap((member) => (member?.is === 'member' ? [member.name] : []))).size;
}

/** "Gout, chondrocalcinosis and other types of calcinosis cutis" */
function namedWithOthers(sentence: SentenceElements, terminology: Terminology): readonly Claim[] {
  const { elements, block } = sentence;
  const types = elements.findIndex(
    ({ norm }, at) =>
      PLURAL_TYPE_WORDS.has(norm) && elements[at - 1]?.norm === 'other' && elements[at + 1]?.norm === 'of',
  );
  if (types < 3 || !JOINS.has(elements[types - 2]!.norm)) return NONE;
  const whole = elements[types + 2];
  const classification = terminology.classificationOf(whole?.mention?.conceptId ?? '');
  if (classification === undefined) return NONE;
  if (clausesOf(sentence).some(({ attribution }) => attribution !== 'writer')) return NONE;
  const found: Claim[] = [];
  for (let at = types - 3; at >= 0; at--) {
    const named = elements[at]!;
    const id = named.mention?.conceptId;
    if (id === undefined) {
      if (JOINS.has(named.norm) || named.norm === ',') continue;
      break;
    }
    // "lupus, calciphylaxis and other forms of calcinosis": what stands farther may be something else.
    if (notMemberEntry(id, classification, false, terminology) === undefined) break;
    if (isDenied(elements, Math.max(0, at - 3), at)) return NONE;
    found.push(typeClaim(named, whole!, block.index, proseSpan(named.span.start, whole!.span.end)));
  }
  return found;
}

function typeClaim(named: Element, whole: Element, block: number, span: ProseSpan): Claim {
  return {
    relation: 'is-a',
    subject: partyOf(named.mention!),
    object: partyOf(whole.mention!),
    polarity: 'asserted',
    attribution: 'writer',
    weak: false,
    block,
    span,
    form: 'a type',
  };
}

/** "Calcinosis cutis means …. Dystrophic calcinosis is one of its types. …": the one disease with types that is named before. */
function onlyWhole(
  discourse: Discourse,
  { block, sentenceIndex }: SentenceElements,
  terminology: Terminology,
): Element | undefined {
  const before = discourse.sentences[block.index]!.slice(0, sentenceIndex).flatMap(({ elements }) => elements);
  const diseases = before.filter(({ mention }) => terminology.concept(mention?.conceptId ?? '')?.kind === 'disease');
  const [whole] = diseases;
  const id = whole?.mention?.conceptId;
  if (id === undefined || terminology.classificationOf(id) === undefined) return undefined;
  return diseases.every(({ mention }) => mention!.conceptId === id) ? whole : undefined;
}

/** What is said to have types, where these are the only things in the plural that the words name. */
function typesOf(elements: readonly Element[], terminology: Terminology): Element | undefined {
  const types = elements.findIndex(({ norm }) => PLURAL_TYPE_WORDS.has(norm));
  if (types < 0 || elements.some(({ norm }) => NEGATORS.has(norm) || HOLDS_BACK.has(norm))) return undefined;
  const others = elements
    .slice(types + 1)
    .some(({ norm, kind }) => kind === 'word' && /[^su]s$/u.test(norm) && norm !== 'has');
  if (others) return undefined;
  const diseases = elements.filter(({ mention }) => mention?.conceptId !== undefined);
  const [whole] = diseases;
  const id = whole?.mention?.conceptId;
  if (diseases.length !== 1 || id === undefined || terminology.concept(id)!.kind !== 'disease') return undefined;
  return whole;
}

const NONE: readonly never[] = [];
const JOINS = new Set(['and', 'or']);
const THEM = new Set(['them', 'these', 'those']);
const AMONG = new Set(['of', 'among', 'to', 'with']);
const BEFORE_THEM = new Set(
  'is one of among belongs counts as to with are stands likewise also another too'.split(' '),
);
const OPENS = new Set('the a and also'.split(' '));
const ENDS = new Set(['.', '!', ';', ',', 'and']);
/** "Several names resemble the types", "look-alikes of the types" */
const HOLDS_BACK = new Set(
  'resemble resembles mimic mimics look-alikes confused mistaken apart like unlike wrongly once formerly if might could'.split(
    ' ',
  ),
);
