import {
  type ClaimVerifier,
  createClaimVerifier,
  createSodiumCrypto,
  type PlatformCrypto,
} from '@grondslag/claims';
import { createQueryEngine } from '@grondslag/claims/query';
import { g, XSD } from '@grondslag/vocab';
import sodium from 'sodium-native';
import type { Result } from '../measurement.ts';
import { type Contender, compareRates, interleave } from './interleave.ts';
import type { Scene } from './open-scene.ts';
import { rawNode } from './raw-signatures.ts';
import { PEER_PART, ROUNDS } from './sizes.ts';

const VC = 'https://www.w3.org/2018/credentials#';
const where = `WHERE { GRAPH ?credential { ?c <${VC}issuer> ?source . ?who <${g.income}> ?i . ?i <${g.year}> "2024"^^<${XSD}gYear> ; <${g.amount}> ?amount FILTER(?amount > 50000) } }`;
/** Who earned more than 50,000 in 2024, by which source and credential. */
const question = `SELECT ?who ?amount ?credential ?source ${where}`;
/** The planned join declines a variable that nothing binds. */
const forComunica = `SELECT ?who ?amount ?credential ?source ?nothing ${where}`;

/** Stored JSON-LD → proof, policy, status → the answer to one question over all that holds. */
export async function measureAnswers(
  scene: Scene,
  progress: (text: string) => void,
): Promise<readonly Result[]> {
  const { claims, sources, stock, patched, answering, fetchStatusList } = scene;
  const engine = createQueryEngine({ timeoutSeconds: 60, maxRows: claims.length });
  const count = claims.length;

  async function answer(sparql: string, platform?: PlatformCrypto): Promise<number> {
    const verifier = createClaimVerifier({
      ...{ sources, fetch: fetchStatusList },
      ...(platform && { platform }),
    });
    const dataset = engine.createDataset();
    dataset.add(await verifyAll(verifier, claims));
    const found = await dataset.query(sparql);
    dataset.close();
    return found.form === 'select' ? found.rows.length : -1;
  }
  const own = (name: string, sparql: string, platform?: PlatformCrypto): Contender => ({
    name: `${count} JSON-LD credentials to an answer, ${name}`,
    ...{ count, expected: answering(count), run: () => answer(sparql, platform) },
  });
  const part = Math.ceil(count / PEER_PART);
  const texts = claims.slice(0, part).map(({ text }) => text);
  const peer = (name: string, run: () => Promise<number>): Contender => ({
    name: `${name}, ${part} of them`,
    ...{ count: part, expected: answering(part), run },
  });
  const times = await interleave(
    {
      raw: rawNode(count),
      comunica: own('through Comunica', forComunica),
      planned: own('planned join', question),
      plannedSodium: own('planned join, sodium-native', question, createSodiumCrypto(sodium)),
      stock: peer(
        '@digitalbazaar/vc and status list, jsonld as published, n3.Store, Comunica',
        () => stock.run('answer', texts, question),
      ),
      hand: peer(
        'by hand: jsonld with our patch, rdf-canonize, node:crypto, n3.Store, Comunica',
        () => patched.run('answerByHand', texts, question),
      ),
    },
    ROUNDS,
    progress,
  );
  await engine.close();
  return [
    compareRates(times.comunica, times.stock, 15, 'cpu'),
    compareRates(times.planned, times.stock, 25, 'cpu'),
    compareRates(times.plannedSodium, times.stock, 25, 'cpu'),
    compareRates(times.planned, times.raw, 0.45, 'cpu'),
    compareRates(times.planned, times.hand, undefined, 'cpu'),
  ];
}

async function verifyAll(verifier: ClaimVerifier, claims: Scene['claims']) {
  const verified = [];
  for (const { resource, text, citizen } of claims) {
    const result = await verifier.verify(resource, text, citizen);
    if (result.verified) verified.push(result.claim);
    else if (result.leftOut.reason !== 'revoked') throw new Error(result.leftOut.reason);
  }
  return verified;
}
