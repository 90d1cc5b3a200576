import { measureAnswers } from '../claims/measure-answers.ts';
import { measureQueries } from '../claims/measure-queries.ts';
import { measureStart } from '../claims/measure-start.ts';
import { measureStream } from '../claims/measure-stream.ts';
import { measureThreads } from '../claims/measure-threads.ts';
import { measureVerify } from '../claims/measure-verify.ts';
import { openScene } from '../claims/open-scene.ts';
import { CREDENTIALS } from '../claims/sizes.ts';
import type { Result } from '../measurement.ts';

/**
 * Verified claims beside the signature alone, the usual stacks and oxigraph: the numbers of docs/claims.md.
 *
 * For a short run: `BENCH_CREDENTIALS=200 BENCH_STREAMED=1000 BENCH_ROUNDS=1`.
 */
export async function measureClaims(progress: (text: string) => void): Promise<readonly Result[]> {
  const start = await measureStart((text) => progress(`start: ${text}`));
  progress(`signing ${CREDENTIALS} credentials`);
  const scene = await openScene(CREDENTIALS);
  try {
    return [
      ...(await measureVerify(scene, (text) => progress(`verify: ${text}`))),
      ...(await measureAnswers(scene, (text) => progress(`answers: ${text}`))),
      ...(await measureThreads(scene, (text) => progress(`threads: ${text}`))),
      ...(await measureStream(scene, (text) => progress(`stream: ${text}`))),
      ...(await measureQueries((text) => progress(`queries: ${text}`))),
      ...start,
    ];
  } finally {
    await scene.close();
  }
}
