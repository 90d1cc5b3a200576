import type * as NodeCrypto from 'node:crypto';

type Bytes = Uint8Array<ArrayBuffer>;

/** Checks an Ed25519 signature under one public key. */
export type VerifySignature = (signature: Bytes, message: Bytes) => boolean | Promise<boolean>;

/** The two primitives that verification needs. */
export interface PlatformCrypto {
  sha256(text: string): Bytes | Promise<Bytes>;
  /** Hexadecimal SHA-256 of UTF-8, in runtimes that can do it at once. */
  readonly hashNow?: (text: string) => string;
  /** @param publicKey 32 bytes */
  importPublicKey(publicKey: Bytes): VerifySignature | Promise<VerifySignature>;
}

const encoder = new TextEncoder();

/** WebCrypto: in every runtime. */
export const webCrypto: PlatformCrypto = {
  async sha256(text) {
    return new Uint8Array(await crypto.subtle.digest('SHA-256', encoder.encode(text)));
  },
  async importPublicKey(publicKey) {
    const key = await crypto.subtle.importKey('raw', publicKey, 'Ed25519', false, ['verify']);
    return (signature, message) => crypto.subtle.verify('Ed25519', key, signature, message);
  },
};

/** DER of a SubjectPublicKeyInfo for Ed25519, up to the key itself (RFC 8410, 4). */
const SPKI_PREFIX = Uint8Array.from([
  ...[0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00],
]);

/**
 * The same OpenSSL as Node's WebCrypto, without a trip to another thread for each call.
 *
 * @param load asked with each call: it keeps what it loads
 */
export function createNodeCrypto(load: () => typeof NodeCrypto): PlatformCrypto {
  return {
    sha256: (text) => load().hash('sha256', text, 'buffer'),
    hashNow: (text) => load().hash('sha256', text, 'hex'),
    importPublicKey(publicKey) {
      const node = load();
      const der = Buffer.concat([SPKI_PREFIX, publicKey]);
      const key = node.createPublicKey({ key: der, format: 'der', type: 'spki' });
      return (signature, message) => node.verify(null, message, key, signature);
    },
  };
}

/** What is used of `sodium-native`. */
export interface Sodium {
  crypto_sign_verify_detached(signature: Uint8Array, message: Uint8Array, key: Uint8Array): boolean;
}

/**
 * Signatures by libsodium, which takes two thirds of the time of OpenSSL, and all else by Node. For servers that
 * have `sodium-native`; this package does not depend on it. It accepts no signature that OpenSSL refuses, and
 * refuses a few more that no honest key makes (points of small order).
 */
export function createSodiumCrypto(
  sodium: Sodium,
  node: PlatformCrypto = platformCrypto,
): PlatformCrypto {
  return {
    ...node,
    importPublicKey: (publicKey) => (signature, message) =>
      sodium.crypto_sign_verify_detached(signature, message, publicKey),
  };
}

/**
 * Asked for at run time, so that browsers never see an import they cannot resolve; and loaded with the first hash,
 * which takes Node 3 ms.
 */
function chooseCrypto(): PlatformCrypto {
  const { process } = globalThis as { process?: Partial<NodeJS.Process> };
  if (!process?.getBuiltinModule || !process.versions?.node) return webCrypto;
  let node: typeof NodeCrypto | undefined;
  return createNodeCrypto(() => {
    node ??= process.getBuiltinModule?.('node:crypto') as typeof NodeCrypto;
    return node;
  });
}

export const platformCrypto: PlatformCrypto = chooseCrypto();
