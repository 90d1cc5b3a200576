import type { Translation } from '../chapters.ts';

export const messages = {
  'grant.title': 'Ce que {agency} voit avec votre consentement',
  'grant.gone': 'Ce consentement n’existe pas',
  'grant.ended': 'C’est arrêté ou terminé depuis le {date}.',
  'grant.erased': '{agency} dit : vos données ont été effacées chez nous le {date}.',
  'grant.endedByAgency': '{agency} n’en avait plus besoin et a arrêté le {date}.',
  'grant.canAsk': 'Vous pouvez demander de l’effacer. Cela se fait ci-dessous.',

  'askRight.gone.title': 'Vous ne pouvez pas demander cela ici',
  'askRight.gone.text': 'L’adresse est peut-être fausse. Regardez Qui peut voir quoi.',
  'askRight.access.title': 'Demander ce qu’ils ont sur vous',
  'askRight.erasure.title': 'Demander l’effacement',
  'askRight.restriction.title': 'Demander de suspendre l’utilisation',
  'askRight.portability.title': 'Demander d’emporter vos données',
  'askRight.access.text': 'Vous demandez à {agency} ce qu’elle a sur vous. Il s’agit de : {what}.',
  'askRight.erasure.text': 'Vous demandez à {agency} d’effacer ce qu’elle a lu : {what}.',
  'askRight.restriction.text':
    'Vous demandez à {agency} de ne pas utiliser ceci pour l’instant : {what}.',
  'askRight.portability.text': 'Vous demandez à {agency} un fichier avec : {what}.',
  'askRight.access.limit': 'Vous apprenez ce qu’elle a sur vous, pourquoi, et d’où cela vient.',
  'askRight.erasure.limit':
    'Parfois la loi l’oblige à garder quelque chose. Alors elle ne l’efface pas et dit pourquoi.',
  'askRight.restriction.limit': 'Elle garde alors les données, mais n’en fait rien.',
  'askRight.portability.limit': 'Il s’agit de ce que vous avez donné vous-même.',
  'askRight.next': 'Ce qui se passe ensuite',
  'askRight.next.answer': '{agency} vous répond au plus tard le {date}.',
  'askRight.next.after':
    'Vous voyez la réponse sous Oppositions et signalements. Vous n’êtes pas d’accord ? Alors vous pouvez porter plainte.',
  'askRight.words': 'Voulez-vous ajouter quelque chose ? Ce n’est pas obligatoire.',
  'askRight.wordsHint': '{agency} peut le lire.',
  'askRight.conflict':
    'Vous l’avez déjà demandé, ou ce n’est pas possible ici. Regardez Oppositions.',
  'askRight.send': 'Envoyer ma demande',
  'askRight.back': 'Non, revenir',
  'askRight.sending': 'Nous envoyons votre demande…',
  'askRight.sent': 'Votre demande a été envoyée à {agency}.',

  'myRequests.title': 'Ce que vous avez demandé',
  'myRequests.empty': 'Vous n’avez encore rien demandé.',
  'myRequests.emptyHint':
    'Vous demandez à une organisation d’effacer, ou ce qu’elle a sur vous ? Cela se trouve alors ici.',
  'myRequests.access': 'Vous avez demandé à {agency} ce qu’elle a sur vous',
  'myRequests.erasure': 'Vous avez demandé à {agency} d’effacer',
  'myRequests.restriction': 'Vous avez demandé à {agency} de suspendre l’utilisation',
  'myRequests.portability': 'Vous avez demandé à {agency} d’emporter vos données',
  'myRequests.askedOn': 'Envoyé le {date}',
  'myRequests.received': '{agency} doit répondre le {date} ou avant.',
  'myRequests.late': '{agency} aurait dû répondre le {date}. Vous pouvez porter plainte.',
  'myRequests.granted': '{agency} l’a fait.',
  'myRequests.refused': '{agency} ne le fait pas.',
  'myRequests.complain':
    'Vous n’êtes pas d’accord ? Vous pouvez porter plainte auprès de l’autorité de contrôle, ou aller au tribunal.',
} satisfies Translation<'rights'>;
