import * as z from 'zod';

/** Where the question to one citizen stands. */
const stateSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('no-vault') }),
  /** The authority refused: a rule of legal bases, in words for the counsellor. */
  z.strictObject({
    kind: z.literal('refused'),
    why: z.strictObject({ nl: z.string(), en: z.string() }),
  }),
  z.strictObject({ kind: z.literal('asked'), requestId: z.url() }),
  z.strictObject({
    kind: z.literal('granted'),
    grantId: z.url(),
    /** Kinds of claim of which nothing was granted. */
    notGranted: z.array(z.strictObject({ claimType: z.url(), required: z.boolean() })),
  }),
  z.strictObject({ kind: z.literal('denied'), reason: z.string().exactOptional() }),
  z.strictObject({ kind: z.literal('expired') }),
  z.strictObject({ kind: z.literal('canceled') }),
]);
export type CaseState = z.infer<typeof stateSchema>;

/** One person's case at the counsellor. Nothing that was read is kept in it. */
export const caseSchema = z.strictObject({
  /** 128 random bits: the only thing about the case in an address. */
  id: z.string().regex(/^[0-9a-f]{32}$/),
  /** Whose browser it belongs to. */
  session: z.string().regex(/^[0-9a-f]{32}$/),
  name: z.string(),
  askedAt: z.iso.datetime(),
  state: stateSchema,
});
export type Case = z.infer<typeof caseSchema>;

/** A new case id or session id. */
export function randomId(): string {
  return Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('hex');
}
