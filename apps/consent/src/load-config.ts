/** Where the two services of this citizen are; written beside the app by whoever serves it. */
export interface AppConfig {
  /** Base URL of the authority, with trailing slash. */
  readonly authority: string;
  /** Base URL of the vault server and issuer of the sign-in, with trailing slash. */
  readonly vault: string;
  /** Keys of the authority, under which its list of believed sources is taken: id → Multikey. */
  readonly operatorKeys: Readonly<Record<string, string>>;
  /** Whom a citizen asks for help with the app; checked where it is shown. */
  readonly contact?: unknown;
}

/**
 * Reads `/config.json`.
 *
 * @throws {Error} when the file is absent or not of this shape: without it the app can do nothing.
 */
export async function loadConfig(fetch: typeof globalThis.fetch): Promise<AppConfig> {
  const response = await fetch('/config.json', { signal: AbortSignal.timeout(15_000) });
  if (!response.ok) throw new Error(`/config.json: expected 200, got ${response.status}`);
  return readConfig(await response.json());
}

/** Checked by hand: with a library for it a slow telephone shows the first page a fifth of a second later. */
export function readConfig(written: unknown): AppConfig {
  const { authority, vault, operatorKeys, contact } = recordOf(written, 'the file');
  for (const [id, key] of Object.entries(recordOf(operatorKeys, 'operatorKeys'))) {
    if (!URL.canParse(id) || typeof key !== 'string') throw wrong('operatorKeys', 'id → key');
  }
  return {
    authority: baseUrlOf(authority, 'authority'),
    vault: baseUrlOf(vault, 'vault'),
    operatorKeys: operatorKeys as Record<string, string>,
    ...(contact !== undefined && { contact }),
  };
}

function recordOf(value: unknown, name: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null) throw wrong(name, 'an object');
  return value as Record<string, unknown>;
}

function baseUrlOf(value: unknown, name: string): string {
  if (typeof value === 'string' && /^https?:/.test(value) && URL.canParse(value)) {
    if (value.endsWith('/')) return value;
  }
  throw wrong(name, 'a base URL that ends in a slash');
}

function wrong(name: string, expected: string): Error {
  return new Error(`/config.json: expected ${expected} in ${name}`);
}
