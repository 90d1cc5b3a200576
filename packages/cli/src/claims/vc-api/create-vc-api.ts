import {
  ClaimsError,
  type Contexts,
  findKeys,
  type IssueSuite,
  issueCredential,
  type KeyResolver,
  type SigningKey,
  verifyPresentation,
  verifyProof,
} from '@grondslag/claims';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { deriveInSuite, moreSuites } from '../choose-suite.ts';
import { onlyForThisMachine } from './only-for-this-machine.ts';
import { type ProblemKind, problemResponse, VcApiProblem } from './problem.ts';
import {
  deriveRequest,
  issueRequest,
  presentationRequest,
  readRequest,
  verifyRequest,
} from './requests.ts';

const MAX_BODY_BYTES = 1_048_576;

export interface VcApiOptions {
  /** Of the issuer; the suite that is asked for chooses among them. */
  readonly keys: readonly { readonly key: SigningKey; readonly suites: readonly IssueSuite[] }[];
  readonly resolveKey: KeyResolver;
  readonly now: () => Date;
  /** Whether only programs on this machine are answered. */
  readonly isLocal: boolean;
  /** Of `createContexts`: contexts beside those of the kit. */
  readonly contexts?: Contexts;
}

/**
 * The VC API, for test suites of third parties: issue, verify, derive.
 *
 * Checks proofs only. Whether the issuer is who has the key, and may be believed, is policy, and not asked here:
 * fixtures of the suites have issuers that are not.
 *
 * @see {@link https://w3c-ccg.github.io/vc-api/ | VC API}
 */
export function createVcApi(options: VcApiOptions): Hono {
  const { keys, resolveKey, now, isLocal, contexts } = options;
  const more = { ...(contexts && { contexts }) };
  const checks = { suites: moreSuites, ...more };
  const api = new Hono();
  api.use(
    bodyLimit({
      maxSize: MAX_BODY_BYTES,
      onError: (context) =>
        problemResponse(
          context,
          new VcApiProblem(
            'tooLarge',
            'body_too_large',
            `Expected at most ${MAX_BODY_BYTES} bytes.`,
          ),
        ),
    }),
  );
  if (isLocal) api.use(onlyForThisMachine);

  api.post('/credentials/issue', async (context) => {
    const { credential, options } = await readRequest(context, issueRequest);
    const { cryptosuite: suite = keys[0]?.suites[0] ?? 'eddsa-rdfc-2022', mandatoryPointers } =
      options;
    const found = keys.find(({ suites }) => suites.includes(suite));
    if (!found) throw new VcApiProblem('generation', 'no_key', `Expected a suite with a key here.`);
    const { key } = found;
    const { issuer } = credential;
    const [controller] = key.id.split('#');
    if ((typeof issuer === 'string' ? issuer : issuer.id) !== controller) {
      throw new VcApiProblem('generation', 'wrong_issuer', `Expected the issuer ${controller}.`);
    }
    const issued = await issueCredential(credential, {
      suite,
      key,
      now: now(),
      ...more,
      ...(mandatoryPointers && { mandatoryPointers }),
    }).catch((error: unknown) => asProblem('generation', error));
    return context.json(issued, 201);
  });

  api.post('/credentials/verify', async (context) => {
    const { verifiableCredential, options } = await readRequest(context, verifyRequest);
    const { expectedProofPurpose = 'assertionMethod' } = options;
    const proofs: readonly unknown[] = [verifiableCredential['proof']].flat();
    const expected = { proofPurpose: expectedProofPurpose, ...options };
    for (const [member, kind] of bound) {
      const value = expected[member];
      const isSame = (proof: unknown) =>
        [Object(proof)[member]].flat().some((one: unknown) => one === value);
      if (value !== undefined && !proofs.every(isSame)) {
        throw new VcApiProblem(kind, `wrong_${member}`, `Expected ${member} as in the options.`);
      }
    }
    const keysFound = await findKeys(verifiableCredential, resolveKey, now);
    const outcome = await verifyProof(verifiableCredential, keysFound.publicKey, now, {
      ...checks,
    });
    if (!outcome.verified) throw notVerified(outcome.reason);
    const { verificationMethod, cryptosuite } = outcome;
    return context.json({
      verified: true,
      checks: ['proof'],
      warnings: [],
      errors: [],
      problemDetails: [],
      results: { proof: [{ verified: true, verificationMethod, cryptosuite }] },
    });
  });

  api.post('/credentials/derive', async (context) => {
    const { verifiableCredential, options } = await readRequest(context, deriveRequest);
    const derived = await deriveInSuite(
      verifiableCredential,
      options.selectivePointers,
      contexts,
    ).catch((error: unknown) => asProblem('generation', error));
    return context.json(derived, 201);
  });

  api.post('/presentations/verify', async (context) => {
    const { verifiablePresentation, options } = await readRequest(context, presentationRequest);
    const outcome = await verifyPresentation(verifiablePresentation, {
      resolveKey,
      challenge: options.challenge,
      domain: options.domain,
      now,
      ...checks,
    });
    if (!outcome.verified) throw notVerified(outcome.reason);
    return context.json({
      verified: true,
      checks: ['proof'],
      warnings: [],
      errors: [],
      problemDetails: [],
      ...(outcome.holder !== undefined && { holder: outcome.holder }),
      credentialResults: outcome.credentials.map(({ verified }) => ({ verified })),
    });
  });

  api.notFound((context) =>
    problemResponse(context, new VcApiProblem('notFound', 'not_found', 'See grondslag help.')),
  );
  api.onError((error, context) =>
    problemResponse(
      context,
      error instanceof VcApiProblem
        ? error
        : // Without the message: it may quote what was sent.
          new VcApiProblem('internal', 'internal_error', 'Something failed here.', {
            cause: error,
          }),
    ),
  );
  return api;
}

/** What a proof is bound to, and the problem when it is bound to something else. */
const bound = [
  ['proofPurpose', 'verification'],
  ['challenge', 'challenge'],
  ['domain', 'domain'],
] as const;

function notVerified(reason: string): VcApiProblem {
  const kind: ProblemKind =
    reason === 'wrong_challenge'
      ? 'challenge'
      : reason === 'wrong_domain'
        ? 'domain'
        : 'verification';
  return new VcApiProblem(kind, reason, `Expected a proof that holds: ${reason}.`);
}

function asProblem(kind: ProblemKind, error: unknown): never {
  throw error instanceof ClaimsError ? new VcApiProblem(kind, error.code, error.message) : error;
}
