import { generateKeyPairSync, randomBytes, sign, verify } from 'node:crypto';
import sodium from 'sodium-native';
import type { Contender } from './interleave.ts';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const rawKey = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32);

interface Signed {
  readonly message: Buffer;
  readonly signature: Buffer;
}

const signed: Signed[] = [];

/** Each its own, as those of credentials are: a processor learns to foresee the steps for one that it meets again. */
function signedMessages(count: number): readonly Signed[] {
  while (signed.length < count) {
    const message = randomBytes(64);
    signed.push({ message, signature: sign(null, message, privateKey) });
  }
  return signed.slice(0, count);
}

const byNode = ({ message, signature }: Signed) => verify(null, message, publicKey, signature);

/** The signatures alone: 64 bytes each, a key that is at hand, nothing read and nothing hashed. */
export function rawNode(count: number): Contender {
  return contender('node:crypto Ed25519 verify alone', signedMessages(count), byNode);
}

/** One signature again and again: 4 % less, and nobody's work. */
export function rawNodeRepeated(count: number): Contender {
  const [one] = signedMessages(1) as [Signed];
  const same = Array.from({ length: count }, () => one);
  return contender('node:crypto Ed25519 verify alone, of one signature', same, byNode);
}

export function rawSodium(count: number): Contender {
  return contender(
    'sodium-native Ed25519 verify alone',
    signedMessages(count),
    ({ message, signature }) => sodium.crypto_sign_verify_detached(signature, message, rawKey),
  );
}

function contender(
  name: string,
  all: readonly Signed[],
  check: (one: Signed) => boolean,
): Contender {
  return {
    ...{ name, count: all.length, expected: all.length },
    async run() {
      let found = 0;
      for (const one of all) found += Number(check(one));
      return found;
    },
  };
}
