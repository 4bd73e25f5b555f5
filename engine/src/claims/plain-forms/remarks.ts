import type { SentenceElements } from '../sentences/elements.js';

/**
 * A sentence without a remark between commas that says nothing of what it stands in: "Warfarin, it should be said,
 * is …". Its "it" stands for nothing, and the "not" of "believe it or not" denies nothing.
 */
export function withoutRemark(whole: SentenceElements): SentenceElements {
  const sentence = withoutOpening(whole);
  const { elements } = sentence;
  const first = elements.findIndex(({ norm }) => norm === ',');
  if (first < 0) return sentence;
  for (let open = first; open < elements.length; open++) {
    if (elements[open]!.norm !== ',') continue;
    const close = elements.findIndex(({ norm }, at) => at > open && norm === ',');
    if (close < 0) return sentence;
    if (close - open > LONGEST_REMARK) continue;
    const inside = elements.slice(open + 1, close).map(({ norm }) => norm);
    if (!REMARK.test(inside.join(' '))) continue;
    return { ...sentence, elements: [...elements.slice(0, open), ...elements.slice(close + 1)] };
  }
  return sentence;
}

/** "As you may know, warfarin …", "It is common knowledge that …": its "may" leaves nothing open. */
function withoutOpening(sentence: SentenceElements): SentenceElements {
  const { elements } = sentence;
  const that = elements.slice(0, LONGEST_REMARK).findIndex(({ norm }) => norm === 'that');
  const preface = elements.slice(0, Math.max(that, 0)).map(({ norm }) => norm);
  if (that > 0 && PREFACE.test(preface.join(' '))) return { ...sentence, elements: elements.slice(that + 1) };
  const comma = elements.findIndex(({ norm }) => norm === ',');
  if (comma < 2 || comma > LONGEST_REMARK || comma + 2 >= elements.length) return sentence;
  const opening = elements.slice(0, comma).map(({ norm }) => norm);
  return OPENING.test(opening.join(' ')) ? { ...sentence, elements: elements.slice(comma + 1) } : sentence;
}

const PREFACE =
  /^(?:and |but |so )?(?:it is (?:(?:a |by now |also )?(?:well )?known(?: fact)?|common knowledge|a fact|clear|certain|worth (?:knowing|noting|remembering|adding|mentioning)|(?:important|good|useful|helpful) to (?:know|note|remember|keep in mind))|(?:please )?(?:remember|note|know|(?:bear|keep) in mind|be aware|take note)|every(?:one|body| textbook| doctor| pharmacist| nurse)(?: here)? (?:knows|says|states|agrees|will tell you)|all (?:the )?(?:evidence|textbooks|sources|doctors|guidelines) (?:says?|agrees?|states?|shows?)|the (?:point|thing) to remember is)$/u;
const OPENING =
  /^(?:as (?:you|we|many|most|many of you|most of you|some of you|readers|patients|parents)(?: all| both)? (?:(?:may|might|will|probably|surely|already|certainly) )*(?:know|remember|recall|have (?:read|heard|seen|noticed)|be aware)|first of all|to (?:begin|start) with|for a start|last but not least|needless to say|make no mistake|strange as it (?:may )?(?:seem|sound)s?)$/u;

/** "Hyperparathyroidism, in other words an overactive gland, …", "(in plain English: …)": without what only announces it. */
export function withoutRewording(sentence: SentenceElements): readonly SentenceElements[] {
  const { elements } = sentence;
  for (let open = 1; open < elements.length - 2; open++) {
    if (!OPENS_ASIDE.has(elements[open]!.norm) || !OPENS_REWORDING.test(elements[open + 1]!.norm)) continue;
    for (let end = Math.min(open + LONGEST_REMARK, elements.length - 1); end > open + 1; end--) {
      const words = elements.slice(open + 1, end).map(({ norm }) => norm);
      if (!REWORDS.test(words.join(' '))) continue;
      const behind = BEHIND_REWORDING.has(elements[end]!.norm) ? end + 1 : end;
      return [{ ...sentence, elements: [...elements.slice(0, open + 1), ...elements.slice(behind)] }];
    }
  }
  return [];
}

const OPENS_ASIDE = new Set([',', '(', '–', '—']);
/** What the words of `REWORDS` begin with: they are compared word by word up to each mark that may end them. */
const OPENS_REWORDING = /^(?:or|and|in|that|i|to|put|simply|plainly|namely|so)/u;
const BEHIND_REWORDING = new Set([',', ':']);
const REWORDS =
  /^(?:(?:or |and )?in (?:other|plain|simple|everyday|lay) (?:words|terms|english|language)|that is(?: to say)?|i\s?\.?\s?e ?\.?|(?:or )?to (?:put|say) it (?:simply|plainly|briefly|more simply|in plain words|in other words)|(?:or )?(?:to )?put (?:simply|plainly|differently|another way)|(?:or )?(?:simply|plainly) put|or rather|namely|so to speak|to be precise)$/u;
/** In elements, with the comma before it. */
const LONGEST_REMARK = 8;
const REMARK =
  /^(?:it (?:should|must|may|might|ought to|has to|needs to) be (?:said|noted|added|remembered|stressed|mentioned|repeated|pointed out)|(?:and )?(?:believe|like) it or not|mind you|needless to say|make no mistake|let it be said|do not forget|not to forget|strange as it (?:may )?(?:seem|seems|sound|sounds))$/u;
