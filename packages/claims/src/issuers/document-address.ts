/** Where the document of a verification method is, and what the document must say its own id is. */
export interface DocumentAddress {
  readonly id: string;
  readonly url: string;
}

const MAX_LENGTH = 2_000;
const HOST = `[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?`;
const DID_WEB = new RegExp(
  String.raw`^did:web:(?<host>${HOST})(?:%3A(?<port>\d{1,5}))?(?<path>(?::[A-Za-z0-9_-][A-Za-z0-9._-]*)*)$`,
);

/**
 * The address of a `did:web` or https method, when its host is one of `hosts`; else `undefined`, and then
 * nothing may be fetched: a proof must not be able to choose whom we call.
 *
 * @param hosts as in a URL: `example.org`, `example.org:8443`
 * @see {@link https://w3c-ccg.github.io/did-method-web/#read-resolve | did:web Method, 2.5.2}
 */
export function documentAddress(
  verificationMethod: string,
  hosts: ReadonlySet<string>,
): DocumentAddress | undefined {
  if (verificationMethod.length > MAX_LENGTH) return undefined;
  const [id = '', fragment, ...more] = verificationMethod.split('#');
  if (!fragment || more.length > 0) return undefined;
  const address = id.startsWith('https://') ? httpsAddress(id) : didWebAddress(id);
  return address && hosts.has(new URL(address.url).host) ? address : undefined;
}

/** Only an address that is written as it will be asked for: no dots to resolve, no default port, no password. */
function httpsAddress(id: string): DocumentAddress | undefined {
  if (!URL.canParse(id)) return undefined;
  const url = new URL(id);
  if (url.href !== id || url.username || url.password || url.search) return undefined;
  return { id, url: id };
}

function didWebAddress(id: string): DocumentAddress | undefined {
  const { host, port, path = '' } = DID_WEB.exec(id)?.groups ?? {};
  if (host === undefined) return undefined;
  const authority = port === undefined ? host : `${host}:${port}`;
  const folder = path === '' ? '/.well-known' : path.replaceAll(':', '/');
  const url = `https://${authority}${folder}/did.json`;
  return URL.canParse(url) && new URL(url).href === url ? { id, url } : undefined;
}
