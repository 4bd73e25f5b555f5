/**
 * The forms that a verb may be met in: "keep", "keeps", "keeping", "kept". Of a verb of several words the first one
 * changes: "hang on to", "hangs on to".
 * @param past how its past is written where that does not follow from the verb: "kept", or "broke" and "broken"
 */
export function verbForms(verb: string, past: readonly string[] = []): string[] {
  const [first = '', ...others] = verb.split(' ');
  const stem = doubledStem(first, past);
  const forms = [
    first,
    thirdPerson(first),
    ...(past.some((form) => form.endsWith('ing'))
      ? []
      : [`${stem.replace(/ie$/u, 'y').replace(/(?<![eoy])e$/u, '')}ing`]),
    ...(past.some((form) => !form.endsWith('ing')) ? [] : [pastOf(first, stem)]),
    ...past,
  ];
  return [...new Set(forms)].map((form) => [form, ...others].join(' '));
}

function thirdPerson(verb: string): string {
  if (/(?:s|x|z|ch|sh)$/u.test(verb) || /[^o]o$/u.test(verb)) return `${verb}es`;
  return /[^aeiou]y$/u.test(verb) ? `${verb.slice(0, -1)}ies` : `${verb}s`;
}

function pastOf(verb: string, stem: string): string {
  if (verb.endsWith('e')) return `${verb}d`;
  return /[^aeiou]y$/u.test(verb) ? `${verb.slice(0, -1)}ied` : `${stem}ed`;
}

/** "stop" as in "stopping": a verb of one syllable doubles its last consonant behind one vowel. */
function doubledStem(verb: string, past: readonly string[]): string {
  const isDoubled =
    /^[^aeiou]*(?:qu)?[aeiou][bdgklmnprt]$/u.test(verb) || past.some((form) => form === `${verb}${verb.slice(-1)}ed`);
  return isDoubled ? verb + verb.slice(-1) : verb;
}
