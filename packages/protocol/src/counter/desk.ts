import * as z from 'zod';
import { localTextSchema } from '../explanation.ts';

/** The short name of a desk, in addresses: `library-oostpolder`. */
export const deskIdSchema = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
  .max(60);

/** A counter where clerks enter what citizens answer. */
export const deskSchema = z
  .strictObject({
    id: deskIdSchema,
    name: localTextSchema,
    /** WebID of the body that runs it: never one whose questions are answered there. */
    runBy: z.url({ protocol: /^https?$/ }),
    /** Where it is, and when it is open. */
    visit: localTextSchema,
    /** Where answer strips are sent by post; without stamp where the text says so. */
    post: localTextSchema,
    phone: z.string().min(3).max(40),
    /** Whether it enters answers now; one that is closed is on no letter. */
    open: z.boolean(),
  })
  .meta({ id: 'Desk', description: 'A counter where clerks enter what citizens answer.' });
export type Desk = z.infer<typeof deskSchema>;

const officialSchema = z.strictObject({
  name: z.string().min(2).max(200),
  role: z.string().min(2).max(200),
});

/** `PUT v1/desks/clerks`: who works at a desk, by whose decision and why. */
export const clerkDecisionSchema = z
  .strictObject({
    webId: z.url({ protocol: /^https?$/ }),
    /** As the citizen sees it: "J. Smit". */
    name: z.string().min(2).max(100),
    desk: deskIdSchema,
    state: z.enum(['admitted', 'removed']),
    by: officialSchema,
    reasons: localTextSchema,
  })
  .meta({ id: 'ClerkDecision' });
export type ClerkDecision = z.infer<typeof clerkDecisionSchema>;

/** Somebody who works at a desk. */
export const clerkSchema = z
  .strictObject({ webId: z.url(), name: z.string(), desk: deskSchema })
  .meta({ id: 'Clerk' });
export type Clerk = z.infer<typeof clerkSchema>;

/** `GET v1/counter/desk`: the caller as a clerk; nothing of somebody who is none now. */
export const ownDeskSchema = z.strictObject({ clerk: clerkSchema.exactOptional() });
