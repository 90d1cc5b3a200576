import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { permissionTicketSchema } from '@grondslag/protocol';
import {
  HTTP,
  LDP,
  RDF,
  RepresentationMetadata,
  SOLID_META,
  toNamedTerm,
} from '@solid/community-server';
import { decodeJwt, jwtVerify } from 'jose';
import { describe, expect, it } from 'vitest';
import { GrondslagSettings } from '../grondslag-settings.ts';
import { secret } from '../test-support/start-authority-double.ts';
import { UmaTicketMetadataWriter } from './uma-ticket-metadata-writer.ts';

const authority = 'https://authority.example/';
const baseUrl = 'https://vault.example/';
const note = `${baseUrl}an/note.txt`;

async function write(
  metadata: RepresentationMetadata,
  { challengePublic = false, method = 'GET', authorization = '' } = {},
): Promise<string[]> {
  const request = new IncomingMessage(new Socket());
  request.method = method;
  if (authorization) request.headers.authorization = authorization;
  const response = new ServerResponse(request);
  const settings = new GrondslagSettings(authority, '/queue', secret, undefined, challengePublic);
  await new UmaTicketMetadataWriter(settings, baseUrl, 'Bearer scope="x"').handleSafe({
    response,
    metadata,
  });
  return [response.getHeader('www-authenticate') ?? []].flat().map(String);
}

function refusal(status: string, accesses: Record<string, string[]>): RepresentationMetadata {
  const metadata = new RepresentationMetadata({ [HTTP.statusCodeNumber]: status });
  for (const [resource, modes] of Object.entries(accesses)) {
    const access = toNamedTerm(`urn:access:${modes.join()}`);
    metadata.add(SOLID_META.terms.requestedAccess, access);
    metadata.addQuad(access, SOLID_META.terms.accessTarget, resource);
    for (const mode of modes) metadata.addQuad(access, SOLID_META.terms.accessMode, mode);
  }
  return metadata;
}

function ticketOf(challenge: string | undefined): string {
  return (
    /^UMA as_uri="https:\/\/authority\.example\/", ticket="([\w.-]+)"$/.exec(
      challenge ?? '',
    )?.[1] ?? ''
  );
}

describe(UmaTicketMetadataWriter, () => {
  it('names the authority first, with a ticket for what was asked', async () => {
    const [uma, bearer, ...more] = await write(
      refusal('401', { [note]: ['append', 'create'], [`${baseUrl}an/new/`]: ['delete', 'read'] }),
    );
    expect([bearer, more]).toEqual(['Bearer scope="x"', []]);
    const { payload, protectedHeader } = await jwtVerify(
      ticketOf(uma),
      new TextEncoder().encode(secret),
    );
    expect(protectedHeader).toEqual({ alg: 'HS256', typ: 'uma-ticket+jwt' });
    const ticket = permissionTicketSchema.parse(payload);
    expect(ticket).toMatchObject({ iss: baseUrl, aud: authority });
    expect(ticket.exp - ticket.iat).toBe(300);
    expect(ticket.permissions).toEqual([
      { resource: note, modes: ['append'] },
      { resource: `${baseUrl}an/new/`, modes: expect.arrayContaining(['write', 'read']) },
    ]);
  });

  it('never gives the same ticket twice', async () => {
    const tickets = [
      await write(refusal('401', { [note]: ['read'] })),
      await write(refusal('401', { [note]: ['read'] })),
    ];
    const [first, second] = tickets.map(([uma]) => decodeJwt(ticketOf(uma)).jti);
    expect(first).not.toBe(second);
  });

  it('sends only the server’s own challenge when it does not know what was asked', async () => {
    expect(await write(refusal('401', {}))).toEqual(['Bearer scope="x"']);
  });

  it('says nothing on other answers', async () => {
    expect(await write(refusal('403', { [note]: ['read'] }))).toEqual([]);
    expect(await write(new RepresentationMetadata())).toEqual([]);
  });

  describe('with challengePublic', () => {
    const stored = () =>
      new RepresentationMetadata({ path: note }, { [RDF.type]: LDP.terms.Resource });

    it('gives anonymous readers of public resources a ticket', async () => {
      const [uma] = await write(stored(), { challengePublic: true });
      expect(decodeJwt(ticketOf(uma))).toMatchObject({
        permissions: [{ resource: note, modes: ['read'] }],
      });
    });

    it.each([
      [{ challengePublic: false }],
      [{ challengePublic: true, method: 'PUT' }],
      [{ challengePublic: true, authorization: 'DPoP x' }],
    ])('says nothing with %j', async (options) => {
      expect(await write(stored(), options)).toEqual([]);
    });

    it('says nothing on pages that are no stored resource', async () => {
      expect(await write(new RepresentationMetadata(), { challengePublic: true })).toEqual([]);
    });
  });
});
