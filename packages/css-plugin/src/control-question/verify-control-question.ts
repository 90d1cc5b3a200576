import {
  CONTROL_QUESTION_TYPE,
  type ControlQuestion,
  controlQuestionSchema,
} from '@grondslag/protocol';
import { jwtVerify } from 'jose';

const MAX_AGE_SECONDS = 60;
const CLOCK_TOLERANCE_SECONDS = 5;

export interface VerifyControlQuestionOptions {
  readonly authority: string;
  readonly baseUrl: string;
  readonly secret: Uint8Array;
  readonly now?: () => Date;
}

export type ControlQuestionVerification =
  | { readonly verified: true; readonly question: ControlQuestion }
  | { readonly verified: false; readonly reason: 'not_from_authority' | 'malformed' };

/** Checks that a question comes from the authority, is for this vault server, and is fresh. */
export async function verifyControlQuestion(
  jwt: string,
  { authority, baseUrl, secret, now = () => new Date() }: VerifyControlQuestionOptions,
): Promise<ControlQuestionVerification> {
  const verified = await jwtVerify(jwt, secret, {
    algorithms: ['HS256'],
    typ: CONTROL_QUESTION_TYPE,
    issuer: authority,
    audience: baseUrl,
    requiredClaims: ['exp', 'iat'],
    maxTokenAge: MAX_AGE_SECONDS,
    clockTolerance: CLOCK_TOLERANCE_SECONDS,
    currentDate: now(),
  }).catch(() => undefined);
  if (!verified) return { verified: false, reason: 'not_from_authority' };
  const question = controlQuestionSchema.safeParse(verified.payload);
  return question.success
    ? { verified: true, question: question.data }
    : { verified: false, reason: 'malformed' };
}
