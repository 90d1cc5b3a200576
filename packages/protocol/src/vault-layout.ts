import { g } from '@grondslag/vocab';

/** Where sources put their credentials in a vault, relative to the storage: one container a kind of claim. */
export const factContainers = {
  [g.DiplomaCredential]: 'facts/study/',
  [g.IncomeCredential]: 'facts/income/',
  [g.ResidenceCredential]: 'facts/home/',
  [g.HouseholdCredential]: 'facts/household/',
} as const;
export type ClaimType = keyof typeof factContainers;
export const claimTypes = Object.keys(factContainers) as readonly ClaimType[];

/** The container in which `storage` keeps facts of one kind. */
export function factContainer(storage: string, claimType: ClaimType): string {
  return new URL(factContainers[claimType], storage).href;
}
