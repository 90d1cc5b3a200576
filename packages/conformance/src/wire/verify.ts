import * as z from 'zod';
import type { CaseContext } from '../run/context.ts';
import { expectStatus, expectThat } from '../run/expect.ts';
import { postJson } from './issue.ts';

const reportSchema = z.looseObject({
  checks: z.array(z.string()),
  warnings: z.array(z.string()),
  errors: z.array(z.string()),
});

/** Asks the verifier about anything, and expects a report: valid when `errors` is empty. */
export async function verify({ authority }: CaseContext, sent: unknown) {
  const response = await postJson(authority.verify, { verifiableCredential: sent }, fetch);
  await expectStatus(response, 200);
  const body: unknown = await response.json();
  const parsed = reportSchema.safeParse(body);
  expectThat(parsed.success, 'lists checks, warnings and errors', body);
  return parsed.data;
}

/** Expects a credential to be valid. */
export async function expectValid(context: CaseContext, credential: object): Promise<void> {
  const { errors } = await verify(context, credential);
  expectThat(errors.length === 0, 'no errors', errors);
}

/** Expects a credential to be invalid, for a reason that has to do with `about`. */
export async function expectInvalid(
  context: CaseContext,
  credential: object,
  about?: RegExp,
): Promise<void> {
  const { errors } = await verify(context, credential);
  expectThat(errors.length > 0, 'errors', errors);
  expectThat(
    about === undefined || errors.some((error) => about.test(error)),
    `an error about ${about}`,
    errors,
  );
}
