import * as z from 'zod';
import { localTextSchema } from './explanation.ts';
import { redirectOriginSchema } from './redirect-origin.ts';
import { statusPurposesSchema } from './status-purposes.ts';

/**
 * What kind of body: a public authority; a private one that a law entrusted with a public task; any other.
 *
 * Article 6(1) GDPR, second subparagraph, is about the first.
 */
export const bodyKindSchema = z.enum(['public-authority', 'entrusted-body', 'private-body']);
export type BodyKind = z.infer<typeof bodyKindSchema>;

/** How people reach a body, or its data protection officer. */
export const contactSchema = z.strictObject({
  name: z.string().min(2).max(200).exactOptional(),
  email: z.email(),
  phone: z.string().min(3).max(40).exactOptional(),
  url: z.url({ protocol: /^https?$/ }).exactOptional(),
});
export type Contact = z.infer<typeof contactSchema>;

/** A body that asks for data. */
export const agencyParticipantSchema = z.strictObject({
  webId: z.url(),
  name: localTextSchema,
  /** What the register of the authority says of it; absent: it is not registered, or not admitted now. */
  register: z
    .strictObject({
      kind: bodyKindSchema,
      contact: contactSchema,
      dataProtectionOfficer: contactSchema,
    })
    .exactOptional(),
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
  /**
   * Verification methods, pinned: id → public key as multibase Multikey. Ed25519 (`z6Mk…`); P-256 (`zDna…`) for
   * facts of which parts can be shown.
   */
  keys: z.record(z.url(), z.string().regex(/^z(?:6Mk|Dna)/)),
  /** Status lists may only be fetched from below this URL. */
  statusLists: z.url(),
  /** Statuses that its facts always have; of a kind that is not named, nobody can tell whether one was left out. */
  statusPurposes: statusPurposesSchema.exactOptional(),
});
export type SourceParticipant = z.infer<typeof sourceParticipantSchema>;

/** `GET v1/participants`: whom the authority knows. */
export const participantsSchema = z.strictObject({
  agencies: z.array(agencyParticipantSchema),
  sources: z.array(sourceParticipantSchema),
});
export type Participants = z.infer<typeof participantsSchema>;
