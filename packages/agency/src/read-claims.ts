import type { NarrowedClaim } from '@grondslag/claims';
import { QueryRefusedError } from '@grondslag/claims/query';
import { AgencyError } from './errors.ts';
import type { ReadOutcome } from './outcomes.ts';
import { type ReadContext, type ReadPowers, readVerified } from './read-verified.ts';

/** What to ask of the facts, and under whose trace. */
export interface ReadOptions extends ReadContext {
  /** SPARQL 1.1 SELECT, ASK, CONSTRUCT or DESCRIBE. Each claim is in a named graph; its provenance in the default graph. */
  readonly query: string;
}

/**
 * Reads what a grant, or lawful access, allows, keeps only what can be verified and was asked for, and answers the query over it.
 *
 * Order matters: the query is checked before anything is fetched; the processing record is kept before anything is
 * handed over.
 */
export async function readClaims(
  powers: ReadPowers,
  id: string,
  options: ReadOptions,
): Promise<ReadOutcome> {
  await checkQuery(powers, options.query);
  return await readChecked(powers, id, options);
}

/** @throws {AgencyError} `query_refused` for a query that would not be answered */
export async function checkQuery(powers: ReadPowers, query: string): Promise<void> {
  await answer(powers, query, []);
}

/** Reads with a query that was checked. */
export async function readChecked(
  powers: ReadPowers,
  id: string,
  { query, ...context }: ReadOptions,
): Promise<ReadOutcome> {
  const read = await readVerified(powers, id, context, {
    choose: (needs) => needs,
    make: (claims) => answer(powers, query, claims),
  });
  if (read.status !== 'read') return read;
  const { found, otherRoute: _, ...rest } = read;
  return { ...rest, answer: found };
}

async function answer(powers: ReadPowers, query: string, claims: readonly NarrowedClaim[]) {
  try {
    return await powers.engine().query(query, claims);
  } catch (cause) {
    if (!(cause instanceof QueryRefusedError)) {
      throw new AgencyError('query_failed', 'The query engine failed. Read again.', { cause });
    }
    throw new AgencyError('query_refused', `${cause.message} (${cause.code})`, { cause });
  }
}
