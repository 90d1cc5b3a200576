import type { CitizenSubjects } from '../claim/citizen-subjects.ts';
import {
  type ClaimVerifier,
  MAX_CREDENTIAL_BYTES,
  type MaxAgeDays,
} from '../claim/create-claim-verifier.ts';
import type { SubjectLink } from '../claim/subject-link.ts';
import type {
  ClaimVerification,
  LeftOut,
  NarrowedClaim,
  VerifiedClaim,
} from '../claim/verified-claim.ts';
import { type StoredForm, storedFormOf } from '../forms/verify-stored.ts';
import { readBody } from './read-body.ts';
import { readMembers } from './read-container.ts';
import { readRefusal } from './read-refusal.ts';

const TIMEOUT_MILLISECONDS = 10_000;
const MAX_CONTAINER_BYTES = 1024 * 1024;
/** Any form a credential may be stored in; JSON-LD first, because only that can say what every suite signed. */
const CREDENTIAL =
  'application/ld+json, application/vc;q=0.9, text/turtle;q=0.8, application/trig;q=0.8, application/n-quads;q=0.8';
/** Members of one container. Whoever fills a vault with more must not keep an agency busy for hours. */
const MAX_MEMBERS = 1_000;
const AT_ONCE = 6;

export interface FetchAndVerifyOptions<Claim extends NarrowedClaim = VerifiedClaim> {
  /** URLs the grant names. One that ends with a slash is a container: its members are read, not theirs. */
  readonly resources: readonly string[];
  /** Whom the facts must be about: a WebID, or a WebID and what is linked to it. */
  readonly citizen: string | CitizenSubjects;
  /** How old a fact may be; left out: as old as its dates allow. */
  readonly maxAgeDays?: MaxAgeDays;
  /** Carries the token. Its errors count as "not readable", with their `code` as detail. */
  readonly fetch: typeof fetch;
  readonly verifier: ClaimVerifier<Claim>;
}

export interface ReadFacts<Claim extends NarrowedClaim = VerifiedClaim> {
  readonly claims: Claim[];
  readonly leftOut: LeftOut[];
  /** Other names of the citizen that credentials among the resources gave, and that were accepted for the rest. */
  readonly links: SubjectLink[];
}

/**
 * Reads facts from a vault and verifies each. What is not verified is left out, and says why.
 *
 * Contacts only the URLs given, and direct members of the containers among them; follows no redirect.
 */
export async function fetchAndVerify<Claim extends NarrowedClaim>(
  options: FetchAndVerifyOptions<Claim>,
): Promise<ReadFacts<Claim>> {
  const { resources, citizen, fetch, verifier, maxAgeDays } = options;
  const read: ReadFacts<Claim> = { claims: [], leftOut: [], links: [] };
  const leave = (leftOut: LeftOut) => void read.leftOut.push(leftOut);

  const listed = await mapSome([...new Set(resources)], async (resource) => {
    if (!resource.endsWith('/')) return [resource];
    const body = await get(fetch, resource, 'text/turtle', MAX_CONTAINER_BYTES);
    if ('reason' in body) return leave({ resource, ...body });
    const members = await readMembers(body.text, resource);
    if (members === undefined) {
      return leave({ resource, reason: 'not_readable', detail: 'not a container in Turtle' });
    }
    if (members.length > MAX_MEMBERS) {
      return leave({ resource, reason: 'too_large', detail: `more than ${MAX_MEMBERS} members` });
    }
    return members;
  });

  const facts = [...new Set(listed.flatMap((urls) => urls ?? []))];
  const outcomes = await mapSome(facts, async (resource) => {
    const body = await get(fetch, resource, CREDENTIAL, MAX_CREDENTIAL_BYTES);
    if ('reason' in body) return { verified: false, leftOut: { resource, ...body } } as const;
    const { text, form } = body;
    const outcome = await verifier.verify(resource, text, citizen, maxAgeDays, form);
    return mayDependOnLink(outcome) ? { ...outcome, text, form } : outcome;
  });
  for (const outcome of await followLinks(outcomes, options, read.links)) {
    if (outcome.verified) read.claims.push(outcome.claim);
    else read.leftOut.push(outcome.leftOut);
  }
  return read;
}

type Outcome<Claim extends NarrowedClaim> = ClaimVerification<Claim> & Partial<Text>;

/** It is a link itself, or about somebody who may be the citizen by another name. */
function mayDependOnLink(outcome: ClaimVerification<NarrowedClaim>): boolean {
  return !outcome.verified && ['unknown_claim', 'wrong_subject'].includes(outcome.leftOut.reason);
}

/** Verifies links among what was left out, and with them again what seemed to be about somebody else. */
async function followLinks<Claim extends NarrowedClaim>(
  outcomes: readonly Outcome<Claim>[],
  { citizen, verifier, maxAgeDays }: FetchAndVerifyOptions<Claim>,
  links: SubjectLink[],
): Promise<readonly Outcome<Claim>[]> {
  const { webId, linked = [] } = typeof citizen === 'string' ? { webId: citizen } : citizen;
  const others: Outcome<Claim>[] = [];
  for (const outcome of outcomes) {
    if (!outcome.verified && outcome.leftOut.reason === 'unknown_claim' && outcome.text) {
      const { leftOut, text, form } = outcome;
      const found = await verifier.verifyLink(leftOut.resource, text, webId, form);
      // Of a link that does not hold, why is said; of what is none, why it is no fact.
      if (found.verified) links.push(found.link);
      else others.push(found.leftOut.reason === 'unknown_claim' ? outcome : found);
    } else others.push(outcome);
  }
  if (links.length === 0) return others;
  const subjects = { webId, linked: [...linked, ...links] };
  return await mapSome(others, async (outcome) => {
    if (outcome.verified || outcome.leftOut.reason !== 'wrong_subject' || !outcome.text) {
      return outcome;
    }
    const { leftOut, text, form } = outcome;
    return await verifier.verify(leftOut.resource, text, subjects, maxAgeDays, form);
  });
}

interface Text {
  readonly text: string;
  /** JSON-LD when the server names none that we know. */
  readonly form: StoredForm;
}
type Body = Text | Pick<LeftOut, 'reason' | 'detail'>;

async function get(
  fetch: FetchAndVerifyOptions['fetch'],
  resource: string,
  accept: string,
  maxBytes: number,
): Promise<Body> {
  // Not `AbortSignal.timeout`: that holds on to the request until it ends, and of many that is most of the memory.
  const ending = new AbortController();
  const late = () => ending.abort(new DOMException('No answer in time.', 'TimeoutError'));
  const timer = setTimeout(late, TIMEOUT_MILLISECONDS);
  try {
    const response = await fetch(resource, {
      headers: { accept },
      redirect: 'error',
      signal: ending.signal,
    });
    if (response.status === 403) {
      return { reason: 'not_readable', detail: await readRefusal(response) };
    }
    if (!response.ok) {
      await response.body?.cancel();
      const reason = response.status === 404 ? 'not_found' : 'not_readable';
      return { reason, detail: `HTTP ${response.status}` };
    }
    const text = await readBody(response, maxBytes);
    if (text === undefined) return { reason: 'too_large' };
    const form = storedFormOf(response.headers.get('content-type') ?? '') ?? 'application/ld+json';
    return { text, form };
  } catch (error) {
    return { reason: 'not_readable', detail: nameOf(error) };
  } finally {
    clearTimeout(timer);
  }
}

/** The stable code of an error, or its class: never its message, which may hold an address or a token. */
function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return 'failed';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}

/** As `Promise.all(items.map(f))`, with a few under way at a time. */
async function mapSome<T, R>(items: readonly T[], f: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = new Array(items.length);
  let next = 0;
  async function work(): Promise<void> {
    while (next < items.length) {
      const at = next++;
      results[at] = await f(items[at] as T);
    }
  }
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, items.length) }, work));
  return results;
}
