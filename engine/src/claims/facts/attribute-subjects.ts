import type { PhrasePlaces } from '../../terminology/terminology.js';
import { matchPlaces } from '../phrases/attribute-match.js';
import type { ClaimParty } from '../claim.js';
import { BREAKS, CARRIES, TAKES_UP, WORDS } from './meaning-words.js';
import { ClauseReader } from '../sentences/clause-reader.js';
import { opensWithPronoun, partyOf } from '../subjects/discourse.js';
import type { SentenceElements } from '../sentences/elements.js';
import { LABEL_MARKS, TYPE_WORDS } from '../sentences/lexicon.js';
import { TAKING_UP } from './telling-words.js';

/** What the readers of attributes share: finding their phrases, and whom a phrase may be said of. */
export abstract class AttributeSubjects extends ClauseReader {
  /** Index after the words that fill a phrase from a token on, or -1. */
  protected matchAt(places: PhrasePlaces, at: number, end: number): number {
    return matchPlaces(this.sentence.block.tokens, places, at, end);
  }

  /** The concept at an element, where it has the attribute. */
  protected holderAt(index: number, attribute: string): string | undefined {
    const id = this.elements[index]?.mention?.conceptId;
    return id !== undefined && this.holds(id, attribute) ? id : undefined;
  }

  protected holds(id: string, attribute: string): boolean {
    return this.terminology.heldAttribute(id, attribute) !== undefined;
  }

  /** In a table, the row or the column names it. */
  protected headOf(has: (id: string) => boolean): ClaimParty | undefined {
    const { block, sentenceIndex } = this.sentence;
    const place = block.table;
    if (place === undefined) return undefined;
    // "Rituximab is an infusion. The antibody …": a cell of several sentences goes on about what it names.
    const goesOn = sentenceIndex > 0 && this.#takesUpBefore() && !this.namesAnotherForm(this.clause.start);
    const own = goesOn ? this.discourse.topicOf(block.index, sentenceIndex, has) : undefined;
    if (own?.block === block.index) return own;
    for (const header of [place.rowHeader, place.columnHeader]) {
      if (header === undefined) continue;
      const named = this.discourse.sentences[header]!.flatMap(({ elements }) =>
        elements.flatMap(({ mention }) =>
          mention?.conceptId !== undefined && has(mention.conceptId) ? [mention] : [],
        ),
      );
      // Under "What to do" stands what is done, whatever the row is about.
      const asking = header === place.rowHeader ? place.columnHeader : place.rowHeader;
      if (asking !== undefined && ASKS_FOR_ACTION.test(this.discourse.textOf(asking))) continue;
      // "MRI shows calcium best" names MRI, but the row is about the sentence.
      const words = this.discourse.sentences[header]!.reduce((sum, { elements }) => sum + elements.length, 0);
      if (named.length === 1 && words <= LONGEST_HEAD) return partyOf(named[0]!);
    }
    return undefined;
  }

  /** "It", "these masses", "The antibody", but not "The lumps of calcinosis". */
  #takesUpBefore(): boolean {
    const own = this.elements.slice(this.clause.start, this.clause.end);
    const [first, , third] = own.map(({ norm }) => norm);
    if (opensWithPronoun(own) || TAKEN_UP.has(first ?? '')) return true;
    return first === 'the' && third !== 'of';
  }

  /** "A drug that blocks parathyroid hormone lowers calcium" says it of the drug. */
  protected isSubject(index: number, at: number): boolean {
    const between = this.elements.slice(index + 1, at).map(({ norm }) => norm);
    if (between.some((norm) => PARTS.has(norm))) return false;
    if (this.isTakenUpBy(index, at)) return true;
    let before = index - 1;
    while (before >= this.clause.start && BEFORE_SUBJECT.has(this.elements[before]!.norm)) {
      // "Remember that calcinosis is …" begins a statement.
      if (this.elements[before]!.norm === 'that' && ASSERTS.has(this.elements[before - 1]?.norm ?? '')) return true;
      before--;
    }
    if (before < this.clause.start) return true;
    const { norm, kind } = this.elements[before]!;
    if (norm === 'of' && THINGS_OF.has(this.elements[before - 1]?.norm ?? '')) return true;
    return kind === 'mark' || OPENS_SUBJECT.has(norm);
  }

  /** "Take the stain: it turns …", "As for the stain, it …": nothing else is named that "it" might be. */
  protected isTakenUpBy(index: number, at: number): boolean {
    const isTaken = ['it', 'they'].includes(this.elements[at - 1]?.norm ?? '') && at - 2 > index;
    if (!isTaken || !OPENS_PRONOUN.has(this.elements[at - 2]!.norm)) return false;
    return this.elements
      .slice(this.clause.start, at)
      .every(({ mention }, offset) => mention?.conceptId === undefined || offset + this.clause.start === index);
  }

  /** "In the limited form", "In the diffuse one": not the one that was named before. */
  protected namesAnotherForm(start: number): boolean {
    return this.elements.slice(start, start + 6).some(({ norm, mention }, offset) => {
      const [article, adjective] = [this.elements[start + offset - 2], this.elements[start + offset - 1]];
      if (mention !== undefined || TAKING_UP.has(adjective?.norm ?? '')) return false;
      if (TYPE_WORDS.has(norm)) return true;
      return norm === 'one' && article?.norm === 'the' && adjective?.kind === 'word' && adjective.mention === undefined;
    });
  }

  /** "In scleroderma, the deposits are harmless": a place, not what is spoken of. */
  protected isAside(index: number): boolean {
    let first = index;
    // "Changes in FGF23, GALNT3 or KL lead to …"
    while (this.#isGene(first) && LISTS_GENES.has(this.elements[first - 1]?.norm ?? '') && this.#isGene(first - 2)) {
      first -= 2;
    }
    return ['in', 'with', 'for', 'of'].includes(this.elements[first - 1]?.norm ?? '');
  }

  /** "…, and nobody need be afraid": a word denies something of its own there, not what was said before. */
  protected isOfNextStatement(index: number, last: number): boolean {
    for (let at = index - 1; at > last; at--) {
      const { norm } = this.elements[at]!;
      // "…, which is why it is not given to children"
      const givesReason = norm === 'which' && this.elements[at + 2]?.norm === 'why';
      if ((!GOES_ON_TO.has(norm) && !givesReason) || this.elements[at - 1]!.norm !== ',') continue;
      return !TURNS.has(this.elements[at + 1]!.norm);
    }
    return false;
  }

  #isGene(index: number): boolean {
    return this.terminology.concept(this.elements[index]?.mention?.conceptId ?? '')?.kind === 'gene';
  }

  /** "Tendons are the bands that …", "The EEG: stickers on the scalp that …": what the relative clause is of is the term. */
  protected isPredicate(index: number, relative: number): boolean {
    const between = this.elements.slice(index + 1, relative);
    const [first, second] = between.map(({ norm }) => norm);
    const isStated =
      ['is', 'are'].includes(first ?? '') && ['a', 'an', 'the', 'one', 'someone', 'somebody'].includes(second ?? '');
    const isLabelled = index === this.clause.start && LABEL_MARKS.has(first ?? '');
    return (
      (isStated || isLabelled) &&
      between.every(({ mention, norm }) => (mention === undefined && !BREAKS.has(norm)) || norm === first)
    );
  }

  /** "the adrenal glands, which sit on the kidneys, make …": it stands in what commas enclose. */
  protected isInserted(index: number): boolean {
    if (this.elements[index + 1]?.norm !== ',') return false;
    for (let at = index - 1; at > this.clause.start && index - at < 8; at--) {
      if (this.elements[at]!.norm === ',') return INSERTS.has(this.elements[at + 1]!.norm);
    }
    return false;
  }

  /** Index where "goes by the name of" or ", the word for it is" begins that ends at an element, or -1. */
  protected nameBefore(last: number): number {
    const norm = (at: number) => this.elements[at]?.norm ?? '';
    let at = last;
    if (norm(at) === 'of' && norm(at - 1) === 'name') at--;
    else if (['is', 'are'].includes(norm(at))) {
      at--;
      if (['it', 'this', 'that', 'them'].includes(norm(at)) && norm(at - 1) === 'for') at -= 2;
      if (!WORDS.has(norm(at)) || (at === last - 1 && norm(at + 1) !== 'is')) return -1;
    } else return -1;
    while (at > this.clause.start && BEFORE_WORD.has(norm(at - 1))) at--;
    return at;
  }

  /** What follows is said of the term, whatever the term is in its sentence: ", which …", ", a gland that …". */
  protected isAppended(index: number): boolean {
    const next = this.elements[index + 1]?.norm ?? '';
    if (next === ',') return APPENDS.has(this.elements[index + 2]?.norm ?? '');
    return next === 'which' || next === 'that' || next === '(';
  }

  /** "… blocks endothelin, a substance that narrows vessels" says it of endothelin, which stands before the comma. */
  protected isOfAppended(subject: number, at: number): boolean {
    if (!['that', 'which'].includes(this.elements[at - 1]?.norm ?? '')) return false;
    for (let index = at - 2; index > Math.max(this.clause.start, at - 6); index--) {
      if (this.elements[index]!.norm === ',') {
        return ['a', 'an', 'the'].includes(this.elements[index + 1]!.norm) && index - 1 !== subject;
      }
    }
    return false;
  }

  /** "Too little of it", "without it", "stopping it": what is said then is the opposite. */
  protected isReversed(start: number, token: number): boolean {
    const { tokens } = this.sentence.block;
    const first = this.elements[start]!.firstToken;
    let from = token;
    while (from > first && !(tokens[from - 1]!.text === ',' && JOINS.has(tokens[from]!.norm))) from--;
    return tokens
      .slice(from, token)
      .some(
        ({ norm }, index) => reverses(norm, tokens[from + index - 1]?.norm ?? '') && !this.#isOfMedicine(from + index),
      );
  }

  /** "low-molecular-weight heparin", "phosphate-lowering medicine": a word of the name turns nothing. */
  #isOfMedicine(token: number): boolean {
    return this.sentence.block.mentions.some(
      ({ conceptId, firstToken, endToken }) =>
        conceptId !== undefined &&
        firstToken <= token &&
        token < endToken &&
        this.terminology.concept(conceptId)!.kind.startsWith('drug'),
    );
  }

  /** "A lipoma is …", "Cold makes …": the clause has a subject of its own, which the terminology does not know. */
  protected hasUnknownSubject(at: number): boolean {
    const { start } = this.clause;
    const [first, second] = [this.elements[start]!, this.elements[start + 1]];
    if (at <= start || first.kind !== 'word' || this.isBehindBareQuestion()) return false;
    // "A wound that does not hurt is …"
    if (['a', 'an'].includes(first.norm)) {
      return second?.mention?.conceptId !== undefined || (second?.kind === 'word' && !TAKES_UP.has(second.norm));
    }
    // "Graves disease lowers …"
    if (at === start + 2 && TAKES_UP.has(second?.norm ?? '')) {
      return !CARRIES.has(first.norm) && !DETERMINERS.has(first.norm);
    }
    if (at !== start + 1 || DETERMINERS.has(first.norm)) return false;
    return !CARRIES.has(first.norm) && !TAKES_UP.has(first.norm) && !isAdverb(first.norm);
  }

  /** "Calciphylaxis? A harmless rash.": the question only names what the sentence is about. */
  protected isBehindBareQuestion(): boolean {
    const { block, sentenceIndex } = this.sentence;
    const before = this.discourse.sentences[block.index]![sentenceIndex - 1];
    return before?.isQuestion === true && before.elements.length <= 3;
  }

  /** What the sentence names before a clause that takes it up: "…; it goes away by itself". */
  protected subjectBeforeClause(has: (id: string) => boolean): ClaimParty | undefined {
    if (this.clause.start === 0 || !opensWithPronoun(this.elements.slice(this.clause.start, this.clause.end))) {
      return undefined;
    }
    const named = this.elements.slice(0, this.clause.start).filter(({ mention }) => has(mention?.conceptId ?? ''));
    const ids = new Set(named.map(({ mention }) => mention!.conceptId));
    return ids.size === 1 && this.elements.indexOf(named[0]!) <= 2 ? partyOf(named[0]!.mention!) : undefined;
  }

  /** "When it is released, it lowers …" states what comes behind the comma. */
  protected isConditional(at: number): boolean {
    let from = at;
    while (from > 0 && this.elements[from - 1]!.norm !== ',') from--;
    // "one of the contagious diseases" is said of what the text was about.
    return this.elements
      .slice(from, at)
      .some(({ norm }, index, words) => NOT_OF_TOPIC.has(norm) && words[index + 1]?.norm !== 'of');
  }
}

const TAKEN_UP = new Set('this these such its their'.split(' '));
const GOES_ON_TO = new Set(['and', 'so']);
/** Behind "and" they speak of what was said: "and that is not so", "and not the kidneys". */
const TURNS = new Set('not never nor neither none that this it which'.split(' '));
const LISTS_GENES = new Set([',', 'and', 'or']);
/** In elements; a longer header states something of its own. */
const LONGEST_HEAD = 4;

function isAdverb(word: string): boolean {
  return word.endsWith('ly') || ADVERBS.has(word);
}

const BEFORE_WORD = new Set('the a goes go by under known medical right proper latin greek correct'.split(' '));
const INSERTS = new Set('which who behind near on in at above below'.split(' '));
const APPENDS = new Set('which that who a an one two three four small'.split(' '));
/** Behind a comma they open a clause of its own. */
const JOINS = new Set('and but so'.split(' '));
const OPENS_PRONOUN = new Set([':', ',', '–', '—', 'that']);
const ASSERTS = new Set(
  'told explained learned learnt taught remember forget doubt note know mind sure certain fact clear important mean means'.split(
    ' ',
  ),
);
const DETERMINERS = new Set('the each every all most your my our his her'.split(' '));
const ADVERBS = new Set('never always often also then now thus still even not is are was were'.split(' '));
/** "Too little of it", but not "the little arteries". */
export function reverses(norm: string, before: string): boolean {
  return REVERSES.has(norm) && !(norm === 'little' && SMALL_ONES.has(before));
}

const SMALL_ONES = new Set('the these those your four tiny of in'.split(' '));
const REVERSES = new Set(
  'little lack lacks lacking without shortage deficiency deficient stopping stop stopped stops low fewer less absence missing withdrawal blocking loss'.split(
    ' ',
  ),
);

/** After these it is said of a case, or of another thing: "when they are …", "another form is …". */
const NOT_OF_TOPIC = new Set('when where whenever if one another other last latter second third'.split(' '));
const PARTS = new Set('unlike like than blocks blocking against resembles mimics'.split(' '));
const BEFORE_SUBJECT = new Set(
  'enzyme protein hormone gland test scan stain gene the a an this these that your their its his her my our plain simple ordinary also only even most all every each many two both word term name condition disease true classic typical acute chronic too high low healthy normal failing sick dx diagnosis imp impression have has got had'.split(
    ' ',
  ),
);
/** "The lumps of calcinosis consist of urate" says it of calcinosis. */
const THINGS_OF = new Set(
  'lumps lump deposits deposit crystals nodules masses sores wounds ulcers spots bumps paste use intake dose doses tablets course infusions shots injections job task work function role purpose duty'.split(
    ' ',
  ),
);
const OPENS_SUBJECT = new Set(
  'that and but because when while so in with since where as then here today now know as says said is are yes no well fact only although for by me us him'.split(
    ' ',
  ),
);

/** Whether the words of a phrase stand at a token of any block, such as the head of a column. */
export function matchTokens(tokens: SentenceElements['block']['tokens'], places: PhrasePlaces, at: number): boolean {
  const rest = (place: number, next: number): boolean =>
    place === places.length ||
    places[place]!.some(
      (words) =>
        words.every((word, index) => tokens[next + index]?.norm === word) && rest(place + 1, next + words.length),
    );
  return rest(0, at);
}
/** Heads of what is done, or of what is beside the thing. */
const ASKS_FOR_ACTION =
  /^\W*(?:what (?:to do|you can do|you do|we do|helps?|comes next)|to do|actions?|plans?|next(?: steps?)?|advice|diet|interacts?|interactions?|avoid|mimics?|often confused with|do not confuse with)\b/iu;
