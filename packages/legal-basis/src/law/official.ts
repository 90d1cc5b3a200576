import * as z from 'zod';

/** A person who decides for a body, by name: what a machine checks is never a decision. */
export const officialSchema = z.strictObject({
  name: z.string().min(2).max(200),
  role: z.string().min(2).max(200),
});
export type Official = z.infer<typeof officialSchema>;
