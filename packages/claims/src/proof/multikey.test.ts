import { createECDH, generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { compressPoint, type EcCurve, expandPoint } from './expand-point.ts';
import { decodeMultikey, encodeMultikey, type KeyKind, kindOfMultikey } from './multikey.ts';

const opensslNames = { 'P-256': 'prime256v1', 'P-384': 'secp384r1' } as const;
const curves = Object.keys(opensslNames) as EcCurve[];

describe.each(curves)('a point of %s', (curve) => {
  it('is expanded as OpenSSL expands it', () => {
    for (let round = 0; round < 20; round++) {
      const pair = createECDH(opensslNames[curve]);
      pair.generateKeys();
      const full = new Uint8Array(pair.getPublicKey());
      const compressed = new Uint8Array(pair.getPublicKey(null, 'compressed'));
      expect(expandPoint(curve, compressed)).toEqual(full);
      expect(compressPoint(full)).toEqual(compressed);
    }
  });

  it('is refused when it is not on the curve, or in another form', () => {
    const bytes = curve === 'P-256' ? 32 : 48;
    const atX = (x: number) => {
      const point = new Uint8Array(1 + bytes);
      point[0] = 2;
      point[bytes] = x;
      return point;
    };
    // Half of all x have no point.
    const found = Array.from({ length: 64 }, (_, x) => expandPoint(curve, atX(x)) !== undefined);
    expect(new Set(found).size).toBe(2);
    expect(expandPoint(curve, new Uint8Array(1 + bytes).fill(0xff).fill(2, 0, 1))).toBeUndefined();
    expect(expandPoint(curve, new Uint8Array(1 + bytes))).toBeUndefined();
    expect(expandPoint(curve, new Uint8Array(1 + 2 * bytes).fill(4, 0, 1))).toBeUndefined();
  });
});

describe(decodeMultikey, () => {
  const samples: [KeyKind, number, string][] = [
    ['Ed25519', 32, 'z6Mk'],
    ['P-256', 33, 'zDna'],
    ['P-384', 49, 'z82'],
    ['BLS12-381 G2', 96, 'zUC'],
  ];

  it.each(samples)('reads %s, and knows it by its first characters', (kind, length, start) => {
    for (const byte of [0, 2, 3, 0x7f, 0xff]) {
      const bytes = new Uint8Array(length).fill(byte);
      // A compressed point starts with 2 or 3; a BLS point with its flags.
      if (kind.startsWith('P-')) bytes[0] = 2 + (byte & 1);
      if (kind.startsWith('BLS')) bytes[0] = 0x80 | (byte & 0x3f);
      const written = encodeMultikey({ kind, bytes });
      expect(written.startsWith(start)).toBe(true);
      expect(decodeMultikey(written)).toEqual({ kind, bytes });
      expect(kindOfMultikey(written)).toBe(kind);
    }
  });

  it.each(['', 'z', 'zDna', 'u7QE', `z${'1'.repeat(50)}`, `z${'2'.repeat(1_000_000)}`])(
    'refuses %.20s',
    (text) => {
      expect(() => decodeMultikey(text)).toThrow(
        expect.objectContaining({ code: 'invalid_key' }) as Error,
      );
    },
  );

  it('refuses a private key', () => {
    const { privateKey } = generateKeyPairSync('ed25519');
    const { d = '' } = privateKey.export({ format: 'jwk' });
    expect(() => decodeMultikey(`u${d}`)).toThrow();
  });
});
