import type { Element, SentenceElements } from '../sentences/elements.js';

/**
 * "Warfarin is listed among the medicines that protect against …", "is one of the drugs which raise …": the sentence
 * that says it of the thing itself, "Warfarin protect against …". Readers do not ask for the ending of a verb.
 */
export function withoutMembership(sentence: SentenceElements): readonly SentenceElements[] {
  const { elements } = sentence;
  const named = elements.findIndex(({ mention }) => mention?.conceptId !== undefined);
  if (named < 0 || named > LATEST_NAME) return NONE;
  const verb = behindMembership(elements, named + 1);
  if (verb === undefined) return NONE;
  return [{ ...sentence, elements: [...elements.slice(0, named + 1), ...elements.slice(verb)] }];
}

/** The index of the verb that the others share. */
function behindMembership(elements: readonly Element[], from: number): number | undefined {
  const norm = (at: number): string => elements[at]?.norm ?? '';
  let at = from;
  if (!COPULAS.has(norm(at))) return undefined;
  at++;
  while (PLACED.has(norm(at))) at++;
  if (!AMONG.has(norm(at)) || !ARTICLES.has(norm(at + 1))) return undefined;
  at += 2;
  if (norm(at).length === 0 || elements[at]!.kind !== 'word') return undefined;
  if (!NOUNS.has(norm(at)) && NOUNS.has(norm(at + 1))) at++;
  if (!NOUNS.has(norm(at)) || !RELATIVES.has(norm(at + 1))) return undefined;
  const verb = elements[at + 2];
  return verb === undefined || verb.mention !== undefined || verb.kind === 'mark' ? undefined : at + 2;
}

const NONE: readonly SentenceElements[] = [];
/** In elements: "Of all drugs, warfarin …" names no other before it. */
const LATEST_NAME = 4;
const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));
const COPULAS = words('is was counts ranks belongs stands');
const PLACED = words('one listed counted named ranked numbered placed also still usually often rightly with');
const AMONG = words('among amongst of to');
const ARTICLES = words('the those these');
const NOUNS = words('medicines medications drugs tablets pills agents substances things factors treatments remedies');
const RELATIVES = words('that which');
