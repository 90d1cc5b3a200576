import { parentPort, workerData } from 'node:worker_threads';
import { createContexts } from '../canonicalize/create-contexts.ts';
import type { CitizenSubjects } from '../claim/citizen-subjects.ts';
import { claimKindsOf } from '../claim/claim-kinds.ts';
import { createClaimVerifier, type MaxAgeDays } from '../claim/create-claim-verifier.ts';
import { ClaimsError } from '../errors.ts';
import { createSodiumCrypto, type Sodium } from '../proof/platform-crypto.ts';
import type { TrustList } from '../trust/trust-list.ts';
import { toOutcomeColumns } from './columns.ts';
import { createParentFetch } from './fetch-by-parent.ts';
import type { FromThread, ThreadData, ThreadOutcome, ToThread, VerifyChunk } from './messages.ts';
import { createParentResolver } from './resolve-by-parent.ts';

const LANES = 8;

const tell = (message: FromThread) => parentPort?.postMessage(message);
const { plans, maxAgeDays, sodium, contexts, resolvesKeys } = workerData as ThreadData;
const ageLimit: MaxAgeDays | undefined = maxAgeDays && (({ claimType }) => maxAgeDays[claimType]);
const parent = createParentFetch(tell);
const keys = createParentResolver(tell);
const platform = sodium && createSodiumCrypto((await import(sodium)).default as Sodium);
let trust: TrustList | undefined;
let at = new Date(0);

const verifier = createClaimVerifier({
  trust: {
    async current() {
      if (!trust) throw new ClaimsError('trust_list_unavailable', 'Expected a trust list.');
      return trust;
    },
  },
  fetch: parent.fetch,
  now: () => at,
  ...(plans && { kinds: claimKindsOf(plans) }),
  ...(platform && { platform }),
  ...(contexts.length > 0 && { contexts: await createContexts({ add: contexts }) }),
  ...(resolvesKeys && { resolveKey: keys.resolveKey }),
});

async function verifyOne(text: string, citizen: string | CitizenSubjects): Promise<ThreadOutcome> {
  try {
    // Whoever asked knows where it was read.
    return await verifier.verify('', text, citizen, ageLimit);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** In a few lanes, so that they wait for status lists and keys together. */
async function verifyChunk(chunk: VerifyChunk): Promise<void> {
  if (chunk.trust) trust = chunk.trust.list;
  at = chunk.at;
  const outcomes: ThreadOutcome[] = [];
  const { texts, citizens } = chunk.credentials;
  let next = 0;
  async function verifyInTurn(): Promise<void> {
    for (let place = next++; place < texts.length; place = next++) {
      outcomes[place] = await verifyOne(texts[place] as string, citizens[place] ?? '');
    }
  }
  await Promise.all(Array.from({ length: LANES }, verifyInTurn));
  tell({ kind: 'outcomes', outcomes: toOutcomeColumns(outcomes) });
}

parentPort?.on('message', (message: ToThread) => {
  if (message.kind === 'fetched') parent.settle(message);
  else if (message.kind === 'resolved') keys.settle(message);
  else void verifyChunk(message);
});
tell({ kind: 'ready' });
