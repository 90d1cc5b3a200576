import {
  authorityPaths,
  credentialLookupSchema,
  statusChangeSchema,
  statusPurposeSchema,
} from '@grondslag/protocol';
import type { HelperLookKind } from '@grondslag/protocol/v1';
import { Hono } from 'hono';
import * as z from 'zod';
import { respondOnce } from '../api/respond-once.ts';
import type { Authenticate } from '../authentication/caller.ts';
import { changeCredentialStatus } from '../credentials/change-credential-status.ts';
import { credentialUrl } from '../credentials/credential-id.ts';
import { isLawfulAccess, type StoredCredential } from '../credentials/credential-store.ts';
import { deriveCredentials } from '../credentials/derive-credentials.ts';
import { deriveBodySchema } from '../credentials/derive-schemas.ts';
import { type IssuePowers, issueCredential } from '../credentials/issue-credential.ts';
import { lookUpCredentials } from '../credentials/look-up-credentials.ts';
import { queryCredentials } from '../credentials/query-credentials.ts';
import { readAskedCredential } from '../credentials/read-asked-credential.ts';
import { credentialNotFound, showCredential } from '../credentials/show-credential.ts';
import { unverifiable, verifyCredential } from '../credentials/verify-credential.ts';
import { AuthorityError } from '../errors.ts';
import { decideAsHelper, type KnowsAgency } from '../helpers/decide-as-helper.ts';
import type { HelperStore } from '../helpers/helper-store.ts';
import { identifyActor } from '../helpers/identify-actor.ts';
import { seesCredential } from '../helpers/in-sight.ts';
import { createSeesAccess } from '../helpers/sees-access.ts';
import type { AnswerOncePowers } from '../idempotency/answer-once.ts';
import type { RateLimits } from '../limits/rate-limits.ts';
import type { MandateStore } from '../mandates/mandate-store.ts';
import { STATUS_LIST_SECONDS } from '../status/build-status-list.ts';
import { createStatusListPublisher } from '../status/publish-status-list.ts';
import { identifyCaller } from './identify-caller.ts';
import { jsonResponse } from './json-response.ts';
import { readPlainBody } from './plain-body.ts';
import { MAX_CREDENTIAL_BODY_BYTES, parseBody, readJsonBody } from './read-body.ts';

const MAX_STATUS_BODY_BYTES = 16_384;
const MAX_QUESTION_BODY_BYTES = 65_536;
const JSON_LD = 'application/ld+json';
const SHARED = `public, max-age=${STATUS_LIST_SECONDS}`;
const LIST = '[1-9][0-9]{0,8}';
const PURPOSE = statusPurposeSchema.options.join('|');

interface CredentialPowers extends IssuePowers, AnswerOncePowers {
  readonly helpers: HelperStore;
  readonly mandates: MandateStore;
  readonly knowsAgency: KnowsAgency;
  readonly authenticate: Authenticate;
  readonly limits: RateLimits;
}

/** Issue, show, query, derive, revoke and verify access credentials, and the status lists. */
export function credentialRoutes(powers: CredentialPowers): Hono {
  const publishStatusList = createStatusListPublisher(powers);
  return new Hono()
    .post(`/${authorityPaths.issue}`, async (c) => {
      const actor = await identifyActor(c.req, powers, 'act');
      const { webId, helper } = actor;
      const body = await readJsonBody(c.req, MAX_CREDENTIAL_BODY_BYTES);
      const read = readAskedCredential(body);
      const asked = helper ? await decideAsHelper(read, { ...actor, helper }, powers) : read;
      // By agency and citizen: who asks too much keeps nobody else from asking.
      if (asked.kind === 'SolidAccessRequest') {
        powers.limits.count('subject', `${webId} ${asked.toAgent}`);
      }
      const written = { owner: actor.caller.webId, body: helper ? [helper.id, body] : body };
      return respondOnce(c.req, written, powers, {
        make: async (id) => issued(await issueCredential(asked, webId, powers, id)),
        async find(id) {
          const stored = await powers.credentials.find(credentialUrl(powers.baseUrl, id));
          return stored && issued(stored.credential);
        },
      });
    })
    .get(`/${authorityPaths.credential}:uuid`, async (c) => {
      const actor = await identifyActor(c.req, powers, 'permissions');
      const uuid = c.req.param('uuid');
      const stored = await showCredential(uuid, actor.webId, powers);
      const isSeen = isLawfulAccess(stored)
        ? await createSeesAccess(actor, powers)(stored.credential.credentialSubject.lawfulAccess)
        : seesCredential(actor, stored);
      if (!isSeen) throw credentialNotFound();
      const { credential } = stored;
      // A credential never changes: its id is as good a tag as any.
      return tagged(c.req.header('If-None-Match'), uuid, 'private, no-cache', credential);
    })
    .post(`/${authorityPaths.credentialLookups}`, async (c) => {
      const { webId } = await identifyCaller(c.req, powers);
      const { ids } = await readPlainBody(c.req, credentialLookupSchema);
      return jsonResponse({ items: await lookUpCredentials(ids, webId, powers) });
    })
    .get(`/${authorityPaths.query}`, async (c) => {
      const actor = await identifyActor(c.req, powers, looksThrough(searchOf(c.req.url)));
      const { items, links } = await queryCredentials(searchOf(c.req.url), actor, powers);
      const link = Object.entries(links).map(([rel, url]) => `<${url}>; rel="${rel}"`);
      return jsonResponse({ items }, { headers: { Link: link.join(', ') } });
    })
    .on('POST', [`/${authorityPaths.derive}`, `/${authorityPaths.query}`], async (c) => {
      const { webId } = await identifyCaller(c.req, powers);
      const body = await readJsonBody(c.req, MAX_QUESTION_BODY_BYTES);
      return jsonResponse(
        await deriveCredentials(parseBody(deriveBodySchema, body), webId, powers),
        {
          contentType: JSON_LD,
        },
      );
    })
    .post(`/${authorityPaths.status}`, async (c) => {
      const actor = await identifyActor(c.req, powers, 'act');
      const body = await readJsonBody(c.req, MAX_STATUS_BODY_BYTES);
      await changeCredentialStatus(parseBody(statusChangeSchema, body), actor, powers);
      return jsonResponse({});
    })
    .get(`/${authorityPaths.statusList}:list{${LIST}}`, async (c) => {
      const list = c.req.param('list');
      const { version, credential } = await publishStatusList(Number(list));
      return tagged(c.req.header('If-None-Match'), `${list}-${version}`, SHARED, credential);
    })
    .get(`/${authorityPaths.statusList}:list{${LIST}}/:purpose{${PURPOSE}}`, async (c) => {
      const list = c.req.param('list');
      const purpose = statusPurposeSchema.parse(c.req.param('purpose'));
      const { version, credential } = await publishStatusList(Number(list), purpose);
      const tag = `${list}-${purpose}-${version}`;
      return tagged(c.req.header('If-None-Match'), tag, SHARED, credential, 'application/vc');
    })
    .post(`/${authorityPaths.verify}`, async (c) => jsonResponse(await answerVerify(c, powers)));
}

function issued(credential: StoredCredential['credential']) {
  const headers = { Location: credential.id };
  return { status: 201, contentType: JSON_LD, headers, body: credential };
}

const verifyBodySchema = z.object({ verifiableCredential: z.unknown() });

// Always an answer: the libraries read it as one whatever the status is.
async function answerVerify(
  { req }: { readonly req: Parameters<typeof readJsonBody>[0] },
  powers: CredentialPowers,
) {
  let body: unknown;
  try {
    body = await readJsonBody(req, MAX_CREDENTIAL_BODY_BYTES);
  } catch (error) {
    if (error instanceof AuthorityError) return unverifiable(`body: ${error.code}`);
    throw error;
  }
  const sent = verifyBodySchema.safeParse(body).data;
  if (sent?.verifiableCredential === undefined) {
    return unverifiable('body: send { "verifiableCredential": … }; presentations are not verified');
  }
  return verifyCredential(sent.verifiableCredential, powers);
}

function looksThrough(search: URLSearchParams): HelperLookKind {
  return search.get('type') === 'SolidAccessRequest' ? 'questions' : 'permissions';
}

function searchOf(url: string): URLSearchParams {
  return new URL(url).searchParams;
}

function tagged(
  ifNoneMatch: string | undefined,
  tag: string,
  cacheControl: string,
  credential: object,
  contentType = JSON_LD,
): Response {
  const headers = { ETag: `"${tag}"`, 'Cache-Control': cacheControl };
  const known = ifNoneMatch?.split(',').map((one) => one.trim().replace(/^W\//, ''));
  if (known?.includes(headers.ETag)) return new Response(null, { status: 304, headers });
  return jsonResponse(credential, { contentType, headers });
}
