import { generateSigningKey, type SigningKey } from '@grondslag/claims';
import {
  type Mandate,
  type MandateView,
  mandateViewSchema,
  type NewMandate,
  type NewParticipant,
  newMandateSchema,
  newParticipantSchema,
  type ProcessingActivity,
  processingActivitySchema,
  signMandate,
} from '@grondslag/legal-basis';
import {
  activityExample,
  newMandateExample,
  participantExample,
} from '../api/openapi/legal-examples.ts';
import type { TestAuthority } from './create-test-authority.ts';
import type { Person } from './start-identity-provider.ts';

export const official = { name: 'A. de Vries', role: 'Directeur' };
const DAY_MILLISECONDS = 86_400_000;

/** An agency in the register, with a key its officials sign with. */
export interface RegisteredAgency {
  readonly person: Person;
  readonly key: SigningKey;
}

/** Registers and admits a public body. */
export async function registerAgency(
  authority: TestAuthority,
  person: Person = authority.bob,
  members: Partial<NewParticipant> = {},
): Promise<RegisteredAgency> {
  const { key } = await generateSigningKey(`${person.webId.replace('#me', '')}#key`);
  const { admissions: _none, ...body } = participantExample;
  const participant = newParticipantSchema.parse({
    ...body,
    webId: person.webId,
    keys: { [key.id]: key.publicKeyMultibase },
    ...members,
  });
  await expectStatus(
    200,
    authority.send('PUT', 'v1/register/participants', authority.operator, participant),
  );
  await decideOn(authority, person.webId, 'admitted');
  return { person, key };
}

/** A decision of the operator about a participant. */
export async function decideOn(
  authority: TestAuthority,
  webId: string,
  decision: 'admitted' | 'suspended' | 'removed',
): Promise<void> {
  const body = { webId, decision, by: official, reasons: 'Zo is besloten.' };
  await expectStatus(
    201,
    authority.send('POST', 'v1/register/admissions', authority.operator, body),
  );
}

export function activityOf(
  authority: TestAuthority,
  { webId }: Person,
  members: Partial<ProcessingActivity> = {},
): ProcessingActivity {
  return processingActivitySchema.parse({
    ...activityExample,
    id: `${webId.replace('#me', '')}/activities/supplement`,
    controller: webId,
    validFrom: daysFrom(authority, -30),
    ...members,
  });
}

export function mandateOf(
  authority: TestAuthority,
  person: Person,
  members: Partial<NewMandate> = {},
): NewMandate {
  return newMandateSchema.parse({
    ...newMandateExample,
    activity: { id: activityOf(authority, person).id, version: 1 },
    notice: { when: 'at-once' },
    validFrom: daysFrom(authority, -1),
    validUntil: daysFrom(authority, 365),
    ...members,
  });
}

export async function draft(
  authority: TestAuthority,
  person: Person,
  body: NewMandate,
): Promise<MandateView> {
  const response = await expectStatus(201, authority.send('POST', 'v1/mandates', person, body));
  return mandateViewSchema.parse(await response.json());
}

export async function step(
  authority: TestAuthority,
  person: Person,
  mandate: Mandate,
  body: object,
): Promise<Response> {
  return authority.send('POST', `${mandate.id}/steps`, person, {
    by: official,
    reasons: 'Zo is besloten.',
    ...body,
  });
}

/** A mandate that was decided on, signed and published. */
export async function publish(
  authority: TestAuthority,
  { person, key }: RegisteredAgency,
  members: Partial<NewMandate> = {},
): Promise<MandateView> {
  const { mandate } = await draft(authority, person, mandateOf(authority, person, members));
  const signature = await signMandate(mandate, { by: official, reasons: 'Zo is besloten.' }, key);
  await expectStatus(201, step(authority, person, mandate, { step: 'decided', signature }));
  const published = await expectStatus(
    201,
    step(authority, person, mandate, { step: 'published' }),
  );
  return mandateViewSchema.parse(await published.json());
}

/** A registered agency with an activity and a published mandate. */
export async function registerWithMandate(
  authority: TestAuthority,
  person: Person = authority.bob,
  members: Partial<NewMandate> = {},
): Promise<RegisteredAgency & MandateView> {
  const agency = await registerAgency(authority, person);
  const activity = activityOf(authority, person);
  await expectStatus(201, authority.send('POST', 'v1/processing-activities', person, activity));
  return { ...agency, ...(await publish(authority, agency, members)) };
}

/** What two officials write down before they open something. */
export const breakGlassExample = {
  danger: 'De bewoner antwoordt niet en het huis staat onder water.',
  whyNoOtherBasis: 'De bewoner kan niets worden gevraagd.',
  officials: [
    { name: 'K. Maes', role: 'Arts' },
    { name: 'L. Smit', role: 'Brandweer' },
  ],
  reviewAfterwards: true,
  minutes: 20,
};

/** Registers what an agency does when a life is in danger, and resolves to its id. */
export async function registerEmergency(
  authority: TestAuthority,
  person: Person = authority.bob,
): Promise<string> {
  const activity = activityOf(authority, person, {
    id: `${person.webId.replace('#me', '')}/activities/emergency`,
    basis: 'https://w3id.org/dpv/legal/eu/gdpr#A6-1-d',
    lawRefs: [],
  });
  await expectStatus(201, authority.send('POST', 'v1/processing-activities', person, activity));
  return activity.id;
}

export function daysFrom(authority: TestAuthority, days: number): string {
  return new Date(authority.now().getTime() + days * DAY_MILLISECONDS).toISOString();
}

/** @throws {Error} with the answer when it is another */
export async function expectStatus(status: number, sent: Promise<Response>): Promise<Response> {
  const response = await sent;
  if (response.status === status) return response;
  throw new Error(`${response.status}: ${await response.text()}`);
}
