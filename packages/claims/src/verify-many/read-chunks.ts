import { MAX_CREDENTIAL_BYTES } from '../claim/read-signed.ts';
import type { CredentialToVerify } from './messages.ts';

/** A few hundred make the trip to a thread a small part of the work; more only take memory. */
const MAX_CREDENTIALS = 500;
const MAX_CHARACTERS = 4 * 1024 * 1024;

/** Credentials in parts that are worth a trip to a thread. */
export async function* readChunks(
  credentials: Iterable<CredentialToVerify> | AsyncIterable<CredentialToVerify>,
): AsyncGenerator<readonly CredentialToVerify[], void, undefined> {
  const chunks = new Chunks();
  // Waiting for each of what is there takes as long as reading it.
  if (Symbol.iterator in credentials) {
    for (const credential of credentials) if (chunks.add(credential)) yield chunks.take();
  } else {
    for await (const credential of credentials) if (chunks.add(credential)) yield chunks.take();
  }
  const rest = chunks.take();
  if (rest.length > 0) yield rest;
}

class Chunks {
  #chunk: CredentialToVerify[] = [];
  #characters = 0;

  /** Whether there are enough now. */
  add(credential: CredentialToVerify): boolean {
    // One character too many is enough to be too large.
    const text = credential.text.slice(0, MAX_CREDENTIAL_BYTES + 1);
    this.#chunk.push(text === credential.text ? credential : { ...credential, text });
    this.#characters += text.length;
    return this.#chunk.length >= MAX_CREDENTIALS || this.#characters >= MAX_CHARACTERS;
  }

  take(): readonly CredentialToVerify[] {
    const chunk = this.#chunk;
    this.#chunk = [];
    this.#characters = 0;
    return chunk;
  }
}
