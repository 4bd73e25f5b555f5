/** Words that the reader of origins goes by: what ties a type to what it comes from, and what holds the two apart. */

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** With one of them in the clause, what is named beside a type is what it comes from. */
export const TIES = set(
  'after afterwards from due because cause causes caused causing trigger triggers triggered triggering provoke provokes provoked provoking produce produces produced producing leave leaves left result results resulted resulting consequence consequences outcome product products effect aftermath aftereffect legacy upshot culprit culprits reason reasons source sources origin origins root roots background blame fault responsible account accounts accounted explain explains explained explanation owe owes owed owing thanks stem stems stemming stemmed spring springs sprang arise arises arising arose develop develops developing developed originate originates follow follows following followed born bring brings brought induce induces induced plant plants planted deposit deposits deposited lead leads leading led behind underlie underlies spark sparks sparked unleash unleashes precipitate precipitates precipitated elicit elicits generate generates generated create creates created breed breeds beget begets foster fosters site hands wake response related start starts started goes comes come came made make makes did done turn turns become becomes end ends happen happens occur occurs stands means mean complication traced attributable ascribed down given put puts run ran leaked leaking seed seeds sow sows sown drive drives driven feed feeds fed fuel fuels fuelled lay lays laid based rests hinges required requires needs culminate culminates wrought inflicted introduced delivered implant implanted work wage worked suffer suffers bottom culminates where provoked rise get gets got lies set sets risk leaked',
);

/** What is done about a type, and what leaves open, compares or rules out: the clause says nothing of its origin. */
export const HOLDS_APART = set(
  'hurt hurts ache aches aching bleed bleeds bled burst bursts swell swells swelled painful sore itch itches look looks looked search searched back aim aims aimed target targets goal relief treat treats treated treating help helps helped helping improve improves improved respond responds responded response cure cures cured remove removes removed removal relieve relieves ease eases shrink shrinks shrank dissolve dissolves clear clears cleared resolve resolves resolved benefit benefits option options offer offers offered recommend recommended prescribe prescribed prescribes try tries tried consider considered considers choose chosen ask asks asked tell tells discuss discusses discussed book booked plan plans planned await start stop stops stopped continue continues prevent prevents prevented avoid avoids protect protects protected reduce reduces reduced lower lowers monitor monitors check checks checked test tests tested testing diagnose diagnosed diagnosis biopsy suspect suspected suspects suspicion manage manages managed management depends need refer referred advice advise advised study studies trial trials compare compares compared versus vs unlike than like instead rather except exception besides beyond alongside exclude excludes excluded exclusion rule ruled rules mimic mimics resemble resembles confused distinguish distinguishes distinguished differ differs different also too sometimes rarely occasionally some possibly perhaps may might could whether if unless even although though despite history also away against unlikely before until separate apart absent absence lack lacks lacking free similar first initially later proved once argue argued argues question spare spares spared contrast previously formerly suppose supposed myth believed thought doubt doubts heal heals healing healed infected worse worsen worsens recur recurs recurrence return returns difficult hard easy early late best unnecessary useless effective ineffective works minor unnoticed hidden cyst cysts congenital other another others none neither nor',
);

/** A denial that another one takes back: "without treatment there would be no …", "had there been no …, there would be no …". */
export const NECESSITY = set('without no not never none unless except');

/** Verbs behind a type: what follows is what the type does. */
export const EFFECTS = set(
  'cause causes causing lead leads leading result results produce produces bring brings end ends become becomes turn turns make makes trigger triggers provoke provokes leave leaves create creates need needs require requires',
);

/** Behind such a verb the origin follows all the same: "results from", "is what … leaves behind". */
export const TURNS_BACK = set('from what by when where after because');

export const LABELS = set(': – — = → -');

/** The respect in which a type has an origin; its phrases and what holds are data. */
export const ORIGIN = 'setting';
