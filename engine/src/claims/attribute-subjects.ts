import { isHyphen } from '../language/tokenize.js';
import type { PhrasePlaces } from '../terminology/terminology.js';
import type { ClaimParty } from './claim.js';
import { ClauseReader } from './clause-reader.js';
import { partyOf } from './discourse.js';

/** What the readers of attributes share: finding their phrases, and whom a phrase may be said of. */
export abstract class AttributeSubjects extends ClauseReader {
  /** Index after the words that fill a phrase from a token on, or -1. */
  protected matchAt(places: PhrasePlaces, at: number, end: number, place = 0): number {
    if (place === places.length) return at;
    for (const words of places[place]!) {
      const next = this.#matchWords(words, at, end);
      const rest = next < 0 ? -1 : this.matchAt(places, next, end, place + 1);
      if (rest >= 0) return rest;
    }
    return -1;
  }

  #matchWords(words: readonly string[], at: number, end: number): number {
    const { tokens } = this.sentence.block;
    let next = at;
    for (const word of words) {
      // Hyphens do not part a phrase: "X-rays", "life-threatening".
      while (next < end && isHyphen(tokens[next]!.text) && tokens[next]!.glued) next++;
      if (next >= end || tokens[next]!.norm !== word) return -1;
      next++;
    }
    return next;
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
    const place = this.sentence.block.table;
    if (place === undefined) return undefined;
    for (const header of [place.rowHeader, place.columnHeader]) {
      if (header === undefined) continue;
      const named = this.discourse.sentences[header]!.flatMap(({ elements }) =>
        elements.flatMap(({ mention }) =>
          mention?.conceptId !== undefined && has(mention.conceptId) ? [mention] : [],
        ),
      );
      if (named.length === 1) return partyOf(named[0]!);
    }
    return undefined;
  }

  /** "A drug that blocks parathyroid hormone lowers calcium" says it of the drug. */
  protected isSubject(index: number, at: number): boolean {
    const between = this.elements.slice(index + 1, at).map(({ norm }) => norm);
    if (between.some((norm) => PARTS.has(norm))) return false;
    let before = index - 1;
    while (before >= this.clause.start && BEFORE_SUBJECT.has(this.elements[before]!.norm)) before--;
    if (before < this.clause.start) return true;
    const { norm, kind } = this.elements[before]!;
    return kind === 'mark' || OPENS_SUBJECT.has(norm);
  }

  /** "In scleroderma, the deposits are harmless": a place, not what is spoken of. */
  protected isAside(index: number): boolean {
    return ['in', 'with', 'for', 'of'].includes(this.elements[index - 1]?.norm ?? '');
  }

  /** "When it is released, it lowers …" states what comes behind the comma. */
  protected isConditional(at: number): boolean {
    let from = at;
    while (from > 0 && this.elements[from - 1]!.norm !== ',') from--;
    return this.elements.slice(from, at).some(({ norm }) => NOT_OF_TOPIC.has(norm));
  }
}

/** After these it is said of a case, or of another thing: "when they are …", "another form is …". */
const NOT_OF_TOPIC = new Set('when where whenever if one another other'.split(' '));
const PARTS = new Set('unlike like than blocks blocking against resembles mimics'.split(' '));
const BEFORE_SUBJECT = new Set(
  'the a an this these that your their its his her my our most all every each many two both word term name condition disease true classic typical acute chronic too high low healthy normal failing sick dx diagnosis imp impression have has got had'.split(
    ' ',
  ),
);
const OPENS_SUBJECT = new Set(
  'that and but because when while so in with since where as then here today now know as says said is are yes no well fact only although for by'.split(
    ' ',
  ),
);
