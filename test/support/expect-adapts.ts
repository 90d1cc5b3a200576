import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** Expects every control to be seen as one, and the focus too, when the system chooses the colours. */
export async function expectForcedColours(page: Page): Promise<void> {
  await page.emulateMedia({ forcedColors: 'active' });
  // After a click a browser shows no focus; after a key it does.
  await page.keyboard.press('Tab');
  const unseen = await page.evaluate(() => {
    const controls = document.body.querySelectorAll<HTMLElement>(
      'a[href], button, input, select, textarea, summary',
    );
    return [...controls].flatMap((control) => {
      if (!control.checkVisibility({ checkVisibilityCSS: true })) return [];
      const name = `${control.tagName} "${(control.textContent ?? '').slice(0, 40)}"`;
      const style = getComputedStyle(control);
      const text = getComputedStyle(document.body).color;
      const hasBorder = style.borderStyle !== 'none' && Number.parseFloat(style.borderWidth) > 0;
      const isNative = style.appearance !== 'none' && control.matches('input, select, textarea');
      // The system's colour of links, or a line below them.
      const isText =
        control.matches('a, summary, button') &&
        (style.color !== text || style.textDecorationLine.includes('underline'));
      const problems = hasBorder || isNative || isText ? [] : [`does not look like one: ${name}`];
      control.focus({ preventScroll: true });
      const focused = getComputedStyle(control);
      const isFocused =
        document.activeElement !== control ||
        (focused.outlineStyle !== 'none' && Number.parseFloat(focused.outlineWidth) >= 1);
      return isFocused ? problems : [...problems, `shows no focus: ${name}`];
    });
  });
  await page.emulateMedia({ forcedColors: null });
  expect(unseen, `${page.url()} in forced colours`).toEqual([]);
}

/** Expects nothing to move for who asked for less motion. */
export async function expectStill(page: Page): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const moving = await page.evaluate(() =>
    [...document.body.querySelectorAll('*')].flatMap((element) => {
      const { animationName, animationDuration, transitionDuration, scrollBehavior } =
        getComputedStyle(element);
      const seconds = (durations: string) =>
        Math.max(...durations.split(',').map(Number.parseFloat));
      const moves =
        (animationName !== 'none' && seconds(animationDuration) > 0.01) ||
        seconds(transitionDuration) > 0.01 ||
        scrollBehavior === 'smooth';
      return moves ? [`${element.tagName} ${element.className}`] : [];
    }),
  );
  await page.emulateMedia({ reducedMotion: null });
  expect(moving, `${page.url()} with reduced motion`).toEqual([]);
}

/** Expects buttons that decide something to be large enough for an unsteady hand. */
export async function expectLargeDecisions(page: Page): Promise<void> {
  const small = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.actions .button')]
      .map((button) => ({ button, box: button.getBoundingClientRect() }))
      .filter(({ box }) => box.height < 44 || box.width < 44)
      .map(({ button, box }) => `${button.textContent}: ${box.width} × ${box.height}`),
  );
  expect(small, `${page.url()}: decisions smaller than 44 px`).toEqual([]);
}
