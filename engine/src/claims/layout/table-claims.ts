import type { AnalyzedBlock } from '../../document.js';
import type { Mention } from '../../mentions/mention.js';
import type { Terminology } from '../../terminology/terminology.js';
import type { Claim, ClaimParty } from '../claim.js';
import { cellsOf } from './rejected-cells.js';
import { partyOf, type Discourse } from '../subjects/discourse.js';
import type { Element } from '../sentences/elements.js';
import { CAUSE_KINDS } from '../causes/cause-words.js';
import { isDisease, isKindOfDiseases } from '../classes/disease-kinds.js';
import { degreeOf } from '../phrases/level-phrases.js';
import { isConfirmedCell } from './rejected-cells.js';

/** Header words of a column, or of a row, that says what each thing is, what causes it, or how its tissue was. */
const CLASS_HEADERS = new Set(
  'class classes drug group family kind type category classification medicine medication'.split(' '),
);
/** Heads of a column of classes, and of nothing else. */
const NAMES_CLASS = new Set('class classes group family kind category classification'.split(' '));
/** In elements. */
const LONGEST_NAME = 4;
const WHAT_IT_IS = new Set([
  'what it is',
  'what is it',
  'what kind of medicine',
  'what kind of drug',
  'what it belongs to',
  'belongs to',
  'is one of the',
  'is a',
  'is an',
  'what',
]);
const MEMBER_HEADERS = new Set(
  'drug drugs medicine medicines medication medications example examples member members name names agent agents product products stock stocked cupboard shelf drawer tray contents items supply supplies brands tablets pills ours'.split(
    ' ',
  ),
);
const CAUSE_HEADERS = new Set('cause causes caused trigger triggers triggered reason reasons origin why'.split(' '));
const TISSUE_HEADERS = new Set('tissue tissues'.split(' '));
const LABORATORY_HEADERS = new Set('blood serum lab labs laboratory chemistry bloods mineral'.split(' '));
const LEVEL_HEADERS = new Set('level levels test tests value values result results chemistry work'.split(' '));
/** A table that judges statements asserts none of them. */
const VERDICT_HEADERS = new Set(
  'verdict myth fact claim statement true false truth reality right wrong answer myths facts claims correct tale tales belief beliefs misconception misconceptions rumor rumour hearsay hear heard overheard holds write say avoid instead wording'.split(
    ' ',
  ),
);
/** Words beside a level that change nothing of it. */
const BESIDE_LEVEL = new Set(
  'too usually often always mostly typically generally within limits range the blood level levels very both calcium phosphate and in is are serum'.split(
    ' ',
  ),
);

/** Reads tables cell by cell: one header names the subject, the other says the relation, by row or transposed. */
export function readTableClaims(
  blocks: readonly AnalyzedBlock[],
  discourse: Discourse,
  terminology: Terminology,
): Claim[] {
  const verdicts = verdictTables(blocks);
  const reader = new TableReader(discourse, terminology);
  const corners = new Map<number, AnalyzedBlock>();
  for (const block of blocks) {
    const place = block.table;
    if (place?.row === 0 && place.column === 0) corners.set(place.table, block);
    if (place === undefined || place.row === 0 || verdicts.has(place.table)) continue;
    const header = place.columnHeader === undefined ? undefined : blocks[place.columnHeader];
    reader.readColumnOfClass(block, header, corners.get(place.table));
    if (place.column === 0) continue;
    const row = place.rowHeader === undefined ? undefined : blocks[place.rowHeader];
    if (isFirstOfItsLike(corners.get(place.table), row)) continue;
    reader.readCell(block, row, header, corners.get(place.table));
    reader.readClassBeside(block, header, cellsOf(place.table, blocks).rows.get(place.row) ?? []);
  }
  return reader.claims;
}

/** "Type 1 | Dystrophic" above "Type 2 | Metastatic" heads nothing: Markdown makes the first row of a table its header. */
export function isFirstOfItsLike(corner: AnalyzedBlock | undefined, row: AnalyzedBlock | undefined): boolean {
  if (corner === undefined || row === undefined || corner === row) return false;
  const [first, own] = [corner.text.split(LABEL), row.text.split(LABEL)];
  return first.length > 1 && first.join() === own.join();
}

/** "Type 1", "class II", "type B" */
const LABEL = /(?<!\p{L})(?:\d+|[IVX]+|[A-H])(?!\p{L})/gu;

class TableReader {
  readonly claims: Claim[] = [];
  readonly #discourse: Discourse;
  readonly #terminology: Terminology;

  constructor(discourse: Discourse, terminology: Terminology) {
    this.#discourse = discourse;
    this.#terminology = terminology;
  }

  readCell(
    cell: AnalyzedBlock,
    row: AnalyzedBlock | undefined,
    header: AnalyzedBlock | undefined,
    corner: AnalyzedBlock | undefined,
  ): void {
    const rowSubject = this.#onlyMention(row);
    const columnSubject = this.#onlyMention(header);
    if (rowSubject !== undefined) {
      this.#readAspect(rowSubject, normsOf(header), cell);
      this.#readMembers(rowSubject, [...normsOf(corner), ...normsOf(header)], cell);
      // "Cause | Type": the row is the cause of what the cell names.
      if (asksForCause(normsOf(corner)) && !this.#isMember(rowSubject)) {
        for (const mention of this.#mentions(cell)) {
          if (this.#isMember(mention)) this.#push('caused-by', partyOf(mention), partyOf(rowSubject), cell);
        }
      } else if (CAUSE_KINDS.has(this.#kindOf(rowSubject)) && this.#asksForType(header, corner)) {
        const [type, ...others] = this.#elements(cell).length > LONGEST_NAME ? [] : this.#mentions(cell);
        if (type !== undefined && others.length === 0 && this.#isMember(type)) {
          this.#push('associated-with', partyOf(type), partyOf(rowSubject), cell);
        }
      }
    }
    if (columnSubject !== undefined) {
      this.#readAspect(columnSubject, normsOf(row), cell);
      this.#readMembers(columnSubject, ['members'], cell);
    }
  }

  /** "What the patient has | Calcinosis that follows" */
  #asksForType(header: AnalyzedBlock | undefined, corner: AnalyzedBlock | undefined): boolean {
    if (header === undefined || [...normsOf(header), ...normsOf(corner)].some((word) => APART_HEADERS.has(word))) {
      return false;
    }
    return this.#mentions(header).some(({ conceptId }) => this.#terminology.classificationOf(conceptId!) !== undefined);
  }

  /** "Slot | Medicine | Family": the one class of a row beside its one medicine, neither of which heads the row. */
  readClassBeside(cell: AnalyzedBlock, header: AnalyzedBlock | undefined, row: readonly AnalyzedBlock[]): void {
    const group = this.#onlyMention(cell);
    if (group === undefined || this.#kindOf(group) !== 'drug-class' || cell.table!.column < 2) return;
    if (!normsOf(header).some((word) => NAMES_CLASS.has(word)) || this.#elements(cell).length > LONGEST_NAME) return;
    const others = row.filter((other) => other !== cell).flatMap((other) => this.#mentions(other));
    const [medicine] = others;
    if (others.length !== 1 || this.#kindOf(medicine!) !== 'drug' || row[0]!.mentions.length > 0) return;
    this.#push('is-a', partyOf(medicine!), partyOf(group), cell);
  }

  /** "Antacids | Statins" above cells with nothing but medicines: each column lists the members of its class. */
  readColumnOfClass(cell: AnalyzedBlock, header: AnalyzedBlock | undefined, corner: AnalyzedBlock | undefined): void {
    if (!this.#namesClassAlone(header) || !this.#namesClassAlone(corner)) return;
    const elements = this.#elements(cell);
    const isList = elements.every(({ mention, norm }) =>
      mention === undefined ? JOINTS.has(norm) : this.#kindOf(mention) === 'drug',
    );
    if (!isList) return;
    const group = this.#onlyMention(header)!;
    for (const mention of this.#mentions(cell)) this.#push('is-a', partyOf(mention), partyOf(group), cell);
  }

  #namesClassAlone(block: AnalyzedBlock | undefined): boolean {
    const [only, ...others] = block === undefined ? [] : this.#elements(block);
    return others.length === 0 && only?.mention?.conceptId !== undefined && this.#kindOf(only.mention) === 'drug-class';
  }

  /** What the cell says of the subject in the respect that the other header names. */
  #readAspect(subject: Mention, aspect: readonly string[], cell: AnalyzedBlock): void {
    if (aspect.length === 0) return;
    const has = (words: ReadonlySet<string>) => aspect.some((word) => words.has(word));
    if (has(CLASS_HEADERS) || WHAT_IT_IS.has(aspect.join(' '))) {
      for (const mention of this.#mentions(cell)) {
        if (this.#kindOf(subject) !== 'drug-class') this.#push('is-a', partyOf(subject), partyOf(mention), cell);
      }
    }
    const cause = asksForCause(aspect) && !has(APART_HEADERS);
    if (cause) {
      for (const mention of this.#mentions(cell)) this.#push('caused-by', partyOf(subject), partyOf(mention), cell);
    }
    // "Typical patient", "Background", "Found in": whatever stands there goes with the type, unless it is care or a test.
    if (!cause && this.#isMember(subject) && !has(APART_HEADERS)) {
      for (const mention of this.#mentions(cell)) {
        if (CAUSE_KINDS.has(this.#kindOf(mention))) {
          this.#push('associated-with', partyOf(subject), partyOf(mention), cell);
        }
      }
    }
    const isTypeCell = this.#isMember(subject) && !has(APART_HEADERS);
    if (cause || has(TISSUE_HEADERS) || isTypeCell) this.#readPhrases(subject, cell, has(TISSUE_HEADERS), isTypeCell);
    this.#readLevel(subject, aspect, cell);
  }

  /** A class heads its row or its column, and the cell lists medicines. */
  #readMembers(headed: Mention, words: readonly string[], cell: AnalyzedBlock): void {
    const ofDiseases = isKindOfDiseases({ mention: headed }, this.#terminology);
    if (this.#kindOf(headed) !== 'drug-class' && !ofDiseases) return;
    // "Interacts with", "do not take with": these are no members.
    if (words.some((word) => RELATES_OTHERWISE.has(word))) return;
    const drugs = this.#mentions(cell).filter((mention) =>
      ofDiseases ? isDisease({ mention }, this.#terminology) : this.#kindOf(mention) === 'drug',
    );
    if (!words.some((word) => MEMBER_HEADERS.has(word))) return;
    for (const mention of drugs) {
      this.#push('is-a', partyOf(mention), partyOf(headed), cell);
    }
  }

  /** "Damaged before", "Healthy", "Tissue damage", "None known". */
  #readPhrases(subject: Mention, cell: AnalyzedBlock, tissueAsked: boolean, withLevels: boolean): void {
    const elements = this.#elements(cell);
    if (elements.some((element) => ['not', 'no', 'or', 'sometimes'].includes(element.norm))) return;
    for (const element of elements) {
      const { phrase } = element;
      if (phrase?.kind === 'tissue') this.#pushValue('tissue', subject, cell, element, phrase.tissue!);
      if (phrase?.kind === 'unknown-cause') {
        this.#pushValue('unknown-cause', subject, cell, element, phrase.known === true ? 'known' : undefined);
      }
    }
    const levels = elements.filter(({ phrase }) => phrase?.kind === 'level');
    const [level] = levels;
    if (withLevels && level !== undefined && levels.length === 1) {
      this.#pushValue('level', subject, cell, level, level.phrase!.level, level.phrase!.analyte);
    }
    const words = elements.filter((element) => element.kind === 'word');
    if (!tissueAsked || elements.some((element) => element.phrase !== undefined) || words.length > 3) return;
    const state = words.find((element) => TISSUE_STATES[element.norm] !== undefined);
    if (state !== undefined) this.#pushValue('tissue', subject, cell, state, TISSUE_STATES[state.norm]);
  }

  #readLevel(subject: Mention, aspect: readonly string[], cell: AnalyzedBlock): void {
    if (this.#terminology.inheritedFacts(subject.conceptId!, 'level').length === 0) return;
    const calcium = aspect.includes('calcium') || aspect.includes('ca');
    const phosphate = aspect.some((word) => PHOSPHATE_HEADERS.has(word));
    const generic =
      aspect.some((word) => LABORATORY_HEADERS.has(word)) &&
      (aspect.length === 1 || aspect.some((word) => LEVEL_HEADERS.has(word)));
    if (!calcium && !phosphate && !generic) return;
    const analyte =
      calcium === phosphate ? (aspect.includes('or') ? 'either' : 'both') : calcium ? 'calcium' : 'phosphate';
    if (cell.sentences.length !== 1) return;
    const elements = this.#elements(cell);
    const stated = elements.find((element) => element.phrase?.kind === 'level');
    const words = elements.filter((element) => element.kind === 'word').map((element) => element.norm);
    const degrees = words.flatMap((word) => degreeOf(word) ?? []);
    // "High or normal", "normal, sometimes low" leave it open.
    if (stated !== undefined && degrees.length === 0 && elements.length <= 3) {
      this.#pushValue('level', subject, cell, stated, stated.phrase!.level, stated.phrase!.analyte);
      return;
    }
    if (degrees.length !== 1 || words.some((word) => degreeOf(word) === undefined && !BESIDE_LEVEL.has(word))) return;
    this.#pushValue('level', subject, cell, undefined, degrees[0], analyte);
  }

  #pushValue(
    relation: Claim['relation'],
    subject: Mention,
    cell: AnalyzedBlock,
    element?: Element,
    value?: string,
    analyte?: Claim['analyte'],
  ): void {
    const span = element?.span ?? cell.sentences[0]!.span;
    this.claims.push({
      ...base(cell),
      relation,
      subject: partyOf(subject),
      object: { text: cell.text.slice(span.start, span.end), block: cell.index, span },
      ...(value === undefined ? {} : { value }),
      ...(analyte === undefined ? {} : { analyte }),
      span,
      form: 'state in a table',
    });
  }

  #push(relation: Claim['relation'], subject: ClaimParty, object: ClaimParty, cell: AnalyzedBlock): void {
    if (subject.conceptId === object.conceptId) return;
    // "lump on the heel": where it sits, and how it looks, is no cause.
    const kind = this.#terminology.concept(object.conceptId ?? '')?.kind ?? '';
    if (relation === 'caused-by' && NO_CAUSES.has(kind)) return;
    const here = object.block === cell.index ? object : subject;
    const weak = relation === 'associated-with';
    this.claims.push({ ...base(cell), weak, relation, subject, object, span: here.span, form: 'table cell' });
  }

  #elements(block: AnalyzedBlock): readonly Element[] {
    return this.#discourse.sentences[block.index]!.flatMap(({ elements }) => elements);
  }

  #mentions(block: AnalyzedBlock): Mention[] {
    const mentions: Mention[] = [];
    for (const { norm, mention } of this.#elements(block)) {
      // "Antibiotic, not a calcium channel blocker": the rest of the cell says what it is not.
      if (DENIES.has(norm)) break;
      if (mention?.conceptId !== undefined) mentions.push(mention);
    }
    return mentions;
  }

  #onlyMention(block: AnalyzedBlock | undefined): Mention | undefined {
    const mentions = block === undefined ? [] : this.#mentions(block);
    return mentions.length === 1 ? mentions[0] : undefined;
  }

  #isMember(mention: Mention): boolean {
    return this.#terminology.memberOf(mention.conceptId!) !== undefined;
  }

  #kindOf(mention: Mention): string {
    return this.#terminology.concept(mention.conceptId!)!.kind;
  }
}

const NO_CAUSES: ReadonlySet<string> = new Set(['anatomy', 'sign', 'symptom']);
/** Headers of cells that name something beside the type, not behind it. */
const APART_HEADERS = new Set(
  'treatment treatments treated treat therapy management care medicine medicines drug drugs test tests check checks differential confused mimic mimics not unlike other complication complications risk risks avoid versus vs also difference differs prevention told tell apart distinguish distinguished exclude excluded excludes except against'.split(
    ' ',
  ),
);
const JOINTS = new Set([',', ';', '/', 'and', 'or', '•']);
const RELATES_OTHERWISE = new Set(
  'interact interacts interaction interactions with avoid instead not replaces against before after alternative alternatives'.split(
    ' ',
  ),
);
const DENIES = new Set('not no never without unlike avoid instead'.split(' '));
const TISSUE_STATES: Readonly<Record<string, string>> = {
  sound: 'normal',
  hurt: 'damaged',
  scarred: 'damaged',
  damaged: 'damaged',
  injured: 'damaged',
  diseased: 'damaged',
  inflamed: 'damaged',
  abnormal: 'damaged',
  normal: 'normal',
  healthy: 'normal',
  undamaged: 'normal',
  intact: 'normal',
  uninjured: 'normal',
};

const PHOSPHATE_HEADERS = new Set('phosphate phosphorus po4 phos p'.split(' '));

/** "Cause", "Set off by", "What brings it on". */
function asksForCause(words: readonly string[]): boolean {
  return (
    words.some((word) => CAUSE_HEADERS.has(word)) ||
    /\b(?:set off|sets it off|brought on|brings it on|due to|(?:seen|occurs) in$|comes from)\b/u.test(words.join(' '))
  );
}

function base(cell: AnalyzedBlock): Pick<Claim, 'polarity' | 'attribution' | 'weak' | 'block'> {
  return { polarity: 'asserted', attribution: 'writer', weak: false, block: cell.index };
}

function normsOf(block: AnalyzedBlock | undefined): string[] {
  return block === undefined ? [] : block.tokens.flatMap((token) => (token.norm === '' ? [] : [token.norm]));
}

/** Tables that judge statements (myth and fact, claim and verdict) and so assert none of them. */
export function verdictTables(blocks: readonly AnalyzedBlock[]): Set<number> {
  const tables = new Set<number>();
  for (const block of blocks) {
    if (block.table?.row !== 0) continue;
    if (block.tokens.some((token) => VERDICT_HEADERS.has(token.norm))) tables.add(block.table.table);
  }
  return tables;
}

/** The column of facts in a table of myths, or a statement whose verdict is "right": what stands there is the writer's. */
export function statesFacts(cell: AnalyzedBlock, blocks: readonly AnalyzedBlock[]): boolean {
  const header = cell.table?.columnHeader;
  if (isConfirmedCell(cell, blocks)) return true;
  return (
    header !== undefined &&
    /^(?:the )?(?:facts?|truth|reality|what (?:we know|holds|is true|is so))\b/iu.test(blocks[header]!.text.trim())
  );
}
