import type { Contexts, TrustListStore } from '@grondslag/claims';
import { type SourceParticipant, sourceParticipantSchema } from '@grondslag/protocol';
import * as z from 'zod';
import type { Fetch } from './bounded-fetch.ts';
import type { AnyKind } from './kinds/kind.ts';
import type { RecordProcessing } from './record-processing.ts';
import type { Wait } from './retries/wait.ts';

/** The signed trust list of the authority, and the keys it is believed under. */
export interface PinnedTrustList {
  /** Keys of the authority: id → public key as Multikey (`z6Mk…`). Pin the next one before the present one ends. */
  readonly operatorKeys: Readonly<Record<string, string>>;
  /** Where the newest list is kept over a restart: `keepTrustList(file)`. Without it a restart can be led back to an older list. */
  readonly store?: TrustListStore;
  /** Told why a newer list was not taken. */
  readonly onProblem?: (problem: Error) => void;
}

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
  /** Whom to believe about what, known to the agency itself. */
  sources?: readonly SourceParticipant[];
  /**
   * Whom to believe about what, as the authority signed it. Without this and without `sources`, the agency goes by
   * the authority's list of participants. That list is **not signed**: whoever answers for the authority's address
   * chooses then whom the agency believes.
   */
  trustList?: PinnedTrustList;
  /**
   * JSON-LD contexts that facts may name beside those of the kit: `readContextsFile(path)`. Whoever writes that file
   * decides what such a fact says.
   */
  contexts?: Contexts;
  /** Kinds of fact of your own, which `grondslag shapes types` made of their shapes, to ask for and to read. */
  kinds?: readonly AnyKind[];
  /**
   * Secret under which citizens get a pseudonym in the processing log; by default derived from `clientSecret`. Set
   * it, so that pseudonyms stay the same when the client credentials are replaced.
   */
  pseudonymSecret?: string;
  /** For requests without the agency's login; by default the global one. */
  fetch?: Fetch;
  /** By default the clock of the machine. */
  now?: () => Date;
  /** Waits before something is read again; by default by the clock of the machine. */
  wait?: Wait;
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
  trustList: z
    .object({
      operatorKeys: z
        .record(z.url(), z.string().startsWith('z6Mk'))
        .refine((keys) => Object.keys(keys).length > 0, 'expected one key at least'),
    })
    .exactOptional(),
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
  if (options.sources && options.trustList) {
    throw new TypeError('Expected sources or trustList, got both. Which one is to be believed?');
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
