import absoluteClaim from './absolute-claim.js';
import avoidedTerm from './avoided-term.js';
import countMismatch from './count-mismatch.js';
import disrespectfulWording from './disrespectful-wording.js';
import eponymForm from './eponym-form.js';
import hardToRead from './hard-to-read.js';
import inconsistentTerm from './inconsistent-term.js';
import invalidDirective from './invalid-directive.js';
import mislabeledClass from './mislabeled-class.js';
import mislabeledType from './mislabeled-type.js';
import missingReviewDate from './missing-review-date.js';
import misspelledEnglish from './misspelled-english.js';
import misspelledTerm from './misspelled-term.js';
import nonstandardClassification from './nonstandard-classification.js';
import plainWord from './plain-word.js';
import unexplainedAbbreviation from './unexplained-abbreviation.js';
import unsafeDose from './unsafe-dose.js';
import unusedDirective from './unused-directive.js';
import wrongRelation from './wrong-relation.js';
import wrongWord from './wrong-word.js';
import type { Rule } from './rule.js';

/** Every rule, in the order of the documentation: words, statements, terms, style, doses, page, directives. */
export const allRules: readonly Rule[] = [
  misspelledEnglish,
  misspelledTerm,
  wrongWord,
  mislabeledType,
  mislabeledClass,
  wrongRelation,
  nonstandardClassification,
  countMismatch,
  avoidedTerm,
  eponymForm,
  inconsistentTerm,
  unexplainedAbbreviation,
  absoluteClaim,
  unsafeDose,
  disrespectfulWording,
  plainWord,
  hardToRead,
  missingReviewDate,
  invalidDirective,
  unusedDirective,
];
