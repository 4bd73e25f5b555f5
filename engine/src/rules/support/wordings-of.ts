import type { AnalyzedBlock } from '../../document.js';
import type { PhraseMatch } from '../../mentions/mention.js';
import type { CompiledWording } from '../../terminology/compiled.js';
import type { Terminology } from '../../terminology/terminology.js';
import type { RuleContext } from '../rule.js';
import { readTogether, standsIn } from './context.js';

/** A place where a wording of the data stands, with the block it stands in. */
export interface WordingPlace {
  readonly block: AnalyzedBlock;
  readonly match: PhraseMatch;
  readonly wording: CompiledWording;
}

/** The wordings of one rule that hold in the house style and whose `near` and `unless` agree, in reading order. */
export function* wordingsOf(
  rule: string,
  context: Pick<RuleContext, 'document' | 'terminology' | 'style'>,
): Generator<WordingPlace> {
  const { document, terminology, style } = context;
  for (const index of document.lists.by(rulesOfWordings).get(rule) ?? []) {
    const block = document.blocks[index]!;
    for (const match of block.wordings) {
      const wording = terminology.compiled.wordings[match.index]!;
      if (wording.rule !== rule || (wording.style !== undefined && wording.style !== style)) continue;
      if (wording.near === undefined && wording.unless === undefined) {
        yield { block, match, wording };
        continue;
      }
      const stretches = readTogether(document, block, match.sentence);
      const own = { block, firstToken: match.firstToken, endToken: match.endToken };
      if (wording.near !== undefined && !wording.near.some((cue) => standsIn(stretches, cue, own))) continue;
      if (wording.unless?.some((cue) => standsIn(stretches, cue, own)) === true) continue;
      yield { block, match, wording };
    }
  }
}

/** The rules that a block holds wordings of. */
function rulesOfWordings({ wordings }: AnalyzedBlock, { compiled }: Terminology): readonly string[] {
  return [...new Set(wordings.map(({ index }) => compiled.wordings[index]!.rule))];
}
