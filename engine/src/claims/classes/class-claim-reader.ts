import type { Terminology } from '../../terminology/terminology.js';
import { contains, proseSpan } from '../../text/span.js';
import { TAKEN_FOR_GRANTED } from './class-claim.js';
import type { Claim, ClaimParty } from '../claim.js';
import { ClassPhrases } from './class-phrases.js';
import { ClauseReader } from '../sentences/clause-reader.js';
import { isDenied, isHypothetical, type Clause } from '../sentences/clauses.js';
import type { Discourse } from '../subjects/discourse.js';
import type { SentenceElements } from '../sentences/elements.js';

/** What the readers of classes in one clause share: its phrases, and how a claim is made of a thing and a class. */
export abstract class ClassClaimReader extends ClauseReader {
  protected readonly phrases: ClassPhrases;

  constructor(sentence: SentenceElements, clause: Clause, discourse: Discourse, terminology: Terminology) {
    super(sentence, clause, discourse, terminology);
    this.phrases = new ClassPhrases(this.elements, clause, terminology);
  }

  protected add(
    subject: ClaimParty,
    object: { party: ClaimParty; at: number },
    form: string,
    negationFrom: number,
    negationTo: number,
    at = object.at,
  ): void {
    if (subject.conceptId === object.party.conceptId) return;
    const denied = isDenied(this.elements, Math.max(this.clause.start, negationFrom), negationTo + 1);
    const inside = subject.block === this.sentence.block.index && contains(this.sentence.sentence.span, subject.span);
    // A subject that is carried on from another sentence leaves the finding to the sentence that says it.
    const first = this.elements[this.clause.start]!.span.start;
    const span = inside
      ? proseSpan(
          Math.min(subject.span.start, object.party.span.start),
          Math.max(subject.span.end, object.party.span.end),
        )
      : proseSpan(first, object.party.span.end);
    this.claims.push({
      relation: 'is-a',
      subject,
      object: object.party,
      polarity: denied ? 'denied' : 'asserted',
      attribution: this.#attributionOf(form, at),
      weak: false,
      block: this.sentence.block.index,
      span,
      form,
    });
  }

  /** "Unlike the anticoagulant diltiazem, …", "if you use a blood thinner (verapamil, say)": a name is taken for granted. */
  #attributionOf(form: string, at: number): Claim['attribution'] {
    const takesForGranted = form !== 'copula' && form !== 'classified as';
    const { attribution } = this.clause;
    if (takesForGranted && (attribution === 'contrasted' || attribution === 'writer')) return 'writer';
    // "Taking a blood thinner such as verapamil?" asks who takes it, and not what it is.
    if (attribution === 'question' && TAKEN_FOR_GRANTED.has(form)) return 'writer';
    return isHypothetical(this.elements, this.clause, at) ? 'hypothetical' : attribution;
  }
}
