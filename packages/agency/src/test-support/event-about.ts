import { randomUUID } from 'node:crypto';
import type { CloudEvent } from '@grondslag/protocol/v1';

/** An event of a grant that was given, as an authority tells it. */
export function eventAbout(grant: string, sequence: number): CloudEvent {
  return {
    specversion: '1.0',
    id: randomUUID(),
    source: 'urn:nld:example',
    type: 'org.w3id.grondslag.access-grant.issued.v1',
    subject: grant,
    time: new Date().toISOString(),
    datacontenttype: 'application/json',
    sequence: String(sequence).padStart(16, '0'),
    data: { kind: 'access-grant', id: grant.slice(grant.lastIndexOf('/') + 1) },
  };
}
