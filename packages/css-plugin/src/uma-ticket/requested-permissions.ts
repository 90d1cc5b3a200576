import type { AccessMode, PermissionTicket } from '@grondslag/protocol';
import { type RepresentationMetadata, SOLID_META } from '@solid/community-server';

/** Modes of the server that are not modes of a grant: what must be granted for them. */
const grantModes: Readonly<Record<string, AccessMode>> = {
  read: 'read',
  append: 'append',
  write: 'write',
  create: 'append',
  delete: 'write',
};

/** What a refused request asked for, from the metadata the server's authorizer adds to its error. */
export function requestedPermissions(
  metadata: RepresentationMetadata,
): PermissionTicket['permissions'] {
  return metadata
    .quads(null, SOLID_META.terms.requestedAccess, null)
    .flatMap(({ object: access }) => {
      if (access.termType !== 'BlankNode' && access.termType !== 'NamedNode') return [];
      const resource = metadata.quads(access, SOLID_META.terms.accessTarget, null)[0]?.object.value;
      if (resource === undefined) return [];
      const modes = metadata
        .quads(access, SOLID_META.terms.accessMode, null)
        .flatMap(({ object }) => grantModes[object.value] ?? []);
      return [{ resource, modes: [...new Set(modes)] }];
    });
}
