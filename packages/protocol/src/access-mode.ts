import { acl } from '@grondslag/vocab';
import * as z from 'zod';

/** What may be done with a resource, as in access credentials (WAC 1.0 §4.1). Control is never granted. */
export const accessModeIriSchema = z.enum([acl.Read, acl.Append, acl.Write]);
export type AccessModeIri = z.infer<typeof accessModeIriSchema>;

/** The same modes, as in tickets and tokens. */
export const accessModeSchema = z.enum(['read', 'append', 'write']);
export type AccessMode = z.infer<typeof accessModeSchema>;
