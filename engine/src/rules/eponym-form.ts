import type { AnalyzedBlock, AnalyzedDocument } from '../document.js';
import type { Token } from '../language/token.js';
import { normalizePhrase } from '../language/tokenize.js';
import type { CompiledEponym } from '../terminology/compiled.js';
import type { Locale } from '../terminology/source-format.js';
import { proseSpan, type ProseSpan } from '../text/span.js';
import { defineRule, type ReportFix, type RuleContext } from './rule.js';
import { eponymFinderOf, type EponymForm, type EponymUse, type NameInEponym } from './support/eponyms.js';
import { standingOf, type Standing } from './support/standing.js';
import { isSetInTitleCase, onOneLine } from './support/wording.js';

type MessageId = 'misspelled' | 'bare' | 'bareAlone' | 'possessive' | 'plain' | 'neverPossessive';

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
  reads: 'document',
  yieldsTo: ['avoided-term'],
  sources: [
    'AMA Manual of Style, 11th edition, 15.2 Nonpossessive Form',
    'https://service-manual.nhs.uk/content/punctuation',
    'https://service-manual.nhs.uk/content/a-to-z-of-nhs-health-writing',
  ],
  messages: {
    misspelled: '“{{written}}”: write “{{expected}}”. The name is “{{name}}”.',
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
    const finder = eponymFinderOf(terminology.compiled.eponyms);
    const blocks = document.lists.where(finder.isUsedIn);
    const withNoun = blocks.flatMap((block) =>
      finder.usesIn(block).flatMap((use) => (use.noun === undefined ? [] : [{ ...use, noun: use.noun, block }])),
    );
    reportWithNoun(context, withNoun);
    const named = new Set(withNoun.flatMap((use) => use.names.map((name) => name.eponym.name)));
    for (const block of blocks) {
      for (const use of finder.usesIn(block)) {
        if (use.noun === undefined) reportAlone(context, block, use.names[0]!, named);
      }
    }
  },
});

interface Use extends EponymUse {
  readonly block: AnalyzedBlock;
  readonly noun: NonNullable<EponymUse['noun']>;
}

/**
 * A bare s is reported wherever it stands. A form against a house style that nobody chose is reported once per
 * name: the writer may keep to the other style throughout.
 */
function reportWithNoun(context: RuleContext<MessageId>, uses: readonly Use[]): void {
  const completed = new Set(uses.filter((use) => isCompleted(use)).map((use) => use.names[0]!.eponym));
  const told = new Set<string>();
  for (const use of uses) {
    const wrong =
      use.names.find(isWrongEverywhere) ?? use.names.find((name) => isAgainstStyle(use.block, name, context.style));
    if (wrong === undefined || isPartOfName(use)) continue;
    const span = spanOf(use);
    const standing = standingOf(context.document, use.block, span);
    if (standing === 'mentioned' || (standing !== 'running' && !isWrongEverywhere(wrong))) continue;
    if (!isWrongEverywhere(wrong) && !context.styleIsChosen) {
      if (told.has(wrong.eponym.name)) continue;
      told.add(wrong.eponym.name);
    }
    const complete = completed.has(wrong.eponym) ? undefined : completionOf(use);
    reportUse(context, use, wrong, standing, complete);
  }
}

function isWrongEverywhere({ form, misspelled }: NameInEponym): boolean {
  return form === 'bare' || misspelled === true;
}

function reportUse(
  { document, style, styleIsChosen, report }: RuleContext<MessageId>,
  use: Use,
  wrong: NameInEponym,
  standing: Standing,
  complete: string | undefined,
): void {
  const { block } = use;
  const span = spanOf(use);
  const nounEdit = isWrongEverywhere(wrong) ? editOfNoun(use) : [];
  const edits = [...use.names.flatMap((name) => editOfName(document, block, name, style)), ...nounEdit];
  const written = block.text.slice(span.start, span.end);
  const expected = onOneLine(applied(written, span.start, edits));
  const isSafe = standing === 'running' && wrong.misspelled !== true && (wrong.form === 'bare' || styleIsChosen);
  const fixes: ReportFix[] = [
    { title: `Replace with \`${expected}\``, grade: isSafe ? 'safe' : 'review', edits: edits.map(toEdit(block)) },
  ];
  if (complete !== undefined) {
    const end = proseSpan(span.end, span.end);
    fixes.push({
      title: `Replace with \`${expected} ${complete}\``,
      grade: 'review',
      edits: [...edits.map(toEdit(block)), { at: { block: block.index, span: end }, text: ` ${complete}` }],
    });
  }
  report({
    at: { block: block.index, span },
    message: messageOf(wrong, style),
    data: {
      name: wrong.eponym.name,
      written: onOneLine(written),
      expected,
      completion:
        complete === undefined
          ? ''
          : ` If that is what is meant, say “${expected} ${complete}”: the name alone has more than one meaning.`,
    },
    severity: standing !== 'running' ? 'hint' : isWrongEverywhere(wrong) ? 'error' : styleIsChosen ? 'warning' : 'hint',
    ...(wrong.eponym.conceptId === undefined ? {} : { conceptId: wrong.eponym.conceptId }),
    fixes,
    reason: { text: wrong.misspelled === true ? REASON_OF_NAME : REASONS[wrong.form], sources: wrong.eponym.sources },
  });
}

function messageOf({ form, misspelled, eponym }: NameInEponym, style: Locale): MessageId {
  if (misspelled === true) return 'misspelled';
  if (form === 'bare') return 'bare';
  if (eponym.neverPossessive === true) return 'neverPossessive';
  return style === 'us' ? 'possessive' : 'plain';
}

/** From the first name to the noun, without a possessive ending of the noun. */
function spanOf({ block, names, noun }: Use): ProseSpan {
  const last = block.tokens[noun.endToken - 1]!;
  return proseSpan(block.tokens[names[0]!.firstToken]!.span.start, last.span.end - last.possessive.length);
}

const REASON_OF_NAME = 'A name is found only where it is spelled as the person spelled it.';

const REASONS: Readonly<Record<EponymForm, string>> = {
  bare: 'The s of a possessive needs its apostrophe.',
  possessive: 'US medical style leaves the possessive out of names of diseases.',
  plain: 'NHS style keeps the possessive in names of diseases.',
};

/**
 * A name with a bare s and no noun: only where it cannot be a family or a place. Somebody has it, or the document
 * names the disease with its noun elsewhere.
 */
function reportAlone(
  context: RuleContext<MessageId>,
  block: AnalyzedBlock,
  name: NameInEponym,
  namedWithNoun: ReadonlySet<string>,
): void {
  if (name.form !== 'bare' || name.misspelled === true || isSetInTitleCase(block)) return;
  const token = block.tokens[name.firstToken]!;
  const before = block.tokens[name.firstToken - 1];
  const after = block.tokens[name.endToken];
  if (
    !/^\p{Lu}\p{Ll}/u.test(token.text) ||
    before?.norm === 'the' ||
    (after !== undefined && after.kind === 'word' && /^\p{Lu}/u.test(after.text))
  ) {
    return;
  }
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
const PEOPLE = new Set(
  'people person persons patient patients someone anyone everyone those child children adult adults man men woman women living diagnosed'.split(
    ' ',
  ),
);

function isAgainstStyle(block: AnalyzedBlock, name: NameInEponym, style: Locale): boolean {
  if (name.eponym.neverPossessive === true || style === 'us') return name.form === 'possessive';
  // A small letter is no name: "is still disease free".
  return name.form === 'plain' && /^\p{Lu}/u.test(block.tokens[name.endToken - 1]!.text);
}

/** Part of the name of an organization or a work: Alzheimer's Disease International. */
function isPartOfName({ block, names, noun }: Use): boolean {
  if (!/^\p{Lu}/u.test(block.tokens[noun.firstToken]!.text)) return false;
  for (let index = noun.endToken; index < Math.min(noun.endToken + 4, block.tokens.length); index++) {
    const token = block.tokens[index]!;
    if (ORGANIZATION.has(token.norm) && /^\p{Lu}/u.test(token.text)) return true;
    if (index === noun.endToken && token.kind === 'word' && /^\p{Lu}/u.test(token.text) && !isSetInTitleCase(block)) {
      return true;
    }
  }
  for (let index = names[0]!.firstToken - 1; index >= Math.max(0, names[0]!.firstToken - 3); index--) {
    if (ORGANIZATION.has(block.tokens[index]!.norm) && /^\p{Lu}/u.test(block.tokens[index]!.text)) return true;
  }
  return false;
}

const ORGANIZATION = new Set(
  'society foundation association trust alliance center centre institute institutes international network research clinic council federation charity organization organisation coalition project initiative support'.split(
    ' ',
  ),
);

interface ProseEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * The name in the form of the style; nothing where it has it. Only the ending is touched, since markup may stand
 * before it: "**Down**'s".
 */
function editOfName(document: AnalyzedDocument, block: AnalyzedBlock, name: NameInEponym, style: Locale): ProseEdit[] {
  const last = block.tokens[name.endToken - 1]!;
  const nameToken = last.kind === 'word' ? last : block.tokens[name.endToken - 2]!;
  if (name.misspelled === true || (name.form === 'bare' && hasLostAccents(nameToken, name.eponym))) {
    return [rewrittenName(document, block, name, style)];
  }
  const endOfName = nameToken.span.end - nameToken.possessive.length - (name.form === 'bare' ? 1 : 0);
  const bare = block.text.slice(nameToken.span.start, endOfName);
  const isLowerCase =
    name.endToken - name.firstToken === 1 && /^\p{Ll}/u.test(bare) && /^\p{Lu}/u.test(name.eponym.name);
  const capital = isLowerCase
    ? [{ start: nameToken.span.start, end: nameToken.span.start + 1, text: bare.charAt(0).toUpperCase() }]
    : [];
  const possessive = style === 'uk' && name.eponym.neverPossessive !== true ? possessiveOf(document, bare) : '';
  return block.text.slice(endOfName, last.span.end) === possessive
    ? capital
    : [...capital, { start: endOfName, end: last.span.end, text: possessive }];
}

/** The whole name anew. A style that nobody chose leaves the possessive as it is. */
function rewrittenName(
  document: AnalyzedDocument,
  block: AnalyzedBlock,
  { eponym, form, firstToken, endToken }: NameInEponym,
  style: Locale,
): ProseEdit {
  const first = block.tokens[firstToken]!;
  const isCapitals = /^\P{Ll}{2,}$/u.test(first.text);
  const name = isCapitals ? eponym.name.toUpperCase() : eponym.name;
  const isPossessive = style === 'uk' && eponym.neverPossessive !== true && form !== 'plain';
  const text = isPossessive ? name + possessiveOf(document, name) : name;
  return { start: first.span.start, end: block.tokens[endToken - 1]!.span.end, text };
}

/** "Lofgrens": what has to be changed anyway gets its accents back. */
function hasLostAccents({ norm }: Token, { name }: CompiledEponym): boolean {
  return /[^\u0000-\u007f]/u.test(name) && norm === `${normalizePhrase(name)}s`;
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
function editOfNoun({ block, noun }: Use): ProseEdit[] {
  if (block.kind === 'heading' || block.kind === 'front-matter' || isSetInTitleCase(block)) return [];
  const start = block.tokens[noun.firstToken]!.span.start;
  const end = block.tokens[noun.endToken - 1]!.span.end;
  const written = block.text.slice(start, end);
  return /^\p{Lu}\p{Ll}/u.test(written) ? [{ start, end, text: written.toLowerCase() }] : [];
}

/** "of bone", where the name alone means more than one thing and the words do not say which. */
function completionOf(use: Use): string | undefined {
  const { block, names, noun } = use;
  const complete = names.length === 1 ? names[0]!.eponym.complete : undefined;
  if (
    complete === undefined ||
    isCompleted(use) ||
    block.tokens[noun.endToken]?.norm === 'of' ||
    block.tokens[noun.endToken - 1]!.possessive !== ''
  ) {
    return undefined;
  }
  const first = names[0]!.firstToken;
  const isInLongerTerm = block.mentions.some(
    (mention) =>
      mention.firstToken <= first &&
      mention.endToken >= noun.endToken &&
      mention.endToken - mention.firstToken > noun.endToken - first,
  );
  if (isInLongerTerm) return undefined;
  const written = block.tokens[noun.firstToken]!.text;
  return written === written.toUpperCase() ? complete.toUpperCase() : complete;
}

function isCompleted({ block, names, noun }: Use): boolean {
  const { complete } = names[0]!.eponym;
  if (complete === undefined) return false;
  const words = normalizePhrase(complete).split(' ');
  const own = block.tokens.slice(noun.firstToken, noun.endToken + words.length).map((token) => token.norm);
  return own.join(' ').includes(` ${words.join(' ')}`);
}

function applied(written: string, offset: number, edits: readonly ProseEdit[]): string {
  let text = written;
  for (const edit of [...edits].sort((a, b) => b.start - a.start)) {
    text = text.slice(0, edit.start - offset) + edit.text + text.slice(edit.end - offset);
  }
  return text;
}

function toEdit(
  block: AnalyzedBlock,
): (edit: ProseEdit) => { at: { block: number; span: ReturnType<typeof proseSpan> }; text: string } {
  return (edit) => ({ at: { block: block.index, span: proseSpan(edit.start, edit.end) }, text: edit.text });
}
