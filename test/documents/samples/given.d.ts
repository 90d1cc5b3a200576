import type {
  AccessGrant,
  Agency,
  ConsentGate,
  ManyOutcome,
  Need,
  OtherRoute,
  Question,
} from '@grondslag/agency';
import type { VerifiedClaim } from '@grondslag/claims';
import type { SourceParticipant } from '@grondslag/protocol';

/** What samples of the documentation lean on without saying it: your configuration, and what you have at that point. */
declare global {
  // of an agency's configuration
  const webId: string;
  const oidcIssuer: string;
  const clientId: string;
  const clientSecret: string;
  const authority: string;
  const vaults: readonly string[];
  const operatorKeys: Readonly<Record<string, string>>;
  const folder: string;

  // what an agency asks
  const agency: Agency;
  const citizen: string;
  const purpose: string;
  const purposeInWords: Question['purposeInWords'];
  const needs: Question['needs'];
  const otherRoute: OtherRoute;
  const consentGate: ConsentGate;
  const expiresAt: Date;
  const query: string;

  // what it has by then
  const requestId: string;
  const grantId: string;
  const grant: AccessGrant;
  const need: Need;
  const mandate: string;
  const accesses: Iterable<string>;
  const resource: string;
  const response: Response;
  function keep(access: string, outcome: ManyOutcome['outcome']): Promise<void>;

  // of verified claims
  const sources: readonly SourceParticipant[];
  const resources: readonly string[];
  const vaultFetch: typeof fetch;
  const reads: AsyncIterable<{ readonly claims: readonly VerifiedClaim[] }>;
}
