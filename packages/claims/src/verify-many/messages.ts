import type { AddedContext } from '../canonicalize/contexts.ts';
import type { CitizenSubjects } from '../claim/citizen-subjects.ts';
import type { ClaimVerification } from '../claim/verified-claim.ts';
import type { KeyPurpose, KeyResolution } from '../issuers/key-resolution.ts';
import type { ShapePlans } from '../shape/shape-plan.ts';
import type { TrustList } from '../trust/trust-list.ts';
import type { CredentialColumns, OutcomeColumns } from './columns.ts';

/** A credential as it was read from a vault. */
export interface CredentialToVerify {
  /** Where it was read. */
  readonly resource: string;
  /** The body, JSON. */
  readonly text: string;
  /** Whom it must be about: a WebID, or a WebID and what is linked to it. */
  readonly citizen: string | CitizenSubjects;
}

/** What a thread needs to know from the start. */
export interface ThreadSettings {
  readonly plans?: ShapePlans;
  readonly maxAgeDays?: Readonly<Record<string, number>>;
  /** Address of a module with the signatures of libsodium: `import.meta.resolve('sodium-native')`. */
  readonly sodium?: string;
}

/** What a thread is started with. */
export interface ThreadData extends ThreadSettings {
  /** Beside those of the kit. */
  readonly contexts: readonly AddedContext[];
  /** Whether keys of issuers without pinned ones can be asked for. */
  readonly resolvesKeys: boolean;
}

/** What one credential came to; a text when something of ours went wrong. */
export type ThreadOutcome = ClaimVerification | string;

export interface VerifyChunk {
  readonly kind: 'verify';
  readonly credentials: CredentialColumns;
  /** The instant all of them are judged for. */
  readonly at: Date;
  /** Only when it is another than that of the chunk before; `undefined` when there is none to be had. */
  readonly trust?: { readonly list: TrustList | undefined };
}

/** The answer to `FetchRequest`. */
export interface FetchAnswer {
  readonly kind: 'fetched';
  readonly id: number;
  readonly response?: {
    readonly status: number;
    readonly headers: readonly [string, string][];
    readonly body: ReadableStream<Uint8Array> | null;
  };
  /** `code` of the error, when it had one. */
  readonly code?: string;
}

/** A thread asks for a status list; it has no network of its own. */
export interface FetchRequest {
  readonly kind: 'fetch';
  readonly id: number;
  readonly url: string;
  readonly headers: readonly [string, string][];
}

/** A thread asks for a key that is not pinned. */
export interface KeyRequest {
  readonly kind: 'resolve';
  readonly id: number;
  readonly method: string;
  readonly at: Date;
  readonly purpose: KeyPurpose;
}

/** The answer to `KeyRequest`; without a resolution when the resolver failed. */
export interface KeyAnswer {
  readonly kind: 'resolved';
  readonly id: number;
  readonly resolution?: KeyResolution;
}

export type ToThread = VerifyChunk | FetchAnswer | KeyAnswer;
export type FromThread =
  | { readonly kind: 'ready' }
  | { readonly kind: 'outcomes'; readonly outcomes: OutcomeColumns }
  | FetchRequest
  | KeyRequest;
