import type { CompiledClassification } from '../../terminology/compiled.js';
import type { Terminology } from '../../terminology/terminology.js';
import type { Claim } from '../claim.js';
import { typeByCauseClaim } from '../classes/class-claim.js';
import { clausesOf } from '../sentences/clauses.js';
import { partyOf, type Discourse } from '../subjects/discourse.js';
import { memberOf } from './division-members.js';
import type { Element, SentenceElements } from '../sentences/elements.js';
import { TYPE_WORDS } from '../sentences/lexicon.js';
import { notMemberEntry } from '../contradictions/outside-classification.js';
import { holdsApart } from './strangers-among-types.js';

/**
 * Reads what closes a list of types, by its place alone: "… are four of them, and CREST syndrome is the fifth", "Current
 * reviews add a fifth, nephrocalcinosis", "Number five is gout", "chondrocalcinosis completes the list". Three types, in
 * the sentence or the one before it, show what is counted.
 */
export function readFifthOfTypes(
  sentence: SentenceElements,
  discourse: Discourse,
  terminology: Terminology,
): readonly Claim[] {
  const { elements, block, sentenceIndex } = sentence;
  const [classification] = terminology.classifications;
  if (classification === undefined || sentence.isQuestion || !elements.some(({ norm }) => PLACES.has(norm))) {
    return NONE;
  }
  // "dystrophic (after lupus), …, and chondrocalcinosis is the fifth": of several that which stands in the place.
  const placed = elements.flatMap((element, at) => {
    const there = isStranger(element, classification, terminology) ? placeOf(elements, at) : undefined;
    return there === undefined ? [] : [{ at, there }];
  });
  const [first, ...others] = placed;
  if (first === undefined || others.length > 0) return NONE;
  const { at: stranger, there: place } = first;
  const sentences = discourse.sentences[block.index]!;
  const around = [sentences[sentenceIndex - 1], sentence, sentences[sentenceIndex + 1]].flatMap(
    (one) => one?.elements ?? [],
  );
  const types = new Set(
    around.flatMap((element) => {
      const member = memberOf(element, classification, terminology);
      return member?.is === 'member' ? [member.name] : [];
    }),
  );
  const isEarly = elements.slice(place.from, place.to).some(({ norm }) => EARLY.has(norm));
  const isOneOfSeveral = elements.filter(({ norm }) => ORDINALS.has(norm)).length > 1;
  if (
    isEarly
      ? types.size < 2 || !isOneOfSeveral || !countsTypes(around, false)
      : types.size < 3 && !countsTypes(around, true)
  ) {
    return NONE;
  }
  const from = Math.min(stranger, place.from);
  const to = Math.max(stranger + 1, place.to);
  const clause = clausesOf(sentence).find(({ start, end }) => start <= from && to <= end);
  if (clause === undefined || clause.attribution !== 'writer') return NONE;
  // "CREST would be the fifth" puts it there, where nothing is supposed.
  const isSupposed = elements.some(({ norm }) => SUPPOSES.has(norm));
  const own = elements.slice(Math.max(clause.start, from - 4), to);
  if (holdsApart(isSupposed ? own : own.filter(({ norm }) => norm !== 'would'))) return NONE;
  const subject = partyOf(elements[stranger]!.mention!);
  return [typeByCauseClaim(sentence, subject, [from, to], classification, 'one of the types')];
}

/** "There are five types by cause, and the fifth one, chondrocalcinosis, …" */
function countsTypes(elements: readonly Element[], mustSayOfWhat: boolean): boolean {
  return elements.some(({ norm }, at) => {
    const type = COUNTED.has(norm) ? elements.findIndex((next, index) => index > at && TYPE_WORDS.has(next.norm)) : -1;
    if (type < 0 || type > at + 3) return false;
    const behind = elements.slice(type + 1, type + 3).map((one) => one.norm);
    return !mustSayOfWhat || behind.join(' ') === 'by cause' || behind.join(' ').startsWith('of calcinosis');
  });
}

const COUNTED = new Set('four five 4 5'.split(' '));

function isStranger({ mention }: Element, classification: CompiledClassification, terminology: Terminology): boolean {
  return (
    mention?.conceptId !== undefined &&
    notMemberEntry(mention.conceptId, classification, true, terminology) !== undefined
  );
}

/** Where the place stands that the name takes: "is the fifth", "a fifth kind, …", "completes the list". */
function placeOf(elements: readonly Element[], name: number): { from: number; to: number } | undefined {
  const norm = (at: number): string => elements[at]?.norm ?? '.';
  for (let at = 0; at < elements.length; at++) {
    if (CLOSES.has(norm(at)) && at === name + 1 && THE_LIST.has(norm(at + 2))) return { from: at, to: at + 3 };
    const isNumbered = norm(at) === 'number' && FIVE.has(norm(at + 1));
    if (!ORDINALS.has(norm(at)) && !isNumbered) continue;
    let to = isNumbered ? at + 2 : at + 1;
    if (TYPE_WORDS.has(norm(to)) || MEMBERS.has(norm(to))) to++;
    if (name < at) {
      const between = elements.slice(name + 1, at);
      const isLed = between.length > 0 && between.every((element) => LEADS_TO_PLACE.has(element.norm));
      if (isLed && (ENDS.has(norm(to)) || to === elements.length)) return { from: at, to };
    } else {
      const between = elements.slice(to, name);
      if (between.length > 0 && between.every((element) => LEADS_TO_NAME.has(element.norm))) return { from: at, to };
    }
  }
  return undefined;
}

const NONE: readonly never[] = [];
const SUPPOSES = new Set('if unless were had then some others'.split(' '));
/** "Scleroderma is the first, metastatic calcinosis the second" below "five types" */
const EARLY = new Set('first second third'.split(' '));
const ORDINALS = new Set('first second third fourth fifth sixth last final remaining missing 4th 5th 6th'.split(' '));
const FIVE = new Set('four five six 4 5 6'.split(' '));
const MEMBERS = new Set('one member group entry item name place among'.split(' '));
const CLOSES = new Set('completes complete closes rounds finishes'.split(' '));
const THE_LIST = new Set('list scheme set five group quintet classification row'.split(' '));
const PLACES = new Set([...ORDINALS, ...CLOSES, 'number']);
const LEADS_TO_PLACE = new Set(
  'is would be as was makes make up counts being takes the a an comes ranks now called , –'.split(' '),
);
const LEADS_TO_NAME = new Set(
  'is would was be being , : – — ( namely called named the a an and its name known as comes there so “ " ‘ in this scheme goes by of that which'.split(
    ' ',
  ),
);
const ENDS = new Set('. , ; : ! ) – — of and in here'.split(' '));
