import { acl } from '@grondslag/vocab';
import type { AccessMode, AccessModeIri } from './access-mode.ts';

const modes = { [acl.Read]: 'read', [acl.Append]: 'append', [acl.Write]: 'write' } as const;

/** `http://www.w3.org/ns/auth/acl#Read` → `read`. */
export function accessModeOf(iri: AccessModeIri): AccessMode {
  return modes[iri];
}
