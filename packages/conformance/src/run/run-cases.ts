import type { CaseContext } from './context.ts';
import { NotConformError, SkippedError } from './expect.ts';
import type { CaseResult, CaseRun, Outcome } from './result.ts';

/** A case that takes longer hangs. */
const CASE_TIMEOUT_SECONDS = 90;
const SLOW_CASE_TIMEOUT_SECONDS = 900;

/** Runs cases side by side, in their order; a case that fails stops no other. */
export async function runCases(
  runs: readonly CaseRun[],
  {
    contextOf,
    concurrency,
    onResult = () => undefined,
  }: {
    readonly contextOf: (run: CaseRun) => CaseContext;
    readonly concurrency: number;
    readonly onResult?: (result: CaseResult, done: number) => void;
  },
): Promise<CaseResult[]> {
  const results: CaseResult[] = [];
  const waiting = [...runs];
  let done = 0;
  const work = async () => {
    for (let run = waiting.shift(); run; run = waiting.shift()) {
      const startedAt = performance.now();
      const outcome = await tryCase(run, contextOf(run));
      const result = {
        ...run,
        ...outcome,
        milliseconds: Math.round(performance.now() - startedAt),
      };
      results[runs.indexOf(run)] = result;
      onResult(result, ++done);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, work));
  return results;
}

async function tryCase(run: CaseRun, context: CaseContext): Promise<Outcome> {
  let timer: NodeJS.Timeout | undefined;
  const timeoutSeconds = run.case.slow ? SLOW_CASE_TIMEOUT_SECONDS : CASE_TIMEOUT_SECONDS;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new NotConformError(`an end within ${timeoutSeconds} s`, 'no end')),
      timeoutSeconds * 1_000,
    );
  });
  try {
    await Promise.race([run.case.run(context), tooLong]);
    return { outcome: 'passed' };
  } catch (error) {
    if (error instanceof SkippedError) return { outcome: 'skipped', reason: error.message };
    if (error instanceof NotConformError) {
      return { outcome: 'failed', expected: error.expected, came: error.came };
    }
    return { outcome: 'failed', expected: run.case.title, came: explain(error) };
  } finally {
    clearTimeout(timer);
  }
}

function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause instanceof Error ? ` (${error.cause.message})` : '';
  return `${error.name}: ${error.message.slice(0, 600)}${cause}`;
}
