import type { Translation } from '../chapters.ts';

export const messages = {
  'accessibility.title': 'Accessibilité',
  'accessibility.intro':
    'Tout le monde doit pouvoir utiliser cette application. Voici ce que nous avons testé, et pas encore testé.',
  'accessibility.norm': 'Ce que nous respectons',
  'accessibility.norm.text':
    'Nous suivons les règles WCAG 2.2, niveaux A et AA. Les règles européennes demandent WCAG 2.1, niveaux A et AA.',
  'accessibility.tested': 'Ce que nous avons testé',
  'accessibility.tested.how':
    'Un ordinateur le fait à chaque changement, dans le navigateur Chromium.',
  'accessibility.tested.axe':
    'Le programme axe {version} regarde chaque page. Il ne trouve pas d’erreur.',
  'accessibility.tested.keyboard': 'On peut répondre à une demande avec le clavier seul.',
  'accessibility.tested.narrow':
    'Chaque page tient sur un écran de 320 pixels, aussi agrandie à 400 pour cent.',
  'accessibility.tested.contrast':
    'Le texte a un contraste de 4,5 pour 1, et de 7 pour 1 en contraste élevé.',
  'accessibility.tested.forced':
    'Chaque page marche avec les couleurs de votre appareil, et avec moins de mouvement.',
  'accessibility.tested.order': 'Un lecteur d’écran reçoit une demande dans le bon ordre.',
  'accessibility.tested.words': 'Aucune phrase n’a plus de 20 mots. Il n’y a pas de jargon.',
  'accessibility.open': 'Ce que nous n’avons pas encore testé',
  'accessibility.open.expert':
    'Aucun expert extérieur n’a encore examiné l’application. Nous ne disons donc pas que tout est bon.',
  'accessibility.open.person':
    'Personne n’a encore utilisé l’application avec un lecteur d’écran, comme NVDA ou VoiceOver.',
  'accessibility.open.people':
    'Des personnes qui lisent peu n’ont pas encore essayé l’application.',
  'accessibility.open.browsers':
    'Les autres navigateurs que Chromium et les vrais téléphones ne sont pas encore testés.',
  'accessibility.open.languages':
    'Personne de langue maternelle n’a encore relu les textes en français et en allemand.',
  'accessibility.open.signIn':
    'La page de connexion est celle de votre coffre de données. Elle n’est pas comprise ici.',
  'accessibility.report': 'Quelque chose ne marche pas pour vous ?',
  'accessibility.report.text':
    'Dites-le à l’organisation qui vous donne cette application. Dites de quelle page il s’agit.',
  'accessibility.report.contact': 'Contact',
  'accessibility.report.otherWay':
    'Cela ne va pas avec l’application ? On peut répondre à toute demande sur papier ou au guichet.',
  'accessibility.version': 'Ceci concerne la version {version}. Nous l’avons relu le {date}.',
} satisfies Translation<'accessibility'>;
