import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** A narrow phone, and a screen of 1280 by 1024 at 400 % (WCAG 2.2, 1.4.10 Reflow). */
const sizes = [
  { width: 320, height: 800 },
  { width: 320, height: 256 },
];
/** WCAG 2.2, 1.4.12 Text Spacing. */
const SPACING = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-bottom: 2em !important; }`;

/** Expects that nothing falls off a small screen, nor with more space between lines, words and letters. */
export async function expectNothingLost(page: Page): Promise<void> {
  const before = page.viewportSize();
  for (const size of sizes) {
    await page.setViewportSize(size);
    expect(await lost(page), `${page.url()} at ${size.width} × ${size.height}`).toEqual([]);
  }
  // As a style sheet of the script's own: the content security policy allows no other.
  await page.evaluate((rules) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    document.adoptedStyleSheets = [sheet];
  }, SPACING);
  expect(await lost(page), `${page.url()} with text spacing`).toEqual([]);
  await page.evaluate(() => {
    document.adoptedStyleSheets = [];
  });
  if (before) await page.setViewportSize(before);
}

/** What is beside the screen, or cut off by the box it is in. */
function lost(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth > width) found.push('the page scrolls sideways');
    for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
      const box = element.getBoundingClientRect();
      const style = getComputedStyle(element);
      // Only heard, or shown when it gets the focus.
      const isUnseen = box.width <= 1 || box.bottom <= 0 || element.closest('.only-heard') !== null;
      if (isUnseen || style.visibility === 'hidden') continue;
      const name = `${element.tagName} ${element.className} "${element.textContent?.slice(0, 40)}"`;
      if (box.right > width + 1 || box.left < -1) found.push(`beside the screen: ${name}`);
      const cuts = /hidden|clip/.test(`${style.overflowX} ${style.overflowY}`);
      const overflows =
        element.scrollWidth > element.clientWidth + 1 ||
        element.scrollHeight > element.clientHeight + 1;
      if (cuts && overflows) found.push(`cut off: ${name}`);
    }
    return found;
  });
}
