import { PortTakenError } from '../addresses.ts';
import { ServiceFailedError } from '../processes/start-service.ts';

/** A printer of progress lines, each with the seconds since `npm run` or else this process started. */
export function progressTo(stream: NodeJS.WritableStream): (text: string) => void {
  const startedAt = Number(process.env['GRONDSLAG_STARTED_AT'] ?? performance.timeOrigin);
  return (text) => {
    stream.write(`[${((Date.now() - startedAt) / 1_000).toFixed(1)} s] ${text}\n`);
  };
}

/** A port given on the command line. */
export function parsePort(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 1_024 && port <= 65_530) return port;
  throw new TypeError(`--port must be a whole number from 1024 to 65530, not "${text}".`);
}

/** Says what went wrong and what to do, and sets the exit code: 2 for wrong usage, 1 otherwise. */
export function explainFailure(error: unknown, usage: string): void {
  if (error instanceof PortTakenError || error instanceof ServiceFailedError) {
    console.error(`\n${error.message}\n`);
    process.exitCode = 1;
  } else if (error instanceof TypeError) {
    console.error(`\n${error.message}\n\n${usage}\n`);
    process.exitCode = 2;
  } else {
    console.error(error);
    process.exitCode = 1;
  }
}
