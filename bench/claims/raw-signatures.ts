import { generateKeyPairSync, randomBytes, sign, verify } from 'node:crypto';
import sodium from 'sodium-native';
import type { Contender } from './interleave.ts';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const message = randomBytes(64);
const signature = sign(null, message, privateKey);

/** The signature alone: 64 bytes, a key that is at hand, nothing read and nothing hashed. */
export function rawNode(count: number): Contender {
  return contender('node:crypto Ed25519 verify alone', count, () =>
    verify(null, message, publicKey, signature),
  );
}

export function rawSodium(count: number): Contender {
  const raw = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32);
  return contender('sodium-native Ed25519 verify alone', count, () =>
    sodium.crypto_sign_verify_detached(signature, message, raw),
  );
}

function contender(name: string, count: number, check: () => boolean): Contender {
  return {
    ...{ name, count, expected: count },
    async run() {
      let found = 0;
      for (let turn = 0; turn < count; turn++) found += Number(check());
      return found;
    },
  };
}
