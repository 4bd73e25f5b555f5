import type { AnalyzedBlock } from '../../document.js';
import { oncePerText } from './once.js';
import { isHyphen, normalizePhrase } from '../../language/tokenize.js';
import type { CompiledEponym } from '../../terminology/compiled.js';

/** `possessive`: Paget's. `plain`: Paget. `bare`: Pagets, with an s and no apostrophe. */
export type EponymForm = 'possessive' | 'plain' | 'bare';

export interface NameInEponym {
  readonly eponym: CompiledEponym;
  readonly form: EponymForm;
  /** Another spelling stands there: Wiener for Winer, Grave's for Graves'. */
  readonly misspelled?: true;
  readonly firstToken: number;
  /** The apostrophe of a name in s ("Graves'") included. */
  readonly endToken: number;
}

/** Names with the noun that they share: "Alzheimer's or Parkinson's disease" has two. */
export interface EponymUse {
  readonly names: readonly NameInEponym[];
  /** Token indexes of the noun; absent where it is left out. */
  readonly noun?: { readonly firstToken: number; readonly endToken: number };
}

/** Finds the eponyms of a block, with their noun or without it, in reading order. */
export class EponymFinder {
  readonly #byFirstNorm = new Map<string, Candidate[]>();

  constructor(eponyms: readonly CompiledEponym[]) {
    for (const eponym of eponyms) {
      const nouns = eponym.nouns.map((noun) => normalizePhrase(noun).split(' ')).sort((a, b) => b.length - a.length);
      this.#learn({ eponym, norms: normalizePhrase(eponym.name).split(' '), nouns, written: 'right' });
      for (const wrong of eponym.misspelled ?? []) {
        this.#learn({ eponym, norms: normalizePhrase(wrong).split(' '), nouns, written: 'wrong' });
      }
      // "Grave's disease": the s belongs to the name.
      if (!eponym.name.endsWith('s')) continue;
      const cut = normalizePhrase(eponym.name.slice(0, -1)).split(' ');
      this.#learn({ eponym, norms: cut, nouns, written: 'cut' });
    }
  }

  readonly usesIn = oncePerText((block) => this.#findIn(block));
  readonly isUsedIn = (block: AnalyzedBlock): boolean => this.usesIn(block).length > 0;

  #findIn(block: AnalyzedBlock): EponymUse[] {
    const uses: EponymUse[] = [];
    for (let index = 0; index < block.tokens.length; index++) {
      const use = this.#useAt(block, index);
      if (use === undefined) continue;
      uses.push(use);
      index = (use.noun ?? use.names[use.names.length - 1]!).endToken - 1;
    }
    return uses;
  }

  #useAt(block: AnalyzedBlock, index: number): EponymUse | undefined {
    const names: NameInEponym[] = [];
    let at = index;
    for (;;) {
      const matches = this.#namesAt(block, at);
      if (matches.length === 0) return names.length === 0 ? undefined : { names: [names[0]!] };
      for (const match of matches) {
        const noun = nounAt(block, match.name.endToken, match.nouns);
        if (noun !== undefined) return { names: [...names, match.name], noun };
      }
      const { name } = matches[0]!;
      names.push(name);
      const next = afterConjunction(block, name.endToken);
      if (next === undefined) return { names: [names[0]!] };
      at = next;
    }
  }

  #namesAt(block: AnalyzedBlock, index: number): { name: NameInEponym; nouns: readonly (readonly string[])[] }[] {
    const norm = block.tokens[index]?.norm;
    if (norm === undefined || norm === '') return [];
    return (this.#byFirstNorm.get(norm) ?? []).flatMap((candidate) => {
      const name = nameAt(block, index, candidate);
      return name === undefined ? [] : [{ name, nouns: candidate.nouns }];
    });
  }

  #learn(candidate: Candidate): void {
    const [first] = candidate.norms as [string];
    this.#add(first, candidate);
    if (candidate.norms.length === 1 && candidate.written !== 'cut') this.#add(`${first}s`, candidate);
  }

  #add(norm: string, candidate: Candidate): void {
    const candidates = this.#byFirstNorm.get(norm);
    if (candidates === undefined) this.#byFirstNorm.set(norm, [candidate]);
    else candidates.push(candidate);
  }
}

interface Candidate {
  readonly eponym: CompiledEponym;
  readonly norms: readonly string[];
  readonly nouns: readonly (readonly string[])[];
  /** `cut`: a name in s without it, which is wrong where an apostrophe and an s follow. */
  readonly written: 'right' | 'wrong' | 'cut';
}

function nameAt(block: AnalyzedBlock, index: number, candidate: Candidate): NameInEponym | undefined {
  const name = formAt(block, index, candidate);
  if (name === undefined || candidate.written === 'right') return name;
  // Small letters are another word: "a grave's", "a wiener".
  if (!/^\p{Lu}/u.test(block.tokens[index]!.text)) return undefined;
  if (candidate.written === 'cut' && name.form !== 'possessive') return undefined;
  return { ...name, misspelled: true };
}

function formAt(block: AnalyzedBlock, index: number, { eponym, norms }: Candidate): NameInEponym | undefined {
  const last = norms.length - 1;
  let at = index;
  for (let part = 0; part < last; part++) {
    if (block.tokens[at]?.norm !== norms[part]) return undefined;
    at++;
    while (at < block.tokens.length && isHyphen(block.tokens[at]!.text)) at++;
  }
  const token = block.tokens[at];
  if (token === undefined || token.kind !== 'word') return undefined;
  const name = { eponym, firstToken: index, endToken: at + 1 };
  if (token.norm === norms[last]) {
    if (token.possessive !== '') return { ...name, form: 'possessive' };
    if (/s$/u.test(token.norm) && isApostropheAfter(block, at + 1)) {
      return { ...name, endToken: at + 2, form: 'possessive' };
    }
    return { ...name, form: 'plain' };
  }
  return token.norm === `${norms[last]!}s` && token.possessive === '' && !isApostropheAfter(block, at + 1)
    ? { ...name, form: 'bare' }
    : undefined;
}

function isApostropheAfter(block: AnalyzedBlock, index: number): boolean {
  const token = block.tokens[index];
  return token !== undefined && token.glued && (token.text === "'" || token.text === '’');
}

function nounAt(block: AnalyzedBlock, index: number, nouns: readonly (readonly string[])[]): EponymUse['noun'] {
  for (const noun of nouns) {
    const fits = noun.every((norm, offset) => {
      const token = block.tokens[index + offset];
      if (token === undefined || token.glued || (token.possessive !== '' && offset < noun.length - 1)) return false;
      return token.norm === norm || (offset === noun.length - 1 && token.norm === `${norm}s`);
    });
    if (fits) return { firstToken: index, endToken: index + noun.length };
  }
  return undefined;
}

/** The token after "and", "or", "," or ", and": where the next name of a list may stand. */
function afterConjunction(block: AnalyzedBlock, index: number): number | undefined {
  let at = index;
  if (block.tokens[at]?.text === ',') at++;
  if (['and', 'or'].includes(block.tokens[at]?.norm ?? '')) at++;
  return at === index ? undefined : at;
}

/** One for a terminology: what it found in a block it still knows in the next version of the document. */
export function eponymFinderOf(eponyms: readonly CompiledEponym[]): EponymFinder {
  let finder = finders.get(eponyms);
  if (finder === undefined) finders.set(eponyms, (finder = new EponymFinder(eponyms)));
  return finder;
}

const finders = new WeakMap<readonly CompiledEponym[], EponymFinder>();
