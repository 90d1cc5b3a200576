import { createHash } from 'node:crypto';
import type { NarrowedClaim } from '@grondslag/claims';
import { g, RDF_TYPE, XSD } from '@grondslag/vocab';

const VC = 'https://www.w3.org/2018/credentials#';
const STATUS = 'https://www.w3.org/ns/credentials/status#';
const SOURCES = 5;

/**
 * An income credential of one of five sources, as verification leaves it: 18 statements, two blank nodes. For
 * measuring what comes after verification: it was never signed.
 */
export function incomeClaim(serial: number): NarrowedClaim {
  const hash = (text: string) => createHash('sha256').update(text).digest('hex');
  const source = `https://tax${serial % SOURCES}.example/`;
  const credential = `${source}credentials/${hash(String(serial)).slice(0, 32)}`;
  const citizen = `https://vault.example/citizen-${serial}/profile/card#me`;
  const list = `${source}status/${serial % 3}`;
  const amount = `${20_000 + ((serial * 7_919) % 60_000)}.${String((serial * 31) % 100).padStart(2, '0')}`;
  const canonical = [
    `<${citizen}> <${g.income}> _:c14n1`,
    `<${credential}> <${RDF_TYPE}> <${VC}VerifiableCredential>`,
    `<${credential}> <${RDF_TYPE}> <${g.IncomeCredential}>`,
    `<${credential}> <${VC}credentialStatus> _:c14n0`,
    `<${credential}> <${VC}credentialSubject> <${citizen}>`,
    `<${credential}> <${VC}issuer> <${source}>`,
    `<${credential}> <${VC}validFrom> "2026-01-0${1 + (serial % 9)}T09:00:00Z"^^<${XSD}dateTime>`,
    `<${credential}> <${VC}validUntil> "2027-01-05T09:00:00Z"^^<${XSD}dateTime>`,
    `_:c14n0 <${RDF_TYPE}> <${STATUS}BitstringStatusListEntry>`,
    `_:c14n0 <${STATUS}statusListCredential> <${list}>`,
    `_:c14n0 <${STATUS}statusListIndex> "${serial}"`,
    `_:c14n0 <${STATUS}statusPurpose> "revocation"`,
    `_:c14n1 <${RDF_TYPE}> <${g.Income}>`,
    `_:c14n1 <${g.amount}> "${amount}"^^<${XSD}decimal>`,
    `_:c14n1 <${g.currency}> "EUR"`,
    `_:c14n1 <${g.year}> "${2020 + (serial % 5)}"^^<${XSD}gYear>`,
  ]
    .toSorted((a, b) => (a < b ? -1 : 1))
    .map((line) => `${line} .\n`)
    .join('');
  return {
    canonical,
    graph: `urn:sha256:${hash(canonical)}`,
    credential,
    resource: `https://vault.example/citizen-${serial}/facts/income/1`,
    claimType: g.IncomeCredential,
    source: { id: source, name: { nl: 'Belasting' }, claimTypes: [g.IncomeCredential] },
    subject: citizen,
    fact: { type: 'income' },
    validFrom: new Date('2026-01-05T09:00:00Z'),
    validUntil: new Date('2027-01-05T09:00:00Z'),
    statusCheckedAt: new Date('2026-03-01T12:00:00Z'),
    holdsAt: new Date('2026-03-01T12:00:00Z'),
  };
}
