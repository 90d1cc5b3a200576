import { createHash } from 'node:crypto';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Proofs made in the same stretch of time share a folder, which is dropped as a whole. */
const BUCKET_SECONDS = 60;
const bucketPattern = /^\d{10}$/;

export interface ProofMemoryOptions {
  /** Created when it does not exist; shared by all processes that accept each other's proofs. */
  readonly folder: string;
  /** No proof older than this is accepted by anyone, so none needs to be remembered longer. */
  readonly maxAgeSeconds: number;
  readonly now?: () => Date;
}

/**
 * Remembers which DPoP proofs were used (RFC 9449 §11.1), across processes on one machine.
 *
 * One empty file a proof. The operating system creates a file for exactly one of all that ask at the same time. The
 * folder follows from the proof itself, so all look in the same one, whenever they look. Survives restarts; after
 * a power cut proofs of the last seconds may be forgotten.
 */
export interface ProofMemory {
  /** Resolves to `true` for the first to ask about this proof, `false` for everyone after. */
  use(proof: string, issuedAtSeconds: number): Promise<boolean>;
}

/** Opens the memory. */
export function openProofMemory({
  folder,
  maxAgeSeconds,
  now = () => new Date(),
}: ProofMemoryOptions): ProofMemory {
  const nowSeconds = () => now().getTime() / 1000;
  let prunedBucket = -1;

  async function prune(): Promise<void> {
    const current = bucketOf(nowSeconds());
    if (current === prunedBucket) return;
    prunedBucket = current;
    const oldest = nowSeconds() - maxAgeSeconds - BUCKET_SECONDS;
    for (const name of await readdir(folder)) {
      if (bucketPattern.test(name) && Number(name) < oldest) {
        await rm(join(folder, name), { recursive: true, force: true });
      }
    }
  }

  return {
    async use(proof, issuedAtSeconds) {
      // its folder may be gone already
      if (!(issuedAtSeconds >= nowSeconds() - maxAgeSeconds)) return false;
      const bucket = join(folder, String(bucketOf(issuedAtSeconds)).padStart(10, '0'));
      const file = join(bucket, createHash('sha256').update(proof).digest('base64url'));
      try {
        await create(file, bucket);
      } catch (error) {
        if (isCoded(error, 'EEXIST')) return false;
        throw error;
      }
      // not waited for, and tried again a minute later
      void prune().catch(() => undefined);
      return true;
    },
  };
}

function bucketOf(seconds: number): number {
  return Math.floor(seconds / BUCKET_SECONDS) * BUCKET_SECONDS;
}

async function create(file: string, folder: string): Promise<void> {
  const options = { flag: 'wx', mode: 0o600 };
  try {
    await writeFile(file, '', options);
  } catch (error) {
    if (!isCoded(error, 'ENOENT')) throw error;
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeFile(file, '', options);
  }
}

function isCoded(error: unknown, code: string): boolean {
  return (error as NodeJS.ErrnoException).code === code;
}
