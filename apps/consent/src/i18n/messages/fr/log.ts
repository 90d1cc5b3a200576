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

  'log.picture.title': 'Combien de fois on a regardé, ces {days} derniers jours',
  'log.picture.from': 'Il y a {days} jours',
  'log.picture.today': 'Aujourd’hui',
  'log.picture.asTable': 'Voir sous forme de tableau',
  'log.picture.who': 'Qui',
  'log.picture.times': 'Combien de fois',
  'log.picture.newest': 'La dernière fois',
  'log.filter': 'De quelle organisation ?',
  'log.filter.all': 'Toutes les organisations',
  'log.export': 'Garder vous-même',
  'log.exportHint':
    'Vous pouvez garder dans un fichier tout ce qui a été consulté. Le fichier est pour vous.',
  'log.exportSave': 'Enregistrer le fichier',
  'log.exportBusy': 'Nous rassemblons tout. Jusqu’ici : {count} lignes.',
  'log.exported': 'Le fichier est prêt.',
  'log.file.name': 'ce-qui-a-ete-consulte',
  'log.file.when': 'Quand',
  'log.file.who': 'Qui',
  'log.file.what': 'Quoi',
  'log.helper': 'Votre aide {name}',
  'log.representative': 'Votre représentant {name}',
  'log.looked': '{name} a regardé {what}.',
  'log.someHelper': 'Une aide',
  'log.look.questions': 'vos questions',
  'log.look.permissions': 'qui peut voir quoi',
  'log.look.law': 'ce que la loi permet',
  'log.look.reads': 'ce qui a été consulté',
  'log.look.objections': 'vos oppositions et signalements',
} satisfies Translation<'log'>;
