import { describe, expect, it } from 'vitest';
import { readRefusal } from './read-refusal.ts';

const sentence = 'fact_not_divisible: this access is to some fields.';

describe(readRefusal, () => {
  it.each([
    ['problem details', JSON.stringify({ title: 'No', code: 'fact_not_divisible' })],
    ['JSON of a Solid server', JSON.stringify({ name: 'E', errorCode: 'fact_not_divisible' })],
    [
      'JSON-LD',
      JSON.stringify([{ 'http://purl.org/dc/terms/description': [{ '@value': sentence }] }]),
    ],
    ['Turtle', `<> <http://purl.org/dc/terms/description> "${sentence}" .`],
  ])('finds the code in %s', async (_, body) => {
    expect(await readRefusal(new Response(body, { status: 403 }))).toBe('fact_not_divisible');
  });

  it.each([
    ['nothing', null],
    ['words', 'Forbidden'],
    ['a code that is none', JSON.stringify({ code: 'Anna de Wit' })],
    ['an answer without end', `{"code":"fact_not_divisible"}${' '.repeat(20_000)}`],
    ['bytes that are no text', new Uint8Array([0xff, 0xfe])],
  ])('says the status for %s', async (_, body) => {
    expect(await readRefusal(new Response(body, { status: 403 }))).toBe('HTTP 403');
  });
});
