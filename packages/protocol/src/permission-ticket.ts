import * as z from 'zod';
import { accessModeSchema } from './access-mode.ts';

/** JWT `typ` of a ticket: one secret signs several kinds of message, the type keeps them apart. */
export const PERMISSION_TICKET_TYPE = 'uma-ticket+jwt';

/** Feature of a vault server that keeps to `fields` of a token's permissions. */
export const FIELDS_FEATURE = 'fields';

/**
 * Permission ticket, minted by the vault server itself and signed (HS256) with the secret it shares with
 * the authority; used once (UMA 2.0 Grant §3.2, Federated Authorization §4).
 */
export const permissionTicketSchema = z.object({
  /** Base URL of the vault server. */
  iss: z.url(),
  /** Base URL of the authority. */
  aud: z.url(),
  jti: z.uuid(),
  iat: z.int(),
  exp: z.int(),
  permissions: z.array(z.object({ resource: z.url(), modes: z.array(accessModeSchema) })).min(1),
  /** What the vault server can do that older ones cannot; absent: none of it. */
  features: z.array(z.string().max(50)).max(50).exactOptional(),
});
export type PermissionTicket = z.infer<typeof permissionTicketSchema>;
