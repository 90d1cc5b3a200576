import { randomUUID } from 'node:crypto';
import {
  AccessMode,
  type Credentials,
  IdentifierSetMultiMap,
  Initializer,
  type PermissionReader,
} from '@solid/community-server';
import { CssPluginError } from '../errors.ts';

const someone: readonly Credentials[] = [
  {},
  // a name nobody can have (RFC 2606 §2), so whatever it may do everyone with a login may do
  {
    agent: { webId: 'https://nobody.invalid/#me' },
    client: { clientId: 'https://nobody.invalid/app' },
    issuer: { url: 'https://nobody.invalid/' },
  },
];

/**
 * Keeps a server from starting whose root opens every vault on it.
 *
 * Under ACP what the root gives to its members holds in all vaults, whatever their own rules say. The root templates
 * of Community Solid Server give everyone everything that way (`initialize-intro.json` and its like).
 */
export class PublicRootCheck extends Initializer {
  readonly #baseUrl: string;
  readonly #reader: PermissionReader;

  /** @param reader - Reads the server's own rules. */
  constructor(baseUrl: string, reader: PermissionReader) {
    super();
    this.#baseUrl = baseUrl;
    this.#reader = reader;
  }

  /** @throws {CssPluginError} `public_root` when anyone at all may do something in any place. */
  override async handle(): Promise<void> {
    const place = { path: new URL(`${randomUUID()}/${randomUUID()}`, this.#baseUrl).href };
    const requestedModes = new IdentifierSetMultiMap<AccessMode>([
      [place, AccessMode.read],
      [place, AccessMode.write],
    ]);
    for (const credentials of someone) {
      const permissions = await this.#reader.handleSafe({ credentials, requestedModes });
      const allowed = Object.entries(permissions.get(place) ?? {}).filter(([, may]) => may);
      if (allowed.length === 0) continue;
      throw new CssPluginError(
        'public_root',
        `Expected the access control resource of the root (${this.#baseUrl}.acr) to open nothing for everyone, it gives everyone ${allowed.map(([mode]) => mode).join(', ')} in every vault. Remove its acp:memberAccessControl for the public, and use "css:config/app/init/static-root.json", which writes no root.`,
      );
    }
  }
}
