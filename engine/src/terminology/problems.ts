/** Something in the files of a terminology that has to be mended, in words for the person who edits them. */
export interface TerminologyProblem {
  readonly path: string;
  /** 1-based. */
  readonly line: number;
  /** 1-based, in UTF-16 units. */
  readonly column: number;
  /** What is wrong and what to do: "id `Heart_Attack`: use small letters and dashes: `heart-attack`". */
  readonly message: string;
  readonly severity: 'error' | 'warning';
}
