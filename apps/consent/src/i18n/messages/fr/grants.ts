import type { Translation } from '../chapters.ts';

export const messages = {
  'grants.title': 'Qui peut voir quoi',
  'grants.intro':
    'Quelqu’un peut voir quelque chose de vous si vous êtes d’accord, ou si la loi le prévoit.',
  'grants.waiting':
    'Nous cherchons qui peut voir quelque chose de vous : ce que vous avez accepté, et ce que la loi prévoit.',
  'grants.yours': 'Avec votre consentement',
  'grants.yoursIntro': 'Ici, vous avez dit oui. Vous pouvez toujours arrêter.',
  'grants.empty': 'Vous n’avez dit oui à personne.',
  'grants.emptyHint': 'Vous dites oui à une demande ? Alors vous la voyez ici.',
  'grants.facts': 'Peut voir',
  'grants.purpose': 'Pour quoi faire',
  'grants.until': 'Jusqu’à quand',
  'grants.noEnd': 'Pas de date de fin',
  'grants.since': 'Depuis',
  'grants.permission': 'Consentement {number} sur {count}',
  'grants.stop': 'Arrêter le partage',
  'grants.stopFor': 'Arrêter le partage avec {agency} : {facts}',
  'grants.placing': 'Qui met des données dans votre coffre',
  'grants.placingHint': 'Avec ce consentement, ils ne peuvent rien regarder.',
  'grants.placingLine': '{agency} peut mettre à jour {facts}.',
  'grants.placingStop': 'Arrêter ceci pour {agency}',
  'grants.ended': 'Arrêté ou terminé',
  'grants.endedEmpty': 'Rien n’est encore arrêté ou terminé.',
  'grants.revoked': '{agency} voyait {facts}. C’est arrêté.',
  'grants.expired': '{agency} voyait {facts}. Cela s’est terminé le {date}.',
  'grants.stopped':
    'Vous avez arrêté le partage. Dans une minute, {agency} ne peut plus voir ces données.',
  'grants.stoppedPlacing':
    'Vous avez arrêté. Dans une minute, {agency} ne peut plus rien mettre dans votre coffre.',

  'stop.title': 'Voulez-vous arrêter le partage ?',
  'stop.what': '{agency} ne pourra plus voir ceci :',
  'stop.titlePlacing': 'Voulez-vous arrêter ceci ?',
  'stop.whatPlacing': '{agency} ne pourra plus mettre ceci à jour :',
  'stop.placed':
    'Ce qui est déjà dans votre coffre y reste. De nouvelles données n’y viennent plus.',
  'stop.when': 'L’arrêt compte dans la minute.',
  'stop.cannot.title': 'Ce qui ne peut pas être annulé',
  'stop.cannot.text':
    'Nous ne pouvons pas reprendre ce que {agency} a déjà vu. Parfois, ils peuvent le garder.',
  'stop.cannot.ask': 'Vous voulez qu’ils l’effacent ? Demandez-le à {agency}.',
  'stop.yes': 'Oui, arrêter le partage',
  'stop.yesPlacing': 'Oui, arrêter ceci',
  'stop.no': 'Non, revenir',
  'stop.sending': 'Nous arrêtons le partage…',
  'stop.gone': 'Ce partage est déjà arrêté ou terminé.',

  'map.title': 'En un coup d’œil',
  'map.consent': 'Avec votre consentement',
  'map.law': 'Sur la base de la loi',
  'map.asTable': 'Voir par donnée',
  'map.fact': 'Donnée',
  'map.who': 'Qui peut la voir',
  'map.seenBy.consent': '{agency} (avec votre consentement)',
  'map.seenBy.law': '{agency} (sur la base de la loi)',
  'grants.more': 'Voir ce que {agency} voit et ce que vous pouvez faire',
  'grants.chosenBy': 'Qui l’a fait',
  'grants.byHelper': '{name} l’a fait pour vous.',
  'grants.byYou': 'Vous l’avez fait en tant qu’aide.',
  'grants.byUnknownHelper': 'Une aide l’a fait pour vous.',
} satisfies Translation<'grants'>;
