import type { Suite } from '@grondslag/claims';

/** `bbs-2023`, loaded when a credential asks for it: 120 ms a proof, and a library of its own. */
export async function loadBbsSuite(): Promise<Suite> {
  return (await import('@grondslag/claims/bbs')).bbs2023;
}
