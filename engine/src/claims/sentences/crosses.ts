/** Signs that say “wrong” of what stands before them, for a class of characters in a regular expression. */
export const CROSSES = '✗✘✖❌❎🚫⛔';
