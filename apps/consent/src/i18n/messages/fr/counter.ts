import type { Translation } from '../chapters.ts';

export const messages = {
  'letter.title': 'Un code reçu par lettre',
  'letter.intro':
    'Vous avez reçu une lettre avec une demande ? Tapez ici le code pour voir la demande.',
  'letter.open': 'Vers la demande',
  'letter.elsewhere':
    'Vous préférez ne pas répondre à l’écran ? Utilisez le talon de la lettre, ou allez à un guichet.',

  'withoutScreen.title': 'Plutôt sans écran ?',
  'withoutScreen.letter':
    'Demandez une lettre à l’organisation. Elle contient la demande, un code et un talon pour votre réponse.',
  'withoutScreen.code': 'J’ai une lettre avec un code',
  'withoutScreen.counter':
    'Avec la lettre, vous pouvez aller à un guichet. Apportez passeport, carte d’identité ou permis de conduire.',
  'withoutScreen.phone': 'Téléphone : {phone}',
  'withoutScreen.provider':
    'Vous préférez appeler ? Votre coffre est fourni par {name}, téléphone {phone}.',
  'withoutScreen.clerk': 'Vous travaillez à un guichet ? Saisissez ici une réponse',

  'entries.title': 'Au guichet et par lettre',
  'entries.intro':
    'Vous voyez ici ce que d’autres ont saisi pour vous. Ils le font seulement avec votre code.',
  'entries.empty': 'Personne n’a rien saisi pour vous.',
  'entries.emptyHint': 'Vous répondez à un guichet ou avec un talon ? Vous le voyez alors ici.',
  'entries.wrong':
    'Quelque chose n’est pas juste ? Arrêtez le partage à Qui peut voir quoi, et appelez le guichet.',
  'entry.opened': '{clerk}, de {desk}, a regardé la demande de votre lettre.',
  'entry.answered.counter': '{clerk}, de {desk}, a saisi votre réponse au guichet.',
  'entry.answered.paper': '{clerk}, de {desk}, a saisi la réponse de votre talon.',
  'entry.withdrawn.counter': '{clerk}, de {desk}, a arrêté le partage au guichet, à votre demande.',
  'entry.withdrawn.paper': '{clerk}, de {desk}, a arrêté le partage, à votre demande par lettre.',
  'entry.somebody': 'Quelqu’un l’a saisi à un guichet.',
  'entry.saw': 'Vous étiez là. Document vu : {document}.',
  'entry.strip': 'Il y a un talon signé, avec le numéro {reference}.',
  'document.passport': 'passeport',
  'document.identity-card': 'carte d’identité',
  'document.driving-licence': 'permis de conduire',
  'document.residence-permit': 'titre de séjour',

  'counter.title': 'Guichet',
  'counter.notClerk':
    'Vous ne travaillez pas à un guichet. Vous cherchez de l’aide ? Voyez les guichets à la page Aide.',
  'counter.intro': 'Vous êtes {clerk}, de {desk}. Vous saisissez ce que la personne décide.',
  'counter.how': 'Comment vient la réponse ?',
  'counter.how.counter': 'La personne est ici',
  'counter.how.paper': 'Avec le talon de la lettre',
  'counter.code': 'Code de la lettre',
  'counter.codeHint': 'Dix signes. Les majuscules et le tiret n’ont pas d’importance.',
  'counter.bornOn': 'Date de naissance',
  'counter.bornHint': 'Comme sur le document ou sur le talon.',
  'counter.seen.counter': 'Quel document avez-vous vu ?',
  'counter.seen.paper': 'Le talon',
  'counter.reference': 'Numéro sous lequel vous gardez le talon',
  'counter.referenceHint': 'Ni nom ni adresse. Seulement des lettres, des chiffres et - . / _',
  'counter.confirm.counter': 'La personne est ici. Le nom et la photo du document correspondent.',
  'counter.confirm.paper': 'Le talon est signé et bien rempli.',
  'counter.open': 'Ouvrir la demande',
  'counter.missing.how': 'Choisissez comment vient la réponse.',
  'counter.missing.code': 'Ce code n’est pas juste. Regardez encore la lettre.',
  'counter.missing.born': 'Remplissez la date de naissance.',
  'counter.missing.seen': 'Dites ce que vous avez vu, et confirmez-le.',
  'counter.problem.mistyped': 'Ce code n’est pas juste. Un signe est faux, ou il en manque un.',
  'counter.problem.unknown':
    'Aucune lettre avec ce code et cette date de naissance. De deux lettres, seule la dernière compte.',
  'counter.problem.locked':
    'Ce code ne marche plus : la date de naissance était trop souvent fausse. L’organisation peut envoyer une nouvelle lettre.',
  'counter.problem.ended':
    'Le temps pour répondre avec cette lettre est passé. L’autre voie est dans la lettre.',
  'counter.problem.tooMany': 'Trop de codes étaient faux. Réessayez dans une heure.',
  'counter.problem.ownDesk':
    'Votre organisation a posé elle-même cette demande. Envoyez la personne à un autre guichet.',
  'counter.problem.nothing': 'Aucun oui ne compte maintenant. Il n’y a rien à arrêter.',
  'counter.kinds.intro':
    'Voici ce qui est demandé. Il n’y a pas de données ici, seulement des sortes. La personne dit ce qu’elle partage.',
  'counter.kinds.share': 'Partager : {what}',
  'counter.nothing': 'Rien',
  'counter.answered': 'Cette demande a une réponse',
  'counter.answeredText': 'Ceci compte maintenant. La personne peut l’arrêter à tout moment.',
  'counter.over': 'Il n’y a plus rien à faire ici',
  'counter.overText': 'La réponse était non, ou la demande est arrêtée, retirée ou passée.',
  'counter.cannotUndo': 'Arrêter ne reprend pas ce qui a déjà été lu.',
  'counter.stop': 'La personne veut arrêter le partage',
  'counter.leave': 'Laisser ainsi',
  'counter.next': 'Personne suivante',
  'counter.done.yes': 'La réponse est saisie',
  'counter.done.no': 'Le non est saisi',
  'counter.done.stopped': 'Le partage est arrêté',
  'counter.stoppedText': 'Ceci comptait jusqu’ici. L’organisation ne peut plus le lire.',
  'counter.when': 'Quand',
  'counter.reliedOn': 'Sur quoi nous nous sommes appuyés',
  'counter.number': 'Numéro',
  'counter.keepLetter':
    'Gardez votre lettre. Avec le même code, vous pouvez arrêter à un guichet. À l’écran aussi.',
  'counter.print': 'Imprimer pour la personne',
} satisfies Translation<'counter'>;
