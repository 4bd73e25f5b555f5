import { InvalidArgumentError } from 'commander';
import { nearestName } from '../../engine/src/index.js';

/** Reads a flag that takes one of some words. */
export function choiceOf<Choice extends string>(what: string, choices: readonly Choice[]): (value: string) => Choice {
  return (value) => {
    const choice = choices.find((one) => one === value);
    if (choice !== undefined) return choice;
    throw new InvalidArgumentError(`Unknown ${what}${didYouMean(value, choices)} Known: ${choices.join(', ')}.`);
  };
}

/** How a complaint about an unknown name goes on. */
export function didYouMean(value: string, names: readonly string[]): string {
  const meant = nearestName(value.toLowerCase(), names);
  return meant === undefined ? '.' : `; did you mean ${meant}?`;
}

/** Reads a flag that takes a whole number from 0. */
export function readCount(value: string): number {
  if (!/^\d+$/u.test(value)) throw new InvalidArgumentError('Write a whole number, 0 or more.');
  return Number(value);
}
