import type { Translation } from '../chapters.ts';

export const messages = {
  'facts.title': 'Mes données',
  'facts.intro':
    'Voici ce que votre coffre dit de vous. Personne d’autre ne le voit, sauf si vous partagez ou si la loi le permet.',
  'facts.empty': 'Il n’y a encore rien dans votre coffre de données.',
  'facts.emptyHint': 'Ce que des organisations disent de vous sera ici : {kinds}.',
  'facts.source': 'Qui le dit',
  'facts.sourceUnknown': 'Nous ne le savons pas',
  'facts.givenOn': 'Donné le',
  'facts.validUntil': 'Valable jusqu’au',
  'facts.about': 'Sur qui',
  'facts.otherName': 'Sur vous. La source utilise un autre nom pour vous.',
  'facts.sourceSays': 'La source ajoute',
  'facts.newerVersion': 'Il y a une version plus récente.',
  'facts.unsaid': 'Il y a une remarque. Demandez laquelle à la source.',
  'facts.check': 'Contrôle',
  'facts.verified': 'Vérifié',
  'facts.notVerified': 'Non vérifié',
  'mark.revoked': 'Retiré',
  'mark.suspended': 'Suspendu',
  'mark.outOfDate': 'Périmé',
  'mark.tooOld': 'Trop ancien pour cette demande',
  'mark.notYet': 'Pas encore valable',
  'mark.unknownSource': 'Source inconnue',
  'mark.statusUnknown': 'Impossible à vérifier maintenant',
  'facts.verifiedMeaning': 'Que veut dire vérifié ?',
  'facts.verifiedExplanation':
    'Nous voyons que ceci vient bien de cette source : {source}. Personne n’y a rien changé. Ce n’est pas retiré. Nous avons regardé le {date}.',
  'facts.askSources': 'Quelque chose est faux ? Demandez cette donnée à : {sources}.',
  'facts.askProvider':
    'Quelque chose est faux ? Demandez au fournisseur de votre coffre de données.',
  'facts.yes': 'oui',
  'facts.no': 'non',
  'facts.report': 'Quelque chose est faux ? Signalez une erreur dans {fact}',
  'facts.reported': 'Vous avez signalé une erreur le {date}.',
  'facts.seeReport': 'Voir votre signalement sur {fact}',
  'facts.noValue': 'Nous ne montrons pas le contenu, parce que nous n’avons pas pu le vérifier.',
  'files.title': 'Vos propres fichiers',
  'files.intro': 'Vous avez mis ces fichiers vous-même dans votre coffre.',
  'files.you': 'Vous-même',
  'files.kind': 'Sorte de fichier',
  'files.kind.pdf': 'PDF',
  'files.kind.picture': 'Photo ou image',
  'files.kind.text': 'Texte',
  'files.kind.other': 'Autre fichier',
  'files.changed': 'Ajouté le',
  'files.whatToDo':
    'Cela vient de vous. Personne ne l’a vérifié. Voulez-vous vous en servir ? Demandez la donnée à l’organisation compétente.',
  'mark.unknownKind': 'Sorte inconnue',
  'leftOut.unknownKind':
    'Nous ne connaissons pas encore cette sorte de donnée. Vous voyez ce que l’expéditeur a écrit. Vous n’avez rien à faire.',
  'facts.file': 'Fichier',
  'theme.other': 'Autre chose',

  'fact.unreadable.title': 'Donnée inconnue',

  'phrase.part': '{fact}, seulement : {fields}',
  'phrase.other': 'autre chose dans votre coffre de données',

  'leftOut.unreadable': 'Nous ne pouvons pas l’ouvrir maintenant. Réessayez plus tard.',
  'leftOut.malformed':
    'Ce n’est pas une donnée que nous pouvons lire. Demandez un nouvel exemplaire à la source.',
  'leftOut.incomplete':
    'Une partie de la preuve manque. Demandez un nouvel exemplaire à la source.',
  'leftOut.tampered':
    'La signature n’est pas juste. Quelque chose a peut-être changé. Demandez un nouvel exemplaire à la source.',
  'leftOut.unknownSource':
    'Nous ne connaissons pas la source. Demandez cette donnée à une organisation officielle.',
  'leftOut.wrongSource':
    'Cette source ne peut rien dire là-dessus. Demandez à l’organisation qui s’en occupe.',
  'leftOut.notYours': 'Cette donnée n’est pas sur vous. Dites-le à la source.',
  'leftOut.notYet': 'Cette donnée n’est pas encore valable. Vous n’avez rien à faire.',
  'leftOut.outOfDate': 'Cette donnée est trop ancienne. Demandez un nouvel exemplaire à la source.',
  'leftOut.tooOld':
    'Ils veulent une donnée plus récente. Demandez un nouvel exemplaire à la source.',
  'leftOut.revoked': 'La source a retiré ceci. Demandez-lui pourquoi.',
  'leftOut.suspended': 'La source a suspendu ceci. Demandez-lui pourquoi.',
  'leftOut.trustUnknown':
    'Nous ne savons pas maintenant quelles sources sont fiables. Réessayez plus tard.',
  'leftOut.statusUnknown':
    'Nous n’avons pas pu savoir si c’est encore valable. Réessayez plus tard.',
  'special.ethnic-origin': 'votre origine',
  'special.political-opinion': 'vos opinions politiques',
  'special.belief': 'votre religion ou vos convictions',
  'special.trade-union-membership': 'votre appartenance à un syndicat',
  'special.genetic': 'vos caractères héréditaires',
  'special.biometric': 'des traits de votre corps, comme vos empreintes',
  'special.health': 'votre santé',
  'special.sexual': 'votre vie ou votre orientation sexuelle',

  'purpose.unknown': 'Un but que nous ne connaissons pas',
  'purpose.ServiceProvision': 'Fournir un service',
  'purpose.RequestedServiceProvision': 'Fournir un service que vous avez demandé',
  'purpose.ProvideOfficialServices': 'Fournir un service public',
  'purpose.PublicBenefit': 'Une tâche pour le bien de tous',
  'purpose.LegalCompliance': 'Faire ce que la loi demande',
  'purpose.FulfilmentOfObligation': 'Remplir une obligation',
  'purpose.Verification': 'Vérifier quelque chose',
  'purpose.IdentityVerification': 'Vérifier qui vous êtes',
  'purpose.EligibilityVerification': 'Vérifier si vous avez droit à quelque chose',
  'purpose.CommunicationManagement': 'Vous informer de quelque chose',
  'purpose.HumanResourceManagement': 'Gérer le personnel et le travail',
  'purpose.AcademicResearch': 'Recherche par une école ou une université',
  'purpose.ScientificResearch': 'Recherche scientifique',
  'purpose.ResearchAndDevelopment': 'Recherche et amélioration',
  'purpose.PublicServiceEligibilityAssessment': 'Vérifier si vous avez droit à un service',
  'purpose.SocialWelfareEligibilityAssessment': 'Vérifier si vous avez droit à une aide',
  'purpose.SocialWelfareProvision': 'Donner une aide',
  'purpose.SocialSecurityManagement': 'Gérer la sécurité sociale',
  'purpose.Marketing': 'Publicité',

  'kind.other': 'autre chose sur vous',
  'kind.unknown': 'des données sur vous',

  'purpose.none': 'Aucun but n’est indiqué',
} satisfies Translation<'facts'>;
