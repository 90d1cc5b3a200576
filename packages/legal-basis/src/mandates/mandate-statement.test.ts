import { createHash, generateKeyPairSync, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { mandateSchema } from './mandate.ts';
import { mandateDigest, mandateStatement, signMandate } from './mandate-statement.ts';

const file = new URL('../../../../vocab/examples/mandate/valid/published.json', import.meta.url);
const mandate = mandateSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
const decision = { by: { name: 'A. de Vries', role: 'Directeur' }, reasons: 'Zo is besloten.' };

/** RFC 8785 for what mandates are made of: text, whole numbers, lists and objects. */
function inOrder(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inOrder).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${inOrder(member)}`).join(',')}}`;
}

describe('the digest of a mandate', () => {
  it('is SHA-256 of its canonical JSON, without the steps', async () => {
    const { steps: _after, ...text } = mandate;
    const expected = createHash('sha256').update(inOrder(text)).digest('hex');
    expect(await mandateDigest(mandate)).toBe(expected);
  });

  it('is the same whatever the order of members, and another for another text', async () => {
    const turned = Object.fromEntries(Object.entries(mandate).reverse()) as typeof mandate;
    const digest = await mandateDigest(mandate);
    expect(await mandateDigest({ ...turned, steps: [] })).toBe(digest);
    expect(await mandateDigest({ ...mandate, accessDays: mandate.accessDays + 1 })).not.toBe(
      digest,
    );
  });
});

describe(signMandate, () => {
  it('makes a compact JWS over the statement', async () => {
    const pair = generateKeyPairSync('ed25519');
    const der = pair.privateKey.export({ format: 'der', type: 'pkcs8' });
    const privateKey = await crypto.subtle.importKey('pkcs8', der, 'Ed25519', false, ['sign']);
    const id = 'https://fonds.example/profile#key-1';
    const jws = await signMandate(mandate, decision, { id, privateKey });
    const [header = '', payload = '', signature = ''] = jws.split('.');
    const read = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    expect(read(header)).toEqual({ alg: 'EdDSA', kid: id });
    expect(read(payload)).toEqual(await mandateStatement(mandate, decision));
    const signed = Buffer.from(`${header}.${payload}`);
    expect(verify(null, signed, pair.publicKey, Buffer.from(signature, 'base64url'))).toBe(true);
  });
});
