/** The NIST curves with p ≡ 3 (mod 4), where a square root is one power. */
export type EcCurve = 'P-256' | 'P-384';

const curves: Readonly<Record<EcCurve, { bytes: number; p: bigint; b: bigint }>> = {
  'P-256': {
    bytes: 32,
    p: 2n ** 256n - 2n ** 224n + 2n ** 192n + 2n ** 96n - 1n,
    b: 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn,
  },
  'P-384': {
    bytes: 48,
    p: 2n ** 384n - 2n ** 128n - 2n ** 96n + 2n ** 32n - 1n,
    b: 0xb3312fa7e23ee7e4988e056be3f82d19181d9c6efe8141120314088f5013875ac656398d8a2ed19d2a85c8edd3ec2aefn,
  },
};

/**
 * The full form (`04 ‖ x ‖ y`) of a compressed point: a Multikey is compressed, and not every WebCrypto imports
 * that. `undefined` when there is no such point. A public key is no secret, so the time this takes may show it.
 *
 * @see {@link https://www.secg.org/sec1-v2.pdf | SEC 1, 2.3.4}
 */
export function expandPoint(
  curve: EcCurve,
  compressed: Uint8Array,
): Uint8Array<ArrayBuffer> | undefined {
  const { bytes, p, b } = curves[curve];
  const sign = compressed[0];
  if (compressed.length !== 1 + bytes || (sign !== 2 && sign !== 3)) return undefined;
  const x = toInteger(compressed.subarray(1));
  if (x >= p) return undefined;
  const square = ((((x * x - 3n) * x + b) % p) + p) % p;
  const root = power(square, (p + 1n) / 4n, p);
  if ((root * root) % p !== square) return undefined;
  const y = (root & 1n) === BigInt(sign & 1) ? root : p - root;
  const point = new Uint8Array(1 + 2 * bytes);
  point[0] = 4;
  point.set(compressed.subarray(1), 1);
  for (let at = point.length - 1, rest = y; at > bytes; at--, rest >>= 8n) {
    point[at] = Number(rest & 0xffn);
  }
  return point;
}

/** The compressed form of `04 ‖ x ‖ y`. */
export function compressPoint(point: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = (point.length - 1) / 2;
  const compressed = new Uint8Array(point.subarray(0, 1 + bytes));
  compressed[0] = 2 + ((point.at(-1) ?? 0) & 1);
  return compressed;
}

function toInteger(bytes: Uint8Array): bigint {
  let value = 0n;
  for (const byte of bytes) value = (value << 8n) | BigInt(byte);
  return value;
}

function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n;
  let square = base;
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * square) % modulus;
    square = (square * square) % modulus;
  }
  return result;
}
