/** Verbs of what a treatment or a gland does, by the action that facts name. */
export const ACTIONS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  binds: words(
    'catch',
    'catches',
    'grab',
    'grabs',
    'capture',
    'captures',
    'latch onto',
    'latches onto',
    'stick to',
    'sticks to',
    'bind',
    'binds',
    'binding',
    'soak up',
    'soaks up',
    'trap',
    'traps',
    'mop up',
    'mops up',
  ),
  removes: words(
    'remove',
    'removes',
    'removing',
    'clear',
    'clears',
    'take away',
    'takes away',
    'take out',
    'takes out',
    'get rid of',
    'gets rid of',
    'draw out',
    'draws out',
    'pull out',
    'eliminate',
    'eliminates',
    'wash out',
  ),
  'blocks-absorption': words(
    'inhibit the absorption of',
    'inhibits the absorption of',
    'block the absorption of',
    'blocks the absorption of',
    'prevent the absorption of',
    'prevents the absorption of',
    'stop the absorption of',
    'stops the absorption of',
    'reduce the absorption of',
    'reduces the absorption of',
    'inhibiting the absorption of',
    'blocking the absorption of',
    'preventing the absorption of',
    'stopping the absorption of',
    'reducing the absorption of',
    'keep the body from absorbing',
    'keeps the body from absorbing',
    'stop the body from absorbing',
    'stops the body from absorbing',
    'prevent the body from absorbing',
  ),
  dissolves: words(
    'dissolve',
    'dissolves',
    'dissolving',
    'melt',
    'melts',
    'melt away',
    'melts away',
    'liquefy',
    'liquefies',
  ),
  'breaks-down': words(
    'break down',
    'breaks down',
    'breaking down',
    'break up',
    'breaks up',
    'destroy',
    'destroys',
    'disintegrates',
  ),
};

export const MAKES = words(
  'make',
  'makes',
  'produce',
  'produces',
  'secrete',
  'secretes',
  'release',
  'releases',
  'send out',
  'sends out',
  'pour out',
  'pours out',
  'give off',
  'gives off',
  'turn out',
  'turns out',
  'churn out',
  'churns out',
  'pump out',
  'pumps out',
  'manufacture',
  'manufactures',
);
export const MADE_BY = words(
  'made by',
  'produced by',
  'secreted by',
  'released by',
  'made in',
  'produced in',
  'comes from',
  'come from',
  'secreted in',
  'secreted from',
  'released from',
  'manufactured by',
  'manufactured in',
  'turned out by',
  'a product of',
);
export const TREATS = words(
  'treat',
  'treats',
  'cure',
  'cures',
  'in the treatment of',
  'for the treatment of',
  'used for',
  'given for',
  'prescribed for',
  'fights',
  'fight',
);
export const ONLY_TREATMENT = words(
  'only effective treatment',
  'only treatment',
  'only effective therapy',
  'only therapy',
  'only cure',
  'only effective option',
  'only real treatment',
  'only way to treat',
  'only treatment that works',
  'sole treatment',
);

/** What a verb of these lists begins with. */
export type Verbs = readonly (readonly string[])[];
/** The lists of verbs by the words that open one of them: most clauses have a word of one list, or of none. */
export const VERBS_BY_FIRST_WORD: ReadonlyMap<string, ReadonlySet<Verbs>> = byFirstWord([
  ...Object.values(ACTIONS),
  MAKES,
  MADE_BY,
  TREATS,
  ONLY_TREATMENT,
]);
export const RELATION_VERBS = new Set(VERBS_BY_FIRST_WORD.keys());
export const CONDITIONS = new Set(['if', 'when', 'whenever', 'once']);

function byFirstWord(lists: readonly Verbs[]): ReadonlyMap<string, ReadonlySet<Verbs>> {
  const found = new Map<string, Set<Verbs>>();
  for (const list of lists) {
    for (const [first] of list) found.set(first!, (found.get(first!) ?? new Set<Verbs>()).add(list));
  }
  return found;
}

function words(...phrases: string[]): (readonly string[])[] {
  return phrases.map((phrase) => phrase.split(' '));
}
