/** When the statement was last gone through by hand, and the versions that test the app; a test compares them with those installed. */
export const tested = { on: '2026-11-22', axe: '4.14' } as const;

/** Sentences of the statement; `docs/accessibility.md` has the same in English, each with its test. */
export const statement = {
  tested: ['axe', 'keyboard', 'narrow', 'contrast', 'forced', 'order', 'words'],
  open: ['expert', 'person', 'people', 'browsers', 'languages', 'signIn'],
} as const;
