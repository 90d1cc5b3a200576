/** A vault server's answer to a request without a token (UMA 2.0 Grant §3.2.1). */
export interface UmaChallenge {
  /** The authorization server to go to. */
  readonly asUri: string;
  readonly ticket: string;
}

const UMA = /(?:^|,)\s*UMA\s+((?:[a-z_]+\s*=\s*"[^"]*"\s*,?\s*)+)/i;

/** Reads the UMA challenge from `WWW-Authenticate`, wherever it stands among others; `undefined` when there is none. */
export function parseUmaChallenge(header: string | null): UmaChallenge | undefined {
  const parameters = UMA.exec(header ?? '')?.[1] ?? '';
  const asUri = /(?:^|[\s,])as_uri\s*=\s*"([^"]+)"/i.exec(parameters)?.[1];
  const ticket = /(?:^|[\s,])ticket\s*=\s*"([^"]+)"/i.exec(parameters)?.[1];
  return asUri !== undefined && ticket !== undefined ? { asUri, ticket } : undefined;
}
