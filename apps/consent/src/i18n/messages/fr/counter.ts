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
    'Vous voyez ici ce que d’autres ont saisi pour vous. Ils le font seulement avec votre code ou votre carte.',
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

  'entry.found':
    '{clerk}, de {desk}, a regardé avec votre carte de guichet ce qui est en cours pour vous.',
  'entry.printed': '{clerk}, de {desk}, a imprimé une demande pour vous.',
  'entry.carded': '{clerk}, de {desk}, a fait une carte de guichet pour vous.',
  'counter.codeOrCard': 'Code de la lettre, ou numéro de la carte de guichet',
  'counter.codeOrCardHint':
    'Dix ou douze signes. Les majuscules et les tirets n’ont pas d’importance.',
  'counter.missing.card': 'Avec une carte de guichet, la personne doit être présente.',
  'counter.problem.cardUnknown':
    'Nous ne trouvons pas de carte avec ce numéro et cette date de naissance. Seule la plus récente compte.',
  'counter.problem.cardLocked':
    'Cette carte ne marche plus : la date de naissance était trop souvent fausse. La personne peut en faire une nouvelle.',
  'counter.problem.tooManyLookups':
    'Vous avez cherché trop de personnes en une heure. Demandez à un collègue.',
  'counter.problem.ownPrinting':
    'Vous avez imprimé cette lettre vous-même. Un collègue saisit donc la réponse.',
  'card.title': 'Votre carte de guichet',
  'card.intro':
    'Vous avez perdu une lettre ou un reçu ? Avec cette carte, vous pouvez quand même arrêter le partage à un guichet.',
  'card.bornOn': 'Votre date de naissance',
  'card.bornHint':
    'Le guichet la compare avec votre passeport, carte d’identité ou permis de conduire. Nous ne gardons pas la date elle-même.',
  'card.make': 'Faire une carte de guichet',
  'card.again': 'Faire une nouvelle carte',
  'card.has': 'Vous avez une carte de guichet, faite le {date}.',
  'card.againHint':
    'Vous avez perdu la carte ? Faites-en une nouvelle. L’ancienne ne marche alors plus.',
  'card.end': 'Supprimer ma carte de guichet',
  'card.ended': 'Votre carte de guichet ne marche plus.',
  'card.missing': 'Indiquez votre date de naissance.',
  'card.number': 'Numéro de la carte de guichet',
  'card.once': 'Notez ce numéro ou imprimez-le. Il ne sera plus affiché.',
  'card.use':
    'Apportez au guichet ce numéro et un passeport, une carte d’identité ou un permis de conduire.',
  'card.careful': 'Ne donnez le numéro qu’à un guichet.',
  'card.print': 'Imprimer la carte',
  'card.give.title': 'Une carte de guichet pour la personne',
  'card.give.text': 'Avec cette carte, elle peut aussi arrêter à un guichet sans lettre.',
  'card.give': 'Faire une carte pour cette personne',
  'desk.title': 'Ce qui est en cours pour cette personne',
  'desk.intro':
    'La personne voit que vous avez regardé. Il n’y a pas de données ici, seulement des sortes.',
  'desk.inForce': 'Qui peut voir quelque chose maintenant',
  'desk.inForceNone': 'Il n’y a rien que la personne puisse arrêter à ce guichet.',
  'desk.stop': 'Arrêter le partage avec {agency}',
  'desk.stopTitle': 'La personne veut-elle arrêter cela ?',
  'desk.open': 'Demandes qui attendent une réponse',
  'desk.openNone': 'Aucune demande n’attend.',
  'desk.more.inForce': 'Montrer les autorisations plus anciennes',
  'desk.more.open': 'Montrer les questions plus anciennes',
  'desk.language': 'Quelle langue la personne lit-elle ?',
  'desk.print': 'Faire la lettre de {agency}',
  'desk.letterReady':
    'La lettre est prête. Une lettre précédente sur cette demande ne marche plus.',
  'desk.openLetter': 'Ouvrir la lettre, pour l’imprimer',
  'desk.colleague':
    'La personne répond avec le talon, ou auprès d’un collègue. Vous ne saisissez pas cette réponse vous-même.',
} satisfies Translation<'counter'>;
