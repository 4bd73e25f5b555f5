import assert from 'node:assert/strict';
import { tokenize } from '../../../engine/src/language/tokenize.js';
import { matchPlaces } from '../../../engine/src/claims/phrases/attribute-match.js';
import { compileTerminology } from '../../../engine/src/terminology/compile.js';
import { Terminology } from '../../../engine/src/terminology/terminology.js';

const FAMILIES = `irregular:
  hold: held
families:
  - id: keep
    about: Not to let go.
    verbs: [hoard, "hold … back", colour]
    nouns: [grip]
    words: [in store]
`;

const attributesWith = (phrase: string): string => `concepts:
  - {id: water, preferred: water, kind: substance, sources: [a-book]}
sources:
  a-book: {title: A book, url: "https://example.org/book"}
attributes:
  - id: what-it-does
    about: What it does.
    values:
      - value: keeps
        says: ["${phrase}"]
      - value: loses
    holds:
      - {of: [water], value: loses, because: It runs off., sources: [a-book]}
    examples:
      - {text: Water keeps., reports: ["wrong-relation: Water keeps"]}
      - {text: Water runs., reports: []}
`;

function compiled(phrase: string, families = FAMILIES) {
  return compileTerminology([
    { path: 'attributes.yaml', text: attributesWith(phrase) },
    { path: 'word-families.yaml', text: families },
  ]);
}

/** How many words of a text the phrase takes from its beginning on; none where it does not stand there. */
function matched(phrase: string, text: string): number {
  const tokens = tokenize(text);
  const terminology = new Terminology(compiled(phrase).terminology!);
  const found = terminology.attributeIndex.get(tokens[0]!.norm) ?? [];
  return Math.max(0, ...found.map(({ places }) => matchPlaces(tokens, places, 0, tokens.length)));
}

describe('a family of words', () => {
  it('stands for all forms of its words, in both spellings', () => {
    for (const text of ['hoards salt', 'hoarding salt', 'colored salt', 'colours salt', 'grips salt']) {
      assert.equal(matched('<keep> salt', text), 2, text);
    }
    assert.equal(matched('<keep> salt', 'in store salt'), 3);
    assert.equal(matched('<keep> salt', 'hoarder salt'), 0);
  });

  it('may stand among other words', () => {
    assert.equal(matched('(<keep>|eats) [the] salt', 'eats the salt'), 3);
    assert.equal(matched('(<keep>|eats) [the] salt', 'hoards salt'), 2);
  });

  it('holds words that let a few others in', () => {
    assert.equal(matched('<keep>', 'hold back'), 2);
    assert.equal(matched('<keep>', 'held all the salt back'), 5);
    assert.equal(matched('<keep>', 'hold the salt and give back'), 0);
    assert.equal(matched('<keep>', 'hold it, back'), 0);
    assert.equal(matched('<keep>', 'hold all of the wet salt back'), 0);
  });

  it('is told where a phrase names one that is not there', () => {
    const { problems } = compiled('<keeps> salt');
    assert.deepEqual(
      problems.map(({ path, line, message }) => [path, line, message]),
      [['attributes.yaml', 10, 'no family of words `<keeps>`; did you mean `<keep>`?']],
    );
  });

  it('is told where its mark does not stand alone', () => {
    assert.match(compiled('re<keep> salt').problems[0]!.message, /let a <mark> stand alone/u);
  });

  it('needs words, and a name of its own', () => {
    const { problems } = compiled(
      '<keep> salt',
      `${FAMILIES}  - {id: keep, about: Again., verbs: [own]}\n  - {id: none, about: None.}\n`,
    );
    assert.deepEqual(
      problems.map(({ line, message }) => [line, message]),
      [
        [9, 'family `keep` is defined twice; merge them'],
        [10, 'family `none`: give it `verbs`, `nouns` or `words`'],
      ],
    );
  });

  it('keeps the forms of a verb once in what is shipped', () => {
    const { forms, named } = compiled('<keep> salt').terminology!.families!;
    assert.equal(forms['hold'], 'holds holding held');
    assert.deepEqual(named['keep'], { verbs: 'hoard|hold … back|colour', words: 'grip|grips|in store' });
  });
});
