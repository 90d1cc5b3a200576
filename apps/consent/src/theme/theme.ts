/** What a citizen can choose: as the device asks, the theme of the page, or that of high contrast. */
export const themeChoices = ['system', 'standard', 'high-contrast'] as const;
export type ThemeChoice = (typeof themeChoices)[number];

const KEY = 'theme';
const HIGH_CONTRAST = 'high-contrast-theme';
/** The system asks for more contrast. */
const MORE_CONTRAST = '(prefers-contrast: more)';

/** The theme chosen on this device; `system` when none was, or storage is closed. */
export function readTheme(storage: Pick<Storage, 'getItem'>): ThemeChoice {
  try {
    const kept = storage.getItem(KEY);
    return themeChoices.find((one) => one === kept) ?? 'system';
  } catch {
    return 'system';
  }
}

/** Remembers the theme on this device; does nothing when storage is closed. */
export function keepTheme(storage: Pick<Storage, 'setItem'>, choice: ThemeChoice): void {
  try {
    storage.setItem(KEY, choice);
  } catch {
    // A preference may be lost.
  }
}

type Screen = Pick<Window, 'document' | 'matchMedia'>;

/** Dresses the page; `public/before.js` did so before it was first drawn, and kept the class it came with. */
export function showTheme(screen: Screen, choice: ThemeChoice): void {
  const page = screen.document.documentElement;
  const more =
    choice === 'high-contrast' || (choice === 'system' && screen.matchMedia(MORE_CONTRAST).matches);
  page.className = more ? HIGH_CONTRAST : (page.dataset['theme'] ?? '');
}

/** Follows what the system asks, as long as the citizen leaves it to that. */
export function followSystem(screen: Screen, storage: Pick<Storage, 'getItem'>): void {
  screen
    .matchMedia(MORE_CONTRAST)
    .addEventListener('change', () => showTheme(screen, readTheme(storage)));
}
