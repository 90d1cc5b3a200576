import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import page from '../../index.html?raw';
import before from '../../public/before.js?raw';
import { allMessages } from '../test-support/all-messages.ts';
import { type Language, languages, localText, readLanguage, spokenIn } from './language.ts';

const kept = (language: string | null) => ({ getItem: () => language });

describe('the language of a citizen', () => {
  it('is the one chosen on this device', () => {
    expect(readLanguage(kept('de'), ['fr-BE', 'nl'])).toBe('de');
  });

  it('is else the first that the browser asks for and the app speaks', () => {
    expect(readLanguage(kept(null), ['pl', 'fr-BE', 'en'])).toBe('fr');
    expect(readLanguage(kept('constructor'), ['toString', 'DE-at'])).toBe('de');
  });

  it('is else Dutch, also when storage is closed', () => {
    const closed = {
      getItem() {
        throw new DOMException('closed', 'SecurityError');
      },
    };
    expect(readLanguage(closed, ['pl'])).toBe('nl');
    expect(readLanguage(closed, ['en-US'])).toBe('en');
  });
});

it('shows words of an organisation in Dutch when they are not there in the citizen’s language', () => {
  const words = { nl: 'Schuldhulp', fr: 'Aide aux dettes' };
  expect([localText(words, 'fr'), spokenIn(words, 'fr')]).toEqual(['Aide aux dettes', 'fr']);
  expect([localText(words, 'de'), spokenIn(words, 'de')]).toEqual(['Schuldhulp', 'nl']);
});

describe('the page before the app is there', () => {
  const style = readFileSync(new URL('../ui/style/layout.css', import.meta.url), 'utf8');

  it.each(Object.keys(languages) as Language[])('names the app: %s', (language) => {
    expect(page).toContain(`<span lang="${language}">${allMessages(language)['app.name']}</span>`);
    expect(style).toContain(`html:lang(${language}) .before span:not(:lang(${language}))`);
  });

  it('knows the languages of the app', () => {
    const [, list = ''] = /spoken = \[([^\]]*)\]/.exec(before) ?? [];
    expect(list.match(/\w+/g)).toEqual(Object.keys(languages));
  });
});
