import type { Translation } from '../chapters.ts';

export const messages = {
  'object.title': 'S’opposer',
  'object.against': 'Vous vous opposez. En vertu de la loi, {agency} peut lire : {what}.',
  'object.next': 'Ce qui se passe ensuite',
  'object.next.stop': 'Nous arrêtons la lecture tout de suite.',
  'object.next.answer':
    '{agency} doit vous donner une réponse avec une raison, au plus tard le {date}.',
  'object.next.after':
    'Vous avez raison ? Alors la lecture s’arrête. Sinon, vous pouvez faire une réclamation.',
  'object.grounds': 'Pourquoi ne voulez-vous pas cela ?',
  'object.groundsHint': 'Une phrase sur votre situation suffit. {agency} lit ce que vous écrivez.',
  'object.empty': 'Écrivez en une phrase pourquoi vous ne voulez pas cela.',
  'object.send': 'Envoyer mon opposition',
  'object.back': 'Revenir, sans m’opposer',
  'object.sending': 'Nous envoyons votre opposition…',
  'object.sent': 'Votre opposition est envoyée.',
  'object.otherWay': 'Vous préférez le téléphone, un mail ou une lettre ?',
  'object.conflict':
    'Vous ne pouvez pas vous opposer ici, ou vous l’avez déjà fait. Regardez Oppositions.',

  'objections.title': 'Oppositions et signalements',
  'objections.intro': 'Ici vous voyez vos oppositions et vos signalements, et ce qui en est fait.',
  'objections.empty': 'Vous n’avez pas encore fait d’opposition.',
  'objections.emptyHint': 'Pour vous opposer, allez à Qui peut voir quoi, sous En vertu de la loi.',
  'objections.name': 'Opposition contre {agency}',
  'objections.sentOn': 'Envoyée le {date}',
  'objections.open': 'Voir cette opposition contre {agency}',

  'objection.title': 'Votre opposition contre {agency}',
  'objection.received':
    '{agency} étudie votre opposition. Vous recevez une réponse au plus tard le {date}.',
  'objection.late':
    '{agency} est en retard : la réponse devait venir le {date}. Vous pouvez faire une réclamation.',
  'objection.suspended': 'La lecture est arrêtée jusqu’à la réponse.',
  'objection.upheld': 'Vous avez eu raison. La lecture est arrêtée.',
  'objection.rejected': 'Vous n’avez pas eu raison. {agency} peut lire à nouveau.',
  'objection.access': 'Voir ce que {agency} peut lire',
  'objection.yourWords': 'Ce que vous avez écrit',
  'objection.answer': 'La réponse',
  'objection.answeredBy': 'Qui a répondu',
  'objection.answeredOn': 'Quand',
  'objection.extension': '{agency} a besoin de plus de temps',
  'objection.extensionWas': '{agency} a eu besoin de plus de temps',
  'objection.extensionText': 'C’est permis une fois, pour deux mois. En voici la raison :',
  'objection.exception': 'La lecture continue',
  'objection.exceptionWas': 'La lecture a continué jusqu’à la réponse',
  'objection.exceptionText':
    'Ce n’est permis que dans quelques cas de la loi (article 18, paragraphe 2, du RGPD). Ici :',
  'objection.gone': 'Nous ne trouvons pas cette opposition.',
  'objection.back': 'Vers mes oppositions',

  'notices.title': 'Messages sur la loi',
  'notices.intro':
    'Voici ce que nous vous disons des lectures prévues par la loi et de vos oppositions.',
  'notices.empty': 'Il n’y a pas de messages.',
  'notices.emptyHint':
    'Une organisation va lire quelque chose de vous parce que la loi le prévoit ? Vous le voyez ici.',
  'notices.new': 'Nouveau :',
  'notices.open': 'Voir ce qu’ils peuvent lire',
  'notices.openObjection': 'Voir votre opposition',
  'notices.openFor': '{open}. {what}',
  'notices.toldOn': 'Annoncé le {date}',
  'notices.all': 'Voir les messages sur la loi',
  'notices.delayed':
    '{count, plural, one {Il y a 1 ligne que vous verrez plus tard, au plus tard le {date}.} other {Il y a # lignes que vous verrez plus tard, au plus tard le {date}.}}',
  'notices.delayedWhy':
    'Ce n’est permis que si une loi l’autorise. Quelqu’un veille à ce que vous les voyiez.',

  'notice.mayObject': 'Vous pouvez vous opposer. Une phrase suffit.',
  'notice.access-given':
    'En vertu de la loi, {agency} peut lire : {what}. Vous n’avez rien à faire.',
  'notice.waiting':
    'En vertu de la loi, {agency} peut lire dès le {date} : {what}. Vous n’avez rien à faire.',
  'notice.emergency-access': '{agency} a lu {what}, parce qu’une vie était en danger.',
  'notice.emergency-reviewed': 'Une autre personne a vérifié pourquoi {agency} a lu {what}.',
  'notice.emergencyJustified':
    'Une autre personne a vérifié pourquoi {agency} a lu {what}. C’était justifié.',
  'notice.emergencyNotJustified':
    'Une autre personne a vérifié pourquoi {agency} a lu {what}. Ce n’était pas justifié.',
  'notice.access-suspended':
    '{agency} ne peut pas lire maintenant : {what}. La lecture est arrêtée.',
  'notice.access-resumed': '{agency} peut lire à nouveau : {what}.',
  'notice.access-ended': '{agency} ne peut plus lire : {what}.',
  'notice.objection-received': '{agency} a reçu votre opposition. La lecture est arrêtée.',
  'notice.objection-extended': '{agency} a besoin de plus de temps pour votre opposition.',
  'notice.objection-exception': 'Vous avez fait opposition, mais la lecture par {agency} continue.',
  'notice.objection-answered': '{agency} a répondu à votre opposition.',
} satisfies Translation<'objections'>;
