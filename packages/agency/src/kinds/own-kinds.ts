import { type ClaimKinds, claimKindsOf } from '@grondslag/claims';
import { factContainers } from '@grondslag/vocab';
import type { AnyKind } from './kind.ts';

/** What an agency that has kinds of its own knows of kinds. */
export interface OwnKinds {
  /** Those that are not of the kit, with what checks their facts. */
  readonly kinds: ClaimKinds;
  /** Type of credential → where its facts are, relative to the storage; those of the kit too, which nobody can move. */
  readonly containers: ReadonlyMap<string, string>;
}

/** @throws {TypeError} when a kind has no shape: nobody could check its facts */
export function ownKinds(own: readonly AnyKind[]): OwnKinds {
  const kinds = own.map(({ claimType, plans }) => {
    const kind = plans && claimKindsOf(plans).get(claimType);
    if (kind) return [claimType, kind] as const;
    throw new TypeError(`Expected a kind made by "grondslag shapes types", got ${claimType}.`);
  });
  const places = own.flatMap(({ claimType, container }) =>
    container === undefined ? [] : [[claimType, container] as const],
  );
  return {
    kinds: new Map(kinds),
    containers: new Map([...places, ...Object.entries(factContainers)]),
  };
}
