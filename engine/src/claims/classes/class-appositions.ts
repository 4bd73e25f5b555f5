import type { Terminology } from '../../terminology/terminology.js';
import type { Claim } from '../claim.js';
import { ClassClaimReader } from './class-claim-reader.js';
import { PREPOSITIONS, WARNS } from './class-words.js';
import type { Clause } from '../sentences/clauses.js';
import { isDrug } from '../sentences/concept-roles.js';
import { partyOf, type Discourse } from '../subjects/discourse.js';
import type { SentenceElements } from '../sentences/elements.js';

/** Reads the class that stands beside a name: behind a comma, a dash, a colon or in brackets, or right before it. */
export function readAppositions(
  sentence: SentenceElements,
  clause: Clause,
  discourse: Discourse,
  terminology: Terminology,
): readonly Claim[] {
  const reader = new AppositionReader(sentence, clause, discourse, terminology);
  reader.read();
  return reader.claims;
}

class AppositionReader extends ClassClaimReader {
  /** "Warfarin, a calcium channel blocker, …", "warfarin (a calcium channel blocker)", "the antibiotic sevelamer". */
  read(): void {
    for (let at = this.clause.start; at < this.clause.end; at++) {
      const here = this.elements[at];
      if (!this.phrases.isSubject(here)) continue;
      const mark = this.elements[at + 1]?.norm ?? '';
      // "etelcalcetide after dialysis (calcimimetic)": the bracket is of the medicine before.
      if (mark === '(' && PREPOSITIONS.has(this.elements[at - 1]?.norm ?? '') && !isDrug(here!, this.terminology)) {
        continue;
      }
      // "Diltiazem is – like simvastatin – a calcium channel blocker": the dash closes an insertion.
      if (this.elements[at - 1]?.norm === 'like' && mark !== ':' && this.#isInserted(at - 2)) continue;
      // "which is an antacid, a vitamin": what the class was said of is one of a list.
      if (mark === ',' && this.phrases.isDrugClass(here!) && this.#isPredicate(at)) continue;
      // "Options are phosphate binders, a calcimimetic and surgery": several are not one.
      if (mark === ',' && this.#isSeveral(at) && this.#isOneClass(at + 2)) continue;
      if ([',', '(', '–', '—', '-', ':', '=', '→'].includes(mark)) {
        const opening = this.phrases.pastAdverb(at + 2);
        // "Prednisolone, its sister antibiotic, …", but not "Hers is metastatic, her sister's dystrophic".
        const isKin =
          !this.phrases.isMember(here) &&
          (this.elements[opening]?.norm === 'its' || OURS.has(this.elements[opening]?.norm ?? '')) &&
          KIN.has(this.elements[opening + 1]?.norm ?? '');
        const from = isKin ? opening + 2 : opening;
        const article = this.elements[from]?.norm ?? '';
        const determined =
          isKin ||
          (['a', 'an', 'the', 'one', 'another'].includes(article) &&
            !(article === 'the' && ORDER.has(this.elements[from + 1]?.norm ?? ''))) ||
          (OURS.has(article) && !this.phrases.isMember(here)) ||
          (article === 'that' && this.elements[from + 1]?.norm === 'most');
        const object =
          determined || ['(', ':', '–', '—', '=', '→'].includes(mark)
            ? this.phrases.classAfter(article === 'that' ? from + 1 : from)
            : undefined;
        if (WARNS.has(article)) continue;
        const isSeveral = LISTS_CLASSES.has(mark) && isDrug(here!, this.terminology);
        const several = isSeveral ? this.phrases.bareClassesFrom(at + 2) : [];
        for (const group of several) this.add(partyOf(here!.mention!), group, 'apposition', at - 3, at);
        if (
          object !== undefined &&
          several.length === 0 &&
          // "Dystrophic: lupus, burns" lists what belongs to a type, not what the type is.
          (determined || this.phrases.isDrugClass(this.elements[object.at]!) || !this.phrases.isMember(here)) &&
          !(mark === ',' && (this.phrases.isListItem(at, object.at) || this.phrases.isAmongOthers(object.at))) &&
          this.phrases.closesApposition(object.at, mark) &&
          this.elements[this.clause.start]!.norm !== 'nor' // "Nor is it a sedative: the benzothiazepines, …"
        ) {
          this.add(partyOf(here!.mention!), object, isKin ? 'kin of a class' : 'apposition', at - 3, at);
        }
      }
      const before = this.elements[at - 1];
      if (this.phrases.isClass(before) && before!.endToken === here!.firstToken && this.phrases.isDrugClass(before!)) {
        const quoted = ['"', '“', '‘'].includes(this.elements[at - 2]?.norm ?? '');
        const determiner = this.elements[quoted ? at - 3 : at - 2]?.norm ?? '';
        if (['the', 'an', 'a', 'called', 'named'].includes(determiner) || OURS.has(determiner)) {
          this.add(
            partyOf(here!.mention!),
            { party: partyOf(before!.mention!), at: at - 1 },
            'name after class',
            at - 5,
            at - 1,
            at,
          );
        }
      }
    }
  }

  #isSeveral(at: number): boolean {
    return this.phrases.isDrugClass(this.elements[at]!) && /s$/u.test(this.elements[at]!.norm);
  }

  #isOneClass(article: number): boolean {
    return ['a', 'an'].includes(this.elements[article]?.norm ?? '') && this.phrases.isClass(this.elements[article + 1]);
  }

  #isInserted(mark: number): boolean {
    return ['–', '—', '-', ',', '('].includes(this.elements[mark]?.norm ?? '');
  }

  #isPredicate(at: number): boolean {
    return this.elements
      .slice(Math.max(this.clause.start, at - 3), at)
      .some(({ norm }) => norm === 'is' || norm === 'are');
  }
}

/** Behind a medicine: what it is follows, be it several things. */
const LISTS_CLASSES = new Set([':', '=', '→', '(', '–', '—']);
const ORDER = new Set('other first second third latter former last'.split(' '));
const KIN = new Set('sister brother cousin fellow companion twin'.split(' '));
const OURS = new Set('my our your his her their'.split(' '));
