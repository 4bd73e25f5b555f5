import type { AnalyzedBlock, AnalyzedDocument } from '../document.js';
import type { Severity } from '../findings/finding.js';
import type { Locale } from '../terminology/source-format.js';
import { proseSpan } from '../text/span.js';
import { defineRule, type ReportFix, type RuleContext } from './rule.js';
import { EponymFinder, type EponymForm, type EponymUse, type NameInEponym } from './support/eponyms.js';
import { standingOf } from './support/standing.js';
import { isSetInTitleCase } from './support/wording.js';

type MessageId = 'bare' | 'bareAlone' | 'possessive' | 'plain' | 'neverPossessive';

export default defineRule<MessageId>({
  id: 'eponym-form',
  summary: 'A disease named after a person, written in a form that the house style does not use.',
  rationale:
    'A name with an s and no apostrophe is wrong in every style. Whether the apostrophe stands at all is a matter of house style: US medical style leaves it out, NHS style keeps it. One page in two styles looks unedited, and a search for one form misses the other.',
  category: 'style',
  severity: 'warning',
  severities: ['error', 'warning', 'hint'],
  since: '0.1.0',
  fixable: 'safe',
  healthWritingOnly: false,
  yieldsTo: ['avoided-term'],
  sources: ['AMA Manual of Style, 11th edition, 15.2 Nonpossessive Form', 'https://service-manual.nhs.uk/content/punctuation', 'https://service-manual.nhs.uk/content/a-to-z-of-nhs-health-writing'],
  messages: {
    bare: '“{{written}}”: write “{{expected}}”. The s without an apostrophe is wrong in every style.{{completion}}',
    bareAlone: '“{{written}}”: write “{{expected}}”. Where the noun is left out, the name keeps its apostrophe.',
    possessive: '“{{written}}”: US medical style writes “{{expected}}”, without the possessive.{{completion}}',
    plain: '“{{written}}”: NHS style writes “{{expected}}”, with the possessive.{{completion}}',
    neverPossessive: '“{{written}}”: write “{{expected}}”. This name is not possessive in any style.{{completion}}',
  },
  examples: [
    { text: 'She has Downs syndrome.', reports: ['Downs syndrome'] },
    { text: 'She has Down syndrome.', reports: [] },
    { text: "She has Down's syndrome.", reports: [], style: 'uk' },
  ],
  check(context) {
    const { document, terminology } = context;
    if (terminology.compiled.eponyms.length === 0) return;
    const finder = new EponymFinder(terminology.compiled.eponyms);
    const uses = document.blocks.map((block) => finder.usesIn(block));
    const namedWithNoun = new Set(uses.flat().flatMap((use) => (use.noun === undefined ? [] : use.names.map((name) => name.eponym.name))));
    for (const block of document.blocks) {
      for (const use of uses[block.index]!) {
        if (use.noun === undefined) reportAlone(context, block, use.names[0]!, namedWithNoun);
        else reportWithNoun(context, block, use, use.noun);
      }
    }
  },
});

function reportWithNoun(context: RuleContext<MessageId>, block: AnalyzedBlock, use: EponymUse, noun: NonNullable<EponymUse['noun']>): void {
  const { document, style, styleIsChosen } = context;
  const wrong = use.names.find((name) => name.form === 'bare') ?? use.names.find((name) => isAgainstStyle(block, name, style));
  if (wrong === undefined || isPartOfName(block, use, noun)) return;
  const first = use.names[0]!;
  const span = proseSpan(block.tokens[first.firstToken]!.span.start, block.tokens[noun.endToken - 1]!.span.end - block.tokens[noun.endToken - 1]!.possessive.length);
  const standing = standingOf(document, block, span);
  if (standing === 'mentioned' || (standing !== 'running' && wrong.form !== 'bare')) return;
  const edits = use.names.flatMap((name) => editOfName(document, block, name, style));
  const nounEdit = wrong.form === 'bare' ? editOfNoun(block, noun) : undefined;
  const all = nounEdit === undefined ? edits : [...edits, nounEdit];
  const written = block.text.slice(span.start, span.end);
  const expected = applied(written, span.start, all);
  const severity: Severity = standing !== 'running' ? 'hint' : wrong.form === 'bare' ? 'error' : styleIsChosen ? 'warning' : 'hint';
  const complete = completionOf(block, use, noun);
  const fixes: ReportFix[] = [
    { title: `Replace with \`${expected}\``, grade: standing === 'running' && (wrong.form === 'bare' || styleIsChosen) ? 'safe' : 'review', edits: all.map(toEdit(block)) },
  ];
  if (complete !== undefined) {
    const end = proseSpan(span.end, span.end);
    fixes.push({ title: `Replace with \`${expected} ${complete}\``, grade: 'review', edits: [...all.map(toEdit(block)), { at: { block: block.index, span: end }, text: ` ${complete}` }] });
  }
  context.report({
    at: { block: block.index, span },
    message: wrong.form === 'bare' ? 'bare' : wrong.eponym.neverPossessive === true ? 'neverPossessive' : style === 'us' ? 'possessive' : 'plain',
    data: { written, expected, completion: complete === undefined ? '' : ` If that is what is meant, say “${expected} ${complete}”: the name alone has more than one meaning.` },
    severity,
    ...(wrong.eponym.conceptId === undefined ? {} : { conceptId: wrong.eponym.conceptId }),
    fixes,
    reason: { text: REASONS[wrong.form], sources: wrong.eponym.sources },
  });
}

const REASONS: Readonly<Record<EponymForm, string>> = {
  bare: 'The s of a possessive needs its apostrophe.',
  possessive: 'US medical style leaves the possessive out of names of diseases.',
  plain: 'NHS style keeps the possessive in names of diseases.',
};

/**
 * A name with a bare s and no noun: only where it cannot be a family or a place. Somebody has it, or the document
 * names the disease with its noun elsewhere.
 */
function reportAlone(context: RuleContext<MessageId>, block: AnalyzedBlock, name: NameInEponym, namedWithNoun: ReadonlySet<string>): void {
  if (name.form !== 'bare') return;
  const token = block.tokens[name.firstToken]!;
  const before = block.tokens[name.firstToken - 1];
  const after = block.tokens[name.endToken];
  if (!/^\p{Lu}\p{Ll}/u.test(token.text) || before?.norm === 'the' || (after !== undefined && after.kind === 'word' && /^\p{Lu}/u.test(after.text))) return;
  if (!namedWithNoun.has(name.eponym.name) && !isHad(block, name.firstToken)) return;
  const span = proseSpan(token.span.start, token.span.end);
  const standing = standingOf(context.document, block, span);
  if (standing === 'mentioned' || standing === 'title') return;
  const expected = `${token.text.slice(0, -1)}${apostropheOf(context.document)}s`;
  context.report({
    at: { block: block.index, span },
    message: 'bareAlone',
    data: { written: token.text, expected },
    severity: standing === 'quotation' ? 'hint' : 'error',
    ...(name.eponym.conceptId === undefined ? {} : { conceptId: name.eponym.conceptId }),
    fixes: [{ title: `Replace with \`${expected}\``, grade: 'review', text: expected }],
    reason: { text: REASONS.bare, sources: name.eponym.sources },
  });
}

/** "has Parkinsons", "people with Parkinsons". */
function isHad(block: AnalyzedBlock, token: number): boolean {
  const before = block.tokens[token - 1]?.norm ?? '';
  if (HAVING.has(before)) return true;
  return before === 'with' && PEOPLE.has(block.tokens[token - 2]?.norm ?? '');
}

const HAVING = new Set('has have had having get gets got getting'.split(' '));
const PEOPLE = new Set('people person persons patient patients someone anyone everyone those child children adult adults man men woman women living diagnosed'.split(' '));

function isAgainstStyle(block: AnalyzedBlock, name: NameInEponym, style: Locale): boolean {
  if (name.eponym.neverPossessive === true || style === 'us') return name.form === 'possessive';
  // A small letter is no name: "is still disease free".
  return name.form === 'plain' && /^\p{Lu}/u.test(block.tokens[name.endToken - 1]!.text);
}

/** Part of the name of an organization or a work: Alzheimer's Disease International. */
function isPartOfName(block: AnalyzedBlock, use: EponymUse, noun: NonNullable<EponymUse['noun']>): boolean {
  if (!/^\p{Lu}/u.test(block.tokens[noun.firstToken]!.text)) return false;
  for (let index = noun.endToken; index < Math.min(noun.endToken + 4, block.tokens.length); index++) {
    const token = block.tokens[index]!;
    if (ORGANIZATION.has(token.norm) && /^\p{Lu}/u.test(token.text)) return true;
    if (index === noun.endToken && token.kind === 'word' && /^\p{Lu}/u.test(token.text) && !isSetInTitleCase(block)) return true;
  }
  for (let index = use.names[0]!.firstToken - 1; index >= Math.max(0, use.names[0]!.firstToken - 3); index--) {
    if (ORGANIZATION.has(block.tokens[index]!.norm) && /^\p{Lu}/u.test(block.tokens[index]!.text)) return true;
  }
  return false;
}

const ORGANIZATION = new Set(
  'society foundation association trust alliance center centre institute institutes international network research clinic council federation charity organization organisation coalition project initiative support'.split(' '),
);

interface ProseEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The name in the form of the style; nothing where it has it. */
function editOfName(document: AnalyzedDocument, block: AnalyzedBlock, name: NameInEponym, style: Locale): ProseEdit[] {
  const last = block.tokens[name.endToken - 1]!;
  const nameToken = last.kind === 'word' ? last : block.tokens[name.endToken - 2]!;
  const bare = nameToken.text.slice(0, nameToken.text.length - nameToken.possessive.length - (name.form === 'bare' ? 1 : 0));
  const isLowerCase = name.endToken - name.firstToken === 1 && /^\p{Ll}/u.test(bare) && /^\p{Lu}/u.test(name.eponym.name);
  const right = isLowerCase ? name.eponym.name : bare;
  const possessive = style === 'uk' && name.eponym.neverPossessive !== true ? possessiveOf(document, right) : '';
  const text = right + possessive;
  const edit = { start: nameToken.span.start, end: last.span.end, text };
  return block.text.slice(edit.start, edit.end) === text ? [] : [edit];
}

function possessiveOf(document: AnalyzedDocument, name: string): string {
  const apostrophe = apostropheOf(document);
  if (/s$/iu.test(name)) return apostrophe;
  return name.length > 1 && name === name.toUpperCase() ? `${apostrophe}S` : `${apostrophe}s`;
}

/** The apostrophe that the document uses. */
function apostropheOf(document: AnalyzedDocument): string {
  return document.text.includes('’') ? '’' : "'";
}

/** Nouns of diseases have no capital in running text: "Disease" becomes "disease". */
function editOfNoun(block: AnalyzedBlock, noun: NonNullable<EponymUse['noun']>): ProseEdit | undefined {
  if (block.kind === 'heading' || block.kind === 'front-matter' || isSetInTitleCase(block)) return undefined;
  const start = block.tokens[noun.firstToken]!.span.start;
  const end = block.tokens[noun.endToken - 1]!.span.end;
  const written = block.text.slice(start, end);
  if (!/^\p{Lu}\p{Ll}/u.test(written)) return undefined;
  return { start, end, text: written.toLowerCase() };
}

/** "of bone", where the name alone means more than one thing and the text does not say which. */
function completionOf(block: AnalyzedBlock, use: EponymUse, noun: NonNullable<EponymUse['noun']>): string | undefined {
  const complete = use.names.length === 1 ? use.names[0]!.eponym.complete : undefined;
  if (complete === undefined || block.tokens[noun.endToken]?.norm === 'of' || block.tokens[noun.endToken - 1]!.possessive !== '') return undefined;
  const isInLongerTerm = block.mentions.some((mention) => mention.firstToken <= use.names[0]!.firstToken && mention.endToken >= noun.endToken && mention.endToken - mention.firstToken > noun.endToken - use.names[0]!.firstToken);
  if (isInLongerTerm) return undefined;
  return block.tokens[noun.firstToken]!.text === block.tokens[noun.firstToken]!.text.toUpperCase() ? complete.toUpperCase() : complete;
}

function applied(written: string, offset: number, edits: readonly ProseEdit[]): string {
  let text = written;
  for (const edit of [...edits].sort((a, b) => b.start - a.start)) text = text.slice(0, edit.start - offset) + edit.text + text.slice(edit.end - offset);
  return text;
}

function toEdit(block: AnalyzedBlock): (edit: ProseEdit) => { at: { block: number; span: ReturnType<typeof proseSpan> }; text: string } {
  return (edit) => ({ at: { block: block.index, span: proseSpan(edit.start, edit.end) }, text: edit.text });
}
