import type { ServerOptions } from 'node:http';

/** How long the server waits for whom, in milliseconds. */
export interface ServerPatience {
  readonly headersMilliseconds: number;
  /** Headers and body. */
  readonly requestMilliseconds: number;
}

const PATIENCE: ServerPatience = { headersMilliseconds: 10_000, requestMilliseconds: 30_000 };
/** Longer than a proxy keeps an idle connection, so that it is the proxy who closes it. */
const KEEP_ALIVE_MILLISECONDS = 65_000;
/** Two tokens and a proof fit in it a few times. */
const MAX_HEADER_BYTES = 16_384;

/** Bounds of the HTTP server itself against callers that send slowly (slowloris) or large headers. */
export function serverLimits({
  headersMilliseconds,
  requestMilliseconds,
}: ServerPatience = PATIENCE): ServerOptions {
  return {
    headersTimeout: headersMilliseconds,
    requestTimeout: requestMilliseconds,
    connectionsCheckingInterval: Math.min(headersMilliseconds, 5_000),
    keepAliveTimeout: KEEP_ALIVE_MILLISECONDS,
    maxHeaderSize: MAX_HEADER_BYTES,
    requireHostHeader: true,
  };
}
