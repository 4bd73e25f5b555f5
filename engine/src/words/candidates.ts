import { soundKey, spellingCost } from './costs.js';
import { IS_FREQUENT, ORIGIN_FORM, ORIGIN_MASK, ORIGIN_TERMINOLOGY, ORIGIN_WORDNET } from './format.js';

/** A medical word that a written one may be meant to be. */
export interface RankedCandidate {
  readonly word: string;
  readonly cost: number;
  /** Cost less what speaks for the word. */
  readonly score: number;
  readonly flags: number;
}

export function rankedCandidate(word: string, sound: string, near: string, flags: number): RankedCandidate {
  const cost = spellingCost(word, near);
  const origin = flags & ORIGIN_MASK;
  const prior =
    (origin === ORIGIN_TERMINOLOGY ? 0.3 : origin === ORIGIN_WORDNET ? 0.05 : origin === ORIGIN_FORM ? 0 : 0.15) +
    ((flags & IS_FREQUENT) !== 0 ? 0.15 : 0);
  const sounds = soundKey(near) === sound ? 0.25 : 0;
  return { word: near, cost, score: cost - prior - sounds, flags };
}

export function originOf(candidate: RankedCandidate): number {
  return candidate.flags & ORIGIN_MASK;
}

/** How far a word may be from its candidate; measured on real misspellings and polished text. */
export function limitOf(word: string, candidate: RankedCandidate, named: boolean): number {
  const length = word.length;
  const base =
    length <= 4
      ? 0.55
      : length === 5
        ? 0.75
        : length === 6
          ? 1
          : length <= 8
            ? 1.5
            : length <= 10
              ? 1.9
              : length <= 13
                ? 2.3
                : 2.7;
  const origin = originOf(candidate);
  return (
    base *
    (origin === ORIGIN_TERMINOLOGY ? 1.15 : origin === ORIGIN_FORM || origin === ORIGIN_WORDNET ? 0.75 : 1) *
    (named ? 0.55 : 1)
  );
}

/** hypo- for hyper- and -ate for -ide make another word: only a very cheap slip is one. */
export function isRiskySwap(word: string, meant: string, cost: number): boolean {
  if (cost <= 0.5) return false;
  // New enzymes and medicines are named every year: a whole one with such an ending is no slip.
  if (cost > 0.85 && PRODUCTIVE.test(word) && PRODUCTIVE.exec(word)![0] === PRODUCTIVE.exec(meant)?.[0]) return true;
  if (cost > 0.85 && PRODUCTIVE.test(word) && !PRODUCTIVE.test(meant)) return true;
  for (const [a, b] of RISKY_PREFIXES) {
    if ((word.startsWith(a) && meant.startsWith(b)) || (word.startsWith(b) && meant.startsWith(a))) return true;
  }
  for (const [a, b] of RISKY_ENDINGS) {
    if ((word.endsWith(a) && meant.endsWith(b)) || (word.endsWith(b) && meant.endsWith(a))) return true;
  }
  return false;
}

const PRODUCTIVE = /(?:ase|mab|nib|cept|porin|ostin|stim|tide|vir|ciclib|gliptin|gliflozin|calcemic|phosphonate)$/u;
const RISKY_PREFIXES = [
  ['hypo', 'hyper'],
  ['micro', 'macro'],
  ['inter', 'intra'],
  ['ante', 'anti'],
  ['pre', 'pro'],
  ['per', 'pre'],
  ['ab', 'ad'],
  ['endo', 'ecto'],
  ['supra', 'infra'],
] as const;
const RISKY_ENDINGS = [
  ['ate', 'ide'],
  ['ite', 'ate'],
  ['ide', 'ine'],
  ['ase', 'ose'],
  ['ectomy', 'otomy'],
  ['ostomy', 'otomy'],
  ['ium', 'ide'],
] as const;
