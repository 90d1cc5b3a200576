/** The vault gave no answer, or none that could be read. */
export class VaultError extends Error {
  override readonly name = 'VaultError';
  readonly code = 'vault_unreachable';

  constructor(cause: unknown) {
    super('The vault could not be read', { cause });
  }
}

/** @throws {VaultError} when what is read from the vault cannot be had */
export function fromVault<T>(reading: Promise<T>): Promise<T> {
  return reading.catch((error: unknown) => {
    throw new VaultError(error);
  });
}
