import type { Terminology } from '../terminology/terminology.js';
import type { Claim } from './claim.js';
import { TypeClauseReader } from './type-clause-reader.js';
import type { Clause } from './clauses.js';
import { partyOf, type Discourse } from './discourse.js';
import type { SentenceElements } from './elements.js';
import { TYPE_WORDS } from './lexicon.js';

/**
 * Reads types and forms that are placed under a type: "calciphylaxis is a subgroup of the idiopathic type", "This form,
 * which is metastatic, …", "Examples of the metastatic type include …".
 */
export function readTypeBranches(
  sentence: SentenceElements,
  clause: Clause,
  discourse: Discourse,
  terminology: Terminology,
): readonly Claim[] {
  if (sentence.isQuestion || terminology.classifications.length === 0) return [];
  const reader = new BranchReader(sentence, clause, discourse, terminology);
  reader.readBranches();
  reader.readThisForm();
  reader.readExamplesOf();
  return reader.claims;
}

class BranchReader extends TypeClauseReader {
  /** "Within this system, calciphylaxis is a subgroup of the idiopathic type.", "… is nothing but a variant of …" */
  readBranches(): void {
    const type = this.#find(
      this.clause.start + 3,
      (at) => BRANCH_NOUNS.has(this.#norm(at)) && this.#norm(at + 1) === 'of',
    );
    if (type < 0) return;
    const behind = this.#norm(type + 2) === 'the' ? type + 3 : type + 2;
    const whole = this.typeAt(behind);
    let at = type - 1;
    while (BEFORE_BRANCH.has(this.#norm(at))) at--;
    const member = this.#norm(at + 1) === 'is' || this.#norm(at + 1) === 'are' ? this.typeAt(at) : undefined;
    if (whole === undefined || member === undefined || member.name === whole.name) return;
    // What opens the clause with it is read among the classes.
    const isPlain = at <= this.clause.start + 1 && this.#norm(type + 2) === 'the' && !this.#isSolely(at, type);
    if (!isPlain) this.addTypes(member, whole, at, behind);
  }

  /** "This form, which is metastatic, is seen in children": of the form that the text was about. */
  readThisForm(): void {
    const { start } = this.clause;
    const opens =
      this.#norm(start) === 'this' && TYPE_WORDS.has(this.#norm(start + 1)) && this.#norm(start + 2) === ',';
    if (!opens || this.#norm(start + 3) !== 'which' || this.#norm(start + 4) !== 'is') return;
    const at = ['the', 'a'].includes(this.#norm(start + 5)) ? start + 6 : start + 5;
    const type = this.typeAt(at);
    if (type === undefined) return;
    const { block, sentenceIndex } = this.sentence;
    const isForm = (id: string) =>
      this.terminology.memberOf(id) !== undefined || this.terminology.concept(id)!.kind === 'form';
    const topic = this.discourse.topicOf(block.index, sentenceIndex, isForm);
    if (topic === undefined) return;
    this.push(topic, this.partyOfType(type), { from: start, end: at + 1, form: 'copula' });
  }

  /** "Examples of the metastatic type include milia-like calcinosis": forms that are named as its examples. */
  readExamplesOf(): void {
    const at = this.#find(
      this.clause.start,
      (index) => EXAMPLES.has(this.#norm(index)) && this.#norm(index + 1) === 'of',
    );
    if (at < 0) return;
    const behind = this.#norm(at + 2) === 'the' ? at + 3 : at + 2;
    const type = this.typeAt(behind);
    if (type === undefined || !GIVES_EXAMPLES.has(this.#norm(behind + 1))) return;
    for (let index = behind + 2; index < this.clause.end; index++) {
      const { mention } = this.elements[index]!;
      if (this.terminology.concept(mention?.conceptId ?? '')?.kind !== 'form') continue;
      this.push(partyOf(mention!), this.partyOfType(type), { from: at, end: index + 1, form: 'copula' });
      return;
    }
  }

  #isSolely(from: number, to: number): boolean {
    return this.elements.slice(from, to).some(({ norm }) => norm === 'but');
  }

  #find(from: number, is: (at: number) => boolean): number {
    for (let at = from; at < this.clause.end; at++) if (is(at)) return at;
    return -1;
  }

  #norm(at: number): string {
    return at >= this.clause.start && at < this.clause.end ? this.elements[at]!.norm : '';
  }
}

const EXAMPLES = new Set('example examples instance instances'.split(' '));
const GIVES_EXAMPLES = new Set('include includes are is : –'.split(' '));
const BRANCH_NOUNS = new Set('subgroup subtype subset branch variant version variety form kind sort'.split(' '));
const BEFORE_BRANCH = new Set('a an the one rare just simply only really nothing but is are now still'.split(' '));
