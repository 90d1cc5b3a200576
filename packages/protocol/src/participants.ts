import * as z from 'zod';
import { localTextSchema } from './explanation.ts';
import { redirectOriginSchema } from './redirect-origin.ts';

/** A body that asks for data. */
export const agencyParticipantSchema = z.strictObject({
  webId: z.url(),
  name: localTextSchema,
  /** Its websites: a citizen it sent to decide is sent back there, and nowhere else. */
  redirectOrigins: z.array(redirectOriginSchema).exactOptional(),
});

/** A body whose signed statements are believed, about which kinds of claim, under which keys. */
export const sourceParticipantSchema = z.strictObject({
  /** `issuer` of its credentials. */
  id: z.url(),
  /** WebID it places facts in vaults with; absent: it places none itself. */
  webId: z.url().exactOptional(),
  name: localTextSchema,
  /** Kinds of claim it may state; any other it signs is not believed. */
  claimTypes: z.array(z.url()).min(1),
  /** Verification methods, pinned: id → Ed25519 public key as multibase Multikey (`z6Mk…`). */
  keys: z.record(z.url(), z.string().startsWith('z6Mk')),
  /** Status lists may only be fetched from below this URL. */
  statusLists: z.url(),
});
export type SourceParticipant = z.infer<typeof sourceParticipantSchema>;

/** `GET v1/participants`: whom the authority knows. */
export const participantsSchema = z.strictObject({
  agencies: z.array(agencyParticipantSchema),
  sources: z.array(sourceParticipantSchema),
});
export type Participants = z.infer<typeof participantsSchema>;
