import type { AccessDenial, AccessGrant } from '@grondslag/protocol';
import { expect, it } from 'vitest';
import { exampleLawfulAccess } from '../test-support/example-lawful-access.ts';
import { receiptsOf } from './receipt.ts';
import { receiptDocument } from './receipt-document.ts';

const agency = 'https://agency.example/#us';
const consent = {
  isProvidedTo: agency,
  forPurpose: ['https://w3id.org/dpv#ServiceProvision'],
  forPersonalData: ['https://vault.example/anna/facts/income/2025'],
};
const credential = (id: string, issuanceDate: string) =>
  ({
    id: `https://authority.example/vc/${id}`,
    issuanceDate,
    credentialSubject: { id: 'https://vault.example/anna/#me', providedConsent: consent },
  }) as unknown as AccessGrant & AccessDenial;
const kept = credential('1', '2026-11-01T10:00:00Z');
const ended = credential('2', '2026-11-02T10:00:00Z');
const refused = credential('3', '2026-11-03T10:00:00Z');
const none = {
  grants: [],
  endings: new Map(),
  denials: [],
  accesses: [],
  objections: [],
  requests: [],
  corrections: [],
};
const words = { title: 'U zei ja.', agency: 'Agency', language: 'nl' };

it('has a receipt of each yes, no and stop, newest first', () => {
  const receipts = receiptsOf({
    ...none,
    grants: [kept, ended],
    endings: new Map([[ended.id, { at: new Date('2026-11-09T10:00:00Z'), byAgency: false }]]),
    denials: [refused],
  });
  expect(receipts.map(({ id }) => id)).toEqual(['stopped-2', 'no-3', 'yes-2', 'yes-1']);
});

it('has no receipt of a stop for what an agency gave up: the citizen decided nothing', () => {
  const endings = new Map([[ended.id, { at: new Date('2026-11-09T10:00:00Z'), byAgency: true }]]);
  const receipts = receiptsOf({ ...none, grants: [ended], endings });
  expect(receipts.map(({ id }) => id)).toEqual(['yes-2']);
});

it('never calls what the law arranges consent', () => {
  const view = exampleLawfulAccess();
  const [receipt] = receiptsOf({ ...none, accesses: [view] });
  if (receipt === undefined) throw new Error('no receipt');
  const document = receiptDocument(receipt, words, undefined);
  expect(JSON.stringify(document)).not.toMatch(/consent/i);
  expect(document).toMatchObject({
    'dpv:hasLegalBasis': { '@id': view.access.basis },
  });
});

it('is a file with the ground, the rights and what the authority signed, as it was signed', () => {
  const [receipt] = receiptsOf({ ...none, grants: [kept] });
  if (receipt === undefined) throw new Error('no receipt');
  const document = receiptDocument(receipt, words, kept);
  expect(document).toMatchObject({
    '@id': 'https://authority.example/vc/1#receipt-yes',
    'dpv:hasStatus': { '@id': 'dpv:ConsentGiven' },
    'dpv:hasLegalBasis': { '@id': 'eu-gdpr:A6-1-a' },
    'prov:wasDerivedFrom': kept,
  });
  expect(JSON.stringify(document)).toContain('eu-gdpr:A7-3');
});
