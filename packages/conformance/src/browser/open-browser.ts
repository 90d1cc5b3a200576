import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from 'playwright-core';
import type { PageCalls } from './page-calls.ts';

const built = import.meta.url.endsWith('.js') ? './page-calls.js' : './page-calls.ts';
const entry = fileURLToPath(new URL(built, import.meta.url));

/** A page with the libraries in it. */
export interface BrowserPage {
  call<Name extends keyof PageCalls>(
    name: Name,
    ...args: Parameters<PageCalls[Name]>
  ): ReturnType<PageCalls[Name]>;
}

/** A browser that starts when its page is first asked for. */
export function openBrowser() {
  const opened: { close(): Promise<unknown> }[] = [];
  let first: Promise<BrowserPage> | undefined;
  const start = async (): Promise<BrowserPage> => {
    const served = await servePage(await bundle());
    opened.push(served);
    const executablePath = process.env['CHROMIUM_PATH'];
    const browser = await chromium.launch({
      ...(executablePath !== undefined && { executablePath }),
    });
    opened.push(browser);
    const page = await browser.newPage();
    await page.goto(served.url);
    return { call: (name, ...args) => call(page, name, args) };
  };
  return {
    page: () => {
      first ??= start();
      return first;
    },
    async close() {
      for (const one of opened.reverse()) await one.close();
    },
  };
}

function call<Name extends keyof PageCalls>(
  page: Page,
  name: Name,
  args: unknown[],
): ReturnType<PageCalls[Name]> {
  type Calls = Record<string, (...given: unknown[]) => unknown>;
  const result: Promise<unknown> = page.evaluate(
    ([wanted, given]) =>
      (globalThis as unknown as { pageCalls: Calls }).pageCalls[wanted]?.(...given),
    [name, args] as const,
  );
  return result as ReturnType<PageCalls[Name]>;
}

/** The libraries in one file, as an app would have them. */
async function bundle(): Promise<string> {
  const { build } = await import('vite');
  const output = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, minify: false, lib: { entry, formats: ['es'], fileName: 'page' } },
  });
  const [first] = [output].flat();
  if (!first || !('output' in first)) throw new Error('The page could not be bundled.');
  return first.output[0].code;
}

async function servePage(script: string) {
  const server = createServer(({ url }, response) => {
    const isScript = url === '/page.js';
    response.writeHead(200, { 'content-type': isScript ? 'text/javascript' : 'text/html' });
    response.end(
      isScript
        ? script
        : '<!doctype html><title>Conformance</title><script type="module" src="/page.js"></script>',
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
