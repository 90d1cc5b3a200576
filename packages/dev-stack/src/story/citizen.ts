import {
  type LawfulAccessView,
  lawfulAccessViewSchema,
  type Notice,
  noticeSchema,
  type ObjectionView,
  objectionViewSchema,
} from '@grondslag/legal-basis';
import {
  type AccessDenial,
  type AccessGrant,
  type AccessRequest,
  accessDenialSchema,
  accessGrantSchema,
  accessRequestSchema,
  authorityPaths,
  type ReadRecord,
  readRecordPageSchema,
} from '@grondslag/protocol';
import { AS_HELPER_HEADER } from '@grondslag/protocol/v1';
import { acl, CREDENTIALS_V1, g, gc, INRUPT_V2 } from '@grondslag/vocab';
import * as z from 'zod';
import type { Addresses } from '../addresses.ts';
import { logIn } from '../seed/log-in.ts';
import type { Account } from '../stack-state.ts';

/** A citizen without a browser: does over HTTP what the consent app does. */
export interface Citizen {
  readonly webId: string;
  readonly storage: string;
  /** Authenticated as this citizen. */
  readonly fetch: typeof fetch;
  seeRequest(id: string): Promise<AccessRequest>;
  /** Questions that wait for an answer. */
  pendingRequests(): Promise<readonly AccessRequest[]>;
  /** What may be read now, by whom. */
  grantsGiven(): Promise<readonly AccessGrant[]>;
  /** Of a container alone, unless `inherit` says that what is inside belongs to it. */
  approve(
    request: AccessRequest,
    resources: readonly string[],
    until: Date,
    how?: { readonly inherit: boolean },
  ): Promise<AccessGrant>;
  deny(request: AccessRequest, reason?: string): Promise<AccessDenial>;
  withdraw(grantId: string): Promise<void>;
  /** Lawful access to this vault, newest first. */
  lawfulAccesses(): Promise<readonly LawfulAccessView[]>;
  /** What this citizen was told, newest first. */
  notices(): Promise<readonly Notice[]>;
  /** Objects to lawful access (Article 21 GDPR). */
  object(access: string, grounds: string): Promise<ObjectionView>;
  /** What was looked at under one grant, newest first. */
  readsOf(grantId: string): Promise<readonly ReadRecord[]>;
  logOut(): Promise<void>;
}

/**
 * Logs a citizen in with client credentials.
 *
 * @param help id of the help under which this account speaks for another citizen
 */
export async function createCitizen(
  addresses: Addresses,
  account: Account,
  help?: string,
): Promise<Citizen> {
  const session = await logIn(addresses.vault, account);
  const speaksFor = help === undefined ? {} : { [AS_HELPER_HEADER]: help.split('/').at(-1) ?? '' };
  const at = (path: string) => new URL(path, addresses.authority).href;

  async function call(url: string, body?: object): Promise<unknown> {
    const response = await session.fetch(url, {
      headers: { ...(body && { 'content-type': 'application/json' }), ...speaksFor },
      ...(body && { method: 'POST', body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(20_000),
    });
    if (!response.ok) {
      throw new Error(
        `${new URL(url).pathname} answered ${response.status}: ${await response.text()}`,
      );
    }
    return response.headers.get('content-type')?.includes('json') ? response.json() : undefined;
  }

  function issue(type: string, consent: object, more: object = {}): Promise<unknown> {
    return call(at(authorityPaths.issue), {
      credential: {
        '@context': [CREDENTIALS_V1, INRUPT_V2],
        type: ['VerifiableCredential', type],
        ...more,
        credentialSubject: { providedConsent: consent },
      },
    });
  }

  function queryUrl(filter: Record<string, string>): string {
    return `${at(authorityPaths.query)}?${new URLSearchParams(filter)}`;
  }

  function decision(request: AccessRequest) {
    const { mode, forPurpose } = request.credentialSubject.hasConsent;
    return {
      mode,
      ...(forPurpose && { forPurpose }),
      isProvidedTo: request.credentialSubject.id,
      verifiedRequest: request.id,
    };
  }

  return {
    webId: account.webId,
    storage: new URL('../', account.webId).href,
    fetch: session.fetch,
    async seeRequest(id) {
      return accessRequestSchema.parse(await call(id));
    },
    async pendingRequests() {
      const url = queryUrl({
        type: 'SolidAccessRequest',
        status: 'Pending',
        toAgent: account.webId,
      });
      return pageOf(accessRequestSchema).parse(await call(url)).items;
    },
    async grantsGiven() {
      const url = queryUrl({
        type: 'SolidAccessGrant',
        status: 'Active',
        fromAgent: account.webId,
      });
      const { items } = pageOf(accessGrantSchema).parse(await call(url));
      return items.filter(({ credentialSubject }) =>
        credentialSubject.providedConsent.mode.includes(acl.Read),
      );
    },
    async approve(request, resources, until, { inherit } = { inherit: false }) {
      const consent = {
        ...decision(request),
        hasStatus: gc.ConsentStatusExplicitlyGiven,
        forPersonalData: resources,
        inherit,
      };
      return accessGrantSchema.parse(
        await issue('SolidAccessGrant', consent, { expirationDate: until.toISOString() }),
      );
    },
    async deny(request, reason) {
      const consent = {
        ...decision(request),
        hasStatus: gc.ConsentStatusDenied,
        forPersonalData: request.credentialSubject.hasConsent.forPersonalData,
        ...(reason && { [g.reason]: reason }),
      };
      return accessDenialSchema.parse(await issue('SolidAccessDenial', consent));
    },
    async withdraw(grantId) {
      await call(at(authorityPaths.status), {
        credentialId: grantId,
        credentialStatus: [{ type: 'RevocationList2020Status', status: '1' }],
      });
    },
    async lawfulAccesses() {
      const url = `${at(authorityPaths.lawfulAccesses)}?citizen=me`;
      return pageOf(lawfulAccessViewSchema).parse(await call(url)).items;
    },
    async notices() {
      return pageOf(noticeSchema).parse(await call(at(authorityPaths.notices))).items;
    },
    async object(access, grounds) {
      const sent = { access, grounds };
      return objectionViewSchema.parse(await call(at(authorityPaths.objections), sent));
    },
    async readsOf(grantId) {
      const url = `${at(authorityPaths.reads)}?grant=${encodeURIComponent(grantId)}`;
      return readRecordPageSchema.parse(await call(url)).items;
    },
    logOut: () => session.logout(),
  };
}

function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item) });
}
