import { covers, factContainers, sharedFieldsFromFields } from '@grondslag/protocol';
import type { AskedCredential } from '../credentials/asked-credential.ts';

const containers: Readonly<Record<string, string>> = factContainers;
/** Where every container of facts is, relative to the storage. */
const FACTS = 'facts/';

/**
 * Which of these kinds of fact may be among what a grant opens, by where facts are in a vault and by the kinds that the
 * grant itself names. A kind that has no container of its own may be in any that no other kind has.
 *
 * @param storages of the citizen
 */
export function kindsReached(
  { resources, inherit = true, customFields }: AskedCredential,
  kinds: readonly string[],
  storages: readonly string[],
): readonly string[] {
  const named = new Map(
    (sharedFieldsFromFields(customFields) ?? []).map((one) => [one.resource, one.claimType]),
  );
  return kinds.filter((kind) =>
    resources.some((resource) => {
      const claimType = named.get(resource);
      if (claimType !== undefined) return claimType === kind;
      return storages.some((storage) => mayHold(resource, kind, storage, inherit));
    }),
  );
}

function mayHold(resource: string, kind: string, storage: string, inherit: boolean): boolean {
  const at = (container: string) => new URL(container, storage).href;
  const own = containers[kind];
  const place = at(own ?? FACTS);
  if (covers(resource, place, inherit)) return true;
  if (!covers(place, resource)) return false;
  return own !== undefined || !Object.values(containers).some((one) => covers(at(one), resource));
}
