import type { Translation } from '../chapters.ts';

export const messages = {
  'settings.title': 'Réglages',
  'settings.intro':
    'Choisissez l’aspect de l’application. Votre choix compte tout de suite, sur cet appareil.',
  'settings.theme': 'Couleurs',
  'settings.theme.system': 'Comme mon appareil le demande',
  'settings.theme.standard': 'Couleurs ordinaires',
  'settings.theme.high-contrast': 'Contraste élevé : noir sur blanc, lignes épaisses',
  'settings.device': 'Ce que cet appareil retient',
  'settings.device.choices': 'Votre langue et vos couleurs.',
  'settings.device.seen': 'Les messages que vous avez vus.',
  'settings.device.begun': 'Vos choix dans une demande pas encore terminée.',
  'settings.device.signIn': 'Votre connexion.',
  'settings.device.notData':
    'Vos données ne sont pas sur cet appareil. Elles restent dans votre coffre.',
  'settings.forget': 'Faire oublier ceci à cet appareil',
  'settings.forgetHint':
    'S’il oublie, la connexion reste quand même ouverte. Ce que les organisations peuvent voir ne change pas.',
  'settings.forgotten': 'Cet appareil l’a oublié.',
  'settings.signOut': 'C’est l’appareil d’une autre personne ? Alors déconnectez-vous.',
  'settings.signOutNow': 'Se déconnecter sur cet appareil',
} satisfies Translation<'settings'>;
