import { says } from './disowning-words.js';

/**
 * Who tells a statement, as the words before or behind it have it: the writer, a source that readers take for right
 * (a doctor, a leaflet), or somebody else, by whose words nobody goes unless the text takes their side.
 */
export type Teller = 'writer' | 'source' | 'somebody';

/** What a text says around a statement to tell whose it is. */
export interface Told {
  /** The line or the sentence that introduces it, where one does. */
  readonly before: string;
  /** Its own sentence up to it. */
  readonly start: string;
  readonly own: string;
  /** Its own sentence behind it. */
  readonly closing: string;
}

/** The teller of a statement; the writer, where the text names no other. */
export function tellerOf({ before, start, own, closing }: Told): Teller {
  // "When the referral says X, there is …": what is so then is told by the writer.
  if (WHERE_IT_SAYS.test(start + own)) return 'writer';
  const isDown = DOWN_AS.test(own);
  const places = [
    [isDown ? `${start}has down ` : start, isDown ? HAS_DOWN : TOLD_BEFORE],
    [closing, TOLD_BEHIND],
    [before, INTRODUCED],
  ] as const;
  for (const [text, frames] of places) {
    if (text.length < SHORTEST) continue;
    const words = text.toLowerCase();
    for (const frame of frames) {
      const who = frame.exec(words)?.groups?.['who'];
      const teller =
        who === undefined
          ? undefined
          : rankOf(who, before.toLowerCase(), frame === SAYING_BEFORE || frame === CALLING_BEFORE);
      if (teller !== undefined) return teller;
    }
  }
  if (says(HEARSAY, start)) return 'somebody';
  return says(TOLD_ONCE, start) || says(TOLD_OF, start) ? 'source' : 'writer';
}

const WHERE_IT_SAYS =
  /^\W*(?:if|when|whenever|where) (?:an?|the|your|my|our) [^,;.]*? (?:says|reads|mentions|speaks of|contains) [^,;.]{3,40}, (?:the|there|your|it|this|we|they) /iu;
const SHORTEST = 5;
/** "The C of CREST refers to …" */
const SHORTEST_NOUN = 3;

/**
 * "my brother-in-law" is somebody, "my sister's doctor" a source, "she" whoever was named last before; "I" and "the blood
 * tests" are neither.
 */
function rankOf(who: string, before: string, evenStrangers: boolean): Teller | undefined {
  if (ENDS_WITH_WRITER.test(who)) return undefined;
  if (ENDS_WITH_PRONOUN.test(who)) return namedLast(`${before} ${who}`);
  // "the one page that calls it …", "a pen pal in Ohio who says …"
  const isRelative = RELATIVE.test(who);
  for (const part of who.replace(RELATIVE, '').split(',').reverse()) {
    const own = part.trim().replace(OF_A_GROUP, '');
    const phrases = own.match(NOUN_PHRASE) ?? [];
    if (phrases.length === 0) {
      const rank = rankOfNoun(lastWord(own.split(BEHIND_A_NOUN)[0]!), own, before);
      if (rank !== undefined) return rank;
      continue;
    }
    const ranks = phrases.map(
      (phrase) => rankOfNoun(lastWord(phrase), own, before) ?? (evenStrangers ? rankOfStranger(phrase) : undefined),
    );
    const rank = isRelative ? ranks.findLast((one) => one !== undefined) : ranks[0];
    if (rank !== undefined) return rank;
  }
  return undefined;
}

function lastWord(text: string): string {
  return /[\p{L}-]+$/u.exec(text.trim())?.[0] ?? '';
}

/** "the volunteers": whoever says something and is no source; tests, names and studies say what the writer holds. */
function rankOfStranger(phrase: string): Teller | undefined {
  const head = lastWord(phrase);
  if (head.length < SHORTEST_NOUN || IMPERSONAL.test(head)) return undefined;
  // "the doctors found lumps and told her that …"
  const isOfSource = SOURCES.test(phrase.split(' ')[1] ?? '') && !LAY.test(head);
  return isOfSource || says(AT_A_COUNTER, phrase) ? 'source' : 'somebody';
}

function rankOfNoun(head: string, who: string, before: string): Teller | undefined {
  if (PRONOUN.test(head)) return namedLast(`${before} ${who}`);
  if (ELLIPTIC.test(who)) return 'somebody';
  if (TITLED.test(who)) return 'source';
  if (LAY.test(head)) return says(AT_A_COUNTER, who) ? 'source' : 'somebody';
  if (!SOURCES.test(head)) return undefined;
  return says(DOUBTFUL, who) ? 'somebody' : 'source';
}

/** A determiner and its noun: "the man | at", "my old school friend". */
const NOUN_PHRASE =
  /(?<!\p{L})(?:an?|the|my|our|his|her|their|your|its|this|that|these|those|some|many|most|one|two|three|four|five|several|another|no|every|[\p{L}-]+[’']s?) (?:(?!(?:of|in|on|at|with|from|behind|to|for|by|under|next|across|over|about|called|has|had|have|just|also|always|often|once|never|still|keeps?|firmly|really|simply|even|who|that|which|and|or|is|was|were|are|i|we|you|he|she|they|it|may|might|can|could|will|would|should|must|do|does|did)(?!\p{L}))[\p{L}-]+(?:[’']s?)?(?: |$)){1,4}/gu;
const ENDS_WITH_WRITER = /(?:^|[ ,])(?:i|we|you)$/u;
const ENDS_WITH_PRONOUN = /(?:^|[ ,])(?:he|she|it|they)$/u;
const TITLED = /(?<!\p{L})(?:dr|drs|prof|professor|doctor|nurse|matron)\.? /u;
const IMPERSONAL =
  /^(?:tests?|results?|stud(?:y|ies)|trials?|evidence|research|data|experience|names?|words?|terms?|prefix|suffix|adjective|noun|letters?|biops(?:y|ies)|scans?|x-rays?|pictures?|images?|history|tables?|figures?|facts?|truth|rules?|law|definition|literature|final|reviews?|series|numbers?|values?|levels?|blood|laborator(?:y|ies)|lab|microscope|patholog\p{L}+|analys[ei]s|examination|dictionary|latin|greek|english|part|type|form|kind|heading|title|reason|cause|point|idea|difference|answer|question|rest|diagnosis|findings?|classifications?|systems?|schemes?|scientists?|researchers?|investigators?|teams?|hormone|body|kidneys?|gland|glands|drug|medicine|medicines|tablets?|condition|disease|disorder)$/u;

/** "a television doctor", "a website that sells herbs": no source that readers go by; "a nurse" is one. */
const DOUBTFUL =
  /(?<!\p{L})(?:television|tv|so-called|self-styled|celebrity|spa|health food|herbal?|rival|dubious|obscure|certain|sells?|selling)(?!\p{L})|(?:^|^(?:but|and|now|so|then|once|yesterday|today|recently|apparently|still) )(?:an?|some|one|two|three|several|many|another)(?: [\p{L}-]+){0,2} (?:web ?sites?|sites?|pages?|pamphlets?|magazines?|journals?|posters?|flyers?|articles?|letters?|cards?|authors?|lists?|posts?)(?!\p{L})/u;

/** "Two said that …", "others hold that …" */
const ELLIPTIC = /^(?:and |but |the )?(?:one|two|three|four|others?|most|half|some|few|another|several)$/u;

const RELATIVE = /,? (?:that|who|which)$/u;

function namedLast(text: string): Teller | undefined {
  const words = text.match(/[\p{L}-]+/gu) ?? [];
  for (let at = words.length - 1; at >= 0; at--) {
    if (LAY.test(words[at]!)) return 'somebody';
    if (SOURCES.test(words[at]!)) return 'source';
  }
  return undefined;
}

/** "the man behind the counter" of a pharmacy knows his medicines. */
const AT_A_COUNTER =
  /(?<!\p{L})(?:pharmac\p{L}+|chemist[’']?s?|counter|clinic|surgery|hospital|ward|practice|consultant[’']s|doctor[’']s|specialist[’']s|professor[’']s)(?!\p{L})/u;
const PRONOUN = /^(?:he|she|it|they)$/u;
const OF_A_GROUP = /^(?:one|some|most|many|half|two|three|several|all|none) of /u;
const BEHIND_A_NOUN =
  / (?=(?:of|in|on|at|with|who|whom|that|which|from|behind|to|for|by|under|above|below|upthread|here|there|online|else|next|across|down|over|about|called|selling|has|had|just|also|always|often|once|never|still|keeps|firmly|really|simply|even)(?!\p{L}))/u;

const OBJECT = String.raw`(?: (?:me|us|you|him|her|them|people|everyone|everybody|(?:my|our|his|her|their|the|a) \p{L}+(?: \p{L}+)?|\p{L}{4,}s))`;

/** Verbs of saying and holding, as what they say follows them. */
const SAYS = String.raw`(?:said|says?|saying|wrote|writes?|writing|posted|posts|tweeted|typed|claim(?:s|ed|ing)?|insist(?:s|ed|ing)?|(?:swears?|swore)(?! by\b)|announc(?:es|ed|ing)|declar(?:es|ed|ing)|explain(?:s|ed|ing)(?: to${OBJECT})?|argu(?:es|ed|ing)|maintain(?:s|ed|ing)|reckon(?:s|ed)?|believ(?:es?|ed)|thinks?|thought|is (?:\p{L}+ )?(?:convinced|sure|certain|adamant|persuaded|positive)|was (?:\p{L}+ )?(?:convinced|sure|certain|adamant|persuaded|positive)|ha(?:s|d) it(?= that)|ha(?:s|d) (?:read|gathered|decided)|understood|gathered|mention(?:s|ed)|remark(?:s|ed)|suggest(?:s|ed|ing)|decid(?:es|ed)|conclud(?:es|ed)|stat(?:es|ed|ing)|(?:holds?|held|feels?|felt|hints?|hinted|fears?|feared|worr(?:ies|ied)|notes?|noted|fanc(?:ies|ied)|guess(?:es|ed)|repeat(?:s|ed)|propos(?:es|ed))(?= that)|assert(?:s|ed)|jok(?:es|ed)|complain(?:s|ed)|whisper(?:s|ed)|shout(?:s|ed)|mutter(?:s|ed)|boast(?:s|ed)|preach(?:es|ed)|suspect(?:s|ed)|imagin(?:es|ed)|assum(?:es|ed)|suppos(?:es|ed)|pretend(?:s|ed)|alleg(?:es|ed)|contend(?:s|ed)|proclaim(?:s|ed)|(?:is|was|are|were) of the (?:opinion|view)|will have it|would have (?:us|me|you) believe|likes? to say|heard|dreamt|answer(?:s|ed)|repli(?:es|ed)|(?:told|tells?|telling|assur(?:es|ed|ing)|inform(?:s|ed|ing)|warn(?:s|ed|ing)|promis(?:es|ed|ing)|taught|teach(?:es|ing)|advis(?:es|ed)|remind(?:s|ed)|persuad(?:es|ed)|convinc(?:es|ed))${OBJECT}|tries to tell${OBJECT}|keeps? (?:telling${OBJECT}|saying|insisting|writing)|(?:will|would|can|could|might) (?:say|swear|insist|tell${OBJECT}))`;
/** The same, of a thing under a name: "calls warfarin an antacid", "has it down as an antacid". */
const NAMES = String.raw`(?:calls?|called|calling|refers? to|referred to|referring to|describ(?:es|ed|ing)|listed|lists|listing|files|filed|filing|counts|counted|counting|gives|gave|presents|presented|puts|classes|classed|treats)`;
/** What is named in "presented the case as …". */
const THING = String.raw`(?:me|us|him|her|it|this|that|them|the \p{L}+|my \p{L}+|his \p{L}+|her \p{L}+|[\p{L}-]+)`;
const OPENS = String.raw`(?:^|[.;,:(–—“"] ?|(?<!\p{L})(?:and|but|when|that|because|as|so|what|where|after|although|though|while|if|since) )`;
const NOT_KNOWING = String.raw`(?<!(?:not|n[’']t|never|hardly|able to|is|are|was|were|be|been) )`;

/** "The wiki has had | verapamil down as an antibiotic" */
const DOWN_AS = /^[^.;:]{2,40} down (?:as|under|with|for) /u;
const HAS_DOWN: readonly RegExp[] = [
  new RegExp(
    String.raw`${OPENS}(?<who>[^.;:()–—“"]{2,70}?) (?:has|had|have|puts?|got|sets?)(?: had| put)? has down $`,
    'u',
  ),
];

/** "… assured me that, as a rule, | warfarin is …" */
const SAYING_BEFORE = new RegExp(
  String.raw`${OPENS}(?<who>[^.;:()–—“"]{2,70}?)(?: \p{L}+ly)? ${NOT_KNOWING}(?!(?:thinks?|thought) of )${SAYS}(?: \p{L}+ly)?(?: in| back)?(?: to${OBJECT})?(?: (?:last|this|the other) \p{L}+)?(?:(?:(?: (?:from|on|in|at|by|under|with) [^.;:,]{2,25})? that|,? ?["“‘«:]+)(?:[^.;!?]{0,40})?| (?:about |of |on |with )?(?:the |a |an |my |his |her |their |your |our |all |most |mine |these |those |it |this )?)$`,
  'u',
);

/** "The mayor called | scleroderma an infection" */
const CALLING_BEFORE = new RegExp(
  String.raw`${OPENS}(?<who>[^.;:()–—“"]{4,70}?)(?: \p{L}+ly)? ${NOT_KNOWING}(?:calls|called|describes|described|refers to|referred to) (?:the |a |an |my |his |her |their |your |our |all |["“‘«])*$`,
  'u',
);

const TOLD_BEFORE: readonly RegExp[] = [
  SAYING_BEFORE,
  CALLING_BEFORE,
  new RegExp(
    String.raw`${OPENS}(?<who>[^.;:()–—“"]{2,70}?)(?: \p{L}+ly)? ${NOT_KNOWING}(?:${NAMES}(?: ${THING} (?:as|under|among|with))?|(?:has|had|have)(?: ${THING})? down (?:as|with|under|for)) (?:the |a |an |my |his |her |their |your |our |all |["“‘«])*$`,
    'u',
  ),
  // "Three things my uncle knows about calcinosis: | it is catching, | …"
  new RegExp(String.raw`^(?<who>[^.;:]{2,70}?) (?:${SAYS}|knows?|knew|expects?)(?!\p{L})[^.;:]{0,60}: [^.;:]*$`, 'u'),
  /(?<!\p{L})(?:according to|in the (?:words|opinion|view|eyes) of) (?<who>[^,.;:]{2,70}?),[^,.;]{0,25}$/u,
  /(?<!\p{L})(?:to hear|if) (?<who>[^,.;:]{2,70}?)(?: tells? it,?| (?:is|are) to be believed,?| (?:is|are) right,?)[^,.;]{0,25}$/u,
];

/** "In May we reported that …", "I told you that …": the writer's own words of another day. */
const TOLD_ONCE =
  /(?<!\p{L})(?:we|i) (?:\p{L}+ )?(?:said|wrote|reported|called|stated|told (?:you|readers|them|him|her)|listed|described|printed|claimed|put|gave|named)(?: that)? [^.;:]{0,25}$|^\W*(?:told|assured|informed|wrote to) (?:the|my|our|her|him|them|a) (?:\p{L}+ )?(?:that )?[^.;:]{0,25}$/u;

/** "… came home with the news that …" */
const HEARSAY = /(?<!\p{L})(?:news|story|tale|gossip|theory|conviction|wisdom|opinion|certainty) that [^.;:]{0,30}$/u;

/** "You may come across the statement that …" */
const TOLD_OF =
  /(?<!\p{L})(?:the|a|one|this|that) (?:\p{L}+ )?(?:statement|claim|sentence|line|assertion|remark|saying|advice|explanation|wording)s?,? (?:that|:)[^.;:]{0,30}$/u;

const TOLD_BEHIND: readonly RegExp[] = [
  new RegExp(String.raw`^["”’»*]*,["”’»*]* ?(?:so |thus |as |at least )?${SAYS} (?<who>[^.;:,]{2,60})`, 'u'),
  new RegExp(
    String.raw`^["”’»*]*[,?!]?["”’»*]* ?(?:or )?(?:so |thus |as |at least )?(?<who>[^.;,:]{2,60}?) ${SAYS}(?=["”’»*]*[,.;]|$| when| and| at| in| on| to| over)`,
    'u',
  ),
];

const INTRODUCED: readonly RegExp[] = [
  new RegExp(
    String.raw`(?:^|[.;,] )(?<who>[^.;:,]{2,70}?) (?:${SAYS}|knows?|knew|${NAMES})(?!\p{L})[^.;]{0,60}:\W*$`,
    'u',
  ),
  /^\W*(?<who>(?:my|our|his|her|a|an|the|some|one) [^.;:,]{2,50}):\W*$/u,
];

const SOURCES =
  /^(?:doctors?|docs?|dr|gp|nurses?|pharmacists?|pharmacy|consultants?|specialists?|\p{L}+ologists?|physicians?|surgeons?|dieti[ct]ians?|registrars?|rheumy|derm|professors?|teachers?|lecturers?|leaflets?|letters?|clinics?|hospitals?|handouts?|booklets?|brochures?|notes?|guidelines?|guides?|books?|textbooks?|dictionary|encyclop\p{L}+|websites?|sites?|pages?|cards?|labels?|packets?|inserts?|charts?|lists?|sheets?|reports?|teams?|wards?|manuals?|articles?|papers?|posters?|glossary|experts?|authors?|editors?|magazine|newsletter|journal|dentist|midwife|therapist|paramedic|sources?)$/u;

const LAY =
  /^(?:brothers?|sisters?|(?:brother|sister|mother|father|son|daughter)s?-in-law|mothers?|fathers?|mum|mom|mam|dad|gran|grandma|grandpa|granddad|grandad|nan|nana|grandmothers?|grandfathers?|aunts?|auntie|aunty|uncles?|cousins?|nieces?|nephews?|sons?|daughters?|husband|wife|partner|boyfriend|girlfriend|in-laws|godmother|stepmother|stepfather|friends?|mates?|buddy|flatmate|roommate|neighbou?rs?|somebody|someone|people|man|men|woman|women|lady|guy|bloke|fellow|stranger|lad|girl|boy|kids?|children|boss|co-?workers?|hairdresser|barber|landlord|landlady|barman|bartender|waiter|driver|plumber|gardener|baker|butcher|postman|ferryman|shopkeeper|salesman|saleswoman|seller|vendor|priest|vicar|coach|trainer|influencers?|bloggers?|vloggers?|youtubers?|podcasters?|commenters?|commentators?|users?|members?|forums?|blogs?|threads?|videos?|clips?|podcasts?|tiktok|facebook|reddit|instagram|tweets?|chat-?bots?|bots?|ai|assistant|app|apps|autocomplete|machine|robot|alexa|siri|internet|web|net|newspaper|tabloid|headlines?|advert|advertisement|ad|flyer|horoscope|healer|homeopath|guru|quacks?|politician|celebrity|actor|singer|students?|pupils?|trainees?|interns?|candidates?|examinees?|apprentice|quiz|host|passenger|readers?|patients?|parents|classmates?|schoolmates?|teammate|caller|listener|correspondent|everybody|everyone|wiki)$/u;
