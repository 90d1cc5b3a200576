import { median, type Result } from '../measurement.ts';
import { runAlone } from './run-alone.ts';
import { CREDENTIALS, ROUNDS } from './sizes.ts';

const importTime = (...modules: string[]) => `
  const start = performance.now();
  ${modules.map((name) => `await import('${name}');`).join('\n')}
  console.log(performance.now() - start);`;

/** From making an engine to the answer to a question that only Comunica can answer. */
const engineReady = `
  const { createQueryEngine } = await import('@grondslag/claims/query');
  const start = performance.now();
  const engine = createQueryEngine();
  await engine.query('SELECT ?s ?nothing { ?s ?p ?o }', []);
  console.log(performance.now() - start);
  await engine.close();`;
const comunicaReady = `
  const start = performance.now();
  const { QueryEngine } = await import('@comunica/query-sparql');
  const { Store } = await import('n3');
  const bindings = await new QueryEngine().queryBindings('SELECT ?s { ?s ?p ?o }', { sources: [new Store()] });
  await bindings.toArray();
  console.log(performance.now() - start);`;

/** Growth of resident memory, in bytes a statement. */
const memoryOf = (load: string) => `
  const { incomeClaim } = await import('./income-claims.ts');
  const { toTexts } = await import('./to-texts.ts');
  const count = ${CREDENTIALS};
  ${load}`;
const ownMemory = memoryOf(`
  const { createQueryEngine } = await import('@grondslag/claims/query');
  const engine = createQueryEngine();
  const claims = function* () { for (let serial = 0; serial < count; serial++) yield incomeClaim(serial); };
  engine.createDataset().add([incomeClaim(0)]);
  gc();
  const before = process.memoryUsage();
  const dataset = engine.createDataset();
  dataset.add(claims());
  await dataset.query('ASK { GRAPH ?g { ?s ?p 1 } }');
  gc();
  const after = process.memoryUsage();
  const grown = after.heapUsed + after.external - before.heapUsed - before.external;
  console.log(grown / dataset.size);
  await engine.close();`);
const oxigraphMemory = memoryOf(`
  const { Store } = await import('oxigraph');
  new Store();
  gc();
  const before = process.memoryUsage.rss();
  const store = new Store();
  for (let from = 0; from < count; from += 500) {
    const some = Array.from({ length: Math.min(500, count - from) }, (_, at) => incomeClaim(from + at));
    for (const text of toTexts(some, from)) store.load(text, { format: 'application/n-quads', no_transaction: true, lenient: true });
  }
  gc();
  console.log((process.memoryUsage.rss() - before) / store.size);`);

/** What a program waits for before it can verify and ask, and what a dataset takes: each in processes of their own. */
export async function measureStart(progress: (text: string) => void): Promise<readonly Result[]> {
  const compare = async (
    name: string,
    own: string,
    peer: string,
    other: string,
    unit: string,
    most: number,
  ): Promise<Result> => {
    const figures: number[] = [];
    const others: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      figures.push(await runAlone(own));
      others.push(await runAlone(other));
    }
    progress(name);
    const [figure, peerFigure] = [median(figures), median(others)];
    return {
      ...{ suite: 'claims', name, figure, unit, peer, peerFigure, ratio: figure / peerFigure },
      ...{ target: `figure <= ${most} ${unit}`, holds: figure <= most },
    };
  };
  const peers = [
    '@digitalbazaar/vc',
    '@digitalbazaar/data-integrity',
    '@digitalbazaar/eddsa-rdfc-2022-cryptosuite',
  ];
  return [
    await compare(
      'import of the package without Comunica',
      importTime('@grondslag/claims'),
      '@digitalbazaar/vc with its suite',
      importTime(...peers),
      ...(['ms', 40] as const),
    ),
    await compare(
      'Comunica ready in the background: engine made to first answer of it',
      engineReady,
      'Comunica and n3.Store, import to first answer',
      comunicaReady,
      ...(['ms', 450] as const),
    ),
    await compare(
      'memory of a statement in a dataset',
      ownMemory,
      'oxigraph, resident',
      oxigraphMemory,
      ...(['B', 350] as const),
    ),
  ];
}
