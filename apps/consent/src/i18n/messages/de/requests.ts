import type { Translation } from '../chapters.ts';

export const messages = {
  'request.waiting': 'Wir holen die Anfrage.',
  'requests.title': 'Anfragen',
  'requests.intro':
    'Diese Organisationen wollen etwas von Ihnen sehen. Sie entscheiden. Ein Nein kostet Sie nichts.',
  'requests.empty': 'Es gibt keine neuen Anfragen.',
  'requests.emptyHint': 'Fragt eine Organisation nach Ihren Daten? Dann sehen Sie das hier.',
  'requests.from': 'Anfrage von {agency}',
  'requests.askedOn': 'Gefragt am {date}',
  'requests.open': 'Anfrage von {agency} ansehen',
  'requests.denied': 'Hier haben Sie Nein gesagt',
  'requests.deniedOn': '{agency}: Sie sagten am {date} Nein.',

  'request.gone.title': 'Diese Anfrage gibt es nicht mehr',
  'request.gone.text': 'Sie haben schon geantwortet, oder die Anfrage wurde zurückgenommen.',
  'request.gone.was': 'Es ging um die Anfrage von {agency}.',
  'request.gone.nothingSent': 'Wir haben nichts von Ihrer Auswahl hier gesendet.',
  'request.canceled.title': 'Diese Anfrage wurde zurückgezogen',
  'request.canceled.text':
    'Die Organisation hat die Anfrage selbst zurückgezogen. Sie müssen nichts tun. Sie sieht nichts von Ihnen.',
  'request.answered.title': 'Sie haben diese Anfrage schon beantwortet',
  'request.answered.text':
    'Das haben Sie früher getan, oder in einem anderen Fenster. Unter Wer darf was sehen steht, was jetzt gilt.',
  'request.expired.title': 'Diese Anfrage ist abgelaufen',
  'request.expired.text': 'Sie müssen nichts mehr tun. Die Organisation sieht nichts von Ihnen.',
  'request.begun.text': 'Sie hatten mit dieser Anfrage schon begonnen. Ihre Auswahl ist noch da.',
  'request.begun.anew': 'Neu beginnen',
  'request.gone.link': 'Zu Ihren Anfragen',
  'request.step': 'Schritt {step} von {count}',
  'request.next': 'Weiter',
  'request.previous': 'Zurück',
  'request.sayNo': 'Nein, ich teile nichts',
  'request.warnings.title': 'Vorsicht bei dieser Anfrage',
  'request.warnings.free': 'Sie können ruhig Nein sagen.',
  'request.who.title': '{agency} fragt etwas von Ihnen',
  'request.who.name': 'Wer',
  'request.who.address': 'Internetadresse',
  'request.who.askedOn': 'Gefragt am',
  'request.who.howItWorks':
    'Wir gehen die Anfrage mit Ihnen durch. Sie können jederzeit Nein sagen. Nichts geht weg, bevor Sie wählen.',
  'request.power.read':
    'Sie sehen nur mit. {name} wählt selbst, oder eine Hilfe, die auch wählen darf.',
  'request.power.refuse':
    'Wir kennen diese Organisation nicht. Nur {name} selbst kann Ja sagen. Sie können Nein sagen.',
  'request.purpose.title': 'Wofür ist es?',
  'request.purpose.label': 'Art des Zwecks',
  'request.purpose.noWords': '{agency} schreibt nicht, wofür es ist. Sie können ruhig Nein sagen.',
  'request.purpose.change':
    'Diese Organisation will auch etwas in Ihrem Tresor ändern. Das können Sie hier nicht erlauben.',
  'request.purpose.noRead': 'Diese Organisation will nichts lesen. Sie können hier nur Nein sagen.',
  'request.facts.title': 'Welche Daten teilen Sie?',
  'request.facts.intro':
    'Das wird gefragt. Sie sehen Ihre eigenen Daten. Kreuzen Sie an, was Sie teilen wollen.',
  'request.facts.required': 'Nötig',
  'request.facts.optional': 'Nicht nötig',
  'request.facts.requiredMeaning':
    'Ohne diese Angabe kann {agency} Ihnen so nicht helfen. Es gibt einen anderen Weg.',
  'request.facts.optionalMeaning':
    'Sie können dies auslassen. {agency} kann Ihnen auch ohne diese Angabe helfen.',
  'request.facts.maxAge': 'Die Angabe darf nicht älter sein als: {time}.',
  'request.facts.noReason': '{agency} schreibt nicht, warum.',
  'request.facts.introReading': 'Danach wird gefragt. Sie sehen die Angaben, die Sie sehen dürfen.',
  'request.facts.onlyFor':
    'Das ist besonders sensibel, etwa zur Gesundheit. Nur {name} selbst kann das teilen.',
  'request.facts.notShown':
    'Als Hilfe sehen Sie diese Angabe nicht, auch wenn es sie gibt. Sie können sie nicht teilen.',
  'request.facts.none':
    'Diese Angabe ist nicht in Ihrem Datentresor. Sie können sie jetzt nicht teilen.',
  'request.facts.above': 'Diese Angabe steht schon weiter oben.',
  'request.facts.cannotShare': 'Dies können Sie jetzt nicht teilen:',
  'request.facts.cannotShow':
    'Gefragt ist auch: {path}. Wir können es Ihnen nicht zeigen. Darum teilen Sie es hier nicht.',
  'request.facts.share': 'Teilen: {fact}',
  'request.facts.nothingChosen':
    'Sie haben noch nichts gewählt. Kreuzen Sie etwas an, oder wählen Sie: Nein, ich teile nichts.',
  'request.facts.need': '{number}. {what}',
  'request.facts.also': 'Auch gefragt',
  'request.fields.asked': 'Davon wird gefragt: {fields}.',
  'request.fields.allNeeded': 'Davon ist nötig: {fields}.',
  'request.fields.notAsked': 'Das bleibt bei Ihnen: {fields}.',
  'request.fields.later': 'Kreuzen Sie es an? Dann können Sie noch Teile weglassen.',
  'request.fields.whole': 'Diese Angabe können Sie nur ganz teilen oder gar nicht.',
  'request.fields.title': 'Welche Teile davon?',
  'request.fields.needed': 'Nötig, also immer dabei: {fields}.',
  'request.fields.share': 'Auch teilen: {field}',
  'request.fields.noneChosen':
    'Von einer Angabe haben Sie keinen Teil gewählt. Wählen Sie einen Teil, oder nehmen Sie das Kreuz darüber weg.',
  'request.explicit.title': 'Besondere Daten: Ja oder Nein?',
  'request.explicit.intro':
    'Das Gesetz schützt manche Daten mehr. Darum fragen wir Sie dies einzeln.',
  'request.explicit.none': 'Sie haben keine besonderen Daten gewählt. Sie können weitergehen.',
  'request.explicit.about': 'Hier geht es um {what}',
  'request.explicit.asks': '{agency} will dies lesen: {facts}.',
  'request.explicit.yes': 'Ja, {agency} darf Daten lesen über {what}',
  'request.explicit.no': 'Nein, diese Daten teile ich nicht',
  'request.explicit.free': 'Sie dürfen Nein sagen. Den Rest können Sie trotzdem teilen.',
  'request.explicit.noChoice': 'Wählen Sie Ja oder Nein.',
  'request.explicit.nothingLeft':
    'Sie teilen jetzt nichts mehr. Wählen Sie andere Daten, oder wählen Sie: Nein, ich teile nichts.',
  'request.summary.explicit': 'Einzeln Ja gesagt zu Daten über',
  'request.end.title': 'Bis wann darf dies zu sehen sein?',
  'request.end.intro': 'Gefragt ist es {until}. Kürzer geht, länger nicht.',
  'request.end.introOpen': 'Es ist kein Enddatum genannt. Sie wählen selbst eines.',
  'request.end.legend': 'Wählen Sie ein Ende',
  'request.end.asked': 'So lange wie gefragt: {until}',
  'request.end.today': 'Nur heute: {until}',
  'request.end.day': 'Heute und morgen: {until}',
  'request.end.week': '1 Woche: {until}',
  'request.end.month': '1 Monat: {until}',
  'request.end.quarter': '3 Monate: {until}',
  'request.end.year': '1 Jahr: {until}',
  'request.end.own': 'Ein anderer Tag',
  'request.end.ownDay': 'Welcher Tag ist der letzte?',
  'request.end.noChoice': 'Wählen Sie, bis wann Ihre Daten zu sehen sind.',
  'request.end.noDay':
    'Wählen Sie einen Tag, der noch nicht vorbei ist und nicht später als gefragt.',
  'request.ifNo.title': 'Und wenn Sie Nein sagen?',
  'request.ifNo.text':
    'Dann sieht {agency} nichts aus Ihrem Tresor. Das dürfen Sie immer. Sie haben keinen Nachteil davon.',
  'request.ifNo.otherRoute': 'Der andere Weg',
  'request.ifNo.noRoute':
    '{agency} nennt keinen anderen Weg. Fragen Sie danach: Es muss ihn geben.',
  'request.ifNo.phone': 'Telefon',
  'request.ifNo.website': 'Website',
  'request.summary.title': 'Stimmt das?',
  'request.summary.who': 'Wer es sehen darf',
  'request.summary.purpose': 'Wofür',
  'request.summary.facts': 'Was zu sehen ist',
  'request.summary.notShared': 'Was nicht zu sehen ist',
  'request.summary.kept': '{fact}: {fields}',
  'request.summary.until': 'Bis wann',
  'request.summary.onlyRead': 'Die Organisation darf nur lesen, nichts ändern.',
  'request.summary.stop': 'Sie können später immer aufhören.',
  'request.summary.requiredMissing':
    'Sie teilen nicht alles, was nötig ist. {agency} kann Ihnen so vielleicht nicht helfen. Der andere Weg bleibt offen.',
  'request.summary.changeFacts': 'Andere Daten wählen',
  'request.summary.changeEnd': 'Anderes Ende wählen',
  'request.summary.yes': 'Ja, ich teile diese Daten',
  'request.summary.part': 'Ja, aber nur diesen Teil',
  'request.summary.sending': 'Wir senden Ihre Wahl…',
  'request.no.title': 'Nein, ich teile nichts',
  'request.no.text': '{agency} sieht dann nichts. Ein Nein kostet Sie nichts.',
  'request.no.reason': 'Wollen Sie sagen, warum? Das müssen Sie nicht.',
  'request.no.reasonHint': '{agency} kann dies lesen.',
  'request.no.send': 'Mein Nein senden',
  'request.no.back': 'Doch weiter mit der Anfrage',
  'request.done.yes.title': 'Ihre Wahl ist gesendet',
  'request.done.yes.text': '{agency} darf dies jetzt sehen, {until}:',
  'request.done.yes.log':
    'Sieht die Organisation Ihre Daten an? Dann sehen Sie das bei Was angesehen wurde.',
  'request.done.yes.link': 'Ansehen, wer was sehen darf',
  'request.done.no.title': 'Sie haben Nein gesagt',
  'request.done.no.text': '{agency} sieht nichts aus Ihrem Tresor.',
  'request.done.no.link': 'Zu Ihren Anfragen',

  'elsewhere.title': 'Diese Anfrage ist nicht von hier',
  'elsewhere.text':
    'Der Link führt zu einer Anfrage an einem anderen Ort. Darum öffnen wir sie nicht. Gibt es hier eine Anfrage für Sie? Sie steht bei Anfragen.',

  'wayBack.after': 'Nach Ihrer Wahl bringen wir Sie zu {host}. Das ist eine Website von {agency}.',
  'wayBack.without': 'Jetzt zu {host}, ohne zu wählen',
  'wayBack.go': 'Zu {host}',
  'wayBack.refused':
    'Wir bringen Sie nicht zu {host}. Wir wissen nicht, ob das eine Website von {agency} ist.',
  'wayBack.broken':
    'Der Link hierher nennt eine Adresse für den Rückweg. Diese Adresse stimmt nicht. Darum bringen wir Sie nicht zurück.',
  'request.purpose.choose': 'Wofür dürfen sie Ihre Angaben nutzen?',
  'request.purpose.noneChosen':
    'Sie haben noch keinen Zweck gewählt. Kreuzen Sie einen an, oder wählen Sie: Nein, ich teile nichts.',
  'request.summary.notFor': 'Wofür nicht',
} satisfies Translation<'requests'>;
