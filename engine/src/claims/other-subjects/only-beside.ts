import type { ProseSpan } from '../../text/span.js';
import { JUDGED } from '../claim.js';
import type { Statement } from '../attribution/reported-speech.js';

/**
 * Whether a sentence only sets its thing and its value beside each other: as items of one list, as what was found when
 * something else was done, as what is allowed or asked for in it, as a value that needs another explanation.
 *
 * @param text the sentence, in small letters
 * @param value where the value stands in it
 * @param thing where the thing stands in it
 */
export function isOnlyBeside({ relation, form }: Statement, text: string, value: ProseSpan, thing: ProseSpan): boolean {
  const isBehind = thing.end <= value.start;
  const between = isBehind ? text.slice(thing.end, value.start) : text.slice(value.end, thing.start);
  const closing = text.slice(Math.max(value.end, thing.end));
  if (CALLED.test(text.slice(0, thing.start)) && TURNED_OUT.test(text.slice(thing.end))) return true;
  if (ONLY.test(text.slice(0, thing.start)) && REMAINS.test(text.slice(thing.end))) return true;
  const isListed = isBehind && between === ', ' && text.charAt(value.end - 1) === 's';
  if (form === JUDGED && relation === 'has' && isListed && AND_MORE.test(text.slice(value.end))) return true;
  if (form === JUDGED && relation === 'is-a') {
    return (
      (isBehind && OF_SOME.test(between)) ||
      OF_PEOPLE.test(text.slice(value.end)) ||
      AND_THUS.test(between) ||
      FREQUENT_IN.test(between) ||
      isScene(text, value, between)
    );
  }
  if (!LINKING.has(relation ?? '')) return false;
  if (FREQUENT_IN.test(between) || OF_HOUSE.test(text.slice(value.end)) || ONE_IS_WRONG.test(closing)) return true;
  if (isBehind && MET_IN_SOMEBODY.test(between)) return true;
  if (relation === 'level' && THAN_IN_OTHER.test(text.slice(Math.max(value.end, thing.end)))) return true;
  if (!isBehind && CONCEDED.test(text.slice(0, value.start))) return true;
  if (BEING.test(between) && STOPPED.test(text.slice(value.start))) return true;
  // "the patients with dystrophic calcinosis, the dialysis nurses and …"
  if (isBehind && NEXT_ITEM.test(between) && OF_PEOPLE.test(text.slice(value.end))) return true;
  const led = PREPOSITION.exec(text.slice(0, isBehind ? thing.start : value.start));
  const before = led?.[1] ?? led?.[2];
  if (before !== undefined && PARALLEL.exec(between)?.[1] === before) return true;
  if (relation === 'has' && form === 'telling' && isBehind && ITEM_BETWEEN.test(between) && !FINITE.test(text)) {
    return true;
  }
  if (MET_MOST.test(text)) return relation === 'has';
  if (isListedWith(text, value, thing)) return true;
  if (
    isBehind &&
    (DONE_BECAUSE.test(between) ||
      (DONE_WHEN.test(between) && FOUND_THEN.test(closing)) ||
      (/^[^.;]*[:–—]/u.test(between) && DONE_ABOUT_IT.test(closing)))
  ) {
    return true;
  }
  if (!isBehind && OWN_ORIGIN.test(between)) return true;
  return form === 'state' && AS_A_CASE.test(text.slice(0, value.start)) && NEEDS_EXPLAINING.test(closing);
}

/** "Deposits called idiopathic for years turned out to follow injections." */
const CALLED =
  /(?<!\p{L})(?:called|named|labell?ed|thought|taken for|diagnosed as|filed as) (?:to be )?(?:an? |the )?["“‘]?$/u;
const TURNED_OUT =
  /^[^.;:]*(?<!\p{L})(?:turned out|turns out|proved|later|in fact|in truth|at last|in the end|on review|after all)(?!\p{L})/u;

/** "Warfarin is stopped in calciphylaxis": it is what is stopped, and stops nothing. */
const BEING = /(?<!\p{L})(?:is|are|was|were|be|been|being) (?:\p{L}+ly |then |now )?$/u;
const STOPPED = /^(?:stopped|avoided|prevented|held|halted)(?!\p{L})/u;

/** "When blood is normal and tissue healthy, only idiopathic remains": what is left when all else was set aside. */
const ONLY = /(?<!\p{L})(?:only|nothing but|just) (?:the )?["“‘]?$/u;
const REMAINS = /^["”’]?(?: type| kind| form)? (?:remains|remained|is left|was left|stays)(?!\p{L})/u;

/** "Collagen, nerves and vessels run in it": items side by side. */
const AND_MORE = /^ (?:and|or) \p{L}/u;
/** "an injection of a steroid" */
const OF_SOME = /^ (?:of|with) an? $/u;

/** "a reason to think of it in a lupus patient", "the lupus clinic" */
const OF_PEOPLE =
  /^ (?:patients?|people|women|men|woman|man|child|children|clinics?|wards?|doctors?|nurses?|teams?|units?|groups?|arms?|cohorts?|registry|foundation|society|meeting|lecture|seminar)(?!\p{L})/u;
/** "speak for an autoimmune disease and thus for the dystrophic type" */
const AND_THUS =
  /^ and (?:thus |so |hence |therefore |then |also |with it )?(?:for|to|against|of|with|towards?) (?:an? |the )?$/u;

/** "The types I see most are dystrophic and iatrogenic": of those whom somebody sees, and of two. */
const MET_MOST = /(?<!\p{L})(?:types|forms|kinds) (?:that |which )?(?:i|we) (?:see|meet|treat) (?:the )?most(?!\p{L})/u;

/** "Kidney failure was the exception in the dystrophic group." */
const FREQUENT_IN =
  /(?<!\p{L})(?:exceptions?|rare|unusual|uncommon|infrequent|absent|missing) (?:in|among) (?:the |our |an? )?$/u;
const NEXT_ITEM = /^(?:,|,? and|,? or) (?:the |our |his |her |their |all |many |some |most )?$/u;

/** "Dr. Lee spoke on kidney failure, Dr. Roy on idiopathic calcinosis": each of the two has its own. */
const PREPOSITION =
  /(?<!\p{L})(?:\p{L}+ (on|with|about)|(?:belongs?|goes|go|applies|apply|leads?|points?) (to)) (?:the |an? )?$/u;
const PARALLEL =
  /^(?:[^;:]{0,80}), (?!which |who |that |it |this |they )[^,;:]{2,30} (on|with|about|to) (?:the |an? )?$/u;

/** "Gout, a cyst, a tumor, a bone spur.": another item stands between, and nothing is said of any. */
const ITEM_BETWEEN = /^, [^.;:]*, (?:an? |the |or |and )*$/u;
const FINITE =
  /(?<!\p{L})(?:is|are|was|were|has|have|had|can|may|must|should|will|does|do|did|\p{L}+(?:ed|es)|[^s]\p{L}+s (?:the|an?|from|of|to))(?!\p{L})/u;

/** "With dystrophic deposits, kidney failure must not be blamed": of whom it is told, and not what it is. */
function isScene(text: string, value: ProseSpan, between: string): boolean {
  return /^\W*(?:with|in|for|among|under) $/u.test(text.slice(0, value.start)) && /^, (?:the |an? )?$/u.test(between);
}

/** "Calcium in the dystrophic group was lower than in the metastatic one": beside the other, and not in itself. */
const THAN_IN_OTHER = /^ than (?:in|that of|those (?:in|of|with)|with) (?:the |those with )?\p{L}+ic(?!\p{L})/u;
/** "after a stay in a burn center" */
const OF_HOUSE = /^ (?:cent(?:er|re)|unit|ward|clinic|foundation|hospital|meeting|lecture)(?!\p{L})/u;
/** "High phosphate in the letter, dystrophic in the heading: one of them must be wrong." */
const ONE_IS_WRONG =
  /(?<!\p{L})one of (?:them|the two|these) (?:must be|has to be|is) (?:wrong|mistaken|false)(?!\p{L})/u;
/** "The deposits were found in a man who had come for his kidney stones." */
const MET_IN_SOMEBODY =
  /(?<!\p{L})(?:found|seen|discovered|noticed|spotted|diagnosed) in [^.;:,]* (?:who|that) (?:had |has |was |is )(?:come|been|sent|seen|there|being)(?!\p{L})[^.;:]*$/u;
/** "Overlap, though rare, brings dystrophic and …" */
const CONCEDED = /, (?:al)?though $/u;

const LINKING = new Set(['level', 'tissue', 'caused-by', 'associated-with', 'has']);

/** "Diagnoses: dermatomyositis, dystrophic calcinosis, high phosphate": each is an item by itself. */
function isListedWith(text: string, value: ProseSpan, thing: ProseSpan): boolean {
  const [first, last] = value.start < thing.start ? [value, thing] : [thing, value];
  if (first.end > last.start || APPOSITION.test(text.slice(first.end))) return false;
  const head = LIST_HEAD.exec(text.slice(0, first.start));
  const between = text.slice(first.end, last.start);
  // "lupus since 2010, dystrophic calcinosis since 2014 and kidney failure since 2018"
  if (DATED.test(text.slice(first.end)) && DATED.test(text.slice(last.end)) && JOINS.test(between)) return true;
  return head !== null && /[,;]| and | \d+[.)] /u.test(between) && !TELLS.test(text.slice(head.index + head[0].length));
}

/** "High phosphate? Then drop the word “dystrophic”." */
export function isNameTakenBack(before: string): boolean {
  return NAME_TAKEN_BACK.test(before);
}

const NAME_TAKEN_BACK =
  /(?<!\p{L})(?<!(?:not|never|n[’']t) )(?:drop|dropped|take back|took back|strike out|cross out|give up|forget|delete|withdraw|withdrew|erase) (?:the )?(?:word|name|term|label|diagnosis|adjective) ["“‘*_]*$/iu;

/** "Diagnoses: 1. … 2. … 3. High phosphate.": each is a sentence by itself. */
export function isNumberedBeside(text: string, thing: ProseSpan, own: ProseSpan): boolean {
  const head = LIST_HEAD.exec(text.slice(0, thing.start).toLowerCase());
  return thing.end <= own.start && head !== null && NUMBERED.test(text.slice(0, own.start));
}

const NUMBERED = /\s\d+[.)]\s*$/u;

/** "Diagnosis: cysticercosis, an infection that …" */
const APPOSITION = /^, (?:an?|the|which|who|that)(?!\p{L})/u;

/** Nouns for lists of things that need not belong together, up to the colon or the verb behind them. */
const LIST_HEAD =
  /(?<!\p{L})(?:(?:key ?words?|(?:search|index) terms?|terms|tags?|topics?|subjects?|contents|chapters?|sections?|see also|read (?:also|more|on)|related(?: pages| articles)?|problems?(?: list)?|diagnos[ei]s|(?:(?:medical|past|previous|personal|family|patient|clinical) )+history|background|comorbidit(?:y|ies)|(?:inclusion|exclusion|entry|eligibility) criteria|(?:included|excluded|exclusions?|inclusions?)|codes?|pictures?|slides?)(?: \p{L}+){0,3}:|(?:key ?words|(?:search|index) terms|tags|topics|problems|diagnoses|comorbidities|(?:co-?existing|other) (?:conditions|diseases|illnesses|diagnoses|problems)|(?:inclusion|exclusion|entry|eligibility) criteria)(?: \p{L}+){0,3} (?:are|were|include|included)(?!\p{L}))/u;
/** With such a word in it an item tells where the type comes from. */
const TELLS =
  /(?<!\p{L})(?:from|caus(?:e|es|ed|ing)|due|because|follow(?:s|ed|ing)?|owing|comes?|arises?|results?|explains?|behind|after|when|if|with normal|in damaged|in healthy|means|called|types?)(?!\p{L})/u;
const JOINS = /(?:,|;| and )[^,;]*$/u;
/** "… in 2014", "since 2014", "(2014)" right behind a name. */
const DATED = /^(?: \p{L}+){0,3} ?(?:\(|in |since |from |as of )(?:the |early |late )?(?:\p{L}+ )?(?:19|20)\d\d/u;

/** "His deposits were removed because an infection had set in": why it was done, and not where it comes from. */
const DONE_BECAUSE =
  /(?<!\p{L})(?:found|seen|discovered|noticed|detected|spotted|removed|excised|operated|biopsied|treated|stopped|started|scanned|x-rayed|photographed|taken out|cut out|opened|drained|left alone|missed|overlooked|referred|sent|admitted)(?!\p{L})[^.;:–—]*(?<!\p{L})(?:because|since|while)(?!\p{L})[^.;:–—]*$/u;

/** "The trial was stopped when an adenoma was found." */
const DONE_WHEN = new RegExp(DONE_BECAUSE.source.replace('because|since|while', 'when|after|once'), 'u');
const FOUND_THEN = /^(?: \p{L}+)? (?:was|were|had been|has been|set in|came to light|showed|appeared)(?!\p{L})/u;

/** "Dystrophic calcinosis: vitamin D supplements are allowed", "…: burns and lupus must have been asked for". */
const DONE_ABOUT_IT =
  /^[^.;:]*?(?<!\p{L})(?:(?:is|are|was|were) (?:\p{L}+ly |quite |still |also |not )?(?:allowed|permitted|safe|welcome|advised|avoided|continued|forbidden|useless)|(?:must|should|needs?|need|has|have|ought|can|may)(?: to| not)*(?: have)?(?: be| been)? (?:first |always |also |never )?(?:asked|looked|sought|checked|excluded|ruled|taken|given|used|stopped|avoided|measured|tested|mentioned|eaten|treated|continued|discussed))(?!\p{L})/u;

/** "She had scleroderma, and after an infusion had leaked, an iatrogenic deposit": where it comes from is told beside it. */
const OWN_ORIGIN =
  /(?:,|;| and| but) (?:and |but )?(?:then |later |now )?(?:after|following|since|because of|from|through|owing to|due to) [^.;]*, (?:an? |the |also )*$/u;

/** "A high calcium in a patient with dystrophic calcinosis should be looked into" */
const AS_A_CASE =
  /^\W*(?:(?:but|and|so) )?(?:an?|any|every|such an?|each|persistent|new|if|when|finding|find) ?(?:\p{L}+ )?$/u;
const NEEDS_EXPLAINING =
  /^[^.;]*(?<!\p{L})(?:(?:should|must|needs?|has|have|ought|is|are)(?: to)? be (?:looked into|checked|explained|followed|investigated|clarified|examined|pursued|taken|discussed|reported|repeated|questioned|worked up|referred)|(?:needs?|deserves?|calls? for|asks? for|demands?|merits?|warrants?|requires?) (?:an? |its |another |some |further |more |our |the |\p{L}+ )*(?:explanations?|explaining|look|attention|check(?:ing)?|reasons?|tests?|work-?up|cause|letter|referral|search|care)|something else|something is wrong|(?:another|a second|an additional|a different) (?:disease|cause|reason|problem|diagnosis|explanation)|chance|coincidence)(?!\p{L})/u;
