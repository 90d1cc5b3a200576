import type { Scene } from '../screens/set-scene.ts';

/** A page that Lighthouse loads anew, by its address. */
export interface MeasuredPage {
  readonly name: string;
  readonly title: string | RegExp;
  path(scene: Scene): string;
}

/** Before the sign-in. */
export const signedOutPages: readonly MeasuredPage[] = [
  { name: 'sign-in', title: 'Uw gegevens, uw keuze', path: () => '/' },
];

/** Behind it. */
export const signedInPages: readonly MeasuredPage[] = [
  { name: 'start', title: 'Welkom', path: () => '/' },
  { name: 'my data', title: 'Mijn gegevens', path: () => '/mijn-gegevens' },
  { name: 'a question', title: /vraagt iets van u/, path: ({ request }) => `/vragen/${request}` },
  { name: 'who can see what', title: 'Wie kan wat zien', path: () => '/wie-kan-wat-zien' },
];
