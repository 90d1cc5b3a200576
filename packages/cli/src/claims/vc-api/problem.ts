import type { Context } from 'hono';

/**
 * Kinds of problem. Those of Data Integrity have the `type` and the title it gives them.
 *
 * @see {@link https://www.w3.org/TR/vc-data-integrity/#processing-errors | Data Integrity, 4.7}
 */
export const problems = {
  malformed: {
    status: 400,
    type: 'https://www.w3.org/TR/vc-data-model#MALFORMED_VALUE_ERROR',
    title: 'The request is not as the VC API has it',
  },
  generation: {
    status: 400,
    type: 'https://w3id.org/security#PROOF_GENERATION_ERROR',
    title: 'No proof can be made of this',
  },
  verification: {
    status: 422,
    type: 'https://w3id.org/security#PROOF_VERIFICATION_ERROR',
    title: 'The proof does not hold',
  },
  domain: {
    status: 422,
    type: 'https://w3id.org/security#INVALID_DOMAIN_ERROR',
    title: 'The proof is for another domain',
  },
  challenge: {
    status: 422,
    type: 'https://w3id.org/security#INVALID_CHALLENGE_ERROR',
    title: 'The proof is for another challenge',
  },
  refused: {
    status: 403,
    type: 'about:blank',
    title: 'Only for programs on this machine',
  },
  tooLarge: { status: 413, type: 'about:blank', title: 'The request is too large' },
  notFound: { status: 404, type: 'about:blank', title: 'There is no such endpoint' },
  internal: { status: 500, type: 'about:blank', title: 'Something failed here' },
} as const;
export type ProblemKind = keyof typeof problems;

/** A refusal with its kind; `detail` says nothing of what was sent. */
export class VcApiProblem extends Error {
  override readonly name = 'VcApiProblem';
  readonly kind: ProblemKind;
  readonly code: string;

  constructor(kind: ProblemKind, code: string, detail: string, options?: ErrorOptions) {
    super(detail, options);
    this.kind = kind;
    this.code = code;
  }
}

/** Problem details (RFC 9457), and beside them what clients of the VC API read. */
export function problemResponse(context: Context, { kind, code, message }: VcApiProblem): Response {
  const { status, type, title } = problems[kind];
  const problem = { type, title, status, detail: message, code };
  const isAnswer = status === 422;
  return context.body(
    JSON.stringify({
      ...problem,
      ...(isAnswer && { verified: false, checks: ['proof'], problemDetails: [problem] }),
    }),
    status,
    {
      'content-type': 'application/problem+json',
      // The rest of the body is still coming: nobody should send a next request behind it.
      ...(status === 413 && { connection: 'close' }),
    },
  );
}
