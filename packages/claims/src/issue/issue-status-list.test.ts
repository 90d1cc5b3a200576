import { g } from '@grondslag/vocab';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ClaimVerifier, createClaimVerifier } from '../claim/create-claim-verifier.ts';
import { decodeStatusBits, readStatusValue } from '../status/status-bits.ts';
import {
  CITIZEN,
  income,
  NOW,
  type SampleSource,
  SIGNED_AT,
  startSampleSource,
} from '../test-support/samples.ts';
import { issueCredential } from './issue-credential.ts';
import { issueStatusList, type StatusListContent } from './issue-status-list.ts';
import type { StatusPlace } from './status-entry.ts';

const messages = ['in order', 'under review', 'objection', 'corrected'].map((message, status) => ({
  status,
  message,
}));

let source: SampleSource;
let verifier: ClaimVerifier;

beforeAll(async () => {
  source = await startSampleSource([g.IncomeCredential]);
  verifier = createClaimVerifier({ sources: [source.participant], fetch, now: () => NOW });
});
afterAll(() => source.stop());

/** Publishes a list of this purpose at an address of its own. */
async function publish(purpose: StatusPlace['purpose'], more: Partial<StatusListContent> = {}) {
  const path = `/status/${purpose}`;
  const id = new URL(path, source.participant.id).href;
  const list = await issueStatusList(
    {
      id,
      issuer: source.participant.id,
      purpose,
      values: [[7, 1]],
      validFrom: SIGNED_AT,
      validUntil: new Date('2027-01-01T00:00:00Z'),
      ttlMilliseconds: 60_000,
      ...more,
    },
    { suite: 'eddsa-rdfc-2022', key: source.key, now: SIGNED_AT },
  );
  source.bodies.set(path, JSON.stringify(list));
  return { id, list };
}

async function verify(status: readonly StatusPlace[]) {
  const { credentialStatus: _, ...credential } = source.credential('IncomeCredential', { income });
  const signed = await issueCredential(credential, {
    suite: 'eddsa-rdfc-2022',
    key: source.key,
    now: SIGNED_AT,
    status,
  });
  return await verifier.verify('http://vault.example/1', JSON.stringify(signed), CITIZEN);
}

describe(issueStatusList, () => {
  it.each([
    ['revocation', 'revoked'],
    ['suspension', 'suspended'],
  ] as const)('publishes who is under %s', async (purpose, reason) => {
    const { id: list } = await publish(purpose);
    expect(await verify([{ list, index: 7, purpose }])).toMatchObject({ leftOut: { reason } });
    expect(await verify([{ list, index: 8, purpose }])).toMatchObject({ verified: true });
  });

  it('publishes messages, of as many bits as they need', async () => {
    const revocation = {
      list: (await publish('revocation')).id,
      index: 0,
      purpose: 'revocation',
    } as const;
    const { id: list } = await publish('message', {
      size: 2,
      values: [
        [0, 3],
        [1, 2],
        [131_071, 1],
      ],
    });
    for (const [index, message] of [
      [0, 'corrected'],
      [1, 'objection'],
      [2, 'in order'],
      [131_071, 'under review'],
    ] as const) {
      const place = { list, index, purpose: 'message', size: 2, messages } as const;
      expect(await verify([revocation, place])).toMatchObject({
        verified: true,
        claim: { statusMessages: [{ message }] },
      });
    }
  });

  it('makes a list with room for 131,072 entries at least', async () => {
    const { list } = await publish('message', { size: 3, values: [[131_071, 5]] });
    const { encodedList } = list['credentialSubject'] as { encodedList: string };
    const bits = await decodeStatusBits(encodedList, 'bitstring');
    expect(bits).toHaveLength((131_072 * 3) / 8);
    expect(readStatusValue(bits, 131_071, 3)).toBe(5);
    expect(readStatusValue(bits, 131_070, 3)).toBe(0);
  });

  it.each([
    [-1, 1],
    [131_072, 1],
    [1.5, 1],
    [0, 2],
    [0, -1],
  ])('refuses index %d with value %d', async (index, value) => {
    await expect(publish('revocation', { values: [[index, value]] })).rejects.toMatchObject({
      code: 'invalid_status_list',
    });
  });
});
