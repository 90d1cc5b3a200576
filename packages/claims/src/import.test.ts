import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const script = `
  import { registerHooks } from 'node:module';
  const packages = new Set();
  registerHooks({
    load(url, context, next) {
      packages.add(/\\/node_modules\\/(?!.*\\/node_modules\\/)((?:@[^/]+\\/)?[^/]+)/.exec(url)?.[1] ?? '');
      return next(url, context);
    },
  });
  await import('@grondslag/claims');
  process.stdout.write([...packages].filter(Boolean).join(' '));
`;

it('the main entry loads no library of JSON-LD, RDF or schemas before one is needed', () => {
  const loaded = execFileSync(
    process.execPath,
    ['--conditions=@grondslag/source', '--input-type=module', '--eval', script],
    { cwd: fileURLToPath(new URL('.', import.meta.url)), encoding: 'utf8' },
  );
  expect(loaded).toBe('@scure/base');
});
