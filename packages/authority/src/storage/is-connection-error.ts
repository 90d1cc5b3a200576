const NO_CONNECTION =
  /^Connection terminated|timeout exceeded when trying to connect|not queryable/;
/** PostgreSQL's class 08 (connection exception), its shutdown codes, and a server that is full or starting. */
const SQL_STATES = /^(?:08|57P0[1-5]|53300)/;
const SYSTEM_CODES = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOENT']);

/** Whether a query failed because the database server was not there, or went away meanwhile. */
export function isConnectionError(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code = '', syscall } = error as Error & { code?: string; syscall?: string };
  if (syscall !== undefined) return SYSTEM_CODES.has(code);
  return SQL_STATES.test(code) || NO_CONNECTION.test(error.message);
}
