import assert from 'node:assert/strict';
import { allRules } from '../../../engine/src/index.js';
import { compileProjectTerminology } from '../../../scripts/build-terminology.js';

describe('the shipped terminology', () => {
  const compilation = compileProjectTerminology();
  const terminology = compilation.terminology!;

  it('compiles without a complaint', () => {
    assert.deepEqual(compilation.problems, []);
  });

  it('compiles to the same text twice', () => {
    assert.equal(JSON.stringify(compileProjectTerminology()), JSON.stringify(compilation));
  });

  it('grounds no finding on a statement without source, and no more than a hint on a disputed one', () => {
    for (const concept of terminology.concepts) {
      for (const fact of concept.facts) {
        const where = `${concept.id} ${fact.relation}`;
        if (fact.standing === 'sourced') assert.ok(fact.sources.length > 0, where);
        if (fact.standing === 'unverified') assert.equal(fact.severity, 'none', where);
        if (fact.standing === 'disputed') assert.equal(fact.severity, 'hint', where);
      }
    }
  });

  it('denies nothing without a reason and a source', () => {
    const bare = terminology.concepts.flatMap((concept) =>
      concept.facts
        .filter((fact) => fact.denied && (fact.because === undefined || fact.sources.length === 0))
        .map(() => concept.id),
    );
    assert.deepEqual(bare, []);
  });

  it('states and denies nothing at once', () => {
    const both = terminology.concepts.flatMap((concept) => {
      const statement = (fact: (typeof concept.facts)[number]): string =>
        [fact.relation, fact.object, fact.value, fact.analyte].join(' ');
      const denied = new Set(concept.facts.filter((fact) => fact.denied).map(statement));
      return concept.facts
        .filter((fact) => !fact.denied && denied.has(statement(fact)))
        .map((fact) => `${concept.id}: ${statement(fact)}`);
    });
    assert.deepEqual(both, []);
  });

  it('states nothing twice', () => {
    const twice = terminology.concepts.flatMap((concept) => {
      const statements = concept.facts.map((fact) =>
        [fact.denied === true, fact.relation, fact.object, fact.value, fact.analyte].join(' '),
      );
      return statements
        .filter((statement, index) => statements.indexOf(statement) < index)
        .map((statement) => `${concept.id}: ${statement}`);
    });
    assert.deepEqual(twice, []);
  });

  it('cites a source for every class that is closed, and closes nothing but classes of medicines and of diseases', () => {
    const closed = terminology.concepts.filter((concept) => concept.closed !== undefined);
    assert.ok(closed.length > 5);
    for (const concept of closed) {
      assert.ok(concept.closed!.sources.length > 0, concept.id);
      assert.ok(['drug-class', 'disease', 'cause'].includes(concept.kind), concept.id);
    }
  });

  it('cites a source for every name that it advises against', () => {
    const bare = terminology.concepts.flatMap((concept) =>
      concept.variants
        .filter((variant) => variant.status === 'deprecated' && (variant.sources ?? concept.sources).length === 0)
        .map((variant) => `${concept.id}: ${variant.text}`),
    );
    assert.deepEqual(bare, []);
  });

  it('holds no ATC code, and cites no list of them', () => {
    for (const [id, source] of Object.entries(terminology.sources)) {
      assert.doesNotMatch(`${id} ${source.title}`, /\batc|\bATC\b/u, id);
    }
    const systems = new Set(terminology.concepts.flatMap((concept) => concept.codes ?? []).map((code) => code.system));
    assert.ok(!systems.has('ATC'));
    const text = JSON.stringify(terminology.concepts);
    assert.doesNotMatch(text, /\b[A-DGHJL-NPRSV]\d{2}[A-Z]{2}\d{2}\b|\bATC (?:code )?[A-Z]\d/u);
  });

  it('has the attribution that HPO asks for, wherever its codes are cited', () => {
    const cited = terminology.concepts
      .flatMap((concept) => concept.codes ?? [])
      .filter((code) => code.code.startsWith('HP:') || code.system === 'HPO');
    assert.ok(cited.length > 0);
    for (const code of cited) {
      assert.equal(code.system, 'HPO', code.code);
      assert.match(
        terminology.sources[code.source]!.attribution ?? '',
        /Human Phenotype Ontology.*version/u,
        code.code,
      );
    }
  });

  it('gives every medicine a class, unless it is carried as names only', () => {
    const bare = terminology.concepts.filter(
      (concept) =>
        concept.kind === 'drug' &&
        concept.sources.length > 0 &&
        !concept.facts.some((fact) => !fact.denied && (fact.relation === 'class' || fact.relation === 'is-a')),
    );
    assert.deepEqual(
      bare.map((concept) => concept.id),
      [],
    );
  });

  it('states nothing as sourced of a concept that has no source itself', () => {
    const bold = terminology.concepts.filter(
      (concept) => concept.sources.length === 0 && concept.facts.some((fact) => fact.standing === 'sourced'),
    );
    assert.deepEqual(
      bold.map((concept) => concept.id),
      [],
    );
  });

  it('lists no source that neither an entry nor a rule cites, and gives each a title and an address, or says why there is none', () => {
    const cited = JSON.stringify([{ ...terminology, sources: {} }, allRules.map((rule) => rule.sources)]);
    for (const [id, source] of Object.entries(terminology.sources)) {
      assert.ok(source.title.length > 5, id);
      assert.ok(
        /^https?:\/\//u.test(source.url) || /without an address/u.test(source.title + (source.note ?? '')),
        `${id}: no address`,
      );
      assert.ok(cited.includes(`"${id}"`), `${id} is cited nowhere`);
    }
  });
});
