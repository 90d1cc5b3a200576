import * as z from 'zod';

/** One line of the log the citizen sees: one use of one grant at a vault server. */
export const readRecordSchema = z.strictObject({
  /** Made by the vault server: reporting a record again changes nothing. */
  id: z.uuid(),
  at: z.iso.datetime(),
  grant: z.url(),
  /** WebID of the reader. */
  agency: z.url(),
  /** WebID of the citizen who granted. */
  owner: z.url(),
  resource: z.url(),
  /** HTTP method; `GET` for a read. */
  method: z.string().max(10),
});
export type ReadRecord = z.infer<typeof readRecordSchema>;

/** Answer to `GET v1/reads`, newest first. */
export const readRecordPageSchema = z.object({
  items: z.array(readRecordSchema),
  /** Absolute URL of the next, older page; absent on the last. */
  next: z.url().exactOptional(),
});
export type ReadRecordPage = z.infer<typeof readRecordPageSchema>;
