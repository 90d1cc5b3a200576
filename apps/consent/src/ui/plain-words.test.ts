import { expect, it } from 'vitest';
import { plainWords } from './plain-words.ts';

it('keeps markup as the text it is', () => {
  expect(plainWords('<b>Nu</b> https://x.example')).toBe('<b>Nu</b> https://x.example');
});

it('takes out what cannot be seen or turns the reading direction', () => {
  expect(plainWords('Ja\u202eeeN\u0000\n\nzeker')).toBe('Ja eeN zeker');
});

it('cuts a long text, and not in the middle of a character', () => {
  expect(plainWords('🙂'.repeat(10), 4)).toBe('🙂🙂🙂…');
});
