import type { Translation } from '../chapters.ts';

export const messages = {
  'app.name': 'Mon coffre de données',
  'app.skip': 'Aller au contenu',
  'app.menu': 'Menu',
  'app.navigation': 'Menu principal',
  'app.language': 'Langue',
  'app.signOut': 'Se déconnecter',
  'app.loading': 'Chargement…',
  'app.retry': 'Réessayer',
  'app.notRefreshed':
    'C’est l’état de {time}. L’actualisation échoue pour le moment. Nous réessayons bientôt.',
  'app.offline':
    'Vous n’avez pas de connexion depuis {time}. Lire est possible. Envoyer ne l’est pas.',
  'app.newRequests':
    '{count, plural, one {Il y a une nouvelle demande pour vous.} other {Il y a # nouvelles demandes pour vous.}}',
  'app.factsChanged': 'Vos données ont été mises à jour.',
  'app.quoteOf': '{name} écrit :',
  'until.day': 'jusqu’au {date} inclus',
  'until.moment': 'jusqu’au {date} à {time}',

  'nav.home': 'Accueil',
  'nav.facts': 'Mes données',
  'nav.requests': 'Demandes',
  'nav.grants': 'Qui peut voir quoi',
  'nav.log': 'Ce qui a été consulté',
  'nav.receipts': 'Justificatifs',
  'nav.help': 'Aide',
  'nav.settings': 'Réglages',
  'nav.accessibility': 'Accessibilité',

  'notFound.title': 'Cette page n’existe pas',
  'notFound.text': 'L’adresse est peut-être fausse. Choisissez dans le menu ce que vous cherchez.',
  'notFound.link': 'Vers l’accueil',

  'signIn.restoring': 'Un instant. Nous regardons si votre session est encore ouverte.',
  'signIn.title': 'Vos données, votre choix',
  'signIn.intro':
    'Voyez ce que votre coffre de données dit de vous. Voyez qui le demande. Vous décidez.',
  'signIn.button': 'Se connecter',
  'signIn.where': 'Vous vous connectez à votre coffre de données. Ensuite, vous revenez ici.',
  'signIn.stopped': 'Vous avez arrêté la connexion. Vous pouvez réessayer.',
  'signIn.failed': 'La connexion n’a pas réussi. Essayez encore une fois.',
  'signIn.expired': 'Votre session a duré longtemps. Par sécurité, connectez-vous à nouveau.',
  'signIn.unreachable': 'Votre coffre de données ne répond pas. Réessayez dans quelques minutes.',

  'help.promise.title': 'Notre promesse',
  'help.promise.text':
    'Personne ne lit vos données sans raison. Cette raison est votre consentement ou une loi. Vous le voyez, et vous pouvez agir.',
  'help.vault.title': 'Qu’est-ce qu’un coffre de données ?',
  'help.vault.text':
    'C’est un endroit sur internet pour vos données. Le coffre est à vous. Les organisations y mettent les données qu’elles ont sur vous.',

  'problem.title': 'Cela n’a pas réussi',
  'problem.unreachable.what': 'Nous n’avons pas reçu de réponse.',
  'problem.unreachable.means': 'Rien n’a changé et rien n’a été envoyé.',
  'problem.unreachable.do': 'Vérifiez votre connexion à internet. Puis réessayez.',
  'problem.page.what': 'Cette page n’a pas pu être chargée.',
  'problem.page.offline': 'Cette page ne peut pas être chargée, car vous n’avez pas de connexion.',
  'problem.page.means': 'Elle n’est pas encore sur cet appareil. Rien n’a changé.',
  'problem.page.do': 'Vérifiez votre connexion à internet. Puis appuyez sur Réessayer.',
  'problem.offline.what': 'Vous n’avez pas de connexion à internet.',
  'problem.offline.means': 'Rien n’a été envoyé. Ce que vous avez choisi est encore là.',
  'problem.offline.do': 'Réessayez quand vous aurez de nouveau internet.',
  'problem.authority.what': 'Le service qui tient vos choix ne répond pas.',
  'problem.authority.means': 'Rien n’a changé. Vous pouvez encore voir Mes données.',
  'problem.authority.do': 'Nous continuons d’essayer. Vous n’avez rien à faire.',
  'problem.vault.what': 'Votre coffre ne répond pas.',
  'problem.vault.means':
    'Vous ne voyez pas vos données pour le moment. Refuser, arrêter et vous opposer restent possibles.',
  'problem.vault.do':
    'Réessayez dans quelques minutes. Rien ne change ? Appelez le fournisseur de votre coffre.',
  'problem.sending.means': 'Nous ne savons pas si votre choix est bien arrivé.',
  'problem.sending.do': 'Attendez un peu et regardez Qui peut voir quoi. Puis réessayez.',
  'problem.signedOut.what': 'Nous ne vous reconnaissons plus.',
  'problem.signedOut.means': 'Rien n’a changé et rien n’a été envoyé.',
  'problem.signedOut.do': 'Déconnectez-vous, puis connectez-vous à nouveau.',
  'problem.notAllowed.what': 'Votre compte ne permet pas cela.',
  'problem.notAllowed.means': 'Rien n’a changé et rien n’a été envoyé.',
  'problem.notAllowed.do':
    'Est-ce bien votre coffre ? Demandez de l’aide au fournisseur de votre coffre.',
  'problem.answered.what': 'Cette demande a déjà reçu une réponse, est retirée ou est terminée.',
  'problem.answered.means': 'Votre dernier choix ne compte pas.',
  'problem.answered.do': 'Regardez Qui peut voir quoi pour savoir ce qui est vrai maintenant.',
  'problem.refused.what': 'Votre choix n’a pas été accepté.',
  'problem.refused.means': 'Rien n’a changé. Personne ne peut voir quelque chose par ce choix.',
  'problem.refused.do':
    'Recommencez à partir de Demandes. Le problème continue ? Demandez de l’aide.',
  'problem.unexpected.what': 'Nous avons reçu une réponse que nous ne comprenons pas.',
  'problem.unexpected.means': 'C’est notre erreur, pas la vôtre.',
  'problem.unexpected.do': 'Réessayez plus tard. Le problème continue ? Demandez de l’aide.',
  'problem.code': 'Code d’erreur : {code}',

  'home.title': 'Bienvenue',
  'home.waiting':
    'Nous regardons ce qu’il y a pour vous : nouvelles demandes, qui peut voir quelque chose, ce qui a été consulté.',
  'home.now': 'La situation maintenant',
  'home.requests':
    '{count, plural, =0 {Vous n’avez pas de nouvelle demande.} one {Vous avez 1 nouvelle demande.} other {Vous avez # nouvelles demandes.}}',
  'home.grants':
    '{count, plural, =0 {Personne ne peut rien voir de vous maintenant.} one {1 organisation peut voir quelque chose de vous maintenant.} other {# organisations peuvent voir quelque chose de vous maintenant.}}',
  'home.reads':
    '{count, plural, =0 {Ces 7 derniers jours, rien n’a été consulté.} one {Ces 7 derniers jours, il y a eu 1 consultation.} other {Ces 7 derniers jours, il y a eu # consultations.}}',
  'home.readsMore': 'Ces 7 derniers jours, il y a eu plus de {count} consultations.',
  'home.first': 'À faire d’abord',
  'home.firstRequest': '{agency} vous demande quelque chose.',
  'home.openRequest': 'Voir la demande',
  'home.nothing': 'Vous n’avez rien à faire maintenant.',

  'agency.known': 'Nous connaissons cette organisation. Elle participe officiellement.',
  'agency.unknown':
    'Nous ne connaissons pas cette organisation. Attention : partagez seulement si vous lui faites confiance.',
  'agency.unknownName': 'Organisation inconnue ({host})',
  'nav.objections': 'Oppositions et signalements',

  'home.newNotice': 'Ceci est nouveau',
  'home.moreNotices':
    '{count, plural, one {Il y a 1 autre nouveau message.} other {Il y a # autres nouveaux messages.}}',
  'home.openNotices': 'Voir ce qui est nouveau',
} satisfies Translation<'start'>;
