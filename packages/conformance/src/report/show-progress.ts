import type { CaseResult } from '../run/result.ts';

/** Says on a stream how far a run is: each failure, and now and then a count. */
export function showProgress(stream: NodeJS.WritableStream) {
  let total = 0;
  let failed = 0;
  return {
    onPlan(runs: number) {
      total = runs;
      stream.write(`${runs} runs\n`);
    },
    onResult(result: CaseResult, done: number) {
      const {
        case: { id },
        accessControl,
        login,
        outcome,
      } = result;
      if (outcome === 'failed') {
        failed++;
        stream.write(`[${done}/${total}] ✗ ${id} (${accessControl}, ${login})\n`);
      } else if (done % 25 === 0 || done === total) {
        stream.write(`[${done}/${total}] ${failed} failed\n`);
      }
    },
  };
}
