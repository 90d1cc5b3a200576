import { describe, expect, it } from 'vitest';
import { createUuidV7, credentialUrl, uuidOf } from './credential-id.ts';

const baseUrl = 'https://access.example/';

describe('a credential id', () => {
  it('has the layout and the time of RFC 9562, appendix A.6', () => {
    const uuid = createUuidV7(new Date('2022-02-22T19:22:22.000Z'));
    expect(uuid).toMatch(/^017f22e2-79b0-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('sorts by time', () => {
    const times = [0, 1, 65_535, 65_536, 1e12, 1.8e12, 1.8e12 + 1];
    const uuids = times.map((time) => createUuidV7(new Date(time)));
    expect([...uuids].sort((a, b) => (a < b ? -1 : 1))).toEqual(uuids);
  });

  it('is found back in its URL, and only in ours', () => {
    const uuid = createUuidV7(new Date());
    expect(uuidOf(baseUrl, credentialUrl(baseUrl, uuid))).toBe(uuid);
    expect(uuidOf(baseUrl, `https://elsewhere.example/vc/${uuid}`)).toBeUndefined();
    expect(uuidOf(baseUrl, `${credentialUrl(baseUrl, uuid)}/`)).toBeUndefined();
    expect(uuidOf(baseUrl, credentialUrl(baseUrl, crypto.randomUUID()))).toBeUndefined();
  });
});
