import { proseSpan } from '../../text/span.js';
import type { CompiledClassification } from '../../terminology/compiled.js';
import type { ClaimParty } from '../claim.js';
import { ClauseReader } from '../sentences/clause-reader.js';
import { isDenied, isHypothetical } from '../sentences/clauses.js';
import { memberOf } from '../divisions/division-members.js';
import type { Element } from '../sentences/elements.js';
import { STATES } from '../plain-forms/plain-form-words.js';

/** A type where a clause names it. */
export interface TypeName {
  readonly name: string;
  readonly element: Element;
}

/** Where a statement stands, in elements up to `end`, and how it was read. */
interface Stated {
  readonly from: number;
  readonly end: number;
  readonly form: string;
  readonly value?: string | undefined;
  readonly isUndoubted?: true;
}

/** Reads what a clause calls a type, or puts under one. */
export abstract class TypeClauseReader extends ClauseReader {
  protected readonly classification: CompiledClassification = this.terminology.classifications[0]!;

  protected push(subject: ClaimParty, object: ClaimParty, { from, end, form, value, isUndoubted }: Stated): void {
    const last = Math.min(end, this.clause.end);
    this.claims.push({
      relation: 'is-a',
      subject,
      object,
      ...(value === undefined ? {} : { value }),
      polarity: isDenied(this.elements, Math.max(this.clause.start, from - 4), last) ? 'denied' : 'asserted',
      attribution: isHypothetical(this.elements, this.clause, from) ? 'hypothetical' : this.clause.attribution,
      weak: false,
      block: this.sentence.block.index,
      span: proseSpan(this.elements[from]!.span.start, this.elements[last - 1]!.span.end),
      form,
      ...(isUndoubted === undefined ? {} : { isUndoubted }),
    });
  }

  /** One type is put under another. */
  protected addTypes(member: TypeName, whole: TypeName, first: number, last: number): void {
    if (this.#standApart(member.element, whole.element)) return;
    this.push(this.partyOfType(member), this.partyOfType(whole), {
      from: first,
      end: last + 1,
      form: 'type of a type',
      // "A form of the metastatic type" is what the words say; the network saw few of such pairs.
      isUndoubted: true,
    });
  }

  /** "In the idiopathic type no cause is found, and the iatrogenic type follows a treatment." */
  #standApart(...types: readonly Element[]): boolean {
    const [one, other] = types.map((type) => this.elements.indexOf(type)).sort((a, b) => a - b);
    const between = this.elements.slice(one! + 1, other);
    const and = between.findIndex(({ norm }, at) => norm === 'and' && between[at - 1]?.norm === ',');
    return and > 0 && between.slice(0, and).some(({ norm }) => STATES.has(norm));
  }

  protected partyOfType({ name, element }: TypeName): ClaimParty {
    const member = this.classification.members.find((other) => other.name === name)!;
    const named = element.mention?.conceptId;
    // The adjective alone is a word with a meaning of its own: it stands for its type.
    const isType = named !== undefined && member.concepts.some((id) => this.terminology.isA(named, id));
    const conceptId = isType ? named : member.concepts[0]!;
    return { conceptId, text: '', block: this.sentence.block.index, span: element.span };
  }

  protected typeAt(at: number): TypeName | undefined {
    const element = at >= this.clause.start && at < this.clause.end ? this.elements[at] : undefined;
    const member = element === undefined ? undefined : memberOf(element, this.classification, this.terminology);
    return member?.is === 'member' ? { name: member.name, element: element! } : undefined;
  }
}
