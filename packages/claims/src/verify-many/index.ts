export {
  createManyVerifier,
  type FailedVerification,
  type ManyVerifier,
  type ManyVerifierOptions,
} from './create-many-verifier.ts';
export type { CredentialToVerify } from './messages.ts';
