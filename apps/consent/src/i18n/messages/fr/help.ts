import type { Translation } from '../chapters.ts';

export const messages = {
  'help.title': 'Aide',
  'help.no.title': 'Dois-je dire oui ?',
  'help.no.text':
    'Non. Vous pouvez toujours dire non. Il y a toujours une autre voie, par exemple sur papier ou au guichet.',
  'help.part.title': 'Puis-je partager une partie ?',
  'help.part.text':
    'Oui. Vous choisissez chaque donnée à part. Vous choisissez aussi la durée. Plus court que demandé est toujours permis.',
  'help.verified.title': 'Que veut dire vérifié ?',
  'help.verified.text':
    'Une donnée porte la signature de sa source. Nous regardons si elle est juste. Nous regardons aussi si la source peut dire cela, et si c’est encore valable.',
  'help.notVerified.text':
    'Quelque chose n’est pas juste ? Alors vous lisez : non vérifié. Nous ajoutons ce que vous pouvez faire.',
  'help.stop.title': 'Puis-je arrêter ?',
  'help.stop.text':
    'Oui, toujours. Allez à Qui peut voir quoi et choisissez Arrêter le partage. Nous ne pouvons pas reprendre ce qui a déjà été lu.',
  'help.device.title': 'Que garde cette application ?',
  'help.device.text':
    'Sur cet appareil, nous gardons votre langue et vos couleurs, votre connexion et les messages vus. Aussi ce que vous avez choisi pour une demande pas encore terminée. Vos données restent dans votre coffre. Déconnectez-vous sur l’appareil d’une autre personne.',

  'help.law.title': 'Quelqu’un peut-il lire quelque chose sans mon oui ?',
  'help.law.text':
    'Parfois, la loi permet à une organisation de lire quelque chose. Nous vous le disons. Vous voyez de quelle loi il s’agit.',
  'help.objection.title': 'Que veut dire s’opposer ?',
  'help.objection.text':
    'Vous dites que la lecture ne convient pas à votre situation. Elle s’arrête tout de suite, et vous recevez une réponse.',
} satisfies Translation<'help'>;
