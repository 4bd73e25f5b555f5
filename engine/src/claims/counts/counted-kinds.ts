import type { ConceptKind } from '../../terminology/source-format.js';
import type { Terminology } from '../../terminology/terminology.js';
import type { CountedHead } from './counted-heads.js';
import type { ListedItems } from './counted-items.js';
import type { Element } from '../sentences/elements.js';
import { TYPE_WORDS } from '../sentences/lexicon.js';

/**
 * Whether the items of a list name what is counted: medicines of the class, genes, tests. One word among several of them
 * may be a name that the terminology does not know.
 */
export function isListOfNoun(
  { items }: ListedItems,
  head: Pick<CountedHead, 'noun' | 'conceptId'>,
  terminology: Terminology,
): boolean {
  const others = items.filter((item) => !item.some((element) => isOneOf(element, head, terminology)));
  if (others.length === 0) return true;
  const other = others[0]!.filter(({ norm }, at) => at > 0 || (norm !== 'a' && norm !== 'an'));
  return others.length === 1 && items.length > 2 && other.length === 1 && other[0]!.mention === undefined;
}

/** Whether a name is that of one of the things counted. */
export function isOneOf(
  { mention, norm }: Element,
  head: Pick<CountedHead, 'noun' | 'conceptId'>,
  terminology: Terminology,
): boolean {
  const id = mention?.conceptId ?? mention?.readings[0]?.conceptId;
  if (TYPE_WORDS.has(head.noun ?? '')) {
    return (
      terminology.memberOf(id ?? '') !== undefined ||
      terminology.classifications.some(({ members }) => members.some(({ name }) => name === norm))
    );
  }
  if (id === undefined) return false;
  if (head.conceptId !== undefined) return id !== head.conceptId && terminology.isA(id, head.conceptId);
  return KINDS.get(head.noun ?? '')?.has(terminology.concept(id)!.kind) === true;
}

/** The noun counts glands, organs, places: anything in the body is one by its kind. */
export function isPartOfBody(
  { noun, conceptId }: Pick<CountedHead, 'noun' | 'conceptId'>,
  terminology: Terminology,
): boolean {
  return KINDS.get(noun ?? '')?.has('anatomy') === true || terminology.concept(conceptId ?? '')?.kind === 'anatomy';
}

/** The kinds of concepts that a noun counts. */
const KINDS: ReadonlyMap<string, ReadonlySet<ConceptKind>> = kindsByNoun([
  ['genes', ['gene', 'protein']],
  ['proteins hormones', ['protein', 'substance']],
  ['glands organs tissues joints places sites', ['anatomy']],
  ['minerals salts substances elements compounds ingredients', ['substance', 'drug', 'drug-class']],
  [
    'medicines medications drugs agents treatments therapies options remedies choices alternatives products',
    ['drug', 'drug-class', 'procedure'],
  ],
  [
    'tests scans examinations investigations images tools methods techniques pictures',
    ['lab-test', 'imaging', 'procedure'],
  ],
  ['operations procedures approaches', ['procedure', 'drug', 'drug-class']],
  [
    'features signs symptoms findings complaints hallmarks problems complications letters manifestations conditions disorders diseases illnesses syndromes things words parts',
    ['sign', 'symptom', 'complication', 'disease', 'form', 'type', 'process', 'lab-finding'],
  ],
  [
    'causes triggers reasons risks factors sources examples instances',
    ['cause', 'disease', 'drug', 'drug-class', 'form', 'procedure'],
  ],
  ['processes mechanisms', ['process', 'type']],
  ['specialists doctors experts physicians', ['profession']],
]);

function kindsByNoun(
  groups: readonly (readonly [nouns: string, kinds: readonly ConceptKind[]])[],
): ReadonlyMap<string, ReadonlySet<ConceptKind>> {
  return new Map(groups.flatMap(([nouns, kinds]) => nouns.split(' ').map((noun) => [noun, new Set(kinds)] as const)));
}
