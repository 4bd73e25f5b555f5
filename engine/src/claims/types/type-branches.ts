import type { Terminology } from '../../terminology/terminology.js';
import type { Claim } from '../claim.js';
import { TypeClauseReader } from './type-clause-reader.js';
import type { Clause } from '../sentences/clauses.js';
import { partyOf, type Discourse } from '../subjects/discourse.js';
import type { SentenceElements } from '../sentences/elements.js';
import { NUMBERS, TYPE_WORDS } from '../sentences/lexicon.js';

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
  reader.readNamedBranches();
  reader.readOfWhich();
  reader.readWithin();
  reader.readMerged();
  reader.readThisForm();
  reader.readSeveral();
  reader.readExamplesOf();
  // Between two types a noun such as "branch" leaves nothing to doubt.
  return reader.claims.map((claim) => (claim.form === TYPE_OF_TYPE ? { ...claim, isUndoubted: true } : claim));
}

class BranchReader extends TypeClauseReader {
  /** "Within this system, calciphylaxis is a subgroup of the idiopathic type.", "… is nothing but a variant of …" */
  readBranches(): void {
    const type = this.#find(
      this.clause.start + 3,
      (at) =>
        (BRANCH_NOUNS.has(this.#norm(at)) || this.#isOneOfSome(at) || this.#areSeveral(at)) &&
        this.#norm(at + 1) === 'of',
    );
    if (type < 0) return;
    const behind = this.#norm(type + 2) === 'the' ? type + 3 : type + 2;
    const whole = this.typeAt(behind);
    let at = type - 1;
    while (BEFORE_BRANCH.has(this.#norm(at)) || (this.#norm(at) === 'of' && this.#norm(at - 1) === 'one')) at--;
    const member = this.#norm(at + 1) === 'is' || this.#norm(at + 1) === 'are' ? this.typeAt(at) : undefined;
    if (whole === undefined || member === undefined || member.name === whole.name) return;
    // What opens the clause with it is read among the classes.
    const isRead = at <= this.clause.start + 1 && this.#norm(type + 2) === 'the';
    const isPlain = isRead && !this.#isSolely(at, type) && !this.#isOneOfSome(type);
    if (!isPlain) this.addTypes(member, whole, at, behind);
  }

  /**
   * "The metastatic kind, a variant of the dystrophic one, …", "iatrogenic calcinosis (a branch of the idiopathic type)",
   * "As a variant of the dystrophic type, the metastatic one …": the branch stands beside the name.
   */
  readNamedBranches(): void {
    const { start, end } = this.clause;
    for (let noun = start; noun < end; noun++) {
      if (!BRANCH_NOUNS.has(this.#norm(noun)) || this.#norm(noun + 1) !== 'of') continue;
      const behind = ['the', 'a'].includes(this.#norm(noun + 2)) ? noun + 3 : noun + 2;
      const whole = this.typeAt(behind);
      if (whole === undefined) continue;
      let at = noun - 1;
      while (BESIDE_BRANCH.has(this.#norm(at))) at--;
      let close = behind + 1;
      while (TYPE_WORDS.has(this.#norm(close)) || ['one', 'calcinosis'].includes(this.#norm(close))) close++;
      const opens = this.#norm(at);
      const isOpening = at < start || (opens === 'as' && at <= start);
      const name = isOpening ? this.#typeBehind(close) : APPOSES.has(opens) ? this.#typeBefore(at) : undefined;
      if (name === undefined || !(ENDS_ASIDE.has(this.#norm(close)) || close >= end)) continue;
      const member = this.typeAt(name)!;
      if (member.name !== whole.name) this.addTypes(member, whole, Math.min(name, noun), Math.max(behind, name));
      return;
    }
  }

  /** "one of the subgroups" */
  #isOneOfSome(at: number): boolean {
    return (
      isPluralBranch(this.#norm(at)) &&
      this.#norm(at - 1) === 'the' &&
      this.#norm(at - 2) === 'of' &&
      this.#norm(at - 3) === 'one'
    );
  }

  /** "Metastatic, iatrogenic and idiopathic calcinosis are three branches of …" */
  #areSeveral(at: number): boolean {
    return [at - 1, at - 2].some((are) => this.#norm(are) === 'are') && isPluralBranch(this.#norm(at));
  }

  /** "Textbooks set out metastatic calcinosis, of which the dystrophic kind is a subdivision". */
  readOfWhich(): void {
    const of = this.#find(this.clause.start + 1, (at) => this.#norm(at) === 'of' && this.#norm(at + 1) === 'which');
    if (of < 0) return;
    if (isPluralBranch(this.#norm(of - 2)) && this.#norm(of - 1) === ',') this.#readBestKnown(of);
    const whole = this.#typeBefore(this.#norm(of - 1) === ',' ? of - 1 : of);
    const at = this.#norm(of + 2) === 'the' ? of + 3 : of + 2;
    const member = this.typeAt(at);
    if (whole === undefined || member === undefined) return;
    const verb = this.#find(at + 1, (index) => IS.has(this.#norm(index)));
    const behind = [verb + 1, verb + 2, verb + 3].map((index) => this.#norm(index));
    if (verb < 0 || verb > at + 2 || !behind.some((norm) => BRANCH_NOUNS.has(norm))) return;
    const type = this.typeAt(whole)!;
    if (member.name !== type.name) this.addTypes(member, type, whole, verb + 2);
  }

  /** "Dystrophic calcinosis has several varieties, of which the best known, metastatic calcinosis, …" */
  #readBestKnown(of: number): void {
    const has = this.#find(this.clause.start + 1, (at) => HAS.has(this.#norm(at)));
    const whole = has < 0 || has > of ? undefined : this.#typeBefore(has);
    const comma = this.#find(of + 2, (at) => this.#norm(at) === ',');
    const member = this.#typeBehind(comma);
    if (whole === undefined || member === undefined || comma > of + LONGEST_RANK) return;
    const [type, branch] = [this.typeAt(whole)!, this.typeAt(member)!];
    if (branch.name !== type.name) this.addTypes(branch, type, whole, member);
  }

  /** "Within the metastatic type there is a dystrophic subtype". */
  readWithin(): void {
    const { start } = this.clause;
    if (!WITHIN.has(this.#norm(start)) || this.#norm(start + 1) !== 'the') return;
    const whole = this.typeAt(start + 2);
    const there = this.#find(start + 3, (at) => HOLDS.has(this.#norm(at)));
    if (whole === undefined || there < 0 || there > start + 6) return;
    for (let at = there + 1; at < Math.min(this.clause.end, there + 6); at++) {
      const member = this.typeAt(at);
      if (member === undefined) continue;
      // The noun stands behind the adjective, or is one element with it.
      const { firstToken, endToken } = this.elements[at]!;
      const hasNoun = endToken - firstToken > 1 || TYPE_WORDS.has(this.#norm(at + 1));
      const isNamed = ['a', 'the', 'also'].includes(this.#norm(at - 1)) && hasNoun;
      if (isNamed && member.name !== whole.name) this.addTypes(member, whole, start, at);
      return;
    }
  }

  /** "Metastatic, iatrogenic, and idiopathic calcinosis are three branches of the dystrophic type." */
  readSeveral(): void {
    const noun = this.#find(
      this.clause.start + 4,
      (at) =>
        BRANCH_NOUNS.has(singularOf(this.#norm(at))) && this.#norm(at).endsWith('s') && this.#norm(at + 1) === 'of',
    );
    if (noun < 0) return;
    const behind = this.#norm(noun + 2) === 'the' ? noun + 3 : noun + 2;
    const whole = this.typeAt(behind);
    let verb = noun - 1;
    while (BEFORE_BRANCHES.has(this.#norm(verb)) || NUMBERS[this.#norm(verb)] !== undefined) verb--;
    if (whole === undefined || !ARE.has(this.#norm(verb))) return;
    const types: number[] = [];
    for (let at = verb - 1; at >= this.clause.start; at--) {
      if (this.typeAt(at) !== undefined) types.unshift(at);
      else if (!BESIDE_MERGED.has(this.#norm(at)) && !TYPE_WORDS.has(this.#norm(at)) && !SIDE.has(this.#norm(at))) {
        break;
      }
    }
    const members = types.map((at) => this.typeAt(at)!);
    if (members.length < 2 || members.some(({ name }) => name === whole.name)) return;
    for (const member of members) this.addTypes(member, whole, types[0]!, behind);
  }

  /** "The metastatic and the idiopathic types have been merged into one." */
  readMerged(): void {
    const merged = this.#find(this.clause.start, (at) => MERGED.has(this.#norm(at)));
    if (
      merged < 0 ||
      !['one', 'a'].includes(this.#norm(merged + 2)) ||
      !['into', 'as', 'to'].includes(this.#norm(merged + 1))
    ) {
      return;
    }
    const types: number[] = [];
    for (let at = this.clause.start; at < merged; at++) {
      if (this.typeAt(at) !== undefined) types.push(at);
      else if (!BESIDE_MERGED.has(this.#norm(at)) && !TYPE_WORDS.has(this.#norm(at))) return;
    }
    const [first, second] = types;
    if (types.length === 2) this.addTypes(this.typeAt(first!)!, this.typeAt(second!)!, first!, merged + 2);
  }

  /** The type that an aside follows: its name, or its noun behind the name. */
  #typeBefore(mark: number): number | undefined {
    let at = mark - 1;
    while (
      at > this.clause.start &&
      this.typeAt(at) === undefined &&
      (TYPE_WORDS.has(this.#norm(at)) || this.#norm(at) === 'one')
    ) {
      at--;
    }
    return this.typeAt(at) === undefined || AWAY.has(this.#norm(at - 1)) || AWAY.has(this.#norm(at - 2))
      ? undefined
      : at;
  }

  /** The type that the sentence goes on about behind an opening aside. */
  #typeBehind(mark: number): number | undefined {
    if (this.#norm(mark) !== ',') return undefined;
    const at = ['the', 'a'].includes(this.#norm(mark + 1)) ? mark + 2 : mark + 1;
    return this.typeAt(at) === undefined ? undefined : at;
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

function isPluralBranch(norm: string): boolean {
  return PLURAL_BRANCHES.has(norm) || (norm.endsWith('s') && BRANCH_NOUNS.has(norm.slice(0, -1)));
}

const PLURAL_BRANCHES = new Set(['branches', 'varieties', 'subclasses', 'subcategories']);
const EXAMPLES = new Set('example examples instance instances'.split(' '));
const GIVES_EXAMPLES = new Set('include includes are is : –'.split(' '));
const BESIDE_BRANCH = new Set(
  'a an the one rare rarer just simply only really now itself in fact special mild severe common indeed but merely also its nothing'.split(
    ' ',
  ),
);
const APPOSES = new Set([',', '(', '–', '—', 'being']);
const ENDS_ASIDE = new Set([',', ')', '–', '—', '.', ';', '']);
const AWAY = new Set('unlike than from with of against versus to'.split(' '));
const IS = new Set('is are forms makes'.split(' '));
const HAS = new Set('has have comprises includes knows'.split(' '));
/** "of which the best known and most feared," */
const LONGEST_RANK = 8;
const WITHIN = new Set('within inside in under among'.split(' '));
const HOLDS = new Set('is sits lies stands comes find finds exists belongs'.split(' '));
const TYPE_OF_TYPE = 'type of a type';
const singularOf = (noun: string): string => noun.replace(/(?:(?<=ch)es|s)$/u, '').replace(/ie$/u, 'y');
const ARE = new Set('are form make represent remain'.split(' '));
const SIDE = new Set(', both all or as well & /'.split(' '));
const BEFORE_BRANCHES = new Set(
  'up just simply only really nothing but both all merely the different related mere sub no more than'.split(' '),
);
const MERGED = new Set('merged combined fused united joined lumped collapsed'.split(' '));
const BESIDE_MERGED = new Set(
  'the and a have has been are were is now often today we doctors can be calcinosis since long recently then meanwhile by both thus'.split(
    ' ',
  ),
);
const BRANCH_NOUNS = new Set(
  'case offshoot subclass subcategory subdivision subgroup subtype subform subset branch variant version variety form kind sort'.split(
    ' ',
  ),
);
const BEFORE_BRANCH = new Set(
  'a an the one rare just simply only really nothing but is are now still two three four both all merely mere'.split(
    ' ',
  ),
);
