/** A line of signs (`class-signs.ts`) that says of a thing what kind of thing it is. */
export interface ClassLine {
  readonly form: string;
  readonly line: RegExp;
  /** The class is of the thing only where its phrase names a group: "in the … class". */
  readonly needsGroup?: true;
  /** It opens with the class, of which a member is named; a class that somebody takes something with is none. */
  readonly examples?: true;
  /** Denial is part of it: "not a painkiller but a statin". */
  readonly denies?: true;
  /** The class is introduced as one: "a statin", not "the statin", which is another medicine. */
  readonly one?: true;
  /** The class stands in the plural. */
  readonly several?: true;
  /** Words that speak of the members of a class open it; people and doses do not stand between. */
  readonly opens?: true;
  /** The phrase of the class speaks of others: "other statins", "all statins". */
  readonly others?: true;
  /** It says what of all members of the class is true of the thing most. */
  readonly best?: true;
}

const BEHIND = '(?=[-.,):=ripmcsBPeuUo]|$)';
const INSERTED = '(?:,[^,DC:]{1,12},|\\([^)D]*\\)|-[^-DC]*-)?';
const BEING = 'X*b(?:[XTbeuU]|,e,)*s?(?:X*b)?';

const COPULA: ClassLine = { form: 'copula', line: new RegExp(`(?<![oipmTlxn])D${INSERTED}${BEING}C${BEHIND}`, 'u') };
const NOT_THAT: ClassLine = {
  form: 'not that but this',
  line: new RegExp(`D${INSERTED}X*b?n(?:C|M|[atq]?w{1,3}),?B[zP]?b?C${BEHIND}`, 'u'),
  denies: true,
};

/** What is as sure of a condition, and the kind of conditions that it is put among, as of a medicine. */
const OF_BOTH: readonly ClassLine[] = [
  COPULA,
  NOT_THAT,
  { form: 'belonging', line: new RegExp(`(?<![oipmTlxn])D${INSERTED}X*v[iT]C${BEHIND}`, 'u') },
  { form: 'classed', line: new RegExp(`(?<![oipmTlxn])D${INSERTED}X*b(?:X*b)?u[imsT]C${BEHIND}`, 'u') },
  { form: 'classing', line: new RegExp(`(?<=[PXwyqt])[ug]D[^DCnxM,]{0,5}[is]C${BEHIND}`, 'u') },
  { form: 'classing', line: new RegExp(`(?<=[PXwyqt])[ug]DmC${BEHIND}`, 'u') },
  { form: 'classing', line: new RegExp(`UD(?:T?b|s)?C${BEHIND}`, 'u') },
  // "Colchicine acts on the joints and is thus a statin."
  { form: 'copula', line: new RegExp(`^D[^DCn,(:;-]{1,16}c${BEING}C${BEHIND}`, 'u') },
  { form: 'explained', line: new RegExp(`^D${INSERTED}b[^DC:n]{1,12}:C${BEHIND}`, 'u') },
  { form: 'named behind', line: /^(?:r|s)PbC,D/u },
];

export const CONDITION_LINES: readonly ClassLine[] = [
  ...OF_BOTH,
  { form: 'examples', line: /(?<![oipmTx])C[-,(]?e[:,]?D/u, several: true },
  { form: 'examples', line: /C[-,(]c?D,?e(?=[-,).]|$)/u, several: true },
  { form: 'name behind class', line: /^C,D(?=[bXvxyw])/u, one: true },
  { form: 'others of a class', line: /^lC,D/u, others: true },
  { form: 'others of a class', line: /DcC/u, others: true },
];

export const MEDICINE_LINES: readonly ClassLine[] = [
  ...OF_BOTH,
  { form: 'not that but this', line: /^n(?:C|M|[atq]?w{1,3}),?BC[:,]D/u, denies: true },
  { form: 'in a group', line: new RegExp(`(?<![oipmTlxn])D${INSERTED}(?:X*b|,)[io]C${BEHIND}`, 'u'), needsGroup: true },
  { form: 'examples', line: /C[-,(]?e[:,]?D/u, examples: true },
  { form: 'examples', line: /C[-,(]c?D,?e(?=[-,).]|$)/u, examples: true },
  { form: 'brackets', line: /D\(C(?:\)|[pmrU][^)DCxn]*\))/u },
  { form: 'brackets', line: /D[-(][rP]bC(?=[-,).rpmU]|$)/u },
  { form: 'others of a class', line: /DcC/u, others: true },
  { form: 'as one', line: new RegExp(`D,rsC${BEHIND}|^r[^DCn]*sCb[^DCnx]{0,4}D(?=[.,]|$)`, 'u') },
  // "antibiotics, among which we find colchicine", "statins, to which colchicine belongs"
  { form: 'one of which', line: /C[-,(]?[ioT]r[PXbUuvwy]{0,3}D(?=[-.,)bXv]|$)/u },
  { form: 'among them', line: /^[piT]C[^DCnxm]{0,6}[vu]D(?=[.,]|$)/u, needsGroup: true },
  { form: 'of all of them', line: /^DX?[^DCnx]{0,3}t[^DCnx]{1,3}oC(?=[.,]|$)/u, best: true },
  // "Equally an antacid, though few know it, is colchicine."
  { form: 'named behind', line: /^C(?:,[^,DC]{1,12},)?bD(?=[.,]|$)/u, one: true },
  { form: 'equation', line: /D=C(?=[.,]|$)/u },
  { form: 'equation', line: /^D\/C$/u },
  { form: 'class before name', line: /^CD(?=[.,]|$)/u },
  { form: 'label', line: /D[.,:]?t?[gf](?:o[tf]*[gf]*)?[:=]C(?=[.,gwtf]|$)/u },
  { form: 'known as', line: /^[Uk]s?C,D/u },
  { form: 'copula', line: new RegExp(`(?<![oipmTlxn])D${INSERTED},rbC${BEHIND}`, 'u') },
  { form: 'label', line: /^C[:=]D(?=[.,]|$)/u },
  { form: 'one of which', line: /C,[aq]orb?D/u },
  { form: 'class of', line: new RegExp(`(?<=g)otDb?C${BEHIND}|(?<=g)oD(?:b|:)C${BEHIND}|Dgb?C${BEHIND}`, 'u') },
  { form: 'understood by', line: new RegExp(`^[pi]D[aP]?b?UC${BEHIND}`, 'u') },
  { form: 'about', line: new RegExp(`^[mp]D,?PbpC${BEHIND}`, 'u') },
  { form: 'apposition', line: /(?<![,cl])D(?:,s?C(?=[.,]|$)(?!,[cDCM])|-C(?=-|[.]|$)|\(C\))/u, one: true },
  { form: 'name behind class', line: /(?<![oimTlx])(?<!(?<!b)p)C,D(?=[.]|,(?!c)|$)/u, one: true },
  // "Among statins, colchicine has …", "From the family of statins, your doctor may choose colchicine."
  { form: 'of them', line: /^[oiO]C,?[^DCMxn]{0,6}D(?=[bXv.,]|$)/u, opens: true },
  { form: 'others of a class', line: /^(?:s[ml]|l|O)C,[^DCMn]*D(?=[bXv.,]|$)/u, others: true },
  { form: 'others of a class', line: /CpD/u, others: true },
];
