import type { AttributeMeaning, PhrasePlaces } from '../../terminology/terminology.js';
import { isHyphen } from '../../language/tokenize.js';
import { AttributeSubjects, matchTokens } from './attribute-subjects.js';
import * as lists from './meaning-words.js';
import { firstWordsOfAll } from '../phrases/phrase-openings.js';

/** What the reader of explanations asks of verbs, of cells and of the words between: where they stand, what they open. */
export abstract class VerbsAndCells extends AttributeSubjects {
  protected isExplainingCell(meaning: AttributeMeaning): boolean {
    const place = this.sentence.block.table!;
    if (place.row === 0 || place.column === 0) return false;
    const [header, row] = [place.columnHeader, place.rowHeader].map((block) =>
      block === undefined ? '' : this.discourse.textOf(block),
    ) as [string, string];
    if (lists.OTHER_HEADER.test(header)) return false;
    // Transposed, the rows ask and the columns name.
    if (lists.EXPLAINING_HEADER.test(row) && !lists.OTHER_HEADER.test(row)) return true;
    const opensWithVerb = meaning.verbs !== undefined && this.verbAt(meaning.verbs, this.clause.start) > 0;
    if (
      opensWithVerb ||
      lists.EXPLAINING_HEADER.test(header) ||
      (meaning.verbs !== undefined && this.isAskedFor(meaning.verbs))
    ) {
      return true;
    }
    return header !== '' && lists.TERM_HEADER.test(this.discourse.cornerOf(place.table));
  }

  /** The head of the column is one of the verbs: "Measures", "Condition". */
  protected isAskedFor(verbs: readonly PhrasePlaces[]): boolean {
    const header = this.sentence.block.table?.columnHeader;
    return (
      header !== undefined &&
      this.discourse.sentences[header]!.some(({ block: { tokens } }) =>
        tokens.some((_, token) => verbs.some((verb) => matchTokens(tokens, verb, token))),
      )
    );
  }

  /** Index behind the verb of a cell or an entry: "A medicine that blocks …". */
  protected verbFrom(meaning: AttributeMeaning, at: number): number | undefined {
    for (let next = this.clause.start; next < Math.min(at, this.clause.start + 10); next++) {
      const end = this.verbAt(meaning.verbs!, next);
      if (end > 0) return end;
    }
    return undefined;
  }

  protected verbAt(verbs: readonly PhrasePlaces[], at: number): number {
    const token = this.elements[at]!.firstToken;
    const { text, norm } = this.sentence.block.tokens[token]!;
    // Most words open none of the verbs.
    if (!firstWordsOfAll(verbs).has(norm) && !isHyphen(text)) return -1;
    let best = -1;
    for (const verb of verbs) best = Math.max(best, this.matchAt(verb, token, this.endToken(this.clause.end)));
    if (best <= token) return -1;
    const end = this.elementFrom(best);
    return end < 0 ? this.clause.end : end;
  }

  protected endsWithVerb(verbs: readonly PhrasePlaces[], index: number): boolean {
    const { firstToken, endToken } = this.elements[index]!;
    const last = endToken - 1;
    // Elements of a question that is answered have no tokens here.
    if (last === firstToken || this.sentence.block.tokens[last]?.norm.endsWith('s') !== true) return false;
    return verbs.some((verb) => this.matchAt(verb, last, endToken) === endToken);
  }

  protected isHedged(from: number, to: number): boolean {
    return this.elements.slice(from, to).some(({ norm }) => lists.HEDGES.has(norm));
  }

  protected endToken(end: number): number {
    return this.elements[end - 1]!.endToken;
  }
}
