import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { MIN_SECRET_BYTES } from '@grondslag/protocol';
import { getLoggerFor } from '@solid/community-server';
import { CssPluginError } from './errors.ts';

/** An authority whose grants this vault server honours, and for which resources. */
export class TrustedAuthority {
  /** Base URL, with trailing slash; `iss` of its tokens. */
  readonly url: string;
  /** Secret shared with this authority and no other. */
  readonly secret: Uint8Array;
  /** Containers that are this authority's alone. Empty: every resource that has no authority of its own. */
  readonly resources: readonly string[];
  /** Whether its tokens on another legal basis than consent are accepted. */
  readonly lawfulAccess: boolean;

  /** @throws {CssPluginError} `invalid_settings` when Community Solid Server must not start with these. */
  constructor(
    authority: string,
    secret?: string,
    secretFile?: string,
    resources?: string[],
    lawfulAccess?: boolean,
  ) {
    this.url = checkUrl('authority', authority);
    this.secret = readSecret(secret, secretFile);
    this.resources = (resources ?? []).map((url) => checkUrl('resources', url));
    this.lawfulAccess = lawfulAccess ?? false;

    const { protocol, hostname } = new URL(this.url);
    if (protocol === 'http:' && hostname !== 'localhost' && hostname !== '127.0.0.1') {
      getLoggerFor(this).warn(
        'The authority is reached over http: whoever is between can hand out access. Use https outside a test set-up.',
      );
    }
  }
}

function checkUrl(setting: string, given: string): string {
  const url = URL.parse(given);
  if (
    (url?.protocol !== 'https:' && url?.protocol !== 'http:') ||
    url.href !== given ||
    !given.endsWith('/')
  ) {
    throw new CssPluginError(
      'invalid_settings',
      `Expected "${setting}" to be an absolute http(s) URL in normal form with a trailing slash, got "${given}".`,
    );
  }
  return given;
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
