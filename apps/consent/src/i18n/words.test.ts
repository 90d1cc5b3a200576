import { expect, it } from 'vitest';
import { dutch, english, french, german } from '../test-support/words.ts';
import type { Words } from './words.ts';

const at = new Date(2026, 2, 3, 14, 5);
/** French and German numbers have spaces that do not break: here an ordinary one. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
const says = (words: Words) => [
  words.day(at),
  words.until(at),
  words.until(new Date(2026, 2, 3, 23, 59)),
  plain(words.amount('32480.5', 'EUR')),
  words.list(['a', 'b', 'c']),
  words.text('home.requests', { count: 0 }),
  words.text('home.requests', { count: 1 }),
  plain(words.text('home.requests', { count: 1200 })),
];

it('writes days, times, amounts, lists and numbers as people do: Dutch', () => {
  expect(says(dutch)).toEqual([
    '3 maart 2026',
    'tot 3 maart 2026, 14:05 uur',
    'tot en met 3 maart 2026',
    '€ 32.480,50',
    'a, b en c',
    'U heeft geen nieuwe vragen.',
    'U heeft 1 nieuwe vraag.',
    'U heeft 1.200 nieuwe vragen.',
  ]);
});

it('English', () => {
  expect(says(english)).toEqual([
    '3 March 2026',
    'until 3 March 2026, 14:05',
    'until the end of 3 March 2026',
    '€32,480.50',
    'a, b and c',
    'You have no new questions.',
    'You have 1 new question.',
    'You have 1,200 new questions.',
  ]);
});

it('French', () => {
  expect(says(french)).toEqual([
    '3 mars 2026',
    'jusqu’au 3 mars 2026 à 14:05',
    'jusqu’au 3 mars 2026 inclus',
    '32 480,50 €',
    'a, b et c',
    'Vous n’avez pas de nouvelle demande.',
    'Vous avez 1 nouvelle demande.',
    'Vous avez 1 200 nouvelles demandes.',
  ]);
});

it('German', () => {
  expect(says(german)).toEqual([
    '3. März 2026',
    'bis 3. März 2026, 14:05 Uhr',
    'bis einschließlich 3. März 2026',
    '32.480,50 €',
    'a, b und c',
    'Sie haben keine neuen Anfragen.',
    'Sie haben 1 neue Anfrage.',
    'Sie haben 1.200 neue Anfragen.',
  ]);
});
