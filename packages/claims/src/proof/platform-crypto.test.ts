import * as node from 'node:crypto';
import sodium from 'sodium-native';
import { beforeAll, describe, expect, it } from 'vitest';
import { decodePublicKey } from './multikey.ts';
import {
  createNodeCrypto,
  createSodiumCrypto,
  platformCrypto,
  webCrypto,
} from './platform-crypto.ts';
import { generateSigningKey } from './signing-key.ts';

const message = new Uint8Array(64).fill(7);
let publicKey: Uint8Array<ArrayBuffer>;
let signature: Uint8Array<ArrayBuffer>;

beforeAll(async () => {
  const { key } = await generateSigningKey('https://source.example/#key-1');
  publicKey = decodePublicKey(key.publicKeyMultibase);
  const signed = await crypto.subtle.sign('Ed25519', key.privateKey, message);
  signature = new Uint8Array(signed);
});

describe.each([
  ['of every runtime', webCrypto],
  ['of Node', createNodeCrypto(() => node)],
  ['that is chosen', platformCrypto],
  ['of libsodium', createSodiumCrypto(sodium)],
])('the crypto %s', (_, { sha256, importPublicKey }) => {
  it('hashes as UTF-8', async () => {
    expect(Buffer.from(await sha256('é 🎓\n')).toString('hex')).toBe(
      node.createHash('sha256').update('é 🎓\n', 'utf8').digest('hex'),
    );
  });

  it('accepts a signature, and none with a bit changed', async () => {
    const verify = await importPublicKey(publicKey);
    expect(await verify(signature, message)).toBe(true);
    for (const at of [0, 31, 32, 63]) {
      const changed = signature.slice();
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(await verify(changed, message)).toBe(false);
    }
    expect(await verify(signature, new Uint8Array(64))).toBe(false);
  });
});
