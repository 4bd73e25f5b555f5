import type { ClaimParty } from '../claim.js';
import { CAUSE_CUES, type Cue } from '../sentences/lexicon.js';

/** Words and kinds that the reader of causes goes by. */

/** Kinds that have causes, levels and tissues. */
export const CONDITION_KINDS = new Set(['disease', 'type', 'form', 'process', 'lab-finding', 'sign']);
/** Kinds that can be a cause. */
export const CAUSE_KINDS = new Set([
  'disease',
  'type',
  'form',
  'process',
  'lab-finding',
  'cause',
  'procedure',
  'device',
  'drug',
  'drug-class',
  'substance',
  'sign',
  'complication',
]);

export const DETERMINERS = new Set(
  'the a an any no its their main common usual likely possible underlying these those other one known many several exact'.split(
    ' ',
  ),
);
export const CUES_BY_FIRST_WORD = new Map<string, Cue[]>();
for (const cue of CAUSE_CUES) {
  const known = CUES_BY_FIRST_WORD.get(cue.words[0]!);
  if (known === undefined) CUES_BY_FIRST_WORD.set(cue.words[0]!, [cue]);
  else known.push(cue);
}

export const CAUSE_NOUNS = new Set('cause causes trigger triggers reasons culprits'.split(' '));
/** Nouns that open a list of causes; the last ones only with "behind". */
export const LIST_NOUNS = new Set(
  'causes triggers reasons culprits conditions diseases disorders illnesses'.split(' '),
);
export const AFTER_LABEL = new Set(
  ', and or / ; : cause causes known trigger triggers the a an after from in by due to with because of caused follows following mostly mainly usually often typically e g . for example'.split(
    ' ',
  ),
);

export const HEDGES = new Set(
  'again some few minority sometimes occasionally rarely seldom exceptionally might could unless except exception possible possibly if whether'.split(
    ' ',
  ),
);
export const HAVING = new Set('with have has had show shows by of from because having means is :'.split(' '));
export const ORDER: Readonly<Record<string, 0 | 1>> = { former: 0, first: 0, latter: 1, second: 1 };
export const AFTER_OBJECT = new Set('in for with during among at on to within around near'.split(' '));
/** "… because lupus and injuries were ruled out": what is named is not there. */
export const RULED_OUT = new Set('ruled excluded absent missing lacking unlikely improbable'.split(' '));
/** "in the absence of any injury" */
export const ABSENCE = new Set(['absence', 'lack', 'without']);
export const OTHERS = new Set('one another other some rare'.split(' '));
export const RELATIVES = new Set('which where whom whose'.split(' '));
export const PEOPLE = new Set(
  'people patients children adults women men those babies newborns infants persons anyone somebody someone anybody'.split(
    ' ',
  ),
);
export const STOPS_OBJECTS = new Set(
  'occurs occur happens happen develops develop appears appear forms which that can may might will would should is was are were but though although because treat treats treated treatment diagnosed not and/or if unless causes cause leads lead helps help shows'.split(
    ' ',
  ),
);

/** "the cause of": what follows is the condition, not the cause. */
export function isNounCue({ relation, words }: Cue): boolean {
  if (relation === 'caused-by') return false;
  return words[words.length - 1] === 'of' || words[words.length - 1] === 'for' || words.includes('the');
}

/** A cue that ends a lead-in with nothing after it: its list names the objects. */
export interface OpenCause {
  readonly subject: ClaimParty;
  readonly cue: Cue;
  readonly denied: boolean;
}
/** What a list below is asked for: "What can bring on …:", "These may lead to …:". */
export const OPEN_SUBJECTS = new Set(['what', 'these', 'which', 'things', 'following', 'the']);

/** What is low or high in something where the blood need not be. */
export const EATEN = new Set('diet diets meal meals food foods drink drinks milk snack snacks menu'.split(' '));
