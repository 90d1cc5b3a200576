import {
  AlwaysOffSampler,
  AlwaysOnSampler,
  ParentBasedSampler,
  type Sampler,
  TraceIdRatioBasedSampler,
} from '@opentelemetry/sdk-trace';

/** Environment variables of a process. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Whether somebody gave a collector to send traces and metrics to (OpenTelemetry environment variables). */
export function wantsTelemetry(environment: Environment): boolean {
  return (
    environment['OTEL_SDK_DISABLED'] !== 'true' &&
    ['', '_TRACES', '_METRICS'].some(
      (signal) => environment[`OTEL_EXPORTER_OTLP${signal}_ENDPOINT`],
    )
  );
}

/** `OTEL_TRACES_SAMPLER` and its argument; the SDK itself reads them no more since 3.0. */
export function samplerOf(environment: Environment): Sampler {
  const [, parent = '', name = 'always_on'] =
    /^(parentbased_)?(.+)$/.exec(environment['OTEL_TRACES_SAMPLER'] || 'parentbased_always_on') ??
    [];
  const root = rootSampler(name, Number(environment['OTEL_TRACES_SAMPLER_ARG'] ?? 1));
  return parent === '' ? root : new ParentBasedSampler({ root });
}

function rootSampler(name: string, ratio: number): Sampler {
  if (name === 'always_off') return new AlwaysOffSampler();
  if (name === 'traceidratio') return new TraceIdRatioBasedSampler(ratio);
  return new AlwaysOnSampler();
}

/** A variable that holds milliseconds; what is no positive number counts as absent. */
export function millisecondsOf(environment: Environment, name: string, otherwise: number): number {
  const value = Number(environment[name]);
  return value > 0 ? value : otherwise;
}
