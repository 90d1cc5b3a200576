import { hash } from 'node:crypto';
import type { AccessGrantCredentials } from './access-grant-credentials.ts';

/** Some kilobytes each, so some tens of megabytes at most. */
const MAX_TOKENS = 5_000;

export interface RememberedToken {
  readonly credentials: AccessGrantCredentials;
  /** The token is not looked up here from this moment on. */
  readonly untilMs: number;
}

/**
 * Tokens whose signature was found good, by their SHA-256: the token itself is kept nowhere, and looking one up
 * tells by its duration nothing about others. The least used goes first.
 */
export class RememberedTokens {
  readonly #tokens = new Map<string, RememberedToken>();
  readonly #maxTokens: number;
  readonly #nowMs: () => number;

  constructor({ maxTokens = MAX_TOKENS, nowMs = Date.now } = {}) {
    this.#maxTokens = maxTokens;
    this.#nowMs = nowMs;
  }

  get(jwt: string): AccessGrantCredentials | undefined {
    const key = keyOf(jwt);
    const found = this.#tokens.get(key);
    if (!found) return undefined;
    this.#tokens.delete(key);
    if (found.untilMs <= this.#nowMs()) return undefined;
    this.#tokens.set(key, found);
    return found.credentials;
  }

  add(jwt: string, token: RememberedToken): void {
    this.#tokens.set(keyOf(jwt), token);
    if (this.#tokens.size <= this.#maxTokens) return;
    const [leastUsed] = this.#tokens.keys();
    if (leastUsed !== undefined) this.#tokens.delete(leastUsed);
  }

  /** Forgets the tokens of one grant. */
  forget(grant: string): void {
    for (const [key, { credentials }] of this.#tokens) {
      if (credentials.grant === grant) this.#tokens.delete(key);
    }
  }

  clear(): void {
    this.#tokens.clear();
  }
}

function keyOf(jwt: string): string {
  return hash('sha256', jwt, 'base64url');
}
