import { type Correction, correctionViewSchema } from '@grondslag/legal-basis';
import {
  type AccessCredential,
  authorityPaths,
  queryResponseSchema,
  type ReadRecord,
  readRecordPageSchema,
} from '@grondslag/protocol';
import { type CloudEvent, cloudEventSchema } from '@grondslag/protocol/v1';
import * as z from 'zod';
import { askFor } from '../load/ask-authority.ts';
import type { Person } from '../world/person.ts';

const PAGE_SIZE = 100;
const correctionsSchema = z.object({ items: z.array(correctionViewSchema) });
const eventsSchema = z.array(cloudEventSchema);

/** All credentials `by` takes part in, in one state or in any. */
export async function fetchCredentials(
  baseUrl: string,
  by: Person,
  state?: string,
): Promise<AccessCredential[]> {
  const all: AccessCredential[] = [];
  for (let last: string | undefined; ; last = all.at(-1)?.id.split('/').at(-1)) {
    const url = new URL(authorityPaths.query, baseUrl);
    url.searchParams.set('pageSize', String(PAGE_SIZE));
    if (state !== undefined) url.searchParams.set('status', state);
    if (last !== undefined) url.searchParams.set('page', last);
    const { items } = queryResponseSchema.parse(await askFor(200, 'GET', url.href, { by }));
    all.push(...items);
    if (items.length < PAGE_SIZE) return all;
  }
}

/** All records of reads by `by`, under one grant or under any. */
export async function fetchReads(
  baseUrl: string,
  by: Person,
  grant?: string,
): Promise<ReadRecord[]> {
  const first = new URL(authorityPaths.reads, baseUrl);
  first.searchParams.set('limit', String(PAGE_SIZE));
  if (grant !== undefined) first.searchParams.set('grant', grant);
  const all: ReadRecord[] = [];
  for (let url: string | undefined = first.href; url !== undefined; ) {
    const page = readRecordPageSchema.parse(await askFor(200, 'GET', url, { by }));
    all.push(...page.items);
    url = page.next;
  }
  return all;
}

/** All reports of errors that `by` made. */
export async function fetchCorrections(baseUrl: string, by: Person): Promise<Correction[]> {
  const all: Correction[] = [];
  for (let last: string | undefined; ; last = all.at(-1)?.id.split('/').at(-1)) {
    const url = new URL(authorityPaths.corrections, baseUrl);
    url.searchParams.set('limit', String(PAGE_SIZE));
    if (last !== undefined) url.searchParams.set('before', last);
    const { items } = correctionsSchema.parse(await askFor(200, 'GET', url.href, { by }));
    all.push(...items.map(({ correction }) => correction));
    if (items.length < PAGE_SIZE) return all;
  }
}

/** Everything that `by` was told. */
export async function fetchEvents(baseUrl: string, by: Person): Promise<CloudEvent[]> {
  const all: CloudEvent[] = [];
  for (let after = 0; ; after = Number(all.at(-1)?.sequence)) {
    const url = new URL(authorityPaths.events, baseUrl);
    url.search = new URLSearchParams({ limit: String(PAGE_SIZE), after: String(after) }).toString();
    const events = eventsSchema.parse(await askFor(200, 'GET', url.href, { by }));
    all.push(...events);
    if (events.length < PAGE_SIZE) return all;
  }
}
