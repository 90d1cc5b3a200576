import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CLAIMS_V1, CREDENTIALS_V2 } from '@grondslag/vocab';
import { BasicRepresentation, INTERNAL_QUADS, readableToQuads } from '@solid/community-server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PinnedContextsConverter } from './pinned-contexts-converter.ts';

let requests = 0;
const stranger = createServer((_, response) => {
  requests += 1;
  response.setHeader('Content-Type', 'application/ld+json');
  response.end('{"@context":{"name":"https://schema.org/name"}}');
});
beforeAll(() => new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve)));
afterAll(() => new Promise((resolve) => stranger.close(resolve)));

async function quadsOf(document: object): Promise<number> {
  const identifier = { path: 'http://localhost/an/fact' };
  const { data } = await new PinnedContextsConverter().handleSafe({
    identifier,
    representation: new BasicRepresentation(
      JSON.stringify(document),
      identifier,
      'application/ld+json',
    ),
    preferences: { type: { [INTERNAL_QUADS]: 1 } },
  });
  return (await readableToQuads(data)).size;
}

test('reads what is written in the contexts of facts and of notifications', async () => {
  const fact = {
    '@context': [CREDENTIALS_V2, CLAIMS_V1],
    type: 'VerifiableCredential',
    issuer: 'https://source.example/',
  };
  await expect(quadsOf(fact)).resolves.toBe(2);
  const channel = {
    '@context': ['https://www.w3.org/ns/solid/notification/v1'],
    topic: 'http://localhost/an/fact',
  };
  await expect(quadsOf(channel)).resolves.toBe(1);
});

test('reads a context that is written out in the document', async () => {
  const document = { '@context': { name: 'https://schema.org/name' }, name: 'An' };
  await expect(quadsOf(document)).resolves.toBe(1);
});

test('refuses any other context, and asks its host nothing', async () => {
  const { port } = stranger.address() as AddressInfo;
  const document = { '@context': `http://127.0.0.1:${port}/context`, name: 'An' };
  await expect(quadsOf(document)).rejects.toThrow('Expected only JSON-LD contexts');
  expect(requests).toBe(0);
});
