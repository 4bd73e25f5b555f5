import type { Terminology } from '../terminology/terminology.js';
import { StatementNumbers } from './statements.js';
import { lengthOfRow, packVerdicts, putVerdict } from './verdict-rows.js';
import { Verdicts } from './verdicts.js';

/** The verdicts on each statement of each concept of a terminology, as `VerdictRows` reads them. For the build: seconds. */
export function allVerdicts(terminology: Terminology): Uint8Array {
  const { concepts, contentHash } = terminology.compiled;
  const rows = new StatementNumbers(terminology).all().map((worded) => {
    const verdicts = new Verdicts(worded, terminology);
    const bytes = new Uint8Array(lengthOfRow(concepts.length));
    for (let concept = 0; concept < concepts.length; concept++) {
      putVerdict({ bytes, first: 0, isSilent: false }, concept, verdicts.of(concept));
    }
    return bytes;
  });
  return packVerdicts(rows, concepts.length, contentHash);
}
