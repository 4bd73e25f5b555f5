// Imported from here, so that the packages are found beside it.
export * as cspell from 'cspell-lib';
export * as harper from 'harper.js';
export { binaryInlined } from 'harper.js/binaryInlined';
