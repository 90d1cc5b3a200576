import { AsyncLocalStorage } from 'node:async_hooks';
import { ROOT_CONTEXT, type Span, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { parseTraceParent } from '@opentelemetry/core';
import { OTLPMetricExporter } from '@opentelemetry/exporter-metrics-otlp-http';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { detectResources, envDetector, resourceFromAttributes } from '@opentelemetry/resources';
import { MeterProvider, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics';
import { BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import type { Fetch } from '../http/guarded-fetch.ts';
import type { Log } from '../http/log.ts';
import type { ConnectionCounts } from '../storage/open-database.ts';
import { observeConnections } from './observe-connections.ts';
import { observeProcess } from './observe-process.ts';
import { observeReviews } from './observe-reviews.ts';
import {
  type Environment,
  millisecondsOf,
  samplerOf,
  wantsTelemetry,
} from './telemetry-settings.ts';

const NAME = 'grondslag-authority';
/** Seconds, as the semantic conventions for HTTP advise. */
const DURATIONS = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10];

/**
 * Traces and metrics of one instance. Spans and metrics have routes, status codes and codes of errors; never a URL, a
 * header, or anything a caller wrote.
 */
export interface Telemetry {
  /** A span and a duration for each request. */
  readonly middleware: MiddlewareHandler;
  /** `fetch` with a span of this name, below that of the request; sends `traceparent` (W3C Trace Context §3.2). */
  traceFetch(name: string, fetch: Fetch): Fetch;
  /** A log that also counts its events. */
  countEvents(log: Log): Log;
  /** Reports how many connections to the database there are. */
  observeConnections(read: () => ConnectionCounts): void;
  /** Reports how many emergencies wait for a review beyond their time; returns what ends it. */
  observeReviews(countOverdue: () => Promise<number>): () => void;
  /** Sends what was not sent yet, and ends. */
  close(): Promise<void>;
}

/** Starts telemetry over OTLP/HTTP when the environment names a collector; else `undefined`. */
export function startTelemetry(environment: Environment): Telemetry | undefined {
  if (!wantsTelemetry(environment)) return undefined;
  const resource = resourceFromAttributes({ 'service.name': NAME }).merge(
    detectResources({ detectors: [envDetector] }),
  );
  const delay = millisecondsOf(environment, 'OTEL_BSP_SCHEDULE_DELAY', 5_000);
  const processor = new BatchSpanProcessor({
    exporter: new OTLPTraceExporter(),
    scheduledDelayMillis: delay,
  });
  const tracers = new TracerProvider({
    resource,
    sampler: samplerOf(environment),
    spanProcessors: [processor],
  });
  const interval = millisecondsOf(environment, 'OTEL_METRIC_EXPORT_INTERVAL', 60_000);
  const reader = new PeriodicExportingMetricReader({
    exporter: new OTLPMetricExporter(),
    exportIntervalMillis: interval,
    exportTimeoutMillis: Math.min(interval, 30_000),
  });
  const meters = new MeterProvider({ resource, readers: [reader] });
  const tracer = tracers.getTracer(NAME);
  const meter = meters.getMeter(NAME);
  const stopObserving = observeProcess(meter);
  const durations = meter.createHistogram('http.server.request.duration', {
    unit: 's',
    advice: { explicitBucketBoundaries: DURATIONS },
  });
  const decisions = meter.createCounter('grondslag.decisions', {
    description: 'Answers of the token endpoint, by outcome.',
  });
  const events = meter.createCounter('grondslag.events', { description: 'Lines of the log.' });
  // Of this instance, not the global one of the library: two authorities can live in one process.
  const current = new AsyncLocalStorage<Span>();

  return {
    async middleware(c, next) {
      const startedAt = performance.now();
      const { method } = c.req;
      const span = tracer.startSpan(
        method,
        { kind: SpanKind.SERVER },
        parentOf(c.req.header('traceparent')),
      );
      await current.run(span, next);
      const { status } = c.res;
      const route = routePath(c, -1);
      const attributes = {
        'http.request.method': method,
        'http.route': route,
        'http.response.status_code': status,
      };
      durations.record((performance.now() - startedAt) / 1000, attributes);
      if (status === 200 && route.endsWith('/token')) decisions.add(1, { outcome: 'granted' });
      span.updateName(`${method} ${route}`).setAttributes(attributes);
      if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
    },
    traceFetch: (name, fetch) => async (url, init) => {
      const parent = current.getStore();
      const context = parent ? trace.setSpan(ROOT_CONTEXT, parent) : ROOT_CONTEXT;
      const span = tracer.startSpan(name, { kind: SpanKind.CLIENT }, context);
      const headers = new Headers(init?.headers);
      headers.set('traceparent', traceParentOf(span));
      try {
        const response = await fetch(url, { ...init, headers });
        span.setAttribute('http.response.status_code', response.status);
        return response;
      } catch (error) {
        span.setAttribute('error.type', error instanceof Error ? error.name : 'unknown');
        span.setStatus({ code: SpanStatusCode.ERROR });
        throw error;
      } finally {
        span.end();
      }
    },
    countEvents: (log) => (entry) => {
      const { event, level, code } = entry;
      if (level !== 'debug') events.add(1, { event, level, ...(code !== undefined && { code }) });
      if (event === 'token_refused') decisions.add(1, { outcome: code ?? 'unknown' });
      log(entry);
    },
    observeConnections: (read) => observeConnections(meter, read),
    observeReviews: (countOverdue) => observeReviews(meter, countOverdue),
    async close() {
      stopObserving();
      // A collector that is away should not keep the instance from stopping.
      await Promise.allSettled([tracers.shutdown(), meters.shutdown()]);
    },
  };
}

// Without `tracestate` and `baggage`: anything can be in there.
function parentOf(traceParent: string | undefined) {
  const parent = traceParent === undefined ? null : parseTraceParent(traceParent);
  return parent ? trace.setSpanContext(ROOT_CONTEXT, { ...parent, isRemote: true }) : ROOT_CONTEXT;
}

function traceParentOf(span: Span): string {
  const { traceId, spanId, traceFlags } = span.spanContext();
  return `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, '0')}`;
}
