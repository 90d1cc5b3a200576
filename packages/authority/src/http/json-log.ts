import type { Log, LogEntry } from './log.ts';

/** Levels from most to least. */
export const LOG_LEVELS = ['debug', 'info', 'warn', 'error'] as const;

/** A log of one JSON object a line, from `level` up. */
export function createJsonLog(
  level: LogEntry['level'],
  write: (line: string) => void = (line) => process.stderr.write(line),
): Log {
  const least = LOG_LEVELS.indexOf(level);
  return (entry) => {
    if (LOG_LEVELS.indexOf(entry.level) < least) return;
    write(`${JSON.stringify({ at: new Date().toISOString(), ...entry })}\n`);
  };
}
