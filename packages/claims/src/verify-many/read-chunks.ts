import { MAX_CREDENTIAL_BYTES } from '../claim/read-signed.ts';
import type { CredentialToVerify } from './messages.ts';

/** A few hundred make the trip to a thread a small part of the work; more only take memory. */
const MAX_CREDENTIALS = 500;
const MAX_CHARACTERS = 4 * 1024 * 1024;

/** Credentials in parts that are worth a trip to a thread. */
export async function* readChunks(
  credentials: Iterable<CredentialToVerify> | AsyncIterable<CredentialToVerify>,
): AsyncGenerator<readonly CredentialToVerify[], void, undefined> {
  let chunk: CredentialToVerify[] = [];
  let characters = 0;
  for await (const credential of credentials) {
    // One character too many is enough to be too large.
    const text = credential.text.slice(0, MAX_CREDENTIAL_BYTES + 1);
    chunk.push({ ...credential, text });
    characters += text.length;
    if (chunk.length < MAX_CREDENTIALS && characters < MAX_CHARACTERS) continue;
    yield chunk;
    chunk = [];
    characters = 0;
  }
  if (chunk.length > 0) yield chunk;
}
