import * as z from 'zod';

const controllerSchema = z.looseObject({
  verificationMethod: z.array(
    z.looseObject({ id: z.url(), publicKeyMultibase: z.string().startsWith('z6Mk') }),
  ),
});

/**
 * Keys of the authority, to pin: id → public key as Multikey.
 *
 * Only its operator may read them off the authority itself, as the stack does with the one it has just started on
 * this machine. Anybody else compares them with what the operator says elsewhere.
 *
 * @throws when the authority does not answer
 */
export async function readOperatorKeys(authority: string): Promise<Record<string, string>> {
  const response = await fetch(authority);
  const { verificationMethod } = controllerSchema.parse(await response.json());
  return Object.fromEntries(
    verificationMethod.map(({ id, publicKeyMultibase }) => [id, publicKeyMultibase]),
  );
}
