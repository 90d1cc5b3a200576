import type * as z from 'zod';
import type { AuthorityErrorCode } from '../../errors.ts';

/** Who may call an operation. */
export type Login =
  /** A Solid-OIDC access token. */
  | 'solid'
  /** A message signed with the secret of a vault server. */
  | 'vault'
  | 'none';

/** A good answer. */
export interface DescribedAnswer {
  readonly description: string;
  readonly schema?: z.ZodType;
  /** Default `application/json`. */
  readonly mediaType?: string;
  readonly headers?: z.ZodObject;
  readonly example?: unknown;
}

/** An operation as the OpenAPI document tells it; the schemas are those it is checked with. */
export interface DescribedOperation {
  readonly id: string;
  readonly tag: string;
  readonly summary: string;
  readonly description?: string;
  readonly login: Login;
  readonly path?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly headers?: z.ZodObject;
  readonly body?: {
    readonly schema: z.ZodType;
    readonly mediaType?: string;
    readonly example: unknown;
  };
  readonly answers: Readonly<Record<`${number}`, DescribedAnswer>>;
  /** Beyond those of the login and of every body. */
  readonly problems?: readonly AuthorityErrorCode[];
  /** Media type of the refusals; `application/problem+json` unless it is OAuth. */
  readonly oauth?: boolean;
}

/** Operations by method and path: `GET v1/access-grants`. */
export type DescribedOperations = Readonly<Record<string, DescribedOperation>>;
