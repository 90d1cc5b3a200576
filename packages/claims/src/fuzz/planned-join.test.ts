import { QueryEngine } from '@comunica/query-sparql';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collectAnswer, type Result } from '../query/collect-answer.ts';
import { loadClaims } from '../query/load-claims.ts';
import { parseQuery } from '../query/parse-query.ts';
import { answerByPlan } from '../query/plan/run-plan.ts';
import { createRdfSource } from '../store/rdf-source.ts';
import { claimText } from '../test-support/claim-text.ts';
import { inOrder, keysOf, rowsOf } from './compared-answers.ts';
import { generateQueries, kinds } from './generated-queries.ts';

const CASES = 6_000 * Number(process.env['FUZZ_FACTOR'] ?? 1);
const seed = Number(process.env['FUZZ_SEED'] ?? 20261122);

const { data, query } = generateQueries(kinds);
const engine = new QueryEngine();

/** Whether the planned join answers; then Comunica must give the same. */
async function isPlanned(texts: readonly string[], sparql: string): Promise<boolean> {
  const store = loadClaims(texts.map((text, at) => claimText(text, { graph: `urn:sha256:${at}` })));
  const source = createRdfSource(store);
  const parsed = await engine
    .explain(sparql, { sources: [source as never] }, 'parsed')
    .catch(() => undefined);
  // Some texts group in a way that SPARQL does not allow.
  if (!parsed) return false;
  const operation = parseQuery(sparql);
  expect(JSON.stringify(operation)).toBe(JSON.stringify(parsed.data));
  const own = answerByPlan(store, operation, 10_000);
  if (!own) return false;
  const context = { sources: [source] };
  const result = await engine.query(operation as never, context as never);
  const theirs = await collectAnswer(result as unknown as Result, 10_000);
  if (own.form !== 'select') {
    expect(own).toEqual(theirs);
    return true;
  }
  expect(own.variables).toEqual(theirs.form === 'select' && theirs.variables);
  expect(inOrder(rowsOf(own))).toEqual(inOrder(rowsOf(theirs)));
  // Rows that compare as equal may stand in either order.
  const [, by = ''] = /ORDER BY (?:DESC\()?\?(\w)/.exec(sparql) ?? [];
  expect(keysOf(own, by)).toEqual(keysOf(theirs, by));
  return true;
}

describe(answerByPlan, () => {
  it('gives the answer of Comunica, or none', async () => {
    let planned = 0;
    let withHaving = 0;
    let withOptional = 0;
    await fc.assert(
      fc.asyncProperty(data, query, async (texts, sparql) => {
        if (!(await isPlanned(texts, sparql))) return;
        planned++;
        if (sparql.includes('HAVING')) withHaving++;
        if (sparql.includes('OPTIONAL')) withOptional++;
      }),
      { numRuns: CASES, seed },
    );
    expect(planned).toBeGreaterThan(CASES / 4);
    expect(withHaving).toBeGreaterThan(CASES / 40);
    expect(withOptional).toBeGreaterThan(CASES / 40);
  });

  const text = '<urn:a> <urn:p> "1" .\n<urn:a> <urn:q> "2" .\n<urn:a> <urn:r> "3" .\n';
  it.each([
    ['OPTIONAL { ?a <urn:q> ?m } OPTIONAL { ?a <urn:r> ?m }', false],
    ['OPTIONAL { ?a <urn:q> ?m } ?a <urn:r> ?m', false],
    ['OPTIONAL { ?a <urn:q> ?m FILTER(?m > 1) }', false],
    ['OPTIONAL { ?a <urn:q> ?m OPTIONAL { ?a <urn:r> ?n } }', false],
    ['OPTIONAL { ?a <urn:q> ?m } FILTER(!BOUND(?m))', false],
    ['OPTIONAL { ?a <urn:q> ?m } FILTER(?m = "2")', false],
    ['OPTIONAL { ?a <urn:q> ?m } OPTIONAL { ?a <urn:none> ?n } ?a <urn:r> ?b', true],
    ['OPTIONAL { ?a <urn:q> ?m . ?a <urn:none> ?n } FILTER(?c = "1")', true],
  ])('leaves an OPTIONAL that cannot come last to Comunica: %s', async (pattern, planned) => {
    const sparql = `SELECT * { GRAPH ?g { ?a <urn:p> ?c ${pattern} } }`;
    expect(await isPlanned([text], sparql)).toBe(planned);
  });
});
