import { quantile, type Result } from '../measurement.ts';
import { measureWithdrawals } from '../revocation/measure-withdrawals.ts';
import { withTemporaryFolder } from '../temporary-folder.ts';

const BOUND_MILLISECONDS = 1_000;
const SILENCE_BOUND_MILLISECONDS = 30_000;

/** How long a token outlives the withdrawal of its grant, and the loss of the authority. */
export async function measureRevocation(
  progress: (text: string) => void,
): Promise<readonly Result[]> {
  const times = await withTemporaryFolder((folder) => measureWithdrawals(folder, progress));
  const { milliseconds, restarts, reads, silenceMilliseconds, silenceStatus } = times;
  progress(`${reads} reads, ${restarts} restarts; without the authority: ${silenceStatus}`);
  const result = (name: string, figure: number, bound: number, peer: string): Result => ({
    suite: 'revocation',
    ...{ name, figure, unit: 'ms', peer },
    peerFigure: bound,
    ratio: figure / bound,
    target: `figure <= ${bound}`,
    holds: figure <= bound,
  });
  const part = (name: string, figure: number) =>
    result(
      `last read after the 2xx of a withdrawal, ${name} of ${milliseconds.length}, ${restarts} restarts`,
      figure,
      BOUND_MILLISECONDS,
      'the bound',
    );
  return [
    part('p50', quantile(milliseconds, 0.5)),
    part('p99', quantile(milliseconds, 0.99)),
    part('maximum', Math.max(...milliseconds)),
    result(
      `last read after both instances were killed, then ${silenceStatus}`,
      silenceMilliseconds,
      SILENCE_BOUND_MILLISECONDS,
      'the bound, maxSilenceSeconds',
    ),
  ];
}
