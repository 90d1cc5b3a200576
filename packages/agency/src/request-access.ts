import {
  type AccessRequest,
  accessRequestSchema,
  type ClaimType,
  consentGateSchema,
  consentGateToFields,
  explanationSchema,
  explanationToFields,
  type LocalText,
  localTextSchema,
  needSchema,
  otherRouteSchema,
} from '@grondslag/protocol';
import { g } from '@grondslag/vocab';
import { issueAccessRequest } from '@inrupt/solid-client-access-grants';
import * as z from 'zod';
import type { Fetch } from './bounded-fetch.ts';
import type { AuthorityConnection } from './connect-authority.ts';
import { AgencyError } from './errors.ts';
import { findVault } from './find-vault.ts';
import { type Refused, refusedByRule } from './legal-basis/refused.ts';
import type { RequestOutcome } from './outcomes.ts';
import { refusedAnswer } from './parse-answer.ts';

/** A citizen decides on each apart; more than a few nobody can. */
const MOST_PURPOSES = 5;

const questionSchema = z.strictObject({
  citizen: z.url(),
  purpose: z.union([z.url(), z.array(z.url()).min(1).max(MOST_PURPOSES)]),
  purposeInWords: localTextSchema,
  needs: z
    .array(
      z.strictObject({
        claimType: z.url(),
        reason: localTextSchema,
        required: z.boolean(),
        fields: needSchema.shape.fields,
        maxAgeDays: needSchema.shape.maxAgeDays,
      }),
    )
    .min(1)
    .refine(
      (needs) => new Set(needs.map(({ claimType }) => claimType)).size === needs.length,
      'each kind of claim may be needed once; put all reasons in one need',
    ),
  otherRoute: otherRouteSchema,
  expiresAt: z.date(),
  processingActivity: z.url().exactOptional(),
  consentGate: consentGateSchema.exactOptional(),
});

/** One kind of fact an agency asks for, and why. */
export interface AskedNeed {
  /** A kind of the kit, or of `createAgency({ kinds })`: `Income.claimType`. */
  readonly claimType: ClaimType | (string & {});
  readonly reason: LocalText;
  /** Whether the question cannot be answered without it; `reason` says why. */
  readonly required: boolean;
  /**
   * Parts of the fact that are used: `['year', 'amount']`; all when left out. The citizen's vault server gives no others,
   * of a fact that can be divided, and `readClaims` never does. What is not `required` the citizen can leave out.
   */
  readonly fields?: string[];
  /** How many days ago its source may have stated it; `readClaims` leaves out what is older (`too_old`). */
  readonly maxAgeDays?: number;
}

/**
 * A question to one citizen:
 *
 * - `citizen`: their WebID
 * - `purpose`: IRI of a DPV purpose, e.g. `https://w3id.org/dpv#ServiceProvision`; of several the citizen chooses which,
 *   and a public body asks for one (`consent_not_free`)
 * - `otherRoute`: the way to the same service without a vault; always needed
 * - `expiresAt`: end of the question and of the access it may lead to
 * - `processingActivity`: its URI in the agency's register of processing activities, for the processing log
 * - `consentGate`: of a public body, what a named official confirms so that the citizen is free to refuse (Article
 *   7(4) and recital 43 GDPR); without it the authority may refuse with `consent_not_free`
 */
export type Question = z.input<typeof questionSchema>;

interface RequestAccessPowers {
  authority: AuthorityConnection;
  /** Without login, to the vault servers only. */
  vaultFetch: Fetch;
  vaults: readonly string[];
  now: () => Date;
  /** Type of credential → where its facts are in a vault, of every kind that can be asked for. */
  containers: ReadonlyMap<string, string>;
}

/**
 * Asks a citizen for read access to their facts. Nothing is read; the citizen decides in their own time.
 *
 * @throws {TypeError} when the question is not complete
 * A rule of legal bases that stands in the way is an outcome, `refused`.
 *
 * @throws {AgencyError} when the vault server or the authority does not answer, or refuses for another reason
 */
export async function requestAccess(
  { authority, vaultFetch, vaults, now, containers }: RequestAccessPowers,
  question: Question,
): Promise<RequestOutcome> {
  const { citizen, purpose, expiresAt, processingActivity, consentGate, ...words } =
    parseQuestion(question);
  if (expiresAt <= now()) throw new TypeError('Expected expiresAt in the future.');

  const places = words.needs.map(({ claimType }) => placeOf(claimType, containers));
  const search = await findVault({ citizen, vaults, fetch: vaultFetch });
  if (search.status === 'no-vault') return { ...search, otherRoute: words.otherRoute };

  const needs = words.needs.map((need, at) => ({
    ...need,
    resource: new URL(places[at] ?? '', search.storage).href,
  }));
  const fields = {
    ...explanationToFields(explanationSchema.parse({ ...words, needs })),
    ...(processingActivity && { [g.processingActivity]: processingActivity }),
    ...(consentGate && consentGateToFields(consentGate)),
  };
  const request = await issue(authority, {
    access: { read: true },
    resourceOwner: citizen,
    resources: needs.map(({ resource }) => resource),
    purpose: [...new Set([purpose].flat())],
    expirationDate: expiresAt,
    fields,
  });
  if ('rule' in request) return { ...request, otherRoute: words.otherRoute };
  authority.remember(request);
  return { status: 'requested', request };
}

function parseQuestion(question: Question) {
  const parsed = questionSchema.safeParse(question);
  if (parsed.success) return parsed.data;
  const wrong = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new TypeError(`The question to the citizen is not complete: ${wrong.join('; ')}`);
}

function placeOf(claimType: string, containers: ReadonlyMap<string, string>): string {
  const place = containers.get(claimType);
  if (place !== undefined) return place;
  throw new TypeError(
    `Expected a kind of fact with a place in a vault, got ${claimType}. Give a kind of your own to createAgency({ kinds }).`,
  );
}

interface IssueParameters {
  access: { read: true };
  resourceOwner: string;
  resources: string[];
  purpose: string[];
  expirationDate: Date;
  fields: Record<string, string>;
}

async function issue(
  authority: AuthorityConnection,
  { fields, ...parameters }: IssueParameters,
): Promise<AccessRequest | Refused> {
  let issued: unknown;
  try {
    issued = await issueAccessRequest(parameters, {
      accessEndpoint: authority.url,
      fetch: authority.fetch,
      customFields: new Set(
        Object.entries(fields).map(([iri, value]) => ({ key: new URL(iri), value })),
      ),
    });
  } catch (error) {
    const refused = refusedByRule(refusalOf(error)?.body);
    if (refused) return refused;
    throw await issueError(error);
  }
  const parsed = accessRequestSchema.safeParse(issued);
  if (parsed.success) return parsed.data;
  throw new AgencyError(
    'invalid_response',
    'Expected the issued access request from the authority, got something else.',
  );
}

/** What the library's error holds of the authority's answer. */
const refusalSchema = z.object({ response: z.object({ status: z.int(), body: z.string() }) });

function refusalOf(error: unknown) {
  return refusalSchema.safeParse(error).data?.response;
}

/** Without `cause`: the library puts whole credentials in its messages. */
async function issueError(error: unknown): Promise<AgencyError> {
  if (error instanceof AgencyError) return error;
  const refusal = refusalOf(error);
  if (!refusal) {
    return new AgencyError(
      'invalid_response',
      'Expected the authority to issue the access request, got an answer that is none.',
    );
  }
  const answer = new Response(refusal.body, { status: refusal.status });
  const { code, message } = await refusedAnswer(answer, 'the issued access request');
  if (code === 'login_refused' || code === 'peer_unreachable')
    return new AgencyError(code, message);
  return new AgencyError(
    'request_refused',
    `${message} Check that this agency is a participant and may ask for these facts.`,
  );
}
