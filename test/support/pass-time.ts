import type { Page } from 'playwright-core';

declare global {
  interface Window {
    passTime(milliseconds: number): void;
  }
}

/** Before this page is opened: has its clock obey `passTime`. Proofs of a login are made by another and stay right. */
export async function holdClock(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const SHORT_MS = 20_000;
    const { now } = Date;
    const { setTimeout: set, clearTimeout: clear } = window;
    const waiting = new Map<number, { readonly atMs: number; readonly run: () => void }>();
    let passed = 0;
    Date.now = () => now() + passed;
    Object.assign(window, {
      setTimeout(run: (...given: unknown[]) => void, wait = 0, ...given: unknown[]) {
        if (wait < SHORT_MS) return set(run, wait, ...given);
        const end = () => {
          waiting.delete(id);
          run(...given);
        };
        const id = set(end, wait);
        waiting.set(id, { atMs: Date.now() + wait, run: end });
        return id;
      },
      clearTimeout(id: number) {
        waiting.delete(id);
        clear(id);
      },
      passTime(milliseconds: number) {
        passed += milliseconds;
        for (const [id, { atMs, run }] of waiting) {
          if (atMs > Date.now()) continue;
          clear(id);
          run();
        }
      },
    });
  });
}

/** Has so long pass on a page: its clock moves on, and what waited for longer than 20 seconds happens when it is due. */
export function passTime(page: Page, milliseconds: number): Promise<void> {
  return page.evaluate((passed) => window.passTime(passed), milliseconds);
}

/** Says that the page cannot be seen, or can be seen again: a browser without a screen never says so itself. */
export function setHidden(page: Page, isHidden: boolean): Promise<void> {
  return page.evaluate((hidden) => {
    Object.defineProperties(document, {
      hidden: { configurable: true, value: hidden },
      visibilityState: { configurable: true, value: hidden ? 'hidden' : 'visible' },
    });
    document.dispatchEvent(new Event('visibilitychange'));
    window.dispatchEvent(new Event('visibilitychange'));
  }, isHidden);
}
