import type { ControlQuestion } from '@grondslag/protocol';
import {
  type AccessMode,
  AclMode,
  type AclPermissionSet,
  type AuxiliaryIdentifierStrategy,
  IdentifierSetMultiMap,
  type PermissionReader,
} from '@solid/community-server';

/** The server's type of modes leaves this one out; its own readers cast in the same way. */
const control = AclMode.control as string as AccessMode;

export interface FindControlledResourcesOptions {
  readonly baseUrl: string;
  /** Reads the vault's own rules: WAC or ACP. */
  readonly reader: PermissionReader;
  readonly auxiliaryStrategy: AuxiliaryIdentifierStrategy;
}

/**
 * The resources that an agent controls by the vault's own rules.
 *
 * Resources elsewhere are not controlled; nor are auxiliary ones (`.acl`, `.meta`), on which no grant can work. A
 * resource whose rules cannot be read is not controlled either: each is looked at by itself, so that it spoils no other.
 */
export async function findControlledResources(
  { webId, resources }: Pick<ControlQuestion, 'webId' | 'resources'>,
  { baseUrl, reader, auxiliaryStrategy }: FindControlledResourcesOptions,
): Promise<string[]> {
  const answers = await Promise.all(
    resources.map(async (path) => {
      const identifier = { path };
      if (!isInNormalForm(path) || !path.startsWith(baseUrl)) return false;
      if (auxiliaryStrategy.isAuxiliaryIdentifier(identifier)) return false;
      const permissions = await reader
        .handleSafe({
          credentials: { agent: { webId } },
          requestedModes: new IdentifierSetMultiMap([[identifier, control]]),
        })
        .catch(() => undefined);
      const set: AclPermissionSet | undefined = permissions?.get(identifier);
      return set?.control === true;
    }),
  );
  return resources.filter((_, index) => answers[index]);
}

/** Any other spelling would never match a request: it could be asked for, but not read. */
function isInNormalForm(url: string): boolean {
  const parsed = URL.parse(url);
  return parsed?.href === url && parsed.search === '' && parsed.hash === '';
}
