import type { Participants } from '@grondslag/protocol';
import { AS_HELPER_HEADER } from '@grondslag/protocol/v1';
import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';
import { methodNotAllowed } from 'hono/method-not-allowed';
import { accessRoutes } from './api/access-routes.ts';
import { API_VERSION } from './api/api-version.ts';
import { openApiRoutes } from './api/openapi/openapi-routes.ts';
import { problemRoutes } from './api/problem-routes.ts';
import { createAuthenticate } from './authentication/authenticate.ts';
import { correctionRoutes } from './corrections/correction-routes.ts';
import { cardRoutes } from './counter/card-routes.ts';
import { counterRoutes } from './counter/counter-routes.ts';
import { deskRoutes } from './counter/desk-routes.ts';
import { isPlainText } from './credentials/plain-text.ts';
import { explanationRoutes } from './decisions/explanation-routes.ts';
import { defaultLegalSettings, type LegalSettings } from './decisions/legal-settings.ts';
import { AuthorityError } from './errors.ts';
import { eventRoutes } from './events/event-routes.ts';
import { createFeedWaiter } from './events/feed-waiter.ts';
import { healthRoutes } from './health/health-routes.ts';
import { createReadiness } from './health/readiness.ts';
import type { KnowsAgency } from './helpers/decide-as-helper.ts';
import { helperRoutes } from './helpers/helper-routes.ts';
import { lookRoutes } from './helpers/look-routes.ts';
import { majorityRoutes } from './helpers/majority-routes.ts';
import { closeWhenLeaving } from './http/close-when-leaving.ts';
import { credentialRoutes } from './http/credential-routes.ts';
import { discoveryRoutes, wellKnownRoutes } from './http/discovery.ts';
import { checkUrl, type Fetch } from './http/guarded-fetch.ts';
import type { Log } from './http/log.ts';
import { logRequest } from './http/log-request.ts';
import { problemResponse, toAuthorityError } from './http/problem-response.ts';
import { readLogRoutes } from './http/read-log-routes.ts';
import { type RequestVariables, requestId } from './http/request-id.ts';
import { securityHeaders } from './http/security-headers.ts';
import { statusChangeRoute } from './http/status-change-route.ts';
import { tokenRoute } from './http/token-route.ts';
import type { AuthorityKeys } from './keys/authority-keys.ts';
import { lawfulAccessRoutes } from './lawful-access/lawful-access-routes.ts';
import type { RestsOn } from './lawful-access/lawful-access-store.ts';
import { settleLawfulAccess } from './lawful-access/settle-lawful-access.ts';
import { type CallerAddress, createCallerAddress } from './limits/caller-address.ts';
import { limitAnonymous, limitClients } from './limits/limit-callers.ts';
import { noRateLimits, type RateLimits, rateLimitHeaders } from './limits/rate-limits.ts';
import { mandateRoutes } from './mandates/mandate-routes.ts';
import { noticeRoutes } from './notices/notice-routes.ts';
import { objectionRoutes } from './objections/objection-routes.ts';
import { isAdmitted } from './register/is-admitted.ts';
import { registerRoutes } from './register/register-routes.ts';
import { rightsRequestRoutes } from './rights-requests/rights-request-routes.ts';
import type { AuthorityStores } from './storage/stores.ts';
import type { AskControl } from './vaults/ask-control.ts';
import { createFindStorages } from './vaults/find-storages.ts';
import type { Vault } from './vaults/vault.ts';
import { webhookRoutes } from './webhooks/webhook-routes.ts';

/** Seconds an access token is valid; a withdrawal ends it sooner, by the status feed. */
export const DEFAULT_TOKEN_LIFETIME_SECONDS = 60;

/** What an authority is made of. */
export interface AuthorityOptions {
  /** URL of this authority as its callers know it, with trailing slash; `issuer` of all it signs. */
  readonly baseUrl: string;
  readonly stores: Pick<
    AuthorityStores,
    | 'credentials'
    | 'events'
    | 'idempotency'
    | 'webhooks'
    | 'helpers'
    | 'majority'
    | 'tickets'
    | 'proofs'
    | 'reads'
    | 'register'
    | 'mandates'
    | 'lawfulAccesses'
    | 'emergencyReviews'
    | 'objections'
    | 'rightsRequests'
    | 'corrections'
    | 'notices'
    | 'decisions'
    | 'letters'
    | 'desks'
    | 'cards'
  >;
  readonly keys: AuthorityKeys;
  readonly vaults: readonly Vault[];
  /** Identity providers whose tokens are accepted; a closed list of `iss` values. */
  readonly oidcIssuers: readonly string[];
  /**
   * Where WebIDs may lie beyond the vault servers and the participating agencies: prefixes ending in a slash, or
   * whole WebIDs.
   */
  readonly webIds?: readonly string[];
  readonly participants: Participants;
  readonly askControl: AskControl;
  /** Legal bases other than consent; default: nobody is operator, and what the rules refuse is refused. */
  readonly legal?: LegalSettings;
  /** Fetches keys of identity providers and WebID documents, nothing else. */
  readonly fetch?: Fetch;
  readonly now?: () => Date;
  readonly log?: Log;
  readonly tokenLifetimeSeconds?: number;
  /** Sees every request before anything else does. */
  readonly observe?: MiddlewareHandler;
  /** `source` of the events, a URI; default: `baseUrl`. A `urn:nld:…` where the NL GOV profile is followed. */
  readonly eventSource?: string;
  /** Throws `url_not_allowed` where events may not be sent; default: anything but public https. */
  readonly checkWebhookUrl?: (url: string) => void;
  readonly limits?: RateLimits;
  readonly callerAddress?: CallerAddress;
  /** Resolves when the database answers; for the question whether this instance is ready. */
  readonly askDatabase?: () => Promise<void>;
  /** Aborts when the instance is about to go: it says that it is not ready any more, and answers as before. */
  readonly leaving?: AbortSignal;
  /** Aborts when the instance is about to stop: whoever waits for a change gets an answer. */
  readonly stopping?: AbortSignal;
}

/**
 * Builds the HTTP application of the authority: issuer of access credentials and UMA 2.0 authorization server.
 * It opens no port and no database.
 *
 * @throws {TypeError} when `baseUrl` does not end in a slash
 */
export function createAuthority({
  baseUrl,
  stores,
  keys,
  vaults,
  oidcIssuers,
  webIds = [],
  participants,
  askControl,
  legal = defaultLegalSettings,
  fetch = globalThis.fetch,
  now = () => new Date(),
  log = () => undefined,
  tokenLifetimeSeconds = DEFAULT_TOKEN_LIFETIME_SECONDS,
  observe = (_c, next) => next(),
  eventSource = baseUrl,
  checkWebhookUrl = (url) => checkUrl(new URL(url)),
  limits = noRateLimits,
  callerAddress = createCallerAddress([]),
  askDatabase = async () => undefined,
  leaving = new AbortController().signal,
  stopping,
}: AuthorityOptions): Hono<RequestVariables> {
  if (!baseUrl.endsWith('/')) throw new TypeError(`baseUrl should end in a slash: ${baseUrl}`);
  const sourceWebIds = new Set(participants.sources.flatMap(({ webId }) => webId ?? []));
  const knownWebIds = [
    ...vaults.map((vault) => vault.baseUrl),
    ...participants.agencies.map(({ webId }) => webId),
    ...sourceWebIds,
    ...legal.operators,
    ...webIds,
  ];
  const identify = createAuthenticate({
    oidcIssuers,
    webIds: knownWebIds,
    isParticipant: async (webId) =>
      isPlainText(webId) &&
      ((await stores.register.findParticipant(webId)) !== undefined ||
        (await stores.desks.findClerk(webId)) !== undefined),
    fetch,
    proofs: stores.proofs,
    now,
  });
  const authenticate = limitClients(identify, { baseUrl, limits });
  const feedWaiter = createFeedWaiter(stores.events, stopping);
  const findStorages = createFindStorages({ webIds: knownWebIds, vaults, fetch });
  const shared = {
    ...{ baseUrl, vaults, now, log, limits, authenticate, legal, findStorages },
    ...stores,
  };
  const onChange = (changed: RestsOn) => settleLawfulAccess(changed, shared);
  const lawful = { keys, askControl, sources: participants.sources };
  const knowsAgency: KnowsAgency = async (webId) =>
    participants.agencies.some((one) => one.webId === webId) ||
    (await isAdmitted(webId, stores.register, now()));
  const { pathname } = new URL(baseUrl);
  const app = new Hono<RequestVariables>();
  app.use(observe);
  app.use(requestId());
  app.use(logRequest(log));
  app.use(closeWhenLeaving(leaving));
  app.use(securityHeaders(baseUrl));
  app.use(
    cors({
      origin: '*',
      allowHeaders: [
        ...['Authorization', 'DPoP', 'Content-Type', 'If-None-Match'],
        ...['Idempotency-Key', 'Last-Event-ID', AS_HELPER_HEADER],
      ],
      allowMethods: ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS'],
      exposeHeaders: [
        ...['Link', 'WWW-Authenticate', 'Location', 'ETag', 'Retry-After', 'Allow'],
        ...['API-Version', 'Content-Language', 'X-Request-Id'],
      ],
      maxAge: 600,
    }),
  );
  const tell = (
    error: AuthorityError,
    c: Context<RequestVariables>,
    headers?: Record<string, string>,
  ) => {
    const audience = {
      baseUrl,
      acceptLanguage: c.req.header('Accept-Language'),
      requestId: c.get('requestId'),
    };
    return problemResponse(error, audience, { ...rateLimitHeaders(error), ...headers });
  };
  app.use(
    methodNotAllowed({
      app,
      onMethodNotAllowed(c, allowed) {
        const allow = allowed.join(', ');
        return tell(new AuthorityError('method_not_allowed', `Use one of ${allow} here.`), c, {
          Allow: allow,
        });
      },
    }),
  );
  app.use(`${pathname}v1/*`, async (c, next) => {
    await next();
    c.header('API-Version', API_VERSION);
  });
  app.route(pathname, healthRoutes(createReadiness(askDatabase, leaving)));
  // After the questions about health, which are never refused.
  app.use(limitAnonymous({ baseUrl, limits, callerAddress }));
  app.route('/', wellKnownRoutes({ baseUrl }));
  app.route(pathname, discoveryRoutes({ ...shared, keys, participants }));
  app.route(pathname, credentialRoutes({ ...shared, keys, askControl, knowsAgency }));
  app.route(
    pathname,
    tokenRoute({
      ...shared,
      keys,
      tokenLifetimeSeconds,
      isSource: (webId) => sourceWebIds.has(webId),
    }),
  );
  app.route(pathname, readLogRoutes(shared));
  app.route(pathname, statusChangeRoute({ ...shared, feedWaiter }));
  app.route(pathname, accessRoutes({ ...shared, keys, askControl }));
  app.route(pathname, helperRoutes({ ...shared, ...lawful }));
  app.route(pathname, lookRoutes(shared));
  app.route(pathname, majorityRoutes(shared));
  app.route(pathname, eventRoutes({ ...shared, eventSource, feedWaiter, stopping }));
  app.route(pathname, webhookRoutes({ ...shared, checkWebhookUrl }));
  app.route(pathname, registerRoutes({ ...shared, onChange }));
  app.route(pathname, mandateRoutes({ ...shared, onChange }));
  app.route(pathname, lawfulAccessRoutes({ ...shared, ...lawful }));
  app.route(pathname, objectionRoutes(shared));
  app.route(pathname, rightsRequestRoutes(shared));
  app.route(pathname, correctionRoutes({ ...shared, askControl, sources: participants.sources }));
  app.route(pathname, deskRoutes(shared));
  app.route(pathname, counterRoutes({ ...shared, keys, askControl, participants }));
  app.route(pathname, cardRoutes({ ...shared, keys, askControl, participants }));
  app.route(pathname, noticeRoutes(shared));
  app.route(pathname, explanationRoutes(shared));
  app.route(pathname, problemRoutes({ baseUrl }));
  app.route(pathname, openApiRoutes({ baseUrl }));
  app.notFound((c) => tell(new AuthorityError('not_found', 'There is nothing here.'), c));
  app.onError((error, c) => tell(toAuthorityError(error, log, c.get('requestId')), c));
  return app;
}
