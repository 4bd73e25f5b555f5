import { CONDITION_KINDS, OTHERS, PEOPLE, RELATIVES } from '../causes/cause-words.js';
import type { Terminology } from '../../terminology/terminology.js';
import type { ClaimParty } from '../claim.js';
import { clausesOf, isDenied, type Clause } from '../sentences/clauses.js';
import { opensWithPronoun, partyOf } from './discourse.js';
import { oncePerConcept } from '../sentences/once-per-concept.js';
import type { Element, SentenceElements } from '../sentences/elements.js';
import { TYPE_WORDS } from '../sentences/lexicon.js';
import { SIGNS } from '../states/state-words.js';

/** Whether a state that stands at an element is said of a subject. */

/** "its sister disease, in which phosphate is high": the relative clause speaks of what stands before it. */
export function isOfRelative(sentence: SentenceElements, start: number, subject: ClaimParty, at: number): boolean {
  const { elements } = sentence;
  for (let index = at - 1; index > start; index--) {
    if (elements[index]!.norm === 'who' && isOfOtherPeople(elements, index, subject)) return true;
    if (!RELATIVES.has(elements[index]!.norm)) continue;
    let before = index - 1;
    while (before >= 0 && ['in', ',', 'with', '(', 'for'].includes(elements[before]!.norm)) {
      before--;
    }
    const antecedent = elements[before];
    return antecedent !== undefined && antecedent.kind === 'word' && antecedent.span.start !== subject.span.start;
  }
  return false;
}

/** "… with 30 people on dialysis who had high phosphate": of those people, not of the condition before them. */
function isOfOtherPeople(elements: readonly Element[], who: number, subject: ClaimParty): boolean {
  for (let index = who - 1; index >= 0; index--) {
    if (elements[index]!.span.start === subject.span.start) return false;
    if (PEOPLE.has(elements[index]!.norm)) return true;
  }
  return false;
}

/** "Elevated calcium does not point to dystrophic calcinosis", "tissue that has been hurt is not needed". */
export function isDeniedBehind(sentence: SentenceElements, subject: ClaimParty, at: number): boolean {
  const { elements } = sentence;
  const after = elements.slice(at + 1, at + 5).map(({ norm }) => norm);
  if (after.includes('not') && after.some((norm) => NEEDED.has(norm))) return true;
  if (subject.block !== sentence.block.index) return false;
  const named = elements.findIndex(({ span }) => span.start === subject.span.start);
  if (named > at) return isDenied(elements, at + 1, named);
  return named >= 0 && elements.slice(named + 1, at).some(({ norm }) => EXCLUDED.has(norm));
}

const NEEDED = new Set('needed required necessary'.split(' '));
const EXCLUDED = new Set('excluded excludes disproved disproven dismissed'.split(' '));

/** "T and kidney failure had a high phosphate", "even when calcium is high", "the deposits contain much calcium". */
export function isOfSomethingElse({ elements }: SentenceElements, subject: ClaimParty, at: number): boolean {
  const named = elements.findIndex(({ span }) => span.start === subject.span.start);
  const before = elements.slice(Math.max(0, at - 6), at);
  if (before.some(({ norm }, index) => norm === 'even' && OPENS_CONDITION.has(before[index + 1]?.norm ?? ''))) {
    return true;
  }
  const contains = before.findIndex(({ norm }) => CONTAINS.test(norm));
  if (
    elements[at]!.phrase?.kind === 'level' &&
    before.slice(0, Math.max(0, contains)).some(({ norm }) => norm.split(' ').some((word) => IN_PLACE.has(word)))
  ) {
    return true;
  }
  // "A woman with dystrophic calcinosis who also has kidney failure"
  const who = elements.findIndex(({ norm }, index) => index > named && index < at && norm === 'who');
  if (named >= 0 && who > 0 && elements[who + 1]?.norm === 'also') return true;
  const joined = elements[named + 1];
  const other = elements.slice(named + 2, named + 4).find(({ mention }) => mention?.conceptId !== undefined);
  return (
    named >= 0 && named < at && JOINS.has(joined?.norm ?? '') && other !== undefined && elements.indexOf(other) < at
  );
}

const OPENS_CONDITION = new Set('when if in with though'.split(' '));
const CONTAINS = /^(?:contain|hold|consist|full|rich)/u;
const IN_PLACE = new Set('deposit deposits lump lumps nodules tissue tissues skin site'.split(' '));
const JOINS = new Set('and with plus'.split(' '));

/** "The surgeon spares the healthy skin around the lump": tissue beside the deposit, or what care does with it. */
export function isBesideDeposit({ elements }: SentenceElements, at: number): boolean {
  // "leaves healthy skin alone"
  if (elements.slice(at + 1, at + 3).some(({ norm }) => norm === 'alone')) return true;
  if (elements.slice(Math.max(0, at - 4), at).some(({ norm }) => norm === 'independent')) return true;
  return elements
    .slice(Math.max(0, at - 5), at + 4)
    .some(
      ({ norm }) =>
        SIGNS.get(norm)?.some(({ kind, words }) => kind === 'beside' && words.length === 1 && norm !== 'treated') ===
        true,
    );
}

/** A subject after its level stands right after it: "calcium is high in …", not "… lowers calcium; this is called …". */
export function speaksOf(sentence: SentenceElements, subject: ClaimParty, at: number): boolean {
  const { elements } = sentence;
  const place = elements.findIndex(
    (element) => element.span.start === subject.span.start && subject.block === sentence.block.index,
  );
  if (place < 0 || place < at) return true;
  const between = elements.slice(at + 1, place).map((element) => element.norm);
  return between.length <= 5 && !between.some((norm) => ['called', 'named', 'known', 'is', 'are'].includes(norm));
}

/** "One inherited form comes with high phosphate": not the type that the text was about. */
export function speaksOfAnotherType(elements: readonly Element[], start: number): boolean {
  const opening = elements.slice(start, start + 4);
  // "The metastatic kind starts in the blood; mine started …"
  if (start > 0 && OWNED.has(opening[0]?.norm ?? '')) return true;
  return opening.some(
    ({ norm, mention }, index) =>
      // "In secondary disease", "A fourth, SAMD9, …"
      (mention === undefined && NEXT_ONES.has(norm)) ||
      (TYPE_WORDS.has(norm) && opening.slice(0, index).some((before) => OTHERS.has(before.norm))),
  );
}

/** "Hypoparathyroidism is treated with calcium, so that the level rises": what care does, not the disease. */
export function isDoneByCare(elements: readonly Element[], terminology: Terminology): boolean {
  return elements.some(
    ({ norm, mention }) =>
      CARE.has(norm) ||
      (mention?.conceptId !== undefined && CARE_KINDS.has(terminology.concept(mention.conceptId)!.kind)),
  );
}

const CARE = new Set(
  'treat treats treated treating treatment treatments therapy surgery operation operations removal removed remove transplant medicine medicines drug drugs tablet tablets diet supplement supplements'.split(
    ' ',
  ),
);
const CARE_KINDS = new Set(['drug', 'drug-class', 'procedure']);

/** "In secondary disease calcium is low", "the form with normal phosphate": one that the text has not named. */
export function isOfAnotherForm(elements: readonly Element[], start: number, at: number): boolean {
  const form = at >= 2 && ['with', 'of'].includes(elements[at - 1]!.norm) ? at - 2 : -1;
  if (form > start && isFormWord(elements[form]!) && !['this', 'that'].includes(elements[form - 1]!.norm)) return true;
  return elements.slice(start, Math.min(start + 4, at)).some(({ norm, kind }, index) => {
    const next = elements[start + index + 1];
    return kind === 'word' && ORDERED.has(norm) && next !== undefined && isFormWord(next);
  });
}

function isFormWord({ norm, kind }: Element): boolean {
  return kind === 'word' && (TYPE_WORDS.has(norm) || FORM_WORDS.has(norm));
}

const FORM_WORDS = new Set('disease condition disorder version one'.split(' '));
const ORDERED = new Set('primary secondary tertiary second third fourth other another latter'.split(' '));
const OWNED = new Set('mine yours hers ours theirs'.split(' '));
const NEXT_ONES = new Set('secondary tertiary fourth fifth sixth'.split(' '));

/** "the cause of calcification": what the types are types of is no condition beside them. */
export const isWholeOfTypes = oncePerConcept((id: string, terminology: Terminology): boolean =>
  terminology.classifications.some(({ members }) =>
    members.some(({ concepts }) => concepts.some((member) => member !== id && terminology.isA(member, id))),
  ),
);

/** A condition that is told apart by its blood levels or its tissue. */
export const isTyped = oncePerConcept(
  (id: string, terminology: Terminology): boolean =>
    CONDITION_KINDS.has(terminology.concept(id)!.kind) &&
    terminology.facts(id, 'level').length + terminology.facts(id, 'tissue').length > 0,
);

/** "the classical cause of this type" */
export function isOfThisType(elements: readonly Element[], at: number): boolean {
  const norm = (index: number): string => elements[index]?.norm ?? '';
  return norm(at - 1) === 'of' && norm(at) === 'this' && TYPE_WORDS.has(norm(at + 1));
}

/** "and that is the sort you get because …" */
export function namesSort(elements: readonly Element[]): boolean {
  const norm = (index: number): string => elements[index]?.norm ?? '';
  return elements.some(
    (_, at) => norm(at) === 'that' && norm(at + 1) === 'is' && norm(at + 2) === 'the' && TYPE_WORDS.has(norm(at + 3)),
  );
}

/** "The metastatic form is rare; it picks those whose skin …": the one type that the sentence has named before. */
export function typeBeforeClause(
  sentence: SentenceElements,
  { start, end }: Clause,
  terminology: Terminology,
): ClaimParty | undefined {
  const { elements } = sentence;
  // "In contrast to the metastatic type, it follows …" is about another one.
  if (clausesOf(sentence).some((clause) => clause.end <= start && clause.attribution === 'contrasted')) {
    return undefined;
  }
  if (start === 0) return undefined;
  if (!opensWithPronoun(elements.slice(start, end))) return typeOfEntry(elements, start, terminology);
  const types = elements
    .slice(0, start)
    .filter(({ mention }) => terminology.memberOf(mention?.conceptId ?? '') !== undefined);
  const ids = new Set(types.map(({ mention }) => mention!.conceptId));
  return ids.size === 1 ? partyOf(types[0]!.mention!) : undefined;
}

/** "**Metastatic type** — high phosphate; most often seen in people on dialysis": a part without a subject of its own. */
function typeOfEntry(elements: readonly Element[], start: number, terminology: Terminology): ClaimParty | undefined {
  if (elements[start - 1]?.norm !== ';' || !GOES_ON.has(elements[start]?.norm ?? '')) return undefined;
  const types = elements.slice(0, start).filter(({ mention }) => terminology.memberOf(mention?.conceptId ?? ''));
  const [type, ...others] = types;
  const at = elements.indexOf(type!);
  if (type === undefined || others.length > 0 || at > 1) return undefined;
  return LABELS.has(elements[at + 1]?.norm ?? '') ? partyOf(type.mention!) : undefined;
}

const LABELS = new Set([':', '–', '—', '-', '=']);
const GOES_ON = new Set(
  'most mostly mainly chiefly usually often typically seen found met common known typical arises occurs follows comes caused due brought affects strikes'.split(
    ' ',
  ),
);
