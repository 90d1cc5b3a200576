import type { HelperView } from '@grondslag/protocol/v1';
import { factContainers } from '@grondslag/vocab';
import { factKinds } from '@grondslag/vocab/fact-kinds';
import { themeInWords } from '../facts/themes.ts';
import type { Words } from '../i18n/words.ts';
import { nameOf } from './name-of.ts';

/** Containers of facts by name (`income`), which is what helpers are let in by, with the kind of fact that is there. */
const kindIn = new Map(
  Object.entries(factContainers).map(([kind, path]) => [path.split('/')[1] ?? '', kind]),
);
/** What somebody can help with. */
export const helpThemes: readonly string[] = [...kindIn.keys()];

/** "Inkomen" */
export function helpThemeInWords(theme: string, words: Words): string {
  return themeInWords(factKinds.kinds[kindIn.get(theme) ?? '']?.theme ?? '', words);
}

/** Whether a fact is among what somebody helps with. */
export function isHelpedWith({ themes }: Pick<HelperView, 'themes'>, resource: string): boolean {
  const { pathname } = new URL(resource);
  return themes.some((theme) => pathname.includes(`/facts/${theme}/`));
}

/** "Wonen en inkomen" */
export function themesOf({ themes }: Pick<HelperView, 'themes'>, words: Words): string {
  return words.list(themes.map((theme) => helpThemeInWords(theme, words)));
}

/** Where it stands, in a sentence for the citizen. */
export function stateOf(helper: HelperView, { text, day, until }: Words): string {
  const name = nameOf(helper);
  switch (helper.state) {
    case 'invited':
      return text('helpers.state.invited', {
        name,
        date: day(new Date(helper.acceptBefore ?? helper.until)),
      });
    case 'to-confirm':
      return text('helpers.state.toConfirm', { name });
    case 'active':
      return text('helpers.state.active', { name, until: until(new Date(helper.until)) });
    case 'ended':
      return text('helpers.state.ended', { date: day(new Date(helper.endedAt ?? helper.until)) });
  }
}

/** What a helper may, in a sentence. */
export function mayOf({ may }: Pick<HelperView, 'may'>, { text }: Words): string {
  return text(may === 'see' ? 'helpers.may.see' : 'helpers.may.act');
}
