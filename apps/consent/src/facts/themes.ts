import { factContainers } from '@grondslag/vocab';
import { factKinds } from '@grondslag/vocab/fact-kinds';
import type { Words } from '../i18n/words.ts';

/** Where facts go that have no theme. */
export const OTHER_THEME = 'other';

/** Themes in the order they are shown. */
export const themes: readonly string[] = [...Object.keys(factKinds.themes), OTHER_THEME];

/** Kind of fact that a resource is, by where it is in the vault. */
export function claimTypeAt(resource: string): string | undefined {
  const { pathname } = new URL(resource);
  return Object.entries(factContainers).find(([, path]) => pathname.includes(`/${path}`))?.[0];
}

/** Theme of a resource, by where it is in the vault. */
export function themeOf(resource: string): string {
  return factKinds.kinds[claimTypeAt(resource) ?? '']?.theme ?? OTHER_THEME;
}

/** "Inkomen" */
export function themeInWords(theme: string, { text, language }: Words): string {
  return factKinds.themes[theme]?.name[language] ?? text('theme.other');
}
