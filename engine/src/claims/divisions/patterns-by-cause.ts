import type { CompiledClassification } from '../../terminology/compiled.js';
import type { Terminology } from '../../terminology/terminology.js';
import type { Claim } from '../claim.js';
import { typeByCauseClaim } from '../classes/class-claim.js';
import { clausesOf, isNegator } from '../sentences/clauses.js';
import { partyOf } from '../subjects/discourse.js';
import { memberOf } from './division-members.js';
import { DIVIDES } from './division-words.js';
import type { Element, SentenceElements } from '../sentences/elements.js';
import { TYPE_WORDS } from '../sentences/lexicon.js';
import { notMemberEntry } from '../contradictions/outside-classification.js';

/**
 * Reads the words for how far deposits spread where they are taken for words of the cause: "When cause is the criterion,
 * dermatologists split calcinosis into circumscripta and universalis", "Circumscripta tells you why the calcium was laid
 * down", "Whether it is called universalis depends on what brought it on".
 */
export function readPatternsByCause(sentence: SentenceElements, terminology: Terminology): readonly Claim[] {
  const { elements } = sentence;
  const [classification] = terminology.classifications;
  if (classification === undefined || sentence.isQuestion || elements.length > LONGEST) return NONE;
  if (!elements.some((element) => isPattern(element, classification, terminology))) return NONE;
  const patterns = elements.flatMap((element, at) => (isPattern(element, classification, terminology) ? [at] : []));
  const first = patterns[0]!;
  const stated = toldFrom(elements, patterns) ?? dividedByCause(elements, patterns, classification, terminology);
  if (stated === undefined) return NONE;
  if (clausesOf(sentence).some(({ attribution }) => attribution !== 'writer')) return NONE;
  const { from, to } = stated;
  if (elements.slice(from, to).some(({ norm }) => isNegator(norm) || EXTENT.has(norm) || OPEN.has(norm))) return NONE;
  const subject = partyOf(elements[first]!.mention!);
  return [typeByCauseClaim(sentence, subject, [from, to], classification, 'sorted by cause')];
}

function isPattern({ mention }: Element, classification: CompiledClassification, terminology: Terminology): boolean {
  const id = mention?.conceptId;
  return id !== undefined && notMemberEntry(id, classification, true, terminology)?.patterns === true;
}

/** "Circumscripta and universalis tell you why …", "Universalis names the cause", "called … depends on what brought it on". */
function toldFrom(elements: readonly Element[], patterns: readonly number[]): { from: number; to: number } | undefined {
  const last = patterns.findLast((at, index) => index === 0 || at - patterns[index - 1]! <= 3)!;
  const verb = elements.findIndex(({ norm }, at) => at > last && at <= last + 3 && TELLS.has(norm));
  if (verb < 0 || !elements.slice(last + 1, verb).every(({ norm }) => LIGHT.has(norm) || TYPE_WORDS.has(norm))) {
    return undefined;
  }
  const isSubject = elements.slice(0, patterns[0]).every(({ norm }) => OPENS.has(norm));
  if (!isSubject && elements[verb]!.norm !== 'depends') return undefined;
  const at = elements.findIndex(
    ({ norm }, index) => index > verb && index <= verb + 6 && (WHY.has(norm) || isBringing(elements, index)),
  );
  if (at < 0 || !elements.slice(verb + 1, at).every(({ norm }) => LIGHT.has(norm))) return undefined;
  return { from: patterns[0]!, to: at + 1 };
}

/** "what has caused it", "what brought it on" */
function isBringing(elements: readonly Element[], at: number): boolean {
  return elements[at]!.norm === 'what' && elements.slice(at + 1, at + 4).some(({ norm }) => BRINGS.has(norm));
}

/** Two of the words side by side as what the cause divides something into, with none of the types. */
function dividedByCause(
  elements: readonly Element[],
  patterns: readonly number[],
  classification: CompiledClassification,
  terminology: Terminology,
): { from: number; to: number } | undefined {
  const [first, second] = patterns;
  if (second === undefined) return undefined;
  const isBeside = elements
    .slice(first! + 1, second)
    .every(({ norm, mention }) => JOINTS.has(norm) || mention?.conceptId === undefined);
  const lead = elements.slice(0, first).findLastIndex(({ norm }) => LEADS.has(norm));
  const cause = elements.findIndex(({ norm }) => CAUSES.has(norm));
  if (second - first! > 6 || !isBeside || lead < 0 || cause < 0) return undefined;
  const between = elements.slice(lead + 1, first);
  if (!between.every(({ norm, mention }) => LIGHT.has(norm) || mention !== undefined || TYPE_WORDS.has(norm))) {
    return undefined;
  }
  const isWhole = ({ mention }: Element): boolean => classification.of.includes(mention?.conceptId ?? '');
  const divides = elements.some(
    ({ norm }) => DIVIDES.has(norm) || TYPE_WORDS.has(norm) || norm === 'either' || norm === 'called',
  );
  const namesType = elements.some((element) => memberOf(element, classification, terminology)?.is === 'member');
  if (!divides || namesType || !elements.some(isWhole)) return undefined;
  return { from: Math.min(cause, first!), to: Math.max(second + 1, cause + 1) };
}

const NONE: readonly never[] = [];
const LONGEST = 50;
const TELLS = new Set(
  'tell tells say says name names stand stands give gives show shows explain explains indicate indicates denote denotes reveal reveals refer refers point points depends describes describe is are'.split(
    ' ',
  ),
);
const WHY = new Set('why cause causes origin reason'.split(' '));
const BRINGS = new Set('made makes caused causes brought brings led set triggered started produced'.split(' '));
const LIGHT = new Set(
  'you us the a doctor doctors reader patient patients for to on what : , either or and two three main so both one of its that “ ” " called label labels word words term terms name names'.split(
    ' ',
  ),
);
const OPENS = new Set(
  'the words word terms term names name labels label adjectives adjective and both “ " ‘ *'.split(' '),
);
const JOINTS = new Set(', and or a an the / tumoral'.split(' '));
const LEADS = new Set('into are is : , called between as either has'.split(' '));
const CAUSES = new Set('cause causes causal cause-based causes-based origin'.split(' '));
const EXTENT = new Set(
  'extent spread far size area distribution wide widely widespread pattern patterns large small'.split(' '),
);
const OPEN = new Set(
  'whatever irrespective regardless if once formerly some may besides beside also unlike apart'.split(' '),
);
