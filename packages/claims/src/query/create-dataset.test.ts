import { g } from '@grondslag/vocab';
import { afterAll, describe, expect, it } from 'vitest';
import { claimText } from '../test-support/claim-text.ts';
import { createDataset } from './create-dataset.ts';
import { createQueryEngine } from './create-query-engine.ts';

const XSD = 'http://www.w3.org/2001/XMLSchema#';
const engine = createQueryEngine({ timeoutSeconds: 2, maxRows: 100 });
afterAll(() => engine.close());

function income(citizen: number, amount: string) {
  const canonical = [
    `<urn:citizen:${citizen}> <${g.income}> _:c14n0 .`,
    `_:c14n0 <${g.amount}> "${amount}"^^<${XSD}decimal> .`,
    `_:c14n0 <${g.year}> "2025"^^<${XSD}gYear> .`,
  ];
  const { source, validFrom, holdsAt, statusCheckedAt, ...text } = claimText(
    `${canonical.join('\n')}\n`,
  );
  // The part of a claim that a dataset reads.
  return {
    ...text,
    source: { id: source },
    validFrom: new Date(validFrom),
    holdsAt: new Date(holdsAt),
    statusCheckedAt: new Date(statusCheckedAt),
  } as never;
}

const total = `PREFIX g: <https://w3id.org/grondslag/terms#>
  SELECT (SUM(?a) AS ?sum) (AVG(?a) AS ?mean) { GRAPH ?c { ?who g:income [ g:amount ?a ] FILTER(?a > 100) } }`;
/** The same, said with a function that the planned join leaves to Comunica. */
const totalByComunica = total.replace('?a > 100', 'ABS(?a) > 100');

describe(createDataset, () => {
  it('gives the same answer here and in the thread, also after more was added', async () => {
    const dataset = engine.createDataset();
    const prepared = await engine.prepare(total);
    for (const [round, sum, mean] of [
      [1, '300.3', '150.15'],
      [2, '600.6', '150.15'],
    ] as const) {
      dataset.add([income(round * 2, '100.10'), income(round * 2 + 1, '200.20')]);
      const expected = { rows: [{ sum: { value: sum }, mean: { value: mean } }] };
      expect(await dataset.query(prepared)).toMatchObject(expected);
      expect(await dataset.query(totalByComunica)).toMatchObject(expected);
    }
    expect(dataset.size).toBe(4 * (3 + 7));
    dataset.close();
  });

  it('sends all of it again to a thread that had to be replaced', async () => {
    const dataset = engine.createDataset();
    dataset.add([income(1, '100.10')]);
    expect(await dataset.query(totalByComunica)).toMatchObject({
      rows: [{ sum: { value: '100.10' } }],
    });
    await expect(
      dataset.query(`ASK { FILTER(REGEX("${'a'.repeat(60)}b", "^(a+)+$")) }`),
    ).rejects.toMatchObject({ code: 'query_timeout' });
    expect(await dataset.query(totalByComunica)).toMatchObject({
      rows: [{ sum: { value: '100.10' } }],
    });
    dataset.close();
  }, 60_000);

  it('keeps datasets apart, and finds one citizen by binding', async () => {
    const [one, other] = [engine.createDataset(), engine.createDataset()];
    one.add([income(1, '500.00'), income(2, '600.00')]);
    other.add([income(1, '700.00')]);
    const question = await engine.prepare(
      `SELECT ?who ?c ?a { GRAPH ?c { ?who <${g.income}> [ <${g.amount}> ?a ] } }`,
    );
    const bindings = { who: { termType: 'NamedNode', value: 'urn:citizen:1' } } as const;
    const answer = await one.query(question, { bindings });
    expect(answer).toMatchObject({
      rows: [{ who: { value: 'urn:citizen:1' }, a: { value: '500.00' } }],
    });
    expect(answer).toMatchObject({ credentials: [{ source: 'https://tax.example/' }] });
    expect(await other.query(question, { bindings })).toMatchObject({
      rows: [{ a: { value: '700.00' } }],
    });
  });

  it('refuses an answer with more rows than allowed, wherever it is made', async () => {
    const dataset = engine.createDataset();
    dataset.add(Array.from({ length: 101 }, (_, citizen) => income(citizen, '1.00')));
    for (const filter of ['', 'FILTER(ABS(?a) > 0)']) {
      const sparql = `SELECT ?a { GRAPH ?c { ?i <${g.amount}> ?a ${filter} } }`;
      await expect(dataset.query(sparql)).rejects.toMatchObject({ code: 'answer_too_large' });
    }
  });

  it('leaves a product that is more than linear to the thread, and its time limit', async () => {
    const dataset = engine.createDataset();
    dataset.add(Array.from({ length: 400 }, (_, citizen) => income(citizen, '1.00')));
    const sparql = `SELECT (COUNT(*) AS ?n) { ${[1, 2, 3, 4].map((i) => `GRAPH ?c${i} { ?s${i} ?p${i} ?o${i} }`).join(' ')} }`;
    await expect(dataset.query(sparql)).rejects.toMatchObject({ code: 'query_timeout' });
  }, 60_000);

  it.each(['SELECT * { SERVICE <urn:x> { ?s ?p ?o } }', 'CLEAR ALL', 'SELEC'])(
    'refuses what an engine refuses: %s',
    async (sparql) => {
      await expect(engine.createDataset().query(sparql)).rejects.toMatchObject({
        name: 'QueryRefusedError',
      });
    },
  );
});
