import { AuthorityError } from '../errors.ts';

/** The refusal of access to fields at a vault server that does not know them: it would give out whole facts. */
export function givesWholeFacts(): AuthorityError {
  return new AuthorityError(
    'vault_gives_whole_facts',
    'The access is to some fields of facts, and this vault server would give out whole facts. Its operator has to renew its plug-in.',
  );
}
