import { matchPlaces } from '../claims/phrases/attribute-match.js';
import { maySayKind } from '../claims/facts/kind-frames.js';
import type { Discourse } from '../claims/subjects/discourse.js';
import type { PhraseKind } from '../claims/phrases/phrase-matches.js';
import type { AnalyzedBlock } from '../document.js';
import type { Sentence, Token } from '../language/token.js';
import type { AttributeName, AttributeTelling, PhrasePlaces } from '../terminology/terminology.js';

/** How the data words what a phrase says. */
export interface Wording {
  readonly kind: PhraseKind;
  /** What the data asks for beside the phrase stands in its sentence; undefined where it asks for nothing. */
  readonly isCued: boolean | undefined;
}

export interface SayablePhrase {
  readonly wording: Wording;
  readonly phrase: { readonly attribute: string; readonly value: string };
  /** Its first token and the one behind its last. */
  readonly from: number;
  readonly to: number;
}

export const PHRASE_KINDS: readonly PhraseKind[] = [
  'attribute',
  'meaning',
  'name',
  'anywhere',
  'telling',
  'grade',
  'origin',
];

/**
 * The phrases of the data that stand in the block, those of several parts where the first one does.
 * @param counts whether a phrase that gives an attribute a value is looked at
 */
export function phrasesSayable(
  block: AnalyzedBlock,
  discourse: Discourse,
  counts: (attribute: string, value: string) => boolean,
): readonly SayablePhrase[] {
  const matches = discourse.phrasesIn(block.index);
  const found: SayablePhrase[] = [];
  const { tokens } = block;
  for (const kind of PHRASE_KINDS) {
    for (const { phrase, at, to } of matches[kind]) {
      const { attribute, value, parts, ordered, isKind } = phrase as Partial<Worded>;
      if (attribute === undefined || value === undefined || !counts(attribute, value)) continue;
      const sentence = block.sentences.find((one) => one.firstToken <= at && at < one.endToken);
      if (sentence === undefined) continue;
      if (isKind === true && !maySayKind(block, sentence, at, to)) continue;
      const last = endOfParts(parts ?? [], ordered !== false, tokens, to, sentence);
      const wording = new LazyWording(kind, () => {
        if (last < 0) return false;
        if (kind === 'name') return isNameCued(phrase as AttributeName, tokens, sentence);
        return kind === 'telling' ? isAsked(phrase as AttributeTelling, tokens, sentence) : undefined;
      });
      found.push({
        wording,
        phrase: { attribute, value },
        from: at,
        to: last - at > LONGEST ? to : Math.max(to, last),
      });
    }
  }
  return found;
}

/** What stands beside a phrase is looked for where something could be said with it, which is seldom. */
class LazyWording implements Wording {
  readonly kind: PhraseKind;
  readonly #look: () => boolean | undefined;
  #looked = false;
  #isCued: boolean | undefined;

  constructor(kind: PhraseKind, look: () => boolean | undefined) {
    this.kind = kind;
    this.#look = look;
  }

  get isCued(): boolean | undefined {
    if (!this.#looked) {
      this.#isCued = this.#look();
      this.#looked = true;
    }
    return this.#isCued;
  }
}

interface Worded {
  readonly attribute: string;
  readonly value: string;
  readonly parts: readonly PhrasePlaces[];
  readonly ordered: boolean;
  readonly isKind: true;
}

/** In tokens. */
const LONGEST = 14;

/** The token behind the last of the parts that follow the first one; -1 where one of them is not there. */
function endOfParts(
  parts: readonly PhrasePlaces[],
  isOrdered: boolean,
  tokens: readonly Token[],
  behindFirst: number,
  sentence: Sentence,
): number {
  let last = behindFirst;
  for (const part of parts.slice(1)) {
    const end = find(part, tokens, isOrdered ? last : sentence.firstToken, sentence.endToken);
    if (end < 0) return -1;
    last = Math.max(last, end);
  }
  return last;
}

/** The token behind the first place where the words stand; -1 where they do not. */
function find(places: PhrasePlaces, tokens: readonly Token[], from: number, to: number): number {
  for (let at = from; at < to; at++) {
    const end = matchPlaces(tokens, places, at, to);
    if (end > at) return end;
  }
  return -1;
}

function isNameCued(name: AttributeName, tokens: readonly Token[], sentence: Sentence): boolean | undefined {
  if (name.untied) return undefined;
  const isThere = (places: PhrasePlaces | undefined): boolean =>
    places !== undefined && find(places, tokens, sentence.firstToken, sentence.endToken) >= 0;
  return (
    [name.ties, name.acts, name.cues].some((group) => group.some(isThere)) ||
    name.frames.some(({ before, after, earlier, later, beside }) =>
      [before, after, ...earlier, ...later, ...beside].every((places) => places === undefined || isThere(places)),
    )
  );
}

function isAsked({ asks }: AttributeTelling, tokens: readonly Token[], sentence: Sentence): boolean | undefined {
  if (asks.length === 0) return undefined;
  return asks.some((places) => find(places, tokens, sentence.firstToken, sentence.endToken) >= 0);
}
