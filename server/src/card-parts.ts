/** What a card says of a term, in the order in which it does unless the writer wants another one. */
export const CARD_PARTS = [
  'definition',
  'kind',
  'class',
  'levels',
  'causes',
  'relations',
  'names',
  'codes',
  'sources',
  'uses',
] as const;

export type CardPart = (typeof CARD_PARTS)[number];
