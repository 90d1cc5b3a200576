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

it('takes out characters of no width, and leaves what joins', () => {
  expect(plainWords('be\u200bta\u2060al\ufeff \u00adnu\u{e0041}')).toBe('betaal nu');
  expect(plainWords('👩\u200d🍳')).toBe('👩\u200d🍳');
});

it('leaves as many marks on a letter as a language writes', () => {
  expect(plainWords('ệ')).toBe('ệ');
  expect(plainWords(`a${'\u0301'.repeat(50)}b`)).toBe(`a${'\u0301'.repeat(4)}b`);
});
