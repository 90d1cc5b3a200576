import * as z from 'zod';

/**
 * How a vault server hears within a second that a grant was withdrawn or suspended. It asks the authority
 * `GET v1/status-changes?after=…&wait=…` again and again, with `Authorization: Bearer` and a JWT (HS256, the secret
 * both share, `iss` vault server, `aud` authority, at most 60 s old). Each answer is also a sign of life: a vault
 * server that had none for longer than its bound honours no grant token.
 */
export const STATUS_QUESTION_TYPE = 'grondslag-status-question+jwt';

/** Longest the authority lets a question wait for a change. */
export const MAX_STATUS_WAIT_MILLISECONDS = 5_000;
/** Without `after` the authority tells what changed this long ago at most; longer than any token is valid. */
export const STATUS_CHANGE_MEMORY_SECONDS = 900;

/** Query parameters of the question. */
export const statusQuestionQuerySchema = z.object({
  /** `head` of the answer before; absent after a start. */
  after: z.coerce.number().int().min(0).exactOptional(),
  /** Milliseconds to wait when nothing changed. */
  wait: z.coerce.number().int().min(0).max(MAX_STATUS_WAIT_MILLISECONDS).default(0),
});

/** One change of a credential with resources on the vault server that asks. */
export const credentialStatusChangeSchema = z.object({
  /** Place in the order of changes for this vault server; grows, without gaps. */
  seq: z.int().min(1),
  /** Id of the access grant. */
  credential: z.url(),
  change: z.enum(['revoked', 'suspended', 'resumed']),
  at: z.iso.datetime(),
});
export type CredentialStatusChange = z.infer<typeof credentialStatusChangeSchema>;

/** The answer: all changes after `after`, oldest first, or a page of them when `more`. */
export const statusChangesSchema = z.object({
  /**
   * `after` of the next question. Less than the `after` that was asked: the authority was restored from a backup,
   * and the vault server should ask again without `after`.
   */
  head: z.int().min(0),
  changes: z.array(credentialStatusChangeSchema),
  more: z.boolean(),
});
export type StatusChanges = z.infer<typeof statusChangesSchema>;
