import type { Translation } from '../chapters.ts';

export const messages = {
  'log.title': 'Ce qui a été consulté',
  'log.intro':
    'Ici figure chaque fois que quelqu’un a lu ou modifié quelque chose dans votre coffre.',
  'log.empty': 'Rien n’a encore été consulté.',
  'log.emptyHint':
    'Une organisation lit quelque chose de vous ? Vous voyez ici qui, quoi et quand.',
  'log.read': '{agency} a lu {what}.',
  'log.readFor': '{agency} a lu {what}, pour :',
  'log.changed': '{agency} a mis ceci à jour : {what}.',
  'log.times': '{count} fois',
  'log.older': 'Voir les lignes plus anciennes',
  'log.noOlder': 'C’est tout.',

  'log.byLaw': 'En vertu de la loi.',
  'log.whyAllowed': 'Pourquoi était-ce permis ?',
} satisfies Translation<'log'>;
