import {
  type AccessCredential,
  FIELDS_FEATURE,
  PERMISSION_TICKET_TYPE,
  READ_REPORT_TYPE,
  STATUS_QUESTION_TYPE,
  UMA_TICKET_GRANT_TYPE,
  VP_CLAIM_TOKEN_FORMAT,
} from '@grondslag/protocol';
import { CREDENTIALS_V1, gc, INRUPT_V2 } from '@grondslag/vocab';
import { type JWTPayload, SignJWT } from 'jose';
import { createAuthority } from '../create-authority.ts';
import { defaultLegalSettings, type LegalSettings } from '../decisions/legal-settings.ts';
import type { LogEntry } from '../http/log.ts';
import { loadKeys } from '../keys/load-keys.ts';
import type { OpenDatabase } from '../storage/open-database.ts';
import { openMemoryDatabase } from '../storage/open-embedded-database.ts';
import { type AuthorityStores, createSqlStores } from '../storage/stores.ts';
import type { AskControl } from '../vaults/ask-control.ts';
import { type Vault, vaultKey } from '../vaults/vault.ts';
import {
  type IdentityProvider,
  type Person,
  startIdentityProvider,
} from './start-identity-provider.ts';

export const READ = 'http://www.w3.org/ns/auth/acl#Read';
export const WRITE = 'http://www.w3.org/ns/auth/acl#Write';
export const SERVICE_PROVISION = 'https://w3id.org/dpv#ServiceProvision';

const DAY_MILLISECONDS = 86_400_000;

/** An authority in this process, with a real database, real signatures and a real identity provider. */
export interface TestAuthority {
  readonly app: ReturnType<typeof createAuthority>;
  readonly baseUrl: string;
  readonly vault: Vault;
  readonly otherVault: Vault;
  readonly provider: IdentityProvider;
  readonly database: OpenDatabase;
  readonly logs: LogEntry[];
  /** Citizen; controls everything below her pod. */
  readonly alice: Person;
  /** Agency. */
  readonly bob: Person;
  /** Somebody else. */
  readonly eve: Person;
  /** Operator of the authority. */
  readonly operator: Person;
  /** Registered source. */
  readonly source: Person;
  /** Answers the control question until it is replaced. */
  askControl: AskControl;
  /** URL in Alice's pod. */
  inPod(path: string): string;
  now(): Date;
  inDays(days: number): string;
  /** Moves the clock of the authority. */
  advance(milliseconds: number): void;
  send(
    method: string,
    path: string,
    by?: Person,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Response>;
  /** Rows of all tables that change, to see that nothing did. */
  countRows(): Promise<RowCounts>;
  ticket(resources: string[], claims?: TicketClaims): Promise<string>;
  exchange(
    by: Person | undefined,
    credential: unknown,
    ticket: string,
    form?: Record<string, string>,
  ): Promise<Response>;
  report(
    records: unknown[],
    claims?: { vault?: Vault; typ?: string; iat?: number },
  ): Promise<Response>;
  /** Asks for status changes, as a vault server does. */
  askStatusChanges(
    search: string,
    claims?: { vault?: Vault; typ?: string; iat?: number },
  ): Promise<Response>;
  readonly stores: AuthorityStores;
  close(): Promise<void>;
}

interface RowCounts {
  readonly credential: number;
  readonly decision: number;
  readonly status_list: number;
  readonly used_ticket: number;
  readonly read_record: number;
}

interface TicketClaims {
  readonly vault?: Vault;
  readonly aud?: string;
  readonly typ?: string;
  readonly exp?: number;
  readonly secret?: string;
  /** What the vault server can do; default: all there is. */
  readonly features?: readonly string[];
}

export async function createTestAuthority(
  baseUrl = 'https://access.example/',
  legal: Partial<LegalSettings> = {},
): Promise<TestAuthority> {
  const provider = await startIdentityProvider();
  const database = await openMemoryDatabase(new Date());
  const stores = createSqlStores(database.db);
  const vault = { baseUrl: provider.url, secret: 'a secret of the vault server, 32+ bytes' };
  const otherVault = {
    baseUrl: 'https://other-vault.example/',
    secret: 'a secret of the other vault, 32+ bytes',
  };
  const logs: LogEntry[] = [];
  let ahead = 0;
  const now = () => new Date(Date.now() + ahead);
  const people = {
    alice: await provider.person('alice'),
    bob: await provider.person('bob'),
    eve: await provider.person('eve'),
    operator: await provider.person('operator'),
    source: await provider.person('source'),
  };

  async function vaultMessage(
    payload: JWTPayload,
    { vault: by = vault, typ, iat }: { vault?: Vault; typ: string; iat?: number },
  ): Promise<string> {
    const at = iat ?? Math.floor(now().getTime() / 1000);
    return new SignJWT(payload)
      .setProtectedHeader({ alg: 'HS256', typ })
      .setIssuer(by.baseUrl)
      .setAudience(baseUrl)
      .setIssuedAt(at)
      .setExpirationTime(at + 3600)
      .sign(vaultKey(by));
  }

  const authority: TestAuthority = {
    ...people,
    baseUrl,
    vault,
    otherVault,
    provider,
    database,
    stores,
    logs,
    askControl: async ({ webId, resources }) => ({
      controlled: resources.filter((resource) =>
        resource.startsWith(webId.replace('profile/card#me', '')),
      ),
      features: [FIELDS_FEATURE],
    }),
    app: createAuthority({
      baseUrl,
      stores,
      keys: await loadKeys({ store: stores.keys, baseUrl, now }),
      vaults: [vault, otherVault],
      oidcIssuers: [provider.url],
      participants: {
        agencies: [],
        sources: [
          {
            id: 'https://source.example/',
            webId: people.source.webId,
            name: { nl: 'Bron', en: 'Source' },
            claimTypes: ['https://w3id.org/grondslag/terms#YearIncome'],
            keys: {},
            statusLists: 'https://source.example/status/',
          },
        ],
      },
      askControl: (question) => authority.askControl(question),
      now,
      legal: { ...defaultLegalSettings, operators: [people.operator.webId], ...legal },
      log: (entry) => logs.push(entry),
    }),
    inPod: (path) => `${provider.url}alice/${path}`,
    now,
    inDays: (days) => new Date(now().getTime() + days * DAY_MILLISECONDS).toISOString(),
    advance(milliseconds) {
      ahead += milliseconds;
    },
    async send(method, path, by, body, headers) {
      const url = new URL(path, baseUrl).href;
      return authority.app.request(url, {
        method,
        headers: { ...(await by?.dpop(method, url)), ...headers },
        ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      });
    },
    async countRows() {
      const count = async (table: keyof RowCounts) =>
        (await database.db.selectFrom(table).selectAll().execute()).length;
      return {
        credential: await count('credential'),
        decision: await count('decision'),
        status_list: await count('status_list'),
        used_ticket: await count('used_ticket'),
        read_record: await count('read_record'),
      };
    },
    async ticket(
      resources,
      { vault: by = vault, aud = baseUrl, typ, exp, secret, features = [FIELDS_FEATURE] } = {},
    ) {
      const at = Math.floor(now().getTime() / 1000);
      const permissions = resources.map((resource) => ({ resource, modes: ['read'] }));
      return new SignJWT({ permissions, features })
        .setProtectedHeader({ alg: 'HS256', typ: typ ?? PERMISSION_TICKET_TYPE })
        .setIssuer(by.baseUrl)
        .setAudience(aud)
        .setJti(crypto.randomUUID())
        .setIssuedAt(at)
        .setExpirationTime(exp ?? at + 300)
        .sign(vaultKey({ ...by, ...(secret !== undefined && { secret }) }));
    },
    async exchange(by, credential, ticket, form = {}) {
      const presentation = { type: ['VerifiablePresentation'], verifiableCredential: [credential] };
      const fields = {
        grant_type: UMA_TICKET_GRANT_TYPE,
        ticket,
        claim_token_format: VP_CLAIM_TOKEN_FORMAT,
        claim_token: Buffer.from(JSON.stringify(presentation)).toString('base64'),
        ...form,
      };
      return authority.send('POST', 'token', by, new URLSearchParams(fields).toString());
    },
    async report(records, claims) {
      const jwt = await vaultMessage({ records }, { typ: READ_REPORT_TYPE, ...claims });
      return authority.send('POST', 'v1/reads', undefined, jwt);
    },
    async askStatusChanges(search, claims) {
      const jwt = await vaultMessage({}, { typ: STATUS_QUESTION_TYPE, ...claims });
      return authority.app.request(new URL(`v1/status-changes${search}`, baseUrl).href, {
        headers: { Authorization: `Bearer ${jwt}` },
      });
    },
    async close() {
      await database.close();
      await provider.close();
    },
  };
  return authority;
}

type Members = Record<string, unknown>;

/** Body of `POST issue` as the access-grant libraries send it; `consent` and `envelope` replace members. */
export function requestBody(
  authority: TestAuthority,
  consent: Members = {},
  envelope: Members = {},
) {
  return {
    credential: {
      '@context': [CREDENTIALS_V1, INRUPT_V2],
      type: ['VerifiableCredential', 'SolidAccessRequest'],
      expirationDate: authority.inDays(30),
      credentialSubject: {
        inbox: `${authority.provider.url}bob/inbox/`,
        hasConsent: {
          mode: [READ],
          hasStatus: gc.ConsentStatusRequested,
          forPersonalData: [authority.inPod('facts/')],
          forPurpose: [SERVICE_PROVISION],
          isConsentForDataSubject: authority.alice.webId,
          ...consent,
        },
      },
      ...envelope,
    },
  };
}

/** Body of `POST issue` of a grant to Bob. */
export function grantBody(authority: TestAuthority, consent: Members = {}, envelope: Members = {}) {
  return {
    credential: {
      '@context': [CREDENTIALS_V1, INRUPT_V2],
      type: ['VerifiableCredential', 'SolidAccessGrant'],
      expirationDate: authority.inDays(10),
      credentialSubject: {
        providedConsent: {
          mode: [READ],
          hasStatus: gc.ConsentStatusExplicitlyGiven,
          forPersonalData: [authority.inPod('facts/income.jsonld')],
          isProvidedTo: authority.bob.webId,
          ...consent,
        },
      },
      ...envelope,
    },
  };
}

/** Body of `POST issue` of a denial to Bob. */
export function denialBody(
  authority: TestAuthority,
  consent: Members = {},
  envelope: Members = {},
) {
  return grantBody(
    authority,
    { hasStatus: gc.ConsentStatusDenied, ...consent },
    { type: ['VerifiableCredential', 'SolidAccessDenial'], ...envelope },
  );
}

/** Issues, and fails the test when that is refused. */
export async function issue(
  authority: TestAuthority,
  by: Person,
  body: unknown,
): Promise<AccessCredential> {
  const response = await authority.send('POST', 'issue', by, body);
  const answer = await response.json();
  if (response.status !== 201) throw new Error(`not issued: ${JSON.stringify(answer)}`);
  return answer as AccessCredential;
}
