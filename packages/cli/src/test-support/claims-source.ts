import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { g } from '@grondslag/agency';
import {
  generateEcdsaSigningKey,
  generateSigningKey,
  type IssueSuite,
  issueCredential,
  issueStatusList,
  signTrustList,
} from '@grondslag/claims';

export const NOW = new Date('2026-03-01T12:00:00Z');
export const CITIZEN = 'https://vault.example/anna/profile/card#me';

/** A source on loopback that publishes its status list. */
export async function startClaimsSource() {
  let list = '';
  let trustList = '';
  const server = createServer(({ url }, response) => {
    const body = url === '/v1/trust-list' ? trustList : list;
    response.writeHead(200, { 'content-type': 'application/vc' }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const statusList = `${base}status/1`;
  const { key, privateKeyJwk } = await generateSigningKey(`${base}#key-1`);
  const selective = await generateEcdsaSigningKey(`${base}#key-2`, 'P-256');
  const issuer = {
    id: base,
    name: { nl: 'Inkomensbron', en: 'Income source' },
    claimTypes: [g.IncomeCredential],
    keys: {
      [key.id]: key.publicKeyMultibase,
      [selective.key.id]: selective.key.publicKeyMultibase,
    },
    statusLists: [base],
  };
  const participant = {
    ...issuer,
    keys: { [key.id]: key.publicKeyMultibase },
    statusLists: base,
  };
  const participants = JSON.stringify({ agencies: [], sources: [participant] });
  const trust = {
    id: `${base}trust`,
    version: 1,
    validFrom: '2026-01-01T00:00:00Z',
    validUntil: '2027-01-01T00:00:00Z',
    issuers: [issuer],
  };
  const credential = {
    '@context': [
      'https://www.w3.org/ns/credentials/v2',
      'https://w3id.org/grondslag/contexts/claims/v1',
    ],
    id: `${base}credentials/1`,
    type: ['VerifiableCredential', 'IncomeCredential'],
    issuer: base,
    validFrom: '2026-01-05T09:00:00Z',
    validUntil: '2026-12-31T00:00:00Z',
    credentialSubject: {
      id: CITIZEN,
      income: { type: 'Income', year: '2025', amount: '21430.50', currency: 'EUR' },
    },
  };
  async function publish(revoked: readonly number[]): Promise<void> {
    const issued = await issueStatusList(
      {
        id: statusList,
        issuer: base,
        purpose: 'revocation',
        values: revoked.map((index) => [index, 1] as const),
        validFrom: new Date('2026-01-01T00:00:00Z'),
        validUntil: new Date('2027-01-01T00:00:00Z'),
      },
      { suite: 'eddsa-rdfc-2022', key, now: NOW },
    );
    list = JSON.stringify(issued);
  }
  await publish([]);

  /** The source plays an authority too: publishes the signed list of whom to believe. */
  async function publishTrust(version: number, issuers = [issuer]): Promise<void> {
    const { validFrom, validUntil } = trust;
    const document = { id: `${base}v1/trust-list`, version, validFrom, validUntil, issuers };
    trustList = await signTrustList(document, key);
  }
  return {
    key,
    privateKeyJwk: { kid: key.id, ...privateKeyJwk },
    base,
    participants,
    trust,
    credential,
    statusList,
    publish,
    publishTrust,
    issue: (suite: IssueSuite = 'eddsa-rdfc-2022') =>
      issueCredential(credential, {
        suite,
        key: suite.startsWith('ecdsa') ? selective.key : key,
        now: new Date('2026-01-05T09:00:00Z'),
        status: { list: statusList, index: 7, purpose: 'revocation' },
      }),
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
