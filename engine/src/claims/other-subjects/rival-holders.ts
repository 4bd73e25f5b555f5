import type { Surroundings } from '../subjects/antecedents.js';
import type { Claim } from '../claim.js';
import { isNegator } from '../sentences/clauses.js';
import type { Element, SentenceElements } from '../sentences/elements.js';
import { WHOLE_STATEMENT } from '../classes/class-claim.js';
import { CARRIED } from '../facts/carried-claims.js';
import { definesType, isListedCause, otherMember } from '../contradictions/causes-of-types.js';
import { pairIn } from '../plain-forms/former-latter.js';
import { holdsOf } from '../contradictions/known-of.js';
import { isOfOneSort } from '../sentences/relative-clauses.js';
import { NUMBERS, TYPE_WORDS } from '../sentences/lexicon.js';

/**
 * Whether a statement that does not hold is said of another thing than the one that it was read of: of one that its own
 * clause names, or that the text has named since, or that the section is about. Where the thing had to be guessed from
 * further off, and of one that stands nearer the statement is known to hold, a reader takes it to be said of that one.
 * Asked of statements that are contradicted, which are few.
 */
export function isOfRival(claim: Claim, around: Surroundings): boolean {
  const { blocks, discourse } = around;
  const block = blocks[claim.object.block]!;
  // What is read from every word of a statement, or denied in so many words, is of nothing else.
  if (claim.form === CARRIED || claim.form === WHOLE_STATEMENT || claim.isOutright === true) return false;
  if (block.table !== undefined || claim.subject.conceptId === undefined) return false;
  const { start } = claim.object.span;
  const sentence = discourse.sentences[block.index]!.find(
    ({ sentence: { span } }) => span.start <= start && start < span.end,
  );
  if (sentence === undefined || isNamedBehind(claim, sentence)) return false;
  return new Rivals(claim, sentence, around).isOfOther();
}

/** "… is a corticosteroid. So is azathioprine.": the later sentence takes up what was said. */
function isNamedBehind({ subject, object }: Claim, { sentence: { span } }: SentenceElements): boolean {
  return subject.block > object.block || (subject.block === object.block && subject.span.start >= span.end);
}

class Rivals {
  /** The elements of the sentence that the value stands in: a post without capitals parts its sentences by stops alone. */
  readonly #elements: readonly Element[];
  readonly #claim: Claim;
  readonly #sentence: SentenceElements;
  readonly #around: Surroundings;
  /** Index of the first and behind the last element of the value. */
  readonly #from: number;
  readonly #to: number;

  constructor(claim: Claim, sentence: SentenceElements, around: Surroundings) {
    this.#claim = claim;
    this.#sentence = sentence;
    this.#around = around;
    const { span } = claim.object;
    const all = sentence.elements;
    const at = all.findIndex((element) => element.span.end > span.start);
    const first = all.findLastIndex(({ norm }, index) => index < at && norm === '.') + 1;
    const stop = all.findIndex(({ norm }, index) => index > at && norm === '.');
    this.#elements = all.slice(first, stop < 0 ? all.length : stop);
    this.#from = at - first;
    const behind = this.#elements.findIndex((element) => element.span.start >= span.end);
    this.#to = behind < 0 ? this.#elements.length : behind;
  }

  isOfOther(): boolean {
    if (this.#from < 0) return false;
    if (this.#isTiedBehind() || this.#isOfPlural()) return true;
    if (this.#isSetApartInside() || this.#isOfRelative() || this.#opensWithCount()) return true;
    const own = this.#elements.findLastIndex((element, at) => at < this.#to && this.#isSubject(element));
    if (own >= 0) return this.#opensPartBehind(own) || this.#isOnlySetAgainst(own) || this.#isListedWith(own);
    const behind = this.#elements.findIndex((element) => this.#isSubject(element));
    // "What came out of your finger is calcium phosphate, so you do not have gout."
    if (behind >= 0) {
      return this.#elements
        .slice(Math.max(this.#to, behind - 4), behind)
        .some(({ norm }) => norm !== 'no' && isNegator(norm));
    }
    if (this.#isSaidOfItself() || this.#opensWithAnotherKind() || this.#isNamedInSupposing()) return true;
    if (this.#takesOver()) return false;
    if (this.#isOfAnotherPerson() || this.#isOwnSubject() || this.#isOfOpenReference() || this.#namesPeer()) {
      return true;
    }
    return this.#isOfOwnSentence() || this.#namesCauseOfOther() || this.#isOfNearer() || this.#isOfSection();
  }

  #isSubject({ mention }: Element): boolean {
    const id = mention?.conceptId;
    const own = this.#claim.subject.conceptId!;
    const { terminology } = this.#around;
    if (id === undefined) return false;
    if (id === own || terminology.isA(id, own) || terminology.isA(own, id)) return true;
    const [place, other] = [terminology.memberOf(own), terminology.memberOf(id)];
    return place !== undefined && place.name === other?.name;
  }

  #holds({ mention }: Element): boolean {
    const id = mention?.conceptId;
    return id !== undefined && holdsOf(this.#claim, id, this.#around.terminology);
  }

  /** "healthy in the latter", "disturbed levels (metastatic)", "a spoon-shaped instrument for curettage" */
  #isTiedBehind(): boolean {
    if (this.#claim.relation === 'is-a') return false;
    let tie = this.#to;
    while (tie < this.#to + LONGEST_NOUN && this.#isPlain(tie)) tie++;
    const { norm } = this.#elements[tie] ?? { norm: '' };
    if (!TIES.has(norm) || (norm === '(' && tie > this.#to)) return false;
    const named = this.#elements.slice(tie + 1, tie + 4).findIndex(({ mention }) => mention !== undefined) + tie + 1;
    if (named === tie || !this.#holds(this.#elements[named]!)) return false;
    return norm !== '(' || this.#elements[named + 1]?.norm === ')';
  }

  /** "four small neighbors of the thyroid that make …": the verb is of several, and what stands before it is one. */
  #isOfPlural(): boolean {
    const { relation, subject, object } = this.#claim;
    const { span } = relation === 'made-by' ? object : subject;
    const actor = this.#elements.findIndex(
      (element) => element.mention !== undefined && element.span.start === span.start,
    );
    const [relative, verb] = this.#elements.slice(actor + 1, actor + 3);
    if (actor < 2 || !RELATIVES.has(relative?.norm ?? '') || !OF_SEVERAL.has(verb?.norm ?? '')) return false;
    return !this.#elements[actor]!.norm.endsWith('s');
  }

  /** "a different illness from overactive parathyroids": the words of the value name the other to tell it apart. */
  #isSetApartInside(): boolean {
    return this.#elements.some(
      (element, at) =>
        this.#from < at &&
        at < this.#to &&
        APART.has(this.#elements[this.#openingOf(at) - 1]?.norm ?? '') &&
        this.#holds(element),
    );
  }

  /** "Bosentan switches off endothelin, which would otherwise squeeze the vessels": said of what stands before "which". */
  #isOfRelative(): boolean {
    const relative = this.#elements.findLastIndex(({ norm }, at) => at < this.#from && RELATIVES.has(norm));
    const isUnreal = this.#elements.slice(Math.max(0, relative), this.#from).some(({ norm }) => norm === 'otherwise');
    if (relative > 0 && isUnreal) return true;
    const { norm, mention } = this.#elements[relative - 2] ?? { norm: '', mention: undefined };
    if (relative < 3 || this.#elements[relative - 1]!.norm !== ',' || mention?.conceptId === undefined) return false;
    if (this.#isSubject(this.#elements[relative - 2]!) || norm.endsWith('s')) return false;
    const { terminology } = this.#around;
    const isActor = ACTORS.has(terminology.concept(mention.conceptId)!.kind);
    return isActor && this.#elements.slice(relative, this.#from).every((element) => element.kind !== 'mark');
  }

  /** "two are bisphosphonates (…), two are antibiotics (…)": a part that counts has others for its subject. */
  #opensWithCount(): boolean {
    const opening = this.#elements.findLastIndex(({ norm }, at) => at < this.#from && PARTS.has(norm)) + 1;
    const start = this.#elements[opening]?.norm === 'and' ? opening + 1 : opening;
    const [count, verb] = this.#elements.slice(start, start + 2);
    if (start < 3 || count?.norm === 'both') return false;
    if (!(NUMBERS[count?.norm ?? ''] !== undefined || OTHERS.has(count?.norm ?? ''))) return false;
    return STATES.has(verb?.norm ?? '') && !this.#elements.slice(start).some((element) => this.#isSubject(element));
  }

  /** "be it through scleroderma, a burn or an infection": things in a row, of which none is what another one is. */
  #isListedWith(own: number): boolean {
    if (this.#claim.relation !== 'has' || this.#elements[own + 1]?.norm !== ',' || this.#from <= own) return false;
    const row = this.#elements.slice(own + 2, this.#to);
    const isRow = row.some(({ norm }, at) => norm === 'or' && at > 0 && row[at - 1]!.kind !== 'mark');
    const opensItem = row[0]?.mention !== undefined || BEFORE_NAME.has(row[0]?.norm ?? '');
    return (
      isRow &&
      opensItem &&
      row.length <= LONGEST_ROW &&
      row.every(({ norm }) => norm !== ':' && !STATES.has(norm) && !RELATIVES.has(norm))
    );
  }

  #isPlain(at: number): boolean {
    const element = this.#elements[at];
    return (
      element?.kind === 'word' && element.mention === undefined && !TIES.has(element.norm) && !ENDS.has(element.norm)
    );
  }

  /** "So is …", "the same", "both": what the sentence before says is said of what this one names. */
  #takesOver(): boolean {
    return this.#elements.some(
      ({ norm }, at) =>
        LIKEWISE.has(norm) || (TAKES_OVER.has(norm) && AUXILIARIES.has(this.#elements[at + 1]?.norm ?? '')),
    );
  }

  /** "In the dystrophic type the tissue was injured first", below another title: a sentence that names whom it tells of. */
  #isSaidOfItself(): boolean {
    if (
      this.#claim.form !== 'explanation' ||
      this.#from > 0 ||
      this.#claim.subject.block === this.#sentence.block.index
    ) {
      return false;
    }
    const named = this.#elements.slice(0, OPENING).findIndex(({ mention }) => mention?.conceptId !== undefined);
    if (named < 0 || named >= this.#to || this.#openingOf(named) > 0) return false;
    if (SCENES.has(this.#elements[0]!.norm)) return true;
    return this.#elements[named]!.norm.endsWith('s') && PLURAL_VERB.test(this.#elements[named + 1]?.norm ?? '');
  }

  /** "In the diffuse one the trunk hardens too": another kind, which the terminology need not know. */
  #opensWithAnotherKind(): boolean {
    const at = SCENES.has(this.#elements[0]?.norm ?? '') ? 1 : 0;
    const [article, adjective, noun] = this.#elements.slice(at, at + 3);
    if (article?.norm !== 'the' || adjective?.kind !== 'word' || adjective.mention !== undefined) return false;
    // "The deposits form in …"
    if (adjective.norm.endsWith('s')) return false;
    return (noun?.norm === 'one' || TYPE_WORDS.has(noun?.norm ?? '')) && !OF_THE_SAME.has(adjective.norm);
  }

  /** "Had the calcium been high, we would have thought of the metastatic type. As it was, …" */
  #isNamedInSupposing(): boolean {
    const named = this.#source();
    if (named === undefined || named.block !== this.#sentence.block) return false;
    const [first] = named.elements;
    const supposes = SUPPOSES.has(first?.norm ?? '') || named.elements.some(({ norm }) => norm === 'if');
    return supposes && named.elements.some(({ norm }) => norm === 'would');
  }

  /** "… is metastatic calcinosis, and idiopathic just means that …": a part behind the thing opens with the other. */
  #opensPartBehind(own: number): boolean {
    for (let at = own + 1; at < this.#from; at++) {
      if (!this.#holds(this.#elements[at]!)) continue;
      const opening = this.#openingOf(at);
      if (opening <= own + 1 || !PARTS.has(this.#elements[opening - 1]!.norm)) continue;
      // Names in a row have what follows in common, unless the verb is of one: "…, and idiopathic just means".
      const isRow = this.#elements.slice(own + 1, opening - 1).filter(({ kind }) => kind === 'word').length < 2;
      if (isRow && !this.#hasOwnVerb(at)) continue;
      if (!this.#isOfBoth()) return true;
    }
    return false;
  }

  #hasOwnVerb(at: number): boolean {
    const verb = this.#elements.slice(at + 1, at + 3).find(({ norm }) => !ADVERBS.has(norm) && !norm.endsWith('ly'));
    return verb?.kind === 'word' && verb.mention === undefined && OF_ONE.test(verb.norm);
  }

  /** "While the dystrophic kind picks out skin that was hurt, this kind …": it is set against what the section is about. */
  #isOnlySetAgainst(own: number): boolean {
    if (!SETS_AGAINST.has(this.#elements[0]?.norm ?? '')) return false;
    const anaphor = this.#elements.findIndex(
      ({ norm }, at) => at > own && TAKES_UP.has(norm) && this.#elements[at - 1]!.norm === ',',
    );
    if (anaphor < 0 || anaphor > this.#from) return false;
    return this.#isAbove((element) => this.#holds(element));
  }

  /** Among what the heading and the sentences before in the block name. */
  #isAbove(is: (element: Element) => boolean): boolean {
    const { discourse, blocks } = this.#around;
    const { block, sentenceIndex } = this.#sentence;
    const heading = blocks[block.index]!.headings.at(-1);
    const titles = heading === undefined ? [] : discourse.sentences[heading]!;
    return [...titles, ...discourse.sentences[block.index]!.slice(0, sentenceIndex)].some(({ elements }) =>
      elements.some(is),
    );
  }

  #isOfBoth(): boolean {
    return this.#elements.slice(0, this.#to).some(({ norm }) => OF_BOTH.has(norm));
  }

  /** Index of the article or the preposition before a name. */
  #openingOf(at: number): number {
    let opening = at;
    while (opening > 0 && BEFORE_NAME.has(this.#elements[opening - 1]!.norm)) opening--;
    return opening;
  }

  /** The sentence names another thing, of which it holds, and not the one that it was read of. */
  #isOfOwnSentence(): boolean {
    return this.#elements.some(
      (element, at) => this.#holds(element) && !this.#isSetAside(at) && (at < this.#from || this.#isConclusion(at)),
    );
  }

  /** "The boy's deposits are dystrophic. The woman has been on dialysis, and in hers …": told of somebody else. */
  #isOfAnotherPerson(): boolean {
    // "She explained that …" tells who says it.
    const opening = this.#elements.slice(0, Math.min(OPENING, this.#from)).filter(({ norm }) => !SPEAKERS.has(norm));
    const own = personsIn(opening);
    if (own.size === 0) return false;
    const source = this.#source();
    const others = personsIn(source?.elements ?? []);
    return others.size > 0 && [...own].every((person) => !others.has(person));
  }

  /** "High phosphate is a mark of the former": which one that is nobody has told. */
  #isOfOpenReference(): boolean {
    const before = this.#source()?.elements ?? [];
    if (pairIn(before, this.#around.terminology) !== undefined) return false;
    return this.#elements.some(
      ({ norm, mention }, at) => mention === undefined && ORDERED.has(norm) && this.#elements[at - 1]?.norm === 'the',
    );
  }

  /** "But gout crystals are urate. The lump was calcium phosphate, calcinosis that is": it names a condition of its own. */
  #namesPeer(): boolean {
    const { subject, relation } = this.#claim;
    const { terminology } = this.#around;
    if (relation !== 'has' || this.#elements.some(({ norm }) => ANAPHORS.has(norm))) return false;
    return this.#elements.some(
      ({ mention }, at) =>
        (at < this.#from || at >= this.#to) &&
        mention?.conceptId !== undefined &&
        CONDITIONS.has(terminology.concept(mention.conceptId)!.kind) &&
        isOfOneSort(mention.conceptId, subject.conceptId!, terminology) &&
        !this.#isSetAside(at),
    );
  }

  /** "Gout, which it mimics, is due to uric acid", behind a sentence on the crystals of another disease. */
  #isOwnSubject(): boolean {
    const named = this.#elements[this.#from];
    if (this.#claim.relation !== 'has' || named?.mention?.conceptId === undefined) return false;
    if (this.#openingOf(this.#from) > 0) return false;
    let next = this.#to;
    if (this.#elements[next]?.norm === ',' && RELATIVES.has(this.#elements[next + 1]?.norm ?? '')) {
      next = this.#elements.findIndex(({ norm }, at) => at > next && norm === ',') + 1;
    } else if (!CLAIMED_ANYWHERE.has(this.#claim.form)) return false;
    return next > 0 && STATES.has(this.#elements[next]?.norm ?? '');
  }

  /** "Those on dialysis have too much phosphate": what brings another type on stands for that one. */
  #namesCauseOfOther(): boolean {
    const { subject } = this.#claim;
    const { terminology } = this.#around;
    if (POINTING.has(this.#elements[0]?.norm ?? '') || this.#opensInThisType()) return false;
    if (!OF_TYPES.has(this.#claim.relation) || terminology.memberOf(subject.conceptId!) === undefined) return false;
    return this.#elements.some(({ mention }, at) => {
      const id = mention?.conceptId;
      if (id === undefined || (this.#from <= at && at < this.#to) || this.#isSetAside(at)) return false;
      if (isListedCause(subject.conceptId!, id, terminology)) return false;
      const other = otherMember(subject.conceptId!, (type) => definesType(type, id, terminology), terminology);
      return other !== undefined && holdsOf(this.#claim, other, terminology);
    });
  }

  /** "In this variant calcium is normal, whereas the skin shows no earlier injury" */
  #opensInThisType(): boolean {
    const [scene, pointing, noun] = this.#elements.map(({ norm }) => norm);
    return SCENES.has(scene ?? '') && POINTING.has(pointing ?? '') && TYPE_WORDS.has(noun ?? '');
  }

  /** "…, so hers is iatrogenic" */
  #isConclusion(at: number): boolean {
    const { terminology } = this.#around;
    if (terminology.memberOf(this.#elements[at]!.mention!.conceptId!) === undefined) return false;
    return this.#elements.slice(Math.max(this.#to, at - 3), at).some(({ norm }) => STATES.has(norm));
  }

  #isSetAside(at: number): boolean {
    let opening = this.#openingOf(at);
    // "Like indomethacin and naproxen, …"
    while (JOINS.has(this.#elements[opening - 1]?.norm ?? '') && this.#elements[opening - 2]?.mention !== undefined) {
      opening = this.#openingOf(opening - 2);
    }
    return [opening - 1, opening, opening - 2].some((index) => SETS_ASIDE.has(this.#elements[index]?.norm ?? ''));
  }

  /** A sentence between the thing and the statement names another, of which it holds. */
  #isOfNearer(): boolean {
    const source = this.#source();
    const { block, sentenceIndex } = this.#sentence;
    if (source !== undefined && source.block !== block && source.block.kind !== 'heading') return false;
    const from = source?.block === block ? source.sentenceIndex + 1 : 0;
    return this.#around.discourse.sentences[block.index]!.slice(from, sentenceIndex).some(({ elements }) =>
      elements.some((element) => this.#holds(element)),
    );
  }

  /** The last sentence before that names the thing: a pronoun may stand for it in the sentence itself. */
  #source(): SentenceElements | undefined {
    const { discourse } = this.#around;
    const { block, sentenceIndex } = this.#sentence;
    const names = ({ elements }: SentenceElements): boolean => elements.some((element) => this.#isSubject(element));
    const own = discourse.sentences[block.index]!.slice(0, sentenceIndex).findLast(names);
    return own ?? discourse.sentences[this.#claim.subject.block]?.findLast((one) => one.block !== block && names(one));
  }

  /** The heading names another thing, of which it holds, and what was read of is only set against it. */
  #isOfSection(): boolean {
    const { subject, object } = this.#claim;
    const { discourse, blocks } = this.#around;
    const heading = blocks[object.block]!.headings.at(-1);
    if (heading === undefined || subject.block !== object.block) return false;
    const named = discourse.sentences[heading]!.flatMap(({ elements }) => elements);
    return named.some((element) => this.#holds(element)) && !named.some((element) => this.#isSubject(element));
  }
}

/** Whom some words speak of: "the woman", "my father", "mine". */
function personsIn(elements: readonly Element[]): ReadonlySet<string> {
  const persons = new Set<string>();
  for (const { norm, mention } of elements) {
    const person = mention === undefined ? PERSONS.get(norm) : undefined;
    if (person !== undefined) persons.add(person);
  }
  return persons;
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));
const PERSONS = new Map(
  [
    ['man men gentleman husband father dad uncle grandfather son brother boy mr his he him neighbor neighbour', 'he'],
    ['woman women lady wife mother mum mom aunt grandmother daughter sister girl mrs ms hers her she', 'she'],
    ['i my mine me', 'i'],
    ['baby babies newborn infant toddler', 'baby'],
  ].flatMap(([names, person]) => names!.split(' ').map((name) => [name, person!] as const)),
);
const SPEAKERS = words('i my me his he him her she');
const OF_TYPES = new Set(['level', 'unknown-cause']);
const ACTORS = new Set(['protein', 'drug', 'drug-class', 'disease']);
const OTHERS = words('others some another');
const APART = words('from unlike');
const ORDERED = words('former latter');
const CONDITIONS = new Set(['disease', 'type', 'form']);
const ANAPHORS = words('it its they their this these such here');
const CLAIMED_ANYWHERE = new Set(['telling', 'at large']);
/** In elements. */
const OPENING = 5;
const LONGEST_NOUN = 2;
const LONGEST_ROW = 9;
const RELATIVES = words('that which who');
const OF_SEVERAL = words(
  'are were have do make release secrete produce give block bind lower raise keep hold act lie sit remove contain control narrow widen slow calm attack affect cause come belong',
);
const TIES = words('in of for with (');
const ENDS = words('and or but while is are was were the a an which that so not than as');
const SCENES = words('in with under');
const PLURAL_VERB = /^[a-z]{3,}[^s]$/u;
const SUPPOSES = words('had were should');
const OF_THE_SAME = words(
  'same present above usual typical common commonest classic classical most main only whole former latter first second last',
);
const JOINS = words('and or ,');
const TAKES_OVER = words('so as');
const AUXILIARIES = words('is are was were does do did has have can');
const PARTS = words(', ; : – — and but while whereas ( so');
const BEFORE_NAME = words('the a an this that in for with of under as “ " * _ just most');
const OF_BOTH = words('both all too also likewise either each they these respectively');
const LIKEWISE = words('likewise same ditto too also both all neither nor');
const OF_ONE = /^(?:is|was|has|does|[a-z]+[^su]s)$/u;
const ADVERBS = words('just then also only often always never here');
const SETS_AGAINST = words('while whereas unlike other although though where contrary as in');
const POINTING = words('here this these such it its they');
const TAKES_UP = words('this it here the');
const STATES = words('is are was were');
const SETS_ASIDE = words('like unlike as than from beside besides to not with resembles');
