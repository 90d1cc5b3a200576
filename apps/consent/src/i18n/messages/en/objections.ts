import type { Translation } from '../chapters.ts';

export const messages = {
  'object.title': 'Object',
  'object.against': 'You object. Under the law {agency} may read: {what}.',
  'object.next': 'What happens after that',
  'object.next.stop': 'We put the reading on hold at once.',
  'object.next.answer': '{agency} must give you an answer with a reason, on {date} at the latest.',
  'object.next.after': 'Are you proved right? Then the reading stops. If not, you can complain.',
  'object.grounds': 'Why do you not want this?',
  'object.groundsHint':
    'One sentence about your situation is enough. {agency} reads what you write.',
  'object.empty': 'Write in one sentence why you do not want this.',
  'object.send': 'Send my objection',
  'object.back': 'Back, without objecting',
  'object.sending': 'We are sending your objection…',
  'object.sent': 'Your objection was sent.',
  'object.otherWay': 'Would you rather call, mail or write?',
  'object.conflict': 'You cannot object here, or you already did. Look at Objections.',

  'objections.title': 'Objections and reports',
  'objections.intro': 'Here you see your objections and reports, and what happens with them.',
  'objections.empty': 'You have not objected yet.',
  'objections.emptyHint': 'You can object from Who can see what, under Under the law.',
  'objections.name': 'Objection against {agency}',
  'objections.sentOn': 'Sent on {date}',
  'objections.open': 'See this objection against {agency}',

  'objection.title': 'Your objection against {agency}',
  'objection.received':
    '{agency} is looking at your objection. You will get an answer, on {date} at the latest.',
  'objection.late': '{agency} is too late: the answer was due on {date}. You can complain.',
  'objection.suspended': 'The reading is on hold until the answer is there.',
  'objection.upheld': 'You were proved right. The reading has stopped.',
  'objection.rejected': 'You were not proved right. {agency} may read again.',
  'objection.access': 'See what {agency} may read',
  'objection.yourWords': 'What you wrote',
  'objection.answer': 'The answer',
  'objection.answeredBy': 'Who answered',
  'objection.answeredOn': 'When',
  'objection.extension': '{agency} needs more time',
  'objection.extensionWas': '{agency} needed more time',
  'objection.extensionText': 'That is allowed once, for two months. This is the reason:',
  'objection.exception': 'The reading goes on',
  'objection.exceptionWas': 'The reading went on until the answer',
  'objection.exceptionText':
    'That is allowed only in some cases in the law (Article 18(2) GDPR). Here it is:',
  'objection.gone': 'We cannot find this objection.',
  'objection.back': 'To my objections',

  'notices.title': 'Messages about the law',
  'notices.intro': 'What we tell you about reading under the law, and about your objections.',
  'notices.empty': 'There are no messages.',
  'notices.emptyHint':
    'When an organisation will read something because the law says so, it is here.',
  'notices.new': 'New:',
  'notices.open': 'See what they may read',
  'notices.openObjection': 'See your objection',
  'notices.openFor': '{open}. {what}',
  'notices.toldOn': 'Told on {date}',
  'notices.all': 'See the messages about the law',
  'notices.delayed':
    '{count, plural, one {There is 1 line that you will see later, on {date} at the latest.} other {There are # lines that you will see later, on {date} at the latest.}}',
  'notices.delayedWhy':
    'That is allowed only when a law permits it. Someone sees to it that you will see it.',

  'notice.mayObject': 'You can object. One sentence is enough.',
  'notice.access-given': 'Under the law {agency} may read: {what}. You need not do anything.',
  'notice.waiting':
    'Under the law {agency} may read from {date}: {what}. You need not do anything.',
  'notice.emergency-access': '{agency} read {what}, because a life was in danger.',
  'notice.emergency-reviewed': 'Someone else reviewed why {agency} read {what}.',
  'notice.emergencyJustified': 'Someone else reviewed why {agency} read {what}. It was justified.',
  'notice.emergencyNotJustified':
    'Someone else reviewed why {agency} read {what}. It was not justified.',
  'notice.access-suspended': '{agency} may not read now: {what}. That is on hold.',
  'notice.access-resumed': '{agency} may read again: {what}.',
  'notice.access-ended': '{agency} may no longer read: {what}.',
  'notice.objection-received': '{agency} got your objection. The reading is on hold.',
  'notice.objection-extended': '{agency} needs more time for your objection.',
  'notice.objection-exception': 'You objected, but the reading by {agency} goes on.',
  'notice.objection-answered': '{agency} answered your objection.',
} satisfies Translation<'objections'>;
