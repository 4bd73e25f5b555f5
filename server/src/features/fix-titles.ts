import * as l10n from '@vscode/l10n';

/** What rules call their fixes, and the same in the language of the writer. What stands between backticks stays. */
const TITLES: readonly (readonly [pattern: RegExp, title: (...parts: string[]) => string])[] = [
  [/^Replace with `([^`]+)`$/u, (text) => l10n.t('Replace with `{0}`', text)],
  [/^Replace with `([^`]+)`: (.+)$/u, (text, what) => l10n.t('Replace with `{0}`: {1}', text, what)],
  [/^Write `([^`]+)` everywhere$/u, (text) => l10n.t('Write `{0}` everywhere', text)],
  [/^Write `([^`]+)` if the list is right$/u, (text) => l10n.t('Write `{0}` if the list is right', text)],
  [/^Insert `([^`]+)`$/u, (text) => l10n.t('Insert `{0}`', text)],
  [/^Insert `([^`]+)` and `([^`]+)`$/u, (one, other) => l10n.t('Insert `{0}` and `{1}`', one, other)],
  [/^Add `(.+)` to the front matter$/u, (names) => l10n.t('Add `{0}` to the front matter', names)],
  [
    /^Keep the class and name one of its members, such as `([^`]+)`$/u,
    (member) => l10n.t('Keep the class and name one of its members, such as `{0}`', member),
  ],
  [/^Take (.+) out of the directive$/u, (rules) => l10n.t('Take {0} out of the directive', rules)],
  [/^Take the directive out$/u, () => l10n.t('Take the directive out')],
  [/^Leave the abbreviation out$/u, () => l10n.t('Leave the abbreviation out')],
  [/^Check the dose against the label$/u, () => l10n.t('Check the dose against the label')],
  [/^Write it out in words$/u, () => l10n.t('Write it out in words')],
  [/^Write the date as year-month-day$/u, () => l10n.t('Write the date as year-month-day')],
  [/^Mend the YAML between the two --- lines$/u, () => l10n.t('Mend the YAML between the two --- lines')],
  [/^Say for whom, how often, or how well it works$/u, () => l10n.t('Say for whom, how often, or how well it works')],
  [/^Name the person first, then what they have$/u, () => l10n.t('Name the person first, then what they have')],
  [
    /^Split the longest sentences, and use shorter words where the subject allows$/u,
    () => l10n.t('Split the longest sentences, and use shorter words where the subject allows'),
  ],
];

/** The title of a fix in the language of the writer; as the rule has it where nobody has translated it. */
export function fixTitle(title: string): string {
  for (const [pattern, translated] of TITLES) {
    const match = pattern.exec(title);
    if (match !== null) return translated(...match.slice(1));
  }
  return title;
}
