import type { Translation } from '../chapters.ts';

export const messages = {
  'request.waiting': 'Nous cherchons la demande.',
  'requests.title': 'Demandes',
  'requests.intro':
    'Ces organisations veulent voir quelque chose de vous. Vous décidez. Un non ne vous coûte rien.',
  'requests.empty': 'Il n’y a pas de nouvelles demandes.',
  'requests.emptyHint': 'Une organisation demande vos données ? Vous le voyez ici.',
  'requests.from': 'Demande de la part de {agency}',
  'requests.askedOn': 'Demandé le {date}',
  'requests.open': 'Voir la demande de la part de {agency}',
  'requests.denied': 'Ici, vous avez dit non',
  'requests.deniedOn': '{agency} : vous avez dit non le {date}.',

  'request.gone.title': 'Cette demande n’est plus là',
  'request.gone.text': 'Vous avez déjà répondu, ou la demande est retirée.',
  'request.gone.was': 'Il s’agissait de la demande de {agency}.',
  'request.gone.nothingSent': 'Nous n’avons rien envoyé de ce que vous avez choisi ici.',
  'request.canceled.title': 'Cette demande a été retirée',
  'request.canceled.text':
    'L’organisation a elle-même retiré la demande. Vous n’avez rien à faire. Elle ne voit rien de vous.',
  'request.answered.title': 'Vous avez déjà répondu à cette demande',
  'request.answered.text':
    'Vous l’avez fait avant, ou dans une autre fenêtre. Regardez à Qui peut voir quoi ce qui vaut maintenant.',
  'request.expired.title': 'Cette demande a expiré',
  'request.expired.text': 'Vous n’avez plus rien à faire. L’organisation ne voit rien de vous.',
  'request.begun.text': 'Vous aviez commencé cette demande. Vos choix sont encore là.',
  'request.begun.anew': 'Recommencer',
  'request.gone.link': 'Vers vos demandes',
  'request.step': 'Étape {step} sur {count}',
  'request.next': 'Suivant',
  'request.previous': 'Précédent',
  'request.sayNo': 'Non, je ne partage rien',
  'request.warnings.title': 'Attention à cette demande',
  'request.warnings.free': 'Vous pouvez dire non sans crainte.',
  'request.who.title': '{agency} vous demande quelque chose',
  'request.who.name': 'Qui',
  'request.who.address': 'Adresse internet',
  'request.who.askedOn': 'Demandé le',
  'request.who.howItWorks':
    'Nous regardons la demande avec vous. Vous pouvez dire non à tout moment. Rien ne part avant votre choix.',
  'request.power.read':
    'Vous regardez seulement. {name} choisit, ou une aide qui peut aussi choisir.',
  'request.power.refuse':
    'Nous ne connaissons pas cette organisation. Seulement {name} peut dire oui. Vous pouvez dire non.',
  'request.purpose.title': 'Pour quoi faire ?',
  'request.purpose.label': 'Sorte de but',
  'request.purpose.noWords': '{agency} n’écrit pas pourquoi. Vous pouvez dire non sans crainte.',
  'request.purpose.change':
    'Cette organisation veut aussi changer quelque chose dans votre coffre. Vous ne pouvez pas le permettre ici.',
  'request.purpose.noRead':
    'Cette organisation ne demande pas à lire. Ici, vous pouvez seulement dire non.',
  'request.facts.title': 'Quelles données partagez-vous ?',
  'request.facts.intro':
    'Voici ce qu’ils demandent. Vous voyez vos propres données. Cochez ce que vous voulez partager.',
  'request.facts.required': 'Nécessaire',
  'request.facts.optional': 'Pas nécessaire',
  'request.facts.requiredMeaning':
    'Sans cette donnée, {agency} ne peut pas vous aider de cette façon. Il y a une autre voie.',
  'request.facts.optionalMeaning':
    'Vous pouvez passer ceci. {agency} peut aussi vous aider sans cette donnée.',
  'request.facts.maxAge': 'La donnée ne peut pas dater de plus de {time}.',
  'request.facts.noReason': '{agency} n’écrit pas pourquoi.',
  'request.facts.introReading':
    'Voici ce qui est demandé. Vous voyez les données que vous pouvez voir.',
  'request.facts.onlyFor':
    'Cette donnée est sensible, comme sur la santé. Seulement {name} peut la partager.',
  'request.facts.notShown':
    'Comme aide, vous ne voyez pas cette donnée, même si elle existe. Vous ne pouvez pas la partager.',
  'request.facts.none':
    'Cette donnée n’est pas dans votre coffre. Vous ne pouvez pas la partager maintenant.',
  'request.facts.above': 'Cette donnée est déjà plus haut.',
  'request.facts.cannotShare': 'Vous ne pouvez pas partager ceci maintenant :',
  'request.facts.cannotShow':
    'Ils demandent aussi : {path}. Nous ne pouvons pas vous le montrer. Vous ne le partagez donc pas ici.',
  'request.facts.share': 'Partager : {fact}',
  'request.facts.nothingChosen':
    'Vous n’avez encore rien choisi. Cochez une donnée, ou choisissez : Non, je ne partage rien.',
  'request.facts.need': '{number}. {what}',
  'request.facts.also': 'Aussi demandé',
  'request.fields.asked': 'De ceci, ils demandent : {fields}.',
  'request.fields.allNeeded': 'De ceci, ils ont besoin de : {fields}.',
  'request.fields.notAsked': 'Ceci reste chez vous : {fields}.',
  'request.fields.later': 'Vous cochez ? Vous pouvez encore laisser des parties de côté.',
  'request.fields.whole': 'Vous pouvez partager cette donnée en entier, ou pas du tout.',
  'request.fields.title': 'Quelles parties ?',
  'request.fields.needed': 'Nécessaire, donc toujours inclus : {fields}.',
  'request.fields.share': 'Partager aussi : {field}',
  'request.fields.noneChosen':
    'D’une donnée cochée, vous n’avez choisi aucune partie. Choisissez une partie, ou décochez la donnée.',
  'request.explicit.title': 'Données sensibles : oui ou non ?',
  'request.explicit.intro':
    'La loi protège davantage certaines données. Nous vous posons donc la question à part.',
  'request.explicit.none': 'Vous n’avez pas choisi de données sensibles. Vous pouvez continuer.',
  'request.explicit.about': 'Il s’agit de ceci : {what}',
  'request.explicit.asks': '{agency} veut lire ceci : {facts}.',
  'request.explicit.yes': 'Oui, {agency} peut lire des données sur {what}',
  'request.explicit.no': 'Non, je ne partage pas ces données',
  'request.explicit.free': 'Vous pouvez dire non. Vous pourrez quand même partager le reste.',
  'request.explicit.noChoice': 'Choisissez oui ou non.',
  'request.explicit.nothingLeft':
    'Vous ne partagez plus rien. Choisissez d’autres données, ou choisissez : Non, je ne partage rien.',
  'request.summary.explicit': 'Oui donné à part pour les données sur',
  'request.end.title': 'Jusqu’à quand peuvent-ils voir ceci ?',
  'request.end.intro': 'Ils le demandent {until}. Plus court est permis, plus long non.',
  'request.end.introOpen': 'Ils ne donnent pas de date de fin. Vous en choisissez une.',
  'request.end.legend': 'Choisissez une fin',
  'request.end.asked': 'Aussi longtemps que demandé : {until}',
  'request.end.today': 'Seulement aujourd’hui : {until}',
  'request.end.day': 'Aujourd’hui et demain : {until}',
  'request.end.week': '1 semaine : {until}',
  'request.end.month': '1 mois : {until}',
  'request.end.quarter': '3 mois : {until}',
  'request.end.year': '1 an : {until}',
  'request.end.own': 'Un autre jour',
  'request.end.ownDay': 'Quel jour est le dernier ?',
  'request.end.noChoice': 'Choisissez jusqu’à quand ils peuvent voir vos données.',
  'request.end.noDay': 'Choisissez un jour qui n’est pas passé, et pas plus tard que demandé.',
  'request.ifNo.title': 'Et si vous dites non ?',
  'request.ifNo.text':
    'Alors {agency} ne voit rien de votre coffre. Vous en avez toujours le droit. Cela ne vous nuit pas.',
  'request.ifNo.otherRoute': 'L’autre voie',
  'request.ifNo.noRoute': '{agency} ne donne pas d’autre voie. Demandez-la : elle doit exister.',
  'request.ifNo.phone': 'Téléphone',
  'request.ifNo.website': 'Site internet',
  'request.summary.title': 'Est-ce juste ?',
  'request.summary.who': 'Qui peut le voir',
  'request.summary.purpose': 'Pour quoi faire',
  'request.summary.facts': 'Ce qu’ils peuvent voir',
  'request.summary.notShared': 'Ce qu’ils ne voient pas',
  'request.summary.kept': '{fact} : {fields}',
  'request.summary.until': 'Jusqu’à quand',
  'request.summary.onlyRead': 'Ils peuvent seulement lire, pas changer.',
  'request.summary.stop': 'Plus tard, vous pouvez toujours arrêter.',
  'request.summary.requiredMissing':
    'Vous ne partagez pas tout ce qui est nécessaire. {agency} ne peut peut-être pas vous aider de cette façon. L’autre voie reste ouverte.',
  'request.summary.changeFacts': 'Choisir d’autres données',
  'request.summary.changeEnd': 'Choisir une autre fin',
  'request.summary.yes': 'Oui, je partage ces données',
  'request.summary.part': 'Oui, mais seulement cette partie',
  'request.summary.sending': 'Nous envoyons votre choix…',
  'request.no.title': 'Non, je ne partage rien',
  'request.no.text': '{agency} ne verra rien. Un non ne vous coûte rien.',
  'request.no.reason': 'Voulez-vous dire pourquoi ? Ce n’est pas obligatoire.',
  'request.no.reasonHint': '{agency} peut lire ceci.',
  'request.no.send': 'Envoyer mon non',
  'request.no.back': 'Continuer quand même la demande',
  'request.done.yes.title': 'Votre choix est envoyé',
  'request.done.yes.text': '{agency} peut maintenant voir ceci, {until} :',
  'request.done.yes.log': 'Ils regardent vos données ? Vous le voyez dans Ce qui a été consulté.',
  'request.done.yes.link': 'Voir qui peut voir quoi',
  'request.done.no.title': 'Vous avez dit non',
  'request.done.no.text': '{agency} ne voit rien de votre coffre.',
  'request.done.no.link': 'Vers vos demandes',

  'elsewhere.title': 'Cette demande n’est pas d’ici',
  'elsewhere.text':
    'Le lien mène à une demande à un autre endroit. Nous ne l’ouvrons donc pas. Il y a une demande pour vous ici ? Elle est dans Demandes.',

  'wayBack.after':
    'Après votre choix, nous vous menons à {host}. C’est un site de cette organisation : {agency}.',
  'wayBack.without': 'Aller maintenant à {host}, sans choisir',
  'wayBack.go': 'Vers {host}',
  'wayBack.refused':
    'Nous ne vous menons pas à {host}. Nous ne savons pas si ce site est de cette organisation : {agency}.',
  'wayBack.broken':
    'Le lien vers cette page donne une adresse de retour. Cette adresse est fausse. Nous ne vous y menons donc pas.',
  'request.purpose.choose': 'Pour quoi peuvent-ils utiliser vos données ?',
  'request.purpose.noneChosen':
    'Vous n’avez pas encore choisi de but. Cochez-en un, ou choisissez : Non, je ne partage rien.',
  'request.summary.notFor': 'Pas pour',
} satisfies Translation<'requests'>;
