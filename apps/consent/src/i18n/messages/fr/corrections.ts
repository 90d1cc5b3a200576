import type { Translation } from '../chapters.ts';

export const messages = {
  'report.title': 'Signaler une erreur',
  'report.about': '{source} dit ceci de vous : {fact}.',
  'report.aboutHidden': 'Cette donnée vient de {source}. Nous ne montrons pas le contenu.',
  'report.onlyWords': 'Écrivez ce qui est faux.',
  'report.which': 'Qu’est-ce qui est faux ?',
  'report.shouldBe': 'Que faut-il écrire pour « {field} » ?',
  'report.shouldBeHint': 'Vous ne savez pas ? Laissez vide.',
  'report.words': 'Voulez-vous ajouter quelque chose ? Ce n’est pas obligatoire.',
  'report.wordsHint': '{source} lit ce que vous écrivez.',
  'report.none': 'Choisissez d’abord ce qui est faux, ou écrivez-le.',
  'report.next': 'Ce qui se passe ensuite',
  'report.next.source': '{source} vérifie.',
  'report.next.told':
    'Les organisations qui peuvent le lire apprennent que vous signalez une erreur. Elles ne reçoivent pas vos mots.',
  'report.next.answer': 'Vous recevez une réponse, au plus tard le {date}.',
  'report.next.after':
    'Vous avez raison ? La bonne donnée arrive dans votre coffre. Qui a lu l’ancienne l’apprend.',
  'report.next.meanwhile': 'D’ici là, la donnée reste comme elle est.',
  'report.send': 'Envoyer mon signalement',
  'report.back': 'Retour, sans signaler',
  'report.sending': 'Nous envoyons votre signalement…',
  'report.sent': 'Votre signalement est envoyé.',
  'report.conflict':
    'Un signalement est déjà en cours, ou vous en avez trop. Regardez sous Oppositions et signalements.',
  'report.cannot': 'Nous ne trouvons pas cette donnée dans votre coffre.',
  'reports.title': 'Mes signalements d’erreurs',
  'reports.empty': 'Vous n’avez pas encore signalé d’erreur.',
  'reports.emptyHint': 'Pour signaler une erreur, allez à Mes données, sous la donnée elle-même.',
  'reports.name': 'Erreur dans : {fact}',
  'reports.sentOn': 'Envoyé le {date}',
  'reports.open': 'Voir le signalement sur {fact}',
  'correction.title': 'Votre signalement d’une erreur',
  'correction.received':
    '{source} a votre signalement. Vous recevez une réponse, au plus tard le {date}.',
  'correction.in-examination':
    '{source} vérifie. Vous recevez une réponse, au plus tard le {date}.',
  'correction.late':
    '{source} est en retard : la réponse était due le {date}. Vous pouvez vous plaindre.',
  'correction.corrected': '{source} l’a corrigé.',
  'correction.rejected': '{source} ne le corrige pas.',
  'correction.new':
    'La nouvelle donnée est sous Mes données. Les organisations qui ont lu l’ancienne le savent.',
  'correction.said': 'Ce que vous avez signalé',
  'correction.about': 'Sur',
  'correction.wrong': 'Ceci est faux',
  'correction.shouldBe': '{field}. Cela doit être :',
  'correction.yourWords': 'Vous avez ajouté',
  'correction.steps': 'Ce qui s’est passé',
  'correction.step.received': 'Votre signalement est arrivé.',
  'correction.step.in-examination': '{source} a commencé à vérifier.',
  'correction.step.corrected': '{source} l’a corrigé.',
  'correction.step.rejected': '{source} ne le corrige pas. La raison :',
  'correction.gone': 'Nous ne trouvons pas ce signalement.',
  'correction.back': 'Vers mes oppositions et signalements',
  'correction.toFacts': 'Voir mes données',
} satisfies Translation<'corrections'>;
