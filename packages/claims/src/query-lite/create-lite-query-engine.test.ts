import { g } from '@grondslag/vocab';
import { describe, expect, it } from 'vitest';
import type { NarrowedClaim } from '../claim/verified-claim.ts';
import { claimText } from '../test-support/claim-text.ts';
import { createLiteQueryEngine } from './create-lite-query-engine.ts';

const engine = createLiteQueryEngine({ timeoutSeconds: 1, maxRows: 5 });

function claim(amount: string): NarrowedClaim {
  const { source, validFrom, holdsAt, statusCheckedAt, ...text } = claimText(
    `<urn:anna> <${g.amount}> "${amount}"^^<http://www.w3.org/2001/XMLSchema#decimal> .\n`,
  );
  // The part of a claim that a query reads.
  return {
    ...text,
    source: { id: source },
    validFrom: new Date(validFrom),
    holdsAt: new Date(holdsAt),
    statusCheckedAt: new Date(statusCheckedAt),
  } as never;
}

const claims = ['10.00', '20.00', '30.00'].map(claim);

describe(createLiteQueryEngine, () => {
  it.each([
    ['by the planned join', '?a > 15'],
    ['by Comunica', 'ABS(?a) > 15'],
  ])('answers %s', async (_, test) => {
    const sparql = `SELECT ?who (SUM(?a) AS ?sum) { GRAPH ?c { ?who <${g.amount}> ?a FILTER(${test}) } } GROUP BY ?who`;
    expect(await engine.query(sparql, claims)).toMatchObject({
      rows: [{ sum: { value: '50.0' } }],
    });
    const bindings = { who: { termType: 'NamedNode', value: 'urn:nobody' } } as const;
    expect(await engine.query(sparql, claims, { bindings })).toMatchObject({ rows: [] });
  });

  it.each([
    ['SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }', 'service_refused'],
    ['SELECT * FROM <http://127.0.0.1:1/> { ?s ?p ?o }', 'query_form_refused'],
    ['LOAD <http://127.0.0.1:1/>', 'query_form_refused'],
    ['SELEC', 'query_syntax'],
    ['SELECT * { ?s ?p ?o FILTER(ISIRI(?s)) }', 'answer_too_large'],
    ['DESCRIBE ?g { ?g ?p ?o }', 'answer_too_large'],
  ])('refuses %s', async (sparql, code) => {
    await expect(engine.query(sparql, claims)).rejects.toMatchObject({ code });
  });

  const product = `SELECT (COUNT(*) AS ?n) { ${[1, 2, 3, 4, 5, 6, 7].map((i) => `?s${i} ?p${i} ?o${i} .`).join(' ')} FILTER(ISIRI(?s1)) }`;

  it('stops a product of everything with everything, and answers again after it', async () => {
    await expect(engine.query(product, claims)).rejects.toMatchObject({ code: 'query_timeout' });
    expect(await engine.query('ASK { ?g ?p ?o }', claims)).toMatchObject({ value: true });
  });

  it('stops when it is told to', async () => {
    const controller = new AbortController();
    const answer = createLiteQueryEngine().query(product, claims, { signal: controller.signal });
    setTimeout(() => controller.abort(new Error('The page was left.')), 500);
    await expect(answer).rejects.toThrow('The page was left.');
  });
});
