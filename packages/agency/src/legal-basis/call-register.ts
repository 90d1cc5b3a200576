import type * as z from 'zod';
import type { AuthorityConnection } from '../connect-authority.ts';
import { AgencyError } from '../errors.ts';
import { parseAnswer, refusedAnswer } from '../parse-answer.ts';
import { type Trace, traceHeaders } from '../trace.ts';
import { codeIn, type Refused, refusedByRule } from './refused.ts';

/** One call to the authority's register. */
export interface RegisterCall<Schema extends z.ZodType> {
  readonly method?: 'POST' | 'PUT' | 'DELETE';
  /** Below the base URL, or an id that begins with it. */
  readonly path: string;
  readonly body?: object;
  readonly schema: Schema;
  /** For people, in a message. */
  readonly what: string;
  readonly trace?: Trace;
}

/** What was asked for, or the rule in the way. */
export type RegisterAnswer<Schema extends z.ZodType> =
  | { readonly status: 'done'; readonly body: z.output<Schema> }
  | Refused;

/**
 * Calls the register, where a rule may say no.
 *
 * @throws {AgencyError} when it does not answer, or refuses for another reason than a rule
 */
export async function tryRegister<Schema extends z.ZodType>(
  authority: AuthorityConnection,
  call: RegisterCall<Schema>,
): Promise<RegisterAnswer<Schema>> {
  const { method = 'GET', path, body, schema, what, trace } = call;
  const response = await authority.fetch(new URL(path, authority.url).href, {
    method,
    headers: {
      accept: 'application/json',
      ...traceHeaders(trace),
      ...(body && { 'content-type': 'application/json' }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  if (response.ok) return { status: 'done', body: await parseAnswer(response, schema, what) };
  const problem = await response.clone().text();
  const refused = refusedByRule(problem);
  if (refused) return refused;
  const error = await refusedAnswer(response, what);
  const isOurs = error.code === 'login_refused' || error.code === 'peer_unreachable';
  if (method === 'GET' || isOurs) throw error;
  throw new RegisterRefusedError(`${error.message} Nothing was changed.`, codeIn(problem));
}

/** The authority did not take what was sent, for another reason than a rule. */
export class RegisterRefusedError extends AgencyError {
  override readonly name = 'RegisterRefusedError';
  /** Code of the problem (RFC 9457), when there was one. */
  readonly problem: string | undefined;

  constructor(message: string, problem: string | undefined) {
    super('register_refused', message);
    this.problem = problem;
  }
}

/** The same where no rule can say no. */
export async function callRegister<Schema extends z.ZodType>(
  authority: AuthorityConnection,
  call: RegisterCall<Schema>,
): Promise<z.output<Schema>> {
  const answer = await tryRegister(authority, call);
  if (answer.status === 'done') return answer.body;
  throw new AgencyError(
    'register_refused',
    `Expected ${call.what} from the authority; it said ${answer.rule}: ${answer.why.en} ${answer.advice.en}`,
  );
}
