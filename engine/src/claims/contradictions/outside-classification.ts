import type { CompiledClassification } from '../../terminology/compiled.js';
import type { Terminology } from '../../terminology/terminology.js';
import type { Claim } from '../claim.js';
import type { Contradiction } from './contradiction.js';

/**
 * A condition that is called a type of what a classification divides, and is none: one that the classification names
 * as such, or a disease that sources place elsewhere.
 */
export function outsideClassification(claim: Claim, terminology: Terminology): Contradiction | undefined {
  const [subject, object] = [claim.subject.conceptId!, claim.object.conceptId!];
  const classification = terminology.classificationOf(object);
  if (classification === undefined || terminology.concept(object)!.kind !== 'disease') return undefined;
  // "CREST (calcinosis, …)", "CREST is calcinosis, …" spell out a name.
  if (!NAMES_A_KIND.has(claim.form)) return undefined;
  if (claim.form === 'copula' && terminology.concept(subject)!.letters !== undefined) return undefined;
  const byCause = claim.value === 'type-by-cause';
  const entry = notMemberEntry(subject, classification, byCause, terminology);
  // What is a kind of the whole may be called so; only as one of its types by cause is it wrong.
  if (entry !== undefined && (byCause || !isBelow(subject, object, terminology))) {
    return { severity: 'error', kind: 'denied', sources: entry.sources, because: entry.because };
  }
  return isPlacedElsewhere(subject, classification, terminology);
}

type NotMember = CompiledClassification['notMembers'][number];

/** What the classification says of a condition that is no member of it. */
export function notMemberEntry(
  id: string,
  classification: CompiledClassification,
  byCause: boolean,
  terminology: Terminology,
): NotMember | undefined {
  const known = notMembersOf(classification, terminology)[byCause ? 'byCause' : 'others'];
  let entry = known.get(id);
  if (entry === undefined) {
    entry =
      classification.notMembers.find(
        ({ concepts, patterns }) =>
          (byCause || patterns !== true) && concepts.some((concept) => terminology.isA(id, concept)),
      ) ?? 'none';
    known.set(id, entry);
  }
  return entry === 'none' ? undefined : entry;
}

/** What was found for concepts: it is asked for every one that a text names. */
interface NotMembers {
  readonly byCause: Map<string, NotMember | 'none'>;
  readonly others: Map<string, NotMember | 'none'>;
}

function notMembersOf(classification: CompiledClassification, terminology: Terminology): NotMembers {
  let ofAll = notMembers.get(terminology);
  if (ofAll === undefined) notMembers.set(terminology, (ofAll = new WeakMap()));
  let found = ofAll.get(classification);
  if (found === undefined) ofAll.set(classification, (found = { byCause: new Map(), others: new Map() }));
  return found;
}

const notMembers = new WeakMap<Terminology, WeakMap<CompiledClassification, NotMembers>>();

function isBelow(subject: string, object: string, terminology: Terminology): boolean {
  return terminology.isA(subject, object) || terminology.isA(object, subject);
}

/** A disease with a sourced place of its own that leads neither to the whole nor to one of its types. */
function isPlacedElsewhere(
  subject: string,
  { of, members }: CompiledClassification,
  terminology: Terminology,
): Contradiction | undefined {
  if (terminology.concept(subject)!.kind !== 'disease') return undefined;
  const own = [...of, ...members.flatMap(({ concepts }) => concepts)];
  if (own.some((id) => isBelow(subject, id, terminology))) return undefined;
  const known = terminology.facts(subject, 'is-a').filter((fact) => !fact.denied && fact.standing === 'sourced');
  if (known.length === 0 || terminology.concept(subject)!.closed !== undefined) return undefined;
  return {
    severity: 'error',
    kind: 'class',
    sources: [...new Set(known.flatMap(({ sources }) => sources))].slice(0, 3),
  };
}

/** The forms of statements in which the object is surely the kind, and not an item beside it. */
const NAMES_A_KIND = new Set([
  'copula',
  'classified as',
  'one of the types',
  'a type',
  'sorted by cause',
  'namely',
  'answer',
  'placed in a group',
]);
