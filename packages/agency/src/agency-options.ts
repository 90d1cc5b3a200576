import { type SourceParticipant, sourceParticipantSchema } from '@grondslag/protocol';
import * as z from 'zod';
import type { Fetch } from './bounded-fetch.ts';
import type { RecordProcessing } from './record-processing.ts';

interface CommonOptions {
  /** WebID of the agency. */
  webId: string;
  /** Where the agency logs in (Solid-OIDC). */
  oidcIssuer: string;
  /** Client credentials of the agency at that issuer. */
  clientId: string;
  clientSecret: string;
  /** Base URL of the authority. */
  authority: string;
  /** Closed list of vault servers, base URLs: no other vault is ever contacted. */
  vaults: readonly string[];
  /** Whom to believe about what; by default the authority's list of participants. */
  sources?: readonly SourceParticipant[];
  /**
   * Secret under which citizens get a pseudonym in the processing log; by default derived from `clientSecret`. Set
   * it, so that pseudonyms stay the same when the client credentials are replaced.
   */
  pseudonymSecret?: string;
  /** For requests without the agency's login; by default the global one. */
  fetch?: Fetch;
  /** By default the clock of the machine. */
  now?: () => Date;
  /** Allows `http:` beyond this machine: tokens and personal data can then be read on the way. */
  unsafelyAllowHttp?: true;
}

/** What an agency needs. Reading without a processing log is possible only by saying so. */
export type AgencyOptions = CommonOptions &
  (
    | {
        /** Keeps one record for each read of each citizen; when it fails, the read fails. */
        recordProcessing: RecordProcessing;
        unsafelyWithoutLog?: never;
      }
    | { recordProcessing?: undefined; unsafelyWithoutLog: true }
  );

const baseUrlSchema = z
  .url({ protocol: /^https?$/ })
  .transform((url) => (url.endsWith('/') ? url : `${url}/`))
  .transform((url) => new URL(url).href);

const addressesSchema = z.object({
  webId: z.url({ protocol: /^https?$/ }),
  oidcIssuer: baseUrlSchema,
  clientId: z.string().min(1),
  clientSecret: z.string().min(1),
  authority: baseUrlSchema,
  vaults: z.array(baseUrlSchema).min(1),
  sources: z.array(sourceParticipantSchema).exactOptional(),
  pseudonymSecret: z.string().min(16).exactOptional(),
});

const LOOPBACK = /^(localhost|.+\.localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/**
 * Checks options and writes base URLs in one way (with a trailing slash).
 *
 * @throws {TypeError} naming the fields that are wrong, never their values
 */
export function parseAgencyOptions(options: AgencyOptions) {
  const parsed = addressesSchema.safeParse(options);
  if (!parsed.success) {
    const wrong = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    throw new TypeError(`The options of the agency are not right: ${wrong.join('; ')}`);
  }
  if (!options.recordProcessing && !options.unsafelyWithoutLog) {
    throw new TypeError(
      'Expected recordProcessing: every read is logged. Use appendProcessingRecords(file), or say unsafelyWithoutLog.',
    );
  }
  const { oidcIssuer, authority, vaults } = parsed.data;
  const insecure = [oidcIssuer, authority, ...vaults]
    .map((url) => new URL(url))
    .find(({ protocol, hostname }) => protocol === 'http:' && !LOOPBACK.test(hostname));
  if (insecure && !options.unsafelyAllowHttp) {
    throw new TypeError(
      `Expected https for ${insecure.origin}, got http. Only this machine may use http.`,
    );
  }
  return parsed.data;
}
