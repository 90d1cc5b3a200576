import type { LawfulAccess } from '@grondslag/legal-basis';
import type { MandateStore } from '../mandates/mandate-store.ts';
import { isInSight } from './helper.ts';
import type { Actor } from './identify-actor.ts';

/** Whether who asks may know of lawful access. */
export type SeesAccess = (access: LawfulAccess) => Promise<boolean>;

/**
 * The citizen may; a helper may when it is within the themes, and not of the hidden class: access under a mandate that
 * says so, and in an emergency, which can be about the helper.
 */
export function createSeesAccess(
  { helper }: Actor,
  { mandates }: { readonly mandates: MandateStore },
): SeesAccess {
  if (helper === undefined) return async () => true;
  const hidden = new Map<string, Promise<boolean>>();
  async function isHidden({ id, version }: { readonly id: string; readonly version: number }) {
    return (await mandates.find(id, version))?.hiddenFromHelpers === true;
  }
  return async ({ resources, mandate }) => {
    if (mandate === undefined || !isInSight(helper, resources)) return false;
    const key = `${mandate.id} ${mandate.version}`;
    const found = hidden.get(key) ?? isHidden(mandate);
    hidden.set(key, found);
    return !(await found);
  };
}

/** Keeps what may be seen; in order. */
export async function onlySeen<T>(
  items: readonly T[],
  sees: (item: T) => Promise<boolean>,
): Promise<readonly T[]> {
  const seen = await Promise.all(items.map(sees));
  return items.filter((_one, index) => seen[index]);
}
