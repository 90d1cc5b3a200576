import { randomUUID } from 'node:crypto';
import { FIELDS_FEATURE, PERMISSION_TICKET_TYPE, type PermissionTicket } from '@grondslag/protocol';
import { SignJWT } from 'jose';

const TICKET_VALID_FOR_SECONDS = 300;

export interface CreatePermissionTicketOptions {
  readonly authority: string;
  readonly baseUrl: string;
  readonly secret: Uint8Array;
  readonly now?: () => Date;
}

/**
 * Mints a permission ticket the authority can check by itself, so that no registration of resources is needed
 * (it stands in for the permission endpoint of UMA 2.0 Federated Authorization §4).
 */
export function createPermissionTicket(
  permissions: PermissionTicket['permissions'],
  { authority, baseUrl, secret, now = () => new Date() }: CreatePermissionTicketOptions,
): Promise<string> {
  const iat = Math.floor(now().getTime() / 1000);
  return new SignJWT({
    iss: baseUrl,
    aud: authority,
    jti: randomUUID(),
    iat,
    exp: iat + TICKET_VALID_FOR_SECONDS,
    permissions,
    features: [FIELDS_FEATURE],
  } satisfies PermissionTicket)
    .setProtectedHeader({ alg: 'HS256', typ: PERMISSION_TICKET_TYPE })
    .sign(secret);
}
