import type { CloudEvent, EventType } from '@grondslag/protocol/v1';
import type { StoredKind } from '../credentials/credential-store.ts';
import {
  type CredentialEvent,
  type EventKind,
  type FeedEntry,
  isCredentialEvent,
} from './event-store.ts';

const SEQUENCE_DIGITS = 16;

const kinds = {
  SolidAccessRequest: 'access-request',
  SolidAccessGrant: 'access-grant',
  SolidAccessDenial: 'access-denial',
  GrondslagLawfulAccess: 'lawful-access',
} as const;

/** Names of the events of a request or denial differ from those of a grant, or do not occur. */
const types: Record<StoredKind, Partial<Record<CredentialEvent, EventType>>> = {
  SolidAccessRequest: {
    issued: 'org.w3id.grondslag.access-request.issued.v1',
    revoked: 'org.w3id.grondslag.access-request.canceled.v1',
  },
  SolidAccessGrant: {
    issued: 'org.w3id.grondslag.access-grant.issued.v1',
    revoked: 'org.w3id.grondslag.access-grant.revoked.v1',
    suspended: 'org.w3id.grondslag.access-grant.suspended.v1',
    resumed: 'org.w3id.grondslag.access-grant.resumed.v1',
  },
  SolidAccessDenial: {
    issued: 'org.w3id.grondslag.access-denial.issued.v1',
    revoked: 'org.w3id.grondslag.access-denial.revoked.v1',
  },
  GrondslagLawfulAccess: {
    issued: 'org.w3id.grondslag.lawful-access.given.v1',
    revoked: 'org.w3id.grondslag.lawful-access.ended.v1',
    suspended: 'org.w3id.grondslag.lawful-access.suspended.v1',
    resumed: 'org.w3id.grondslag.lawful-access.resumed.v1',
  },
};

type Told = Pick<CloudEvent['data'], 'kind'> & { readonly type: EventType };

const others: Record<Exclude<EventKind, CredentialEvent>, Told> = {
  'helper-accepted': { kind: 'helper', type: 'org.w3id.grondslag.helper.accepted.v1' },
  'helper-started': { kind: 'helper', type: 'org.w3id.grondslag.helper.started.v1' },
  'helper-ended': { kind: 'helper', type: 'org.w3id.grondslag.helper.ended.v1' },
  'helper-came-of-age': { kind: 'helper', type: 'org.w3id.grondslag.helper.came-of-age.v1' },
  'correction-received': { kind: 'correction', type: 'org.w3id.grondslag.correction.received.v1' },
  'correction-changed': { kind: 'correction', type: 'org.w3id.grondslag.correction.changed.v1' },
  'access-reviewed': {
    kind: 'lawful-access',
    type: 'org.w3id.grondslag.lawful-access.reviewed.v1',
  },
  'objection-received': { kind: 'objection', type: 'org.w3id.grondslag.objection.received.v1' },
  'objection-changed': { kind: 'objection', type: 'org.w3id.grondslag.objection.changed.v1' },
  'rights-request-received': {
    kind: 'rights-request',
    type: 'org.w3id.grondslag.rights-request.received.v1',
  },
  'rights-request-changed': {
    kind: 'rights-request',
    type: 'org.w3id.grondslag.rights-request.changed.v1',
  },
  'read-recorded': { kind: 'read', type: 'org.w3id.grondslag.read.recorded.v1' },
};

/**
 * An entry of a feed as CloudEvent 1.0; `undefined` when there is no name for what happened.
 *
 * @param source `source` of all events of this authority: with `id` it says which event it is (CloudEvents 1.0 §3.1)
 */
export function toCloudEvent(
  entry: FeedEntry,
  credentialKind: StoredKind | undefined,
  source: string,
): CloudEvent | undefined {
  const { id, seq, kind, credential, at, actedBy } = entry;
  const what = describe(kind, credentialKind);
  if (what === undefined) return undefined;
  return {
    specversion: '1.0',
    id,
    source,
    type: what.type,
    subject: credential,
    time: at.toISOString(),
    datacontenttype: 'application/json',
    sequence: String(seq).padStart(SEQUENCE_DIGITS, '0'),
    data: {
      kind: what.kind,
      id: credential.slice(credential.lastIndexOf('/') + 1),
      ...(actedBy !== undefined && { actedBy }),
    },
  };
}

function describe(event: EventKind, kind: StoredKind | undefined): Told | undefined {
  if (!isCredentialEvent(event)) return others[event];
  const type = kind && types[kind][event];
  return kind && type && { type, kind: kinds[kind] };
}
