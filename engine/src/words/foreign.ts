import type { Sentence, Token } from '../language/token.js';

/** How many words to either side tell what language a word stands in. */
const REACH = 4;

/** Endings and beginnings that English does not have, and its neighbours do: vaginaal, Pathologie, vasculaire. */
const FOREIGN_FORM =
  /(?:aal|ieel|ieele|isch|ische|ischer|isches|ischen|iek|iteit|keit|heit|logie|logien|graphie|grafie|pathie|skopie|scopie|tomie|therapie|ziekte)$|^(?:elektro|kardio|karzin|zyto|kortiko)/u;

/** Endings that a slip may have as well: vasculaire, but also fatique. */
const MAYBE_FOREIGN_FORM = /(?:ique|iques|aire|aires|oire|oires|eux|euse|zione|zioni|cao|oide|oom|eel|aat)$/u;

/** Little words of Dutch, German, French, Spanish, Italian and Portuguese that are no words of English. */
const FOREIGN_LITTLE = new Set(
  'het een van voor geen niet bij naar wordt zijn der das und mit von zur zum ein eine einer nicht auf oder ist sind wird les des une aux avec dans pour par sur sont est ou los las una del para por con como que el il della delle degli nel nella che sono per gli dos das uma na em ao'.split(
    ' ',
  ),
);
const ENGLISH_LITTLE = new Set(
  'the and of in to is for with that was on are by be this from or at an as which not have has it were may can been they their its we you your our his her he she will would should than then into when who what there these those but if so no all any each more most such other after before during without'.split(
    ' ',
  ),
);

/** Whether a word looks like one of another language, as written. */
export function isForeignForm({ text, norm }: Token): boolean {
  return FOREIGN_FORM.test(norm) || (/^\p{Ll}/u.test(text) && /[^\x00-\x7f’]/u.test(text));
}

export function mayBeForeignForm({ norm }: Token): boolean {
  return MAYBE_FOREIGN_FORM.test(norm);
}

/**
 * Whether the words around one are of another language: little words of that language and none of English, or words
 * that nobody knows.
 * @param strangers indices of the tokens that are unknown and near nothing
 */
export function isAmongForeign(
  tokens: readonly Token[],
  at: number,
  sentence: Sentence | undefined,
  strangers: ReadonlySet<number>,
): boolean {
  let foreign = 0;
  let english = 0;
  let unknown = 0;
  let words = 0;
  for (const step of [-1, 1]) {
    let left = REACH;
    for (let other = at + step; left > 0 && isWithin(other, tokens, sentence); other += step) {
      const { kind, text, norm } = tokens[other]!;
      if (kind !== 'word') continue;
      left--;
      words++;
      if (strangers.has(other)) unknown++;
      else if (ENGLISH_LITTLE.has(norm)) english++;
      else if (text === norm && FOREIGN_LITTLE.has(norm)) foreign++;
    }
  }
  if (english > 0) return false;
  return foreign > 0 || unknown >= 2 || (unknown === 1 && words <= 3);
}

/**
 * Whether the text says of what language a word is, close by in its sentence: "from the Greek *skleros* (hard)", "in
 * Italy they hear the word *calcinosi*". "Doctors in Germany" says nothing of words.
 */
export function isOfNamedLanguage(tokens: readonly Token[], at: number, sentence: Sentence | undefined): boolean {
  let names = false;
  let speaks = false;
  for (const step of [-1, 1]) {
    let left = NAME_REACH;
    for (let other = at + step; left > 0 && isWithin(other, tokens, sentence); other += step) {
      const { kind, norm } = tokens[other]!;
      if (kind !== 'word') continue;
      left--;
      if (CLASSICAL.has(norm)) return true;
      if (LANGUAGES.has(norm)) names = true;
      if (OF_WORDS.has(norm)) speaks = true;
    }
  }
  return names && speaks;
}

const NAME_REACH = 8;
const CLASSICAL = new Set('greek latin'.split(' '));
const LANGUAGES = new Set(
  'arabic hebrew sanskrit german french spanish italian dutch portuguese russian polish czech swedish danish norwegian finnish turkish persian hindi urdu chinese japanese korean welsh irish italy spain germany france portugal greece'.split(
    ' ',
  ),
);
const OF_WORDS = new Set(
  'word words term terms name names means meaning called original translation translated translates literally'.split(
    ' ',
  ),
);

function isWithin(at: number, tokens: readonly Token[], sentence: Sentence | undefined): boolean {
  return sentence === undefined ? at >= 0 && at < tokens.length : at >= sentence.firstToken && at < sentence.endToken;
}
