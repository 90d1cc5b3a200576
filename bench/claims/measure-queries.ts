import { createQueryEngine } from '@grondslag/claims/query';
import { g, prov, XSD } from '@grondslag/vocab';
import { Store } from 'oxigraph';
import { cpuMilliseconds, median, type Result } from '../measurement.ts';
import { incomeClaim } from './income-claims.ts';
import { CREDENTIALS, ROUNDS } from './sizes.ts';
import { toTexts } from './to-texts.ts';

const income = `?who <${g.income}> ?i . ?i <${g.amount}> ?amount ; <${g.year}> "2024"^^<${XSD}gYear> .`;
const questions = {
  'patterns and filter': `SELECT ?who ?amount ?source { GRAPH ?c { ${income} FILTER(?amount > 50000) } ?c <${prov.wasAttributedTo}> ?source }`,
  'aggregate by source': `SELECT ?source (COUNT(*) AS ?n) (AVG(?amount) AS ?mean) (MAX(?amount) AS ?most) { GRAPH ?c { ${income} FILTER(?amount > 20000) } ?c <${prov.wasAttributedTo}> ?source } GROUP BY ?source`,
};

/** A question over very many citizens, and loading what it is about, beside oxigraph: CPU, the same data, the same answer. */
export async function measureQueries(progress: (text: string) => void): Promise<readonly Result[]> {
  const claims = Array.from({ length: CREDENTIALS }, (_, serial) => incomeClaim(serial));
  const texts = toTexts(claims);
  const engine = createQueryEngine({ timeoutSeconds: 60, maxRows: CREDENTIALS });
  const prepared = await Promise.all(Object.values(questions).map((one) => engine.prepare(one)));
  const times = new Map<string, { own: number[]; other: number[] }>();
  const record = (name: string, own: number, other: number, round: number) => {
    const known = times.get(name) ?? { own: [], other: [] };
    times.set(name, known);
    if (round < 0) return;
    known.own.push(own);
    known.other.push(other);
  };

  for (let round = -1; round < ROUNDS; round++) {
    let dataset = engine.createDataset();
    let store = new Store();
    const load = await cpuMilliseconds(async () => {
      dataset = engine.createDataset();
      dataset.add(claims);
      // Makes the indexes too, as oxigraph does while it loads.
      for (const one of prepared) await dataset.query(one);
    });
    const otherLoad = await cpuMilliseconds(async () => {
      store = new Store();
      for (const text of texts) {
        store.load(text, { format: 'application/n-quads', no_transaction: true, lenient: true });
      }
      for (const one of Object.values(questions)) store.query(one);
    });
    record('load and first answers', load, otherLoad, round);
    for (const [at, [name, sparql]] of Object.entries(questions).entries()) {
      let rows = 0;
      let otherRows = 0;
      const own = await cpuMilliseconds(async () => {
        const answer = await dataset.query(prepared[at] ?? sparql);
        rows = answer.form === 'select' ? answer.rows.length : -1;
      });
      const other = await cpuMilliseconds(async () => {
        otherRows = (store.query(sparql) as unknown[]).length;
      });
      if (rows !== otherRows) throw new Error(`${name}: ${rows} rows, oxigraph ${otherRows}`);
      record(name, own, other, round);
    }
    dataset.close();
    progress(round < 0 ? 'warmed up' : `round ${round + 1} of ${ROUNDS}`);
  }
  await engine.close();

  return [...times].map(([name, { own, other }]) => {
    // Of each round, so that a busy moment falls on both.
    const ratio = median(own.map((time, round) => time / (other[round] ?? Number.NaN)));
    const most = name.startsWith('load') ? 0.5 : 1;
    return {
      suite: 'claims',
      name: `${name}, ${CREDENTIALS} credentials, CPU`,
      figure: median(own),
      unit: 'ms',
      peer: 'oxigraph, one store',
      peerFigure: median(other),
      ratio,
      target: `ratio <= ${most}`,
      holds: ratio <= most,
    };
  });
}
