import { gunzipSync, gzipSync } from 'node:zlib';
import { base64urlnopad } from '@scure/base';
import { describe, expect, it } from 'vitest';
import {
  decodeStatusBits,
  encodeStatusBits,
  MIN_STATUS_LIST_BITS,
  readStatusBit,
  type StatusListFormat,
  setStatusBit,
} from './status-bits.ts';

const formats: StatusListFormat[] = ['bitstring', 'revocation-list-2020'];

describe.each(formats)('a status list as %s', (format) => {
  it('comes back as it was', async () => {
    const bits = new Uint8Array(MIN_STATUS_LIST_BITS / 8);
    for (const index of [0, 7, 8, 94_567, MIN_STATUS_LIST_BITS - 1]) setStatusBit(bits, index);
    const encoded = await encodeStatusBits(bits, format);
    expect(encoded).toMatch(/^[A-Za-z0-9_-]+$/);
    expect(await decodeStatusBits(encoded, format)).toEqual(bits);
  });

  it.each(['', 'u', '!!', 'uAAAA', 'u===='])('refuses %j', async (encoded) => {
    await expect(decodeStatusBits(encoded, format)).rejects.toMatchObject({
      code: 'invalid_status_list',
    });
  });

  it('refuses a list that inflates beyond every measure', async () => {
    const bomb = base64urlnopad.encode(gzipSync(new Uint8Array(64 * 1024 * 1024)));
    expect(bomb.length).toBeLessThan(100_000);
    await expect(
      decodeStatusBits((format === 'bitstring' ? 'u' : '') + bomb, format),
    ).rejects.toMatchObject({ code: 'invalid_status_list' });
  });
});

describe(encodeStatusBits, () => {
  it('writes multibase u and gzip for Bitstring Status List', async () => {
    const encoded = await encodeStatusBits(Uint8Array.of(0b1000_0000), 'bitstring');
    expect(encoded[0]).toBe('u');
    expect([...gunzipSync(base64urlnopad.decode(encoded.slice(1)))]).toEqual([0b1000_0000]);
  });

  it('reads the example of the standard: 131 072 zero bits', async () => {
    const example = 'uH4sIAAAAAAAAA-3BMQEAAADCoPVPbQwfoAAAAAAAAAAAAAAAAAAAAIC3AYbSVKsAQAAA';
    expect(await decodeStatusBits(example, 'bitstring')).toEqual(new Uint8Array(16_384));
  });
});

describe(readStatusBit, () => {
  it('counts from the left', () => {
    const bits = Uint8Array.of(0b1000_0001, 0b0100_0000);
    expect(Array.from({ length: 16 }, (_, index) => readStatusBit(bits, index))).toEqual(
      [...'1000000101000000'].map((bit) => bit === '1'),
    );
  });

  it.each([-1, 16, 1.5, Number.NaN, 2 ** 53])('refuses index %d outside the list', (index) => {
    expect(() => readStatusBit(new Uint8Array(2), index)).toThrow(RangeError);
    expect(() => setStatusBit(new Uint8Array(2), index)).toThrow(RangeError);
  });
});
