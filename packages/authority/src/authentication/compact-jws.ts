/** A signed JWT taken apart; nothing of it is verified. */
export interface CompactJws {
  readonly header: Readonly<Record<string, unknown>>;
  readonly payload: Readonly<Record<string, unknown>>;
  /** What is signed: ASCII. */
  readonly signed: string;
  readonly signature: Buffer;
}

const COMPACT = /^([\w-]+)\.([\w-]+)\.([\w-]+)$/;
/** Base64 has no text of this length. */
const IMPOSSIBLE_REST = 1;

/**
 * Takes a JWT in compact form apart (RFC 7515 §3.1): header and payload are JSON objects, and nothing in it is
 * critical (§4.1.11). `undefined` for anything else.
 */
export function readCompactJws(jwt: string): CompactJws | undefined {
  const [, head, body, signature] = COMPACT.exec(jwt) ?? [];
  if (head === undefined || body === undefined || signature === undefined) return undefined;
  if ([head, body, signature].some(({ length }) => length % 4 === IMPOSSIBLE_REST))
    return undefined;
  const header = readObject(head);
  const payload = readObject(body);
  if (header === undefined || payload === undefined || 'crit' in header) return undefined;
  return {
    header,
    payload,
    signed: `${head}.${body}`,
    signature: Buffer.from(signature, 'base64url'),
  };
}

function readObject(base64url: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const json: unknown = JSON.parse(Buffer.from(base64url, 'base64url').toString('utf8'));
    const isObject = typeof json === 'object' && json !== null && !Array.isArray(json);
    return isObject ? (json as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
