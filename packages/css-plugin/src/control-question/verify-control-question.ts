import {
  CONTROL_QUESTION_TYPE,
  type ControlQuestion,
  controlQuestionSchema,
} from '@grondslag/protocol';
import { decodeJwt, jwtVerify } from 'jose';
import type { GrondslagSettings } from '../grondslag-settings.ts';
import type { TrustedAuthority } from '../trusted-authority.ts';

const MAX_AGE_SECONDS = 60;
const CLOCK_TOLERANCE_SECONDS = 5;

export interface VerifyControlQuestionOptions {
  readonly settings: GrondslagSettings;
  readonly baseUrl: string;
  readonly now?: () => Date;
}

export type ControlQuestionVerification =
  | {
      readonly verified: true;
      readonly authority: TrustedAuthority;
      readonly question: ControlQuestion;
    }
  | { readonly verified: false; readonly reason: 'not_from_authority' | 'malformed' };

/** Checks that a question comes from one of the authorities, is for this vault server, and is fresh. */
export async function verifyControlQuestion(
  jwt: string,
  { settings, baseUrl, now = () => new Date() }: VerifyControlQuestionOptions,
): Promise<ControlQuestionVerification> {
  const authority = claimedAuthority(jwt, settings);
  if (!authority) return { verified: false, reason: 'not_from_authority' };
  const verified = await jwtVerify(jwt, authority.secret, {
    algorithms: ['HS256'],
    typ: CONTROL_QUESTION_TYPE,
    issuer: authority.url,
    audience: baseUrl,
    requiredClaims: ['exp', 'iat'],
    maxTokenAge: MAX_AGE_SECONDS,
    clockTolerance: CLOCK_TOLERANCE_SECONDS,
    currentDate: now(),
  }).catch(() => undefined);
  if (!verified) return { verified: false, reason: 'not_from_authority' };
  const question = controlQuestionSchema.safeParse(verified.payload);
  return question.success
    ? { verified: true, authority, question: question.data }
    : { verified: false, reason: 'malformed' };
}

/** Whose secret to try: the claim is checked with the signature. */
function claimedAuthority(jwt: string, settings: GrondslagSettings): TrustedAuthority | undefined {
  try {
    return settings.findAuthority(decodeJwt(jwt).iss);
  } catch {
    return undefined;
  }
}
