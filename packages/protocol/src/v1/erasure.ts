import * as z from 'zod';

/**
 * What an agency signs when it has erased what it kept under a grant: how much, and the digest of its own record, which
 * names the files. No name of a file travels.
 */
export const erasureStatementSchema = z.strictObject({
  /** Credential of the grant. */
  access: z.url().max(2000),
  /** WebID. */
  agency: z.url().max(2000),
  erasedAt: z.iso.datetime(),
  files: z.int().min(0),
  bytes: z.int().min(0),
  /** SHA-256, lower-case hex, of the agency's record in canonical JSON (RFC 8785). */
  recordSha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type ErasureStatement = z.infer<typeof erasureStatementSchema>;

/** `PUT v1/access-grants/{id}/erasure` */
export const newErasureSchema = z
  .strictObject({
    signature: z.string().max(8000).meta({
      description:
        'Compact JWS (EdDSA) of the statement, under a key of the agency in the register of participants.',
    }),
  })
  .meta({ id: 'NewErasure' });

/** That an agency erased what it kept, as it is shown with the grant. */
export const erasureSchema = z
  .strictObject({
    ...erasureStatementSchema.pick({ erasedAt: true, files: true, bytes: true, recordSha256: true })
      .shape,
    recordedAt: z.iso.datetime().meta({ description: 'When this authority checked and kept it.' }),
    signature: z.string(),
  })
  .meta({ id: 'Erasure' });
export type Erasure = z.infer<typeof erasureSchema>;
