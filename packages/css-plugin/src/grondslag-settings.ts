import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { MIN_SECRET_BYTES } from '@grondslag/protocol';
import { getLoggerFor } from '@solid/community-server';
import { CssPluginError } from './errors.ts';

/**
 * What an operator says once: which authority this vault server trusts.
 *
 * Defined in the operator's configuration as `urn:grondslag:default:Settings`.
 */
export class GrondslagSettings {
  /** Base URL of the authority, with trailing slash. */
  readonly authority: string;
  /** Absolute path of the folder that keeps reads until the authority has them. */
  readonly queueFolder: string;
  /** Secret shared with the authority. */
  readonly secret: Uint8Array;
  /** Whether anonymous reads of public resources also carry a ticket, so that clients can find the authority. */
  readonly challengePublic: boolean;

  /** @throws {CssPluginError} `invalid_settings` when Community Solid Server must not start with these. */
  constructor(
    authority: string,
    queueFolder: string,
    secret?: string,
    secretFile?: string,
    challengePublic?: boolean,
  ) {
    this.authority = checkAuthority(authority);
    this.queueFolder = resolve(queueFolder);
    this.secret = readSecret(secret, secretFile);
    this.challengePublic = challengePublic ?? false;

    const { protocol, hostname } = new URL(this.authority);
    if (protocol === 'http:' && hostname !== 'localhost' && hostname !== '127.0.0.1') {
      getLoggerFor(this).warn(
        'The authority is reached over http: whoever is between can hand out access. Use https outside a test set-up.',
      );
    }
  }
}

function checkAuthority(authority: string): string {
  const url = URL.parse(authority);
  if (
    (url?.protocol !== 'https:' && url?.protocol !== 'http:') ||
    url.href !== authority ||
    !authority.endsWith('/')
  ) {
    throw new CssPluginError(
      'invalid_settings',
      `Expected "authority" to be an absolute http(s) URL in normal form with a trailing slash, got "${authority}".`,
    );
  }
  return authority;
}

function readSecret(secret: string | undefined, secretFile: string | undefined): Uint8Array {
  if ((secret === undefined) === (secretFile === undefined)) {
    throw new CssPluginError(
      'invalid_settings',
      'Expected either "secret" or "secretFile" in the settings, got both or neither.',
    );
  }
  const text = secret ?? readFileSync(resolve(secretFile as string), 'utf8').trim();
  const bytes = new TextEncoder().encode(text);
  if (bytes.length < MIN_SECRET_BYTES) {
    throw new CssPluginError(
      'invalid_settings',
      `Expected the secret to have at least ${MIN_SECRET_BYTES} bytes, it has ${bytes.length}. Make one with: openssl rand -base64 48`,
    );
  }
  return bytes;
}
