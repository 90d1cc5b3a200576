import { createClaimVerifier, type VerifiedClaim } from '@grondslag/claims';
import { createQueryEngine } from '@grondslag/claims/query';
import { cpuMilliseconds, median, type Result, wallMilliseconds } from '../measurement.ts';
import { createPeer } from './verify-peer.ts';
import { CITIZEN, makeSamples } from './verify-samples.ts';

const CREDENTIALS = 200;
const ROUNDS = 7;
const PREFIX = 'PREFIX g: <https://w3id.org/grondslag/terms#>';
const ownQuestion = `${PREFIX} SELECT ?amount WHERE { GRAPH ?fact { ?s g:income [ g:amount ?amount ] } FILTER(?amount > 20049) }`;
const peerQuestion = `${PREFIX} SELECT ?amount WHERE { ?s g:income [ g:amount ?amount ] FILTER(?amount > 20049) }`;

/** Stored bytes → proof, issuer, dates, status → one SPARQL answer, per credential, against the usual stack, in turn. */
export async function measureVerify(progress: (text: string) => void): Promise<readonly Result[]> {
  const samples = await makeSamples(CREDENTIALS);
  const peer = createPeer(samples);
  const fetchStatusList = async () =>
    new Response(JSON.stringify(samples.statusList), {
      headers: { 'content-type': 'application/vc' },
    });
  const verifier = createClaimVerifier({ sources: [samples.source], fetch: fetchStatusList });
  const engine = createQueryEngine({ timeoutSeconds: 60 });

  async function runOwn(): Promise<number> {
    const claims: VerifiedClaim[] = [];
    for (const text of samples.texts) {
      const result = await verifier.verify('https://vault.example/fact', text, CITIZEN);
      if (!result.verified)
        throw new Error(`A good credential was left out: ${result.leftOut.reason}`);
      claims.push(result.claim);
    }
    const answer = await engine.query(ownQuestion, claims);
    return answer.form === 'select' ? answer.rows.length : -1;
  }

  const own = { cpu: [] as number[], wall: [] as number[] };
  const other = { cpu: [] as number[], wall: [] as number[] };
  for (let round = -1; round < ROUNDS; round++) {
    for (const [times, run] of [
      [own, runOwn],
      [other, () => peer.run(samples.texts, peerQuestion)],
    ] as const) {
      let rows = 0;
      let wall = 0;
      const cpu = await cpuMilliseconds(async () => {
        wall = await wallMilliseconds(async () => {
          rows = await run();
        });
      });
      if (rows !== CREDENTIALS - 50)
        throw new Error(`Expected ${CREDENTIALS - 50} rows, got ${rows}`);
      if (round < 0) continue;
      times.cpu.push(cpu / CREDENTIALS);
      times.wall.push(wall / CREDENTIALS);
    }
    progress(round < 0 ? 'warmed up' : `round ${round + 1} of ${ROUNDS}`);
  }
  await engine.close();

  const result = (name: string, figure: number, peerFigure: number): Result => ({
    suite: 'verify',
    name,
    figure,
    unit: 'ms',
    peer: '@digitalbazaar/vc + n3.Store + Comunica, on the same patched jsonld',
    peerFigure,
    ratio: figure / peerFigure,
    target: 'ratio <= 0.75',
    holds: figure / peerFigure <= 0.75,
  });
  return [
    result(
      `verify and query ${CREDENTIALS}, CPU per credential`,
      median(own.cpu),
      median(other.cpu),
    ),
    result(
      `verify and query ${CREDENTIALS}, wall per credential`,
      median(own.wall),
      median(other.wall),
    ),
  ];
}
