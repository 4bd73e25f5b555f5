/** Where a code of another terminology can be read; undefined where it has no page of its own. */
export function codePage(system: string, code: string): string | undefined {
  const number = escapeAddress(code.replace(/^[A-Z]+:/u, ''));
  switch (system) {
    case 'MeSH':
      return `https://meshb.nlm.nih.gov/record/ui?ui=${number}`;
    case 'DOID':
      return `https://disease-ontology.org/term/DOID:${number}/`;
    case 'MONDO':
      return `https://monarchinitiative.org/MONDO:${number}`;
    case 'HPO':
      return `https://hpo.jax.org/browse/term/HP:${number}`;
    case 'ORPHA':
      return `https://www.orpha.net/en/disease/detail/${number}`;
    case 'OMIM':
      return `https://omim.org/entry/${number}`;
    case 'ICD-10-CM':
      return `https://icd10cmtool.cdc.gov/?query=${number}`;
    default:
      return undefined;
  }
}

/** An address that no mark of Markdown ends too soon. */
export function escapeAddress(address: string): string {
  return address.replace(/[\s()<>]/gu, (character) => `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`);
}
