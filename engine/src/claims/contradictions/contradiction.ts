import { deniedTruth } from './denied-truths.js';
import { disjointSources } from './disjoint.js';
import type { CompiledFact } from '../../terminology/compiled.js';
import type { ClassificationPlace, Terminology } from '../../terminology/terminology.js';
import { GIVEN, JUDGED, type Claim } from '../claim.js';
import { OUTRIGHT } from '../classes/class-denied.js';
import { outsideClassification } from './outside-classification.js';
import {
  definesType,
  definingFact,
  excludesCauses,
  isListedCause,
  otherMember,
  sameMember,
} from './causes-of-types.js';
import { contradictsLevel, levelContradiction, levelFact } from './level-contradiction.js';

export { isListedCause } from './causes-of-types.js';

/** Why a claim cannot stand: what the terminology says instead, and how sure it is. */
export interface Contradiction {
  readonly severity: 'error' | 'warning' | 'hint';
  /** The sort of contradiction, by which rules word it. */
  readonly kind:
    | 'class'
    | 'denied'
    | 'member'
    | 'level'
    | 'tissue'
    | 'cause-of-other-type'
    | 'cause-of-idiopathic'
    | 'known-cause'
    | 'other-treatments'
    | 'not-always'
    | 'both-levels';
  readonly because?: string;
  readonly sources: readonly string[];
  /** The concept that the claim is true of, where there is one: the other type, the drug's own class. */
  readonly rather?: string;
}

/**
 * A claim is contradicted only by a fact: a closed class without it, a denied statement, another value of a level,
 * a cause that defines another type. Where the terminology is silent, or sources differ, it is not.
 */
export function contradictionOf(claim: Claim, terminology: Terminology): Contradiction | undefined {
  const isDenied = claim.polarity === 'denied';
  if (isDenied && claim.value !== OUTRIGHT && claim.isOutright !== true) return undefined;
  const found = isDenied ? deniedTruth(claim, terminology) : contradict(claim, terminology);
  if (found === undefined) return undefined;
  // Whose a statement is costs more to find out than whether it holds.
  const { attribution } = claim;
  if (attribution !== 'writer' && attribution !== 'quotation') return undefined;
  // A quotation that the text lets stand is a warning at most, and so is what is only probably said, or concluded.
  const isUnsure = attribution === 'quotation' || UNSURE.has(claim.form);
  return isUnsure && found.severity === 'error' ? { ...found, severity: 'warning' } : found;
}

const UNSURE = new Set([JUDGED, GIVEN]);

function contradict(claim: Claim, terminology: Terminology): Contradiction | undefined {
  switch (claim.relation) {
    case 'is-a':
      return classContradiction(claim, terminology);
    case 'level':
      return levelContradiction(claim, terminology);
    case 'tissue':
      return tissueContradiction(claim, terminology);
    case 'unknown-cause':
      return knownCause(claim, terminology);
    case 'caused-by':
    case 'associated-with':
      return causeContradiction(claim, terminology);
    case 'only-treatment':
      return otherTreatments(claim, terminology);
    case 'stands-for':
      return otherLetter(claim, terminology);
    case 'has':
      return otherValue(claim, terminology);
    case 'always-causes':
      return notAlways(claim, terminology);
    default:
      return deniedStatement(claim, terminology);
  }
}

function classContradiction(claim: Claim, terminology: Terminology): Contradiction | undefined {
  const subject = claim.subject.conceptId;
  const object = claim.object.conceptId;
  if (subject === undefined || object === undefined) return undefined;
  const outside = outsideClassification(claim, terminology);
  if (outside !== undefined) return outside;
  if (terminology.isA(subject, object) || terminology.isA(object, subject)) return undefined;
  if (isDisputed(subject, object, ['is-a', 'class'], terminology)) return undefined;
  // "The cause of her dystrophic calcinosis turned out to be lupus": what the type comes from, not what it is.
  if (terminology.concept(object)!.closed === undefined && definesType(subject, object, terminology)) return undefined;
  // "Dystrophic calcinosis: an autoimmune disease in the background" tells what stands behind it.
  const isBehind = NAMES_BESIDE.has(claim.form) && isListedCause(subject, object, terminology);
  if (isBehind && terminology.memberOf(subject) !== undefined) return undefined;
  const denied = deniedFact(subject, ['is-a', 'class'], object, terminology);
  // "Calcinosis: gout, burns" names beside it what is denied to be its kind.
  if (denied !== undefined && !(claim.form === 'apposition' && isSingleDisease(object, terminology))) {
    return fromFact(denied, 'denied');
  }
  const disjoint = disjointSources(subject, object, terminology);
  if (disjoint !== undefined) return { severity: 'error', kind: 'class', sources: disjoint };
  const cause = causeUnderType(claim, terminology);
  if (cause !== undefined) return cause;
  const siblings = siblingTypes(subject, object, terminology);
  if (siblings !== undefined) return siblings;
  const thing = terminology.concept(subject)!;
  const group = terminology.concept(object)!;
  if (group.closed === undefined) return undefined;
  if (group.kind !== 'drug-class') {
    // Categories of diseases are closed for diseases whose own category is known.
    const own = thing.kind === 'disease' ? terminology.facts(subject, 'is-a') : [];
    const known = own.filter((fact) => !fact.denied && fact.standing === 'sourced');
    if (known.length === 0 || thing.closed !== undefined) return undefined;
    return { severity: 'error', kind: 'class', sources: [...group.closed.sources, ...sourcesOf(known)] };
  }
  // An operation or a picture is no medicine of any class.
  if (thing.kind === 'procedure' || thing.kind === 'imaging') {
    return { severity: 'error', kind: 'class', sources: group.closed.sources };
  }
  if (thing.kind === 'drug') {
    const classes = terminology.facts(subject, 'class').filter((fact) => !fact.denied);
    // A drug whose classes are not known says nothing about a closed class.
    if (classes.length === 0) return undefined;
    return {
      severity: 'error',
      kind: 'class',
      sources: [...group.closed.sources, ...sourcesOf(classes)],
      ...rather(bestClass(subject, terminology)),
    };
  }
  if (thing.kind === 'drug-class' && thing.closed !== undefined && !terminology.shareMember(subject, object)) {
    return { severity: 'error', kind: 'class', sources: [...group.closed.sources, ...thing.closed.sources] };
  }
  return undefined;
}

/** Forms of statements in which what is named may be a cause as well as a kind. */
const NAMES_BESIDE = new Set(['apposition', 'fragment']);

/** A disease of its own, not a kind of diseases. */
function isSingleDisease(id: string, terminology: Terminology): boolean {
  return (
    terminology.concept(id)!.kind === 'disease' &&
    terminology.concept(id)!.closed === undefined &&
    terminology.facts(id, 'is-a').some((fact) => !fact.denied)
  );
}

/** Members of one classification are told apart: what is one of them is not another, unless sources differ. */
function siblingTypes(subject: string, object: string, terminology: Terminology): Contradiction | undefined {
  const own = terminology.memberOf(subject);
  const other = terminology.memberOf(object);
  if (own === undefined && other !== undefined) return formOfOther(subject, other, terminology);
  if (own === undefined || other === undefined || own.classification !== other.classification) return undefined;
  if (own.name === other.name) return undefined;
  return { severity: 'error', kind: 'class', sources: own.classification.accepted[0]?.sources ?? [] };
}

/** A form that is a kind of one type, and of no other in any source, is put under another: scrotal under iatrogenic. */
function formOfOther(subject: string, other: ClassificationPlace, terminology: Terminology): Contradiction | undefined {
  if (terminology.concept(subject)!.kind !== 'form') return undefined;
  const own = [...terminology.ancestors(subject)].flatMap((id) => {
    const place = terminology.memberOf(id);
    return place?.classification === other.classification ? [place.name] : [];
  });
  if (own.length === 0 || own.includes(other.name)) return undefined;
  return { severity: 'error', kind: 'class', sources: sourcesOf(terminology.facts(subject, 'is-a')) };
}

/** "Lupus belongs to the idiopathic type": what is put under a type is meant as what brings it on. */
function causeUnderType(claim: Claim, terminology: Terminology): Contradiction | undefined {
  const subject = terminology.concept(claim.subject.conceptId!)!;
  const isCause = subject.kind === 'disease' && terminology.classificationOf(subject.id) === undefined;
  // "… for kidney disease, the dystrophic kind for …" goes on to another thing.
  if (!isCause || claim.form === 'apposition' || terminology.memberOf(claim.object.conceptId!) === undefined) {
    return undefined;
  }
  const turned: Claim = {
    ...claim,
    relation: 'associated-with',
    subject: claim.object,
    object: claim.subject,
    weak: true,
  };
  return causeContradiction(turned, terminology);
}

/** The class to name instead: the closed class of the drug that stands nearest to it. */
function bestClass(drug: string, terminology: Terminology): string | undefined {
  const classes = terminology
    .facts(drug, 'class')
    .filter((fact) => !fact.denied && fact.standing === 'sourced' && fact.object !== undefined);
  // What a medicine is tells a reader more than what it is used for.
  const closed = classes.filter((fact) => {
    const group = terminology.concept(fact.object!)?.closed;
    return group !== undefined && group.byUse !== true;
  });
  // Patients know "anticoagulant" better than "vitamin K antagonist": the broadest closed class.
  const broadest = closed.find(
    (fact) => !closed.some((other) => other !== fact && terminology.isA(fact.object!, other.object!)),
  );
  return (broadest ?? closed[0] ?? classes[0])?.object;
}

function tissueContradiction(claim: Claim, terminology: Terminology): Contradiction | undefined {
  const subject = claim.subject.conceptId;
  if (subject === undefined) return undefined;
  const fact = terminology
    .inheritedFacts(subject, 'tissue')
    .find((other) => !other.denied && other.standing === 'sourced');
  if (fact === undefined || fact.value === 'either' || fact.value === claim.value) return undefined;
  return {
    ...fromFact(fact, 'tissue'),
    ...rather(
      otherMember(
        subject,
        (id) => terminology.facts(id, 'tissue').some((other) => other.value === claim.value),
        terminology,
      ),
    ),
  };
}

/** "No cause is known" is true of one type and wrong of those that have causes. */
function knownCause(claim: Claim, terminology: Terminology): Contradiction | undefined {
  const subject = claim.subject.conceptId;
  const place = subject === undefined ? undefined : terminology.memberOf(subject);
  if (subject === undefined || place === undefined) return undefined;
  if (claim.value === 'known') {
    const none = terminology
      .inheritedFacts(subject, 'caused-by')
      .find((fact) => fact.denied === true && fact.object === 'any');
    return none === undefined ? undefined : fromFact(none, 'denied');
  }
  if (excludesCauses(subject, terminology)) return undefined;
  const factsOf = (relation: 'caused-by' | 'risk-factor') =>
    sameMember(subject, terminology)
      .flatMap((id) => terminology.inheritedFacts(id, relation))
      .filter((fact) => !fact.denied && fact.standing === 'sourced');
  const causes = factsOf('caused-by');
  const risks = factsOf('risk-factor');
  if (causes.length + risks.length === 0) return undefined;
  const idiopathic = otherMember(subject, (id) => excludesCauses(id, terminology), terminology);
  return {
    severity: causes.length > 0 ? 'error' : 'warning',
    kind: 'known-cause',
    sources: sourcesOf(causes.length > 0 ? causes : risks),
    ...rather(idiopathic),
  };
}

function causeContradiction(claim: Claim, terminology: Terminology): Contradiction | undefined {
  const subject = claim.subject.conceptId;
  const object = claim.object.conceptId;
  if (subject === undefined || object === undefined) return undefined;
  if (isDisputed(subject, object, ['caused-by', 'risk-factor', 'associated-with'], terminology)) return undefined;
  // "Scrotal calcinosis comes from idiopathic calcinosis" is odd, and not false.
  if (terminology.isA(subject, object)) return undefined;
  const denied = deniedFact(subject, ['caused-by'], object, terminology);
  // "an idiopathic nodule of the scrotum": a place brings nothing on.
  const isNoCause = denied?.object === 'any' && NO_CAUSES.has(terminology.concept(object)!.kind);
  if (denied !== undefined && !isNoCause && !(claim.weak && denied.object === 'any')) {
    return {
      ...fromFact(denied, denied.object === 'any' ? 'cause-of-idiopathic' : 'denied'),
      ...(claim.weak ? { severity: 'warning' as const } : {}),
    };
  }
  const place = terminology.memberOf(subject);
  if (place === undefined || isListedCause(subject, object, terminology)) return undefined;
  if (terminology.memberOf(object) !== undefined) return undefined;
  // A level found as a cause: hypercalcemia under dystrophic.
  for (const fact of terminology.facts(object, 'level')) {
    if (terminology.concept(object)!.kind !== 'lab-finding' || fact.denied || fact.analyte === undefined) continue;
    const own = levelFact(subject, fact.analyte, terminology);
    if (own !== undefined && contradictsLevel(own.value!, fact.value!)) {
      return {
        ...fromFact(own, 'level'),
        ...rather(otherMember(subject, (id) => isListedCause(id, object, terminology), terminology)),
      };
    }
  }
  const other = otherMember(subject, (id) => definesType(id, object, terminology), terminology);
  if (other === undefined) return causeOfNone(subject, object, terminology);
  const fact = definingFact(other, object, terminology)!;
  return {
    severity: claim.weak ? 'warning' : 'error',
    kind: 'cause-of-other-type',
    sources: fact.sources,
    rather: other,
  };
}

/** Kinds that nobody names as causes: where something sits, and how it looks. */
const NO_CAUSES = new Set(['anatomy', 'sign', 'symptom', 'imaging', 'profession']);

/** A type without a cause is told to have one that is wider than those of another: an autoimmune disease. */
function causeOfNone(subject: string, object: string, terminology: Terminology): Contradiction | undefined {
  if (!excludesCauses(subject, terminology)) return undefined;
  const other = otherMember(subject, (id) => isListedCause(id, object, terminology), terminology);
  const denied = deniedFact(subject, ['caused-by'], object, terminology);
  if (other === undefined || denied === undefined) return undefined;
  return { ...fromFact(denied, 'cause-of-idiopathic'), severity: 'warning' };
}

/** What the terminology says of the blood levels of a type, whatever the analyte. */
export function levelFactsOf(type: string, terminology: Terminology): readonly CompiledFact[] {
  return terminology.inheritedFacts(type, 'level').filter((fact) => !fact.denied);
}

/** "The only effective treatment is surgery" where the terminology knows others. */
function otherTreatments(claim: Claim, terminology: Terminology): Contradiction | undefined {
  const subject = claim.subject.conceptId;
  if (subject === undefined) return undefined;
  const others = terminology
    .facts(subject, 'treated-by')
    .filter((fact) => !fact.denied && fact.standing === 'sourced' && fact.object !== claim.object.conceptId);
  if (others.length === 0) return undefined;
  const denied = terminology.facts(subject, 'treated-by').find((fact) => fact.denied);
  return {
    severity: 'error',
    kind: 'other-treatments',
    sources: sourcesOf(others),
    ...(denied?.because === undefined ? {} : { because: denied.because }),
    rather: others[0]!.object!,
  };
}

/** "T stands for thrombosis" in CREST. */
function otherLetter(claim: Claim, terminology: Terminology): Contradiction | undefined {
  const concept = terminology.concept(claim.subject.conceptId ?? '');
  if (concept !== undefined && claim.form === 'abbreviation') {
    const because = `${claim.subject.text} stands for ${concept.variants[0]!.text}.`;
    return { severity: 'error', kind: 'denied', sources: concept.sources, because };
  }
  const meant = concept?.letters?.find(({ letter }) => letter === claim.subject.text);
  if (concept === undefined || meant === undefined || claim.value === 'right') return undefined;
  const because = `${meant.letter} stands for ${meant.standsFor}.`;
  return { severity: 'error', kind: 'denied', sources: concept.sources, because };
}

/** "Calciphylaxis is harmless" where it is dangerous: a thing has one value of an attribute, or the few that are listed. */
function otherValue(claim: Claim, terminology: Terminology): Contradiction | undefined {
  const { conceptId } = claim.subject;
  if (conceptId === undefined || claim.attribute === undefined) return undefined;
  const held = terminology.heldAttribute(conceptId, claim.attribute);
  if (held === undefined || held.values.includes(claim.value!) || held.also?.includes(claim.value!)) return undefined;
  return { severity: held.severity, kind: 'denied', sources: held.sources, because: held.because };
}

/** "If the levels are high, lumps will form" where a type has normal levels. */
function notAlways(claim: Claim, terminology: Terminology): Contradiction | undefined {
  for (const classification of terminology.classifications) {
    for (const member of classification.members) {
      for (const id of member.concepts) {
        const fact = levelFact(id, claim.analyte === 'phosphate' ? 'phosphate' : 'calcium', terminology);
        if (fact?.value === 'normal') return { ...fromFact(fact, 'not-always'), rather: id };
      }
    }
  }
  return undefined;
}

function deniedStatement(claim: Claim, terminology: Terminology): Contradiction | undefined {
  const subject = claim.subject.conceptId;
  if (subject === undefined) return undefined;
  for (const fact of terminology.inheritedFacts(subject, claim.relation as CompiledFact['relation'])) {
    if (fact.denied !== true || fact.severity === 'none') continue;
    if (fact.value !== undefined && claim.value !== undefined && fact.value !== claim.value) continue;
    const object = claim.object.conceptId;
    const same =
      fact.object === undefined ||
      (object !== undefined && terminology.isA(object, fact.object)) ||
      fact.object === claim.value;
    if (same) return fromFact(fact, 'denied');
  }
  return undefined;
}

function deniedFact(
  subject: string,
  relations: readonly CompiledFact['relation'][],
  object: string,
  terminology: Terminology,
): CompiledFact | undefined {
  for (const id of sameMember(subject, terminology)) {
    for (const relation of relations) {
      for (const fact of terminology.inheritedFacts(id, relation)) {
        if (fact.denied !== true || fact.severity === 'none' || fact.object === undefined) continue;
        if (fact.object === 'any' || terminology.isA(object, fact.object)) return fact;
      }
    }
  }
  return undefined;
}

/** Sources differ on whether the one is so of the other. */
export function isDisputed(
  subject: string,
  object: string,
  relations: readonly CompiledFact['relation'][],
  terminology: Terminology,
): boolean {
  return sameMember(subject, terminology).some((id) =>
    relations.some((relation) =>
      terminology.inheritedFacts(id, relation).some(
        (fact) =>
          fact.standing === 'disputed' &&
          fact.object !== undefined &&
          // A dispute about the whole says nothing of one of its kinds: calciphylaxis is no idiopathic calcinosis.
          // Of a kind of diseases it does: who may be autoimmune may be an autoimmune disease of connective tissue.
          (terminology.isA(fact.object, object) ||
            (((relation !== 'is-a' && relation !== 'class') || isKindOfDiseases(object, terminology)) &&
              terminology.isA(object, fact.object))),
      ),
    ),
  );
}

function isKindOfDiseases(id: string, terminology: Terminology): boolean {
  const concept = terminology.concept(id)!;
  return concept.kind === 'disease' && concept.closed !== undefined;
}

export function fromFact(fact: CompiledFact, kind: Contradiction['kind']): Contradiction {
  const severity = fact.standing === 'disputed' ? 'hint' : fact.severity === 'none' ? 'hint' : fact.severity;
  return { severity, kind, sources: fact.sources, ...(fact.because === undefined ? {} : { because: fact.because }) };
}

export function rather(concept: string | undefined): { rather: string } | object {
  return concept === undefined ? {} : { rather: concept };
}

function sourcesOf(facts: readonly CompiledFact[]): string[] {
  return [...new Set(facts.flatMap((fact) => fact.sources))].slice(0, 3);
}
