import { join } from 'node:path';
import {
  BadRequestHttpError,
  type Credentials,
  CredentialsExtractor,
  getLoggerFor,
  type HttpRequest,
} from '@solid/community-server';
import { decodeJwt } from 'jose';
import type { GrondslagSettings } from '../grondslag-settings.ts';
import { openProofMemory, type ProofMemory } from './proof-memory.ts';

/**
 * The server's verifier takes proofs up to 120 s old, and allows 120 s for clocks. It forgets them after 120 s and
 * in each of its processes separately, so that one proof was good again later, and elsewhere.
 */
const MAX_PROOF_AGE_SECONDS = 240;

/** Accepts a DPoP proof once (RFC 9449 §11.1), in whichever worker or process of this server it arrives. */
export class SingleUseProofExtractor extends CredentialsExtractor {
  protected readonly logger = getLoggerFor(this);
  readonly #source: CredentialsExtractor;
  readonly #memory: ProofMemory;

  /** @param source - Verifies token and proof. */
  constructor(settings: GrondslagSettings, source: CredentialsExtractor) {
    super();
    this.#source = source;
    this.#memory = openProofMemory({
      folder: join(settings.queueFolder, 'proofs'),
      maxAgeSeconds: MAX_PROOF_AGE_SECONDS,
    });
  }

  override async canHandle(request: HttpRequest): Promise<void> {
    await this.#source.canHandle(request);
  }

  /** @throws {BadRequestHttpError} for a proof that was used before; the server then goes on without credentials. */
  override async handle(request: HttpRequest): Promise<Credentials> {
    const credentials = await this.#source.handle(request);
    const { jti = '', iat = Number.NaN } = decodeJwt(String(request.headers['dpop']));
    if (!(await this.#memory.use(jti, iat))) {
      this.logger.warn('DPoP proof not accepted: it was used before.');
      throw new BadRequestHttpError('Expected a DPoP proof that was not used before.');
    }
    return credentials;
  }
}
