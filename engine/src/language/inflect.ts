/**
 * Plural forms of an English, Greek or Latin noun, the usual one first. Empty where the word has none or is a
 * plural already.
 */
export function pluralForms(word: string): string[] {
  const lower = word.toLowerCase();
  if (lower.length < 3 || /(?:ss|[^s]s)$/u.test(lower) === false) {
    for (const [ending, make] of SINGULAR_ENDINGS) {
      if (ending.test(lower)) return make(word);
    }
    return [`${word}s`];
  }
  for (const [ending, make] of ENDINGS_IN_S) if (ending.test(lower)) return make(word);
  if (/ss$/u.test(lower)) return [`${word}es`];
  return [];
}

const cut = (word: string, length: number, ending: string): string => word.slice(0, word.length - length) + ending;

const ENDINGS_IN_S: readonly (readonly [RegExp, (word: string) => string[]])[] = [
  [/itis$/u, (word) => [cut(word, 1, 'des'), `${word}es`]],
  [/(?:os|as|es|ax|ys|xis|lys|phys|dys|ops|aps|id|ept|eps|iss)is$/u, (word) => [cut(word, 2, 'es')]],
  [
    /nucleus$|bacillus$|thrombus$|embolus$|calculus$|alveolus$|villus$|fungus$|stimulus$|coccus$/u,
    (word) => [cut(word, 2, 'i')],
  ],
  [/(?:virus|sinus|fetus|foetus|uterus|lupus|plexus|meatus)$/u, (word) => [`${word}es`]],
];

const SINGULAR_ENDINGS: readonly (readonly [RegExp, (word: string) => string[]])[] = [
  [
    /(?:carcin|granul|lymph|fibr|xanth|aden|lip|hemat|haemat|mel|sarc|my|pilomatric|neur|angi|gli|blast|papill|ather|ost|oste|chondr|pilomatrix)oma$/u,
    (word) => [`${word}s`, `${word}ta`],
  ],
  [
    /(?:bursa|vertebra|fibula|papula|macula|axilla|fistula|scapula|bulla|sequela|trachea|maxilla|petechia|ulna|vena|lamina)$/u,
    (word) => [`${word}e`, `${word}s`],
  ],
  [
    /(?:bacterium|ovum|labium|epithelium|endothelium|diverticulum|septum|serum|ilium|atrium)$/u,
    (word) => [cut(word, 2, 'a')],
  ],
  [/(?:phenomenon|ganglion|criterion|mitochondrion)$/u, (word) => [cut(word, 2, 'a')]],
  [/(?:append|cerv|mat|cortex|vert|ind|cal)(?:ix|ex)$/u, (word) => [cut(word, 2, 'ices'), `${word}es`]],
  [
    /(?:thorax|pharynx|larynx|phalanx)$/u,
    (word) => [/ax$/u.test(word) ? cut(word, 1, 'ces') : cut(word, 1, 'ges'), `${word}es`],
  ],
  [/[^aeiou]y$/u, (word) => [cut(word, 1, 'ies')]],
  [/(?:x|z|ch|sh)$/u, (word) => [`${word}es`]],
  [/foot$/u, (word) => [cut(word, 4, 'feet')]],
  [/tooth$/u, (word) => [cut(word, 5, 'teeth')]],
];

/** Plural forms of a term: of its head, which stands before "of" or at the end. */
export function pluralTerms(term: string): string[] {
  const of = / (?:of|in|due to|with) /u.exec(term);
  if (of !== null) {
    const head = term.slice(0, of.index);
    return pluralTerms(head).map((plural) => plural + term.slice(of.index));
  }
  const match = /^(.*?)([\p{L}’']+)$/u.exec(term);
  if (match === null) return [];
  return pluralForms(match[2]!).map((plural) => match[1]! + plural);
}
