import type { CompiledConcept } from '../../../engine/src/index.js';

type Kind = CompiledConcept['kind'];

/** What a group of concepts of a kind is called, in the order in which groups are shown: what is written about first. */
const TITLES: Readonly<Record<Kind, string>> = {
  type: 'Types',
  form: 'Forms',
  disease: 'Diseases',
  drug: 'Medicines',
  'drug-class': 'Classes of medicines',
  procedure: 'Procedures',
  'lab-test': 'Laboratory tests',
  'lab-finding': 'Laboratory findings',
  imaging: 'Imaging',
  sign: 'Signs',
  symptom: 'Symptoms',
  complication: 'Complications',
  cause: 'Causes',
  process: 'Processes',
  anatomy: 'Anatomy',
  substance: 'Substances',
  protein: 'Proteins',
  gene: 'Genes',
  organism: 'Organisms',
  device: 'Devices',
  stain: 'Stains',
  measure: 'Measures',
  term: 'Other terms',
  profession: 'Professions',
};

/** All kinds in the order in which they are shown. */
export const KINDS = Object.keys(TITLES) as readonly Kind[];

/** The heading over concepts of a kind. */
export function kindTitle(kind: Kind): string {
  return TITLES[kind];
}

/** Names as readers look for them: capitals and accents do not count. */
export function byName(a: string, b: string): number {
  const [first, second] = [a.toLowerCase(), b.toLowerCase()];
  return first < second ? -1 : first > second ? 1 : 0;
}
