import { AuthorityError } from '../errors.ts';
import { type Vault, vaultServing } from '../vaults/vault.ts';

/**
 * The one vault server that serves all of `resources`.
 *
 * @throws {AuthorityError} `invalid_resource`, `resource_outside_vaults`, `resources_on_several_vaults`
 */
export function vaultOfResources(resources: readonly string[], vaults: readonly Vault[]): Vault {
  const serving = resources.map((resource, index) => {
    const name = `forPersonalData[${index}]`;
    checkSpelling(resource, name);
    const vault = vaultServing(vaults, resource);
    if (vault !== undefined) return vault;
    throw new AuthorityError(
      'resource_outside_vaults',
      `${name} is not on a vault server this authority works for.`,
    );
  });
  const [first, ...others] = serving;
  if (first !== undefined && others.every((vault) => vault === first)) return first;
  throw new AuthorityError(
    'resources_on_several_vaults',
    'All of forPersonalData should be on one vault server: its token is good for one.',
  );
}

// One spelling a resource: what the citizen reads is what is compared.
function checkSpelling(resource: string, name: string): void {
  const url = new URL(resource);
  if (url.href === resource && !/[#]|^[^/]*\/\/[^/]*@/.test(resource)) return;
  throw new AuthorityError(
    'invalid_resource',
    `${name} should be a normalised URL (no dot segments, default port, user name or fragment).`,
  );
}
