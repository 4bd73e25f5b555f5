/**
 * British and American spellings of one word. Medical stems follow rules; the rest is a short list. A word that
 * both spell alike has no twin.
 */
export function toBritish(word: string): string | undefined {
  return twin(word, TO_BRITISH);
}

export function toAmerican(word: string): string | undefined {
  return twin(word, TO_AMERICAN);
}

type Rule = readonly [pattern: RegExp, replacement: string];

/** American to British. The first rule that fits a place is applied; several rules may apply to one word. */
const TO_BRITISH: readonly Rule[] = [
  [/(?<!a)emia(s|l)?$/u, 'aemia$1'],
  [/(?<!a)emic$/u, 'aemic'],
  [/^hem(?=a|o(?!rroid-))/u, 'haem'],
  [/(?<=[a-z])hem(?=o|at)(?!ot|ic)/u, 'haem'],
  [/(?<!o)edema/u, 'oedema'],
  [/(?<!o)esophag/u, 'oesophag'],
  [/(?<!o)estrogen/u, 'oestrogen'],
  [/\b(fet)(?=us|al)/u, 'foet'],
  [/diarrhea/u, 'diarrhoea'],
  [/rrhea$/u, 'rrhoea'],
  [/dyspnea/u, 'dyspnoea'],
  [/apnea/u, 'apnoea'],
  [/celiac/u, 'coeliac'],
  [/ischem/u, 'ischaem'],
  [/anesth/u, 'anaesth'],
  [/(?<!a)pediatr/u, 'paediatr'],
  [/orthoped/u, 'orthopaed'],
  [/gynec/u, 'gynaec'],
  [/etiolog/u, 'aetiolog'],
  [/leukem/u, 'leukaem'],
  [/uremi/u, 'uraemi'],
  [/uremic$/u, 'uraemic'],
  [/feces$/u, 'faeces'],
  [/fecal$/u, 'faecal'],
  [/cecum$/u, 'caecum'],
  [/cecal$/u, 'caecal'],
  [/(?<!a)esthesia/u, 'aesthesia'],
  [/^cesar/u, 'caesar'],
  [/sulf/u, 'sulph'],
  [/tumor(?!i|al)/u, 'tumour'],
  [/color(?!e|a|i)/u, 'colour'],
  [/(behavi|lab|hum|od|flav|harb|vap|rum|neighb)or(?=$|s$|ed$|al$|ing$)/u, '$1our'],
  [/aluminum/u, 'aluminium'],
  [/fiber/u, 'fibre'],
  [/center/u, 'centre'],
  [/(millim|centim|kilom|^m)eter/u, '$1etre'],
  [/(^|[a-z])liter/u, '$1litre'],
  [/caliber/u, 'calibre'],
  [/analog$/u, 'analogue'],
  [/analogs$/u, 'analogues'],
  [/(paraly|analy|dialy|hydroly|cataly)z/u, '$1s'],
  [/(?<=[a-z]{3})iz(?=e$|ed$|es$|er$|ers$|ing$|ation$|ations$)/u, 'is'],
  [/morphea/u, 'morphoea'],
  [/mold/u, 'mould'],
  [/gray/u, 'grey'],
  [/vulvar$/u, 'vulval'],
  [/(pill|swell|label|travel|cancel|model|channel)ed$/u, '$1led'],
  [/(label|travel|cancel|model|channel)ing$/u, '$1ling'],
  [/program$/u, 'programme'],
].map(([pattern, replacement]) => [pattern as RegExp, replacement as string]);

const TO_AMERICAN: readonly Rule[] = [
  [/aemi/u, 'emi'],
  [/haem/u, 'hem'],
  [/oedem/u, 'edem'],
  [/oesoph/u, 'esoph'],
  [/oestr/u, 'estr'],
  [/foet/u, 'fet'],
  [/rrhoea/u, 'rrhea'],
  [/pnoea/u, 'pnea'],
  [/coeliac/u, 'celiac'],
  [/ischaem/u, 'ischem'],
  [/anaesth/u, 'anesth'],
  [/aesthe/u, 'esthe'],
  [/paediatr/u, 'pediatr'],
  [/orthopaed/u, 'orthoped'],
  [/gynaec/u, 'gynec'],
  [/aetiolog/u, 'etiolog'],
  [/faec/u, 'fec'],
  [/caec/u, 'cec'],
  [/caesar/u, 'cesar'],
  [/sulph/u, 'sulf'],
  [/tumour/u, 'tumor'],
  [/colour/u, 'color'],
  [/(behavi|lab|hum|od|flav|harb|vap|rum|neighb)our/u, '$1or'],
  [/aluminium/u, 'aluminum'],
  [/fibre/u, 'fiber'],
  [/centre/u, 'center'],
  [/(millim|centim|kilom|^m)etre/u, '$1eter'],
  [/litre/u, 'liter'],
  [/calibre/u, 'caliber'],
  [/analogue/u, 'analog'],
  [/(paraly|analy|dialy|hydroly|cataly)s(?=e$|ed$|es$|ing$|er$)/u, '$1z'],
  [/(?<=[a-z]{3})is(?=e$|ed$|es$|er$|ers$|ing$|ation$|ations$)/u, 'iz'],
  [/morphoea/u, 'morphea'],
  [/mould/u, 'mold'],
  [/grey/u, 'gray'],
  [/vulval$/u, 'vulvar'],
  [/(label|travel|cancel|model|channel)led$/u, '$1ed'],
  [/(label|travel|cancel|model|channel)ling$/u, '$1ing'],
  [/programme$/u, 'program'],
];

/** Words in -ise that Americans spell so too, and words that a rule would spoil. */
const NO_TWIN = new Set(
  'exercise exercised exercises exercising advise advised advises advising rise rises arise arises raise raised raises raising disease diseased diseases premise promise promised promises comprise comprised comprises surprise surprised surprises precise concise excise excised excises excising incise incised incises incising otherwise likewise wise revise revised revises revising supervise supervised televise improvise franchise compromise compromised compromises noise bruise bruised bruises cruise praise size sized sizes prize seize seized seizes seizing capsize paradise expertise treatise demise enterprise merchandise anise devise devised academic endemic epidemic pandemic polemic systemic totemic chemic alchemic premium seminar thematic schematic scheme themes'.split(
    ' ',
  ),
);

function twin(word: string, rules: readonly Rule[]): string | undefined {
  const lower = word.toLowerCase();
  if (NO_TWIN.has(lower)) return undefined;
  let made = lower;
  for (const [pattern, replacement] of rules) made = made.replace(pattern, replacement);
  if (made === lower) return undefined;
  if (word === word.toUpperCase() && word.length > 1) return made.toUpperCase();
  return word.charAt(0) === word.charAt(0).toUpperCase() && word.charAt(0) !== word.charAt(0).toLowerCase()
    ? made.charAt(0).toUpperCase() + made.slice(1)
    : made;
}
