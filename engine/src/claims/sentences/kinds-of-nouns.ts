import type { ConceptKind } from '../../terminology/source-format.js';

export const kinds = (...names: ConceptKind[]): ReadonlySet<ConceptKind> => new Set(names);

export const CONDITIONS = kinds('disease', 'form', 'type', 'process', 'lab-finding', 'sign', 'complication', 'symptom');
const SUBSTANCES = kinds('protein', 'lab-test', 'drug', 'drug-class', 'substance');
const MEDICINES = kinds('drug', 'drug-class');
const CARE = kinds('procedure', 'imaging', 'drug', 'drug-class');
const TESTS = kinds('lab-test', 'imaging', 'procedure', 'stain');
const PICTURES = kinds('imaging', 'procedure', 'device');
const MINERALS = kinds('substance', 'sign', 'disease', 'form');
/** Of these statements are made. */
export const STATED_OF = kinds(
  'disease',
  'type',
  'form',
  'drug',
  'drug-class',
  'imaging',
  'procedure',
  'lab-test',
  'lab-finding',
  'protein',
  'gene',
  'stain',
  'organism',
  'device',
  'process',
);
/** Nouns that take up a thing, "this hormone", "the tablet", with the kinds that the thing may be of. */
export const KINDS_OF_NOUNS: ReadonlyMap<string, ReadonlySet<ConceptKind>> = new Map(
  (
    [
      ['hormone protein molecule messenger factor substance compound enzyme vitamin signal', SUBSTANCES],
      ['medicine medicines drug drugs pill pills tablet tablets agent agents capsule shot', MEDICINES],
      ['treatment treatments procedure procedures operation surgery therapy method methods technique', CARE],
      ['test tests assay level levels value values number figure result marker stain dye', TESTS],
      ['scan scans picture pictures image images machine scanner device examination', PICTURES],
      ['disease disorder condition illness syndrome form type variant kind ailment complaint problem sign', CONDITIONS],
      ['crystal crystals mineral salt material chalk deposit deposits lump lumps mass masses', MINERALS],
      ['gland glands organ organs tissue layer', kinds('anatomy')],
      ['gene genes', kinds('gene')],
    ] as const
  ).flatMap(([nouns, of]) => nouns.split(' ').map((noun) => [noun, of] as const)),
);
