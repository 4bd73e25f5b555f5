import assert from 'node:assert/strict';
import { compileTerminology } from '../../../engine/src/terminology/compile.js';
import type { CompiledTerminology } from '../../../engine/src/terminology/compiled.js';
import { loadTerminology, TerminologyError, type Terminology } from '../../../engine/src/terminology/terminology.js';

const compiled = compileTerminology([
  {
    path: 'terms.yaml',
    text: `
sources: {book: {title: A book}}
concepts:
  - id: calcium-deposit
    preferred: calcium deposit
    kind: sign
    facts:
      - {level: {calcium: normal}, sources: [book]}
      - {caused-by: [injury], sources: [book]}
  - id: skin-deposit
    preferred: {us: skin edema deposit, uk: skin oedema deposit}
    kind: sign
    variants:
      - {text: chalk lump, status: lay}
      - {text: SD, status: abbreviation}
      - {text: skin deposite, status: misspelling}
    facts:
      - {is-a: [calcium-deposit], sources: [book]}
      - {caused-by: [cold], sources: [book]}
    examples:
      - {text: A skin deposite., reports: ["misspelled-term: skin deposite"]}
      - {text: A skin deposit., reports: []}
  - id: toe-deposit
    preferred: toe deposit
    kind: sign
    facts:
      - {is-a: [skin-deposit], sources: [book]}
      - {is-a: [vessel-disease], sources: [book], disputed: some differ}
      - {level: {calcium: high}, unverified: not read}
  - id: vessel-disease
    preferred: vessel disease
    kind: disease
    facts:
      - {caused-by: [smoke], sources: [book]}
  - {id: injury, preferred: injury, kind: cause, variants: [{text: trauma, status: admitted}]}
  - {id: cold, preferred: cold, kind: cause}
  - {id: common-cold, preferred: common cold, kind: disease, variants: [{text: cold, status: lay}]}
  - {id: smoke, preferred: smoke, kind: cause}
  - {id: loosener, preferred: loosener, kind: drug-class, facts: [{is-a: [remedy], sources: [book]}]}
  - {id: softener, preferred: softener, kind: drug-class}
  - {id: remedy, preferred: remedy, kind: drug-class}
  - {id: zyladrug, preferred: zyladrug, kind: drug, facts: [{class: [loosener, softener], sources: [book]}]}
  - {id: abadrug, preferred: abadrug, kind: drug, facts: [{class: [softener], unverified: not read}]}
classifications:
  - id: by-place
    of: [calcium-deposit]
    members: [{name: skin, concepts: [skin-deposit]}]
    accepted: [{members: [skin], sources: [book]}]
    examples: [{text: Two., reports: ["nonstandard-classification: Two"]}, {text: One., reports: []}]
`,
  },
]);

describe('the terminology', () => {
  let terminology: Terminology;
  before(() => {
    assert.deepEqual(compiled.problems, []);
    terminology = loadTerminology(compiled.terminology!);
  });

  for (const [what, text, ids] of [
    ['a preferred term', 'calcium deposit', ['calcium-deposit']],
    ['a term of either style', 'skin oedema deposit', ['skin-deposit']],
    ['a term in capitals, with other hyphens', 'Skin-Edema  Deposit', ['skin-deposit']],
    ['a plural', 'toe deposits', ['toe-deposit']],
    ['a lay word', 'chalk lumps', ['skin-deposit']],
    ['an id', 'toe-deposit', ['toe-deposit']],
    ['both concepts of a shared name', 'cold', ['cold', 'common-cold']],
    ['nothing for a part of a term', 'toe', []],
    ['nothing for a term and more', 'toe deposit today', []],
    ['nothing for no text', '', []],
  ] as const) {
    it(`looks up ${what}`, () => assert.deepEqual([...terminology.lookup(text)].sort(), ids));
  }

  it('names the nearest terms, best first, each concept once, and no wrong spelling among them', () => {
    assert.deepEqual(terminology.nearest('toe depossit', 1), [{ conceptId: 'toe-deposit', term: 'toe deposit' }]);
    const nearest = terminology.nearest('skin deposite', 20);
    assert.ok(nearest.every((near) => near.term !== 'skin deposite'));
    assert.equal(new Set(nearest.map((near) => near.conceptId)).size, nearest.length);
    assert.ok(nearest.length <= 20);
  });

  it('names what begins with the text first, and nothing where nothing is near', () => {
    assert.equal(terminology.nearest('calcium', 1)[0]!.conceptId, 'calcium-deposit');
    assert.deepEqual(terminology.nearest('quetzalcoatlus', 3), []);
  });

  it('follows is-a and class from link to link, and never backwards', () => {
    assert.ok(terminology.isA('toe-deposit', 'toe-deposit'));
    assert.ok(terminology.isA('toe-deposit', 'skin-deposit'));
    assert.ok(terminology.isA('toe-deposit', 'calcium-deposit'));
    assert.ok(terminology.isA('zyladrug', 'remedy'));
    assert.ok(!terminology.isA('calcium-deposit', 'toe-deposit'));
    assert.ok(!terminology.isA('nowhere', 'toe-deposit'));
  });

  it('counts a disputed is-a as one, so that a text that says it is never reported', () => {
    assert.ok(terminology.isA('toe-deposit', 'vessel-disease'));
  });

  it('hands statements down, nearest first, but not along a disputed is-a', () => {
    const causes = terminology.inheritedFacts('toe-deposit', 'caused-by').map((fact) => fact.object);
    assert.deepEqual(causes, ['cold', 'injury']);
  });

  it('gives a concept its own statements apart from those handed down', () => {
    assert.deepEqual(terminology.facts('toe-deposit', 'caused-by'), []);
    assert.deepEqual(
      terminology.inheritedFacts('toe-deposit', 'level').map((fact) => [fact.value, fact.standing]),
      [
        ['high', 'unverified'],
        ['normal', 'sourced'],
      ],
    );
  });

  it('knows which scheme divides a concept and which one it is a member of', () => {
    assert.equal(terminology.classificationOf('calcium-deposit')!.id, 'by-place');
    assert.equal(terminology.classificationOf('skin-deposit'), undefined);
    assert.equal(terminology.memberOf('skin-deposit')!.name, 'skin');
    assert.equal(terminology.memberOf('toe-deposit'), undefined);
  });

  it('knows the medicines of a class', () => {
    assert.ok(terminology.shareMember('loosener', 'softener'));
    assert.ok(terminology.shareMember('remedy', 'softener'));
    assert.equal(terminology.exampleMember('softener'), 'zyladrug', 'one whose class is sourced');
    assert.equal(terminology.exampleMember('remedy'), undefined);
    assert.deepEqual(terminology.classTerms('zyladrug', 'us'), ['loosener', 'softener']);
    assert.deepEqual(terminology.classTerms('abadrug', 'us'), []);
  });

  it('names a concept as the style does, and an unknown one by its id', () => {
    assert.equal(terminology.preferredTerm('skin-deposit', 'us'), 'skin edema deposit');
    assert.equal(terminology.preferredTerm('skin-deposit', 'uk'), 'skin oedema deposit');
    assert.equal(terminology.preferredTerm('nowhere', 'us'), 'nowhere');
  });
});

describe('loading a terminology', () => {
  const right = compiled.terminology!;
  for (const [what, value, message] of [
    ['nothing', undefined, /is not one.*npm run build/u],
    ['null', null, /is not one/u],
    ['text', 'terminology', /is not one/u],
    ['a list', [], /is not one/u],
    ['another format', { ...right, format: 'other' }, /is not one/u],
    ['a newer version', { ...right, formatVersion: 3 }, /format version 3, this Kossa reads version 2/u],
    ['no version', { ...right, formatVersion: undefined }, /format version undefined/u],
    ['no concepts', { ...right, concepts: undefined }, /has no concepts/u],
    ['concepts that are no list', { ...right, concepts: {} }, /has no concepts/u],
    ['phrases that are cut off', { ...right, phrases: undefined }, /has no phrases/u],
    ['no eponyms', { ...right, eponyms: null }, /has no eponyms/u],
    ['an empty list of concepts', { ...right, concepts: [] }, /is empty/u],
  ] as const) {
    it(`refuses ${what}, and says what to do`, () => {
      assert.throws(
        () => loadTerminology(value as unknown as CompiledTerminology),
        (error) => {
          assert.ok(error instanceof TerminologyError);
          assert.match(error.message, message);
          assert.match(error.message, /npm run build|install Kossa again/u);
          return true;
        },
      );
    });
  }

  it('takes what has been through JSON', () => {
    const terminology = loadTerminology(JSON.parse(JSON.stringify(right)) as CompiledTerminology);
    assert.deepEqual(terminology.lookup('toe deposit'), ['toe-deposit']);
  });
});
