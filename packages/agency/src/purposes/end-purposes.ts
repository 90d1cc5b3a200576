import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { encodeStatement, type StatementKey, signStatement } from '@grondslag/legal-basis';
import { authorityPaths } from '@grondslag/protocol';
import { accessGrantViewSchema, type ErasureStatement } from '@grondslag/protocol/v1';
import type { AuthorityConnection } from '../connect-authority.ts';
import { endAccess } from '../end-access.ts';
import { eraseFiles } from '../erase-files.ts';
import { AgencyError, type AgencyErrorCode } from '../errors.ts';
import { callRegister } from '../legal-basis/call-register.ts';
import { isLawfulAccess } from '../opening.ts';
import type { ErasedFile, KeptPurpose, PurposeBook } from './purpose-book.ts';

/** Where it is noted what is kept, and who signs what was erased. */
export interface EndPurposesOptions {
  readonly book: PurposeBook;
  /** A key that the register of participants has for this agency. */
  readonly key: StatementKey;
  /** Ends the loop between two accesses, with the signal's reason as error. */
  readonly signal?: AbortSignal;
}

/** What came of one purpose that was due. */
export type PurposeOutcome =
  | {
      readonly status: 'ended';
      readonly access: string;
      readonly erasedAt: Date;
      readonly files: readonly ErasedFile[];
      /** Compact JWS of the statement; to keep with the register of processing activities. */
      readonly signature: string;
      /** When the authority kept it, for the citizen to see; absent of lawful access. */
      readonly recordedAt?: Date;
    }
  /** Of this one later: the book still has it. */
  | {
      readonly status: 'failed';
      readonly access: string;
      readonly code: AgencyErrorCode | 'unexpected';
      readonly detail: string;
    };

interface EndPowers {
  readonly authority: AuthorityConnection;
  readonly webId: string;
  readonly now: () => Date;
}

/** Ends what is due in the book, one after the other: by its date, or because it was closed. */
export async function* endPurposes(
  powers: EndPowers,
  { book, key, signal }: EndPurposesOptions,
): AsyncGenerator<PurposeOutcome, void, undefined> {
  for (const purpose of book.list()) {
    signal?.throwIfAborted();
    if (!isDue(purpose, powers.now())) continue;
    try {
      yield await endOne(powers, book, key, purpose);
    } catch (error) {
      if (error instanceof AgencyError && error.code === 'login_refused') throw error;
      const { access } = purpose;
      if (error instanceof AgencyError) {
        yield { status: 'failed', access, code: error.code, detail: error.message };
      } else {
        // Its message may hold anything.
        const detail = error instanceof Error ? error.name : 'Not an error.';
        yield { status: 'failed', access, code: 'unexpected', detail };
      }
    }
  }
}

function isDue({ endsAt, closedAt, end }: KeptPurpose, now: Date): boolean {
  return !end && (closedAt !== undefined || (endsAt !== undefined && endsAt <= now));
}

/**
 * Access first, so that nothing new comes; then what is there is noted and erased; then it is signed and told. Each step
 * can be done again: after a crash in between the next run does.
 */
async function endOne(
  { authority, webId, now }: EndPowers,
  book: PurposeBook,
  key: StatementKey,
  { access, files, erased }: KeptPurpose,
): Promise<PurposeOutcome> {
  const opening = await authority.opening(access);
  const isLawful = isLawfulAccess(opening);
  if (!isLawful) await endAccess(authority, access);
  const plan = await planOf(files, erased);
  await book.planErasure(access, plan);
  await eraseFiles(plan.map(({ file }) => file));
  const erasedAt = now();
  const record = {
    access: opening.id,
    agency: webId,
    erasedAt: erasedAt.toISOString(),
    files: plan,
  };
  const statement: ErasureStatement = {
    ...{ access: opening.id, agency: webId, erasedAt: record.erasedAt, files: plan.length },
    bytes: plan.reduce((sum, { bytes }) => sum + bytes, 0),
    recordSha256: createHash('sha256').update(encodeStatement(record)).digest('hex'),
  };
  const own = { erasedAt, signature: await signStatement(statement, key) };
  const end = isLawful ? own : await tell(authority, opening.id, own.signature);
  await book.noteEnd(access, end);
  return { status: 'ended', access, files: plan, ...end };
}

/** What is there now, and what an interrupted run erased. */
async function planOf(
  files: readonly string[],
  erased: readonly ErasedFile[],
): Promise<readonly ErasedFile[]> {
  const plan = new Map(erased.map((one) => [one.file, one]));
  for (const file of files) {
    const found = await stat(file).catch(ifThere);
    if (found === undefined) continue;
    const hash = createHash('sha256');
    await pipeline(createReadStream(file), hash);
    plan.set(file, { file, bytes: found.size, sha256: hash.digest('hex') });
  }
  return [...plan.values()];
}

/** The first one stays: of an earlier run that did not come to its end, that one. */
async function tell(authority: AuthorityConnection, id: string, signature: string) {
  const { erasure } = await callRegister(authority, {
    method: 'PUT',
    path: `${authorityPaths.accessGrants}/${id.slice(id.lastIndexOf('/') + 1)}/erasure`,
    body: { signature },
    schema: accessGrantViewSchema.required({ erasure: true }),
    what: 'the grant with what was erased',
  });
  return {
    erasedAt: new Date(erasure.erasedAt),
    signature: erasure.signature,
    recordedAt: new Date(erasure.recordedAt),
  };
}

function ifThere(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
  return undefined;
}
