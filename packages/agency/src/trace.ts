/** Where a read stands in a trace (W3C Trace Context §3.2). */
export interface Trace {
  /** 16 bytes, hex. */
  readonly traceId: string;
  /** 8 bytes, hex: this read. */
  readonly spanId: string;
  /** 8 bytes, hex: the operation of the agency that asked for this read. */
  readonly parentSpanId?: string;
}

const TRACEPARENT = /^[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}$/;

/** Begins a span: within the trace of `traceparent`, or in a new trace when there is none or it is malformed. */
export function startTrace(traceparent?: string): Trace {
  const [, traceId, parentSpanId] = TRACEPARENT.exec(traceparent ?? '') ?? [];
  const spanId = randomHex(8);
  if (!traceId || !parentSpanId || /^0+$/.test(traceId) || /^0+$/.test(parentSpanId)) {
    return { traceId: randomHex(16), spanId };
  }
  return { traceId, spanId, parentSpanId };
}

/** The header that carries a trace to the next server. */
export function traceHeaders(trace: Trace | undefined): Record<string, string> {
  return trace ? { traceparent: `00-${trace.traceId}-${trace.spanId}-01` } : {};
}

function randomHex(bytes: number): string {
  return Buffer.from(crypto.getRandomValues(new Uint8Array(bytes))).toString('hex');
}
