import type { Terminology } from '../../terminology/terminology.js';
import type { Place } from '../claim-place.js';

/**
 * Whether a value is another than the one that a word for a blood value ("hypercalcemia") speaks of: what treatment makes
 * of it, what brought it about, what somebody feared, or what the urine holds while the word is of the blood. Such a word
 * stands beside other values more often than beside its own.
 */
export function isOtherValue(
  { claim, between, before, value, isSubjectBehind, subject }: Place,
  terminology: Terminology,
) {
  if (claim.relation !== 'level' && claim.relation !== 'has') return false;
  if (subject === undefined || terminology.concept(claim.subject.conceptId ?? '')?.kind !== LAB_FINDING) return false;
  if (TREATED.test(between) || ACTED_ON.test(value) || FELT.test(between)) return true;
  if (isSubjectBehind) return BRINGS_ABOUT.test(between) || ACTED_ON.test(`${lastWords(before)} ${value}`);
  return COMES_OF.test(between) || MAY.test(value);
}

function lastWords(text: string): string {
  return text.split(/\s+/u).slice(-2).join(' ');
}

const LAB_FINDING = 'lab-finding';
const TREATED =
  /\b(?:until|till|treat(?:ed|ing|ment|s)?|therapy|cured?|better|over|gone|corrected|correcting|overshoot\w*|went away|should|must|so that|in order|before|later|keep|keeps|prevent(?:s|ed)?|avoid(?:s|ed)?)\b/iu;
const ACTED_ON =
  /\b(?:(?:should|must|can|may|could|has to|have to|needs? to|to) be (?:\p{L}+ )?(?:lowered|raised|brought|kept|corrected|reduced|increased|high|low|normal)|(?:lower|lowers|lowered|lowering|reduce|reduces|raise|raises|raising|increase|increases|correct|corrects|keep|keeps) (?:the|your|a|her|his|blood|serum))\b/iu;
const BRINGS_ABOUT =
  /\b(?:leads?|led|leading|cause[sd]?|causing|results?|ends?|brings?|triggers?|gives rise|goes? with|before|then|followed)\b/iu;
const COMES_OF =
  /\b(?:because|comes? (?:about|from|of)|caused|due|results? (?:from|when)|follows?|arises?|develops?|through|brought on|so that the body|makes? up for|helps?|try|tries)\b/iu;
const FELT = /\b(?:panick\w*|fear\w*|afraid|worr\w+|thought|believed|second|moment)\b/iu;
/** "The urine may hold much calcium" besides. */
const MAY = /\b(?:may|might|can)\b/iu;
