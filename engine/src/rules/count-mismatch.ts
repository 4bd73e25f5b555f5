import type { CountedList } from '../claims/counts/counted-lists.js';
import type { DivisionStatement } from '../claims/divisions/classification-claims.js';
import { namedBesideOthers } from '../claims/counts/list-of-others.js';
import type { AnalyzedDocument } from '../document.js';
import { overlaps, type ProseSpan } from '../text/span.js';
import { areNamedLater } from './support/named-later.js';
import { defineRule, type ReportFix } from './rule.js';

const NUMBER_WORDS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

export default defineRule({
  id: 'count-mismatch',
  summary: 'A number of things that is not the number of things listed.',
  rationale: '“Three types: a, b, c and d” leaves the reader to guess whether the number or the list is wrong.',
  category: 'claims',
  severity: 'error',
  severities: ['error'],
  since: '0.1.0',
  fixable: 'review',
  healthWritingOnly: false,
  reads: 'section',
  sources: ['reiter2011'],
  messages: { mismatch: '“{{number}}”, but {{named}} are named: {{names}}.' },
  examples: [
    {
      text: 'There are three types of calcinosis cutis: dystrophic, metastatic, iatrogenic, and idiopathic.',
      reports: ['three types'],
    },
    {
      text: 'There are four types of calcinosis cutis: dystrophic, metastatic, iatrogenic, and idiopathic.',
      reports: [],
    },
    {
      text: 'Two bisphosphonates have been tried: alendronate, pamidronate, and zoledronic acid.',
      reports: ['Two bisphosphonates'],
    },
    { text: 'Two bisphosphonates have been tried, such as alendronate, pamidronate, and others.', reports: [] },
  ],
  check({ document, report }) {
    const judged = document.divisions.filter((division) => mayJudge(division, document));
    for (const division of judged) {
      const { numberSpan, number } = division;
      const names = namesOf(division, document);
      if (names === undefined || names.length === number) continue;
      if (tellsRightNumber(division.block, numberSpan!, names.length, document)) continue;
      const place = { block: division.block, span: numberSpan! };
      if (names.length < number! && areNamedLater(place, names.length, document)) continue;
      const written = textAt(division.block, numberSpan!, document);
      report({
        at: place,
        message: 'mismatch',
        data: {
          number: written,
          named: NUMBER_WORDS[names.length] ?? names.length,
          names: names.join(', '),
        },
        conceptId: division.of,
        fixes: [numberFix(written, names.length)],
      });
    }
    for (const list of document.countedLists) {
      if (
        list.attribution !== 'writer' ||
        list.counts.includes(list.number) ||
        tellsRightNumber(list.block, list.span, list.names.length, document) ||
        judged.some((division) => isOfSame(list, division)) ||
        (list.names.length < list.number && areNamedLater(list, list.names.length, document))
      ) {
        continue;
      }
      const written = textAt(list.block, list.span, document);
      report({
        at: { block: list.block, span: list.span },
        message: 'mismatch',
        data: {
          number: written,
          named: NUMBER_WORDS[list.names.length] ?? list.names.length,
          names: list.names.join(', '),
        },
        fixes: [numberFix(written, list.names.length)],
      });
    }
  },
});

/** "She announced three types and then put four on the slide: …": the number of the list stands between them. */
function tellsRightNumber(block: number, span: ProseSpan, right: number, document: AnalyzedDocument): boolean {
  const { sentences, text } = document.blocks[block]!;
  const sentence = sentences.find((one) => one.span.start <= span.start && span.end <= one.span.end);
  const rest = text.slice(span.end, sentence?.span.end).split(':', 1)[0]!;
  const isGiven = text.slice(span.end, sentence?.span.end).includes(':');
  return isGiven && new RegExp(`(?<!\\p{L})(?:${NUMBER_WORDS[right] ?? right}|${right})(?!\\p{L})`, 'iu').test(rest);
}

/** The number and the list of a division can be compared: both are the writer's, and the list is all there is. */
function mayJudge(division: DivisionStatement, document: AnalyzedDocument): boolean {
  if (division.attribution !== 'writer' || division.number === undefined || division.numberSpan === undefined) {
    return false;
  }
  const named = division.members;
  // A list with items that were not understood may hold a type more, or none.
  if (
    (!division.complete && division.ofOthers !== true) ||
    named.length < 2 ||
    named.some((member) => member.is === 'unknown')
  ) {
    return false;
  }
  // Fewer names in the sentence than the number says may be the first of a longer text: only a list is complete.
  const { text } = document.blocks[division.block]!;
  // "the six types (dystrophic, …, calciphylaxis)": a bracket that closes is a list that is over.
  const isBracketed = text[named.at(-1)!.span.end] === ')' && !division.fromList;
  return named.length >= division.number || division.fromList || isBracketed || text.includes(' and ');
}

/** The members by name, and before them the one that they are the others beside. */
function namesOf(division: DivisionStatement, document: AnalyzedDocument): readonly string[] | undefined {
  const { block, numberSpan, members, ofOthers } = division;
  const names = members.map(({ name }) => name);
  if (ofOthers !== true) return names;
  const own = namedBesideOthers(document.blocks[block]!, numberSpan!, members[0]!.span.start);
  return own === undefined ? undefined : [...own, ...names];
}

function isOfSame(list: CountedList, division: DivisionStatement): boolean {
  return list.block === division.block && overlaps(list.span, division.numberSpan!);
}

function textAt(block: number, span: ProseSpan, document: AnalyzedDocument): string {
  return document.blocks[block]!.text.slice(span.start, span.end);
}

/** The number that fits the list, written as the text writes its own. */
function numberFix(written: string, count: number): ReportFix {
  const first = /^\S+/u.exec(written)![0];
  const word = NUMBER_WORDS[count] ?? String(count);
  const isCapital = /^\p{Lu}/u.test(first);
  const text = /^\d/u.test(first) ? String(count) : isCapital ? word.charAt(0).toUpperCase() + word.slice(1) : word;
  return { title: `Write \`${text}\` if the list is right`, grade: 'review', text: text + written.slice(first.length) };
}
