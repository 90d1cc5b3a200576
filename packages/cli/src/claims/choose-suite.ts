import { type Contexts, deriveCredential, type Suite } from '@grondslag/claims';

const isBbs = (proof: unknown) => Object(proof).cryptosuite === 'bbs-2023';

/** `bbs-2023` is loaded when a proof asks for it: 120 ms a proof, and a library of its own. */
export async function suitesFor(proofs: readonly unknown[]): Promise<readonly Suite[]> {
  return proofs.some(isBbs) ? [(await import('@grondslag/claims/bbs')).bbs2023] : [];
}

/** As `deriveCredential`, in the suite that the credential was issued in. @throws {ClaimsError} */
export async function deriveInSuite(
  credential: Readonly<Record<string, unknown>>,
  pointers: readonly string[],
  contexts?: Contexts,
): Promise<Record<string, unknown>> {
  if (![credential['proof']].flat().some(isBbs))
    return await deriveCredential(credential, pointers, contexts);
  const { deriveBbsCredential } = await import('@grondslag/claims/bbs');
  return await deriveBbsCredential(credential, pointers, undefined, contexts);
}
