import { resolve } from 'node:path';

/** Where the stack of one port keeps its data: `.local/` of the folder it is started in. */
export function stackFolder(port: number): string {
  return resolve('.local', `stack-${port}`);
}
