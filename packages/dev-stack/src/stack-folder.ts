import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where the stack of one port keeps its data: `.local/` of this checkout. */
export function stackFolder(port: number): string {
  return join(fileURLToPath(new URL('../../../.local/', import.meta.url)), `stack-${port}`);
}
