import type { SpecialCategory } from '@grondslag/legal-basis';
import type { LetterLanguage } from './letter-words.ts';

/** Special categories (Article 9(1) GDPR) in the middle of a sentence, as the app says them. */
export const specialCategoryWords: Readonly<
  Record<LetterLanguage, Readonly<Record<SpecialCategory, string>>>
> = {
  nl: {
    'ethnic-origin': 'uw ras of afkomst',
    'political-opinion': 'uw politieke mening',
    belief: 'uw geloof of levensovertuiging',
    'trade-union-membership': 'of u lid bent van een vakbond',
    genetic: 'uw erfelijke eigenschappen',
    biometric: 'kenmerken van uw lichaam, zoals uw vingerafdruk',
    health: 'uw gezondheid',
    sexual: 'uw seksuele leven of voorkeur',
  },
  en: {
    'ethnic-origin': 'your race or origin',
    'political-opinion': 'your political opinion',
    belief: 'your religion or belief',
    'trade-union-membership': 'whether you are in a trade union',
    genetic: 'your inherited traits',
    biometric: 'features of your body, such as your fingerprint',
    health: 'your health',
    sexual: 'your sex life or orientation',
  },
  fr: {
    'ethnic-origin': 'votre origine',
    'political-opinion': 'vos opinions politiques',
    belief: 'votre religion ou vos convictions',
    'trade-union-membership': 'votre appartenance à un syndicat',
    genetic: 'vos caractères héréditaires',
    biometric: 'des traits de votre corps, comme vos empreintes',
    health: 'votre santé',
    sexual: 'votre vie ou votre orientation sexuelle',
  },
  de: {
    'ethnic-origin': 'Ihre Herkunft',
    'political-opinion': 'Ihre politische Meinung',
    belief: 'Ihre Religion oder Weltanschauung',
    'trade-union-membership': 'Ihre Mitgliedschaft in einer Gewerkschaft',
    genetic: 'Ihre Erbanlagen',
    biometric: 'Merkmale Ihres Körpers, wie Ihren Fingerabdruck',
    health: 'Ihre Gesundheit',
    sexual: 'Ihr Sexualleben oder Ihre sexuelle Orientierung',
  },
};
