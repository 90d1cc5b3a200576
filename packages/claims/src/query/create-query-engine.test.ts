import { g } from '@grondslag/vocab';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createClaimVerifier } from '../claim/create-claim-verifier.ts';
import type { VerifiedClaim } from '../claim/verified-claim.ts';
import {
  CITIZEN,
  diploma,
  household,
  income,
  type Json,
  NOW,
  type SampleSource,
  startSampleSource,
} from '../test-support/samples.ts';
import type { Parameter } from './bind-parameters.ts';
import { createQueryEngine, type QueryEngine } from './create-query-engine.ts';

const PREFIXES = `
  PREFIX g: <https://w3id.org/grondslag/terms#>
  PREFIX prov: <http://www.w3.org/ns/prov#>
  PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
`;

let source: SampleSource;
let engine: QueryEngine;
let claims: VerifiedClaim[];

async function verified(type: string, facts: Json): Promise<VerifiedClaim> {
  const verifier = createClaimVerifier({ sources: [source.participant], fetch, now: () => NOW });
  const text = JSON.stringify(await source.sign(source.credential(type, facts)));
  const result = await verifier.verify(`http://localhost:7100/fatima/facts/${type}`, text, CITIZEN);
  if (!result.verified) throw new Error(result.leftOut.reason);
  return result.claim;
}

beforeAll(async () => {
  source = await startSampleSource();
  engine = createQueryEngine({ timeoutSeconds: 2, maxRows: 50 });
  claims = [
    await verified('DiplomaCredential', { diploma }),
    await verified('IncomeCredential', { income }),
    await verified('HouseholdCredential', { household }),
  ];
}, 60_000);

afterAll(async () => {
  await engine.close();
  await source.stop();
});

const ask = (sparql: string, over = claims) => engine.query(PREFIXES + sparql, over);

describe(createQueryEngine, () => {
  it('answers SELECT with typed terms', async () => {
    const answer = await ask(`SELECT ?who ?amount ?missing WHERE {
      GRAPH ?g { ?who g:income [ g:amount ?amount ] } OPTIONAL { ?g g:none ?missing } }`);
    expect(answer).toEqual({
      form: 'select',
      variables: ['who', 'amount', 'missing'],
      rows: [
        {
          who: { termType: 'NamedNode', value: CITIZEN },
          amount: {
            termType: 'Literal',
            value: '21430.50',
            datatype: 'http://www.w3.org/2001/XMLSchema#decimal',
          },
        },
      ],
    });
  });

  it('answers ASK across claims, with EXISTS and subqueries', async () => {
    const answer = await ask(`ASK {
      GRAPH ?a { ?who g:household [ g:children ?n ] } FILTER(?n > 1)
      FILTER EXISTS { { SELECT ?who WHERE { GRAPH ?b { ?who g:income [ g:amount ?x ] } FILTER(?x < 30000) } } } }`);
    expect(answer).toEqual({ form: 'ask', value: true });
  });

  it('answers CONSTRUCT with each statement once', async () => {
    const answer = await ask(
      `CONSTRUCT { ?who g:reason "income \\"known\\"" } WHERE { GRAPH ?g { ?who ?p ?o } }`,
    );
    expect(answer).toMatchObject({ form: 'construct' });
    expect(answer.form === 'construct' && answer.nquads.split('\n')).toContain(
      `<${CITIZEN}> <${g.reason}> "income \\"known\\"" .`,
    );
    expect(answer.form === 'construct' && answer.nquads.match(/g#|terms#reason/g)).toHaveLength(
      (answer.form === 'construct' && new Set(answer.nquads.trim().split('\n')).size) || 0,
    );
  });

  it('reaches the provenance of each fact in the default graph', async () => {
    const [claim] = claims;
    const answer =
      await ask(`SELECT ?source ?credential ?resource ?type ?from ?until ?holds ?checked WHERE {
      GRAPH ?g { ?who g:diploma ?d }
      ?g prov:wasAttributedTo ?source ; g:credential ?credential ; prov:hadPrimarySource ?resource ;
         g:claimType ?type ; g:validFrom ?from ; g:validUntil ?until ; g:holdsAt ?holds ; g:statusCheckedAt ?checked }`);
    const rows = answer.form === 'select' ? answer.rows : [];
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      source: { value: source.participant.id },
      credential: { value: claim?.credential },
      resource: { value: claim?.resource },
      type: { value: g.DiplomaCredential },
      from: { value: '2026-01-05T09:00:00.000Z' },
      until: { value: '2027-01-05T09:00:00.000Z' },
      holds: { value: NOW.toISOString() },
      checked: { value: NOW.toISOString() },
    });
  });

  it('names the credentials of the graphs that rows show', async () => {
    const [, claim] = claims as [VerifiedClaim, VerifiedClaim];
    const answer = await ask(
      'SELECT ?amount ?c { GRAPH ?c { ?who g:income [ g:amount ?amount ] } }',
    );
    expect(answer).toMatchObject({ rows: [{ c: { value: claim.graph } }] });
    expect(answer.form === 'select' && answer.credentials).toEqual([
      {
        graph: claim.graph,
        source: source.participant.id,
        credential: claim.credential,
        claimType: g.IncomeCredential,
        resources: [claim.resource],
        validFrom: claim.validFrom,
        validUntil: claim.validUntil,
        holdsAt: NOW,
        statusCheckedAt: NOW,
      },
    ]);
  });

  it('does not take the word of a credential for being of another', async () => {
    const [, claim] = claims as [VerifiedClaim, VerifiedClaim];
    const hostile = {
      ...claim,
      graph: 'urn:sha256:00',
      canonical: `<urn:x> <urn:from> <${claim.graph}> .\n`,
    };
    const over = [claim, hostile];
    expect(await ask('SELECT ?c { GRAPH ?g { <urn:x> <urn:from> ?c } }', over)).not.toHaveProperty(
      'credentials',
    );
    const either = `SELECT ?c { { GRAPH ?g { <urn:x> <urn:from> ?c } } UNION { GRAPH ?c { ?s g:income ?o } } }`;
    expect(await ask(either, over)).not.toHaveProperty('credentials');
  });

  it('describes a node in all graphs, with the blank nodes it leads to', async () => {
    const answer = await ask(`DESCRIBE <${CITIZEN}>`);
    const { nquads = '', credentials = [] } = answer.form === 'construct' ? answer : {};
    expect(nquads).toContain('"21430.50"');
    expect(nquads).toContain('"Bachelor Verpleegkunde"');
    expect(nquads).not.toContain(g.statusCheckedAt);
    expect(new Set(credentials.map(({ graph }) => graph))).toEqual(
      new Set(claims.map(({ graph }) => graph)),
    );
  });

  it('describes what a pattern finds, counting solutions and not statements', async () => {
    const described = async (sparql: string) => {
      const answer = await ask(sparql);
      return answer.form === 'construct' ? answer : undefined;
    };
    const income = await described('DESCRIBE ?i { GRAPH ?g { ?who g:income ?i } } LIMIT 1');
    expect(income?.nquads).toMatch(/^_:\w+ <[^>]*amount> "21430.50"/m);
    expect(income?.credentials).toHaveLength(1);
    const provenance = await described('DESCRIBE ?g { ?g g:claimType g:DiplomaCredential }');
    expect(provenance?.nquads).toContain(g.statusCheckedAt);
    expect(await described('DESCRIBE <urn:nobody>')).toMatchObject({ nquads: '', credentials: [] });
    await expect(described('DESCRIBE ?s ?g { GRAPH ?g { ?s ?p ?o } }')).rejects.toMatchObject({
      code: 'answer_too_large',
    });
  });

  it.each(['SELECT ?who ?a', 'SELECT ?who (SUM(?x) AS ?a)'])(
    'takes values by binding: %s',
    async (select) => {
      const body = `{ GRAPH ?g { ?who g:income [ g:amount ?${select.includes('?x') ? 'x' : 'a'} ] } }`;
      const question = await engine.prepare(
        `${PREFIXES} ${select} ${body} ${select.includes('?x') ? 'GROUP BY ?who' : ''}`,
      );
      const about = async (who: string) =>
        await engine.query(question, claims, {
          bindings: { who: { termType: 'NamedNode', value: who } },
        });
      expect(await about(CITIZEN)).toMatchObject({
        variables: ['who', 'a'],
        rows: [{ who: { value: CITIZEN }, a: { value: '21430.50' } }],
      });
      expect(await about('https://vault.example/other#me')).toMatchObject({ rows: [] });
    },
  );

  it('binds in filters, subqueries that show it, BOUND, and templates', async () => {
    const value = {
      termType: 'Literal',
      value: '2',
      datatype: 'http://www.w3.org/2001/XMLSchema#integer',
    } as const;
    const given = async (sparql: string) =>
      await engine.query(PREFIXES + sparql, claims, { bindings: { n: value } });
    const where = 'GRAPH ?g { ?who g:household [ g:children ?c ] }';
    expect(await given(`ASK { ${where} FILTER(?c = ?n) }`)).toMatchObject({ value: true });
    expect(await given(`ASK { ${where} FILTER(?c > ?n) }`)).toMatchObject({ value: false });
    expect(await given('ASK { FILTER(BOUND(?n)) }')).toMatchObject({ value: true });
    const shown = `SELECT ?n ?who { { SELECT ?n ?who { GRAPH ?g { ?who g:household [ g:children ?n ] } } } }`;
    expect(await given(shown)).toMatchObject({ rows: [{ n: { value: '2' } }] });
    const own = `SELECT ?c { { SELECT (COUNT(?n) AS ?c) { GRAPH ?g { ?who g:diploma ?n } } } }`;
    expect(await given(own)).toMatchObject({ rows: [{ c: { value: '1' } }] });
    expect(await given(`CONSTRUCT { ?who <urn:n> ?n } { ${where} }`)).toMatchObject({
      nquads: expect.stringContaining('<urn:n> "2"^^<'),
    });
  });

  it.each([
    'SELECT ?n { BIND(1 AS ?n) }',
    'SELECT ?n { VALUES ?n { 1 } }',
    'SELECT (COUNT(*) AS ?n) {}',
  ])('refuses to bind what the query gives a value itself: %s', async (sparql) => {
    const bindings = { n: { termType: 'NamedNode', value: 'urn:x' } } as const;
    await expect(engine.query(sparql, claims, { bindings })).rejects.toMatchObject({
      code: 'query_form_refused',
    });
  });

  it.each([
    { termType: 'NamedNode', value: 'urn:x> <urn:y' },
    { termType: 'NamedNode', value: 'relative' },
    { termType: 'Literal', value: 'x', language: 'nl . <urn:x>' },
    { termType: 'Literal', value: 'x', datatype: 'urn:x> .' },
    { termType: 'Literal', value: '\ud800' },
    { termType: 'BlankNode', value: 'b1' },
  ])('refuses a binding that is no term: %j', async (parameter) => {
    const bindings = { n: parameter as Parameter };
    await expect(engine.query('ASK {}', claims, { bindings })).rejects.toBeInstanceOf(TypeError);
  });

  it('keeps what credentials say out of the default graph', async () => {
    expect(await ask(`ASK { ?who g:diploma ?d }`)).toEqual({ form: 'ask', value: false });
  });

  it('drops statements that name a graph, even if such a claim ever got here', async () => {
    const [claim] = claims as [VerifiedClaim];
    const hostile = {
      ...claim,
      canonical: `<urn:x> <${g.credential}> <urn:mine> .\n<${claim.graph}> <http://www.w3.org/ns/prov#wasAttributedTo> <https://tax.example/> <urn:sha256:00> .\n`,
    };
    expect(await ask(`ASK { <urn:x> ?p ?o }`, [hostile])).toEqual({ form: 'ask', value: false });
    expect(
      await ask(
        `ASK { { ?s ?p <https://tax.example/> } UNION { GRAPH ?g { ?s ?p <https://tax.example/> } } }`,
        [hostile],
      ),
    ).toEqual({ form: 'ask', value: false });
  });

  it('counts a fact once, at however many addresses the citizen keeps copies of it', async () => {
    const [, claim] = claims as [VerifiedClaim, VerifiedClaim];
    const copy = { ...claim, resource: `${claim.resource}-copy` };
    const answer = await ask(
      `SELECT (COUNT(?a) AS ?facts) (COUNT(DISTINCT ?r) AS ?addresses) WHERE {
        { GRAPH ?g { ?who g:income [ g:amount ?a ] } } UNION { ?g prov:hadPrimarySource ?r } }`,
      [claim, copy],
    );
    expect(answer).toMatchObject({ rows: [{ facts: { value: '1' }, addresses: { value: '2' } }] });
  });

  it('does not join blank nodes of two credentials', async () => {
    const answer = await ask(`SELECT ?n WHERE {
      GRAPH ?a { ?n g:title ?t } GRAPH ?b { ?n g:amount ?x } }`);
    expect(answer).toMatchObject({ rows: [] });
  });

  it.each([
    ['SERVICE', 'SELECT * WHERE { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }'],
    ['SERVICE SILENT', 'ASK { SERVICE SILENT ?x { ?s ?p ?o } }'],
    ['SERVICE in a subquery', 'SELECT * { { SELECT * { SERVICE <urn:x> { ?s ?p ?o } } } }'],
    ['SERVICE in EXISTS', 'SELECT * { ?s ?p ?o FILTER EXISTS { SERVICE <urn:x> { ?s ?p ?o } } }'],
    [
      'SERVICE in NOT EXISTS in OPTIONAL',
      'SELECT * { OPTIONAL { ?a ?b ?c FILTER NOT EXISTS { { SELECT * { SERVICE <urn:x> {} } } } } }',
    ],
    ['SERVICE in BIND', 'SELECT * { BIND(EXISTS { SERVICE <urn:x> { ?s ?p ?o } } AS ?e) }'],
    [
      'SERVICE in HAVING',
      'SELECT ?s { ?s ?p ?o } GROUP BY ?s HAVING(EXISTS { SERVICE <urn:x> {} })',
    ],
    ['SERVICE in ORDER BY', 'SELECT ?s { ?s ?p ?o } ORDER BY (EXISTS { SERVICE <urn:x> {} })'],
  ])('refuses %s', async (_, sparql) => {
    await expect(ask(sparql)).rejects.toMatchObject({
      name: 'QueryRefusedError',
      code: 'service_refused',
    });
  });

  it.each([
    'DESCRIBE <urn:x> FROM <urn:y>',
    'SELECT * FROM <http://127.0.0.1:1/> { ?s ?p ?o }',
    'SELECT * FROM NAMED <urn:x> { GRAPH ?g { ?s ?p ?o } }',
    'ASK FROM <urn:x> { ?s ?p ?o }',
    'CONSTRUCT { ?s ?p ?o } FROM <urn:x> WHERE { ?s ?p ?o }',
    'LOAD <http://127.0.0.1:1/>',
    'INSERT DATA { <urn:a> <urn:b> <urn:c> }',
    'DELETE WHERE { ?s ?p ?o }',
    'INSERT { ?s ?p ?o } USING <urn:x> WHERE { ?s ?p ?o }',
    'CLEAR ALL',
    'CREATE GRAPH <urn:a>',
    'MOVE <urn:a> TO <urn:b>',
    '',
  ])('refuses what does more than read: %s', async (sparql) => {
    await expect(ask(sparql)).rejects.toMatchObject({
      name: 'QueryRefusedError',
      code: 'query_form_refused',
    });
  });

  it.each(['SELEC ?x', 'SELECT * WHERE { ?s ?p', 'SELECT ?x { ?x unknown:p ?y }'])(
    'says that a query is not well formed: %s',
    async (sparql) => {
      await expect(ask(sparql)).rejects.toMatchObject({ code: 'query_syntax' });
    },
  );

  it('refuses an answer with more rows than allowed', async () => {
    await expect(
      ask('SELECT * { GRAPH ?a { ?s ?p ?o } GRAPH ?b { ?t ?q ?r } }'),
    ).rejects.toMatchObject({ code: 'answer_too_large' });
  });

  it.each([
    [
      'a regular expression that backtracks for ever',
      `ASK { FILTER(REGEX("${'a'.repeat(60)}b", "^(a+)+$")) }`,
    ],
    [
      'a product of everything with everything',
      `SELECT (COUNT(*) AS ?n) { ${Array.from({ length: 9 }, (_, i) => `GRAPH ?g${i} { ?s${i} ?p${i} ?o${i} }`).join(' ')} }`,
    ],
  ])(
    'stops %s, and answers again after it',
    async (_, sparql) => {
      const started = performance.now();
      await expect(ask(sparql)).rejects.toMatchObject({ code: 'query_timeout' });
      expect(performance.now() - started).toBeLessThan(20_000);
      expect(await ask('ASK { ?g g:credential ?c }')).toEqual({ form: 'ask', value: true });
    },
    60_000,
  );

  it('answers several questions at once, each with its own', async () => {
    const answers = await Promise.all([
      ask('SELECT (COUNT(*) AS ?n) { ?g g:credential ?c }'),
      ask('ASK { ?g g:credential ?c }', []),
    ]);
    expect(answers).toMatchObject([{ rows: [{ n: { value: '3' } }] }, { value: false }]);
  });

  it('refuses questions after it was closed', async () => {
    const other = createQueryEngine();
    await other.close();
    await expect(other.query('ASK {}', [])).rejects.toMatchObject({ code: 'query_failed' });
  });
});
