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

/**
 * Whether a blood level is that of people who were treated: "Surgery cures. Afterwards calcium may be low", "somebody
 * with hypoparathyroidism who takes too much vitamin D may end up with high calcium" do not tell what the disease does.
 */
export function isLevelAfterCare({ claim, sentence, value, between, subject, isSubjectBehind }: Place): boolean {
  if (claim.relation !== 'level' && claim.relation !== 'has') return false;
  if (subject !== undefined && !isSubjectBehind && WHO_TAKES_TOO_MUCH.test(between)) return true;
  return claim.relation === 'level' && AFTER_CARE.test(sentence.slice(0, Math.max(0, sentence.indexOf(value))));
}

const WHO_TAKES_TOO_MUCH =
  /^ ?,? ?(?:who|if (?:they|she|he|you)|when (?:they|she|he)) (?:\p{L}+ )?(?:takes?|took|swallows?|swallowed|gets?|got|received?s?|(?:is|are|was|were) (?:given|treated with|prescribed)) (?:far |much |way )?(?:too (?:much|many|high)|an overdose|more \p{L}+ than)(?!\p{L})/iu;
const AFTER_CARE =
  /^\W*(?:(?:and|but|so) )?(?:afterwards?|(?:in the (?:first )?(?:hours|days|weeks|months) |for (?:some|a few) (?:days|weeks) |soon |shortly |right )?(?:after|following) (?:(?:the|an?|such an?|this|successful|total) )*(?:surgery|operation|parathyroidectomy|removal|transplant(?:ation)?|treatment)|once (?:the (?:gland|adenoma)s? (?:is|are|has been|have been) (?:out|removed|gone)|treatment (?:has|is))|post-?operatively)(?!\p{L})/iu;

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
