import { type DisputedFact, disputedFactSchema } from '@grondslag/legal-basis';
import { accessRequestSchema, authorityPaths, MAX_LOOKED_UP } from '@grondslag/protocol';
import * as z from 'zod';
import { type AuthorityConnection, credentialUrl } from '../connect-authority.ts';
import { listDisputedFacts } from '../corrections/corrections.ts';
import { AgencyError } from '../errors.ts';
import { callRegister } from '../legal-basis/call-register.ts';
import { type Opening, openingSchema } from '../opening.ts';
import type { ReadPowers } from '../read-verified.ts';
import { collect } from './collect.ts';

/** How long the first of several waits for the others. */
const WAIT_MILLISECONDS = 100;

const credentialsSchema = z.object({ items: z.array(z.looseObject({ id: z.string() })) });
const disputedSchema = z.object({ items: z.array(disputedFactSchema) });

/** What a read asks the authority, of several reads together. */
export type AskedTogether = Required<Pick<ReadPowers, 'authority' | 'disputedFacts'>>;

/**
 * Asks the authority for several accesses at once: for what opens the vault and the request it answers, before the
 * read, and for what the citizen disputes, after it. Whether an access still holds is not asked here: the authority says
 * so of each when it gives a token, and the vault server when it reads.
 *
 * @param atOnce accesses under way: a quarter of them is waited for
 */
export function askTogether(authority: AuthorityConnection, atOnce: number): AskedTogether {
  const limits = {
    enough: Math.min(MAX_LOOKED_UP, Math.max(1, Math.floor(atOnce / 4))),
    waitMilliseconds: WAIT_MILLISECONDS,
  };
  const findOpening = collect((ids: readonly string[]) => lookUpOpenings(authority, ids), limits);
  const findDisputed = collect(
    (citizens: readonly string[]) => lookUpDisputed(authority, citizens),
    limits,
  );
  return {
    authority: {
      ...authority,
      opening: async (id) => findOpening(credentialUrl(authority.url, id)),
    },
    disputedFacts: findDisputed,
  };
}

type Find<Found> = (item: string) => Promise<Found>;

async function lookUpOpenings(
  authority: AuthorityConnection,
  ids: readonly string[],
): Promise<Find<Opening>> {
  const answer = await lookUp(authority, {
    path: authorityPaths.credentialLookups,
    body: { ids: [...new Set(ids)] },
    schema: credentialsSchema,
  });
  if (!answer) return (id) => authority.opening(id);
  const found = new Map(answer.items.map((item) => [item.id, item]));
  for (const item of found.values()) {
    const request = accessRequestSchema.safeParse(item).data;
    if (request) authority.remember(request);
  }
  return async (id) => {
    const item = found.get(id);
    if (!item) {
      const message = 'Expected an access grant from the authority, it shows this agency none.';
      throw new AgencyError('credential_not_found', message);
    }
    const opening = openingSchema.safeParse(item).data;
    // It says what is wrong with it.
    return opening ?? authority.opening(id);
  };
}

async function lookUpDisputed(
  authority: AuthorityConnection,
  citizens: readonly string[],
): Promise<Find<readonly DisputedFact[]>> {
  const answer = await lookUp(authority, {
    path: authorityPaths.disputedFacts,
    body: { citizens: [...new Set(citizens)] },
    schema: disputedSchema,
  });
  // Each keeps those of what it read.
  return answer ? async () => answer.items : (citizen) => listDisputedFacts(authority, citizen);
}

/** Resolves to `undefined` where there is no such question, or its answer is too large: then each is asked for by itself. */
async function lookUp<Schema extends z.ZodType>(
  authority: AuthorityConnection,
  question: { readonly path: string; readonly body: object; readonly schema: Schema },
): Promise<z.output<Schema> | undefined> {
  try {
    return await callRegister(authority, { ...question, method: 'POST', what: 'many at once' });
  } catch (error) {
    const isAway =
      !(error instanceof AgencyError) ||
      error.code === 'login_refused' ||
      error.code === 'peer_unreachable';
    if (isAway) throw error;
    return undefined;
  }
}
