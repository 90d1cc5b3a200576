import { factContainers } from '@grondslag/vocab';

/** Where sources put their credentials in a vault, relative to the storage: one container a kind of claim. */
export { factContainers };
export type ClaimType = keyof typeof factContainers;
export const claimTypes = Object.keys(factContainers) as readonly ClaimType[];

/** Where citizens keep files of their own, relative to the storage: nobody vouches for what is there. */
export const OWN_FILES = 'own/';

/** The container in which `storage` keeps facts of one kind. */
export function factContainer(storage: string, claimType: ClaimType): string {
  return new URL(factContainers[claimType], storage).href;
}

/** The container of one theme (`income`), where sources put all facts of that theme. */
export function themeContainer(storage: string, theme: string): string {
  return new URL(`facts/${theme}/`, storage).href;
}
