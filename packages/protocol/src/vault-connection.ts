import * as z from 'zod';
import { readRecordSchema } from './read-record.ts';

/**
 * What a vault server and the authority say to each other beyond UMA. Each message is a JWT (HS256, the secret
 * both share, at most 60 s old) sent as the body with `Content-Type: application/jwt`.
 */
export const VAULT_MESSAGE_MEDIA_TYPE = 'application/jwt';
/** Bytes the shared secret must have at least. */
export const MIN_SECRET_BYTES = 32;

/** Path of the control question, relative to the vault server's base URL. */
export const CONTROL_QUESTION_PATH = '.grondslag/control';
export const CONTROL_QUESTION_TYPE = 'grondslag-control-question+jwt';
/** Authority → vault server: which of these resources does this agent control? (`iss` authority, `aud` vault) */
export const controlQuestionSchema = z.object({
  iss: z.url(),
  aud: z.url(),
  iat: z.int(),
  exp: z.int(),
  webId: z.url(),
  resources: z.array(z.url()).min(1).max(100),
});
export type ControlQuestion = z.infer<typeof controlQuestionSchema>;
/** The vault server's answer, JSON. */
export const controlAnswerSchema = z.object({
  /** The subset of `resources` that the agent controls. */
  controlled: z.array(z.url()),
  /** What this vault server can do, as in its tickets; older plug-ins do not say. */
  features: z.array(z.string().max(50)).max(50).exactOptional(),
});
export type ControlAnswer = z.infer<typeof controlAnswerSchema>;

export const READ_REPORT_TYPE = 'grondslag-read-report+jwt';
/** Vault server → authority, `POST v1/reads`: what was done under grants. (`iss` vault, `aud` authority) */
export const readReportSchema = z.object({
  iss: z.url(),
  aud: z.url(),
  iat: z.int(),
  exp: z.int(),
  records: z.array(readRecordSchema).min(1).max(500),
});
export type ReadReport = z.infer<typeof readReportSchema>;
