import type { Translation } from '../chapters.ts';

/** Who decides for another by law, and what somebody decides who has come of age. */
export const messages = {
  'represented.title': 'Pour qui vous décidez',
  'represented.intro': 'La loi ou un juge prévoit que vous décidez pour ces personnes.',
  'represented.empty': 'Vous ne décidez pour personne.',
  'represented.emptyHint':
    'Avez-vous l’autorité parentale sur un enfant, ou un juge vous a-t-il désigné ? Vous le verrez ici.',
  'represented.ground.parental-authority': 'Vous avez l’autorité parentale sur {name}.',
  'represented.ground.guardianship': 'Vous êtes le tuteur ou la tutrice de {name}.',
  'represented.ground.court-decision': 'Un juge vous a désigné pour décider pour {name}.',
  'represented.of18': 'Le {date}, {name} aura 18 ans. À partir de ce jour, {name} décide.',
  'represented.after':
    'Ce que vous avez autorisé, nous le demanderons alors à {name}. Sans réponse, cela s’arrête après 30 jours. Une opposition de votre part reste.',
  'represented.begin': 'Commencer pour {name}',
  'represented.beginText':
    'Vous verrez les données sur ces sujets. {name} peut voir ce que vous consultez et faites.',
  'represented.go': 'Décider pour {name}',
  'represented.busy': 'Nous cherchons les données.',
  'represented.grants': 'Ce que vous avez autorisé pour {name}',
  'represented.noGrants': 'Il n’y a rien pour l’instant que vous ayez autorisé pour {name}.',
  'represented.grant': '{agency} voit ceci, {until} : {facts}.',
  'represented.over':
    '{name} a maintenant 18 ans et décide. Vous ne pouvez plus rien voir ni faire.',
  'represented.ended': 'Vous ne décidez plus pour {name}.',
  'represented.home.title': 'Vous décidez aussi pour quelqu’un d’autre',
  'represented.home.text': 'Vous pouvez décider pour {names}.',
  'represented.open': 'Voir pour qui vous décidez',
  'cameOfAge.title': 'Vous avez maintenant 18 ans',
  'cameOfAge.who.parental-authority': 'Votre parent {name}',
  'cameOfAge.who.guardianship': 'Votre tuteur ou tutrice {name}',
  'cameOfAge.card': '{who} a donné son accord pour vous à {agencies}. Voulez-vous le garder ?',
  'cameOfAge.open': 'Voir et choisir',
  'cameOfAge.intro': 'À partir de maintenant, c’est vous qui décidez de vos données.',
  'cameOfAge.before': 'Jusqu’ici, {name} décidait pour vous.',
  'cameOfAge.over': '{name} ne peut plus rien voir de vous, ni rien faire pour vous.',
  'cameOfAge.choose': 'Voulez-vous garder ceci ?',
  'cameOfAge.nothing': 'Rien ne vous attend.',
  'cameOfAge.nothingHint':
    'Quelqu’un a autorisé quelque chose pour vous ? Vous avez déjà choisi, ou c’est arrêté.',
  'cameOfAge.objections': 'Oppositions qui restent',
  'cameOfAge.objectionsText':
    'Quelqu’un d’autre a fait cette opposition pour vous. Elle reste valable. Vous n’avez rien à faire.',
  'cameOfAge.objection': 'Voir l’opposition contre {agency}',
  'cameOfAge.grants': 'Voir qui peut voir quoi',
} satisfies Translation<'representation'>;
