import type { AccessRequest } from '@grondslag/protocol';
import * as z from 'zod';
import { shortId } from '../routes.tsx';
import { isAsked } from './asked-fields.ts';
import { type Draft, emptyDraft } from './steps.ts';

type Kept = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
const keptSchema = z.object({
  citizen: z.url(),
  purposes: z.array(z.url()).max(50).default([]),
  facts: z.array(z.url()).max(1_000),
  shared: z
    .array(z.object({ resource: z.url(), claimType: z.url(), fields: z.array(z.string()) }))
    .max(1_000),
  explicit: z.array(z.url()).max(100),
  endsAt: z.coerce.date().exactOptional(),
});

const keyOf = (request: AccessRequest) => `draft:${shortId(request.id)}`;

/**
 * Keeps half a decision in this tab: which facts and which of their parts, never what they say. A reload or a new
 * sign-in finds it again.
 */
export function keepDraft(
  storage: Kept,
  citizen: string,
  request: AccessRequest,
  { purposes, facts, shared, explicit, endsAt }: Draft,
): void {
  const kept: z.input<typeof keptSchema> = {
    citizen,
    purposes: [...purposes],
    facts: [...facts],
    shared: shared.map((one) => ({ ...one, fields: [...one.fields] })),
    explicit: [...explicit],
    ...(endsAt && { endsAt: endsAt.toISOString() }),
  };
  storage.setItem(keyOf(request), JSON.stringify(kept));
}

/** What this citizen chose before, as far as it still can be chosen; `undefined` when that is nothing. */
export function findDraft(
  storage: Kept,
  citizen: string,
  request: AccessRequest,
  now: Date,
): Draft | undefined {
  const kept = readKept(storage.getItem(keyOf(request)));
  if (kept?.citizen !== citizen) return undefined;
  const facts = kept.facts.filter((fact) => isAsked(request, fact));
  if (facts.length === 0) return undefined;
  const { endsAt } = kept;
  const { forPurpose = [] } = request.credentialSubject.hasConsent;
  return {
    ...emptyDraft,
    purposes: kept.purposes.filter((purpose) => forPurpose.includes(purpose)),
    facts,
    shared: kept.shared.filter(({ resource }) => facts.includes(resource)),
    explicit: kept.explicit,
    ...(endsAt && endsAt > now && { endsAt }),
  };
}

/** After sending, or to begin anew. */
export function forgetDraft(storage: Kept, request: AccessRequest): void {
  storage.removeItem(keyOf(request));
}

function readKept(text: string | null) {
  try {
    return keptSchema.safeParse(JSON.parse(text ?? 'null')).data;
  } catch {
    return undefined;
  }
}
