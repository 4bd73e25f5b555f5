import * as l10n from '@vscode/l10n';
import type { CompiledConcept } from '../../../engine/src/index.js';

type Kind = CompiledConcept['kind'];

/** A kind in words, alone and as the heading over concepts of it. */
interface KindWords {
  readonly one: () => string;
  readonly many: () => string;
}

/** In the order in which groups are shown: what is written about first. Asked for when they are shown, in the writer's language. */
const WORDS: Readonly<Record<Kind, KindWords>> = {
  type: { one: () => l10n.t('type'), many: () => l10n.t('Types') },
  form: { one: () => l10n.t('form'), many: () => l10n.t('Forms') },
  disease: { one: () => l10n.t('disease'), many: () => l10n.t('Diseases') },
  drug: { one: () => l10n.t('drug'), many: () => l10n.t('Medicines') },
  'drug-class': { one: () => l10n.t('drug class'), many: () => l10n.t('Classes of medicines') },
  procedure: { one: () => l10n.t('procedure'), many: () => l10n.t('Procedures') },
  'lab-test': { one: () => l10n.t('laboratory test'), many: () => l10n.t('Laboratory tests') },
  'lab-finding': { one: () => l10n.t('laboratory finding'), many: () => l10n.t('Laboratory findings') },
  imaging: { one: () => l10n.t('imaging'), many: () => l10n.t('Imaging') },
  sign: { one: () => l10n.t('sign'), many: () => l10n.t('Signs') },
  symptom: { one: () => l10n.t('symptom'), many: () => l10n.t('Symptoms') },
  complication: { one: () => l10n.t('complication'), many: () => l10n.t('Complications') },
  cause: { one: () => l10n.t('cause'), many: () => l10n.t('Causes') },
  process: { one: () => l10n.t('process'), many: () => l10n.t('Processes') },
  anatomy: { one: () => l10n.t('anatomy'), many: () => l10n.t('Anatomy') },
  substance: { one: () => l10n.t('substance'), many: () => l10n.t('Substances') },
  protein: { one: () => l10n.t('protein'), many: () => l10n.t('Proteins') },
  gene: { one: () => l10n.t('gene'), many: () => l10n.t('Genes') },
  organism: { one: () => l10n.t('organism'), many: () => l10n.t('Organisms') },
  device: { one: () => l10n.t('device'), many: () => l10n.t('Devices') },
  stain: { one: () => l10n.t('stain'), many: () => l10n.t('Stains') },
  measure: { one: () => l10n.t('measure'), many: () => l10n.t('Measures') },
  term: { one: () => l10n.t('term'), many: () => l10n.t('Other terms') },
  profession: { one: () => l10n.t('profession'), many: () => l10n.t('Professions') },
};

/** All kinds in the order in which they are shown. */
export const KINDS = Object.keys(WORDS) as readonly Kind[];

/** The heading over concepts of a kind. */
export function kindTitle(kind: Kind): string {
  return WORDS[kind].many();
}

/** The kind of a concept, in words. */
export function kindInWords(kind: Kind): string {
  return WORDS[kind].one();
}

/** Names as readers look for them: capitals and accents do not count. */
export function byName(a: string, b: string): number {
  const [first, second] = [a.toLowerCase(), b.toLowerCase()];
  return first < second ? -1 : first > second ? 1 : 0;
}
