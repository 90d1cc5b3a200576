import { bodyKindSchema, contactSchema, localTextSchema } from '@grondslag/protocol';
import * as z from 'zod';
import { lawReferenceSchema } from '../law/law-reference.ts';
import { officialSchema } from '../law/official.ts';

/** By which law a body has its task: Article 6(3) GDPR. */
export const competenceSchema = z.strictObject({
  /** The organ that is competent: a council, a minister, a fund. */
  organ: z.string().min(2).max(200),
  lawRefs: z.array(lawReferenceSchema).min(1).max(20),
  /** Reference of the decision by which the organ lets others act for it. */
  mandateReference: z.string().min(1).max(200).exactOptional(),
});
export type Competence = z.infer<typeof competenceSchema>;

/** One line of what was decided about a participant. */
export const admissionSchema = z.strictObject({
  decision: z.enum(['admitted', 'suspended', 'removed']),
  at: z.iso.datetime(),
  by: officialSchema,
  reasons: z.string().min(5).max(2_000),
  /** Of an admission: its term. */
  until: z.iso.datetime().exactOptional(),
});

/** An agency or a source in the register of the authority. */
export const participantSchema = z.strictObject({
  webId: z.url(),
  roles: z.array(z.enum(['agency', 'source'])).min(1),
  name: localTextSchema,
  kind: bodyKindSchema,
  competence: competenceSchema.exactOptional(),
  contact: contactSchema,
  dataProtectionOfficer: contactSchema,
  /** Verification methods, pinned: id → Ed25519 public key as multibase Multikey. */
  keys: z.record(z.url(), z.string().startsWith('z6Mk')),
  /** Oldest first; never empty: nobody takes part without a decision. */
  admissions: z.array(admissionSchema).min(1),
});
export type Participant = z.infer<typeof participantSchema>;

/** Where a participant stands. */
export type ParticipantState = 'admitted' | 'suspended' | 'removed' | 'term-ended' | 'not-yet';

export function participantStateAt({ admissions }: Participant, now: Date): ParticipantState {
  const last = admissions.filter(({ at }) => new Date(at) <= now).at(-1);
  if (last === undefined) return 'not-yet';
  const ended = last.until !== undefined && new Date(last.until) <= now;
  return last.decision === 'admitted' && ended ? 'term-ended' : last.decision;
}
