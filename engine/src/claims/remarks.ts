import type { SentenceElements } from './elements.js';

/**
 * A sentence without a remark between commas that says nothing of what it stands in: "Warfarin, it should be said,
 * is …". Its "it" stands for nothing, and the "not" of "believe it or not" denies nothing.
 */
export function withoutRemark(sentence: SentenceElements): SentenceElements {
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

/** In elements, with the comma before it. */
const LONGEST_REMARK = 8;
const REMARK =
  /^(?:it (?:should|must|may|might|ought to|has to|needs to) be (?:said|noted|added|remembered|stressed|mentioned|repeated|pointed out)|(?:and )?(?:believe|like) it or not|mind you|needless to say|make no mistake|let it be said|do not forget|not to forget|strange as it (?:may )?(?:seem|seems|sound|sounds))$/u;
