/** Words that the reader of states goes by: what makes a condition, a reference, a comparison. English, not medicine. */

export const DISTINGUISHES = /^(?:distinguish|differ|separat|tell|told|set|apart|different)/u;
export const LEANING = new Set('when whenever with without if despite while in as only'.split(' '));
export const REFERRING = new Set('it its this these such here they their'.split(' '));
export const ASKS_WHETHER = new Set('is was are were could can might'.split(' '));
export const TOLD = new Set('told recognized recognised identified known distinguished spotted'.split(' '));
export const SPEAKS_OF = new Set(
  'speak speaks call calls called talk talks used use uses say says diagnose diagnosed'.split(' '),
);
export const ASKED_OF = new Set('this it that these they there'.split(' '));
export const NEEDED = new Set('needed required necessary present found seen involved there'.split(' '));
export const SPEAKERS = new Set('we one you doctors'.split(' '));
export const GOING_ON = new Set('; yet but though although however'.split(' '));
export const SMALL = new Set('the both also in of for and'.split(' '));
/** "is required for it", "is behind it" */
export const LEADS_TO_IT = new Set(['for', 'behind', 'in', 'with', 'of']);
export const SELDOM = new Set(['rarely', 'seldom', 'hardly ever']);
/** What a denial of a state says instead. */
export const TURNED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  level: { normal: 'abnormal', abnormal: 'normal' },
  tissue: { normal: 'damaged', damaged: 'normal' },
};
