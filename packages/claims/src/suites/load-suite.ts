import { lazy } from '../lazy.ts';
import type { Suite } from './suite.ts';

/** Loaded when a proof asks for them: most programs meet one suite only, and that one is not here. */
const loaders: ReadonlyMap<string, () => Promise<Suite>> = new Map([
  ['eddsa-rdfc-2022', lazy(async () => (await import('./eddsa.ts')).eddsaRdfc2022)],
  ['eddsa-jcs-2022', lazy(async () => (await import('./eddsa.ts')).eddsaJcs2022)],
  ['ecdsa-rdfc-2019', lazy(async () => (await import('./ecdsa-rdfc.ts')).ecdsaRdfc2019)],
  ['ecdsa-sd-2023', lazy(async () => (await import('./ecdsa-sd/verify-derived.ts')).ecdsaSd2023)],
]);

/** The suite with this name: of the caller's, else of ours; `undefined` when nobody here knows it. */
export async function loadSuite(
  name: string,
  more: readonly Suite[] = [],
): Promise<Suite | undefined> {
  return more.find((suite) => suite.name === name) ?? (await loaders.get(name)?.());
}
