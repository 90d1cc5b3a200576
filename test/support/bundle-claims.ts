import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const bundler = fileURLToPath(new URL('../../packages/claims/bundle.mjs', import.meta.url));

/** Servers run from `dist`, where `tsc -b` alone leaves an old bundle of verified claims. */
export function setup(): void {
  execFileSync(process.execPath, [bundler]);
}
