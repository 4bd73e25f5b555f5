/** The words that put a thing into a class, and those that hold the two apart; grammar, not medicine. */

/** Verbs of being: "is a", "being one of the", "makes it a", "remains the only". */
export const IS = new Set(
  'is are was were be been being remains remain represents called named termed call calls'.split(' '),
);

/** Phrases that lead to the class: what stands before them belongs to it. */
export const MEMBERSHIP: readonly (readonly string[])[] = phrases(
  'makes it',
  'make it',
  'making it',
  'which makes it',
  'makes part of',
  'make part of',
  'forms part of',
  'form part of',
  'is part of',
  'takes part in',
  'tops the list of',
  'heads the list of',
  'heads our list of',
  'leads the list of',
  'leads our list of',
  'tops our list of',
  'known to you as',
  'joined the list of',
  'joined the ranks of',
  'joined the family of',
  'form the group of',
  'forms the group of',
  'belongs to',
  'belong to',
  'belongs in',
  'belongs with',
  'belongs among',
  'falls among',
  'ranks with',
  'ranks as',
  'class :',
  'group :',
  'family :',
  'drug class :',
  'category :',
  'nothing but',
  'none other than',
  'nothing other than',
  'comes from',
  'stems from',
  'acts like any other',
);

/** Patterns behind a class that name a member of it; "*" is the member. */
export const RELATIVES: readonly (readonly string[])[] = phrases(
  'of which * is',
  'of which * was',
  'of whom * is',
  'to which * belongs',
  'to which * belongs',
  'to which also * belongs',
  'among which * is',
  'among which is *',
  'among which we count *',
  'where * belongs',
  'as * is one',
  '* being one',
  '* being an example',
  '* being the',
  '* is one of them',
  '* is one of these',
  '* is one such',
  '* among them',
  '* amongst them',
  '* among others',
  '* is among them',
  '* included',
  '* for one',
  '* for example',
  '* for instance',
  'with * as the',
  'with * as an',
  'with * at their head',
  'with * in the lead',
  'with * being',
  'led by *',
  'headed by *',
  'represented by *',
  'exemplified by *',
  'typified by *',
  'in the form of *',
  'in the shape of *',
  'in the person of *',
  'known by the name of *',
  'by the name of *',
  'whose best known member is *',
  'whose name is *',
  'the best known being *',
  'the best known is *',
  'the most common being *',
  'the most used being *',
);

/** Verbs and nouns by which one thing is done to another, or set beside it: they leave the two apart. */
export const ACTS_ON = new Set(
  'avoid avoided avoids stop stopped interact interacts interacting interaction add added adds combine combined combines replace replaced replaces switch switched clash clashes raise raises raised lower lowers lowered strengthen strengthens weaken weakens block blocks blocked bind binds affect affects affected disturb disturbs disturbed change changes changed need needs needed want fail fails failed helps protect protects differ differs differing compared followed choice alternative partner antidote enemy rival substitute problem reason trouble trigger triggers whose users whom when while than instead besides alongside together exclude except'.split(
    ' ',
  ),
);

/** Anywhere in the clause, these hold a class and a medicine apart, or leave open whether they go together. */
export const APART = new Set(
  'than unlike versus vs instead rather interact interacts interaction interactions avoid stopped replaced replaces switch switched combined alongside compared comparison mix mixed mistaken mistake confused confuse wrong wrongly wrongfully mistakenly incorrectly erroneously falsely once if whether should supposedly allegedly clash clashes anything far cover partner alternative fails failed followed either'.split(
    ' ',
  ),
);

/** Before "as": "such as", "as well as", "as long as", "the same as", "just as", "so as". */
export const AS_OTHERWISE = new Set(
  'such well long soon far much same just so inasmuch insofar strong good effective early often quickly safe fast stopped started added , ( : ;'.split(
    ' ',
  ),
);

/** Before a medicine that is not what the clause is about. */
export const BEFORE_NO_SUBJECT = new Set(
  'of for with without than like unlike about against on to from taking after before plus and or between in by into at during'.split(
    ' ',
  ),
);
/** "think of it as", "we speak of it as", "refers to it as" */
export const THINKS_OF = new Set(
  'think thinking speak speaks speaking thought spoken refer refers referred talk talks'.split(' '),
);

/** Words between a medicine and the verb of the statement that change nothing of it. */
export const BRIDGES = new Set(
  'is are was were be been being may can could might will would must has have had also still now nowadays today really actually in fact simply just only basically itself both all often usually generally commonly typically widely normally always then therefore thus so after which that it too well rightly truly probably certainly clearly known to you us as by doctors everyone most people pharmacology pharmacologically chemically strictly speaking short effect essence nothing but else to this day by class trade nature the a called named named: of course however'.split(
    ' ',
  ),
);

export const FORM_NOUNS = new Set(
  'infusion infusions injection injections tablet tablets pill pills capsule capsules drip cream ointment syrup preparation preparations product medicine drug medication agent agents drugs medicines syringe patch gel'.split(
    ' ',
  ),
);
export const GROUP_NOUNS = new Set(
  'class group family category type kind sort list camp section shelf range bunch crowd clan tribe gang'.split(' '),
);

/** Nouns before "of" that leave the head of the phrase with the class: "one of the", "a member of the family of". */
export const NOUN_PHRASE = new Set(
  'one some any many most all several group groups class classes family families type types kind kinds sort sorts form forms category member members representative representatives example examples branch list range series out part number pair rest heading headings name names medicines drugs tablets medication called so-called known label title chapter section oldest newest best first last latest commonest strongest of other old new modern classic common well same broad large wide big'.split(
    ' ',
  ),
);

/** Nouns before "of" or "for" in the subject, with which a sentence names a member: "an example for a …". */
export const NAMES_MEMBER = new Set(
  'example name names representative member members instance case specimen one best known most examples oldest newest first latest commonest strongest'.split(
    ' ',
  ),
);

/** What a heading, a book or a reader does with the members of a class. */
export const HOLDS_MEMBER = new Set(
  'names name named lists list listed gives give shows show has have includes include reckon reckons reckoned count counts counted place places put puts find finds found number numbers rank ranks file files belongs belong falls comes is are stands appears mentions'.split(
    ' ',
  ),
);

/** Nouns for a thing that may be meant by "it" instead of the medicine. */
export const OTHER_THINGS = new Set(
  'medicament drug medicine medication tablet tablets pill pills cream ointment lotion gel capsule product preparation substance agent remedy another other new second one something both two drops inhaler injection drip'.split(
    ' ',
  ),
);

function phrases(...texts: string[]): readonly (readonly string[])[] {
  return texts.map((text) => text.split(' '));
}

/** Words that open the name of a class which is known. */
export const DEFINITE = new Set('the our other all these those'.split(' '));
