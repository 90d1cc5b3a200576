import type {
  AuxiliaryStrategy,
  Credentials,
  ResourceIdentifier,
  StorageLocationStrategy,
} from '@solid/community-server';
import { accessGrantOf } from '../grant-token/access-grant-credentials.ts';
import type { GrondslagSettings } from '../grondslag-settings.ts';

/** Which resources only sources write: everything in the `placedContainers` of each storage, and these themselves. */
export class PlacedContainers {
  readonly #settings: GrondslagSettings;
  readonly #storageStrategy: StorageLocationStrategy;
  readonly #auxiliaryStrategy: AuxiliaryStrategy;

  /** @param storageStrategy - Says in which storage a resource is. */
  constructor(
    settings: GrondslagSettings,
    storageStrategy: StorageLocationStrategy,
    auxiliaryStrategy: AuxiliaryStrategy,
  ) {
    this.#settings = settings;
    this.#storageStrategy = storageStrategy;
    this.#auxiliaryStrategy = auxiliaryStrategy;
  }

  /** Whether a resource is one of them. Access control resources never are: they stay with who controls. */
  async hold(resource: ResourceIdentifier): Promise<boolean> {
    const { placedContainers } = this.#settings;
    if (placedContainers.length === 0 || this.#isAccessControl(resource)) return false;
    // A backslash in a request becomes a second slash, which the server's files know nothing of.
    const path = resource.path.replaceAll(/(?<!:)\/{2,}/g, '/');
    const storage = await this.#storageStrategy.getStorageIdentifier({ path }).catch(() => null);
    if (!storage) return false;
    const relative = path.slice(storage.path.length);
    return placedContainers.some(
      // A document of that name would keep the container from being made.
      (container) => relative.startsWith(container) || `${relative}/` === container,
    );
  }

  /** Whether what is written with these credentials counts as placed by a source. */
  areWrittenBy(credentials: Credentials, { path }: ResourceIdentifier): boolean {
    const grant = accessGrantOf(credentials);
    const authority = grant?.isSource ? this.#settings.findAuthority(grant.authority) : undefined;
    return authority !== undefined && this.#settings.isTrustedFor(authority, path);
  }

  #isAccessControl(resource: ResourceIdentifier): boolean {
    const auxiliary = this.#auxiliaryStrategy;
    return auxiliary.isAuxiliaryIdentifier(resource) && auxiliary.usesOwnAuthorization(resource);
  }
}
