import { isHyphen } from '../../language/tokenize.js';
import type { Token } from '../../language/token.js';
import type { AttributeName, PhrasePlaces, Terminology } from '../../terminology/terminology.js';
import { proseSpan } from '../../text/span.js';
import { cutsName, liesInLongerName, matchPlaces } from '../phrases/attribute-match.js';
import type { Claim, ClaimParty } from '../claim.js';
import type { Clause } from '../sentences/clauses.js';
import { partyOf, type Discourse } from '../subjects/discourse.js';
import type { SentenceElements } from '../sentences/elements.js';
import { matchTokens } from './attribute-subjects.js';
import { mayStateFact } from './fact-subjects.js';
import { endOfStatement } from '../sentences/next-statement.js';
import { firstWordsOfAll } from '../phrases/phrase-openings.js';
import { matchesBetween, type PhraseMatch } from '../phrases/phrase-matches.js';
import { UntiedSubjects } from './untied-facts.js';
import { LABEL_MARKS } from '../sentences/lexicon.js';

/**
 * Reads facts about single things: which organ makes a protein, what a machine works with, whom a form strikes. A value
 * counts where a tie stands right before it ("is turned out by the thyroid"), whatever stands between the tie and the
 * thing, or where it acts on the thing ("the thyroid makes it"). The ties, the names of values and what holds are data.
 */
export function readFacts(
  sentence: SentenceElements,
  clause: Clause,
  discourse: Discourse,
  terminology: Terminology,
): readonly Claim[] {
  if (!mayStateFact(sentence, clause)) return NONE;
  const { elements, block } = sentence;
  const { tokens } = block;
  const end = elements[clause.end - 1]!.endToken;
  let reader: FactReader | undefined;
  const first = elements[clause.start]!.firstToken;
  const names = matchesBetween(
    discourse.phrasesIn(block.index).name,
    tokens,
    first,
    end,
    discourse.attributes.around(sentence),
  );
  for (const { phrase, at, to } of longestNames(names)) {
    reader ??= new FactReader(sentence, clause, discourse, terminology);
    reader.readName(phrase, at, to);
  }
  return reader?.claims ?? NONE;
}

type NameMatch = PhraseMatch<AttributeName>;

/** The longest name of each attribute, or of the one that counts, of those that begin at one token; in order. */
function longestNames(matches: readonly NameMatch[], counting?: string): readonly NameMatch[] {
  const longest: NameMatch[] = [];
  for (const match of matches) {
    const { attribute } = match.phrase;
    if (counting !== undefined && attribute !== counting) continue;
    let rival = longest.length - 1;
    while (rival >= 0 && longest[rival]!.at === match.at && longest[rival]!.phrase.attribute !== attribute) rival--;
    if (longest[rival]?.at !== match.at) rival = -1;
    if (rival < 0) longest.push(match);
    else if (match.to > longest[rival]!.to) longest[rival] = match;
  }
  return longest;
}

const NONE: readonly never[] = [];

class FactReader extends UntiedSubjects {
  readonly #tokens: readonly Token[] = this.sentence.block.tokens;
  readonly #read = new Set<string>();

  /** @param from first token of the name, `to` the one behind its last */
  readName(name: AttributeName, from: number, to: number): void {
    const at = this.elementAt(from);
    if (at < 0 || this.#isOfLongerName(from, to)) return;
    const tied = this.#tiedTo(name, from, at) ?? this.#actedOn(name, at, to) ?? this.#untied(name, at);
    const last = name.untied ? this.elementFrom(to) : -1;
    const behind = last < 0 ? this.clause.end : last;
    const adds = tied !== undefined && this.addsToAnother(name.attribute, name.value);
    const isOpen = ({ subject, tie }: { subject: ClaimParty; tie: number }): boolean =>
      name.untied
        ? this.leavesOpen(at, tie, behind, adds) || this.isNotStated(at, behind, subject)
        : this.leavesOpen(at, tie, at, adds);
    const cued = tied !== undefined && !isOpen(tied) ? undefined : this.cuedTo(name, from, to, at);
    const found = cued ?? tied;
    if (found === undefined || (cued === undefined && isOpen(found))) return;
    const { subject, tie } = found;
    const key = `${name.attribute} ${subject.block} ${subject.span.start}`;
    if (this.#read.has(key)) return;
    const held = this.terminology.heldAttribute(subject.conceptId!, name.attribute)!;
    // Where the right value stands there too, the other one only adds to it.
    const isLabelled = cued === undefined && this.elements[tie - 1]?.norm === '(';
    if (!isLabelled && !held.values.includes(name.value) && this.#namesOneOf(name, held.values, from, to)) {
      return;
    }
    this.#read.add(key);
    const end = cued === undefined ? to : Math.max(to, this.elements[cued.end]!.endToken);
    this.#push(name, subject, Math.min(tie, at), from, end);
  }

  #push(name: AttributeName, subject: ClaimParty, first: number, from: number, to: number): void {
    const span = proseSpan(this.#tokens[from]!.span.start, this.#tokens[to - 1]!.span.end);
    this.state({ attribute: name.attribute, value: name.value, form: 'fact' }, subject, span, first);
  }

  /** "is made by the adrenal glands": the tie right before the name, and of what it is said. */
  #tiedTo(name: AttributeName, from: number, at: number): { subject: ClaimParty; tie: number } | undefined {
    const { start } = this.clause;
    const asked = this.#askedIn(name);
    if (asked !== undefined) return { subject: asked, tie: start };
    if (name.ties.length === 0) return undefined;
    const tie = name.cues.length > 0 ? undefined : this.#tieBefore(name.ties, from, at);
    if (tie !== undefined) {
      const subject = this.subjectBefore(name.attribute, tie, at);
      if (subject === undefined) return undefined;
      // "It is bone" needs the thing beside it: too much is said to be something.
      const isHere =
        subject.block === this.sentence.block.index && subject.span.start >= this.elements[start]!.span.start;
      const isCopula = COPULAS.has(this.elements[tie]!.norm);
      // "where there is fat": what is there, not what the thing is
      if (isCopula && this.elements[tie - 1]?.norm === 'there') return undefined;
      return isCopula && !isHere ? undefined : { subject, tie };
    }
    // "Universalis: one finger", "Fetuin-A (from the thyroid)", a cell, an entry of a glossary
    const label = this.#labelBefore(at);
    // "Universalis = all over, fat, muscles …" goes on to something else behind the comma.
    if (label >= start && !this.elements.slice(label, at).some(({ norm }) => norm === ',')) {
      for (let index = label - 1; index >= Math.max(start, label - 3); index--) {
        if (this.holderAt(index, name.attribute) !== undefined) {
          return index <= start + 2 || this.elements[label]!.norm === '('
            ? { subject: partyOf(this.elements[index]!.mention!), tie: label + 1 }
            : undefined;
        }
      }
    }
    return undefined;
  }

  /** In a cell, what the header of the row or of the column names, where the other header asks for the attribute. */
  #askedIn({ heads, cues, attribute }: AttributeName): ClaimParty | undefined {
    const place = this.sentence.block.table;
    if (place === undefined || place.row === 0 || place.column === 0) return undefined;
    // "Effect on blood calcium" above "lowers it"
    const asking = this.sentence.block.tokens.length <= LONGEST_CELL ? [...heads, ...cues] : heads;
    const asks = [place.rowHeader, place.columnHeader].some(
      (header) =>
        header !== undefined &&
        this.discourse.sentences[header]!.some(
          ({ block: { tokens }, elements }) =>
            // "Sarcoidosis with high calcium" names the thing, and asks for nothing.
            !elements.some(
              ({ mention }) => mention?.conceptId !== undefined && this.holds(mention.conceptId, attribute),
            ) && tokens.some((_, token) => asking.some((head) => matchTokens(tokens, head, token))),
        ),
    );
    return asks ? this.headOf((id) => this.holds(id, attribute)) : undefined;
  }

  /** Index of the first element of a tie that ends at most a few words before the name. */
  #tieBefore(ties: readonly PhrasePlaces[], from: number, at: number): number | undefined {
    const first = this.elements[this.clause.start]!.firstToken;
    const opens = firstWordsOfAll(ties);
    for (let token = from - 1; token >= Math.max(first, from - 8); token--) {
      const { norm, text } = this.#tokens[token]!;
      if (!opens.has(norm) && !isHyphen(text)) continue;
      for (const tie of ties) {
        const end = matchPlaces(this.#tokens, tie, token, from);
        if (end <= token || !this.#isNear(end, from)) continue;
        const index = this.elementAt(token);
        return index < 0 || index > at ? undefined : index;
      }
    }
    return undefined;
  }

  /** Only small words and adjectives stand between. */
  #isNear(end: number, from: number): boolean {
    if (from - end > 5) return false;
    return this.#tokens
      .slice(end, from)
      .every(({ norm, text }) => (norm !== '' ? !PARTS.has(norm) && !PRONOUNS.has(norm) : NEAR_MARKS.has(text)));
  }

  /** The nearest mark that opens what a label says, with nothing but light words behind it. */
  #labelBefore(at: number): number {
    for (let index = at - 1; index >= Math.max(this.clause.start, at - 4); index--) {
      const { norm, mention } = this.elements[index]!;
      if (LABEL_MARKS.has(norm)) return index;
      // "Hypoparathyroidism: makes blood calcium too low" states what it does to that.
      if (mention !== undefined || MAKES.has(norm) || PARTS.has(norm) || PREPOSITIONS.has(norm)) return -1;
    }
    return -1;
  }

  /** "The liver", "…, and the liver": nothing but small words stands between the name and what begins its statement. */
  #isAgent(own: number): boolean {
    for (let at = own - 1; at >= this.clause.start; at--) {
      const { norm, kind } = this.elements[at]!;
      if (AGENT_OPENERS.has(norm) || kind === 'mark') return true;
      if (!DETERMINERS.has(norm)) return false;
    }
    return true;
  }

  /** "The liver makes parathyroid hormone": the name acts, and what it acts on follows. */
  #actedOn(name: AttributeName, own: number, to: number): { subject: ClaimParty; tie: number } | undefined {
    if (!this.#isAgent(own)) return undefined;
    const end = this.elements[this.clause.end - 1]!.endToken;
    for (let token = to; token <= Math.min(to + 2, end - 1); token++) {
      for (const act of name.acts) {
        const behind = matchPlaces(this.#tokens, act, token, end);
        // "behind the thyroid gland and make …": another one makes it.
        if (behind <= token || this.#tokens.slice(to, token).some(({ norm }) => norm === '' || PARTS.has(norm))) {
          continue;
        }
        const index = this.elementFrom(behind);
        if (index < 0) return undefined;
        for (let next = index; next < Math.min(index + 4, this.clause.end); next++) {
          const { mention, norm } = this.elements[next]!;
          if (PARTS.has(norm) || norm === ',') return undefined;
          if (mention?.conceptId === undefined) continue;
          if (!this.holds(mention.conceptId, name.attribute)) return undefined;
          const at = this.elementAt(token);
          return { subject: partyOf(mention), tie: at };
        }
        return undefined;
      }
    }
    return undefined;
  }

  #untied(name: AttributeName, at: number): { subject: ClaimParty; tie: number } | undefined {
    const subject = this.saidAnywhere(name, at);
    return subject === undefined ? undefined : { subject, tie: at };
  }

  /** The sentence ties one of these values to the thing as well, outside of a name of another one. */
  #namesOneOf({ attribute, untied }: AttributeName, values: readonly string[], from: number, before: number): boolean {
    const own = this.elementAt(from);
    const { elements, block } = this.sentence;
    const last = this.elementFrom(before);
    const behind = last < 0 ? elements.length : endOfStatement(elements, last, elements.length);
    const end = elements[behind - 1]!.endToken;
    const names = matchesBetween(
      this.discourse.phrasesIn(block.index).name,
      block.tokens,
      elements[0]!.firstToken,
      end,
    );
    for (const { phrase: name, at: token, to } of longestNames(names, attribute)) {
      if (from <= token && token < before) continue;
      if (!values.includes(name.value) || this.#isOfLongerName(token, to)) continue;
      if (untied) return true;
      const at = this.elementAt(token);
      if (name.cues.length > 0 && INSTEAD.has(this.#tokens[token - 1]?.norm ?? '')) continue;
      if (
        name.cues.length > 0 &&
        this.clause.start <= at &&
        at < this.clause.end &&
        this.isCued(name, token, to, at, own)
      ) {
        return true;
      }
      if (this.#tieBefore(name.ties, token, at) !== undefined || this.#labelBefore(at) >= 0) return true;
    }
    return false;
  }

  /** "shock wave lithotripsy", "thyroid hormone": the words belong to a longer name that is no name of the value. */
  #isOfLongerName(from: number, to: number): boolean {
    const { mentions } = this.sentence.block;
    const isHolder = (id: string): boolean => HOLDERS.has(this.kindOf(id));
    return liesInLongerName(mentions, from, to, isHolder) || cutsName(mentions, from, to, isHolder);
  }
}

const HOLDERS = new Set([
  'disease',
  'drug',
  'drug-class',
  'lab-test',
  'protein',
  'form',
  'type',
  'sign',
  'procedure',
  'imaging',
  'gene',
  'lab-finding',
]);
/** In tokens; a longer cell states something of its own. */
const LONGEST_CELL = 8;
const PARTS = new Set(
  'behind near beside under beneath above below next around against between and or but which that who whose while whereas because than then so if when unless as not'.split(
    ' ',
  ),
);
/** "Given in short bursts it builds bone" */
const PRONOUNS = new Set('it they he she we you'.split(' '));
const AGENT_OPENERS = new Set('that and but because since while so'.split(' '));
const DETERMINERS = new Set('the a an your our my his her its this healthy normal small four'.split(' '));
const COPULAS = new Set('is are was were'.split(' '));
const MAKES = new Set('makes make keeps keep leaves leave turns turn'.split(' '));
const PREPOSITIONS = new Set('of in on to with from at'.split(' '));
/** "contains iron instead of calcium" */
const INSTEAD = new Set('of no not than without'.split(' '));
const NEAR_MARKS = new Set(['-', '“', '”', '"', '*', '‐', '‑', "'"]);
