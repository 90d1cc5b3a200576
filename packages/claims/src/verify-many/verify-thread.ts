import { parentPort, workerData } from 'node:worker_threads';
import { claimKindsOf } from '../claim/claim-kinds.ts';
import { createClaimVerifier, type MaxAgeDays } from '../claim/create-claim-verifier.ts';
import { ClaimsError } from '../errors.ts';
import { createSodiumCrypto, type Sodium } from '../proof/platform-crypto.ts';
import type { TrustList } from '../trust/trust-list.ts';
import { createParentFetch } from './fetch-by-parent.ts';
import type {
  CredentialToVerify,
  FromThread,
  ThreadOutcome,
  ThreadSettings,
  ToThread,
  VerifyChunk,
} from './messages.ts';

const LANES = 8;

const tell = (message: FromThread) => parentPort?.postMessage(message);
const { plans, maxAgeDays, sodium } = workerData as ThreadSettings;
const ageLimit: MaxAgeDays | undefined = maxAgeDays && (({ claimType }) => maxAgeDays[claimType]);
const parent = createParentFetch(tell);
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
});

async function verifyOne({ resource, text, citizen }: CredentialToVerify): Promise<ThreadOutcome> {
  try {
    return await verifier.verify(resource, text, citizen, ageLimit);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** In a few lanes, so that they wait for status lists together, but not all meet a new context at once. */
async function verifyChunk(chunk: VerifyChunk): Promise<void> {
  if (chunk.trust) trust = chunk.trust.list;
  at = chunk.at;
  const outcomes: ThreadOutcome[] = [];
  const left = chunk.credentials.entries();
  async function verifyInTurn(): Promise<void> {
    for (const [place, credential] of left) outcomes[place] = await verifyOne(credential);
  }
  await Promise.all(Array.from({ length: LANES }, verifyInTurn));
  tell({ kind: 'outcomes', outcomes });
}

parentPort?.on('message', (message: ToThread) => {
  if (message.kind === 'fetched') parent.settle(message);
  else void verifyChunk(message);
});
tell({ kind: 'ready' });
