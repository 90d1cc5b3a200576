import {
  addProof,
  generateEcdsaSigningKey,
  generateSigningKey,
  issueCredential,
  signCredential,
} from '@grondslag/claims';
import type { SourceParticipant } from '@grondslag/protocol';
import { CLAIMS_V1, CREDENTIALS_V2, g } from '@grondslag/vocab';

/** A source that signs incomes of which parts can be shown. */
export async function createIncomeSource(id = 'https://source.example/') {
  const { key: whole } = await generateSigningKey(`${id}#key-1`);
  const { key: parts } = await generateEcdsaSigningKey(`${id}#key-2`, 'P-256');
  const now = new Date();
  const unsigned = (citizen: string, amount: string) => ({
    '@context': [CREDENTIALS_V2, CLAIMS_V1],
    id: `urn:uuid:${crypto.randomUUID()}`,
    type: ['VerifiableCredential', 'IncomeCredential'],
    issuer: id,
    validFrom: '2026-01-05T09:00:00Z',
    credentialSubject: {
      id: citizen,
      income: { type: 'Income', year: '2025', amount, currency: 'EUR' },
    },
  });
  const participant: SourceParticipant = {
    id,
    name: { nl: 'Voorbeeldbron', en: 'Sample source' },
    claimTypes: [g.IncomeCredential],
    keys: { [whole.id]: whole.publicKeyMultibase, [parts.id]: parts.publicKeyMultibase },
    statusLists: `${id}status/`,
  };
  return {
    participant,
    /** With both proofs. */
    async sign(citizen: string, amount: string): Promise<string> {
      const base = { suite: 'ecdsa-sd-2023', key: parts, now } as const;
      const divisible = await issueCredential(unsigned(citizen, amount), base);
      const signed = await addProof(divisible, { suite: 'eddsa-rdfc-2022', key: whole, now });
      return JSON.stringify(signed);
    },
    /** As sources did before. */
    async signUndivided(citizen: string, amount: string): Promise<string> {
      return JSON.stringify(await signCredential(unsigned(citizen, amount), whole, now));
    },
  };
}
